"""Calendar days: absolute, without a year, by weekday, and relative to another day."""

import re
from dataclasses import replace
from datetime import date, timedelta

from sitmap.extract.text import calendar_days, edges, periods
from sitmap.extract.text.calendar_days import Day
from sitmap.extract.text.mentions import Mentions
from sitmap.extract.text.tokens import Token, lower_at

_ORDINAL = re.compile(r"(3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)")
_SMALL = {
    w: n
    for n, w in enumerate(
        ["a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        start=1,
    )
}
_SMALL["one"] = 1
_BACK, _ON = frozenset({"earlier", "before", "previously"}), frozenset({"later", "after", "afterwards"})
_CONJUNCTIONS = frozenset({"after", "before"})
_DETERMINERS = frozenset({"a", "an", "its", "the", "their"})
_WEEK = 7
_NIGHT = frozenset({"overnight", "night"})
#: Kinds of mention that a day may start with.
_KINDS = ("month", "weekday", "day", "season")
#: Second words of what tells a day from another.
_RELATIVE = frozenset({"day", "days", "week", "weeks"}) | _BACK | _ON
_PARTS = frozenset({"day", "morning", "afternoon", "evening", "night"})
#: Words before a part of a day that tell it from another: "the previous evening".
_SHIFTS = {"previous": -1, "preceding": -1, "same": 0, "next": 1, "following": 1}
_SECOND = _RELATIVE | _PARTS | {"weekend"}
#: What opens a weekend: "over the weekend"; it is told by its Saturday.
_WEEKENDS = frozenset({"the", "last", "this", "past"})
_SATURDAY = 5


def days(tokens: list[Token], mentions: Mentions, *, published: date | None, body: int) -> list[Day]:
    """Days that a text names, in order, resolved as far as it allows.

    Parameters
    ----------
    tokens : list of Token
        The text.
    mentions : Mentions
        Its phrases.
    published : date or None
        What weekdays and days without a year are resolved against.
    body : int
        First token after the dateline, whose day is the report's own.

    Returns
    -------
    list of Day
    """
    found: list[Day] = []
    anchor = published
    end = body
    names = mentions.covering.get("designation", {})
    for index in _starts(tokens, mentions):
        if index in names or index < end:
            continue
        day = _day(tokens, mentions, index, published, anchor)
        if day is None:
            continue
        if found and _night_into(tokens, found[-1], day):
            found[-1] = replace(day, first=found[-1].first)
        elif found and _appose(tokens, found[-1], day):
            # "Friday, September 15", "the previous day, the 17th": one day, the exact words decide.
            found[-1] = replace(
                day if day.exact or not found[-1].day else found[-1], first=found[-1].first, last=day.last
            )
        else:
            found.append(day)
        anchor = found[-1].day or anchor
        end = day.last
    return found


def _starts(tokens: list[Token], mentions: Mentions) -> list[int]:
    """Tokens that a day can start at: the quick answer for most words."""
    named = {m.first for kind in _KINDS for m in mentions.ordered.get(kind, ())}
    words = [token.lower for token in tokens]
    named |= {index - 1 for index, word in enumerate(words) if word in _SECOND}
    named |= {index for index, word in enumerate(words) if edges.may_start(word)}
    return sorted({*mentions.digits, *named} - {-1})


def _night_into(tokens: list[Token], before: Day, here: Day) -> bool:
    """Whether a night ends on the second day named: "overnight into Sunday"."""
    words = [t.lower for t in tokens[before.first : here.first]]
    between = [word for word in words[before.last - before.first :] if word != "night"]
    return bool(_NIGHT & set(words)) and between in ([], ["into"], ["to"], ["from"]) and not before.exact


def _appose(tokens: list[Token], before: Day, here: Day) -> bool:
    between = [t.lower for t in tokens[before.last : here.first]]
    return between in ([","], [], [",", "the"]) and not before.exact and not before.part and not here.part


def _day(
    tokens: list[Token], mentions: Mentions, index: int, published: date | None, anchor: date | None
) -> Day | None:
    text = tokens[index].text
    if text[0].isdigit():
        return (
            calendar_days.numeric(tokens, index)
            or calendar_days.with_month(tokens, mentions, index, published)
            or _relative(tokens, index, anchor, published)
            or _bare_ordinal(tokens, index, anchor, published)
            or _period(tokens, mentions, index, published)
        )
    if text[0].isupper() and mentions.at("month", index):
        return calendar_days.with_month(tokens, mentions, index, published)
    if text.islower() and lower_at(tokens, index + 1) == "weekend":
        return _weekend(tokens, index, published)
    return (
        edges.of_month(tokens, mentions, index, published)
        or _weekday(tokens, mentions, index, published)
        or _day_word(mentions, index, published)
        or _relative(tokens, index, anchor, published)
        or _period(tokens, mentions, index, published)
    )


def _period(tokens: list[Token], mentions: Mentions, index: int, published: date | None) -> Day | None:
    found = periods.period(tokens, mentions, index, published)
    return Day(index, found[0], None, part=True, over=found[1]) if found is not None else None


def _weekday(tokens: list[Token], mentions: Mentions, index: int, published: date | None) -> Day | None:
    found = mentions.starting("weekday", index)
    entry = edges.logged(tokens, index, int(str(found.value)) if found is not None else None, published)
    if entry is not None or found is None or not tokens[index].is_name:
        return entry
    if published is None:
        return Day(index, index + 1, None)
    back = (published.weekday() - int(str(found.value))) % _WEEK
    if lower_at(tokens, index - 1) == "last" and back == 0:
        back = _WEEK
    of = lower_at(tokens, index + 1) == "of"
    if (lower_at(tokens, index + 1 + of), lower_at(tokens, index + 2 + of)) == ("last", "week"):
        day = published - timedelta(days=_WEEK + published.weekday() - int(str(found.value)))
        return Day(index, index + 3 + of, day)
    day = published - timedelta(days=back)
    return Day(index, index + 1, day, ahead=day + timedelta(days=_WEEK if back else 0))


def _day_word(mentions: Mentions, index: int, published: date | None) -> Day | None:
    found = mentions.starting("day", index)
    if found is None:
        return None
    day = published + timedelta(days=int(str(found.value))) if published else None
    return Day(index, found.last, day, ahead=day)


def _weekend(tokens: list[Token], index: int, published: date | None) -> Day | None:
    """Days of "at the weekend": the last Saturday and Sunday, of a plan the next."""
    if lower_at(tokens, index) not in _WEEKENDS or published is None:
        return None
    saturday = published - timedelta(days=(published.weekday() - _SATURDAY) % _WEEK)
    ahead = saturday + timedelta(days=_WEEK if saturday < published else 0)
    return Day(index, index + 2, saturday, end=saturday + timedelta(days=1), ahead=ahead)


def _relative(tokens: list[Token], index: int, anchor: date | None, published: date | None) -> Day | None:
    """Days told from another: "three days earlier", "the previous day", "the day after"."""
    words = [lower_at(tokens, index + ahead) for ahead in range(3)]
    if words[1] not in _SECOND:
        return None
    shift, length = 0, 0
    if words[0] in _SHIFTS and words[1] in _PARTS:
        shift, length = _SHIFTS[words[0]], 2
    elif words[0] in _PARTS and words[1] in _BACK | _ON and lower_at(tokens, index - 1) == "the":
        shift, length = (-1 if words[1] in _BACK else 1), 2
    elif (words[0] in _SMALL or words[0].isdecimal()) and words[1] in {"day", "days", "week", "weeks"}:
        number = _SMALL.get(words[0]) or int(words[0][:3])
        number *= _WEEK if words[1].startswith("week") else 1
        shift = -number if words[2] in _BACK else number if words[2] in _ON else 0
        # "Two days after the Pentagon ordered it" tells of the day of something else.
        length = 3 if shift and not _goes_on(tokens, index + 3) else 0
        if words[2] == "ago":
            # Told from the report, whatever day was named before.
            shift, length, anchor = -number, 3, published
    if not length:
        return None
    return Day(index, index + length, anchor + timedelta(days=shift) if anchor else None)


def _goes_on(tokens: list[Token], index: int) -> bool:
    """Whether "two days after" is told of what follows."""
    return lower_at(tokens, index - 1) in _CONJUNCTIONS and lower_at(tokens, index) in _DETERMINERS


def _bare_ordinal(tokens: list[Token], index: int, anchor: date | None, published: date | None) -> Day | None:
    match = _ORDINAL.fullmatch(tokens[index].text)
    following = lower_at(tokens, index + 1)
    if match is None or lower_at(tokens, index - 1) != "the" or following not in {".", ",", ";", ")"}:
        return None
    day = calendar_days.on(anchor.year, anchor.month, int(match[1])) if anchor else None
    if day is not None and anchor == published and anchor is not None and day > anchor:
        # "On the 28th" of a report of the 1st: of the month before, of a plan the next one.
        ended = anchor.replace(day=1) - timedelta(days=1)
        return Day(
            index, index + 1, calendar_days.on(ended.year, ended.month, int(match[1])), ahead=day, exact=True
        )
    return Day(index, index + 1, day, ahead=day, exact=True)
