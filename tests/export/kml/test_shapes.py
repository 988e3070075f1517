"""Shapes keep their vertices, their holes and their hands; a cut leaves no line."""

import itertools

import numpy as np
import pytest
import shapely
from lxml import etree

from sitmap import geodesy
from sitmap.export.kml import shapes

HOLED = shapely.Polygon([(0, 0), (0, 9), (9, 9), (9, 0)], [[(2, 2), (4, 2), (4, 4), (2, 4)]])
FIJI = geodesy.circle(-17.8, 179.5, radius_km=300)


def element(geometry):
    return etree.fromstring(shapes.written(geometry))


def vertices(element):
    return [
        [tuple(map(float, pair.split(","))) for pair in found.text.split()]
        for found in element.iter("coordinates")
    ]


def test_a_point_is_lon_lat():
    assert shapes.written(shapely.Point(139.451, -0.0)) == (
        "<Point><coordinates>139.451,0</coordinates></Point>"
    )


def test_no_number_is_written_with_an_exponent():
    assert vertices(element(shapely.Point(1e-7, 79.12345678))) == [[(1e-7, 79.1234568)]]
    assert "e-" not in shapes.written(shapely.Point(1e-7, 3e-8))


def test_a_line_follows_the_ground():
    made = element(shapely.LineString([(0, 0), (1, 1)]))
    assert [child.tag for child in made] == ["tessellate", "coordinates"]
    assert vertices(made) == [[(0, 0), (1, 1)]]


def test_an_area_is_right_handed_with_its_holes():
    made = element(HOLED)
    assert [child.tag for child in made] == ["tessellate", "outerBoundaryIs", "innerBoundaryIs"]
    outer, inner = (shapely.LinearRing(ring) for ring in vertices(made))
    assert outer.is_ccw
    assert not inner.is_ccw
    assert shapely.Polygon(outer, [inner]).equals(HOLED)


def test_parts_stand_together():
    made = element(shapely.MultiLineString([[(0, 0), (1, 1)], [(2, 2), (3, 3)]]))
    assert made.tag == "MultiGeometry"
    assert len(made) == 2


@pytest.mark.parametrize(
    "area",
    [
        FIJI,
        geodesy.circle(65, 179, radius_km=400),
        geodesy.circle(88, 10, radius_km=400),
        geodesy.circle(-89, 100, radius_km=900),
        shapely.box(179, -18, 180, -17),
    ],
)
def test_the_cut_has_no_line(area):
    assert shapes.is_cut(area)
    outlines = [np.array(line) for line in vertices(element(shapes.edge(area)))]
    assert outlines
    for outline in outlines:
        assert np.abs(np.diff(outline[:, 0])).max() < 180
        for start, end in itertools.pairwise(outline):
            assert not (abs(start[0]) == 180 and start[0] == end[0])
            assert not (abs(start[1]) == 90 and start[1] == end[1])
    areas = [shapely.Polygon(ring) for ring in vertices(element(area))]
    assert shapely.union_all(areas).symmetric_difference(area).area < 1e-3


@pytest.mark.parametrize("shape", [HOLED, shapely.LineString([(180, 0), (179, 1)]), shapely.Point(180, 0)])
def test_what_is_not_cut_is_not_taken_for_it(shape):
    assert not shapes.is_cut(shape)
