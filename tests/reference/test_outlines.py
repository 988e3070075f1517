"""Areas, islands and lakes held against towns, published points and areas that they were not made from."""

from functools import cache

import geopandas as gpd
import pyogrio
import pytest
import shapely
from pyproj import Geod
from shapely.ops import nearest_points

from sitmap import geodesy, resources
from sitmap.errors import ResourceError
from sitmap.geocode import store
from sitmap.reference import composites, shapes

TABLES = {
    name: resources.rows(resources.data("curated", f"{name}.csv")) for name in ("areas", "islands", "lakes")
}
LAYERS = {"areas": "areas.fgb", "islands": "islands.fgb", "lakes": "seas.fgb"}
#: Outlines are simplified to some kilometres; a town's point lies in its middle.
INSIDE_KM = 5
OUTSIDE_KM = 2
SHORE_KM = 15
POINT_KM = 15
#: A marker is within 100 km of the published point; where two are published, of the middle of them.
GIVEN_KM = 250
COAST_KM = 5
AREA_SHARE, LEAST_KM2 = 0.25, 3


@cache
def outlines(layer):
    rows = pyogrio.read_dataframe(resources.geo(layer))
    return dict(zip(rows["place_id"], rows.geometry, strict=True))


def outline(table, slug):
    return outlines(LAYERS[table])[f"sitmap:{table.removesuffix('s')}/{slug}"]


def cells(table, column):
    return [(row["slug"], cell) for row in TABLES[table] for cell in row[column].split("|") if cell]


def town(text):
    name, _, country = text.rpartition(" ")
    found = [c for c in store.lookup(name) if c.type == "town" and c.country == country]
    place = max(found, key=lambda candidate: candidate.population)
    return shapely.Point(place.lon, place.lat)


def km_between(one, other):
    a, b = nearest_points(one, other)
    return geodesy.distance(a.y, a.x, b.y, b.x)


@pytest.mark.parametrize(("slug", "text"), cells("areas", "inside"))
def test_an_area_holds_its_towns(slug, text):
    assert km_between(outline("areas", slug), town(text)) <= INSIDE_KM


@pytest.mark.parametrize(("slug", "text"), cells("areas", "outside"))
def test_an_area_leaves_out_its_neighbours(slug, text):
    assert km_between(outline("areas", slug), town(text)) > OUTSIDE_KM


def test_every_hull_is_held_from_within_and_without():
    drawn = [row for row in TABLES["areas"] if "hull:" in row["parts"]]
    assert drawn
    assert [row["slug"] for row in drawn if not (row["inside"] and row["outside"])] == []


@pytest.mark.parametrize(("slug", "text"), cells("islands", "towns"))
def test_an_island_holds_its_town(slug, text):
    assert km_between(outline("islands", slug), town(text)) <= OUTSIDE_KM


@pytest.mark.parametrize(("slug", "text"), [*cells("islands", "published")])
def test_an_island_lies_where_the_world_factbook_puts_it(slug, text):
    lat, lon = map(float, text.split())
    assert km_between(outline("islands", slug), shapely.Point(lon, lat)) <= POINT_KM


@pytest.mark.parametrize(
    ("table", "slug", "text"),
    [(table, *cell) for table in ("islands", "lakes") for cell in cells(table, "km2")],
)
def test_an_outline_has_its_published_area(table, slug, text):
    km2 = abs(Geod(ellps="WGS84").geometry_area_perimeter(outline(table, slug))[0]) / 1e6
    assert km2 == pytest.approx(float(text), rel=AREA_SHARE, abs=LEAST_KM2)


def test_every_island_is_held_to_something():
    bare = [r["slug"] for r in TABLES["islands"] if not (r["towns"] or r["published"] or r["km2"])]
    assert bare == []


@pytest.mark.parametrize(("slug", "country"), cells("lakes", "coasts"))
def test_a_lake_lies_in_its_states(slug, country):
    states = pyogrio.read_dataframe(resources.geo("countries.fgb"), where=f"country = '{country}'")
    assert km_between(states.geometry.iloc[0], outline("lakes", slug)) <= COAST_KM


@pytest.mark.parametrize(("slug", "text"), cells("lakes", "towns"))
def test_a_lake_reaches_the_towns_on_its_shore(slug, text):
    assert km_between(outline("lakes", slug), town(text)) <= SHORE_KM


def test_the_line_between_the_koreas_passes_panmunjom():
    site = next(
        row for row in resources.rows(resources.data("curated", "sites.csv")) if row["slug"] == "panmunjom"
    )
    point = shapely.Point(float(site["lon"]), float(site["lat"]))
    assert km_between(outline("areas", "korean-dmz"), point) <= float(site["extent_km"])


def parts(*names):
    square = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1), shapely.box(3, 0, 4, 1)
    frame = {"country": list(names), "geometry": list(square)[: len(names)]}
    states = gpd.GeoDataFrame(frame, crs="EPSG:4326")
    divisions = gpd.GeoDataFrame(
        {
            "country": ["AAA", "AAA"],
            "place_id": ["geonames:1", "geonames:2"],
            "name": ["Old", "New"],
            "names": ["Old", "New|Old"],
            "geometry": [square[0], square[1]],
        },
        crs="EPSG:4326",
    )
    none = gpd.GeoDataFrame({"place_id": [], "geometry": []}, crs="EPSG:4326")
    return composites.Parts(states, divisions, none)


def test_a_division_is_found_by_its_own_name_before_anothers_former_one():
    assert parts("AAA").union("AAA/Old", "").equals(shapely.box(0, 0, 1, 1))


def test_a_border_is_a_strip_to_either_side_of_the_line():
    strip = parts("AAA", "BBB").union("border:AAA & BBB, 5", "")
    assert geodesy.distance(0.5, 1, 0.5, strip.bounds[2]) == pytest.approx(5, abs=0.5)
    assert shapely.contains_xy(strip, 1, 0.5)


def test_parts_without_a_border_are_an_error():
    with pytest.raises(ResourceError, match="have no border"):
        parts("AAA", "BBB", "CCC").union("border:AAA & CCC, 5", "")


def test_an_unknown_part_is_an_error():
    with pytest.raises(ResourceError, match="no part 'ZZZ'"):
        parts("AAA").union("ZZZ", "")


def points(table, layer, column, value):
    for row in resources.rows(resources.data("curated", f"{table}.csv")):
        name = value.format(**row)
        yield pytest.param(layer, column, name, float(row["lat"]), float(row["lon"]), id=name)


@pytest.mark.parametrize(
    ("layer", "column", "name", "lat", "lon"),
    [
        *points("country_points", "countries.fgb", "country", "{country}"),
    ],
)
def test_a_marker_stands_near_the_point_that_is_given_for_it(layer, column, name, lat, lon):
    # A point outside the outline would give way to another, unseen.
    (row,) = pyogrio.read_dataframe(resources.geo(layer), where=f"{column} = '{name}'").itertuples()
    assert shapely.contains_xy(row.geometry, row.lon, row.lat)
    assert geodesy.distance(row.lat, row.lon, lat, lon) <= GIVEN_KM


@pytest.mark.parametrize(
    ("country", "lat", "lon"),
    [("PHL", 13, 122), ("CHN", 35, 105), ("JPN", 36, 138), ("UKR", 49, 32), ("MMR", 22, 98)],
)
def test_a_country_stands_within_100_km_of_the_world_factbooks_point(country, lat, lon):
    (row,) = pyogrio.read_dataframe(
        resources.geo("countries.fgb"), where=f"country = '{country}'"
    ).itertuples()
    assert geodesy.distance(row.lat, row.lon, lat, lon) <= SHORE_KM + 100
    assert shapely.contains_xy(row.geometry, row.lon, row.lat)


def test_a_point_off_the_shore_goes_ashore_and_one_far_off_does_not():
    island = shapely.box(10, 10, 12, 12)
    lat, lon = shapes.near_published(island, (11.0, 9.9), [(11.0, 9.9)])
    assert shapely.contains_xy(island, lon, lat)
    assert geodesy.distance(lat, lon, 11, 9.9) < 120
    assert shapes.near_published(island, (11.0, 5.0), [(11.0, 5.0)]) == (11.0, 11.0)
