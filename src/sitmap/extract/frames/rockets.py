"""Rockets to space and where they rose, whatever the verb: "rode a Soyuz out of P", "off the pad of P"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.discourse import assign, flights
from sitmap.extract.text.entries import LOCATED
from sitmap.extract.text.theme import Theme
from sitmap.extract.text.told import Reason, Told
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.document import Document
    from sitmap.extract.verbs.clauses import Clause

#: Frames of verbs by which a rocket leaves its site without a flight, or may yet fly.
_ON_GROUND = frozenset({"be", "deny", "fetch", "move", "order", "plan", "send", "site", "take"})
_UP = frozenset({"from", "off"})
#: Verbs by which a rocket is made ready, spots at which it waits, and frames of verbs of waiting.
_READIED = words("rocket", "readied")
_SPOTS = words("rocket", "spots")
_STANDS = frozenset({"be", "hold", "stay"})


def risen(document: Document, memory: Memory, scene: Scene) -> None:
    """Add a launch for each rocket that left a launch site by a verb of no frame for it, or without one.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    scene : Scene
        The sentence; its `drafts` are extended.
    """
    unreal = document.cue("hypothetical", scene.clauses[0].first, scene.clauses[-1].last) is not None
    for theme in scene.themes if not (scene.question or unreal) else ():
        where = _site(scene, theme)
        if where is None or any(
            d.kind == "launch" for d in scene.drafts if _tells(d.theme, d.where, theme, where)
        ):
            continue
        clause = next(c for c in scene.clauses if where.first < c.last)
        if not _flew(clause):
            continue
        draft = assign.draft(
            document, memory, scene, clause, kind="launch", theme=theme, where=where, actor=theme.actor
        )
        group = clause.group
        draft.reasons["kind"] = (Reason((group.first, group.last) if group else (theme.first, theme.last)),)
        flights.join(flights.begin(memory, theme), draft)
        scene.drafts.append(draft)
        memory.keep_weapon(theme)


def standing(document: Document, memory: Memory, scene: Scene) -> None:
    """Add the site at which a rocket is made ready: "P. The Vega is being stacked", "is on the pad at P".

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    scene : Scene
        The sentence; its `drafts` are extended.
    """
    for theme in scene.themes if not (scene.question or scene.drafts) else ():
        clause = next(c for c in scene.clauses if theme.first < c.last)
        reason = _made_ready(document, clause, theme)
        where = _there(memory, scene, clause) if reason is not None else None
        if where is None or reason is None:
            continue
        base = Theme(theme.first, theme.last, theme.head, based=Told("base", where.words, "site-is-base"))
        draft = assign.draft(
            document, memory, scene, clause, kind="site", theme=base, where=where, actor=theme.actor
        )
        draft.reasons["kind"] = (reason,)
        draft.actor = theme.actor or theme.made_by or where.state
        scene.drafts.append(draft)
        return


def _made_ready(document: Document, clause: Clause, theme: Theme) -> Reason | None:
    """Return the words by which a rocket is still on the ground and will fly."""
    group = clause.group
    if group is None or theme.fired != "satellite-launcher" or theme.pronoun or group.negated:
        return None
    if group.verb.verb in _READIED and group.passive and (group.progressive or group.perfect):
        return Reason((group.first, group.last))
    spot = next((i for i in range(group.last, clause.last) if document.lower(i) in _SPOTS), None)
    stands = group.verb.frame in _STANDS and not (group.hypothetical or group.pluperfect)
    on = spot is not None and any(document.lower(i) in {"in", "on"} for i in range(group.last, spot))
    return Reason((spot, spot + 1)) if spot is not None and stands and on else None


def _there(memory: Memory, scene: Scene, clause: Clause) -> Where | None:
    """Return where it stands: in its clause, else at the place that opens the paragraph."""
    inside = (w for w in scene.wheres if clause.first <= w.first < clause.last and w.anchors)
    here = next((w for w in inside if w.role in LOCATED), None)
    paragraph, head = memory.head or (None, None)
    return here or (head if paragraph == scene.sentence.paragraph else None)


def _tells(told: Theme, at: Where | None, theme: Theme, where: Where) -> bool:
    """Whether a claim is about this rocket, or about this site."""
    return told.first == theme.first or (at is not None and at.words == where.words)


def _site(scene: Scene, theme: Theme) -> Where | None:
    """Return the launch site that follows a rocket, before any other is named."""
    if theme.fired != "satellite-launcher" or theme.pronoun or not theme.names:
        return None
    end = min(
        (t.first for t in scene.themes if t.first >= theme.last and t.names), default=scene.clauses[-1].last
    )
    behind = (w for w in scene.wheres if theme.last <= w.first < end and w.anchors)
    where = next(behind, None)
    entry = where.anchors[0].toponym.place if where is not None else None
    if where is None or entry is None or entry.type != "launch-site" or where.role not in _UP:
        return None
    return replace(where, role="from", relation="from")


def _flew(clause: Clause) -> bool:
    """Whether a clause tells of what happened, by a verb that keeps no rocket on the ground."""
    group = clause.group
    if group is None:
        return True
    unreal = group.negated or group.hypothetical or group.future or group.infinitive
    return not unreal and group.verb.frame not in _ON_GROUND
