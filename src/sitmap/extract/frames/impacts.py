"""Clauses that tell of where something fired came down or struck."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.discourse import flights
from sitmap.extract.frames import targets
from sitmap.extract.frames.asides import own_wheres
from sitmap.extract.frames.firings import add_impact, add_launch, add_origin
from sitmap.extract.text.document import within
from sitmap.extract.text.entries import LOCATED
from sitmap.extract.text.told import UNSAID
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitmap.extract.discourse.view import View
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.theme import Theme

#: Words after "set" and its object for what burns.
_BURNING = frozenset({"ablaze", "afire", "alight", "aflame"})
_FROM = frozenset({"from"})
_TO = frozenset({"to"})
_OVER = frozenset({"via"})
#: Verbs of an end in the air, and nouns for a part of what was fired.
_ALOFT = words("impact", "aloft")
_PARTS = words("impact", "parts")
_NOT_FALLING = frozenset({"aircraft", "ships", "submarines"})
_BY = frozenset({"by", "with", "using"})
#: What stands before a weapon that something suffered from.
_FROM_WHAT = frozenset({"from"})
_JOINS = words("clause", "joins")
#: The frame of verbs whose subject is what was hit: "took a direct hit".
_SUFFER = "suffer"
#: Verbs that in the passive tell of a hit with no weapon named.
_WHAT_HITS = frozenset({"hit", "strike"})
#: Within how many sentences a hit with no weapon named is one of the attack told of.
_STILL_TOLD = 3
#: How far behind its verb what people deal with may stand, and frames of verbs that tell of it themselves.
_OBJECT = 4
_TELLS_OF_WRECK = frozenset({"be", "fall", "launch", "say", "strike", "suffer"})


def fall(view: View) -> None:
    """Read "N missiles fell at P".

    Parameters
    ----------
    view : View
        The clause.
    """
    theme = next((w for t in view.subjects() if (w := view.weapon(t)) is not None), None)
    part = theme is None and _is_wreck(view)
    if theme is None and (part or view.denied):
        theme = view.memory.weapon
    if theme is None or theme.based in _NOT_FALLING or view.group.future:
        return
    back = view.references(LOCATED | {"to", ""})
    exact = [r for r in back if r.offset_km is not None]
    found = (
        exact
        or view.object_place(described=True)
        or own_wheres(view, LOCATED | _TO)
        or back
        or view.place_before()
        or _overhead(view)
        or ([] if part else view.header() or view.heading() or targets.spot(view, theme))
    )
    if part and not found:
        return
    add_origin(view, theme)
    add_impact(view, theme, [*found, *targets.further(view, found)])
    for other in view.objects():
        if other.pronoun and other.counted and view.document.lower(other.first - 1) in _JOINS:
            after = [
                w for w in [*view.scene.wheres, *view.scene.references] if 0 <= w.first - other.last <= 1
            ]
            known = view.weapon(other)
            if known is not None and after:
                add_impact(view, known, after[:1])


def of_wreck(view: View) -> bool:
    """Read "debris landed in P", after what came down was told of.

    Parameters
    ----------
    view : View
        The clause.

    Returns
    -------
    bool
        Whether the clause tells of debris.
    """
    if not _is_wreck(view):
        return False
    fall(view)
    return True


def _is_wreck(view: View) -> bool:
    """Whether the subject is what is left, or a part, of what was fired: "debris fell"."""
    before = range(view.clause.first, view.group.first)
    nouns = view.document.mentions.within("noun", view.clause.first, view.group.first)
    if view.clause.link == "relative" or view.document.cue("unrelated", view.clause.first, view.clause.last):
        return False
    return any(n.value == "wreck" for n in nouns) or any(view.document.lower(i) in _PARTS for i in before)


def handles_wreck(view: View) -> bool:
    """Whether people only deal with what is left: "police recovered parts of a drone from a field near P".

    Parameters
    ----------
    view : View
        The clause; the noun itself makes an impact of it.

    Returns
    -------
    bool
    """
    near = view.document.mentions.within("noun", view.group.last, view.group.last + _OBJECT)
    left = any(n.value == "wreck" for n in near)
    return left and not view.group.passive and view.group.verb.frame not in _TELLS_OF_WRECK


def _overhead(view: View) -> list[Where]:
    """Return the place over which something ended: "broke up over the sea"."""
    over = view.wheres(_OVER) if view.verb in _ALOFT else []
    return [replace(w, relation="in") for w in over]


def strike(view: View) -> None:
    """Read "a missile hit P", "P was hit by a missile" and "P took a direct hit".

    Parameters
    ----------
    view : View
        The clause.
    """
    if view.ahead or view.group.infinitive:
        return
    # "Took a hit from a missile".
    used = _BY | _FROM_WHAT if view.group.verb.frame == _SUFFER else _BY
    by = [t for t in view.objects() if view.document.lower(t.first - 1) in used]
    # "Was hit by a jet's missile".
    by += [
        t for t in view.objects() if view.document.lower(t.first) == "'s" and t.first in {b.last for b in by}
    ]
    passive = view.group.passive or view.group.participle or view.group.verb.frame == _SUFFER
    options = by if passive else [*by, *view.subjects(), *_of_attack(view)]
    theme = next((w for t in options if (w := view.weapon(t)) is not None), None)
    if theme is None and passive and not by:
        _hit_again(view)
        return
    if theme is None or theme.based in _NOT_FALLING:
        return
    found = targets.struck(view, passive=passive)
    origins = view.wheres(_FROM)
    if by and origins and not found:
        add_launch(view, replace(theme, definite=False), origins, view.agent())
        return
    found = found or targets.behind_aside(view) or view.header() or view.heading()
    found = found or targets.spot(view, theme)
    if found:
        found = [*found, *targets.further(view, found)]
        add_origin(view, theme)
        add_impact(view, theme, found)
        for other in [] if passive else _joint(view, theme):
            add_impact(view, other, found)
        return
    count = len(view.scene.drafts)
    add_impact(view, theme, targets.told_before(view, theme))
    before = view.memory.before
    if before is not None:
        clocks = within(view.document.clocks, before.clauses[0].first, before.clauses[-1].last)
        for draft in view.scene.drafts[count:]:
            draft.further = bool(targets.same(view))
            draft.clock = draft.clock or next(iter(clocks), None)


def set_on_fire(view: View) -> None:
    """Read "drones set a depot in P on fire".

    Parameters
    ----------
    view : View
        The clause.
    """
    words_after = [view.document.lower(i) for i in range(view.group.last, view.clause.last)]
    burning = any(pair == ("on", "fire") for pair in itertools.pairwise(words_after))
    if burning or not _BURNING.isdisjoint(words_after):
        strike(view)


def harm(view: View) -> None:
    """Read "a drone wounded three in P", "two were killed by a shell in P": it came down there.

    Parameters
    ----------
    view : View
        The clause.
    """
    options = view.objects() if view.group.passive else view.subjects()
    if any(
        view.weapon(t) for t in options if not view.group.passive or view.document.lower(t.first - 1) in _BY
    ):
        strike(view)


def _of_attack(view: View) -> list[Theme]:
    """Return what an attack is said to be made with: "the first attack, with 11 drones, hit P"."""
    used = [
        t for t in view.scene.themes if view.document.lower(t.first - 1) in _BY and t.last <= view.group.first
    ]
    attacks = view.document.mentions.within("attack", view.scene.clauses[0].first, view.group.first)
    return [t for t in used if attacks and attacks[0].last <= t.first]


def _hit_again(view: View) -> None:
    """Read "the terminal in P was hit", after an attack has been told: what else, if not by that."""
    flight, known = view.memory.flight, view.memory.weapon
    tells = view.group.verb.frame == _SUFFER or (view.verb in _WHAT_HITS and not view.group.participle)
    if flight is None or known is None or known.based in _NOT_FALLING or not tells or view.denied:
        return
    found = [w for w in targets.struck(view, passive=True) or view.place_before() if w.anchors]
    again = targets.same(view)
    found = found or again
    if not found or flight.said_over > _STILL_TOLD or view.document.lower(view.group.last) in _BY:
        return
    at = view.group.first
    part = replace(known, first=at, last=at + 1, head=at, low=None, high=None, count=None, counted_by=None)
    for where in [*found, *targets.further(view, found)]:
        draft = view.draft("impact", replace(part, fired=part.fired.by("means-before")), where, UNSAID)
        draft.further = where in again
        flights.join(flight, draft)
        view.scene.drafts.append(draft)


def _joint(view: View, theme: Theme) -> Iterator[Theme]:
    """Weapons of another kind in the same subject: "two missiles and three drones hit P"."""
    for other in view.subjects():
        known = view.weapon(other)
        joins = view.document.lower(other.first - 1) in _JOINS
        if known is not None and joins and not other.pronoun and known.fired != theme.fired:
            yield known
