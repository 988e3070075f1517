"""Boundaries cut where views part, on lines of our own."""

import geopandas as gpd
import pytest
import shapely

from sitmap.zones import by_view

LINE = [(0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (3.0, 0.0), (4.0, 0.0)]
OWN = {"boundary_id": "AAA|BBB", "kind": "median", "left": "AAA", "right": "BBB", "disputed": True}


def frame(*rows):
    """Rows of columns and vertices, as a layer."""
    columns = {name: [row[name] for row, _ in rows] for name in rows[0][0]}
    shapes = [shapely.MultiLineString([vertices]) for _, vertices in rows]
    return gpd.GeoDataFrame(columns, geometry=shapes, crs=4326)


def drawn_by(found, view):
    lines = [
        line for line, views in zip(found.geometry, found["views"], strict=True) if not views or view in views
    ]
    return shapely.line_merge(shapely.union_all(lines))


HELD = frame((OWN, LINE), (OWN | {"boundary_id": "CCC", "disputed": False}, [(9.0, 9.0), (9.0, 8.0)]))
DIFFERING = frame(
    ({**OWN, "view": "BBB", "drawn": False}, LINE[3:0:-1]),  # the other way round
    ({**OWN, "view": "BBB", "drawn": True}, [LINE[1], (2.0, 1.0), LINE[3]]),
    ({**OWN, "view": "CCC", "drawn": False}, LINE[2:4]),
)


@pytest.mark.parametrize(
    ("view", "parts"),
    [
        ("de facto", [LINE]),
        ("BBB", [[*LINE[:2], (2.0, 1.0), *LINE[3:]]]),
        ("CCC", [LINE[:3], LINE[3:]]),
    ],
)
def test_each_view_has_its_own_lines(view, parts):
    found = by_view.joined(HELD, DIFFERING)
    lines = drawn_by(found[found.boundary_id == "AAA|BBB"], view)
    assert shapely.equals(lines, shapely.MultiLineString(parts))


def test_lines_that_no_view_changes_are_left_alone():
    found = by_view.joined(HELD, DIFFERING)
    (views,) = found[found.boundary_id == "CCC"]["views"]
    assert views == ()


def test_without_differences_everything_is_drawn_by_all():
    found = by_view.joined(HELD, DIFFERING.iloc[:0])
    assert set(found["views"]) == {()}
    assert len(found) == len(HELD)


def test_a_segment_has_one_key_whichever_way_it_runs():
    there = by_view.segments(shapely.LineString([(1, 2), (1, 1), (0, 5)]))[1]
    back = by_view.segments(shapely.LineString([(0, 5), (1, 1), (1, 2)]))[1]
    assert set(there.tolist()) == set(back.tolist())
    assert len(set(there.tolist())) == 2
