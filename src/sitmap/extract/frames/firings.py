"""Launches and impacts told by a clause, joined to the flight that they belong to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.discourse import flights
from sitmap.extract.text.told import UNSAID

if TYPE_CHECKING:
    from sitmap.extract.discourse.draft import Draft, Flight
    from sitmap.extract.discourse.view import View
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.theme import Theme
    from sitmap.extract.text.told import Told

#: Classes of weapon that a text may call a missile and no more.
_MISSILES = frozenset(
    {"missile", "ballistic", "cruise", "hypersonic", "icbm", "irbm", "mrbm", "srbm", "slbm"}
)


def add_launch(view: View, theme: Theme, found: list[Where], actor: Told) -> None:
    """Add a launch draft, or tell more about the launch that was told before.

    Parameters
    ----------
    view : View
        The clause.
    theme : Theme
        What was fired.
    found : list of Where
        From where.
    actor : Told
        Who fired it.
    """
    if view.denied:
        _deny(view, theme, found)
        return
    flight = flights.of(view.memory, theme)
    again = theme.definite
    parts = replace(theme, low=None, high=None, count=None) if len(found) > 1 else theme
    options: list[Where | None] = [*found] or [None]
    drafts = [view.draft("launch", parts, where, actor) for where in options]
    draft = drafts[0]
    if not found and flight is not None and flight.drafts and again:
        flights.refine(flight, draft)
        return
    if not found and theme.pronoun and flight is not None and flight.drafts:
        # "The one fired at 6:42 flew 750 km": some of those told before, with numbers of their own.
        flights.begin(view.memory, theme)
        return
    if not found and again and not (theme.counted or view.agent()):
        return
    if flight is None or not (again or _looks_back(view, flight, draft)):
        flight = flights.begin(view.memory, theme)
    for each in drafts:
        flights.supersede(flight, each)
        flights.join(flight, each)
    view.scene.drafts += drafts
    view.memory.keep_weapon(replace(theme, actor=theme.actor or draft.actor))


def _deny(view: View, theme: Theme, found: list[Where]) -> None:
    """Add the launch that somebody says there was not: "no missile was fired from P, the ministry said"."""
    uncounted = replace(theme, low=None, high=None, count=None, counted_by=None)
    denial = view.denial
    for where in found if denial is not None else []:
        draft = view.draft("launch", uncounted, where, UNSAID)
        if denial is not None and draft.source and where.role == "from":
            draft.stance, draft.reasons["stance"] = "denied", (denial,)
            view.scene.drafts.append(draft)


def add_origin(view: View, theme: Theme) -> None:
    """Add the launch of what fell, where its own phrase says from where: "two rockets from P fell on Q".

    Parameters
    ----------
    view : View
        The clause.
    theme : Theme
        What fell.
    """
    behind = [w for w in view.scene.wheres if w.first == theme.last and w.role == "from"]
    away = [w for w in behind if not _is_state(w)]
    told = view.memory.flight is not None and theme.definite
    if away and not (told or theme.pronoun):
        add_launch(view, theme, away, theme.actor)


def add_impact(view: View, theme: Theme, found: list[Where]) -> None:
    """Add impact drafts, one a place, to the flight of what fell.

    Parameters
    ----------
    view : View
        The clause.
    theme : Theme
        What fell.
    found : list of Where
        Where.
    """
    flight = flights.of(view.memory, theme)
    again = theme.definite or theme.pronoun or view.clause.link in {"shared", "relative"}
    if flight is None or not again or (theme.counted and theme.pronoun and not theme.definite):
        flight = flights.begin(view.memory, theme) if not _part_of(flight, theme) else flight
    if flight is None:
        return
    part = replace(theme, low=None, high=None, count=None) if len(found) > 1 else theme
    for where in found:
        draft = view.draft("impact", part, where, view.agent())
        if view.denial is not None:
            draft.stance, draft.reasons["stance"] = "denied", (view.denial,)
        if draft.stance == "denied" and not draft.source:
            continue
        flights.join(flight, draft)
        view.scene.drafts.append(draft)
    if not found:
        flights.refine(flight, view.draft("impact", theme, None, UNSAID))
    view.memory.keep_weapon(theme)


def _is_state(where: Where) -> bool:
    """Whether a place is a state, which "from" may only say whose they are: "missiles from Iran"."""
    entry = where.anchors[0].toponym.place if where.anchors else None
    return entry is None or entry.type == "country"


def _looks_back(view: View, flight: Flight, launch: Draft) -> bool:
    """Whether somebody owns to the launch of what has struck: "the group said it had fired two"."""
    group = view.clause.group
    if group is None or not group.pluperfect or not launch.source or not flight.drafts:
        return False
    if any(draft.kind != "impact" for draft in flight.drafts):
        return False
    if None not in (launch.day, flight.day) and launch.day != flight.day:
        return False
    classes = {launch.theme.fired, flight.theme.fired}
    return len(classes) == 1 or ("missile" in classes and classes <= _MISSILES)


def _part_of(flight: Flight | None, theme: Theme) -> bool:
    """Whether "one" or "five" are some of those fired before."""
    if flight is None or not theme.pronoun or not flight.drafts:
        return False
    whole = flight.theme.high or flight.theme.low
    if whole is None and flight.theme.several:
        # "It launched the missiles. Three of them fell": how many there were was told before, or never.
        return True
    return bool(whole and theme.high and theme.high <= whole)
