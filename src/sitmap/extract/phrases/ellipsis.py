"""Noun phrases without a noun: pronouns, and numbers that count what was named before."""

from sitmap.extract.text.document import Document
from sitmap.extract.text.entries import Actor, Force
from sitmap.extract.text.numbers import Count
from sitmap.extract.text.theme import POINTING, Theme, plural
from sitmap.extract.text.told import UNSAID, Reason, Told
from sitmap.extract.text.vocabulary import words

_BACK = frozenset({"them", "these", "those", "which", "whom"})


#: Whether each is for several.
_PRONOUNS = {"it": False, "she": False, "they": True, "them": True, "these": True, "those": True}


_ALONE = words("ellipsis", "alone")


_SOME = words("ellipsis", "some")
_PARTS = words("ellipsis", "parts")
_STANDINS = words("ellipsis", "standins")
_ORDINALS = words("name", "ordinals")
_GROUPS = words("ellipsis", "groups")
_COMPARED = words("ellipsis", "compared")
_REST = words("ellipsis", "rest")
#: What joins a number and a place to those before them, and what may follow.
_JOINS = frozenset({"and", ",", ";"})
_ENDS = frozenset({"and", ",", ";", ".", "on", "overnight", "last", "while", "but"})
_NUMBERED = words("ellipsis", "numbered")
#: Words that such a phrase may start with, besides a number.
OPENERS = _PRONOUNS.keys() | _GROUPS | _REST | _PARTS | _SOME | _STANDINS | _ORDINALS | {"other"}


def elliptical(document: Document, index: int, last: int) -> Theme | None:
    """Return a pronoun, or a number without a noun: "it", "8,000 of them", "one landed"."""
    lower, count = document.lower(index), document.count_at(index)
    if count is not None and count.first == index:
        return _number(document, index, count)
    if lower in _PRONOUNS and index < last:
        several = _PRONOUNS[lower]
        return Theme(
            index, index + 1, index, definite=True, pronoun=True, hull=lower == "she", several=several
        )
    if lower in _REST and document.lower(index - 1) == "the":
        return Theme(index, index + 1, index, pronoun=True)
    if (
        lower in _PARTS
        and document.lower(index - 1) not in {"in", "take"}
        and _stands_alone(document, index + 1)
    ):
        return Theme(index, index + 1, index, pronoun=True)
    # "Two missiles hit the port and a third fell in the sea", "the other came down".
    article = document.lower(index - 1)
    further = (lower in _ORDINALS and article == "a") or (lower == "other" and article == "the")
    if not (further or lower in _SOME) or not _stands_alone(document, index + 1):
        return None
    one = 1 if further or lower == "another" else None
    by = Reason((index, index + 1)) if one else None
    return Theme(index, index + 1, index, low=one, high=one, counted_by=by, pronoun=True)


def stand_in(document: Document, index: int) -> Theme | None:
    """Return a noun for whatever was fired: "the weapon came from a frigate".

    Parameters
    ----------
    document : Document
        The report taken apart.
    index : int
        A token.

    Returns
    -------
    Theme or None
        That points back, and is no force.
    """
    points = document.lower(index - 1) in POINTING
    if document.lower(index) not in _STANDINS or not (points and _stands_alone(document, index + 1)):
        return None
    fired = Told("missile", (index, index + 1))
    return Theme(index, index + 1, index, fired=fired, definite=True, pronoun=True)


def some_group(document: Document, index: int) -> Theme | None:
    """Return a noun for several that means some of those named before: "a smaller group is", "the main body".

    Parameters
    ----------
    document : Document
        The report taken apart.
    index : int
        A token.

    Returns
    -------
    Theme or None
    """
    compared = document.lower(index - 1) in _COMPARED and document.lower(index - 2) in {"a", "the"}
    alone = document.lower(index + 1) != "of" and _stands_alone(document, index + 1)
    if document.lower(index) not in _GROUPS or not (compared and alone):
        return None
    return Theme(index, index + 1, index, pronoun=True)


def _number(document: Document, index: int, count: Count) -> Theme | None:
    """Return a number that counts what was named before."""
    end = count.last
    if (
        not (_stands_alone(document, end) or _shares_verb(document, index, end))
        or _numbers_entry(document, index, end)
        or _labels(document, index)
    ):
        return None
    if document.lower(end) in {"more", "fewer", "less"} and document.lower(end + 1) == "than":
        # "Four frigates, one more than last week".
        return None
    if document.lower(end) == "more" and not document.heads.isdisjoint((end + 1, end + 2)):
        # "Two more frigates" have their noun.
        return None
    if document.lower(end) == "of" and _points_back(document, end + 1):
        end += 2
    owner = document.at("actor", index - 1)
    return Theme(
        index,
        end,
        end - 1,
        actor=Told(owner.value.code, (owner.first, owner.last))
        if owner is not None and isinstance(owner.value, Actor)
        else UNSAID,
        low=count.low,
        high=count.high,
        count=(count.first, count.last),
        pronoun=True,
    )


def _shares_verb(document: Document, index: int, end: int) -> bool:
    """Whether a number and a place share the verb told before: "two hit P and three Q"."""
    place = document.place_at(end)
    if place is None or place.first != end or document.lower(index - 1) not in _JOINS:
        return False
    return document.lower(place.last) in _ENDS or place.last in document.taken


def _numbers_entry(document: Document, index: int, end: int) -> bool:
    """Whether a number only counts the entries of a list: "2. The missile flew"."""
    if document.lower(end) != "." or not document.tokens[end - 1].text.isdigit():
        return False
    return index == 0 or document.lower(index - 1) in {".", ":"} or _opens_line(document, index)


def _labels(document: Document, index: int) -> bool:
    """Whether a number counts nothing: of a name, "H3 No. 7", "cutter 3104", or an age, "Ana, 29, who"."""
    hull = document.at("force", index - 1)
    if hull is not None and isinstance(hull.value, Force) and hull.value.what == "hulls":
        return not plural(document.lower(index - 1))
    if _names_spot(document, index):
        return True
    if document.lower(index - 1) in {"no", "nr", "#"} or (
        document.lower(index - 1) == "." and document.lower(index - 2) in {"no", "nr"}
    ):
        return True
    aged = document.lower(index - 1) == "," and document.lower(index + 1) == ","
    return aged and index > 1 and document.tokens[index - 2].is_name and document.tokens[index].text.isdigit()


def _names_spot(document: Document, index: int) -> bool:
    """Whether a number is part of a spot's name: "Pad 31", "Landing Zone 4", "Base 101"."""
    if index == 0 or not document.tokens[index - 1].is_name or not document.tokens[index].text.isdigit():
        return False
    before = document.lower(index - 1)
    return before in _NUMBERED or (document.at("facility", index - 1) is not None and not plural(before))


def _opens_line(document: Document, index: int) -> bool:
    before, here = document.tokens[index - 1], document.tokens[index]
    return "\n" in document.report.text[before.end : here.start]


def _stands_alone(document: Document, end: int) -> bool:
    """Whether a number counts what was named before: no noun of its own follows."""
    if end >= len(document.tokens):
        return True
    token = document.tokens[end]
    if token.lower in _ALONE:
        return True
    verb = document.at("verb", end)
    finite = verb is not None and getattr(verb.value, "form", "") not in {"third", "base", "gerund"}
    if finite or document.at("preposition", end) is not None:
        return token.lower != "of" or _points_back(document, end + 1)
    return verb is not None and getattr(verb.value, "frame", "") == "stay" and token.lower != "patrol"


def _points_back(document: Document, index: int) -> bool:
    """Whether "of" is followed by what was named before: "of them", "of its own"."""
    owned = document.lower(index) in {"its", "their"} and document.lower(index + 1) == "own"
    return document.lower(index) in _BACK or owned
