"""Shares, three-valued answers and standings, against what can be worked out another way."""

import numpy as np
import pytest
import shapely

from sitmap import geodesy, units, zones
from sitmap.errors import CoordinateError, ZoneError
from sitmap.zones import SIDES, Zones

#: On the 200-mile limit of the Azores, far from any other state: half of a circle is inside.
LIMIT = geodesy.destination(39.45, -31.27, bearing_deg=270, distance_km=units.EEZ_KM)


@pytest.fixture(scope="module")
def world() -> Zones:
    return zones.load()


@pytest.mark.parametrize(("km_inside", "radius_km"), [(0.0, 30.0), (10.0, 30.0), (-15.0, 20.0), (40.0, 30.0)])
def test_share_of_a_circle_is_that_of_its_segment(km_inside: float, radius_km: float, world: Zones):
    clear = float(world.clearance(*([value] for value in LIMIT), sovereign="PRT")[0])
    lat, lon = geodesy.destination(*LIMIT, bearing_deg=90, distance_km=km_inside - clear)
    share = world.share(geodesy.circle(lat, lon, radius_km=radius_km), sovereign="PRT")
    # The limit is so wide an arc that within the circle it is nearly a chord.
    height = np.clip(km_inside / radius_km, -1, 1)
    expected = 1 - (np.arccos(height) - height * np.sqrt(1 - height**2)) / np.pi
    assert share == pytest.approx(expected, abs=0.02)


def test_share_is_good_to_half_a_part_in_a_hundred(world: Zones):
    area = shapely.box(136.0, 41.0, 139.0, 43.0)
    rng = np.random.default_rng(4)
    lats = np.degrees(np.arcsin(rng.uniform(*np.sin(np.radians([41.0, 43.0])), 200_000)))
    inside = world.inside(lats, rng.uniform(136.0, 139.0, 200_000), sovereign="JPN")
    assert world.share(area, sovereign="JPN") == pytest.approx(inside.mean(), abs=0.005)


def test_sides_follow_the_margin(world: Zones):
    rng = np.random.default_rng(9)
    lats, lons = rng.uniform(36, 46, 3000), rng.uniform(130, 142, 3000)
    sides = world.sides(lats, lons, sovereign="JPN", rounding_km=10)
    clear = world.clearance(lats, lons, sovereign="JPN")
    land = world.on_land(lats, lons)
    assert set(sides) == set(SIDES)
    assert ((sides == "too close to call") == (np.abs(clear) < 17)).all()
    assert (clear[sides == "inside"] >= 17).all()
    assert ((clear[sides == "outside"] <= -17) | land[sides == "outside"]).all()


def test_standing_of_the_founding_point(world: Zones):
    standing = world.standing(42.15, 136.98, sovereign="JPN", radius_km=25)
    assert standing.answer == "too close to call"
    assert standing.tolerance_km == 32
    assert 0 < standing.margin_km < 12
    assert 0.5 < standing.share < 0.95
    near = world.standing(42.15, 139.3, sovereign="JPN", limit="territorial")
    assert (near.answer, near.share) == ("inside", 1.0)
    assert world.standing(42.15, 136.98, sovereign="MNG").answer == "outside"


@pytest.mark.parametrize("code", ["Japan", "jpn", "", "J1N"])
def test_a_state_goes_by_its_code(code: str, world: Zones):
    with pytest.raises(ZoneError, match="alpha-3"):
        world.standing(42.15, 136.98, sovereign=code)


@pytest.mark.parametrize(
    ("lat", "lon", "radius"), [(140.0, 40.0, 0.0), (float("nan"), 0.0, 0.0), (0.0, 0.0, -1.0)]
)
def test_impossible_standings_are_refused(lat: float, lon: float, radius: float, world: Zones):
    with pytest.raises(CoordinateError):
        world.standing(lat, lon, sovereign="JPN", radius_km=radius)


def test_sorting_many_points_agrees_with_the_full_answers(world: Zones):
    rng = np.random.default_rng(10)
    lats, lons = np.degrees(np.arcsin(rng.uniform(-1, 1, 20_000))), rng.uniform(-180, 180, 20_000)
    kinds, owners = world.classify(lats, lons)
    full = world.query(lats, lons)
    free = np.isin(full["zone"], ["high seas", "land"])
    assert (kinds == np.where(free, full["zone"], "eez")).all()
    assert (owners == np.where(free, "", full["sovereign"])).all()
