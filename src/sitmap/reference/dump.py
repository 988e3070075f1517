"""Build a full gazetteer from a user's own dump of GeoNames: `allCountries.zip`, or one country's.

A dump has a place a line in 19 columns split by tabs: number, name, ASCII name, other names, latitude,
longitude, feature class and code, country, other countries, four levels of division, population, elevation
twice, time zone, date (GeoNames' readme.txt). `data/curated/feature_codes.csv` says which of them sitmap
takes, as what.
"""

import io
import logging
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from sitmap import geodesy, resources
from sitmap.errors import CoordinateError, ResourceError
from sitmap.geocode import store
from sitmap.geocode.fold import fold
from sitmap.reference import curated, divisions, gazetteer, index, towns
from sitmap.reference.entry import Entry

_COLUMNS = 19
_FORMER = "PPLX"
_SAME_KM = 30.0
_MOST_PEOPLE = 2**32 - 1


class Row(NamedTuple):
    """What sitmap takes of a line."""

    number: int
    name: str
    others: str
    lat: float
    lon: float
    code: str
    country: str
    admin1: str
    admin2: str
    population: int


def build(path: Path, folder: Path, *, geo: Path, data: Path) -> None:
    """Write an index of a dump's places beside those that every index has.

    The dump is read three times and never held in memory.

    Parameters
    ----------
    path : Path
        The dump, as a `.zip` or unpacked.
    folder : Path
        Folder to write to; `SITMAP_GAZETTEER` has to name it then.
    geo, data : Path
        Folders of the layers and of the curated tables.

    Raises
    ------
    ResourceError
        If the dump cannot be read or is no dump of GeoNames.
    """
    full = Full(path, geo, data)
    index.write(full, folder)
    index.bind(folder, geo)
    logging.getLogger("sitmap.reference").info(
        "%d places of the dump indexed, %d of other kinds or known better left out", full.taken, full.left
    )


class Full:
    """Places of every index, then those of a dump, as often as they are asked for.

    Parameters
    ----------
    path, geo, data : Path
        As `build` has them.
    """

    def __init__(self, path: Path, geo: Path, data: Path) -> None:
        self._path = path
        self._iso3 = towns.countries_by_code()
        self._admin1 = divisions.by_code(geo)
        table = resources.rows(data / "curated" / "feature_codes.csv")
        self._kinds = {row["code"]: (row["type"], float(row["extent_km"] or 0)) for row in table}
        self._fixed = gazetteer.merged(gazetteer.fixed(geo, data))
        self._known = {entry.place_id: entry for entry in self._fixed}
        self._near: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in self._fixed:
            for name in {fold(name) for name, _ in [(entry.name, 0), *entry.names]}:
                self._near[entry.type, name].append(entry)
        self._aliases: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for alias in curated.table(data, "aliases"):
            self._aliases[alias["place_id"]].append((alias["name"], store.KINDS[alias["kind"]]))
        self._counties: dict[str, str] = {}
        self.taken = self.left = 0
        self._survey()
        gazetteer.alias(self._fixed, data, known_only=True)
        divisions.place(self._fixed, geo)

    def __iter__(self) -> Iterator[Entry]:
        yield from self._fixed
        for row in rows(self._path):
            if self._takes(row):
                yield self._entry(row)

    def _survey(self) -> None:
        """Go through the dump for its counties, the people of each division, names of known places."""
        people: Counter[str] = Counter()
        for row in rows(self._path):
            known = self._known.get(f"geonames:{row.number}")
            if known is not None:
                known.names += [(name, store.ALTERNATE) for name in (row.name, *_names(row))]
            elif not self._takes(row):
                self.left += 1
                continue
            self.taken += 1
            if row.code == "ADM2":
                self._counties[f"{row.country}.{row.admin1}.{row.admin2}"] = f"geonames:{row.number}"
            elif self._kinds.get(row.code, ("", 0))[0] == "town" and row.code != _FORMER:
                people[self._admin1.get(f"{row.country}.{row.admin1}", "")] += row.population
        for entry in self._fixed:
            if entry.type == "admin1":
                entry.population = min(people[entry.place_id], _MOST_PEOPLE)

    def _takes(self, row: Row) -> bool:
        """Whether a line is a place of a kind that is wanted, and is not known from a better source."""
        if row.code not in self._kinds or f"geonames:{row.number}" in self._known:
            return False
        twins = self._near.get((self._kinds[row.code][0], fold(row.name)), ())
        return not any(
            geodesy.distance(row.lat, row.lon, twin.lat, twin.lon) <= max(_SAME_KM, twin.extent_km)
            for twin in twins
        )

    def _entry(self, row: Row) -> Entry:
        kind, extent_km = self._kinds[row.code]
        place_id = f"geonames:{row.number}"
        names = [(name, store.ALTERNATE) for name in _names(row)]
        return Entry(
            place_id=place_id,
            name=row.name,
            type=kind,
            country=self._iso3.get(row.country, ""),
            lat=row.lat,
            lon=row.lon,
            extent_km=extent_km or towns.town_km(row.population),
            population=row.population,
            names=[*names, *self._aliases.get(place_id, ())],
            admin1=self._admin1.get(f"{row.country}.{row.admin1}", ""),
            admin2=self._counties.get(f"{row.country}.{row.admin1}.{row.admin2}", ""),
            code=row.code,
        )


def _names(row: Row) -> list[str]:
    return [name for name in row.others.split(",") if towns.useful(name)]


def rows(path: Path) -> Iterator[Row]:
    """Lines of a dump.

    Parameters
    ----------
    path : Path
        A `.zip` that holds one table, or the table itself.

    Yields
    ------
    Row

    Raises
    ------
    ResourceError
        If it cannot be read, or a line is not GeoNames'; says which.
    """
    with _opened(path) as lines:
        try:
            for at, line in enumerate(lines, 1):
                yield _row(line, f"{path.name}, line {at}")
        except (OSError, UnicodeDecodeError, zipfile.BadZipFile) as error:
            raise ResourceError(f"{path}: it is no table of GeoNames ({error})") from error


def _row(line: str, where: str) -> Row:
    cells = line.rstrip("\r\n").split("\t")
    if len(cells) != _COLUMNS:
        raise ResourceError(
            f"{where}: {len(cells)} columns where GeoNames' main table has {_COLUMNS}; give allCountries.zip "
            "or a country's, as https://download.geonames.org/export/dump has them"
        )
    try:
        lat, lon = float(cells[4]), float(cells[5])
        geodesy.check(lat, lon)
        return Row(
            int(cells[0]), cells[1], cells[3], lat, lon, cells[7], cells[8], cells[10], cells[11],
            min(_MOST_PEOPLE, max(0, int(cells[14] or 0))),
        )  # fmt: skip
    except (CoordinateError, ValueError) as error:
        raise ResourceError(f"{where}: {error}") from error


@contextmanager
def _opened(path: Path) -> Iterator[io.TextIOBase]:
    """Open the table, taken out of its archive on the way."""
    try:
        if path.suffix.lower() != ".zip":
            with path.open(encoding="utf-8", newline="\n") as lines:
                yield lines
            return
        with zipfile.ZipFile(path) as archive:
            tables = [
                name for name in archive.namelist() if name.endswith(".txt") and "readme" not in name.lower()
            ]
            if len(tables) != 1:
                raise ResourceError(f"{path}: {len(tables)} tables in it where a dump has one")
            with archive.open(tables[0]) as raw:
                yield io.TextIOWrapper(raw, encoding="utf-8", newline="\n")
    except (OSError, zipfile.BadZipFile) as error:
        raise ResourceError(f"{path}: cannot be read ({error})") from error
