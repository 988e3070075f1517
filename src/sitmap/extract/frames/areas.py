"""Launch areas told as a list: "810 drones; launch areas: Kursk, Bryansk, Millerovo"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.discourse import assign, flights
from sitmap.extract.phrases.where import Where
from sitmap.extract.text.document import within
from sitmap.extract.text.entries import LOCATED
from sitmap.extract.text.told import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.mentions import Mention
    from sitmap.extract.text.theme import Theme

_AREAS = frozenset({"areas", "points", "sites"})
#: And the same for one, which a colon follows.
_AREA = frozenset({"area", "point", "position", "site", "spot"})
#: Words that open the list, how far behind the noun they stand, and how many words stand between entries.
_OPENS = frozenset({":", "are", "were", "as", "was"})
_NAMES = frozenset({":", "as", "was"})
_OPENS_WITHIN, _APART = 8, 6
_JOINS = frozenset({",", "and", "\u2013", "-", ";"})


def read(document: Document, memory: Memory, scene: Scene) -> None:
    """Add a launch for each launch area that a sentence lists.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    scene : Scene
        The sentence; its `drafts` are extended.
    """
    first, last = scene.clauses[0].first, scene.clauses[-1].last
    nouns = document.mentions.within("facility", first, last)
    noun = next((m for m in nouns if _is_area(document, m, last)), None)
    start = _start(document, noun, last) if noun is not None else None
    theme = _weapon(memory, scene, start) if start is not None else None
    if scene.question or noun is None or start is None or theme is None:
        return
    listed = _beside(scene, start) or list(_entries(document, start, last))
    if not listed:
        return
    flight = flights.begin(memory, theme)
    for where in listed:
        if any(
            d.kind == "launch" and d.where is not None and d.where.words == where.words for d in scene.drafts
        ):
            continue
        clause = next(c for c in scene.clauses if where.first < c.last)
        draft = assign.draft(
            document, memory, scene, clause, kind="launch", theme=theme, where=where, actor=theme.actor
        )
        draft.listed, draft.reasons["kind"] = True, (Reason((noun.first, noun.last)),)
        flights.join(flight, draft)
        scene.drafts.append(draft)


def _is_area(document: Document, noun: Mention, last: int) -> bool:
    start = _start(document, noun, last)
    labels = start is not None and document.lower(start - 1) in _NAMES
    named = document.lower(noun.last - 1)
    return document.lower(noun.first) == "launch" and (named in _AREAS or (labels and named in _AREA))


def _start(document: Document, noun: Mention, last: int) -> int | None:
    """Return the token at which the list starts."""
    ends = range(noun.last, min(noun.last + _OPENS_WITHIN, last))
    return next((i + 1 for i in ends if document.lower(i) in _OPENS), None)


def _weapon(memory: Memory, scene: Scene, start: int) -> Theme | None:
    """Return what was fired: the last weapon before the list; how many from each area is not said."""
    told = [w for t in scene.themes if t.last <= start and (w := assign.weapon(memory, t)) is not None]
    known = told[-1] if told else memory.weapon
    return replace(known, low=None, high=None, count=None, counted_by=None) if known is not None else None


def _beside(scene: Scene, start: int) -> list[Where]:
    """Return where one area lies that is told by another place: "launch area: north of P"."""
    return [w for w in scene.wheres if w.first == start and w.role in LOCATED and w.anchors]


def _entries(document: Document, start: int, last: int) -> Iterator[Where]:
    """Yield the places of the list, which are no states and stand close together."""
    end = start
    for place in within(document.places, start, last):
        gap = document.lowers(end, place.first)
        if place.first - end > _APART or (gap and (end == start or not _JOINS & set(gap))):
            return
        end = place.last
        entry = place.toponym.place
        if entry is not None and entry.type != "country":
            words = (place.first, place.last)
            yield Where(*words, words, (place,), "from", "from", reach=place.last)
