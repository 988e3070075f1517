"""Lines that say by label and place what stands where: "Latvia: a Canadian-led brigade at Ādaži"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.discourse import assign
from sitmap.extract.text.entries import STANDING, Actor
from sitmap.extract.text.told import UNSAID, Reason, Told

if TYPE_CHECKING:
    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.theme import Theme

_LONGEST_LABEL = 5
_REACH = 6
#: Words that take a number out of what is there: "4,500 troops authorised".
_NOT_THERE = frozenset({"authorised", "authorized", "planned", "promised", "pledged"})


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
    if colon is None or any(c.group is not None and c.group.verb.frame != "plan" for c in scene.clauses):
        return
    told = len(scene.drafts)
    for theme in scene.themes:
        where = _place_of(scene, theme) if theme.first > colon else None
        force = assign.force(None, theme)
        if where is not None and force is not None and (force.based or force.unit):
            _add(document, memory, scene, force, where)
    if len(scene.drafts) == told:
        _contingent(document, memory, scene, colon)


def _contingent(document: Document, memory: Memory, scene: Scene, colon: int) -> None:
    """Read a state, how many, and where: "Djibouti: 1,520, Beledweyne"."""
    label = [document.at("actor", i) for i in range(scene.sentence.first, colon)]
    owner = label[-1].value if label and label[-1] is not None else None
    counted = next((t for t in scene.themes if t.first == colon + 1 and t.counted), None)
    if not isinstance(owner, Actor) or counted is None:
        return
    known = memory.force
    before = known.based.by("means-before") if known is not None else UNSAID
    force = replace(
        counted,
        based=counted.based or before or Told("troops", (counted.first, counted.last), "troops-unless-said"),
        actor=Told(owner.code, (scene.sentence.first, colon)),
        names=known.names if known is not None and not known.actor else (),
    )
    found = [w for w in scene.wheres if w.first >= counted.last and w.role in STANDING | {""}]
    bare = document.lower(counted.last) in _NOT_THERE or len({w.group for w in found[:2]}) < len(found[:2])
    for number, where in enumerate(found):
        whole = number == 0 and not bare
        _add(document, memory, scene, force if whole else _uncounted(force), where)


def _uncounted(theme: Theme) -> Theme:
    return replace(theme, low=None, high=None, count=None)


def _add(document: Document, memory: Memory, scene: Scene, force: Theme, where: Where) -> None:
    clause = next(c for c in scene.clauses if c.first <= force.first < c.last)
    draft = assign.draft(
        document, memory, scene, clause, kind="deployment", theme=force, where=where, actor=force.actor
    )
    draft.status = "present"
    draft.reasons["kind"] = draft.reasons["status"] = (Reason((force.first, where.last), "labelled-line"),)
    scene.drafts.append(draft)


def _place_of(scene: Scene, theme: Theme) -> Where | None:
    near = (w for w in scene.wheres if theme.last <= w.first <= theme.last + _REACH and w.role in STANDING)
    return next(near, None)
