"""Flights told over several sentences: which numbers belong to which launch and impact."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.discourse import sources
from sitmap.extract.discourse.courses import course
from sitmap.extract.discourse.draft import Draft, Flight, Number
from sitmap.extract.text.document import within
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.numbers import Measure
    from sitmap.extract.text.theme import Theme
    from sitmap.extract.verbs.clauses import Clause
    from sitmap.model import Place

_HIGH = words("flight", "high")
_FAR = words("flight", "far")
_LONG = words("flight", "long")
_PASSES = words("flight", "passes")
_RAISED = words("flight", "raised")
_SUBJECT = words("flight", "subject")
_ARTICLE = frozenset({"the", "a", "an", "its", "their"})
#: What the verb tells of that ends a flight.
_ENDS = frozenset({"fall", "arrive", "strike"})
#: What the verb tells of that goes nowhere: ships that stay ten miles away.
_STILL = frozenset({"stay", "say", "order", "hold"})
_NONE = frozenset({"no", "none"})
#: Last words of what none went beyond.
_BEYOND = frozenset({"than", "over", "beyond", "above", "past", "more", "exceeding"})
_REACH = 12
#: Minutes from which a time is that between two events: nothing that is fired stays up for a day.
_TOO_LONG = 24 * 60
#: What a height is told above.
_GROUND = frozenset({"ground", "earth", "sea", "surface"})
#: How far back of a height "went up" may stand.
_UP_WITHIN = 4
_NAMED_WITHIN = 10
#: Where a distance goes that something "went", and in what it is that flies.
_OUT = frozenset({"out", "across", "downrange", "over"})
_ALOFT, _ALOFT_WITHIN = frozenset({"air", "airborne", "aloft", "flight", "flew"}), 6
_MARK = frozenset({"mark", "target", "targets"})


def of(memory: Memory, theme: Theme) -> Flight | None:
    """Return the flight that is being told of, if what it is about can be this.

    Parameters
    ----------
    memory : Memory
        What has been spoken of.
    theme : Theme
        What is spoken of now.

    Returns
    -------
    Flight or None
    """
    flight = memory.flight
    if flight is None:
        return None
    known = flight.theme
    if theme.names and known.names and not set(theme.names) & set(known.names):
        return None
    if theme.actor and flight.actor and theme.actor != flight.actor:
        return None
    return flight


def begin(memory: Memory, theme: Theme) -> Flight:
    """Start telling of another flight.

    Parameters
    ----------
    memory : Memory
        What has been spoken of; updated.
    theme : Theme
        What flies.

    Returns
    -------
    Flight
    """
    number = memory.flight.number + 1 if memory.flight else 0
    memory.flight = Flight(number, theme, theme.actor)
    return memory.flight


def join(flight: Flight, draft: Draft) -> None:
    """Make a draft part of a flight.

    Parameters
    ----------
    flight : Flight
        The flight.
    draft : Draft
        A launch or an impact.
    """
    draft.flight = flight
    flight.drafts.append(draft)
    flight.day = flight.day or draft.day
    flight.actor = flight.actor or draft.actor


def supersede(flight: Flight, told: Draft) -> None:
    """Let a launch from a named place stand for one told before with the state, or its border, alone.

    Parameters
    ----------
    flight : Flight
        The flight.
    told : Draft
        The later launch; it takes over day and clock.
    """
    place = told.where.anchors[0].toponym.place if told.where is not None and told.where.anchors else None
    if place is None or place.type == "country":
        return
    for draft in flight.recent:
        vague = draft.kind == "launch" and (draft.where is None or _is_state(draft.where, place, draft.actor))
        if vague and draft.sentence < told.sentence and _counts_agree(draft.theme, told.theme):
            draft.superseded = True
            told.day, told.clock = told.day or draft.day, told.clock or draft.clock
            told.source, told.source_words = (
                told.source or draft.source,
                told.source_words or draft.source_words,
            )


def _counts_agree(one: Theme, other: Theme) -> bool:
    """Whether two do not give two numbers of one event."""
    return not (one.counted and other.counted) or (one.low, one.high) == (other.low, other.high)


def _is_state(where: Where, place: Place, actor: str) -> bool:
    """Whether a place is no more than the state of a closer one: "from near its border with China"."""
    wide = where.anchors[0].toponym.place if where.anchors else None
    if wide is None or wide.type != "country":
        return False
    return wide.country == place.country or (where.relation == "near" and place.country == actor)


def refine(flight: Flight, told: Draft) -> None:
    """Give a launch or impact that was told before what a later sentence adds.

    Parameters
    ----------
    flight : Flight
        The flight.
    told : Draft
        What the later sentence says; it becomes no claim of its own.
    """
    flight.day = flight.day or told.day
    for draft in flight.recent:
        if draft.kind == told.kind:
            draft.clock = draft.clock or told.clock
            draft.day = draft.day or told.day


def note(document: Document, memory: Memory, scene: Scene, clause: Clause) -> None:
    """Record the numbers of a clause on the flight that is being told of.

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
    """
    flight = memory.flight
    hypothetical = clause.group is not None and clause.group.hypothetical
    if flight is None or hypothetical or document.cue("hypothetical", clause.first, clause.last):
        return
    denied = clause.group is not None and (
        clause.group.negated or document.cue("negation", clause.first, clause.group.last)
    )
    if denied and not _NONE.isdisjoint({document.lower(clause.first), document.lower(clause.first + 1)}):
        _cap(document, scene, clause, flight)
    if denied:
        return
    offsets = {i for w in scene.wheres if w.offset_km is not None for i in range(w.first, w.last)}
    told = _of_what_flies(document, scene, clause)
    for measure in within(document.measures, clause.first, clause.last):
        named = "flight" in {document.lower(i) for i in (measure.first - 2, measure.first - 1, measure.last)}
        if measure.first not in offsets and (told or named or _spent_aloft(document, measure)):
            name = _field(document, clause, measure) or _lies_off(document, clause, flight, measure)
            if name:
                said = sources.covering(scene.attributions, measure.first)
                source = said.source if said else ""
                flight.tell(name, Number(measure.value, measure.first, measure.last, source))
    _peak(document, clause, flight)
    way = course(document, scene, clause)
    if way is not None:
        flight.tell("bearing_deg", way)


def _cap(document: Document, scene: Scene, clause: Clause, flight: Flight) -> None:
    """Record what none went beyond: "no missile flew more than 300 km"; `figure` reads it as a bound."""
    for measure in within(document.measures, clause.first, clause.last):
        beyond = document.lower(measure.first - 1) in _BEYOND or document.lower(measure.first) in _BEYOND
        name = _field(document, clause, measure) if beyond else ""
        if name and _of_what_flies(document, scene, clause):
            flight.tell(name, Number(measure.value, measure.first, measure.last, ""))


def _of_what_flies(document: Document, scene: Scene, clause: Clause) -> bool:
    """Whether a clause may tell of something in flight: its own subject is no other thing.

    "The hearing lasted four minutes" tells nothing of the missile in the sentence before.
    """
    if clause.group is None or clause.link != "own":
        return True
    subject = [i for i in range(clause.first, clause.group.first) if document.lower(i) not in _ARTICLE]
    if not _SUBJECT.isdisjoint(document.lower(i) for i in subject) or not subject:
        return True
    if any(t.first < clause.group.first and t.last > clause.first and t.fired for t in scene.themes):
        return True
    # Who fires or speaks opens the clause: "the North fired", not "the hearing in the North".
    return any(document.at(kind, subject[0]) is not None for kind in ("actor", "speaker"))


def _field(document: Document, clause: Clause, measure: Measure) -> str:
    """Which number of a flight a measure is, by the nearest word that says so."""
    first, last = max(measure.first - _REACH, clause.first - 2, 0), min(measure.last + 6, clause.last + 1)
    words = {
        i: document.lower(i)
        for i in range(first, min(last, len(document.tokens)))
        if not measure.first <= i < measure.last
    }
    if [document.lower(i) for i in (measure.first - 2, measure.first - 1)] == ["range", "of"]:
        return ""
    later = document.lower(measure.last) == "later"
    if later and (clause.group is None or clause.group.verb.frame not in _ENDS):
        return ""
    return (_time if measure.kind == "time" else _length)(document, clause, measure, words)


def _time(document: Document, clause: Clause, measure: Measure, around: Mapping[int, str]) -> str:
    if measure.value >= _TOO_LONG or _passes(document, clause):
        return ""
    ends = clause.group is not None and clause.group.verb.frame in _ENDS
    after = "after" in {document.lower(i) for i in (measure.first - 2, measure.first - 1, measure.last)}
    tellings = _took(document, clause, measure), _met_its_mark(document, clause, measure)
    took = any(tellings) or _spent_aloft(document, measure)
    return "flight_min" if (ends and after) or took or any(w in _LONG for w in around.values()) else ""


def _spent_aloft(document: Document, measure: Measure) -> bool:
    """Whether a time is that of a flight, whoever the clause is about: "39 minutes that it was aloft"."""
    after = document.lowers(measure.last, measure.last + _ALOFT_WITHIN)
    return measure.kind == "time" and after[:1] == ["that"] and not _ALOFT.isdisjoint(after)


def _met_its_mark(document: Document, clause: Clause, measure: Measure) -> bool:
    """Whether a time is that in which a target was reached: "hit its mark in 456 seconds"."""
    group = clause.group
    struck = group is not None and group.verb.frame == "strike" and group.last <= measure.first
    marked = not _MARK.isdisjoint(document.lowers(clause.first, measure.first))
    return struck and marked and document.lower(measure.first - 1) == "in"


def _passes(document: Document, clause: Clause) -> bool:
    """Whether a clause tells of a place on the way: "crossed Aomori six minutes later" ends no flight."""
    group = clause.group
    return group is not None and not _PASSES.isdisjoint(document.lowers(group.first, group.last))


def _length(document: Document, clause: Clause, measure: Measure, around: Mapping[int, str]) -> str:
    if [document.lower(i) for i in (measure.last, measure.last + 1)] == ["from", "where"]:
        return "range_km"
    if document.lower(measure.first - 1) in _RAISED and document.lower(measure.last) in _OUT:
        return "range_km"
    if _goes_up(document, clause, measure) or _is_above(document, measure):
        return "apogee_km"
    near = sorted((abs(i - measure.first), w) for i, w in around.items() if w in _HIGH | _FAR)
    if not near or (near[0][1] == "away" and clause.group is not None and clause.group.verb.frame in _STILL):
        return ""
    return "apogee_km" if near[0][1] in _HIGH else "range_km"


def _lies_off(document: Document, clause: Clause, flight: Flight, measure: Measure) -> str:
    """Return `range_km` for how far off a launch lies: "what hit P was fired from Q, 300 km to the east"."""
    hit = any(draft.kind == "impact" for draft in flight.drafts)
    if not hit or measure.kind != "length" or clause.group is None or clause.group.verb.frame != "launch":
        return ""
    side = (document.lower(measure.last), document.lower(measure.last + 1)) == ("to", "the")
    off = side and document.at("direction", measure.last + 2) is not None
    of_another = document.lower(measure.last + 3) == "of"
    return "range_km" if off and clause.group.last <= measure.first and not of_another else ""


def _goes_up(document: Document, clause: Clause, measure: Measure) -> bool:
    """Whether a length is that of "went up to 2,700 km"; "flew up to 2,700 km" is a distance."""
    before = range(max(clause.first, measure.first - _UP_WITHIN), measure.first)
    return any(document.lower(i) in _RAISED and document.lower(i + 1) == "up" for i in before)


def _is_above(document: Document, measure: Measure) -> bool:
    """Whether a length is one "above the ground"."""
    after = [document.lower(measure.last + i) for i in range(3)]
    return after[0] == "above" and not _GROUND.isdisjoint(after[1:])


def _took(document: Document, clause: Clause, measure: Measure) -> bool:
    """Whether a time is that of the verb, however far off: "it flew 4,600 km, ..., in 22 minutes"."""
    group = clause.group
    if group is None or not group.last <= measure.first:
        return False
    return document.lower(group.last - 1) in _LONG | _FAR and document.lower(measure.first - 1) in {
        "in",
        "for",
    }


def _peak(document: Document, clause: Clause, flight: Flight) -> None:
    """Return a height whose unit was said before: "the distance at 3,700 km and the top at about 800"."""
    lengths = [m for m in within(document.measures, clause.first, clause.last) if m.kind == "length"]
    for count in within(document.counts, clause.first, clause.last) if lengths else []:
        words = [document.lower(i) for i in range(max(clause.first, count.first - 6), count.first)]
        ends = document.lower(count.last) in {",", ".", ";", "and", ")"}
        if ends and count.high and count.first > lengths[0].last and set(words) & _HIGH:
            flight.tell("apogee_km", Number(float(count.high), count.first, count.last, ""))


def named(memory: Memory, scene: Scene, theme: Theme) -> bool:
    """Learn what the weapon of the present flight is called: "Tokyo took it for a Hwasong-12".

    Parameters
    ----------
    memory : Memory
        What has been spoken of; updated.
    scene : Scene
        The sentence.
    theme : Theme
        A named weapon in it.

    Returns
    -------
    bool
        Whether the name is that of the present flight.
    """
    flight = memory.flight
    if (
        flight is None
        or not theme.names
        or not theme.fired
        or theme.based == "air-defence"
        or flight.theme.names
        or flight.said_over > _NAMED_WITHIN
    ):
        return False
    if any(d.theme.first == theme.first and d.flight is not flight for d in scene.drafts):
        return False
    if any(c.group is not None and c.group.hypothetical for c in scene.clauses):
        return False
    known = flight.theme
    closer = known.fired in {"missile", "ballistic", "rocket"} and theme.fired != "missile"
    fired = theme.fired if closer else known.fired
    flight.theme = replace(known, names=theme.names, fired=fired, made_by=theme.made_by)
    for draft in flight.drafts:
        if not draft.theme.names:
            draft.theme = replace(draft.theme, names=theme.names, fired=fired, made_by=theme.made_by)
    if memory.weapon is not None and not memory.weapon.names:
        memory.keep_weapon(replace(memory.weapon, names=theme.names, fired=fired, made_by=theme.made_by))
    return True
