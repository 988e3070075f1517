"""Choose the shore points that decide whose a point at sea is."""

import numpy as np
import numpy.typing as npt

from sitmap.units import EEZ_KM
from sitmap.zones import ellipsoid
from sitmap.zones.land import Land
from sitmap.zones.tree import Tree

# Shore points are thinned to one in a cell of this size, which moves no coast by more.
_CELL_KM = 0.5
_REACH_KM = EEZ_KM + 50
# Sea samples stand this far apart, and closer near the coast, where straits are narrow.
_STEP_DEG = 0.1
_FINE_STEP_DEG = 0.08
_FINE_KM = 25.0
_SOUTH, _NORTH = -66.0, 89.0


def thin(lats: ellipsoid.Floats, lons: ellipsoid.Floats) -> npt.NDArray[np.intp]:
    """Pick one shore point in each small cell of space, in their old order: their indices."""
    cells = np.round(ellipsoid.earth_centred(lats, lons) / _CELL_KM).astype(np.int64)
    _, first = np.unique(cells, axis=0, return_index=True)
    return np.sort(first)


def _grid(step: float) -> tuple[ellipsoid.Floats, ellipsoid.Floats]:
    """Points about `step` degrees of latitude apart, all over the sea's latitudes."""
    rows = np.arange(_SOUTH, _NORTH + step / 2, step)
    counts = np.maximum(8, (360 / step * np.cos(np.radians(rows))).astype(int))
    lats = np.repeat(rows, counts)
    place = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return lats, -180 + 360 * place / np.repeat(counts, counts)


def _sea(step: float, reach_km: float, shore: Tree, land: Land) -> ellipsoid.Floats:
    """Earth-centred samples of the sea within reach of the shore."""
    lats, lons = _grid(step)
    where = ellipsoid.earth_centred(lats, lons)
    near = np.isfinite(shore.nearest(where, within_km=reach_km)[0])
    return where[near][~land.covers(lats[near], lons[near])]


def controlling(
    lats: ellipsoid.Floats, lons: ellipsoid.Floats, owners: npt.NDArray[np.intp], *, land: Land
) -> npt.NDArray[np.bool_]:
    """Which shore points are the nearest of their territory to some sample of the sea.

    Parameters
    ----------
    lats, lons : ndarray
        Shape ``(n,)``, degrees.
    owners : ndarray of int
        Territory of each point.
    land : Land
        Samples on land do not count.

    Returns
    -------
    ndarray of bool
        Shape ``(n,)``.
    """
    points = ellipsoid.earth_centred(lats, lons)
    shore = Tree(points)
    coarse = _sea(_STEP_DEG, _REACH_KM, shore, land)
    fine = _sea(_FINE_STEP_DEG, _FINE_KM, shore, land)
    kept = np.zeros(len(points), dtype=bool)
    for owner in np.unique(owners):
        own = np.flatnonzero(owners == owner)
        tree = Tree(points[own])
        centre = points[own].mean(axis=0)
        radius = np.linalg.norm(points[own] - centre, axis=1).max()
        for samples, reach in ((coarse, _REACH_KM), (fine, _FINE_KM)):
            near = samples[np.linalg.norm(samples - centre, axis=1) < radius + reach]
            distances, nearest = tree.nearest(near, within_km=reach)
            kept[own[np.unique(nearest[np.isfinite(distances)])]] = True
    return kept
