"""Clauses that tell what was seen, counted or is expected somewhere: "N ships were seen off P"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.discourse import setting
from sitmap.extract.frames import impacts
from sitmap.extract.frames.deployments import deploy, place, status_of, subject_place, subjects
from sitmap.extract.text.entries import LOCATED

if TYPE_CHECKING:
    from sitmap.extract.discourse.view import View
    from sitmap.extract.phrases.where import Where

#: Verbs of speech that also tell of what was seen somewhere.
_SIGHTS = frozenset({"report", "record", "count", "list", "show", "describe"})
_EXPECTED = frozenset({"expect", "schedule", "await"})


def due(view: View) -> None:
    """Read "the frigates are expected in P on Friday".

    Parameters
    ----------
    view : View
        The clause.
    """
    found = view.wheres(LOCATED) or view.references(LOCATED)
    if view.group.passive and found and view.verb in _EXPECTED:
        place(view, subjects(view), found, "planned")


def see(view: View) -> None:
    """Read "N ships were seen off P"; wreckage that was found is an impact.

    Parameters
    ----------
    view : View
        The clause.
    """
    first = view.clause.first
    if any(n.value == "wreck" for n in view.document.mentions.within("noun", first, view.group.first)):
        impacts.fall(view)
    elif view.group.verb.frame == "say" and view.verb not in _SIGHTS:
        return
    elif view.verb in _SIGHTS and not (view.group.passive or view.group.participle):
        seen = [t for t in view.forces(view.objects()[:1]) if not t.pronoun]
        # "Residents reported fighters in P".
        stood = [
            w
            for w in view.wheres(LOCATED)
            if seen and seen[0].first == view.group.last and w.first == seen[0].last
        ]
        counted = [t for t in seen if t.counted or stood]
        place(view, counted, stood if view.wheres(LOCATED) else _told(view), status_of(view, "present"))
    elif view.group.passive or (view.group.participle and view.group.verb.frame == "see"):
        deploy(view)
    elif view.group.verb.frame == "see" and not view.subjects():
        # "The harbour of P saw three warships".
        counted = [t for t in view.forces(view.objects()[:1]) if t.counted]
        place(view, counted, subject_place(view) or _told(view), status_of(view, "present"))


def _told(view: View) -> list[Where]:
    """Return where the sentence before told of forces of this kind: "on 11 June we counted four"."""
    known, sentences = view.memory.stand, view.document.sentences
    if known is None or known.where is None or setting.names_place(view.scene, view.clause):
        return []
    near = view.scene.number - known.sentence <= 1
    alike = next((t.based for t in view.forces(view.objects()[:1])), "") == known.theme.based
    here = sentences[known.sentence].paragraph == view.scene.sentence.paragraph
    return [known.where] if near and alike and here else []
