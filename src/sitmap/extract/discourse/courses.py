"""Which way something flew: "eastward", "pointing south", "a southern trajectory", "course 225 degrees"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.discourse.draft import Number
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.memory import Scene
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.mentions import Mention
    from sitmap.extract.verbs.clauses import Clause

_HEADED = words("flight", "headed")
_POINTS = words("flight", "points")
_COURSE = words("flight", "course")
_FLIES = frozenset({"launch", "liftoff", "flight", "fly"})
_GOES_BY = ("ward", "wards", "erly")
#: What follows a direction that is no other word's: not "south of P", "east coast".
_CLOSES = frozenset(
    {"", ",", ".", ";", ":", ")", '"', "”", "and", "but", "before", "from", "into", "over", "toward"}
)
_DEGREES = frozenset({"degrees", "degree", "deg", "°"})
_TOWARD = frozenset({"to", "toward", "towards"})
_CIRCLE = 360
_WITHIN = 3


def course(document: Document, scene: Scene, clause: Clause) -> Number | None:
    """Return the bearing that a clause gives a flight.

    Parameters
    ----------
    document : Document
        The report taken apart.
    scene : Scene
        The sentence.
    clause : Clause
        The clause.

    Returns
    -------
    Number or None
        Degrees clockwise from north; None when the clause tells of no flight, or not which way.
    """
    inside = range(clause.first, clause.last)
    headed = any(document.lower(i) in _HEADED | _COURSE | _POINTS for i in inside)
    flies = clause.group is not None and clause.group.verb.frame in _FLIES
    if not (headed or flies):
        return None
    for found in document.mentions.within("direction", clause.first, clause.last):
        placed = any(w.first <= found.first < w.last for w in scene.wheres if w.offset_deg is not None)
        if not placed and _is_course(document, found):
            return Number(float(str(found.value)), found.first, found.last, "")
    return next((n for i in inside if (n := _degrees(document, i)) is not None), None)


def _is_course(document: Document, found: Mention) -> bool:
    """Whether a direction is the way of a flight rather than a side of a place."""
    before, after = document.lower(found.first - 1), document.lower(found.last)
    if document.lower(found.first).endswith(_GOES_BY) or after in _COURSE:
        return True
    if before in _HEADED and after not in {"of", "korea", "korean", "coast"}:
        return True
    side = before == "the" and document.lower(found.first - 2) in _TOWARD
    return (before in _POINTS | _COURSE or side) and after in _CLOSES


def _degrees(document: Document, index: int) -> Number | None:
    """Read "a course of 225 degrees", "heading 095°"."""
    if document.lower(index) not in _COURSE:
        return None
    near = range(index + 1, index + 1 + _WITHIN)
    at = next((i for i in near if document.lower(i).isdecimal()), None)
    if at is None or document.lower(at + 1) not in _DEGREES or int(document.lower(at)[:4]) > _CIRCLE:
        return None
    return Number(float(int(document.lower(at)) % _CIRCLE), at, at + 2, "")
