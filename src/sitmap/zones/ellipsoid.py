"""Distances on WGS 84 through straight lines in earth-centred coordinates.

A k-d tree over earth-centred points needs no projection and knows no antimeridian and no pole; the
chord it returns becomes a surface distance by the arc of a sphere of the mean radius. The relative
error of the arc's excess over the chord is that of the squared radius, 1 %, of an excess of 52 m at
370 km: less than 1 m there, and less than 5 m at 740 km (tested against `pyproj.Geod`).
"""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

# WGS 84 defining parameters, and the IUGG mean radius R1 of its ellipsoid (Moritz 2000).
_A_KM = 6378.137
_F = 1 / 298.257223563
_E2 = _F * (2 - _F)
MEAN_RADIUS_KM = 6371.0088


def earth_centred(lats: npt.ArrayLike, lons: npt.ArrayLike) -> Floats:
    """Earth-centred, earth-fixed coordinates of points on the ellipsoid.

    Parameters
    ----------
    lats, lons : array_like
        Degrees, of one shape ``(...)``.

    Returns
    -------
    ndarray
        Shape ``(..., 3)``, km.
    """
    phi = np.radians(np.asarray(lats, dtype=np.float64))
    lam = np.radians(np.asarray(lons, dtype=np.float64))
    sine, cosine = np.sin(phi), np.cos(phi)
    normal = _A_KM / np.sqrt(1 - _E2 * sine**2)
    return np.stack(
        [normal * cosine * np.cos(lam), normal * cosine * np.sin(lam), normal * (1 - _E2) * sine], axis=-1
    )


def upward(where: Floats) -> Floats:
    """Point straight up from surface points: unit vectors, both of shape ``(..., 3)``."""
    normal = where / np.array([_A_KM, _A_KM, _A_KM * (1 - _F)]) ** 2
    up: Floats = normal / np.linalg.norm(normal, axis=-1, keepdims=True)
    return up


def surface(where: Floats) -> Floats:
    """Points of shape ``(..., 3)`` moved along the line to the Earth's centre onto the ellipsoid."""
    scale = np.linalg.norm(where / np.array([_A_KM, _A_KM, _A_KM * (1 - _F)]), axis=-1, keepdims=True)
    moved: Floats = where / scale
    return moved


def geodetic(where: Floats) -> tuple[Floats, Floats]:
    """Latitude and longitude of earth-centred points on the surface.

    Parameters
    ----------
    where : ndarray
        Shape ``(..., 3)``; the length does not matter.

    Returns
    -------
    tuple of ndarray
        (lats, lons) in degrees.
    """
    x, y, z = np.moveaxis(where, -1, 0)
    lats = np.degrees(np.arctan2(z, np.hypot(x, y) * (1 - _E2)))
    return lats, np.degrees(np.arctan2(y, x))


def arc(chord_km: npt.ArrayLike) -> Floats:
    """Surface distance over a chord, km; infinite stays infinite."""
    half = np.asarray(chord_km, dtype=np.float64) / (2 * MEAN_RADIUS_KM)
    return np.where(np.isfinite(half), 2 * MEAN_RADIUS_KM * np.arcsin(np.clip(half, 0, 1)), np.inf)


def chord(arc_km: float) -> float:
    """Chord under a surface distance, km: the inverse of `arc`."""
    return float(2 * MEAN_RADIUS_KM * np.sin(arc_km / (2 * MEAN_RADIUS_KM)))
