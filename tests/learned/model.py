"""Multinomial logistic regression over named features, fitted with a Gaussian prior."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import log_softmax, softmax

_Matrix = npt.NDArray[np.float64]
#: A feature that fewer examples have says nothing.
_LEAST = 3
#: Standard deviation of the prior of a weight, but for the offsets of the classes.
_SIGMA = 0.25


@dataclass(frozen=True)
class Model:
    """Weights of shape (features + 1, classes); the last row is each class's offset."""

    column: dict[str, int]
    weights: _Matrix

    def probabilities(self, rows: Sequence[Sequence[str]]) -> _Matrix:
        """Probability of each class, of shape (rows, classes)."""
        return np.asarray(softmax(_matrix(rows, self.column) @ self.weights, axis=1))


def fit(
    rows: Sequence[Sequence[str]], labels: Sequence[int], weights: Sequence[float], classes: int
) -> Model:
    """Fit a model: the most likely weights; the same examples give the same model."""
    seen = Counter(name for row in rows for name in row)
    column = {name: i for i, name in enumerate(sorted(n for n, times in seen.items() if times >= _LEAST))}
    matrix, size = _matrix(rows, column), np.asarray(weights)[:, None]
    right = np.eye(classes)[np.asarray(labels)]

    def loss(flat: _Matrix) -> tuple[float, _Matrix]:
        chosen = flat.reshape(-1, classes)
        prior = chosen.copy()
        prior[-1] = 0
        told = log_softmax(matrix @ chosen, axis=1)
        value = -(size * right * told).sum() + (prior**2).sum() / (2 * _SIGMA**2)
        slope = matrix.T @ (size * (np.exp(told) - right)) + prior / _SIGMA**2
        return float(value), slope.ravel()

    start = np.zeros((len(column) + 1) * classes)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return Model(column, found.x.reshape(-1, classes))


def _matrix(rows: Sequence[Sequence[str]], column: dict[str, int]) -> _Matrix:
    matrix = np.zeros((len(rows), len(column) + 1))
    matrix[:, -1] = 1
    for number, row in enumerate(rows):
        matrix[number, [column[name] for name in row if name in column]] = 1
    return matrix
