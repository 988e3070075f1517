"""Clauses that tell of forces at, moving to, planned for or leaving a place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract import assign, launches
from sitmap.extract.view import FAR, LOCATED, joined_ships

if TYPE_CHECKING:
    from sitmap.extract.places import Where
    from sitmap.extract.themes import Theme
    from sitmap.extract.view import View
    from sitmap.model import Status

_FROM, _TO, _IN = frozenset({"from"}), frozenset({"to"}), frozenset({"in"})
_ON_THE_WAY = frozenset({"way", "bound", "route", "course", "heading", "headed"})
_GUARDS = frozenset({"guard", "protect", "defend", "man", "occupy", "hold"})
_COPULA_FILL = frozenset(
    {
        "already",
        "still",
        "now",
        "also",
        "back",
        "on",
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
_BACK_WORDS = 8
_NEAR = 4
_GOAL_WITHIN = 2
_SAILS = frozenset({"sail", "transit", "cruise", "steam", "patrol", "operate"})
_NEEDS_OBJECT = frozenset({"send", "order", "put", "take", "fetch"})


def place(view: View, themes: list[Theme], found: list[Where], status: Status) -> bool:
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

    Returns
    -------
    bool
        Whether there was any.
    """
    own = {
        id(t): w
        for t in themes[1:]
        for w in view.scene.wheres
        if w.first == t.last and w.role in LOCATED | _TO
    }
    for theme in joined_ships(themes):
        if id(theme) in own:
            _add(view, theme, own[id(theme)], status)
            continue
        for where in found:
            _add(
                view,
                theme if len(found) == 1 else replace(theme, low=None, high=None, count=None),
                where,
                status,
            )
    return bool(themes and found)


def _add(view: View, theme: Theme, where: Where, status: Status) -> None:
    draft = view.draft("deployment", theme, where, view.agent())
    draft.status = status
    if status == "planned" or (status == "withdrawn" and view.ahead):
        draft.certainty, draft.planned_day = "expected", True
    if view.denied:
        if not draft.source:
            return
        draft.stance = "denied"
    view.scene.drafts.append(draft)
    view.memory.goal = draft if status != "withdrawn" else view.memory.goal
    view.memory.force = replace(theme, actor=draft.actor)


def _carried(view: View) -> list[Theme]:
    """Return the forces that are moved or kept: the object of an active verb, else the subject."""
    objects = [t for t in view.objects() if t.counted or not t.pronoun or t.first <= view.group.last + 1]
    if not view.group.passive:
        found = view.forces(view.relative_object()) or view.forces(objects)
        if found and found[0].first - view.group.last < FAR:
            return found
    return _subjects(view)


def _subjects(view: View) -> list[Theme]:
    """Return the subject with its company; a unit told by its men is counted once."""
    company = view.forces(view.company())
    found = view.forces(view.subjects())
    if company and found and found[0].unit and not found[0].names and company[0].counted:
        return company
    return view.forces([*found, *company])


def _status(view: View, now: Status) -> Status:
    return "planned" if view.ahead else now


def _skips(view: View) -> bool:
    """Whether an infinitive is no plan: "was able to deploy", "in order to guard"."""
    return view.group.infinitive and not view.planned


def deploy(view: View) -> None:
    """Read "N soldiers are stationed at P", "X deployed N soldiers to P".

    Parameters
    ----------
    view : View
        The clause.
    """
    status: Status = "arriving" if view.group.progressive and view.group.passive else "present"
    going = view.group.progressive and not view.group.passive and not view.group.participle
    if _skips(view):
        if view.document.cue("planned", max(view.clause.first - 4, 0), view.group.last) is None:
            return
        status = "planned"
    to = view.wheres(_TO)
    themes = _carried(view)
    if to:
        place(view, themes, to, "planned" if view.ahead or going or status == "planned" else "arriving")
    else:
        place(view, themes, _here(view), _status(view, status))


def see(view: View) -> None:
    """Read "N ships were seen off P"; wreckage that was found is an impact.

    Parameters
    ----------
    view : View
        The clause.
    """
    first = view.clause.first
    if any(n.value == "wreck" for n in view.document.mentions.within("noun", first, view.group.first)):
        launches.fall(view)
    elif view.group.passive or (view.group.participle and view.group.verb.frame == "see"):
        deploy(view)


def _here(view: View) -> list[Where]:
    return view.wheres(LOCATED) or view.references(LOCATED) or view.place_before() or view.header()


def stay(view: View) -> None:
    """Read "N soldiers operate in P".

    Parameters
    ----------
    view : View
        The clause.
    """
    if _skips(view):
        return
    found = _here(view)
    if not found and view.verb in _SAILS:
        through = view.wheres(frozenset({"via"})) or view.object_place()
        found = [replace(w, relation="in") for w in through]
    place(view, _subjects(view), found, _status(view, "present"))


def host(view: View) -> None:
    """Read "Japan hosts 54,000 American troops".

    Parameters
    ----------
    view : View
        The clause.
    """
    found = [
        w for w in view.scene.wheres if view.clause.first <= w.first < view.group.first and w.role == ""
    ][-1:]
    if not _skips(view):
        place(
            view,
            view.forces(view.objects()[:1]),
            [replace(w, relation="in") for w in found],
            _status(view, "present"),
        )


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
    themes = _subjects(view)
    there = view.document.lower(view.group.first - 1) == "there"
    fronted = bool(found) and found[0].first < view.group.first
    if there or (fronted and not themes):
        place(view, view.forces(view.objects()), found, status)
    elif found and not fronted and _direct(view, found[0]):
        place(view, themes, found, status)
        place(view, themes[:1], _bound_for(view), "planned")
    elif not found and _bound_for(view):
        place(view, themes[:1], _bound_for(view), "planned")
    elif not found:
        back = view.references(LOCATED)
        again = (
            [d.where for d in view.scene.drafts if d.where is not None][-1:]
            if due and themes and themes[0].pronoun
            else []
        )
        place(view, themes, [w for w in back if _direct(view, w)] or again, status)


def _direct(view: View, where: Where) -> bool:
    """Whether the place is what the copula says, not a detail of a noun after it."""
    words = [view.document.lower(i) for i in range(view.group.last, where.first)]
    return all(w.endswith("ly") or w in _COPULA_FILL for w in words)


def _bound_for(view: View) -> list[Where]:
    """Read "on their way to P", "bound for P"."""
    return [
        w
        for w in view.scene.wheres
        if w.role == "to"
        and view.clause.first <= w.first < view.clause.last
        and view.document.lower(w.first - 1) in _ON_THE_WAY | {"for"}
    ][:1]


def hold(view: View) -> None:
    """Read "X keeps N soldiers at P", "N soldiers guard P".

    Parameters
    ----------
    view : View
        The clause.
    """
    if _skips(view):
        return
    objects = [t for t in view.forces(view.objects()) if t.first - view.group.last < FAR]
    if objects:
        again = (
            [d.where for d in view.scene.drafts if d.where is not None][-1:]
            if view.clause.link == "shared"
            else []
        )
        place(view, objects, _here(view) or again, _status(view, "present"))
    elif view.verb in _GUARDS:
        place(view, _subjects(view), view.object_place() or _here(view), _status(view, "present"))


def arrive(view: View) -> None:
    """Read "N soldiers arrived at P from Q"; a missile that "landed" came down.

    Parameters
    ----------
    view : View
        The clause.
    """
    subjects = view.subjects()
    if subjects and view.speaks_of_weapon(subjects[0]):
        if view.verb in {"land", "reach", "come"}:
            launches.fall(view)
        return
    if _skips(view) or (view.ahead and any(t.pronoun and not t.counted for t in subjects)):
        return
    landed = [t for t in view.objects() if view.verb == "land" and t.first == view.group.last]
    themes = view.forces(landed) or _subjects(view)
    now: Status = "present" if view.group.pluperfect and view.verb == "go" else "arriving"
    found = view.object_place() if view.verb in {"reach", "enter"} else []
    found = found or view.wheres(LOCATED | _TO) or view.references(LOCATED | _TO) or view.place_before()
    if place(view, themes, found, _status(view, now)):
        _origin(view, themes)


def _origin(view: View, themes: list[Theme]) -> None:
    found = view.wheres(_FROM) or view.references(_FROM)
    away = [w for w in found if not any(_home(w, t) for t in themes)]
    place(view, themes, away, "withdrawn")


def _home(where: Where, theme: Theme) -> bool:
    """Whether "from X" says whose they are, not where they came from."""
    entry = where.anchors[0].toponym.place if where.anchors else None
    return entry is not None and entry.type == "country" and theme.actor == entry.country


def send(view: View) -> None:
    """Read "X sends N soldiers to P from Q".

    Parameters
    ----------
    view : View
        The clause.
    """
    if view.denied or _skips(view):
        return
    frame = view.group.verb.frame
    going = view.group.progressive and not view.group.passive
    ordered = frame in {"order", "head"}
    status: Status = (
        "planned" if view.ahead or going or ordered else "present" if frame == "put" else "arriving"
    )
    themes = _carried(view)
    if frame in _NEEDS_OBJECT and not view.group.passive and any(t.first < view.group.first for t in themes):
        themes = [t for t in themes if t.last == view.clause.first]
    if not themes and frame == "move" and view.group.passive and view.agent():
        themes = [assign.anyone(view.agent(), view.group.first)]
    found = view.wheres(_TO) or view.references(_TO) or view.wheres(LOCATED) or view.references(LOCATED)
    place(view, themes, found or _purpose(view) or _same_goal(view, themes), status)
    if frame in {"move", "take", "fetch", "fly", "send"}:
        _origin(view, themes)


def _same_goal(view: View, themes: list[Theme]) -> list[Where]:
    """Where others were said to go in the sentence before: "Guatemala has sent 150" more."""
    last = view.memory.goal
    near = last is not None and view.scene.number - last.sentence <= _GOAL_WITHIN
    return (
        [last.where]
        if near and last is not None and last.where is not None and themes and themes[0].counted
        else []
    )


def _purpose(view: View) -> list[Where]:
    """Where those sent are to act: "sent N men to rebuild in P"."""
    last = view.scene.clauses[-1].last
    to = [
        i
        for i in range(view.group.last, last - 1)
        if view.document.lower(i) == "to" and view.document.tokens[i + 1].text.islower()
    ]
    found = [w for w in view.scene.wheres if to and w.first > to[0] and w.role in LOCATED]
    return [w for w in found if w.group == found[0].group]


def fly(view: View) -> None:
    """Read "the missile flew from P", "N jets flew to P".

    Parameters
    ----------
    view : View
        The clause.
    """
    if not launches.departure(view) and view.group.verb.frame == "fly":
        send(view)


def leave(view: View) -> None:
    """Read "N soldiers left P (for Q)", "X withdrew N soldiers from P".

    Parameters
    ----------
    view : View
        The clause.
    """
    if view.denied or (view.verb in {"leave", "depart"} and launches.departure(view)):
        return
    goes_itself = view.verb in {"leave", "depart", "exit", "retreat"}
    themes = _subjects(view) if goes_itself else _carried(view)
    if not themes and view.agent():
        themes = [assign.anyone(view.agent(), view.group.first)]
    place(view, themes, _left(view), "withdrawn")
    place(view, themes, view.wheres(_TO), _status(view, "arriving"))


def _left(view: View) -> list[Where]:
    """Places that are left: "from P", "P", "from posts in P and from Q"."""
    object_ = view.object_place() or view.references(frozenset({""}))
    inside = [w for w in view.scene.wheres if view.group.last <= w.first < view.clause.last]
    away = [w for w in inside if w.role == "from" or (w.role in LOCATED and _after_from(view, w))]
    near = [w for w in inside if w.role in LOCATED and w.first - view.group.last <= _NEAR][:1]
    return object_ or away or view.references(_FROM) or view.wheres(_IN) or near


def _after_from(view: View, where: Where) -> bool:
    words = [
        view.document.lower(i) for i in range(max(view.group.last, where.first - _BACK_WORDS), where.first)
    ]
    return "from" in words


HANDLERS = {
    "deploy": deploy,
    "see": see,
    "say": see,
    "stay": stay,
    "host": host,
    "be": be,
    "hold": hold,
    "arrive": arrive,
    "send": send,
    "move": send,
    "take": send,
    "put": send,
    "fetch": send,
    "order": send,
    "head": send,
    "fly": fly,
    "flight": fly,
    "leave": leave,
}
