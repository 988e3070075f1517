"""Agreed lines where they decide: owners, margins, special areas, and what is drawn."""

import csv

import geopandas as gpd
import numpy as np
import pytest
import shapely
from pyproj import Geod

from sitmap import resources, units, zones
from sitmap.zones import ellipsoid

GEOD = Geod(ellps="WGS84")


@pytest.fixture(scope="module")
def lines() -> gpd.GeoDataFrame:
    return gpd.read_file(resources.geo("zones", "agreed_lines.fgb"))


@pytest.fixture(scope="module")
def areas() -> gpd.GeoDataFrame:
    return gpd.read_file(resources.geo("zones", "agreed_areas.fgb"))


def around(shape: shapely.Geometry, count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Points in and round about the parts of a shape."""
    rng = np.random.default_rng(seed)
    boxes = shapely.bounds(shapely.get_parts(shape))[rng.integers(len(shapely.get_parts(shape)), size=count)]
    lats = rng.uniform(boxes[:, 1] - 2, np.minimum(boxes[:, 3] + 2, 86))
    lons = rng.uniform(boxes[:, 0] - 3, boxes[:, 2] + 3)
    return lats, (lons + 180) % 360 - 180


def table() -> list[dict[str, str]]:
    with resources.geo("zones", "curated", "lines.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_line_that_is_applied_is_built_and_no_other(lines: gpd.GeoDataFrame, areas: gpd.GeoDataFrame):
    applied = {row["line_id"] for row in table() if row["applied"] == "yes"}
    assert set(lines.line_id) == set(areas.line_id) == applied
    assert areas.geometry.is_valid.all()
    assert lines.line_id.is_unique


@pytest.mark.parametrize(
    ("lat", "lon", "zone", "sovereign", "decides"),
    [
        # East of the line of 2010, nearer to Norway; the second beyond Russia's own 200 miles.
        (72.0, 36.0, "eez", "RUS", "Norway-Russia"),
        (76.8, 40.0, "eez", "RUS", "Norway-Russia"),
        # West of it, and what both leave to the high seas.
        (76.8, 37.0, "eez", "NOR", "the coast of"),
        (74.3, 37.5, "high seas", "NOR", "the coast of"),
        # Either side of the meridian of 1990.
        (69.2, -170.4, "eez", "RUS", "USSR-United States"),
        (72.5, -168.2, "eez", "USA", "USSR-United States"),
        (44.5, 30.94, "eez", "ROU", "Romania v. Ukraine"),
        (-2.7, 43.4, "eez", "KEN", "Somalia v. Kenya"),
        (-57.6, -65.0, "eez", "ARG", "Argentina-Chile"),
        # Coral Sea north of the line, nearer to Australia's cays; the Torres Strait islands keep their sea.
        (-10.0, 145.2, "eez", "PNG", "Australia-Papua New Guinea"),
        (-10.6, 140.84, "eez", "AUS", "Australia-Papua New Guinea"),
        (-11.25, 127.1, "eez", "AUS", "Australia-Timor-Leste"),
        # Nearer to Christmas Island, but north of its line; Ashmore Islands keep the sea within their arcs.
        (-9.2, 105.8, "eez", "IDN", "Australia-Indonesia"),
        (-10.0, 105.8, "eez", "AUS", "the coast of"),
        (-12.5, 122.0, "eez", "IDN", "Australia-Indonesia"),
        (-11.83, 123.2, "eez", "AUS", "the coast of"),
        (-13.6, 120.5, "eez", "IDN", "Australia-Indonesia"),
        (-9.88, 137.6, "eez", "IDN", "Australia-Indonesia"),
        (-21.0, 157.15, "eez", "FRA", "Australia-France"),
        # East of Bach Long Vi beyond its 15 miles, nearer to it than to Hainan.
        (19.5, 107.9, "eez", "CHN", "China-Vietnam"),
        (4.9, 124.9, "eez", "IDN", "Indonesia-Philippines"),
        (4.2, 123.3, "eez", "PHL", "Indonesia-Philippines"),
        (3.6, 7.7, "eez", "NGA", "Equatorial Guinea-Nigeria"),
        (8.0, 103.0, "eez", "VNM", "Thailand-Vietnam"),
        (-17.4, -157.15, "eez", "FRA", "Cook Islands-France"),
        # East of the meridian, within Chile's 200 miles but not Argentina's: nobody's.
        (-59.3, -66.5, "high seas", "ARG", "Argentina-Chile"),
        (-59.3, -68.0, "eez", "CHL", "the coast of"),
    ],
)
def test_whose_side_of_the_line(lat: float, lon: float, zone: str, sovereign: str, decides: str):
    answer = zones.at(lat, lon)
    assert (answer.zone, answer.sovereign) == (zone, sovereign)
    assert answer.decides.startswith(decides)
    world = zones.load()
    held = sovereign if zone == "eez" else ""
    assert world.owners([lat], [lon])[0] == held
    assert world.inside([lat], [lon], sovereign=sovereign)[0] == bool(held)
    clear = world.clearance([lat], [lon], sovereign=sovereign)[0]
    assert (clear >= 0) == bool(held)


def test_the_note_names_the_line():
    assert "by an agreed line: Norway-Russia" in zones.at(72.0, 36.0).note
    assert "agreed line" not in zones.at(72.0, 20.0).note


def test_the_note_says_why_the_median_stands_in():
    # Between Kyushu and Jeju two lines of 1974, one of them a zone that is not read.
    note = zones.at(33.0, 127.7).note
    assert "zones of 1998 (turning points not read) and Japan-South Korea agreement of 1974" in note
    assert "(a line for the shelf, not for the water, the median follows it to within 8.5 km)" in note
    assert note.count("; ") == 1, "semicolons part the notes"


@pytest.mark.parametrize("line_id", [row["line_id"] for row in table() if row["applied"] == "yes"])
def test_all_ways_of_asking_agree(line_id: str, areas: gpd.GeoDataFrame):
    world = zones.load()
    shape = areas[areas.line_id == line_id].union_all()
    lats, lons = around(shape, 4000, seed=3)
    answers = world.query(lats, lons)
    zoned = np.isin(answers["zone"], ["territorial sea", "contiguous zone", "eez"])
    owners = world.owners(lats, lons)
    assert (owners == np.where(zoned, answers["sovereign"], "")).all()
    sea = answers["zone"] != "land"
    for state in np.unique(owners[owners != ""]).tolist():
        inside = world.inside(lats, lons, sovereign=state)
        assert (inside == (owners == state)).all()
        clear = world.clearance(lats, lons, sovereign=state)
        assert ((clear >= 0) == inside)[sea & (np.abs(clear) > 0.001)].all()


@pytest.mark.parametrize("line_id", [row["line_id"] for row in table() if row["applied"] == "yes"])
def test_no_edge_is_nearer_than_the_margin(line_id: str, areas: gpd.GeoDataFrame):
    world = zones.load()
    shape = areas[areas.line_id == line_id].union_all()
    lats, lons = around(shape, 1500, seed=4)
    answers = world.query(lats, lons)
    # Far enough from the coast that the thinned shore is exact, and wide enough to be worth a test.
    kept = (answers["zone"] != "land") & (answers["distance_km"] > 30) & (answers["margin_km"] > 1)
    lats, lons, answers = lats[kept], lons[kept], answers[kept]
    before = world.owners(lats, lons)
    for bearing in range(0, 360, 30):
        # An area may reach 0.3 km over the median that bounds it.
        ways = (answers["margin_km"] - 0.7) * 1000
        far_lons, far_lats, _ = GEOD.fwd(lons, lats, np.full(len(lats), float(bearing)), ways)
        after = world.query(far_lats, far_lons)
        moved = (after["zone"] != "land") & (world.owners(far_lats, far_lons) != before)
        assert not moved.any(), [
            (round(lats[i], 3), round(lons[i], 3), bearing, answers[i]) for i in np.flatnonzero(moved)[:3]
        ]


@pytest.mark.parametrize("line_id", [row["line_id"] for row in table() if row["applied"] == "yes"])
def test_zones_are_drawn_as_the_query_has_them(line_id: str, areas: gpd.GeoDataFrame):
    shape = areas[areas.line_id == line_id].union_all()
    lats, lons = around(shape, 3000, seed=5)
    answers = zones.load().query(lats, lons)
    # Beyond what the land and the thinning blur, also among skerries and in fjords.
    kept = (answers["zone"] != "land") & (answers["distance_km"] > 30) & (answers["margin_km"] > 0.3)
    # Where two arcs meet, the limit as drawn may be some kilometres off.
    kept &= (np.abs(lons) < 180) & (np.abs(answers["distance_km"] - units.EEZ_KM) > 7)
    drawn = gpd.read_file(resources.geo("zones", "eez.fgb"))
    tree = shapely.STRtree(drawn.geometry.to_numpy())
    point, zone = tree.query(shapely.points(lons, lats), predicate="within")
    found = np.full(len(lats), "", dtype="U3")
    found[point] = drawn.sovereign.to_numpy(dtype=str)[zone]
    wrong = kept & (found != np.where(answers["zone"] == "high seas", "", answers["sovereign"]))
    assert not wrong.any(), [(lats[i], lons[i], found[i], answers[i]) for i in np.flatnonzero(wrong)[:5]]


def test_the_margin_near_a_line_is_the_distance_to_it():
    # Half way along the meridian of 38 degrees of the treaty of 2010.
    lon, lat, _ = GEOD.fwd(38.0, 77.2, 90, 7_000)
    answer = zones.load().query([lat], [lon])[0]
    assert (answer["sovereign"], answer["agreed"]) == ("RUS", "nor-rus-2010")
    assert answer["margin_km"] == pytest.approx(7.0, abs=0.05)


def test_special_areas_are_only_for_the_200_miles():
    # Beyond Russia's own 200 miles, within Norway's: no contiguous zone of anybody.
    row = zones.load().query([76.8], [40.0])[0]
    assert row["distance_km"] > units.EEZ_KM > row["runner_up_km"]
    assert not zones.load().inside([76.8], [40.0], sovereign="RUS", limit_km=units.CONTIGUOUS_ZONE_KM)[0]


def test_areas_are_nearer_to_the_other_state(areas: gpd.GeoDataFrame, lines: gpd.GeoDataFrame):
    world = zones.load()
    states = {row.line_id: {row.left, row.right} for row in lines.itertuples()}
    sovereigns = np.array(world.shore.sovereigns("de facto"))[world.shore.owners]
    for row in areas.itertuples():
        (other,) = states[row.line_id] - {row.taker}
        # They reach a little over the median that bounds them.
        inner = shapely.point_on_surface(shapely.get_parts(shapely.buffer(row.geometry, -0.005)))
        for lon, lat in shapely.get_coordinates(inner):
            chords = np.linalg.norm(world.shore.points - ellipsoid.earth_centred(lat, lon), axis=1)
            assert sovereigns[int(np.argmin(chords))] == other, (row.line_id, lat, lon)


def test_treaty_lines_are_drawn_and_the_median_is_not():
    drawn = gpd.read_file(resources.geo("zones", "boundaries.fgb"))
    treaty = drawn[drawn.kind == "treaty"]
    pairs = {"|".join(sorted((row["left"], row["right"]))) for row in table() if row["applied"] == "yes"}
    assert pairs <= set(treaty.boundary_id)
    # These keep to their side of a line also where the other's 200 miles have ended.
    assert {"CHL", "SOM", "PNG"} <= set(treaty.boundary_id)
    # Two that have no line of their own meet only where their lines with a third do.
    met = treaty[(treaty.right != "") & ~treaty.boundary_id.isin(pairs)]
    assert (met.note == "where agreed lines of these two states with a third end").all()
    barents = shapely.Point(38.0, 77.2)
    assert shapely.distance(treaty.geometry.to_numpy(), barents).min() < 0.01
    # The median between Svalbard and Novaya Zemlya there.
    between = drawn[(drawn.boundary_id == "NOR|RUS") & (drawn.kind == "median")]
    assert not between.intersects(shapely.box(40, 75.5, 46, 77.8)).any()
    assert treaty.note.str.len().min() > 10
