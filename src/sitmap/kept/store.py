"""The file that readings and drawings are kept in: SQLite, in the user's cache folder, for one program.

Whatever goes wrong with it, nothing is lost and nobody is stopped: what cannot be read or written is logged,
and made anew. A file that is damaged, or has grown too large, is thrown away.
"""

import contextlib
import hashlib
import json
import logging
import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from sitmap import resources
from sitmap.kept import codec
from sitmap.model import Reading, Report

_log = logging.getLogger(__name__)

_MOST_BYTES = 2_000_000_000
#: Files of other versions that nobody has used for so long go, seconds.
_STALE_S = 30 * 24 * 3600
#: Bounds what a damaged row may grow to in memory.
_LARGEST = 500_000_000
_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS reading (key TEXT PRIMARY KEY, told BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS shape (key TEXT PRIMARY KEY, wkb BLOB NOT NULL) WITHOUT ROWID",
    (
        "CREATE TABLE IF NOT EXISTS drawing"
        " (key TEXT PRIMARY KEY, at REAL NOT NULL, packed BLOB NOT NULL) WITHOUT ROWID"
    ),
)
#: Drawings kept at most: those of the latest cases and revisions.
_DRAWINGS = 20
_FAULTS = (ValueError, TypeError, LookupError, zlib.error)


def digest(*told: object) -> str:
    """Name what something was made from: the same JSON values give the same name, others another."""
    written = json.dumps(told, default=_written, separators=(",", ":")).encode("ascii")
    return hashlib.sha256(written).hexdigest()


def _written(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")


@dataclass(frozen=True, slots=True)
class Store:
    """What is kept for this program and its data.

    Parameters
    ----------
    path : Path or None
        The file; None keeps nothing.
    """

    path: Path | None

    @classmethod
    def open(cls) -> "Store":
        """Open the user's own, whose folder `resources.cache_folder` names."""
        folder = resources.cache_folder()
        return cls(None if folder is None else folder / f"{resources.fingerprint()}.sqlite")

    def readings(self, reports: Sequence[Report]) -> dict[str, Reading]:
        """Find the readings of reports, by report id; those that are not kept, or damaged, are not in it."""
        found: dict[str, Reading] = {}
        with self._database() as database:
            if database is None:
                return found
            shared = codec.Shared(lambda key: _one(database, "SELECT wkb FROM shape WHERE key = ?", key))
            for report in reports:
                with contextlib.suppress(*_FAULTS):  # made anew
                    told = _one(database, "SELECT told FROM reading WHERE key = ?", _key(report))
                    found[report.report_id] = codec.loads(_grown(told), report, shared)
        return found

    def keep(self, readings: Iterable[Reading]) -> None:
        """Keep readings as the machine made them."""
        with self._database() as database:
            if database is None:
                return
            with database:
                for reading in readings:
                    told, shapes = codec.dumps(reading)
                    database.executemany("INSERT OR IGNORE INTO shape VALUES (?, ?)", shapes.items())
                    row = (_key(reading.report), zlib.compress(told.encode("ascii")))
                    database.execute("INSERT OR REPLACE INTO reading VALUES (?, ?)", row)

    def drawing(self, key: str) -> bytes | None:
        """Find what was drawn of something, by its `digest`; None when it is not kept."""
        with self._database() as database, contextlib.suppress(LookupError):
            if database is not None:
                return _one(database, "SELECT packed FROM drawing WHERE key = ?", key)
        return None

    def keep_drawing(self, key: str, packed: bytes) -> None:
        """Keep what was drawn of something."""
        with self._database() as database:
            if database is None:
                return
            with database:
                database.execute(
                    "INSERT OR REPLACE INTO drawing VALUES (?, ?, ?)", (key, time.time(), packed)
                )
                latest = "SELECT key FROM drawing ORDER BY at DESC LIMIT ?"
                database.execute(f"DELETE FROM drawing WHERE key NOT IN ({latest})", (_DRAWINGS,))  # noqa: S608 - our own words

    @contextlib.contextmanager
    def _database(self) -> Iterator[sqlite3.Connection | None]:
        """Open the file for one piece of work; None where it cannot be used."""
        if self.path is None:
            yield None
            return
        database = _connected(self.path)
        try:
            yield database
        except (sqlite3.Error, OSError) as fault:
            _log.warning("%s: what it keeps is made anew: %s", self.path, fault)
            if isinstance(fault, sqlite3.DatabaseError) and not isinstance(fault, sqlite3.OperationalError):
                _thrown_away(self.path)
        finally:
            if database is not None:
                database.close()


def _connected(path: Path) -> sqlite3.Connection | None:
    try:
        # What reports say is nobody else's.
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            _swept(path.parent)
            path.touch(mode=0o600)
        elif path.stat().st_size > _MOST_BYTES:
            _thrown_away(path)
            path.touch(mode=0o600)
        database = sqlite3.connect(path)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        for statement in _SCHEMA:
            database.execute(statement)
    except (sqlite3.Error, OSError) as fault:
        _log.warning("%s: nothing is kept: %s", path, fault)
        if isinstance(fault, sqlite3.DatabaseError) and not isinstance(fault, sqlite3.OperationalError):
            _thrown_away(path)
        return None
    return database


def _one(database: sqlite3.Connection, asked: str, key: str) -> bytes:
    row = database.execute(asked, (key,)).fetchone()
    if row is None or not isinstance(row[0], bytes):
        raise LookupError(key)
    return row[0]


def _grown(told: bytes) -> str:
    unpacked = zlib.decompressobj().decompress(told, _LARGEST)
    return unpacked.decode("ascii")


def _key(report: Report) -> str:
    return digest(asdict(report))


def _swept(folder: Path) -> None:
    """Remove the files of other versions that nobody has used for long."""
    for path in folder.glob("*.sqlite"):
        if time.time() - path.stat().st_mtime > _STALE_S:
            _thrown_away(path)


def _thrown_away(path: Path) -> None:
    for name in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        with contextlib.suppress(OSError):  # another program has it open: it stays until that is done
            name.unlink()
