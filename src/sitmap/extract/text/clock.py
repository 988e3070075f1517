"""Clock times and the zone they are meant in."""

import re
from dataclasses import dataclass, replace

from sitmap.extract.text.mentions import Mentions
from sitmap.extract.text.tokens import Token

_COLON = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
#: What follows a clock time on twenty-four hours.
_HOURS = frozenset({"hours", "hrs", "local"})
_HOUR = re.compile(r"1[0-2]|[1-9]")
_MILITARY = re.compile(r"([01]\d|2[0-3])([0-5]\d)")
_ZULU = re.compile(r"([01]\d|2[0-3]):?([0-5]\d)z", re.IGNORECASE)
_MORNING, _LATER = frozenset({"a.m.", "am", "a.m"}), frozenset({"p.m.", "pm", "p.m"})
_PARTS = {"morning": 0, "afternoon": 12, "evening": 12, "night": 12}
_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_NOON = 12
_REACH = 5


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time "HH:MM" at tokens `first` to `last` (exclusive).

    `timezone` is an IANA zone, "local" for "local time", "" when no words say; `zone_words` are
    the tokens that do.
    """

    first: int
    last: int
    time: str
    timezone: str = ""
    zone_words: tuple[int, int] | None = None


def clocks(tokens: list[Token], mentions: Mentions) -> list[Clock]:
    """Clock times of a text, in order.

    Parameters
    ----------
    tokens : list of Token
        The text.
    mentions : Mentions
        Its phrases.

    Returns
    -------
    list of Clock
    """
    found: list[Clock] = []
    named = (index for index, token in enumerate(tokens) if token.lower in _NAMED)
    for index in sorted({*mentions.digits, *named}):
        clock = _clock(tokens, mentions, index)
        if clock is not None and not (found and index < found[-1].last):
            found.append(_zoned(tokens, mentions, clock))
    return found


def _clock(tokens: list[Token], mentions: Mentions, index: int) -> Clock | None:
    text = tokens[index].text
    zulu = _ZULU.fullmatch(text)
    if zulu:
        return Clock(index, index + 1, f"{zulu[1]}:{zulu[2]}", "UTC")
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    halved = following in _MORNING | _LATER
    match = _COLON.fullmatch(text)
    told = ":" in text or halved or following in _HOURS
    parted = halved or _part_of_day(tokens, index + 1)
    if (match and told) or (_HOUR.fullmatch(text) and parted):
        return _twelve(tokens, index, int(match[1] if match else text), match[2] if match else "00")
    match = _MILITARY.fullmatch(text)
    if match and (mentions.starting("timezone", index + 1) or following in _HOURS):
        return Clock(index, index + 1, f"{match[1]}:{match[2]}")
    if (
        text.lower() in _NAMED
        and index
        and tokens[index - 1].lower in {"at", "around", "about", "before", "after"}
    ):
        return Clock(index, index + 1, _NAMED[text.lower()])
    return None


def _part_of_day(tokens: list[Token], index: int) -> bool:
    """Whether "in the morning" stands at a token, behind an hour alone."""
    words = [token.lower for token in tokens[index : index + 3]]
    return words[:2] == ["in", "the"] and words[2:] != [] and words[2] in _PARTS


def _twelve(tokens: list[Token], index: int, hour: int, minutes: str) -> Clock:
    """Return a time on a twelve-hour clock, if "p.m." or "in the evening" says so."""
    last = index + 1
    following = tokens[last].lower if last < len(tokens) else ""
    shift = 0
    if following in _MORNING | _LATER:
        last += 1
        shift = _NOON if following in _LATER else 0
        hour %= _NOON
    else:
        words = [t.lower for t in tokens[last : last + 3]]
        part = next((w for w in words if w in _PARTS), "")
        if words[:2] in (["in", "the"], ["on", "the"]) and part and hour < _NOON:
            shift = _PARTS[part]
    return Clock(index, last, f"{(hour + shift) % 24:02d}:{minutes}")


def _zoned(tokens: list[Token], mentions: Mentions, clock: Clock) -> Clock:
    if clock.timezone:
        return clock
    for index in range(clock.last, min(clock.last + _REACH, len(tokens))):
        lower = tokens[index].lower
        named = mentions.starting("timezone", index)
        if named is not None and (named.last - named.first > 1 or tokens[index].text.isupper()):
            last = named.last if index <= clock.last + 1 else clock.last
            words = (named.first, named.last)
            return replace(clock, last=last, timezone=str(named.value), zone_words=words)
        if lower == "local" and index + 1 < len(tokens) and tokens[index + 1].lower == "time":
            words = (index, index + 2)
            return replace(clock, last=index + 2, timezone="local", zone_words=words)
        if (
            lower in {"and", "to", ".", ";"}
            or tokens[index].text[0].isdigit()
            or (lower == "(" and index > clock.last)
        ):
            break
    return clock
