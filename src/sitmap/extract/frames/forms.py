"""Launches and impacts told as a form of labelled fields: "Rocket: X. Pad: P. Liftoff: 05:10 UTC, 3 May"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.discourse import assign, flights
from sitmap.extract.discourse.draft import Form
from sitmap.extract.text.document import within
from sitmap.extract.text.told import Reason
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.draft import Draft
    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.theme import Theme
    from sitmap.model import Kind

#: Labels of what was fired, of where from, of what was hit, and of how it went.
_FIRED, _FROM, _HIT, _NOT_YET = (words("form", name) for name in ("fired", "from", "hit", "not_yet"))
_LABELS = _FIRED | _FROM | _HIT | words("form", "other")
_LONGEST = 3


def head(document: Document, memory: Memory, first: int, last: int) -> None:
    """Keep the form that goes on in a sentence: one without a labelled field ends it.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    first, last : int
        Tokens of a sentence.
    """
    if not any(True for _ in _fields(document, first, last)):
        memory.form = None
        return
    form = memory.form = memory.form or Form()
    if form.draft is not None:
        form.draft.superseded = form.draft.superseded or _ahead(document, first, last)
        days, clocks = within(document.days, first, last), within(document.clocks, first, last)
        form.draft.day = form.draft.day or next(iter(days), None)
        form.draft.clock = form.draft.clock or next(iter(clocks), None)


def read(document: Document, memory: Memory, scene: Scene) -> None:
    """Add the claim of a form once it has told both of what was fired and of a place.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    scene : Scene
        The sentence; its `drafts` are extended.
    """
    form = memory.form
    first, last = scene.sentence.first, scene.sentence.last
    if form is None or _ahead(document, first, last):
        return
    fields = list(_fields(document, first, last))
    for (start, label), (end, _) in zip(fields, [*fields[1:], (last, "")], strict=True):
        themes = [t for t in scene.themes if start <= t.first < end and t.fired and not t.pronoun]
        wheres = [w for w in scene.wheres if start <= w.first < end and w.anchors]
        if label in _FIRED and themes:
            form.fired = themes[0]
        if label in _FROM | _HIT and wheres:
            form.place = ("impact" if label in _HIT else "launch", wheres[0])
    if form.draft is None and form.fired is not None and form.place is not None and not scene.drafts:
        form.draft = _add(document, memory, scene, form.fired, *form.place)


def _ahead(document: Document, first: int, last: int) -> bool:
    return not _NOT_YET.isdisjoint(document.lowers(first, last))


def _add(document: Document, memory: Memory, scene: Scene, theme: Theme, kind: Kind, where: Where) -> Draft:
    at = replace(where, role="from", relation="from") if kind == "launch" else where
    clause = scene.clauses[-1]
    known = assign.weapon(memory, theme) or theme
    draft = assign.draft(document, memory, scene, clause, kind=kind, theme=known, where=at, actor=known.actor)
    draft.first, draft.last = min(draft.first, known.first, where.first), max(draft.last, where.last)
    draft.listed, draft.reasons["kind"] = True, (Reason((known.first, known.last), "log-entry"),)
    flights.join(flights.begin(memory, known), draft)
    scene.drafts.append(draft)
    memory.keep_weapon(known)
    return draft


def _fields(document: Document, first: int, last: int) -> list[tuple[int, str]]:
    """Token behind each label of a range, and the label; a label opens the sentence or follows a mark."""
    found = []
    for index in range(first + 1, last):
        if document.lower(index) != ":":
            continue
        for length in range(_LONGEST, 0, -1):
            start = index - length
            if start < first or " ".join(document.lowers(start, index)) not in _LABELS:
                continue
            if start == first or not document.tokens[start - 1].is_word:
                found.append((index + 1, " ".join(document.lowers(start, index))))
                break
    return found
