"""Numbers that a text gives as parts of another: "153 aircraft, of which 111 crossed the line".

A part stands behind words such as "of which", "including" or "of them", in the list behind a colon, "30
missiles: 14 from the Black Sea, 12 from the Caspian and four from Crimea", or behind a whole told again: "of
the 120 missiles, 100 were shot down", "19 ships. They were nine frigates and ten corvettes", "of the
aircraft, 34 crossed the line and 12 stayed". Words are those of `data/checks/wholes.csv`; forces and weapons
those of `data/vocabulary/`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sitmap import resources
from sitmap.checks import countable, reading

#: How many words may stand between a number and what it counts, and before the place of an item of a list.
_FILLERS, _DESCRIBED = 4, 5
#: How far from a whole the comma may stand that its parts follow: "of the 120 missiles fired at Kyiv,".
_DESCRIPTION = 60
#: What some did and the others did not, where nothing says that any did both.
_CONTRAST = {"cross", "stay"}


@dataclass(frozen=True, slots=True)
class Number:
    """A count in a text, with its bounds."""

    start: int
    low: int | None
    high: int | None
    words: str

    @property
    def least(self) -> int:
        """Least that the words allow."""
        return self.low or 0


@dataclass(frozen=True, slots=True)
class Whole:
    """A count and those that the text gives as parts of it.

    Parameters
    ----------
    number : Number
        The whole.
    noun : str
        What it counts, in the text's words.
    parts : tuple of Number
        In the order of the text.
    adds_up : bool
        The parts are a list of places or of kinds, or one crossed where others stayed, so that they do not
        overlap.
    """

    number: Number
    noun: str
    parts: tuple[Number, ...]
    adds_up: bool


@dataclass(frozen=True, slots=True)
class _Part:
    number: Number
    side: str


def wholes(text: str) -> tuple[Whole, ...]:
    """Read the counts that a text gives with their parts.

    Parameters
    ----------
    text : str
        A report's.

    Returns
    -------
    tuple of Whole
        In the order of the text. A sentence on a longer span ("since January"), or on casualties, gives none.
    """
    behind = (_whole(text, opening) for opening in _opening().finditer(text))
    ahead = (_told_first(text, opening) for opening in _before().finditer(text))
    again = (_named_again(text, opening) for opening in _of_kind().finditer(text))
    found = (whole for whole in (*behind, *ahead, *again) if whole is not None)
    return tuple(sorted(found, key=lambda whole: whole.number.start))


def _told_first(text: str, opening: re.Match[str]) -> Whole | None:
    """Read a whole that stands before its parts: "of the 120 missiles, 100 were shot down"."""
    opens, closes = reading.sentence(text, opening.start())
    counted = _counted().match(text, opening.end())
    if counted is None or reading.is_of_another_kind(text, opens, closes):
        return None
    comma = text.find(",", counted.end(), min(closes, counted.end() + _DESCRIPTION))
    items = _items(text, comma + 1, closes, countable.kind(counted["noun"]), opening) if comma > 0 else ()
    return _joined_with(counted, list(items))


def _named_again(text: str, opening: re.Match[str]) -> Whole | None:
    """Read a whole of the sentence before that is named again without its number: "of the aircraft, 34"."""
    opens, closes = reading.sentence(text, opening.start())
    kind = countable.kind(opening["noun"])
    before = reading.sentence(text, opens - 1)[0] if opens else 0
    counted = [m for m in _counted().finditer(text, before, opens) if countable.kind(m["noun"]) == kind]
    if len(counted) != 1 or reading.is_of_another_kind(text, before, closes):
        return None
    return _joined_with(counted[0], list(_items(text, opening.end(), closes, kind, opening)))


def _joined_with(counted: re.Match[str], parts: Sequence[_Part]) -> Whole | None:
    sides = {part.side for part in parts}
    adds_up = len(parts) > 1 and (sides == _CONTRAST or (len(sides) == 1 and not sides & {"", *_CONTRAST}))
    noun, numbers = " ".join(counted["noun"].split()), tuple(part.number for part in parts)
    return Whole(_number(counted), noun, numbers, adds_up) if parts else None


def _whole(text: str, opening: re.Match[str]) -> Whole | None:
    opens, closes = reading.sentence(text, opening.start())
    if reading.is_of_another_kind(text, opens, closes):
        return None
    points = _points().fullmatch(opening[0]) is not None
    # "About 1,000 of them": the number stands before; "of which 153": behind.
    before = _number_before(text, opens, opening.start()) if points else None
    first = before.start("number") if before is not None else opening.start()
    counted = _last_counted(text, opens, first)
    if counted is None and opens and (points or _again().fullmatch(opening[0])):
        counted = _last_counted(text, reading.sentence(text, opens - 1)[0], opens)
    if counted is None or _is_counted_between(text, counted.end(), first):
        return None
    kind = countable.kind(counted["noun"])
    named = countable.pattern().finditer(text, counted.end(), first)
    if points and any(countable.kind(noun[0]) != kind for noun in named):
        # "Eight ships. F-35 fighters, ten of them": what is named last is meant.
        return None
    items = _items(text, before.start() if before is not None else opening.end(), closes, kind, opening)
    return _joined_with(counted, list(items))


def _number_before(text: str, opens: int, end: int) -> re.Match[str] | None:
    found = list(_bare().finditer(text, opens, end))
    return found[-1] if found and not text[found[-1].end() : end].strip() else None


def _is_counted_between(text: str, start: int, end: int) -> bool:
    """Whether another number stands nearer, which may be the whole: "500 men, later 5,000, 4,800 of them"."""
    return any(not _unit().match(text, match.end()) for match in _bare().finditer(text, start, end))


def _last_counted(text: str, start: int, end: int) -> re.Match[str] | None:
    found = [match for match in _counted().finditer(text, start, end) if countable.kind(match["noun"])]
    return found[-1] if found else None


def _items(text: str, start: int, end: int, kind: str, opening: re.Match[str]) -> Iterator[_Part]:
    """Parts from the first number on, as long as each is one of a list."""
    at, listed = start, opening[0] == ":"
    for match in _bare().finditer(text, start, end):
        joins = text[at : match.start()]
        if at != start and not _ends_item().search(joins):
            continue
        if at == start and not _leads().fullmatch(joins):
            return
        side = _side(text, match, end, kind, listed=listed)
        if side is None:
            return
        yield _Part(_number(match), side)
        at = match.end()


def _side(text: str, match: re.Match[str], end: int, kind: str, *, listed: bool) -> str | None:
    """Say what an item of a list tells of its number: a preposition, a noun of the class, "" for neither.

    None where the number counts something else.
    """
    does = _does().match(text, match.end("number"), end)
    if does is not None and not listed:
        return (
            ""
            if _both().search(text, match.start(), end)
            else _done()[" ".join(does["does"].lower().split())]
        )
    noun = _counted().match(text, match.start(), end)
    if noun is not None and countable.kind(noun["noun"]) != kind:
        return None
    place = _place().match(text, match.end("number"), end)
    if place is not None:
        return _sides()[place["at"].lower()]
    if noun is not None:
        return "kind"
    return None if listed or _unit().match(text, match.end("number")) else ""


def _number(match: re.Match[str]) -> Number:
    low, high = reading.bounded(match.string, match)
    return Number(match.start("number"), low, high, match["number"])


@cache
def _sides() -> dict[str, str]:
    """Preposition to the role that it has in common with its like."""
    return {
        word: role
        for role in ("in", "from", "over", "to", "off")
        for word in reading.roles("wholes.csv")[role]
    }


@cache
def _done() -> dict[str, str]:
    """Map what some did to the role that says on which side of a line they were."""
    return {words: role for role in sorted(_CONTRAST) for words in reading.roles("wholes.csv")[role]}


def _phrase(roles: Sequence[str]) -> str:
    return reading.alternatives(word for role in roles for word in reading.roles("wholes.csv")[role])


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf":(?=\s)|\b(?:{_phrase(['open', 'again'])})\b", re.IGNORECASE)


@cache
def _again() -> re.Pattern[str]:
    return re.compile(_phrase(["again"]), re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    """Match what stands before a whole that its parts follow."""
    return re.compile(rf"\b(?:{_phrase(['before'])})\s(?=\w)", re.IGNORECASE)


@cache
def _of_kind() -> re.Pattern[str]:
    """Match a force or weapon that was counted before, and whose parts follow."""
    return re.compile(
        rf"\bof\sthe\s(?P<noun>{reading.alternatives(countable.nouns())}),\s(?=\w)", re.IGNORECASE
    )


@cache
def _does() -> re.Pattern[str]:
    return re.compile(rf"\s(?P<does>{_phrase(sorted(_CONTRAST))})\b", re.IGNORECASE)


@cache
def _both() -> re.Pattern[str]:
    """Match what lets a number count some of the others again."""
    return re.compile(rf"\b(?:{_phrase(['both'])})\b", re.IGNORECASE)


@cache
def _points() -> re.Pattern[str]:
    return re.compile(_phrase(["point"]), re.IGNORECASE)


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(reading.number_pattern())


@cache
def _leads() -> re.Pattern[str]:
    """Match what may stand before the first number of a list."""
    return re.compile(rf"[\s,]*(?:(?:{_phrase(['around'])})\s)*", re.IGNORECASE)


@cache
def _ends_item() -> re.Pattern[str]:
    """Match the end of what stands between two numbers of a list."""
    return re.compile(
        rf"(?:[,;]|\band|[,;]\s?and)\s(?:(?:{_phrase(['contrast', 'around'])})\s)*$", re.IGNORECASE
    )


@cache
def _counted() -> re.Pattern[str]:
    ends = reading.alternatives(reading.not_between())
    filler = rf"(?:\s(?!(?i:{ends})\b)[^\W\d][\w\u2019'-]*|\s[\w-]+-[\w-]+){{0,{_FILLERS}}}?"
    return re.compile(
        rf"{reading.number_pattern()}{filler}\s(?P<noun>(?i:{reading.alternatives(countable.nouns())}))\b"
    )


@cache
def _place() -> re.Pattern[str]:
    """Match the place of an item: "14 Kalibr missiles from", "400 at", "1,000 of them are in"."""
    words = rf"(?:\s(?:of\s(?:them|these|those)|[^\W\d][\w\u2019'-]*|[\w-]*-[\w-]*)){{0,{_DESCRIBED}}}?"
    return re.compile(rf"{words}\s(?P<at>(?i:{reading.alternatives(_sides())}))\s(?=(?:the\s)?[A-Z\d])")


@cache
def _unit() -> re.Pattern[str]:
    """Match what makes a number no count of the same things: a unit, a month, another number's noun."""
    tables = [resources.data("vocabulary", name) for name in ("units.csv", "months.csv")]
    words = [word for table in tables for row in resources.rows(table) for word in row["words"].split("|")]
    others = r"[ap]\.?m|per\s?cent|percent|years?|times|people|civilians?"
    return re.compile(rf"[\s-]?(?:{reading.alternatives(words)}|{others})\b|%", re.IGNORECASE)
