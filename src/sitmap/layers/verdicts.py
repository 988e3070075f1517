"""What the checks say of each claim, as two columns."""

from collections import defaultdict
from collections.abc import Iterable

from sitmap.model import Finding
from sitmap.schema import worst_first


def verdicts(findings: Iterable[Finding]) -> dict[str, tuple[str, str]]:
    """Worst verdict and explanations of each claim that a check has looked at.

    Parameters
    ----------
    findings : iterable of Finding
        In any order.

    Returns
    -------
    dict of str to tuple of str
        By `claim_id`: the worst verdict, and the explanations one a line, worst first.
    """
    by_claim: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in worst_first(findings):
        for claim_id in dict.fromkeys(finding.claim_ids):
            by_claim[claim_id].append(finding)
    return {claim_id: _columns(found) for claim_id, found in by_claim.items()}


def _columns(found: list[Finding]) -> tuple[str, str]:
    lines = dict.fromkeys(" ".join(finding.explanation.split()) for finding in found)
    return found[0].verdict, "\n".join(lines)
