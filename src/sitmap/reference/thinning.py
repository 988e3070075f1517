"""Drop vertices by their distance on the ground, alike at the equator and in the Arctic."""

from itertools import pairwise

import numpy as np
import numpy.typing as npt
import shapely

_Coordinates = npt.NDArray[np.float64]

#: Within a band of this height a degree of longitude is taken as long as where it is longest.
_BAND_DEG = 5.0
#: Points of a single segment, which stays as it is.
_SEGMENT = 2


def line(points: _Coordinates, tolerance_deg: float) -> _Coordinates:
    """Line with fewer vertices, by Douglas and Peucker (1973); ends stay, and no vertex moves.

    Parameters
    ----------
    points : ndarray
        Shape ``(n, 2)``: longitude, latitude, degrees.
    tolerance_deg : float
        Greatest distance of a dropped vertex from the line, in degrees of latitude (111.2 km).

    Returns
    -------
    ndarray
        Shape ``(m, 2)``, rows of `points`.
    """
    if len(points) <= _SEGMENT:
        return points
    bands = np.floor(points[:, 1] / _BAND_DEG)
    cuts = [0, *(np.flatnonzero(np.diff(bands)) + 1).tolist(), len(points) - 1]
    kept = [
        _kept(points[start : end + 1], tolerance_deg) + start for start, end in pairwise(cuts) if end > start
    ]
    return points[np.unique(np.concatenate(kept))]


def _kept(points: _Coordinates, tolerance_deg: float) -> npt.NDArray[np.int64]:
    """Numbers of the vertices that stay; they ride along as heights, which simplifying does not touch."""
    longest = np.cos(np.radians(np.abs(points[:, 1]).min()))
    numbered = np.column_stack([points[:, 0] * longest, points[:, 1], np.arange(len(points))])
    simple = shapely.simplify(shapely.LineString(numbered), tolerance_deg)
    return shapely.get_coordinates(simple, include_z=True)[:, 2].astype(np.int64)
