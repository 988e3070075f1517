"""Words that point back to a place: "there", "the same cape", "off its coast"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sitmap.extract.text.mentions import Mention
    from sitmap.model import Relation

from sitmap.extract.phrases.where import COAST, GROUND, REACH, RELATIONS, Where
from sitmap.extract.text.document import Document, within
from sitmap.extract.text.entries import Actor
from sitmap.extract.text.vocabulary import words

_OWNERS = frozenset({"the", "its", "her", "his", "their", "that", "this"})
#: Types that adjectives only describe; "the power station" and "the front line" are other things.
_WIDE = frozenset({"country", "admin1", "area", "town", "island", "sea", "reef", "mountains"})
_DETERMINERS = frozenset({"the", "that", "this"})
_ADJECTIVES = 4
_ELSEWHERE = words("place", "elsewhere")
#: Kinds of mention, and other words, that may point back.
_KINDS = ("reference", "facility")
_POINTERS = COAST | GROUND | {"there", "it", "them"}
_COMPOUNDING = frozenset({"state"})


def references(document: Document, first: int, last: int) -> list[Where]:
    """Phrases that point back to a place: "there", "the same cape", "the island"; their anchors are open.

    Parameters
    ----------
    document : Document
        The report taken apart.
    first, last : int
        Range of tokens.

    Returns
    -------
    list of Where
        `anchors` is empty.
    """
    found: list[Where] = []
    starts = {m.first for kind in _KINDS for m in document.mentions.within(kind, first, last)}
    starts |= {index for index, word in enumerate(document.lowers(first, last), first) if word in _POINTERS}
    for index in sorted(starts):
        lower = document.lower(index)
        if lower == "there" and not _is_no_place(document, index):
            found.append(Where(index, index + 1, (index, index + 1), (), "in", "in"))
        turned = document.at("direction", index - 2) if lower in {"it", "them"} else None
        if turned is not None and document.lower(index - 1) == "of":
            found += _away(document, turned, index, index + 1)
        found += _coast(document, index, first)
        found += _ground(document, index, first)
        spot = _spot(document, index)
        if spot is not None:
            found.append(spot)
            continue
        mention = document.mentions.starting("reference", index)
        if mention is None or document.place_at(index) is not None:
            continue
        found += _noun(document, mention)
    return found


def _is_no_place(document: Document, index: int) -> bool:
    """Whether "there" only opens a sentence, or tells what for: "there are", "it is not there to fight"."""
    purpose = (document.lower(index - 1), document.lower(index + 1)) == ("not", "to")
    return purpose or document.lower(index + 1) in {"is", "are", "was", "were", "has", "have"}


def _noun(document: Document, mention: Mention) -> list[Where]:
    """Read "in the city", "at the same base", "in the strife-torn state", "in the east of the country"."""
    wide = _WIDE.issuperset(str(mention.value).split("|"))
    start = _determined(document, mention.first, _ADJECTIVES if wide else 1)
    if start is None or document.lower(mention.last) == "of" or not _stands_alone(document, mention):
        return []
    bearing = document.at("direction", start - 2) if document.lower(start - 1) == "of" else None
    if bearing is not None:
        inner = document.at("preposition", bearing.first - 2)
        if document.lower(bearing.first - 1) != "the" or inner is None or inner.value != "in":
            return _away(document, bearing, start, mention.last)
        return [Where(inner.first, mention.last, (bearing.first - 1, mention.last), (), "in", "in")]
    prep = document.at("preposition", start - 1)
    role = str(prep.value) if prep else ""
    if role == "other":
        return []
    begin = prep.first if prep else start
    return [Where(begin, mention.last, (start, mention.last), (), role, RELATIONS[role])]


def _determined(document: Document, index: int, reach: int) -> int | None:
    """Token of the article of a noun, back over words that only describe it; None for "another island"."""
    owner = document.at("actor", index - 2) if document.lower(index - 1) == "'s" else None
    if owner is not None:
        # "Somalia's capital".
        return owner.first
    at = index - 1 - (document.lower(index - 1) == "same")
    people = document.at("actor", at)
    if people is not None and isinstance(people.value, Actor) and people.value.role == "demonym":
        # "The Somali capital".
        at = people.first - 1
    floor = max(index - reach, -1)
    while at > floor and document.lower(at) not in _DETERMINERS:
        plain = document.tokens[at].text.islower() and document.lower(at) not in _ELSEWHERE
        if not plain or document.at("preposition", at) or document.at("verb", at):
            return None
        at -= 1
    return at if document.lower(at) in _DETERMINERS else None


def _stands_alone(document: Document, mention: Mention) -> bool:
    """Whether "the state" is a place, and not what the state has: "the state media", "the country's EEZ"."""
    if document.lower(mention.last) == "'s" and _has_own(document, mention.last + 1):
        return False
    if document.lower(mention.last - 1) not in _COMPOUNDING:
        return True
    after = mention.last
    kinds = ("preposition", "verb", "weekday")
    return not document.lower(after).isalpha() or any(document.at(kind, after) for kind in kinds)


def _has_own(document: Document, index: int) -> bool:
    """Whether what a state has follows: its zone, or its coast, which is read as that."""
    coast = index + (document.at("direction", index) is not None)
    return document.at("zone", index) is not None or document.lower(coast) in COAST - {"waters"}


def _spot(document: Document, index: int) -> Where | None:
    """Read "behind the runway", "in the boat basin", "at her pier": a part of the place spoken of."""
    part = document.mentions.starting("facility", index)
    if part is None or document.mentions.starting("reference", index) or document.place_at(index):
        return None
    start = index - 1
    while (
        start > max(index - _ADJECTIVES, -1)
        and document.tokens[start].text.islower()
        and not document.at("preposition", start)
    ):
        if document.lower(start) in _OWNERS:
            break
        start -= 1
    prep = document.at("preposition", start - 1)
    named = document.at("preposition", part.last) is not None or document.place_at(part.last) is not None
    if document.lower(start) not in _OWNERS or prep is None or prep.value == "other" or named:
        return None
    role = str(prep.value)
    role = "at" if role == "via" else role
    return Where(prep.first, part.last, (start, part.last), (), role, RELATIONS[role])


def _away(document: Document, bearing: Mention, start: int, end: int) -> list[Where]:
    """Read "1,180 km east of the same cape", "in waters north, south and east of the island"."""
    first = bearing.first - (document.lower(bearing.first - 1) in {"the", "due"})
    degrees = float(str(bearing.value))
    before = within(document.measures, max(first - REACH, 0), first)
    measure = next((m for m in before if m.kind == "length" and m.last == first), None)
    if measure is not None:
        words = (start, end)
        return [Where(measure.first, end, words, (), "at", "offset", measure.value, degrees)]
    all_degrees = [degrees]
    at = first - 1
    while document.lower(at) in {",", "and"} and (other := document.at("direction", at - 1)) is not None:
        all_degrees.insert(0, float(str(other.value)))
        first, at = other.first, other.first - 1
    return [
        Where(first, end, (first, end), (), "off", "off", None, each, group=-first) for each in all_degrees
    ]


def _ground(document: Document, index: int, floor: int) -> list[Where]:
    """Read "on its territory": all that the state has that acts."""
    if document.lower(index) not in GROUND or document.lower(index - 1) not in {"its", "their"}:
        return []
    prep = document.at("preposition", index - 2)
    if prep is None or prep.value == "other" or prep.first < floor:
        return []
    role = str(prep.value)
    return [Where(prep.first, index + 1, (index - 1, index + 1), (), role, RELATIONS[role])]


def _coast(document: Document, index: int, floor: int) -> list[Where]:
    """Read "off its east coast": the coast of the state that acts."""
    if document.lower(index) not in COAST or document.lower(index) == "waters":
        return []
    bearing = document.at("direction", index - 1)
    start = bearing.first if bearing is not None else index
    if document.lower(start - 1) in {"its", "their"}:
        start -= 1
    elif (
        document.lower(start - 1) == "'s"
        and document.at("reference", start - 2)
        and document.lower(start - 3) == "the"
    ):
        start -= 3
    else:
        return []
    prep = document.at("preposition", start - 1)
    if prep is None or prep.value == "other" or start <= floor:
        return []
    role = str(prep.value)
    degrees = float(str(bearing.value)) if bearing is not None else None
    relation: Relation = "from" if role == "from" else "off"
    return [
        Where(
            prep.first,
            index + 1,
            (start, index + 1),
            (),
            role,
            relation,
            None,
            degrees,
            group=-index,
        )
    ]
