"""Acts that a case does not take: on what is not there, or on what another reader has decided meanwhile."""

import sqlite3
from collections.abc import Iterable

from sitmap import geocode
from sitmap.case import rows
from sitmap.case.acts import Act, Entry
from sitmap.case.history import source_key, undone
from sitmap.errors import CaseError, ConflictError

#: What another reader did, in the words of an error.
_DID = {
    "accept": "accepted this claim",
    "reject": "rejected this claim",
    "correct": "corrected this claim",
    "credibility": "graded this claim",
    "reliability": "graded this source",
    "alias": "said what these words mean",
    "add": "added a claim of this kind on these words",
    "undo": "took back what was done here",
}


def dangling(database: sqlite3.Connection, act: Act) -> None:
    """See that what an act refers to is in the case, and that nothing is taken back twice.

    Raises
    ------
    CaseError
        If it is not, or is.
    """
    if act.target is not None:
        text = rows.text_of(database, act.target.report_id)
        if text is None:
            raise CaseError(f"report {act.target.report_id!r} is not in this case: add it first")
        if text[act.target.quote_start : act.target.quote_end] != act.target.quote:
            raise CaseError(f"report {act.target.report_id!r} does not have the words of the claim there")
    if act.undoes:
        known = database.execute("SELECT 1 FROM reviews WHERE entry_id = ?", (act.undoes,)).fetchone()
        if known is None:
            raise CaseError(f"entry {act.undoes!r} is not in this case: there is nothing to undo")
        pairs = "SELECT entry_id, undoes FROM reviews WHERE action = 'undo' ORDER BY at, entry_id"
        if act.undoes in undone(database.execute(pairs).fetchall()):
            raise CaseError(f"entry {act.undoes!r} is undone already: undo its undo to have it back")


def overtaken(database: sqlite3.Connection, act: Act, reviewer: str, unseen: Iterable[Entry]) -> None:
    """See that nobody else has decided on the same thing since the reviewer looked.

    Parameters
    ----------
    database : sqlite3.Connection
        The case.
    act : Act
        What the reviewer is about to do.
    reviewer : str
        Whose own entries, as of another window, stand in nobody's way.
    unseen : iterable of Entry
        Recorded since.

    Raises
    ------
    ConflictError
        Names who did what and when.
    """
    about = _subject(database, act)
    met = [
        entry
        for entry in unseen
        if entry.reviewer != reviewer and _same(about, _subject(database, entry.act))
    ]
    if met:
        told = "; ".join(
            f"{entry.reviewer} {_DID[entry.act.action]} at {entry.at:%H:%M} UTC on {entry.at:%Y-%m-%d}"
            for entry in met
        )
        raise ConflictError(f"{told}: look at it again, and do yours all the same if it should hold instead")


#: What an act is about: a kind of thing, its name, and the words that it covers, from and to.
_Subject = tuple[str, tuple[str, ...], int, int]


def _subject(database: sqlite3.Connection, act: Act) -> _Subject:
    if act.action == "undo":
        found = rows.entry(database, act.undoes)
        return _subject(database, found.act) if found else ("entry", (act.undoes,), 0, 1)
    if act.target is not None:
        words = act.target
        if act.action == "add":
            return "added", (words.report_id, words.kind), words.quote_start, words.quote_end
        thing = "grade" if act.action == "credibility" else "claim"
        return thing, (words.report_id, words.claim_id), 0, 1
    if act.action == "alias":
        return "words", (geocode.name_key(act.name),), 0, 1
    return "source", (source_key(act.name),), 0, 1


def _same(one: _Subject, other: _Subject) -> bool:
    return one[:2] == other[:2] and one[2] < other[3] and other[2] < one[3]
