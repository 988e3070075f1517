"""Agreed and adjudicated lines: the tables hold against themselves, against the coast and its medians."""

import csv
import re
from itertools import pairwise

import numpy as np
import pytest
import shapely
from pyproj import Geod

from sitmap import resources, units, zones
from sitmap.model import DE_FACTO
from sitmap.reference.agreed import track
from sitmap.zones import ellipsoid, land
from sitmap.zones.tree import Tree

GEOD = Geod(ellps="WGS84")
ANGLE = re.compile(r"(\d+(?:\.\d+)?)°(?:(\d+(?:\.\d+)?)')?(?:(\d+(?:\.\d+)?)\")?([NSEW]?)")
# What is written as a direction, not as a position: the line goes on that way.
DIRECTION = ("azimuth", "meridian", "parallel", "on along", "on the loxodrome")
# What the table says of a line that the median stands in for well enough; "those" are its points.
FOLLOWS = re.compile(r"the median follows (it|those) to within ([\d.]+) km")
# What is written as a distance from a coast, or as equally far from two.
MEASURED = re.compile(r"(?P<miles>\d+) miles of (?P<state>[A-Z]{3})|median [A-Z]{3} [A-Z]{3}")


def rows(name: str) -> list[dict[str, str]]:
    with resources.geo("zones", "curated", f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


LINES = {row["line_id"]: row for row in rows("lines")}
POINTS: dict[str, list[dict[str, str]]] = {line_id: [] for line_id in LINES}
for point in rows("line_points"):
    POINTS[point["line_id"]].append(point)
READ = [line_id for line_id, points in POINTS.items() if points]
WITH_ENDS = [line_id for line_id, row in LINES.items() if row["start"]]


def path(line_id: str) -> tuple[np.ndarray, np.ndarray]:
    points = POINTS[line_id]
    return np.array([float(p["lat"]) for p in points]), np.array([float(p["lon"]) for p in points])


def degrees(text: str) -> list[float]:
    found = []
    for whole, minutes, seconds, side in ANGLE.findall(text):
        value = float(whole) + float(minutes or 0) / 60 + float(seconds or 0) / 3600
        found.append(-value if side in tuple("SW") else value)
    return found


def coast_km(line_id: str, lats: np.ndarray, lons: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Distances to the coasts of the left and the right state."""
    shore = zones.load().shore
    sovereigns = np.array(shore.sovereigns(DE_FACTO))[shore.owners]
    where = ellipsoid.earth_centred(lats, lons)
    left, right = (
        Tree(shore.points[sovereigns == LINES[line_id][side]]).nearest(where)[0] for side in ("left", "right")
    )
    return left, right


def third_km(line_id: str, lats: np.ndarray, lons: np.ndarray) -> np.ndarray:
    """Distance to the nearest coast of a state that the line is not of."""
    shore = zones.load().shore
    sovereigns = np.array(shore.sovereigns(DE_FACTO))[shore.owners]
    others = ~np.isin(sovereigns, [LINES[line_id]["left"], LINES[line_id]["right"]])
    found: np.ndarray = Tree(shore.points[others]).nearest(ellipsoid.earth_centred(lats, lons))[0]
    return found


def test_ids_are_unique_and_points_belong_to_lines():
    ids = [row["line_id"] for row in rows("lines")]
    assert len(set(ids)) == len(ids)
    for line_id in READ:
        assert [int(p["order"]) for p in POINTS[line_id]] == list(range(1, len(POINTS[line_id]) + 1))


def test_states_are_known_and_every_line_has_a_source_or_a_reason():
    known = set(zones.load().sovereigns)
    for row in LINES.values():
        assert {row["left"], row["right"]} <= known, row["line_id"]
        assert row["source"]
        assert row["covers"] in {"eez", "water column", "continental shelf", "joint zone overlay"}
        assert row["special_area"] in {"yes", "no"}
        assert (row["applied"] == "yes") == (row["why_not"] == ""), row["line_id"]
        assert bool(POINTS[row["line_id"]]) == bool(row["address"]), "points have an address, and only they"


@pytest.mark.parametrize("line_id", READ)
def test_what_is_written_is_what_stands_in_decimals(line_id: str):
    lats, lons = path(line_id)
    for i, point in enumerate(POINTS[line_id]):
        assert point["connection"] in {"geodesic", "loxodrome", "circle"}
        if point["as_written"].startswith(DIRECTION) or MEASURED.match(point["as_written"]):
            continue
        lat, lon = degrees(point["as_written"])
        _, _, metres = GEOD.inv(lon, lat, lons[i], lats[i])
        assert metres < 1, point


@pytest.mark.parametrize("line_id", READ)
def test_directions_are_kept(line_id: str):
    lats, lons = path(line_id)
    for i, point in enumerate(POINTS[line_id]):
        if point["as_written"].startswith("azimuth"):
            azimuth, _, _ = GEOD.inv(lons[i - 1], lats[i - 1], lons[i], lats[i])
            # Six decimals of a degree turn a line of 20 km by as much.
            assert azimuth % 360 == pytest.approx(degrees(point["as_written"])[0], abs=5e-4)
        elif point["as_written"].startswith("meridian"):
            assert lons[i] == lons[i - 1] == pytest.approx(degrees(point["as_written"])[0], abs=1e-5)
        elif point["as_written"].startswith("parallel"):
            assert lats[i] == lats[i - 1] == pytest.approx(degrees(point["as_written"])[0], abs=1e-5)
        elif point["as_written"].startswith("on along"):
            ways, _, _ = GEOD.inv(lons[[0, 0]], lats[[0, 0]], lons[[i - 1, i]], lats[[i - 1, i]])
            assert ways[1] == pytest.approx(ways[0], abs=0.02)


@pytest.mark.parametrize("line_id", READ)
def test_what_is_written_as_a_distance_is_that_far(line_id: str):
    states = [LINES[line_id]["left"], LINES[line_id]["right"]]
    measured = dict(zip(states, coast_km(line_id, *path(line_id)), strict=True))
    beyond = []
    for i, point in enumerate(POINTS[line_id]):
        written = MEASURED.match(point["as_written"])
        if written and written["miles"]:
            beyond.append(measured[written["state"]][i] - int(written["miles"]) * 1.852)
        elif written:
            assert measured[states[0]][i] == pytest.approx(measured[states[1]][i], abs=0.6)
    # Some points of an arc about islands may be nearer to the mainland.
    assert max(beyond, default=0) < 0.3
    assert np.median(beyond or [0]) == pytest.approx(0, abs=0.01)


def test_a_line_over_the_antimeridian_is_one_loxodrome():
    east, west = (path(line_id) for line_id in ("rus-usa-1990", "rus-usa-1990-west"))
    assert east[0][-1] == west[0][0]
    lats = np.array([east[0][-2], east[0][-1], west[0][1]])
    lons = np.array([east[1][-2] + 360, 180.0, west[1][1]])
    northings = np.arcsinh(np.tan(np.radians(lats)))
    ways = np.degrees(np.arctan2(np.diff(lons), np.degrees(np.diff(northings))))
    assert ways[0] == pytest.approx(ways[1], abs=0.01)


@pytest.mark.parametrize("line_id", [line_id for line_id in READ if len(POINTS[line_id]) > 1])
def test_points_follow_one_another(line_id: str):
    lats, lons = path(line_id)
    azimuths, _, metres = GEOD.inv(lons[:-1], lats[:-1], lons[1:], lats[1:])
    assert (metres > 150).all()
    assert (metres < 1_200_000).all()
    turns = [(b - a + 180) % 360 - 180 for a, b in pairwise(azimuths)]
    # The sharpest of them all: where the arc about the Honduran cays meets the azimuth again.
    assert np.abs(turns).max(initial=0) < 130, "a line that turns back has its points out of order"


@pytest.mark.parametrize("line_id", WITH_ENDS)
def test_no_vertex_is_on_land(line_id: str):
    lats, lons = path(line_id)
    ashore = land.load().covers(lats, lons)
    # The land is good to about two kilometres.
    ashore[0] &= LINES[line_id]["start"] != "coast"
    assert not ashore.any()


@pytest.mark.parametrize("line_id", WITH_ENDS)
@pytest.mark.parametrize(("end", "at"), [("start", 0), ("end", -1)])
def test_ends_lie_where_the_table_says(line_id: str, end: str, at: int):
    lats, lons = path(line_id)
    left, right = coast_km(line_id, lats[[at]], lons[[at]])
    within = float(LINES[line_id][f"{end}_km"])
    kind = LINES[line_id][end]
    if kind == "median":
        assert abs(left[0] - right[0]) / 2 <= within
    elif kind == "200 M limit":
        assert min(left[0], right[0]) >= units.EEZ_KM - within, "the line must reach the limit"
    elif kind == "antimeridian":
        assert abs(lons[at]) == 180
    elif kind == "third state":
        third = third_km(line_id, lats[[at]], lons[[at]])
        assert min(abs(left[0] - third[0]), abs(right[0] - third[0])) / 2 <= within
    else:
        assert kind == "coast"
        assert min(left[0], right[0]) <= within


@pytest.mark.parametrize("line_id", [line_id for line_id in READ if len(POINTS[line_id]) > 1])
def test_the_left_state_is_on_the_left(line_id: str):
    lats, lons = path(line_id)
    azimuths, _, metres = GEOD.inv(lons[:-1], lats[:-1], lons[1:], lats[1:])
    middle_lons, middle_lats, _ = GEOD.fwd(lons[:-1], lats[:-1], azimuths, metres / 2)
    nearer = []
    for side in (-90, 90):
        off = np.full(len(azimuths), 15_000.0)
        side_lons, side_lats, _ = GEOD.fwd(middle_lons, middle_lats, azimuths + side, off)
        left, right = coast_km(line_id, np.asarray(side_lats), np.asarray(side_lons))
        nearer.append(left - right)
    # A segment that runs along a coast may bear either side.
    assert np.mean(nearer[0] < nearer[1]) > 0.7


@pytest.mark.parametrize(
    "line_id", [line_id for line_id, row in LINES.items() if FOLLOWS.search(row["why_not"])]
)
def test_lines_said_to_be_the_median_are(line_id: str):
    said = FOLLOWS.search(LINES[line_id]["why_not"])
    assert said
    lats, lons = path(line_id)
    if said[1] == "it":
        # The whole line, not its turning points alone.
        lons, lats = shapely.get_coordinates(track(POINTS[line_id])).T
    left, right = coast_km(line_id, lats, lons)
    assert np.abs(left - right).max() / 2 <= float(said[2])


@pytest.mark.parametrize(
    ("line_id", "length_km", "source"),
    [
        ("aus-png-1978", 2200, "Wikipedia (French): about 2,200 km"),
        ("idn-phl-2014", 1162.2, "Wikipedia (Catalan): 1,162.2 km, 627.51 miles"),
        ("cok-pyf-1990", 1195, "Wikipedia (French): 1,195 km, 645 miles"),
        ("kir-nru-2012", 618, "Wikipedia (French): 618 km"),
    ],
)
def test_lengths_are_as_published(line_id: str, length_km: float, source: str):
    about = 0.05 if "about" in source else 0.0005
    lons, lats = shapely.get_coordinates(track(POINTS[line_id])).T
    assert GEOD.line_length(lons, lats) / 1000 == pytest.approx(length_km, rel=about), source


@pytest.mark.parametrize(
    ("lat", "lon"),
    [
        (-10.831850, 139.201137),
        (-11.148515, 139.384470),
        (-10.981847, 140.001130),
        (-9.548497, 143.084440),
        (-9.548506, 143.334429),
        (-9.398511, 143.501089),
        (-9.365177, 143.801086),
        (-9.498508, 144.251082),
    ],
)
def test_torres_strait_is_as_the_australian_survey_draws_it(lat: float, lon: float):
    """Corners of Australian Maritime Boundaries 2020, GDA94, which is 0.2 km from AGD66."""
    lats, lons = path("aus-png-1978")
    _, _, metres = GEOD.inv(lons, lats, np.full(len(lons), lon), np.full(len(lats), lat))
    assert 100 < metres.min() < 250


@pytest.mark.parametrize(
    ("line_id", "length_deg"),
    [
        ("aus-idn-1997", 11.95),
        ("aus-idn-1997-timor", 9.79),
        ("aus-idn-1997-christmas", 6.87),
        ("aus-fra-1982-norfolk", 3.60),
    ],
)
def test_lengths_are_as_the_australian_survey_has_them(line_id: str, length_deg: float):
    """`st_length` of Australian Maritime Boundaries 2020, in degrees; arcs are thinned here."""
    lats, lons = path(line_id)
    assert np.hypot(np.diff(lats), np.diff(lons)).sum() == pytest.approx(length_deg, abs=0.006)


def test_the_lines_of_1997_and_2018_meet_off_timor():
    arafura, timor, between = (path(line) for line in ("aus-idn-1997", "aus-idn-1997-timor", "aus-tls-2018"))
    for (lats, lons), at, end in ((timor, 0, 0), (arafura, -1, -1)):
        _, _, metres = GEOD.inv(lons[at], lats[at], between[1][end], between[0][end])
        assert metres < 5


def test_the_line_of_1997_ends_along_the_200_miles_of_indonesia():
    lats, lons = path("aus-idn-1997-timor")
    # From the corner at 120 degrees east; the survey measures from baselines, this from the shore.
    australia, indonesia = coast_km("aus-idn-1997-timor", lats[lons < 120.1], lons[lons < 120.1])
    assert len(indonesia) > 20
    assert np.abs(indonesia - units.EEZ_KM).max() < 4
    assert (australia < units.EEZ_KM)[:-1].all()


@pytest.mark.parametrize(("lat", "lon"), [(-14.683284, 157.716821), (-15.735229, 158.760988)])
def test_the_coral_sea_is_as_the_australian_survey_draws_it(lat: float, lon: float):
    """Points V and R1 of the agreement of 1988, read as WGS 72, in Australian Maritime Boundaries 2020."""
    lats, lons = path("aus-slb-1988")
    _, _, metres = GEOD.inv(lons, lats, np.full(len(lons), lon), np.full(len(lats), lat))
    assert metres.min() < 25


def test_the_sea_of_bach_long_vi_ends_at_15_miles():
    """The agreement of 2000 leaves the island 12 miles of sea and 3 of zone (point 11 is not drawn)."""
    shore = zones.load().shore
    lats, lons = ellipsoid.geodetic(shore.points)
    island = (np.abs(lats - 20.13) < 0.1) & (np.abs(lons - 107.73) < 0.1)
    line_lons, line_lats = shapely.get_coordinates(track(POINTS["chn-vnm-2000"])).T
    distances, _ = Tree(shore.points[island]).nearest(ellipsoid.earth_centred(line_lats, line_lons))
    assert distances.min() / units.KM_PER_NAUTICAL_MILE == pytest.approx(15, abs=3)


def test_every_agreement_named_in_answers_is_in_the_table():
    named = {frozenset((row["left"], row["right"])) for row in LINES.values()}
    assert set(zones.load().shore.agreements) <= named
