"""Points that stand for an area: the same ones every time.

Points follow the R2 sequence, which fills a square more evenly than random ones and needs no seed
(M. Roberts, "The unreasonable effectiveness of quasirandom sequences", 2018). They are spread in
longitude and sine of latitude, so that equal areas of the ground hold equally many.
"""

import math

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

Floats = npt.NDArray[np.float64]

# The plastic number, the root of x^3 = x + 1.
_PLASTIC = 1.324717957244746

# A part that fills less of its bounding box than one in so many gets fewer points.
_THINNEST = 64


def samples(area: BaseGeometry, count: int) -> tuple[Floats, Floats]:
    """Evenly spread points inside an area.

    Parameters
    ----------
    area : Polygon or MultiPolygon
        (lon, lat) degrees; each part gets points by its share.
    count : int
        About how many.

    Returns
    -------
    tuple of ndarray
        (lats, lons), degrees; at least one point for each part.
    """
    parts = shapely.get_parts(area)
    # Outlines of states have tens of thousands of vertices; prepared, they are searched by index.
    shapely.prepare(parts)
    weights = np.array([_ground(part) for part in parts])
    total = weights.sum()
    shares = weights / total if total > 0 else np.full(len(parts), 1 / len(parts))
    chosen = [_fill(part, math.ceil(count * share)) for part, share in zip(parts, shares, strict=True)]
    lats, lons = np.concatenate(chosen).T
    return lats, lons


def _ground(part: BaseGeometry) -> float:
    _, south, _, north = part.bounds
    return float(part.area) * math.cos(math.radians((south + north) / 2))


def _fill(part: BaseGeometry, count: int) -> Floats:
    west, south, east, north = part.bounds
    box = (east - west) * (north - south)
    tries = math.ceil(count * min(box / part.area, _THINNEST)) if part.area > 0 else 0
    steps = np.arange(1, tries + 1)
    lons = west + (east - west) * ((0.5 + steps / _PLASTIC) % 1.0)
    low, high = math.sin(math.radians(south)), math.sin(math.radians(north))
    heights = low + (high - low) * ((0.5 + steps / _PLASTIC**2) % 1.0)
    lats = np.degrees(np.arcsin(heights))
    inside = shapely.contains_xy(part, lons, lats)
    if not inside.any():
        point = part.representative_point()
        return np.array([[point.y, point.x]])
    return np.column_stack([lats[inside], lons[inside]])
