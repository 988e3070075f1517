"""The gazetteer on disk: opened in milliseconds, never parsed.

========== ====================================================================================
file       holds
========== ====================================================================================
names      MARISA trie of folded names (and of the ids of all but towns), each with a number
starts     by that number, where its postings begin
postings   entries that bear the name: ``entry << KIND_BITS | kind``
places     one record an entry, `PLACE`: those with an outline, towns by GeoNames number, others
admin2     county of each entry; may be missing, and then none is known
outlines   layer of `geo/` and feature of each of the first entries, those with an outline
strings    names and ids, each ended by NUL
countries  ISO alpha-3 codes that `PLACE.country` counts
layers     size in bytes of the layers that `outlines` points into; may be missing
========== ====================================================================================
"""

import json
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import marisa_trie
import numpy as np
import numpy.typing as npt

from sitmap import resources
from sitmap.errors import ResourceError
from sitmap.geocode.fold import fold
from sitmap.model import Place

#: How a place bears a name. CUED holds only beside a word such as "airport"; ACRONYM only in capitals.
PRIMARY, ALTERNATE, ACRONYM, CUED = 0, 1, 2, 3
KINDS = {"alternate": ALTERNATE, "acronym": ACRONYM, "cued": CUED, "primary": PRIMARY}
KIND_BITS = 2
ID_MARK = "\x02"
NONE = 0xFFFF

TYPES = (
    "country",
    "admin1",
    "area",
    "town",
    "base",
    "airport",
    "port",
    "launch-site",
    "range",
    "facility",
    "island",
    "reef",
    "sea",
    "cape",
    "mountains",
    "border",
    "lake",
)
CODES = ("", "PPLC", "PPLA", "PPLA2", "PPLA3", "PPLA4", "PPL", "PPLX", "PPLL", "ADM2", "LARGE", "SITE")
#: Layers of `geo/` whose features are places.
LAYERS = ("countries.fgb", "admin1.fgb", "seas.fgb", "islands.fgb", "areas.fgb", "sites.geojson")

PLACE = np.dtype(
    [
        ("text", "<u4"),
        ("gid", "<u4"),
        ("lat", "<i4"),
        ("lon", "<i4"),
        ("population", "<u4"),
        ("extent", "<u2"),
        ("admin1", "<u2"),
        ("country", "u1"),
        ("type", "u1"),
        ("code", "u1"),
    ]
)


class Candidate(NamedTuple):
    """An entry that bears a name, with what ranking needs of it.

    `kind` is how it bears the name; `admin1` the entry of its division, `NONE` when unknown.
    """

    entry: int
    kind: int
    lat: float
    lon: float
    population: int
    extent_km: float
    admin1: int
    country: str
    type: str
    code: str


class Gazetteer:
    """The index, opened for reading.

    Parameters
    ----------
    folder : Path
        Folder with the files above.

    Raises
    ------
    ResourceError
        If a file is missing or damaged.
    """

    def __init__(self, folder: Path) -> None:
        try:
            self._names = marisa_trie.Trie().mmap(str(folder / "names.marisa"))
            self._starts = np.load(folder / "starts.npy", mmap_mode="r").view(np.ndarray)
            self._postings = np.load(folder / "postings.npy", mmap_mode="r").view(np.ndarray)
            # A memoryview gives a number several times faster than an array does.
            self._begin, self._posted = memoryview(self._starts), memoryview(self._postings)
            self._places = np.load(folder / "places.npy", mmap_mode="r").view(np.ndarray)
            self._outlines = np.load(folder / "outlines.npy")
            self._counties = _counties(folder / "admin2.npy")
            self._strings = np.memmap(folder / "strings.bin", dtype=np.uint8, mode="r")
            self._countries = tuple(json.loads((folder / "countries.json").read_text(encoding="utf-8")))
            towns = np.flatnonzero(self._places["type"] == TYPES.index("town"))
            self._towns = int(towns[0]), int(towns[-1]) + 1
        except (OSError, ValueError, RuntimeError) as error:
            raise ResourceError(
                f"{folder}: the gazetteer is missing or damaged ({error}); rebuild it with "
                "'python -m sitmap.reference gazetteer'"
            ) from error
        if not _fits(folder / "layers.json"):
            raise ResourceError(
                f"{folder}: the gazetteer was made with other layers than those in geo/; rebuild it with "
                "'python -m sitmap.reference gazetteer', as it was made before"
            )

    def __len__(self) -> int:
        return len(self._places)

    def postings(self, key: str) -> list[int]:
        """Entries that bear a folded name, as ``entry << KIND_BITS | kind``; empty when none does."""
        number = self._names.get(key)
        if number is None:
            return []
        return self._posted[self._begin[number] : self._begin[number + 1]].tolist()

    def candidates(self, key: str) -> list[Candidate]:
        """Entries that bear a folded name, with what ranking needs of them."""
        return [
            self.candidate(posting >> KIND_BITS, posting & (1 << KIND_BITS) - 1)
            for posting in self.postings(key)
        ]

    @lru_cache(maxsize=50_000)  # noqa: B019 - one gazetteer lives as long as the process
    def candidate(self, entry: int, kind: int) -> Candidate:
        """One entry as a candidate."""
        _, _, lat, lon, population, extent, admin1, country, type_, code = self._places[entry].item()
        return Candidate(
            entry,
            kind,
            lat / 1e5,
            lon / 1e5,
            population,
            extent / 10,
            admin1,
            self._countries[country],
            TYPES[type_],
            CODES[code],
        )

    def prefixes(self, text: str) -> list[str]:
        """Folded names with which a folded text begins, shortest first."""
        found: list[str] = self._names.prefixes(text)
        return found

    def completions(self, prefix: str) -> Iterator[str]:
        """Folded names that begin with a prefix."""
        return (key for key in self._names.iterkeys(prefix) if not key.startswith(ID_MARK))

    def numbered(self, prefix: str) -> list[tuple[str, int]]:
        """Folded names that begin with a prefix, not blank, and the number of each."""
        found: list[tuple[str, int]] = self._names.items(prefix)
        return found

    def all_postings(
        self, numbers: npt.NDArray[np.int64]
    ) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.uint32]]:
        """Gather the postings of many names.

        Parameters
        ----------
        numbers : ndarray of int
            Numbers of the names, as `numbered` gives them.

        Returns
        -------
        tuple of ndarray, shape (n,)
            Which of the numbers, and the posting.
        """
        starts, ends = self._starts[numbers].astype(np.int64), self._starts[numbers + 1].astype(np.int64)
        counts = ends - starts
        owners = np.repeat(np.arange(len(numbers)), counts)
        first = np.repeat(starts - (np.cumsum(counts) - counts), counts)
        return owners, self._postings[first + np.arange(len(owners))]

    def rows(self, entries: npt.NDArray[np.integer]) -> npt.NDArray[np.void]:
        """Gather the records of some entries, `PLACE`."""
        found: npt.NDArray[np.void] = self._places[entries]
        return found

    def names(self, entry: int) -> list[str]:
        """Every name of an entry, folded, as the index has it; in no order."""
        at = np.flatnonzero(self._postings >> KIND_BITS == entry)
        numbers = np.searchsorted(self._starts, at, side="right") - 1
        keys = (self._names.restore_key(int(number)) for number in numbers)
        return [key for key in keys if not key.startswith(ID_MARK)]

    @lru_cache(maxsize=10_000)  # noqa: B019 - as above
    def place(self, entry: int) -> Place:
        """Make an entry a Place, without its outline."""
        row = self.candidate(entry, PRIMARY)
        name, place_id = self._text(entry)
        county = int(self._counties[entry]) if entry < len(self._counties) else NONE
        return Place(
            place_id=place_id,
            name=name,
            type=row.type,
            country=row.country,
            lat=row.lat,
            lon=row.lon,
            extent_km=row.extent_km,
            population=row.population,
            admin1=self._text(row.admin1)[0] if row.admin1 != NONE else "",
            admin2=self._text(county)[0] if county != NONE else "",
        )

    def find(self, place_id: str) -> int | None:
        """Entry of an id, None when there is none."""
        found = self.postings(ID_MARK + place_id)
        if found:
            return found[0] >> KIND_BITS
        source, _, number = place_id.partition(":")
        if source != "geonames" or not number.isdecimal() or not int(number):
            return None
        first, end = self._towns
        entry = first + int(np.searchsorted(self._places["gid"][first:end], int(number)))
        return entry if entry < end and self._places["gid"][entry] == int(number) else None

    def country(self, iso3: str) -> int | None:
        """Entry of the country with an ISO alpha-3 code, None when there is none."""
        if iso3 not in self._countries:
            return None
        of_type = self._places["type"] == TYPES.index("country")
        found = np.flatnonzero(of_type & (self._places["country"] == self._countries.index(iso3)))
        return int(found[0]) if len(found) else None

    def of_types(self, types: Iterable[str]) -> list[int]:
        """Entries of some feature types, in the gazetteer's order."""
        wanted = [TYPES.index(name) for name in types]
        return [int(entry) for entry in np.flatnonzero(np.isin(self._places["type"], wanted))]

    def outline_of(self, entry: int) -> tuple[str, int] | None:
        """Layer of `geo/` and feature that hold an entry's outline, None when it has none."""
        if entry >= len(self._outlines):
            return None
        layer, fid = self._outlines[entry].tolist()
        return LAYERS[layer], fid

    def _text(self, entry: int) -> tuple[str, str]:
        row = self._places[entry]
        start = int(row["text"])
        chunk = bytes(self._strings[start : start + 512])
        name, place_id, _ = chunk.split(b"\0", 2)
        return name.decode(), place_id.decode() or f"geonames:{int(row['gid'])}"


def _counties(path: Path) -> npt.NDArray[np.uint16]:
    if not path.exists():
        return np.zeros(0, dtype=np.uint16)
    found: npt.NDArray[np.uint16] = np.load(path, mmap_mode="r").view(np.ndarray)
    return found


def _fits(path: Path) -> bool:
    """Whether the layers in `geo/` are as large as when the index was made with them."""
    if not path.exists():
        return True
    sizes: dict[str, int] = json.loads(path.read_text(encoding="utf-8"))
    return all(resources.geo(layer).stat().st_size == size for layer, size in sizes.items())


@cache
def gazetteer() -> Gazetteer:
    """Open the gazetteer, once a process: a user's own, or the one that comes with sitmap."""
    return Gazetteer(resources.gazetteer())


def lookup(name: str) -> list[Candidate]:
    """Entries that bear a name in any spelling that folds to the same key."""
    return gazetteer().candidates(fold(name))
