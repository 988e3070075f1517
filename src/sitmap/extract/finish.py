"""From drafts to claims: what is said twice is said once, and every field points at its words."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract import evidence, once, summary
from sitmap.extract.discourse import background, owners
from sitmap.extract.phrases import containers
from sitmap.extract.text.entries import Actor
from sitmap.model import Claim, Span

if TYPE_CHECKING:
    from datetime import date

    from sitmap.extract.discourse.draft import Draft
    from sitmap.extract.text.document import Document, PlaceMention
    from sitmap.extract.text.theme import Theme

#: Rules by which an actor is still the one that the clause itself names.
_SAID = frozenset({"", "means-before"})
#: Frames of verbs by which a state fires: "Tehran fired", "Russia sent 400 drones against P".
_FIRES = frozenset({"launch", "send"})


def claims(document: Document, drafts: list[Draft]) -> tuple[Claim, ...]:
    """Claims of a report from its drafts.

    Parameters
    ----------
    document : Document
        The report taken apart.
    drafts : list of Draft
        In the order of the text.

    Returns
    -------
    tuple of Claim
        In the order of the text.
    """
    if not drafts:
        return ()
    owners.complete(document, drafts)
    told = [d for d in drafts if not d.superseded and (d.where is not None or _fired_by_state(document, d))]
    kept = once.once(document, told)
    main, ids = background.main_day(document, kept), _Ids(document)
    found: list[Claim] = []
    events: set[str] = set()
    for draft in kept:
        claim = replace(_claim(document, draft, main), event_id=ids.event(draft))
        traced = replace(claim, evidence=evidence.of(document, draft, claim, joins=claim.event_id in events))
        found.append(summary.named(traced, draft, ids.claim(draft)))
        events.add(claim.event_id)
    return tuple(found)


def _fired_by_state(document: Document, draft: Draft) -> bool:
    """Whether the words say which state or force fired, so that the launch lies in it: "Tehran fired"."""
    actor, group = draft.actor, draft.clause.group if draft.clause is not None else None
    if draft.kind != "launch" or group is None or group.verb.frame not in _FIRES or actor.words is None:
        return False
    if actor.rule == "maker":
        inside = draft.first <= actor.words[0] < draft.last
        return inside and draft.theme.fired != "satellite-launcher"
    named = document.at("actor", actor.words[0])
    if named is None or not isinstance(named.value, Actor) or actor.rule not in _SAID:
        return False
    return named.value.kind != "body" or draft.theme.fired != "satellite-launcher"


def _count_text(document: Document, theme: Theme) -> str:
    """Words of the count; that "the missile" is one stands in no word."""
    words = document.text(*theme.count) if theme.count else ""
    return "" if words.lower() == "the" else words


def _state_span(document: Document, draft: Draft, anchor: PlaceMention | None) -> Span | None:
    """Words that name the state that fired, its capital's or its people's if nothing else does."""
    if anchor is not None:
        return anchor.toponym.span
    return document.span(*draft.actor.words) if draft.actor.words is not None else None


def _claim(document: Document, draft: Draft, main: date | None) -> Claim:
    report = document.report
    span = document.span(draft.first, draft.last)
    quote = report.text[span.start : span.end]
    theme, where = draft.theme, draft.where
    anchor = None if where is not None else document.state(draft.actor, draft.first)
    place_span = document.span(*where.words) if where is not None else _state_span(document, draft, anchor)
    anchors = where.anchors if where is not None else (anchor,) if anchor else ()
    day = draft.day
    told = background.told_day(draft)
    numbers = evidence.numbers(draft)
    return Claim(
        claim_id="",
        report_id=report.report_id,
        kind=draft.kind,
        quote=quote,
        quote_start=span.start,
        quote_end=span.end,
        actor=str(draft.actor),
        asset=str(evidence.asset(draft)),
        designation="; ".join(theme.names),
        count_min=theme.low,
        count_max=theme.high,
        count_text=_count_text(document, theme),
        status=draft.status,
        stance=draft.stance,
        certainty=draft.certainty,
        source=str(draft.source),
        date=told.isoformat() if told else "",
        date_end=day.end.isoformat() if day is not None and day.end is not None else "",
        date_text=document.text(day.first, day.last) if day is not None else "",
        time=draft.clock.time if draft.clock else "",
        tz=str(evidence.timezone(document, draft)),
        range_km=numbers.get("range_km"),
        apogee_km=numbers.get("apogee_km"),
        flight_min=numbers.get("flight_min"),
        bearing_deg=numbers.get("bearing_deg"),
        variants=evidence.variants(document, draft),
        zone_claim=draft.zone_claim,
        background=background.is_background(document, draft, main),
        place_text=report.text[place_span.start : place_span.end] if place_span else "",
        place_span=place_span,
        anchors=tuple(dict.fromkeys(a.toponym.span for a in anchors)),
        within=tuple(containers.said(document, where)) if where is not None else (),
        relation=where.relation if where is not None else "from",
        offset_km=where.offset_km if where is not None else None,
        offset_deg=where.offset_deg if where is not None else None,
        publisher=report.publisher,
        url=report.url,
        published=report.published.isoformat() if report.published else "",
    )


class _Ids:
    """Ids of claims and events, stable: digests of the text and of what stands where in it.

    The text is digested once, whatever the number of its claims.
    """

    def __init__(self, document: Document) -> None:
        self._text = hashlib.sha256(document.report.text.encode("utf-8", "surrogatepass"))

    def _digest(self, *parts: object) -> str:
        whole = self._text.copy()
        whole.update("".join(f"\x1f{part}" for part in parts).encode("utf-8", "surrogatepass"))
        return whole.hexdigest()[:16]

    def claim(self, draft: Draft) -> str:
        """Return the id of a claim: of its kind, passage, place and place in the list."""
        words = draft.where.words if draft.where is not None else (0, 0)
        return "c" + self._digest(
            draft.kind,
            draft.first,
            draft.last,
            words,
            draft.theme.first,
            draft.status,
            draft.where.offset_deg if draft.where is not None else None,
        )

    def event(self, draft: Draft) -> str:
        """Return the id of the event that a claim tells of."""
        if draft.flight is not None:
            return "e" + self._digest("flight", draft.flight.number)
        return "e" + self._digest(draft.kind, draft.first, draft.last, draft.theme.first)
