"""Entries of a live account, each opened by the clock: "22.31 - Two jets are airborne"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from sitmap.extract.text.calendar_days import Day
from sitmap.extract.text.tokens import Token

_CLOCK = re.compile(r"([01]?\d|2[0-3])[.:h]([0-5]\d)")
_MARKS = frozenset({"-", "\u2013", "—", ":", "|"})
_BULLETS = frozenset({"-", "\u2013", "—", "*", "•", "["})
#: Entries that make an account, so that "4.30" at the start of a line is no measure.
_FEWEST = 2
_DAY = 24 * 60


def entries(text: str, tokens: Sequence[Token], published: date | None) -> dict[int, Day]:
    """Day of each entry: the publication's, before midnight the one before.

    Parameters
    ----------
    text : str
        The report.
    tokens : sequence of Token
        Its tokens.
    published : date or None
        When the account was published, on the day of its latest entry.

    Returns
    -------
    dict of int to Day
        First token of an entry to its day; empty for a report of another kind.
    """
    opened = [
        (i, minutes) for i, token in enumerate(tokens) if (minutes := _opens(text, tokens, i)) is not None
    ]
    if published is None or (len(opened) < _FEWEST and not any(":" in tokens[i].text for i, _ in opened)):
        return {}
    steps = [after - before for (_, before), (_, after) in pairwise(opened)]
    # The shorter way round the clock tells whether the account runs on or back.
    forward = sum((step + _DAY // 2) % _DAY - _DAY // 2 >= 0 for step in steps) * 2 >= len(steps)
    turns = [n for n, step in enumerate(steps, start=1) if (step < 0) == forward and step]
    turn = turns[0] if len(turns) == 1 else 0
    eve = published - timedelta(days=1)
    found = {}
    for number, (index, _) in enumerate(opened):
        earlier = turn and (number < turn) == forward
        found[index] = Day(index, index + 1, eve if earlier else published)
    return found


def _opens(text: str, tokens: Sequence[Token], index: int) -> int | None:
    """Return the minute of the day that opens an entry at a token, None where none does."""
    match = _CLOCK.fullmatch(tokens[index].text)
    if match is None or index + 1 >= len(tokens) or not _starts_line(text, tokens, index):
        return None
    after = tokens[index + 1]
    opens = after.text in _MARKS or (after.is_name and not after.text.isupper()) or after.text == "]"
    return int(match[1]) * 60 + int(match[2]) if opens else None


def _starts_line(text: str, tokens: Sequence[Token], index: int) -> bool:
    first = index - (index > 0 and tokens[index - 1].text in _BULLETS)
    return first == 0 or "\n" in text[tokens[first - 1].end : tokens[first].start]
