"""Lists that a text gives in full: a roll of states with their men, a count with every one of its items.

"The whole force is 2,030 men. RUSSIA - 1,800 ... BELARUS - 100": the counts of paragraphs under labels
together are the whole that is told before them. "Our count comes to 26: six bombers, nine tankers. That is
every one of them": where the list is said to be complete, items that fall short of the whole are an error
too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sitmap.checks import countable, reading
from sitmap.checks.wholes import Number

#: Fewest labelled paragraphs that are a roll.
_ROLL = 3
#: How far behind a complete list its words may stand, and before it the whole, in characters.
_BEHIND, _BEFORE = 140, 300


@dataclass(frozen=True, slots=True)
class Roll:
    """A whole and all of its parts.

    Parameters
    ----------
    whole : Number
        As told.
    noun : str
        What it counts.
    parts : tuple of Number
        In the order of the text.
    is_complete : bool
        The text says that nothing is left out.
    """

    whole: Number
    noun: str
    parts: tuple[Number, ...]
    is_complete: bool


def rolls(text: str) -> Iterator[Roll]:
    """Read the lists of a text that are given in full.

    Parameters
    ----------
    text : str
        A report's.

    Yields
    ------
    Roll
        First the roll of its labelled paragraphs, then the complete lists behind a colon.
    """
    yield from _labelled(text)
    yield from _spelled_out(text)
    for colon in re.finditer(r":\s", text):
        yield from _complete(text, colon)


def _labelled(text: str) -> Iterator[Roll]:
    labels = list(_label().finditer(text))
    if len(labels) < _ROLL:
        return
    ahead = text[: labels[0].start()]
    wholes = [m for m in _counted().finditer(ahead) if _is_total(ahead, m)]
    if len(wholes) != 1:
        return
    kind = countable.kind(wholes[0]["noun"])
    ends = [label.start() for label in labels[1:]]
    paragraph = text.find("\n\n", labels[-1].end())
    ends.append(paragraph if paragraph > 0 else len(text))
    parts = []
    for label, end in zip(labels, ends, strict=True):
        counted = [
            m for m in _counted().finditer(text, label.end(), end) if countable.kind(m["noun"]) == kind
        ]
        if len(counted) == 1:
            parts.append(_number(text, counted[0]))
    if len(parts) >= _ROLL:
        yield Roll(_number(ahead, wholes[0]), wholes[0]["noun"], tuple(parts), is_complete=False)


def _spelled_out(text: str) -> Iterator[Roll]:
    """Read a sentence that opens with a number and counts kinds of what the one before it counts.

    "31 aircraft were seen. Twelve were fighters, nine bombers and four helicopters."
    """
    for opening in _opens_with().finditer(text):
        start, end = opening.start("number"), reading.sentence(text, opening.end())[1]
        before = reading.sentence(text, start - 2)[0] if start > 1 else 0
        counted = list(_counted().finditer(text, before, start))
        items = _items(text, start, end)
        is_apart = not reading.is_of_another_kind(text, before, end) and "of them" not in text[start:end]
        if len(counted) == 1 and len(items) >= _ROLL and is_apart:
            yield Roll(_number(text, counted[0]), counted[0]["noun"], items, is_complete=False)


@cache
def _opens_with() -> re.Pattern[str]:
    return re.compile(rf"(?<=[.!?]\s){reading.number_pattern()}\s(?:were|are)\s", re.IGNORECASE)


def _is_total(text: str, match: re.Match[str]) -> bool:
    """Whether the words of a number's sentence, no number between, call it the whole."""
    opens, closes = reading.sentence(text, match.start())
    total = _role("total")
    return total.search(text, opens, match.start()) is not None or (
        total.match(text, match.end() + 1, closes) is not None
    )


def _complete(text: str, colon: re.Match[str]) -> Iterator[Roll]:
    _, closes = reading.sentence(text, colon.end())
    items = _items(text, colon.end(), closes)
    whole = _whole_before(text, colon.start())
    if whole is None or len(items) < 2:  # noqa: PLR2004 - a list has two items
        return
    said = _role("complete").search(text, colon.start(), min(len(text), closes + _BEHIND))
    if said is not None:
        yield Roll(whole[0], whole[1], items, is_complete=True)


def _items(text: str, start: int, end: int) -> tuple[Number, ...]:
    """Read the counts of the items of a list; none where one of them does not open with a number."""
    found, at = [], start
    for cut in [*_JOINT.finditer(text, start, end), None]:
        stop = cut.start() if cut else end
        number = _leading().match(text, at, stop)
        if number is None and cut is None and _role("said").search(text, at, stop):
            # "..., the ministry said" ends a list.
            break
        if number is None:
            return ()
        found.append(_number(text, number))
        at = cut.end() if cut else end
    return tuple(found)


def _whole_before(text: str, end: int) -> tuple[Number, str] | None:
    """Find the number that a list behind a colon shares out, and what it counts."""
    told = list(_told().finditer(text, max(0, end - _BEFORE), end))
    return (_number(text, told[-1]), told[-1]["noun"]) if told else None


def _number(text: str, match: re.Match[str]) -> Number:
    value = reading.value(match["number"])
    low, high = reading.bounded(text, match) if match.string == text else (value, value)
    return Number(match.start("number"), low, high, match["number"])


_JOINT = re.compile(r"[,;]\s(?:and\s)?|\sand\s")


@cache
def _role(role: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{reading.alternatives(reading.roles('wholes.csv')[role])})\b", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    """Match what heads a paragraph: "RUSSIA - ", "Belarus: "."""
    return re.compile(
        r"(?:^|(?<=\n))(?:[A-Z][A-Z .'\u2019-]{2,30}|[A-Z][\w'\u2019]+(?:\s[A-Z]\w+)?(?=:))"
        r"(?:\s[-\u2013\u2014]|:|\.)\s"
    )


@cache
def _counted() -> re.Pattern[str]:
    described = r"(?:\s(?!of\b|and\b)[^\W\d][\w\u2019'-]*){0,2}?"
    nouns = reading.alternatives(countable.nouns())
    return re.compile(rf"{reading.number_pattern()}{described}\s(?P<noun>(?i:{nouns}))\b")


@cache
def _leading() -> re.Pattern[str]:
    around = reading.alternatives(reading.roles("wholes.csv")["around"])
    return re.compile(rf"(?:(?:{around})\s)?{reading.number_pattern()}\s(?=\S)", re.IGNORECASE)


@cache
def _told() -> re.Pattern[str]:
    words = reading.roles("wholes.csv")
    tally, comes = (reading.alternatives(words[role]) for role in ("tally", "comes to"))
    nouns, around = reading.alternatives(countable.nouns()), reading.alternatives(words["around"])
    return re.compile(
        rf"\b(?:{tally})\s(?:[\w-]+\s){{0,3}}?(?P<noun>{nouns})\b[^.;:]{{0,60}}?"
        rf"\b(?:{comes})\s(?:(?:{around})\s)?{reading.number_pattern()}",
        re.IGNORECASE,
    )
