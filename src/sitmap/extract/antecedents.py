"""Which place a word that points back means: "there", "the same cape", "the country"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.document import Document, PlaceMention, within
from sitmap.extract.entries import Actor
from sitmap.extract.places import outside_zone
from sitmap.extract.references import references
from sitmap.extract.vocabulary import words
from sitmap.extract.where import COAST, GROUND, Where

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sitmap.extract.memory import Memory, Scene
    from sitmap.extract.mentions import Mention

_STAYS = frozenset({"in", "at", "near", "off", "to"})
_LIKENESS = words("place", "likeness")
_THAN = frozenset({"as", "of", "than"})
_OWN = COAST | GROUND | words("place", "own")
#: Within how many words after "the country" what is its own is named: "the country's own airspace".
_OWNED_WITHIN = 4
#: Types of place that news names by the town beside it: "a base near P ... at the site".
_BUILT = frozenset({"base", "airport", "launch-site", "range", "facility"})


def resolved(
    document: Document, memory: Memory, first: int, last: int, found: Sequence[Where]
) -> Iterator[Where]:
    """Resolve references to the place that they point back to, where there is one.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    first, last : int
        Tokens of a sentence.
    found : sequence of Where
        Places that the sentence names.

    Yields
    ------
    Where
        With the place that it means.
    """
    for where in references(document, first, last):
        if outside_zone(document, where):
            continue
        types = _types(document, where)
        before = [w.anchors[0] for w in found if w.anchors and w.last <= where.first and w.role in _STAYS]
        if document.lower(where.words[1] - 1) in GROUND:
            place = _own(document, first, where.first)
        elif not types:
            place = next(reversed(before), memory.there)
        elif types == {"country"} or document.lower(where.words[1] - 1) in COAST:
            place = _country(document, memory, where, first, before)
        else:
            place = _of_type(document, memory, where, first, types)
        if place is not None:
            yield replace(where, anchors=(place,))


def remember(document: Document, memory: Memory, scene: Scene, first: int, last: int) -> None:
    """Keep the places of a sentence that a later one may point back to.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of; extended.
    scene : Scene
        The sentence with its drafts.
    first, last : int
        Its tokens.
    """
    memory.seen += [p for p in within(document.places, first, last) if not _measures(document, p)]
    told = [d.where for d in scene.drafts if d.where is not None and d.where.anchors]
    here = [w for w in scene.wheres if w.role in _STAYS and w.anchors] or told
    memory.there = here[-1].anchors[0] if here else memory.there
    head = scene.wheres[0] if names_place(document, scene) else scene.header(document)
    been = {w.anchors[0] for w in [*scene.wheres, *told] if w.anchors and (w.role or w in told or w is head)}
    memory.been += sorted(been, key=lambda place: place.first)


def names_place(document: Document, scene: Scene) -> bool:
    """Whether a sentence is a place and nothing else, to open what follows: "Starbase, Texas.".

    Parameters
    ----------
    document : Document
        The report taken apart.
    scene : Scene
        The sentence.

    Returns
    -------
    bool
    """
    first, last = scene.clauses[0].first, scene.clauses[-1].last
    alone = not scene.themes and scene.clauses[0].group is None and len(scene.wheres) == 1
    rest = range(first, last - 1)
    return alone and all(document.place_at(i) is not None or document.lower(i) == "," for i in rest)


def _measures(document: Document, place: PlaceMention) -> bool:
    """Whether a place is only what something is measured by: "a province the size of P"."""
    before = place.first - 1 - (document.lower(place.first - 1) == "the")
    return document.lower(before) in _THAN and document.lower(before - 1) in _LIKENESS


def _of_type(
    document: Document, memory: Memory, where: Where, first: int, types: frozenset[str]
) -> PlaceMention | None:
    """Return the place of a type that was last spoken of.

    First in the sentence itself; then before it, where a state or its capital that speaks does not count.
    """
    here = [p for p in within(document.places, first, where.first) if not _measures(document, p)]
    before = [*memory.been, *(p for p in memory.seen if document.at("actor", p.first) is None)]
    for places in (here, sorted(before, key=lambda p: p.first), memory.seen):
        told = [p for p in places if p.toponym.place is not None and p.toponym.place.type in types]
        if told:
            return told[-1]
    return memory.there if types & _BUILT else None


def _types(document: Document, where: Where) -> frozenset[str]:
    mention = document.at("reference", where.words[1] - 1)
    return frozenset(str(mention.value).split("|")) if mention is not None else frozenset()


def _country(
    document: Document, memory: Memory, where: Where, first: int, before: Sequence[PlaceMention]
) -> PlaceMention | None:
    """Return the country that is spoken of.

    Its coast and its zones are those of the state named just before; what happens in it is where the
    places spoken of lie.
    """
    own = _own(document, first, where.first)
    around = range(where.words[1] - 1, where.words[1] + _OWNED_WITHIN)
    if own is not None and any(document.lower(i) in _OWN for i in around):
        return own
    lain = [*memory.been, *before]
    turned = document.at("direction", where.words[0] + 1)
    side = [p for p in lain if turned is not None and _on_side(document, p, turned)]
    if side:
        return side[-1]
    for place in reversed(lain):
        entry = place.toponym.place
        state = document.state(entry.country, where.first) if entry is not None and entry.country else None
        if state is not None:
            return state
    seen = [p for p in memory.seen if p.toponym.place is not None and p.toponym.place.type == "country"]
    return own or next(reversed(seen), None)


def _own(document: Document, first: int, last: int) -> PlaceMention | None:
    """Return the state spoken of just before in the sentence."""
    codes = [
        m.value.code for m in document.mentions.within("actor", first, last) if isinstance(m.value, Actor)
    ]
    return document.state(codes[-1], last) if codes else None


def _on_side(document: Document, place: PlaceMention, turned: Mention) -> bool:
    """Whether a place named is the same side of something: "eastern Q" for "the east of the country"."""
    named = document.at("direction", place.first)
    return named is not None and named.value == turned.value
