"""Forces on their way that a noun tells of: "a flight by bombers over P", "the frigate's transit of P"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.discourse import assign
from sitmap.extract.text.entries import LOCATED
from sitmap.extract.text.told import Reason
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.theme import Theme
    from sitmap.extract.verbs.clauses import Clause

#: Nouns for going over or through a place, and words before them that tell of none that was.
_NOUNS = words("passage", "nouns")
_NOT_YET = words("passage", "not_yet")
#: What is on its way, and words for those who go along.
_MOVING = frozenset({"aircraft", "ships", "submarines", "drones"})
_ALONG = words("passage", "along")
_OF, _DOERS = frozenset({"of", "through", "over"}), frozenset({"by", "of"})
#: How many words behind the noun those who go are named, and behind both the place.
_FORCE_WITHIN, _PLACE_WITHIN, _OWNER = 10, 8, 3


def read(document: Document, memory: Memory, scene: Scene) -> None:
    """Add a claim for those whose flight, patrol or passage a noun tells of.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    scene : Scene
        The sentence; its `drafts` are extended.
    """
    for clause in scene.clauses:
        if scene.question or (clause.group is not None and _unreal(clause)):
            continue
        for index in range(clause.first, clause.last):
            if document.lower(index) in _NOUNS and not _hangs(document, index):
                _passage(document, memory, scene, clause, index)


def _unreal(clause: Clause) -> bool:
    return clause.group is not None and (clause.group.hypothetical or clause.group.negated)


def _hangs(document: Document, index: int) -> bool:
    """Whether it has not been, or the word is a verb here."""
    before = {document.lower(i) for i in range(max(index - _OWNER, 0), index)}
    return bool(before & _NOT_YET) or document.lower(index - 1) == "to"


def _passage(document: Document, memory: Memory, scene: Scene, clause: Clause, index: int) -> None:
    movers = _movers(document, scene, clause, index)
    found = _where(document, scene, clause, index)
    known = {d.theme.first for d in scene.drafts}
    if not movers or found is None:
        return
    for theme in [*movers, *_company(document, scene, movers[-1])]:
        force = assign.force(memory.force, theme)
        if force is None or theme.first in known:
            continue
        draft = assign.draft(
            document, memory, scene, clause, kind="deployment", theme=force, where=found, actor=force.actor
        )
        told = Reason((index, index + 1))
        draft.status, draft.reasons["kind"], draft.reasons["status"] = "present", (told,), (told,)
        scene.drafts.append(draft)


def _movers(document: Document, scene: Scene, clause: Clause, index: int) -> list[Theme]:
    """Return those who go: named behind "by" or "of", or right before the noun as whose it is."""
    moving = [t for t in scene.themes if t.based in _MOVING and not (t.is_weapon or t.pronoun)]
    ends = min(clause.last, index + _FORCE_WITHIN)
    behind = [t for t in moving if index < t.first < ends and document.lower(t.first - 1) in _DOERS]
    own = [t for t in moving if t.last <= index <= t.last + 1 and document.lower(index - 1) == "'s"]
    return (behind or own)[:1]


def _where(document: Document, scene: Scene, clause: Clause, index: int) -> Where | None:
    """Return the place that they go over or through."""
    roles = LOCATED | {"via"}
    inside = [w for w in scene.wheres if index < w.first < min(clause.last, index + 2 * _PLACE_WITHIN)]
    for where in inside:
        lone = where.role == "" and document.lower(_before(document, where.first)) in _OF
        if where.role in roles or lone:
            return replace(where, relation="in") if where.role in {"via", ""} else where
    return None


def _before(document: Document, index: int) -> int:
    """Return the token before a name and its article."""
    return index - 1 - (document.lower(index - 1) == "the")


def _company(document: Document, scene: Scene, mover: Theme) -> list[Theme]:
    """Return those who go along: "with South Korean jets alongside"."""
    return [
        t
        for t in scene.themes
        if t.first > mover.last
        and t.based in _MOVING
        and document.lower(t.first - 1) == "with"
        and document.lower(t.last) in _ALONG
    ]
