"""Published flights, the founding report, and what cannot be tested."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

import samples
from sitmap.checks import arcs, trajectory
from sitmap.checks.case import open_case
from sitmap.model import Location, Place

with (Path(__file__).parent / "flights.csv").open(encoding="utf-8", newline="") as _file:
    FLIGHTS = [row for row in csv.DictReader(_file) if row["minutes"]]


def judge(*claims):
    return tuple(trajectory.judge(open_case(claims, zones=None)))


def flight(**fields):
    fields = {"range_km": None, "apogee_km": None, "flight_min": None, "time": ""} | fields
    return replace(samples.LAUNCH, event_id="", **fields)


@pytest.mark.parametrize("row", FLIGHTS, ids=lambda row: f"{row['date']} {row['told_by']} {row['apogee_km']}")
def test_published_flights(row):
    claim = flight(
        asset=row["asset"],
        apogee_km=float(row["apogee_km"]),
        range_km=float(row["range_km"]),
        flight_min=float(row["minutes"]),
    )
    (found,) = judge(claim)
    assert found.verdict == row["verdict"], found.explanation


def test_founding_report():
    (found,) = judge(samples.LAUNCH, samples.IMPACT)
    low, high = (float(end.replace(",", "")) for end in found.computed.removeprefix("about ").split(" to "))
    assert 7400 <= low <= high <= 7900
    assert found.verdict == "marginal"
    assert "75.6 minutes in free flight, the turning Earth adds 0.7 and powered flight" in found.explanation
    assert {claim.claim_id for claim in found.claims} == {"c-launch", "c-impact"}


def test_a_zero_too_few_is_inconsistent():
    (found,) = judge(flight(range_km=1000.0, apogee_km=600.0, flight_min=74.0))
    assert found.verdict == "inconsistent"
    assert "12.8 minutes" in found.explanation
    assert found.margin > found.tolerance


def test_a_low_apogee_does_not_excuse_an_hour_in_the_air():
    (found,) = judge(flight(range_km=1000.0, apogee_km=60.0, flight_min=69.0))
    assert found.verdict == "inconsistent"


def test_a_time_beyond_any_arc_has_no_upper_end():
    (found,) = judge(flight(range_km=1000.0, apogee_km=7000.0, flight_min=6000.0))
    assert found.verdict == "inconsistent"
    assert "imply an apogee of at least 50,000 km" in found.explanation


def test_no_arc_is_as_short():
    (found,) = judge(flight(range_km=1000.0, apogee_km=150.0, flight_min=1.0))
    assert found.verdict == "inconsistent"
    assert "as short as 1 minute" in found.explanation


def test_clock_times_stand_in_for_a_flight_time():
    launch = flight(range_km=1000.0, apogee_km=7687.0, time="07:11")
    impact = replace(samples.IMPACT, event_id="", range_km=None, apogee_km=None, flight_min=None)
    (found,) = judge(replace(launch, event_id="e"), replace(impact, event_id="e"))
    assert found.verdict == "consistent"
    assert "86 minutes" in found.explanation


def test_places_stand_in_for_a_distance():
    sunan = Place(place_id="t:sunan", name="Sunan", type="town", country="PRK", lat=39.2, lon=125.69)
    where = Location(place=sunan, lat=39.2, lon=125.69, uncertainty_km=10)
    numbers = {"range_km": None, "apogee_km": 600.0, "flight_min": 74.0}
    launch = replace(samples.LAUNCH, location=where, **numbers)
    (found,) = judge(launch, replace(samples.IMPACT, **numbers))
    assert found.verdict == "inconsistent"
    assert "over 1,008 km" in found.explanation


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"apogee_km": 7000.0, "flight_min": 86.0}, "no distance"),
        ({"range_km": 1000.0, "flight_min": 74.0}, "about 6,"),
        ({"range_km": 1000.0, "apogee_km": 50.0, "flight_min": 9.0, "asset": "hypersonic"}, "ballistic arc"),
        ({"range_km": 1500.0, "apogee_km": 1.0, "flight_min": 120.0, "asset": "cruise"}, "steers"),
        ({"range_km": 600.0, "apogee_km": 50.0, "flight_min": 9.0, "asset": "srbm"}, "air bends"),
        ({"range_km": 30000.0, "apogee_km": 1000.0, "flight_min": 90.0}, "half the Earth"),
    ],
)
def test_what_cannot_be_tested_says_why(fields, words):
    (found,) = judge(flight(**fields))
    assert found.verdict == "undetermined"
    assert words in found.explanation


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"range_km": 1000.0, "apogee_km": 50.0, "asset": "cruise"},
        {"flight_min": 86.0},
        {"range_km": 1500.0, "flight_min": 120.0, "asset": "cruise"},
        {"range_km": 0.0, "apogee_km": 0.0, "flight_min": 0.0},
    ],
)
def test_nothing_is_said_where_nothing_was_stated(fields):
    assert judge(flight(**fields)) == ()


def test_a_rocket_that_leaves_the_air_is_no_artillery_rocket():
    (found,) = judge(flight(asset="rocket", range_km=787.0, apogee_km=2111.0, flight_min=50.0))
    assert found.verdict == "inconsistent"
    (found,) = judge(flight(asset="rocket", range_km=787.0, apogee_km=2111.0))
    assert "takes 28 to 33 minutes" in found.explanation
    (found,) = judge(flight(asset="rocket", range_km=70.0, apogee_km=30.0, flight_min=50.0))
    assert found.verdict == "undetermined"
    assert "artillery rocket" in found.explanation


def test_every_asset_of_a_flight_has_a_row():
    assets = {"icbm", "irbm", "mrbm", "srbm", "slbm", "ballistic", "cruise", "hypersonic", "rocket", "drone"}
    assert set(arcs.table()) == assets | {"satellite-launcher", "missile", ""}


def test_what_flies_an_arc_does_not_steer():
    assert not any(arc.testable and arc.steers for arc in arcs.table().values())
    assert not arcs.of("rocket").steers
