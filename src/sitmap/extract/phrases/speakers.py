"""Which words name the one who says so: where the name starts, where it ends, what of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.text.document import within
from sitmap.extract.text.told import UNSAID, Told
from sitmap.extract.text.vocabulary import words as closed_class

if TYPE_CHECKING:
    from sitmap.extract.text.document import Document

#: Words that stand for a speaker named before, or for nobody.
PRONOUNS = frozenset({"he", "she", "they", "it", "who", "we", "which", "that", "this", "there", "what"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_CURRENT = closed_class("source", "current")
_NOBODY = frozenset({"no", "nobody", "none", "neither", "own"})
#: "A picture of 9 July from the firm shows": whose picture it is.
_OF_SOURCE = frozenset({"from", "by"})
_BREAKS = closed_class("source", "breaks")
_TITLES = closed_class("source", "titles")
_QUOTING = closed_class("source", "quoting")
_COPULAS = frozenset({"are", "is", "were", "was", "who"})
#: Words behind a number in which what it counts is named: "two anti-ship ballistic missiles".
_COUNTED_WITHIN = 3
_LONGEST = 14
_LONGEST_NAME = 5
#: How many words a day may have between a subject and its verb.
_DAY_WITHIN = 4


def phrase_end(document: Document, first: int, last: int) -> int:
    """Return the token after the words for a speaker that start at a token.

    Parameters
    ----------
    document : Document
        The report taken apart.
    first, last : int
        Range of tokens.

    Returns
    -------
    int
    """
    end = first
    while end < last and end - first < _LONGEST:
        ends = document.lower(end) in _BREAKS - {"(", "and"} and not _of_title(document, end)
        if ends or document.lower(end) in _COPULAS or (end > first and _counts(document, end)):
            break
        end += 1
    return end


def _counts(document: Document, index: int) -> bool:
    """Whether a number of forces or weapons starts at a token: "according to CENTCOM two missiles fell"."""
    number = document.at("number", index) if document.lower(index) not in _ARTICLES else None
    behind = range(number.last, number.last + _COUNTED_WITHIN) if number is not None else ()
    return any(document.at(kind, i) for i in behind for kind in ("force", "weapon"))


def before_day(document: Document, index: int) -> int:
    """Return the end of a subject, without the day that follows it: "the ministry on Tuesday denied".

    Parameters
    ----------
    document : Document
        The report taken apart.
    index : int
        Token of the verb.

    Returns
    -------
    int
    """
    day = next((d for d in within(document.days, index - _DAY_WITHIN, index) if d.last == index), None)
    if day is None:
        return index
    return day.first - (document.at("preposition", day.first - 1) is not None)


def subject_start(document: Document, index: int, floor: int) -> int:
    """Return where the subject of a verb starts, back from the verb.

    Parameters
    ----------
    document : Document
        The report taken apart.
    index : int
        Token after the subject.
    floor : int
        First token that it may take.

    Returns
    -------
    int
    """
    start = index
    while start > floor and index - start < _LONGEST:
        lower = document.lower(start - 1)
        if lower == ")" and document.lower(start - 3) == "(":
            start -= 3
            continue
        if (lower in _BREAKS and not _goes_with(document, start - 1)) or (
            start - 1 in document.taken and document.at("designation", start - 1) is None
        ):
            break
        start -= 1
    return start


def _of_title(document: Document, index: int) -> bool:
    """Whether a full stop only shortens a title: "Brig. Gen. Ruiz"."""
    return document.lower(index) == "." and document.lower(index - 1) in _TITLES


def _goes_with(document: Document, index: int) -> bool:
    """Whether a word that ends the words for a speaker does not here: "the mayor of that town"."""
    lower = document.lower(index)
    if _of_title(document, index):
        return True
    pointed = lower == "that" and document.at("preposition", index - 1) is not None
    return pointed or (lower == "and" and _together(document, index))


def _together(document: Document, index: int) -> bool:
    """Whether "and" joins two who speak: "officials and residents", "Maersk and harbour agents"."""
    before, after = document.tokens[index - 1], document.tokens[index + 1]
    firm = before.is_name and document.place_at(index - 1) is None
    first = document.at("speaker", index - 1) is not None or before.lower in _CURRENT
    return after.is_name or firm or first


def apposed(document: Document, start: int, first: int) -> Told:
    """Return the name before a title: "Ana Ruiz, the defence minister, said".

    Parameters
    ----------
    document : Document
        The report taken apart.
    start : int
        First token of the title.
    first : int
        First token of the sentence.

    Returns
    -------
    Told
        "" when no name stands there.
    """
    if document.lower(start - 1) != ",":
        return UNSAID
    names = range(max(first, start - 1 - _LONGEST_NAME), start - 1)
    begin = next((i for i in reversed(names) if not _of_name(document, i)), first - 1) + 1
    named_so = document.lower(begin - 1) in _ARTICLES and document.at("preposition", begin - 2) is None
    begin -= named_so
    lead = begin - (document.at("speaker", begin - 1) is not None and document.tokens[begin - 1].is_name)
    dated = any(d.last == begin for d in within(document.days, begin - _DAY_WITHIN, begin))
    opens = lead <= first or dated or document.lower(lead - 1) in {",", '"', "”"}
    begin += named_so or document.lower(begin) in _ARTICLES
    whole = start - 1 - begin
    return Told(document.text(begin, start - 1), (begin, start - 1)) if opens and whole > 1 else UNSAID


def person(document: Document, comma: int, last: int) -> Told:
    """Return the name after a title: "said the governor, Ana Ruiz, on Friday".

    Parameters
    ----------
    document : Document
        The report taken apart.
    comma : int
        Token after the title.
    last : int
        Token after the sentence.

    Returns
    -------
    Told
        "" when no name stands there.
    """
    if document.lower(comma) != ",":
        return UNSAID
    end = next((i for i in range(comma + 1, last) if not _of_person(document, i)), last)
    closed = (
        end >= last or document.lower(end) in {",", ".", ";"} or document.at("preposition", end) is not None
    )
    found = closed and 1 < end - comma - 1 <= _LONGEST_NAME
    return Told(document.text(comma + 1, end), (comma + 1, end)) if found else UNSAID


def _of_name(document: Document, index: int) -> bool:
    """Whether a word may be part of the name of a person or of a unit: "Bear Brigade"."""
    unit = document.tokens[index].is_name and document.at("force", index) is not None
    return unit or _of_person(document, index)


def is_person(document: Document, first: int, last: int) -> bool:
    """Whether some words can be a person's name: several with a capital, none of which is known.

    Parameters
    ----------
    document : Document
        The report taken apart.
    first, last : int
        The words.

    Returns
    -------
    bool
    """
    return last - first > 1 and all(_of_person(document, i) for i in range(first, last))


def _of_person(document: Document, index: int) -> bool:
    """Whether a word may be part of a person's name."""
    known = document.at("actor", index) or document.place_at(index) or document.at("speaker", index)
    return document.tokens[index].is_name and known is None and index not in document.taken


def _stands_for(document: Document, index: int) -> bool:
    """Whether a word stands for somebody named elsewhere: not the "that" of "the mayor of that town"."""
    points = document.lower(index) in {"that", "this"} and document.at("preposition", index - 1) is not None
    return document.lower(index) in PRONOUNS and not points


def _without_lead(document: Document, first: int, last: int) -> int:
    """Return where the speaker starts, behind "the same day", "from" and articles."""
    first += 1 if document.lower(first) in _OF_SOURCE else 0
    for words in (("the", "same", "day"), ("on", "the", "same", "day")):
        if tuple(document.lower(i) for i in range(first, first + len(words))) == words:
            first += len(words)
    first += 1 if document.lower(first) in _QUOTING else 0
    while first < last and document.lower(first) in _ARTICLES:
        first += 1
    while first + 2 < last and _of_title(document, first + 1):
        first += 2
    return first


def _behind_phrase(document: Document, first: int, last: int) -> int:
    """Return where the subject starts behind a phrase: "In a letter to parliament the minister"."""
    if document.at("preposition", first) is None:
        return first
    start = next((i for i in reversed(range(first + 2, last)) if document.lower(i) in _ARTICLES), first)
    governed = document.at("preposition", start - 1) is not None
    speaks = any(document.at("speaker", i) or document.at("actor", i) for i in range(start, last))
    return start if speaks and not governed else first


def named(document: Document, first: int, last: int, *, anyone: bool = False) -> Told:
    """Return the speaker that some words name, without article and title.

    Parameters
    ----------
    document : Document
        The report taken apart.
    first, last : int
        The words.
    anyone : bool
        Whether the words can be nothing but a speaker, so that any noun will do.

    Returns
    -------
    Told
        "" when they name none.
    """
    first = _without_lead(document, _behind_phrase(document, first, last), last)
    if first >= last or document.lower(first) in PRONOUNS | _NOBODY:
        return UNSAID
    if document.at("preposition", first) is not None:
        return UNSAID
    titled = [i for i in range(first, last) if document.at("speaker", i) or document.at("actor", i)]
    name = any(document.tokens[i].is_name for i in range(first, last))
    if not (titled or name or anyone) or any(_stands_for(document, i) for i in range(first, last)):
        return UNSAID
    if titled and titled[-1] + 1 < last:
        rest = range(titled[-1] + 1, last)
        if len(rest) <= _LONGEST_NAME and all(
            document.tokens[i].is_name or document.lower(i) == "." for i in rest
        ):
            return Told(document.text(rest[0], last), (rest[0], last))
    return Told(document.text(first, last), (first, last))
