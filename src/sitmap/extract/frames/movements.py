"""Clauses that tell of forces arriving, sent, moved and leaving."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.discourse import assign
from sitmap.extract.discourse.background import is_past
from sitmap.extract.frames import impacts, launches, leaving, origins
from sitmap.extract.frames.bearings import FROM, TO, over, purpose
from sitmap.extract.frames.deployments import carried, place, skips, status_of, subjects
from sitmap.extract.frames.staying import stay
from sitmap.extract.text.entries import LOCATED
from sitmap.extract.text.told import Reason
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.view import View
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.theme import Theme
    from sitmap.model import Status

_STANDS = frozenset({"at", "in"})
_OVER = frozenset({"via"})
#: Verbs of coming that tell of being there: to have crossed a line is to be behind it.
_IS_THERE = frozenset({"cross", "enter", "return", "intrude", "penetrate", "pass"})
#: Words for waters that a state keeps others out of.
_BARRED = words("staying", "barred")
#: Verbs of going that tell, with "from" alone, of having left.
_SETS_OUT = frozenset(
    {
        "cross",
        "cruise",
        "drive",
        "go",
        "march",
        "proceed",
        "return",
        "ride",
        "roll",
        "sail",
        "steam",
        "travel",
        "walk",
    }
)
#: Verbs of coming and going by which something fired, with "from", was fired: "out of P came two rockets".
_SETS_OFF = frozenset({"come", "go"})
#: Verbs of coming and going along what follows.
_ALONG = frozenset(
    {"come down", "come up", "go down", "go up", "head down", "head up", "move down", "move up"}
)
_PASSES = frozenset({"pass", "travel", "overfly"})
#: Sentences back to where a force was said to go.
_GOAL_WITHIN = 2
#: Verbs of falling by which aircraft and paratroopers land.
_LANDS = words("impact", "lands")
#: Verbs of coming that tell of something fired that it came down.
_COMES_DOWN = words("impact", "comes_down")
#: Words behind what is sent that make it fired, and verbs that do.
_UPWARD = words("launch", "upward")
_THROWS = words("launch", "throws")
#: What tells that weapons are sent to strike, and of missiles alone.
_AIMS = frozenset({"across", "against", "at"})
_INTO = frozenset({"into", "over", "through", "toward", "towards"})
_NEEDS_OBJECT = frozenset({"send", "order", "put", "take", "fetch"})


def arrive(view: View) -> None:
    """Read "N soldiers arrived at P from Q"; a missile that "landed" came down.

    Parameters
    ----------
    view : View
        The clause.
    """
    movers = view.subjects()
    if movers and view.speaks_of_weapon(movers[0]):
        if view.verb in _SETS_OFF and (view.wheres(FROM) or view.document.lower(view.group.last) == "from"):
            launches.departure(view)
            return
        if view.verb in _COMES_DOWN:
            impacts.fall(view)
        return
    if not movers and view.verb in _COMES_DOWN and impacts.of_wreck(view):
        return
    if view.verb == "go" and view.group.passive:
        # "By Friday the last tanks were gone".
        place(view, subjects(view), leaving.left(view), "withdrawn")
        return
    vague = view.ahead and any(t.pronoun and not t.counted for t in movers)
    if skips(view) or (vague and not view.wheres(TO)):
        return
    landed = [t for t in view.objects() if view.verb == "land" and t.first == view.group.last]
    themes = view.forces(landed) or subjects(view)
    away = view.wheres(FROM)
    if view.verb in _SETS_OUT and away and not view.wheres(LOCATED | TO):
        place(view, subjects(view), away, "withdrawn")
        return
    there = _is_behind(view) or (view.group.pluperfect and view.verb == "go")
    now: Status = "present" if there else "arriving"
    found = view.object_place() if view.verb in {"reach", "enter", "cross"} or " " in view.verb else []
    found = found or view.wheres(LOCATED | TO) or view.references(LOCATED | TO) or view.place_before()
    now = "present" if _goes_along(view, found) else now
    if not found and (through := over(view)):
        # "Filed through the strait": who goes through it is in it.
        found, now = through, now if view.verb == "come" else "present"
    if place(view, themes, found, status_of(view, now)):
        _origin(view, themes)


def _goes_along(view: View, found: list[Where]) -> bool:
    """Whether a sea is gone along, not come to: "came down the Sea of Japan"."""
    return view.verb in _ALONG and bool(found) and origins.is_sea(found[0])


def _is_behind(view: View) -> bool:
    """Whether it tells of being behind a line: a zone that is entered is, a town or a sea is come to."""
    if view.verb != "enter":
        return view.verb in _IS_THERE
    inside = view.group.last, view.clause.last
    barred = not _BARRED.isdisjoint(view.document.lowers(*inside))
    return barred or bool(view.document.mentions.within("zone", *inside))


def fall(view: View) -> None:
    """Read "a missile fell at P", and "ten jets came down at P": these landed.

    Parameters
    ----------
    view : View
        The clause.
    """
    movers = view.subjects()
    if view.verb in _LANDS and movers and view.forces(movers) and not view.speaks_of_weapon(movers[0]):
        arrive(view)
    else:
        impacts.fall(view)


def sail(view: View) -> None:
    """Read "the frigate sailed from P for Q"; one that sails in a sea is there.

    Parameters
    ----------
    view : View
        The clause.
    """
    if view.wheres(FROM) or view.wheres(TO):
        arrive(view)
    else:
        stay(view)


def _origin(view: View, themes: list[Theme]) -> None:
    found = view.wheres(FROM) or view.references(FROM)
    behind = {t.last for t in view.scene.themes if t.last <= view.group.first}
    homes = {w.group for w in found if any(_home(w, t) for t in themes)}
    away = [w for w in found if w.first not in behind and w.group not in homes]
    away = away or _stood(view, themes)
    if away:
        place(view, themes, away, "withdrawn", Reason((away[0].first, away[0].last), "origin-left"))


def _stood(view: View, themes: list[Theme]) -> list[Where]:
    """Return where those who go to another place are said to be: "the squadron at P is to go to Q"."""
    ends = {t.last for t in themes[:1] if view.clause.first <= t.first}
    goals = {w.words for w in view.wheres(TO)}
    return [w for w in view.scene.wheres if goals and w.first in ends and w.role in _STANDS][:1]


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
    frame = view.group.verb.frame
    if _sent_against(view) or _sent_up(view):
        launches.launch(view)
        return
    if skips(view) or (frame == "head" and view.group.passive) or _bidden(view) or _attacks(view):
        return
    over_now = is_past(view.document, view.group) and not view.wheres(TO)
    going = view.group.progressive and not (view.group.passive or view.group.perfect or over_now)
    ordered = frame in {"order", "head"}
    status: Status = (
        "planned"
        if view.ahead or going or ordered
        else "present"
        if frame == "put" or (over_now and view.group.progressive)
        else "arriving"
    )
    themes = carried(view)
    if frame == "take" and (view.object_place() or view.place_that()) and not view.carried():
        leaving.seize(view)
        return
    if frame in _NEEDS_OBJECT and not view.group.passive and any(t.first < view.group.first for t in themes):
        themes = [t for t in themes if t.last == view.clause.first]
    if not themes and frame == "move" and view.group.passive and view.agent():
        themes = [assign.anyone(view.agent(), view.group.first)]
    found = view.object_place() if " " in view.verb else []
    found = (
        found or view.wheres(TO) or view.references(TO) or view.wheres(LOCATED) or view.references(LOCATED)
    )
    # "And heading south" names no place.
    again = [] if frame == "head" else purpose(view) or _same_goal(view, themes)
    place(view, themes, found or again, status)
    if frame in {"move", "take", "fetch", "fly", "send"}:
        _origin(view, themes)


def _attacks(view: View) -> bool:
    """Whether what heads for a place is on its way to strike it: "20 drones headed for P"."""
    movers = view.subjects()[:1]
    return view.group.verb.frame == "head" and any(t.is_weapon and not (t.names or t.actor) for t in movers)


def _bidden(view: View) -> bool:
    """Whether those who are ordered are to do something else than go: "ordered the police to stop"."""
    bids = any(view.document.lower(t.last) == "to" for t in view.carried())
    return view.group.verb.frame == "order" and bids and not view.wheres(TO)


def _sent_against(view: View) -> bool:
    """Whether what is sent is fired: "sent 500 drones and ten missiles against the country"."""
    sent = next(iter(view.objects()), None)
    weapon = sent is not None and not sent.carrier and bool(sent.fired) and view.speaks_of_weapon(sent)
    told = view.document.lowers(view.group.last, view.clause.last)
    # Drones that look around are sent "into" a state as well.
    aims = _AIMS if sent is not None and sent.fired == "drone" else _AIMS | _INTO
    aimed = not aims.isdisjoint(told)
    return weapon and aimed and not view.group.passive


def _sent_up(view: View) -> bool:
    """Whether what is sent is fired: "sent a Falcon 9 up from P", "thrown from P"."""
    options = view.subjects()[-1:] if view.group.passive or view.group.participle else view.objects()[:1]
    sent = next(iter(options), None)
    if sent is not None and sent.pronoun and not sent.several:
        # "Sent it up from P"; "sent them up" may be of men.
        rises = view.document.lower(sent.last) in _UPWARD and view.weapon(sent) is not None
        return rises and bool(view.wheres(FROM)) and not view.wheres(TO)
    if sent is None or sent.pronoun or sent.carrier or not view.speaks_of_weapon(sent):
        return False
    if sent.fired == "drone" and not _UPWARD & {
        view.document.lower(sent.last),
        view.document.lower(view.group.last),
    }:
        return False
    rises = sent.fired == "satellite-launcher" or view.document.lower(sent.last) in _UPWARD
    throws = view.verb in _THROWS
    return (rises or throws) and bool(view.wheres(FROM)) and not view.wheres(TO)


def _same_goal(view: View, themes: list[Theme]) -> list[Where]:
    """Where others were said to go in the sentence before: "Guatemala has sent 150" more."""
    last = view.memory.goal
    near = last is not None and view.scene.number - last.sentence <= _GOAL_WITHIN
    return (
        [last.where]
        if near and last is not None and last.where is not None and themes and themes[0].counted
        else []
    )


def fly(view: View) -> None:
    """Read "the missile flew from P", "N jets flew to P".

    Parameters
    ----------
    view : View
        The clause.
    """
    if _sent_up(view):
        launches.launch(view)
        return
    if view.group.passive and view.wheres(TO):
        # "Two HIMARS were flown to P".
        send(view)
        return
    if launches.departure(view):
        return
    if view.group.verb.frame != "fly":
        _pass(view)
        return
    if _flies_from(view):
        at = [replace(w, relation="at") for w in view.wheres(FROM) or view.wheres(LOCATED)]
        place(view, subjects(view), at, status_of(view, "present"))
    elif view.place_before() and not view.wheres(TO | LOCATED):
        place(view, subjects(view), view.place_before(), status_of(view, "present"))
    elif view.wheres(_OVER) and not view.wheres(TO | LOCATED | FROM):
        over = [replace(w, relation="in") for w in view.wheres(_OVER)]
        place(view, subjects(view), over, status_of(view, "present"))
    else:
        send(view)


def _flies_from(view: View) -> bool:
    """Whether it is based where it flies from: "jets fly from an airfield in P", with no goal."""
    if view.wheres(TO) or view.group.passive or view.carried():
        return False
    away = next(iter(view.wheres(FROM)), None)
    sorties = away is not None and bool(view.document.mentions.within("attack", view.group.last, away.first))
    return sorties or view.document.lower(view.group.last) == "from"


def set_out(view: View) -> None:
    """Read "N jets took off from P (for Q)": those that name no goal are back at P before long.

    Parameters
    ----------
    view : View
        The clause.
    """
    # "Japan scrambled two jets from P".
    movers = [t for t in view.carried() if t.based == "aircraft" and not t.fired] or view.subjects()
    if not movers or view.speaks_of_weapon(movers[0]) or not view.forces(movers):
        launches.liftoff(view)
        return
    if skips(view):
        return
    themes, goal, away = carried(view), view.wheres(TO), view.wheres(FROM)
    if goal:
        place(view, themes, goal, status_of(view, "arriving"))
        _origin(view, themes)
    else:
        place(view, themes, [replace(w, relation="at") for w in away], status_of(view, "present"))


def _pass(view: View) -> None:
    """Read "the frigate passed the strait", "they travelled through P": forces on the way are there."""
    movers = view.subjects()
    goes = view.document.at("preposition", view.group.last) or view.object_place()
    if view.verb not in _PASSES or view.group.passive or not goes:
        return
    if movers and view.speaks_of_weapon(movers[0]):
        return
    if view.wheres(TO | FROM):
        arrive(view)
        through = [w for w in over(view) if w.first < view.wheres(TO | FROM)[0].first]
        place(view, subjects(view), through, status_of(view, "present"))
    else:
        found = view.object_place() or view.wheres(_OVER | LOCATED) or view.place_before()
        through = [replace(w, relation="in") for w in found]
        place(view, subjects(view), through, status_of(view, "present"))
