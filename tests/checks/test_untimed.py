"""Flights with a height and a distance and no time, and those beyond their class."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

import samples
from sitmap.checks import ballistics, trajectory
from sitmap.checks.case import open_case

with (Path(__file__).parent / "flights.csv").open(encoding="utf-8", newline="") as _file:
    FLIGHTS = list(csv.DictReader(_file))


def judge(**fields):
    plain = {"range_km": None, "apogee_km": None, "flight_min": None, "time": "", "location": None}
    return tuple(trajectory.judge(open_case([replace(samples.LAUNCH, **plain | fields)], None)))


def test_an_arc_without_a_time_is_told_with_the_time_that_it_takes():
    (found,) = judge(range_km=800.0, apogee_km=2000.0, asset="irbm")
    assert found.verdict == "undetermined"
    assert found.explanation == (
        "No flight time is told to hold against: an arc over 800 km with an apogee of 2,000 km "
        "takes 27 to 31 minutes with powered flight."
    )


def test_in_the_air_an_arc_cannot_be_tested():
    (found,) = judge(range_km=600.0, apogee_km=50.0, asset="srbm")
    assert found.verdict == "undetermined"
    assert "below 100 km the air bends an arc" in found.explanation


@pytest.mark.parametrize(
    "fields",
    [
        {"range_km": 600.0, "apogee_km": 50.0, "asset": "hypersonic"},
        {"range_km": 30000.0, "apogee_km": 1000.0},
        {"range_km": 600.0},
        {"apogee_km": 600.0},
        {"range_km": 900.0, "asset": "srbm"},
        {"range_km": 4800.0, "asset": "slbm"},
    ],
)
def test_what_is_no_arc_or_has_nothing_to_tell(fields):
    assert judge(**fields) == ()


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({"range_km": 600.0, "apogee_km": 1900.0, "asset": "srbm"}, "inconsistent"),
        ({"range_km": 2300.0, "asset": "srbm"}, "inconsistent"),
        ({"range_km": 1200.0, "asset": "srbm"}, "marginal"),
        ({"range_km": 5800.0, "asset": "mrbm"}, "inconsistent"),
        ({"range_km": 9000.0, "asset": "irbm"}, "inconsistent"),
    ],
)
def test_a_flight_beyond_its_class(fields, verdict):
    found = [judgement for judgement in judge(**fields) if judgement.topic == "class"]
    assert [judgement.verdict for judgement in found] == [verdict]


@pytest.mark.parametrize("row", FLIGHTS, ids=lambda row: f"{row['date']} {row['apogee_km']}")
def test_no_published_flight_is_beyond_its_class(row):
    numbers = {"range_km": float(row["range_km"]), "apogee_km": float(row["apogee_km"])}
    assert not [found for found in judge(**numbers, asset=row["asset"]) if found.topic == "class"]


@pytest.mark.parametrize(
    ("range_km", "apogee_km", "expected"),
    [
        # At the best angle a flight reaches no farther than it does.
        (3700.0, 800.0, 3700),
        # Straight up to a height h over a flat Earth: v^2 = 2 g h, so twice the height.
        (0.0, 100.0, 200),
    ],
)
def test_the_greatest_range_of_an_arc(range_km, apogee_km, expected):
    assert ballistics.greatest_range_km(range_km, apogee_km) == pytest.approx(expected, rel=0.02)


def test_speed_for_any_range_gives_half_the_earth():
    assert ballistics.greatest_range_km(1000.0, 20000.0) == ballistics.GREATEST_RANGE_KM
