"""Which launch goes with which impact, and which claims are looked at."""

from dataclasses import replace

import pytest

import samples
from sitmap.checks.case import Remembered, flights, open_case


def launch(number, **fields):
    return replace(samples.LAUNCH, claim_id=f"launch-{number}", **fields)


def impact(number, **fields):
    return replace(samples.IMPACT, claim_id=f"impact-{number}", **fields)


BARE = {"range_km": None, "apogee_km": None, "flight_min": None}


@pytest.mark.parametrize(
    ("claims", "pairs"),
    [
        ([launch(1), impact(1)], {("launch-1", "impact-1")}),
        ([launch(1)], {("launch-1", None)}),
        ([impact(1)], {(None, "impact-1")}),
        # Other events, other reports, and claims without an event stay apart.
        ([launch(1), impact(1, event_id="e-9")], {("launch-1", None), (None, "impact-1")}),
        ([launch(1), impact(1, report_id="r-9")], {("launch-1", None), (None, "impact-1")}),
        ([launch(1, event_id=""), impact(1, event_id="")], {("launch-1", None), (None, "impact-1")}),
        # Two sources tell one launch: the impact goes with the one that gives its numbers.
        ([launch(1, **BARE), launch(2), impact(1)], {("launch-1", None), ("launch-2", "impact-1")}),
        # A salvo whose numbers do not tell its missiles apart.
        (
            [launch(1), launch(2), impact(1), impact(2)],
            {("launch-1", None), ("launch-2", None), (None, "impact-1"), (None, "impact-2")},
        ),
        ([launch(1, **BARE), impact(1, **BARE), impact(2, **BARE)], None),
        # "What hit P had been fired from Q": the passage of one of two launches holds that of the impact.
        (
            [
                launch(1, quote_start=0, quote_end=20),
                launch(2, quote_start=21, quote_end=60),
                impact(1, quote_start=21, quote_end=40),
            ],
            {("launch-1", None), ("launch-2", "impact-1")},
        ),
        ([samples.TROOPS_KURSK], set()),
    ],
)
def test_flights(claims, pairs):
    if pairs is None:
        pairs = {("launch-1", None), (None, "impact-1"), (None, "impact-2")}
    found = {
        (flight.launch and flight.launch.claim_id, flight.impact and flight.impact.claim_id)
        for flight in flights(claims)
    }
    assert found == pairs


def test_one_launch_of_several_impacts_is_marked():
    assert {flight.of_several for flight in flights([launch(1), impact(1), impact(2)])} == {True}
    assert {flight.of_several for flight in flights([launch(1), impact(1)])} == {False}


def test_the_asset_of_a_flight_is_that_of_the_launch_or_else_of_the_impact():
    (flight,) = flights([launch(1, asset=""), impact(1, asset="srbm")])
    assert flight.asset == "srbm"


def test_where_the_two_differ_the_launch_has_the_word():
    case = open_case([launch(1, flight_min=86.0), impact(1, flight_min=74.0)], None)
    (flight,) = case.flights
    assert case.figure(flight, "flight_min").value == 86.0


def test_zones_are_asked_once_for_a_point(sea_of_japan):
    asked = []

    class Counting:
        def at(self, *place, **options):
            asked.append(place)
            return sea_of_japan.at(*place, **options)

    zones = Remembered(Counting())
    first = zones.at(42.0, 137.0)
    assert zones.at(42.0, 137.0) is first
    assert zones.at(42.0, 137.0, limit="territorial").limit_km == 22.224
    assert len(asked) == 2
