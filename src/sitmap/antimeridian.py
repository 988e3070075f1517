"""Lines and outlines that cross the antimeridian, cut there as RFC 7946, section 3.1.9, asks.

A chain of vertices is unrolled, so that its longitudes run on past 180 without a jump; then what
lies on each copy of the map is cut out and moved back. A ring that ends one turn from where it began
goes round a pole: it is unrolled twice and closed along the pole, and one whole copy is cut out.
"""

import math
from collections.abc import Iterator, Sequence

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry.base import BaseGeometry

_HALF, _TURN, _POLE = 180.0, 360.0, 90.0
_WORLD = shapely.box(-_HALF, -_POLE, _HALF, _POLE)
#: A tenth of a millimetre on the equator: what is narrower is the noise of arithmetic.
_HAIR_DEG = 1e-9

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def crosses(coordinates: Floats | Sequence[Sequence[float]]) -> bool:
    """Whether a chain of (lon, lat) vertices steps over the antimeridian or past it."""
    lons = np.asarray(coordinates, dtype=float)[:, 0]
    return bool((np.abs(np.diff(lons)) > _HALF).any() or (np.abs(lons) > _HALF).any())


def line(vertices: Sequence[tuple[float, float]]) -> BaseGeometry:
    """Line along a chain of vertices.

    Parameters
    ----------
    vertices : sequence of (lon, lat)
        In degrees; a step of more than 180 degrees of longitude is read as a crossing.

    Returns
    -------
    LineString or MultiLineString
        (lon, lat), EPSG:4326, its parts in the order of the chain.
    """
    if not crosses(vertices):
        return shapely.LineString(vertices)
    chain = shapely.LineString(_unrolled(np.asarray(vertices, dtype=float)))
    parts = [
        part for part in _copies(chain) if isinstance(part, shapely.LineString) and part.length > _HAIR_DEG
    ]
    if chain.coords[-1][0] < chain.coords[0][0]:
        parts.reverse()  # westward: the copies were met from west to east
    return parts[0] if len(parts) == 1 else shapely.MultiLineString(parts)


def region(ring: Floats) -> BaseGeometry:
    """Part of the Earth that lies to the left of a ring.

    Parameters
    ----------
    ring : array of float, shape (n, 2)
        (lon, lat) in degrees, the first vertex not repeated.

    Returns
    -------
    Polygon or MultiPolygon
        (lon, lat), EPSG:4326, right-handed, closed along the edge of the map over a pole inside.
    """
    plain = shapely.Polygon(ring)
    if not crosses(shapely.get_coordinates(plain)) and plain.exterior.is_ccw and plain.is_valid:
        return plain  # as nearly all are, and the cut below is slow
    closed = shapely.get_coordinates(plain)
    chain = _unrolled(closed)
    turns = round((chain[-1, 0] - chain[0, 0]) / _TURN)
    if turns:
        return _areas(_round_pole(closed[:-1], turns))
    inside = _areas(*_copies(_sound(shapely.Polygon(chain))))
    return inside if shapely.LinearRing(chain).is_ccw else _areas(_WORLD.difference(inside))


def cut(area: BaseGeometry) -> BaseGeometry:
    """Area whose longitudes may run past 180 degrees, cut at the antimeridian.

    Parameters
    ----------
    area : Geometry
        Valid; (lon, lat) in degrees, without a jump from one edge of the map to the other.

    Returns
    -------
    Polygon or MultiPolygon
        (lon, lat), EPSG:4326, right-handed; empty when nothing of it has a width.
    """
    return _areas(*_copies(area))


def _sound(outline: BaseGeometry) -> BaseGeometry:
    """Mend an outline that rounding made to touch itself, as that of a needle does."""
    return outline if outline.is_valid else shapely.make_valid(outline)


def _unrolled(chain: Floats) -> Floats:
    lons = chain[:, 0]
    # Whole turns, so that a ring still ends on the very number that it began with.
    turns = np.round((np.unwrap(lons, period=_TURN) - lons) / _TURN)
    return np.column_stack((lons + _TURN * turns, chain[:, 1]))


def _round_pole(ring: Floats, turns: int) -> BaseGeometry:
    """One copy of the map as far as the pole that a ring goes round: north when it goes eastward."""
    # From the vertex next to the pole the way there meets no other part of the ring.
    start = int(np.argmax(ring[:, 1] * turns))
    twice = _unrolled(np.concatenate((ring[start:], ring, ring[: start + 1])))
    pole = math.copysign(_POLE, turns)
    cap = shapely.Polygon([*twice, (twice[-1, 0], pole), (twice[0, 0], pole)])
    west = min(twice[0, 0], twice[-1, 0])
    return _copy(_sound(cap), math.ceil((west + _HALF) / _TURN))


def _copies(geometry: BaseGeometry) -> Iterator[BaseGeometry]:
    """Give what of an unrolled geometry lies on each copy of the map, moved back, from west to east."""
    west, _, east, _ = geometry.bounds
    for number in range(math.floor((west + _HALF) / _TURN), math.floor((east + _HALF) / _TURN) + 1):
        yield from shapely.get_parts(_copy(geometry, number))


def _copy(geometry: BaseGeometry, number: int) -> BaseGeometry:
    moved = affinity.translate(geometry, xoff=-_TURN * number)
    found = shapely.intersection(moved, _WORLD)
    # Along the very edge of the map a line comes back in pieces.
    return shapely.line_merge(found, directed=True) if found.geom_type == "MultiLineString" else found


def _areas(*geometries: BaseGeometry) -> BaseGeometry:
    """Join the polygons among some geometries, without those of no width."""
    parts = [
        part
        for part in shapely.get_parts(list(geometries))
        if part.geom_type == "Polygon" and part.area > _HAIR_DEG * part.length
    ]
    joined: BaseGeometry = parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)
    return shapely.orient_polygons(joined)
