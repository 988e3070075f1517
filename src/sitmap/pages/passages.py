"""A report's text cut at the borders of its claims, so that overlapping passages can be marked.

Offsets count code points, which JavaScript's strings do not: the cutting is done here.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypedDict

from sitmap.model import Claim, Report, Span
from sitmap.pages import why

#: Longest stretch without a claim that is shown whole; a longer one keeps its two ends.
SHOWN = 20_000


class Piece(TypedDict):
    """A stretch of text under the same claims from its first character to its last.

    `start` is its offset in the report; None for the note on what is left out, which is not its text.
    """

    text: str
    start: int | None
    claims: list[str]
    words: dict[str, list[str]]


def pieces(report: Report, claims: Sequence[Claim], *, shown: int = SHOWN) -> list[Piece]:
    """Cut a report's text at every border of a claim's passage and of the words behind its fields.

    Parameters
    ----------
    report : Report
    claims : sequence of Claim
        Those of other reports are ignored.
    shown : int
        Longest unmarked stretch that is kept whole, in characters.

    Returns
    -------
    list of Piece
        In order; `claims` are the ids of the passages that cover the piece, the shortest passage
        first; `words` gives, by claim id, the fields that stand on it. Together they are the text,
        but for what is left out of long unmarked stretches.
    """
    own = [claim for claim in claims if claim.report_id == report.report_id]
    passages = sorted(own, key=lambda claim: (claim.quote_end - claim.quote_start, claim.quote_start))
    evidence = [(claim.claim_id, field, span) for claim in own for field, span in _words(claim)]
    borders = _borders(
        len(report.text),
        [Span(claim.quote_start, claim.quote_end) for claim in own] + [span for _, _, span in evidence],
    )
    made: list[Piece] = []
    for start, end in itertools.pairwise(borders):
        words: defaultdict[str, list[str]] = defaultdict(list)
        for claim_id, field, span in evidence:
            if span.start <= start and end <= span.end:
                words[claim_id].append(field)
        over = [c.claim_id for c in passages if c.quote_start <= start and end <= c.quote_end]
        whole = over or words or end - start <= shown
        stretches = [(start, report.text[start:end])] if whole else _ends(report.text, start, end, shown)
        made += [{"text": text, "start": at, "claims": over, "words": dict(words)} for at, text in stretches]
    return made


def _ends(text: str, start: int, end: int, shown: int) -> list[tuple[int | None, str]]:
    """Keep the two ends of a stretch that is too long to show, and say how much lies between."""
    head, tail = start + shown // 2, end - (shown - shown // 2)
    note = f"\n[… {tail - head:,} characters without a claim …]\n"
    return [(start, text[start:head]), (None, note), (tail, text[tail:end])]


def _words(claim: Claim) -> Iterable[tuple[str, Span]]:
    if claim.place_span:
        yield "place_text", claim.place_span
    for evidence in claim.evidence:
        if not why.is_passage(claim, evidence):
            yield evidence.field, evidence.span


def _borders(length: int, spans: Iterable[Span]) -> list[int]:
    found = {0, length}
    for span in spans:
        found |= {min(span.start, length), min(span.end, length)}
    return sorted(found)
