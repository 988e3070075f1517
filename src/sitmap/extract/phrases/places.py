"""Where: prepositions with the place names, references and offsets that they govern."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitmap.extract.text.mentions import Mention
    from sitmap.model import Relation

from dataclasses import replace

from sitmap.extract.phrases.labels import only_describes
from sitmap.extract.phrases.lists import added, listed
from sitmap.extract.phrases.waters import beside, of_states
from sitmap.extract.phrases.where import AREA, COAST, REACH, RELATIONS, Where
from sitmap.extract.text.document import Document, PlaceMention, within
from sitmap.extract.text.entries import STANDING
from sitmap.extract.text.vocabulary import words

_PHRASE_BREAK = words("place", "phrase_break")
_CAUSES = frozenset({"according", "due", "owing", "thanks"})
_JOINS = frozenset({",", "and", "or"})
_THE_SAME = frozenset({"the", "that", "this", "the same"})
_TAIL = words("place", "tail")
_PART = words("place", "part")
#: Types of place whose names often have an article.
_NATURAL = frozenset({"sea", "reef", "island", "mountains"})
_POSSESSIVE = frozenset({"'s", "'"})
_OUT = frozenset({"outside", "beyond"})
#: How many words after its owner a zone may be named: "Japan's exclusive economic zone".
_ZONE_WITHIN = 3


def wheres(document: Document, first: int, last: int) -> list[Where]:
    """Every phrase of place in a range of tokens, in order; qualifiers of another are left out.

    Parameters
    ----------
    document : Document
        The report taken apart.
    first, last : int
        Range of tokens.

    Returns
    -------
    list of Where
    """
    found: list[Where] = []
    for place in _in_range(document, first, last):
        here = _where(document, place, first, found)
        if here is not None:
            found = added(document, found, here)
    told = listed(document, found)
    # A spot at sea says more closely where than the state whose zone it is in or not.
    spot = any(w.offset_km is not None for w in told)
    named = [w for w in told if not (outside_zone(document, w) or (spot and _owns_zone(document, w)))]
    return sorted([*named, *of_states(document, first, last)], key=lambda w: w.first)


def outside_zone(document: Document, where: Where) -> bool:
    """Whether a phrase only says what water it is not: "outside Japan's exclusive economic zone".

    Parameters
    ----------
    document : Document
        The report taken apart.
    where : Where
        The phrase.

    Returns
    -------
    bool
    """
    return document.lower(where.first) in _OUT and _owns_zone(document, where)


def _owns_zone(document: Document, where: Where) -> bool:
    """Whether a place only says whose zone it is: "Japan's economic zone", "UK territorial waters"."""
    end = where.words[1]
    reach = _ZONE_WITHIN if document.lower(end) in _POSSESSIVE else 1
    return any(document.at("zone", i) for i in range(end, end + reach))


def _in_range(document: Document, first: int, last: int) -> Iterator[PlaceMention]:
    for place in within(document.places, first, last):
        if not only_describes(document, place):
            yield place


def _where(document: Document, place: PlaceMention, floor: int, found: list[Where]) -> Where | None:
    """Return the phrase around a toponym: back to its preposition."""
    floor = max(floor, found[-1].last if found else floor)
    end = _tail(document, place.last)
    at = place.first
    joins = at - 1 - _has_article(document, place)
    if joins >= floor and document.lower(joins) in _JOINS and found and found[-1].last >= joins - 1:
        return Where(joins + 1, end, (at, end), (place,), "join", "at")
    while at > floor and place.first - at < REACH:
        before = at - 1
        prep = _preposition(document, before)
        lower = document.lower(before)
        if lower == "of" and (inner := _of(document, place, before, end, floor)):
            return inner
        if (
            prep is not None
            and str(prep.value) == "other"
            and lower == "of"
            and _is_common(document, before - 1)
        ):
            at = before - 1
            continue
        if prep is not None and lower == "to" and document.lower(prep.first - 1) in _CAUSES:
            break
        if prep is not None and prep.first >= floor and prep.value != "other":
            return _shaped(document, _governed(document, place, prep, end))
        if (
            lower in _PHRASE_BREAK
            or lower == ","
            or document.is_day(before)
            or document.at("measure", before)
            or _verb_before(document, before)
        ):
            break
        at = before
    return _enumerated(document, place, at, end) or Where(
        place.first, end, (place.first, end), (place,), "", "at"
    )


def _has_article(document: Document, place: PlaceMention) -> bool:
    """Whether "the" before a name belongs to it: "in the Red Sea and the Gulf of Aden"."""
    entry = place.toponym.place
    return entry is not None and entry.type in _NATURAL and document.lower(place.first - 1) == "the"


def _governed(document: Document, place: PlaceMention, prep: Mention, end: int) -> Where:
    """Return the phrase that a preposition opens; "from near P" comes from there."""
    role = str(prep.value)
    relation = RELATIONS[role]
    first = prep.first
    if role in STANDING and document.lower(first - 1) == "from":
        role, first = "from", first - 1
        relation = relation if relation == "near" else "from"
    return Where(first, end, _words(document, prep.last, place, end), (place,), role, relation)


def _preposition(document: Document, index: int) -> Mention | None:
    """Return the preposition at a token, unless it belongs to a verb: "handed over P"."""
    verb = document.at("verb", index)
    whole = verb is not None and verb.first < index and verb.last == index + 1
    return None if whole else document.at("preposition", index)


def _enumerated(document: Document, place: PlaceMention, at: int, end: int) -> Where | None:
    """Return the first of a list after a colon in the role before it: "to five states: A, B and C"."""
    if document.lower(at - 1) != ":" or at != place.first:
        return None
    for index in range(at - 2, max(at - 2 - REACH, 0), -1):
        before = document.at("preposition", index)
        if before is not None and before.value != "other":
            role = str(before.value)
            return Where(place.first, end, (place.first, end), (place,), role, RELATIONS[role])
        if document.lower(index) in _PHRASE_BREAK | {","} or document.at("verb", index):
            break
    return None


def _verb_before(document: Document, index: int) -> bool:
    return document.at("verb", index) is not None and document.lower(index - 1) not in _THE_SAME


def _is_common(document: Document, index: int) -> bool:
    """Whether a noun before "of" only says what kind of place follows: "the island of", "the town of"."""
    return document.at("reference", index) is not None or document.lower(index) in COAST | AREA | _PART


def _words(document: Document, first: int, place: PlaceMention, end: int) -> tuple[int, int]:
    """Return the words that name the place: the toponym with the noun or direction before it."""
    start = place.first
    if (
        start - 1 >= first
        and document.at("direction", start - 1)
        and document.lower(start - 1).endswith("ern")
    ):
        start -= 1
    return start, end


def _tail(document: Document, end: int) -> int:
    """End of the name with the noun after it: "Kursk" and "border region"."""
    for ahead in (2, 1):
        last = end + ahead
        words = [document.lower(i) for i in range(end, last)]
        if (
            words[-1] in _TAIL
            and document.place_at(last - 1) is None
            and (
                ahead == 1
                or words[0]
                in {
                    "border",
                    "air",
                    "naval",
                    "test",
                    "training",
                    "space",
                    "launch",
                    "international",
                    "military",
                }
            )
        ):
            return last
    return end


def _of(document: Document, place: PlaceMention, before: int, end: int, floor: int) -> Where | None:
    """Read "200 km west of X", "the coast of X", "the vicinity of X"."""
    direction = document.at("direction", before - 1)
    if direction is not None:
        return _offset(document, place, direction.first, end, float(str(direction.value)), floor)
    word = document.lower(before - 1)
    if word in COAST or word in AREA:
        prep = next(
            (
                p
                for i in range(before - 2, max(floor, before - 7) - 1, -1)
                if (p := document.at("preposition", i)) and p.value != "other"
            ),
            None,
        )
        role = str(prep.value) if prep else "at"
        near = word in AREA
        first = prep.first if prep else before - 1
        relation: Relation = (
            "near" if near else "off" if role in {"off", "in", "at", "to"} else RELATIONS[role]
        )
        return _away(document, Where(first, end, (before - 1, end), (place,), role, relation))
    return None


def _away(document: Document, where: Where) -> Where:
    """Add the distance before "off": "100 km off P", "12 miles off the coast of P"."""
    before = within(document.measures, where.first - REACH, where.first)
    measure = next((m for m in before if m.kind == "length" and m.last == where.first), None)
    if where.role != "off" or measure is None:
        return where
    return replace(where, first=measure.first, offset_km=measure.value, specifies=True)


def _offset(
    document: Document, place: PlaceMention, first: int, end: int, bearing: float, floor: int
) -> Where | None:
    """Distance and direction before "of": the measure stands right before the direction."""
    lower = document.lower(first - 1)
    start = first - (lower in {"the", "due"})
    start -= document.lower(start - 1) == "to"
    before = within(document.measures, max(floor, start - REACH), start)
    measure = next((m for m in before if m.kind == "length" and m.last == start), None)
    inner = document.at("preposition", first - 2)
    if measure is None and document.lower(first - 1) == "the" and inner is not None and inner.value == "in":
        return Where(inner.first, end, (first, end), (place,), "in", "in")
    if measure is not None:
        words = (place.first, end)
        return Where(
            measure.first, end, words, (place,), "at", "offset", measure.value, bearing, specifies=True
        )
    return Where(start, end, (first, end), (place,), "off", "off", None, bearing, specifies=True)


def _shaped(document: Document, where: Where) -> Where:
    """Return the relation that the words around the name ask for."""
    place = where.anchors[0]
    words = [document.lower(i) for i in range(where.first, where.last)]
    if (
        where.role in {"at", "in", "from", "near"}
        and "area" in words[-1:]
        and place.toponym.place is not None
        and place.toponym.place.type in {"town", "base", "airport", "port"}
    ):
        return replace(where, relation="near")
    if where.role in {"in", "to", "off"} and beside(document, place):
        return replace(where, relation="off")
    if where.role == "from":
        before = within(document.measures, where.first - REACH, where.first)
        if any(m.kind == "length" and m.last == where.first for m in before):
            return replace(where, role="other")
    if where.role == "between":
        return replace(where, role="between", relation="between")
    return _away(document, where)
