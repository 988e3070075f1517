"""Distances from places that a text names: "80 km east of P", "19 nautical miles off the coast of Q".

Units are those of `data/vocabulary/units.csv`, directions those of `directions.csv` there, the words between
them and the name those of `data/checks/distances.csv`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from sitmap import resources, units
from sitmap.checks import figure, reading
from sitmap.checks.case import Case
from sitmap.checks.figure import Figure
from sitmap.model import Claim, Place

#: How far before a name the words of a distance may start, in characters.
_REACH = 110


@dataclass(frozen=True, slots=True)
class Measured:
    """A distance from a place.

    Parameters
    ----------
    start, end : int
        Where it stands, up to the end of the name.
    far : Figure
        In km.
    bearing_deg : float or None
        Direction from the place; None when the words name none.
    place : Place
        It is sure which one.
    is_off : bool
        The words say "off" it: at sea.
    """

    start: int
    end: int
    far: Figure
    bearing_deg: float | None
    place: Place
    is_off: bool = False


def distances(case: Case, report_id: str, start: int = 0, end: int | None = None) -> Iterator[Measured]:
    """Read the distances of a passage that start from a place of which it is sure which one is meant.

    Parameters
    ----------
    case : Case
        With the texts and the names of their places.
    report_id : str
        The report.
    start, end : int
        The passage; to the end of the text when None.

    Yields
    ------
    Measured
        In the order of the text.
    """
    text = case.text(report_id)
    for name, place in case.naming.sure(report_id, start, end):
        opens = max(start, name.span.start - _REACH)
        match = _before_name().search(text[opens : name.span.start])
        # "50 km north to P" tells of a way and not of where P lies.
        if match is not None and not (match["direction"] and match["of"].lower() == "to"):
            at = opens + match.start()
            direction = " ".join((match["direction"] or "").lower().split())
            bearing = _bearings().get(direction)
            is_off = match["of"].lower() == "off"
            yield Measured(at, name.span.end, _figure(text, opens, match), bearing, place, is_off)


def moved(case: Case, claim: Claim, told: Measured) -> Claim:
    """Put a claim where a distance of its report puts it, drawn as if its own words told so."""
    there = replace(claim, relation="offset", offset_km=told.far.value, offset_deg=told.bearing_deg)
    if told.bearing_deg is None:
        there = replace(there, relation="off")
    return replace(there, location=case.naming.relocate(there, told.place))


def figure_of(text: str, match: re.Match[str]) -> Figure:
    """Read the length of a match that has it in groups `number` and `unit`, or `number2` and `unit2`."""
    which = "" if match["number"] else "2"
    value = float(match[f"number{which}"].replace(",", ""))
    factor = lengths()[" ".join(match[f"unit{which}"].lower().split())]
    bound = figure.bound_before(text, match.start(f"number{which}"))
    return Figure(round(value * factor, 1), units.rounding(value) * factor, bound)


def _figure(text: str, opens: int, match: re.Match[str]) -> Figure:
    number = float(match["number"].replace(",", ""))
    factor = lengths()[" ".join(match["unit"].lower().split())]
    bound = figure.bound_before(text, opens + match.start("number"))
    return Figure(round(number * factor, 1), units.rounding(number) * factor, bound)


@cache
def lengths() -> dict[str, float]:
    """Kilometres of each unit of length; not of "m", which may be metres, miles or millions, nor of feet."""
    rows = resources.rows(resources.data("vocabulary", "units.csv"))
    told = ((word, row) for row in rows if row["kind"] == "length" for word in row["words"].split("|"))
    return {word: float(row["factor"]) for word, row in told if len(word) > 1 and float(row["factor"]) >= 1}


@cache
def _bearings() -> dict[str, float]:
    """Bearing of each word of direction."""
    rows = resources.rows(resources.data("vocabulary", "directions.csv"))
    return {word: float(row["bearing"]) for row in rows for word in row["words"].split("|")}


def amount() -> str:
    """Pattern of a length in figures, its groups named `number` and `unit`."""
    number = r"(?<![\w.,-])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    return rf"{number}(?:\s|-)?(?P<unit>{reading.alternatives(lengths())})\b"


@cache
def _before_name() -> re.Pattern[str]:
    """Match a distance that ends right before a name."""
    words = reading.roles("distances.csv")
    other = r"(?:,?\s(?:\([^()]{1,40}\)|or\s[^,.;]{1,30},))?"
    points = reading.alternatives(_bearings())
    away = r"(?:\s(?:away|out|offshore|inland))?"
    side = rf"{away}(?:,?\s(?:due\s)?(?:to\s)?(?:the\s)?(?P<direction>{points}))?"
    edge = rf"(?:the\s)?(?:\w+\s)?(?:{reading.alternatives(words['edge'])})\s(?:of\s)?"
    return re.compile(
        rf"{amount()}{other}{side}(?:\s(?:away|out))?\s(?P<of>{reading.alternatives(words['of'])})\s"
        rf"(?:{edge})?(?:the\s)?$",
        re.IGNORECASE,
    )
