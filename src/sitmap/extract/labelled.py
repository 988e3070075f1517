"""Lines that say by label and place what stands where: "Latvia: a Canadian-led brigade at Ādaži"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract import assign
from sitmap.extract.told import Reason

if TYPE_CHECKING:
    from sitmap.extract.document import Document
    from sitmap.extract.memory import Memory, Scene
    from sitmap.extract.theme import Theme
    from sitmap.extract.where import Where

_LOCATED = frozenset({"in", "at", "near", "off"})
_LONGEST_LABEL = 5
_REACH = 6


def standing(document: Document, memory: Memory, scene: Scene) -> None:
    """Read a line of a label, a colon, forces and their place, without a verb.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    scene : Scene
        The sentence; its `drafts` are extended.
    """
    first, last = scene.sentence.first, scene.sentence.last
    colon = next(
        (i for i in range(first, min(last, first + _LONGEST_LABEL)) if document.lower(i) == ":"), None
    )
    if colon is None or any(clause.group is not None for clause in scene.clauses):
        return
    for theme in scene.themes:
        where = _place_of(scene, theme) if theme.first > colon else None
        force = assign.force(None, theme)
        if where is None or force is None or not (force.based or force.unit):
            continue
        clause = next(c for c in scene.clauses if c.first <= theme.first < c.last)
        draft = assign.draft(
            document, memory, scene, clause, kind="deployment", theme=force, where=where, actor=force.actor
        )
        draft.status = "present"
        draft.reasons["kind"] = draft.reasons["status"] = (
            Reason((theme.first, where.last), "labelled-line"),
        )
        scene.drafts.append(draft)


def _place_of(scene: Scene, theme: Theme) -> Where | None:
    near = (w for w in scene.wheres if theme.last <= w.first <= theme.last + _REACH and w.role in _LOCATED)
    return next(near, None)
