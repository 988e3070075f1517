"""Nearest coast, and nearest coast of another sovereign, for many points at once."""

from functools import cached_property

import numpy as np
import numpy.typing as npt

from sitmap.zones import ellipsoid
from sitmap.zones.tree import Indices, Tree

Codes = npt.NDArray[np.str_]

#: Coasts farther than this are not told apart: "none within reach".
REACH_KM = 1000.0
# Points are looked up together in cubes of this side; the choice changes speed only.
_CUBE_KM = 300.0
_HALF_DIAGONAL_KM = _CUBE_KM * np.sqrt(3) / 2
# Cubes between the Earth's centre and its surface, and then some.
_SPAN = 32


class Coasts:
    """The coasts of the world under one view.

    Parameters
    ----------
    points : ndarray
        Earth-centred shore points, shape ``(n, 3)``, km.
    territories : ndarray of int
        Territory of each.
    sovereigns : ndarray of str
        Sovereign of each.
    """

    def __init__(self, points: ellipsoid.Floats, territories: Indices, sovereigns: Codes) -> None:
        self.points = points
        self.territories = territories
        self.sovereigns = sovereigns
        self._tree = Tree(points)

    @cached_property
    def _trees(self) -> dict[str, tuple[Indices, Tree]]:
        order = np.argsort(self.sovereigns, kind="stable")
        codes, starts = np.unique(self.sovereigns[order], return_index=True)
        groups = np.split(order, starts[1:])
        return {
            code: (group, Tree(self.points[group]))
            for code, group in zip(codes.tolist(), groups, strict=True)
        }

    def nearest(
        self, where: ellipsoid.Floats, *, within_km: float = np.inf
    ) -> tuple[ellipsoid.Floats, Indices]:
        """Find the nearest shore point of all; parameters and result as in `Tree.nearest`."""
        return self._tree.nearest(where, within_km=within_km)

    def of(self, sovereign: str, where: ellipsoid.Floats, *, within_km: float = np.inf) -> ellipsoid.Floats:
        """Distance to the nearest coast of one sovereign, km.

        Parameters
        ----------
        sovereign : str
            ISO alpha-3.
        where, within_km
            As in `Tree.nearest`.

        Returns
        -------
        ndarray
            Shape ``(m,)``; infinite when it has no coast near enough, or none at all.
        """
        return self.nearest_of(sovereign, where, within_km=within_km)[0]

    def nearest_of(
        self, sovereign: str, where: ellipsoid.Floats, *, within_km: float = np.inf
    ) -> tuple[ellipsoid.Floats, Indices]:
        """Find the nearest shore point of one sovereign.

        Parameters
        ----------
        sovereign, where, within_km
            As in `of`.

        Returns
        -------
        distances : ndarray
            As from `of`.
        indices : ndarray of int
            Of the shore points; 0 where the distance is infinite.
        """
        if sovereign not in self._trees:
            return np.full(len(where), np.inf), np.zeros(len(where), dtype=np.intp)
        group, tree = self._trees[sovereign]
        distances, indices = tree.nearest(where, within_km=within_km)
        return distances, np.append(group, 0)[indices]

    def rival(self, where: ellipsoid.Floats, nearest: Indices) -> tuple[ellipsoid.Floats, Indices]:
        """Find the nearest shore point of another sovereign than that of the nearest shore point.

        Parameters
        ----------
        where : ndarray
            Earth-centred, shape ``(m, 3)``, km.
        nearest : ndarray of int
            Indices that `nearest` gave.

        Returns
        -------
        distances : ndarray
            Shape ``(m,)``, km; infinite when there is none within `REACH_KM`.
        indices : ndarray of int
            Of the shore points; 0 where there is none.
        """
        best = np.full(len(where), np.inf)
        found = np.zeros(len(where), dtype=np.intp)
        own = self.sovereigns[nearest]
        cubes, members = _cubes(where)
        candidates = self._candidates(cubes)
        for column, (code, (group, tree)) in enumerate(self._trees.items()):
            asked = np.flatnonzero(candidates[members, column])
            asked = asked[own[asked] != code]
            distances, indices = tree.nearest(where[asked], within_km=REACH_KM)
            nearer = distances < best[asked]
            best[asked[nearer]] = distances[nearer]
            found[asked[nearer]] = group[indices[nearer]]
        return best, found

    def _candidates(self, cubes: ellipsoid.Floats) -> npt.NDArray[np.bool_]:
        """Which sovereigns can be first or second for some point of each cube."""
        reach = REACH_KM + _HALF_DIAGONAL_KM
        columns = [tree.nearest(cubes, within_km=reach)[0] for _, tree in self._trees.values()]
        distances = np.stack([*columns, np.full(len(cubes), np.inf)], axis=1)
        second = np.partition(distances, 1, axis=1)[:, 1:2]
        near: npt.NDArray[np.bool_] = distances <= np.minimum(second + 2 * _HALF_DIAGONAL_KM, reach)
        return near


def _cubes(where: ellipsoid.Floats) -> tuple[ellipsoid.Floats, Indices]:
    """Centres of the cubes that hold points, and the cube of each point."""
    corners = np.floor(where / _CUBE_KM).astype(np.int64) + _SPAN
    keys = (corners[:, 0] * 2 * _SPAN + corners[:, 1]) * 2 * _SPAN + corners[:, 2]
    _, first, members = np.unique(keys, return_index=True, return_inverse=True)
    centres = (corners[first] - _SPAN + 0.5) * _CUBE_KM
    return np.asarray(centres, dtype=np.float64), np.asarray(members, dtype=np.intp)
