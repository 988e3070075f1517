"""Where a flight began or ended by the words right behind its distance: "2,200 miles to the range on P"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sitmap.checks import reading
from sitmap.checks.case import Case, Flight
from sitmap.model import Claim

#: How sure it must be which place the other end of a flight is.
_SURE = 0.6


def told(case: Case, flight: Flight) -> Flight:
    """Complete a flight with the places that its distance is told from and to.

    Parameters
    ----------
    case : Case
        With the texts and the names of their places.
    flight : Flight
        With a stated distance.

    Returns
    -------
    Flight
        With a launch or an impact where one was missing, or known by no more than a country or a sea.
    """
    for claim in flight.claims:
        for place, is_end in _named(case, claim):
            known = flight.impact if is_end else flight.launch
            other = flight.launch if is_end else flight.impact
            if (known is None or _is_wide(known)) and _is_sure(other):
                flight = replace(flight, impact=place) if is_end else replace(flight, launch=place)
    return flight


def _is_sure(claim: Claim | None) -> bool:
    """Whether the other end leaves little doubt: a place that was guessed would refute the one told.

    What a state fires it fires from its own ground, as a rule; elsewhere its name may be another place's.
    """
    where = claim.location if claim else None
    if claim is None or where is None or where.place is None:
        return True
    is_home = claim.kind != "launch" or claim.actor in {"", where.place.country}
    return is_home and where.score >= _SURE


def _is_wide(claim: Claim) -> bool:
    where = claim.location
    place = where.place if where else None
    return place is None or place.type in {"country", "sea"}


def _named(case: Case, claim: Claim) -> Iterator[tuple[Claim, bool]]:
    """Draw a claim at the place that its distance is told from or to, and say which of the two it is."""
    text = case.text(claim.report_id)
    for found in claim.evidence:
        if found.field != "range_km":
            continue
        _, closes = reading.sentence(text, found.span.start)
        for name, place in case.naming.sure(claim.report_id, found.span.end, closes):
            match = _way().fullmatch(text, found.span.end, name.span.start)
            if match is not None and place.type not in {"country", "sea"}:
                is_end = match["from"] is None
                there = replace(claim, relation="in", offset_km=None, offset_deg=None)
                there = replace(there, kind="impact") if is_end else replace(there, kind="launch")
                yield replace(there, location=case.naming.relocate(there, place)), is_end


@cache
def _way() -> re.Pattern[str]:
    """Match what stands between a distance and the place that it is told from or to."""
    to = reading.alternatives(reading.roles("distances.csv")["to"])
    way = r"(?:\s(?:away|eastward|westward|northward|southward|downrange|across\sthe\s[A-Z]\w+))?"
    inner = r"(?:the\s|an?\s)?(?:(?!and\b|but\b|from\b|to\b)[a-z-]+\s){0,5}?(?:the\s)?"
    return re.compile(rf"{way}\s(?:(?P<from>from)|{to})\s{inner}")
