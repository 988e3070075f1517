"""Numbers in digits and words: measures with a unit, and counts with their bounds."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sitmap.extract.text.mentions import Mention, Mentions
from sitmap.extract.text.numbered import ends_name, is_label
from sitmap.extract.text.tokens import Token
from sitmap.extract.text.vocabulary import unit

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_SPREAD = re.compile(r"(\d{1,6})[-\u2011](\d{1,6})")
_STRONG = re.compile(r"(\d{1,3}(?:,\d{3})?|\d{4,6})-(?:strong|man|member|soldier|person|ship)")
#: Bounds written to the number: "300-odd", "300-plus".
_LOOSE = re.compile(r"(\d{1,3}(?:,\d{3})*|\d{4,6})-(?P<bound>odd|plus)")
_HUNDRED = 100
_MULTIPLIERS = {"hundred": 100.0, "thousand": 1e3, "million": 1e6}
_NOT_COUNTS = frozenset({"%", "percent", "per", "years", "year", "months", "month", "weeks", "week", "times"})
#: Units of a weapon's calibre: "152 mm howitzers".
_CALIBRES = frozenset({"mm", "cm", "millimetre", "millimeter"})
_CURRENCY = frozenset("$€£¥₩₽")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE_YEARS = frozenset(
    {"in", "by", "since", "until", "of", "from", "late", "early", "before", "after", "during", "mid"}
)
_AFTER_YEARS = frozenset({".", ",", ";", ")", "and", "the", ""})
_LARGEST_COUNT = 10_000_000
_ARTICLES = frozenset({"a", "an"})
_LEFTMOST = 4
_VAGUE = frozenset({"few", "many", "several"})
_ROUND = frozenset({"dozen", "hundred", "million", "thousand"})


@dataclass(frozen=True, slots=True)
class Measure:
    """A length in km or a time in minutes at tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    kind: str
    value: float


@dataclass(frozen=True, slots=True)
class Count:
    """How many, with bounds: "up to 8,000" has `low` None and `high` 8000, "a few hundred" neither."""

    first: int
    last: int
    low: int | None
    high: int | None


def _starts(mentions: Mentions) -> list[int]:
    """Tokens that a number can start at: the quick answer for most words."""
    worded = (m.first for m in mentions.ordered.get("number", ()))
    return sorted({*mentions.digits, *mentions.hyphened, *worded})


def _value(tokens: list[Token], mentions: Mentions, index: int) -> tuple[float, int] | None:
    """Return the number that starts at a token, and the token after it."""
    if index >= len(tokens):
        return None
    token = tokens[index]
    end = index + 1
    if token.text[0].isdigit():
        if not _DIGITS.fullmatch(token.text):
            return None
        value = float(token.text.replace(",", ""))
    else:
        worded = _worded(mentions, tokens, index)
        if worded is None:
            return None
        value, end = worded
    while end < len(tokens) and tokens[end].lower in _MULTIPLIERS and value < _LARGEST_COUNT:
        value *= _MULTIPLIERS[tokens[end].lower]
        end += 1
        rest = _worded(mentions, tokens, end + 1) if _and(tokens, end) else None
        if rest is not None and rest[0] < _HUNDRED:
            value, end = value + rest[0], rest[1]
    return value, end


def _and(tokens: list[Token], index: int) -> bool:
    return index + 1 < len(tokens) and tokens[index].lower == "and"


def _worded(mentions: Mentions, tokens: list[Token], index: int) -> tuple[float, int] | None:
    found = mentions.starting("number", index)
    if found is not None and isinstance(found.value, float):
        return found.value, found.last
    if "-" not in tokens[index].lower:
        return None
    tens, _, ones = tokens[index].lower.partition("-")
    table = _words()
    if ones and tens in table and ones in table:
        return table[tens] + table[ones], index + 1
    return None


def _words() -> dict[str, float]:
    return _WORDS


#: Parts of an hour or a mile by their names, and how many words stand before the unit at least.
_SHARES = {"quarter": 0.25, "quarters": 0.25, "three-quarters": 0.75, "third": 1 / 3, "two-thirds": 2 / 3}
_SHARE_WORDS = 2

_WORDS: dict[str, float] = {
    word: float(value)
    for value, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    )
} | {
    word: 10.0 * place
    for place, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}


def measures(tokens: list[Token], mentions: Mentions, taken: AbstractSet[int]) -> list[Measure]:
    """Lengths and times of a text; the same one in two units is one measure, in km.

    Parameters
    ----------
    tokens : list of Token
        The text.
    mentions : Mentions
        Its phrases.
    taken : set of int
        Tokens that belong to dates, clock times and names.

    Returns
    -------
    list of Measure
        In order, not overlapping.
    """
    found: list[Measure] = []
    for index in _starts(mentions):
        if index in taken or (found and index < found[-1].last) or mentions.starting("bound", index):
            continue
        measure = _measure(tokens, mentions, index)
        if measure is None:
            continue
        if found and _continues(tokens, found[-1], measure):
            found[-1] = _joined(tokens, found[-1], measure)
        else:
            found.append(measure)
    return [m for m in found if m.kind in {"length", "time"}]


def _measure(tokens: list[Token], mentions: Mentions, index: int) -> Measure | None:
    number = _value(tokens, mentions, index)
    if number is None:
        return None
    value, end = number
    if (
        value == 1
        and tokens[index].lower in _ARTICLES
        and (not mentions.starting("unit", end) or tokens[end].lower == "second")
    ):
        return None
    if end < len(tokens) and tokens[end].text in "-\u2011":
        end += 1
    named = mentions.starting("unit", end)
    if named is None:
        return None
    kind, factor = unit(str(named.value))
    first, share = _share(tokens, index)
    return Measure(_bound(mentions, first)[0], named.last, kind, value * factor * share)


def _share(tokens: list[Token], index: int) -> tuple[int, float]:
    """Where a measure starts of which a part is told, and the part: "three-quarters of an hour"."""
    before = [token.lower for token in tokens[max(0, index - 3) : index]]
    if len(before) < _SHARE_WORDS or before[-1] != "of":
        return index, 1.0
    told = _SHARES.get(before[-2], 0.0)
    three = told and before[0] == "three"
    return (index - 3 if three else index - 2, told * (3 if three else 1)) if told else (index, 1.0)


def _continues(tokens: list[Token], before: Measure, here: Measure) -> bool:
    between = [t.lower for t in tokens[before.last : here.first]]
    if before.kind != here.kind:
        return False
    if before.kind == "length":
        return between in (["("], ["/"], ["or"], ["(", "about"], ["(", "some"])
    return between in (["and"], [], [",", "and"]) and here.value < before.value


def _joined(tokens: list[Token], before: Measure, here: Measure) -> Measure:
    """One measure of two: hours and minutes add up, km and miles are one length, metric preferred."""
    last = here.last + (here.last < len(tokens) and tokens[here.last].text == ")")
    if before.kind == "time":
        return Measure(before.first, here.last, "time", before.value + here.value)
    metric = "m" not in tokens[before.last - 1].lower[:1] or tokens[before.last - 1].lower.startswith("met")
    return Measure(before.first, last, "length", before.value if metric else here.value)


def counts(tokens: list[Token], mentions: Mentions, taken: AbstractSet[int]) -> list[Count]:
    """Find the counts of a text with their bounds; articles are left to the noun they stand with.

    Parameters
    ----------
    tokens : list of Token
        The text.
    mentions : Mentions
        Its phrases.
    taken : set of int
        Tokens that belong to dates, clock times, measures and names.

    Returns
    -------
    list of Count
        In order, not overlapping.
    """
    found: list[Count] = []
    for index in _starts(mentions):
        if index in taken or (found and index < found[-1].last):
            continue
        count = _count(tokens, mentions, index, taken)
        if count is not None:
            found.append(count)
    return found


def _count(tokens: list[Token], mentions: Mentions, index: int, taken: AbstractSet[int]) -> Count | None:
    low, high, end = _spread(tokens[index].text, index) or _plain(tokens, mentions, index) or (0, 0, 0)
    if not end or _is_other(tokens, mentions, index, end):
        return None
    loose = _loose(tokens, index, low, end)
    if loose is not None or _vague(tokens, index):
        return loose or Count(index, end, None, None)
    if (
        end + 1 < len(tokens)
        and tokens[end].lower in {"to", "or", "and", "-", "\u2013"}
        and end + 1 not in taken
    ):
        upper = _plain(tokens, mentions, end + 1)
        between = tokens[index - 1].lower == "between" if index else False
        joins = tokens[end].lower != "and" or between
        if upper and joins and upper[1] > low and not _is_other(tokens, mentions, end + 1, upper[2]):
            return Count(index - between, upper[2], low, upper[1])
    first, bound = _bound(mentions, index)
    if bound == "most":
        return Count(first, end, None, high)
    if bound == "least":
        return Count(first, end, low, None)
    return Count(first, end, low, high)


def _loose(tokens: list[Token], index: int, low: int, end: int) -> Count | None:
    """Return a number with its bound behind it: "300-plus", "300+", "300 or more", "300 or fewer"."""
    written = _LOOSE.fullmatch(tokens[index].text)
    after = [token.lower for token in tokens[end : end + 2]]
    if (written is not None and written["bound"] == "plus") or after[:1] == ["+"]:
        return Count(index, end + (after[:1] == ["+"]), low, None)
    if after == ["or", "more"]:
        return Count(index, end + 2, low, None)
    return Count(index, end + 2, None, low) if after in (["or", "fewer"], ["or", "less"]) else None


def _vague(tokens: list[Token], index: int) -> bool:
    """Whether no number is given: "several hundred"."""
    return (
        index > 0
        and tokens[index - 1].lower in _VAGUE
        and tokens[index].lower in _MULTIPLIERS.keys() | _ROUND
    )


def _plain(tokens: list[Token], mentions: Mentions, index: int) -> tuple[int, int, int] | None:
    if tokens[index].lower in _ARTICLES and not mentions.starting("number", index):
        return None
    number = _value(tokens, mentions, index)
    if number is None or number[0] > _LARGEST_COUNT or number[0] != int(number[0]):
        return None
    if number[1] == index + 1 and tokens[index].lower in _ARTICLES:
        return None
    return int(number[0]), int(number[0]), number[1]


def _spread(text: str, index: int) -> tuple[int, int, int] | None:
    match = _SPREAD.fullmatch(text)
    if match and int(match[1]) < int(match[2]):
        return int(match[1]), int(match[2]), index + 1
    strong = _STRONG.fullmatch(text) or _LOOSE.fullmatch(text)
    if strong is None:
        return None
    people = int(strong[1].replace(",", ""))
    return people, people, index + 1


def _is_other(tokens: list[Token], mentions: Mentions, first: int, end: int) -> bool:
    """Whether the number is money, a share, a span of years or part of a name."""
    if first and (tokens[first - 1].text in _CURRENCY or ends_name(tokens, mentions, first)):
        return True
    if end == first + 1 and is_label(tokens, first):
        return True
    following = tokens[end].lower if end < len(tokens) else ""
    return following in _NOT_COUNTS | _CALIBRES or (
        end == first + 1
        and _YEAR.fullmatch(tokens[first].text) is not None
        and (following in _AFTER_YEARS or (first > 0 and tokens[first - 1].lower in _BEFORE_YEARS))
    )


def _bound(mentions: Mentions, index: int) -> tuple[int, str]:
    """Where the words that bound a number start, and the bound: the strongest of those before it."""
    first, bound = index, ""
    for _ in range(_LEFTMOST):
        before: Mention | None = mentions.at("bound", first - 1)
        if before is None or before.last != first:
            break
        first = before.first
        bound = str(before.value) if bound in {"", "about"} else bound
    return first, bound
