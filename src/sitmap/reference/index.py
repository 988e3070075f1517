"""Write places as the files that `sitmap.geocode.store.Gazetteer` opens."""

import json
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path

import marisa_trie
import numpy as np
import numpy.typing as npt

from sitmap.errors import ResourceError
from sitmap.geocode import store
from sitmap.geocode.fold import fold
from sitmap.reference.entry import Entry

#: Order of the entries: with an outline, so that a division's number is small; counties, for the same
#: reason; towns by GeoNames number, so that they are found by it; the rest.
_OUTLINED, _COUNTY, _TOWN, _REST = range(4)


def write(entries: Iterable[Entry], folder: Path) -> None:
    """Write an index.

    Entries are gone through twice and never held together, so that a dump of millions can be indexed.

    Parameters
    ----------
    entries : iterable of Entry
        Each place once, in any order; the same at each passage.
    folder : Path
        Replaced file by file.

    Raises
    ------
    ResourceError
        If there are more divisions and counties than the format can number.
    """
    folder.mkdir(parents=True, exist_ok=True)
    order = _Order()
    trie = marisa_trie.Trie(order.keys(entries))
    order.close()
    numbers, postings, texts = array("I"), array("I"), [b""] * len(order)
    table = np.zeros(len(order), dtype=store.PLACE)
    county = np.full(len(order), store.NONE, dtype=np.uint16)
    outlines = np.zeros((order.outlined, 2), dtype=np.uint16)
    for row, entry in enumerate(entries):
        rank = int(order.ranks[row])
        texts[rank] = (
            entry.name.encode() + b"\0" + (b"" if _number(entry) else entry.place_id.encode()) + b"\0"
        )
        table[rank] = _record(entry, order)
        county[rank] = order.positions.get(entry.admin2, store.NONE)
        if entry.layer:
            outlines[rank] = store.LAYERS.index(entry.layer), entry.fid
        for key, kind in _keys(entry):
            numbers.append(trie[key])
            postings.append(rank << store.KIND_BITS | kind)
    table["text"] = np.cumsum([0, *map(len, texts)])[:-1]
    trie.save(str(folder / "names.marisa"))
    _save_postings(folder, np.frombuffer(numbers, np.uint32), np.frombuffer(postings, np.uint32), len(trie))
    np.save(folder / "places.npy", table)
    np.save(folder / "admin2.npy", county)
    np.save(folder / "outlines.npy", outlines)
    (folder / "strings.bin").write_bytes(b"".join(texts))
    (folder / "countries.json").write_text(json.dumps(order.countries, indent=0) + "\n", encoding="utf-8")


def bind(folder: Path, geo: Path) -> None:
    """Note with which edition of the layers an index was made: its outlines are features of those.

    Parameters
    ----------
    folder, geo : Path
        Folder of the index, and of the layers.
    """
    sizes = {layer: (geo / layer).stat().st_size for layer in store.LAYERS if layer.endswith(".fgb")}
    (folder / "layers.json").write_text(json.dumps(sizes, indent=0) + "\n", encoding="utf-8")


class _Order:
    """Where each entry stands in the index, and the countries; filled by the first passage."""

    def __init__(self) -> None:
        self._groups, self._numbers = array("B"), array("I")
        self._ids: dict[int, str] = {}
        self._divisions: dict[str, int] = {}
        self._codes: set[str] = set()
        self.countries: list[str] = []
        self.positions: dict[str, int] = {}
        self.ranks: npt.NDArray[np.intp] = np.zeros(0, dtype=np.intp)
        self.outlined = 0

    def __len__(self) -> int:
        return len(self._groups)

    def keys(self, entries: Iterable[Entry]) -> Iterator[str]:
        """Look-up keys of all entries, while noting what their order goes by."""
        for row, entry in enumerate(entries):
            group = _group(entry)
            number = _number(entry) if group != _OUTLINED else 0
            self._groups.append(group)
            self._numbers.append(number)
            self._codes.add(entry.country)
            if not number:
                self._ids[row] = entry.place_id
            if group in {_OUTLINED, _COUNTY}:
                self._divisions[entry.place_id] = row
            yield from (key for key, _ in _keys(entry))

    def close(self) -> None:
        """Settle the order."""
        by_text = np.zeros(len(self), dtype=np.int64)
        by_text[sorted(self._ids, key=self._ids.__getitem__)] = np.arange(len(self._ids))
        groups, numbers = np.array(self._groups), np.array(self._numbers)
        self.ranks = np.empty(len(self), dtype=np.intp)
        self.ranks[np.lexsort((by_text, numbers, groups))] = np.arange(len(self))
        self.outlined = int((groups == _OUTLINED).sum())
        self.positions = {place_id: int(self.ranks[row]) for place_id, row in self._divisions.items()}
        self.countries = sorted(self._codes)
        if len(self.positions) >= store.NONE:
            raise ResourceError(
                f"{len(self.positions)} divisions and counties: an index can number {store.NONE - 1} of them"
            )


def _group(entry: Entry) -> int:
    if entry.layer:
        return _OUTLINED
    if entry.code == "ADM2":
        return _COUNTY
    return _TOWN if entry.type == "town" else _REST


def _number(entry: Entry) -> int:
    """GeoNames number, 0 when the id is another source's."""
    source, _, number = entry.place_id.partition(":")
    return int(number) if source == "geonames" else 0


def _record(entry: Entry, order: _Order) -> tuple[int, ...]:
    """Make an entry a `store.PLACE`, its text left open."""
    return (
        0,
        _number(entry),
        round(entry.lat * 1e5),
        round(entry.lon * 1e5),
        entry.population,
        min(65535, round(entry.extent_km * 10)),
        order.positions.get(entry.admin1, store.NONE),
        order.countries.index(entry.country),
        store.TYPES.index(entry.type),
        store.CODES.index(entry.code) if entry.code in store.CODES else 0,
    )


def _keys(entry: Entry) -> Iterator[tuple[str, int]]:
    """Look-up keys of an entry; the strongest kind wins where two names fold to one key."""
    keys: dict[str, int] = {}
    for name, kind in ((entry.name, store.PRIMARY), *entry.names):
        key = fold(name)
        if key:
            keys[key] = min(kind, keys.get(key, kind))
    if entry.type != "town" or not _number(entry):
        keys[store.ID_MARK + entry.place_id] = 0
    yield from keys.items()


def _save_postings(
    folder: Path, numbers: npt.NDArray[np.uint32], postings: npt.NDArray[np.uint32], count: int
) -> None:
    """Write the postings, those of one name together, and where each name's begin."""
    starts = np.zeros(count + 1, dtype=np.uint32)
    starts[1:] = np.cumsum(np.bincount(numbers, minlength=count))
    np.save(folder / "starts.npy", starts)
    np.save(folder / "postings.npy", postings[np.lexsort((postings, numbers))])
