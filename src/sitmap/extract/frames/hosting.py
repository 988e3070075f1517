"""Clauses that tell of who has, keeps, hosts or guards: "Japan hosts 54,000 troops"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.discourse import setting
from sitmap.extract.discourse.view import FAR
from sitmap.extract.frames.deployments import deploy, here, place, skips, status_of, subject_place, subjects
from sitmap.extract.frames.staying import acts, beside
from sitmap.extract.text.entries import LOCATED
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.view import View
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.theme import Theme

#: Verbs of holding whose object may be the place itself.
_GUARDS = words("hosting", "guards")
#: Within how many sentences more is told of forces without saying again where they are.
_MORE_WITHIN = 3
#: How many words after its verb the head of an object stands.
_OBJECT_WITHIN = 5
#: Verbs of change that have an object.
_MADE = words("hosting", "changes")
_TO_NUMBER = frozenset({"to", "at", "below", "above", "by"})
_KEEPS = frozenset({"keep", "maintain", "retain"})
_POSTS = words("hosting", "posts")
_SEATS = words("hosting", "seats")
_BESIDE = frozenset({"alongside", "with"})
_STATES = frozenset({"country", "admin1"})


def host(view: View) -> None:
    """Read "Japan hosts 54,000 American troops".

    Parameters
    ----------
    view : View
        The clause.
    """
    if view.group.passive or view.group.participle:
        deploy(view)
    elif not skips(view):
        found = subject_place(view) or _it(view)
        place(view, view.forces(view.objects()[:1]), found, status_of(view, "present"))


def _it(view: View) -> list[Where]:
    """Return the place that opens the paragraph where "it" stands for it: "P. ... It houses a brigade"."""
    subject = [t for t in view.subjects() if t.pronoun and view.document.lower(t.first) == "it"]
    return view.heading() if subject else []


def _owner_place(view: View) -> list[Where]:
    """Return the place that has the forces, unless it is the state whose they are: "Evenes has its jets"."""
    found = [
        w for w in view.scene.wheres if view.clause.first <= w.first < view.group.first and w.role == ""
    ][-1:]
    entry = found[0].anchors[0].toponym.place if found else None
    return [replace(found[0], relation="at")] if entry is not None and entry.type not in _STATES else []


def _posted(view: View) -> list[Where]:
    """Return where a force was said to be that is now told by its strength: "UNIFIL has 10,800 soldiers"."""
    stand, owner = view.memory.stand, next(iter(view.forces(view.subjects())), None)
    same = stand is not None and owner is not None and owner.unit and owner.actor in {"", stand.actor}
    return told(view) if same and not setting.names_place(view.scene, view.clause) else []


def _allies(view: View, objects: list[Theme]) -> list[Theme]:
    """Return those with whom a place is held, unless the subject counts them already."""
    counted = {t.first for t in subjects(view)}
    lower = view.document.lower
    return [t for t in objects if t.first not in counted and lower(t.first - 1) in _BESIDE]


def _equipped(view: View, objects: list[Theme], found: list[Where]) -> None:
    """Read "keep 900 soldiers in P, with Challenger tanks": arms told of behind them are there too."""
    known = {t.based for t in objects}
    for theme in view.scene.themes:
        inside = objects[0].last <= theme.first < view.clause.last
        beside = view.document.lower(theme.first - 1) in _BESIDE and not theme.counted
        if inside and beside and theme.several and theme.based not in known and not theme.pronoun:
            place(view, view.forces([theme]), found, status_of(view, "present"))


def _since(view: View, held: list[Where]) -> list[Where]:
    """Return what is held besides, each since a day of its own: "have held P since May and Q since June"."""
    document, last = view.document, view.clause.last
    further = [w for w in view.scene.wheres if held and held[-1].last < w.first < last and w.role == ""]
    return [w for w in further if document.lower(w.first - 1) == "and" and document.lower(w.last) == "since"]


def _has_post(view: View) -> bool:
    """Whether what a force has is a post of its own: "the marines keep two outposts on the island"."""
    objects = range(view.group.last, min(view.clause.last, view.group.last + _OBJECT_WITHIN))
    posts = _POSTS - _SEATS if view.verb == "have" else _POSTS
    return any(view.document.lower(i) in posts for i in objects)


def consist(view: View) -> None:
    """Read "the force in P consists of two frigates and 300 marines": the parts are where the whole is.

    Parameters
    ----------
    view : View
        The clause.
    """
    whole = view.forces(view.subjects())
    if skips(view) or view.group.progressive or not whole:
        return
    options = view.forces(view.objects(), whole=whole[0])
    parts = [t for t in options if t.first - view.group.last < FAR or t.counted]
    before = [
        w for w in view.scene.wheres if whole[0].last <= w.first < view.group.first and w.role in LOCATED
    ]
    found = before[:1] or ([] if view.wheres(LOCATED) else told(view))
    place(view, [_part_of(part, whole[0]) for part in parts], found, status_of(view, "present"))


def _part_of(part: Theme, whole: Theme) -> Theme:
    """Return a part with the owner of the whole; a number alone counts the whole's own kind."""
    return replace(
        part,
        actor=part.actor or whole.actor,
        based=(whole.based if part.pronoun else part.based) or part.based,
        names=part.names or (whole.names if part.pronoun else ()),
    )


def told(view: View) -> list[Where]:
    """Return where forces were said to be last, for a sentence that tells more of them.

    Parameters
    ----------
    view : View
        The clause.

    Returns
    -------
    list of Where
        None or one.
    """
    known = view.memory.stand
    if known is None or known.where is None or view.scene.number - known.sentence > _MORE_WITHIN:
        return []
    return [known.where]


def change(view: View) -> None:
    """Read "the soldiers in P have fallen to 1,000", "X cut its force in P to 900": so many are there.

    Parameters
    ----------
    view : View
        The clause.
    """
    active = not view.group.passive and view.verb in _MADE
    themes = view.objects()[:1] if active else view.subjects()
    whole = [t for t in view.forces(themes) if not view.speaks_of_weapon(t)]
    if not whole and not active and _grows(view):
        return
    counts = [t for t in view.objects() if t.counted and view.document.lower(t.first - 1) in _TO_NUMBER]
    if not whole or not counts or skips(view):
        return
    end = counts[-1].first if active else view.group.first
    behind = [w for w in view.scene.wheres if whole[0].last <= w.first < end and w.role in LOCATED]
    number = counts[-1]
    force = replace(whole[0], low=number.low, high=number.high, count=number.count)
    place(view, [force], behind[:1] or told(view), status_of(view, "present"))


def _grows(view: View) -> bool:
    """Read "the build-up near P has swollen to 900 soldiers": the noun tells that they are there."""
    nouns = view.document.mentions.within("noun", view.clause.first, view.group.first)
    there = [n for n in nouns if n.value == "stay"]
    number = next(
        (t for t in view.objects() if t.counted and view.document.lower(t.first - 1) in _TO_NUMBER), None
    )
    force = next(iter(view.forces([number])), None) if number is not None and not number.pronoun else None
    if not there or force is None or skips(view):
        return False
    behind = [
        w for w in view.scene.wheres if there[-1].last <= w.first < view.group.first and w.role in LOCATED
    ]
    return place(view, [force], behind[:1], status_of(view, "present"))


def hold(view: View) -> None:
    """Read "X keeps N soldiers at P", "N soldiers guard P".

    Parameters
    ----------
    view : View
        The clause.
    """
    if view.group.passive and view.verb in _KEEPS and not any(t.fired for t in view.subjects()):
        # "P, where six jets are kept".
        deploy(view)
    if skips(view) or view.group.passive:
        return
    objects = [t for t in view.forces(view.carried()) if t.first - view.group.last < FAR]
    held = view.object_place() if view.verb in _GUARDS and view.forces(view.subjects()) else []
    if held and objects and objects[0].first >= held[-1].last:
        # "Djiboutian soldiers hold P with Somali special forces".
        place(view, [*subjects(view), *_allies(view, objects)], held, status_of(view, "present"))
    elif objects:
        again = (
            [d.where for d in view.scene.drafts if d.where is not None][-1:]
            if view.clause.link == "shared" or (objects[0].pronoun and objects[0].counted)
            else []
        )
        found = here(view) or again or _owner_place(view) or _posted(view)
        place(view, objects, found, status_of(view, "present"))
        _equipped(view, objects, found)
    elif view.verb in _GUARDS:
        held = view.object_place() or here(view) or view.references(frozenset({""}))
        held += _since(view, held)
        place(view, subjects(view), held or beside(view), status_of(view, "present"))
    elif beside(view):
        place(view, subjects(view), beside(view), status_of(view, "present"))
    elif _has_post(view):
        posted = [t for t in subjects(view) if acts(t)]
        place(view, posted, view.wheres(LOCATED), status_of(view, "present"))
