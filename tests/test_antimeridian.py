"""Lines and outlines cut where the map ends, drawn by hand and compared with the parts a reader expects."""

import numpy as np
import pytest
import shapely

from sitmap import antimeridian


@pytest.mark.parametrize(
    ("chain", "expected"),
    [
        ([(1, 1), (2, 2)], "LINESTRING (1 1, 2 2)"),
        ([(179, 0), (-179, 2)], "MULTILINESTRING ((179 0, 180 1), (-180 1, -179 2))"),
        ([(179, 0), (181, 2)], "MULTILINESTRING ((179 0, 180 1), (-180 1, -179 2))"),
        ([(-179, 2), (179, 0)], "MULTILINESTRING ((-179 2, -180 1), (180 1, 179 0))"),
        ([(179, 0), (180, 1), (-179, 2)], "MULTILINESTRING ((179 0, 180 1), (-180 1, -179 2))"),
        ([(179, 0), (-180, 1)], "LINESTRING (179 0, 180 1)"),
        ([(-180, 0), (179, 1)], "LINESTRING (180 0, 179 1)"),
    ],
)
def test_lines(chain, expected):
    found = antimeridian.line(chain)
    assert found.is_valid
    assert found.wkt == shapely.from_wkt(expected).wkt


SQUARE_ON_BOTH_SIDES = (
    "MULTIPOLYGON (((179 0, 180 0, 180 1, 179 1, 179 0)), ((-180 0, -179 0, -179 1, -180 1, -180 0)))"
)


@pytest.mark.parametrize(
    ("ring", "expected"),
    [
        ([(1, 1), (2, 1), (2, 2)], "POLYGON ((1 1, 2 1, 2 2, 1 1))"),
        ([(179, 0), (-179, 0), (-179, 1), (179, 1)], SQUARE_ON_BOTH_SIDES),
        ([(179, 0), (181, 0), (181, 1), (179, 1)], SQUARE_ON_BOTH_SIDES),
        ([(179, 0), (-180, 0), (180, 1), (179, 1)], "POLYGON ((179 0, 180 0, 180 1, 179 1, 179 0))"),
        (
            [(-90, 80), (0, 80), (90, 80), (180, 80)],
            "POLYGON ((-180 80, 180 80, 180 90, -180 90, -180 80))",
        ),
        (
            [(180, -80), (90, -80), (0, -80), (-90, -80)],
            "POLYGON ((-180 -90, 180 -90, 180 -80, -180 -80, -180 -90))",
        ),
        (
            [(0, 0), (0, 10), (10, 10), (10, 0)],
            "POLYGON ((-180 -90, 180 -90, 180 90, -180 90, -180 -90), (0 0, 0 10, 10 10, 10 0, 0 0))",
        ),
    ],
)
def test_regions(ring, expected):
    found = antimeridian.region(np.array(ring, dtype=float))
    wanted = shapely.from_wkt(expected)
    assert found.is_valid
    assert found.geom_type == wanted.geom_type
    assert shapely.symmetric_difference(found, wanted).area < 1e-9
    assert all(part.exterior.is_ccw for part in shapely.get_parts(found))


def test_most_of_the_earth_but_for_what_lies_across_the_antimeridian():
    found = antimeridian.region(np.array([(179.0, 1.0), (-179.0, 1.0), (-179.0, 0.0), (179.0, 0.0)]))
    assert found.is_valid
    assert found.area == pytest.approx(360 * 180 - 2)
    assert not found.contains(shapely.Point(179.5, 0.5))
    assert not found.contains(shapely.Point(-179.5, 0.5))
    assert found.contains(shapely.Point(0, 0))


@pytest.mark.parametrize(
    ("lons", "expected"),
    [([0, 10], False), ([170, -170], True), ([-170, 170], True), ([170, 190], True), ([180, 179], False)],
)
def test_crossing(lons, expected):
    assert antimeridian.crosses([(lon, 0.0) for lon in lons]) is expected


@pytest.mark.parametrize(
    ("west", "east", "expected"),
    [
        (170, 180, [(170, 180)]),
        (176, 184, [(-180, -176), (176, 180)]),
        (190, 200, [(-170, -160)]),
        (-184, -176, [(-180, -176), (176, 180)]),
    ],
)
def test_an_area_that_runs_past_the_edge_is_cut_there(west, east, expected):
    found = antimeridian.cut(shapely.box(west, -10, east, 10))
    assert sorted((part.bounds[0], part.bounds[2]) for part in shapely.get_parts(found)) == expected
    assert found.is_valid
