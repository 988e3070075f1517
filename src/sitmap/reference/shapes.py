"""Marker and reach of an area: a point well inside it and the radius that covers most of it."""

from collections.abc import Iterable

import numpy as np
import shapely
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

from sitmap import geodesy

_GEOD = Geod(ellps="WGS84")
_GRID = 40
_MOST = 95.0
_ROUNDS = 100
_TINY = 1e-6
#: How far a marker may stand from the point that the foremost source gives, and how far from the shore a
#: point at sea may lie to be taken ashore, km.
_LEEWAY_KM = 100.0
_INLAND_DEG = 0.05


def inner_point(area: BaseGeometry, preferred: tuple[float, float] | None = None) -> tuple[float, float]:
    """Point of an area that stands for it.

    Parameters
    ----------
    area : Polygon or MultiPolygon
        (lon, lat).
    preferred : tuple of float, optional
        (lat, lon) that a source gives; taken if it lies inside.

    Returns
    -------
    tuple of float
        (lat, lon), rounded to 5 decimals.
    """
    if preferred is not None and shapely.contains_xy(area, preferred[1], preferred[0]):
        return round(preferred[0], 5), round(preferred[1], 5)
    largest = max(shapely.get_parts(area), key=shapely.area)
    middle = shapely.centroid(largest)
    point = (
        middle
        if shapely.contains(largest, middle)
        else shapely.point_on_surface(shapely.simplify(largest, 0.02))
    )
    if not shapely.contains(largest, point):
        point = shapely.point_on_surface(largest)
    return round(point.y, 5), round(point.x, 5)


def consensus(area: BaseGeometry, points: Iterable[tuple[float, float] | None]) -> tuple[float, float]:
    """Marker of an area about which sources differ: the geometric median of their points.

    Each source's point, the centroid and the centroid of the largest part count one each (Weiszfeld's
    algorithm on degrees); a median outside the area gives way to `inner_point`.

    Parameters
    ----------
    area : Polygon or MultiPolygon
        (lon, lat).
    points : iterable of tuple of float
        (lat, lon) that sources give; None is left out.

    Returns
    -------
    tuple of float
        (lat, lon), rounded to 5 decimals.
    """
    return inner_point(area, _median(area, points))


def near_published(
    area: BaseGeometry, published: tuple[float, float], points: Iterable[tuple[float, float] | None]
) -> tuple[float, float]:
    """Marker of an area for which a gazetteer publishes a point.

    The consensus of `points`, or as far towards it as 100 km from the published point: a round number of
    degrees near one end of a country is drawn nearer to its middle, and still names the same spot. A point
    at sea goes to the nearest land of the area.

    Parameters
    ----------
    area : Polygon or MultiPolygon
        (lon, lat).
    published : tuple of float
        (lat, lon) that the foremost source gives.
    points : iterable of tuple of float
        (lat, lon) that all sources give, that one among them; None is left out.

    Returns
    -------
    tuple of float
        (lat, lon), rounded to 5 decimals.
    """
    median = _median(area, points)
    share = min(1.0, _LEEWAY_KM / max(_LEEWAY_KM, geodesy.distance(*published, *median)))
    lat, lon = (at + share * (to - at) for at, to in zip(published, median, strict=True))
    return inner_point(area, ashore(area, lat, lon))


def _median(area: BaseGeometry, points: Iterable[tuple[float, float] | None]) -> tuple[float, float]:
    """Geometric median of some points and an area's two centroids, (lat, lon)."""
    largest = max(shapely.get_parts(area), key=shapely.area)
    centroids = [(middle.y, middle.x) for middle in (shapely.centroid(area), shapely.centroid(largest))]
    given = np.array([*(point for point in points if point is not None), *centroids])
    median = given.mean(axis=0)
    for _ in range(_ROUNDS):
        weight = 1 / np.maximum(_TINY, np.hypot(*(given - median).T))
        median = (given * weight[:, None]).sum(axis=0) / weight.sum()
    return float(median[0]), float(median[1])


def ashore(area: BaseGeometry, lat: float, lon: float) -> tuple[float, float]:
    """Return the published point of an area, or the nearest spot well inside it for one at sea within 100 km.

    Parameters
    ----------
    area : Polygon or MultiPolygon
        (lon, lat).
    lat, lon : float
        Degrees.

    Returns
    -------
    tuple of float
        (lat, lon).
    """
    inland = shapely.buffer(area, -_INLAND_DEG)
    if shapely.contains_xy(area, lon, lat) or shapely.is_empty(inland):
        return lat, lon
    near_lon, near_lat = shapely.shortest_line(inland, shapely.Point(lon, lat)).coords[0]
    near = geodesy.distance(lat, lon, near_lat, near_lon) <= _LEEWAY_KM
    return (near_lat, near_lon) if near else (lat, lon)


def reach_km(area: BaseGeometry, lat: float, lon: float) -> float:
    """Radius around a point within which 95 % of an area lies, in km.

    The area is sampled on a grid of 40 by 40 points over each of its larger parts.
    """
    parts = sorted(shapely.get_parts(area), key=shapely.area, reverse=True)
    least = 0.02 * shapely.area(area)
    lons, lats, weights = [], [], []
    for part in (part for part in parts if part is parts[0] or shapely.area(part) > least):
        west, south, east, north = shapely.bounds(part)
        xs, ys = np.meshgrid(
            np.linspace(west, east, _GRID + 2)[1:-1], np.linspace(south, north, _GRID + 2)[1:-1]
        )
        inside = shapely.contains_xy(part, xs, ys)
        lons.append(xs[inside])
        lats.append(ys[inside])
        weights.append(np.full(inside.sum(), shapely.area(part) / max(1, inside.sum())))
    x, y, w = np.concatenate(lons), np.concatenate(lats), np.concatenate(weights)
    if not len(x):
        x, y = shapely.get_coordinates(area).T
        w = np.ones(len(x))
    distance = np.asarray(_GEOD.inv(np.full(len(x), lon), np.full(len(x), lat), x, y)[2]) / 1000
    order = np.argsort(distance)
    share = np.cumsum(w[order] * np.cos(np.radians(y[order])))
    at = int(np.searchsorted(share, share[-1] * _MOST / 100))
    return round(float(distance[order][min(at, len(order) - 1)]), 1)
