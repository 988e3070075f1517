"""Claims without a verb of their own: sites, nouns of action, list entries, log entries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.discourse import assign, flights
from sitmap.extract.frames import bases, unnamed, works
from sitmap.extract.text.document import within
from sitmap.extract.text.entries import LOCATED
from sitmap.extract.text.told import Reason, Words
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.draft import Draft
    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.mentions import Mention
    from sitmap.extract.text.theme import Theme
    from sitmap.extract.verbs.clauses import Clause
    from sitmap.extract.verbs.groups import Group
    from sitmap.model import Kind, Status

_REACH = 12
_ENTRY_REACH = 8
_BACK = 5
#: Frames of verbs that only tell of a weapon and where it came from: "tracked a missile from P".
_TELLS = frozenset({"assess", "confirm", "harm", "intercept", "say", "see"})
_POSSESSIVE = frozenset({"'s", "'", "its", "the", "their"})
#: Nouns of which it is plain that something was fired, of a rocket's start, and of what came down.
_LAUNCHES, _LIFTOFFS, _IMPACTS = (words("launch", name) for name in ("nouns", "liftoffs", "impacts"))
#: Words before them that make them no event: "preparations for a launch", "the next launch".
_NOT_YET = words("launch", "no_event") | words("attack", "no_event")
_NOUN_STATUS: dict[str, Status] = {"stay": "present", "arrive": "arriving", "leave": "withdrawn"}


def entry(document: Document, memory: Memory, scene: Scene) -> bool:
    """Return a list entry without a verb before its place: kind, weapon, source and day are the lead-in's.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    scene : Scene
        The sentence; its `drafts` are extended.

    Returns
    -------
    bool
        Whether it was one.
    """
    lead, known = memory.lead, memory.weapon
    if not scene.sentence.bullet or lead is None or not scene.wheres or known is None:
        return False
    where, clause = scene.wheres[0], scene.clauses[0]
    came_down = _came_down(lead)
    if (clause.group is not None and clause.group.first < where.first) or came_down is None:
        return False
    theme = next((t for t in scene.themes if t.first <= where.last + _ENTRY_REACH), None)
    here = assign.weapon(memory, theme) if theme is not None else None
    plain = replace(known, first=clause.first, last=clause.first + 1, low=None, high=None, count=None)
    here = here if here is not None and not (here.definite and here.pronoun) else plain
    flight = flights.of(memory, here) or flights.begin(memory, here)
    # "Nine cruise missiles - from P" tells where they were fired.
    kind: Kind = "launch" if where.role == "from" else "impact"
    draft = assign.draft(
        document, memory, scene, clause, kind=kind, theme=here, where=where, actor=here.actor
    )
    draft.reasons["kind"] = (Reason((came_down.first, came_down.last), "lead-in"),)
    draft.last = max(draft.last, min(scene.sentence.last, where.reach))
    if not draft.source and lead.attributions:
        draft.source, draft.source_words = lead.attributions[-1].source, lead.attributions[-1].words
    draft.day = draft.day or flight.day
    flights.join(flight, draft)
    for general in lead.drafts:
        general.superseded = general.superseded or general.kind == "impact"
    scene.drafts.append(draft)
    return True


def _came_down(lead: Scene) -> Group | None:
    """Return the verb of a lead-in that makes its entries impacts."""
    verbs = (c.group for c in lead.clauses if c.group is not None)
    return next((group for group in verbs if group.verb.frame in {"fall", "strike"}), None)


def log(document: Document, memory: Memory, scene: Scene) -> None:
    """Return a log entry: day, place, rocket and clock, and no verb.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    scene : Scene
        The sentence; its `drafts` are extended.
    """
    clause = scene.clauses[0]
    rockets = [t for t in scene.themes if t.fired == "satellite-launcher" and t.names]
    clocks = within(document.clocks, clause.first, clause.last)
    days = within(document.days, clause.first, clause.last)
    places = [w for w in scene.wheres if w.role in {"", "at", "from"}]
    if not (rockets and clocks and days and places) or (
        clause.group is not None and places[0].first > rockets[0].first
    ):
        return
    if clause.group is not None and clause.group.first < clocks[0].first:
        return
    flight = flights.begin(memory, rockets[0])
    draft = assign.draft(
        document,
        memory,
        scene,
        clause,
        kind="launch",
        theme=rockets[0],
        where=places[0],
        actor=rockets[0].actor,
    )
    draft.listed = True
    draft.reasons["kind"] = (Reason((rockets[0].first, rockets[0].last), "log-entry"),)
    flights.join(flight, draft)
    scene.drafts.append(draft)
    memory.keep_weapon(rockets[0])


def nominal(document: Document, memory: Memory, scene: Scene) -> None:
    """Nouns of action with a place: "the presence of troops in P", "work on a base at P".

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    scene : Scene
        The sentence; its `drafts` are extended.
    """
    if scene.question:
        return
    for clause in scene.clauses:
        if document.cue("hypothetical", clause.first, clause.last) or (
            clause.group and clause.group.hypothetical
        ):
            continue
        for noun in document.mentions.within("noun", clause.first, clause.last):
            _noun(document, memory, scene, clause, noun)
            if noun.value == "launch":
                _shares(document, memory, scene, (noun.first, noun.last))
        if clause.group is not None and clause.group.verb.frame == "launch":
            _shares(document, memory, scene, (clause.group.first, clause.group.last))
        _fragment(document, memory, scene, clause)
        works.site(document, memory, scene, clause)
        bases.read(document, memory, scene, clause)
    denial = document.cue("denial", scene.clauses[0].first, scene.clauses[-1].last)
    if denial is not None:
        _denied(document, memory, scene, denial)


def _denied(document: Document, memory: Memory, scene: Scene, denial: Mention) -> None:
    """Read "The story of soldiers in P is a groundless rumour"."""
    for theme in scene.themes:
        where = next((w for w in scene.wheres if w.first == theme.last and w.role in LOCATED), None)
        force = assign.force(memory.force, theme)
        if where is None or force is None or any(d.where is where for d in scene.drafts):
            continue
        clause = next(c for c in scene.clauses if c.first <= theme.first < c.last)
        draft = _add(document, memory, scene, clause, "deployment", force, where)
        draft.status, draft.stance = "present", "denied"
        draft.reasons["kind"] = draft.reasons["status"] = (Reason((force.first, where.last), "stands-at"),)
        draft.reasons["stance"] = (Reason((denial.first, denial.last)),)


def _noun(document: Document, memory: Memory, scene: Scene, clause: Clause, noun: Mention) -> None:
    frame = str(noun.value)
    where = next(
        (
            w
            for w in scene.wheres
            if noun.last <= w.first <= noun.last + _REACH
            and w.role in LOCATED | ({"to"} if frame == "stay" else {"from"})
        ),
        None,
    )
    taken = any(
        d.where is not None and where is not None and d.where.words == where.words for d in scene.drafts
    )
    rises = where is not None and frame == "launch" and _lifts_off(document, scene, noun, where)
    if where is None or taken or ((where.role == "from") != (frame in {"leave", "launch"}) and not rises):
        return
    if frame == "leave" and (flown := _departs(document, memory, scene, noun)) is not None:
        flight = flights.of(memory, flown) or flights.begin(memory, flown)
        draft = _add(document, memory, scene, clause, "launch", flown, where)
        draft.reasons["kind"] = (Reason((noun.first, noun.last)),)
        flights.supersede(flight, draft)
        flights.join(flight, draft)
        return
    theme = _object_of(document, memory, scene, noun, where, frame) or _left_out(
        document, memory, scene, clause, noun
    )
    if theme is None:
        return
    if frame in _NOUN_STATUS:
        draft = _add(document, memory, scene, clause, "deployment", theme, where)
        ahead = clause.group is not None and clause.group.future
        draft.status = "planned" if ahead else "arriving" if where.role == "to" else _NOUN_STATUS[frame]
        draft.reasons["kind"] = draft.reasons["status"] = (Reason((noun.first, noun.last)),)
    elif frame in {"fall", "wreck", "launch"}:
        kind: Kind = "launch" if frame == "launch" else "impact"
        number = document.count_at(noun.first - 1)
        if number is not None and (frame == "launch" or theme.first == noun.first):
            theme = replace(theme, low=number.low, high=number.high, count=(number.first, number.last))
        flight = flights.of(memory, theme) or flights.begin(memory, theme)
        draft = _add(document, memory, scene, clause, kind, theme, where)
        draft.reasons["kind"] = (Reason((noun.first, noun.last)),)
        if frame == "launch":
            flights.supersede(flight, draft)
        flights.join(flight, draft)


def _departs(document: Document, memory: Memory, scene: Scene, noun: Mention) -> Theme | None:
    """Return the rocket or the missile whose departure it is: "the rocket's departure", "its departure"."""
    if document.lower(noun.first - 1) not in _POSSESSIVE and document.lower(noun.last) != "of":
        return None
    own = [t for t in scene.themes if t.last in {noun.first, noun.first - 1} or t.first == noun.last + 1]
    if own:
        return assign.weapon(memory, own[0]) if own[0].is_weapon and not own[0].pronoun else None
    if document.lower(noun.first - 1) in {"'s", "'"}:
        return None
    told = [t for t in scene.themes if t.last <= noun.first and not t.pronoun]
    recent = told[-1] if told else memory.recent
    recent = recent if recent is not None and recent.first < noun.first else None
    return assign.weapon(memory, recent) if recent is not None and recent.is_weapon else None


def _lifts_off(document: Document, scene: Scene, noun: Mention, where: Where) -> bool:
    """Whether a place tells where a rocket rose: "liftoff at P", of a launch site."""
    entry = where.anchors[0].toponym.place if where.anchors else None
    site = entry is not None and entry.type in {"launch-site", "range"}
    said = site and document.lower(noun.last - 1) in _LIFTOFFS
    # "The Electron launch at P", "a cruise missile test near P".
    own = any(t.last == noun.first and t.is_weapon for t in scene.themes) and not (
        entry is None or _of_state(where)
    )
    return (said or own) and where.role in LOCATED


def _left_out(
    document: Document, memory: Memory, scene: Scene, clause: Clause, noun: Mention
) -> Theme | None:
    """Tell what a noun leaves out that only weapons can be meant by: "liftoff from P came at noon"."""
    group, said = clause.group, document.lower(noun.last - 1)
    unreal = group is not None and (group.future or group.negated or group.hypothetical)
    # "A launch area": the noun only says what for.
    unreal = unreal or document.at("facility", noun.last - 1) is not None
    before = set(document.lowers(max(clause.first, noun.first - _BACK), noun.first))
    fell = noun.value == "fall" and said in _IMPACTS and document.count_at(noun.first - 1) is not None
    if unreal or before & _NOT_YET or not (fell or (noun.value == "launch" and said in _LAUNCHES)):
        return None
    return unnamed.weapon(document, memory, scene, noun)


def _shares(document: Document, memory: Memory, scene: Scene, fired: Words) -> None:
    """Read launches told by number and place alone: "three from P, two from Q"."""
    for theme in scene.themes:
        where = next((w for w in scene.wheres if w.first == theme.last and w.role == "from"), None)
        told = [d for d in scene.drafts if where is not None and d.where is where]
        resolved = assign.weapon(memory, theme) if theme.pronoun and theme.counted else None
        if where is None or resolved is None or told:
            continue
        clause = next(c for c in scene.clauses if c.first <= theme.first < c.last)
        flight = flights.begin(memory, resolved)
        draft = _add(document, memory, scene, clause, "launch", resolved, where)
        draft.first, draft.last = theme.first, where.last
        draft.reasons["kind"] = (Reason(fired),)
        flights.join(flight, draft)


def _fragment(document: Document, memory: Memory, scene: Scene, clause: Clause) -> None:
    """Read weapons and where from, without a verb: "Kalibrs from the direction of P, the navy says"."""
    if clause.group is not None and clause.group.verb.frame not in _TELLS:
        return
    for theme in scene.themes:
        where = next((w for w in scene.wheres if w.first == theme.last and w.role == "from"), None)
        inside = clause.first <= theme.first < clause.last and theme.is_weapon and not theme.pronoun
        if where is None or not inside or any(d.where is where for d in scene.drafts) or _of_state(where):
            continue
        draft = _add(document, memory, scene, clause, "launch", theme, where)
        draft.reasons["kind"] = (Reason((where.first, where.words[0])),)
        flights.join(flights.begin(memory, theme), draft)
        memory.keep_weapon(theme)


def _of_state(where: Where) -> bool:
    """Whether a place is a state, from which weapons may have been bought."""
    entry = where.anchors[0].toponym.place if where.anchors else None
    return entry is None or entry.type == "country"


def _object_of(
    document: Document, memory: Memory, scene: Scene, noun: Mention, where: Where, frame: str
) -> Theme | None:
    """Tell what a noun of action is about: "of ..." after it, or "their" before it."""
    fired = frame in {"fall", "wreck", "launch"}
    for theme in scene.themes:
        links = {"of", "from"} if frame == "wreck" else {"of"}
        linked = document.lower(theme.first - 1) in links or noun.first >= theme.first
        if noun.first <= theme.last and theme.last <= where.first and linked:
            return assign.weapon(memory, theme) if fired else assign.force(memory.force, theme)
    if document.lower(noun.first - 1) in {"their", "its"} and frame in _NOUN_STATUS:
        return memory.force
    return None


def _add(
    document: Document, memory: Memory, scene: Scene, clause: Clause, kind: Kind, theme: Theme, where: Where
) -> Draft:
    draft = assign.draft(
        document, memory, scene, clause, kind=kind, theme=theme, where=where, actor=theme.actor
    )
    scene.drafts.append(draft)
    return draft
