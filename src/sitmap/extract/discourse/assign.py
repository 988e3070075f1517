"""Fields that every draft gets from its surroundings: antecedent, source, day, clock, certainty."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from sitmap.extract.discourse import floor, occasion, sources
from sitmap.extract.discourse.actors import actors
from sitmap.extract.discourse.draft import Draft
from sitmap.extract.phrases.behind_noun import changed
from sitmap.extract.text.document import within
from sitmap.extract.text.theme import Theme
from sitmap.extract.text.told import UNSAID, Reason, Told

if TYPE_CHECKING:
    from sitmap.extract.discourse.attribution import Attribution
    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.mentions import Mention
    from sitmap.extract.verbs.clauses import Clause
    from sitmap.model import Certainty, Kind


#: What launchers and batteries of no name are, once one is spoken of.
_LAUNCHING = frozenset({"air-defence", "missiles", "artillery"})
_HULLS = frozenset({"ships", "submarines"})
#: How many words back a number still counts those who are spoken of.
_COUNTED = 30
#: Words after "the missile" that say which one, so that it points at nothing told before.
_DESCRIBES = frozenset({"that", "which", "who", "whose"})
#: How far before its clause the phrase that a quote is about may stand, in words.
_WIDEST = 60
#: Cues that say how sure a clause is, each named as its certainty, and how far
#: before it they may stand, in words.
_HEDGES: tuple[Certainty, ...] = ("assessed", "alleged", "confirmed")
_HEDGE_REACH = 3


def weapon(memory: Memory, theme: Theme) -> Theme | None:
    """Return the weapon that a phrase means, a pronoun's from what was spoken of before.

    Parameters
    ----------
    memory : Memory
        What has been spoken of.
    theme : Theme
        The phrase.

    Returns
    -------
    Theme or None
        None when it is no weapon.
    """
    known = memory.weapon if theme.pronoun else memory.weapon_like(theme)
    if theme.pronoun:
        if known is None:
            return None
        kept = theme if theme.counted or not theme.definite else _as_many(theme, known)
        names = known.names if theme.definite or len(known.names) == 1 else ()
        return replace(
            kept,
            fired=known.fired.by("means-before"),
            based=known.based.by("means-before"),
            actor=known.actor,
            names=names,
            made_by=known.made_by if names else UNSAID,
        )
    if not theme.fired:
        return None
    if theme.definite and known is not None and theme.fired in {"missile", known.fired}:
        merged = replace(
            theme,
            fired=theme.fired if theme.fired == known.fired else known.fired.by("means-before"),
            actor=theme.actor or known.actor,
            names=theme.names or known.names,
            made_by=theme.made_by or known.made_by,
        )
        return merged if theme.counted else _as_many(merged, known)
    return theme


def _as_many(theme: Theme, known: Theme) -> Theme:
    """Return a phrase that points back as counted by what it points to."""
    words = known.count if known.counted_by is None else known.counted_by.words
    by = Reason(words, "counted-before") if words is not None and known.counted else None
    return replace(theme, low=known.low, high=known.high, counted_by=by)


def force(known: Theme | None, theme: Theme) -> Theme | None:
    """Return the force that a phrase means, a pronoun's from what was spoken of before.

    Parameters
    ----------
    known : Theme or None
        The force spoken of before.
    theme : Theme
        The phrase.

    Returns
    -------
    Theme or None
        None when it is no force.
    """
    if theme.pronoun:
        if known is None or theme.fired or (theme.hull and known.based not in _HULLS):
            return None
        return replace(
            _numbered(theme, known),
            based=known.based.by("means-before"),
            actor=theme.actor or known.actor,
            names=known.names,
            unit=known.unit,
            made_by=known.made_by,
        )
    if _is_fired(theme) or (theme.people and known is None):
        return None
    if known is not None and _means(known, theme):
        return replace(
            _numbered(theme, known),
            based=theme.based or known.based.by("means-before"),
            actor=theme.actor or known.actor,
            names=theme.names or known.names,
            made_by=theme.made_by or known.made_by,
        )
    return theme if theme.based else None


def _numbered(theme: Theme, known: Theme) -> Theme:
    """Return a force that points back as counted by what it points to, where both are one or both several."""
    back = theme.definite and (theme.pronoun or theme.based in _HULLS)
    if theme.counted or not back or theme.unit or known.unit or not known.counted:
        return theme
    near = theme.first - known.first < _COUNTED or (len(known.names) == 1 and not theme.pronoun)
    agree = theme.several == ((known.high or known.low or 0) > 1) and near
    return _as_many(theme, known) if agree else theme


def _is_fired(theme: Theme) -> bool:
    """Whether it is a weapon in flight, or a rocket to space, rather than a force."""
    nameless = theme.based in {"", "missiles"} and bool(theme.fired) and not theme.names and not theme.carrier
    return nameless or theme.fired == "satellite-launcher"


def _means(known: Theme, theme: Theme) -> bool:
    """Whether a phrase means the force spoken of before: "the brigade", "two batteries" of its missiles."""
    launching = not theme.based and theme.carrier and known.based in _LAUNCHING
    return launching or (theme.definite and theme.based in {"", known.based})


def anyone(actor: Told, at: int) -> Theme:
    """Return forces of a state that the words name only by the state.

    Parameters
    ----------
    actor : Told
        The state.
    at : int
        A token.

    Returns
    -------
    Theme
    """
    return Theme(at, at + 1, at, based=Told("troops", actor.words, "state-alone"), actor=actor)


def draft(
    document: Document,
    memory: Memory,
    scene: Scene,
    clause: Clause,
    *,
    kind: Kind,
    theme: Theme,
    where: Where | None,
    actor: Told,
) -> Draft:
    """Return a draft with source, certainty, day and clock from its clause and sentence.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    scene : Scene
        The sentence.
    clause : Clause
        The clause.
    kind : str
        Of the claim.
    theme : Theme
        What it is about.
    where : Where or None
        Where.
    actor : Told
        Whose.

    Returns
    -------
    Draft
    """
    at = where.first if where is not None and clause.first <= where.first < clause.last else clause.first
    said = sources.covering(scene.attributions, clause.group.first if clause.group else at)
    here = where if where is not None and where.first >= scene.sentence.first else None
    if kind == "deployment":
        theme = changed(document, clause, theme)
    first, last = _passage(document, clause, theme, here)
    found = Draft(kind, scene.number, first, last, theme, where, actor=actor, clause=clause)
    group = clause.group
    told = Reason((group.first, group.last)) if group else Reason((theme.first, theme.last), "no-verb")
    found.reasons["kind"] = (told,)
    if said is not None:
        found.certainty = said.certainty
        found.stance = "denied" if said.denies else "asserted"
        found.reasons["certainty"] = (Reason(said.verb),)
        if said.denies:
            found.reasons["stance"] = (Reason(said.verb),)
    found.source = _source(document, memory, scene, clause, theme, said) or floor.after_opening(
        document, memory, scene.number, actor
    )
    found.source_words = said.words if said is not None else found.source.words
    hedge = _hedge(document, clause) if found.certainty == "stated" else None
    if hedge is not None:
        found.certainty = cast("Certainty", hedge.value)
        found.reasons["certainty"] = (Reason((hedge.first, hedge.last)),)
    found.day = occasion.day_of(document, memory, scene, clause, kind=kind, said=said, source=found.source)
    found.planned_day = occasion.is_coming(document, clause, found.day)
    # The clock that opens an entry of a live account tells when this was written, and what goes on by then.
    now = clause.group is not None and clause.group.progressive
    clocks = within(document.clocks, clause.first, clause.last)
    clocks = [c for c in clocks if now or c.first not in document.entries]
    found.clock = clocks[0] if clocks else None
    past = occasion.past(document, clause, said)
    found.past = past is not None
    if past is not None:
        found.reasons["background"] = (past,)
    codes = [c for c in actors(document, scene, clause.first, clause.last) if not _of_other(scene, theme, c)]
    found.nearby = codes[-1] if codes else memory.actor
    return found


def _of_other(scene: Scene, theme: Theme, told: Told) -> bool:
    """Whether a state is that of forces named after those told of: "two jets at P and two German ones"."""
    at = told.words[0] if told.words is not None else -1
    return any(theme.last <= other.first <= at < other.last for other in scene.themes)


def _source(
    document: Document,
    memory: Memory,
    scene: Scene,
    clause: Clause,
    theme: Theme,
    said: Attribution | None,
) -> Told:
    """Return who says it: the sentence, the list or label, an order itself, or who spoke right before."""
    if said is not None:
        return said.source
    if memory.floor is not None and memory.floor[0] == scene.sentence.paragraph:
        return memory.floor[1]
    ordered = sources.ordered_by(document, scene.clauses, clause)
    if ordered:
        return ordered
    if memory.voice is not None and memory.voice[0] == scene.sentence.paragraph:
        # "They were sent on to P": who told of them in the sentence before still speaks.
        told_here = document.lower(theme.last) in _DESCRIBES
        if theme.pronoun or (theme.definite and not told_here):
            return memory.voice[1].by("who-spoke-last")
    return floor.goes_on(document, memory, scene.number) or memory.over


def _passage(document: Document, clause: Clause, theme: Theme, where: Where | None) -> tuple[int, int]:
    """Return the clause, widened to hold the phrase it is about and the place, without loose ends."""
    first, last = clause.first, clause.last
    if not theme.pronoun and 0 < first - theme.first < _WIDEST:
        first = min(first, theme.first)
    if where is not None:
        first, last = min(first, where.first), max(last, where.last)
    while last - first > 1 and document.lower(last - 1) in {
        ",",
        ".",
        ";",
        ":",
        "and",
        "but",
        "\u2013",
        "—",
        "-",
        "(",
        "!",
    }:
        last -= 1
    while last - first > 1 and document.lower(first) in {
        ",",
        ";",
        ":",
        "and",
        "but",
        "that",
        ")",
        "\u2013",
        "—",
        "-",
        "”",
        ".",
    }:
        first += 1
    return first, last


def _hedge(document: Document, clause: Clause) -> Mention | None:
    """Return the words that say how sure the clause is."""
    start, end = max(clause.first - _HEDGE_REACH, 0), clause.group.last + 1 if clause.group else clause.last
    return next((cue for h in _HEDGES if (cue := document.cue(h, start, end)) is not None), None)
