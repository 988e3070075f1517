"""The direction of a flight against its places."""

from dataclasses import replace

import pytest

import samples
from sitmap import geodesy
from sitmap.checks import bearings
from sitmap.checks.case import open_case
from sitmap.model import Location, Place


def at(name, lat, lon, *, kind="town", km=5.0, area=None):
    place = Place(place_id=name, name=name, type=kind, country="", lat=lat, lon=lon, area=area)
    return Location(
        place=place, lat=lat, lon=lon, uncertainty_km=km, area=area, area_is_place=area is not None
    )


WONSAN, KAECHON = at("Wonsan", 39.15, 127.44), at("Kaechon", 39.70, 125.90)
SEA = at("East Sea", 40.0, 134.0, kind="sea", area=geodesy.circle(40.0, 134.0, radius_km=500))
BAY = at("the bay", 39.2, 127.4, kind="sea", area=geodesy.circle(39.2, 127.4, radius_km=400))


def judge(start, end, bearing, **fields):
    told = {"relation": "at", "offset_km": None, "offset_deg": None, "bearing_deg": bearing} | fields
    launch = replace(samples.LAUNCH, **told | {"location": start})
    impact = replace(samples.IMPACT, **told | {"location": end})
    return tuple(bearings.judge(open_case([launch, impact], zones=None)))


def test_westward_from_wonsan_is_not_into_the_east_sea():
    (found,) = judge(WONSAN, SEA, 270.0, range_km=330.0)
    assert (found.verdict, found.stated, found.unit) == ("inconsistent", "west", "degrees")
    assert found.explanation.endswith("but the flight is told as one to the west.")


@pytest.mark.parametrize(
    ("start", "end", "bearing", "fields"),
    [
        (WONSAN, SEA, 90.0, {}),
        (KAECHON, SEA, 90.0, {}),
        (WONSAN, SEA, 0.0, {}),
        (WONSAN, SEA, None, {}),
        # Some of the water lies to the west.
        (WONSAN, BAY, 270.0, {"range_km": 300.0}),
        (samples.LAUNCH.location, SEA, 270.0, {}),
        (WONSAN, SEA, 270.0, {"asset": "cruise"}),
    ],
    ids=str,
)
def test_a_direction_that_fits_or_cannot_be_told(start, end, bearing, fields):
    assert judge(start, end, bearing, **fields) == ()


def test_a_part_of_an_area_that_is_too_near_does_not_count():
    assert judge(WONSAN, at("Hamhung", 39.9, 127.5), 180.0, range_km=None) != ()
    wide = at("water", 39.15, 130.0, kind="sea", area=geodesy.circle(39.15, 130.0, radius_km=240))
    assert judge(WONSAN, wide, 270.0, range_km=400.0) != ()
    assert judge(WONSAN, wide, 270.0, range_km=None) == ()
