"""Whether points lie on land: a coast simplified to about two kilometres, cut into tiles for look-up."""

from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyogrio
import shapely

from sitmap import resources
from sitmap.zones.ellipsoid import Floats

#: Tiles are squares of this many degrees, counted from the south-west corner of the world.
TILE_DEG = 5.0
_COLUMNS = round(360 / TILE_DEG)
_ROWS = round(180 / TILE_DEG)


def tile(lats: Floats, lons: Floats) -> npt.NDArray[np.intp]:
    """Find the tile in which each point lies: its number, row by row from the south-west corner."""
    rows = np.minimum(np.floor((lats + 90) / TILE_DEG), _ROWS - 1)
    columns = np.minimum(np.floor((lons + 180) / TILE_DEG), _COLUMNS - 1)
    return (rows * _COLUMNS + columns).astype(np.intp)


class Land:
    """The land of the world with its lakes, tile by tile.

    Parameters
    ----------
    tiles : ndarray of int
        Numbers of the tiles that hold land.
    areas : ndarray of Polygon or MultiPolygon
        The land of each, (lon, lat).
    """

    def __init__(self, tiles: npt.NDArray[np.intp], areas: npt.NDArray[np.object_]) -> None:
        shapely.prepare(areas)
        self._area = dict(zip(tiles.tolist(), areas, strict=True))

    def covers(self, lats: Floats, lons: Floats) -> npt.NDArray[np.bool_]:
        """Which points lie on land or on a lake.

        Parameters
        ----------
        lats, lons : ndarray
            Shape ``(n,)``, degrees.

        Returns
        -------
        ndarray of bool
            Shape ``(n,)``; within about two kilometres of the coast it may be either.
        """
        tiles = tile(lats, lons)
        # Numbers of two bytes are sorted by counting, which is much faster.
        order = np.argsort(tiles.astype(np.uint16), kind="stable")
        numbers, starts = np.unique(tiles[order], return_index=True)
        ends = np.append(starts, len(order))[1:]
        found = np.zeros(len(tiles), dtype=bool)
        for number, start, end in zip(numbers.tolist(), starts, ends, strict=True):
            area = self._area.get(number)
            if area is not None:
                members = order[start:end]
                found[members] = shapely.intersects_xy(area, lons[members], lats[members])
        return found


def read(path: Path) -> Land:
    """Land from a file written by the reference build."""
    _, _, wkb, (tiles,) = pyogrio.raw.read(path, columns=["tile"])
    return Land(tiles.astype(np.intp), shapely.from_wkb(wkb))


@cache
def load() -> Land:
    """Land of the world, read once."""
    return read(resources.geo("zones", "land.fgb"))
