"""Claims that a reader added from selected words."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from sitmap import geocode
from sitmap.case import attach, told
from sitmap.case.acts import Entry, Target
from sitmap.model import Claim, Reading, Relation, Span, Toponym


def joined(reading: Reading, added: Sequence[Entry], on_claims: Sequence[Entry]) -> tuple[Claim, ...]:
    """Add what readers added to what was read, in the order of the text.

    A claim that the machine has meanwhile learned to read gives way to the reader's, unless a reader
    has reviewed it too.

    Parameters
    ----------
    reading : Reading
        With the machine's claims.
    added, on_claims : sequence of Entry
        Claims added to this report, and entries about claims of it.

    Returns
    -------
    tuple of Claim
        Located.
    """
    by_hand = [_claim(entry, entry.act.target, reading) for entry in added if entry.act.target is not None]
    reviewed = {entry.act.target.claim_id for entry in on_claims if entry.act.target is not None}
    read_too = (attach.find(e.act.target, reading.claims) for e in added if e.act.target is not None)
    left = {claim.claim_id for claim in read_too if not isinstance(claim, str)} - reviewed
    machine = [claim for claim in reading.claims if claim.claim_id not in left]
    return tuple(sorted((*machine, *by_hand), key=lambda claim: claim.quote_start))


def id_of_added(entry: Entry) -> str:
    """Id of the claim that an entry adds."""
    return "a" + sha256(entry.entry_id.encode()).hexdigest()[:16]


def is_quoted(target: Target, reading: Reading) -> bool:
    """Whether the words of a target stand in its report where it says."""
    return reading.report.text[target.quote_start : target.quote_end] == target.quote


def _claim(entry: Entry, target: Target, reading: Reading) -> Claim:
    report = reading.report
    words = _span(target)
    claim_id = id_of_added(entry)
    relation: Relation = "in" if target.kind == "deployment" else "at"
    claim = Claim(
        claim_id=claim_id,
        report_id=report.report_id,
        event_id=claim_id,
        kind=target.kind,
        quote=target.quote,
        quote_start=target.quote_start,
        quote_end=target.quote_end,
        relation=relation,
        place_text=report.text[words.start : words.end] if words else "",
        place_span=words,
        anchors=tuple(_anchors(words, reading.toponyms)),
        review="accepted",
        publisher=report.publisher,
        url=report.url,
        published=report.published.isoformat() if report.published else "",
    )
    return told.signed(told.changed(geocode.locate([claim], reading.toponyms)[0], [entry]), entry)


def _span(target: Target) -> Span | None:
    if target.place_start is None or target.place_end is None:
        return None
    return Span(target.place_start, target.place_end)


def _anchors(words: Span | None, toponyms: Iterable[Toponym]) -> Iterator[Span]:
    """Spans of the toponyms among the words that name a place."""
    if words is not None:
        yield from (t.span for t in toponyms if words.start < t.span.end and t.span.start < words.end)
