"""Read a quantized TopoJSON topology, simplifying each shared arc once so that neighbours still meet.

Format: https://github.com/topojson/topojson-specification (version 1).
"""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import shapely
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from sitmap.reference import thinning

_Coordinates = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

#: Points of the smallest closed ring.
_RING = 4
#: Degrees round the world.
_TURN = 360.0


class Topology:
    """A topology with its arcs decoded and simplified.

    Parameters
    ----------
    raw : mapping
        The parsed JSON; must be quantized, as all that d3 tools write are.
    tolerance_deg : float
        Greatest distance of a dropped vertex from the line, degrees of latitude; islands that would
        vanish stay as they are.
    """

    def __init__(self, raw: Mapping[str, Any], *, tolerance_deg: float) -> None:
        self._objects = raw["objects"]
        scale, origin = np.array(raw["transform"]["scale"]), np.array(raw["transform"]["translate"])
        self._full = [np.cumsum(np.array(arc), axis=0) * scale + origin for arc in raw["arcs"]]
        self._arcs = [thinning.line(arc, tolerance_deg) for arc in self._full]

    def polygons(self, name: str) -> list[BaseGeometry]:
        """Every polygon of an object, valid, in the order of the file, less what quantizing flattened.

        world-atlas joins what lies on both sides of the antimeridian; here it is cut again.

        Returns
        -------
        list of Polygon
            (lon, lat), degrees.
        """
        found: list[BaseGeometry] = []
        for _, rings in self._members(name):
            shell, *holes = (_unroll(self._ring(ring)) for ring in rings)
            if len(shell) >= _RING:
                inner = [_beside(hole, shell) for hole in holes if len(hole) >= _RING]
                found += _fold(shapely.make_valid(shapely.Polygon(shell, inner)))
        return found

    def borders(self, name: str) -> list[tuple[str, str, BaseGeometry]]:
        """Arcs that two features of an object share, with the features' names.

        Returns
        -------
        list of tuple
            (name, name, LineString), names in alphabetical order.
        """
        owners: dict[int, set[str]] = {}
        for feature, rings in self._members(name):
            for ring in rings:
                for index in ring:
                    owners.setdefault(index if index >= 0 else ~index, set()).add(feature)
        shared = ((index, sorted(names)) for index, names in sorted(owners.items()) if len(names) > 1)
        return [(names[0], names[1], shapely.LineString(self._arcs[index])) for index, names in shared]

    def _members(self, name: str) -> Iterator[tuple[str, list[list[int]]]]:
        for feature in self._objects[name]["geometries"]:
            label = feature.get("properties", {}).get("name", "")
            parts = feature["arcs"] if feature["type"] == "MultiPolygon" else [feature["arcs"]]
            for rings in parts:
                yield label, rings

    def _ring(self, indices: list[int]) -> _Coordinates:
        ring = _chain(self._arcs, indices)
        return ring if len(ring) >= _RING else _chain(self._full, indices)


def _chain(arcs: list[_Coordinates], indices: list[int]) -> _Coordinates:
    first, *others = (arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices)
    return np.concatenate([first, *(arc[1:] for arc in others)])


def _unroll(ring: _Coordinates) -> _Coordinates:
    """Let longitudes run on past the antimeridian; a ring round the south pole is closed along it."""
    lons = np.unwrap(ring[:, 0], period=_TURN)
    unrolled = np.column_stack([lons, ring[:, 1]])
    if abs(lons[-1] - lons[0]) < _TURN / 2:
        return unrolled
    south = [[lons[-1], -90.0], [lons[0], -90.0], [lons[0], ring[0, 1]]]
    return np.concatenate([unrolled, south])


def _beside(hole: _Coordinates, shell: _Coordinates) -> _Coordinates:
    """Move a hole to the turn of the world that its shell is on."""
    turns = np.round((shell[:, 0].mean() - hole[:, 0].mean()) / _TURN)
    return np.column_stack([hole[:, 0] + turns * _TURN, hole[:, 1]])


def _fold(unrolled: BaseGeometry) -> list[BaseGeometry]:
    """Cut what runs past the antimeridian and move it back between -180 and 180."""
    found: list[BaseGeometry] = []
    for turn in (-_TURN, 0.0, _TURN):
        inside = unrolled.intersection(shapely.box(turn - _TURN / 2, -90, turn + _TURN / 2, 90))
        moved = translate(inside, xoff=-turn)
        found += [p for p in shapely.get_parts(moved) if p.geom_type == "Polygon" and not p.is_empty]
    return found
