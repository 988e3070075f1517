"""Outer limits of the territorial sea, as lines.

They are drawn where a state's coast is the nearest; between two coasts that are closer, the median line
of the zones is the limit of the territorial sea too (UNCLOS, article 15).
"""

from collections.abc import Iterator

import geopandas as gpd
import numpy as np
import shapely

from sitmap.reference import contours, zone_lines
from sitmap.reference.contours import Box, Shapes
from sitmap.reference.zone_shapes import NOTE, World, segments, without
from sitmap.units import TERRITORIAL_SEA_KM
from sitmap.zones import ellipsoid

_STEPS_DEG = (0.5, 0.1, 0.025)
# Grids are laid box by box, so that the finest stays small.
_BOX_DEG = 15.0
_GRID_DEG = 1e-6
# Lines are thinned to within some 900 m.
_TOLERANCE_DEG = 0.008


def belts(world: World, land: Shapes) -> gpd.GeoDataFrame:
    """Limits of the territorial sea, in the columns of `zone_boundaries`.

    Parameters
    ----------
    world : World
        The coasts.
    land : ndarray of Polygon
        Cut out of the lines; no two overlap.

    Returns
    -------
    GeoDataFrame
        A row for the limit of each state, that of disputed features apart; EPSG:4326.
    """
    lines = shapely.get_parts(without(_around_coasts(world, TERRITORIAL_SEA_KM), land))
    found = list(_by_state(segments(lines), world))
    rows = [
        {
            "boundary_id": state,
            "kind": "territorial",
            "left": state,
            "right": "",
            "disputed": disputed,
            "label": f"{world.names[state]} territorial sea (estimate)",
            "note": NOTE.replace("200 nautical", "12 nautical"),
        }
        for state, disputed, _ in found
    ]
    return gpd.GeoDataFrame(rows, geometry=[line for _, _, line in found], crs="EPSG:4326")


def _around_coasts(world: World, distance_km: float) -> Shapes:
    """Lines at a distance from the nearest coast, on land too."""
    found = np.concatenate(
        [contours.at_distance(world.coasts, distance_km, within=b, steps_deg=_STEPS_DEG) for b in _boxes()]
    )
    snapped: Shapes = shapely.set_precision(found, _GRID_DEG)
    return snapped[~shapely.is_empty(snapped)]


def _boxes() -> Iterator[Box]:
    west, south, east, north = zone_lines.WORLD
    for low in np.arange(south, north, _BOX_DEG).tolist():
        for left in np.arange(west, east, _BOX_DEG).tolist():
            yield left, low, left + _BOX_DEG, min(low + _BOX_DEG, north)


def _by_state(pieces: Shapes, world: World) -> Iterator[tuple[str, bool, shapely.Geometry]]:
    """Segments joined by the state whose coast is nearest, and by whether it is disputed; thinned."""
    lons, lats = shapely.get_coordinates(shapely.line_interpolate_point(pieces, 0.5, normalized=True)).T
    _, shore = world.coasts.nearest(ellipsoid.earth_centred(lats, lons))
    states = world.coasts.sovereigns[shore]
    disputed = world.disputed[world.coasts.territories[shore]]
    for state in np.unique(states).tolist():
        for flag in (False, True):
            own = pieces[(states == state) & (disputed == flag)]
            if len(own):
                lines = shapely.get_parts(shapely.line_merge(shapely.multilinestrings(own)))
                yield state, flag, shapely.MultiLineString(list(shapely.simplify(lines, _TOLERANCE_DEG)))
