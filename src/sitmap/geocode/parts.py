"""Compass parts of an area: "northern Mali", "eastern Ukraine", "southern Caribbean"."""

import math
from dataclasses import replace

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry.base import BaseGeometry

from sitmap import antimeridian
from sitmap.model import Place

MARK = "/"
#: East and north component of each part; the middle is a window of its own.
_TOWARD = {
    "north": (0, 1),
    "south": (0, -1),
    "east": (1, 0),
    "west": (-1, 0),
    "northeast": (1, 1),
    "northwest": (-1, 1),
    "southeast": (1, -1),
    "southwest": (-1, -1),
    "central": (0, 0),
}
_TOWARD_KM = 0.35
_MIDDLE = 0.25
#: Share of an outline's width or height that is a side of it, and in the middle of which its marker lies.
_HALF, _OUTER = 0.5, 0.4
_HALF_TURN = 180.0
#: What lies this far from the rest of an area is left out of its sides, degrees.
_APART_DEG = 3.0


def part_of(place: Place, part: str) -> Place:
    """Name the part of an area on the side that a compass word says, without its outline.

    The marker lies a third of the area's reach from its marker, towards the side named.
    """
    east, north = _TOWARD[part]
    reach = _TOWARD_KM * place.extent_km / (math.hypot(east, north) or 1) / 111.2
    lat = max(-89.0, min(89.0, place.lat + north * reach))
    lon = place.lon + east * reach / max(0.1, math.cos(math.radians(place.lat)))
    return replace(
        place,
        place_id=f"{place.place_id}{MARK}{part}",
        name=f"{part}ern {place.name}" if part != "central" else f"central {place.name}",
        type=place.type if place.type in {"sea", "lake"} else "area",
        lat=round(lat, 5),
        lon=round((lon + 180) % 360 - 180, 5),
        extent_km=round(place.extent_km * 0.6, 1),
        area=None,
    )


def is_part(place: Place) -> bool:
    """Whether a place is a compass part of another: "sitmap:area/donbas/north", not "sitmap:area/donbas"."""
    return place.place_id.rpartition(MARK)[2] in _TOWARD


def cut_part(outline: BaseGeometry, part: str) -> tuple[BaseGeometry, tuple[float, float]] | None:
    """Cut from an outline the side that a compass word names: a half, a quarter or the middle.

    Parameters
    ----------
    outline : Polygon or MultiPolygon
        (lon, lat), EPSG:4326, cut at the antimeridian.
    part : str
        "north", "northeast", ..., "central".

    Returns
    -------
    tuple or None
        The side, and (lat, lon) of a point in it towards the edge named, where "the eastern
        Mediterranean" is meant rather than its middle; None when nothing of the outline lies there.
    """
    land = _mainland(outline)
    side = shapely.intersection(land, _window(land, part, _HALF))
    outer = shapely.intersection(land, _window(land, part, _OUTER))
    if shapely.is_empty(side) or shapely.is_empty(outer):
        return None
    point = shapely.centroid(outer)
    if not shapely.contains(outer, point):
        point = shapely.get_point(shapely.shortest_line(outer, point), 0)
    return antimeridian.cut(side), (round(point.y, 5), round((point.x + 180) % 360 - 180, 5))


def _mainland(outline: BaseGeometry) -> BaseGeometry:
    """Outline without what lies far out: Alaska is no part of "the western United States".

    The parts on either edge of the map meet, east of 180 degrees, where that makes it narrower.
    """
    pieces = shapely.get_parts(outline)
    west, _, east, _ = shapely.bounds(outline)
    if east - west > _HALF_TURN:
        shifted = [_eastward(piece) for piece in pieces]
        ends = shapely.total_bounds(shifted)
        pieces = np.array(shifted) if ends[2] - ends[0] < east - west else pieces
    hulls = shapely.convex_hull(pieces)
    groups = shapely.get_parts(shapely.union_all(shapely.buffer(hulls, _APART_DEG / 2)))
    largest = hulls[int(np.argmax(shapely.area(pieces)))]
    own = groups[shapely.intersects(groups, largest)]
    land: BaseGeometry = shapely.union_all(pieces[shapely.intersects(hulls, own[0])])
    return land


def _eastward(piece: BaseGeometry) -> BaseGeometry:
    """Move what lies in the western hemisphere once round the Earth."""
    west, _, east, _ = piece.bounds
    return affinity.translate(piece, xoff=2 * _HALF_TURN) if west + east < 0 else piece


def _window(outline: BaseGeometry, part: str, share: float) -> shapely.Polygon:
    """Box over a share of an outline's width and height, on the side named."""
    west, south, east, north = (float(bound) for bound in shapely.bounds(outline))
    to_east, to_north = _TOWARD[part]
    wide, high = east - west, north - south
    if (to_east, to_north) == (0, 0):
        dx, dy = _MIDDLE * wide, _MIDDLE * high
        return shapely.box(west + dx, south + dy, east - dx, north - dy)
    return shapely.box(
        east - share * wide if to_east > 0 else west,
        north - share * high if to_north > 0 else south,
        west + share * wide if to_east < 0 else east,
        south + share * high if to_north < 0 else north,
    )
