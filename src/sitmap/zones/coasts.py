"""Nearest coast, and nearest coast of another sovereign, for many points at once."""

import math
from functools import cached_property

import numpy as np
import numpy.typing as npt

from sitmap.zones import ellipsoid
from sitmap.zones.sketch import Sketch
from sitmap.zones.tree import Indices, Tree

Codes = npt.NDArray[np.str_]

#: Coasts farther than this are not told apart: "none within reach".
REACH_KM = 1000.0
# Points are looked up together in cubes of this side; the choice changes speed only.
_CUBE_KM = 300.0
_HALF_DIAGONAL_KM = _CUBE_KM * math.sqrt(3) / 2
# Cubes between the Earth's centre and its surface, and then some.
_SPAN = 32
# Below this many points cubes save nothing.
_FEW = 200


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
        if not len(where):
            return best, found
        own = self.sovereigns[nearest]
        places, members, about_km = _places(where)
        candidates = self._sketch.two_nearest(places, about_km=about_km, within_km=REACH_KM)
        groups = list(self._trees.items())
        for column in np.flatnonzero(candidates.any(axis=0)).tolist():
            code, (group, tree) = groups[column]
            asked = np.flatnonzero(candidates[members, column] & (own != code))
            distances, indices = tree.nearest(where[asked], within_km=REACH_KM)
            nearer = distances < best[asked]
            best[asked[nearer]] = distances[nearer]
            found[asked[nearer]] = group[indices[nearer]]
        return best, found

    @cached_property
    def _sketch(self) -> Sketch:
        return Sketch([self.points[group] for group, _ in self._trees.values()])


def _places(where: ellipsoid.Floats) -> tuple[ellipsoid.Floats, Indices, float]:
    """Places to look about for many points: the place of each point and how far off it may be.

    A few points are their own places; many are taken cube by cube.
    """
    if len(where) <= _FEW:
        return where, np.arange(len(where)), 0.0
    return *_cubes(where), _HALF_DIAGONAL_KM


def _cubes(where: ellipsoid.Floats) -> tuple[ellipsoid.Floats, Indices]:
    """Centres of the cubes that hold points, and the cube of each point."""
    corners = np.floor(where / _CUBE_KM).astype(np.int64) + _SPAN
    keys = (corners[:, 0] * 2 * _SPAN + corners[:, 1]) * 2 * _SPAN + corners[:, 2]
    _, first, members = np.unique(keys, return_index=True, return_inverse=True)
    centres = (corners[first] - _SPAN + 0.5) * _CUBE_KM
    return np.asarray(centres, dtype=np.float64), np.asarray(members, dtype=np.intp)
