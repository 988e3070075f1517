"""What stands around a verb of speech: whether what was said is before it or behind it, and the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.phrases.speakers import named, phrase_end
from sitmap.extract.text.document import within

if TYPE_CHECKING:
    from sitmap.extract.text.calendar_days import Day
    from sitmap.extract.text.document import Document
    from sitmap.extract.verbs.clauses import Clause
    from sitmap.extract.verbs.groups import Group

_QUOTES = frozenset({'"', "”", "\u2019"})
_MARKS = frozenset({",", ".", ";", ":", "!", "?", ")", "—", "\u2013", ""})
#: Verbs of speech before whom it is said to: "told parliament".
_HEARD = frozenset({"tell"})
#: Words after a verb of speech that go on with how it was said, not with what was.
_HOW = frozenset({"as", "while", "when", "after", "before", "adding", "later", "earlier", "recently"})


def after_day(document: Document, index: int) -> int:
    """Return the token after a day that follows a verb: "said on Tuesday".

    Parameters
    ----------
    document : Document
        The report taken apart.
    index : int
        Token after the verb.

    Returns
    -------
    int
    """
    start = index + (document.at("preposition", index) is not None)
    day = next(iter(within(document.days, start, start + 1)), None)
    return day.last if day is not None else index


def follows_words(document: Document, start: int, first: int) -> bool:
    """Whether what was said may stand before the subject.

    Parameters
    ----------
    document : Document
        The report taken apart.
    start : int
        First token of the subject.
    first : int
        First token of the sentence.

    Returns
    -------
    bool
    """
    return start > first and document.lower(start - 1) in _QUOTES | {","}


def closes_words(document: Document, clause: Clause, group: Group, last: int) -> bool:
    """Whether nothing that was said follows the verb: "..., he told reporters here on Monday".

    Parameters
    ----------
    document : Document
        The report taken apart.
    clause : Clause
        The clause.
    group : Group
        Its verb.
    last : int
        Token after the sentence.

    Returns
    -------
    bool
    """
    end = after_day(document, group.last)
    if document.lower(end) in _MARKS | _HOW:
        return True
    ends = clause.last >= last or document.lower(clause.last) in _MARKS
    if ends and not any(i in document.heads for i in range(end, clause.last)):
        return True
    stop = next((i for i in range(end, last) if document.lower(i) in _MARKS), last)
    rest = range(end, stop)
    said = any(i in document.heads or document.lower(i) == "that" for i in rest)
    return document.at("preposition", end) is not None and not said


def closes(document: Document, group: Group, last: int) -> bool:
    """Whether who said it follows the verb and ends the sentence: "..., said John Smith.".

    Parameters
    ----------
    document : Document
        The report taken apart.
    group : Group
        Its verb.
    last : int
        Token after the sentence.

    Returns
    -------
    bool
    """
    stop = phrase_end(document, group.last, last)
    ends = stop >= last or document.lower(stop) in {".", ",", ";"}
    return (
        ends
        and group.verb.verb not in _HEARD
        and group.last not in document.taken
        and bool(named(document, group.last, stop))
    )


def inverts(document: Document, group: Group, first: int) -> bool:
    """Whether what was said stands right before the verb, as in '..., said the mayor'.

    Parameters
    ----------
    document : Document
        The report taken apart.
    group : Group
        Its verb.
    first : int
        First token of the sentence.

    Returns
    -------
    bool
    """
    before = document.lower(group.first - 1)
    return group.first > first and before in _QUOTES | {",", "?", "."} and group.verb.verb not in _HEARD


def day(document: Document, clause: Clause, group: Group) -> Day | None:
    """Return the day on which it was said: right after the verb, or before the subject.

    Parameters
    ----------
    document : Document
        The report taken apart.
    clause : Clause
        The clause.
    group : Group
        Its verb.

    Returns
    -------
    Day or None
    """
    for day in within(document.days, clause.first, max(clause.last, group.last + 3)):
        if group.last <= day.first <= group.last + 2 and day.first < clause.last:
            return day
        if clause.first <= day.first < group.first:
            return day
    return None
