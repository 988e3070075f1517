"""Claims of several reports joined into events, and what is none."""

from dataclasses import replace
from itertools import permutations

import pytest

import samples
from sitmap.checks import unify
from sitmap.model import Location, Place

SUNAN = Place(place_id="t:sunan", name="Sunan", type="town", country="PRK", lat=39.2, lon=125.7)
WONSAN = Place(place_id="t:wonsan", name="Wonsan", type="town", country="PRK", lat=39.15, lon=127.44)


def at(place, km=10):
    return Location(place=place, lat=place.lat, lon=place.lon, uncertainty_km=km)


LAUNCH = replace(samples.LAUNCH, location=at(SUNAN), event_id="e-1", claim_id="c-1", published="2024-11-01")


def other(claim=LAUNCH, **fields):
    plain = {"report_id": "r-2", "claim_id": "c-2", "event_id": "e-2", "published": "2024-11-02"}
    return replace(claim, **plain | fields)


def ids(*claims):
    return [claim.event_id for claim in unify(claims)]


def test_one_launch_told_by_two_reports_has_the_first_ones_id():
    assert ids(LAUNCH, other()) == ["e-1", "e-1"]
    assert ids(other(), LAUNCH) == ["e-1", "e-1"]


def test_the_order_changes_nothing():
    claims = [LAUNCH, other(), other(report_id="r-3", claim_id="c-3", event_id="e-3", time="07:20")]
    for order in permutations(claims):
        assert ids(*order) == ["e-1"] * 3


@pytest.mark.parametrize(
    "fields",
    [
        {"date": "2024-10-30"},
        {"date": ""},
        {"time": "19:30"},
        {"actor": "RUS"},
        {"asset": "srbm"},
        {"designation": "KN-23"},
        {"location": at(WONSAN)},
        {"location": None},
        {"stance": "denied"},
        {"review": "rejected"},
        {"report_id": "founding"},
        {"kind": "site"},
    ],
    ids="-".join,
)
def test_what_stays_an_event_of_its_own(fields):
    named = replace(LAUNCH, designation="Hwasong-19") if "designation" in fields else LAUNCH
    assert ids(named, other(**fields)) == ["e-1", "e-2"]


def test_what_fits_two_launches_of_a_report_is_joined_to_neither():
    twice = other(claim_id="c-3", event_id="e-3", time="07:25")
    assert ids(LAUNCH, other(time="07:20"), twice) == ["e-1", "e-2", "e-3"]


def test_an_impact_brings_its_launch_along():
    impact = replace(samples.IMPACT, event_id="e-1", published="2024-11-01")
    told = other(samples.IMPACT, event_id="e-2")
    launch = other(location=None)
    assert ids(LAUNCH, impact, launch, told) == ["e-1"] * 4


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "e-1"),
        ({"count_min": 11000, "count_max": 11000}, "e-1"),
        ({"date": "2024-11-01"}, "e-1"),
        ({"date": "2024-11-03"}, "e-2"),
        ({"status": "planned"}, "e-2"),
        ({"asset": "artillery"}, "e-2"),
    ],
)
def test_a_force_at_a_place(fields, expected):
    assert ids(samples.TROOPS_KURSK, other(samples.TROOPS_KURSK, **fields))[1] in {
        expected,
        samples.TROOPS_KURSK.event_id if expected == "e-1" else expected,
    }
