"""`calendar`: one moment told by the clocks of two time zones.

Method: the time of a claim in its zone against the time that brackets behind it give in a zone by name, "at
8:24 a.m. (2324 GMT)" (`data/vocabulary/timezones.csv`), with the offsets of that day, or of the day of the
report where none is told, in the IANA time zone database.
Tolerance: none; both clocks show one moment.
Limits: where no words name the first zone it is the reader's guess, or that of the state the place lies in;
a difference that suits the longitude of the place is then taken for another zone than the guessed one and
not doubted. Of days in the brackets only the weekday is looked at.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from sitmap import resources
from sitmap.checks import clock, reading, words
from sitmap.checks.case import Case
from sitmap.checks.judgement import Judgement
from sitmap.model import Claim

#: How far behind a clock time its brackets may open, in characters: "8:24 a.m. on Monday (".
_REACH = 40
_HALF_DAY, _DAY_MIN, _HOUR_MIN = 12, 24 * 60, 60
#: Degrees of longitude that the sun takes an hour for, and how far zones lie from it at most, hours.
_DEG_HOUR, _FROM_SUN = 15.0, 2.0


def judge(case: Case) -> Iterable[Judgement]:
    """Judge each clock time that brackets give in another zone.

    Parameters
    ----------
    case : Case
        The claims, with the texts of their reports.

    Yields
    ------
    Judgement
        In minutes; none where the clocks agree.
    """
    for claim in case.claims:
        read = [found.span.end for found in claim.evidence if found.field == "time"]
        match = _brackets().match(case.text(claim.report_id), read[0]) if read else None
        other = _time(match) if match else None
        # Both clocks show one moment of any day; that of the report has its summer time or not.
        told = replace(claim, tz=claim.tz or _zone_there(claim), date=claim.date or claim.published)
        when = clock.moment(told)
        if match is not None and other is not None and when is not None:
            yield from _judge(told, match, other, when)


def _zone_there(claim: Claim) -> str:
    """Time zone of the state that a claim lies in, "" where it is not known."""
    place = claim.location.place if claim.location else None
    return _zones().get(place.country, "") if place else ""


@cache
def _zones() -> dict[str, str]:
    rows = resources.rows(resources.data("vocabulary", "actors.csv"))
    return {row["actor"]: row["timezone"] for row in rows if row["kind"] == "state" and row["timezone"]}


def _judge(claim: Claim, match: re.Match[str], minutes: int, when: datetime) -> Iterable[Judgement]:
    there = when.astimezone(ZoneInfo(reading.time_zones()[_line(match["zone"]).lower()]))
    apart = _apart(minutes - there.hour * _HOUR_MIN - there.minute)
    yield from _day(claim, match, (when, there)) if apart == 0 else ()
    if apart == 0 or (not _names_zone(claim) and _suits_sun(claim, when, apart)):
        return
    told = f"{minutes // _HOUR_MIN:02}:{minutes % _HOUR_MIN:02}"
    yield Judgement(
        claims=(claim,),
        verdict="inconsistent",
        stated=told,
        computed=f"{there:%H:%M}",
        unit="min",
        margin=float(abs(apart)),
        tolerance=0.0,
        topic=f"clock {match.start()}",
        explanation=f"{words.clock(claim)} is {there:%H:%M} {_line(match['zone'])}, not {told}.",
    )


def _day(claim: Claim, match: re.Match[str], moments: tuple[datetime, datetime]) -> Iterable[Judgement]:
    """Judge the weekday that brackets give with a time, against the one told before them."""
    when, there = moments
    here = list(_weekday().finditer(match.string, match.start(), match.start("hour")))
    told = _weekday().match(match.string, match.end())
    if told is None or len(here) != 1:
        return
    shift = (there.date() - when.astimezone(ZoneInfo(claim.tz)).date()).days
    true = (_weekdays()[here[0]["day"].lower()] + shift) % len(_weekdays())
    if _weekdays()[told["day"].lower()] == true:
        return
    name = next(day.capitalize() for day, number in _weekdays().items() if number == true)
    yield Judgement(
        claims=(claim,),
        verdict="inconsistent",
        stated=told["day"],
        computed=name,
        topic=f"day {match.start()}",
        explanation=f"{words.clock(claim)} on {here[0]['day']} is {there:%H:%M} {_line(match['zone'])} "
        f"on {name}, not {told['day']}.",
    )


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"\s?,?\s(?:on\s)?(?P<day>{reading.alternatives(_weekdays())})\b", re.IGNORECASE)


@cache
def _weekdays() -> dict[str, int]:
    """Map the name of each weekday to its number, 0 is Monday."""
    names = [f"{date(2024, 1, first):%A}" for first in range(1, 8)]
    return {name.lower(): number for number, name in enumerate(names)}


def _apart(minutes: int) -> int:
    """Difference of two clocks, at most half a day either way."""
    return (minutes + _DAY_MIN // 2) % _DAY_MIN - _DAY_MIN // 2


def _names_zone(claim: Claim) -> bool:
    return any(found.field == "tz" and not found.why for found in claim.evidence)


def _suits_sun(claim: Claim, when: datetime, apart: int) -> bool:
    """Whether the zone that the brackets imply may be that of the place."""
    lon = claim.location.lon if claim.location else None
    offset = when.astimezone(ZoneInfo(claim.tz)).utcoffset()
    if lon is None or offset is None:
        return True
    implied = (offset - timedelta(minutes=apart)) / timedelta(hours=1)
    return abs(implied - lon / _DEG_HOUR) <= _FROM_SUN


def _time(match: re.Match[str]) -> int | None:
    """Minutes since midnight, None for an impossible time."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        hour = hour % _HALF_DAY + (_HALF_DAY if match["half"].lower() == "p" else 0)
    return hour * _HOUR_MIN + minute if hour * _HOUR_MIN < _DAY_MIN and minute < _HOUR_MIN else None


def _line(zone: str) -> str:
    return " ".join(zone.split())


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(
        rf"[^.;:()\d]{{0,{_REACH}}}\(\s?(?:about\s)?(?P<hour>\d{{1,2}})[:.]?(?P<minute>\d{{2}})?"
        rf"\s?(?:(?P<half>[ap])\.?m\.?\s)?(?P<zone>{reading.alternatives(reading.time_zones())})\b",
        re.IGNORECASE,
    )
