"""Points, distances and figures on the WGS 84 ellipsoid.

Arguments are named `lat`, `lon` in degrees; geometries are (lon, lat), EPSG:4326; distances are km,
bearings degrees clockwise from true north. Everything goes through `pyproj.Geod`.
"""

import math
from collections.abc import Sequence

import antimeridian
import numpy as np
import shapely
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

from sitmap.errors import CoordinateError

_GEOD = Geod(ellps="WGS84")
_MAX_LAT, _MAX_LON = 90.0, 180.0


def check(lat: float, lon: float) -> None:
    """Refuse a coordinate that no point on Earth has.

    Parameters
    ----------
    lat, lon : float
        Degrees.

    Raises
    ------
    CoordinateError
        If one is not finite or out of range; says so when the two look swapped.
    """
    if not (math.isfinite(lat) and math.isfinite(lon)):
        raise CoordinateError(f"lat {lat}, lon {lon}: a coordinate must be a finite number of degrees")
    if abs(lat) > _MAX_LAT and abs(lat) <= _MAX_LON and abs(lon) <= _MAX_LAT:
        raise CoordinateError(
            f"lat {lat}, lon {lon}: latitude must lie between -90 and 90; "
            "the two look swapped (latitude comes first)"
        )
    if abs(lat) > _MAX_LAT:
        raise CoordinateError(f"lat {lat}: latitude must lie between -90 and 90 degrees")
    if abs(lon) > _MAX_LON:
        raise CoordinateError(f"lon {lon}: longitude must lie between -180 and 180 degrees")


def distance(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Geodesic distance between two points, in km.

    Raises
    ------
    CoordinateError
        If a coordinate is impossible.
    """
    check(lat1, lon1)
    check(lat2, lon2)
    return float(_GEOD.inv(lon1, lat1, lon2, lat2)[2]) / 1000


def bearing(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Bearing at which the geodesic from the first point to the second starts, 0 <= degrees < 360.

    Raises
    ------
    CoordinateError
        If a coordinate is impossible.
    """
    check(lat1, lon1)
    check(lat2, lon2)
    return float(_GEOD.inv(lon1, lat1, lon2, lat2)[0]) % 360


def destination(lat: float, lon: float, *, bearing_deg: float, distance_km: float) -> tuple[float, float]:
    """Point reached from a start along a geodesic.

    Returns
    -------
    tuple of float
        (lat, lon) in degrees.

    Raises
    ------
    CoordinateError
        If the start is impossible.
    """
    check(lat, lon)
    lon2, lat2, _ = _GEOD.fwd(lon, lat, bearing_deg, distance_km * 1000)
    return float(lat2), float(lon2)


def ground_track(lat1: float, lon1: float, lat2: float, lon2: float, *, step_km: float = 50) -> BaseGeometry:
    """Geodesic between two points as a line, cut at the antimeridian.

    Parameters
    ----------
    lat1, lon1, lat2, lon2 : float
        Ends, in degrees.
    step_km : float
        Greatest distance between vertices.

    Returns
    -------
    LineString or MultiLineString
        (lon, lat), EPSG:4326.

    Raises
    ------
    CoordinateError
        If a coordinate is impossible.
    """
    length = distance(lat1, lon1, lat2, lon2)
    count = max(1, math.ceil(length / step_km)) - 1
    between = _GEOD.npts(lon1, lat1, lon2, lat2, count) if count else []
    return cut(shapely.LineString([(lon1, lat1), *between, (lon2, lat2)]))


def circle(lat: float, lon: float, *, radius_km: float, vertices: int = 72) -> BaseGeometry:
    """Points at a distance from a centre, as a polygon cut at the antimeridian.

    Raises
    ------
    CoordinateError
        If the centre is impossible.
    """
    check(lat, lon)
    azimuths = np.linspace(360, 0, vertices, endpoint=False)
    lons, lats, _ = _GEOD.fwd(
        np.full(vertices, lon), np.full(vertices, lat), azimuths, np.full(vertices, radius_km * 1000)
    )
    return cut(shapely.Polygon(zip(lons, lats, strict=True)))


def sector(
    lat: float,
    lon: float,
    *,
    near_km: float,
    far_km: float,
    from_deg: float,
    to_deg: float,
    step_deg: float = 2.5,
) -> BaseGeometry:
    """Annular sector: points between two distances and two bearings from a centre.

    Parameters
    ----------
    lat, lon : float
        Centre, in degrees.
    near_km, far_km : float
        Inner and outer distance; ``0 <= near_km < far_km``.
    from_deg, to_deg : float
        Bearings of its sides, clockwise from the first to the second; less than 360 apart.
    step_deg : float
        Greatest bearing between vertices of an arc.

    Returns
    -------
    Polygon or MultiPolygon
        (lon, lat), EPSG:4326, cut at the antimeridian.

    Raises
    ------
    CoordinateError
        If the centre is impossible.
    """
    check(lat, lon)
    width = (to_deg - from_deg) % 360
    count = max(2, math.ceil(width / step_deg) + 1)
    azimuths = from_deg + np.linspace(0, width, count)
    arcs = [(far_km, azimuths[::-1])]
    arcs.append((near_km, azimuths) if near_km > 0 else (0.0, azimuths[:1]))
    ring: list[tuple[float, float]] = []
    for radius, bearings in arcs:
        lons, lats, _ = _GEOD.fwd(
            np.full(len(bearings), lon),
            np.full(len(bearings), lat),
            bearings,
            np.full(len(bearings), radius * 1000),
        )
        ring.extend(zip(lons.tolist(), lats.tolist(), strict=True))
    return cut(shapely.Polygon(ring))


def cut(geometry: BaseGeometry) -> BaseGeometry:
    """Cut a line or polygon where it crosses the antimeridian (RFC 7946, section 3.1.9).

    Parameters
    ----------
    geometry : BaseGeometry
        (lon, lat); a step of more than 180 degrees of longitude is read as a crossing.

    Returns
    -------
    BaseGeometry
        The same geometry if it does not cross, else its multi-part form; rings right-handed.
    """
    if not crosses(shapely.get_coordinates(geometry)):
        return geometry
    fixed: BaseGeometry = shapely.geometry.shape(antimeridian.fix_shape(geometry, great_circle=False))
    return fixed


def crosses(
    coordinates: "np.ndarray[tuple[int, ...], np.dtype[np.float64]] | Sequence[Sequence[float]]",
) -> bool:
    """Whether a chain of (lon, lat) vertices steps over the antimeridian or past it."""
    lons = np.asarray(coordinates, dtype=float)[:, 0]
    return bool((np.abs(np.diff(lons)) > _MAX_LON).any() or (np.abs(lons) > _MAX_LON).any())


def bounds(
    points: Sequence[tuple[float, float]], *, padding_deg: float = 0.0
) -> tuple[float, float, float, float]:
    """Smallest box around points, which may span the antimeridian.

    Parameters
    ----------
    points : sequence of (lat, lon)
        In degrees.
    padding_deg : float
        Added on every side.

    Returns
    -------
    tuple of float
        (west, south, east, north); west > east when the box spans the antimeridian; the whole
        world when there is no point or the box would reach around it.
    """
    if not points:
        return (-180.0, -90.0, 180.0, 90.0)
    lats = [lat for lat, _ in points]
    lons = sorted(lon % 360 for _, lon in points)
    gaps = [(after - before, before) for before, after in zip(lons, [*lons[1:], lons[0] + 360], strict=True)]
    widest, last = max(gaps)
    south, north = max(min(lats) - padding_deg, -90.0), min(max(lats) + padding_deg, 90.0)
    if widest <= 2 * padding_deg:
        return (-180.0, south, 180.0, north)
    west, east = last + widest - padding_deg, last + padding_deg
    return (_wrap(west), south, _wrap(east), north)


def _wrap(lon: float) -> float:
    return (lon + 180) % 360 - 180
