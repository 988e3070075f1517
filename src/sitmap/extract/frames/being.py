"""Clauses that say by "be" where forces are: "there are two frigates off P", "they are on their way to P"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.frames.bearings import FROM, TO, over
from sitmap.extract.frames.deployments import place, status_of, subject_place, subjects
from sitmap.extract.frames.staying import acts, beside
from sitmap.extract.text.entries import LOCATED
from sitmap.extract.text.told import Reason
from sitmap.extract.verbs.unlisted import is_unlisted

if TYPE_CHECKING:
    from sitmap.extract.discourse.view import View
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.theme import Theme
    from sitmap.model import Status

_ON_THE_WAY = frozenset({"way", "bound", "route", "course", "heading", "headed"})
_UP = frozenset({"airborne", "aloft"})
_HOMEWARD = frozenset({"home", "back", "north", "south", "east", "west"})
_COPULA_FILL = frozenset(
    {
        "already",
        "still",
        "now",
        "also",
        "back",
        "patrol",
        "all",
        "both",
        "out",
        "active",
        "due",
        "there",
        "either",
        "no",
        "longer",
    }
)
#: Nouns for where forces live, words behind these, and how far behind the verb they stand.
_HOMES = frozenset({"base", "den", "garrison", "headquarters", "home", "host", "lair", "seat"})
#: Nouns for a number of what was seen somewhere.
_COUNTS = frozenset({"count", "figure", "tally", "total"})
_OF_WHOM = frozenset({"for", "of", "to"})
_HOME_WITHIN = 4
#: How many words a predicate may have before its place: "on alert at the air base near P".
_PREDICATE = 8


def be(view: View) -> None:
    """Read "forces are at P", "at P are forces", "there are forces at P".

    Parameters
    ----------
    view : View
        The clause.
    """
    found = view.wheres(LOCATED) or over(view)
    due = view.document.cue("planned", view.group.first, view.clause.last) is not None
    status: Status = "planned" if view.ahead or due else status_of(view, "present")
    themes = subjects(view)
    there = view.document.lower(view.group.first - 1) == "there"
    fronted = bool(found) and found[0].first < view.group.first
    if (fronted or not found) and _is_home(view):
        place(view, view.forces(view.objects()[:1]), found[:1] or subject_place(view), status)
    elif not themes and (tallied := _tallied(view)):
        place(view, view.forces(view.objects()), tallied, status)
    elif there or (fronted and not themes):
        place(view, view.forces(view.carried()), found or view.references(LOCATED), status)
    elif found and not fronted and _direct(view, found[0]):
        place(view, themes, found, status)
        _on_the_way(view, themes[:1])
    elif not found and view.document.lower(view.group.last) in _UP and view.wheres(FROM):
        place(view, themes, [replace(w, relation="at") for w in view.wheres(FROM)], status)
    elif not found and _bound_for(view):
        _on_the_way(view, themes[:1])
    elif not found and _setting_out(view):
        return
    elif not found and beside(view):
        place(view, themes or view.forces(view.objects()), beside(view), status)
    elif not found:
        # "P, where 25 soldiers are at their desks".
        back = view.references(LOCATED) or [w for w in view.place_before() if any(map(acts, themes))]
        back = [replace(w, first=max(w.first, view.group.last)) for w in back]
        again = (
            [d.where for d in view.scene.drafts if d.where is not None][-1:]
            if due and themes and themes[0].pronoun
            else []
        )
        place(view, themes, [w for w in back if _direct(view, w)] or again, status)


def _tallied(view: View) -> list[Where]:
    """Return the place of a count: "the navy's last count for the shoal, on Monday, was 57 ships"."""
    document, before = view.document, range(view.clause.first, view.group.first)
    counts = any(document.lower(i) in _COUNTS for i in before)
    if not counts or not any(t.counted for t in view.objects()[:1]):
        return []
    told = [*view.scene.wheres, *view.scene.references]
    return [w for w in told if w.first in before and w.role in LOCATED | TO and w.anchors][:1]


def _is_home(view: View) -> bool:
    """Whether a place is said to be where forces live: "is home to", "is now the base of"."""
    document = view.document
    after = range(view.group.last, view.group.last + _HOME_WITHIN)
    return any(document.lower(i) in _HOMES and document.lower(i + 1) in _OF_WHOM for i in after)


def _direct(view: View, where: Where) -> bool:
    """Whether the place is what the copula says, not a detail of a noun after it: "is in port at P"."""
    document = view.document
    index = view.group.last
    while index < where.first and (
        document.lower(index).endswith("ly") or document.lower(index) in _COPULA_FILL
    ):
        index += 1
    if index >= where.first:
        return True
    if _is_predicate(document, index):
        index += 1
    if index >= where.first:
        return True
    opens = document.at("preposition", index)
    predicate = opens is not None and (opens.value in LOCATED or document.lower(index) == "with")
    return predicate and where.first - index <= _PREDICATE


def _is_predicate(document: Document, index: int) -> bool:
    """Whether a word says in what state something is, and not what it is: "is pierside there"."""
    lower = document.lower(index)
    verb = document.at("verb", index)
    return is_unlisted(document, index) and verb is None and not lower.endswith(("ed", "er", "est"))


def _on_the_way(view: View, themes: list[Theme]) -> None:
    for where in _bound_for(view):
        place(view, themes, [where], "planned", Reason((where.first - 1, where.words[0])))
        left = [w for w in view.wheres(FROM) if w.last == where.first]
        place(view, themes, left, "withdrawn", Reason((where.first - 1, where.words[0])))


def _setting_out(view: View) -> bool:
    """Read "is on her way from P", with no goal: it has left P."""
    document = view.document
    away = next((w for w in view.wheres(FROM) if _word_before(document, w.first) in _ON_THE_WAY), None)
    themes = subjects(view)[:1]
    if away is None or not themes:
        return False
    return place(view, themes, [away], "withdrawn", Reason((away.first - 1, away.words[0])))


def _bound_for(view: View) -> list[Where]:
    """Read "on their way (from Q) to P", "bound for P"."""
    document = view.document
    inside = [w for w in view.scene.wheres if view.clause.first <= w.first < view.clause.last]
    starts = {w.last: w.first for w in inside if w.role == "from"}
    goals = [w for w in inside if w.role == "to"]
    ways = _ON_THE_WAY | {"for"}
    aside = [
        w for w in goals if document.lower(w.first) in _ON_THE_WAY and document.lower(w.first - 1) == ","
    ]
    return aside[:1] or [w for w in goals if _word_before(document, starts.get(w.first, w.first)) in ways][:1]


def _word_before(document: Document, index: int) -> str:
    """Return the word before a phrase of place, "home" and "back" left out: "on her way home to P"."""
    before = index - 1
    return document.lower(before - (document.lower(before) in _HOMEWARD))
