"""Clock times of a launch and its impact, and the minutes between them."""

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from sitmap.model import Claim

#: Minutes by which a clock without "a.m." or "p.m." may be read another way.
HALF_DAY_MIN = 12 * 60
_MINUTES_A_DAY = 2 * HALF_DAY_MIN
_BARE = re.compile(r"(?:[1-9]|1[0-2])[:.][0-5]\d")
# Any day serves when neither claim has a date: both are then taken on it.
_ANY_DAY = date(2000, 1, 1)

#: Each clock time is told to the minute, some rounded and some cut: two may be one minute off together.
CLOCK_TOLERANCE_MIN = 1.0


def elapsed_min(launch: Claim, impact: Claim) -> float | None:
    """Minutes from a launch to its impact by their clock times.

    A missing zone or date of one is taken from the other; on one date, an impact that the clock
    puts before the launch is on the next day.

    Parameters
    ----------
    launch, impact : Claim
        With `time` as HH:MM, `date` as YYYY-MM-DD and `tz` as an IANA zone, each or "".

    Returns
    -------
    float or None
        Minutes, negative when the dates put the impact first; None when a clock time is missing, or
        two zones cannot be compared for want of a date.
    """
    start = _moment(launch, impact)
    end = _moment(impact, launch)
    if start is None or end is None or (start.tzinfo is None) != (end.tzinfo is None):
        return None
    minutes = (end - start) / timedelta(minutes=1)
    one_day = not (launch.date and impact.date) or launch.date == impact.date
    return minutes % _MINUTES_A_DAY if one_day else minutes


def is_half_open(told: str) -> bool:
    """Whether the words of a clock time leave the half of the day open: "9:34", which is not "09:34".

    Parameters
    ----------
    told : str
        As they stand in the report.
    """
    return _BARE.fullmatch(told.strip()) is not None


def minutes_apart(first: Claim, second: Claim) -> float | None:
    """Minutes between the clock times of two tellings, whichever is earlier; None as in `elapsed_min`."""
    one, other = _moment(first, second), _moment(second, first)
    if one is None or other is None or (one.tzinfo is None) != (other.tzinfo is None):
        return None
    return abs((one - other) / timedelta(minutes=1))


def moment(claim: Claim) -> datetime | None:
    """Give the moment of a claim that tells day, clock time and a known zone, in UTC; else None."""
    found = _moment(claim, claim) if claim.date and claim.tz else None
    return found if found is not None and found.tzinfo is not None else None


def _moment(claim: Claim, other: Claim) -> datetime | None:
    clock = _parse_time(claim.time)
    day = parse_date(claim.date) or parse_date(other.date)
    zone_name, other_zone = claim.tz or other.tz, other.tz or claim.tz
    if clock is None or (day is None and zone_name != other_zone):
        return None
    zone = _zone(zone_name) if zone_name else None
    moment = datetime.combine(day or _ANY_DAY, clock, tzinfo=zone)
    # Python takes two times of one zone apart as the clock on the wall does, blind to summer time.
    return moment.astimezone(UTC) if zone else moment


def _parse_time(text: str) -> time | None:
    try:
        return time.fromisoformat(text) if text else None
    except ValueError:
        return None


def parse_date(text: str) -> date | None:
    """Read a date of the form YYYY-MM-DD; None for "" and for what is no date."""
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError:
        return None
    # The first and the last day that Python knows cannot be taken to another time zone.
    return day if day and date.min < day < date.max else None


@cache
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    # A name that is no zone is a missing zone; ZoneInfoNotFoundError is a KeyError, a folder an OSError.
    except (KeyError, ValueError, OSError):
        return None
