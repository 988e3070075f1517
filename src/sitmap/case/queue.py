"""The review queue: claims that nobody has looked at, least certain first.

How doubtful a claim is comes from four shares, each 0 to 1:

- its place: 1 - `geocode_score`, which is calibrated; a fixed share where it has no place;
- its words: how firmly the report says it (`certainty`);
- its findings: the worst verdict of the checks;
- its reading: each field that a rule supplied where no words of the report give it, most of all the
  kind, when the learned second look made the claim.

They are put together as if each alone could make the claim wrong: ``1 - (1 - a) (1 - b) ...``. The shares
are a table, `data/doubt.toml`; they order the queue and are no probabilities.
"""

import math
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sitmap import resources, schema
from sitmap.model import Claim, Finding, Verdict


def queue(claims: Sequence[Claim], findings: Iterable[Finding]) -> tuple[str, ...]:
    """Put the claims that no reader has reviewed in the order in which to look at them.

    Parameters
    ----------
    claims : sequence of Claim
        Of the case, as reviewed.
    findings : iterable of Finding
        Of the same claims.

    Returns
    -------
    tuple of str
        Ids of claims whose review is `machine`, the most doubtful first; of two as doubtful, the one that
        comes first in `claims`.
    """
    worst = _worst(findings)
    waiting = [claim for claim in claims if claim.review == "machine"]
    ordered = sorted(waiting, key=lambda claim: -doubt(claim, worst.get(claim.claim_id)))
    return tuple(claim.claim_id for claim in ordered)


def doubt(claim: Claim, verdict: Verdict | None = None) -> float:
    """How doubtful a claim is.

    Parameters
    ----------
    claim : Claim
        Located.
    verdict : str, optional
        The worst of its findings.

    Returns
    -------
    float
        0 to 1, as this module's docstring says; rounded, so that no last digit decides an order.
    """
    return round(1 - math.prod(1 - share for share in _shares(claim, verdict)), 6)


def _shares(claim: Claim, verdict: Verdict | None) -> Iterator[float]:
    known = _table()
    where = claim.location
    yield known["unplaced"] if where is None or where.lat is None else 1 - where.score
    yield known["certainty"][claim.certainty]
    if verdict is not None:
        yield known["verdict"][verdict]
    inferred = {evidence.field for evidence in claim.evidence if evidence.why}
    yield from (known["inferred"][field] for field in sorted(inferred & known["inferred"].keys()))


def _worst(findings: Iterable[Finding]) -> Mapping[str, Verdict]:
    # The worst finding is written last and stays.
    best_first = reversed(schema.worst_first(findings))
    return {claim_id: finding.verdict for finding in best_first for claim_id in finding.claim_ids}


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(resources.data("doubt.toml").read_text(encoding="utf-8"))
