"""Share of an uncertainty area inside a zone, against random points drawn another way."""

import numpy as np
import pytest
import shapely
from pyproj import Geod

from sitmap import geodesy, units, zones
from sitmap.checks import margins
from sitmap.model import Location

GEOD = Geod(ellps="WGS84")
DRAWS = 100_000


def polar(lat, lon, near_km, far_km, from_deg, to_deg, rng):
    """Random points between two distances and bearings, evenly over the plane of the azimuthal map."""
    away = np.sqrt(rng.uniform(near_km**2, far_km**2, DRAWS)) * 1000
    bearing = rng.uniform(from_deg, to_deg, DRAWS)
    lons, lats, _ = GEOD.fwd(np.full(DRAWS, lon), np.full(DRAWS, lat), bearing, away)
    return lats, lons


def boxed(shape, rng):
    """Random points of a polygon, evenly over the ground."""
    west, south, east, north = shape.bounds
    lons = rng.uniform(west, east, 3 * DRAWS)
    lats = np.degrees(np.arcsin(rng.uniform(*np.sin(np.radians([south, north])), 3 * DRAWS)))
    kept = shapely.contains_xy(shape, lons, lats)
    return lats[kept][:DRAWS], lons[kept][:DRAWS]


def circle(lat, lon, km):
    return geodesy.circle(lat, lon, radius_km=km), lambda rng: polar(lat, lon, 0, km, 0, 360, rng)


def sector(lat, lon, near, far, first, last):
    shape = geodesy.sector(lat, lon, near_km=near, far_km=far, from_deg=first, to_deg=last)
    return shape, lambda rng: polar(lat, lon, near, far, first, last, rng)


def polygon(*corners):
    shape = shapely.Polygon(corners)
    return shape, lambda rng: boxed(shape, rng)


CASES = {
    "200 km west of Okushiri": ("JPN", "eez", *sector(42.157, 139.40, 175, 225, 247.5, 292.5)),
    "around Okushiri's median line": ("JPN", "eez", *circle(42.15, 136.9, 60)),
    "80 km north-northwest of Yonaguni": ("JPN", "eez", *sector(24.46, 123.0, 70, 90, 315, 360)),
    "near Yonaguni": ("JPN", "eez", *circle(25.1, 122.75, 40)),
    "off Chukotka across 180 degrees": ("RUS", "eez", *circle(63.0, -179.5, 150)),
    "Bering Strait": ("USA", "eez", *circle(65.7, -169.0, 80)),
    "a box in the Sea of Japan": ("RUS", "eez", *polygon((134, 41), (138, 41), (138, 44), (135, 43))),
    "a strip at 12 miles": ("JPN", "territorial", *polygon((139, 41.9), (139.4, 41.9), (139.2, 42.4))),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_share_matches_a_hundred_thousand_draws(name):
    sovereign, limit, shape, draw = CASES[name]
    lookup = zones.load()
    lats, lons = draw(np.random.default_rng(42))
    reach = {"eez": units.EEZ_KM, "territorial": units.TERRITORIAL_SEA_KM}[limit]
    drawn = float(np.mean(lookup.inside(lats, lons, sovereign=sovereign, limit_km=reach)))
    point = shape.representative_point()
    where = Location(lat=point.y, lon=point.x, area=shape)
    code = {"eez": "EEZ", "territorial": "TS"}[limit]
    found = margins.position(
        where, point.y, point.x, sovereign=sovereign, zone=margins.ZONES[code], zones=lookup
    )
    assert 0.02 < drawn < 0.98
    assert found.share == pytest.approx(drawn, abs=0.005)
