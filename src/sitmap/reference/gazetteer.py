"""Build `data/gazetteer/`: the static index over every named place that sitmap knows.

Places come from the layers in `geo/`, from GeoNames' towns (CC BY 4.0) and from OurAirports' airfields
(public domain). `sitmap.geocode.store` describes the files and reads them.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import marisa_trie
import numpy as np

from sitmap.errors import ResourceError
from sitmap.geocode import store
from sitmap.geocode.fold import fold
from sitmap.reference import curated, names, towns
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
    found = _merge(_entries(geo, cache))
    _add_up(found)
    _alias(found, curated.table(data, "aliases"))
    write(found, data / "gazetteer")
    names.build(data, cache)


def _entries(geo: Path, cache: Path) -> Iterator[Entry]:
    admin1: dict[str, str] = {}
    for layer in store.LAYERS:
        for entry in layer_entries(geo / layer):
            if entry.code and entry.type == "admin1":
                admin1.setdefault(entry.code, entry.place_id)
                entry.code = ""
            yield entry
    yield from towns.towns(admin1, cache)
    yield from towns.counties(admin1, cache)
    yield from towns.airfields()


def _merge(entries: Iterable[Entry]) -> list[Entry]:
    """Entries by id; where two sources share one, the first stays and takes the other's names."""
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


def _alias(entries: list[Entry], table: list[dict[str, str]]) -> None:
    """Add curated names to the entries they belong to; a row that matches no entry is an error."""
    known = {entry.place_id: entry for entry in entries}
    for entry in entries:
        if entry.type == "country":
            known[entry.country] = entry
        elif entry.type == "admin1":
            for name in (entry.name, *(name for name, _ in entry.names)):
                known.setdefault(f"{entry.country}/{name}", entry)
    for row in table:
        if row["place_id"] not in known:
            raise ResourceError(f"aliases.csv: no place {row['place_id']!r} for {row['name']!r}")
        known[row["place_id"]].names.append((row["name"], store.KINDS[row["kind"]]))


def write(entries: list[Entry], folder: Path) -> None:
    """Write entries as the files that `sitmap.geocode.store.Gazetteer` opens.

    Parameters
    ----------
    entries : list of Entry
        Each place once.
    folder : Path
        Replaced file by file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    entries = sorted(entries, key=_order)
    position = {entry.place_id: i for i, entry in enumerate(entries)}
    countries = sorted({entry.country for entry in entries})
    blob = bytearray()
    table = np.zeros(len(entries), dtype=store.PLACE)
    postings: dict[str, list[int]] = defaultdict(list)
    for i, entry in enumerate(entries):
        table[i] = _record(entry, len(blob), countries, position)
        blob += entry.name.encode() + b"\0" + (b"" if _number(entry) else entry.place_id.encode()) + b"\0"
        if entry.type != "town":
            postings[store.ID_MARK + entry.place_id].append(i << store.KIND_BITS)
        for key, kind in _keys(entry):
            postings[key].append(i << store.KIND_BITS | kind)
    trie = marisa_trie.Trie(sorted(postings))
    starts = np.zeros(len(postings) + 1, dtype=np.uint32)
    rows: list[list[int]] = [[] for _ in postings]
    for key, row in postings.items():
        rows[trie[key]] = row
    starts[1:] = np.cumsum([len(row) for row in rows])
    trie.save(str(folder / "names.marisa"))
    np.save(folder / "starts.npy", starts)
    np.save(folder / "postings.npy", np.array([n for row in rows for n in row], dtype=np.uint32))
    np.save(folder / "places.npy", table)
    outlines = [(store.LAYERS.index(entry.layer), entry.fid) for entry in entries if entry.layer]
    np.save(folder / "outlines.npy", np.array(outlines, dtype=np.uint16).reshape(-1, 2))
    (folder / "strings.bin").write_bytes(blob)
    (folder / "countries.json").write_text(json.dumps(countries, indent=0) + "\n", encoding="utf-8")


def _order(entry: Entry) -> tuple[int, int, str]:
    """Places with an outline first, so that a division's number is small; towns by GeoNames number."""
    if entry.type == "town":
        return 1, _number(entry), ""
    return (0 if entry.layer else 2), 0, entry.place_id


def _number(entry: Entry) -> int:
    """GeoNames number, 0 when the id is another source's."""
    source, _, number = entry.place_id.partition(":")
    return int(number) if source == "geonames" else 0


def _record(entry: Entry, offset: int, countries: list[str], position: dict[str, int]) -> tuple[int, ...]:
    return (
        offset,
        _number(entry),
        round(entry.lat * 1e5),
        round(entry.lon * 1e5),
        entry.population,
        min(65535, round(entry.extent_km * 10)),
        position.get(entry.admin1, store.NONE),
        countries.index(entry.country),
        store.TYPES.index(entry.type),
        store.CODES.index(entry.code) if entry.code in store.CODES else 0,
    )


def _keys(entry: Entry) -> Iterable[tuple[str, int]]:
    """Look-up keys of an entry; the strongest kind wins where two names fold to one key."""
    keys: dict[str, int] = {}
    for name, kind in ((entry.name, store.PRIMARY), *entry.names):
        key = fold(name)
        if key:
            keys[key] = min(kind, keys.get(key, kind))
    return keys.items()
