"""What an agreed line moves, on a small world of our own."""

import csv
from pathlib import Path

import numpy as np
import pytest
import shapely
from pyproj import Geod

from sitmap.reference import agreed, zone_lines, zone_shapes
from sitmap.zones import ellipsoid
from sitmap.zones.baseline import Baseline, Territory

GEOD = Geod(ellps="WGS84")
#: Two islands on the equator 4 degrees apart: their median is the meridian of 2 degrees.
ISLANDS = {"AAA": (0.0, 0.0), "BBB": (0.0, 4.0)}
#: One more to the north: all three are equally far from 1.5° N on that meridian.
THIRD = {"CCC": (4.0, 2.0)}
# From the median eastward round 1 degree of longitude and back to it.
BEND = ((-1.0, 2.01), (-1.0, 3.0), (1.0, 3.0), (1.0, 2.01))


def world(islands: dict[str, tuple[float, float]] = ISLANDS) -> zone_shapes.World:
    lats, lons = np.array(list(islands.values())).T
    return zone_shapes.World(
        Baseline(
            points=ellipsoid.earth_centred(
                np.concatenate([lats, lats + 0.05, lats - 0.05]), np.tile(lons, 3)
            ),
            owners=np.tile(np.arange(len(islands)), 3),
            territories=tuple(Territory(code, code, code, code) for code in islands),
            claims=(),
            agreements={},
        )
    )


def tables(
    folder: Path, applied: str, *, turns: tuple[tuple[float, float], ...] = BEND, end: str = "median"
) -> Path:
    line = {"line_id": "bend", "title": "A bend", "left": "AAA", "right": "BBB", "applied": applied}
    line |= {"start": "median", "end": end, "special_area": "no", "source": "a test"}
    points = [
        {"line_id": "bend", "order": str(i), "lat": str(lat), "lon": str(lon), "connection": "geodesic"}
        for i, (lat, lon) in enumerate(turns, 1)
    ]
    for name, rows in (("lines", [line]), ("line_points", points)):
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
    return folder


@pytest.fixture(scope="module")
def change(tmp_path_factory: pytest.TempPathFactory) -> agreed.Change:
    coasts = world().coasts
    folder = tables(tmp_path_factory.mktemp("curated"), "yes")
    (made,) = agreed.changes(folder, coasts, zone_lines.medians(coasts), zone_lines.limits(coasts))
    return made


def test_what_lies_between_line_and_median_changes_hands(change: agreed.Change):
    assert set(change.areas) == {"AAA"}, "the state on the left as the points run"
    area = change.areas["AAA"]
    assert area.contains(shapely.Point(2.5, 0.0))
    assert not area.contains(shapely.Point(3.01, 0.0)), "not over the line"
    assert not area.contains(shapely.Point(2.5, 1.02))
    assert area.bounds == pytest.approx((2.0, -1.0, 3.0, 1.0), abs=0.01)


def test_the_line_and_what_stays_of_the_median_are_drawn(change: agreed.Change):
    assert change.drawn.distance(shapely.Point(3.0, 0.0)) < 1e-5
    assert change.drawn.distance(shapely.Point(2.0, 2.0)) < 1e-3
    assert change.drawn.distance(shapely.Point(2.0, 0.0)) > 0.9, (
        "the median is gone where the line replaces it"
    )


def test_only_lines_that_are_applied_are_drawn(tmp_path: Path):
    coasts = world().coasts
    assert not agreed.changes(tables(tmp_path, "no"), coasts, zone_lines.medians(coasts), np.array([]))


def test_a_line_may_end_at_the_median_of_a_third_state(tmp_path: Path):
    coasts = world(ISLANDS | THIRD).coasts
    folder = tables(tmp_path, "yes", turns=((-1.0, 2.01), (-1.0, 3.0), (1.2, 3.0)), end="third state")
    (made,) = agreed.changes(folder, coasts, zone_lines.medians(coasts), zone_lines.limits(coasts))
    assert set(made.areas) == {"AAA"}
    area = made.areas["AAA"]
    assert area.contains(shapely.Point(2.4, 1.55)), "up to the median of the second and the third"
    assert not area.contains(shapely.Point(2.4, 1.75)), "and not over it"


@pytest.mark.parametrize("connection", ["geodesic", "loxodrome"])
def test_a_track_keeps_to_its_connection(connection: str):
    rows = [
        {"lat": "60.0", "lon": lon, "connection": how}
        for lon, how in (("0.0", "geodesic"), ("20.0", connection))
    ]
    lons, lats = shapely.get_coordinates(agreed.track(rows)).T
    assert (lons[0], lons[-1]) == (0.0, 20.0)
    _, _, metres = GEOD.inv(lons[:-1], lats[:-1], lons[1:], lats[1:])
    assert metres.max() < 4100
    # The geodesic between two places on a northern parallel runs north of it.
    assert lats.max() - 60 == pytest.approx(0.38 if connection == "geodesic" else 0.0, abs=0.01)


def test_a_loxodrome_keeps_its_bearing():
    ends = (("-19.2572", "-154.8056", "geodesic"), ("-24.0", "-150.0", "loxodrome"))
    rows = [{"lat": lat, "lon": lon, "connection": how} for lat, lon, how in ends]
    lons, lats = shapely.get_coordinates(agreed.track(rows)).T
    azimuths, _, _ = GEOD.inv(lons[:-1], lats[:-1], lons[1:], lats[1:])
    # The geodesic between the ends turns by nearly two degrees.
    assert np.ptp(azimuths) < 0.15
