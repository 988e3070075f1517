"""Rules, the learned second look, or both: `python tests/benchmarks/bench_learned.py [FOLDER...]`.

Every pair of a force or weapon and a place that a report names is a candidate (`extract/candidates.py`);
a logistic regression over named features says whether it is a claim, and which kind (`extract/decision.py`).
Here it is fitted on nine tenths of the reports of each FOLDER (the halves of `data/corpus/` that may be read
when none is named) and asked about the last, ten times over, so that no report is read by a model that has
seen it. `--kept-back` prints totals of the half that nobody reads, by the weights of all of them.
"""

import argparse
import hashlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import bench_reading
import numpy as np
import numpy.typing as npt

import corpus
import scoring
from sitmap import geocode
from sitmap.extract import finish
from sitmap.extract.learned import decision
from sitmap.reference.decision import Example, examples, fit

_FOLDS = 10
_LEVELS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
#: A probability that nothing reaches: rules alone.
_NEVER = 2.0
_SHOWN = 12

Table = npt.NDArray[np.float64]


def unseen(known: Sequence[Example]) -> list[Table]:
    """Probabilities of the candidates of each report, by a model that has not seen the report."""
    order = sorted(range(len(known)), key=lambda i: _digest(known[i].record["report_id"]))
    told: list[Table] = [np.zeros((0, len(decision.LABELS)))] * len(known)
    for fold in range(_FOLDS):
        held_out = order[fold::_FOLDS]
        weights = fit(one for i, one in enumerate(known) if i not in held_out)
        for i in held_out:
            told[i] = _probabilities(known[i], weights)
    return told


def _probabilities(one: Example, weights: Mapping[str, Table]) -> Table:
    return decision.probabilities(one.rows, weights) if one.rows else np.zeros((0, len(decision.LABELS)))


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def scored(
    known: Sequence[Example], told: Sequence[Table], sure: float, *, rules: bool = True
) -> scoring.Score:
    """Score the claims of some reports."""
    counted = scoring.Score()
    for one, table in zip(known, told, strict=True):
        least = max(sure, decision.SURE_ALONE) if rules and not one.drafts else sure
        drafts = decision.added(one.document, one.drafts if rules else [], one.pairs, table, least=least)
        claims = geocode.locate(finish.claims(one.document, drafts), one.toponyms)
        counted.add(one.record["claims"], [bench_reading.row(claim) for claim in claims])
    return counted


def _print(name: str, counted: scoring.Score) -> None:
    sys.stdout.write(
        f"{name:22} P {counted.precision:.3f} R {counted.recall:.3f} F1 {counted.f1:.3f} fields "
        f"{counted.fields:.3f}; {counted.right} right, {counted.wrong} wrong, {counted.missed} missed; "
        f"left empty {counted.left_empty} of {counted.empty}\n"
    )


def _print_coverage(known: Sequence[Example]) -> None:
    labels = [label for one in known for label in one.labels]
    claims = sum(len(one.record["claims"]) for one in known)
    sys.stdout.write(f"{len(labels)} candidates for {sum(map(bool, labels))} of {claims} annotated claims\n")


def _print_weights(weights: Mapping[str, Table]) -> None:
    gain = {name: found[1:].max() - found[0] for name, found in weights.items() if name != decision.OFFSET}
    order = sorted(gain, key=lambda name: -gain[name])
    for title, some in (("for a claim", order[:_SHOWN]), ("against", order[: -_SHOWN - 1 : -1])):
        sys.stdout.write(f"{title}: {', '.join(f'{name} {gain[name]:+.2f}' for name in some)}\n")


def main() -> None:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description="Compare rules, the learned second look, and both.")
    parser.add_argument("folders", nargs="*", type=Path, help="folders of annotated reports")
    parser.add_argument("--kept-back", action="store_true", help="also totals of the halves kept back")
    chosen = parser.parse_args()
    folders = chosen.folders or [
        corpus.FOLDER / half for half in corpus.HALVES if half not in corpus.KEPT_BACK
    ]
    halves = {folder.name: examples(folder) for folder in folders}
    known = [one for half in halves.values() for one in half]
    _print_coverage(known)
    told = unseen(known)
    _print("rules", scored(known, told, _NEVER))
    for sure in _LEVELS:
        _print(f"model alone {sure}", scored(known, told, sure, rules=False))
    for sure in _LEVELS:
        _print(f"both {sure}", scored(known, told, sure))
    weights = fit(known)
    _print_weights(weights)
    for half in corpus.KEPT_BACK if chosen.kept_back else ():
        held = [one for one in examples(corpus.FOLDER / half) if corpus.counts(half, dict(one.record))]
        told = [_probabilities(one, weights) for one in held]
        for sure in (_NEVER, decision.SURE):
            _print(f"{half} {f'both {sure}' if sure < _NEVER else 'rules'}", scored(held, told, sure))


if __name__ == "__main__":
    main()
