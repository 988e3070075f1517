"""Months, seasons and years that a text names without a day: "in March", "last autumn", "since 2022"."""

import re
from calendar import monthrange
from datetime import date

from sitmap.extract.text.mentions import Mentions
from sitmap.extract.text.tokens import Token, lower_at
from sitmap.extract.text.vocabulary import words

_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE = words("period", "before_year")
_EARLY = words("period", "early")
_OPENS = words("period", "opens_season")
#: Words that make a year, month or season the one before the publication's.
_LAST = frozenset({"last"})
_DECEMBER = 12

Period = tuple[int, date | None]


def period(tokens: list[Token], mentions: Mentions, index: int, published: date | None) -> Period | None:
    """Return the period without a day that starts at a token: the token after it, and its last day.

    Parameters
    ----------
    tokens : list of Token
        The text.
    mentions : Mentions
        Its phrases.
    index : int
        Token.
    published : date or None
        What "last year" and months without a year are counted from.

    Returns
    -------
    tuple of int and date, or None
        None when none starts there; the day is None when the text leaves it open.
    """
    return (
        _year(tokens, mentions, index)
        or _last(tokens, mentions, index, published)
        or _season(tokens, mentions, index, published)
    )


def month_end(month: int, year: int | None, published: date | None) -> date | None:
    """Last day of a month, of the latest one that has begun by the publication where no year is named.

    Parameters
    ----------
    month : int
        1 to 12.
    year : int or None
        As named.
    published : date or None
        The publication.

    Returns
    -------
    date or None
        None when neither year nor publication is known.
    """
    if year is None and published is not None:
        year = published.year - (month > published.month)
    return date(year, month, monthrange(year, month)[1]) if year is not None else None


def _year(tokens: list[Token], mentions: Mentions, index: int) -> Period | None:
    """Read "in 2022", "since late 2023"."""
    if not _YEAR.fullmatch(tokens[index].text) or mentions.at("designation", index) is not None:
        return None
    before = lower_at(tokens, index - 1)
    if before in _EARLY:
        before = "in"
    counted = before == "of" and (mentions.at("force", index + 1) or mentions.at("weapon", index + 1))
    if before not in _BEFORE or counted:
        return None
    return index + 1, date(int(tokens[index].text), _DECEMBER, 31)


def _last(tokens: list[Token], mentions: Mentions, index: int, published: date | None) -> Period | None:
    """Read "last year", "last month", "last March", "last autumn"."""
    if lower_at(tokens, index) not in _LAST or published is None or index + 1 >= len(tokens):
        return None
    word = lower_at(tokens, index + 1)
    if word == "year":
        return index + 2, date(published.year - 1, _DECEMBER, 31)
    if word == "month":
        before = (published.month - 2) % _DECEMBER + 1
        return index + 2, month_end(before, None, published)
    named = mentions.starting("month", index + 1) or mentions.starting("season", index + 1)
    if named is None:
        return None
    month = int(str(named.value))
    ended = month < published.month
    return named.last, month_end(month, published.year - (not ended), published)


def _season(tokens: list[Token], mentions: Mentions, index: int, published: date | None) -> Period | None:
    """Read "in the spring", "the autumn of 2023", "summer 2024"."""
    named = mentions.starting("season", index)
    if named is None or lower_at(tokens, index - 1) not in _OPENS:
        return None
    of = lower_at(tokens, named.last) == "of"
    last = named.last + of
    told = last < len(tokens) and _YEAR.fullmatch(tokens[last].text) is not None
    if of and not told:
        return None
    year = int(tokens[last].text) if told else None
    if year is None and published is not None and lower_at(tokens, index - 1) == "this":
        year = published.year
    return (last + 1 if told else named.last), month_end(int(str(named.value)), year, published)
