"""A source and what it answers for; sources that a phrase names: "according to X", "by X's count"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitmap.extract.phrases.speakers import named, person, phrase_end
from sitmap.extract.text.told import Told
from sitmap.extract.text.vocabulary import words as closed_class

if TYPE_CHECKING:
    from sitmap.extract.text.calendar_days import Day
    from sitmap.extract.text.document import Document
    from sitmap.model import Certainty

_BY_PHRASE = (
    ("according", "to"),
    ("citing",),
    ("quoting",),
    ("by", "the", "account", "of"),
    ("by", "the", "account", "that"),
    ("in", "the", "view", "of"),
    ("by", "the", "count", "of"),
    ("in", "the", "words", "of"),
)
_BY_FIRST = {first: [p for p in _BY_PHRASE if p[0] == first] for first in {p[0] for p in _BY_PHRASE}}
#: Nouns for what a source holds to be so, after its name: "by the army's count".
_VIEWS = closed_class("source", "views")
_HIM = frozenset({"her", "him", "them"})
#: Words of the longest name of who holds it.
_WITHIN = 8


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source and the tokens `first` to `last` (exclusive) that it answers for.

    `verb` has the tokens of the verb or phrase that attributes it: "said", "according to".
    """

    first: int
    last: int
    source: Told
    words: tuple[int, int]
    certainty: Certainty = "stated"
    denies: bool = False
    day: Day | None = None
    at: int = 0
    verb: tuple[int, int] = (0, 0)


def phrases(document: Document, first: int, last: int, last_source: Told) -> list[Attribution]:
    """Find the sources that a phrase of a sentence names, each for all of it.

    Parameters
    ----------
    document : Document
        The report taken apart.
    first, last : int
        Tokens of the sentence.
    last_source : Told
        Who "him" or "them" is.

    Returns
    -------
    list of Attribution
    """
    found = []
    for index, word in enumerate(document.lowers(first, last), start=first):
        for words in _BY_FIRST.get(word, ()):
            end = index + len(words)
            if tuple(document.lowers(index, end)) == words:
                stop = phrase_end(document, end, last)
                if words[-1] == "that":
                    stop = next((i for i in range(end, stop) if document.at("verb", i)), stop)
                source = person(document, stop, last) or named(document, end, stop, anyone=True)
                if document.lower(end) in _HIM:
                    source = last_source.by("who-spoke-last")
                if source:
                    found.append(Attribution(first, last, source, (end, stop), at=index, verb=(index, end)))
        if word in {"by", "per"}:
            found += _by(document, index, first, last)
    return found


def _by(document: Document, index: int, first: int, last: int) -> list[Attribution]:
    """Read "by the army's count", "per the ministry"."""
    start = index + 1
    stop = phrase_end(document, start, last)
    if document.lower(index) == "by":
        views = (i for i in range(start, min(stop, start + _WITHIN)) if document.lower(i) in _VIEWS)
        view = next((i for i in views if document.lower(i - 1) in {"'s", "own"}), None)
        if view is None:
            return []
        if document.lower(view - 1) == "own":
            return _by_own(document, index, view, first, last)
        stop = view - 1
    elif not any(document.at("speaker", i) or document.at("actor", i) for i in range(start, stop)):
        return []
    source = named(document, start, stop)
    return [Attribution(first, last, source, (start, stop), at=index, verb=(index, stop))] if source else []


def _by_own(document: Document, index: int, view: int, first: int, last: int) -> list[Attribution]:
    """Read "Riga has sent 200 men, by its own count": who acts is who says so."""
    acting = document.mentions.within("actor", first, index)
    if not acting:
        return []
    words = acting[0].first, acting[0].last
    source = Told(document.text(*words), words)
    return [Attribution(first, last, source, words, at=index, verb=(index, view + 1))]
