"""What is left of a whole: "eight rockets in all. Three were stopped; the other six came down".

A sentence, or the two halves of one, that opens with a number and goes on with "the other" and another shares
out what the sentence before it counts, so the two make up the whole.
"""

import re
from collections.abc import Iterator
from functools import cache

from sitmap.checks import countable, figure, reading
from sitmap.checks.wholes import Number, Whole

#: How far behind the first number the rest of them may stand, in characters.
_REACH = 160


def remainders(text: str) -> Iterator[Whole]:
    """Read the counts that a text shares out in two.

    Parameters
    ----------
    text : str
        A report's.

    Yields
    ------
    Whole
        With two parts that make it up; only where the sentence before counts forces or weapons just once.
    """
    for match in _pattern().finditer(text):
        opens = match.start("some")
        before = reading.sentence(text, opens - 2)[0] if opens > 1 else 0
        counted = [m for m in _counted().finditer(text, before, opens) if countable.kind(m["noun"])]
        people = reading.is_of_another_kind(text, before, match.end())
        if len(counted) == 1 and not people and _is_of(match["what"], counted[0]["noun"]):
            parts = (_number(text, match, "some"), _number(text, match, "rest"))
            noun = " ".join(counted[0]["noun"].split())
            yield Whole(_number(text, counted[0], "number"), noun, parts, adds_up=True)


def _is_of(named: str | None, noun: str) -> bool:
    """Whether what is left is of the kind that was counted, or has no noun of its own."""
    kind = countable.kind(named) if named else ""
    return kind in {"", countable.kind(noun)}


def _number(text: str, match: re.Match[str], group: str) -> Number:
    value, bound = reading.value(match[group]), figure.bound_before(text, match.start(group))
    low, high = None if bound == "most" else value, None if bound == "least" else value
    return Number(match.start(group), low, high, match[group])


@cache
def _pattern() -> re.Pattern[str]:
    number = reading.number_pattern()
    some, rest = (number.replace("<number>", f"<{name}>") for name in ("some", "rest"))
    verb = rf"(?:{reading.alternatives(reading.roles('wholes.csv')['befell'])})"
    left = rf"\bthe\s(?:other|remaining)\s{rest}(?:\s(?P<what>{reading.alternatives(countable.nouns())})\b)?"
    return re.compile(
        rf"(?<=[.!?]\s){some}(?:\sof\sthem)?\s{verb}\b[^.!?\d]{{1,{_REACH}}}?[;,]\s(?:(?:and|while|but)\s)?{left}"
        rf"(?=\s{verb}\b)",
        re.IGNORECASE,
    )


@cache
def _counted() -> re.Pattern[str]:
    described = r"(?:\s[^\W\d][\w\u2019'-]*){0,3}?"
    nouns = reading.alternatives(countable.nouns())
    return re.compile(rf"{reading.number_pattern()}{described}\s(?P<noun>(?i:{nouns}))\b")
