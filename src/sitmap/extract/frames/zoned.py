"""Maritime zones that a report puts something in or outside of: "inside Japan's exclusive economic zone"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.discourse import assign, flights, sources
from sitmap.extract.text.entries import Actor
from sitmap.extract.text.told import UNSAID, Reason, Told
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitmap.extract.discourse.draft import Draft
    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.mentions import Mention
    from sitmap.extract.verbs.clauses import Clause

_SIDES = {
    "outside": "outside",
    "beyond": "outside",
    "inside": "inside",
    "within": "inside",
    "in": "inside",
    "into": "inside",
    "entered": "inside",
    "inside of": "inside",
}
#: How many words before the zone its side and its owner may stand.
_REACH = 7
#: Whose a zone is that is told by a word that points back: "its", "the country's".
_OWN = frozenset({"its", "their"})
#: What sails or flies, and so can be in a zone.
_AFLOAT = frozenset({"ships", "submarines", "aircraft", "drones"})
#: Prepositions behind a zone that is told by the land that it lies around.
_AROUND = frozenset({"around", "off", "about", "surrounding"})
#: Verbs that say where something is and not where it goes.
_STAYS = words("zone", "stays")
#: Frames whose "not inside" says that it was outside.
_CAME = frozenset({"fall", "arrive", "strike", "flight", "fly", "sail"})


def note(document: Document, memory: Memory, scene: Scene, clause: Clause) -> None:
    """Record on which side of a maritime zone a clause puts what it tells of.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of; keeps the zone.
    scene : Scene
        The sentence; an impact is added where another source than the one before tells of it.
    clause : Clause
        The clause.
    """
    group = clause.group
    if (group is not None and group.hypothetical) or document.cue("hypothetical", clause.first, clause.last):
        return
    for found in document.mentions.within("zone", clause.first, clause.last):
        before = range(found.first - 1, max(found.first - _REACH, clause.first - 2, 0) - 1, -1)
        owner = _owner(document, memory, scene, found, before)
        at = next((i for i in before if document.lower(i) in _SIDES), None)
        if not owner or _is_of_the_ships(document, scene, owner, found, at):
            continue
        memory.zone = Told(f"{owner}-{found.value}", (found.first, found.last))
        if at is not None:
            _put(document, memory, scene, clause, at, tuple(_why(owner, at, found)))
    if not memory.zone:
        return
    for index in range(clause.first, clause.last - 2):
        after = document.lower(index + 1), document.lower(index + 2)
        if document.lower(index) in _SIDES and after == ("the", "zone"):
            here, told = Reason((index, index + 3)), memory.zone.by("zone-before").reason
            _put(document, memory, scene, clause, index, (here, *filter(None, (told,))))


def _is_of_the_ships(document: Document, scene: Scene, owner: Told, zone: Mention, at: int | None) -> bool:
    """Whether the state named before a zone is only whose ships are in it: "Q's cutters were in the zone".

    A zone told by the land that it lies around may be another state's, or in dispute.
    """
    ahead = at is not None and owner.words is not None and owner.words[0] < at
    around = document.lower(zone.last) in _AROUND
    return ahead and (around or any(_afloat(d) and d.actor == owner for d in scene.drafts))


def _why(owner: Told, at: int, zone: Mention) -> Iterator[Reason]:
    """Tell the words of the side and the zone, and those of an owner that stands elsewhere."""
    near = owner.words is not None and not owner.rule
    yield Reason((min(at, owner.words[0]) if near and owner.words else at, zone.last))
    if not near and owner.reason is not None:
        yield owner.reason


def _owner(document: Document, memory: Memory, scene: Scene, zone: Mention, before: range) -> Told:
    """Return whose zone it is: named before it, or the state that "its" and "the country's" stand for."""
    for index in before:
        if (named := _state(document, index)) is not None:
            return named
    if document.lower(zone.first - 1) == "the":
        known = memory.zone.removesuffix(f"-{zone.value}")
        return Told(known, memory.zone.words, "zone-before") if known != memory.zone else UNSAID
    points = document.at("reference", zone.first - 2) if document.lower(zone.first - 1) == "'s" else None
    if document.lower(zone.first - 1) not in _OWN and points is None:
        return UNSAID
    said = sources.covering(scene.attributions, zone.first)
    spoken = range(*said.words) if said is not None else range(0)
    speaker = next((a for i in spoken if (a := _state(document, i)) is not None), None)
    return (speaker or memory.actor if said is not None else memory.actor).by("points-back")


def _state(document: Document, index: int) -> Told | None:
    named = document.at("actor", index)
    if named is None or not isinstance(named.value, Actor):
        return None
    return Told(named.value.code, (named.first, named.last))


def _states(document: Document, words: tuple[int, int] | None) -> set[str]:
    """Return the states that the words of a source name."""
    return {str(a) for i in range(*(words or (0, 0))) if (a := _state(document, i)) is not None}


def _put(
    document: Document, memory: Memory, scene: Scene, clause: Clause, at: int, why: tuple[Reason, ...]
) -> None:
    """Give a side of a zone to what the sentence puts there, else to the impact told last."""
    side = _SIDES[document.lower(at)]
    group = clause.group
    if group is not None and (group.negated or document.cue("negation", clause.first, group.last)):
        if side == "outside" or not group.negated or group.verb.frame not in _CAME:
            return
        side = "outside"
    claim = f"{side}:{memory.zone}"
    inside = [d for d in scene.drafts if d.first <= at and (d.kind == "impact" or _afloat(d))]
    earlier = [d for d in memory.flight.recent if d.kind == "impact"] if memory.flight is not None else []
    inside = inside or _still_there(document, memory, scene, clause, at)
    together = [d for d in inside if d.kind == inside[-1].kind and d.where is inside[-1].where]
    known = any(d.zone_claim == claim for d in earlier)
    told = together or _retold(document, memory, scene, clause, earlier) or ([] if known else earlier)
    for draft in told:
        if not draft.zone_claim:
            draft.zone_claim = claim
            draft.reasons["zone_claim"] = why


def _still_there(document: Document, memory: Memory, scene: Scene, clause: Clause, at: int) -> list[Draft]:
    """Return what the sentence before put at sea, where this one says no more than on which side that is.

    "A ship was 60 miles west of P. That is outside the zone"; "they later entered the zone" is another place.
    """
    before = memory.before
    stays = not _STAYS.isdisjoint(document.lowers(clause.first, at))
    if before is None or not stays or before.number != scene.number - 1:
        return []
    return [draft for draft in before.drafts if _afloat(draft)]


def _afloat(draft: Draft) -> bool:
    return draft.kind == "deployment" and draft.theme.based in _AFLOAT


def _retold(
    document: Document, memory: Memory, scene: Scene, clause: Clause, earlier: list[Draft]
) -> list[Draft]:
    """Return an impact of its own for a source of another state than the one that told of it before."""
    last = earlier[-1] if earlier else None
    said = sources.covering(scene.attributions, clause.group.first if clause.group else clause.first)
    falls = clause.group is not None and clause.group.verb.frame == "fall"
    if last is None or last.where is None or said is None or not falls or memory.flight is None:
        return []
    states = [_states(document, words) for words in (last.source_words, said.words)]
    if not last.source or not states[1] or states[0] & states[1]:
        return []
    at = clause.first
    theme = replace(last.theme, first=at, last=at + 1, head=at)
    draft = assign.draft(
        document, memory, scene, clause, kind="impact", theme=theme, where=None, actor=last.actor
    )
    draft.where = last.where
    draft.reasons["kind"] = (Reason((at, clause.last), "points-back"),)
    flights.join(memory.flight, draft)
    scene.drafts.append(draft)
    return [draft]
