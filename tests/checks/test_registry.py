"""All checks together: the founding report, ids, silence, and any claims whatever."""

import importlib
import json
import math
from dataclasses import replace

import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import samples
from sitmap import checks, schema
from sitmap.checks.judgement import Judgement
from sitmap.checks.registry import merge
from sitmap.model import Claim, Location, Place

VERDICTS = {"consistent", "marginal", "inconsistent", "undetermined"}


def test_founding_report(sea_of_japan):
    found = {finding.check: finding for finding in checks.run(samples.FOUNDING_CLAIMS, zones=sea_of_japan)}
    assert {check: finding.verdict for check, finding in found.items()} == {
        "zone": "marginal",
        "duration": "consistent",
        "trajectory": "marginal",
        "range": "consistent",
        "sum": "consistent",
        "surface": "consistent",
    }
    assert all(finding.method and finding.explanation.endswith(".") for finding in found.values())


def test_ids_are_stable_and_tell_findings_apart(sea_of_japan):
    first = checks.run(samples.FOUNDING_CLAIMS, zones=sea_of_japan)
    again = checks.run(tuple(samples.FOUNDING_CLAIMS), zones=sea_of_japan)
    assert first == again
    assert len({finding.finding_id for finding in first}) == len(first)


def test_denied_and_rejected_claims_are_not_held_to_account(sea_of_japan):
    claims = [
        replace(samples.LAUNCH, stance="denied"),
        replace(samples.IMPACT, review="rejected"),
        replace(samples.TROOPS_KURSK, stance="denied"),
        samples.TROOPS_RUSSIA,
    ]
    assert checks.run(claims, zones=sea_of_japan) == ()


def test_no_claims_no_findings(sea_of_japan):
    assert checks.run([], zones=sea_of_japan) == ()


def test_numbers_told_on_launch_and_impact_are_judged_once(sea_of_japan):
    found = checks.run([samples.LAUNCH, samples.IMPACT], zones=sea_of_japan)
    assert sorted(finding.check for finding in found) == [
        "duration",
        "range",
        "surface",
        "trajectory",
        "zone",
    ]


def test_the_same_numbers_on_many_launches_of_one_event_are_told_once(sea_of_japan):
    salvo = [replace(samples.LAUNCH, claim_id=f"c-{n}", time="") for n in range(4)]
    found = {finding.check: finding for finding in checks.run(salvo, zones=sea_of_japan)}
    assert set(found) == {"duration", "trajectory", "range"}
    assert all(len(finding.claim_ids) == 4 for finding in found.values())


def test_merge_keeps_different_words_and_events_apart():
    same = Judgement(claims=(samples.LAUNCH,), verdict="consistent", explanation="One.")
    other = replace(same, explanation="Two.")
    elsewhere = replace(same, claims=(replace(samples.LAUNCH, report_id="another"),))
    assert merge([same, other, elsewhere, same]) == (same, other, elsewhere)


def test_a_launch_of_two_sources_goes_with_the_numbers_of_its_impact(sea_of_japan):
    other = replace(
        samples.LAUNCH, claim_id="c-other", range_km=None, apogee_km=None, flight_min=None, time="07:30"
    )
    found = checks.run([other, samples.LAUNCH, samples.IMPACT], zones=sea_of_japan)
    (duration,) = [finding for finding in found if finding.check == "duration"]
    assert duration.claim_ids == ("c-launch", "c-impact")
    assert duration.verdict == "consistent"


@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda check: check.name)
def test_every_check_documents_method_tolerance_and_limits(check):
    text = importlib.import_module(check.judge.__module__).__doc__
    assert text.startswith(f"`{check.name}`: ")
    for word in ("Method:", "Tolerance:", "Limits:"):
        assert word in text, f"{check.name} says nothing of its {word}"


TEXT = st.sampled_from(["", "x", "\ud83d", "</script>", "\u202e", "two\nlines"])
FIGURE = st.none() | st.sampled_from([0.0, -1.0, 1e-9, 86.0, 1000.0, 7000.0, 30000.0, 1e12])
COUNT = st.none() | st.sampled_from([0, 1, 8000, 10**12])
PLACES = st.sampled_from(
    [
        samples.RUSSIA,
        samples.KURSK,
        samples.NORTH_KOREA,
        samples.OKUSHIRI,
        Place(place_id="t:pole", name="Pole", type="area", country="", lat=90.0, lon=180.0),
        Place(
            place_id="t:sliver",
            name="Sliver",
            type="sea",
            country="",
            lat=0.0,
            lon=0.0,
            area=shapely.Polygon([(0, 0), (1, 0), (2, 0)]),
        ),
    ]
)


@st.composite
def locations(draw):
    place = draw(st.none() | PLACES)
    if place is None or draw(st.booleans()):
        return Location(place=place, note="not found")
    area = draw(st.sampled_from([place.area, None, shapely.Polygon()]))
    return Location(
        place=place,
        lat=place.lat,
        lon=place.lon,
        area=area,
        area_is_place=draw(st.booleans()),
        uncertainty_km=draw(st.sampled_from([0.0, 0.01, 25.0, 500.0])),
    )


@st.composite
def claims(draw):
    zone_claims = ["", "inside:JPN-EEZ", "outside:JPN-EEZ", "inside:JPN-TS", "inside:", "x", "inside:XXX-EEZ"]
    return Claim(
        claim_id="",
        report_id=draw(st.sampled_from("rs")),
        kind=draw(st.sampled_from(["deployment", "launch", "impact", "site"])),
        quote="q",
        quote_start=0,
        quote_end=1,
        event_id=draw(st.sampled_from(["", "e"])),
        actor=draw(st.sampled_from(["", "PRK"])),
        asset=draw(st.sampled_from(["", "icbm", "drone", "troops", "nonsense"])),
        designation=draw(TEXT),
        count_min=draw(COUNT),
        count_max=draw(COUNT),
        date=draw(st.sampled_from(["", "2024-10-31", "2024-11-01", "2024-02-30", "x", "0001-01-01"])),
        date_end=draw(st.sampled_from(["", "2024-10-31", "x"])),
        time=draw(st.sampled_from(["", "07:11", "23:59", "24:00", "x"])),
        tz=draw(st.sampled_from(["", "Asia/Tokyo", "UTC", "Asia", "../etc", "\x00"])),
        range_km=draw(FIGURE),
        apogee_km=draw(FIGURE),
        flight_min=draw(FIGURE),
        zone_claim=draw(st.sampled_from(zone_claims)),
        place_text=draw(TEXT),
        relation=draw(st.sampled_from(["at", "in", "near", "offset", "off", "between", "from", "toward"])),
        offset_km=draw(st.none() | st.sampled_from([0.0, 200.0, 19000.0])),
        offset_deg=draw(st.none() | st.sampled_from([0.0, 270.0, 360.0])),
        location=draw(st.none() | locations()),
        published=draw(st.sampled_from(["", "2024-11-01", "x"])),
    )


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(claims(), max_size=6))
def test_any_claims_give_findings_that_fit_the_contract(sea_of_japan, drawn):
    drawn = [replace(claim, claim_id=f"c-{number}") for number, claim in enumerate(drawn)]
    found = checks.run(drawn, zones=sea_of_japan)
    assert len({finding.finding_id for finding in found}) == len(found)
    for finding in found:
        assert finding.verdict in VERDICTS
        assert set(finding.claim_ids) <= {claim.claim_id for claim in drawn}
        assert finding.margin is None or (math.isfinite(finding.margin) and finding.margin >= 0)
        assert finding.tolerance is None or (math.isfinite(finding.tolerance) and finding.tolerance >= 0)
        assert finding.explanation.endswith(".")
        assert "\n" not in finding.explanation
        json.dumps(schema.finding_row(finding))
