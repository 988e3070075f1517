"""Bases that forces are said to have somewhere, and bases in use, with no work on them told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.discourse import assign
from sitmap.extract.discourse.actors import owner
from sitmap.extract.text.entries import LOCATED, Actor
from sitmap.extract.text.theme import ARTICLES, Theme
from sitmap.extract.text.told import UNSAID, Reason, Told
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.mentions import Mention
    from sitmap.extract.verbs.clauses import Clause
    from sitmap.extract.verbs.groups import Group

_STAYS = frozenset({"be", "stay"})
_POINTS = frozenset({"its", "their"})
_HAVING = words("site", "having")
_CIVIL = words("site", "civil")
_USED = words("site", "used")
#: How many words a facility may stand behind its verb, and its place behind the facility.
_OBJECT, _PLACE = 8, 4
#: How many words the phrase of a facility may have before its noun, and how many say that it is used.
_PHRASE, _STATE = 6, 4


def read(document: Document, memory: Memory, scene: Scene, clause: Clause) -> None:
    """Read "the fleet has its main base at P", "its headquarters are in P", "the base at P is in use".

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    scene : Scene
        The sentence; its `drafts` are extended.
    clause : Clause
        The clause.
    """
    group = clause.group
    if group is None or group.negated or group.hypothetical or any(d.clause is clause for d in scene.drafts):
        return
    for facility in document.mentions.within("facility", clause.first, clause.last):
        before = facility.last <= group.first
        where = _there(scene, group) if before else _had(scene, clause, group, facility)
        whose = _whose(document, memory, scene, clause, facility) if where is not None else UNSAID
        if before and where is None and _in_use(document, group):
            where = _beside(scene, clause, group)
            whose = owner(document, scene, clause)
        elif not whose or (_civil(document, facility) and not _of_force(document, memory, whose)):
            where = None
        if where is not None and where.anchors:
            _add(document, memory, scene, clause, group, facility, where, whose or where.state)
            return


def _add(
    document: Document,
    memory: Memory,
    scene: Scene,
    clause: Clause,
    group: Group,
    facility: Mention,
    where: Where,
    whose: Told,
) -> None:
    at = (facility.first, facility.last)
    theme = Theme(clause.first, clause.first + 1, clause.first, based=Told(str(facility.value), at))
    draft = assign.draft(
        document, memory, scene, clause, kind="site", theme=theme, where=where, actor=theme.actor
    )
    verb = Reason((group.first, group.last))
    draft.reasons["kind"] = (Reason(at), verb)
    draft.actor = whose
    if group.future:
        draft.certainty, draft.reasons["certainty"] = "expected", (verb,)
    scene.drafts.append(draft)


def _there(scene: Scene, group: Group) -> Where | None:
    """Return the place right behind a verb of being: "its base is at P", "stays in P"."""
    if group.verb.frame not in _STAYS or group.passive:
        return None
    return next((w for w in scene.wheres if w.first == group.last and w.role in LOCATED), None)


def _had(scene: Scene, clause: Clause, group: Group, facility: Mention) -> Where | None:
    """Return the place of a base that is had: "keeps a naval base at P", "is to get a base for 250 at P"."""
    if group.verb.verb not in _HAVING or group.passive or facility.first - group.last > _OBJECT:
        return None
    behind = range(facility.last, min(facility.last + _PLACE, clause.last))
    return next((w for w in scene.wheres if w.first in behind and w.role in LOCATED), None)


def _beside(scene: Scene, clause: Clause, group: Group) -> Where | None:
    """Return the place in the subject: "the base at P is in use"."""
    inside = [w for w in scene.wheres if clause.first <= w.first < group.first and w.role in LOCATED]
    return inside[0] if inside else None


def _in_use(document: Document, group: Group) -> bool:
    """Whether a verb of being says that what it tells of is used: "is in full use", "is operational"."""
    following = {document.lower(i) for i in range(group.last, group.last + _STATE)}
    return group.verb.frame == "be" and bool(following & _USED)


def _phrase(document: Document, facility: Mention) -> int:
    """Return where the phrase of a facility starts, at its article or at whose it is."""
    at = facility.first
    while at > 0 and facility.first - at < _PHRASE:
        before = document.lower(at - 1)
        if document.at("preposition", at - 1) or document.at("verb", at - 1) or not before.isalpha():
            break
        at -= 1
        if before in ARTICLES | _POINTS:
            break
    return at


def _whose(document: Document, memory: Memory, scene: Scene, clause: Clause, facility: Mention) -> Told:
    """Return whose a base is: named in its phrase, who has it, or who "its" stands for."""
    start = _phrase(document, facility)
    for index in range(start, facility.last):
        named = document.at("actor", index)
        if named is not None and isinstance(named.value, Actor):
            return Told(named.value.code, (named.first, named.last))
    acts = owner(document, scene, clause)
    if acts or document.lower(start) not in _POINTS:
        return acts or _receiver(scene, clause)
    known = memory.force.actor if memory.force is not None else UNSAID
    return (known or memory.actor).by("points-back")


def _receiver(scene: Scene, clause: Clause) -> Told:
    """Return the state of the place that is to get a base: "P, a valley, is to get a base at Q"."""
    group = clause.group
    first = next((w for w in scene.wheres if w.role == "" and w.first >= clause.first), None)
    gets = group is not None and first is not None and first.last <= group.first
    return first.state if gets and first is not None else UNSAID


def _civil(document: Document, facility: Mention) -> bool:
    """Whether a facility is none of an army's unless a force has it: "headquarters", "a warehouse"."""
    return document.lower(facility.last - 1) in _CIVIL


def _of_force(document: Document, memory: Memory, whose: Told) -> bool:
    """Whether who has a facility is a force, and not a state or a firm."""
    named = document.at("actor", whose.words[0]) if whose.words is not None else None
    force = named is not None and isinstance(named.value, Actor) and named.value.kind == "force"
    return force or (memory.force is not None and memory.force.actor == whose)
