"""The case file as a database: opened for one piece of work at a time, every fault said in words.

A connection lives as long as one read or one write. So a `Case` may be shared by threads and processes,
nothing is locked while people think, and QGIS may have the file open meanwhile: in WAL mode readers and
one writer do not wait for each other. `synchronous = FULL` brings a commit to the disk before it is
confirmed.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sitmap.case import keys
from sitmap.errors import CaseError

#: How long to wait for another program that writes, seconds.
WAIT_S = 10.0

#: Bytes 68 to 71 of a GeoPackage, big-endian: "GPKG".
_APPLICATION = b"GPKG"
_MAGIC = b"SQLite format 3\x00"
_HEADER = 72

_WAYS_OUT = {
    "SQLITE_BUSY": "is being written by another program, and was for longer than {wait:g} s: try again, or "
    "close it there",
    "SQLITE_LOCKED": "is being written by another program, and was for longer than {wait:g} s: try again, or "
    "close it there",
    "SQLITE_READONLY": "may not be written, or its folder may not: lift the protection, or work on a copy",
    "SQLITE_PERM": "may not be written: lift the protection, or work on a copy",
    "SQLITE_FULL": "cannot grow, the disk is full: free some space; what was confirmed before is kept",
    "SQLITE_IOERR": "cannot be written or read, as when the disk is full or gone: free some space or put it "
    "back; what was confirmed before is kept",
    "SQLITE_CANTOPEN": "cannot be opened: it or its folder may not be read or written",
    "SQLITE_CORRUPT": "is damaged: work on a backup, and keep this file",
    "SQLITE_NOTADB": "is damaged: work on a backup, and keep this file",
    "SQLITE_TOOBIG": "cannot take something so large: split it",
}


@contextlib.contextmanager
def explained(path: Path, wait_s: float = WAIT_S) -> Iterator[None]:
    """Turn a fault of SQLite or of the system into one that says what to do.

    Raises
    ------
    CaseError
        For any fault that is not ours.
    """
    try:
        yield
    except OSError as error:
        raise CaseError(f"{path} cannot be used: {error.strerror or error}") from error
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        way_out = next((words for known, words in _WAYS_OUT.items() if name.startswith(known)), None)
        if way_out is None:
            raise
        raise CaseError(f"{path} {way_out.format(wait=wait_s)}") from error


def check_file(path: Path) -> None:
    """See that a file is a GeoPackage before SQLite is asked, which would take anything for a database.

    Raises
    ------
    CaseError
        If it is not there, or not one.
    """
    if not path.exists():
        raise CaseError(f"{path} is not there: `sitmap case new` makes a case")
    if not path.is_file():
        raise CaseError(f"{path} is no file: name a case file, CASE.gpkg")
    with explained(path), path.open("rb") as file:
        head = file.read(_HEADER)
    if not head.startswith(_MAGIC) or head[68:72] != _APPLICATION:
        raise CaseError(f"{path} is no case but some other file: `sitmap case new` makes a case")


@contextlib.contextmanager
def connected(path: Path, wait_s: float = WAIT_S) -> Iterator[sqlite3.Connection]:
    """Open a file that is there, for one piece of work.

    Parameters
    ----------
    path : Path
        The file.
    wait_s : float
        How long to wait for another writer, seconds.

    Yields
    ------
    sqlite3.Connection
        In autocommit mode: `transaction` makes several statements one.

    Raises
    ------
    CaseError
        If it cannot be opened, read or written.
    """
    with explained(path, wait_s):
        mode = "rw" if os.access(path, os.W_OK) else "ro"
        uri = f"{path.absolute().as_uri()}?mode={mode}"
        database = sqlite3.connect(uri, uri=True, timeout=wait_s, isolation_level=None)
        with contextlib.closing(database):
            # A case may come from a stranger: what its schema runs is held to harmless functions.
            database.execute("PRAGMA trusted_schema = OFF")
            database.execute("PRAGMA foreign_keys = ON")
            database.execute("PRAGMA synchronous = FULL")
            for name, function in (("sitmap_text_key", keys.text_key), ("sitmap_url_key", keys.url_key)):
                database.create_function(name, 1, function, deterministic=True)
            yield database


def log_ahead(database: sqlite3.Connection) -> None:
    """Have changes written to a log first, so that readers such as QGIS and a writer do not wait.

    QGIS sets the file back when it closes it. While it is held there it stays as it is, and as safe.
    """
    try:
        database.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if not error.sqlite_errorname.startswith("SQLITE_BUSY"):
            raise


@contextlib.contextmanager
def transaction(database: sqlite3.Connection, *, write: bool = True) -> Iterator[None]:
    """Make several statements one: all of them or none; a writer waits for its turn at once."""
    database.execute("BEGIN IMMEDIATE" if write else "BEGIN")
    with database:  # commits, or rolls back what raises
        yield
