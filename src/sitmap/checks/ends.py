"""Where a flight began or ended by the words right behind its distance: "2,200 miles to the range on P"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sitmap.checks import reading
from sitmap.checks.case import Case, Flight
from sitmap.model import Claim


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
            if known is None or _is_wide(known):
                flight = replace(flight, **{"impact" if is_end else "launch": place})
    return flight


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
                kind = "launch" if match["from"] else "impact"
                there = replace(claim, kind=kind, relation="in", offset_km=None, offset_deg=None)
                yield replace(there, location=case.naming.relocate(there, place)), kind == "impact"


@cache
def _way() -> re.Pattern[str]:
    """Match what stands between a distance and the place that it is told from or to."""
    to = reading.alternatives(reading.roles("distances.csv")["to"])
    way = r"(?:\s(?:away|eastward|westward|northward|southward|downrange|across\sthe\s[A-Z]\w+))?"
    inner = r"(?:the\s|an?\s)?(?:(?!and\b|but\b|from\b|to\b)[a-z-]+\s){0,5}?(?:the\s)?"
    return re.compile(rf"{way}\s(?:(?P<from>from)|{to})\s{inner}")
