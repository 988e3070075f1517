"""Clauses that tell of who has, keeps, hosts or guards: "Japan hosts 54,000 troops"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.deployments import acts, beside, here, place, skips, status_of, subject_place, subjects
from sitmap.extract.view import FAR, LOCATED

if TYPE_CHECKING:
    from sitmap.extract.view import View
    from sitmap.extract.where import Where

_GUARDS = frozenset({"guard", "protect", "defend", "man", "occupy", "hold", "control", "secure"})
#: How many words after its verb the head of an object stands.
_OBJECT_WITHIN = 5
_STATES = frozenset({"country", "admin1"})


def host(view: View) -> None:
    """Read "Japan hosts 54,000 American troops".

    Parameters
    ----------
    view : View
        The clause.
    """
    if not skips(view):
        place(view, view.forces(view.objects()[:1]), subject_place(view), status_of(view, "present"))


def _owner_place(view: View) -> list[Where]:
    """Return the place that has the forces, unless it is the state whose they are: "Evenes has its jets"."""
    found = [
        w for w in view.scene.wheres if view.clause.first <= w.first < view.group.first and w.role == ""
    ][-1:]
    entry = found[0].anchors[0].toponym.place if found else None
    return [replace(found[0], relation="at")] if entry is not None and entry.type not in _STATES else []


def _has_post(view: View) -> bool:
    """Whether what a force has is a post of its own: "the marines keep two outposts on the island"."""
    objects = range(view.group.last, min(view.clause.last, view.group.last + _OBJECT_WITHIN))
    return any(view.document.at("facility", i) or view.document.at("reference", i) for i in objects)


def hold(view: View) -> None:
    """Read "X keeps N soldiers at P", "N soldiers guard P".

    Parameters
    ----------
    view : View
        The clause.
    """
    if skips(view) or view.group.passive:
        return
    objects = [t for t in view.forces(view.objects()) if t.first - view.group.last < FAR]
    if objects:
        again = (
            [d.where for d in view.scene.drafts if d.where is not None][-1:]
            if view.clause.link == "shared" or (objects[0].pronoun and objects[0].counted)
            else []
        )
        place(view, objects, here(view) or again or _owner_place(view), status_of(view, "present"))
    elif view.verb in _GUARDS:
        held = view.object_place() or here(view) or view.references(frozenset({""}))
        place(view, subjects(view), held or beside(view), status_of(view, "present"))
    elif beside(view):
        place(view, subjects(view), beside(view), status_of(view, "present"))
    elif _has_post(view):
        posted = [t for t in subjects(view) if acts(t)]
        place(view, posted, view.wheres(LOCATED), status_of(view, "present"))
