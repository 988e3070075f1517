"""Which fields of a claim a reader may give, and what each may hold."""

import math
import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, get_args
from zoneinfo import available_timezones

from sitmap import model
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


class _ValueError(Exception):
    """What a value should have been."""


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


def _one_of(words: tuple[str, ...]) -> Callable[[object], None]:
    def test(value: object) -> None:
        if value not in words:
            raise _ValueError(f"one of {', '.join(word or repr('') for word in words)}")

    return test


def _count(value: object) -> None:
    whole = isinstance(value, int) and not isinstance(value, bool)
    if value is not None and not (whole and 0 <= value <= _MAX_COUNT):  # type: ignore[operator]  # `whole` says that it is an int
        raise _ValueError(f"a whole number of 0 to {_MAX_COUNT:,}, or null")


def _number(most: float, *, optional: bool = True) -> Callable[[object], None]:
    def test(value: object) -> None:
        if value is None and optional:
            return
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= most:
            raise _ValueError(f"a number of 0 to {most:,.0f}" + (", or null" if optional else ""))
        if not math.isfinite(value):
            raise _ValueError("a finite number")

    return test


def _day(value: object) -> None:
    words = _text(value)
    try:
        sound = not words or date.fromisoformat(words).isoformat() == words
    except ValueError:
        sound = False
    if not sound:
        raise _ValueError("a day, YYYY-MM-DD, or ''")


def _pattern(pattern: re.Pattern[str], words: str) -> Callable[[object], None]:
    def test(value: object) -> None:
        if value != "" and not pattern.fullmatch(_text(value)):
            raise _ValueError(f"{words}, or ''")

    return test


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _tz(value: object) -> None:
    if value != "" and _text(value) not in _zones():
        raise _ValueError("a time zone like Asia/Tokyo, or ''")


def _bool(value: object) -> None:
    if not isinstance(value, bool):
        raise _ValueError("true or false")


#: What a reader may give, and the test of each. What the report says of itself, the passage and the ids
#: are no reader's to change: a claim on other words is added, and the wrong one rejected.
EDITABLE: Mapping[str, Callable[[object], object]] = {
    "kind": _one_of(model.KINDS),
    "summary": _text,
    "event_id": _text,
    "actor": _text,
    "asset": _text,
    "designation": _text,
    "count_min": _count,
    "count_max": _count,
    "count_text": _text,
    "status": _one_of(get_args(model.Status)),
    "stance": _one_of(get_args(model.Stance)),
    "certainty": _one_of(get_args(model.Certainty)),
    "source": _text,
    "date": _day,
    "date_end": _day,
    "date_text": _text,
    "time": _pattern(_TIME, "a time, HH:MM"),
    "tz": _tz,
    "range_km": _number(_MAX_DISTANCE_KM),
    "apogee_km": _number(_MAX_APOGEE_KM),
    "flight_min": _number(_MAX_FLIGHT_MIN),
    "bearing_deg": _number(360.0),
    "zone_claim": _pattern(_ZONE_CLAIM, "a claim like outside:JPN-EEZ"),
    "background": _bool,
    "place_text": _text,
    "relation": _one_of(get_args(model.Relation)),
    "offset_km": _number(_MAX_DISTANCE_KM),
    "offset_deg": _number(360.0),
}
_TESTS = {**EDITABLE, "uncertainty_km": _number(_MAX_RADIUS_KM, optional=False)}


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
    test = _TESTS.get(name)
    if test is None:
        return f"{shown(name)} is no field that a reader may give; there are {', '.join(EDITABLE)}"
    try:
        test(value)
    except _ValueError as fault:
        return f"{name} {shown(value)} must be {fault}"
    return ""


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
