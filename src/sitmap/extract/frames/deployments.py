"""Clauses that tell of forces at, moving to, planned for or leaving a place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.discourse import setting
from sitmap.extract.discourse.background import is_past
from sitmap.extract.discourse.view import FAR
from sitmap.extract.frames.aboard import aboard
from sitmap.extract.frames.bearings import TO, apiece, mostly, over, purpose
from sitmap.extract.phrases.joined import joined_ships
from sitmap.extract.text.document import within
from sitmap.extract.text.entries import LOCATED, Verb
from sitmap.extract.text.told import Reason, Told
from sitmap.extract.text.vocabulary import words
from sitmap.extract.verbs.finite import past_adverbs

if TYPE_CHECKING:
    from sitmap.extract.discourse.view import View
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.theme import Theme
    from sitmap.model import Status

#: Verbs before an infinitive that they assert, and frames of verbs that do in the passive.
_RAISES = words("verb_group", "raises")
#: Verbs by which forces are taken away, and those for giving up a base, with words before it.
_REDUCED, _CLOSES = words("status", "reduced"), words("status", "closes")
_OWN = frozenset({"its", "their", "our", "his"})
_CLOSED_WITHIN = 3
_BUILDS = frozenset({"build", "construct", "erect", "put up", "set up"})
_TELLS = frozenset({"say", "assess", "see", "confirm", "claim"})
#: Frames of verbs of seeing and of having, which deny no more than a sight or a number.
_SEEN = frozenset({"see", "say", "hold"})
#: What a weapon is as something deployed.
_WEAPONS = {"drone": "drones", "rocket": "artillery"}
#: How far before its clause a word of planning may stand, in words.
_CUE_REACH = 4
#: Within how many sentences "two more" went where others did, and what is said of those.
_AGAIN_WITHIN = 3
_GOING = frozenset({"arriving", "planned", "present"})


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
    found = found or _setting(view, themes, status) or _again(view, themes, status)
    own = {
        id(t): w
        for t in themes[1:]
        for w in view.scene.wheres
        if w.first == t.last and w.role in LOCATED | TO
    }
    for theme in (each for joined in joined_ships(view.document, themes) for each in joined.by_owner):
        if id(theme) in own:
            _add(view, theme, own[id(theme)], status, because)
            continue
        for where in found:
            part = theme if len(found) == 1 else replace(theme, low=None, high=None, count=None)
            _add(view, part, where, status, because)
    for theme in [each for ship in themes for each in aboard(view, ship) if not _told(view, each)]:
        for where in found[:1]:
            _add(view, theme, where, status, because)
    for where in mostly(view, found):
        for theme in themes[:1]:
            _add(view, replace(theme, low=None, high=None, count=None), where, status, because)
    return bool(themes and found)


def _told(view: View, theme: Theme) -> bool:
    return any(d.theme.first == theme.first for d in view.scene.drafts)


def _at_home(view: View, theme: Theme) -> bool:
    """Whether police only see to what came down: "police sealed off the street where the drone fell"."""
    nobody = theme.based == "police" and not (theme.counted or theme.actor or theme.names)
    return nobody and any(t.is_weapon for t in view.scene.themes)


def _setting(view: View, themes: list[Theme], status: Status) -> list[Where]:
    """Return the place that the report is at, for forces that are at a spot of it."""
    certain = [t for t in themes if t.based != "police" and (t.counted or not t.pronoun)]
    return (
        setting.setting(view.document, view.memory, view.scene, view.clause)
        if certain and status == "present" and not view.denied
        else []
    )


def _again(view: View, themes: list[Theme], status: Status) -> list[Where]:
    """Return where others went, for more of them told by number alone: "two more landed on Wednesday"."""
    goal = view.memory.goal
    known = bool(themes) and themes[0].pronoun and themes[0].counted and not themes[0].definite
    known = known and themes[0].first - view.clause.first <= 1 and status in {"arriving", "planned"}
    known = known and not view.group.infinitive
    near = goal is not None and view.scene.number - goal.sentence <= _AGAIN_WITHIN
    if not (known and near) or goal is None or goal.where is None or goal.status not in _GOING:
        return []
    return [] if setting.names_place(view.scene, view.clause) or view.denied else [goal.where]


def _add(view: View, theme: Theme, where: Where, status: Status, because: Reason | None) -> None:
    if _at_home(view, theme):
        return
    draft = view.draft("deployment", theme, where, view.agent())
    status = "present" if status == "arriving" and _passes(view, where) else status
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
    if status == "withdrawn":
        view.memory.exit = draft
    else:
        view.memory.goal = draft
    if draft.stance == "asserted" and status in {"present", "arriving"}:
        view.memory.stand = draft
    if view.clause.link != "place" or view.memory.force is None:
        # "P, where the French had jets, and a few hundred more": more of those told of outside the aside.
        view.memory.force = replace(theme, actor=draft.actor or draft.nearby.by("named-nearby"))


def _passes(view: View, where: Where) -> bool:
    """Whether forces came no further than a line or a distance from a place, where they were seen."""
    place = where.anchors[0].toponym.place if where.anchors else None
    line = where.relation == "offset" or (place is not None and place.type == "border")
    return line and is_past(view.document, view.group) and not view.group.perfect


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
    if _going(view):
        return "withdrawn"
    if view.ahead:
        return "planned"
    return "withdrawn" if now == "present" and _is_over(view) else now


def _going(view: View) -> bool:
    """Whether forces are being taken away: "are being cut to 300", "is closing its base in P"."""
    group, document = view.group, view.document
    if group.verb.verb in _REDUCED:
        return group.passive and (group.progressive or group.infinitive or group.future)
    owned = document.lower(group.last) in _OWN
    base = any(
        document.at("facility", i) is not None for i in range(group.last + 1, group.last + 1 + _CLOSED_WITHIN)
    )
    return group.verb.verb in _CLOSES and not group.passive and owned and base


def _is_over(view: View) -> bool:
    """Whether a state is over: "used to be at P", "the men who had run the hub", "were at P until May"."""
    document, group = view.document, view.group
    if [document.lower(i) for i in (group.last, group.last + 1)] == ["no", "longer"]:
        return True
    aside = view.clause.link == "relative" or document.lower(group.first) == "used"
    if group.pluperfect and aside:
        return True
    days = within(document.days, group.last, view.clause.last)
    ended = any(document.lower(day.first - 1) == "until" for day in days)
    return ended and (group.pluperfect or is_past(document, group))


def skips(view: View) -> bool:
    """Whether an infinitive tells of nothing done or planned: "was able to deploy", "in order to guard"."""
    return view.group.infinitive and view.plan is None and not _raised(view)


def _raised(view: View) -> bool:
    """Whether an infinitive is asserted by the verb before it: "are believed to operate", "began to land"."""
    before = view.document.at("verb", past_adverbs(view.document, view.group.first - 1))
    if before is None or not isinstance(before.value, Verb):
        return False
    told = before.value.frame in _TELLS and before.value.form in {"participle", "both", "any"}
    return told or before.value.verb in _RAISES


def build(view: View) -> bool:
    """Read "a radar is being put up in P", "is to be built in P": a site, not one brought there.

    Parameters
    ----------
    view : View
        The clause.

    Returns
    -------
    bool
        Whether it tells of that.
    """
    group = view.group
    radars = [t for t in view.subjects() if t.based == "radar"]
    coming = group.progressive or view.ahead or group.infinitive
    if view.verb not in _BUILDS or not (group.passive and coming and radars) or view.denied:
        return False
    for where in here(view)[:1]:
        draft = view.draft("site", radars[0], where, view.agent())
        draft.reasons["kind"] = (Reason((group.first, group.last)),)
        if not group.progressive:
            draft.certainty, draft.planned_day = "expected", True
            draft.reasons["certainty"] = (Reason((group.first, group.last)),)
        view.scene.drafts.append(draft)
    return True


def deploy(view: View) -> None:
    """Read "N soldiers are stationed at P", "X deployed N soldiers to P".

    Parameters
    ----------
    view : View
        The clause.
    """
    if build(view):
        return
    status: Status = "arriving" if view.group.progressive and view.group.passive else "present"
    going = view.group.progressive and not view.group.passive and not view.group.participle
    if skips(view):
        if view.document.cue("planned", max(view.clause.first - _CUE_REACH, 0), view.group.last) is None:
            return
        status = "planned"
    to = view.wheres(TO)
    themes = carried(view) or _emplaced(view)
    if to:
        place(view, themes, to, "planned" if view.ahead or going or status == "planned" else "arriving")
    else:
        place(view, themes, here(view) or purpose(view), status_of(view, status))


def _emplaced(view: View) -> list[Theme]:
    """Return weapons that are deployed and not fired: "has deployed anti-ship missiles on P"."""
    passive = view.group.passive or view.group.participle
    options = view.subjects() if passive else [t for t in view.carried() if t.first - view.group.last < FAR]
    weapons = [t for t in options if t.fired and not t.based]
    return [replace(t, based=Told(_WEAPONS.get(t.fired, "missiles"), (t.first, t.last))) for t in weapons]


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
    subject = range(view.clause.first, view.group.first)
    own = [w for w in view.scene.wheres if w.first in subject and w.role == ""]
    own = own or [r for r in view.scene.references if r.first in subject and r.role == ""]
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
    return (
        apiece(view)
        or view.wheres(LOCATED)
        or view.references(LOCATED)
        or view.place_before()
        or view.header()
        or over(view)
    )
