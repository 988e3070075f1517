"""What a claim's words cover: the outline of a named area, or what they leave uncertain."""

import math
from functools import lru_cache

import shapely
from shapely.geometry.base import BaseGeometry

from sitmap import geodesy
from sitmap.model import Claim

#: An outline is simplified by at most this share of the side of a square of its own area, so that
#: a country costs about as much as a district: 0.1 km for Kursk Oblast, 3 km for Russia.
SIMPLIFY_SHARE = 0.0005

#: A radius is drawn from here on; below it the marker itself is wider at any scale of use.
_LEAST_RADIUS_KM = 1.0


def area(claim: Claim) -> BaseGeometry | None:
    """Polygon of a claim.

    Parameters
    ----------
    claim : Claim
        Located or not.

    Returns
    -------
    Polygon, MultiPolygon or None
        (lon, lat), EPSG:4326. The outline of the place, simplified; or the uncertainty area; or,
        when there is none, the circle of `uncertainty_km`; None when the words mean a spot or the
        place was not found.
    """
    where = claim.location
    if where is None:
        return None
    if where.area is not None:
        return simplified(where.area) if where.area_is_place else where.area
    if where.lat is None or where.lon is None or where.uncertainty_km < _LEAST_RADIUS_KM:
        return None
    return _circle(where.lat, where.lon, where.uncertainty_km)


@lru_cache(maxsize=4096)  # a town is named again and again
def _circle(lat: float, lon: float, radius_km: float) -> BaseGeometry:
    return geodesy.circle(lat, lon, radius_km=radius_km)


@lru_cache(maxsize=256)  # a country is named again and again
def simplified(outline: BaseGeometry) -> BaseGeometry:
    """Outline with fewer vertices, none of its parts lost.

    Parameters
    ----------
    outline : Polygon or MultiPolygon
        (lon, lat), EPSG:4326.

    Returns
    -------
    Polygon or MultiPolygon
        Valid as the given one is, and nowhere farther from it than `SIMPLIFY_SHARE` of the square
        root of its area, both in degrees, by Douglas and Peucker's rule. In km that is an upper
        bound: a degree of longitude is at most as long as one of latitude.
    """
    tolerance = SIMPLIFY_SHARE * math.sqrt(outline.area)
    fewer: BaseGeometry = shapely.simplify(outline, tolerance, preserve_topology=True)
    return fewer
