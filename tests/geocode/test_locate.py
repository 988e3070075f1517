"""Markers, areas and uncertainty for each relation between words and places."""

from dataclasses import replace

import pytest
import shapely

import samples
from sitmap import geocode, geodesy
from sitmap.model import Claim, Place, Span, Toponym

BASE = Claim(claim_id="c", report_id="r", kind="impact", quote="q", quote_start=0, quote_end=1)


def toponym(name, kind, start=0):
    place = next(m.place for m in geocode.search(name) if m.place.type == kind)
    return Toponym(span=Span(start, start + len(name)), text=name, place=place, score=0.9)


def located(name, kind, **fields):
    word = toponym(name, kind)
    claim = replace(BASE, place_text=name, anchors=(word.span,), **fields)
    (answer,) = geocode.locate([claim], [word])
    return answer.location


# Name, type, km, bearing, where the words put the point, and within how many km.
OFFSETS = [
    ("Okushiri Island", "island", 200, 270, 42.13, 137.01, 12),
    ("Oshima-Oshima", "island", 200, 270, 41.48, 136.97, 8),
    ("Cape Erimo", "cape", 2200, 90, 38.96, 168.98, 20),
    ("Yonaguni Island", "island", 80, 337.5, 25.12, 122.69, 12),
    ("Aden", "town", 129.6, 0, 13.95, 45.04, 15),
    ("Attu Island", "island", 1000, 90, 52.4, -171.9, 60),
]


@pytest.mark.parametrize(("name", "kind", "km", "bearing", "lat", "lon", "within_km"), OFFSETS)
def test_an_offset_is_a_point_at_that_distance_and_bearing(name, kind, km, bearing, lat, lon, within_km):
    location = located(name, kind, relation="offset", offset_km=float(km), offset_deg=float(bearing))
    assert geodesy.distance(location.lat, location.lon, lat, lon) <= within_km
    assert shapely.contains_xy(location.area, location.lon, location.lat)
    assert not location.area_is_place
    assert location.area.is_valid


def test_200_km_west_of_okushiri_is_measured_from_its_coast():
    location = located("Okushiri Island", "island", relation="offset", offset_km=200.0, offset_deg=270.0)
    island = geocode.get(location.place.place_id)
    coast = min(lon for lon, _ in shapely.get_coordinates(island.area))
    assert geodesy.distance(location.lat, location.lon, location.lat, coast) == pytest.approx(200, abs=3)
    # 175 to 225 km along and 22.5 degrees to either side: an area of about 7,850 square km.
    square_km = geodesy._GEOD.geometry_area_perimeter(location.area)[0] / 1e6
    assert abs(square_km) == pytest.approx(3.14159 / 8 * (225**2 - 175**2), rel=0.02)


def test_a_finer_compass_point_gives_a_narrower_sector():
    broad = located("Yonaguni Island", "island", relation="offset", offset_km=80.0, offset_deg=315.0)
    fine = located("Yonaguni Island", "island", relation="offset", offset_km=80.0, offset_deg=337.5)
    assert fine.area.area < 0.6 * broad.area.area
    assert fine.uncertainty_km < broad.uncertainty_km


def test_an_offset_over_the_antimeridian_is_cut():
    location = located("Attu Island", "island", relation="offset", offset_km=500.0, offset_deg=90.0)
    west, _, east, _ = shapely.bounds(location.area)
    assert west >= -180
    assert east <= 180
    assert all(box[2] - box[0] < 90 for box in shapely.bounds(shapely.get_parts(location.area)))


def test_an_offset_without_a_direction_is_a_ring_around_the_place():
    location = located("Aden", "town", relation="offset", offset_km=100.0)
    assert (location.lat, location.lon) == (location.place.lat, location.place.lon)
    assert not shapely.contains_xy(location.area, location.lon, location.lat)
    assert "no direction" in location.note


def test_an_area_is_its_own_outline():
    location = located("Kursk Oblast", "admin1", relation="in")
    assert location.area_is_place
    assert shapely.contains_xy(location.area, location.lon, location.lat)
    assert 80 < location.uncertainty_km < 200


def test_a_country_of_a_launch_is_drawn_as_its_area():
    location = located("North Korea", "country", relation="from")
    assert location.area_is_place
    assert location.uncertainty_km > 200


def test_a_town_is_a_point_no_surer_than_the_town():
    location = located("Hakodate", "town", relation="at")
    assert location.area is None
    assert 1 <= location.uncertainty_km <= 15


def test_near_is_wider_than_at():
    at = located("Pokrovsk", "town", relation="at")
    near = located("Pokrovsk", "town", relation="near")
    assert near.uncertainty_km > at.uncertainty_km + 10
    assert shapely.contains_xy(near.area, near.lon, near.lat)


def test_off_lies_on_the_side_named():
    location = located("Taiwan (island)", "island", relation="off", offset_deg=180.0)
    island = geocode.get(location.place.place_id)
    assert location.lat < 22.0
    assert not shapely.contains_xy(island.area, location.lon, location.lat)


def test_off_without_a_side_lies_at_sea():
    location = located("Tartus", "town", relation="off")
    syria = geocode.get(geocode.search("Syria")[0].place.place_id)
    assert not shapely.contains_xy(syria.area, location.lon, location.lat)
    assert geodesy.distance(location.lat, location.lon, 34.9, 35.87) < 60
    assert "which side" in location.note


def test_between_is_the_middle():
    first, second = toponym("Kharkiv", "town"), toponym("Belgorod", "town", start=20)
    claim = replace(BASE, relation="between", anchors=(first.span, second.span))
    location = geocode.locate([claim], [first, second])[0].location
    length = geodesy.distance(first.place.lat, first.place.lon, second.place.lat, second.place.lon)
    assert geodesy.distance(location.lat, location.lon, first.place.lat, first.place.lon) == pytest.approx(
        length / 2, rel=0.01
    )
    assert location.uncertainty_km >= length / 2 - 1


@pytest.mark.parametrize(
    ("claim", "toponyms", "why"),
    [
        (replace(BASE, place_text="Nowhere-ri"), (), "Nowhere-ri"),
        (BASE, (), "names no place"),
        (
            replace(BASE, place_text="Foo", anchors=(Span(0, 3),)),
            (Toponym(span=Span(0, 3), text="Foo", place=None),),
            "'Foo'",
        ),
        (replace(BASE, place_text="Foo", anchors=(Span(0, 3),)), (), "'Foo'"),
    ],
)
def test_an_unfound_place_has_no_point_and_says_why(claim, toponyms, why):
    location = geocode.locate([claim], toponyms)[0].location
    assert location.lat is None
    assert location.lon is None
    assert location.area is None
    assert why in location.note


def test_score_and_alternatives_come_from_the_toponym():
    other = Place(place_id="x:1", name="Other", type="town", country="", lat=0.0, lon=0.0)
    word = replace(toponym("Hakodate", "town"), score=0.7, alternatives=(other,) * 7)
    claim = replace(BASE, anchors=(word.span,))
    location = geocode.locate([claim], [word])[0].location
    assert location.score == 0.7
    assert len(location.alternatives) == 5


def test_the_founding_claims_are_located():
    text = samples.FOUNDING.text
    toponyms = geocode.toponyms(text)
    claims = [replace(claim, location=None) for claim in samples.FOUNDING_CLAIMS if claim.anchors]
    points = {claim.claim_id: claim.location for claim in geocode.locate(claims, toponyms)}
    assert points["c-kursk"].place.type == "admin1"
    assert geodesy.distance(points["c-impact"].lat, points["c-impact"].lon, 42.13, 137.01) < 15


def test_an_unknown_village_is_drawn_as_the_area_that_the_words_put_it_in():
    oblast = replace(toponym("Kharkiv Oblast", "admin1", start=40), score=0.8)
    nowhere = Span(20, 32)
    claim = replace(BASE, place_text="Zelenopillka", anchors=(nowhere,), within=(oblast.span,), relation="in")
    (answer,) = geocode.locate([claim], [oblast])
    location = answer.location
    assert (location.place.name, location.score) == ("Kharkiv Oblast", 0.8)
    assert shapely.contains_xy(location.area, location.lon, location.lat)
    assert location.uncertainty_km == location.place.extent_km > 50
    assert not location.area_is_place
    assert "'Zelenopillka' was found" in location.note
    assert "Kharkiv Oblast, in which the report puts it" in location.note


def test_the_smallest_area_that_is_known_stands_for_an_unknown_village():
    country = toponym("Ukraine", "country", start=60)
    oblast = toponym("Sumy Oblast", "admin1", start=40)
    claim = replace(
        BASE, place_text="Nowhereivka", anchors=(Span(20, 31),), within=(oblast.span, country.span)
    )
    (answer,) = geocode.locate([claim], [oblast, country])
    assert answer.location.place.name == "Sumy Oblast"


def test_an_unknown_village_beside_a_town_only_has_no_point():
    town = toponym("Kharkiv", "town", start=40)
    claim = replace(BASE, place_text="Nowhereivka", anchors=(Span(20, 31),), within=(town.span,))
    (answer,) = geocode.locate([claim], [town])
    assert (answer.location.place, answer.location.lat) == (None, None)
    assert answer.location.note == "no place called 'Nowhereivka' was found in the gazetteer"


def test_off_at_a_distance_is_a_part_of_a_ring_on_the_sea_side():
    location = located("Kushiro", "town", relation="off", offset_km=100.0)
    marker = geodesy.distance(location.place.lat, location.place.lon, location.lat, location.lon)
    assert marker == pytest.approx(100, abs=1)
    assert location.lat < location.place.lat
    assert shapely.contains_xy(location.area, location.lon, location.lat)
    assert "no direction" in location.note


# What is said, the words of the place in it, and where the marker must lie.
SEATS = [
    ("The convoy reached Gao, in Mali, on Friday.", "Gao", 16.27, -0.04),
    ("Fuel lorries came by way of Sikasso in Mali.", "Sikasso", 11.32, -5.67),
    ("Six F-16s took off from Ubon Ratchathani on Thursday.", "Ubon Ratchathani", 15.24, 104.85),
]


@pytest.mark.parametrize(("text", "name", "lat", "lon"), SEATS)
def test_a_name_that_a_division_shares_with_its_seat_is_drawn_at_the_seat(text, name, lat, lon):
    found = geocode.toponyms(text)
    word = next(t for t in found if t.text == name)
    (claim,) = geocode.locate([replace(BASE, place_text=name, anchors=(word.span,))], found)
    assert claim.location.place.type == "town"
    assert geodesy.distance(claim.location.lat, claim.location.lon, lat, lon) < 10
    assert all(place.place_id != claim.location.place.place_id for place in claim.location.alternatives)


def test_a_division_that_the_report_names_as_one_stays_one():
    found = geocode.toponyms("Troops held Sikasso region. A convoy reached Sikasso, Mali.")
    (claim,) = geocode.locate([replace(BASE, place_text="Sikasso", anchors=(found[1].span,))], found)
    assert claim.location.place.type == "admin1"


def test_a_name_in_a_list_of_divisions_stays_a_division():
    found = geocode.toponyms("Batteries were moved to Hiroshima, Kochi and Ehime prefectures in Japan.")
    divisions = [t.place for t in found if t.text in {"Hiroshima", "Kochi"}]
    claims = [replace(BASE, place_text=t.text, anchors=(t.span,)) for t in found[:2]]
    assert [c.location.place for c in geocode.locate(claims, found)] == [
        geocode.get(p.place_id) for p in divisions
    ]
