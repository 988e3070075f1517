"""What is kept is found again by what it was made from, and a fault of the file stops nobody."""

import sqlite3
import stat
import sys
from dataclasses import replace
from datetime import date

import pytest

import samples
from sitmap import kept, resources
from sitmap.model import Reading

READING = Reading(report=samples.FOUNDING, claims=samples.FOUNDING_CLAIMS)


@pytest.fixture
def store(tmp_path, monkeypatch) -> kept.Store:
    monkeypatch.setenv(resources.OWN_CACHE, str(tmp_path / "kept"))
    return kept.Store.open()


def test_a_reading_is_found_by_its_report(store):
    assert store.readings([samples.FOUNDING]) == {}
    store.keep([READING])
    assert store.readings([samples.FOUNDING]) == {"founding": READING}


@pytest.mark.parametrize(
    "change",
    [
        {"text": f"{samples.FOUNDING.text} "},
        {"published": date(2001, 1, 1)},
        {"tz": "Asia/Seoul"},
        {"lang": "x"},
    ],
)
def test_another_report_of_that_id_is_not_taken_for_it(store, change):
    store.keep([READING])
    assert store.readings([replace(samples.FOUNDING, **change)]) == {}


def test_a_drawing_is_found_by_what_it_was_made_from(store):
    store.keep_drawing(kept.digest("one", [1, 2]), b"drawn")
    assert store.drawing(kept.digest("one", [1, 2])) == b"drawn"
    assert store.drawing(kept.digest("one", [12])) is None


def test_only_the_latest_drawings_are_kept(store):
    for number in range(40):
        store.keep_drawing(str(number), b"drawn")
    assert store.drawing("39") == b"drawn"
    assert store.drawing("0") is None


def test_nobody_else_can_read_it(store):
    store.keep([READING])
    if sys.platform != "win32":
        assert stat.S_IMODE(store.path.stat().st_mode) == 0o600
        assert stat.S_IMODE(store.path.parent.stat().st_mode) == 0o700


def test_another_program_has_another_file(store, monkeypatch):
    store.keep([READING])
    monkeypatch.setattr(resources, "fingerprint", lambda: "another")
    assert kept.Store.open().readings([samples.FOUNDING]) == {}


def test_it_can_be_switched_off(monkeypatch):
    monkeypatch.setenv(resources.OWN_CACHE, "off")
    store = kept.Store.open()
    store.keep([READING])
    store.keep_drawing("key", b"drawn")
    assert store.readings([samples.FOUNDING]) == {}
    assert store.drawing("key") is None


def test_a_damaged_file_is_thrown_away_and_made_anew(store):
    store.path.parent.mkdir(parents=True)
    store.path.write_bytes(b"no database" * 1000)
    assert store.readings([samples.FOUNDING]) == {}
    store.keep([READING])
    assert store.readings([samples.FOUNDING]) == {"founding": READING}


@pytest.mark.parametrize("told", [b"", b"no zlib", b"x\x9c+\x00\x00", 7, None, "text"])
def test_a_damaged_row_is_not_found(store, told):
    store.keep([READING])
    with sqlite3.connect(store.path) as database:
        database.execute("PRAGMA writable_schema = OFF")
        database.execute("UPDATE reading SET told = ?", (told if told is not None else b"\xff",))
    assert store.readings([samples.FOUNDING]) == {}


def test_a_folder_that_cannot_be_made_stops_nobody(tmp_path):
    (tmp_path / "file").write_text("no folder")
    store = kept.Store(tmp_path / "file" / "kept.sqlite")
    store.keep([READING])
    assert store.readings([samples.FOUNDING]) == {}


def test_the_program_has_a_name_of_its_own():
    assert resources.fingerprint() == resources.fingerprint()
    assert len(resources.fingerprint()) == 24
