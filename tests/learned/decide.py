"""Drafts of a report by the rules, by the model, or by both."""

import copy
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from learned.candidates import Candidate
from learned.examples import LABELS, Example, draft
from sitmap.extract.draft import Draft

#: Probabilities of the classes of `LABELS`, a row a candidate.
Table = npt.NDArray[np.float64]
#: A threshold that nothing reaches: rules alone.
NEVER = 2.0
#: Where the rules find no claim in a report, the model must be this sure.
_ALONE = 0.85


def drafts(one: Example, told: Table, threshold: float, *, rules: bool) -> list[Draft]:
    """Drafts of the rules, if asked, and of the candidates that are claims with at least a probability.

    The surest come first, and none tells again of a force or a place that its sentence has told of.
    """
    found = [copy.copy(known) for known in one.drafts] if rules else []
    if rules and not found:
        threshold = max(threshold, _ALONE)
    for index in np.argsort(told[:, 0], kind="stable"):
        if 1 - told[index, 0] < threshold:
            break
        candidate = one.candidates[index]
        if not told_by(found, candidate):
            label = LABELS[1 + int(np.argmax(told[index, 1:]))]
            found.append(draft(one.document, candidate, label))
    return sorted(found, key=lambda known: known.sentence)


def told_by(found: Sequence[Draft], candidate: Candidate) -> bool:
    """Whether a draft of the candidate's sentence tells of its forces or of its place."""
    theme, where = candidate.theme, candidate.where
    return any(
        known.where is not None
        and known.sentence == candidate.moment.scene.number
        and (
            known.where.words == where.words
            or (known.theme.first < theme.last and theme.first < known.theme.last)
        )
        for known in found
    )
