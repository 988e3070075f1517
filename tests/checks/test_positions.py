"""Where one missile came down by two tellings."""

from dataclasses import replace

import pytest

import samples
from sitmap.checks import positions
from sitmap.checks.case import open_case
from sitmap.model import Location


def impact(source, lat, lon, open_km=20.0, **fields):
    where = Location(place=samples.OKUSHIRI, lat=lat, lon=lon, uncertainty_km=open_km)
    plain = {
        "claim_id": f"c-{source}",
        "event_id": "e1",
        "source": source,
        "count_min": 1,
        "count_max": 1,
        "zone_claim": "",
        "quote": source,
        "location": where,
    }
    return replace(samples.IMPACT, **plain | fields)


def judge(*claims):
    return tuple(positions.judge(open_case(claims, None)))


@pytest.mark.parametrize(
    ("lon", "verdict"),
    [(137.0, "consistent"), (137.1, "consistent"), (137.4, "marginal"), (138.5, "inconsistent")],
)
def test_two_positions(lon, verdict):
    (found,) = judge(impact("Tokyo", 42.0, 137.0), impact("Seoul", 42.0, lon))
    assert found.verdict == verdict, found.explanation
    assert found.unit == "km"


def test_the_sentence_says_who_puts_it_where():
    (found,) = judge(impact("Tokyo", 42.0, 137.0), impact("Seoul", 42.0, 138.5))
    assert "(Tokyo) against" in found.explanation
    assert found.explanation.endswith("124 km apart, more than the 40 km that the words leave open.")


def test_inside_by_one_and_outside_by_the_other():
    one = impact("Tokyo", 42.0, 137.0, zone_claim="inside:JPN-EEZ")
    found = judge(one, impact("Seoul", 42.0, 137.0, zone_claim="outside:JPN-EEZ"))
    assert [(each.topic, each.verdict) for each in found] == [
        ("position", "consistent"),
        ("zone", "inconsistent"),
    ]
    agreeing = judge(one, impact("Seoul", 42.0, 137.0, zone_claim="inside:JPN-EEZ"))
    assert [each.verdict for each in agreeing] == ["consistent", "consistent"]


def test_of_three_the_two_farthest_apart_speak():
    (found,) = judge(
        impact("Tokyo", 42.0, 137.0), impact("Seoul", 42.0, 137.1), impact("Moscow", 42.0, 139.0)
    )
    assert {claim.source for claim in found.claims} == {"Tokyo", "Moscow"}


@pytest.mark.parametrize(
    "second",
    [
        impact("Tokyo", 42.0, 138.5, claim_id="c-2"),
        impact("", 42.0, 138.5),
        impact("Seoul", 42.0, 138.5, event_id="e2"),
        impact("Seoul", 42.0, 138.5, count_min=3, count_max=3),
        impact("Seoul", 42.0, 138.5, location=None),
        impact("Seoul", 42.0, 138.5, location=Location(note="not found")),
        impact("Seoul", 42.0, 138.5, stance="denied"),
    ],
)
def test_what_is_no_second_position(second):
    assert judge(impact("Tokyo", 42.0, 137.0), second) == ()


def test_a_sea_is_no_position():
    wide = replace(samples.IMPACT.location, area=samples.NORTH_KOREA.area, area_is_place=True)
    assert judge(impact("Tokyo", 42.0, 137.0), impact("Seoul", 42.0, 138.5, location=wide)) == ()
