"""Sentences, numbers and phrases of a text, for the checks that read words which no claim carries."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from sitmap import resources, units
from sitmap.checks import figure
from sitmap.model import Claim

#: How far back a sentence is looked for, in characters.
_LONGEST = 600
#: Below this a number that ends in no zero is taken for a count one by one.
_COUNTED = 1000
#: How far before a number the words may stand that round it, in characters.
_ROUNDED_WITHIN = 20
#: Share of a count in dozens that it may be off: the most that `units.rounding` allows.
_DOZEN = 0.125
#: End of a sentence, of a part of it behind a semicolon, and of an item of a list.
SENTENCE_END = re.compile(r"[.!?][\u2019\u201d\"')]*\s+(?=\W*[A-Z0-9])|\n\s*\n|\n(?=\s*[•*○-])|;\s")


def sentence(text: str, at: int) -> tuple[int, int]:
    """Where the sentence starts and ends that a character stands in."""
    # An end is seen by the capital behind it.
    found = SENTENCE_END.finditer(text, max(0, at - _LONGEST), at + 1)
    opens = [match.end() for match in found if match.end() <= at]
    closes = SENTENCE_END.search(text, at)
    return (opens[-1] if opens else max(0, at - _LONGEST)), (closes.start() if closes else len(text))


def is_of_another_kind(text: str, start: int, end: int) -> bool:
    """Whether words speak of a longer span ("since January") or of casualties."""
    return is_of_a_span(text, start, end) or phrase("people").search(text, start, end) is not None


def is_of_a_span(text: str, start: int, end: int) -> bool:
    """Whether words speak of a longer span: "since January", but not "the most since January"."""
    spans = phrase("period").finditer(text, start, end)
    return any(not _superlative().search(text, start, span.start()) for span in spans)


@cache
def _superlative() -> re.Pattern[str]:
    """Match what is greatest within a span, at the end of what stands before it."""
    return re.compile(
        rf"\b(?:{alternatives(roles('tallies.csv')['superlative'])})\b(?:\s[\w'\u2019-]+){{0,4}}?\s$",
        re.IGNORECASE,
    )


def bounded(text: str, match: re.Match[str]) -> tuple[int | None, int | None]:
    """Least and greatest count that a number and the words before it allow, None for an open end."""
    number = value(match["number"])
    bound = figure.bound_before(text, match.start("number"))
    return (None if bound == "most" else number), (None if bound == "least" else number)


def count_rounding(number: int, before: str, words: str = "") -> float:
    """Half the step to which a count seems rounded.

    Ships and missiles are counted one by one: "45 aircraft" are 45, and "about 45" or "40" may be some more.

    Parameters
    ----------
    number : int
        The count.
    before : str
        What stands before it, and may round it.
    words : str
        Its own words: "a dozen" is rounded by itself.

    Returns
    -------
    float
        As `units.rounding`, 0 for a count below a thousand that ends in no zero and that no word rounds.
    """
    if "dozen" in words.lower():
        return number * _DOZEN
    is_exact = number < _COUNTED and number % 10 and not _rough().search(before[-_ROUNDED_WITHIN:])
    return 0.0 if is_exact else units.rounding(number)


@cache
def _rough() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(roles('wholes.csv')['rough'])})\b", re.IGNORECASE)


def value(words: str) -> int:
    """Read a number: "1,200" is 1200, "eleven" is 11, "twenty-four" is 24."""
    digits = words.replace(",", "")
    if digits.isdecimal():
        return int(digits)
    told = " ".join(words.lower().split())
    return _numbers()[told] if told in _numbers() else sum(_numbers()[part] for part in told.split("-"))


@cache
def _numbers() -> dict[str, int]:
    rows = resources.rows(resources.data("vocabulary", "numbers.csv"))
    # "A" and "half an" count too, but also stand before what nobody counts; "a dozen" does not.
    return {row["words"]: int(row["value"]) for row in rows if row["value"].isdecimal() and _tells(row)}


def _tells(row: Mapping[str, str]) -> bool:
    told = row["words"].split()[0] not in {"a", "an", "both", "half"} or row["words"].endswith(" dozen")
    return told and int(row["value"]) > 0


@cache
def number_pattern() -> str:
    """Pattern of a number in figures or words, its group named `number`."""
    spelled = alternatives(_numbers())
    tens, ones = (
        alternatives(word for word, number in _numbers().items() if number in among)
        for among in (range(20, 100, 10), range(1, 10))
    )
    words = rf"(?:{tens})-(?:{ones})|{spelled}"
    return rf"(?<![\w:.,-])(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,5}}|(?i:{words}))(?![\w:%-]|[.,]\d)"


def away(claim: Claim, start: int) -> int:
    """How far from a claim's passage a character stands, 0 inside it."""
    return max(claim.quote_start - start, start - claim.quote_end, 0)


def nearest(claims: Sequence[Claim], start: int) -> Claim:
    """Claim whose passage stands nearest to a character; there is at least one."""
    return min(claims, key=lambda claim: (away(claim, start), claim.claim_id))


def alternatives(words: Iterable[str]) -> str:
    """Alternatives of a pattern, longest first, that match over a line's end."""
    escaped = (r"\s".join(map(re.escape, phrase.split())) for phrase in sorted(words, key=len, reverse=True))
    return "|".join(escaped)


@cache
def phrase(role: str) -> re.Pattern[str]:
    """Pattern of the words of a role in `data/checks/tallies.csv`."""
    return re.compile(rf"\b(?:{alternatives(roles('tallies.csv')[role])})\b", re.IGNORECASE)


def not_between() -> tuple[str, ...]:
    """Words that end what a number counts: another thing is counted, or none."""
    tables = (("months.csv", "words"), ("units.csv", "words"))
    named = (
        words
        for table, column in tables
        for row in resources.rows(resources.data("vocabulary", table))
        for words in row[column].split("|")
    )
    return ("and", "of", "were", "was", "people", "per", *named)


@cache
def time_zones() -> dict[str, str]:
    """IANA name of each time zone by the words for it, in small letters."""
    rows = resources.rows(resources.data("vocabulary", "timezones.csv"))
    return {word: row["timezone"] for row in rows for word in row["words"].split("|")}


@cache
def roles(table: str) -> dict[str, tuple[str, ...]]:
    """Words of each role in a table of `data/checks/`."""
    rows = resources.rows(resources.data("checks", table))
    return {row["role"]: tuple(row["words"].split("|")) for row in rows}
