"""Days told by their place in a month, and those of a log: "the last morning of May", "Sun 2, 11:56"."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from sitmap.extract.text.calendar_days import Day
from sitmap.extract.text.mentions import Mentions
from sitmap.extract.text.tokens import Token, lower_at
from sitmap.extract.text.vocabulary import cells, table

_PARTS = frozenset({"day", "morning", "afternoon", "evening", "night"})
#: What follows the number of a day in a log.
_AFTER_NUMBER = frozenset({",", ":", "-", "\u2013", "—", "|", ".", ")"})
_WEEK, _MONTH = 7, 31
_TWO_DIGITS = 2


@cache
def _short() -> Mapping[str, int]:
    """Weekdays as logs write them, "Sun", to their number."""
    return {word: int(row["weekday"]) for row in table("weekdays") for word in cells(row["short"])}


def may_start(word: str) -> bool:
    """Whether a word may open such a day.

    Parameters
    ----------
    word : str
        In lower case.
    """
    return word in _short() or word in {"first", "last"}


def logged(tokens: Sequence[Token], index: int, weekday: int | None, published: date | None) -> Day | None:
    """Return the day of a log's entry: "Sun 2, 11:56", "Mon. 28: ...".

    Parameters
    ----------
    tokens : sequence of Token
        The text.
    index : int
        Token of the weekday.
    weekday : int or None
        Which it is, 0 for Monday; None for one written short.
    published : date or None
        The publication, near which the day is.

    Returns
    -------
    Day or None
        None where no number of a day follows, or none fits.
    """
    known = weekday if weekday is not None else _short().get(tokens[index].lower)
    if known is None or published is None or not tokens[index].is_name:
        return None
    at = index + 1 + (lower_at(tokens, index + 1) == ".")
    text = lower_at(tokens, at)
    if not (text.isdecimal() and len(text) <= _TWO_DIGITS and lower_at(tokens, at + 1) in _AFTER_NUMBER):
        return None
    near = (published + timedelta(days=days) for days in sorted(range(-_MONTH, _MONTH), key=abs))
    day = next((d for d in near if d.day == int(text) and d.weekday() == known), None)
    return Day(index, at + 1, day, exact=True) if day is not None else None


def of_month(tokens: Sequence[Token], mentions: Mentions, index: int, published: date | None) -> Day | None:
    """Return the first or last day, or weekday, of a month: "the last morning of May".

    Parameters
    ----------
    tokens : sequence of Token
        The text.
    mentions : Mentions
        Its phrases.
    index : int
        Token of "first" or "last".
    published : date or None
        The publication, which the month has begun by.

    Returns
    -------
    Day or None
    """
    edge, unit = lower_at(tokens, index), lower_at(tokens, index + 1)
    named = mentions.starting("month", index + 3) if lower_at(tokens, index + 2) == "of" else None
    weekday = mentions.starting("weekday", index + 1)
    if edge not in {"first", "last"} or named is None or not (unit in _PARTS or weekday) or published is None:
        return None
    month = int(str(named.value))
    year = published.year - (month > published.month)
    following = lower_at(tokens, named.last)
    stated = following.isdecimal() and len(following) == len("2024")
    year = int(following) if stated else year
    start = date(year, month, 1 if edge == "first" else monthrange(year, month)[1])
    step = 1 if edge == "first" else -1
    days = (start + timedelta(days=step * n) for n in range(_WEEK))
    day = next(d for d in days if weekday is None or d.weekday() == int(str(weekday.value)))
    return Day(index, named.last + stated, day, exact=True)
