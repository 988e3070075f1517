"""Further places of what a verb told of, each with its number alone: "two hit P and three Q".

The verb is said once: "forty went to P and 20 to Q", "four came: one to P, one to Q", "two more on Tuesday".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.discourse import assign, flights
from sitmap.extract.text.document import within
from sitmap.extract.text.entries import LOCATED, STANDING
from sitmap.extract.text.told import Reason
from sitmap.extract.text.vocabulary import words
from sitmap.extract.verbs.groups import is_auxiliary

if TYPE_CHECKING:
    from sitmap.extract.discourse.draft import Draft
    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.discourse.view import View
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.theme import Theme
    from sitmap.extract.verbs.clauses import Clause

#: What stands before a share.
_JOINS = words("shares", "joins")
#: Frames whose numbers count people hurt or words said rather than forces or weapons.
_NO_SHARES = frozenset({"harm", "say", "suffer"})
_MORE = frozenset({"more", "others"})
_TO = frozenset({"to"})
#: How many words may stand between "two more" and its day.
_DAY_WITHIN = 2
#: Within how many sentences "a second" is one more of those told of.
_FOLLOWS_WITHIN = 2
#: Within how many sentences places without a verb are those of a strike, how many make a list,
#: and the frames of verbs that tell nothing else.
_LIST_WITHIN = 3
_SEVERAL = 2
_TELLS = frozenset({"say", "be", "hold", "see", "other", "consist", "claim", "confirm", "assess"})
_ORDINALS = words("name", "ordinals")
_FURTHER = frozenset({"another", "several", "others", "other"})


def read(document: Document, memory: Memory, scene: Scene) -> None:
    """Add a claim for each further share of what a clause of the sentence told of.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    scene : Scene
        The sentence; its `drafts` are extended.
    """
    for theme in scene.themes:
        if not (theme.pronoun and theme.counted) or document.lower(theme.first - 1) not in _JOINS:
            continue
        model = _model(document, scene, theme)
        where = _where(document, scene, theme, model) if model is not None else None
        if model is None or where is None:
            continue
        told = next((d for d in scene.drafts if d.where is where and d.kind == model.kind), None)
        if told is None or where is model.where:
            _add(document, memory, scene, theme, model, where)
        elif told.theme.pronoun and not told.theme.counted and told.theme.first < theme.first:
            _count(scene, told, theme)
    _first_of(document, scene)
    if not scene.drafts:
        _list(document, memory, scene)


def _list(document: Document, memory: Memory, scene: Scene) -> None:
    """Read "The list has five names: two at P, two at Q and one at R" after a strike that named no place."""
    flight = memory.flight
    frames = {c.group.verb.frame for c in scene.clauses if c.group is not None}
    if flight is None or flight.said_over > _LIST_WITHIN or not frames <= _TELLS or scene.question:
        return
    if any(not t.pronoun for t in scene.themes) or not flight.theme.is_weapon:
        return
    shares = [t for t in scene.themes if t.counted]
    places = [(t, w) for t in shares for w in scene.wheres if w.first == t.last and w.role in STANDING]
    if len(places) < _SEVERAL:
        return
    for theme, where in places:
        clause = next(c for c in scene.clauses if c.first <= theme.first < c.last)
        # The number counts what was hit.
        part = replace(_part(flight.theme, theme), low=None, high=None, count=None, counted_by=None)
        draft = assign.draft(
            document, memory, scene, clause, kind="impact", theme=part, where=where, actor=flight.actor
        )
        draft.first, draft.last = theme.first, where.last
        draft.day = draft.day or flight.day
        draft.reasons["kind"] = (Reason((flight.theme.first, flight.theme.last), "lead-in"),)
        flights.join(flight, draft)
        scene.drafts.append(draft)


def goes_on(document: Document, memory: Memory, number: int, first: int) -> bool:
    """Whether a sentence opens with a number of those told of right before: "Two more landed on Wednesday".

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    number : int
        Of the sentence.
    first : int
        Its first token.

    Returns
    -------
    bool
    """
    if memory.last is None or number - memory.last.sentence > _FOLLOWS_WITHIN:
        return False
    article = document.lower(first) in {"a", "the"}
    further = document.lower(first + article) in _ORDINALS | _FURTHER
    return further or document.count_at(first) is not None


def follow(view: View) -> bool:
    """Read "a second followed at four": it did what was told last.

    Parameters
    ----------
    view : View
        The clause.

    Returns
    -------
    bool
        Whether it tells of that.
    """
    subject = next(iter(view.subjects()), None)
    told = view.scene.drafts[-1:] or [d for d in [view.memory.last] if d is not None]
    near = bool(told) and view.scene.number - told[0].sentence <= _FOLLOWS_WITHIN
    if subject is None or not (near and subject.pronoun and subject.counted) or view.group.passive:
        return False
    if view.verb != "follow" or view.carried() or view.denied or view.ahead or told[0].where is None:
        return False
    _add(view.document, view.memory, view.scene, subject, told[0], told[0].where)
    return True


def _first_of(document: Document, scene: Scene) -> None:
    """Give the first place of a list its own number, not that of all: "four came: one to P, one to Q"."""
    for theme in scene.themes:
        opens = theme.pronoun and theme.counted and document.lower(theme.first - 1) == ":"
        for draft in scene.drafts if opens else []:
            at = draft.where is not None and draft.where.first == theme.last
            if at and draft.theme.first < theme.first and draft.theme.counted:
                draft.theme = replace(draft.theme, low=theme.low, high=theme.high, count=theme.count)


def _count(scene: Scene, told: Draft, theme: Theme) -> None:
    """Give each member of a list its own number: "two hit P and three Q"."""
    first = next(d for d in scene.drafts if d.theme.first == told.theme.first and d.kind == told.kind)
    subject = next((t for t in scene.themes if t.first == told.theme.first), None)
    if subject is not None and first is not told and not first.theme.counted:
        first.theme = replace(first.theme, low=subject.low, high=subject.high, count=subject.count)
    told.theme = replace(
        told.theme, low=theme.low, high=theme.high, count=theme.count, counted_by=theme.counted_by
    )


def _model(document: Document, scene: Scene, theme: Theme) -> Draft | None:
    """Return the claim that a share goes on with: the last one told before it in the sentence."""
    before = [d for d in scene.drafts if d.where is not None and d.where.first < theme.first]
    model = max(before, key=lambda d: d.where.first if d.where is not None else -1, default=None)
    if model is None or _counts_others(document, scene, model, theme):
        return None
    group = model.clause.group if model.clause is not None else None
    frame = group.verb.frame if group is not None else ""
    return model if frame not in _NO_SHARES and model.stance == "asserted" else None


def _counts_others(document: Document, scene: Scene, model: Draft, theme: Theme) -> bool:
    """Whether the number right before counts something else: "hit P, killing three and two in Q"."""
    start = model.where.last if model.where is not None else model.first
    known = [t for t in scene.themes if start <= t.first < theme.first]
    numbers = within(document.counts, start, theme.first)
    return any(not any(t.first <= n.first < t.last for t in known) for n in numbers)


def _where(document: Document, scene: Scene, theme: Theme, model: Draft) -> Where | None:
    """Return the place of a share, told as that of the first one was; the same for "two more on Tuesday"."""
    end = theme.last + (document.lower(theme.last) in _MORE)
    found = next((w for w in [*scene.wheres, *scene.references] if w.first == end), None)
    if found is None:
        more = document.lower(end - 1) in _MORE or document.lower(theme.last - 1) in _MORE
        days = within(document.days, end, end + _DAY_WITHIN + 1)
        return model.where if more and days else None
    verb = document.at("verb", found.reach) is not None or is_auxiliary(document, found.reach)
    given = model.where.role if model.where is not None else ""
    alike = found.role == given or {found.role, given} <= STANDING or (found.role in LOCATED and given == "")
    return found if alike and not verb else None


def _add(document: Document, memory: Memory, scene: Scene, theme: Theme, model: Draft, where: Where) -> None:
    clause = next(c for c in scene.clauses if c.first <= theme.first < c.last)
    part = _part(model.theme, theme)
    draft = assign.draft(
        document, memory, scene, clause, kind=model.kind, theme=part, where=where, actor=model.actor
    )
    draft.further = where is model.where
    draft.status, draft.certainty, draft.planned_day = model.status, model.certainty, model.planned_day
    draft.first, draft.last = (
        theme.first,
        max(where.last, theme.last) if where is not model.where else draft.last,
    )
    draft.source, draft.source_words = model.source or draft.source, model.source_words or draft.source_words
    days = within(document.days, theme.last, _next(scene, theme, clause))
    draft.day = days[0] if days else model.day or draft.day
    draft.reasons |= {name: model.reasons[name] for name in ("kind", "status") if name in model.reasons}
    if model.flight is not None:
        flights.join(flights.begin(memory, part), draft)
    scene.drafts.append(draft)


def _next(scene: Scene, theme: Theme, clause: Clause) -> int:
    """Return where the next share, or the clause, starts to its end."""
    return next((t.first for t in scene.themes if t.first > theme.first and t.counted), clause.last)


def _part(whole: Theme, theme: Theme) -> Theme:
    """Return a share as what the whole is, with its own number."""
    return replace(
        theme,
        based=whole.based.by("means-before"),
        fired=whole.fired.by("means-before"),
        actor=theme.actor or whole.actor,
        names=whole.names,
        unit=whole.unit and whole.pronoun,
        carrier=whole.carrier,
        made_by=whole.made_by,
    )
