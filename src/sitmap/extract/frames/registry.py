"""What the clauses of a sentence say happened: each verb's frame has its reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.discourse import flights
from sitmap.extract.discourse.actors import actors
from sitmap.extract.discourse.view import View
from sitmap.extract.frames import (
    areas,
    attacks,
    being,
    denials,
    deployments,
    hosting,
    impacts,
    labelled,
    launches,
    leaving,
    located,
    meetings,
    movements,
    passages,
    rockets,
    rows,
    shares,
    sights,
    sites,
    staying,
    used,
    works,
    zoned,
)
from sitmap.extract.phrases import formations
from sitmap.extract.text.entries import Actor
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.theme import Theme
    from sitmap.extract.text.told import Told
    from sitmap.extract.verbs.clauses import Clause
    from sitmap.extract.verbs.groups import Group

_HANDLERS = {
    "launch": staying.launch,
    "liftoff": movements.set_out,
    "begin": launches.liftoff,
    "fall": movements.fall,
    "strike": impacts.strike,
    "suffer": impacts.strike,
    "deploy": deployments.deploy,
    "site": deployments.build,
    "plan": sights.due,
    "see": sights.see,
    "say": sights.see,
    "stay": staying.stay,
    "host": hosting.host,
    "set": impacts.set_on_fire,
    "harm": impacts.harm,
    "act": staying.act,
    "be": being.be,
    "hold": hosting.hold,
    "consist": hosting.consist,
    "change": hosting.change,
    "arrive": movements.arrive,
    "send": movements.send,
    "move": movements.send,
    "take": movements.send,
    "put": movements.send,
    "fetch": movements.send,
    "order": movements.send,
    "head": movements.send,
    "fly": movements.fly,
    "flight": movements.fly,
    "leave": leaving.leave,
    "sail": movements.sail,
    "seize": leaving.seize,
    "cede": leaving.cede,
}
#: Words after "be" that make the infinitive after them a plan.
_DUE = words("clause", "due")
#: What tells of no force and may yet be hit.
_BUILDINGS = frozenset({"embassy", "memorial", "monument", "museum"})
_CAN = frozenset({"can", "could"})
_CONDITIONAL = frozenset({"if", "could", "would", "should"})


def read(document: Document, memory: Memory, scene: Scene) -> None:
    """Add to a scene the drafts that its clauses give.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of before; updated.
    scene : Scene
        The sentence; its `drafts` are extended.
    """
    before: list[Theme] = []
    plan: Group | None = None
    sites.log(document, memory, scene)
    for clause in scene.clauses:
        if clause.group is not None:
            governed = plan if clause.group.infinitive else None
            view = View(document, memory, scene, clause, clause.group, before, governed)
            handler = _HANDLERS.get(clause.group.verb.frame)
            told = works.under_way(document, clause, clause.group) or staying.takes_part(view)
            told = told or impacts.handles_wreck(view)
            if not (told or _unreal(view) or meetings.meet(view)) and handler is not None:
                handler(view)
            plan = clause.group if _is_plan(document, clause.group) else governed
            before = view.subjects() or view.objects()[:1] or before
        flights.note(document, memory, scene, clause)
        zoned.note(document, memory, scene, clause)
        memory.learn([t for t in scene.themes if clause.first <= t.first < clause.last], scene, clause)
        _learn_actor(document, memory, scene, clause)
    shares.read(document, memory, scene)
    areas.read(document, memory, scene)
    attacks.read(document, memory, scene)
    sites.nominal(document, memory, scene)
    rows.read(document, memory, scene)
    labelled.standing(document, memory, scene)
    located.attached(document, memory, scene)
    passages.read(document, memory, scene)
    rockets.risen(document, memory, scene)
    rockets.standing(document, memory, scene)
    used.read(document, memory, scene)
    denials.read(document, memory, scene)


def _is_plan(document: Document, group: Group) -> bool:
    """Whether a verb makes the infinitive after it a plan: "plan to send", "are due to leave"."""
    if group.verb.frame in {"plan", "order"}:
        return True
    due = group.verb.frame == "be" and document.lower(group.last) in _DUE
    return due or (group.verb.frame == "set" and group.passive)


def pass_over(document: Document, memory: Memory, scene: Scene) -> None:
    """Keep who acts in a sentence that has nothing to tell of.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of before; updated.
    scene : Scene
        The sentence.
    """
    for clause in scene.clauses:
        _learn_actor(document, memory, scene, clause)
    denials.read(document, memory, scene)


def _learn_actor(document: Document, memory: Memory, scene: Scene, clause: Clause) -> None:
    topic = scene.sentence.heading
    named = actors(document, scene, clause.first, clause.last)
    acting = [c for c in named if not (topic and _is_topic(document, scene, c))]
    codes = [c for c in acting if c.lower() not in formations.LEAGUES]
    memory.actor = codes[-1] if codes else memory.actor


def _is_topic(document: Document, scene: Scene, told: Told) -> bool:
    """Whether a heading only has a state for its topic: "Written answer: Poland and Cyprus"."""
    if told.words is None:
        return False
    first, last = told.words
    if scene.sentence.last - scene.sentence.first <= last - first + 1:
        return False
    named = document.at("actor", first)
    plain = named is not None and isinstance(named.value, Actor) and named.value.role == "name"
    acts = last < scene.sentence.last and document.at("verb", last) is not None
    return plain and document.lower(last) != "'s" and not acts


def _unreal(view: View) -> bool:
    """Whether the clause tells of what could be, was asked or is no such event."""
    document, clause = view.document, view.clause
    if view.group.passive and view.group.verb.frame == "see" and document.lower(view.group.first) in _CAN:
        # "Six tankers could be seen at P": they were.
        return view.scene.question or view.group.negated
    asked = clause.marker == "where" and document.at("preposition", clause.first + 1) is not None
    if view.group.hypothetical or view.scene.question or asked:
        return True
    if _reduced_of_unreal(view) or _came_to_nothing(view):
        return True
    if any(document.cue(name, clause.first, clause.last) for name in ("hypothetical", "nuclear")):
        return True
    unrelated = document.cue("unrelated", clause.first, clause.last)
    struck = view.group.verb.frame in {"strike", "fall"}
    if unrelated is not None and not (struck and document.lower(unrelated.last - 1) in _BUILDINGS):
        return True
    return document.lower(view.scene.clauses[0].first) in _CONDITIONAL


def _came_to_nothing(view: View) -> bool:
    """Read "they were shot down before they reached P": what is stopped before something does not do it."""
    clauses = view.scene.clauses
    index = clauses.index(view.clause)
    earlier = clauses[index - 1].group if index else None
    stopped = earlier is not None and earlier.verb.frame == "intercept"
    return stopped and view.document.lower(view.clause.first) == "before"


def _reduced_of_unreal(view: View) -> bool:
    """Read "A missile launched from P could reach Q": a participle whose own verb only says what could be."""
    following = next((c for c in view.scene.clauses if c.first >= view.clause.last), None)
    return (
        following is not None
        and following.group is not None
        and following.group.hypothetical
        and following.link == "shared"
        and following.marker == ""
    )
