"""Clauses that tell what forces do where they are, or who is with them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.frames import impacts, launches, shares
from sitmap.extract.frames.bearings import FROM, TO, fronted
from sitmap.extract.frames.deployments import here, place, skips, status_of, subjects
from sitmap.extract.text.entries import LOCATED
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.view import View
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.theme import Theme
    from sitmap.model import Status

#: Verbs of going along with somebody, what stands before those gone along with, and words for these.
_FOLLOWS = words("beside", "verbs")
_WITH = words("beside", "before")
_THEM = frozenset({"it", "her", "them", "him", "these", "those"})
#: Within how many sentences those gone along with were told of.
_BESIDE_WITHIN = 2
#: What a pronoun may stand for as the subject of any verb.
_MOVING = frozenset({"troops", "police", "ships", "submarines", "aircraft", "armour"})
_VIA = frozenset({"via"})
_LIE = "lie"
#: Where what comes down goes.
_ONTO = frozenset({"into", "onto"})
#: Verbs that tell of what is and goes on, so that they plan nothing.
_GOES_ON = words("staying", "goes_on")
_INVOLVES = words("staying", "involves")
_EXERCISES = words("staying", "exercises")
_SAILS = frozenset({"sail", "transit", "cruise", "steam", "patrol", "operate", "rotate"})


def _between(view: View) -> list[Where]:
    """Read "patrol from P to Q", "operate from P": a force that stays is at both ends."""
    away = view.wheres(FROM)
    return [replace(w, relation="at") for w in [*away, *view.wheres(TO)]] if away else []


def stay(view: View) -> None:
    """Read "N soldiers operate in P".

    Parameters
    ----------
    view : View
        The clause.
    """
    if view.verb == _LIE and _came_down(view):
        impacts.fall(view)
        return
    made = view.group.passive and any(view.speaks_of_weapon(t) for t in view.subjects())
    if skips(view) or made:
        # "P, where the drones are assembled".
        return
    found = fronted(view) or here(view)
    if not found:
        through = (view.wheres(_VIA) if view.verb in _SAILS else []) or view.object_place()
        found = [replace(w, relation="in") for w in through]
    found = found or _between(view) or beside(view)
    status: Status = "present" if view.verb in _GOES_ON else status_of(view, "present")
    place(view, subjects(view), found, status)


def _came_down(view: View) -> bool:
    """Whether what lies somewhere fell there: "one of the drones still lay in a field near P"."""
    flying = view.memory.flight is not None or view.memory.recent is not None
    lies = next(iter(view.subjects()), None)
    return lies is not None and flying and lies.is_weapon and lies.low == 1 and not (lies.actor or lies.names)


def beside(view: View) -> list[Where]:
    """Return where those are with whom a force is: "two frigates escort it", "is with her".

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
    if known is None or known.where is None or view.scene.number - known.sentence > _BESIDE_WITHIN:
        return []
    document = view.document
    objects = {document.lower(view.group.last)} if view.verb in _FOLLOWS else set()
    objects |= {
        document.lower(i + 1)
        for i in range(view.clause.first, view.clause.last - 1)
        if document.lower(i) in _WITH
    }
    return [known.where] if objects & _THEM else []


def act(view: View) -> None:
    """Read "N soldiers clear mines in P": whatever a force does at a place, it is there.

    Parameters
    ----------
    view : View
        The clause.
    """
    if skips(view) or view.group.passive or view.denied or shares.follow(view):
        return
    if view.document.lower(view.group.last) in _ONTO and any(view.weapon(t) for t in view.subjects()[:1]):
        # Whatever the verb, a rocket that "whistled into P" came down there.
        impacts.fall(view)
        return
    found = fronted(view) or view.wheres(LOCATED) or view.references(LOCATED)
    if view.verb.endswith(" fire"):
        # "Opened fire on P" tells where the target is.
        found = [w for w in found if w.first < view.group.first]
    themes = [t for t in subjects(view) if acts(t)]
    if not found and not any(t.pronoun for t in view.subjects()):
        # "P, where the cutter had been hunting smugglers".
        found = view.place_before()
    away = [
        w for w in view.wheres(FROM) if w.first == view.group.last and view.document.lower(w.first) == "out"
    ]
    if away and not found:
        # Whatever the verb, "backed out of P" has left it.
        place(view, themes, away, "withdrawn")
    place(view, themes, found, status_of(view, "present"))


def takes_part(view: View) -> bool:
    """Read "the exercise off P involved 12 ships and 40 aircraft": they are where it is held.

    Parameters
    ----------
    view : View
        The clause.

    Returns
    -------
    bool
        Whether it tells of that.
    """
    before = range(view.clause.first, view.group.first)
    held = [w for w in view.scene.wheres if w.first in before and w.role in LOCATED]
    named = any(view.document.lower(i) in _EXERCISES for i in before)
    taking = [t for t in view.forces(view.objects()) if t.counted and not t.pronoun]
    if view.verb not in _INVOLVES or view.group.passive or not (held and named and taking):
        return False
    return place(view, taking, held[:1], status_of(view, "present"))


def launch(view: View) -> None:
    """Read "she launched aircraft north of P": what is fired is told elsewhere.

    Parameters
    ----------
    view : View
        The clause.
    """
    if any(t.based == "aircraft" and not t.fired for t in view.carried()):
        act(view)
    else:
        launches.launch(view)


def acts(theme: Theme) -> bool:
    """Whether what a force does tells where it is: a certain one, and not a town's own police.

    Parameters
    ----------
    theme : Theme
        The force.

    Returns
    -------
    bool
    """
    if theme.pronoun and theme.based not in _MOVING:
        return False
    certain = bool(theme.actor or theme.names) or theme.counted or theme.definite
    return certain and theme.based != "police"
