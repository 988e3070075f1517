"""Waters and territory of states: "in North Korean waters", "Q's territorial waters"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.phrases.where import RELATIONS, Where
from sitmap.extract.text.entries import Actor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitmap.extract.text.document import Document, PlaceMention
    from sitmap.model import Relation

_DOMAINS = frozenset({"waters", "territory", "soil", "coast"})
_LAND = frozenset({"country", "admin1", "area", "town", "island"})


def of_states(document: Document, first: int, last: int) -> Iterator[Where]:
    """Read "in North Korean waters", "on Japanese territory": the state, by its adjective.

    Parameters
    ----------
    document : Document
        The report taken apart.
    first, last : int
        Range of tokens.

    Yields
    ------
    Where
        Off the state for its waters, in it for the rest.
    """
    for mention in document.mentions.within("actor", first, last):
        state, before = mention.value, document.at("preposition", mention.first - 1)
        domain = document.lower(mention.last)
        if (
            not isinstance(state, Actor)
            or domain not in _DOMAINS
            or before is None
            or before.value == "other"
        ):
            continue
        if told_closer(document, mention.last + 1):
            # "In Japanese waters off the Senkakus": off the Senkakus.
            continue
        anchor = document.state(state.code, mention.first)
        if anchor is not None and document.place_at(mention.first) is None:
            role = str(before.value)
            relation: Relation = "off" if domain == "waters" and role != "from" else RELATIONS[role]
            words = (mention.first, mention.last + 1)
            yield Where(
                before.first, words[1], words, (anchor,), role, relation, group=-mention.first, reach=words[1]
            )


def beside(document: Document, place: PlaceMention) -> bool:
    """Whether the sea beside a place is meant: "Q's waters", "Q's territorial waters", "Q waters".

    Parameters
    ----------
    document : Document
        The report taken apart.
    place : PlaceMention
        What it lies beside.

    Returns
    -------
    bool
    """
    entry = place.toponym.place
    if entry is None or entry.type not in _LAND:
        return False
    after = place.last + (document.lower(place.last) == "'s")
    after += document.lower(after) == "territorial"
    return "waters" in {document.lower(after), document.lower(place.last - 1)}


def told_closer(document: Document, index: int) -> bool:
    """Whether a place right behind a state's waters says more closely which: "off the Senkakus", "near Q".

    Parameters
    ----------
    document : Document
        The report taken apart.
    index : int
        Token behind "waters".

    Returns
    -------
    bool
    """
    nearer = document.at("preposition", index)
    if nearer is None or nearer.value not in {"off", "near"} or document.lower(index - 1) != "waters":
        return False
    at = nearer.last + (document.lower(nearer.last) == "the")
    return document.place_at(at) is not None
