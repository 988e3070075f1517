"""Fit the learned second look of the reader: ``python -m sitmap.reference.decision FOLDER...``.

A FOLDER holds annotated reports as in `data/corpus/development`. Each pair of a force and a place that a
report names (`extract.candidates`) is an example; an annotated claim labels the pair that is most like it.
The weights are those that make the labels most likely, with a Gaussian prior around zero; the same reports
give the same `data/curated/decision.csv`.
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import log_softmax

from sitmap import geocode, geodesy, resources
from sitmap.extract import finish, reader
from sitmap.extract.discourse.draft import Draft
from sitmap.extract.learned import decision
from sitmap.extract.learned.candidates import Candidate, candidates
from sitmap.extract.learned.features import features
from sitmap.extract.text import document
from sitmap.extract.text.document import Document
from sitmap.model import Claim, Report, Span, Toponym

_Matrix = npt.NDArray[np.float64]
_FIRED = frozenset({"launch", "impact"})
#: How much a sign that a pair and an annotation are one adds; with less than the last, they are not.
_SAME_COUNT, _OTHER_COUNT = 2.0, -1.0
_SAME_ASSET, _OTHER_ASSET = 1.0, -1.2
_SAME_ACTOR, _OTHER_ACTOR = 0.5, -0.5
_OUTSIDE_QUOTE = -1.5
_ELSEWHERE = -0.4
_FAR = 1 / 60  # a word between force and place
_ENOUGH = -0.8
#: A feature that fewer examples have says nothing.
_LEAST = 3
#: Standard deviation of the prior of a weight, but for the offsets of the classes.
_SIGMA = 0.5
_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Example:
    """A report with its pairs: features and label of each, and its weight in the fit."""

    record: Mapping[str, Any]
    document: Document
    toponyms: tuple[Toponym, ...]
    drafts: list[Draft]
    pairs: list[Candidate]
    rows: list[list[str]]
    labels: list[int]
    weights: list[float]


def examples(folder: Path) -> list[Example]:
    """Annotated reports of a folder, in the order of their names."""
    records = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json")))
    return [example(record) for record in records]


def example(record: Mapping[str, Any]) -> Example:
    """Take one annotated report.

    Parameters
    ----------
    record : mapping
        `report_id`, `text`, `published` and `claims`, as `data/corpus/README.md` has them.
    """
    report = Report(
        report_id=record["report_id"], text=record["text"], published=date.fromisoformat(record["published"])
    )
    toponyms = geocode.toponyms(report.text)
    taken_apart = document.read(report, toponyms)
    drafts, moments = reader.read(taken_apart)
    found = list(candidates(taken_apart, moments))
    told = Counter(draft.sentence for draft in drafts)
    rows = [features(taken_apart, pair, told) for pair in found]
    labels, weights = _labels(record, taken_apart, toponyms, found)
    return Example(record, taken_apart, toponyms, drafts, found, rows, labels, weights)


def _labels(
    record: Mapping[str, Any], taken_apart: Document, toponyms: tuple[Toponym, ...], found: list[Candidate]
) -> tuple[list[int], list[float]]:
    """Give each annotated claim to the pair that is most like it; those nearly like it do not count."""
    labels, weights = [0] * len(found), [1.0] * len(found)
    claims = [_alone(taken_apart, pair, toponyms) for pair in found]
    options = [
        (value, number, index)
        for number, gold in enumerate(record["claims"])
        for index, (pair, claim) in enumerate(zip(found, claims, strict=True))
        if claim is not None and (value := _likeness(gold, taken_apart, pair, claim)) is not None
    ]
    given: set[int] = set()
    for _, number, index in sorted(options, reverse=True):
        gold = record["claims"][number]
        if number not in given and not labels[index]:
            given.add(number)
            labels[index] = decision.LABELS.index(gold["status"] or gold["kind"])
    for value, _, index in options:
        if value > 0 and not labels[index]:
            weights[index] = 0.0
    return labels, weights


def _alone(taken_apart: Document, pair: Candidate, toponyms: tuple[Toponym, ...]) -> Claim | None:
    """Return the claim that a pair would make if the report made no other."""
    made = finish.claims(taken_apart, [decision.draft(taken_apart, pair, "present")])
    return next(iter(geocode.locate(made, toponyms)), None)


def _likeness(gold: Mapping[str, Any], taken_apart: Document, pair: Candidate, claim: Claim) -> float | None:
    theme, sentence = pair.meant, pair.moment.scene.sentence
    start = taken_apart.report.text.find(gold["quote"])
    quote = Span(start, start + len(gold["quote"]))
    facility = taken_apart.at("facility", pair.theme.first) is not None
    if not _touch(quote, taken_apart.span(sentence.first, sentence.last)) or not _same_place(gold, claim):
        return None
    if (gold["kind"] in _FIRED and not theme.fired) or (gold["kind"] == "deployment" and facility):
        return None
    value = 0.0 if pair.here else _ELSEWHERE
    value -= abs(pair.where.first - pair.theme.first) * _FAR
    if not _touch(quote, taken_apart.span(pair.theme.first, pair.theme.last)):
        value += _OUTSIDE_QUOTE
    value += _likeness_of_fields(gold, pair)
    return value if value > _ENOUGH else None


def _likeness_of_fields(gold: Mapping[str, Any], pair: Candidate) -> float:
    theme, value = pair.meant, 0.0
    asset = theme.fired if gold["kind"] in _FIRED else theme.based
    if asset == gold["asset"]:
        value += _SAME_ASSET
    elif gold["kind"] == "deployment" and asset and not pair.theme.pronoun:
        value += _OTHER_ASSET
    count = gold["count_min"], gold["count_max"]
    if theme.counted and count != (None, None):
        value += _SAME_COUNT if count == (theme.low, theme.high) else _OTHER_COUNT
    if theme.actor and gold["actor"]:
        value += _SAME_ACTOR if theme.actor == gold["actor"] else _OTHER_ACTOR
    return value


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _same_place(gold: Mapping[str, Any], claim: Claim) -> bool:
    """Whether the place is the annotated one, by its point or, where the gazetteer errs, by its words."""
    where = claim.location
    if where is not None and where.lat is not None and where.lon is not None and gold["lat"] is not None:
        away = geodesy.distance(gold["lat"], gold["lon"], where.lat, where.lon)
        if away <= gold["tol_km"]:
            return True
    ours, theirs = _content(claim.place_text), _content(gold["place_text"])
    common = len(ours & theirs)
    return common > 0 and 2 * common >= min(len(ours), len(theirs))


def _content(text: str) -> set[str]:
    return {word for word in text.casefold().split() if len(word) > 2}  # noqa: PLR2004 - "of", "in", "a" tell nothing


def fit(found: Iterable[Example]) -> dict[str, _Matrix]:
    """Weights that make the labels of some reports most likely.

    Parameters
    ----------
    found : iterable of Example

    Returns
    -------
    dict
        Feature to its weights, shape ``(labels,)``, as `decision.probabilities` takes them.
    """
    known = list(found)
    rows = [row for one in known for row in one.rows]
    labels = [label for one in known for label in one.labels]
    sizes = [size for one in known for size in one.weights]
    return fit_rows(rows, labels, sizes, classes=len(decision.LABELS))


def fit_rows(
    rows: Sequence[Sequence[str]], labels: Sequence[int], sizes: Sequence[float], *, classes: int
) -> dict[str, _Matrix]:
    """Weights that make some labels most likely: the same examples give the same weights.

    Parameters
    ----------
    rows : sequence of sequence of str
        Features of each example.
    labels : sequence of int
        Class of each.
    sizes : sequence of float
        How much each counts.
    classes : int
        How many there are.
    """
    seen = Counter(name for row in rows for name in row)
    names = sorted(name for name, times in seen.items() if times >= _LEAST)
    matrix = _matrix(rows, names)
    size, right = np.asarray(sizes)[:, None], np.eye(classes)[np.asarray(labels)]

    def loss(flat: _Matrix) -> tuple[float, _Matrix]:
        chosen = flat.reshape(-1, classes)
        prior = chosen.copy()
        prior[-1] = 0
        told = log_softmax(matrix @ chosen, axis=1)
        value = -(size * right * told).sum() + (prior**2).sum() / (2 * _SIGMA**2)
        slope = matrix.T @ (size * (np.exp(told) - right)) + prior / _SIGMA**2
        return float(value), slope.ravel()

    start = np.zeros((len(names) + 1) * classes)
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return dict(zip([*names, decision.OFFSET], best.x.reshape(-1, classes), strict=True))


def _matrix(rows: Sequence[Sequence[str]], names: Sequence[str]) -> _Matrix:
    column = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names) + 1))
    matrix[:, -1] = 1
    for number, row in enumerate(rows):
        matrix[number, [column[name] for name in row if name in column]] = 1
    return matrix


def table(known: Mapping[str, _Matrix]) -> Iterator[dict[str, str]]:
    """Rows of the file of weights: the offsets, then the features by name."""
    for name in sorted(known, key=lambda name: (name != decision.OFFSET, name)):
        # Adding zero makes a plain zero of a negative one.
        values = np.round(known[name], _DIGITS) + 0.0
        yield {
            "feature": name,
            **{label: f"{value:g}" for label, value in zip(decision.LABELS, values, strict=True)},
        }


def main() -> None:
    """Fit to the folders named on the command line, and write the table."""
    found = [one for folder in sys.argv[1:] for one in examples(Path(folder))]
    with (resources.data("curated") / "decision.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, ["feature", *decision.LABELS], lineterminator="\n")
        writer.writeheader()
        writer.writerows(table(fit(found)))
    sys.stdout.write(f"fitted to {sum(len(one.rows) for one in found)} pairs of {len(found)} reports\n")


if __name__ == "__main__":
    main()
