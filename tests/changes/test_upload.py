"""A file from a stranger is read when it is a plain one, and refused before anything in it works."""

import contextlib
import sqlite3
from contextlib import closing

import pytest

from export import situations
from sitmap import changes, export
from sitmap.changes import upload as module
from sitmap.errors import ChangesError


@pytest.fixture(scope="module")
def saved():
    return export.to_bytes(situations.PRODUCT, ".gpkg")


@pytest.fixture
def altered(tmp_path, saved):
    """The saved situation after some SQL."""

    def alter(*statements):
        path = tmp_path / "altered.gpkg"
        path.write_bytes(saved)
        with closing(sqlite3.connect(path)) as database:
            for statement in statements:
                database.execute(statement)
            database.commit()
        return path.read_bytes()

    return alter


def test_what_sitmap_saved_is_read_under_its_own_name(saved):
    found = changes.uploaded(saved, "last week.gpkg")
    assert found.name == "last week.gpkg"
    assert {row["claim_id"] for row in found.claims} == {
        key
        for name in ("deployments", "launches", "impacts", "sites")
        for key in situations.PRODUCT.layers[name].claim_id
    }


#: Each would take for ever, or all memory, when it is read.
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"


@pytest.mark.parametrize(
    "statements",
    [
        ("DROP TABLE impacts", f"CREATE VIEW impacts AS {ENDLESS}"),
        (f"CREATE VIEW reports AS {ENDLESS}",),
        ("DROP TABLE gpkg_metadata", f"CREATE VIEW gpkg_metadata AS {ENDLESS}"),
        ("ALTER TABLE impacts ADD COLUMN more GENERATED ALWAYS AS (zeroblob(1000000000)) VIRTUAL",),
        ("CREATE VIRTUAL TABLE more USING fts5(words)",),
    ],
)
def test_what_works_when_it_is_read_is_refused(altered, statements):
    with pytest.raises(ChangesError, match="is none that sitmap writes"):
        changes.uploaded(altered(*statements), "a.gpkg")


def test_too_many_rows_are_refused(altered, monkeypatch):
    monkeypatch.setattr(module, "_MOST_ROWS", 0)
    with pytest.raises(ChangesError, match="is none that sitmap writes"):
        changes.uploaded(altered(), "a.gpkg")


def test_a_file_beyond_the_bound_is_refused_unread(monkeypatch):
    monkeypatch.setattr(module, "MOST_BYTES", 3)
    with pytest.raises(ChangesError, match="larger than"):
        changes.uploaded(b"1234", "a.gpkg")


@pytest.mark.parametrize("data", [b"", b"no database", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_what_is_no_geopackage_is_refused_by_its_own_name(data):
    with pytest.raises(ChangesError, match=r"^a\\x1b\.gpkg: ") as told:
        changes.uploaded(data, "a\x1b.gpkg")
    assert "situation.gpkg" not in str(told.value)


@pytest.mark.parametrize("cut", range(0, 100, 7))
def test_a_damaged_file_is_refused_or_read(saved, cut):
    """Zeros over any part of it end in nothing else than a refusal."""
    start = len(saved) * cut // 100
    broken = saved[:start] + bytes(4096) + saved[start + 4096 :]
    with contextlib.suppress(ChangesError):
        assert changes.uploaded(broken, "a.gpkg").name == "a.gpkg"


def triggers(saved):
    """Names of the triggers on the impacts, which call functions that SQLite alone does not have."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(saved)
        asked = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'impacts'"
        return [name for (name,) in database.execute(asked)]


def test_a_shape_that_is_no_point_is_refused(altered, saved):
    with pytest.raises(ChangesError, match=r"a\.gpkg: damaged"):
        changes.uploaded(
            altered(
                *(f"DROP TRIGGER {name}" for name in triggers(saved)),
                "UPDATE impacts SET geom = (SELECT geom FROM deployment_areas WHERE geom IS NOT NULL)",
            ),
            "a.gpkg",
        )
