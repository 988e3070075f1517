"""Lines at a distance from the shore, around shores whose distance can be worked out."""

import numpy as np
import pytest
import shapely
from pyproj import Geod

from sitmap import units
from sitmap.reference import contours, zone_belts, zone_shapes
from sitmap.zones import ellipsoid
from sitmap.zones.baseline import Baseline, Claimed, Territory
from sitmap.zones.coasts import Coasts

GEOD = Geod(ellps="WGS84")
STEPS = (0.5, 0.1, 0.025)


def coasts(*shores: tuple[float, float]) -> Coasts:
    lats, lons = np.array(shores).T
    count = len(shores)
    return Coasts(ellipsoid.earth_centred(lats, lons), np.zeros(count, dtype=int), np.full(count, "AAA"))


@pytest.mark.parametrize("km", [22.224, 44.448])
@pytest.mark.parametrize(("lat", "lon"), [(10.0, 20.0), (65.0, -30.0), (-40.0, 179.9)])
def test_around_one_point_it_is_a_circle(lat: float, lon: float, km: float):
    found = contours.at_distance(
        coasts((lat, lon)), km, within=(-180, lat - 3, 180, lat + 3), steps_deg=STEPS
    )
    lons, lats = shapely.get_coordinates(found).T
    _, _, metres = GEOD.inv(np.full(len(lons), lon), np.full(len(lons), lat), lons, lats)
    inner = np.abs(lons) < 180
    assert np.abs(metres[inner] / 1000 - km).max() < 0.01
    length = sum(GEOD.geometry_length(line) for line in found) / 1000
    assert length == pytest.approx(2 * np.pi * km, rel=0.005)


def test_refining_near_the_line_finds_what_the_whole_grid_finds():
    rng = np.random.default_rng(3)
    shore = coasts(*zip(rng.uniform(0, 6, 40), rng.uniform(0, 6, 40), strict=True))
    box = (-2.0, -2.0, 8.0, 8.0)
    fast = contours.at_distance(shore, 60.0, within=box, steps_deg=(0.5, 0.1))
    plain = contours.at_distance(shore, 60.0, within=box, steps_deg=(0.1,))
    assert len(fast) == len(plain)
    assert shapely.hausdorff_distance(shapely.union_all(fast), shapely.union_all(plain)) < 0.01


def test_where_two_arcs_meet_stands_a_corner():
    # Two shores 36 km apart: the line's corners are equally far from both.
    shore = coasts((0.0, -0.16), (0.0, 0.16))
    found = contours.at_distance(shore, 22.224, within=(-1, -1, 1, 1), steps_deg=STEPS)
    vertices = shapely.get_coordinates(found)
    corners = vertices[np.abs(vertices[:, 0]) < 1e-4]
    assert len(corners) == 2
    _, _, metres = GEOD.inv([0.16, 0.16], [0, 0], corners[:, 0], corners[:, 1])
    assert np.allclose(metres, 22_224, atol=15)


def test_limits_of_12_miles_belong_to_the_nearest_state():
    shores = {"AAA": (10.0, 30.0), "BBB": (10.0, 30.3)}
    lats, lons = np.array(list(shores.values())).T
    world = zone_shapes.World(
        Baseline(
            points=ellipsoid.earth_centred(lats, lons),
            owners=np.arange(2),
            territories=tuple(Territory(code, code, code, f"The {code}") for code in shores),
            claims=(Claimed("AAA", "BBB", "AAA"),),
            agreements={},
        )
    )
    found = zone_belts.belts(world, np.array([shapely.box(29.9, 9.0, 29.95, 11.0)]))
    assert list(found.left) == list(shores)
    assert set(found.kind) == {"territorial"}
    assert found.set_index("left").disputed.to_dict() == {"AAA": False, "BBB": True}
    assert list(found.label) == ["AAA territorial sea (estimate)", "BBB territorial sea (estimate)"]
    for row in found.itertuples():
        lon, lat = shapely.get_coordinates(row.geometry).T
        where = ellipsoid.earth_centred(lat, lon)
        assert np.abs(world.coasts.of(row.left, where) - units.TERRITORIAL_SEA_KM).max() < 0.2
        assert "12 nautical miles" in row.note
        assert not row.geometry.intersects(shapely.box(29.901, 9.0, 29.949, 11.0))
