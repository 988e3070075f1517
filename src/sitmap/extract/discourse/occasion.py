"""When it was: the day of the event that a clause tells of, and of a state, the day on which it was said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.discourse.background import NEWS_DAYS, is_past
from sitmap.extract.text.document import within
from sitmap.extract.text.told import Reason
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.attribution import Attribution
    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.text.calendar_days import Day
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.told import Told
    from sitmap.extract.verbs.clauses import Clause
    from sitmap.extract.verbs.groups import Group
    from sitmap.model import Kind

#: What opens the day of which a report says that it is.
_AS_OF = frozenset({("as", "of"), ("as", "at"), ("situation", "on"), ("status", "on"), ("state", "on")})
_IMAGERY = words("site", "imagery")
#: Words between a picture and its day, and how far from it they reach.
_TAKEN = words("site", "taken")
_TAKEN_WITHIN = 5
#: Words of other times than that of the news.
_TIMED = words("period", "timed")
_FLYING = frozenset({"launch", "impact"})


def day_of(
    document: Document,
    memory: Memory,
    scene: Scene,
    clause: Clause,
    *,
    kind: Kind,
    said: Attribution | None,
    source: Told,
) -> Day | None:
    """Return the day of an event: of the clause, else of the sentence, else the one spoken of.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    scene : Scene
        The sentence.
    clause : Clause
        The clause.
    kind : str
        Of the claim.
    said : Attribution or None
        Who says it in this sentence.
    source : Told
        Who says it, perhaps named before.

    Returns
    -------
    Day or None
        None when no words give one.
    """
    inside = [d for d in within(document.days, clause.first, clause.last) if said is None or d != said.day]
    if inside:
        return next((d for d in inside if not d.part), inside[0])
    first, last = scene.clauses[0].first, scene.clauses[-1].last
    others = [d for d in within(document.days, first, last) if (said is None or d != said.day) and not d.part]
    if kind in _FLYING and others:
        return min(others, key=lambda d: abs(d.first - clause.first))
    said_on = said.day if said is not None else None
    if (
        kind in _FLYING
        and memory.day is not None
        and (said_on is None or _before(memory.day, said_on, clause))
    ):
        return memory.day
    if said_on is not None:
        return replace(said_on, ahead=None)
    if len(others) == 1:
        return others[0]
    return None if kind in _FLYING else _of_state(document, memory, scene, clause, source)


def _before(spoken_of: Day, said_on: Day, clause: Clause) -> bool:
    """Whether "said on Monday that they had hit P" tells of the hit of Sunday, spoken of before."""
    if clause.group is None or not clause.group.pluperfect or spoken_of.day is None or said_on.day is None:
        return False
    return 0 < (said_on.day - spoken_of.day).days <= NEWS_DAYS


def _of_state(document: Document, memory: Memory, scene: Scene, clause: Clause, source: Told) -> Day | None:
    """Return the day that the paragraph tells of, that the report is of, or on which its source spoke."""
    group = clause.group
    if memory.entry is not None and memory.entry[0] == scene.sentence.paragraph:
        return memory.entry[1]
    if group is not None and is_past(document, group):
        here = memory.day_in == scene.sentence.paragraph or _goes_on(document, memory, scene, group)
        if here and not (group.pluperfect or memory.day_ahead) and memory.day is not None:
            return memory.day
    elif memory.as_of is not None and not (
        group is not None and (group.future or group.verb.frame == "plan")
    ):
        # What is planned is not of the day of a picture.
        return replace(memory.as_of, ahead=None)
    said_on = memory.said_on.get(_key(source)) if source else None
    return replace(said_on, ahead=None) if said_on is not None else None


def _goes_on(document: Document, memory: Memory, scene: Scene, group: Group) -> bool:
    """Whether what was done, told without a time of its own, was done on the day of the news told before."""
    published, day = document.report.published, memory.day.day if memory.day is not None else None
    if published is None or day is None or not 0 <= (published - day).days <= NEWS_DAYS or group.perfect:
        return False
    first, last = scene.clauses[0].first, scene.clauses[-1].last
    timed = within(document.days, first, last) or any(word in _TIMED for word in document.lowers(first, last))
    return not timed


def is_coming(document: Document, clause: Clause, day: Day | None) -> bool:
    """Whether a day without a year is the next one, and not that of last year: "they go home on May 9".

    Parameters
    ----------
    document : Document
        The report taken apart.
    clause : Clause
        The clause that tells of it.
    day : Day or None
        Its day.
    """
    published, group = document.report.published, clause.group
    if day is None or not day.exact or day.day is None or day.ahead is None or published is None:
        return False
    if group is None or is_past(document, group) or group.perfect:
        return False
    return (published - day.day).days > (day.ahead - published).days


def note(document: Document, memory: Memory, said: list[Attribution], first: int, last: int) -> None:
    """Keep on what day who spoke, and as of what day a report says that it is.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of; its `said_on` and `as_of` change.
    said : list of Attribution
        Sources of a sentence.
    first, last : int
        Tokens of the sentence.
    """
    for one in said:
        if one.day is not None and one.day.day is not None and one.source:
            memory.said_on[_key(one.source)] = one.day
    for day in within(document.days, first, last):
        before = tuple(document.lower(i) for i in (day.first - 2, day.first - 1))
        if (day.exact and before in _AS_OF) or (day.day is not None and _pictured(document, day)):
            memory.as_of = day


def _pictured(document: Document, day: Day) -> bool:
    """Whether it is the day of a picture, on which all was so that it shows: "a Maxar image of 9 July"."""
    before = [document.lower(i) for i in range(day.first - _TAKEN_WITHIN, day.first)]
    opens = next((i for i, word in enumerate(before) if word in _IMAGERY), None)
    return opens is not None and set(before[opens + 1 :]) <= _TAKEN


def _key(source: Told) -> str:
    """Return the last word of a source, by which it is spoken of later: "the ministry", "Mr. Okafor"."""
    return source.rstrip(")").split()[-1].lstrip("(").casefold()


def past(document: Document, clause: Clause, said: Attribution | None) -> Reason | None:
    """Return the words that put it before the report's own news; "said it had fired" does not.

    Parameters
    ----------
    document : Document
        The report taken apart.
    clause : Clause
        The clause.
    said : Attribution or None
        Who says it in this sentence.

    Returns
    -------
    Reason or None
    """
    group = clause.group
    spoken = said is not None and group is not None and said.at < group.first
    if group is not None and group.pluperfect and not spoken:
        return Reason((group.first, group.last))
    cue = document.cue("past", clause.first, clause.last)
    return Reason((cue.first, cue.last)) if cue is not None else None
