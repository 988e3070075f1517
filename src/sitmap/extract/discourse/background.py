"""What is told as context: events before the report's own news."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.verbs.groups import is_auxiliary

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sitmap.extract.discourse.draft import Draft
    from sitmap.extract.text.calendar_days import Day
    from sitmap.extract.text.document import Document
    from sitmap.extract.verbs.groups import Group

#: What happened more than so many days before the news is no part of it.
NEWS_DAYS = 4
#: A report whose first event is older than this is about something else, which has no day.
_MAIN_DAYS = 14
_PAST = frozenset({"was", "were", "had", "did", "wasn't", "weren't", "hadn't", "didn't"})
_PAST_FORMS = frozenset({"past", "both", "any"})


def told_day(draft: Draft) -> date | None:
    """Return the day that the words mean: of a plan, the coming one.

    Parameters
    ----------
    draft : Draft

    Returns
    -------
    date or None
    """
    if draft.day is None:
        return None
    return draft.day.ahead if draft.planned_day and draft.day.ahead else draft.day.day


def main_day(document: Document, drafts: Iterable[Draft]) -> date | None:
    """Return the day of the report's own news: of its first claim that has one.

    Parameters
    ----------
    document : Document
        The report taken apart.
    drafts : iterable of Draft
        In the order of the text.

    Returns
    -------
    date or None
        None when neither the claims nor the publication have a day.
    """
    published = document.report.published
    first = next((d.day.day for d in drafts if d.day is not None and d.day.day is not None), published)
    if first is None or published is None:
        return first
    return first if abs((published - first).days) <= _MAIN_DAYS else published


def is_background(document: Document, draft: Draft, main: date | None) -> bool:
    """Whether a claim tells of what was before the report's own news.

    Parameters
    ----------
    document : Document
        The report taken apart.
    draft : Draft
        The claim in the making.
    main : date or None
        Day of the news, as `main_day` gives it.
    """
    if draft.listed:
        return False
    day, group = told_day(draft), draft.clause.group if draft.clause is not None else None
    over = group is None or is_past(document, group)
    if day is None or main is None:
        return _before(document, draft, main, over=over)
    if not over or (group is None and draft.status == "present"):
        return False
    return (main - day).days > NEWS_DAYS or (draft.past and day < main)


def _before(document: Document, draft: Draft, main: date | None, *, over: bool) -> bool:
    """Whether what has no day is told as past: by its words, or in a month, season or year that is over."""
    day = draft.day
    if day is not None and _goes_on(document, day):
        return False
    if day is None or not day.part:
        return draft.past and day is None
    ended = day.over is not None and main is not None and (main - day.over).days > NEWS_DAYS
    return draft.past or (over and ended)


def _goes_on(document: Document, day: Day) -> bool:
    """Whether it began then and goes on: "have been there since 2022", "since late March"."""
    return any(document.lower(i) == "since" for i in (day.first - 1, day.first - 2))


def is_past(document: Document, group: Group) -> bool:
    """Whether a verb is in the past tense: "was sent", "left", "had fired", not "has left".

    Parameters
    ----------
    document : Document
        The report taken apart.
    group : Group
        The verb.

    Returns
    -------
    bool
    """
    if group.future or group.infinitive or group.perfect:
        return False
    if is_auxiliary(document, group.first):
        return document.lower(group.first) in _PAST
    return not group.progressive and group.verb.form in _PAST_FORMS
