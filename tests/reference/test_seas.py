"""Each sea held against entries that its hull was not drawn from.

The shoreline of GSHHG, the states' outlines, the gazetteer's towns, the points of the World Factbook's list
of geographic names, and the seas beside it.
"""

from functools import cache

import numpy as np
import pyogrio
import pytest
import shapely
from shapely.ops import nearest_points

from sitmap import geodesy, resources
from sitmap.geocode import store

ROWS = {row["slug"]: row for row in resources.rows(resources.data("curated", "seas.csv"))}
MARK = "sitmap:sea/"
#: Oceans take in the seas at their rims; the gap is a stretch of three seas.
WIDE = {slug for slug in ROWS if slug.endswith(("-ocean", "-pacific", "-atlantic"))} | {"giuk-gap"}
#: A published point is rounded to a degree or to a few minutes.
POINT_KM = 30
TOWN_KM = 25
COAST_KM = 25
BESIDE_KM = 30
#: Narrows of a few kilometres differ most between the two shorelines.
DRY_SHARE = 0.15
SHARED = 0.08


def outlines(*path, column):
    layer = pyogrio.read_dataframe(resources.geo(*path))
    return dict(zip(layer[column], layer.geometry, strict=True))


@cache
def seas():
    layer = outlines("seas.fgb", column="place_id")
    return {key.removeprefix(MARK): area for key, area in layer.items() if key.startswith(MARK)}


@cache
def countries():
    return outlines("countries.fgb", column="country")


@cache
def shoreline():
    tiles = pyogrio.read_dataframe(resources.geo("zones", "land.fgb")).geometry.to_numpy()
    return shapely.STRtree(shapely.make_valid(tiles))


def parts(text):
    return [part for part in text.split("|") if part]


def km_between(one, other):
    a, b = nearest_points(one, other)
    return geodesy.distance(a.y, a.x, b.y, b.x)


def cells(column):
    return [(slug, cell) for slug, row in ROWS.items() for cell in parts(row[column])]


def test_the_table_and_the_layer_have_the_same_seas():
    assert set(ROWS) == set(seas())
    assert len(ROWS) >= 150


@pytest.mark.parametrize("slug", sorted(ROWS.keys() - WIDE - {"caspian-sea"}))
def test_a_sea_is_water_by_the_other_shoreline(slug):
    # GSHHG, which the hulls were not cut with; it counts the Caspian as a lake.
    tree, sea = shoreline(), seas()[slug]
    dry = shapely.intersection(tree.geometries[tree.query(sea)], sea)
    assert float(shapely.area(dry).sum()) <= DRY_SHARE * sea.area


@pytest.mark.parametrize(("slug", "country"), cells("coasts"))
def test_a_sea_washes_the_coasts_named(slug, country):
    assert km_between(countries()[country], seas()[slug]) <= COAST_KM


@pytest.mark.parametrize(("slug", "town"), cells("towns"))
def test_a_sea_reaches_the_towns_on_its_shore(slug, town):
    name, _, country = town.rpartition(" ")
    found = [c for c in store.lookup(name) if c.type == "town" and c.country == country]
    place = max(found, key=lambda candidate: candidate.population)
    assert km_between(shapely.Point(place.lon, place.lat), seas()[slug]) <= TOWN_KM


@pytest.mark.parametrize("slug", [slug for slug, row in ROWS.items() if row["published"]])
def test_a_sea_lies_where_the_world_factbook_puts_it(slug):
    lat, lon = map(float, ROWS[slug]["published"].split())
    assert km_between(shapely.Point(lon, lat), seas()[slug]) <= POINT_KM


@pytest.mark.parametrize(("slug", "other"), cells("joins"))
def test_a_sea_touches_those_it_joins(slug, other):
    assert km_between(seas()[slug], seas()[other]) <= BESIDE_KM


def test_seas_that_are_not_joined_overlap_little():
    slugs = sorted(ROWS.keys() - WIDE)
    areas = np.array([seas()[slug] for slug in slugs])
    joined = {frozenset(pair) for pair in cells("joins")}
    left, right = shapely.STRtree(areas).query(areas, predicate="intersects")
    pairs = [(i, j) for i, j in zip(left, right, strict=True) if i < j]
    common = {
        (slugs[i], slugs[j]): float(shapely.area(shapely.intersection(areas[i], areas[j])))
        / min(areas[i].area, areas[j].area)
        for i, j in pairs
        if frozenset((slugs[i], slugs[j])) not in joined
    }
    assert {pair: share for pair, share in common.items() if share > SHARED} == {}


def test_every_sea_is_held_to_something():
    bare = [slug for slug, row in ROWS.items() if not (row["coasts"] or row["published"] or row["joins"])]
    assert bare == ["southern-ocean"]


# Points at sea that reports or published records give, and the water they lie in.
FALLEN = [
    ("sea-of-japan", 42.13, 137.04),
    ("sea-of-japan", 41.48, 136.97),
    ("pacific-ocean", 38.96, 168.98),
    ("western-pacific", 41.05, 157.34),
    ("gulf-of-aden", 12.6, 47.5),
]


@pytest.mark.parametrize(("slug", "lat", "lon"), FALLEN)
def test_a_sea_contains_what_fell_into_it(slug, lat, lon):
    assert shapely.contains_xy(seas()[slug], lon, lat)


@pytest.mark.parametrize(("slug", "lat", "lon"), [("pacific-ocean", 39.5, 142.5), ("red-sea", 17.0, 42.0)])
def test_water_off_a_coast_is_not_left_out(slug, lat, lon):
    # Off Sanriku, and off Jizan: hulls that were once drawn too far from the shore.
    assert shapely.contains_xy(seas()[slug], lon, lat)


@pytest.mark.parametrize("slug", sorted(ROWS))
def test_a_sea_is_whole(slug):
    assert seas()[slug].is_valid
    assert not seas()[slug].is_empty
