"""What one source says and another denies."""

from dataclasses import replace

import pytest

import samples
from sitmap.checks import denials
from sitmap.checks.case import open_case
from sitmap.model import Location, Place

SYRIA = Place(place_id="t:syria", name="Syria", type="country", country="SYR", lat=35.0, lon=38.0)
HOMS = Place(place_id="t:homs", name="Homs", type="town", country="SYR", lat=34.73, lon=36.71)
AMMAN = Place(place_id="t:amman", name="Amman", type="town", country="JOR", lat=31.95, lon=35.93)


def claim(source, stance="asserted", place=HOMS, **fields):
    plain = {
        "claim_id": f"c-{source}-{stance}-{place.name}",
        "kind": "deployment",
        "event_id": "",
        "actor": "TUR",
        "asset": "troops",
        "status": "present",
        "stance": stance,
        "source": source,
        "date": "",
        "summary": f"Turkish troops in {place.name}",
        "quote": source,
        "location": Location(place=place, lat=place.lat, lon=place.lon),
    }
    return replace(samples.LAUNCH, **plain | fields)


def judge(*claims):
    return tuple(denials.judge(open_case(claims, None)))


def test_a_presence_denied_without_a_day_stays_open():
    (found,) = judge(claim("a monitor"), claim("Ankara", "denied", SYRIA))
    assert found.verdict == "undetermined"
    assert found.explanation == (
        "Turkish troops in Homs: said by a monitor, denied by Ankara; the words leave the day open."
    )
    assert [each.source for each in found.claims] == ["a monitor", "Ankara"]


def test_one_day_cannot_be_both():
    day = {"date": "2025-03-04"}
    (found,) = judge(claim("a monitor", **day), claim("Ankara", "denied", SYRIA, **day))
    assert found.verdict == "inconsistent"


@pytest.mark.parametrize("kind", ["launch", "impact"])
def test_one_event_cannot_be_both(kind):
    fields = {"kind": kind, "asset": "missile", "status": ""}
    asserted = claim("state media", **fields, date="2025-03-04")
    (found,) = judge(asserted, claim("the army", "denied", **fields))
    assert found.verdict == "inconsistent"
    assert judge(asserted, claim("the army", "denied", **fields, date="2024-12-01")) == ()


def test_several_who_say_so_stand_together():
    (found,) = judge(claim("a monitor"), claim("a minister"), claim("Ankara", "denied"))
    assert "said by a monitor and a minister, denied by Ankara" in found.explanation


@pytest.mark.parametrize(
    ("asserted", "denied"),
    [
        (claim("a monitor", place=AMMAN), claim("Ankara", "denied", SYRIA)),
        (claim("a monitor", place=SYRIA), claim("Ankara", "denied", HOMS)),  # elsewhere in Syria, then
        (claim("a monitor", actor="RUS"), claim("Ankara", "denied")),
        (claim("a monitor", asset="ships"), claim("Ankara", "denied")),
        (claim("a monitor", status="withdrawn"), claim("Ankara", "denied")),
        (claim("a monitor", status="planned"), claim("Ankara", "denied")),
        (claim("Ankara"), claim("Ankara", "denied")),
        (claim(""), claim("Ankara", "denied")),
        (claim("a monitor"), claim("", "denied")),
        (claim("a monitor", actor=""), claim("Ankara", "denied", actor="")),
        (claim("a monitor", location=None), claim("Ankara", "denied")),
        (claim("a monitor", review="rejected"), claim("Ankara", "denied")),
        (claim("a monitor"), claim("Ankara", "denied", review="rejected")),
    ],
)
def test_what_is_no_contradiction(asserted, denied):
    assert judge(asserted, denied) == ()
