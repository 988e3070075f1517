"""A saved situation from a stranger: looked at before it is read, because a database can be a program."""

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pyogrio
import shapely

from sitmap.changes.saved import Saved, read
from sitmap.errors import ChangesError, printable

#: Greatest file, bytes; most rows of a table.
MOST_BYTES = 50 * 2**20
_MOST_ROWS = 200_000
#: The one kind of virtual table that a GeoPackage needs (OGC 12-128r18, F.3).
_INDEX = "using rtree("
#: Columns that `PRAGMA table_xinfo` calls generated: they are worked out when they are read.
_GENERATED = (2, 3)
#: What reading raises where geometries or values are not what the columns promise.
_DAMAGE = (
    ValueError,
    TypeError,
    AttributeError,
    KeyError,
    pyogrio.errors.FeatureError,
    shapely.errors.GEOSException,
)


def uploaded(data: bytes, name: str) -> Saved:
    """Read a situation that somebody handed in.

    Parameters
    ----------
    data : bytes
        A GeoPackage that sitmap saved, also one that is a case.
    name : str
        Of the file, as its sender calls it.

    Returns
    -------
    Saved

    Raises
    ------
    ChangesError
        If it is too large, no such file, or holds what works when it is read: views, generated columns,
        virtual tables other than spatial indexes.
    """
    told = printable(name)
    if len(data) > MOST_BYTES:
        raise ChangesError(
            f"{told}: larger than {MOST_BYTES // 2**20} MB: save it again, without tables of your own"
        )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "situation.gpkg")
        path.write_bytes(data)
        _check(path, told)
        try:
            return replace(read(path), name=told)
        except ChangesError as error:
            raise ChangesError(str(error).replace(str(path), told)) from error
        except _DAMAGE as error:
            raise ChangesError(f"{told}: damaged, or changed by another program: save it again") from error


def _check(path: Path, told: str) -> None:
    """Refuse what is no plain database."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
            database.execute("PRAGMA trusted_schema = OFF")
            for kind, name, sql in database.execute("SELECT type, name, sql FROM sqlite_master").fetchall():
                if kind == "view" or (kind == "table" and not _plain(database, name, sql or "")):
                    raise ChangesError(
                        f"{told}: its {kind} {printable(str(name))!r} is none that sitmap writes: "
                        "save the situation again with sitmap"
                    )
    except sqlite3.Error as error:
        raise ChangesError(f"{told}: no GeoPackage: give one that sitmap saved") from error


def _plain(database: sqlite3.Connection, name: str, sql: str) -> bool:
    """Whether a table holds nothing but its rows, and not too many."""
    if sql.lower().startswith("create virtual"):
        return _INDEX in sql.lower().replace(" (", "(")
    columns = database.execute("SELECT hidden FROM pragma_table_xinfo(?)", (name,)).fetchall()
    quoted = name.replace('"', '""')
    (rows,) = database.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()  # noqa: S608 - a name, quoted
    return rows <= _MOST_ROWS and not any(hidden in _GENERATED for (hidden,) in columns)
