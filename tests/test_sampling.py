"""Points that stand for an area: inside it, even, and the same every time."""

import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from sitmap import geodesy, sampling


@given(st.floats(-80, 80), st.floats(-179, 179), st.floats(1, 800), st.integers(10, 400))
def test_samples_lie_inside_and_are_about_as_many_as_asked(lat, lon, radius_km, count):
    shape = geodesy.circle(lat, lon, radius_km=radius_km)
    lats, lons = sampling.samples(shape, count)
    assert shapely.covers(shape, shapely.points(lons, lats)).all()
    assert 0.5 * count <= len(lats) <= 1.5 * count + 5


def test_samples_are_the_same_every_time_and_even():
    disc = geodesy.circle(42.0, 137.0, radius_km=100)
    lats, lons = sampling.samples(disc, 1000)
    assert (np.array(sampling.samples(disc, 1000)) == np.array([lats, lons])).all()
    north = (lats > 42.0).mean()
    east = (lons > 137.0).mean()
    assert north == pytest.approx(0.5, abs=0.01)
    assert east == pytest.approx(0.5, abs=0.01)


def test_equal_grounds_hold_equally_many():
    # Between the equator and 60 degrees lie sqrt(3) / 2 of the northern hemisphere.
    lats, _ = sampling.samples(shapely.box(0, 0, 10, 90), 2000)
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
    lats, lons = sampling.samples(shape, 100)
    assert len(lats) == len(lons) >= 1
