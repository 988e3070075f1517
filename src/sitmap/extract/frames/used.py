"""Weapons used against a place: "used ATACMS against a depot at P", "answered with two against P"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.discourse import assign, flights
from sitmap.extract.text.entries import STANDING
from sitmap.extract.text.told import Reason
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.theme import Theme
    from sitmap.extract.verbs.clauses import Clause

#: Verbs of using weapons and of answering with them.
_USES = words("attack", "uses")
_AGAINST = frozenset({"against"})
#: How far behind "against" its place may stand.
_REACH = 9


def read(document: Document, memory: Memory, scene: Scene) -> None:
    """Add an impact for each weapon that a clause says was used against a place.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    scene : Scene
        The sentence; its `drafts` are extended.
    """
    if scene.question or document.cue("hypothetical", scene.clauses[0].first, scene.clauses[-1].last):
        return
    for clause in scene.clauses:
        if not _used(document, clause):
            continue
        at = next((i for i in range(clause.first, clause.last) if document.lower(i) in _AGAINST), None)
        theme = _weapon(memory, scene, clause, at) if at is not None else None
        where = _target(scene, clause, at) if at is not None else None
        if theme is None or where is None:
            continue
        draft = assign.draft(
            document, memory, scene, clause, kind="impact", theme=theme, where=where, actor=theme.actor
        )
        if clause.group is not None:
            draft.reasons["kind"] = (Reason((clause.group.first, clause.group.last)),)
        flights.join(flights.begin(memory, theme), draft)
        scene.drafts.append(draft)
        memory.keep_weapon(theme)


def _used(document: Document, clause: Clause) -> bool:
    """Whether a clause tells of weapons that were used, by no verb of launching or hitting."""
    group = clause.group
    if group is None or group.verb.frame in {"launch", "strike"}:
        return False
    unreal = group.future or group.negated or group.hypothetical or group.infinitive
    word = document.lower(group.last if group.verb.frame == "be" else group.last - 1)
    told = {group.verb.verb, word, *_stems(word)}
    return not unreal and not _USES.isdisjoint(told)


def _stems(word: str) -> set[str]:
    """Return base forms that a past tense may have."""
    return {word.removesuffix("ed"), word.removesuffix("d"), word.removesuffix("ied") + "y"}


def _weapon(memory: Memory, scene: Scene, clause: Clause, at: int) -> Theme | None:
    """Return the weapon before "against", the subject of a passive or the object."""
    told = [t for t in scene.themes if clause.first <= t.first < at and t.is_weapon and not t.pronoun]
    return assign.weapon(memory, told[-1]) if told else None


def _target(scene: Scene, clause: Clause, at: int) -> Where | None:
    """Return the place behind "against" that is more than a state."""
    for where in scene.wheres:
        entry = where.anchors[0].toponym.place if where.anchors else None
        near = at < where.first <= at + _REACH and where.first < clause.last
        if near and where.role in STANDING | {"", "other"}:
            taken = any(d.where is not None and d.where.words == where.words for d in scene.drafts)
            return where if entry is not None and entry.type != "country" and not taken else None
    return None
