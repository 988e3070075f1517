"""Days as a calendar has them, by day and month, with a year or without: "15 September", "2025-09-15"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from sitmap.extract.text import periods
from sitmap.extract.text.mentions import Mentions
from sitmap.extract.text.tokens import Token, lower_at

_DAY = re.compile(r"(3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?")
_DOTTED = re.compile(r"(3[01]|[12]\d|0?[1-9])\.(1[0-2]|0?[1-9])\.((?:19|20)\d\d)")
#: "October 12-13" in one word.
_SPAN = re.compile(r"(3[01]|[12]\d|0?[1-9])[-\u2013](3[01]|[12]\d|0?[1-9])")
_YEAR = re.compile(r"(?:19|20)\d\d")
#: Day before month, where the first number can be no month.
_SLASHED = re.compile(r"(3[01]|2\d|1[3-9])/(1[0-2]|0?[1-9])/((?:19|20)\d\d)")
_ISO = re.compile(r"((?:19|20)\d\d)[-/](0[1-9]|1[0-2])[-/](0[1-9]|[12]\d|3[01])")
_SPANS = frozenset({"and", "to", "-", "\u2013", "or", "through"})
_CAPITAL_MONTHS = frozenset({"may", "march", "mar", "sat", "sun"})


@dataclass(frozen=True, slots=True)
class Day:
    """A day named at tokens `first` to `last` (exclusive).

    Parameters
    ----------
    day, end : date or None
        The day, and the last of a span; None when the words leave it open.
    ahead : date or None
        What the words mean of a plan: the next Tuesday, not the last.
    exact : bool
        Whether the words give day and month.
    part : bool
        Whether only a month, a season or a year is named.
    over : date or None
        Last day of such a period, as far as the text tells.
    """

    first: int
    last: int
    day: date | None
    end: date | None = None
    ahead: date | None = None
    exact: bool = False
    part: bool = False
    over: date | None = None


def on(year: int, month: int, day: int) -> date | None:
    """Return a day; None where the calendar has no such one.

    Parameters
    ----------
    year, month, day : int
        As written.

    Returns
    -------
    date or None
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(tokens: list[Token], mentions: Mentions, index: int) -> int | None:
    found = mentions.starting("month", index)
    if found is None or not tokens[index].is_name:
        return None
    return int(str(found.value))


def numeric(tokens: list[Token], index: int) -> Day | None:
    """Return a day in digits alone: "2025-09-15", "15.9.2025".

    Parameters
    ----------
    tokens : list of Token
        The text.
    index : int
        Where it may stand.

    Returns
    -------
    Day or None
    """
    text = tokens[index].text
    iso, dotted = _ISO.fullmatch(text), _DOTTED.fullmatch(text) or _SLASHED.fullmatch(text)
    day = on(*map(int, iso.groups())) if iso else on(*map(int, dotted.groups()[::-1])) if dotted else None
    return Day(index, index + 1, day, exact=True) if day else None


def with_month(tokens: list[Token], mentions: Mentions, index: int, published: date | None) -> Day | None:
    """Return a day with a month: "15 September 2025", "Sept. 15", "July 28 and 29", "12 to 16 September".

    Parameters
    ----------
    tokens : list of Token
        The text.
    mentions : Mentions
        Its phrases.
    index : int
        Where it may start.
    published : date or None
        What a day without a year is resolved against.

    Returns
    -------
    Day or None
    """
    month = _month(tokens, mentions, index)
    if month is not None:
        return _month_first(tokens, index, month, published)
    number = _DAY.fullmatch(tokens[index].text) or _SPAN.fullmatch(tokens[index].text)
    if number is None:
        return None
    numbers, at = [int(part) for part in number.groups()], index + 1
    second = _DAY.fullmatch(lower_at(tokens, at + 1))
    if second is not None and lower_at(tokens, at) in _SPANS:
        numbers.append(int(second[1]))
        at += 2
    at += lower_at(tokens, at) == "of"
    month = _month(tokens, mentions, at) if at < len(tokens) else None
    if month is None:
        return None
    at += 1 + (lower_at(tokens, at + 1) == ".")
    year, last = _year(tokens, at)
    if published is not None and (lower_at(tokens, at), lower_at(tokens, at + 1)) == ("last", "year"):
        year, last = published.year - 1, at + 2
    return _resolved(index, last, numbers, month, year, published)


def _month_first(tokens: list[Token], index: int, month: int, published: date | None) -> Day | None:
    at = index + 1 + (lower_at(tokens, index + 1) == ".")
    span = _SPAN.fullmatch(lower_at(tokens, at))
    if span is not None:
        year, last = _year(tokens, at + 1)
        return _resolved(index, last, [int(span[1]), int(span[2])], month, year, published)
    match = _DAY.fullmatch(lower_at(tokens, at))
    if match is None:
        year, last = _year(tokens, at)
        if (
            year is None
            and tokens[index].lower in _CAPITAL_MONTHS
            and index
            and tokens[index - 1].lower != "in"
        ):
            return None
        if year is None and index and lower_at(tokens, index - 1) == "the":
            # "the August offensive" may be told of later.
            return None
        return Day(
            index,
            max(last, index + 1),
            None,
            part=True,
            over=periods.month_end(month, year, published),
        )
    numbers, at = [int(match[1])], at + 1
    following = _DAY.fullmatch(lower_at(tokens, at + 1))
    if lower_at(tokens, at) in _SPANS and following:
        numbers.append(int(following[1]))
        at += 2
    year, last = _year(tokens, at)
    return _resolved(index, last, numbers, month, year, published)


def _year(tokens: list[Token], at: int) -> tuple[int | None, int]:
    """Year that stands at a token, perhaps after a comma, and the token after the date."""
    for skip in (0, 1):
        text = lower_at(tokens, at + skip)
        if _YEAR.fullmatch(text) and (not skip or lower_at(tokens, at) == ","):
            return int(text), at + skip + 1
    return None, at


def _resolved(
    first: int, last: int, numbers: list[int], month: int, year: int | None, published: date | None
) -> Day | None:
    if year is None and published is None:
        return Day(first, last, None, exact=True)
    day, ahead = _either(numbers[0], month, year, published)
    end, _ = _either(numbers[-1], month, year, published) if len(numbers) > 1 else (None, None)
    return Day(first, last, day, end=end, ahead=ahead, exact=True) if day else None


def _either(
    day: int, month: int, year: int | None, published: date | None
) -> tuple[date | None, date | None]:
    """Return the day in the year named; else the last by the publication, and the next one after it."""
    if year is not None or published is None:
        named = on(year or 1, month, day)
        return named, named
    years = (published.year - 1, published.year, published.year + 1)
    options = [found for y in years if (found := on(y, month, day))]
    past = [d for d in options if d <= published + timedelta(days=1)]
    coming = [d for d in options if d >= published]
    return max(past, default=None), min(coming, default=None)
