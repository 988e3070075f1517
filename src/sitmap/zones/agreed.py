"""Agreed and adjudicated lines: where they decide instead of the median.

A line leaves the median only between two states. The build finds the areas between the line and the
median; in them a point belongs to the state on whose side of the line it lies, not to the nearer one.
Near a line an edge is as far off as the line drawn between the two, not as half the difference of the
distances to their coasts.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import shapely

from sitmap import units
from sitmap.zones import ellipsoid
from sitmap.zones.agreed_lines import NEAR_KM, Line
from sitmap.zones.coasts import Coasts
from sitmap.zones.tree import Indices, Tree

# Third coasts that can matter to points near a line.
_COASTS_KM = 1200.0
_TURN = 360.0
# Points held against all boxes at once, so that the table of them stays in the cache.
_TOGETHER = 4096


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
        self._boxes = np.array([line.box for line in lines]).reshape(-1, 4).T[:, :, None]
        self._thirds: dict[str, Tree] = {}

    def rulings(
        self,
        lats: ellipsoid.Floats,
        lons: ellipsoid.Floats,
        where: ellipsoid.Floats,
        *,
        sovereign: str = "",
        edges: bool = True,
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
        edges : bool
            Whether points near a line that keep their owner are ruled too, which takes much longer;
            without them `edge_km` is not that of all lines.
        """
        found: list[Ruling] = []
        edge_km = np.full(len(lats), np.inf)
        taker = np.full(len(lats), -1)
        for line, boxed in self._about(lats, lons, sovereign):
            held = boxed if edges else boxed[line.takes(lats[boxed], lons[boxed])]
            distances, _ = line.tree.nearest(where[held], within_km=NEAR_KM)
            near, distances = held[distances <= NEAR_KM], distances[distances <= NEAR_KM]
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

    def _about(
        self, lats: ellipsoid.Floats, lons: ellipsoid.Floats, sovereign: str
    ) -> Iterator[tuple[Line, Indices]]:
        """Lines, of all or of one sovereign, with the points in the box about each; none without a point."""
        south, north, middle, half = self._boxes
        lines, points = [np.empty(0, dtype=np.intp)], [np.empty(0, dtype=np.intp)]
        for start in range(0, len(lats), _TOGETHER):
            lat, lon = lats[start : start + _TOGETHER], lons[start : start + _TOGETHER]
            away = np.abs(lon - middle)
            away = np.minimum(away, _TURN - away)
            line, point = np.nonzero((lat >= south) & (lat <= north) & (away <= half))
            lines.append(line)
            points.append(point + start)
        numbers, members = np.concatenate(lines), np.concatenate(points)
        for number in np.unique(numbers).tolist():
            if not sovereign or sovereign in self._lines[number].states:
                yield self._lines[number], members[numbers == number]

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
            left, right = line.states
            sovereigns, points = self._coasts.sovereigns, self._coasts.points
            centre, radius_km = line.ball
            near = np.linalg.norm(points - centre, axis=1) <= radius_km + _COASTS_KM
            self._thirds[line.line_id] = Tree(points[near & (sovereigns != left) & (sovereigns != right)])
        return self._thirds[line.line_id]
