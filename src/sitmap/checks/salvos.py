"""Counts of a salvo by somebody's word, that no claim carries: "Nine, says Tokyo".

Words are those of `data/checks/tallies.csv`. A count stands behind a source and its verb, or before them;
what follows may say no more than that the weapons were launched, and at what where the source fired them.
"""

import re
from dataclasses import dataclass
from functools import cache

from sitmap.checks import reading
from sitmap.checks.tallies import TABLE, asset_of, assets, weekdays

#: How far back the weapon may stand that a bare number counts, in characters.
_REACH = 300
#: How far on the words may stand that say what a number counts, in characters.
_AHEAD = 50


@dataclass(frozen=True, slots=True)
class Told:
    """A count of a salvo by somebody's word.

    Parameters
    ----------
    source : str
        Who says so, in the text's words.
    low, high : int or None
        Least and greatest count that the words allow.
    start : int
        Where the number stands in the text.
    asset : str
        As a claim's `asset`; "" when the number stands alone.
    """

    source: str
    low: int | None
    high: int | None
    start: int
    asset: str = ""


def told(text: str) -> tuple[Told, ...]:
    """Read the counts that stand by somebody's word: "Tokyo saw nine", "Eleven, says Taipei".

    Parameters
    ----------
    text : str
        A report's.

    Returns
    -------
    tuple of Told
        In the order of the text; only where a weapon is spoken of and people are not.
    """
    found = {
        match.start("number"): Told(
            match["source"], *reading.bounded(text, match), match.start("number"), asset_of(salvo["weapon"])
        )
        for pattern in _tellings()
        for match in pattern.finditer(text)
        if (salvo := _salvo(text, match)) and _is_of_weapons(text, match, salvo["weapon"])
    }
    return tuple(found[start] for start in sorted(found))


def _salvo(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """Match what follows the count of a salvo; said to be fired by whom, it may be told at what."""
    pattern = _aimed_salvo() if match.groupdict().get("again") else _whole_salvo()
    return pattern.match(text, match.end("number"))


def _is_of_weapons(text: str, match: re.Match[str], weapon: str | None) -> bool:
    """Whether a number counts weapons: by its own noun, or by what is spoken of where people are not."""
    if weapon:
        return True
    around = text[max(0, match.start() - _REACH) : match.end() + _AHEAD]
    near = " ".join(reading.SENTENCE_END.split(text[max(0, match.start() - _REACH) : match.end()])[-2:])
    _, closes = reading.sentence(text, match.start("number"))
    people = reading.phrase("people").search(near) or reading.phrase("people").search(
        text, match.end(), min(closes, match.end() + _AHEAD)
    )
    return bool(_weapon().search(around)) and not people


@cache
def _weapon() -> re.Pattern[str]:
    weapons = (words for words, asset in assets().items() if asset)
    return re.compile(rf"\b(?:{reading.alternatives(weapons)})\b", re.IGNORECASE)


@cache
def _whole_salvo() -> re.Pattern[str]:
    """Match what follows the count of a salvo: a weapon, and no more than that it was launched.

    "Said 20 drones had been shot down", "five missiles fell in its waters", "54 drones over the capital" and
    "one more missile" count no salvo.
    """
    says = reading.alternatives(reading.roles("outcomes.csv")["say"])
    return re.compile(
        rf"{_of_salvo()}(?:\s*(?:[.;,)\u201d\"]|$)|{_launched()}|\sfrom\b|\sand\s(?:of|{says})\b)",
        re.IGNORECASE,
    )


@cache
def _aimed_salvo() -> re.Pattern[str]:
    """Match what follows the count of a salvo that its source fired: "it had fired 62 rockets at"."""
    return re.compile(rf"{_of_salvo()}(?:\s*[.;,)]|\s(?:from|at|towards?|against|into|on)\b)", re.IGNORECASE)


def _of_salvo() -> str:
    ends = reading.alternatives((*reading.not_between(), "more", "had", "have", "are", "is"))
    filler = rf"(?:(?!(?:{ends})\b)[^\W\d][\w-]*\s){{0,2}}?"
    return rf"(?:\s{filler}(?P<weapon>{reading.alternatives(assets())})\b)?"


def _launched() -> str:
    auxiliary = r"(?:(?:had|have|has|were|was|are|is)\s(?:(?:been|also|all)\s)*)?"
    return rf"\s{auxiliary}(?:{reading.alternatives(reading.roles(TABLE)['launched'])})\b"


def _source() -> str:
    """Pattern of a source by name; behind an owner or a demonym it is a common noun: "Israeli military"."""
    bodies = reading.alternatives(reading.roles(TABLE)["body"])
    return (
        r"(?P<source>[A-Z][\w\u2019'-]*(?:\s(?:of\s|the\s|and\s)?[A-Z][\w\u2019'-]*){0,5}"
        rf"(?:(?<=[\u2019']s)(?:\s[a-z]+){{1,3}}?|\s(?:{bodies}))?)"
    )


@cache
def _tellings() -> tuple[re.Pattern[str], ...]:
    roles, weapon = reading.roles(TABLE), reading.alternatives(assets())
    source = _source()
    verb, fired = reading.alternatives(roles["told"]), "|".join(roles["launched"] + roles["told"])
    ends = rf"(?=\s*(?:[.;,)]|$)|\s+(?:[^\W\d][\w-]*\s){{0,2}}?(?i:{weapon})\b)"
    day = rf"(?:on\s(?i:{weekdays()})\s)?"
    again = rf"(?P<again>(?:that\s)?(?:it|they)\s(?:had\s|has\s|have\s)?(?:{fired})\s)?"
    bounds = rf"{day}{again}(?:(?:that|only|just|about|around|some|at least|more than|up to)\s){{0,2}}"
    return (
        re.compile(rf"\b(?:The\s)?{source}\s(?:{verb})\s{bounds}{reading.number_pattern()}{ends}"),
        re.compile(
            rf"{reading.number_pattern()},?\s(?:says?|said|according\sto)\s(?:the\s)?{source}(?=\s*[.;,)]|$)"
        ),
    )
