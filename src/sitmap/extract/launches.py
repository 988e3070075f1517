"""Clauses that tell of something fired and of where it came down."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract import flights
from sitmap.extract.document import within
from sitmap.extract.told import UNSAID
from sitmap.extract.view import FAR, LOCATED

if TYPE_CHECKING:
    from sitmap.extract.draft import Flight
    from sitmap.extract.theme import Theme
    from sitmap.extract.told import Told
    from sitmap.extract.view import View
    from sitmap.extract.where import Where

_FROM = frozenset({"from"})
_TO = frozenset({"to"})
_SITE_TYPES = frozenset({"launch-site", "range"})
_AIMED = frozenset({"at", "on", "against", "toward", "towards"})
_SEA_REACH = 6
_NEAR = 3
_NOT_FALLING = frozenset({"aircraft", "ships", "submarines"})


def launch(view: View) -> None:
    """Read "X fired N missiles (from P)" and "N missiles were fired (from P)".

    Parameters
    ----------
    view : View
        The clause.
    """
    theme = _fired(view)
    if theme is None or view.ahead or view.group.infinitive:
        return
    found = view.wheres(_FROM) or _origins(view) or view.references(frozenset({"from", "in"}))
    shared = {t.last for t in view.scene.themes if t.pronoun and t.counted}
    found = [w for w in found if not _into(view, w) and w.first not in shared]
    add_launch(view, theme, found, view.agent())
    _gapped(view, theme, found)
    coast = [w for w in [*view.wheres(LOCATED), *view.references(LOCATED)] if _into(view, w)][:1]
    if coast:
        add_impact(view, replace(theme, definite=True), coast)
    for where in view.wheres(_TO):
        if _is_sea(where) and view.document.lower(where.first) in {"into", "toward", "towards"}:
            add_impact(view, replace(theme, definite=True), [replace(where, relation="in")])


def _origins(view: View) -> list[Where]:
    """Places of a launch told without "from": "in the sea", "at Sunan"; "at Israel" is a target."""
    found = view.wheres(LOCATED) or [w for w in view.wheres(frozenset({"via"})) if _is_sea(w)]
    if not found or found[0].first < view.group.last:
        return found
    between = [view.document.lower(i) for i in range(view.group.last, found[0].first + 1)]
    aimed = [w for w in between if w in _AIMED]
    entry = found[0].anchors[0].toponym.place if found[0].anchors else None
    return [] if aimed and (entry is None or entry.type not in _SITE_TYPES) else found


def _is_sea(where: Where) -> bool:
    entry = where.anchors[0].toponym.place if where.anchors else None
    return entry is not None and entry.type == "sea"


def _into(view: View, where: Where) -> bool:
    """Whether a phrase names the water that something was fired into: "into the sea off its coast"."""
    words = [
        view.document.lower(i) for i in range(max(view.group.last, where.first - _SEA_REACH), where.first)
    ]
    return where.role in LOCATED and "into" in words and bool({"sea", "waters", "ocean"} & set(words))


def _fired(view: View) -> Theme | None:
    """Tell what was fired: the object of an active verb, else the subject."""
    if not view.group.passive:
        for theme in [*view.relative_object(), *view.objects()]:
            near = abs(theme.first - view.group.last) < FAR
            known = (
                view.weapon(theme)
                if near and (not theme.pronoun or theme.first == view.group.last or theme.counted)
                else None
            )
            if known is not None:
                return known
    return next((w for t in view.subjects() if (w := view.weapon(t)) is not None), None)


def _gapped(view: View, told: Theme, found: list[Where]) -> None:
    """Read "A was launched from P and B from Q": the second shares the verb."""
    for theme in view.objects():
        known = view.weapon(theme)
        if known is None or theme.definite or theme.pronoun or known.first == told.first:
            continue
        joins = view.document.lower(theme.first - 1) in {"and", ","}
        if joins and theme.counted and any(t.last == theme.first - 1 for t in view.scene.themes):
            add_launch(view, known, found, view.agent())
            continue
        after = [
            w
            for w in view.scene.wheres
            if theme.last <= w.first < view.clause.last and w.role in LOCATED | _FROM
        ]
        elsewhere = bool(after) and after[0].words not in {where.words for where in found[:1]}
        if view.document.lower(theme.first - 1) in {"and", ","} and elsewhere:
            add_launch(view, known, after[:1], view.agent())


def liftoff(view: View) -> None:
    """Read "it rose from P", "the rocket lifted off".

    Parameters
    ----------
    view : View
        The clause.
    """
    theme = next((w for t in view.subjects() if (w := view.weapon(t)) is not None), None)
    if theme is None or theme.based == "drones" or view.group.future or view.group.infinitive:
        return
    found = view.wheres(_FROM) or view.wheres(LOCATED) or view.references(frozenset({"from", "at", "in"}))
    add_launch(view, theme, found, UNSAID)


def departure(view: View) -> bool:
    """Read "the rocket left P", "it flew from P over Q".

    Parameters
    ----------
    view : View
        The clause.

    Returns
    -------
    bool
        Whether it tells of something fired.
    """
    weapons = [t for t in view.subjects() if view.speaks_of_weapon(t)]
    theme = view.weapon(weapons[0]) if weapons else None
    if theme is None:
        return False
    found = view.wheres(_FROM) or view.references(_FROM)
    if view.verb == "leave":
        near = [w for w in view.wheres(LOCATED) if 0 <= w.first - view.group.last <= _NEAR]
        found = view.object_place() or found or near or view.references(frozenset({"", "at", "in"}))
    if found and not view.group.infinitive and not view.group.future:
        add_launch(view, theme, found, UNSAID)
    return True


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
    if not found and again and not (theme.counted or view.agent()):
        return
    if flight is None or not again:
        flight = flights.begin(view.memory, theme)
    for each in drafts:
        flights.supersede(flight, each)
        flights.join(flight, each)
    view.scene.drafts += drafts
    view.memory.weapon = replace(theme, actor=theme.actor or draft.actor)


def fall(view: View) -> None:
    """Read "N missiles fell at P".

    Parameters
    ----------
    view : View
        The clause.
    """
    theme = next((w for t in view.subjects() if (w := view.weapon(t)) is not None), None)
    if theme is None and view.denied:
        theme = view.memory.weapon
    if theme is None or theme.based in _NOT_FALLING or view.group.future:
        return
    back = view.references(LOCATED | {"to", ""})
    exact = [r for r in back if r.offset_km is not None]
    found = (
        exact
        or view.object_place()
        or view.wheres(LOCATED | _TO)
        or back
        or view.place_before()
        or view.header()
    )
    add_impact(view, theme, found)
    for other in view.objects():
        if other.pronoun and other.counted and view.document.lower(other.first - 1) in {"and", ","}:
            after = [
                w for w in [*view.scene.wheres, *view.scene.references] if 0 <= w.first - other.last <= 1
            ]
            known = view.weapon(other)
            if known is not None and after:
                add_impact(view, known, after[:1])


def strike(view: View) -> None:
    """Read "a missile hit P" and "P was hit by a missile".

    Parameters
    ----------
    view : View
        The clause.
    """
    if view.ahead or view.group.infinitive:
        return
    by = [t for t in view.objects() if view.document.lower(t.first - 1) in {"by", "with", "using"}]
    passive = view.group.passive or view.group.participle
    options = by if passive else [*by, *view.subjects()]
    theme = next((w for t in options if (w := view.weapon(t)) is not None), None)
    if theme is None or theme.based in _NOT_FALLING:
        return
    found = view.object_place() or view.wheres(LOCATED | _TO) or view.references(LOCATED | {""})
    if passive and not found:
        found = [w for w in view.scene.wheres if w.first >= view.clause.first and w.last <= view.group.first][
            -1:
        ]
    origins = view.wheres(_FROM)
    if by and origins and not found:
        add_launch(view, replace(theme, definite=False), origins, view.agent())
        return
    found = found or view.header()
    if found:
        add_impact(view, theme, found)
        return
    count = len(view.scene.drafts)
    add_impact(view, theme, _told_before(view, theme))
    before = view.memory.before
    if before is not None:
        clocks = within(view.document.clocks, before.clauses[0].first, before.clauses[-1].last)
        for draft in view.scene.drafts[count:]:
            draft.clock = draft.clock or next(iter(clocks), None)


def _told_before(view: View, theme: Theme) -> list[Where]:
    """Return the place of the sentence before, for something new that is said to have hit."""
    before = view.memory.before
    if theme.definite or theme.pronoun or before is None:
        return []
    options = [w for w in before.wheres if w.role in LOCATED]
    return [w for w in options if w.offset_km is not None][:1] or options[:1]


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
    view.memory.weapon = theme


def _part_of(flight: Flight | None, theme: Theme) -> bool:
    """Whether "one" or "five" are some of those fired before."""
    if flight is None or not theme.pronoun or not flight.drafts:
        return False
    whole = flight.theme.high or flight.theme.low
    return bool(whole and theme.high and theme.high <= whole)
