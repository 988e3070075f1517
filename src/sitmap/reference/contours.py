"""Lines at one distance from the nearest shore: contours on a grid, each vertex then put at that distance.

The grid is refined only near the line, by the triangle inequality: a node whose distance differs from
the wanted one by more than another node is away lies on the same side of the line as that node.
"""

import math

import contourpy
import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Geod

from sitmap.zones import ellipsoid
from sitmap.zones.coasts import Coasts

Shapes = npt.NDArray[np.object_]
Box = tuple[float, float, float, float]

_GEOD = Geod(ellps="WGS84")
_EDGE = 180.0
_TURN = 360.0
_KM_PER_DEG = 111.7
_ROUNDS = 4
# A segment that strays farther than this from the line cuts a corner off; the corner is no farther from
# the segment than this, and found to within this.
_CORNER_KM, _CORNER_REACH_KM, _EXACT_KM = 0.1, 25.0, 0.01
# Longest step towards a corner.
_STEP_KM = 8.0


def at_distance(coasts: Coasts, distance_km: float, *, within: Box, steps_deg: tuple[float, ...]) -> Shapes:
    """Lines at one distance from the nearest shore.

    Parameters
    ----------
    coasts : Coasts
        Shore points, for the nearest.
    distance_km : float
        Along the surface.
    within : tuple of float
        (west, south, east, north) in degrees: lines are found there.
    steps_deg : tuple of float
        Spacing of the grid, coarse to fine; each a whole multiple of the next. What is smaller than the
        last may be missed.

    Returns
    -------
    ndarray of LineString
        (lon, lat), EPSG:4326; none crosses the antimeridian.
    """
    west, south, east, north = within
    fine = steps_deg[-1]
    lons = np.linspace(west, east, max(2, round((east - west) / fine) + 1))
    lats = np.linspace(south, north, max(2, round((north - south) / fine) + 1))
    distances = _grid(coasts, distance_km, lats, lons, steps=[round(step / fine) for step in steps_deg])
    if east - west == _TURN:
        # The two edges of the grid are one meridian: the contour must meet itself there.
        distances[:, -1] = distances[:, 0]
    generator = contourpy.contour_generator(lons, lats, distances, line_type=contourpy.LineType.Separate)
    found = [_exact(line, distance_km, coasts) for line in map(np.asarray, generator.lines(distance_km))]
    return np.array([shapely.LineString(line) for line in found], dtype=object)


def _grid(
    coasts: Coasts, distance_km: float, lats: ellipsoid.Floats, lons: ellipsoid.Floats, *, steps: list[int]
) -> ellipsoid.Floats:
    """Distance to the nearest shore at each node; far from the wanted one only on the right side of it.

    Parameters
    ----------
    steps : list of int
        Nodes from one to the next at each level, the last 1.
    """
    found = np.full((len(lats), len(lons)), np.nan)
    wanted = np.ones(found.shape, dtype=bool)
    spacing = max(np.diff(lats).max(), np.diff(lons).max()) * _KM_PER_DEG * math.sqrt(2)
    for step in steps:
        level = np.zeros(found.shape, dtype=bool)
        level[::step, ::step] = True
        rows, columns = np.nonzero(level & wanted)
        where = ellipsoid.earth_centred(lats[rows], lons[columns])
        found[rows, columns] = coasts.nearest(where)[0]
        if step > 1:
            # Each node stands for those up to the next one, which are no farther than this.
            around = found[::step, ::step].repeat(step, axis=0).repeat(step, axis=1)
            around = around[: len(lats), : len(lons)]
            found = np.where(wanted & ~level, around, found)
            wanted &= np.abs(around - distance_km) <= (step + 1) * spacing
            if not wanted.any():
                break
    return found


def _exact(line: ellipsoid.Floats, distance_km: float, coasts: Coasts) -> ellipsoid.Floats:
    """Vertices moved to the distance from their nearest shore points, along the geodesic."""
    inner = np.abs(line[:, 0]) < _EDGE
    moved = line.copy()
    # Where two arcs meet, the first move can bring another shore nearer.
    for _ in range(_ROUNDS):
        lons, lats = moved[inner].T
        _, shore = coasts.nearest(ellipsoid.earth_centred(lats, lons))
        shore_lats, shore_lons = ellipsoid.geodetic(coasts.points[shore])
        azimuths, _, _ = _GEOD.inv(shore_lons, shore_lats, lons, lats)
        metres = np.full(len(lons), distance_km * 1000)
        far_lons, far_lats, _ = _GEOD.fwd(shore_lons, shore_lats, azimuths, metres)
        unwrapped = lons + (far_lons - lons + _EDGE) % _TURN - _EDGE
        moved[inner] = np.stack([np.clip(unwrapped, -_EDGE, _EDGE), far_lats], axis=1)
    return _with_corners(moved, distance_km, coasts)


def _with_corners(line: ellipsoid.Floats, distance_km: float, coasts: Coasts) -> ellipsoid.Floats:
    """Put a vertex where two arcs meet and a segment cuts the corner off."""
    where = ellipsoid.earth_centred(line[:, 1], line[:, 0])
    middles = ellipsoid.surface(where[:-1] + where[1:])
    off = np.abs(coasts.nearest(middles)[0] - distance_km) > _CORNER_KM
    off &= (np.abs(line[:-1, 0]) < _EDGE) & (np.abs(line[1:, 0]) < _EDGE)
    before = np.flatnonzero(off)
    shore = coasts.points[coasts.nearest(where)[1]]
    corners = _corner(shore[before], shore[before + 1], middles[before], distance_km)
    exact = np.abs(coasts.nearest(corners)[0] - distance_km) < _EXACT_KM
    exact &= np.linalg.norm(corners - middles[before], axis=1) < _CORNER_REACH_KM
    lats, lons = ellipsoid.geodetic(corners[exact])
    with_corners: ellipsoid.Floats = np.insert(
        line, before[exact] + 1, np.stack([lons, lats], axis=1), axis=0
    )
    return with_corners


def _corner(
    left: ellipsoid.Floats, right: ellipsoid.Floats, near: ellipsoid.Floats, distance_km: float
) -> ellipsoid.Floats:
    """Surface points at the distance from a left and a right shore point each, by Newton's method."""
    where = near
    for _ in range(2 * _ROUNDS):
        rows = np.stack([where - left, where - right, ellipsoid.upward(where)], axis=1)
        rest = np.zeros((len(where), 3))
        rest[:, :2] = (ellipsoid.chord(distance_km) ** 2 - (rows[:, :2] ** 2).sum(axis=2)) / 2
        # Shores in one line with the point have no corner; least squares leaves the point near.
        step = np.einsum("nij,nj->ni", np.linalg.pinv(rows), rest)
        where = ellipsoid.surface(where + np.clip(step, -_STEP_KM, _STEP_KM))
    return where
