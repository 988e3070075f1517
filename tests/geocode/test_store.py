import mmap
import subprocess
import sys

import numpy as np
import pytest

from sitmap import resources
from sitmap.errors import ResourceError
from sitmap.geocode import store
from sitmap.reference import index
from sitmap.reference.entry import Entry


def test_a_missing_gazetteer_says_how_to_rebuild_it(tmp_path):
    with pytest.raises(ResourceError, match=r"sitmap\.reference gazetteer"):
        store.Gazetteer(tmp_path)


def test_a_damaged_gazetteer_is_refused(tmp_path):
    for file in resources.data("gazetteer").iterdir():
        (tmp_path / file.name).write_bytes(b"not a gazetteer")
    with pytest.raises(ResourceError, match="damaged"):
        store.Gazetteer(tmp_path)


def _entry(place_id, name, kind, **fields):
    return Entry(place_id=place_id, name=name, type=kind, country="POL", lat=51.75, lon=19.47, **fields)


def _entries():
    return [
        _entry("geonames:7", "Vardø", "town", population=1800),
        _entry("geonames:3", "Łódź", "town"),
        _entry("ourairports:ZZZZ", "Łódź Airport", "airport", names=[("Łódź", store.CUED)]),
    ]


def test_what_is_written_is_read_back(tmp_path):
    index.write(_entries(), tmp_path)
    read = store.Gazetteer(tmp_path)
    assert len(read) == 3
    assert [read.place(read.find(e.place_id)).name for e in _entries()] == [e.name for e in _entries()]
    assert sorted(c.kind for c in read.candidates("lodz")) == [store.PRIMARY, store.CUED]
    (town,) = read.candidates("vardo")
    assert (town.lat, town.lon, town.population, town.country) == (51.75, 19.47, 1800, "POL")
    assert read.find("geonames:4") is None
    assert read.find("geonames:99") is None


def test_the_same_entries_give_the_same_bytes(tmp_path):
    for folder, entries in (("a", _entries()), ("b", _entries()[::-1])):
        index.write(entries, tmp_path / folder)
    for file in (tmp_path / "a").iterdir():
        assert file.read_bytes() == (tmp_path / "b" / file.name).read_bytes()


def test_opening_reads_nothing_but_headers():
    index = store.Gazetteer(resources.data("gazetteer"))
    for array in (index._starts, index._postings, index._places, index._strings):
        assert isinstance(array.base if array.base is not None else array, np.memmap | mmap.mmap)


def test_looking_names_up_needs_no_heavy_library():
    code = "import sys; from sitmap import geocode; geocode.search('Okushri'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert {"scipy", "geopandas", "pandas", "pyogrio"}.isdisjoint(done.stdout.split())


def test_the_shipped_index_is_small():
    assert sum(file.stat().st_size for file in resources.data("gazetteer").iterdir()) < 25_500_000
