"""What the words of a claim cover, and points on its outline."""

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from sitmap import geodesy
from sitmap.checks.case import Floats
from sitmap.model import Location

#: Below this radius an area is taken as its point.
POINT_KM = 0.05


def outline(where: Location) -> BaseGeometry | None:
    """Give what the words cover: the area, the circle of the uncertainty, or None for a bare point."""
    if where.area is not None and not where.area.is_empty:
        return where.area
    if where.lat is None or where.lon is None or where.uncertainty_km < POINT_KM:
        return None
    return geodesy.circle(where.lat, where.lon, radius_km=where.uncertainty_km)


def rim(area: BaseGeometry, count: int) -> tuple[Floats, Floats]:
    """Evenly spaced points on the outline of an area.

    Returns
    -------
    tuple of ndarray
        (lats, lons), degrees.
    """
    points = shapely.line_interpolate_point(
        [shapely.boundary(area)], np.linspace(0, 1, count, endpoint=False), normalized=True
    )
    lons, lats = shapely.get_coordinates(points).T
    return lats, lons
