"""Which claim an entry is about, also after a better extraction has moved its id.

The id decides where it is still there. Else it is the claim of the same kind in the same report whose
passage overlaps and whose place stands on the same words; without words of a place, the passages must be
mostly the same. When two fit as well, or none does, the entry is orphaned: a reader decides, not we.
"""

from collections.abc import Collection, Sequence

from sitmap.case.acts import Target
from sitmap.model import Claim, Span

#: Share of the joint length that two passages must have in common when no words of a place tell.
_MOSTLY = 0.5


def find(target: Target, claims: Sequence[Claim], taken: Collection[str] = ()) -> Claim | str:
    """Find the claim of a target.

    Parameters
    ----------
    target : Target
        As it was when the entry was recorded.
    claims : sequence of Claim
        What the report's text gives now, and what readers added.
    taken : collection of str
        Ids that other targets name: such a claim is another one unless it stands on the very same words.

    Returns
    -------
    Claim or str
        The claim; or why there is none.
    """
    own = [claim for claim in claims if claim.claim_id == target.claim_id]
    if own:
        return own[0]
    fitting = [claim for claim in claims if _fits(target, claim, taken)]
    if not fitting:
        return f"no {target.kind} stands on its words any more"
    best = max(_likeness(target, claim) for claim in fitting)
    found = [claim for claim in fitting if _likeness(target, claim) == best]
    if len(found) > 1:
        return f"{len(found)} claims of its kind stand on its words now"
    return found[0]


def _fits(target: Target, claim: Claim, taken: Collection[str]) -> bool:
    if claim.kind != target.kind:
        return False
    same_place, same_passage, share = _likeness(target, claim)
    if claim.claim_id in taken and not (same_passage and same_place):
        return False
    where = claim.place_span
    if where is None or target.place_start is None or target.place_end is None:
        return share >= _MOSTLY
    return share > 0 and where.start < target.place_end and target.place_start < where.end


def _likeness(target: Target, claim: Claim) -> tuple[bool, bool, float]:
    """Whether the place stands on the same words, the passage is the same, and their common share."""
    where = (claim.place_span.start, claim.place_span.end) if claim.place_span else (None, None)
    one, other = Span(target.quote_start, target.quote_end), Span(claim.quote_start, claim.quote_end)
    return where == (target.place_start, target.place_end), one == other, _common(one, other)


def _common(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / (max(one.end, other.end) - min(one.start, other.start))
