"""The fields that a report comes with: each function refuses what is not what it says it is."""

import re
from datetime import date, datetime
from functools import cache
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from sitmap.reports.clean import clean

#: Greatest length of one report, in bytes as it is read and in characters as it is kept.
MAX_REPORT = 10_000_000
#: A title, name or address beyond this is no such thing; each is repeated on every claim.
MAX_LINE = 2000
_MAX_ID_LENGTH = 200
#: Relative dates are counted from the publication date, which must leave room on both sides.
_FIRST_YEAR, _LAST_YEAR = 1800, 2200
_SHOWN = 60
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_BLANK = re.compile(r"[\s\x00-\x20\x7f-\x9f]")


class RecordError(Exception):
    """What is wrong with a record and what to do; its reader adds where it stands."""


def shown(value: str) -> str:
    """Value as an error quotes it: escaped, on one line and short."""
    return ascii(value if len(value) <= _SHOWN else value[:_SHOWN] + "...")


def line(value: object, field: str) -> str:
    """One line of text: a title, a name.

    Parameters
    ----------
    value : object
        As the record gives it; None stands for "".
    field : str
        Its name, for the message.

    Raises
    ------
    RecordError
        If it is not a string, or too long to be one line.
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        raise RecordError(f"the field {field!r} must be a string, not {kind(value)}")
    if len(value) > MAX_LINE:
        raise RecordError(f"the field {field!r} is longer than {MAX_LINE} characters: is it the text?")
    return " ".join(clean(value).split())


def kind(value: object) -> str:
    """JSON's own word for the type of a value."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, str):
        return "a string"
    return "a list" if isinstance(value, list) else "an object"


def identity(value: object) -> str:
    """Id that the record gives itself, "" when it gives none; a whole number is taken as its digits.

    Raises
    ------
    RecordError
        If it is neither a string nor a whole number, or is too long.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    found = line(value, "report_id")
    if len(found) > _MAX_ID_LENGTH:
        raise RecordError(f"the field 'report_id' is longer than {_MAX_ID_LENGTH} characters: shorten it")
    return found


@cache
def _zones() -> frozenset[str]:
    # "localtime" is a file of the machine, not a zone, and would differ from one to the next.
    return frozenset(available_timezones()) - {"localtime", "Factory"}


def zone(value: object) -> str:
    """IANA time zone.

    Raises
    ------
    RecordError
        If no zone has that name.
    """
    found = line(value, "tz")
    if found and found not in _zones():
        raise RecordError(f"tz {shown(found)} is not a time zone that is known: write it like Asia/Tokyo")
    return found


def link(value: object) -> str:
    """Web address, http or https.

    Raises
    ------
    RecordError
        If it is another scheme, has no host or holds blanks: it would become a link on the map.
    """
    found = line(value, "url")
    if not found:
        return ""
    try:
        parts = urlsplit(found)
        sound = parts.scheme in {"http", "https"} and bool(parts.hostname) and not _BLANK.search(found)
    except ValueError:
        sound = False
    if not sound:
        raise RecordError(f"url {shown(found)} is not a web address: write it like https://example.org/page")
    return found


def language(value: object) -> str:
    """BCP 47 language tag; "en_GB" is taken as "en-GB".

    Raises
    ------
    RecordError
        If it has not the form of one.
    """
    found = line(value, "lang").replace("_", "-")
    if found and not _LANGUAGE.fullmatch(found):
        raise RecordError(f"lang {shown(found)} is not a language tag: write it like en or en-GB")
    return found


def day(value: object, *, tz: str = "") -> date | None:
    """Date of publication.

    Parameters
    ----------
    value : object
        ISO 8601 date, or date and time.
    tz : str
        IANA zone of the dateline. A time with an offset is read in it, because "today" in the
        text is the day there.

    Returns
    -------
    datetime.date or None
        None for "" and None.

    Raises
    ------
    RecordError
        If it is no date, or of a year in which no such report was printed.
    """
    found = line(value, "published")
    if not found:
        return None
    try:
        moment = datetime.fromisoformat(found)
        local = moment.astimezone(ZoneInfo(tz)) if tz and moment.tzinfo else moment
    except (ValueError, OverflowError):
        raise RecordError(f"published {shown(found)} is not a date: write YYYY-MM-DD") from None
    if not _FIRST_YEAR <= local.year <= _LAST_YEAR:
        raise RecordError(
            f"published {shown(found)} lies outside the years {_FIRST_YEAR} to {_LAST_YEAR}: correct it"
        )
    return local.date()
