"""Minutes that a text counts from a launch to its end, where no claim carries them.

"22 minutes after launch", "after a flight of an hour and ten minutes": the words are those of
`data/checks/durations.csv`. Minutes that are only "later" may count from anything, and are not read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sitmap.checks import figure, reading
from sitmap.checks.figure import Figure

_HOUR_MIN = 60


@dataclass(frozen=True, slots=True)
class Lasted:
    """How long a flight took by the words of a text.

    Parameters
    ----------
    time : Figure
        In minutes.
    start, end : int
        Where its words stand.
    """

    time: Figure
    start: int
    end: int


def lasted(text: str) -> Iterator[Lasted]:
    """Read the flight times of a text.

    Parameters
    ----------
    text : str
        A report's.

    Yields
    ------
    Lasted
        In the order of the text.
    """
    for match in _pattern().finditer(text):
        minutes = _minutes(match)
        if minutes:
            start, end = match.span("told")
            told = figure.minutes(minutes, figure.bound_before(text, start), text[start:end])
            yield Lasted(told, start, end)


def _minutes(match: re.Match[str]) -> float:
    """Sum of hours and minutes: "an hour and ten minutes" are 70."""
    hours = _HOUR_MIN * _value(match["hours"]) if match["hours"] else 0
    more = {"half": 30, "quarter": 15}.get((match["part"] or "").lower(), 0)
    minutes = match["minutes"] or match["alone"]
    return float(hours + more + (_value(minutes) if minutes else 0))


def _value(words: str) -> int:
    return 1 if words.lower() in {"an", "a"} else reading.value(words)


@cache
def _pattern() -> re.Pattern[str]:
    number = reading.number_pattern().replace("(?P<number>", "(?:")
    words = reading.roles("durations.csv")
    minutes = rf"(?P<minutes>{number})(?:\s|-)min(?:ute)?s?"
    part = r"(?:\sand\sa\s(?P<part>half|quarter))"
    hours = rf"(?P<hours>an|{number})\shours?(?:{part}|(?:\sand)?\s{minutes})?"
    told = rf"(?P<told>{hours}|{minutes.replace('<minutes>', '<alone>')})"
    flight, after = (reading.alternatives(words[role]) for role in ("flight", "after"))
    return re.compile(
        rf"\b(?P<before>(?:{flight})\s(?:about\s|some\s)?)?\b{told}(?(before)|\s(?:{after}))\b", re.IGNORECASE
    )
