"""Time zone look-up against a spatial join with the same zones: `python tests/benchmarks/bench_zones.py`.

Prints points a second for the nearest owner (`owners`), full answers (`query`) and
`geopandas.sjoin` with the shipped polygons, all on the same points in the same run, and their ratios.
The aims: 500,000 owners and 100,000 full answers a second on two cores, 3 times `sjoin`, and a
baseline that loads in 0.1 s.
"""

import sys
import time
from collections.abc import Callable

import geopandas as gpd
import numpy as np
import pyogrio

from sitmap import resources, zones

_POINTS = 1_000_000
_SEED = 1


def _seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def main() -> None:
    """Time each way on the same random points of the sphere."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else _POINTS
    rng = np.random.default_rng(_SEED)
    lats, lons = np.degrees(np.arcsin(rng.uniform(-1, 1, count))), rng.uniform(-180, 180, count)
    sys.stdout.write(f"load {_seconds(zones.load):.3f} s\n")
    world = zones.load()
    sys.stdout.write(f"first answer {_seconds(lambda: world.at(42.15, 136.98)) * 1000:.1f} ms\n")
    sys.stdout.write(f"next answer {_seconds(lambda: world.at(42.16, 136.98)) * 1000:.1f} ms\n")
    polygons = pyogrio.read_dataframe(resources.geo("zones", "eez.fgb"))
    points = gpd.GeoDataFrame(geometry=gpd.points_from_xy(lons, lats), crs=polygons.crs)
    times = {
        "owner": _seconds(lambda: world.owners(lats, lons)),
        "full": _seconds(lambda: world.query(lats, lons)),
        "sjoin": _seconds(lambda: gpd.sjoin(points, polygons, predicate="within")),
    }
    for name, seconds in times.items():
        sys.stdout.write(
            f"{name:6} {count / seconds:10,.0f} points/s, {times['sjoin'] / seconds:.1f} x sjoin\n"
        )


if __name__ == "__main__":
    main()
