"""Compass parts of an area: "northern Mali", "eastern Ukraine", "southern Caribbean"."""

import math
from dataclasses import replace

import shapely
from shapely.geometry.base import BaseGeometry

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


def cut_part(outline: BaseGeometry, part: str) -> BaseGeometry:
    """Cut from an outline the side that a compass word names: a half, a quarter or the middle."""
    west, south, east, north = shapely.bounds(outline)
    to_east, to_north = _TOWARD[part]
    if (to_east, to_north) == (0, 0):
        dx, dy = _MIDDLE * (east - west), _MIDDLE * (north - south)
        window = shapely.box(west + dx, south + dy, east - dx, north - dy)
    else:
        middle = shapely.centroid(outline)
        window = shapely.box(
            middle.x if to_east > 0 else west,
            middle.y if to_north > 0 else south,
            middle.x if to_east < 0 else east,
            middle.y if to_north < 0 else north,
        )
    inside: BaseGeometry = shapely.intersection(outline, window)
    return inside
