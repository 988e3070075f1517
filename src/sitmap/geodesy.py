"""Points, distances and figures on the WGS 84 ellipsoid.

Arguments are named `lat`, `lon` in degrees; geometries are (lon, lat), EPSG:4326; distances are km,
bearings degrees clockwise from true north. Everything goes through `pyproj.Geod`.
"""

import math
from collections.abc import Sequence

import numpy as np
import shapely
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

from sitmap import antimeridian
from sitmap.errors import CoordinateError

_GEOD = Geod(ellps="WGS84")
_MAX_LAT, _MAX_LON = 90.0, 180.0
#: Greatest distance that a figure is drawn for, km: near the antipode, some 20,000 km off, its outline
#: would cross itself. Words that name a longer one name no place on Earth.
REACH_KM = 19_900.0
_SIDE_STEP_KM = 50.0
_TIP_KM = 1e-6


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
    azimuth = float(_GEOD.inv(lon1, lat1, lon2, lat2)[0]) % 360
    # The remainder of a hair west of north rounds to 360 itself.
    return azimuth if azimuth < 360 else 0.0  # noqa: PLR2004 - the full circle


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


def along(
    lat: float,
    lon: float,
    *,
    bearing_deg: float,
    distances_km: "np.ndarray[tuple[int], np.dtype[np.float64]]",
) -> "tuple[np.ndarray[tuple[int], np.dtype[np.float64]], np.ndarray[tuple[int], np.dtype[np.float64]]]":
    """Points reached from a start along one geodesic.

    Parameters
    ----------
    lat, lon : float
        Start, in degrees.
    bearing_deg : float
        Initial bearing, degrees clockwise from true north.
    distances_km : ndarray
        Shape ``(n,)``.

    Returns
    -------
    tuple of ndarray
        (lats, lons) in degrees, shape ``(n,)`` each.

    Raises
    ------
    CoordinateError
        If the start is impossible.
    """
    check(lat, lon)
    ones = np.ones(len(distances_km))
    lons, lats, _ = _GEOD.fwd(lon * ones, lat * ones, bearing_deg * ones, distances_km * 1000)
    return lats, lons


def area_km2(polygons: BaseGeometry) -> float:
    """Area of polygons on the ellipsoid, in km², their edges taken as geodesics.

    Parameters
    ----------
    polygons : Polygon or MultiPolygon
        (lon, lat), EPSG:4326, cut at the antimeridian.

    Returns
    -------
    float
        At least 0; holes are left out.
    """
    square_m, _ = _GEOD.geometry_area_perimeter(shapely.orient_polygons(polygons))
    return abs(float(square_m)) / 1e6


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
    return antimeridian.line([(lon1, lat1), *between, (lon2, lat2)])


def circle(lat: float, lon: float, *, radius_km: float, vertices: int = 72) -> BaseGeometry:
    """Points at most a distance from a centre, as a polygon.

    Parameters
    ----------
    lat, lon : float
        Centre, in degrees.
    radius_km : float
        More than 0 and at most 19,900 km; beyond that lies only the neighbourhood of the antipode.
    vertices : int
        Number of corners.

    Returns
    -------
    Polygon or MultiPolygon
        (lon, lat), EPSG:4326, cut at the antimeridian, closed along it over a pole that lies inside.

    Raises
    ------
    CoordinateError
        If the centre or the radius is impossible.
    """
    _check_reach(radius_km)
    azimuths = np.linspace(360, 0, vertices, endpoint=False)
    return _figure(lat, lon, azimuths, np.full(vertices, radius_km))


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
        Inner and outer distance; ``0 <= near_km < far_km <= 19900``.
    from_deg, to_deg : float
        Bearings of its sides, clockwise from the first to the second; less than 360 apart.
    step_deg : float
        Greatest bearing between vertices of an arc.

    Returns
    -------
    Polygon or MultiPolygon
        (lon, lat), EPSG:4326, cut at the antimeridian, closed along it over a pole that lies inside.

    Raises
    ------
    CoordinateError
        If the centre or a distance is impossible, or nothing lies between the two.
    """
    _check_reach(far_km)
    width = (to_deg - from_deg) % 360
    if not (0 <= near_km < far_km and width > 0):
        raise CoordinateError(
            f"sector from {near_km} to {far_km} km and {from_deg} to {to_deg} degrees: "
            "nothing lies between; give the smaller distance and the first bearing clockwise"
        )
    # At a pole each side leaves along a longitude of its own: its tip is an arc, a millimetre wide.
    tip_km = _TIP_KM if abs(lat) == _MAX_LAT else 0.0
    near_km = near_km if near_km > _TIP_KM else tip_km
    arc = from_deg + np.linspace(0, width, max(2, math.ceil(width / step_deg) + 1))
    # The sides are geodesics, not straight lines of longitude and latitude.
    side = np.linspace(near_km, far_km, math.ceil((far_km - near_km) / _SIDE_STEP_KM) + 1)[1:-1]
    inner = arc if near_km > 0 else arc[:1]
    # Anticlockwise: back along the outer arc, in, along the inner arc, out.
    azimuths = (arc[::-1], np.full(side.size, from_deg), inner, np.full(side.size, to_deg))
    distances = (np.full(arc.size, far_km), side[::-1], np.full(inner.size, near_km), side)
    return _figure(lat, lon, np.concatenate(azimuths), np.concatenate(distances))


def _check_reach(distance_km: float) -> None:
    if not 0 < distance_km <= REACH_KM:
        raise CoordinateError(f"distance {distance_km:g} km: must be more than 0 and at most {REACH_KM:g}")


def _figure(
    lat: float, lon: float, azimuths: antimeridian.Floats, distances_km: antimeridian.Floats
) -> BaseGeometry:
    """Polygon of points around a centre, given anticlockwise."""
    check(lat, lon)
    count = azimuths.size
    lons, lats, _ = _GEOD.fwd(np.full(count, lon), np.full(count, lat), azimuths, distances_km * 1000)
    # Given anticlockwise, the ring has its inside on the left, also when that is most of the Earth.
    return antimeridian.region(np.column_stack((lons, lats)))


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
