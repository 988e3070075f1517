"""The symbols that are shipped are those that milsymbol draws, and the codes those of a table of APP-6."""

import csv
import shutil
from pathlib import Path

import pytest

from sitmap import app6, resources
from sitmap.errors import ResourceError
from sitmap.reference import app6 as built
from sitmap.reference import sources

CACHE = Path.home() / ".cache" / "sitmap"
#: Files of npm stanag-app6 by symbol set, and of the modifiers of air missiles.
FILES = {
    "01": "Air", "02": "Air missile", "05": "Space", "10": "Land unit", "15": "Land equipment",
    "20": "Land installation", "25": "Control Measures", "30": "Sea surface", "35": "Sea subsurface",
}  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def fetched():
    if not (CACHE / "npm-milsymbol-3.0.4").is_dir() or shutil.which("node") is None:
        pytest.skip("milsymbol and node are needed: python -m sitmap.reference app6")


def test_the_sheet_is_what_milsymbol_draws(tmp_path):
    (tmp_path / "app6").mkdir()
    built.build(tmp_path, tmp_path, CACHE)
    assert (tmp_path / "app6" / "symbols.svg").read_bytes() == resources.data(
        "app6", "symbols.svg"
    ).read_bytes()


def test_a_code_that_milsymbol_does_not_know_is_refused():
    library = sources.npm("milsymbol", "3.0.4", cache=CACHE) / "dist" / "milsymbol.js"
    with pytest.raises(ResourceError, match="no symbol that milsymbol knows"):
        built.drawn(["10011000009999990000"], library)


def table(name):
    folder = sources.npm("stanag-app6", "0.2.0", cache=CACHE) / "tsv-tables" / "app6d"
    with (folder / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def name_of(row):
    levels = (row[level].strip() for level in ("Entity Subtype", "Entity Type", "Entity"))
    return next(filter(None, levels), "")


@pytest.mark.parametrize(
    "row", resources.rows(resources.data("app6", "symbols.csv")), ids=lambda r: r["kind"] + r["asset"]
)
def test_a_code_stands_in_the_table_of_the_standard_under_its_name(row):
    if not (CACHE / "npm-stanag-app6-0.2.0").is_dir():
        pytest.skip("npm stanag-app6 0.2.0 is not in the cache")
    names = {entry["Code"]: name_of(entry) for entry in table(FILES[row["set"]]) if entry["Code"]}
    said = [names[row["entity"]]]
    for sector, column in ((1, "First Modifier"), (2, "Second Modifier")):
        digits = row["modifiers"][2 * sector - 2 : 2 * sector]
        if digits != "00":
            found = table(f"{FILES[row['set']]} sector {sector}")
            said += [entry[column].strip() for entry in found if entry["Code"] == digits]
    assert row["name"] == ", ".join(said)


def test_letters_are_outlines():
    sheet = resources.data("app6", "symbols.svg").read_text(encoding="utf-8")
    assert "<text" not in sheet
    assert len(app6.codes()) == sheet.count('<g id="s')
