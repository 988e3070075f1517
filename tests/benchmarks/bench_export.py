"""Time every format on 10,000 claims: `python tests/benchmarks/bench_export.py [SUFFIX ...]`.

Of four claims one is a force, one a launch with its impact, drawn with an area and a track, and one a site;
half of them have a finding. Each format is written in a process of its own, whose greatest memory is told
with it: claims, layers and libraries included. Seconds are of processor time. The aims are 10 s and 1 GB.

GeoJSON and GeoPackage are held against what geopandas alone takes to put the same rows into files of the
same kind, layer by layer, in the same process: the aim is 1.5 times that.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import samples
from sitmap import export, geodesy, layers, schema
from sitmap.model import Claim, Finding, Location, Place
from sitmap.product import Product

_CLAIMS = 10_000
_KINDS = (samples.TROOPS_KURSK, samples.LAUNCH, samples.IMPACT, samples.UNFOUND)
_MEGABYTE = 1024  # of `ru_maxrss`, which is in KB on Linux
#: How geopandas names what our suffixes stand for.
_BARE = {"": ("GeoJSON", ".geojson"), ".gpkg": ("GPKG", ".gpkg")}


def claims() -> list[Claim]:
    """Make ten thousand claims, each at a place of its own."""
    random = np.random.default_rng(7)
    lats, lons = random.uniform(-60, 70, _CLAIMS), random.uniform(-180, 180, _CLAIMS)
    made = []
    for number, (lat, lon) in enumerate(zip(lats.tolist(), lons.tolist(), strict=True)):
        kind = _KINDS[number % len(_KINDS)]
        name = f"Place {number}"
        place = Place(place_id=f"p-{number}", name=name, type="town", country="", lat=lat, lon=lon)
        area = geodesy.circle(lat, lon, radius_km=30) if kind is samples.IMPACT else None
        where = Location(place=place, lat=lat, lon=lon, area=area, uncertainty_km=30, score=0.9)
        event = f"e-{number // len(_KINDS)}"
        made.append(replace(kind, claim_id=f"c-{number}", event_id=event, place_text=name, location=where))
    return made


def findings(found: list[Claim]) -> list[Finding]:
    """Make a finding of every second claim."""
    return [
        replace(samples.ZONE_FINDING, finding_id=f"f-{claim.claim_id}", claim_ids=(claim.claim_id,))
        for claim in found[::2]
    ]


def product() -> Product:
    """Make the situation that is written."""
    found = claims()
    checked = findings(found)
    empty = {name: schema.empty(name) for name in ("zones", "zone_boundaries")}
    made = layers.build(found, checked, zones=empty["zones"], boundaries=empty["zone_boundaries"])
    return Product(layers=made, findings=checked, reports=[samples.FOUNDING])


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time that something takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def bare(made: Product, suffix: str, folder: Path) -> None:
    """Write the rows with geopandas alone, layer by layer."""
    driver, ending = _BARE[suffix]
    for name, layer in made.layers.items():
        path = folder / (f"bare{ending}" if suffix else f"{name}{ending}")
        layer.to_file(path, driver=driver, layer=name)


def measure(suffix: str) -> None:
    """Write one format twice, the second time timed; print seconds, megabytes and the ratio to geopandas."""
    made = product()
    with tempfile.TemporaryDirectory() as folder:
        dest = Path(folder, f"layers{suffix}")
        first = timed(lambda: export.save(made, dest))
        again = timed(lambda: export.save(made, dest))
        size = sum(path.stat().st_size for path in ([dest] if dest.is_file() else dest.iterdir()))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEGABYTE
        told = f"{first:5.2f} s, again {again:5.2f} s, {size / 2**20:6.1f} MB, memory {memory:4.0f} MB"
        if suffix in _BARE:
            seconds = timed(lambda: bare(made, suffix, Path(folder)))
            told += f", {again / seconds:.2f} times geopandas alone ({seconds:.2f} s)"
    sys.stdout.write(f"{suffix or 'GeoJSON':>9}: {told}\n")


def main() -> None:
    """Measure the formats that are named, or each in a process of its own."""
    if sys.argv[1:]:
        for suffix in sys.argv[1:]:
            measure("" if suffix == "GeoJSON" else suffix)
        return
    for suffix in export.FORMATS:
        subprocess.run([sys.executable, __file__, suffix or "GeoJSON"], check=True)


if __name__ == "__main__":
    main()
