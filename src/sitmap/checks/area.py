"""What the words of a claim cover, and points on its outline."""

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from sitmap import geodesy, sampling
from sitmap.checks.ballistics import EARTH_RADIUS_KM
from sitmap.checks.case import Floats
from sitmap.model import Location

#: Below this radius an area is taken as its point.
POINT_KM = 0.05
_POINTS = 64


def outline(where: Location) -> BaseGeometry | None:
    """Give what the words cover: the area, the circle of the uncertainty, or None for a bare point."""
    if where.area is not None and not where.area.is_empty:
        return where.area
    if where.lat is None or where.lon is None or where.uncertainty_km < POINT_KM:
        return None
    return geodesy.circle(where.lat, where.lon, radius_km=where.uncertainty_km)


def points(where: Location) -> Floats:
    """Points of a place, shape (n, 2) as (lat, lon), its own point first."""
    own = np.array([[where.lat, where.lon]], dtype=np.float64)
    shape = outline(where)
    if shape is None:
        return own
    inner = np.column_stack(sampling.samples(shape, _POINTS))
    return np.concatenate([own, np.column_stack(rim(shape, 2 * _POINTS)), inner])


def kilometres(first: Floats, second: Floats) -> Floats:
    """Distances on a sphere, shape (n, m), of points in radians, shapes (n, 2) and (m, 2) as (lat, lon)."""
    lat1, lon1, lat2, lon2 = first[:, :1], first[:, 1:], second[:, 0], second[:, 1]
    square = np.sin((lat2 - lat1) / 2) ** 2 + np.cos(lat1) * np.cos(lat2) * np.sin((lon2 - lon1) / 2) ** 2
    found: Floats = 2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(1.0, np.sqrt(square)))
    return found


def directions(found: Floats) -> Floats:
    """Return unit vectors from the Earth's centre, (n, 3), to points in degrees, (n, 2) as (lat, lon)."""
    lat, lon = np.radians(found).T
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


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
