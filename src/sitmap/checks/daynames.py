"""Dates in a text, the weekdays beside them, and the days that it counts from one to another.

Vocabularies are `data/vocabulary/weekdays.csv`, `months.csv` and `numbers.csv`, English as they are. A date
without a year is taken in the year that puts it nearest to publication, within two months of it, or not at
all.
"""

import calendar
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from sitmap import resources
from sitmap.model import Report

_NEAR = timedelta(days=60)
#: The days of a month that some months lack: a greater number before or after its name counts something else.
_LATE = range(29, 32)
_LEAP_YEAR = 2000
_WEEK = 7
#: How far before a count of days the day may stand that it counts from, in characters.
_REACH = 200
#: How many sentences back the date may stand that "it had come two days after" or "days later" goes on from.
_POINTED_BACK, _LATER_BACK = 2, 3
#: What gives a sentence between them a time of its own, from which the days may be counted.
_TIMED = re.compile(
    r"\b(?:next|following|later|after|afterwards|then|since|until|last|yesterday|weeks?|months?|days?)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<![ap]\.m)[.!?][\u2019\u201d\"')]*\s+(?=\W?[A-Z])|\n")


@dataclass(frozen=True, slots=True)
class Dated:
    """A weekday and a date side by side in a text.

    Parameters
    ----------
    words : str
        As they stand, on one line.
    weekday : int
        0 is Monday.
    day : datetime.date
        The date that the words name.
    """

    words: str
    weekday: int
    day: date


@dataclass(frozen=True, slots=True)
class Impossible:
    """A date that no calendar has: "31 June", "29 February 2025"."""

    words: str
    start: int
    days: int
    month: str


@dataclass(frozen=True, slots=True)
class Counted:
    """Days that a text counts between two days that it names.

    Parameters
    ----------
    words : str
        The count, as it stands: "two days later".
    first, last : str
        The two days in words, the earlier first by what the text says.
    days : int
        As counted.
    elapsed : int
        From the first day to the last by the calendar; by weekdays alone the nearest that fits the count.
    last_day : datetime.date or None
        Date of the last day, None where only its weekday is told.
    """

    words: str
    first: str
    last: str
    days: int
    elapsed: int
    last_day: date | None


@dataclass(frozen=True, slots=True)
class Mention:
    """A day that a text names: by date, by weekday or by both.

    Parameters
    ----------
    start, end : int
        Where it stands in the text.
    words : str
        As they stand, on one line.
    weekday : int or None
        0 is Monday; None where none is told.
    day : datetime.date or None
        None where no date is told.
    """

    start: int
    end: int
    words: str
    weekday: int | None
    day: date | None


def mentions(report: Report) -> tuple[Mention, ...]:
    """Find the days that a report names by date, by weekday or by both.

    Parameters
    ----------
    report : Report
        Its `published` date gives the year of dates without one.

    Returns
    -------
    tuple of Mention
        In the order of the text; impossible dates ("31 June") and dates whose year cannot be told
        are left out.
    """
    found: list[Mention] = []
    for pattern in (_beside(), _date(), _weekday()):
        for match in pattern.finditer(report.text):
            if not any(m.start < match.end() and match.start() < m.end for m in found):
                found.extend(_mention(match, report.published))
    return tuple(sorted(found, key=lambda mention: mention.start))


def dated(days: Iterable[Mention]) -> tuple[Dated, ...]:
    """Weekdays that stand beside a date.

    Parameters
    ----------
    days : iterable of Mention
        Of one report.

    Returns
    -------
    tuple of Dated
        In the order of the text.
    """
    return tuple(
        Dated(found.words, found.weekday, found.day)
        for found in days
        if found.weekday is not None and found.day is not None
    )


def impossible(text: str) -> tuple[Impossible, ...]:
    """Find dates that no calendar has.

    Parameters
    ----------
    text : str
        A report's.

    Returns
    -------
    tuple of Impossible
        In the order of the text; "February 30" only behind "on" or a weekday, or before a year, for else the
        number may count what follows it.
    """
    found = []
    for match in _date().finditer(text):
        day, month, year = _numbers(match)
        last = calendar.monthrange(year or _LEAP_YEAR, month)[1]
        sure = match["day"] or year or _sure_before().search(text, 0, match.start())
        if day in _LATE and day > last and sure:
            named = calendar.month_name[month] + (f" {year}" if year else "")
            found.append(Impossible(_line(match[0]).rstrip("."), match.start(), last, named))
    return tuple(found)


def counted(text: str, days: Sequence[Mention]) -> tuple[Counted, ...]:
    """Find days that a text counts between two days: "on 4 May ..., and two days later, on 9 May".

    Parameters
    ----------
    text : str
        A report's.
    days : sequence of Mention
        Those that it names.

    Returns
    -------
    tuple of Counted
        In the order of the text; only where both days are named in the sentence, or the first of them is the
        only date of the sentence before one that opens with the count, or with "it came" and the count; then
        two sentences without a day may stand between.
    """
    found = (_count(text, match, days) for match in _interval().finditer(text))
    return tuple(each for each in found if each is not None)


def _count(text: str, match: re.Match[str], named: Sequence[Mention]) -> Counted | None:
    opens, closes = _sentence(text, match)
    before = [m for m in named if opens <= m.start and m.end <= match.start()]
    # A date may end with the full stop that its sentence ends with: "21 May."
    after = [m for m in named if match.end() <= m.start < closes]
    if not before and _adjoins().fullmatch(text, opens, match.start()):
        points = bool(text[opens : match.start()].strip())
        onward = match["later"] is not None and not points
        back = _POINTED_BACK if points else _LATER_BACK if onward else 1
        before = _only_date(text, opens, named, back=back, across=onward)
    if not before or not after:
        return None
    one, other = before[-1], after[0]
    later = match["later"] is not None
    between = text[match.end() : other.start] if later else text[max(one.end, opens) : match.start()]
    if not _adjoins().fullmatch(between):
        return None
    back = match["after"] is not None
    first, last = (other, one) if back and match["after"].lower() == "after" else (one, other)
    days = _count_of(match["number"]) * (_WEEK if match["unit"].lower().startswith("week") else 1)
    elapsed = _elapsed(first, last, days)
    if elapsed is None:
        return None
    return Counted(_line(match[0]).rstrip(","), first.words, last.words, days, elapsed, last.day)


def _only_date(text: str, opens: int, named: Sequence[Mention], *, back: int, across: bool) -> list[Mention]:
    """Find the date from which a sentence goes on that opens with a count, up to `back` sentences before it.

    A second day there, or a bare weekday, may be the day of a statement. What stands between has no day, and
    is of the same paragraph, but for a count that goes `across` from one to the next.
    """
    for _ in range(back):
        end = len(text[:opens].rstrip())
        ends = [found.end() for found in _SENTENCE_END.finditer(text, max(0, end - _REACH), end)]
        start = ends[-1] if ends else max(0, end - _REACH)
        told = [mention for mention in named if start <= mention.start and mention.end <= end]
        if told:
            return told if len(told) == 1 and told[0].day is not None else []
        if ("\n\n" in text[end:opens] and not across) or (across and _is_timed(text, start, end)):
            break
        opens = start
    return []


def _is_timed(text: str, start: int, end: int) -> bool:
    """Whether a sentence has a time of its own: "the next week", "in June"."""
    return (_TIMED.search(text, start, end) or _month().search(text, start, end)) is not None


@cache
def _month() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_alternatives(_table('months.csv', 'month'))})\b", re.IGNORECASE)


def _elapsed(first: Mention, last: Mention, days: int) -> int | None:
    if first.day is not None and last.day is not None:
        return (last.day - first.day).days
    weekdays = [m.day.weekday() if m.day is not None else m.weekday for m in (first, last)]
    if weekdays[0] is None or weekdays[1] is None:
        return None
    off = (weekdays[1] - weekdays[0] - days + _WEEK // 2) % _WEEK - _WEEK // 2
    return days + off


def _sentence(text: str, match: re.Match[str]) -> tuple[int, int]:
    start = max(0, match.start() - _REACH)
    # An end is seen by the capital behind it.
    ends = _SENTENCE_END.finditer(text, start, match.start() + 1)
    opens = [end.end() for end in ends if end.end() <= match.start()]
    closes = _SENTENCE_END.search(text, match.end())
    return (opens[-1] if opens else start), (closes.start() if closes else len(text))


def _mention(match: re.Match[str], published: date | None) -> Iterable[Mention]:
    groups = match.groupdict()
    name = groups.get("weekday") or groups.get("weekday_after")
    weekday = _table("weekdays.csv", "weekday")[name.lower()] if name else None
    has_date = bool(groups.get("day") or groups.get("day2"))
    day = _day(match, published) if has_date else None
    if day is not None or not has_date:
        yield Mention(match.start(), match.end(), _line(match[0]), weekday, day)


def _numbers(match: re.Match[str]) -> tuple[int, int, int | None]:
    """Day, month and year, None for a year not told."""
    month = _table("months.csv", "month")[(match["month"] or match["month2"]).lower().rstrip(".")]
    year = match["year"] or match["year2"]
    return int(match["day"] or match["day2"]), month, int(year) if year else None


def _day(match: re.Match[str], published: date | None) -> date | None:
    number, month, year = _numbers(match)
    if year:
        return _valid(year, month, number)
    if published is None:
        return None
    years = (_valid(published.year + shift, month, number) for shift in (-1, 0, 1))
    nearest = min((day for day in years if day), key=lambda day: abs(day - published), default=None)
    return nearest if nearest and abs(nearest - published) <= _NEAR else None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _line(words: str) -> str:
    return " ".join(words.split())


def _count_of(words: str) -> int:
    return int(words) if words.isdecimal() else _table("numbers.csv", "value")[words.lower()]


@cache
def _date_words() -> str:
    month = _alternatives(_table("months.csv", "month"))
    return (
        rf"(?:(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{month})\b\.?(?:,?\s(?P<year>\d{{4}})\b)?"
        rf"|(?P<month2>{month})\.?\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s(?P<year2>\d{{4}})\b)?)"
    )


@cache
def _date() -> re.Pattern[str]:
    return re.compile(rf"\b{_date_words()}", re.IGNORECASE)


@cache
def _beside() -> re.Pattern[str]:
    """Match a weekday before a date, "Sunday (24 March)", or told of it: "24 March, a Sunday"."""
    weekday = _alternatives(_table("weekdays.csv", "weekday"))
    before = rf"(?P<weekday>{weekday})\b(?:,?\s{{1,3}}|\s?\()"
    after = rf"(?:(?:,\s|\s?\(|\s(?:is|was)\s)an?\s|\s?\()(?P<weekday_after>{weekday})\b"
    return re.compile(rf"\b(?:(?P<told>{before})|(?=.)){_date_words()}(?(told)|{after})", re.IGNORECASE)


@cache
def _weekday() -> re.Pattern[str]:
    weekday = _alternatives(name for name in _table("weekdays.csv", "weekday") if name.endswith("day"))
    return re.compile(rf"\b(?P<weekday>{weekday})\b", re.IGNORECASE)


@cache
def _sure_before() -> re.Pattern[str]:
    weekday = _alternatives(_table("weekdays.csv", "weekday"))
    return re.compile(rf"\b(?:on|{weekday},?)\s$", re.IGNORECASE)


@cache
def _interval() -> re.Pattern[str]:
    words = (name for name, value in _table("numbers.csv", "value").items() if value > 0)
    number = _alternatives(words)
    return re.compile(
        rf"\b(?P<number>\d{{1,3}}|{number})\s(?P<unit>days?|weeks?)\s"
        r"(?:(?P<later>later|afterwards)\b,?|(?P<after>after|before)\b)",
        re.IGNORECASE,
    )


@cache
def _adjoins() -> re.Pattern[str]:
    """Match what may stand between a count of days and the day that it leads, or points back, to."""
    came = r"(?:(?:had\s)?(?:come|followed|happened|been)|came|was)"
    again = rf"(?:it|that|this|the\s(?:launch|test|firing|attack|strike))\s{came}\s"
    return re.compile(rf"[\s,]*(?:{again}(?:just\s|only\s)?|(?:on\s)?(?:the\s)?)", re.IGNORECASE)


def _alternatives(table: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, table), key=len, reverse=True))


@cache
def _table(name: str, column: str) -> Mapping[str, int]:
    rows = resources.rows(resources.data("vocabulary", name))
    told = ((word, row[column]) for row in rows for word in row["words"].split("|"))
    return {word: int(value) for word, value in told if value.isdecimal()}
