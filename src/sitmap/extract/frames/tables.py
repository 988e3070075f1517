"""Rows of a table of strikes or launches: "29 July | rail yard, P | 3 drones"."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.discourse import assign, flights
from sitmap.extract.text.document import within
from sitmap.extract.text.told import Reason
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.text.document import Document
    from sitmap.model import Kind

_MARK = "|"
_COLUMNS = 2
_HEADS: dict[Kind, frozenset[str]] = {
    "impact": words("table", "impact"),
    "launch": words("table", "launch"),
}


def head(document: Document, memory: Memory, first: int, last: int) -> None:
    """Keep what a table lists, by its head: "Date | Target | Weapon"; a line without columns ends it.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of; keeps what the table lists.
    first, last : int
        Tokens of a sentence.
    """
    told = document.lowers(first, last)
    if told[:-1].count(_MARK) < _COLUMNS:
        memory.table = None
    elif memory.table is None:
        opening = {told[0], *(word for mark, word in itertools.pairwise(told) if mark == _MARK)}
        memory.table = next((kind for kind, heads in _HEADS.items() if opening & heads), None)


def row(document: Document, memory: Memory, scene: Scene) -> bool:
    """Read a row of a table whose head says that it lists targets or launch sites.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    scene : Scene
        The sentence, which is the row; its `drafts` are extended.

    Returns
    -------
    bool
        Whether it stands in such a table.
    """
    first, last = scene.sentence.first, scene.sentence.last
    if memory.table is None:
        return False
    theme = next((w for t in scene.themes if (w := assign.weapon(memory, t)) is not None), None)
    days = within(document.days, first, last)
    where = next((w for w in scene.wheres if w.anchors), None)
    if theme is None or where is None or not days:
        return True
    where = replace(where, role="at", relation="at")
    clause = scene.clauses[0]
    draft = assign.draft(
        document, memory, scene, clause, kind=memory.table, theme=theme, where=where, actor=theme.actor
    )
    draft.first, draft.last = first, max(draft.last, theme.last)
    draft.day, draft.listed = days[0], True
    draft.reasons["kind"] = (Reason((where.first, where.last), "lead-in"),)
    flights.join(flights.begin(memory, theme), draft)
    scene.drafts.append(draft)
    return True
