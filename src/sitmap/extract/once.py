"""What is said twice is said once: the fuller of two drafts of one thing is kept."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.discourse import floor
from sitmap.extract.phrases import formations

if TYPE_CHECKING:
    from sitmap.extract.discourse.draft import Draft
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.theme import Theme
    from sitmap.model import Place

#: How many claims back a repetition is looked for, so that work grows with the text alone.
_REACH = 200


def once(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Drop what only repeats another draft with less detail.

    Parameters
    ----------
    document : Document
        The report taken apart.
    drafts : list of Draft
        In the order of the text.

    Returns
    -------
    list of Draft
        Those kept, in the order of the text.
    """
    kept: list[Draft] = []
    for draft in drafts:
        recent = range(max(len(kept) - _REACH, 0), len(kept))
        twin = next((at for at in recent if _same(document, kept[at], draft)), None)
        if twin is None:
            kept.append(draft)
        elif _detail(document, draft) > _detail(document, kept[twin]) and not _settled(kept[twin]):
            kept[twin] = _as_told(kept[twin], draft)
        elif kept[twin].where is None and document.state(kept[twin].actor, draft.first) is None:
            # "A missile launched by rebels hit P. It was fired from Q": one launch, from Q.
            kept[twin].where = draft.where
    beside: defaultdict[int, list[Draft]] = defaultdict(list)
    for draft in kept:
        beside[draft.sentence].append(draft)
    return [d for d in kept if not any(_refines(other, d) for other in beside[d.sentence] if other is not d)]


def _as_told(first: Draft, fuller: Draft) -> Draft:
    """Return the fuller of two; of those who "came, and will stay there", the coming is the news."""
    group = fuller.clause.group if fuller.clause is not None else None
    if first.status == "arriving" and fuller.status == "present" and group is not None and group.future:
        reasons = {**fuller.reasons, "status": first.reasons["status"]}
        return replace(fuller, status=first.status, reasons=reasons)
    return fuller


def _settled(draft: Draft) -> bool:
    return draft.flight is not None and len(draft.flight.drafts) > 1


def _entry(where: Where | None) -> Place | None:
    return where.anchors[0].toponym.place if where is not None and where.anchors else None


def _covers(wide: Place | None, narrow: Place | None) -> bool:
    """Whether one place is the other or the area it lies in."""
    if wide is None or narrow is None:
        return False
    if wide.place_id == narrow.place_id:
        return True
    if wide.type == "country":
        return wide.country == narrow.country
    return wide.type == "admin1" and narrow.admin1 == wide.name


def _refines(fine: Draft, coarse: Draft) -> bool:
    """Whether one sentence tells the same of an area and, closer, of a place in it."""
    return (
        fine.kind == coarse.kind == "deployment"
        and fine.sentence == coarse.sentence
        and not coarse.theme.counted
        and not fine.theme.counted
        and (fine.status, fine.actor, fine.theme.based) == (coarse.status, coarse.actor, coarse.theme.based)
        and _place_key(fine) != _place_key(coarse)
        and _covers(_entry(coarse.where), _entry(fine.where))
    )


def _place_key(draft: Draft) -> str:
    if draft.where is None:
        return draft.actor
    entries = [(a.toponym.place, a.toponym.text) for a in draft.where.anchors]
    return "|".join(e.place_id if e is not None else text.lower() for e, text in entries)


def _same(document: Document, one: Draft, other: Draft) -> bool:
    """Whether two drafts tell the same thing: kind, whose, what and where agree and no field differs."""
    if _distinct(document, one, other):
        return False
    if one.kind != other.kind or one.stance != other.stance or not _actors_agree(one, other):
        return False
    if one.flight is not other.flight and other.theme.pronoun and not other.theme.definite:
        return False
    if one.kind in {"deployment", "site"} and one.theme.based != other.theme.based:
        return False
    if one.kind == "deployment" and (not _statuses_agree(one, other) or _part_of(one, other)):
        return False
    return (
        _place_agrees(document, one, other)
        and _sources_agree(one, other)
        and _days_agree(one, other)
        and _counts_agree(one, other)
        and _names_agree(one, other)
    )


def _apart(document: Document, one: Theme, other: Theme) -> bool:
    """Whether two phrases of one clause are two forces: "corvettes lie there with one destroyer"."""
    first, second = sorted((one, other), key=lambda theme: theme.first)
    of = document.lower(second.first - 1) == "of"
    return first.last <= second.first and not (of or one.pronoun or other.pronoun)


def _distinct(document: Document, one: Draft, other: Draft) -> bool:
    """Whether the words set two of one sentence apart, or make one of them one more."""
    if one.further or other.further:
        return True
    if one.kind == "deployment":
        return one.clause is other.clause and _apart(document, one.theme, other.theme)
    return one.kind == "impact" and _another(one, other)


def _another(one: Draft, other: Draft) -> bool:
    """Whether a later clause counts more of those that came down: "one hit a hospital, another a market"."""
    further = other.theme.pronoun and other.theme.counted and not other.theme.definite
    return further and one.sentence == other.sentence and one.clause is not other.clause


def _part_of(one: Draft, other: Draft) -> bool:
    """Whether one tells of a unit and one of some of its soldiers: "500 soldiers of the brigade"."""
    return formations.is_part(one.theme) != formations.is_part(other.theme)


def _actors_agree(one: Draft, other: Draft) -> bool:
    return not one.actor or not other.actor or one.actor == other.actor


def _statuses_agree(one: Draft, other: Draft) -> bool:
    return one.status == other.status or {one.status, other.status} == {"present", "arriving"}


def _place_agrees(document: Document, one: Draft, other: Draft) -> bool:
    if one.where is None or other.where is None:
        return one.kind == "launch"
    if _place_key(one) == _place_key(other):
        degrees = {one.where.offset_deg, other.where.offset_deg}
        return len(degrees) == 1 or None in degrees
    if (
        one.kind == "launch"
        and one.sentence != other.sentence
        and (_headed(document, one) or _headed(document, other))
    ):
        return True
    places = _entry(one.where), _entry(other.where)
    near = _covers(*places) or _covers(*places[::-1])
    if not near:
        return False
    counted = one.theme.counted and other.theme.counted and one.sentence != other.sentence
    return counted or _headed(document, one) or _headed(document, other)


def _headed(document: Document, draft: Draft) -> bool:
    return document.sentences[draft.sentence].heading


def _sources_agree(one: Draft, other: Draft) -> bool:
    if any(not d.source or floor.may_speak(d.source) for d in (one, other)):
        return True
    words = [
        {w.removesuffix("\u2019s").removesuffix("'s") for w in d.source.lower().split()} for d in (one, other)
    ]
    return bool(words[0] & words[1])


def _days_agree(one: Draft, other: Draft) -> bool:
    days = {d.day.day for d in (one, other) if d.day is not None and d.day.day is not None}
    return len(days) <= 1


def _counts_agree(one: Draft, other: Draft) -> bool:
    if not one.theme.counted or not other.theme.counted:
        return True
    return (one.theme.high or one.theme.low) == (other.theme.high or other.theme.low)


def _names_agree(one: Draft, other: Draft) -> bool:
    a, b = set(one.theme.names), set(other.theme.names)
    return not a or not b or bool(a & b)


def _detail(document: Document, draft: Draft) -> int:
    """How much a draft tells; a headline never outdoes the text."""
    theme = draft.theme
    told = (theme.counted, draft.source, draft.day, draft.clock, theme.names, draft.where is not None)
    offset = draft.where is not None and draft.where.offset_km is not None
    return sum(map(bool, told)) + 2 * offset - 10 * _headed(document, draft)
