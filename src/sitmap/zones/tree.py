"""Nearest neighbours on the ellipsoid."""

import math

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from sitmap.zones import ellipsoid

Indices = npt.NDArray[np.intp]

# Below this many points threads and sorting cost more than they save.
_FEW = 2000
# Points are taken cube by cube; twice the span of them is wider than the Earth.
_CUBE_KM = 100.0
_SPAN = 128


class Tree:
    """Points on the surface, for nearest-neighbour look-up in surface distance.

    Parameters
    ----------
    points : ndarray
        Earth-centred, shape ``(n, 3)``, km.
    """

    def __init__(self, points: ellipsoid.Floats) -> None:
        self._tree = cKDTree(points)

    def nearest(
        self, where: ellipsoid.Floats, *, within_km: float = math.inf
    ) -> tuple[ellipsoid.Floats, Indices]:
        """Find the nearest point to each of some places.

        Parameters
        ----------
        where : ndarray
            Earth-centred, shape ``(m, 3)``, km.
        within_km : float
            Points farther than this are not looked for, which is faster.

        Returns
        -------
        distances : ndarray
            Shape ``(m,)``, km along the surface; infinite when none is near enough.
        indices : ndarray of int
            Of the points; n when none is near enough.
        """
        if not len(where):
            return np.empty(0), np.empty(0, dtype=np.intp)
        bound = ellipsoid.chord(within_km) if within_km < math.inf else math.inf
        if len(where) < _FEW:
            chords, indices = self._tree.query(where, distance_upper_bound=bound)
            return ellipsoid.arc(chords), np.asarray(indices, dtype=np.intp)
        order = _by_place(where)
        found = self._tree.query(where[order], distance_upper_bound=bound, workers=-1)
        chords, indices = np.empty(len(where)), np.empty(len(where), dtype=np.intp)
        chords[order], indices[order] = found
        return ellipsoid.arc(chords), indices


def _by_place(where: ellipsoid.Floats) -> Indices:
    """Order in which neighbours follow one another: the tree's branches then stay in the cache."""
    cubes = np.floor(where / _CUBE_KM).astype(np.int64) + _SPAN
    return np.argsort((cubes[:, 0] * 2 * _SPAN + cubes[:, 1]) * 2 * _SPAN + cubes[:, 2])
