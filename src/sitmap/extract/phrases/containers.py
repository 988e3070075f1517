"""The areas that a report says a place lies in: "Jericho, in the West Bank", "Izmail, a port in Odesa"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sitmap.extract.text.document import within
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.document import Document, PlaceMention
    from sitmap.model import Span

#: How many words on the next area may be named: ", a port city in the southern Russian province of".
_REACH = 11
#: Words that may stand between an owner and what it has: "Russia's southern Volgograd Oblast".
_DESCRIBED = 1


def said(document: Document, where: Where) -> Iterator[Span]:
    """Find the areas that the words put a place in.

    Parameters
    ----------
    document : Document
        The report taken apart.
    where : Where
        The place.

    Yields
    ------
    Span
        Of each area's toponym, the nearest first: what stands behind the place, then what owns it.
    """
    first, end = where.words
    named = where.anchors[0] if where.anchors else None
    if named is not None and named.last <= first:
        # "Engels air base in Saratov Oblast was hit. At the base": it was said where it was named.
        first, end = named.first, named.last
    for place in within(document.places, end, end + _REACH):
        opening = " ".join(document.lowers(end, place.first))
        if not _opens().fullmatch(opening) or _does_something(document, place):
            break
        if opening.startswith(",") and _has_its_own(document, place):
            break
        area = _owned(document, place) if document.lower(place.last) == "'s" else place
        if area is None:
            break
        yield area.toponym.span
        end = area.last + (document.lower(area.last) == ")")
    owner = _division_before(document, first)
    if owner is not None:
        yield owner.toponym.span


def _does_something(document: Document, place: PlaceMention) -> bool:
    """Whether a name is a speaker's or the subject of a verb: "At Cincu, France exercises a brigade"."""
    verb = document.at("verb", place.last)
    present = verb is not None and document.lower(place.last).endswith("s")
    return present or document.at("speaker", place.last) is not None


def _has_its_own(document: Document, place: PlaceMention) -> bool:
    """Whether a name behind a comma opens a phrase of its own.

    A list leaves the verb out, "at Tapa in Estonia, Canada some 2,000 at Adazi", and a state may name a
    speaker: "near Wonsan, the U.S. Pacific Command said".
    """
    end = place.last
    named = document.text_at(end)[:1].isupper() and not document.is_day(end)
    return (
        named or document.count_at(end) is not None or document.lower(end) in words("containment", "counting")
    )


def _owned(document: Document, owner: PlaceMention) -> PlaceMention | None:
    """Find the division behind a state that has it: "in Iraq's Basra province"."""
    after = owner.last + 1
    return next(iter(within(document.places, after, after + _DESCRIBED + 1)), None)


def _division_before(document: Document, first: int) -> PlaceMention | None:
    """Find the division that a town is said to be of, "Volgograd Oblast's Engels"; states own land abroad."""
    before = document.place_at(first - 2) if document.lower(first - 1) == "'s" else None
    found = before.toponym.place if before is not None else None
    return before if found is not None and found.type == "admin1" else None


@cache
def _opens() -> re.Pattern[str]:
    """Match the words between a place and the area that it is said to lie in."""
    spots = "|".join(sorted(words("place", "settlements") | words("place", "spots")))
    kinds = "|".join(sorted(words("containment", "divisions")))
    lying = "|".join(sorted(words("containment", "lying")))
    described = rf", (?:a|an|the)(?: [\w-]+){{0,3}} (?:{spots})(?: [\w-]+)? in"
    lies = rf"(?:, )?(?:which )?(?:{lying}) in"
    return re.compile(
        rf"(?:,|\(|(?:, )?in|{lies}|{described})(?: the)?(?:(?: [\w-]+){{0,2}} (?:{kinds}) of(?: the)?)?"
    )
