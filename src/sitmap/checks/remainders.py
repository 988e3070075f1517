"""What is left of a whole: "eight rockets in all. Three were stopped; the other six came down".

A sentence, or the two halves of one, that opens with a number and goes on with "the other" and another shares
out what the sentence before it counts, so the two make up the whole.
"""

import re
from collections.abc import Iterator
from functools import cache

from sitmap.checks import countable, figure, reading
from sitmap.checks.wholes import Number, Whole

_PEOPLE = "people"
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
        opens = match.start()
        before = reading.sentence(text, opens - 2)[0] if opens > 1 else 0
        counted = list(_counted().finditer(text, before, opens))
        if len(counted) == 1 and _is_shared_out(text, before, match, counted[0]["noun"]):
            parts = (_number(text, match, "some"), _number(text, match, "rest"))
            noun = " ".join(counted[0]["noun"].split())
            yield Whole(_number(text, counted[0], "number"), noun, parts, adds_up=True)


def _is_shared_out(text: str, before: int, match: re.Match[str], noun: str) -> bool:
    """Whether both parts are of the kind that was counted, if they name one: the dead are no missiles."""
    if reading.is_of_a_span(text, before, match.end()):
        return False
    people = reading.phrase("people").search(text, before, match.end()) is not None
    named = [match[group] for group in ("first", "what") if match[group]]
    kinds = {_kind(word) for word in named} | ({_PEOPLE} if people else set())
    return kinds <= {_kind(noun)}


def _kind(noun: str) -> str:
    folk = " ".join(noun.lower().split()) in reading.roles("wholes.csv")["people"]
    return _PEOPLE if folk else countable.kind(noun)


def _number(text: str, match: re.Match[str], group: str) -> Number:
    value, bound = reading.value(match[group]), figure.bound_before(text, match.start(group))
    low, high = None if bound == "most" else value, None if bound == "least" else value
    return Number(match.start(group), low, high, match[group])


@cache
def _pattern() -> re.Pattern[str]:
    number = reading.number_pattern()
    some, rest = (number.replace("<number>", f"<{name}>") for name in ("some", "rest"))
    verb = rf"(?:{reading.alternatives(reading.roles('wholes.csv')['befell'])})"
    nouns = reading.alternatives((*countable.nouns(), *reading.roles("wholes.csv")["people"]))
    around = reading.alternatives(reading.roles("wholes.csv")["around"])
    left = rf"\bthe\s(?:other|remaining)\s{rest}(?:\s(?P<what>{nouns})\b)?"
    return re.compile(
        rf"(?<=[.!?]\s)(?:(?:{around})\s)?{some}(?:\sof\sthem|\s(?P<first>{nouns}))?\s{verb}\b[^.!?\d]{{1,{_REACH}}}?[;,]\s(?:(?:and|while|but)\s)?{left}"
        rf"(?=\s{verb}\b)",
        re.IGNORECASE,
    )


@cache
def _counted() -> re.Pattern[str]:
    described = r"(?:\s[^\W\d][\w\u2019'-]*){0,3}?"
    nouns = reading.alternatives((*countable.nouns(), *reading.roles("wholes.csv")["people"]))
    return re.compile(rf"{reading.number_pattern()}{described}\s(?P<noun>(?i:{nouns}))\b")
