"""Agreed and adjudicated lines between the zones of two states, as the reference build wrote them."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyogrio
import shapely

from sitmap.zones import ellipsoid
from sitmap.zones.tree import Tree

#: A line decides, or can be the nearest edge, within this distance of itself.
NEAR_KM = 400.0
_STEP_KM = 0.5
_KM_PER_DEG = 111.0
_FARTHEST_LAT = 88.0


@dataclass(frozen=True, slots=True)
class Area:
    """Sea that is nearer to one state and the other's by an agreed line.

    Parameters
    ----------
    taker : str
        ISO alpha-3 of the state that has it.
    shape : Polygon or MultiPolygon
        (lon, lat), prepared.
    """

    taker: str
    shape: shapely.Geometry


@dataclass(frozen=True)
class Line:
    """An agreed or adjudicated line between the zones of two states.

    Parameters
    ----------
    line_id, title : str
        As in `curated/lines.csv`.
    states : tuple of str
        ISO alpha-3 of the two.
    special : bool
        Whether either state has what lies within the other's 200 miles on its own side of the line.
    areas : tuple of Area
        What the line takes from the nearer state.
    drawn : Geometry
        The line, and the medians between the two that run on from its ends; (lon, lat).
    """

    line_id: str
    title: str
    states: tuple[str, str]
    special: bool
    areas: tuple[Area, ...]
    drawn: shapely.Geometry

    @cached_property
    def tree(self) -> Tree:
        """Points of `drawn`, close enough together to measure from."""
        points = []
        for part in shapely.get_parts(self.drawn):
            lons, lats = shapely.get_coordinates(part).T
            where = ellipsoid.earth_centred(lats, lons)
            lengths = np.linalg.norm(np.diff(where, axis=0), axis=1)
            pieces = np.maximum(1, np.ceil(lengths / _STEP_KM)).astype(int)
            start = np.repeat(np.arange(len(pieces)), pieces)
            share = np.concatenate([np.arange(count) / count for count in pieces.tolist()])[:, None]
            points += [where[start] * (1 - share) + where[start + 1] * share, where[-1:]]
        return Tree(ellipsoid.surface(np.concatenate(points)))

    @cached_property
    def ball(self) -> tuple[ellipsoid.Floats, float]:
        """Centre, earth-centred, and radius of a ball that holds the line as drawn, km."""
        lons, lats = shapely.get_coordinates(self.drawn).T
        where = ellipsoid.earth_centred(lats, lons)
        centre = (where.min(axis=0) + where.max(axis=0)) / 2
        return centre, float(np.linalg.norm(where - centre, axis=1).max())

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """South, north, middle longitude and half the width of all that may lie within `NEAR_KM`, degrees."""
        west, south, east, north = shapely.union_all([area.shape for area in self.areas]).bounds
        south, north = south - NEAR_KM / _KM_PER_DEG, north + NEAR_KM / _KM_PER_DEG
        narrowest = math.cos(math.radians(min(_FARTHEST_LAT, max(-south, north))))
        return south, north, (west + east) / 2, (east - west) / 2 + NEAR_KM / _KM_PER_DEG / narrowest

    def takes(self, lats: ellipsoid.Floats, lons: ellipsoid.Floats) -> npt.NDArray[np.bool_]:
        """Which points lie in what the line takes from the nearer state."""
        found = np.zeros(len(lats), dtype=bool)
        for area in self.areas:
            found |= shapely.intersects_xy(area.shape, lons, lats)
        return found


def read(folder: Path) -> tuple[Line, ...]:
    """Agreed lines from the folder that the reference build writes; none where it wrote none.

    Parameters
    ----------
    folder : Path
        May hold `agreed_areas.fgb` and `agreed_lines.fgb`.
    """
    if not (folder / "agreed_lines.fgb").is_file():
        return ()
    areas: dict[str, list[Area]] = {}
    for row, shape in _rows(folder / "agreed_areas.fgb"):
        shapely.prepare(shape)
        areas.setdefault(row["line_id"], []).append(Area(row["taker"], shape))
    return tuple(
        Line(
            row["line_id"],
            row["title"],
            (row["left"], row["right"]),
            bool(row["special"]),
            tuple(areas[row["line_id"]]),
            drawn,
        )
        for row, drawn in _rows(folder / "agreed_lines.fgb")
    )


def _rows(path: Path) -> Iterator[tuple[dict[str, Any], shapely.Geometry]]:
    meta, _, wkb, columns = pyogrio.raw.read(path)
    names = meta["fields"].tolist()
    shapes = shapely.from_wkb(wkb)
    for *values, shape in zip(*(column.tolist() for column in columns), shapes, strict=True):
        yield dict(zip(names, values, strict=True)), shape
