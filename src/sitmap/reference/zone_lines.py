"""The lines between maritime zones: median lines and 200-mile limits.

Median lines are the edges of the Voronoi diagram of the shore points between points of different
sovereigns. The diagram on the sphere is the dual of the points' convex hull in space (Brown 1979);
its vertices are then moved onto the ellipsoid, where three planes of equal distance meet. The limits
are contours of the distance to the nearest shore, each vertex put at 200 nautical miles from it.
"""

import contourpy
import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Geod
from scipy.spatial import ConvexHull

from sitmap.units import EEZ_KM
from sitmap.zones import ellipsoid
from sitmap.zones.coasts import Coasts, Codes
from sitmap.zones.tree import Indices

Shapes = npt.NDArray[np.object_]

_GEOD = Geod(ellps="WGS84")
# Lines are drawn a little past the limit, so that they surely cross it.
_BEYOND_KM = EEZ_KM + 10
# Longest piece of a median line that is drawn as one straight segment.
_PIECE_KM = 8.0
_GRID_DEG = 0.1
_SOUTH, _NORTH = -66.0, 88.0
_EDGE = 180.0
_WORLD = (-_EDGE, _SOUTH, _EDGE, _NORTH)
_ROUNDS = 4
# A segment of a limit that strays farther than this from it cuts a corner off; the corner is no
# farther from the segment than this, and found to within this.
_CORNER_KM, _CORNER_REACH_KM, _EXACT_KM = 0.1, 25.0, 0.01


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


def limits(coasts: Coasts, *, within: tuple[float, float, float, float] = _WORLD) -> Shapes:
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
    west, south, east, north = within
    lons = np.linspace(west, east, max(2, round((east - west) / _GRID_DEG) + 1))
    lats = np.linspace(south, north, max(2, round((north - south) / _GRID_DEG) + 1))
    distances = np.stack(
        [coasts.nearest(ellipsoid.earth_centred(np.full(len(lons), lat), lons))[0] for lat in lats]
    )
    if within == _WORLD:
        # The two edges of the grid are one meridian: the contour must meet itself there.
        distances[:, -1] = distances[:, 0]
    generator = contourpy.contour_generator(lons, lats, distances, line_type=contourpy.LineType.Separate)
    lines = [_put_at_limit(line, coasts) for line in map(np.asarray, generator.lines(EEZ_KM))]
    return np.array([shapely.LineString(line) for line in lines], dtype=object)


def _put_at_limit(line: ellipsoid.Floats, coasts: Coasts) -> ellipsoid.Floats:
    """Vertices moved to 200 nautical miles from their nearest shore points, along the geodesic."""
    inner = np.abs(line[:, 0]) < _EDGE
    moved = line.copy()
    # Where two arcs meet, the first move can bring another shore nearer.
    for _ in range(_ROUNDS):
        lons, lats = moved[inner].T
        _, shore = coasts.nearest(ellipsoid.earth_centred(lats, lons))
        shore_lats, shore_lons = ellipsoid.geodetic(coasts.points[shore])
        azimuths, _, _ = _GEOD.inv(shore_lons, shore_lats, lons, lats)
        distances = np.full(len(lons), EEZ_KM * 1000)
        far_lons, far_lats, _ = _GEOD.fwd(shore_lons, shore_lats, azimuths, distances)
        unwrapped = lons + (far_lons - lons + _EDGE) % (2 * _EDGE) - _EDGE
        moved[inner] = np.stack([np.clip(unwrapped, -_EDGE, _EDGE), far_lats], axis=1)
    return _with_corners(moved, coasts)


def _with_corners(line: ellipsoid.Floats, coasts: Coasts) -> ellipsoid.Floats:
    """Put a vertex where two arcs of a limit meet and a segment cuts the corner off."""
    where = ellipsoid.earth_centred(line[:, 1], line[:, 0])
    middles = ellipsoid.surface(where[:-1] + where[1:])
    off = np.abs(coasts.nearest(middles)[0] - EEZ_KM) > _CORNER_KM
    off &= (np.abs(line[:-1, 0]) < _EDGE) & (np.abs(line[1:, 0]) < _EDGE)
    before = np.flatnonzero(off)
    shore = coasts.points[coasts.nearest(where)[1]]
    corners = _corner(shore[before], shore[before + 1], middles[before])
    exact = np.abs(coasts.nearest(corners)[0] - EEZ_KM) < _EXACT_KM
    exact &= np.linalg.norm(corners - middles[before], axis=1) < _CORNER_REACH_KM
    lats, lons = ellipsoid.geodetic(corners[exact])
    with_corners: ellipsoid.Floats = np.insert(
        line, before[exact] + 1, np.stack([lons, lats], axis=1), axis=0
    )
    return with_corners


def _corner(left: ellipsoid.Floats, right: ellipsoid.Floats, near: ellipsoid.Floats) -> ellipsoid.Floats:
    """Surface points 200 nautical miles from a left and a right shore point each, by Newton's method."""
    where = near
    for _ in range(2 * _ROUNDS):
        rows = np.stack([where - left, where - right, ellipsoid.upward(where)], axis=1)
        rest = np.zeros((len(where), 3))
        rest[:, :2] = (ellipsoid.chord(EEZ_KM) ** 2 - (rows[:, :2] ** 2).sum(axis=2)) / 2
        # Shores in one line with the point have no corner; least squares leaves the point near.
        step = np.einsum("nij,nj->ni", np.linalg.pinv(rows), rest)
        where = ellipsoid.surface(where + np.clip(step, -_PIECE_KM, _PIECE_KM))
    return where
