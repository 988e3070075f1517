from dataclasses import dataclass

import numpy as np
import pytest
from pyproj import Geod

from sitmap import units, zones
from sitmap.errors import CoordinateError, ZoneError
from sitmap.zones import Zones


@dataclass(frozen=True)
class Spot:
    name: str
    lat: float
    lon: float
    zone: str
    sovereign: str = ""
    view: str = "de facto"


SPOTS = (
    Spot("North Pole", 90, 0, "high seas"),
    Spot("South Pole", -90, 0, "land"),
    Spot("Weddell Sea: Antarctica has no zone", -66, -40, "high seas"),
    Spot("north of Chukotka, on the antimeridian", 70.0, 180, "eez", "RUS"),
    Spot("north of Chukotka, on the antimeridian again", 70.0, -180, "eez", "RUS"),
    Spot("Fiji, west of the antimeridian", -17.5, 179.9, "eez", "FJI"),
    Spot("Fiji, east of the antimeridian", -18.0, -179.9, "eez", "FJI"),
    Spot("Aleutians, east of the antimeridian", 50.5, -179.0, "eez", "USA"),
    Spot("Aleutians, west of the antimeridian", 52.3, 174.5, "eez", "USA"),
    Spot("Kiribati, Line Islands", 2.5, -158.0, "eez", "KIR"),
    Spot("Kiribati, Gilbert Islands", 0.0, 175.5, "eez", "KIR"),
    Spot("Caspian Sea", 42.0, 50.5, "land"),
    Spot("Lake Superior", 47.7, -87.5, "land"),
    Spot("Lake Victoria", -1.0, 33.0, "land"),
    Spot("Moscow", 55.75, 37.62, "land"),
    Spot("Strait of Gibraltar, north", 36.00, -5.45, "territorial sea", "ESP"),
    Spot("Strait of Gibraltar, south", 35.87, -5.65, "territorial sea", "MAR"),
    Spot("Strait of Dover, off Folkestone", 51.05, 1.30, "territorial sea", "GBR"),
    Spot("Strait of Dover, off Boulogne", 50.80, 1.45, "territorial sea", "FRA"),
    Spot("Strait of Tiran, off Sinai", 28.00, 34.455, "territorial sea", "EGY"),
    Spot("Strait of Tiran, off the Arabian coast", 28.10, 34.58, "territorial sea", "SAU"),
    Spot("Bab el-Mandeb, off Perim", 12.62, 43.37, "territorial sea", "YEM"),
    Spot("Bab el-Mandeb, off Ras Siyyan", 12.50, 43.37, "territorial sea", "DJI"),
    Spot("Contiguous zone south-west of Malta", 35.60, 14.10, "contiguous zone", "MLT"),
    Spot("Donut hole of the Bering Sea", 58.5, -179.0, "high seas"),
    Spot("Peanut hole of the Sea of Okhotsk", 53.3, 149.4, "high seas"),
    Spot("Black Sea south of Crimea", 43.9, 34.0, "eez", "UKR"),
    Spot("Black Sea south of Crimea", 43.9, 34.0, "eez", "RUS", view="RUS"),
    Spot("Falkland Islands", -53.5, -59.0, "eez", "GBR"),
    Spot("Falkland Islands", -53.5, -59.0, "eez", "ARG", view="ARG"),
    Spot("south of Okinotorishima", 18.5, 136.1, "eez", "JPN"),
    Spot("south of Okinotorishima", 18.5, 136.1, "high seas", view="CHN"),
    Spot("north of the Senkaku Islands", 26.5, 123.4, "eez", "JPN"),
    Spot("north of the Senkaku Islands", 26.5, 123.4, "eez", "TWN", view="TWN"),
    Spot("east of the Paracel Islands", 16.5, 113.5, "eez", "CHN"),
    Spot("east of the Paracel Islands", 16.5, 113.5, "eez", "VNM", view="VNM"),
    Spot("off Iturup", 44.3, 148.0, "eez", "RUS"),
    Spot("off Iturup", 44.3, 148.0, "eez", "JPN", view="JPN"),
    Spot("west of Rockall, which has no zone", 57.6, -14.6, "eez", "GBR"),
    Spot("middle of the Atlantic", 35.0, -45.0, "high seas"),
)


@pytest.fixture(scope="module")
def world() -> Zones:
    return zones.load()


@pytest.mark.parametrize("spot", SPOTS, ids=lambda spot: f"{spot.name}, {spot.view}")
def test_known_spot(spot: Spot, world: Zones):
    answer = world.at(spot.lat, spot.lon, view=spot.view)
    assert answer.zone == spot.zone
    if spot.sovereign:
        assert answer.sovereign == spot.sovereign
    assert ("on land" in answer.note) == (spot.zone == "land")
    assert answer.margin_km >= 0


def test_many_points_answer_as_one_by_one(world: Zones):
    lats, lons = [spot.lat for spot in SPOTS], [spot.lon for spot in SPOTS]
    table = world.query(lats, lons)
    for lat, lon, row in zip(lats, lons, table, strict=True):
        answer = world.at(lat, lon)
        assert (answer.zone, answer.sovereign) == (row["zone"], row["sovereign"])
        assert answer.distance_km == pytest.approx(row["distance_km"], abs=1e-9)
        assert answer.margin_km == pytest.approx(row["margin_km"], abs=1e-9)


def test_a_few_points_answer_as_among_many(world: Zones):
    # Few are looked up one by one, many cube by cube.
    rng = np.random.default_rng(12)
    lats, lons = np.degrees(np.arcsin(rng.uniform(-0.95, 1, 4000))), rng.uniform(-180, 180, 4000)
    many = world.query(lats, lons)
    few = np.concatenate([world.query(lats[k : k + 100], lons[k : k + 100]) for k in range(0, 4000, 100)])
    for name in many.dtype.names:
        assert (many[name] == few[name]).all(), name


def test_no_point_gives_no_answer(world: Zones):
    assert len(world.query([], [])) == 0
    assert len(world.inside([], [], sovereign="JPN")) == 0


def test_runner_up_is_the_nearest_coast_of_another_state(world: Zones):
    # Against the plain way: every sovereign's distance, then the second smallest.
    rng = np.random.default_rng(5)
    lats, lons = np.degrees(np.arcsin(rng.uniform(-0.9, 1, 100))), rng.uniform(-180, 180, 100)
    table = world.query(lats, lons)
    clear = {code: world.clearance(lats, lons, sovereign=code, limit_km=0) for code in world.sovereigns}
    # With a limit of nothing clearance is at most minus the distance to the coast.
    distances = np.stack([-values for values in clear.values()])
    second = np.sort(distances, axis=0)[1]
    near = np.isfinite(table["runner_up_km"])
    assert near.sum() > 40
    assert np.allclose(second[near], table["runner_up_km"][near], atol=1e-6)
    assert (table["sovereign"] != table["runner_up"]).all()


def test_no_move_shorter_than_the_margin_changes_the_answer(world: Zones):
    rng = np.random.default_rng(6)
    lats, lons = np.degrees(np.arcsin(rng.uniform(-0.8, 0.95, 400))), rng.uniform(-180, 180, 400)
    before = world.query(lats, lons)
    azimuths = rng.uniform(0, 360, 400)
    moved_lons, moved_lats, _ = Geod(ellps="WGS84").fwd(
        lons, lats, azimuths, np.minimum(before["margin_km"], 3000) * 999
    )
    after = world.query(moved_lats, moved_lons)
    was_in, is_in = (table["distance_km"] <= units.EEZ_KM for table in (before, after))
    sea = before["zone"] != "land"
    assert (was_in == is_in)[sea].all()
    assert (before["sovereign"] == after["sovereign"])[sea & was_in].all()


@pytest.mark.parametrize(
    ("limit", "km"),
    [
        ("eez", units.EEZ_KM),
        ("contiguous", units.CONTIGUOUS_ZONE_KM),
        ("territorial", units.TERRITORIAL_SEA_KM),
    ],
)
def test_margin_refers_to_the_limit_asked_for(limit: str, km: float, world: Zones):
    answer = world.at(35.0, -50.0, limit=limit)
    assert answer.limit_km == km
    assert answer.margin_km == pytest.approx(answer.distance_km - km)


def test_inside_leaves_out_land(world: Zones):
    assert world.inside([35.68, 34.5], [139.0, 139.0], sovereign="JPN").tolist() == [False, True]


def test_state_without_a_coast_has_no_zone(world: Zones):
    assert not world.inside([35.0], [139.0], sovereign="MNG").any()
    assert world.clearance([35.0], [139.0], sovereign="MNG")[0] == -np.inf


def test_state_that_disputes_nothing_sees_what_all_see(world: Zones):
    assert world.at(43.9, 34.0, view="BRA").sovereign == world.at(43.9, 34.0).sovereign


@pytest.mark.parametrize(
    ("lat", "lon"), [(float("nan"), 0), (91, 0), (0, 181), (0, float("inf")), (139.4, 42.1)]
)
def test_impossible_coordinate(lat: float, lon: float, world: Zones):
    with pytest.raises(CoordinateError):
        world.at(lat, lon)
    with pytest.raises(ZoneError, match="point 1 of 3"):
        world.query([0, lat, 0], [0, lon, 0])


def test_swapped_coordinate_says_so(world: Zones):
    with pytest.raises(CoordinateError, match="swapped"):
        world.at(139.4, 42.1)
    with pytest.raises(ZoneError, match="swapped"):
        world.inside([139.4], [42.1], sovereign="JPN")


def test_unequal_rows(world: Zones):
    with pytest.raises(ZoneError, match="one length"):
        world.query([1, 2], [3])


def test_unknown_limit_lists_the_known(world: Zones):
    with pytest.raises(ZoneError, match="territorial, contiguous, eez"):
        world.at(0, 0, limit="shelf")


def test_unknown_view_lists_the_known(world: Zones):
    with pytest.raises(ZoneError, match=r"ARG.*VNM"):
        world.at(0, 0, view="mine")
