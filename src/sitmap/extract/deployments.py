"""Clauses that tell of forces at, moving to, planned for or leaving a place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract import impacts
from sitmap.extract.finite import is_unlisted
from sitmap.extract.told import Reason
from sitmap.extract.view import FAR, LOCATED, joined_ships
from sitmap.extract.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.document import Document
    from sitmap.extract.theme import Theme
    from sitmap.extract.view import View
    from sitmap.extract.where import Where
    from sitmap.model import Status

FROM, TO, IN = frozenset({"from"}), frozenset({"to"}), frozenset({"in"})
_ON_THE_WAY = frozenset({"way", "bound", "route", "course", "heading", "headed"})
#: Verbs of speech that also tell of what was seen somewhere.
_SIGHTS = frozenset({"report", "record", "count", "list", "show", "describe"})
_COPULA_FILL = frozenset(
    {
        "already",
        "still",
        "now",
        "also",
        "back",
        "patrol",
        "all",
        "both",
        "out",
        "active",
        "due",
        "there",
        "either",
    }
)
#: Verbs of going along with somebody, what stands before those gone along with, and words for these.
_FOLLOWS = words("beside", "verbs")
_WITH = words("beside", "before")
_THEM = frozenset({"it", "her", "them", "him", "these", "those"})
#: Within how many sentences those gone along with were told of.
_BESIDE_WITHIN = 2
#: Frames of verbs of seeing and of having, which deny no more than a sight or a number.
_SEEN = frozenset({"see", "say", "hold"})
#: How far before its clause a word of planning may stand, in words.
_CUE_REACH = 4
#: How many words a predicate may have before its place: "on alert at the air base near P".
_PREDICATE = 8
_SAILS = frozenset({"sail", "transit", "cruise", "steam", "patrol", "operate", "rotate"})


def place(
    view: View,
    themes: list[Theme],
    found: list[Where],
    status: Status,
    because: Reason | None = None,
) -> bool:
    """Add a deployment draft for each force at each place.

    Parameters
    ----------
    view : View
        The clause.
    themes : list of Theme
        The forces.
    found : list of Where
        The places, of one list.
    status : str
        Of the deployment.
    because : Reason or None
        What gives the status, when it is not the verb.

    Returns
    -------
    bool
        Whether there was any.
    """
    own = {
        id(t): w
        for t in themes[1:]
        for w in view.scene.wheres
        if w.first == t.last and w.role in LOCATED | TO
    }
    for theme in joined_ships(themes):
        if id(theme) in own:
            _add(view, theme, own[id(theme)], status, because)
            continue
        for where in found:
            part = theme if len(found) == 1 else replace(theme, low=None, high=None, count=None)
            _add(view, part, where, status, because)
    return bool(themes and found)


def _add(view: View, theme: Theme, where: Where, status: Status, because: Reason | None) -> None:
    draft = view.draft("deployment", theme, where, view.agent())
    draft.status = status
    draft.reasons["status"] = (because or _why(view, status),)
    if status == "planned" or (status == "withdrawn" and view.ahead):
        draft.certainty, draft.planned_day = "expected", True
        draft.reasons["certainty"] = (because or _why(view, "planned"),)
    if view.denial is not None:
        if not draft.source and view.group.verb.frame in _SEEN:
            # "No ships were seen off P" tells of nothing that is there or is said to be.
            return
        draft.stance, draft.reasons["stance"] = "denied", (view.denial,)
    view.scene.drafts.append(draft)
    view.memory.goal = draft if status != "withdrawn" else view.memory.goal
    view.memory.force = replace(theme, actor=draft.actor)


def _why(view: View, status: Status) -> Reason:
    """Return the words that give a status: the verb with its auxiliaries, of a plan what plans it."""
    if status == "planned" and view.plan is not None:
        return Reason((view.plan.first, view.plan.last))
    if status == "planned" and not view.group.future:
        cue = view.document.cue("planned", max(view.clause.first - _CUE_REACH, 0), view.clause.last)
        if cue is not None:
            return Reason((cue.first, cue.last))
    return Reason((view.group.first, view.group.last))


def carried(view: View) -> list[Theme]:
    """Return the forces that are moved or kept: the object of an active verb, else the subject."""
    objects = [t for t in view.carried() if t.counted or not t.pronoun or t.first <= view.group.last + 1]
    if not view.group.passive:
        found = view.forces(view.relative_object()) or view.forces(objects)
        if found and found[0].first - view.group.last < FAR:
            return found
    return subjects(view)


def subjects(view: View) -> list[Theme]:
    """Return the subject with its company; a unit told by its men is counted once."""
    company = view.forces(view.company())
    found = view.forces(view.subjects())
    if company and found and found[0].unit and not found[0].names and company[0].counted:
        return company
    return view.forces([*found, *company])


def status_of(view: View, now: Status) -> Status:
    """Return the status that a clause's tense gives.

    Parameters
    ----------
    view : View
        The clause.
    now : str
        Status unless it is still to come.

    Returns
    -------
    str
    """
    return "planned" if view.ahead else now


def skips(view: View) -> bool:
    """Whether an infinitive is no plan: "was able to deploy", "in order to guard"."""
    return view.group.infinitive and view.plan is None


def deploy(view: View) -> None:
    """Read "N soldiers are stationed at P", "X deployed N soldiers to P".

    Parameters
    ----------
    view : View
        The clause.
    """
    status: Status = "arriving" if view.group.progressive and view.group.passive else "present"
    going = view.group.progressive and not view.group.passive and not view.group.participle
    if skips(view):
        if view.document.cue("planned", max(view.clause.first - _CUE_REACH, 0), view.group.last) is None:
            return
        status = "planned"
    to = view.wheres(TO)
    themes = carried(view)
    if to:
        place(view, themes, to, "planned" if view.ahead or going or status == "planned" else "arriving")
    else:
        place(view, themes, here(view), status_of(view, status))


def see(view: View) -> None:
    """Read "N ships were seen off P"; wreckage that was found is an impact.

    Parameters
    ----------
    view : View
        The clause.
    """
    first = view.clause.first
    if any(n.value == "wreck" for n in view.document.mentions.within("noun", first, view.group.first)):
        impacts.fall(view)
    elif view.group.verb.frame == "say" and view.verb not in _SIGHTS:
        return
    elif view.group.passive or (view.group.participle and view.group.verb.frame == "see"):
        deploy(view)


def _between(view: View) -> list[Where]:
    """Read "patrol from P to Q", "operate from P": a force that stays is at both ends."""
    away = view.wheres(FROM)
    return [replace(w, relation="at") for w in [*away, *view.wheres(TO)]] if away else []


def subject_place(view: View) -> list[Where]:
    """Return the place that is a clause's subject, or that "which" stands for.

    Parameters
    ----------
    view : View
        The clause.

    Returns
    -------
    list of Where
        None or one.
    """
    own = [w for w in view.scene.wheres if view.clause.first <= w.first < view.group.first and w.role == ""]
    before = [w for w in view.scene.wheres if w.last <= view.clause.first <= w.reach + 1]
    found = own or (before if view.clause.link == "relative" else [])
    return [replace(w, relation="in") for w in found[-1:]]


def here(view: View) -> list[Where]:
    """Return where a clause says that something is: at a place, one that it points back to, or its entry's.

    Parameters
    ----------
    view : View
        The clause.

    Returns
    -------
    list of Where
    """
    return view.wheres(LOCATED) or view.references(LOCATED) or view.place_before() or view.header()


def stay(view: View) -> None:
    """Read "N soldiers operate in P".

    Parameters
    ----------
    view : View
        The clause.
    """
    if skips(view):
        return
    found = here(view)
    if not found and view.verb in _SAILS:
        through = view.wheres(frozenset({"via"})) or view.object_place()
        found = [replace(w, relation="in") for w in through]
    found = found or _between(view) or beside(view)
    place(view, subjects(view), found, status_of(view, "present"))


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
    goal = view.memory.goal
    if goal is None or goal.where is None or view.scene.number - goal.sentence > _BESIDE_WITHIN:
        return []
    document = view.document
    objects = {document.lower(view.group.last)} if view.verb in _FOLLOWS else set()
    objects |= {
        document.lower(i + 1)
        for i in range(view.clause.first, view.clause.last - 1)
        if document.lower(i) in _WITH
    }
    return [goal.where] if objects & _THEM else []


def act(view: View) -> None:
    """Read "N soldiers clear mines in P": whatever a force does at a place, it is there.

    Parameters
    ----------
    view : View
        The clause.
    """
    if skips(view) or view.group.passive or view.denied:
        return
    found = view.wheres(LOCATED) or view.references(LOCATED)
    themes = [t for t in subjects(view) if acts(t)]
    place(view, themes, found, status_of(view, "present"))


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
    certain = bool(theme.actor or theme.names) or theme.counted or theme.definite
    return certain and theme.based != "police"


def be(view: View) -> None:
    """Read "forces are at P", "at P are forces", "there are forces at P".

    Parameters
    ----------
    view : View
        The clause.
    """
    found = view.wheres(LOCATED)
    due = view.document.cue("planned", view.group.first, view.clause.last) is not None
    status: Status = "planned" if view.ahead or due else "present"
    themes = subjects(view)
    there = view.document.lower(view.group.first - 1) == "there"
    fronted = bool(found) and found[0].first < view.group.first
    if there or (fronted and not themes):
        place(view, view.forces(view.objects()), found, status)
    elif not found and view.document.lower(view.group.last) == "home":
        place(view, view.forces(view.objects()[:1]), subject_place(view), status)
    elif found and not fronted and _direct(view, found[0]):
        place(view, themes, found, status)
        _on_the_way(view, themes[:1])
    elif not found and _bound_for(view):
        _on_the_way(view, themes[:1])
    elif not found and beside(view):
        place(view, themes or view.forces(view.objects()), beside(view), status)
    elif not found:
        back = view.references(LOCATED)
        again = (
            [d.where for d in view.scene.drafts if d.where is not None][-1:]
            if due and themes and themes[0].pronoun
            else []
        )
        place(view, themes, [w for w in back if _direct(view, w)] or again, status)


def _direct(view: View, where: Where) -> bool:
    """Whether the place is what the copula says, not a detail of a noun after it: "is in port at P"."""
    document = view.document
    index = view.group.last
    while index < where.first and (
        document.lower(index).endswith("ly") or document.lower(index) in _COPULA_FILL
    ):
        index += 1
    if index >= where.first:
        return True
    if _is_predicate(document, index):
        index += 1
    if index >= where.first:
        return True
    opens = document.at("preposition", index)
    predicate = opens is not None and (opens.value in LOCATED or document.lower(index) == "with")
    return predicate and where.first - index <= _PREDICATE


def _is_predicate(document: Document, index: int) -> bool:
    """Whether a word says in what state something is, and not what it is: "is pierside there"."""
    lower = document.lower(index)
    verb = document.at("verb", index)
    return is_unlisted(document, index) and verb is None and not lower.endswith(("ed", "er", "est"))


def _on_the_way(view: View, themes: list[Theme]) -> None:
    for where in _bound_for(view):
        place(view, themes, [where], "planned", Reason((where.first - 1, where.words[0])))


def _bound_for(view: View) -> list[Where]:
    """Read "on their way to P", "bound for P"."""
    return [
        w
        for w in view.scene.wheres
        if w.role == "to"
        and view.clause.first <= w.first < view.clause.last
        and view.document.lower(w.first - 1) in _ON_THE_WAY | {"for"}
    ][:1]
