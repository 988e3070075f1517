"""Counts of weapons that a text tells and no claim carries: what became of them.

What is shot down has no place on the map and so is no claim. It is read here from the words of
`data/checks/tallies.csv`; who counted a salvo, by `salvos`.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from sitmap import resources
from sitmap.checks import reading

#: Table of the words, in `data/checks/`.
TABLE = "tallies.csv"
#: Roles of a tally that are parts of what was launched.
PARTS = ("downed", "lost", "through")

#: How many words the object of a verb may have: "attacked western Ukraine with".
_OBJECT = 4
_YEARS = range(1900, 2101)
#: What may follow a number that counts what was named before: "75 were", "75 of them", "9 more were".
_BARE = re.compile(
    r"\s(?:(?:more|others|further|in\sall)\s)?(?:were|was|are|have|had|of\s(?:them|these|those|which))\b",
    re.IGNORECASE,
)
#: What makes a day that a number stands for another than that before: "30 on Monday and 45 the next night".
_ANOTHER = r"(?:next|following|second|third|previous|other)"
#: What may stand between a verb and the number that is its object.
_JOINS = re.compile(
    r"\s(?:(?:about|around|some|only|just|all|another|a\sfurther|at\sleast|more\sthan|up\sto)\s)?"
)


@dataclass(frozen=True, slots=True)
class Tally:
    """A counted weapon and what became of it.

    Parameters
    ----------
    role : str
        `launched`, `downed`, `lost` or `through`.
    low, high : int or None
        Least and greatest count that the words allow.
    asset : str
        As a claim's `asset`; "" when the number stands alone.
    start : int
        Where the number stands in the text.
    sentence : int
        Number of its sentence.
    words : str
        What became of it, as written: "shot down".
    """

    role: str
    low: int | None
    high: int | None
    asset: str
    start: int
    sentence: int
    words: str


def tallies(text: str) -> tuple[Tally, ...]:
    """Read the counts of weapons launched, shot down, lost and not stopped.

    Parameters
    ----------
    text : str
        A report's.

    Returns
    -------
    tuple of Tally
        In the order of the text. A sentence on a longer span ("since January"), or with a whole of its own
        ("of the 180 fired the day before"), gives none.
    """
    ends = [match.end() for match in reading.SENTENCE_END.finditer(text)]
    by_sentence: dict[int, list[re.Match[str]]] = {}
    for match in _counted().finditer(text):
        if _counts_weapons(match):
            by_sentence.setdefault(bisect_right(ends, match.start()), []).append(match)
    borders = [0, *ends, len(text)]
    return tuple(
        tally
        for number, found in by_sentence.items()
        for tally in _in_sentence(text, found, number, (borders[number], borders[number + 1]))
    )


def _in_sentence(
    text: str, found: list[re.Match[str]], number: int, within: tuple[int, int]
) -> Iterable[Tally]:
    start, end = within
    opening = _of_the().match(text, start)
    spoken_of = asset_of(opening["weapon"]) if opening else ""
    if reading.is_of_a_span(text, start, end) or _of_a_whole().search(text, start, end):
        return
    role = words = asset = ""
    for place, match in enumerate(found):
        until = found[place + 1].start() if place + 1 < len(found) else end
        since = found[place - 1].end() if place else start
        # "shot down 75", "75 were shot down"; in a list the verb stands before its first number.
        before = _last(text, since, match.start())
        verb = before
        if before is None or not _JOINS.fullmatch(text, before.end(), match.start()):
            verb = _verb().search(text, match.end("number"), until) or before
        if verb is not None:
            words = " ".join(verb[0].split())
            role = _role(words)
        # "30 drones on Monday and 45 on Tuesday": a day's number counts what that before it did.
        on_a_day = _on_a_day().match(text, match.end("number"))
        asset = asset_of(match["weapon"]) or (asset if on_a_day else spoken_of)
        if role and (asset or role in PARTS):
            low, high = reading.bounded(text, match)
            yield Tally(role, low, high, asset, match.start(), number, words)


def by_name(text: str, counted: Collection[int], at: int) -> Iterable[tuple[str, int]]:
    """Read what a sentence counts by a name alone: "two Kinzhals, 38 Kh-101 missiles and eight Kalibrs".

    Parameters
    ----------
    text : str
        A report's.
    counted : collection of int
        Where numbers stand that are tallies.
    at : int
        A character of the sentence.

    Yields
    ------
    tuple of (str, int)
        Asset, `missile` for a name that is not known, and count.
    """
    for match in _named().finditer(text, *reading.sentence(text, at)):
        if match.start("number") not in counted:
            name = match["name"]
            asset = _designations().get(name) or _designations().get(name.removesuffix("s")) or "missile"
            yield asset, reading.value(match["number"])


@cache
def _designations() -> dict[str, str]:
    rows = resources.rows(resources.data("vocabulary", "designations.csv"))
    return {name: row["fired"] for row in rows for name in row["names"].split("|")}


def _last(text: str, start: int, end: int) -> re.Match[str] | None:
    return next(reversed(list(_verb().finditer(text, start, end))), None)


def _role(words: str) -> str:
    """Say what a verb tells of a weapon; "attacked Kyiv with" is "attacked with"."""
    told = words.lower().split()
    return _roles().get(" ".join(told)) or _roles()[f"{told[0]} {told[-1]}"]


def _counts_weapons(match: re.Match[str]) -> bool:
    if not match["weapon"]:
        follows = (_BARE, _on_a_day(), _through())
        return any(pattern.match(match.string, match.end("number")) for pattern in follows)
    return asset_of(match["weapon"]) != "" and reading.value(match["number"]) not in _YEARS


@cache
def _roles() -> dict[str, str]:
    return {words: role for role in ("launched", *PARTS) for words in reading.roles(TABLE)[role]}


@cache
def assets() -> dict[str, str]:
    """Asset of each word for a weapon, "" for what is none."""
    rows = resources.rows(resources.data("vocabulary", "weapons.csv"))
    known = {words: row["asset"] for row in rows for words in row["words"].split("|")}
    return known | dict.fromkeys(reading.roles(TABLE)["drone"], "drone")


def asset_of(words: str | None) -> str:
    """Asset of a weapon by the words for it, "" where there are none."""
    return assets()[" ".join(words.lower().split())] if words else ""


@cache
def _of_a_whole() -> re.Pattern[str]:
    launched = reading.alternatives(reading.roles(TABLE)["launched"])
    return re.compile(rf"\bof\sthe\s{reading.number_pattern()}\s(?:{launched})\b", re.IGNORECASE)


@cache
def _of_the() -> re.Pattern[str]:
    """Match what a sentence counts that opens with it: "of the drones, 96 were shot down and 71 lost"."""
    return re.compile(
        rf"[^\w\d]*(?:out\s)?of\s(?:the|these|those)\s(?P<weapon>{reading.alternatives(assets())}),\s",
        re.IGNORECASE,
    )


@cache
def _through() -> re.Pattern[str]:
    """Match a verb right behind a bare number: "five got through"."""
    return re.compile(rf"\s(?:{reading.alternatives(reading.roles(TABLE)['through'])})\b", re.IGNORECASE)


@cache
def weekdays() -> str:
    """Alternatives of a pattern for the days of the week."""
    rows = resources.rows(resources.data("vocabulary", "weekdays.csv"))
    return reading.alternatives(words for row in rows for words in row["words"].split("|"))


@cache
def _on_a_day() -> re.Pattern[str]:
    part = r"(?:day|night|morning|afternoon|evening)"
    other = rf"(?:(?:on|in|during)\s)?the\s{_ANOTHER}(?:\s{part})?"
    return re.compile(rf"\s(?:more\s|others\s)?(?:on\s(?:{weekdays()})|{other})\b", re.IGNORECASE)


@cache
def _verb() -> re.Pattern[str]:
    # "Attacked Ukraine with": the object may stand inside.
    phrases = reading.alternatives(_roles()).replace(r"\swith", rf"(?:\s[\w\u2019'-]+){{0,{_OBJECT}}}?\swith")
    return re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE)


@cache
def _named() -> re.Pattern[str]:
    """Match a number and a name that ends what it counts, no month: "eight Kalibrs from"."""
    rows = resources.rows(resources.data("vocabulary", "months.csv"))
    months = reading.alternatives(words for row in rows for words in row["words"].split("|"))
    name = rf"(?P<name>(?!(?i:{months}|{weekdays()})\b)[A-Z][\w-]*)"
    return re.compile(
        rf"{reading.number_pattern()}\s{name}(?=[,;.)]|\s(?:and|from|by|of|launched|fired)\b|$)"
    )


@cache
def _counted() -> re.Pattern[str]:
    filler = rf"(?:\s(?!(?i:{reading.alternatives(reading.not_between())})\b)[^\W\d][\w\u2019'-]*){{0,3}}?"
    return re.compile(
        rf"{reading.number_pattern()}(?:(?:\sof\sthe)?{filler}\s(?P<weapon>(?i:{reading.alternatives(assets())}))\b)?"
    )
