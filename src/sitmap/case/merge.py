"""Another reader's history taken into a case: each entry once, and nothing that refers to nowhere."""

import sqlite3
from dataclasses import dataclass

from sitmap.case import lines, rows
from sitmap.case.acts import Entry
from sitmap.errors import CaseError


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of the lines of a file of reviews.

    Parameters
    ----------
    taken : tuple of Entry
        New here, now on record.
    known : int
        Number of those that were here already.
    left_out : tuple of str
        Lines that were not taken, and why: once that is mended, the file can be taken in again.
    """

    taken: tuple[Entry, ...] = ()
    known: int = 0
    left_out: tuple[str, ...] = ()


def merge(database: sqlite3.Connection, text: str) -> Merged:
    """Take the entries of a JSON Lines file into a case, inside a transaction.

    Parameters
    ----------
    database : sqlite3.Connection
        The case.
    text : str
        An entry a line; blank lines are passed over.

    Returns
    -------
    Merged
    """
    left_out: list[str] = []
    given: dict[str, tuple[int, Entry]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                entry = lines.parse(line)
            except CaseError as fault:
                left_out.append(f"line {number}: {fault}")
                continue
            given.setdefault(entry.entry_id, (number, entry))
    return _merge(database, sorted(given.values(), key=lambda pair: pair[1].order), left_out)


def _merge(database: sqlite3.Connection, given: list[tuple[int, Entry]], left_out: list[str]) -> Merged:
    here = {entry.entry_id: entry for entry in rows.entries(database, [])}
    taken: list[Entry] = []
    known = 0
    for number, entry in given:
        if here.get(entry.entry_id) == entry:
            known += 1
            continue
        why = "differs from the entry of that id in this case" if entry.entry_id in here else ""
        why = why or _dangles(database, entry, here)
        if why:
            left_out.append(f"line {number}: {why}")
            continue
        rows.insert(database, entry)
        here[entry.entry_id] = entry
        taken.append(entry)
    return Merged(tuple(taken), known, tuple(left_out))


def _dangles(database: sqlite3.Connection, entry: Entry, here: dict[str, Entry]) -> str:
    """Say what an entry refers to that the case does not have, "" for nothing."""
    act = entry.act
    if act.undoes and act.undoes not in here:
        return f"the entry {act.undoes!r} that it takes back is not in this case"
    if act.target is None:
        return ""
    text = rows.text_of(database, act.target.report_id)
    if text is None:
        return f"its report {act.target.report_id!r} is not in this case: add the report first"
    if text[act.target.quote_start : act.target.quote_end] != act.target.quote:
        return f"its words are not in report {act.target.report_id!r}, which has another text here"
    return ""
