"""A case as it was at one moment, and what became of an act that was put on record."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from sitmap.case import rows
from sitmap.case.acts import Entry
from sitmap.model import Report


class Revision(NamedTuple):
    """How far a case has grown: it only grows."""

    reports: int
    reviews: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A case at one moment.

    Parameters
    ----------
    title : str
        Of the case, "" for none.
    reports : tuple of Report
        In the order in which they came.
    added : mapping of str to datetime
        When each of them came, by id; UTC.
    history : tuple of Entry
        Every entry, in order.
    revision : Revision
        Of the case at that moment.
    layers : Revision
        Of the case when its layers were made; behind `revision` when they are out of date.
    faults : tuple of str
        Rows that cannot be read, as when another program has written them, a line each.
    """

    title: str
    reports: tuple[Report, ...]
    history: tuple[Entry, ...]
    revision: Revision
    layers: Revision
    added: Mapping[str, datetime] = field(default_factory=dict, hash=False)
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry that is on the disk, and what others recorded since its reviewer last looked."""

    entry: Entry
    unseen: tuple[Entry, ...] = ()


def read(database: sqlite3.Connection) -> Snapshot:
    """Read a whole case, inside a transaction.

    Parameters
    ----------
    database : sqlite3.Connection
        The case.

    Returns
    -------
    Snapshot
    """
    faults: list[str] = []
    found = rows.reports(database, faults)
    history = rows.entries(database, faults)
    title, made_reports, made_reviews = database.execute(
        "SELECT title, layers_reports, layers_reviews FROM sitmap_case"
    ).fetchone()
    return Snapshot(
        title=title,
        reports=found,
        history=tuple(sorted(history, key=lambda entry: entry.order)),
        revision=revision(database),
        layers=Revision(made_reports, made_reviews),
        added=rows.added(database),
        faults=tuple(faults),
    )


def revision(database: sqlite3.Connection) -> Revision:
    """Count how far a case has grown."""
    counted = "SELECT (SELECT count(*) FROM reports), (SELECT coalesce(max(fid), 0) FROM reviews)"
    return Revision(*database.execute(counted).fetchone())
