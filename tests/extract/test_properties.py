"""What holds for any text: quotes are verbatim, ids are stable, work grows with the text."""

import cProfile
import hashlib
import json
import pstats
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings

import samples
from broken import TEXTS
from sitmap import extract, geocode
from sitmap.model import KINDS, Report


def check(text, claims):
    assert all(text[c.quote_start : c.quote_end] == c.quote != "" for c in claims)
    assert all(c.kind in KINDS for c in claims)
    assert all(e.span.end <= len(text) for c in claims for e in c.evidence)
    ids = [c.claim_id for c in claims]
    assert len(ids) == len(set(ids))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
@example(text="reef")
def test_any_text(read, text):
    claims = read(text)
    check(text, claims)
    assert claims == read(text)


@pytest.mark.parametrize("text", samples.HOSTILE)
def test_hostile_text(read, text):
    around = f"{text} Two missiles fell in {text} Kharkiv {text} on Thursday. {text}"
    check(around, read(around))


@pytest.mark.parametrize(
    "number", ["1" * 400, "9" * 5000, "1" * 400 + " km", "\u00b2 days earlier", "1" * 400 + "th"]
)
def test_a_number_of_any_length_is_read_past(read, number):
    text = f"{number} soldiers are in Sumy, {number}, and a missile flew {number} to Odesa, {number}."
    check(text, read(text))


def calls(text, toponyms):
    """Count the function calls that reading a text takes."""
    profile = cProfile.Profile()
    found = toponyms(text)
    profile.enable()
    extract.claims(Report(report_id="x", text=text, published=date(2024, 11, 1)), found)
    profile.disable()
    return pstats.Stats(profile).total_calls


@pytest.mark.parametrize(
    "unit",
    [
        "Two Russian missiles fell in Kharkiv, and 300 soldiers are in Sumy. ",
        "Two Russian missiles fell in Kharkiv and 300 soldiers are in Sumy ",
        "troops in the Kursk region, ",
        "((((",
        "200 km west of ",
        "a-b-",
        "The ",
        "1,1",
        "\u201c",
        "- Kharkiv: one;\n",
    ],
)
def test_work_grows_with_the_text(unit, toponyms):
    few, many = calls(unit * 60, toponyms), calls(unit * 240, toponyms)
    assert many <= 6 * few + 2000


def test_the_founding_report_itself():
    path = Path(__file__).parents[3] / "shared" / "seed" / "report.txt"
    if not path.is_file():
        pytest.skip("the founding report is third-party text and lies beside the checkout")
    text = path.read_text(encoding="utf-8")
    for published in (date(2024, 11, 1), None):
        report = Report(report_id="seed", text=text, published=published)
        claims = extract.claims(report, geocode.toponyms(text))
        check(text, claims)
        assert [(c.kind, c.count_min, c.count_max) for c in claims] == [
            ("deployment", 10000, 10000),
            ("deployment", 8000, 8000),
            ("deployment", None, None),
            ("launch", 1, 1),
            ("impact", 1, 1),
        ]
        flights = [(c.range_km, c.apogee_km, c.flight_min, c.bearing_deg) for c in claims[3:]]
        assert flights == [(1000, 7000, 86, 90)] * 2
        assert (claims[3].time, claims[4].time) == ("07:11", "08:37")
        assert claims[4].zone_claim == "outside:JPN-EEZ"


def test_reports_without_a_claim_stay_empty(toponyms):
    folder = Path(__file__).parents[3] / "shared" / "reports"
    if not folder.is_dir():
        pytest.skip("the development reports lie beside the checkout")
    for path in sorted(folder.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        if not record["claims"]:
            report = Report(report_id=record["report_id"], text=record["text"])
            assert extract.claims(report, toponyms(record["text"])) == ()


@pytest.mark.parametrize(
    "unit",
    [
        # A flight that is told of again and again.
        "It fell in Sumy. ",
        "The missile was launched. ",
        "The missile was launched from Sunan. ",
        "Missiles were launched from Sunan and fell in Odesa, inside Japan's EEZ. ",
        # Claims that repeat each other, or do not.
        "North Korea fired a missile. ",
        "Two Russian missiles fell in Kharkiv. ",
        "300 soldiers are at Sumy and in Russia. ",
        # Long sentences with much in them.
        "it launched missiles from there ",
        "soldiers and soldiers, ",
        "launches of two from Sunan, ",
        "of the of the ",
        "3 May and ",
        ", Japan said",
        "in Sumy, in Russia, ",
    ],
)
def test_work_grows_with_what_is_told(unit, toponyms):
    opening = "A missile was fired from Tehran on Thursday. "
    few, many = calls(opening + unit * 150, toponyms), calls(opening + unit * 600, toponyms)
    assert many <= 4.6 * few + 2000


def test_many_claims_that_differ_are_read_in_time_that_grows_with_their_number(toponyms):
    def text(number):
        return " ".join(f"{count} soldiers are in Sumy." for count in range(2, number))

    few, many = calls(text(300), toponyms), calls(text(1200), toponyms)
    assert many <= 6 * few


def test_the_ids_of_a_claim_digest_the_text_once(read, monkeypatch):
    digested = []
    sha256 = hashlib.sha256
    monkeypatch.setattr(hashlib, "sha256", lambda data: digested.append(data) or sha256(data))
    claims = read("40 soldiers are in Sumy. 60 soldiers are in Riga. A missile fell in Odesa.")
    assert len(claims) == 3
    assert len(digested) == 1
