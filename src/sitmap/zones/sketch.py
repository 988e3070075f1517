"""A few shore points of each sovereign: enough to tell which coasts can matter near a place."""

import numpy as np
import numpy.typing as npt

from sitmap.zones import ellipsoid

# One shore point stands for those in a cube of this side; the choice changes speed only.
_CELL_KM = 100.0
# Cubes between the Earth's centre and its surface, and then some.
_SPAN = 128
# Places looked at together, so that a table of distances stays in the cache.
_TOGETHER = 256


class Sketch:
    """Shore points of some groups, thinned.

    Parameters
    ----------
    groups : list of ndarray
        Earth-centred points of each group, shape ``(n, 3)``, km; none is empty.
    """

    def __init__(self, groups: list[ellipsoid.Floats]) -> None:
        kept = [_thinned(points) for points in groups]
        points = np.concatenate([few for few, _ in kept])
        self._points = points.T.copy()
        self._squares = (points**2).sum(axis=1)
        self._starts = np.cumsum([0, *(len(few) for few, _ in kept[:-1])])
        self._spread = np.array([spread for _, spread in kept])

    def two_nearest(
        self, places: ellipsoid.Floats, *, about_km: float, within_km: float
    ) -> npt.NDArray[np.bool_]:
        """Which groups can be the nearest or the next nearest to anything about some places.

        Parameters
        ----------
        places : ndarray
            Earth-centred, shape ``(m, 3)``, km.
        about_km : float
            Straight distance from a place that is about it; 0 for the place itself.
        within_km : float
            Groups farther than this along the surface are left out.

        Returns
        -------
        ndarray of bool
            Shape ``(m, groups)``; a group too many may be named, none too few.
        """
        nearest = np.concatenate(
            [self._chords(places[k : k + _TOGETHER]) for k in range(0, len(places), _TOGETHER)]
        )
        # What stands for a cube is a shore point itself, so the coast is no farther than it.
        second = np.partition(nearest, 1, axis=1)[:, 1:2] if nearest.shape[1] > 1 else np.inf
        bound = np.minimum(second + about_km, ellipsoid.chord(within_km))
        found: npt.NDArray[np.bool_] = nearest - self._spread - about_km <= bound
        return found

    def _chords(self, places: ellipsoid.Floats) -> ellipsoid.Floats:
        """Straight distances to the nearest kept point of each group, shape ``(m, groups)``."""
        squares = self._squares - 2 * places @ self._points
        nearest = np.minimum.reduceat(squares, self._starts, axis=1) + (places**2).sum(axis=1)[:, None]
        chords: ellipsoid.Floats = np.sqrt(np.maximum(nearest, 0))
        return chords


def _thinned(points: ellipsoid.Floats) -> tuple[ellipsoid.Floats, float]:
    """One point of each cube, and how far the others of a cube are from it at most."""
    cubes = np.floor(points / _CELL_KM).astype(np.intp) + _SPAN
    keys = (cubes[:, 0] * 2 * _SPAN + cubes[:, 1]) * 2 * _SPAN + cubes[:, 2]
    _, first, members = np.unique(keys, return_index=True, return_inverse=True)
    spread = np.linalg.norm(points - points[first[members]], axis=1).max()
    return points[first], float(spread)
