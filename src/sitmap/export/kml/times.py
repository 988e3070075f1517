"""When a claim's event was, as KML tells it: an instant with its offset, a day, or a span of days."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_MINUTE = timedelta(minutes=1)


@lru_cache(maxsize=1024)
def instant(day: str, time: str, tz: str) -> str:
    """Day or instant of an event.

    Parameters
    ----------
    day : str
        YYYY-MM-DD, or anything that is no day.
    time, tz : str
        HH:MM and its IANA zone, each or "".

    Returns
    -------
    str
        `xsd:dateTime` with the zone's offset when both are known; a time of no known zone would be
        read as UTC, so it gives `xsd:date`, as a day alone does. "" for no day.
    """
    known = _day(day)
    if known is None:
        return ""
    moment = _moment(known, time, tz)
    return known.isoformat() if moment is None else moment.isoformat()


def span(day: str, last_day: str) -> tuple[str, str] | None:
    """First and last day, `xsd:date`, of an event that lasted; None for a single day."""
    first, last = _day(day), _day(last_day)
    return (first.isoformat(), last.isoformat()) if first and last and first < last else None


def _moment(day: date, time: str, tz: str) -> datetime | None:
    try:
        clock = datetime.strptime(time, "%H:%M").time()  # noqa: DTZ007 - the zone follows
        moment = datetime.combine(day, clock, tzinfo=ZoneInfo(tz))
    # No time, or no zone: ZoneInfoNotFoundError is a KeyError, the name of a folder of zones an OSError.
    except (ValueError, KeyError, OSError):
        return None
    offset = moment.utcoffset()
    # Before standard time offsets had seconds, which XML has no form for.
    return moment if offset is not None and not offset % _MINUTE else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
