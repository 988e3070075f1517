import pytest
import shapely

from sitmap import geocode, geodesy


def facts(name, kind):
    return geocode.facts(next(m.place for m in geocode.search(name, limit=20) if m.place.type == kind))


# Published areas, km2: Okushiri 143 (islands.csv), Crimea about 27,000, Donetsk and Luhansk oblasts 26,517
# and 26,684, the Golan held since 1967 about 1,150, Darfur 493,180 by its five states.
AREAS = [
    ("Okushiri Island", "island", 143, 0.1),
    ("Crimea", "area", 27_000, 0.05),
    ("Donbas", "area", 53_201, 0.05),
    ("Golan", "area", 1_150, 0.05),
    ("Darfur", "area", 493_180, 0.05),
]


@pytest.mark.parametrize(("name", "kind", "km2", "within"), AREAS)
def test_composites_and_parts_have_an_outline_of_their_size(name, kind, km2, within):
    assert facts(name, kind).area_km2 == pytest.approx(km2, rel=within)


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [("Kashmir", 34.08, 74.8), ("Donbas", 48.02, 37.8), ("Crimea", 44.95, 34.1), ("Darfur", 13.63, 25.35)],
)
def test_an_outline_holds_its_chief_town(name, lat, lon):
    area = next(m.place for m in geocode.search(name) if m.place.type == "area")
    assert shapely.contains_xy(geocode.get(area.place_id).area, lon, lat)


def test_names_stand_by_script():
    names = facts("Kursk", "town").names
    assert "курск" in names["Cyrillic"]
    assert "쿠르스크" in names["Hangul"]
    assert "クルスク" in names["Kana"]
    assert "库尔斯克" in names["Han"]
    assert "koursk" in names["Latin"]
    assert "kursk" not in names["Latin"]


def test_a_town_has_its_feature_code_and_no_outline():
    found = facts("Kursk", "town")
    assert (found.feature_code, found.area_km2) == ("PPLA", None)


def test_a_town_lies_in_its_county_and_division():
    place = geocode.search("Bakhmut")[0].place
    assert (place.admin1, place.admin2) == ("Donetsk Oblast", "Bakhmut Raion")


def test_an_airfield_lies_in_its_division():
    assert geocode.search("Engels-2")[0].place.admin1 == "Saratov Oblast"


def test_a_compass_part_has_an_area_and_no_names():
    found = geocode.facts(geocode.get("sitmap:area/donbas/north"))
    whole = facts("Donbas", "area").area_km2
    assert found.names == {}
    assert 0 < found.area_km2 < whole


def test_an_area_leaves_out_its_holes():
    assert geodesy.area_km2(geocode.get("geonames:953987").area) == pytest.approx(1_219_090, rel=0.02)
