"""Build `data/gazetteer/`: the static index over every named place that sitmap knows.

Places come from the layers in `geo/`, from GeoNames' towns (CC BY 4.0), from OurAirports' airfields
(public domain) and from the ports of the World Port Index (public domain) and GeoNames.
`sitmap.geocode.store` describes the files and reads them; `sitmap.reference.dump` makes a larger index.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from sitmap.errors import ResourceError
from sitmap.geocode import store
from sitmap.reference import curated, divisions, index, names, ports, towns
from sitmap.reference.entry import Entry
from sitmap.reference.layers import entries as layer_entries


def build(geo: Path, data: Path, cache: Path) -> None:
    """Write the index.

    Parameters
    ----------
    geo, data : Path
        Folder of the layers it indexes; folder to write to.
    cache : Path
        Folder that keeps fetched packages.
    """
    found = merged([*fixed(geo, data), *_towns(geo, cache)])
    _add_up(found)
    alias(found, data)
    divisions.place(found, geo)
    index.write(found, data / "gazetteer")
    index.bind(data / "gazetteer", geo)
    names.build(data, cache)


def fixed(geo: Path, data: Path) -> Iterator[Entry]:
    """Places that every index has: features of the layers, airfields, ports."""
    for layer in store.LAYERS:
        yield from layer_entries(geo / layer)
    yield from towns.airfields()
    yield from ports.ports(data)


def _towns(geo: Path, cache: Path) -> Iterator[Entry]:
    admin1 = divisions.by_code(geo)
    yield from towns.towns(admin1, cache)
    yield from towns.counties(admin1, cache)


def merged(entries: Iterable[Entry]) -> list[Entry]:
    """Entries, each id once; where two sources share one, the first stays and takes the other's names."""
    kept: dict[str, Entry] = {}
    for entry in entries:
        first = kept.setdefault(entry.place_id, entry)
        if first is not entry:
            first.names += [(entry.name, store.ALTERNATE), *entry.names]
    return list(kept.values())


def _add_up(entries: list[Entry]) -> None:
    """Give each division the people of its towns, for lack of a census."""
    people: Counter[str] = Counter()
    for entry in entries:
        if entry.type == "town" and entry.code != "PPLX":
            people[entry.admin1] += entry.population
    for entry in entries:
        if entry.type == "admin1":
            entry.population = people[entry.place_id]


def alias(entries: list[Entry], data: Path, *, known_only: bool = False) -> None:
    """Add curated names to the entries they belong to.

    Parameters
    ----------
    entries : list of Entry
        Their `names` grow.
    data : Path
        Its `curated/aliases.csv` says which.
    known_only : bool
        Leave out names of places that are not among the entries.

    Raises
    ------
    ResourceError
        If a row matches no entry, unless `known_only`.
    """
    known = {entry.place_id: entry for entry in entries}
    for entry in entries:
        if entry.type == "country":
            known[entry.country] = entry
        elif entry.type == "admin1":
            for name in (entry.name, *(name for name, _ in entry.names)):
                known.setdefault(f"{entry.country}/{name}", entry)
    for row in curated.table(data, "aliases"):
        if row["place_id"] in known:
            known[row["place_id"]].names.append((row["name"], store.KINDS[row["kind"]]))
        elif not known_only:
            raise ResourceError(f"aliases.csv: no place {row['place_id']!r} for {row['name']!r}")
