"""Vertices are dropped by their distance on the ground, wherever a line runs."""

import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from sitmap.reference import thinning

KM_A_DEGREE = 111.32


def detour(lat, km):
    """A line along a meridian with one vertex some kilometres to the east."""
    east = km / (KM_A_DEGREE * np.cos(np.radians(lat)))
    return np.array([[10.0, lat - 0.2], [10.0 + east, lat], [10.0, lat + 0.2]])


def test_the_same_detour_is_dropped_at_the_equator_and_in_the_arctic():
    for lat in (2.0, 42.0, 72.0, -72.0):
        assert len(thinning.line(detour(lat, 0.8), 0.01)) == 2, lat
        assert len(thinning.line(detour(lat, 1.4), 0.01)) == 3, lat


def test_plain_degrees_would_keep_it_in_the_arctic():
    assert len(shapely.simplify(shapely.LineString(detour(72.0, 0.8)), 0.01).coords) == 3


@given(
    st.lists(
        st.tuples(st.integers(-1700, 1700), st.integers(-800, 800)).map(lambda p: (p[0] / 10, p[1] / 10)),
        min_size=2,
        max_size=40,
    )
)
def test_ends_stay_and_no_vertex_moves(points):
    line = np.array(points, dtype=float)
    thin = thinning.line(line, 0.5)
    assert (thin[0] == line[0]).all()
    assert (thin[-1] == line[-1]).all()
    assert {tuple(p) for p in thin.tolist()} <= {tuple(p) for p in line.tolist()}


def test_no_vertex_is_farther_off_than_the_tolerance():
    rng = np.random.default_rng(4)
    lats = np.linspace(50, 80, 600)
    shore = np.column_stack([20 + np.cumsum(rng.normal(0, 0.02, 600)), lats])
    thin = shapely.LineString(thinning.line(shore, 0.05))
    assert len(thin.coords) < 400
    geod = Geod(ellps="WGS84")
    for lon, lat in shore[::7]:
        near = thin.interpolate(thin.project(shapely.Point(lon, lat)))
        assert geod.inv(lon, lat, near.x, near.y)[2] / 1000 < 0.05 * 111.7 * 1.5
