"""Places that a text puts in an area where no claim stands: "Gwadar, a port in Sindh province"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from sitmap.checks import reading
from sitmap.checks.case import Case
from sitmap.model import Claim, Containment, Location, Place

#: Types of place that lie in an area, and of areas with a border of their own.
_PLACES = frozenset({"town", "base", "airport", "launch-site", "port", "facility", "reef"})
_AREAS = frozenset({"admin1", "country", "island"})


#: Least size of a place whose name is likely no other's, km: villages share theirs; and where a claim is.
_KNOWN_KM, _CLAIMED_KM = 2.0, 1.0


@dataclass(frozen=True, slots=True)
class Apposed:
    """A place and the area that the words behind it put it in."""

    start: int
    place: Place
    where: Location
    said: Containment


def places(case: Case, report_id: str) -> Iterator[Apposed]:
    """Read the places of a report that its words put in an area.

    Parameters
    ----------
    case : Case
        With the texts and the names of their places.
    report_id : str
        The report.

    Yields
    ------
    Apposed
        In the order of the text; not the items of a list, "in P, in Q region and in R".
    """
    text = case.text(report_id)
    claimed = {
        c.location.place.place_id for c in case.by_report[report_id] if c.location and c.location.place
    }
    for (name, place), (outer, area) in pairwise(case.naming.sure(report_id)):
        least = _CLAIMED_KM if place.place_id in claimed else _KNOWN_KM
        is_pair = place.type in _PLACES and place.extent_km >= least and area.type in _AREAS
        if not is_pair or _joins().fullmatch(text, name.span.end, outer.span.start) is None:
            continue
        if _listed().match(text, outer.span.end):
            continue
        said = case.naming.containment(place, area)
        if said is not None:
            where = Location(place=place, score=name.score, alternatives=name.alternatives)
            yield Apposed(name.span.start, place, where, said)


def is_listed(case: Case, claim: Claim, area: Place) -> bool:
    """Whether the area behind the place of a claim is another item of a list that the place is of.

    "In P, in Q region and in R", "from P, Q and R".
    """
    text, start = case.text(claim.report_id), claim.place_span.end if claim.place_span else claim.quote_end
    names = case.naming.toponyms.get(claim.report_id, ())
    behind = [name.span for name in names if name.span.start >= start and _is_at(name.place, area)]
    if not behind:
        return False
    first = min(behind)
    bare = _BARE_LIST.fullmatch(text, start, first.start) and _MORE.match(text, first.end)
    return bare is not None or _listed().match(text, first.end) is not None


def _is_at(place: Place | None, area: Place) -> bool:
    return place is not None and place.place_id == area.place_id


#: Names with commas between, and what goes on a list behind one.
_BARE_LIST = re.compile(r"(?:,\s[A-Z][\w\u2019'-]+(?:\s[A-Z][\w\u2019'-]+)?)*,\s")
_MORE = re.compile(r"(?:,|\sand|,\sand|\sor)\s[A-Z]")


@cache
def _joins() -> re.Pattern[str]:
    """Match what puts a place in the area behind it."""
    lies = reading.alternatives(reading.roles("distances.csv")["lies"])
    described = r"(?:an?|the)\s(?:(?!and\b|but\b|in\b)[\w\u2019'-]+\s){1,6}?"
    # "Is a town of about 9,500 people on": what a place is, no other tie to an area.
    settled = reading.alternatives(reading.roles("distances.csv")["settled"])
    what = rf"(?:an?|the)\s(?:[\w-]+\s){{0,3}}?(?:{settled})(?:\s(?:of|with)\s[\w,\s-]{{1,40}}?)?"
    return re.compile(
        rf"(?:,?\sin|,?\s(?:{lies})\sin|,?\s(?:one|part)\sof|,\s{described}(?:in|of)|,?\s(?:is|was)\s{what}\s(?:in|on)"
        r"|\s\((?:in\s)?)\s?(?:the\s)?(?:(?:island|province|region|state|governorate|oblast|district|department)\sof\s)?",
        re.IGNORECASE,
    )


@cache
def _listed() -> re.Pattern[str]:
    """Match what makes a place and an area two items of a list."""
    return re.compile(r"(?:\s[a-z]+)?,?\s(?:and|or|as\swell\sas)\sin\b|,\sin\b", re.IGNORECASE)
