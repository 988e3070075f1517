"""Outlines are made lighter, and by how much is known."""

import math

import geopandas as gpd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from sitmap import resources
from sitmap.layers import SIMPLIFY_SHARE
from sitmap.layers.areas import simplified


def coast(*, vertices: int, roughness: float) -> shapely.Polygon:
    """Ragged ring around (20, 50), 10 degrees wide, the same each time."""
    turns = [2 * math.pi * i / vertices for i in range(vertices)]
    radii = [5 + roughness * math.sin(37 * turn) * math.cos(211 * turn) for turn in turns]
    return shapely.Polygon(
        (20 + r * math.cos(t), 50 + r * math.sin(t)) for r, t in zip(radii, turns, strict=True)
    )


@pytest.mark.parametrize("roughness", [0, 0.01, 0.3])
def test_an_outline_moves_by_no_more_than_the_stated_share(roughness):
    ring = coast(vertices=20_000, roughness=roughness)
    fewer = simplified(ring)
    assert shapely.get_num_coordinates(fewer) < shapely.get_num_coordinates(ring) / 4
    assert fewer.is_valid
    assert shapely.hausdorff_distance(fewer, ring) <= SIMPLIFY_SHARE * math.sqrt(ring.area)


def test_small_islands_are_kept():
    mainland = coast(vertices=2_000, roughness=0.1)
    islands = [shapely.Point(27 + i / 100, 50).buffer(0.0005) for i in range(50)]
    archipelago = shapely.MultiPolygon([mainland, *islands])
    assert len(simplified(archipelago).geoms) == 51


def test_every_country_becomes_light_and_stays_valid():
    outlines = gpd.read_file(resources.geo("countries.fgb")).geometry
    assert len(outlines) > 200
    made = [simplified(outline) for outline in outlines]
    assert all(shapely.is_valid(made))
    assert {outline.geom_type for outline in made} <= {"Polygon", "MultiPolygon"}
    assert max(shapely.get_num_coordinates(made)) < 20_000


@given(st.lists(st.tuples(st.floats(-179, 179), st.floats(-89, 89)), min_size=3, max_size=40))
def test_what_is_valid_stays_valid(points):
    hull = shapely.MultiPoint(points).convex_hull
    if isinstance(hull, shapely.Polygon) and hull.is_valid and hull.area > 0:
        assert simplified(hull).is_valid
