"""The case file: one GeoPackage with the reports, the history of reviews, and the layers made of them."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from sitmap import export, schema
from sitmap.case import database as db
from sitmap.case import derived, lines, merge, migrations, refusals, rows
from sitmap.case import snapshot as snapshots
from sitmap.case.acts import Act, Entry
from sitmap.case.merge import Merged
from sitmap.case.rows import Added
from sitmap.case.snapshot import Recorded, Revision, Snapshot
from sitmap.errors import CaseError
from sitmap.export import files
from sitmap.model import Report
from sitmap.product import Product

if TYPE_CHECKING:
    import os

_TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Case:
    """A case file: cheap to make, safe to share between threads and to send to processes.

    Every method opens the file for its own work alone. `create` and `open` make one.

    Parameters
    ----------
    path : Path
        The file.
    wait_s : float
        How long to wait for another program that writes, seconds.
    """

    path: Path
    wait_s: float = db.WAIT_S

    @classmethod
    def create(cls, path: "str | os.PathLike[str]", *, title: str = "") -> "Case":
        """Make a new case, empty, with its layers.

        Parameters
        ----------
        path : str or path
            Ends in .gpkg; no file may be there.
        title : str
            What the case is about.

        Returns
        -------
        Case

        Raises
        ------
        CaseError
            If something is there, or the name has another ending.
        ExportError
            If it cannot be written.
        """
        dest = Path(path)
        if dest.suffix.lower() != ".gpkg":
            raise CaseError(f"{dest}: a case is a GeoPackage, give a name that ends in .gpkg")
        if dest.exists():
            raise CaseError(f"{dest} is there already: open it, or choose another name")
        empty = {name: schema.empty(name) for name in schema.LAYERS}
        with files.beside(dest) as made:
            export.save(Product(layers=empty), made)
            with db.connected(made) as database:
                db.log_ahead(database)
                migrations.migrate(database)
                database.execute("UPDATE sitmap_case SET title = ?", (schema.text(title),))
        return cls(dest)

    @classmethod
    def open(cls, path: "str | os.PathLike[str]", *, wait_s: float = db.WAIT_S) -> "Case":
        """Open a case; one of an older sitmap is brought up to date.

        Parameters
        ----------
        path : str or path
            The file.
        wait_s : float
            How long to wait for another program that writes, seconds.

        Returns
        -------
        Case

        Raises
        ------
        CaseError
            If it is no case, of a newer sitmap, damaged, or in use for too long.
        """
        case = cls(Path(path), wait_s)
        db.check_file(case.path)
        with db.connected(case.path, wait_s) as database:
            if migrations.check(database, case.path) < migrations.LATEST:
                db.log_ahead(database)
                migrations.migrate(database)
        return case

    def snapshot(self) -> Snapshot:
        """Read the whole case as it is at one moment.

        Returns
        -------
        Snapshot

        Raises
        ------
        CaseError
            If the file cannot be read.
        """
        with db.connected(self.path, self.wait_s) as database, db.transaction(database, write=False):
            return snapshots.read(database)

    def revision(self) -> Revision:
        """Ask how far the case has grown: whether another session has added to it."""
        with db.connected(self.path, self.wait_s) as database:
            return snapshots.revision(database)

    def add(self, found: Iterable[Report]) -> Added:
        """Put reports into the case; one whose text is there is told of and not stored again.

        A page that says something else now than when it was put in, by its address, is stored as a report of
        its own and told of.

        Parameters
        ----------
        found : iterable of Report
            As `reports.load` gives them.

        Returns
        -------
        Added

        Raises
        ------
        CaseError
            If the file cannot be written; then none of them is in it.
        """
        with db.connected(self.path, self.wait_s) as database:
            db.log_ahead(database)
            with db.transaction(database):
                added = rows.add(database, found)
                _touched(database, "reports")
        return added

    def record(
        self,
        act: Act,
        *,
        reviewer: str,
        reason: str = "",
        seen: Revision | None = None,
        on_purpose: bool = False,
    ) -> Recorded:
        """Put an act on record. When this returns, it is on the disk.

        Parameters
        ----------
        act : Act
            As `accept`, `correct` and the others make them.
        reviewer : str
            Who does it.
        reason : str
            Why.
        seen : Revision, optional
            Of the snapshot that the reviewer looked at: what others have recorded since is told, and
            what they decided on the same thing stands in the way.
        on_purpose : bool
            Whether the reviewer knows of that and wants this to hold instead.

        Returns
        -------
        Recorded

        Raises
        ------
        CaseError
            If the reviewer has no name, the act refers to what the case does not have, or the file
            cannot be written.
        ConflictError
            If another reader decided on the same claim, source or words after `seen`.
        """
        who, why = lines.reviewer(reviewer), lines.reason(reason)
        with db.connected(self.path, self.wait_s) as database:
            db.log_ahead(database)
            with db.transaction(database):
                refusals.dangling(database, act)
                unseen = rows.entries(database, [], after=seen.reviews) if seen is not None else ()
                if not on_purpose:
                    refusals.overtaken(database, act, who, unseen)
                entry = Entry(entry_id=uuid4().hex, at=_now(database), reviewer=who, reason=why, act=act)
                rows.insert(database, entry)
                _touched(database, "reviews")
        return Recorded(entry, unseen)

    def refresh(
        self,
        product: Product,
        revision: Revision,
    ) -> bool:
        """Replace the layers in the file, the findings and the events.

        Parameters
        ----------
        product : Product
            Of the reviewed claims, with every layer of `schema.LAYERS`.
        revision : Revision
            Of the snapshot that they were made from.

        Returns
        -------
        bool
            False when another session has put in layers of a later revision: they are kept.

        Raises
        ------
        CaseError
            If the file cannot be written; then the old layers are kept.
        ExportError
            If there is no room to make them.
        """
        with derived.made(product) as made, db.connected(self.path, self.wait_s) as database:
            db.log_ahead(database)
            with derived.attached(database, made), db.transaction(database):
                there = database.execute("SELECT layers_reports, layers_reviews FROM sitmap_case").fetchone()
                if tuple(there) > revision:
                    return False
                derived.put(database)
                database.execute("UPDATE sitmap_case SET layers_reports = ?, layers_reviews = ?", revision)
        return True

    def export_reviews(self) -> str:
        """Write the whole history as JSON Lines, an entry a line, in order."""
        return "".join(map(lines.line, self.snapshot().history))

    def import_reviews(self, text: str) -> Merged:
        """Take another reader's history into this one; taking it again changes nothing.

        Parameters
        ----------
        text : str
            JSON Lines as `export_reviews` writes them.

        Returns
        -------
        Merged
            What was new, what was known, and what was left out and why.

        Raises
        ------
        CaseError
            If the file cannot be written; then nothing of it is in.
        """
        with db.connected(self.path, self.wait_s) as database:
            db.log_ahead(database)
            with db.transaction(database):
                merged = merge.merge(database, text)
                _touched(database, "reviews")
        return merged


def _now(database: sqlite3.Connection) -> datetime:
    """Take the clock's time, but later than every entry: two of one case are never at once."""
    (newest,) = database.execute("SELECT max(at) FROM reviews").fetchone()
    now = datetime.now(UTC)
    return now if newest is None else max(now, datetime.fromisoformat(newest) + _TICK)


def _touched(database: sqlite3.Connection, table: str) -> None:
    """Say in the GeoPackage's table of contents when a table was last changed."""
    moment = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%f}"[:-3] + "Z"
    database.execute("UPDATE gpkg_contents SET last_change = ? WHERE table_name = ?", (moment, table))
