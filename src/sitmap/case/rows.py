"""Rows of a case's tables: reports and entries in and out."""

import json
import sqlite3
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from sitmap.case import keys, lines
from sitmap.case.acts import Entry
from sitmap.errors import CaseError, ReportError
from sitmap.model import Report
from sitmap.reports.fields import RecordError
from sitmap.reports.record import FIELDS, Meta
from sitmap.reports.record import report as parsed

#: When reports came that another program put into a case without a time.
_BEGINNING = datetime.min.replace(tzinfo=UTC)
_INSERT = (
    f"INSERT INTO reviews ({', '.join(lines.COLUMNS)}) VALUES ({', '.join(f':{n}' for n in lines.COLUMNS)})"  # noqa: S608 - our own names
)


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A report that the case has already, and as which one."""

    report: Report
    known_as: str


@dataclass(frozen=True, slots=True)
class Update:
    """A report that is stored beside an earlier one from its address: the page has another text now.

    The earlier text stays, because reviews stand on its words.
    """

    report: Report
    earlier: str


@dataclass(frozen=True, slots=True)
class Added:
    """What became of reports that were put into a case.

    Parameters
    ----------
    stored : tuple of Report
        As they are kept.
    duplicates : tuple of Duplicate
        Those whose text is there already; not stored again.
    updates : tuple of Update
        Those of `stored` that have the address of another report and another text.
    failures : tuple of ReportError
        Those that cannot be kept.
    """

    stored: tuple[Report, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    updates: tuple[Update, ...] = ()
    failures: tuple[ReportError, ...] = ()


def reports(database: sqlite3.Connection, faults: list[str]) -> tuple[Report, ...]:
    """Read every report, in the order in which they came; a row that is none becomes a fault."""
    found = []
    for fid, *values in database.execute(f"SELECT fid, {', '.join(FIELDS)} FROM reports ORDER BY fid"):  # noqa: S608 - our own names
        try:
            found.append(parsed(dict(zip(FIELDS, values, strict=True)), Meta()))
        except RecordError as fault:
            faults.append(f"row {fid} of reports: {fault}")
    return tuple(found)


def text_of(database: sqlite3.Connection, report_id: str) -> str | None:
    """Text of a report, None when it is not there."""
    found = database.execute("SELECT text FROM reports WHERE report_id = ?", (report_id,)).fetchone()
    return str(found[0]) if found else None


def add(database: sqlite3.Connection, given: Iterable[Report]) -> Added:
    """Store reports whose text is not there, inside a transaction."""
    stored: list[Report] = []
    duplicates: list[Duplicate] = []
    updates: list[Update] = []
    failures: list[ReportError] = []
    moment = lines.instant(datetime.now(UTC))
    # Entries of one feed may all have its address: what comes at once are no versions of each other.
    (before,) = database.execute("SELECT coalesce(max(fid), 0) FROM reports").fetchone()
    for report in given:
        known_as = _named(database, "text_key", keys.text_key(report.text))
        if known_as:
            duplicates.append(Duplicate(report, known_as))
            continue
        earlier = _named(database, "url_key", keys.url_key(report.url), upto=before)
        try:
            kept = _store(database, report, moment)
        except RecordError as fault:
            failures.append(ReportError(report.title or report.report_id, str(fault)))
            continue
        stored.append(kept)
        if earlier:
            updates.append(Update(kept, earlier))
    return Added(tuple(stored), tuple(duplicates), tuple(updates), tuple(failures))


def _named(database: sqlite3.Connection, column: str, key: str, *, upto: int = sys.maxsize) -> str:
    """Id of the latest report with a key among the first rows, "" for none."""
    asked = (
        f"SELECT report_id FROM reports WHERE {column} = ? AND {column} <> '' AND fid <= ? ORDER BY fid DESC"  # noqa: S608 - our own names
    )
    found = database.execute(asked, (key, upto)).fetchone()
    return str(found[0]) if found else ""


def added(database: sqlite3.Connection) -> dict[str, datetime]:
    """When each report came into a case, by its id; the beginning of time where another program wrote it."""
    found = database.execute("SELECT report_id, added FROM reports").fetchall()
    return {report_id: _instant(moment) for report_id, moment in found}


def _instant(text: object) -> datetime:
    try:
        read = datetime.fromisoformat(str(text))
    except ValueError:
        return _BEGINNING
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def _store(database: sqlite3.Connection, report: Report, moment: str) -> Report:
    kept = parsed({name: _plain(getattr(report, name)) for name in FIELDS}, Meta())
    if text_of(database, kept.report_id) is not None:
        raise RecordError(
            f"the report_id {kept.report_id!r} belongs to another text in this case: give it its own"
        )
    values = {name: _plain(getattr(kept, name)) for name in FIELDS}
    values |= {"text_key": keys.text_key(kept.text), "url_key": keys.url_key(kept.url)}
    values["added"] = moment
    names = ", ".join(values)
    database.execute(
        f"INSERT INTO reports ({names}) VALUES ({', '.join(f':{name}' for name in values)})",  # noqa: S608 - our own names
        values,
    )
    return kept


def _plain(value: object) -> str:
    return "" if value is None else str(value)


def entries(database: sqlite3.Connection, faults: list[str], *, after: int = 0) -> tuple[Entry, ...]:
    """Read every entry, or those that came after a row; a row that is none becomes a fault."""
    return _entries(database, faults, "fid > ?", after)


def entry(database: sqlite3.Connection, entry_id: str) -> Entry | None:
    """Read one entry, None when it is not there or is none."""
    found = _entries(database, [], "entry_id = ?", entry_id)
    return found[0] if found else None


def _entries(
    database: sqlite3.Connection, faults: list[str], where: str, value: str | int
) -> tuple[Entry, ...]:
    found = []
    asked = f"SELECT fid, {', '.join(lines.COLUMNS)} FROM reviews WHERE {where} ORDER BY fid"  # noqa: S608 - our own names
    for fid, *values in database.execute(asked, (value,)):
        row = dict(zip(lines.COLUMNS, values, strict=True))
        try:
            row["changes"] = json.loads(row["changes"]) if row["changes"] else None
            found.append(lines.entry(row))
        except (CaseError, ValueError, TypeError, RecursionError) as fault:
            faults.append(f"row {fid} of reviews: {fault}")
    return tuple(found)


def insert(database: sqlite3.Connection, entry: Entry) -> None:
    """Store an entry, inside a transaction."""
    row = lines.record(entry)
    row["changes"] = json.dumps(row["changes"], ensure_ascii=False) if row["changes"] else None
    database.execute(_INSERT, row)
