"""Fit the weights by which places are ranked: ``python -m sitmap.reference.ranker CORPUS...``.

A corpus is JSON Lines, ``{text, toponyms: [{start, end, lat, lon}]}`` a line, or a folder of reports as in
`data/corpus/development`. Each gold span is a choice among the gazetteer's candidates; those within
161 km of the gold point are right, or, where none is, the areas that reach it: gazetteers put the point of
a large state in different places.

"weights" maximise the log-likelihood of the right ones under a softmax, with a Gaussian prior around those
of `data/curated/ranker_prior.toml`, so that a feature that the corpora do not show keeps the weight that a
person gave it.
"confidence" is a logistic model of whether the choice is right, fitted to the choices that the weights of
the other folds make. Only the weights are kept.
"""

import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import expit, logsumexp

from sitmap import resources
from sitmap.geocode import confidence, features, resolve
from sitmap.reference.gold import Example, documents, examples

FOLDS = 5
_ROUNDS = 2
_PRIOR = resources.data("curated", "ranker_prior.toml")
_HEAD = (
    "# Weights by which places are ranked, and how sure a choice is. Written by\n"
    "# `python -m sitmap.reference.ranker` from ranker_prior.toml and corpora of news: change that file,\n"
    "# not this one.\n"
)
_WEIGHT_SIGMA = 0.4
_CONFIDENCE_SIGMA = 1.0

Floats = npt.NDArray[np.float64]
Tables = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Fit:
    """What a fit gives, and how well it does.

    Parameters
    ----------
    tables : dict
        "weights" and "confidence".
    examples : int
        Gold spans that a name of the gazetteer stands in.
    before, trained, held_out : float
        Share of the examples whose first candidate is right: with the weights of the prior, with those
        fitted to all, and with those fitted to the other folds.
    scores : ndarray, shape (n,)
        Confidence in each example's choice by the models of the other folds.
    hits : ndarray of bool, shape (n,)
        Whether that choice is right.
    """

    tables: Tables
    examples: int
    before: float
    trained: float
    held_out: float
    scores: Floats
    hits: npt.NDArray[np.bool_]


def fit(corpora: Sequence[Path]) -> Fit:
    """Weights that fit some corpora.

    Parameters
    ----------
    corpora : sequence of Path
        Files and folders as above.

    Returns
    -------
    Fit
    """
    texts = [document for path in corpora for document in documents(path)]
    expected = prior()
    names = sorted(expected["weights"])
    center = np.array([expected["weights"][name] for name in names])
    _use(names, center)
    found, data = center, examples(texts, names)
    before = _share_right(data, center)
    for _ in range(_ROUNDS):
        found = _fit_weights(data, center)
        # What a document is about depends on the weights.
        _use(names, found)
        data = examples(texts, names)
    trained = _share_right(data, found)
    rows, hits, folds = _cross_validated(data, center)
    labels = sorted(expected["confidence"])
    table = np.array([[row.get(label, 0.0) for label in labels] for row in rows])
    guess = np.array([expected["confidence"][label] for label in labels])
    scores = np.zeros(len(hits))
    for fold in range(FOLDS):
        others = folds != fold
        scores[~others] = expit(table[~others] @ _fit_confidence(table[others], hits[others], guess))
    sure = _fit_confidence(table, hits, guess)
    tables = {
        "weights": dict(zip(names, np.round(found, 2).tolist(), strict=True)),
        "confidence": dict(zip(labels, np.round(sure, 2).tolist(), strict=True)),
    }
    return Fit(tables, len(data), before, trained, float(hits.mean()), scores, hits)


def prior() -> Tables:
    """Weights that a person expects, `data/curated/ranker_prior.toml`."""
    found: Tables = tomllib.loads(_PRIOR.read_text(encoding="utf-8"))
    return found


def _use(names: Sequence[str], weights: Floats) -> None:
    """Rank by these weights from here on."""
    features.weights().update(zip(names, weights.tolist(), strict=True))
    features.worth.cache_clear()


def _share_right(data: Sequence[Example], weights: Floats) -> float:
    return float(np.mean([example.right[np.argmax(example.matrix @ weights)] for example in data]))


def _fit_weights(data: Sequence[Example], center: Floats) -> Floats:
    told = [(e.matrix, e.right) for e in data if e.right.any() and not e.right.all()]
    found: Floats = minimize(_loss, center, args=(told, center), jac=True, method="L-BFGS-B").x
    return found


def _loss(
    weights: Floats, data: Sequence[tuple[Floats, npt.NDArray[np.bool_]]], center: Floats
) -> tuple[float, Floats]:
    """Negative log-likelihood of the right candidates with the prior, and its gradient."""
    away = weights - center
    loss = float((away**2).sum()) / (2 * _WEIGHT_SIGMA**2)
    gradient = away / _WEIGHT_SIGMA**2
    for matrix, right in data:
        values = matrix @ weights
        every, good = logsumexp(values), logsumexp(values[right])
        loss += float(every - good)
        gradient += np.exp(values - every) @ matrix - np.exp(values[right] - good) @ matrix[right]
    return loss, gradient


def _cross_validated(
    data: Sequence[Example], center: Floats
) -> tuple[list[dict[str, float]], npt.NDArray[np.bool_], npt.NDArray[np.intp]]:
    """Evidence for each example's choice by the weights of the other folds, whether it is right, its fold."""
    folds = np.array([example.document % FOLDS for example in data])
    rows: list[dict[str, float]] = [{} for _ in data]
    hits = np.zeros(len(data), dtype=bool)
    for fold in range(FOLDS):
        weights = _fit_weights([e for e, at in zip(data, folds, strict=True) if at != fold], center)
        for at in np.flatnonzero(folds == fold).tolist():
            example = data[at]
            mention, candidates, around, container = example.situation
            values = example.matrix @ weights
            shares = np.exp(values - logsumexp(values))
            order = np.argsort(-shares, kind="stable")
            ranked = [(float(shares[i]), candidates[i]) for i in order]
            contained = resolve.inside(ranked[0][1], container)
            seen = confidence.evidence(mention, ranked, around, contained=contained)
            rows[at] = {"bias": 1.0, **dict(seen)}
            hits[at] = example.right[order[0]]
    return rows, hits, folds


def _fit_confidence(table: Floats, hits: npt.NDArray[np.bool_], center: Floats) -> Floats:
    signs = np.where(hits, 1.0, -1.0)

    def loss(weights: Floats) -> tuple[float, Floats]:
        away = weights - center
        odds = signs * (table @ weights)
        value = float(np.logaddexp(0, -odds).sum()) + float((away**2).sum()) / (2 * _CONFIDENCE_SIGMA**2)
        return value, away / _CONFIDENCE_SIGMA**2 - (signs * expit(-odds)) @ table

    found: Floats = minimize(loss, center, jac=True, method="L-BFGS-B").x
    return found


def write(tables: Tables, path: Path) -> None:
    """Write weights as the prior has them, its comments kept and its numbers replaced."""
    text = _PRIOR.read_text(encoding="utf-8")
    _, *pieces = re.split(r"(?m)^(?=\[)", text)
    for at, piece in enumerate(pieces):
        table = piece[1 : piece.index("]")]
        for name, value in tables[table].items():
            quoted = re.escape(name if " " not in name else f'"{name}"')
            pieces[at] = re.sub(rf"(?m)^({quoted} = )\S+", rf"\g<1>{value}", pieces[at])
    path.write_text(_HEAD + "\n" + "".join(pieces), encoding="utf-8")


def main(names: Sequence[str]) -> None:
    """Fit to some corpora, write the weights and print how well they do."""
    fitted = fit([Path(name) for name in names])
    write(fitted.tables, resources.data("curated", "ranker.toml"))
    sys.stdout.write(
        f"{fitted.examples} gold spans; right before {fitted.before:.4f}, on those it was fitted to "
        f"{fitted.trained:.4f}, cross-validated by document in {FOLDS} folds {fitted.held_out:.4f}\n"
    )
    for line in reliability(fitted.scores, fitted.hits):
        sys.stdout.write(line + "\n")


def reliability(
    scores: Floats,
    hits: npt.NDArray[np.bool_],
    edges: Sequence[float] = (0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1),
) -> Iterator[str]:
    """Say, line by line, how often places of each score are right."""
    for low, high in pairwise(edges):
        inside = (scores >= low) & ((scores < high) | (high == edges[-1]))
        if inside.any():
            yield (
                f"{low:.2f} to {high:.2f}: {inside.sum():5} places, mean score {scores[inside].mean():.3f}, "
                f"right {hits[inside].mean():.3f}"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
