"""The shipped polygons and lines against the query that they were derived from."""

import geopandas as gpd
import numpy as np
import pytest
import shapely

from sitmap import resources, units, zones


@pytest.fixture(scope="module")
def eez() -> gpd.GeoDataFrame:
    return gpd.read_file(resources.geo("zones", "eez.fgb"))


@pytest.fixture(scope="module")
def boundaries() -> gpd.GeoDataFrame:
    return gpd.read_file(resources.geo("zones", "boundaries.fgb"))


def test_polygons_agree_with_the_query(eez: gpd.GeoDataFrame):
    rng = np.random.default_rng(2)
    lats, lons = np.degrees(np.arcsin(rng.uniform(-0.9, 0.998, 40_000))), rng.uniform(-180, 180, 40_000)
    table = zones.load().query(lats, lons)
    # Both know the coast only to some kilometres, and thin their lines by 200 m.
    sea = (table["zone"] != "land") & (table["distance_km"] > 8) & (table["margin_km"] > 0.3)
    assert sea.sum() > 20_000
    tree = shapely.STRtree(eez.geometry.to_numpy())
    point, shape = tree.query(shapely.points(lons, lats), predicate="within")
    drawn = np.full(len(lats), "", dtype="U3")
    drawn[point] = eez.sovereign.to_numpy(dtype=str)[shape]
    asked = np.where(table["zone"] == "high seas", "", table["sovereign"])
    wrong = sea & (drawn != asked)
    assert wrong.sum() <= 0.0001 * sea.sum(), [
        (round(lats[i], 2), round(lons[i], 2), drawn[i], asked[i]) for i in np.flatnonzero(wrong)[:10]
    ]


def test_zones_are_valid_and_do_not_overlap(eez: gpd.GeoDataFrame):
    assert eez.geometry.is_valid.all()
    assert eez.zone_id.is_unique
    first, second = eez.sindex.query(eez.geometry, predicate="overlaps")
    pairs = first < second
    shared = shapely.intersection(
        eez.geometry.to_numpy()[first[pairs]], eez.geometry.to_numpy()[second[pairs]]
    )
    # In square degrees: rounding at the common edges, no more.
    assert shapely.area(shared).sum() < 1e-3


def test_zones_end_at_the_antimeridian(eez: gpd.GeoDataFrame):
    west, south, east, north = eez.total_bounds
    assert (west, east) == (-180, 180)
    assert -66 < south < -55
    assert 85 < north < 88
    for code in ("FJI", "RUS", "USA", "NZL"):
        parts = eez[eez.sovereign == code].explode()
        assert (parts.bounds.maxx - parts.bounds.minx).max() < 250, code


def test_boundary_vertices_are_equally_far_from_both_sides(boundaries: gpd.GeoDataFrame):
    world = zones.load()
    medians = boundaries[(boundaries.kind == "median")].explode()
    middles = shapely.line_interpolate_point(medians.geometry.to_numpy(), 0.5, normalized=True)
    # Round a sea that an agreement gave to the state farther off, another coast is nearer.
    given = shapely.union_all(gpd.read_file(resources.geo("zones", "agreed_areas.fgb")).geometry)
    free = shapely.distance(middles, given) > 0.02
    medians, middles = medians[free], middles[free]
    lons, lats = shapely.get_coordinates(middles).T
    table = world.query(lats, lons)
    pairs = [
        {left, right} == {own, other}
        for left, right, own, other in zip(
            medians.left, medians.right, table["sovereign"], table["runner_up"], strict=True
        )
    ]
    assert np.mean(pairs) > 0.99
    assert np.quantile(table["runner_up_km"] - table["distance_km"], 0.99) < 0.8


def test_limits_lie_200_miles_off(boundaries: gpd.GeoDataFrame):
    limits = boundaries[(boundaries.kind == "limit")]
    lons, lats = shapely.get_coordinates(limits.geometry.to_numpy()).T
    table = zones.load().query(lats, lons)
    off = np.abs(table["distance_km"] - units.EEZ_KM)
    # Where an agreed line decides, the limit may be that of the state across the line.
    across = np.where(table["agreed"] == "", np.inf, np.abs(table["runner_up_km"] - units.EEZ_KM))
    off = np.minimum(off, across)
    assert off.max() < 8
    assert np.quantile(off, 0.99) < 0.5


def test_limits_of_the_territorial_sea_lie_12_miles_off(boundaries: gpd.GeoDataFrame):
    limits = boundaries[boundaries.kind == "territorial"].explode()
    assert limits.left.nunique() > 140
    middles = shapely.line_interpolate_point(limits.geometry.to_numpy(), 0.5, normalized=True)
    lons, lats = shapely.get_coordinates(middles).T
    table = zones.load().query(lats, lons)
    assert np.quantile(np.abs(table["distance_km"] - units.TERRITORIAL_SEA_KM), 0.99) < 1.0
    assert (table["sovereign"] == limits.left.to_numpy()).mean() > 0.99


def test_disputed_stretches_are_marked(boundaries: gpd.GeoDataFrame):
    disputed = set(boundaries[boundaries.disputed].boundary_id)
    assert {"JPN|KOR", "JPN|RUS", "JPN", "GBR", "ARG|GBR", "RUS|UKR"} <= disputed
    assert "NOR|RUS" not in disputed


@pytest.mark.parametrize(
    ("sovereign", "published_km2"),
    # Sea Around Us, as Wikipedia's "Exclusive economic zone" lists them.
    [("ISL", 751_345), ("CPV", 800_561), ("SYC", 1_336_559), ("BRB", 186_898), ("MUS", 1_284_997)],
)
def test_area_of_a_zone_is_near_the_published(eez: gpd.GeoDataFrame, sovereign: str, published_km2: int):
    area = eez[eez.sovereign == sovereign].to_crs("ESRI:54034").area.sum() / 1e6
    assert area == pytest.approx(published_km2, rel=0.025)
