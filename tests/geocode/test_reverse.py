"""What is at a point: seas, states, divisions, areas, islands, the nearest places."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitmap import geocode, geodesy
from sitmap.errors import CoordinateError, PlaceError

# lat, lon, state, division, and names that must be among the islands, areas and waters.
POINTS = [
    (42.15, 139.45, "JPN", "Hokkaido", {"Okushiri Island"}),
    (42.15, 136.98, None, None, {"Sea of Japan"}),
    (48.02, 37.8, "UKR", "Donetsk Oblast", {"Donbas"}),
    (44.95, 34.1, "UKR", "Crimea", {"Crimea"}),
    (33.0, 35.8, None, None, {"Golan Heights"}),
    (51.73, 36.19, "RUS", "Kursk Oblast", set()),
    (13.63, 25.35, "SDN", "Northern Darfur", {"Darfur"}),
    (34.1, 74.8, "IND", None, {"Kashmir"}),
    (26.57, 56.25, None, None, {"Strait of Hormuz"}),
    (24.4, 119.3, None, None, {"Taiwan Strait"}),
    (66.5, -179.5, "RUS", None, set()),
    (-17.8, 177.95, "FJI", None, set()),
    (52.9, 173.1, "USA", "Alaska", set()),
    (-75.0, 0.0, "ATA", None, set()),
    (51.5, -0.12, "GBR", None, set()),
]


@pytest.mark.parametrize(("lat", "lon", "country", "admin1", "names"), POINTS)
def test_what_is_here(lat, lon, country, admin1, names):
    found = geocode.here(lat, lon)
    assert (found.country.country if found.country else None) == country
    if admin1 is not None or country is None:
        assert (found.admin1.name if found.admin1 else None) == admin1
    assert names <= {place.name for place in (*found.islands, *found.areas, *found.seas)}


@pytest.mark.parametrize("lat", [-16.8, 66.0, 0.0, 89.0])
def test_the_antimeridian_has_two_names_and_one_answer(lat):
    west, east = geocode.here(lat, -180), geocode.here(lat, 180)
    assert west.country == east.country
    assert set(west.seas) == set(east.seas)
    assert [n.place for n in west.nearest] == [n.place for n in east.nearest]
    assert [n.distance_km for n in west.nearest] == [n.distance_km for n in east.nearest]


def test_nearest_places_lie_on_both_sides_of_the_antimeridian():
    found = geocode.here(-16.7, 179.9, nearest=20).nearest
    assert {math.copysign(1, near.place.lon) for near in found} == {1.0, -1.0}
    assert found[-1].distance_km < 600


@pytest.mark.parametrize("lat", [90.0, -90.0])
def test_a_pole_has_one_answer_whatever_the_longitude(lat):
    answers = [geocode.here(lat, lon) for lon in (-180, -30, 0, 45, 180)]
    assert len({tuple(near.place.place_id for near in answer.nearest) for answer in answers}) == 1
    assert len({answer.country for answer in answers}) == 1


def test_a_bearing_says_on_which_side_of_the_place_the_point_lies():
    near = next(n for n in geocode.here(42.16, 137.0, nearest=5).nearest if n.place.name == "Okushiri")
    assert near.bearing_deg == pytest.approx(270, abs=3)
    assert near.distance_km == pytest.approx(
        geodesy.distance(near.place.lat, near.place.lon, 42.16, 137.0), abs=0.01
    )


@settings(max_examples=30, deadline=None)
@given(lat=st.floats(-90, 90), lon=st.floats(-180, 180))
def test_anywhere_has_its_nearest_places_in_order(lat, lon):
    distances = [near.distance_km for near in geocode.here(lat, lon).nearest]
    assert len(distances) == 5
    assert distances == sorted(distances)


def test_the_nearest_are_the_nearest():
    found = geocode.here(51.73, 36.19, nearest=3).nearest
    assert found[0].place.name == "Kursk"
    assert geocode.here(51.73, 36.19, nearest=0).nearest == ()


@pytest.mark.parametrize(
    ("lat", "lon", "word"),
    [
        (137.0, 42.0, "swapped"),
        (math.nan, 0.0, "finite"),
        (0.0, math.inf, "finite"),
        (0.0, 200.0, "longitude"),
    ],
)
def test_an_impossible_point_is_refused(lat, lon, word):
    with pytest.raises(CoordinateError, match=word):
        geocode.here(lat, lon)


def test_less_than_no_place_is_refused():
    with pytest.raises(PlaceError, match="nearest -1"):
        geocode.here(0, 0, nearest=-1)
