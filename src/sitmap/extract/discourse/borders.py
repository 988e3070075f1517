"""Borders of two states: "its border with Q", "the Q border", "Q's frontier with R"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.text.entries import Actor
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sitmap.extract.discourse.memory import Memory
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.document import Document, PlaceMention

_BORDER = words("place", "border")
_ITS = frozenset({"its", "their", "his", "her"})


def paired(document: Document, memory: Memory, first: int, found: Sequence[Where]) -> list[Where]:
    """Give the border of a state the state on its other side.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of: "the Q border" is that of the country where the places spoken of lie.
    first : int
        First token of the sentence.
    found : sequence of Where
        Places of the sentence, in order.

    Returns
    -------
    list of Where
        In order; a border has both states for its anchors. Of "the Q border" that nothing pairs there is
        nothing to draw, so it is left out.
    """
    out: list[Where] = []
    for where in found:
        state = where.anchors[0] if len(where.anchors) == 1 and _is_state(where.anchors[0]) else None
        noun = _noun(document, where, state) if state is not None else None
        if state is None or noun is None:
            out.append(where)
            continue
        lain = [*memory.been, *(w.anchors[0] for w in out if w.anchors)]
        others = (s for s in _others(document, state, noun, first, lain) if not _same(s, state))
        other = next(others, None)
        if other is not None:
            if out and out[-1].anchors == (other,) and out[-1].last >= noun - 1:
                where = replace(where, first=out[-1].first, role=out[-1].role)  # noqa: PLW2901 - the same phrase
                out.pop()
            start = min(noun, where.words[0])
            out.append(
                replace(where, words=(start, where.words[1]), anchors=(other, state), relation="between")
            )
        elif noun < state.first:
            out.append(where)
    return out


def _is_state(place: PlaceMention) -> bool:
    return place.toponym.place is not None and place.toponym.place.type == "country"


def _same(one: PlaceMention, other: PlaceMention) -> bool:
    places = one.toponym.place, other.toponym.place
    return places[0] is not None and places[1] is not None and places[0].country == places[1].country


def _noun(document: Document, where: Where, state: PlaceMention) -> int | None:
    """Token of the word for the border that a state is named with."""
    if document.lower(state.last - 1) in _BORDER:
        return state.last - 1
    start = state.first - 1 - (document.lower(state.first - 1) == "the")
    if document.lower(start) == "with" and document.lower(start - 1) in _BORDER and start > where.first:
        return start - 1
    return None


def _others(
    document: Document, state: PlaceMention, noun: int, first: int, lain: Sequence[PlaceMention]
) -> Iterator[PlaceMention]:
    """States that may lie on the other side, the likeliest first."""
    codes = [
        m.value.code for m in document.mentions.within("actor", first, noun) if isinstance(m.value, Actor)
    ]
    at = min(noun, state.first) - 1
    owned = document.lower(at) in _ITS | {"'s"} or document.at("actor", at) is not None
    near = [document.state(code, noun) for code in reversed(codes)]
    named = [place for place in near if place is not None]
    if owned:
        yield from named
    for place in reversed(lain):
        entry = place.toponym.place
        across = document.state(entry.country, noun) if entry is not None and entry.country else None
        if across is not None:
            yield across
    yield from named
