"""The steps of the zone build on a small world of our own."""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely

from sitmap import units
from sitmap.reference import baseline, coast, fgb, territories, zone_lines, zone_shapes
from sitmap.zones import ellipsoid
from sitmap.zones.baseline import Baseline, Claimed, Territory
from sitmap.zones.coasts import Coasts
from sitmap.zones.land import Land, tile

#: Two islands of different states 300 km apart on either side of the antimeridian, and a third alone.
NO_LAND = np.array([], dtype=object)
ISLANDS = {"AAA": (10.0, 178.6), "BBB": (10.0, -178.7), "CCC": (-20.0, 40.0)}


def world() -> Baseline:
    lats, lons = np.array(list(ISLANDS.values())).T
    return Baseline(
        points=ellipsoid.earth_centred(
            np.concatenate([lats, lats + 0.05, lats - 0.05, lats]),
            np.concatenate([lons, lons, lons, lons + 0.05]),
        ),
        owners=np.tile(np.arange(3), 4),
        territories=tuple(Territory(code, f"The {code} Islands", code, f"The {code}") for code in ISLANDS),
        claims=(Claimed("AAA", "BBB", "AAA"),),
        agreements={},
    )


def lines() -> tuple[zone_shapes.World, np.ndarray]:
    made = zone_shapes.World(world())
    return made, zone_shapes.network(
        np.concatenate([zone_lines.medians(made.coasts), zone_lines.limits(made.coasts)])
    )


@pytest.fixture(scope="module")
def small() -> tuple[zone_shapes.World, np.ndarray]:
    return lines()


def test_zone_of_a_lone_island_is_a_circle_of_200_miles(small):
    made, edges = small
    zones = zone_shapes.zones(edges, made, NO_LAND)
    assert list(zones.zone_id) == ["AAA-EEZ", "BBB-EEZ", "CCC-EEZ"]
    assert zones.geometry.is_valid.all()
    area = zones[zones.sovereign == "CCC"].to_crs("ESRI:54034").area.iloc[0] / 1e6
    assert area == pytest.approx(np.pi * (units.EEZ_KM + 4) ** 2, rel=0.01)


def test_neighbours_share_the_median_over_the_antimeridian(small):
    made, edges = small
    zones = zone_shapes.zones(edges, made, NO_LAND).set_index("sovereign").geometry
    assert not zones["AAA"].overlaps(zones["BBB"])
    areas = zones.to_crs("ESRI:54034").area / 1e6
    assert areas["AAA"] == pytest.approx(areas["BBB"], rel=0.02)
    found = zone_shapes.boundaries(edges, made, NO_LAND)
    median = found[found.kind == "median"]
    assert list(median.boundary_id) == ["AAA|BBB"]
    assert median.label.iloc[0] == "AAA / BBB EEZ (estimate)"
    assert median.disputed.all()
    lons, lats = shapely.get_coordinates(median.geometry.to_numpy()).T
    where = ellipsoid.earth_centred(lats, lons)
    assert np.abs(made.coasts.of("AAA", where) - made.coasts.of("BBB", where)).max() < 0.3


def test_limits_carry_their_state(small):
    made, edges = small
    found = zone_shapes.boundaries(edges, made, NO_LAND)
    limits = found[found.kind == "limit"].set_index("left")
    assert set(limits.index) == {"AAA", "BBB", "CCC"}
    assert not limits.disputed["CCC"]
    assert limits.disputed["BBB"]
    assert (limits.right == "").all()


def test_land_is_cut_out_of_zones_and_lines(small):
    made, edges = small
    land = shapely.box(39, -22, 41, -10)
    zone = zone_shapes.zones(edges, made, np.array([land])).set_index("sovereign").geometry["CCC"]
    assert zone.intersection(land).area == 0
    found = zone_shapes.boundaries(edges, made, np.array([land]))
    assert found.geometry.union_all().intersection(land.buffer(-1e-6)).is_empty


def test_rebuild_gives_the_same_bytes(tmp_path: Path):
    written = []
    for _ in range(2):
        made, edges = lines()
        fgb.write(zone_shapes.zones(edges, made, NO_LAND), tmp_path / "eez.fgb")
        written.append((tmp_path / "eez.fgb").read_bytes())
    assert written[0] == written[1]
    assert [path.name for path in tmp_path.iterdir()] == ["eez.fgb"]


def test_meeting_point_is_equally_far_from_three():
    triple = ellipsoid.earth_centred([60.0, 62.0, 61.0], [10.0, 12.0, 15.0])[None]
    found = zone_lines._meeting_points(triple, triple.mean(axis=1))
    distances = np.linalg.norm(triple[0] - found, axis=1)
    assert np.ptp(distances) < 1e-6


def test_thin_keeps_one_point_a_cell():
    lats, lons = np.array([10.0, 10.000001, 10.1]), np.array([20.0, 20.000001, 20.0])
    assert baseline.thin(lats, lons).tolist() == [0, 2]


def test_points_in_a_closed_bay_control_no_sea():
    # A ring of land with its shore points inside and out: only those outside face the sea.
    angles = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    lats = np.concatenate([np.sin(angles), 0.2 * np.sin(angles)])
    lons = np.concatenate([np.cos(angles), 0.2 * np.cos(angles)])
    area = shapely.Point(0, 0).buffer(1)
    cells = coast.tiles(np.array([area]), size_deg=5)
    land = Land(np.array([row * 72 + column for row, column in cells]), np.array(list(cells.values())))
    kept = baseline.controlling(lats, lons, np.zeros(48, dtype=int), land=land)
    assert kept[:24].all()
    assert not kept[24:].any()


def test_tiles_cover_the_land_and_no_more():
    areas = np.array([shapely.box(-1, -1, 6, 1), shapely.box(170, 80, 180, 90)])
    cells = coast.tiles(areas, size_deg=5)
    assert sum(shape.area for shape in cells.values()) == pytest.approx(shapely.area(areas).sum())
    lats, lons = np.array([0.0, 89.9, 90.0]), np.array([5.5, 179.9, 180.0])
    assert [divmod(number, 72) for number in tile(lats, lons).tolist()] == [(18, 37), (35, 71), (35, 71)]


def test_simplify_drops_specks_and_stays_valid():
    speck, island = shapely.box(0, 0, 0.001, 0.001), shapely.Point(1, 1).buffer(0.5, 200)
    kept = coast.simplify(np.array([speck, island]), 0.01)
    assert len(kept) == 1
    assert kept[0].is_valid
    assert shapely.get_num_coordinates(kept[0]) < shapely.get_num_coordinates(island) / 4


def test_label_takes_the_nearest_coast_then_the_tables(tmp_path: Path):
    frame = gpd.GeoDataFrame(
        {"ADM0_A3": ["WWW", "EEE"]}, geometry=[shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)], crs=4326
    )
    header = "name,west,south,east,north"
    tables = {
        "label_boxes": f"{header},territory,min_km\nfar island,4,0,5,1,III,150\n",
        "no_zone": f"{header}\nrock,-3,0,-2,1\n",
        "disputes": f"{header},only,territory,sovereign\ncape,-1,0.9,3,2,EEE,X-C,EEE\n",
    }
    for name, text in tables.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    lats = np.array([0.5, 0.5, 0.95, 0.95, 0.5, 0.5])
    lons = np.array([-0.01, 2.01, 2.01, -0.01, 4.5, -2.5])
    codes, zoned = territories.label(lats, lons, frame=frame, folder=tmp_path)
    assert codes.tolist() == ["WWW", "EEE", "X-C", "WWW", "III", "WWW"]
    assert zoned.tolist() == [True] * 5 + [False]


def test_coasts_know_no_rival_beyond_reach():
    made = world()
    coasts = Coasts(made.points, made.owners, np.array(list(ISLANDS))[made.owners])
    where = ellipsoid.earth_centred([-20.0], [41.0])
    _, nearest = coasts.nearest(where)
    distances, _ = coasts.rival(where, nearest)
    assert distances[0] == np.inf
