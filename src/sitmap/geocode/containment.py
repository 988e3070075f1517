"""How far outside an area a place lies that is said to be in it."""

import math

import shapely
from shapely.geometry.base import BaseGeometry

from sitmap import geodesy
from sitmap.geocode import parts
from sitmap.geocode.outlines import whole
from sitmap.model import Containment, Place

#: Types of place that others lie in.
AREAS = frozenset({"country", "admin1", "area", "island", "sea"})
#: Share of its reach over which people differ on where a part or a region ends: "central Syria" is also Hama.
_ROUGH = 0.5
#: Nothing lies in a place of its own size or smaller: "Sumy, Kharkiv" is a list.
_SIZES = {"country": 2, "admin1": 1}


def containment(place: Place, area: Place) -> Containment | None:
    """How far outside an area a place lies.

    A division contains what the gazetteer puts in it; any area contains what lies inside its outline.

    Parameters
    ----------
    place : Place
        What is said to lie in it, by its marker.
    area : Place
        A country, division, area, island or sea.

    Returns
    -------
    Containment or None
        None where the second is no area, or no larger kind of area than the first, or has its name from the
        first's own division: "Fort Stewart, Georgia".
    """
    if area.type not in AREAS or _SIZES.get(place.type, 0) >= _SIZES.get(area.type, 1):
        return None
    if area.type == "country" and area.country == place.country:
        return Containment(area, 0.0)
    if area.type == "country" and area.name == place.admin1:
        return None
    if area.type == "admin1" and (place.country, place.admin1) == (area.country, area.name):
        return Containment(area, 0.0)
    outlined = whole(area)
    if outlined.area is None:
        return None
    rough = _ROUGH * area.extent_km if area.type == "area" or parts.is_part(area) else 0.0
    return Containment(outlined, _outside_km(outlined.area, place), rough)


def _outside_km(outline: BaseGeometry, place: Place) -> float:
    """Distance from a marker to an outline: the nearest point by local scale, then the geodesic to it."""
    point = shapely.Point(place.lon, place.lat)
    if shapely.covers(outline, point):
        return 0.0
    scale = max(math.cos(math.radians(place.lat)), 0.01)
    squeezed = shapely.transform(outline, lambda lonlat: lonlat * (scale, 1.0))
    near = shapely.shortest_line(squeezed, shapely.Point(place.lon * scale, place.lat)).coords[0]
    return geodesy.distance(place.lat, place.lon, near[1], near[0] / scale)
