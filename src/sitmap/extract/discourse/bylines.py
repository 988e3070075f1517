"""Sources that no verb names: in brackets behind what they say, and whose picture shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.discourse.attribution import Attribution
from sitmap.extract.phrases.speakers import named
from sitmap.extract.text.document import within
from sitmap.extract.text.told import UNSAID, Told
from sitmap.extract.text.vocabulary import words as closed_class

if TYPE_CHECKING:
    from sitmap.extract.text.document import Document

_BRACKETS = {"(": ")", "[": "]"}
_AGENCIES = closed_class("source", "agencies")
#: Nouns for what was taken from above or from afar.
IMAGERY = closed_class("source", "imagery")
#: Words with a capital before "image" that name nobody.
_UNNAMED = closed_class("source", "unnamed")
#: How many words a source in brackets, and the name of who took a picture, may have.
_LONGEST, _NAME = 9, 4
#: How many words may stand between a picture and who took it: "pictures taken on 3 May by".
_WITHIN = 6
_BY = frozenset({"by", "from"})
_ENDS = frozenset({",", ";", "/", "\u2013", "—"})
_LEADS = frozenset({"in", "on", "by", "from", "as"})


def bylines(document: Document, first: int, last: int) -> list[Attribution]:
    """Find who says the whole of a sentence without a verb that says so.

    Parameters
    ----------
    document : Document
        The report taken apart.
    first, last : int
        Tokens of the sentence.

    Returns
    -------
    list of Attribution
        None or one.
    """
    for index, word in enumerate(document.lowers(first, last), start=first):
        source = UNSAID
        if word in _BRACKETS:
            source = _in_brackets(document, index, last)
        elif word in IMAGERY:
            source = taken_by(document, index, last) or _owned(document, index, first)
        if source.words is not None:
            return [Attribution(first, last, source, source.words, at=index, verb=(index, index + 1))]
    return []


def _in_brackets(document: Document, index: int, last: int) -> Told:
    """Read "(defence ministry, 2 April)", "(source: the port)", "[AFP]"."""
    closing = _BRACKETS[document.lower(index)]
    close = next(
        (i for i in range(index + 1, min(index + _LONGEST, last)) if document.lower(i) == closing), 0
    )
    start = index + 1
    if not close:
        return UNSAID
    labelled = document.lower(start) in {"source", "sources"} and document.lower(start + 1) == ":"
    start += 2 if labelled else 0
    days = [d.first for d in within(document.days, start, close)]
    ends = [i for i in range(start, close) if document.lower(i) in _ENDS]
    end = min([*days, *ends, close])
    if start >= end:
        return UNSAID
    if document.text(start, end).casefold() in _AGENCIES:
        return Told(document.text(start, end), (start, end))
    speaks = document.at("speaker", end - 1) is not None
    return named(document, start, end, anyone=labelled) if labelled or speaks else UNSAID


def taken_by(document: Document, index: int, last: int) -> Told:
    """Return who took a picture, told behind the noun: "pictures of 3 May from Planet Labs".

    Parameters
    ----------
    document : Document
        The report taken apart.
    index : int
        Token of the noun.
    last : int
        Token after the sentence.

    Returns
    -------
    Told
        "" when nobody is told.
    """
    by = next((i for i in range(index + 1, min(index + _WITHIN, last)) if document.lower(i) in _BY), 0)
    if not by or any(document.at("verb", i) and document.lower(i) != "taken" for i in range(index + 1, by)):
        return UNSAID
    start = by + 1 + (document.lower(by + 1) in {"the", "a", "an"})
    end = start
    while end < min(last, start + _NAME) and _names(document, end):
        end += 1
    return Told(document.text(start, end), (start, end)) if end > start else UNSAID


def _owned(document: Document, index: int, first: int) -> Told:
    """Read "in Tuesday's Planet picture", "on a Maxar image": the name before the noun."""
    end = index - (document.lower(index - 1) == "satellite")
    start = end
    while start > max(first, end - _NAME) and _names(document, start - 1):
        start -= 1
    led = any(document.lower(i) in _LEADS for i in range(max(first, start - _NAME), start))
    return Told(document.text(start, end), (start, end)) if start < end and led else UNSAID


def _names(document: Document, index: int) -> bool:
    """Whether a word is part of the name of who takes pictures, rather than a day, a state or a place."""
    known = any(document.at(kind, index) is not None for kind in ("actor", "weekday", "month", "preposition"))
    plain = document.tokens[index].is_name and document.lower(index) not in _UNNAMED
    return plain and not known and document.place_at(index) is None and not document.is_day(index)
