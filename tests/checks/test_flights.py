"""What the turning Earth adds to the published flights: within the allowance that was taken from them."""

import csv
from pathlib import Path

import pytest
from pyproj import Geod

from sitmap.checks import arcs
from sitmap.checks.ballistics import free_flight_min

GEOD = Geod(ellps="WGS84")
#: Sidereal rotation, degrees a minute (IERS conventions: 7.292115e-5 rad/s).
TURN_DEG_MIN = 0.25068447
#: From the Pyongyang area toward the sea west of Hokkaido.
LAT, LON, BEARING = 39.2, 125.7, 65.0

with (Path(__file__).parent / "flights.csv").open(encoding="utf-8", newline="") as _file:
    FLIGHTS = list(csv.DictReader(_file))


def over_turning_earth(range_km, apogee_km):
    """Free flight, min, when the place of impact moves on east while the missile flies."""
    lon, lat, _ = GEOD.fwd(LON, LAT, BEARING, range_km * 1000)
    minutes = free_flight_min(range_km, apogee_km)
    for _ in range(20):
        in_space = GEOD.inv(LON, LAT, lon + TURN_DEG_MIN * minutes, lat)[2] / 1000
        minutes = free_flight_min(in_space, apogee_km)
    return minutes


@pytest.mark.parametrize("row", FLIGHTS, ids=lambda row: f"{row['date']} {row['told_by']} {row['apogee_km']}")
def test_the_turn_adds_less_than_a_minute_and_stays_in_the_allowance(row):
    numbers = float(row["range_km"]), float(row["apogee_km"])
    turning, still = over_turning_earth(*numbers), free_flight_min(*numbers)
    assert 0 < turning - still < 0.8
    if row["verdict"] == "consistent":
        assert 0.5 < float(row["minutes"]) - turning < arcs.of(row["asset"]).high


def test_flights_that_do_not_fit_are_named():
    misfits = {(row["date"], row["minutes"]) for row in FLIGHTS if row["verdict"] == "inconsistent"}
    assert misfits == {("2022-03-24", "67.5")}


def test_enough_lofted_flights_are_told():
    lofted = [row for row in FLIGHTS if float(row["apogee_km"]) > float(row["range_km"])]
    assert len(lofted) >= 15
    assert len({row["date"] for row in lofted}) >= 13
