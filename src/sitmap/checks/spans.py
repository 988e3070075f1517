"""Minutes that a text counts from a launch to its end, where no claim carries them.

"22 minutes after launch", "after a flight of an hour and ten minutes", "half an hour in the air": the words
are those of `data/checks/durations.csv`. Minutes that are only "later" may count from anything, and are
read only right behind the second of the two clock times of a sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sitmap.checks import figure, reading
from sitmap.checks.figure import Figure

_HOUR_MIN = 60
#: Minutes of each part of an hour.
_PARTS = {
    "half": 30,
    "half an": 30,
    "quarter": 15,
    "quarter of an": 15,
    "three quarters of an": 45,
    "three quarter": 45,
}
#: A clock time, how many a launch and its end have, and what may stand between one and how much later it was.
_TIME = re.compile(r"(?<![\d:.,])\d{1,2}(?:[:.]\d{2}(?:\s?[ap]\.?m\b\.?)?|\s?[ap]\.?m\b\.?)", re.IGNORECASE)
_BOTH = 2
_JOINED = re.compile(r"[,;\s\u2013\u2014-]*(?:(?:just|about|some|only|around)\s)?", re.IGNORECASE)


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
        if minutes and (match["later"] is None or _is_of_two_clocks(text, match.start())):
            start, end = match.span("told")
            told = figure.minutes(minutes, figure.bound_before(text, start), text[start:end])
            yield Lasted(told, start, end)


def _is_of_two_clocks(text: str, start: int) -> bool:
    """Whether two clock times stand in a sentence before words, the second right before them."""
    opens, _ = reading.sentence(text, start)
    times = list(_TIME.finditer(text, opens, start))
    return len(times) == _BOTH and _JOINED.fullmatch(text, times[-1].end(), start) is not None


def _minutes(match: re.Match[str]) -> float:
    """Sum of hours and minutes: "an hour and ten minutes" are 70."""
    hours = _HOUR_MIN * _value(match["hours"]) if match["hours"] else 0
    fraction = " ".join((match["fraction"] or "").lower().replace("-", " ").split())
    more = _PARTS.get((match["part"] or match["and_a"] or "").lower(), 0) + _PARTS.get(fraction, 0)
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
    joined = rf"(?:{part}|(?:\sand)?\s{minutes})?"
    halves = r"(?:\sand\sa\s(?P<and_a>half|quarter))?"
    hours = rf"(?<!half\s)(?<!quarter\sof\s)(?<!quarters\sof\s)(?P<hours>an|{number}){halves}\shours?{joined}"
    fraction = r"(?:a\s)?(?P<fraction>three(?:\s|-)quarters?(?:\sof\san)?|half\san|quarter\sof\san)\shour"
    told = rf"(?P<told>{fraction}|{hours}|{minutes.replace('<minutes>', '<alone>')})"
    flight, after = (reading.alternatives(words[role]) for role in ("flight", "after"))
    around = reading.alternatives(reading.roles("wholes.csv")["around"])
    before = rf"(?P<before>(?:{flight})\s(?:(?:{around})\s)?)"
    return re.compile(
        rf"\b{before}?\b{told}(?(before)|\s(?:{after}|(?P<later>later)))\b",
        re.IGNORECASE,
    )
