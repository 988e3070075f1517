"""Points that stand for an area: inside it, even, and the same every time."""

import math
from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from sitmap import geodesy
from sitmap.checks import area
from sitmap.model import Location

BOX = shapely.box(28, 41, 41, 46)


@given(st.floats(-80, 80), st.floats(-179, 179), st.floats(1, 800), st.integers(10, 400))
def test_samples_lie_inside_and_are_about_as_many_as_asked(lat, lon, radius_km, count):
    shape = geodesy.circle(lat, lon, radius_km=radius_km)
    lats, lons = area.samples(shape, count)
    assert shapely.covers(shape, shapely.points(lons, lats)).all()
    assert 0.5 * count <= len(lats) <= 1.5 * count + 5


def test_samples_are_the_same_every_time_and_even():
    disc = geodesy.circle(42.0, 137.0, radius_km=100)
    lats, lons = area.samples(disc, 1000)
    assert (np.array(area.samples(disc, 1000)) == np.array([lats, lons])).all()
    north = (lats > 42.0).mean()
    east = (lons > 137.0).mean()
    assert north == pytest.approx(0.5, abs=0.01)
    assert east == pytest.approx(0.5, abs=0.01)


def test_equal_grounds_hold_equally_many():
    # Between the equator and 60 degrees lie sqrt(3) / 2 of the northern hemisphere.
    lats, _ = area.samples(shapely.box(0, 0, 10, 90), 2000)
    assert (lats < 60).mean() == pytest.approx(math.sqrt(3) / 2, abs=0.005)


@pytest.mark.parametrize(
    "shape",
    [
        shapely.Polygon([(0, 0), (1, 0), (2, 0)]),
        shapely.Polygon([(0, 0), (10, 10), (10, 10 + 1e-9)]),
        shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(5, 5, 5 + 1e-7, 5 + 1e-7)]),
    ],
)
def test_a_sliver_gives_at_least_a_point(shape):
    lats, lons = area.samples(shape, 100)
    assert len(lats) == len(lons) >= 1


def test_outline():
    spot = Location(lat=42.0, lon=137.0)
    assert area.outline(spot) is None
    assert area.outline(Location(note="not found")) is None
    circle = area.outline(replace(spot, uncertainty_km=10.0))
    assert geodesy.distance(42.0, 137.0, *circle.exterior.coords[0][::-1]) == pytest.approx(10.0)
    assert area.outline(replace(spot, area=BOX)) is BOX
    assert area.outline(replace(spot, area=shapely.Polygon())) is None
