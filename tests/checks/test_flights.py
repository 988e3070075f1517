"""The published flights: how long free flight falls short of each, and what the turning Earth makes of it."""

import csv
from pathlib import Path

import pytest

from sitmap.checks import arcs, ballistics, figure, turn
from sitmap.checks.turn import Course

#: From the Pyongyang area toward the sea west of Hokkaido.
COURSE = Course(39.2, 65.0)

with (Path(__file__).parent / "flights.csv").open(encoding="utf-8", newline="") as _file:
    TOLD = list(csv.DictReader(_file))
#: Only those of which a time is told can test an arc.
FLIGHTS = [row for row in TOLD if row["minutes"]]


def lofted(rows):
    return {row["date"] for row in rows if float(row["apogee_km"]) > float(row["range_km"])}


def beyond(row, course):
    """Minutes in the air that are told beyond free flight."""
    numbers = float(row["range_km"]), float(row["apogee_km"])
    return float(row["minutes"]) - turn.free_flight_min(*numbers, course)


@pytest.mark.parametrize("row", FLIGHTS, ids=lambda row: f"{row['date']} {row['told_by']} {row['apogee_km']}")
def test_the_turn_adds_less_than_a_minute_and_stays_in_the_allowance(row):
    added = beyond(row, None) - beyond(row, COURSE)
    assert 0 < added < 0.8
    if row["verdict"] == "consistent":
        arc, step = arcs.of(row["asset"]), figure.minutes(float(row["minutes"])).half_step
        assert arc.low - step <= beyond(row, COURSE) <= arc.high + step
        assert arc.low - step <= beyond(row, None) <= arc.still.high + step


def test_lofted_icbms_fly_two_to_five_minutes_longer_than_free_flight():
    told = [row for row in FLIGHTS if row["asset"] == "icbm" and row["verdict"] == "consistent"]
    assert len({row["date"] for row in told}) >= 9
    assert all(2 <= beyond(row, None) <= 5 for row in told)


def test_flights_that_do_not_fit_are_named():
    misfits = {
        (row["date"], row["minutes"], row["verdict"]) for row in FLIGHTS if row["verdict"] != "consistent"
    }
    assert misfits == {
        ("2022-03-24", "67.5", "inconsistent"),  # Hwasong-17 as the launching side tells it
        ("2023-07-12", "74", "marginal"),  # "in excess of 6,000 km": a bound
        ("2023-12-18", "73", "marginal"),  # likewise
        ("2024-10-31", "86", "marginal"),  # "about 7,000 km"
    }


def test_enough_lofted_flights_are_told_with_a_time():
    assert len(lofted(FLIGHTS)) >= 15


def test_flights_without_a_time_are_listed_and_say_so():
    untimed = [row for row in TOLD if not row["minutes"]]
    assert len(lofted(untimed) - lofted(FLIGHTS)) >= 7
    assert all(row["source"].endswith("no flight time told") and not row["verdict"] for row in untimed)


def test_every_row_has_its_numbers_and_a_source():
    for row in TOLD:
        assert float(row["apogee_km"]) > 0
        assert 0 < float(row["range_km"]) < ballistics.GREATEST_RANGE_KM
        assert row["told_by"]
        assert row["source"]
