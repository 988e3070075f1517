"""Fit the weights by which places are ranked: ``python -m sitmap.reference.ranker CORPUS...``.

A corpus is JSON Lines, ``{text, toponyms: [{start, end, lat, lon}]}`` a line, or a folder of annotated reports as
in `data/corpus/development`. Each gold span is a choice among the gazetteer's candidates; those within
161 km of the gold point are right, or, where none is, the areas that reach it: gazetteers put the point of a
large state in different places. "weights" maximise the log-likelihood of the right ones under a softmax, with a
Gaussian prior around the present weights, so that a feature that the corpora do not show keeps the weight
that a person gave it. "confidence" is a logistic model of whether the choice is right, fitted to the
choices that the weights of the other folds make. Only the weights are kept.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import expit, logsumexp

from sitmap import geocode, geodesy, resources
from sitmap.geocode import confidence, features, guards, resolve, scan, store
from sitmap.geocode.tokens import words
from sitmap.model import Span, Toponym

RIGHT_KM = 161.0
FOLDS = 5
_ROUNDS = 2
_WEIGHT_SIGMA = 0.5
_CONFIDENCE_SIGMA = 1.0
#: Relations whose place is the claim's marker.
_ON_THE_SPOT = frozenset({"at", "in", "near"})
_AREAS = frozenset({"country", "admin1", "area", "sea", "island"})

Floats = npt.NDArray[np.float64]
Tables = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Example:
    """One gold span: its situation, features of each candidate (rows) and which candidates are right.

    `document` numbers the text that it is from; documents, not spans, are dealt out to the folds.
    """

    document: int
    situation: resolve.Situation
    matrix: Floats
    right: npt.NDArray[np.bool_]


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
        Share of the examples whose first candidate is right: with the weights before the fit, with those
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


def documents(path: Path) -> Iterator[dict[str, Any]]:
    """Texts with gold toponyms of a corpus: a JSON Lines file or a folder of annotated reports."""
    if path.is_file():
        yield from (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
        return
    for file in sorted(path.glob("*.json")):
        report = json.loads(file.read_text(encoding="utf-8"))
        found = {}
        for claim in report["claims"]:
            start = report["text"].find(claim["place_text"]) if claim["place_text"] else -1
            if claim["relation"] in _ON_THE_SPOT and claim["lat"] is not None and start >= 0:
                end = start + len(claim["place_text"])
                found[start] = {"start": start, "end": end, "lat": claim["lat"], "lon": claim["lon"]}
        yield {"text": report["text"], "toponyms": list(found.values())}


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
    names = sorted(features.weights())
    center = np.array([features.weights()[name] for name in names])
    found, data = center, examples(texts, names)
    before = _share_right(data, center)
    for _ in range(_ROUNDS):
        found = _fit_weights(data, center)
        # What a document is about depends on the weights.
        features.weights().update(zip(names, found.tolist(), strict=True))
        features.worth.cache_clear()
        data = examples(texts, names)
    trained = _share_right(data, found)
    rows, hits, folds = _cross_validated(data, center)
    labels = sorted(features.tables()["confidence"])
    table = np.array([[row.get(label, 0.0) for label in labels] for row in rows])
    prior = np.array([features.tables()["confidence"][label] for label in labels])
    scores = np.zeros(len(hits))
    for fold in range(FOLDS):
        others = folds != fold
        scores[~others] = expit(table[~others] @ _fit_confidence(table[others], hits[others], prior))
    sure = _fit_confidence(table, hits, prior)
    tables = {
        "weights": dict(zip(names, np.round(found, 2).tolist(), strict=True)),
        "confidence": dict(zip(labels, np.round(sure, 2).tolist(), strict=True)),
    }
    return Fit(tables, len(data), before, trained, float(hits.mean()), scores, hits)


def examples(texts: Sequence[dict[str, Any]], names: Sequence[str]) -> list[Example]:
    """Gather the gold spans of some documents, each in the context of all names of its text.

    Parameters
    ----------
    texts : sequence of dict
        As `documents` gives them.
    names : sequence of str
        Features, by column of the matrices.
    """
    gazetteer = store.gazetteer()
    column = {name: i for i, name in enumerate(names)}
    found = []
    for number, document in enumerate(texts):
        text, gold = document["text"], {}
        tokens, mentions = scan.mentions(text, gazetteer)
        mentions, _ = guards.places(text, tokens, mentions)
        for row in document["toponyms"]:
            mention = scan.within(text, words(text), Span(row["start"], row["end"]), gazetteer)
            if mention is not None and row["lat"] is not None:
                gold[mention.first] = (mention, row)
        kept = {m.first: m for m in mentions} | {first: mention for first, (mention, _) in gold.items()}
        ordered = [kept[first] for first in sorted(kept)]
        for situation in resolve.situations(text, tokens, ordered, gazetteer):
            if situation[0].first in gold:
                row = gold[situation[0].first][1]
                matrix = _matrix(situation, column)
                found.append(Example(number, situation, matrix, _right(situation[1], row)))
    return found


def graded(document: dict[str, Any]) -> list[tuple[float, bool]]:
    """Score of each place that `geocode.toponyms` finds on a gold span of a document, and whether it is right."""
    found = geocode.toponyms(document["text"], demonyms=True)
    pairs = []
    for row in document["toponyms"]:
        over = [t for t in found if t.span.start < row["end"] and row["start"] < t.span.end and t.place]
        if over and row["lat"] is not None:
            best = max(over, key=lambda t: min(t.span.end, row["end"]) - max(t.span.start, row["start"]))
            pairs.append((best.score, _covers(best, row)))
    return pairs


def _covers(toponym: Toponym, row: dict[str, Any]) -> bool:
    """Whether a place lies within 161 km of the gold point, or is an area that reaches it."""
    place = toponym.place
    if place is None:
        return False
    away = geodesy.distance(place.lat, place.lon, row["lat"], row["lon"])
    return away <= max(RIGHT_KM, place.extent_km if place.type in _AREAS else 0.0)


def _matrix(situation: resolve.Situation, column: dict[str, int]) -> Floats:
    mention, candidates, around, container = situation
    matrix = np.zeros((len(candidates), len(column)))
    for i, candidate in enumerate(candidates):
        for name, value in features.of(mention, candidate, around, container):
            matrix[i, column[name]] += value
    return matrix


def _right(candidates: Sequence[store.Candidate], row: dict[str, Any]) -> npt.NDArray[np.bool_]:
    away = np.array([geodesy.distance(c.lat, c.lon, row["lat"], row["lon"]) for c in candidates])
    if (away <= RIGHT_KM).any():
        found: npt.NDArray[np.bool_] = away <= RIGHT_KM
        return found
    reach = np.array([c.extent_km if c.type in _AREAS else 0.0 for c in candidates])
    found = away <= reach
    return found


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
    """Put weights into the file that explains them, comments kept."""
    text = path.read_text(encoding="utf-8")
    pieces = re.split(r"(?m)^(?=\[)", text)
    for at, piece in enumerate(pieces):
        for table in (name for name in tables if piece.startswith(f"[{name}]")):
            for name in tomllib.loads(text)[table]:
                quoted = re.escape(name if " " not in name else f'"{name}"')
                pieces[at] = re.sub(
                    rf"(?m)^({quoted} = )\S+", rf"\g<1>{tables[table][name]}", pieces[at]
                )
    path.write_text("".join(pieces), encoding="utf-8")


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
    for low, high in zip(edges, edges[1:], strict=False):
        inside = (scores >= low) & ((scores < high) | (high == edges[-1]))
        if inside.any():
            yield (
                f"{low:.2f} to {high:.2f}: {inside.sum():5} places, mean score {scores[inside].mean():.3f}, "
                f"right {hits[inside].mean():.3f}"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
