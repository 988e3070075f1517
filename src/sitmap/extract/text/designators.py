"""Names of weapons, vehicles and aircraft that no table has, told by how they are written.

A model's name stands before its noun: "three Mi-171 helicopters", "an Atlantique 2 patrol aircraft",
"99 Shahed-type drones".
"""

import re

from sitmap.extract.text.document import Document
from sitmap.extract.text.numbered import NO_MODEL, is_known, model_start
from sitmap.extract.text.theme import ARTICLES
from sitmap.extract.text.told import UNSAID, Told

#: Letters and a number, as makers and armies number their models: "Mi-171", "LVM3", "2S19", "MQ-9B".
_MODEL = re.compile(
    r"(?:\d{1,2})?[A-Z][A-Za-z]{0,4}[-\u2011]?\d{1,4}[A-Za-z]{0,3}|[A-Z][a-z]{2,11}[-\u2011]\d{1,3}[A-Z]{0,2}"
)
#: "Shahed-type", "Nimitz-class": the word before the hyphen is the name.
_LIKE = re.compile(r"([A-Z]\w+)[-\u2011](?:type|class|series|style|variant|family)", re.IGNORECASE)


def model(document: Document, first: int, head: int) -> Told:
    """Return the name of the model in a noun phrase.

    Parameters
    ----------
    document : Document
        The report taken apart.
    first, head : int
        Tokens of the phrase before its noun, `head` exclusive.

    Returns
    -------
    Told
        Not said when there is none.
    """
    for index in range(first, head):
        text = document.text_at(index)
        like = _LIKE.fullmatch(text)
        if like is not None:
            start = _back(document, first, index)
            return Told(" ".join([*map(document.text_at, range(start, index)), like[1]]), (start, index + 1))
        if (
            _MODEL.fullmatch(text)
            and not is_known(document.mentions, index)
            and document.place_at(index) is None
        ):
            return Told(text, (index, index + 1))
    return _numbered(document, first, head)


def bare(document: Document, first: int, head: int) -> Told:
    """Return the name right before a noun for aircraft or vehicles: "a Merlin helicopter".

    Parameters
    ----------
    document : Document
        The report taken apart.
    first, head : int
        Tokens of the phrase before its noun, `head` exclusive.

    Returns
    -------
    Told
        Not said when there is none, or when its capital may only open a sentence.
    """
    index = head - 1
    named = index > first and document.text_at(index).istitle() and document.text_at(index).isalpha()
    known = is_known(document.mentions, index) or document.lower(index) in NO_MODEL
    if (
        not named
        or known
        or index in document.taken
        or (document.place_at(index) and not _opened(document, index))
    ):
        return UNSAID
    twice = index - 1 > first and _plain_name(document, index - 1) and _opened(document, index - 1)
    return Told(document.text(index - twice, head), (index - twice, head))


def _plain_name(document: Document, index: int) -> bool:
    """Whether a word with a capital stands for nothing known: the first of "Spoon Rest"."""
    word = document.text_at(index)
    known = is_known(document.mentions, index) or document.lower(index) in NO_MODEL
    free = index not in document.taken and document.place_at(index) is None
    return word.istitle() and word.isalpha() and free and not known


def _opened(document: Document, index: int) -> bool:
    """Whether an article, a number or a state stands before a word: "a Wildcat", "two French Falcon"."""
    number = document.count_at(index - 1) is not None or document.at("actor", index - 1) is not None
    return document.lower(index - 1) in ARTICLES or number


def _numbered(document: Document, first: int, head: int) -> Told:
    """Return a name with its number: "Atlantique 2"; without one a name may be anybody's."""
    for end in range(head, first + 1, -1):
        numeral = document.text_at(end - 1).isdigit() and document.count_at(end - 1) is None
        if numeral and (start := _back(document, first, end - 1)) < end - 1:
            return Told(document.text(start, end), (start, end))
    return UNSAID


def _back(document: Document, first: int, index: int) -> int:
    """Where the name begins of which a word or number is the last."""
    return max(first, model_start(document.tokens, document.mentions, index))
