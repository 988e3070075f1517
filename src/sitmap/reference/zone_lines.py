"""The lines between maritime zones: median lines and 200-mile limits.

Median lines are the edges of the Voronoi diagram of the shore points between points of different
sovereigns. The diagram on the sphere is the dual of the points' convex hull in space (Brown 1979);
its vertices are then moved onto the ellipsoid, where three planes of equal distance meet.
"""

import numpy as np
import shapely
from scipy.spatial import ConvexHull

from sitmap.reference import contours
from sitmap.reference.contours import Box, Shapes
from sitmap.units import EEZ_KM
from sitmap.zones import ellipsoid
from sitmap.zones.coasts import Coasts, Codes
from sitmap.zones.tree import Indices

__all__ = ["WORLD", "Shapes", "limits", "medians"]

# Lines are drawn a little past the limit, so that they surely cross it.
_BEYOND_KM = EEZ_KM + 10
# Longest piece of a median line that is drawn as one straight segment.
_PIECE_KM = 8.0
_GRID_DEG = (0.5, 0.1)
_EDGE = 180.0
#: Where there are zones: north of the Antarctic Treaty's area and somewhat into it.
WORLD: Box = (-_EDGE, -66.0, _EDGE, 88.0)
_ROUNDS = 4


def _meeting_points(triples: ellipsoid.Floats, near: ellipsoid.Floats) -> ellipsoid.Floats:
    """Surface points equally far from three points each, by Newton's method.

    Parameters
    ----------
    triples : ndarray
        Shape ``(n, 3, 3)``: three earth-centred points each, km.
    near : ndarray
        Shape ``(n, 3)``: where to start.
    """
    planes = triples[:, :1] - triples[:, 1:]
    offsets = ((triples[:, :1] ** 2).sum(axis=2) - (triples[:, 1:] ** 2).sum(axis=2)) / 2
    where = ellipsoid.surface(near)
    for _ in range(_ROUNDS):
        rows = np.concatenate([planes, ellipsoid.upward(where)[:, None]], axis=1)
        rest = offsets - np.einsum("nij,nj->ni", planes, where)
        wanted = np.concatenate([rest, np.zeros((len(where), 1))], axis=1)
        where = ellipsoid.surface(where + np.linalg.solve(rows, wanted[:, :, None])[:, :, 0])
    return where


def _middle(where: ellipsoid.Floats, left: ellipsoid.Floats, right: ellipsoid.Floats) -> ellipsoid.Floats:
    """Surface points moved sideways until they are equally far from a left and a right point each."""
    normal = left - right
    offset = ((left**2).sum(axis=1) - (right**2).sum(axis=1)) / 2
    for _ in range(_ROUNDS):
        up = ellipsoid.upward(where)
        along = normal - (normal * up).sum(axis=1, keepdims=True) * up
        rest = offset - (normal * where).sum(axis=1)
        where = ellipsoid.surface(where + along * (rest / (normal * along).sum(axis=1))[:, None])
    return where


def _ridges(
    points: ellipsoid.Floats, sovereigns: Codes
) -> tuple[ellipsoid.Floats, ellipsoid.Floats, Indices, Indices]:
    """Edges of the Voronoi diagram between points of different sovereigns.

    Returns
    -------
    starts, ends : ndarray
        Earth-centred, shape ``(m, 3)``.
    left, right : ndarray of int
        The shore point on either side.
    """
    directions = points / np.linalg.norm(points, axis=1, keepdims=True)
    hull = ConvexHull(directions)
    corners = ellipsoid.surface(hull.equations[:, :3])
    radii = np.linalg.norm(corners - points[hull.simplices[:, 0]], axis=1)
    close = radii < _BEYOND_KM
    corners[close] = _meeting_points(points[hull.simplices[close]], corners[close])
    facet = np.repeat(np.arange(len(hull.simplices)), 3)
    side = np.tile(np.arange(3), len(hull.simplices))
    other = hull.neighbors[facet, side]
    left = hull.simplices[facet, (side + 1) % 3]
    right = hull.simplices[facet, (side + 2) % 3]
    half = np.linalg.norm(points[left] - points[right], axis=1) / 2
    wanted = (facet < other) & (sovereigns[left] != sovereigns[right]) & (half < _BEYOND_KM)
    return corners[facet[wanted]], corners[other[wanted]], left[wanted], right[wanted]


def medians(coasts: Coasts) -> Shapes:
    """Lines equally far from the coasts of two sovereigns, somewhat past the 200-mile limit.

    Parameters
    ----------
    coasts : Coasts
        Shore points with their sovereigns.

    Returns
    -------
    ndarray of LineString
        (lon, lat), EPSG:4326; none crosses the antimeridian.
    """
    points = coasts.points
    starts, ends, left, right = _ridges(points, coasts.sovereigns)
    pieces = np.maximum(1, np.ceil(np.linalg.norm(ends - starts, axis=1) / _PIECE_KM)).astype(int)
    ridge = np.repeat(np.arange(len(pieces)), pieces + 1)
    step = np.arange(len(ridge)) - np.repeat(np.cumsum(pieces + 1) - pieces - 1, pieces + 1)
    share = (step / pieces[ridge])[:, None]
    where = ellipsoid.surface(starts[ridge] * (1 - share) + ends[ridge] * share)
    between = (step > 0) & (step < pieces[ridge])
    where[between] = _middle(where[between], points[left[ridge[between]]], points[right[ridge[between]]])
    near = np.linalg.norm(where - points[left[ridge]], axis=1) < _BEYOND_KM
    lats, lons = ellipsoid.geodetic(where)
    # A segment stays when either end is near enough, so that lines run on to cross the limit.
    joined = (ridge[1:] == ridge[:-1]) & (near[1:] | near[:-1])
    segments = np.stack([np.c_[lons[:-1], lats[:-1]][joined], np.c_[lons[1:], lats[1:]][joined]], axis=1)
    return np.asarray(shapely.linestrings(_cut(segments)))


def _cut(segments: ellipsoid.Floats) -> ellipsoid.Floats:
    """Segments of shape ``(n, 2, 2)``, those over the antimeridian replaced by their two parts."""
    over = np.abs(segments[:, 1, 0] - segments[:, 0, 0]) > _EDGE
    crossing = segments[over]
    edge = np.copysign(_EDGE, crossing[:, 0, 0])
    unwrapped = crossing[:, 1, 0] + 2 * edge
    share = (edge - crossing[:, 0, 0]) / (unwrapped - crossing[:, 0, 0])
    lat = crossing[:, 0, 1] + share * (crossing[:, 1, 1] - crossing[:, 0, 1])
    before = np.stack([crossing[:, 0], np.stack([edge, lat], axis=1)], axis=1)
    after = np.stack([np.stack([-edge, lat], axis=1), crossing[:, 1]], axis=1)
    return np.concatenate([segments[~over], before, after])


def limits(coasts: Coasts, *, within: Box = WORLD) -> Shapes:
    """Lines 200 nautical miles from the nearest shore.

    Parameters
    ----------
    coasts : Coasts
        Shore points, for the nearest.
    within : tuple of float
        (west, south, east, north) in degrees: lines are found there.

    Returns
    -------
    ndarray of LineString
        (lon, lat), EPSG:4326; none crosses the antimeridian.
    """
    return contours.at_distance(coasts, EEZ_KM, within=within, steps_deg=_GRID_DEG)
