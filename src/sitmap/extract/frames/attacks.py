"""Nouns of attack: "a drone strike on the refinery at P", "a raid with 11 drones on P"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.discourse import assign, flights
from sitmap.extract.frames import unnamed
from sitmap.extract.text.entries import STANDING
from sitmap.extract.text.theme import ARTICLES, Theme
from sitmap.extract.text.told import Reason, Told
from sitmap.extract.text.vocabulary import words
from sitmap.extract.verbs.unlisted import is_unlisted

if TYPE_CHECKING:
    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.mentions import Mention
    from sitmap.extract.verbs.clauses import Clause

_WITH = frozenset({"by", "of", "using", "with"})
#: Words before an attack that befell what the clause is about.
_BEFELL = frozenset({"after", "by", "from", "in", "under"})
_HITS = frozenset({"hit", "hits"})
_TELLS = frozenset({"confirm", "say", "see"})
#: Verbs whose subject has the hits that are counted behind them.
_SUFFERS = words("attack", "suffers")
_NO_EVENT = words("attack", "no_event")
#: Frames of clauses that tell of an attack that did not come, or is still to come.
_NOT_COME = frozenset({"intercept", "plan", "order", "deny"})
#: How far after the noun its target, and before it a word that makes it no event, may stand.
_REACH, _BACK = 14, 4


def read(document: Document, memory: Memory, scene: Scene) -> None:
    """Add an impact for each noun of attack that has a weapon and a target more exact than a state.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    scene : Scene
        The sentence; its `drafts` are extended.
    """
    if scene.question or document.cue("hypothetical", scene.clauses[0].first, scene.clauses[-1].last):
        return
    for clause in scene.clauses:
        for noun in document.mentions.within("attack", clause.first, clause.last):
            if _happened(document, clause, noun):
                _impact(document, memory, scene, clause, noun)


def _happened(document: Document, clause: Clause, noun: Mention) -> bool:
    group = clause.group
    if group is not None and group.first < noun.last <= group.last:
        # "A drone hit P": the noun's last word is the verb.
        return False
    if group is not None and (group.future or group.negated or group.hypothetical or group.infinitive):
        return False
    before = {document.lower(i) for i in range(max(clause.first, noun.first - _BACK), noun.first)}
    return not before & _NO_EVENT and (group is None or group.verb.frame not in _NOT_COME)


def _impact(document: Document, memory: Memory, scene: Scene, clause: Clause, noun: Mention) -> None:
    theme = _weapon(document, memory, scene, noun)
    where = (
        _target(scene, clause, noun)
        or _suffered(document, scene, clause, noun)
        or (scene.header(document) if _is_hit(document, noun) else None)
    )
    if theme is None or where is None:
        return
    if any(d.where is not None and d.where.words == where.words for d in scene.drafts):
        return
    flight = flights.begin(memory, theme)
    listed = _list(scene, where)
    if len(listed) > 1:
        theme = replace(theme, low=None, high=None, count=None, counted_by=None)
    for each in listed:
        draft = assign.draft(
            document, memory, scene, clause, kind="impact", theme=theme, where=each, actor=theme.actor
        )
        draft.reasons["kind"] = (Reason((noun.first, noun.last)),)
        flights.join(flight, draft)
        scene.drafts.append(draft)


def _list(scene: Scene, where: Where) -> list[Where]:
    """Return the places of the list that one is the first of: "strikes on P, Q and R"."""
    told = [w for w in scene.wheres if w.group == where.group and w.first >= where.first]
    return told if where in told else [where]


def _weapon(document: Document, memory: Memory, scene: Scene, noun: Mention) -> Theme | None:
    """Tell what was used: the first half of the noun, or what follows "with"."""
    if noun.value:
        kind = Told(str(noun.value), (noun.first, noun.last))
        return Theme(noun.first, noun.last, noun.last - 1, fired=kind)
    used = next(
        (t for t in scene.themes if noun.last < t.first <= noun.last + _REACH and _used(document, t)), None
    )
    if used is None:
        return unnamed.weapon(document, memory, scene, noun)
    return assign.weapon(memory, used) if not used.carrier else None


def _is_hit(document: Document, noun: Mention) -> bool:
    return document.lower(noun.last - 1) in _HITS


def _used(document: Document, theme: Theme) -> bool:
    return document.lower(theme.first - 1) in _WITH


def _target(scene: Scene, clause: Clause, noun: Mention) -> Where | None:
    """Return the place right after "on" or "against", no state and no sea's shore alone."""
    for where in sorted([*scene.wheres, *scene.references], key=lambda w: w.first):
        near = noun.last <= where.first <= noun.last + _REACH and where.first < clause.last
        entry = where.anchors[0].toponym.place if where.anchors else None
        if near and where.role in STANDING and entry is not None:
            group = clause.group
            crossed = group is not None and noun.last <= group.first < where.first
            crossed = crossed and not (_strikes(clause, noun) or _is_told(clause))
            return where if not crossed and entry.type != "country" else None
    return None


def _strikes(clause: Clause, noun: Mention) -> bool:
    """Whether the noun is the subject of a verb of hitting: "a drone attack damaged a school in P"."""
    return (
        clause.group is not None and clause.group.verb.frame == "strike" and noun.last <= clause.group.first
    )


def _is_told(clause: Clause) -> bool:
    """Whether the verb only tells of it: "missile impacts were recorded in P"."""
    return clause.group is not None and clause.group.passive and clause.group.verb.frame in _TELLS


def _suffered(document: Document, scene: Scene, clause: Clause, noun: Mention) -> Where | None:
    """Return the place before it that an attack befell: "the port of P came under drone attack"."""
    group = clause.group
    before = noun.first - 1
    while before > noun.first - _BACK and is_unlisted(document, before):
        # "Under a massive missile attack".
        before -= 1
    before -= document.lower(before) in ARTICLES
    has = group is not None and group.verb.verb in _SUFFERS and noun.first - group.last <= _BACK
    if group is None or noun.first < group.last or not (has or document.lower(before) in _BEFELL):
        return None
    told = [
        w for w in [*scene.wheres, *scene.references] if clause.first <= w.first and w.last <= group.first
    ]
    where = told[-1] if told and told[-1].role in STANDING | {""} else None
    entry = where.anchors[0].toponym.place if where is not None and where.anchors else None
    return where if entry is not None and entry.type != "country" else None
