"""Clauses that tell what was seen, counted or is expected somewhere: "N ships were seen off P"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.discourse import setting
from sitmap.extract.frames import impacts, launches
from sitmap.extract.frames.bearings import over
from sitmap.extract.frames.deployments import deploy, place, status_of, subject_place, subjects
from sitmap.extract.text.entries import LOCATED

if TYPE_CHECKING:
    from sitmap.extract.discourse.view import View
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.theme import Theme

#: Verbs of speech that also tell of what was seen somewhere.
_SIGHTS = frozenset({"report", "record", "count", "list", "show", "describe"})
_LETS_GO = frozenset({"release"})
_FINDS = frozenset({"discover", "find", "recover"})
_JOINS = ([","], ["and"], [",", "and"])
_EXPECTED = frozenset({"expect", "schedule", "await"})


def due(view: View) -> None:
    """Read "the frigates are expected in P on Friday".

    Parameters
    ----------
    view : View
        The clause.
    """
    found = view.wheres(LOCATED) or view.references(LOCATED)
    counted = any(t.pronoun and t.counted for t in view.subjects())
    if view.group.passive and (found or counted) and view.verb in _EXPECTED:
        place(view, subjects(view), found, "planned")


def see(view: View) -> None:
    """Read "N ships were seen off P"; wreckage that was found is an impact.

    Parameters
    ----------
    view : View
        The clause.
    """
    if _is_wreck(view):
        impacts.fall(view)
    elif view.group.verb.frame == "say" and view.verb not in _SIGHTS:
        _let_go(view)
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
        # "Q tracked three warships through P", "the harbour of P saw three warships".
        counted = [t for t in view.forces(_listed(view)) if t.counted]
        seen_at = over(view) or view.wheres(LOCATED) or _sees(view) or _told(view)
        place(view, counted, seen_at, status_of(view, "present"))


def _listed(view: View) -> list[Theme]:
    """Return the object and all that is joined to it: "tallied 30 aircraft, 12 naval ships and a tug"."""
    found = view.objects()[:1]
    for theme in view.objects()[1:]:
        if view.document.lowers(found[-1].last, theme.first) not in _JOINS:
            break
        found.append(theme)
    return found


def _sees(view: View) -> list[Where]:
    """Return the place that sees, which is no state: "the harbour of P saw three warships"."""
    found = subject_place(view)
    entry = found[0].anchors[0].toponym.place if found and found[0].anchors else None
    return found if entry is None or entry.type != "country" else []


def _is_wreck(view: View) -> bool:
    """Whether what was seen is what is left of something fired: "debris", "a drone was found in a field"."""
    first = view.clause.first
    if any(n.value == "wreck" for n in view.document.mentions.within("noun", first, view.group.first)):
        return True
    return view.verb in _FINDS and any(map(_lies, [*view.subjects(), *view.relative_object()]))


def _lies(theme: Theme) -> bool:
    """Whether something fired may lie where it came down: "a drone was found", not a stock of them."""
    one = theme.counted or not theme.several
    return theme.is_weapon and not theme.pronoun and one and not theme.unit


def _let_go(view: View) -> None:
    """Read "the missiles had been released by bombers over P": what is let go of is fired."""
    if view.verb in _LETS_GO:
        launches.launch(view)


def _told(view: View) -> list[Where]:
    """Return where the sentence before told of forces of this kind: "on 11 June we counted four"."""
    known, sentences = view.memory.stand, view.document.sentences
    if known is None or known.where is None or setting.names_place(view.scene, view.clause):
        return []
    near = view.scene.number - known.sentence <= 1
    alike = next((t.based for t in view.forces(view.objects()[:1])), "") == known.theme.based
    here = sentences[known.sentence].paragraph == view.scene.sentence.paragraph
    return [known.where] if near and alike and here else []
