"""Clauses that tell of something fired and of where it came down."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.firings import add_impact, add_launch
from sitmap.extract.groups import is_link
from sitmap.extract.told import UNSAID
from sitmap.extract.view import FAR, LOCATED
from sitmap.extract.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitmap.extract.theme import Theme
    from sitmap.extract.view import View
    from sitmap.extract.where import Where

_FROM = frozenset({"from"})
_TO = frozenset({"to"})
_INTO = frozenset({"into", "toward", "towards"})
_JOINS = words("clause", "joins")
_SITE_TYPES = frozenset({"launch-site", "range"})
_AIMED = frozenset({"at", "on", "against", "toward", "towards"})
_SEA_REACH = 6
_TIMES = words("clause", "times")
_NEAR = 3


def launch(view: View) -> None:
    """Read "X fired N missiles (from P)" and "N missiles were fired (from P)".

    Parameters
    ----------
    view : View
        The clause.
    """
    theme = _fired(view)
    if theme is None or view.ahead or view.group.infinitive or _to_be(view):
        return
    found = view.wheres(_FROM) or _origins(view) or view.references(frozenset({"from", "in"}))
    shared = {t.last for t in view.scene.themes if t.pronoun and t.counted}
    found = [w for w in found if not _into(view, w) and w.first not in shared]
    found = found or view.header() or view.heading()
    # "Japan said the missile, fired at dawn": who spoke is not who fired.
    reduced = view.document.lower(view.group.first - 1) == ","
    add_launch(view, theme, found, UNSAID if reduced else view.agent())
    together = [theme, *_gapped(view, theme, found)]
    coast = [w for w in [*view.wheres(LOCATED), *view.references(LOCATED)] if _into(view, w)][:1]
    seas = [
        replace(w, relation="in")
        for w in view.wheres(_TO)
        if _is_sea(w) and view.document.lower(w.first) in _INTO
    ]
    for each in together:
        for where in coast + seas:
            add_impact(view, replace(each, definite=len(together) == 1), [where])


def _to_be(view: View) -> bool:
    """Whether it is still "to be fired"."""
    first = view.group.first
    return view.document.lower(first) == "be" and view.document.lower(first - 1) == "to"


def _origins(view: View) -> list[Where]:
    """Places of a launch told without "from": "in the sea", "at Sunan"; "at Israel" is a target."""
    found = view.wheres(LOCATED) or [w for w in view.wheres(frozenset({"via"})) if _is_sea(w)]
    aimed = _aim(view)
    if not found or aimed is None:
        return found
    if found[0].first < view.group.first:
        # "In P, they fired at the airstrip" tells where the target is, not where they stood.
        opens = found[0].first == view.clause.first
        return [] if opens else found
    if found[0].first < aimed:
        return [w for w in found if w.first < aimed]
    entry = found[0].anchors[0].toponym.place if found[0].anchors else None
    before = [w for w in view.scene.wheres if view.clause.first <= w.first < view.group.first]
    own = [w for w in before if w.role in LOCATED]
    return found if entry is not None and entry.type in _SITE_TYPES else own


def _aim(view: View) -> int | None:
    """Token that says at what something was fired: "at targets in Syria", not "at about 7:50"."""
    for index in range(view.group.last, view.clause.last):
        if view.document.lower(index) in _AIMED and not _tells_time(view, index):
            return index
    return None


def _tells_time(view: View, index: int) -> bool:
    """Whether a preposition governs a clock time, a day or a height: "at about 7:50", "on Sunday"."""
    document = view.document
    following = index + 1 + (document.at("bound", index + 1) is not None)
    return document.lower(following) in _TIMES or following in document.taken


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
    found = found or view.heading()
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
