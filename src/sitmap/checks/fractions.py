"""Parts that a text tells as a share and as a number: "two thirds of the 90 drones, 45 in all"."""

import re
from collections.abc import Iterator
from functools import cache

from sitmap.checks import countable, reading
from sitmap.checks.rolls import Roll
from sitmap.checks.wholes import Number

#: Part of the whole by which a share may be told loosely, beyond one.
_LOOSE = 0.1
_SHARES = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1}
_TIMES = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "nine": 9, "": 1}


def fractions(text: str) -> Iterator[tuple[Roll, float]]:
    """Read the shares of a text that it also gives as numbers.

    Parameters
    ----------
    text : str
        A report's.

    Yields
    ------
    tuple of (Roll, float)
        The whole with the number told as its share, and the number that the share comes to; the whole is in
        the same phrase, or the only force or weapon that the sentence before counts.
    """
    for match in _pattern().finditer(text):
        whole = _whole(text, match)
        if whole is not None:
            number = reading.value(match["number"])
            part = Number(match.start("number"), number, number, match["number"])
            yield Roll(whole[0], whole[1], (part,), is_complete=False), _share(match) * whole[0].least


def is_off(number: float, expected: float, whole: float) -> bool:
    """Whether a number is no rounding of a share: of a whole, a tenth and one either way."""
    return abs(number - expected) > 1 + _LOOSE * whole


def _share(match: re.Match[str]) -> float:
    if match["percent"]:
        return float(match["percent"]) / 100
    return _TIMES[(match["times"] or "").lower()] * _SHARES[match["name"].lower().removesuffix("s")]


def _whole(text: str, match: re.Match[str]) -> tuple[Number, str] | None:
    if match["of"]:
        number = reading.value(match["of"])
        return Number(match.start("of"), number, number, match["of"]), match["noun"]
    if match["force"]:
        return _force_before(text, match)
    opens, _ = reading.sentence(text, match.start())
    before = reading.sentence(text, opens - 2)[0] if opens > 1 else 0
    for start, end in ((opens, match.start()), (before, opens)):
        found = list(_counted().finditer(text, start, end))
        if found:
            value = reading.value(found[0]["number"])
            told = Number(found[0].start("number"), value, value, found[0]["number"])
            return (told, found[0]["noun"]) if len(found) == 1 else None
    return None


def _force_before(text: str, match: re.Match[str]) -> tuple[Number, str] | None:
    """Find the strength of a force that was told before; None where any number told before fits the share."""
    part = reading.value(match["number"])
    found = [
        (reading.value(counted["number"]), counted)
        for counted in _counted().finditer(text, 0, match.start())
        if _body().search(text, *reading.sentence(text, counted.start()))
    ]
    told = (reading.value(number["number"]) for number in _any_number().finditer(text, 0, match.start()))
    if not found or any(not is_off(part, _share(match) * whole, whole) for whole in told):
        return None
    whole, counted = found[0]
    return Number(counted.start("number"), whole, whole, counted["number"]), counted["noun"]


@cache
def _any_number() -> re.Pattern[str]:
    return re.compile(reading.number_pattern())


@cache
def _body() -> re.Pattern[str]:
    """Match a body of forces that has a strength: "the mission"."""
    return re.compile(rf"\b(?:{reading.alternatives(reading.roles('wholes.csv')['body'])})\b", re.IGNORECASE)


@cache
def _counted() -> re.Pattern[str]:
    nouns = reading.alternatives(countable.nouns())
    described = r"(?:\s(?!of\b|and\b)[^\W\d][\w\u2019'-]*){0,2}?"
    return re.compile(rf"{reading.number_pattern()}{described}\s(?P<noun>(?i:{nouns}))\b")


@cache
def _pattern() -> re.Pattern[str]:
    """Match a share and the number right behind it: "half were shot down: 16 in all", "a third, or seven"."""
    nouns = reading.alternatives(countable.nouns())
    times = "|".join(word for word in _TIMES if word)
    names = "|".join(_SHARES)
    share = (
        rf"(?:(?:(?P<times>{times})[\s-])?(?P<name>{names})s?|(?P<percent>\d{{1,2}})(?:\s?%|\sper\s?cent))"
    )
    of = reading.number_pattern().replace("<number>", "<of>")
    body = reading.alternatives(reading.roles("wholes.csv")["body"])
    described = r"(?:\s(?!of\b|and\b)[^\W\d][\w\u2019'-]*){0,2}?"
    force = rf"(?:the|this)\s(?P<force>{body})\b"
    counted = rf"(?:the\s|its\s|their\s)?(?:{of}{described}\s(?P<noun>{nouns})|them|these|those|which)"
    whole = rf"\s(?:of\s(?:{force}|{counted}))"
    did = r"(?:[^.,;:()\d]{0,70})"
    joint = r"(?:,\s(?:or\s|that\sis\s|some\s|about\s)*|:\s|\s\((?:or\s)?)"
    people = reading.alternatives(reading.roles("wholes.csv")["people"])
    ends = rf"(?=,|\)|\.|\sin\sall\b|\sof\sthem\b|\s(?:{nouns}|{people})\b)"
    return re.compile(
        rf"\b{share}(?:{whole}|(?=\s(?:were|was|are|had|have)\b)){did}{joint}{reading.number_pattern()}{ends}",
        re.IGNORECASE,
    )
