import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from sitmap.zones import ellipsoid
from sitmap.zones.tree import Tree

GEOD = Geod(ellps="WGS84")


@pytest.mark.parametrize(("distance_km", "error_km"), [(22.224, 0.001), (370.4, 0.001), (1000, 0.02)])
def test_arc_over_a_chord_is_the_geodesic(distance_km: float, error_km: float):
    rng = np.random.default_rng(1)
    lats, lons = np.degrees(np.arcsin(rng.uniform(-1, 1, 20000))), rng.uniform(-180, 180, 20000)
    far_lons, far_lats, _ = GEOD.fwd(
        lons, lats, rng.uniform(0, 360, 20000), np.full(20000, distance_km * 1000)
    )
    chords = np.linalg.norm(
        ellipsoid.earth_centred(lats, lons) - ellipsoid.earth_centred(far_lats, far_lons), axis=1
    )
    assert np.abs(ellipsoid.arc(chords) - distance_km).max() < error_km


def test_the_tree_measures_as_the_geodesic_does():
    rng = np.random.default_rng(2)
    lats, lons = np.degrees(np.arcsin(rng.uniform(-1, 1, 5000))), rng.uniform(-180, 180, 5000)
    metres = rng.uniform(1_000, 370_000, 5000)
    far_lons, far_lats, _ = GEOD.fwd(lons, lats, rng.uniform(0, 360, 5000), metres)
    found, nearest = Tree(ellipsoid.earth_centred(far_lats, far_lons)).nearest(
        ellipsoid.earth_centred(lats, lons)
    )
    _, _, exact = GEOD.inv(lons, lats, np.asarray(far_lons)[nearest], np.asarray(far_lats)[nearest])
    assert np.abs(found * 1000 - exact).max() < 1


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_geodetic_undoes_earth_centred(lat: float, lon: float):
    back_lat, back_lon = ellipsoid.geodetic(ellipsoid.earth_centred([lat], [lon]))
    assert back_lat[0] == pytest.approx(lat, abs=1e-9)
    across = np.cos(np.radians(lat)) * np.sin(np.radians((back_lon[0] - lon) / 2))
    assert abs(across) < 1e-10


@given(st.floats(0, 2000))
def test_chord_undoes_arc(km: float):
    assert float(ellipsoid.arc(ellipsoid.chord(km))) == pytest.approx(km, abs=1e-9)


def test_surface_and_up():
    where = ellipsoid.earth_centred([42.0, -89.0], [139.0, 10.0])
    assert np.allclose(ellipsoid.surface(where * 1.01), where)
    up = ellipsoid.upward(where)
    assert np.allclose(np.degrees(np.arcsin(up[:, 2])), [42.0, -89.0])
