"""Places that a text puts in an area where no claim stands: "Gwadar, a port in Sindh province"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from sitmap.checks import reading
from sitmap.checks.case import Case
from sitmap.model import Containment, Location, Place

#: Types of place that lie in an area, and of areas with a border of their own.
_PLACES = frozenset({"town", "base", "airport", "launch-site", "port", "facility"})
_AREAS = frozenset({"admin1", "country"})


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
    for (name, place), (outer, area) in pairwise(case.naming.sure(report_id)):
        is_pair = place.type in _PLACES and area.type in _AREAS
        if not is_pair or _joins().fullmatch(text, name.span.end, outer.span.start) is None:
            continue
        if _listed().match(text, outer.span.end):
            continue
        said = case.naming.containment(place, area)
        if said is not None:
            where = Location(place=place, score=name.score, alternatives=name.alternatives)
            yield Apposed(name.span.start, place, where, said)


@cache
def _joins() -> re.Pattern[str]:
    """Match what puts a place in the area behind it."""
    lies = reading.alternatives(reading.roles("distances.csv")["lies"])
    described = r"(?:an?|the)\s(?:(?!and\b|but\b|in\b)[\w\u2019'-]+\s){1,6}?"
    return re.compile(
        rf"(?:\sin|,?\s(?:{lies})\sin|,\s{described}(?:in|of)|\s\((?:in\s)?)\s?(?:the\s)?"
        r"(?:(?:province|region|state|governorate|oblast|district|department)\sof\s)?",
        re.IGNORECASE,
    )


@cache
def _listed() -> re.Pattern[str]:
    """Match what makes a place and an area two items of a list."""
    return re.compile(r"(?:\s[a-z]+)?,?\s(?:and|or|as\swell\sas)\sin\b|,\sin\b", re.IGNORECASE)
