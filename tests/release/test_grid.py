"""Cells: every point in one, none narrower than asked, the same for all points in it."""

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from sitmap import geodesy
from sitmap.release.grid import cell

LATS, LONS = st.floats(-90, 90), st.floats(-180, 180)
GRIDS = st.sampled_from([1.0, 10.0, 25.0, 111.0, 400.0, 1000.0])


@given(LATS, LONS, GRIDS)
def test_a_point_lies_in_its_cell_and_no_farther_than_its_radius(lat, lon, grid):
    found = cell(lat, lon, grid_km=grid)
    assert found.outline.buffer(1e-9).covers(shapely.Point(lon, lat))
    assert geodesy.distance(found.lat, found.lon, lat, lon) <= found.radius_km * 1.000001 + 1e-6


@given(LATS, LONS, GRIDS)
def test_the_middle_of_a_cell_is_in_the_same_cell(lat, lon, grid):
    found = cell(lat, lon, grid_km=grid)
    assert cell(found.lat, found.lon, grid_km=grid) == found


@given(st.floats(-88, 88), LONS, st.sampled_from([1.0, 10.0, 25.0, 100.0]))
def test_a_cell_is_as_high_and_wide_as_asked(lat, lon, grid):
    west, south, east, north = cell(lat, lon, grid_km=grid).outline.bounds
    assert geodesy.distance(south, west, north, west) >= grid
    # A geodesic is shorter than the parallel: least so far from the pole.
    for edge in (south, north):
        if abs(edge) < 88:
            assert geodesy.distance(edge, west, edge, east) >= grid * 0.98


@pytest.mark.parametrize(
    ("lat", "lon"), [(90, 0), (-90, 180), (0, 180), (0, -180), (65.0, 179.9999), (89.99, -170)]
)
def test_the_ends_of_the_earth_have_cells(lat, lon):
    found = cell(lat, lon, grid_km=10)
    west, south, east, north = found.outline.bounds
    assert -180 <= west < east <= 180
    assert -90 <= south < north <= 90
    assert found.outline.is_valid


def test_a_cell_of_ten_km_at_kursk_is_about_ten_km():
    found = cell(51.73, 36.19, grid_km=10)
    assert 7.07 <= found.radius_km <= 7.5
    assert geodesy.distance(found.lat, found.lon, 51.73, 36.19) < 7.5
