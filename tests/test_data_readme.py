"""`data/README.md` says what the layers hold: the same fields, words, checks and tables."""

import csv
import re
from typing import get_args

import pytest

from sitmap import checks, model, resources, schema

TEXT = resources.data("README.md").read_text(encoding="utf-8")
TYPES = {
    schema.TEXT: "text",
    schema.INTEGER: "whole number",
    schema.REAL: "number",
    schema.BOOLEAN: "true or false",
}
COLUMNS = {
    "claims": schema.CLAIM_COLUMNS,
    "findings": schema.FINDING_COLUMNS,
    "events": schema.EVENT_COLUMNS,
    "zones": schema.ZONE_COLUMNS,
    "boundaries": schema.BOUNDARY_COLUMNS,
}


def field_table(columns):
    """Table as it must stand in the README."""
    rows = [
        f"| `{column.name}` | {TYPES[column.dtype]} | {column.meaning.replace('|', '&#124;')} |"
        for column in columns
    ]
    return "\n".join(["| field | type | meaning |", "|---|---|---|", *rows])


def row(start):
    """Words in backticks of the row that starts so, without its first cell."""
    section = TEXT.split("## Words that fields take")[1].split("\n## ")[0]
    (line,) = (line for line in section.splitlines() if line.startswith(f"| {start}"))
    return set(re.findall(r"`([^`]+)`", line.split("|", 2)[2]))


def column(*path, name):
    with resources.data(*path).open(encoding="utf-8", newline="") as file:
        return {record[name] for record in csv.DictReader(file)}


@pytest.mark.parametrize("layer", COLUMNS)
def test_every_field_stands_with_its_type_and_meaning(layer):
    table = field_table(COLUMNS[layer])
    assert f"\n\n{table}\n\n" in TEXT, f"the table of {layer} should read:\n{table}"


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("`status` of", model.Status),
        ("`stance`", model.Stance),
        ("`certainty`", model.Certainty),
        ("`relation` of", model.Relation),
        ("`review`", model.Review),
        ("`verdict`", model.Verdict),
    ],
)
def test_every_word_of_a_field_stands(start, words):
    assert row(start) == set(get_args(words)) - {""}


def test_every_kind_stands():
    assert {kind for kind in model.KINDS if f"\n| `{kind}` | " in TEXT} == set(model.KINDS)


def test_every_check_stands_in_order():
    told = re.findall(r"^\| `([a-z]+)` \|", TEXT.split("| `check` | holds")[1].split("\n\n")[0], re.MULTILINE)
    assert told == [check.name for check in checks.CHECKS]


def test_assets_of_forces_and_weapons_stand():
    forces = column("vocabulary", "forces.csv", name="asset") | column(
        "vocabulary", "facilities.csv", name="asset"
    )
    assert forces - {""} <= row("`asset` of a deployment")
    weapons = column("vocabulary", "weapons.csv", name="asset") | column("checks", "arcs.csv", name="asset")
    assert weapons - {""} == row("`asset` of a launch")


def test_kinds_of_zone_stand():
    assert column("vocabulary", "zones.csv", name="zone") <= row("`zone_claim`")


def test_place_types_stand():
    assert row("`place_type`") == set(
        re.findall(r"`([a-z0-9-]+)`", model.Place.__doc__.split("country : str")[0])
    )


def test_every_table_of_the_folder_stands():
    there = {path.name for path in resources.data().iterdir()} - {"README.md"}
    missing = {name for name in there if f"`{name}" not in TEXT}
    assert missing == set()
