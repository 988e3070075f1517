"""Clauses that tell of forces leaving a place, or of who holds it: withdrawals, seizures, hand-overs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.discourse import assign
from sitmap.extract.frames import impacts, launches
from sitmap.extract.frames.bearings import FROM, IN, TO
from sitmap.extract.frames.deployments import carried, place, skips, status_of, subjects
from sitmap.extract.frames.staying import stay
from sitmap.extract.phrases.where import Where
from sitmap.extract.text.entries import LOCATED
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.draft import Draft
    from sitmap.extract.discourse.view import View
    from sitmap.extract.text.theme import Theme

#: How many words before its place "from" may stand, and how far from its verb the place of what leaves.
_BACK_WORDS, _NEAR = 8, 4
#: Letters of a state's code.
_CODE = 3
#: How many words behind "for" the place of an errand may stand.
_ERRAND = 6
#: Verbs of leaving that, going on, tell where aircraft are based.
_SORTIES = frozenset({"fly out", "fly off", "take off"})
#: What something fired leaves where it came down.
_LEFT = words("impact", "leaves")
_GOES_AWAY = words("leaving", "goes_away")
#: Verbs that bring weapons out of their shelters, with an object, rather than leave.
_BRINGS_OUT = words("leaving", "brings_out")
_BEGUN = frozenset({"begun", "began", "started", "starting", "beginning"})
#: Sentences back to where a force was said to leave.
_EXIT_WITHIN = 2
#: Verbs of leaving that something fired may do as well.
_DEPARTS = frozenset({"leave", "depart", "fly out", "fly off"})


def leave(view: View) -> None:
    """Read "N soldiers left P (for Q)", "X withdrew N soldiers from P".

    Parameters
    ----------
    view : View
        The clause.
    """
    if view.verb == "leave" and (view.group.passive or _has_left(view)):
        # "No soldiers are left in P", "has three frigates left in P".
        stay(view)
        return
    if view.verb in _BRINGS_OUT and view.carried() and not view.denied and not view.wheres(FROM):
        place(view, view.forces(view.carried()), view.wheres(LOCATED | TO), status_of(view, "present"))
        return
    if view.verb == "leave" and _leaves_behind(view):
        impacts.fall(view)
        return
    if _left_by(view) or view.denied or (view.verb in _DEPARTS and launches.departure(view)):
        return
    if view.verb in _SORTIES and view.group.progressive and not view.wheres(TO):
        # "Have been flying out of P since April".
        place(
            view, subjects(view), [replace(w, relation="at") for w in left(view)], status_of(view, "present")
        )
        return
    goes_itself = view.verb in {"leave", "depart", "exit", "retreat"}
    if skips(view) and view.document.lower(view.group.first - 1) not in _BEGUN:
        return
    themes = subjects(view) if goes_itself else carried(view)
    if not themes and view.agent() and (not goes_itself or _is_force(view.agent())):
        themes = [assign.anyone(view.agent(), view.group.first)]
    place(view, themes, left(view) or _stood(view, themes), "withdrawn")
    place(view, themes, view.wheres(TO) or _errand(view), status_of(view, "arriving"))


def _left_by(view: View) -> bool:
    """Whether forces are who left something: "the gap left by the F-15s"."""
    at = view.group.last + 1
    return view.document.lower(at - 1) == "by" and any(t.first == at for t in view.scene.themes)


def _errand(view: View) -> list[Where]:
    """Return where those who leave are bound for to do something: "left P for sea trials in Q"."""
    document = view.document
    after = range(view.group.last, view.clause.last)
    start = next((i for i in after if document.lower(i) == "for" and not document.is_day(i + 1)), None)
    found = [w for w in view.scene.wheres if start is not None and start < w.first < start + _ERRAND]
    return [w for w in found if w.role in LOCATED and w.first < view.clause.last][:1]


def _leaves_behind(view: View) -> bool:
    """Whether what is left is damage: "the missile left a hole", "a hole is what the drone left"."""
    around = view.document.lowers(view.scene.clauses[0].first, view.scene.clauses[-1].last)
    after = view.document.lowers(view.group.last, view.clause.last)
    cleft = "what" in around and not _LEFT.isdisjoint(around)
    weapon = any(view.speaks_of_weapon(t) for t in view.subjects())
    return weapon and (cleft or not _LEFT.isdisjoint(after))


def _has_left(view: View) -> bool:
    """Whether "left" only says what somebody still has, its subject being what is had."""
    index = view.scene.clauses.index(view.clause)
    before = view.scene.clauses[index - 1].group if index else None
    bare = view.group.first == view.clause.first and view.clause.link == "shared"
    return bare and before is not None and before.verb.verb == "have"


def _stood(view: View, themes: list[Theme]) -> list[Where]:
    """Return where those who leave are said to be: "the 50 men at P are to be pulled out"."""
    ends = {t.last for t in themes[:1] if view.ahead}
    return [w for w in view.scene.wheres if w.first in ends and w.role in LOCATED][:1]


def seize(view: View) -> None:
    """Read "fighters seized P"; shares, goods and speakers' words are seized too, but stand at no place.

    Parameters
    ----------
    view : View
        The clause.
    """
    if view.denied or skips(view) or view.group.passive:
        return
    found = view.object_place() or view.place_before() or view.place_that() or view.wheres(LOCATED)
    place(view, _own(view), found, status_of(view, "arriving"))


def cede(view: View) -> None:
    """Read "X handed over its base at P", "X gave up P": its forces leave.

    Parameters
    ----------
    view : View
        The clause.
    """
    if view.denied or skips(view):
        return
    first, last = view.group.last, view.clause.last
    held = view.document.mentions.within("facility", first, last)
    inside = [w for w in view.scene.wheres if first <= w.first < last and w.role in LOCATED]
    found = view.object_place() or (inside[:1] if held and inside and inside[0].first > held[0].first else [])
    place(view, _own(view), [w for w in found if w.group == found[0].group], "withdrawn")


def _own(view: View) -> list[Theme]:
    """Return the force that acts, by its noun or by its state alone."""
    themes = subjects(view)
    return themes or ([assign.anyone(view.agent(), view.group.first)] if view.agent() else [])


def _is_force(actor: str) -> bool:
    """Whether an actor is a force rather than a state, whose code has three capitals."""
    return not (len(actor) == _CODE and actor.isupper())


def left(view: View) -> list[Where]:
    """Places that are left: "from P", "P", "from posts in P and from Q".

    Parameters
    ----------
    view : View
        The clause.

    Returns
    -------
    list of Where
    """
    object_ = view.object_place() or view.place_that() or view.references(frozenset({""}))
    inside = [w for w in view.scene.wheres if view.group.last <= w.words[0] < view.clause.last]
    away = [w for w in inside if w.role == "from" or (w.role in LOCATED and _after_from(view, w))]
    near = [w for w in inside if w.role in LOCATED and w.first - view.group.last <= _NEAR][:1]
    behind = {t.last for t in subjects(view) if view.clause.first <= t.first}
    stood = [w for w in view.scene.wheres if w.first in behind and w.role in LOCATED]
    return object_ or away or view.references(FROM) or view.wheres(IN) or near or stood or _here_before(view)


def _here_before(view: View) -> list[Where]:
    """Return the place spoken of before, for "the last 20 flew home", "some 500 soldiers are to leave"."""
    last = view.memory.exit
    told = next(
        (d.where for d in reversed(view.scene.drafts) if d.where is not None and d.where.anchors), None
    )
    there = view.memory.there if told is None else told.anchors[0]
    stand = view.memory.stand
    if told is None and stand is not None and stand.where is not None and _same_ship(view, stand):
        there = next(iter(stand.where.anchors), there)
    if last is not None and last.where is not None and view.scene.number - last.sentence <= _EXIT_WITHIN:
        there = last.where.anchors[0]
    at = view.group.first
    away = any(view.document.lower(i) == "from" for i in range(view.clause.first, view.clause.last))
    tells_which = view.document.lower(view.group.first - 1) in {"that", "which", "who"}
    goes = view.verb in _GOES_AWAY and not (view.group.passive or away or tells_which)
    return [Where(at, at, (there.first, there.last), (there,), "in", "in")] if goes and there else []


def _same_ship(view: View, stand: Draft) -> bool:
    """Whether those who leave are called what those were who were last said to be somewhere."""
    names = {str(name) for theme in subjects(view)[:1] for name in theme.names}
    return bool(names & {str(name) for name in stand.theme.names})


def _after_from(view: View, where: Where) -> bool:
    words = [
        view.document.lower(i) for i in range(max(view.group.last, where.first - _BACK_WORDS), where.first)
    ]
    return "from" in words
