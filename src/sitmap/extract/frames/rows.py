"""Rows of a running list, without a verb: "3 May - P - 2 x Grad rockets on a farm, one hurt"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.discourse import assign, flights
from sitmap.extract.text.told import Reason
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.theme import Theme
    from sitmap.model import Kind

_MARKS = frozenset({"-", "\u2013", "—", "|", ":", ";", "·", "•", "/"})
_SEPARATE = _MARKS | {",", "."}
_AWAY = frozenset({"from", "to", "via", "other"})
_ONTO = frozenset({"against", "at", "in", "into", "near", "on", "onto"})
#: Words of a row that make it a launch, those that make it an impact, and those that make it neither.
_FIRED = words("row", "fired")
_FELL = words("row", "fell")
_NEITHER = words("row", "neither")
#: Frames of verbs that only tell what a hit did: "two killed", "a roof burning".
_AFTER = frozenset({"harm", "suffer", "see"})


def read(document: Document, memory: Memory, scene: Scene) -> None:
    """Add the claim of a row: a place and a weapon in fields of their own, and no verb that joins them.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    scene : Scene
        The sentence; its `drafts` are extended.
    """
    if scene.drafts or scene.question:
        return
    first, last = scene.sentence.first, scene.sentence.last
    told = set(document.lowers(first, last))
    if not told & _MARKS or told & _NEITHER or document.cue("hypothetical", first, last):
        return
    found = ((w, t) for t in scene.themes for w in scene.wheres if _apart(document, scene, w, t))
    where, theme = next(found, (None, None))
    known = assign.weapon(memory, theme) if theme is not None else None
    kind = _kind(document, told, theme) if theme is not None else None
    if where is None or known is None or kind is None or not _verbless(scene, max(where.last, known.last)):
        return
    clause = next(c for c in scene.clauses if known.first < c.last)
    at = replace(where, role="at", relation=where.relation if where.role else "at")
    draft = assign.draft(document, memory, scene, clause, kind=kind, theme=known, where=at, actor=known.actor)
    draft.first, draft.last = min(draft.first, where.first, known.first), max(draft.last, known.last)
    draft.listed, draft.reasons["kind"] = True, (Reason((known.first, known.last), "log-entry"),)
    flights.join(flights.begin(memory, known), draft)
    scene.drafts.append(draft)
    memory.keep_weapon(known)


def _apart(document: Document, scene: Scene, where: Where, theme: Theme) -> bool:
    """Whether a place is a field of its own, and a weapon of a certain number or name stands in another."""
    entry = where.anchors[0].toponym.place if where.anchors else None
    certain = theme.counted or bool(theme.names) or document.lower(theme.last) in _ONTO
    none = document.cue("negation", max(theme.first - 1, scene.sentence.first), theme.last) is not None
    weapon = theme.is_weapon and not (theme.pronoun or none) and certain
    if entry is None or entry.type == "country" or where.role in _AWAY or not weapon:
        return False
    between = range(where.last, theme.first) if where.last <= theme.first else range(theme.last, where.first)
    opens = where.first == scene.sentence.first or document.lower(where.first - 1) in _SEPARATE
    return (opens or bool(where.role)) and any(document.lower(i) in _MARKS | {","} for i in between)


def _verbless(scene: Scene, end: int) -> bool:
    """Whether no verb joins the fields; one behind them, or of harm, only tells what came of it."""
    joins = (c.group for c in scene.clauses if c.group is not None and c.group.first < end)
    return all(g.participle or g.verb.frame in _AFTER for g in joins)


def _kind(document: Document, told: set[str], theme: Theme) -> Kind | None:
    if told & _FIRED:
        return "launch"
    onto = document.lower(theme.last) in _ONTO and theme.fired != "satellite-launcher"
    return "impact" if onto or told & _FELL else None
