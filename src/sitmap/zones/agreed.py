"""Agreed and adjudicated lines: where they decide instead of the median.

A line leaves the median only between two states. The build finds the areas between the line and the
median; in them a point belongs to the state on whose side of the line it lies, not to the nearer one.
Near a line an edge is as far off as the line drawn between the two, not as half the difference of the
distances to their coasts.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyogrio
import shapely

from sitmap import units
from sitmap.zones import ellipsoid
from sitmap.zones.coasts import Coasts
from sitmap.zones.tree import Indices, Tree

#: A line decides, or can be the nearest edge, within this distance of itself.
NEAR_KM = 400.0
# Third coasts that can matter to points within that distance.
_COASTS_KM = 1200.0
_STEP_KM = 0.5
_KM_PER_DEG = 111.0
_HALF_TURN = 180.0
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
    def _box(self) -> tuple[float, float, float, float]:
        """South, north, middle longitude and half the width of all that is near."""
        west, south, east, north = shapely.union_all([area.shape for area in self.areas]).bounds
        south, north = south - NEAR_KM / _KM_PER_DEG, north + NEAR_KM / _KM_PER_DEG
        narrowest = math.cos(math.radians(min(_FARTHEST_LAT, max(-south, north))))
        return south, north, (west + east) / 2, (east - west) / 2 + NEAR_KM / _KM_PER_DEG / narrowest

    def near(self, lats: ellipsoid.Floats, lons: ellipsoid.Floats) -> Indices:
        """Which points may lie within `NEAR_KM` of the areas of the line."""
        south, north, middle, half = self._box
        away = np.abs((lons - middle + _HALF_TURN) % (2 * _HALF_TURN) - _HALF_TURN)
        return np.flatnonzero((lats >= south) & (lats <= north) & (away <= half))


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a line makes of the points that it concerns.

    Parameters
    ----------
    line : Line
        The line.
    points : ndarray of int
        Their indices: points nearer to one of the line's states than to any third.
    owners, others : ndarray of str
        The state on whose side each lies, and the other of the two.
    taken : ndarray of bool
        Whether the line gives it to the state farther off.
    own_km, other_km, third_km, line_km : ndarray
        To the coasts of owner, other and the nearest third state, and to the line as drawn.
    edge_km : ndarray
        To the nearest of all lines that are drawn.
    """

    line: Line
    points: Indices
    owners: npt.NDArray[np.str_]
    others: npt.NDArray[np.str_]
    taken: npt.NDArray[np.bool_]
    own_km: ellipsoid.Floats
    other_km: ellipsoid.Floats
    third_km: ellipsoid.Floats
    line_km: ellipsoid.Floats
    edge_km: ellipsoid.Floats

    def zone_km(self, limit_km: float) -> ellipsoid.Floats:
        """Distance that decides whether each point is within a limit of its owner.

        Parameters
        ----------
        limit_km : float
            Only at 200 nautical miles does the other's coast count too, if the line says so.
        """
        if self.line.special and limit_km >= units.EEZ_KM:
            return np.where(self.taken, np.minimum(self.own_km, self.other_km), self.own_km)
        return self.own_km

    @property
    def alone_km(self) -> ellipsoid.Floats:
        """How far each point can move at least before a third state comes into play."""
        return (self.third_km - np.minimum(self.own_km, self.other_km)) / 2

    @property
    def free_km(self) -> ellipsoid.Floats:
        """How far each point can move at least before a third state or a line comes into play."""
        return np.minimum(self.alone_km, self.edge_km)

    def but_for(self, others: npt.NDArray[np.bool_], edge_km: ellipsoid.Floats) -> "Ruling":
        """Leave out what other lines take, and know how far off the nearest of all lines is.

        Parameters
        ----------
        others : ndarray of bool
            Of each point ruled, whether another line gives it to somebody.
        edge_km : ndarray
            Of each point ruled, distance to the nearest of all lines.
        """
        kept = ~others
        return replace(
            self,
            points=self.points[kept],
            owners=self.owners[kept],
            others=self.others[kept],
            taken=self.taken[kept],
            own_km=self.own_km[kept],
            other_km=self.other_km[kept],
            third_km=self.third_km[kept],
            line_km=self.line_km[kept],
            edge_km=edge_km[kept],
        )


class Agreed:
    """Agreed lines over the coasts of one view.

    Parameters
    ----------
    lines : tuple of Line
        The lines that are drawn.
    coasts : Coasts
        Shore points with their sovereigns.
    """

    def __init__(self, lines: tuple[Line, ...], coasts: Coasts) -> None:
        self._lines = lines
        self._coasts = coasts
        self._thirds: dict[str, Tree] = {}

    def rulings(
        self,
        lats: ellipsoid.Floats,
        lons: ellipsoid.Floats,
        where: ellipsoid.Floats,
        *,
        sovereign: str = "",
    ) -> Iterator[Ruling]:
        """Rulings of the lines that concern any of some points.

        Parameters
        ----------
        lats, lons : ndarray
            Degrees, shape ``(n,)``.
        where : ndarray
            The same earth-centred, shape ``(n, 3)``, km.
        sovereign : str
            Only lines of this state, unless "".
        """
        found: list[Ruling] = []
        edge_km = np.full(len(lats), np.inf)
        taker = np.full(len(lats), -1)
        for line in self._lines:
            if sovereign and sovereign not in line.states:
                continue
            near = line.near(lats, lons)
            distances, _ = line.tree.nearest(where[near], within_km=NEAR_KM)
            near, distances = near[distances <= NEAR_KM], distances[distances <= NEAR_KM]
            if not len(near):
                continue
            edge_km[near] = np.minimum(edge_km[near], distances)
            ruling = self._ruling(line, near, lats[near], lons[near], where[near])
            taker[ruling.points[ruling.taken]] = len(found)
            found.append(ruling)
        # Lines of one state may meet: what one of them gives away is no matter of the others.
        for i, ruling in enumerate(found):
            by = taker[ruling.points]
            yield ruling.but_for((by >= 0) & (by != i), edge_km[ruling.points])

    def _ruling(
        self,
        line: Line,
        near: Indices,
        lats: ellipsoid.Floats,
        lons: ellipsoid.Floats,
        where: ellipsoid.Floats,
    ) -> Ruling:
        left, right = line.states
        left_km, right_km = self._coasts.of(left, where), self._coasts.of(right, where)
        third_km = self._third(line).nearest(where)[0]
        kept = np.flatnonzero(np.minimum(left_km, right_km) <= third_km)
        lats, lons, left_km, right_km = lats[kept], lons[kept], left_km[kept], right_km[kept]
        leftward = left_km <= right_km
        taken = np.zeros(len(kept), dtype=bool)
        for area in line.areas:
            held = np.flatnonzero(leftward != (area.taker == left))
            taken[held] |= shapely.intersects_xy(area.shape, lons[held], lats[held])
        leftward ^= taken
        line_km = line.tree.nearest(where[kept])[0]
        return Ruling(
            line=line,
            points=near[kept],
            owners=np.where(leftward, left, right),
            others=np.where(leftward, right, left),
            taken=taken,
            own_km=np.where(leftward, left_km, right_km),
            other_km=np.where(leftward, right_km, left_km),
            third_km=third_km[kept],
            line_km=line_km,
            edge_km=line_km,
        )

    def _third(self, line: Line) -> Tree:
        """Coasts of all but the line's own states near it."""
        if line.line_id not in self._thirds:
            points = self._coasts.points[~np.isin(self._coasts.sovereigns, line.states)]
            distances, _ = line.tree.nearest(points, within_km=_COASTS_KM)
            self._thirds[line.line_id] = Tree(points[np.isfinite(distances)])
        return self._thirds[line.line_id]


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
