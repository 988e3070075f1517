"""Rules, a learned decision, or both: `python tests/benchmarks/bench_learned.py [FOLDER...]`.

Every pair of a force or weapon and a place that a report names is a candidate (`tests/learned/`); a
logistic regression over named features says whether it is a claim, and which kind. It is fitted on nine
tenths of the reports of `data/corpus/development/` and asked about the last, ten times over, so that no
report is read by a model that has seen it. Reports of each FOLDER are fitted on too, and never scored.
Of the halves that are kept back only totals are printed, with `--kept-back`.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import bench_reading
import numpy as np

import corpus
import scoring
from learned import model
from learned.decide import NEVER, Table, drafts, told_by
from learned.examples import LABELS, Example, example
from sitmap import geocode
from sitmap.extract import finish

_FOLDS = 10
_THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
_LEAST_PRECISION = 0.75
#: Of the halves kept back, this threshold is shown beside the one that the precision allows.
_LOW = 0.5
_SHOWN = 12


def fitted(examples: Sequence[Example]) -> model.Model:
    """Fit on all candidates of some reports, also on those that the rules read."""
    rows = [row for one in examples for row in one.rows]
    labels = [label for one in examples for label in one.labels]
    weights = [weight for one in examples for weight in one.weights]
    return model.fit(rows, labels, weights, len(LABELS))


def unseen(examples: Sequence[Example], more: Sequence[Example]) -> list[Table]:
    """Probabilities of the candidates of each report, by a model that has not seen the report."""
    order = sorted(range(len(examples)), key=lambda i: _digest(examples[i].record["report_id"]))
    told: list[Table] = [np.zeros((0, len(LABELS)))] * len(examples)
    for fold in range(_FOLDS):
        held_out = order[fold::_FOLDS]
        known = fitted([*(one for i, one in enumerate(examples) if i not in held_out), *more])
        for i in held_out:
            told[i] = known.probabilities(examples[i].rows)
    return told


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def scored(
    examples: Sequence[Example], told: Sequence[Table], threshold: float, *, rules: bool = True
) -> scoring.Score:
    """Score the claims of some reports."""
    counted = scoring.Score()
    for one, probabilities in zip(examples, told, strict=True):
        found = drafts(one, probabilities, threshold, rules=rules)
        claims = geocode.locate(finish.claims(one.document, found), one.toponyms)
        counted.add(one.record["claims"], [bench_reading.row(claim) for claim in claims])
    return counted


def _print(name: str, counted: scoring.Score) -> None:
    sys.stdout.write(
        f"{name:22} P {counted.precision:.3f} R {counted.recall:.3f} F1 {counted.f1:.3f} fields "
        f"{counted.fields:.3f}; {counted.right} right, {counted.wrong} wrong, {counted.missed} missed; "
        f"left empty {counted.left_empty} of {counted.empty}\n"
    )


def _compare(examples: Sequence[Example], told: Sequence[Table]) -> float:
    """Print rules, model and both; return the threshold with the best F1 at the least precision."""
    _print("rules", scored(examples, told, NEVER))
    for threshold in _THRESHOLDS:
        _print(f"model alone {threshold}", scored(examples, told, threshold, rules=False))
    best, chosen = 0.0, NEVER
    for threshold in _THRESHOLDS:
        counted = scored(examples, told, threshold)
        _print(f"both {threshold}", counted)
        if counted.precision >= _LEAST_PRECISION and counted.f1 > best:
            best, chosen = counted.f1, threshold
    return chosen


def _print_coverage(examples: Sequence[Example]) -> None:
    labels = [label for one in examples for label in one.labels]
    claims = sum(len(one.record["claims"]) for one in examples)
    left = [
        label
        for one in examples
        for candidate, label in zip(one.candidates, one.labels, strict=True)
        if not told_by(one.drafts, candidate)
    ]
    sys.stdout.write(
        f"{len(labels)} candidates for {sum(map(bool, labels))} of {claims} annotated claims; "
        f"{len(left)} for {sum(map(bool, left))} where the rules tell of neither force nor place\n"
    )


def _print_weights(known: model.Model) -> None:
    gain = known.weights[:-1, 1:].max(axis=1) - known.weights[:-1, 0]
    names = sorted(known.column, key=known.column.__getitem__)
    order = np.argsort(gain, kind="stable")
    for title, some in (("for a claim", order[::-1][:_SHOWN]), ("against", order[:_SHOWN])):
        sys.stdout.write(f"{title}: {', '.join(f'{names[i]} {gain[i]:+.2f}' for i in some)}\n")


def _examples(folder: Path) -> list[Example]:
    records = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json")))
    return [example(record, bench_reading.report(record)) for record in records]


def main() -> None:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description="Compare rules, a learned decision, and both.")
    parser.add_argument("more", nargs="*", type=Path, help="folders of annotated reports to fit on as well")
    parser.add_argument("--kept-back", action="store_true", help="also totals of the halves kept back")
    chosen = parser.parse_args()
    examples = _examples(corpus.FOLDER / "development")
    more = [one for folder in chosen.more for one in _examples(folder)]
    _print_coverage(examples)
    threshold = _compare(examples, unseen(examples, more))
    known = fitted([*examples, *more])
    _print_weights(known)
    for half in corpus.KEPT_BACK if chosen.kept_back else ():
        held = _examples(corpus.FOLDER / half)
        told = [known.probabilities(one.rows) for one in held]
        for least in dict.fromkeys((NEVER, threshold, _LOW)):
            _print(f"{half} {f'both {least}' if least < NEVER else 'rules'}", scored(held, told, least))


if __name__ == "__main__":
    main()
