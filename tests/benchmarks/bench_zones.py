"""Speed and truth of the maritime zones: `python tests/benchmarks/bench_zones.py [POINTS]`.

Prints points a second for the nearest owner (`owners`), for sorting into zones, high seas and land
(`classify`), for full answers (`query`) and for `geopandas.sjoin` with the shipped polygons, all on the same
points in the same run, and their ratios; then on how many of the points at sea the polygons and the query
agree. The aims on two cores: 500,000 owners and 100,000 full answers a second, 3 times `sjoin` for
`classify`, well under a millisecond for one answer, a baseline that loads in 0.1 s, and agreement of 99.99 %.

With `--build` it also builds the world's polygons and boundaries twice from the baseline: each in
under 20 s, with the same bytes.
"""

import argparse
import hashlib
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyogrio
import shapely

from sitmap import resources, zones
from sitmap.reference import fgb
from sitmap.reference import zones as builder

_POINTS = 1_000_000
_FEW = 1_000
_SEED = 1
# Both know the coast only to some kilometres, and thin their lines by 200 m.
_COAST_KM, _LINE_KM = 8.0, 0.3

Floats = np.ndarray[tuple[int], np.dtype[np.float64]]


def _seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def _points(count: int) -> tuple[Floats, Floats]:
    """Random points of the sphere."""
    rng = np.random.default_rng(_SEED)
    return np.degrees(np.arcsin(rng.uniform(-1, 1, count))), rng.uniform(-180, 180, count)


def _one_by_one(world: zones.Zones) -> float:
    lats, lons = _points(_FEW)
    return _seconds(lambda: [world.at(lat, lon) for lat, lon in zip(lats, lons, strict=True)]) / _FEW


def _speed(world: zones.Zones, lats: Floats, lons: Floats) -> None:
    polygons = pyogrio.read_dataframe(resources.geo("zones", "eez.fgb"))
    points = gpd.GeoDataFrame(geometry=gpd.points_from_xy(lons, lats), crs=polygons.crs)
    ways: dict[str, Callable[[slice], object]] = {
        "owner": lambda part: world.owners(lats[part], lons[part]),
        "classify": lambda part: world.classify(lats[part], lons[part]),
        "full": lambda part: world.query(lats[part], lons[part]),
        "sjoin": lambda part: gpd.sjoin(points.iloc[part], polygons, predicate="within"),
    }
    times = {}
    for name, way in ways.items():
        # Trees and indices are made at the first question, whichever way it is asked.
        way(slice(0, _FEW * 10))
        times[name] = _seconds(lambda way=way: way(slice(None)))  # type: ignore[misc]  # mypy knows no such default
    for name, seconds in times.items():
        ratio = times["sjoin"] / seconds
        sys.stdout.write(f"{name:8} {len(lats) / seconds:10,.0f} points/s, {ratio:.1f} x sjoin\n")


def _agreement(world: zones.Zones, lats: Floats, lons: Floats) -> None:
    polygons = pyogrio.read_dataframe(resources.geo("zones", "eez.fgb"))
    table = world.query(lats, lons)
    sea = (table["zone"] != "land") & (table["distance_km"] > _COAST_KM) & (table["margin_km"] > _LINE_KM)
    tree = shapely.STRtree(polygons.geometry.to_numpy())
    point, shape = tree.query(shapely.points(lons, lats), predicate="within")
    drawn = np.full(len(lats), "", dtype="U3")
    drawn[point] = polygons.sovereign.to_numpy(dtype=str)[shape]
    same = drawn == np.where(table["zone"] == "high seas", "", table["sovereign"])
    sys.stdout.write(f"polygons agree with the query on {same[sea].mean():.4%} of {sea.sum():,} sea points\n")


def _build(folder: Path) -> dict[str, str]:
    """Build the polygons and boundaries in a folder; hashes of what was written."""
    land = builder.land_to_cut(folder / "land.fgb")
    for frame, name in zip(builder.shapes(folder, land), ("eez", "boundaries"), strict=True):
        fgb.write(frame, folder / f"{name}.fgb")
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.fgb"))}


def _builds() -> None:
    hashes: list[dict[str, str]] = []
    for _ in range(2):
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary, "zones")
            shutil.copytree(resources.geo("zones"), folder)
            seconds = _seconds(lambda folder=folder: hashes.append(_build(folder)))  # type: ignore[misc]  # the same
        sys.stdout.write(f"world polygons and boundaries built in {seconds:.1f} s\n")
    sys.stdout.write(f"the same bytes twice: {'yes' if hashes[0] == hashes[1] else 'NO'}\n")


def main() -> None:
    """Time and compare each way on the same random points of the sphere."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("points", nargs="?", type=int, default=_POINTS)
    parser.add_argument("--build", action="store_true", help="also build the world's polygons, twice")
    asked = parser.parse_args()
    lats, lons = _points(asked.points)
    sys.stdout.write(f"load {_seconds(zones.load):.3f} s\n")
    world = zones.load()
    sys.stdout.write(f"first answer {_seconds(lambda: world.at(42.15, 136.98)) * 1000:.1f} ms\n")
    sys.stdout.write(f"one answer {_one_by_one(world) * 1000:.2f} ms, the mean of {_FEW:,}\n")
    _speed(world, lats, lons)
    _agreement(world, lats, lons)
    if asked.build:
        _builds()


if __name__ == "__main__":
    main()
