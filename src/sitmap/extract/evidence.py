"""Why a claim says what it says: which words gave which field, and by which rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.discourse.draft import FLIGHT_FIELDS, Draft
from sitmap.extract.text.entries import Actor
from sitmap.extract.text.theme import POINTING
from sitmap.extract.text.told import UNSAID, Reason, Told
from sitmap.extract.text.vocabulary import rule, timezones
from sitmap.model import Claim, Evidence, Variant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.theme import Theme

_Field = tuple[str, Reason | None]


def of(document: Document, draft: Draft, claim: Claim, *, joins: bool) -> tuple[Evidence, ...]:
    """Evidence for every field of a claim that has a value.

    Parameters
    ----------
    document : Document
        The report taken apart.
    draft : Draft
        What the claim was made from.
    claim : Claim
        The claim, complete but for its evidence.
    joins : bool
        Whether a claim before it tells of the same event.

    Returns
    -------
    tuple of Evidence
        In the order of the fields; a field may have several. `date` stands for `date_end` and
        `date_text` too, `count` for all three fields of the count, `place` for `place_text`.
    """
    pairs = [
        *_what(document, draft, joins=joins),
        *_how_sure(draft, claim),
        *_when(document, draft, claim),
        *_where(draft),
    ]
    found = [
        Evidence(name, document.span(*reason.words), rule(reason.rule) if reason.rule else "")
        for name, reason in pairs
        if reason is not None
    ]
    if draft.where is None:
        found.append(Evidence("relation", document.span(draft.first, draft.last), rule("no-place-said")))
        if claim.place_span is not None:
            found.append(Evidence("place", claim.place_span, rule("no-place-said")))
    return tuple(dict.fromkeys(found))


def asset(draft: Draft) -> Told:
    """Return what a claim is about: as something fired, or as something deployed."""
    words = (draft.theme.first, draft.theme.last)
    if draft.kind in {"launch", "impact"}:
        return draft.theme.fired or Told("missile", words, "missile-unless-said")
    return draft.theme.based or Told("troops", words, "troops-unless-said")


def numbers(draft: Draft) -> dict[str, float]:
    """Return the numbers of the flight that a claim carries, by field."""
    return {name: value for name, (value, _) in _numbers(draft).items()}


def _numbers(draft: Draft) -> dict[str, tuple[float, Reason]]:
    flight = draft.flight
    if flight is None:
        return {}
    head = flight.head(draft.kind)
    found = {}
    for name in FLIGHT_FIELDS:
        told = flight.numbers.get(name, [])
        own = next((number for number in told if number.source and number.source == draft.source), None)
        if own is None and told and (draft is head or head.source == draft.source):
            own = told[0]
        if own is not None:
            found[name] = own.value, Reason((own.first, own.last))
    return found


def variants(document: Document, draft: Draft) -> tuple[Variant, ...]:
    """Numbers of a flight as each source gives them, where several give one.

    Parameters
    ----------
    document : Document
        The report taken apart.
    draft : Draft
        A launch or an impact.

    Returns
    -------
    tuple of Variant
        In the order of the text, the number that the claim carries among them; only for the first claim of
        its kind in the flight: the others would say the same.
    """
    flight = draft.flight
    if flight is None or draft is not flight.head(draft.kind):
        return ()
    return tuple(
        Variant(name, number.value, number.source, document.span(number.first, number.last))
        for name, told in flight.numbers.items()
        if len(told) > 1
        for number in told
    )


def timezone(document: Document, draft: Draft) -> Told:
    """Zone of a clock time: from the words, else the report's own, else the speaker's country's.

    Parameters
    ----------
    document : Document
        The report taken apart.
    draft : Draft
        The claim in the making.

    Returns
    -------
    Told
        IANA name, "" without a clock time or when nothing says.
    """
    clock = draft.clock
    if clock is None:
        return UNSAID
    words = clock.zone_words or (clock.first, clock.last)
    if clock.timezone and clock.timezone != "local":
        return Told(clock.timezone, words)
    if document.report.tz:
        return Told(document.report.tz, words, "zone-of-report")
    for index in range(*draft.source_words) if draft.source_words is not None else ():
        found = document.at("actor", index)
        if found is not None and isinstance(found.value, Actor) and found.value.code in timezones():
            return Told(timezones()[found.value.code], (found.first, found.last), "zone-of-speaker")
    return UNSAID


def _what(document: Document, draft: Draft, *, joins: bool) -> Iterator[_Field]:
    theme = draft.theme
    yield from _noted(draft, "kind")
    yield "actor", draft.actor.reason
    yield "asset", asset(draft).reason
    for name in theme.names:
        yield "designation", name.reason
    yield "count", _count(document, theme)
    if joins:
        yield "event", Reason((theme.first, theme.last), "same-flight" if draft.flight else "same-breath")


def _count(document: Document, theme: Theme) -> Reason | None:
    if theme.count is not None:
        points = document.lower(theme.count[0]) in POINTING
        return Reason(theme.count, "one-of-singular" if points else "")
    return theme.counted_by if theme.counted else None


def _how_sure(draft: Draft, claim: Claim) -> Iterator[_Field]:
    passage = (draft.first, draft.last)
    if draft.status:
        yield from _noted(draft, "status")
    if draft.stance == "denied":
        yield from _noted(draft, "stance")
    else:
        yield "stance", Reason(passage, "nothing-denies")
    if "certainty" in draft.reasons:
        yield from _noted(draft, "certainty")
    else:
        yield "certainty", Reason(passage, "nothing-hedges")
    yield "source", draft.source.reason
    if draft.source.rule and draft.source_words is not None:
        yield "source", Reason(draft.source_words)
    if claim.background and "background" in draft.reasons:
        yield from _noted(draft, "background")
    elif claim.background and draft.day is not None:
        yield "background", Reason((draft.day.first, draft.day.last), "older-than-news")


def _noted(draft: Draft, name: str) -> Iterator[_Field]:
    for reason in draft.reasons.get(name, ()):
        yield name, reason


def _when(document: Document, draft: Draft, claim: Claim) -> Iterator[_Field]:
    day, clock = draft.day, draft.clock
    if day is not None:
        counted = claim.date and not day.exact
        yield "date", Reason((day.first, day.last), "counted-from-report" if counted else "")
    if clock is not None:
        yield "time", Reason((clock.first, clock.last))
        yield "tz", timezone(document, draft).reason
    for name, (_, reason) in _numbers(draft).items():
        yield name, reason
    if draft.zone_claim:
        yield from _noted(draft, "zone_claim")


def _where(draft: Draft) -> Iterator[_Field]:
    where = draft.where
    if where is None:
        return
    yield "place", Reason(where.words)
    anchor = where.anchors[0] if where.anchors else None
    if anchor is not None and not where.words[0] <= anchor.first < where.words[1]:
        yield "place", Reason((anchor.first, anchor.last), "points-back")
    yield "relation", _relation(where)
    before = Reason((where.first, _name_starts(where)))
    if where.offset_km is not None:
        yield "offset_km", before
    if where.offset_deg is not None:
        yield "offset_deg", before


def _relation(where: Where) -> Reason:
    if where.first < where.words[0]:
        return Reason((where.first, where.words[0]))
    return Reason(where.words, "bare-name")


def _name_starts(where: Where) -> int:
    """Token where the name itself starts after a distance and a bearing, or the end of the phrase."""
    starts = [a.first for a in where.anchors if where.first < a.first < where.last]
    return min(starts, default=where.last)
