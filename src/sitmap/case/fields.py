"""Which fields of a claim a reader may give, and what each may hold."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, get_args
from zoneinfo import available_timezones

from sitmap import model, resources
from sitmap.errors import CaseError
from sitmap.model import Claim

_MAX_TEXT = 2000
_MAX_COUNT = 10**9
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_ZONE_CLAIM = re.compile(r"(inside|outside):[A-Z]{3}-(EEZ|TS|CZ)")
#: Half of the Earth's circumference, rounded up: no distance on it is longer.
_MAX_DISTANCE_KM = 20_040.0
_MAX_RADIUS_KM = 10_000.0
_MAX_APOGEE_KM = 400_000.0
_MAX_FLIGHT_MIN = 14_400.0


#: How a form asks for a field: one of some words, a line of text, a whole number, a number, a day, a time
#: of the day, yes or no.
Input = Literal["choice", "text", "count", "number", "day", "time", "tick"]


class _ValueError(Exception):
    """What a value should have been, and what stands for none, "" where there must be one."""

    def __init__(self, wanted: str, none: str = "") -> None:
        super().__init__(f"{wanted}, or {none}" if none else wanted)
        self.wanted, self.none = wanted, none


@dataclass(frozen=True, slots=True)
class Field:
    """A field that a reader may give.

    Parameters
    ----------
    input : str
        How a form asks for it.
    test : callable
        Raises when a value is none for it.
    choices : tuple of str
        All values that it may have; () where they cannot be listed.
    """

    input: Input
    test: Callable[[object], object]
    choices: tuple[str, ...] = ()


def text(value: object, name: str) -> str:
    """One text of a reader.

    Raises
    ------
    CaseError
        If it is not text, or too long to be a field.
    """
    try:
        return _text(value)
    except _ValueError as fault:
        raise CaseError(f"{name} {shown(value)} must be {fault}") from None


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _MAX_TEXT:
        raise _ValueError(f"text of at most {_MAX_TEXT:,} characters")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise _ValueError("text that UTF-8 can hold") from None
    if "\0" in value:
        raise _ValueError("text without NUL")
    return value


def _one_of(words: tuple[str, ...]) -> Field:
    def test(value: object) -> None:
        if value not in words:
            raise _ValueError(f"one of {', '.join(filter(None, words))}", "''" if "" in words else "")

    return Field("choice", test, words)


def _count(value: object) -> None:
    whole = isinstance(value, int) and not isinstance(value, bool)
    if value is not None and not (whole and 0 <= value <= _MAX_COUNT):  # type: ignore[operator]  # `whole` says that it is an int
        raise _ValueError(f"a whole number of 0 to {_MAX_COUNT:,}", "null")


def _number(most: float, *, optional: bool = True) -> Field:
    def test(value: object) -> None:
        if value is None and optional:
            return
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= most:
            raise _ValueError(f"a number of 0 to {most:,.0f}", "null" if optional else "")
        if not math.isfinite(value):
            raise _ValueError("a finite number")

    return Field("number", test)


def _day(value: object) -> None:
    words = _text(value)
    try:
        sound = not words or date.fromisoformat(words).isoformat() == words
    except ValueError:
        sound = False
    if not sound:
        raise _ValueError("a day, YYYY-MM-DD", "''")


def _pattern(pattern: re.Pattern[str], words: str) -> Callable[[object], None]:
    def test(value: object) -> None:
        if value != "" and not pattern.fullmatch(_text(value)):
            raise _ValueError(words, "''")

    return test


@cache
def assets() -> Mapping[str, tuple[str, ...]]:
    """Kinds of claim that tell of each kind of force or weapon."""
    table = resources.rows(resources.data("vocabulary", "assets.csv"))
    return {row["asset"]: tuple(row["kinds"].split("|")) for row in table}


def _asset(value: object) -> None:
    if value != "" and value not in assets():
        raise _ValueError(f"one of {', '.join(assets())}", "''")


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _tz(value: object) -> None:
    if value != "" and _text(value) not in _zones():
        raise _ValueError("a time zone like Asia/Tokyo", "''")


def _bool(value: object) -> None:
    if not isinstance(value, bool):
        raise _ValueError("true or false")


#: What a reader may give. What the report says of itself, the passage and the ids
#: are no reader's to change: a claim on other words is added, and the wrong one rejected.
EDITABLE: Mapping[str, Field] = {
    "kind": _one_of(model.KINDS),
    "summary": Field("text", _text),
    "event_id": Field("text", _text),
    "actor": Field("text", _text),
    "asset": Field("choice", _asset),
    "designation": Field("text", _text),
    "count_min": Field("count", _count),
    "count_max": Field("count", _count),
    "count_text": Field("text", _text),
    "status": _one_of(get_args(model.Status)),
    "stance": _one_of(get_args(model.Stance)),
    "certainty": _one_of(get_args(model.Certainty)),
    "source": Field("text", _text),
    "date": Field("day", _day),
    "date_end": Field("day", _day),
    "date_text": Field("text", _text),
    "time": Field("time", _pattern(_TIME, "a time, HH:MM")),
    "tz": Field("text", _tz),
    "range_km": _number(_MAX_DISTANCE_KM),
    "apogee_km": _number(_MAX_APOGEE_KM),
    "flight_min": _number(_MAX_FLIGHT_MIN),
    "bearing_deg": _number(360.0),
    "zone_claim": Field("text", _pattern(_ZONE_CLAIM, "a claim like outside:JPN-EEZ")),
    "background": Field("tick", _bool),
    "place_text": Field("text", _text),
    "relation": _one_of(get_args(model.Relation)),
    "offset_km": _number(_MAX_DISTANCE_KM),
    "offset_deg": _number(360.0),
}
_ALL = {**EDITABLE, "uncertainty_km": _number(_MAX_RADIUS_KM, optional=False)}


def check(changes: Mapping[str, Any], claim: Claim | None = None) -> None:
    """See that values are ones that their fields may hold.

    Parameters
    ----------
    changes : mapping of str to value
        By field.
    claim : Claim, optional
        What they would change, for bounds that must fit each other.

    Raises
    ------
    CaseError
        Names every fault at once.
    """
    faults = [fault for name, value in changes.items() if (fault := _fault(name, value))]
    if not faults:
        faults = _disorder(changes, claim)
    if faults:
        raise CaseError("; ".join(faults))


def _fault(name: str, value: object) -> str:
    if name not in _ALL:
        return f"{shown(name)} is no field that a reader may give; there are {', '.join(EDITABLE)}"
    try:
        _ALL[name].test(value)
    except _ValueError as fault:
        return f"{name} {shown(value)} must be {fault}"
    return ""


def wanted(name: str, value: object) -> tuple[str, bool] | None:
    """Say what a value should have been, for a form.

    Parameters
    ----------
    name : str
        A field of `EDITABLE`, or `uncertainty_km`.
    value : object
        The value that is given.

    Returns
    -------
    tuple of str and bool, or None
        What it should be, and whether it may be empty; None when the value is one for its field.

    Raises
    ------
    KeyError
        If there is no such field.
    """
    try:
        _ALL[name].test(value)
    except _ValueError as fault:
        return fault.wanted, bool(fault.none)
    return None


def _disorder(changes: Mapping[str, Any], claim: Claim | None) -> list[str]:
    """Bounds that are the wrong way round, of which at least one is new."""
    faults = []
    for first, last in (("count_min", "count_max"), ("date", "date_end")):
        low, high = (changes.get(name, getattr(claim, name, None)) for name in (first, last))
        if (first in changes or last in changes) and low and high and low > high:
            faults.append(f"{first} {low} is greater than {last} {high}: change both")
    return faults


def shown(value: object) -> str:
    """Value as an error quotes it: escaped, on one line and short."""
    shown = repr(value)
    return ascii(value) if len(shown) < 60 else ascii(shown[:57] + "...")  # noqa: PLR2004 - a line of an error
