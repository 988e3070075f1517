"""Parts and wholes: bounds, rounding, places within places, and what is not a part."""

from dataclasses import replace

import pytest
import shapely

import samples
from sitmap.checks import sum as parts
from sitmap.checks.case import open_case
from sitmap.model import Location, Place

BELGOROD = Place(
    place_id="t:belgorod",
    name="Belgorod Oblast",
    type="admin1",
    country="RUS",
    lat=50.7,
    lon=37.5,
    area=shapely.box(36, 50, 39, 50.85),
)
SUDZHA = Place(
    place_id="t:sudzha",
    name="Sudzha",
    type="town",
    country="RUS",
    lat=51.19,
    lon=35.27,
    admin1="Kursk Oblast",
)


def judge(*claims):
    return tuple(parts.judge(open_case(claims, zones=None)))


def counted(claim, low, high, claim_id=None, **fields):
    return replace(claim, claim_id=claim_id or claim.claim_id, count_min=low, count_max=high, **fields)


def at(place):
    return Location(place=place, lat=place.lat, lon=place.lon, area=place.area, area_is_place=True)


@pytest.mark.parametrize(
    ("part", "whole", "verdict"),
    [
        ((8000, 8000), (10000, 10000), "consistent"),
        ((None, 8000), (10000, 10000), "consistent"),
        ((10000, 10000), (10000, 10000), "consistent"),
        ((11000, 11000), (10000, 10000), "marginal"),
        ((12000, 12000), (10000, 10000), "inconsistent"),
        ((12000, None), (10000, 10000), "inconsistent"),
        ((None, 12000), (10000, 10000), "undetermined"),
        ((12000, 12000), (10000, None), "consistent"),
        ((3000, None), (10000, 10000), "consistent"),
        ((8000, 12000), (None, 10000), "undetermined"),
    ],
)
def test_a_part_against_its_whole(part, whole, verdict):
    (found,) = judge(counted(samples.TROOPS_KURSK, *part), counted(samples.TROOPS_RUSSIA, *whole))
    assert found.verdict == verdict, found.explanation


def test_founding_report_reads_as_a_sentence():
    (found,) = judge(*samples.FOUNDING_CLAIMS)
    assert found.explanation == "8,000 in Kursk Oblast is a part of 10,000 in Russia."
    assert [claim.claim_id for claim in found.claims] == ["c-russia", "c-kursk"]


def test_a_bound_opens_the_sentence_with_a_capital():
    (found,) = judge(counted(samples.TROOPS_KURSK, None, 8000), samples.TROOPS_RUSSIA)
    assert found.explanation == "Up to 8,000 in Kursk Oblast is a part of 10,000 in Russia."


def test_parts_that_lie_apart_add_up():
    belgorod = counted(samples.TROOPS_KURSK, 6000, 6000, "c-belgorod", location=at(BELGOROD))
    (found,) = judge(samples.TROOPS_RUSSIA, samples.TROOPS_KURSK, belgorod)
    assert found.verdict == "inconsistent"
    assert found.computed == "14,000"
    assert "together 14,000" in found.explanation


def test_a_part_of_a_part_is_not_added_twice():
    sudzha = counted(samples.TROOPS_KURSK, 7000, 7000, "c-sudzha", location=at(SUDZHA))
    verdicts = {
        found.computed: found.verdict for found in judge(samples.TROOPS_RUSSIA, samples.TROOPS_KURSK, sudzha)
    }
    assert verdicts == {"8,000": "consistent", "7,000": "consistent"}


def test_one_place_counted_twice_is_not_added_up():
    again = counted(samples.TROOPS_KURSK, 8000, 8000, "c-again")
    (found,) = judge(samples.TROOPS_RUSSIA, samples.TROOPS_KURSK, again)
    assert found.computed == "8,000"


@pytest.mark.parametrize(
    "fields",
    [
        {"source": "Mark Rutte"},
        {"asset": "artillery"},
        {"actor": "RUS"},
        {"actor": ""},
        {"status": "planned"},
        {"designation": "11th Corps"},
        {"date": "2024-10-20"},
        {"report_id": "another"},
        {"stance": "denied"},
        {"review": "rejected"},
        {"count_min": None, "count_max": None},
        {"location": None},
        {"location": Location(note="not found")},
        {"location": at(samples.NORTH_KOREA)},
        {"location": at(samples.RUSSIA)},
    ],
    ids="-".join,
)
def test_what_is_no_part(fields):
    part = replace(samples.TROOPS_KURSK, **{"count_min": 12000, "count_max": 12000} | fields)
    assert judge(samples.TROOPS_RUSSIA, part) == ()
