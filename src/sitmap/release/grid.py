"""Cells that a place is moved to: the same for every point in them, so that nothing finer can be told."""

import math
from dataclasses import dataclass

import shapely

from sitmap import geodesy

#: Shortest degree of latitude and longest degree of longitude on WGS 84, km (NGA.STND.0036, 2014: the
#: meridian at the equator, and the equator).
_DEG_LAT_KM, _DEG_LON_KM = 110.574, 111.320


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell.

    Parameters
    ----------
    lat, lon : float
        Its middle, degrees.
    outline : Polygon
        (lon, lat), EPSG:4326; never across the antimeridian.
    radius_km : float
        From the middle to the farthest corner, km.
    """

    lat: float
    lon: float
    outline: shapely.Polygon
    radius_km: float


def cell(lat: float, lon: float, *, grid_km: float) -> Cell:
    """Find the cell that a point lies in.

    Rows of one height from pole to pole, each cut from 180 degrees west on into as many cells of one width
    as fit: so every cell is at least `grid_km` high and, also on its edge towards the pole, wide. Around a
    pole the row is one cell.

    Parameters
    ----------
    lat, lon : float
        Degrees.
    grid_km : float
        Least side of a cell, km.

    Returns
    -------
    Cell
    """
    rows = max(1, math.floor(180 * _DEG_LAT_KM / grid_km))
    row = min(math.floor((lat + 90) / 180 * rows), rows - 1)
    south, north = row * 180 / rows - 90, (row + 1) * 180 / rows - 90
    narrow = math.cos(math.radians(max(abs(south), abs(north))))
    columns = max(1, math.floor(360 * _DEG_LON_KM * narrow / grid_km))
    column = min(math.floor((lon + 180) / 360 * columns), columns - 1)
    west, east = column * 360 / columns - 180, (column + 1) * 360 / columns - 180
    middle = (south + north) / 2, (west + east) / 2
    return Cell(
        lat=middle[0],
        lon=middle[1],
        outline=shapely.box(west, south, east, north),
        radius_km=max(geodesy.distance(*middle, edge, west) for edge in (south, north)),
    )
