"""A number that a report states, as surely as its words state it."""

import re
from dataclasses import dataclass
from functools import cache

from sitmap import resources, units
from sitmap.checks import words
from sitmap.model import Claim, Span, Variant

_UNITS_KM = (units.KM_PER_NAUTICAL_MILE, units.KM_PER_MILE)
# Extraction keeps a tenth of a kilometre, so a whole number of miles comes back to within this.
_WHOLE = 0.04
# So near to hundreds of miles, kilometres that are no hundreds may be converted: 4,200 miles as 6,760 km.
_CONVERTED_KM = 5.0
# How far before a number its "more than" may stand, in characters.
_REACH = 28
# How far before a number the "no" of its clause may stand, and what it makes of a bound.
_CLAUSE = 80
_DENIED = re.compile(r"\b(?:no|none\sof)\s(?!(?:fewer|less|more|later)\b)[^.,;:]*$", re.IGNORECASE)
_TURNED = {"least": "most", "most": "least"}
# A time told in hours alone, and the least that it then stands for either way, in minutes.
_HOURS = re.compile(r"\bh(?:ou)?rs?\b", re.IGNORECASE)
_MINUTES = re.compile(r"\bmin(?:ute)?s?\b", re.IGNORECASE)
_QUARTER = 15.0
# From here on hours are told more freely, minutes.
_LONG = 240.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated number.

    Parameters
    ----------
    value : float
        In km or minutes.
    half_step : float
        Half of the step to which it seems rounded.
    bound : str
        `least` ("more than 6,000"), `most` ("up to 6,000") or "".
    """

    value: float
    half_step: float
    bound: str = ""

    def gap(self, low: float, high: float) -> float:
        """Distance of an interval from what is stated, 0 when they meet.

        Parameters
        ----------
        low, high : float
            Ends of what was worked out.

        Returns
        -------
        float
            To the number, or to the side that the bound leaves open.
        """
        below = self.value - high if self.bound != "most" else 0.0
        above = low - self.value if self.bound != "least" else 0.0
        return max(below, above, 0.0)

    @property
    def text(self) -> str:
        """The number with its bound: "1,000", "at least 6,000", "up to 700"."""
        prefix = {"least": "at least ", "most": "up to "}.get(self.bound, "")
        return f"{prefix}{words.number(self.value)}"


def kilometres(value: float, bound: str = "") -> Figure:
    """Distance as stated; a whole number of nautical or statute miles is rounded as such."""
    for unit in _UNITS_KM if value != round(value) else ():
        if abs(value / unit - round(value / unit)) <= _WHOLE:
            return Figure(value, units.rounding(round(value / unit)) * unit, bound)
    return Figure(value, units.rounding(value), bound)


def nautical(stated: Figure) -> Figure | None:
    """Take a distance in miles as nautical ones: "miles" of a navy or an air force may be either.

    Parameters
    ----------
    stated : Figure
        In km.

    Returns
    -------
    Figure or None
        The same number of nautical miles, in km; None when it is no whole number of statute miles, nor, in
        round kilometres, one of hundreds of them.
    """
    miles = stated.value / units.KM_PER_MILE
    off = abs(miles - round(miles, -2)) * units.KM_PER_MILE
    converted = off <= _CONVERTED_KM and stated.value % 100 != 0
    if not converted and (stated.value == round(stated.value) or abs(miles - round(miles)) > _WHOLE):
        return None
    scale = units.KM_PER_NAUTICAL_MILE / units.KM_PER_MILE
    return Figure(stated.value * scale, stated.half_step * scale, stated.bound)


def minutes(value: float, bound: str = "", told: str = "") -> Figure:
    """Duration as stated.

    Parameters
    ----------
    value : float
        In minutes.
    bound : str
        As in `Figure`.
    told : str
        Its words, "" when they are not at hand.

    Returns
    -------
    Figure
        To the minute, or to 5, 10 or 30 minutes when it is a multiple of 5. Half hours told in hours alone
        ("nearly three hours", "an hour and a half") are good to a quarter of an hour, from four hours on to
        half an hour.
    """
    half_step = units.rounding(value) if value % 5 == 0 else 0.5
    if value % (2 * _QUARTER) == 0 and _HOURS.search(told) and not _MINUTES.search(told):
        half_step = max(half_step, _QUARTER if value < _LONG else 2 * _QUARTER)
    return Figure(value, half_step, bound)


def read(claim: Claim, name: str, text: str) -> Figure | None:
    """Read a number of a claim with its bound.

    Parameters
    ----------
    claim : Claim
        Any.
    name : str
        `range_km`, `apogee_km` or `flight_min`.
    text : str
        The report's text, "" when it is not at hand: then no bound is known.

    Returns
    -------
    Figure or None
        None when the claim does not state it, or states nothing above 0.
    """
    value: float | None = getattr(claim, name)
    if value is None or value <= 0:
        return None
    span = next((found.span for found in claim.evidence if found.field == name), None)
    return _figure(name, value, text, span)


def variant(told: Variant, text: str) -> Figure | None:
    """Read a number as one of several sources gives it, with its bound; None when it is not above 0."""
    if told.value <= 0:
        return None
    return _figure(told.field, told.value, text, told.span)


def _figure(name: str, value: float, text: str, span: Span | None) -> Figure:
    bound = "" if span is None else bound_before(text, span.start)
    if name != "flight_min":
        return kilometres(value, bound)
    return minutes(value, bound, "" if span is None else text[span.start : span.end])


def bound_before(text: str, start: int) -> str:
    """Bound in the words right before a number, or in its first words.

    Parameters
    ----------
    text : str
        A report's text.
    start : int
        Where the number's words start.

    Returns
    -------
    str
        `least`, `most` or "".
    """
    before = _pattern().search(text[max(0, start - _REACH) : start])
    at = _pattern(anchor="^").search(text[start : start + _REACH])
    found = at or before
    bound = _bounds().get(found[1].lower(), "") if found else ""
    # "No missile flew more than 300 km": none beyond is up to.
    return _TURNED.get(bound, "") if _DENIED.search(text, max(0, start - _CLAUSE), start) else bound


@cache
def _bounds() -> dict[str, str]:
    """Words of the table that bound a number, without those that only round it."""
    rows = resources.rows(resources.data("vocabulary", "bounds.csv"))
    bounds = (row for row in rows if row["bound"] in {"least", "most"})
    return {word: row["bound"] for row in bounds for word in row["words"].split("|")}


@cache
def _pattern(anchor: str = "$") -> re.Pattern[str]:
    phrases = "|".join(sorted(map(re.escape, _bounds()), key=len, reverse=True))
    if anchor == "^":
        return re.compile(rf"^({phrases})\s", re.IGNORECASE)
    return re.compile(rf"\b({phrases})\s+(?:a\s|an\s|some\s|about\s)?$", re.IGNORECASE)
