import numpy as np
import pytest
import shapely

from sitmap.reference.topojson import Topology


def topology(arcs, geometries, *, tolerance=0.0):
    """Topology whose arcs are given in whole degrees, coded as the format wants them."""
    coded = [np.diff(np.array(arc), axis=0, prepend=[[0, 0]]).tolist() for arc in arcs]
    raw = {
        "arcs": coded,
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "objects": {"land": {"type": "GeometryCollection", "geometries": geometries}},
    }
    return Topology(raw, tolerance_deg=tolerance)


def polygon(*rings, name=""):
    return {"type": "Polygon", "arcs": list(rings), "properties": {"name": name}}


LEFT = [(5, 0), (0, 0), (0, 5), (5, 5)]
SHARED = [(5, 5), (5, 0)]
RIGHT = [(5, 5), (9, 5), (9, 0), (5, 0)]
NEIGHBOURS = [polygon([0, 1], name="Left"), polygon([2, ~1], name="Right")]


def test_neighbours_share_their_border():
    made = topology([LEFT, SHARED, RIGHT], NEIGHBOURS)
    assert [part.area for part in made.polygons("land")] == [25, 20]
    [(left, right, line)] = made.borders("land")
    assert (left, right) == ("Left", "Right")
    assert line.equals(shapely.LineString(SHARED))


def test_simplifying_keeps_neighbours_together():
    crooked = [(5, 5), (6, 4), (5, 3), (6, 2), (5, 0)]
    made = topology([LEFT, crooked, RIGHT], NEIGHBOURS, tolerance=2.0)
    a, b = made.polygons("land")
    assert a.intersection(b).area == 0
    assert a.union(b).area == 45


def test_an_island_is_not_simplified_away():
    island = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]
    [made] = topology([island], [polygon([0])], tolerance=50).polygons("land")
    assert made.area == 1


def test_what_quantizing_flattened_is_left_out():
    assert topology([[(3, 3), (3, 3), (3, 3)]], [polygon([0])]).polygons("land") == []


def test_holes_are_kept():
    outer = [(0, 0), (0, 9), (9, 9), (9, 0), (0, 0)]
    inner = [(3, 3), (6, 3), (6, 6), (3, 6), (3, 3)]
    [made] = topology([outer, inner], [polygon([0], [1])]).polygons("land")
    assert made.area == 81 - 9


@pytest.mark.parametrize("start", [170, -190])
def test_land_across_the_antimeridian_is_cut_there(start):
    lons = [(lon + 180) % 360 - 180 for lon in (start, start, start + 20, start + 20, start)]
    ring = list(zip(lons, [60, 70, 70, 60, 60], strict=True))
    parts = topology([ring], [polygon([0])]).polygons("land")
    assert sorted(part.bounds for part in parts) == [(-180, 60, -170, 70), (170, 60, 180, 70)]


def test_land_round_the_south_pole_reaches_it():
    lons = [*range(-180, 181, 30)]
    ring = [((lon + 180) % 360 - 180, -70) for lon in lons]
    parts = topology([ring], [polygon([0])]).polygons("land")
    assert sum(part.area for part in parts) == pytest.approx(360 * 20)
