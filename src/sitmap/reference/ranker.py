"""Fit the weights by which places are ranked: ``python -m sitmap.reference.ranker CORPUS.jsonl...``.

A corpus is JSON Lines, ``{text, toponyms: [{start, end, lat, lon}]}`` a line. Each gold span is a choice
among the gazetteer's candidates; those within 161 km of the gold point are right. The weights maximise
the log-likelihood of the right ones under a softmax, with a Gaussian prior around the present weights, so
that a feature the corpora do not show keeps the weight that a person gave it. Only the weights are kept.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import logsumexp

from sitmap import geodesy, resources
from sitmap.geocode import resolve, scan, store
from sitmap.geocode.tokens import words
from sitmap.model import Span

_RIGHT_KM = 161.0
_ROUNDS = 2
_PRIOR_SIGMA = 0.4

#: Features of each candidate (rows) and which candidates are right.
Example = tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]


def fit(corpora: Sequence[Path]) -> dict[str, float]:
    """Weights that fit some corpora.

    Parameters
    ----------
    corpora : sequence of Path
        Files as above.

    Returns
    -------
    dict
        Weight by feature.
    """
    prior = dict(resolve.weights())
    names = sorted(prior)
    center = np.array([prior[name] for name in names])
    found = center
    for _ in range(_ROUNDS):
        # What a document is about depends on the weights of the first pass.
        resolve.weights().update(zip(names, found.tolist(), strict=True))
        resolve.worth.cache_clear()
        data = [example for path in corpora for example in _examples(path, names)]
        found = minimize(_loss, found, args=(data, center), jac=True, method="L-BFGS-B").x
    return dict(zip(names, np.round(found, 2).tolist(), strict=True))


def _examples(path: Path, names: Sequence[str]) -> Iterator[Example]:
    gazetteer = store.gazetteer()
    column = {name: i for i, name in enumerate(names)}
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        text, tokens = document["text"], words(document["text"])
        gold = {}
        for row in document["toponyms"]:
            mention = scan.within(text, tokens, Span(row["start"], row["end"]), gazetteer)
            if mention is not None and row["lat"] is not None:
                gold[mention.start] = (mention, row)
        mentions = [mention for mention, _ in gold.values()]
        for mention, candidates, context, container in resolve.situations(text, tokens, mentions, gazetteer):
            row = gold[mention.start][1]
            right = np.array(
                [geodesy.distance(c.lat, c.lon, row["lat"], row["lon"]) <= _RIGHT_KM for c in candidates]
            )
            if right.any() and not right.all():
                matrix = np.zeros((len(candidates), len(names)))
                for i, candidate in enumerate(candidates):
                    for name, value in resolve.features(mention, candidate, context, container):
                        matrix[i, column[name]] += value
                yield matrix, right


def _loss(
    weights: npt.NDArray[np.float64], data: Sequence[Example], center: npt.NDArray[np.float64]
) -> tuple[float, npt.NDArray[np.float64]]:
    """Negative log-likelihood of the right candidates with the prior, and its gradient."""
    away = weights - center
    loss = float((away**2).sum()) / (2 * _PRIOR_SIGMA**2)
    gradient = away / _PRIOR_SIGMA**2
    for matrix, right in data:
        values = matrix @ weights
        every, good = logsumexp(values), logsumexp(values[right])
        loss += float(every - good)
        gradient += np.exp(values - every) @ matrix - np.exp(values[right] - good) @ matrix[right]
    return loss, gradient


def write(weights: dict[str, float], path: Path) -> None:
    """Put weights into the file that explains them, comments kept."""
    text = path.read_text(encoding="utf-8")
    for name in tomllib.loads(text)["weights"]:
        quoted = re.escape(name if " " not in name else f'"{name}"')
        text = re.sub(rf"(?m)^({quoted} = )\S+", rf"\g<1>{weights[name]}", text)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(fit([Path(name) for name in sys.argv[1:]]), resources.data("curated", "ranker.toml"))
