import gzip
import json
import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from sitmap import words
from sitmap.maps import basemap


def decode(line: list[int], scale: int) -> np.ndarray:
    return np.cumsum(np.array(line).reshape(-1, 2), axis=0) / scale


def land(base: dict) -> shapely.MultiPolygon:
    return shapely.union_all(
        [shapely.make_valid(shapely.Polygon(*_rings(rings, base["scale"]))) for rings in base["polygons"]]
    )


def _rings(rings, scale):
    shell, *holes = (decode(ring, scale) for ring in rings)
    return shell, holes


@pytest.fixture(scope="module")
def world_land():
    return land(basemap.world())


@pytest.mark.parametrize(
    ("name", "lat", "lon", "is_land"),
    [
        ("Moscow", 55.75, 37.62, True),
        ("Pyongyang", 39.03, 125.75, True),
        ("Chukotka", 66.5, 176.0, True),
        ("Chukotka beyond the antimeridian", 66.5, -175.0, True),
        ("South Pole", -89.5, 10.0, True),
        ("Viti Levu", -17.8, 178.0, True),
        ("Sea of Japan", 40.0, 135.0, False),
        ("Caspian Sea", 42.0, 50.5, False),
        ("Gulf of Guinea", 0.0, 0.0, False),
        ("Bering Sea", 58.0, 179.9, False),
    ],
)
def test_land_is_where_land_is(world_land, name, lat, lon, is_land):
    assert world_land.contains(shapely.Point(lon, lat)) is is_land, name


def test_the_world_has_the_area_of_its_land(world_land):
    """148.9 million km2 of land (CIA World Factbook), lakes and ice shelves aside."""
    cells = [(lat, lon) for lat in np.arange(-89.5, 90, 2) for lon in np.arange(-179.5, 180, 2)]
    hit = shapely.contains_xy(world_land, [lon for _, lon in cells], [lat for lat, _ in cells])
    weights = np.cos(np.radians([lat for lat, _ in cells]))
    share = float((weights * hit).sum() / weights.sum())
    assert share * 510.1 == pytest.approx(148.9, rel=0.03)


def test_names_are_those_in_use():
    names = words.country_names()
    assert {names[iso] for iso in ("PRK", "KOR", "CHN", "RUS", "FRA", "UKR")} == {
        "North Korea", "South Korea", "China", "Russia", "France", "Ukraine",
    }  # fmt: skip
    assert "Sea of Japan" in [name for name, *_ in basemap.world()["seas"]]


def test_borders_in_dispute_are_apart():
    world = basemap.world()
    crimea = shapely.box(32.5, 45.3, 36.7, 46.3)
    lines = {
        key: [shapely.LineString(decode(line, world["scale"])) for line in world[key]]
        for key in ("borders", "disputed")
    }
    assert any(line.intersects(crimea) for line in lines["disputed"])
    assert not any(line.intersects(crimea) for line in lines["borders"])


def test_the_world_is_light_enough_for_a_browser():
    text = json.dumps(basemap.world(), separators=(",", ":"), ensure_ascii=False)
    assert len(gzip.compress(text.encode(), mtime=0)) < 400_000


def test_detail_covers_its_windows_and_no_more():
    window = basemap.window(42.15, 139.45)
    fine = basemap.detail([window])
    drawn = land(fine)
    assert shapely.box(*window).buffer(0.001).contains(drawn)
    okushiri = shapely.Point(139.45, 42.17)
    assert drawn.contains(okushiri)
    assert "Sapporo" not in [town[0] for town in fine["towns"]]  # the world has it already
    assert {"Hakodate", "Aomori"} <= {town[0] for town in fine["towns"]}


def test_coast_has_no_window_edge():
    window = basemap.window(42.15, 139.45)
    fine = basemap.detail([window])
    for line in fine["coast"]:
        points = decode(line, fine["scale"])
        on_edge = np.isclose(points[:, 0], window[2], atol=0.0006)
        assert not (on_edge[1:] & on_edge[:-1]).any()


FJORDS = ((59, 6), (62, 6), (65, 12), (68, 15), (70, 23), (78, 16))


def test_detail_keeps_to_its_budget():
    norway = [
        basemap.window(lat, lon) for lat, lon in ((59, 6), (62, 6), (65, 12), (68, 15), (70, 23), (78, 16))
    ]
    fine = basemap.detail(norway)
    vertices = sum(len(ring) / 2 for rings in fine["polygons"] for ring in rings)
    assert vertices < 30_000


def test_no_window_no_detail():
    assert basemap.detail([]) is None


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_windows_stay_on_the_map(lat, lon):
    west, south, east, north = basemap.window(lat, lon)
    assert -180 <= west <= lon <= east <= 180
    assert -90 <= south <= lat <= north <= 90


@given(
    st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=2, max_size=30),
    st.sampled_from([100, 1000]),
)
def test_delta_coding_keeps_each_vertex_to_half_a_unit(points, scale):
    line = shapely.LineString(points)
    decoded = decode(basemap._delta(line.coords, scale), scale)
    for x, y in points:
        nearest = min(math.hypot(x - u, y - v) for u, v in decoded)
        assert nearest <= math.sqrt(0.5) / scale + 1e-9
