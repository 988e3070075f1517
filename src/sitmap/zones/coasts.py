"""Nearest coast, and nearest coast of another sovereign, for many points at once."""

from functools import cached_property

import numpy as np
import numpy.typing as npt

from sitmap.zones import ellipsoid
from sitmap.zones.tree import Indices, Tree

#: Coasts farther than this are not told apart: "none within reach".
REACH_KM = 1000.0
# Points are looked up together in cubes of this side; the choice changes speed only.
_CUBE_KM = 300.0
_HALF_DIAGONAL_KM = _CUBE_KM * np.sqrt(3) / 2


class Coasts:
    """The coasts of the world under one view.

    Parameters
    ----------
    points : ndarray
        Earth-centred shore points, shape ``(n, 3)``, km.
    owners : ndarray of int
        Territory of each.
    sovereigns : ndarray of int
        Sovereign of each.
    """

    def __init__(self, points: ellipsoid.Floats, owners: Indices, sovereigns: Indices) -> None:
        self.owners = owners
        self._points = points
        self._sovereigns = sovereigns
        self._tree = Tree(points)

    @cached_property
    def _trees(self) -> list[tuple[int, Indices, Tree]]:
        order = np.argsort(self._sovereigns, kind="stable")
        numbers, starts = np.unique(self._sovereigns[order], return_index=True)
        groups = np.split(order, starts[1:])
        return [
            (number, group, Tree(self._points[group]))
            for number, group in zip(numbers.tolist(), groups, strict=True)
        ]

    def nearest(self, where: ellipsoid.Floats) -> tuple[ellipsoid.Floats, Indices]:
        """Nearest shore point of all.

        Parameters
        ----------
        where : ndarray
            Earth-centred, shape ``(n, 3)``, km.

        Returns
        -------
        distances : ndarray
            Shape ``(n,)``, km along the surface.
        indices : ndarray of int
            Of the shore points.
        """
        return self._tree.nearest(where)

    def of(self, where: ellipsoid.Floats, sovereign: int) -> ellipsoid.Floats:
        """Distance to the nearest coast of one sovereign, km; infinite when it has none."""
        for number, _, tree in self._trees:
            if number == sovereign:
                return tree.nearest(where)[0]
        return np.full(len(where), np.inf)

    def rival(self, where: ellipsoid.Floats, nearest: Indices) -> tuple[ellipsoid.Floats, Indices]:
        """Nearest shore point of another sovereign than that of the nearest shore point.

        Parameters
        ----------
        where : ndarray
            Earth-centred, shape ``(n, 3)``, km.
        nearest : ndarray of int
            Indices that `nearest` gave.

        Returns
        -------
        distances : ndarray
            Shape ``(n,)``, km; infinite when there is none within `REACH_KM`.
        indices : ndarray of int
            Of the shore points; 0 where there is none.
        """
        best = np.full(len(where), np.inf)
        found = np.zeros(len(where), dtype=np.intp)
        if not len(where):
            return best, found
        own = self._sovereigns[nearest]
        cubes, members = _cubes(where)
        candidates = self._candidates(cubes)
        for column, (number, group, tree) in enumerate(self._trees):
            asked = np.flatnonzero(candidates[members, column] & (own != number))
            if not len(asked):
                continue
            distances, indices = tree.nearest(where[asked], within_km=REACH_KM)
            nearer = distances < best[asked]
            best[asked[nearer]] = distances[nearer]
            found[asked[nearer]] = group[indices[nearer]]
        return best, found

    def _candidates(self, cubes: ellipsoid.Floats) -> npt.NDArray[np.bool_]:
        """Which sovereigns can be first or second for some point of each cube."""
        distances = np.stack([tree.nearest(cubes)[0] for _, _, tree in self._trees], axis=1)
        second = np.partition(distances, min(1, distances.shape[1] - 1), axis=1)[:, 1:2]
        reach = np.minimum(second + _HALF_DIAGONAL_KM, REACH_KM)
        possible: npt.NDArray[np.bool_] = distances - _HALF_DIAGONAL_KM <= reach
        return possible


def _cubes(where: ellipsoid.Floats) -> tuple[ellipsoid.Floats, Indices]:
    """Centres of the cubes that hold points, and the cube of each point."""
    corners, members = np.unique(np.floor(where / _CUBE_KM), axis=0, return_inverse=True)
    return (corners + 0.5) * _CUBE_KM, members.reshape(-1)
