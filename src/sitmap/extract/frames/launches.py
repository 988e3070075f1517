"""Clauses that tell of something fired and of where it came down."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.discourse.view import FAR
from sitmap.extract.frames import origins
from sitmap.extract.frames.firings import add_impact, add_launch
from sitmap.extract.text.document import within
from sitmap.extract.text.entries import LOCATED
from sitmap.extract.text.told import UNSAID, Reason
from sitmap.extract.text.vocabulary import words
from sitmap.extract.verbs.groups import is_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitmap.extract.discourse.view import View
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.theme import Theme

_FROM = frozenset({"from"})
_TO = frozenset({"to"})
_INTO = frozenset({"into", "toward", "towards"})
_AIMED = frozenset({"against", "at", "toward", "towards"})
_JOINS = words("clause", "joins")
_SEA_REACH = 6
_NEAR = 3
#: What joins a further weapon to one that was fired.
_ALONG = frozenset({("along", "with"), ("together", "with"), ("well", "as"), ("addition", "to")})


def launch(view: View) -> None:
    """Read "X fired N missiles (from P)" and "N missiles were fired (from P)".

    Parameters
    ----------
    view : View
        The clause.
    """
    theme = _fired(view) or _by_launchers(view)
    if theme is None:
        return
    if view.ahead or view.group.infinitive or _to_be(view):
        _planned(view, theme)
        return
    found = (
        view.wheres(_FROM)
        or origins.resumed(view)
        or origins.standing(view)
        or origins.behind(view)
        or origins.plain(view)
        or origins.stood(view)
        or view.references(frozenset({"from", "in"}))
    )
    if not found and origins.totals(view):
        return
    shared = {t.last for t in view.scene.themes if t.pronoun and t.counted}
    found = [w for w in found if not _into(view, w) and w.first not in shared]
    found = found or view.header() or view.heading()
    # "Japan said the missile, fired at dawn": who spoke is not who fired.
    reduced = view.document.lower(view.group.first - 1) == ","
    add_launch(view, theme, found, UNSAID if reduced else view.agent())
    together = [theme, *_gapped(view, theme, found)]
    _besides(view, theme, found)
    coast = [w for w in [*view.wheres(LOCATED), *view.references(LOCATED)] if _into(view, w)][:1]
    seas = [
        replace(w, relation="in")
        for w in view.wheres(_TO)
        if origins.is_sea(w) and view.document.lower(w.first) in _INTO
    ]
    for each in together:
        for where in coast + seas:
            add_impact(view, replace(each, definite=len(together) == 1), [where])


def _by_launchers(view: View) -> Theme | None:
    """Tell what launchers fire that say no object: "HIMARS launchers fired there"."""
    if view.group.passive or view.group.participle or _has_object(view):
        return None
    known = next((t for t in view.subjects() if t.carrier and t.fired and not t.pronoun), None)
    if known is None or view.objects() or not (view.wheres(LOCATED | _FROM) or view.references(LOCATED)):
        return None
    return replace(known, carrier=False, low=None, high=None, count=None, counted_by=None)


def _to_be(view: View) -> bool:
    """Whether it is still "to be fired"."""
    first = view.group.first
    return view.document.lower(first) == "be" and view.document.lower(first - 1) == "to"


def _planned(view: View, theme: Theme) -> None:
    """Read "X will launch N from P on D": a launch to come, where both its place and its day are said."""
    found = view.wheres(_FROM)
    days = within(view.document.days, view.clause.first, view.clause.last)
    if not found or not view.ahead or not any(day.day is not None for day in days):
        return
    governed = view.group.first if view.plan is None else view.plan.first
    actor = view.agent() or view.memory.actor
    count = len(view.scene.drafts)
    add_launch(view, theme, found, actor)
    for draft in view.scene.drafts[count:]:
        draft.certainty, draft.planned_day = "expected", True
        draft.reasons["certainty"] = (Reason((governed, view.group.last)),)


def _into(view: View, where: Where) -> bool:
    """Whether a phrase names the water that something was fired into: "into the sea off its coast"."""
    words = [
        view.document.lower(i) for i in range(max(view.group.last, where.first - _SEA_REACH), where.first)
    ]
    return where.role in LOCATED and "into" in words and bool({"sea", "waters", "ocean"} & set(words))


def _fired(view: View) -> Theme | None:
    """Tell what was fired: the object of an active verb, else the subject."""
    if not (view.group.passive or view.group.fronted):
        for theme in [*view.relative_object(), *view.objects()]:
            near = abs(theme.first - view.group.last) < FAR
            if theme.first > view.group.last and view.document.lower(theme.first - 1) in _AIMED:
                # "Fired two rounds at a drone": that is what was fired at.
                continue
            known = (
                view.weapon(theme)
                if near and (not theme.pronoun or theme.first == view.group.last or theme.counted)
                else None
            )
            if known is not None:
                return known
    found = next((w for t in [*_reduced(view), *view.subjects()] if (w := view.weapon(t)) is not None), None)
    if found is None or found.fired == "satellite-launcher" or view.group.passive:
        return found
    return None if found.pronoun and _has_object(view) else found


def _reduced(view: View) -> list[Theme]:
    """Return the noun right before a participle: "they saw it: a missile, launched from P"."""
    first = view.clause.first + (view.document.lower(view.clause.first) == ",")
    bare = view.clause.link == "shared" and not view.group.passive and view.group.first == first
    return [t for t in view.scene.themes if bare and t.last == view.clause.first]


def _has_object(view: View) -> bool:
    """Whether an object that is no weapon follows the verb: "it launched a new product"."""
    index = view.group.last
    token = view.document.tokens[index] if index < view.clause.last else None
    ends = token is None or not token.is_word or index in view.document.taken or token.lower.endswith("ly")
    return (
        not ends
        and view.document.at("preposition", index) is None
        and not is_link(view.document.lower(index))
    )


def _gapped(view: View, told: Theme, found: list[Where]) -> Iterator[Theme]:
    """Read "A was launched from P and B from Q", "they fired A and B": the second shares the verb."""
    for theme in view.objects():
        known = view.weapon(theme)
        if known is None or theme.definite or theme.pronoun or known.first == told.first:
            continue
        if view.document.lower(theme.first - 1) not in _JOINS:
            continue
        if theme.counted and any(t.last == theme.first - 1 for t in view.scene.themes):
            add_launch(view, known, found, view.agent())
            yield known
            continue
        after = [
            w
            for w in view.scene.wheres
            if theme.last <= w.first < view.clause.last and w.role in LOCATED | _FROM
        ]
        elsewhere = bool(after) and after[0].words not in {where.words for where in found[:1]}
        if elsewhere:
            add_launch(view, known, after[:1], view.agent())


def _besides(view: View, told: Theme, found: list[Where]) -> None:
    """Read "fired 90 drones, most of them at night, along with two missiles": the last share the verb."""
    for theme in view.scene.themes:
        pair = (view.document.lower(theme.first - 2), view.document.lower(theme.first - 1))
        known = view.weapon(theme) if theme.counted and theme.first > told.last else None
        if pair in _ALONG and known is not None and not theme.pronoun and not view.group.passive:
            add_launch(view, known, found, view.agent())


def liftoff(view: View) -> None:
    """Read "it rose from P", "the rocket lifted off".

    Parameters
    ----------
    view : View
        The clause.
    """
    theme = next((w for t in view.subjects() if (w := view.weapon(t)) is not None), None)
    flies_back = (
        theme is not None and theme.based == "drones" and not (view.verb == "set out" and theme.several)
    )
    if theme is None or flies_back or view.group.future or view.group.infinitive:
        return
    found = view.wheres(_FROM) or view.wheres(LOCATED) or view.references(frozenset({"from", "at", "in"}))
    found = found or view.heading() or _site_before(view)
    add_launch(view, theme, found, UNSAID)


def _site_before(view: View) -> list[Where]:
    """Return the launch site that was told before: "the count at P reached zero and the rocket rose"."""
    told = [w for w in view.scene.wheres if w.last <= view.clause.first and w.anchors]
    sites = [w for w in told if (p := w.anchors[0].toponym.place) is not None and p.type == "launch-site"]
    return [replace(w, role="from", relation="from") for w in sites[-1:] if w.role in {"", *LOCATED}]


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
    found = view.wheres(_FROM) or view.references(_FROM) or origins.standing(view)
    if not found and view.document.lower(view.group.last) == "from":
        # "They came from ships in P".
        found = origins.plain(view)
    if view.verb == "leave":
        near = [w for w in view.wheres(LOCATED) if 0 <= w.first - view.group.last <= _NEAR]
        found = view.object_place() or found or near or view.references(frozenset({"", "at", "in"}))
    if found and not view.group.infinitive and not view.group.future:
        add_launch(view, theme, found, UNSAID)
    return True
