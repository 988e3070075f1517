"""Whose maritime zone a point lies in, as one answer with its reasons."""

import math
from collections.abc import Iterator
from functools import cache, cached_property

import numpy as np

from sitmap import geodesy, units
from sitmap.model import ZoneAnswer
from sitmap.zones import baseline, land
from sitmap.zones.arguments import reach_of
from sitmap.zones.baseline import DE_FACTO, Territory
from sitmap.zones.coasts import REACH_KM
from sitmap.zones.lookup import Lookup

#: What every answer says of itself.
CAVEAT = "equidistance estimate, not a legal boundary"
_ON_LAND = "on land, no zone"
_NEAR_COAST = "within 3 km of the coast land and sea are not told apart surely"
_NEAR_COAST_KM = 3.0
# Agreed lines leave the median by less than this; farther off they cannot matter.
_AGREED_KM = 200.0
# An edge is looked for in steps of the first size, then within the step in those of the next.
_EDGE_STEPS_KM = (2.0, 0.02)


class Zones(Lookup):
    """Maritime zones of the world: `Lookup` for many points, and one answer at a time.

    Parameters
    ----------
    shore : Baseline
        Shore points with their territories.
    land : Land
        Tells sea from land.
    """

    def at(self, lat: float, lon: float, *, limit: str = "eez", view: str = DE_FACTO) -> ZoneAnswer:
        """Whose maritime zone a point lies in, and how far from its edge.

        Parameters
        ----------
        lat, lon : float
            Degrees.
        limit, view : str
            As in `query`.

        Returns
        -------
        ZoneAnswer
            Its `sovereign` is that of the nearest coast, also on the high seas and on land, where
            `zone` says so, but where an agreed line gives the point to a state farther off. `decides`
            names that coast, the disputed feature that it is, or the agreed line.

        Raises
        ------
        CoordinateError
            If the coordinate is impossible.
        ZoneError
            If `limit` or `view` is not known.
        """
        geodesy.check(lat, lon)
        row = self.query([lat], [lon], limit=limit, view=view)[0]
        territory = self.shore.territories[int(np.flatnonzero(self.codes == row["territory"])[0])]
        disputed = territory.code in self.shore.disputed
        return ZoneAnswer(
            lat=lat,
            lon=lon,
            limit_km=reach_of(limit),
            zone=str(row["zone"]),
            sovereign=str(row["sovereign"]),
            territory=territory.name,
            distance_km=float(row["distance_km"]),
            runner_up=str(row["runner_up"]),
            runner_up_km=float(row["runner_up_km"]),
            margin_km=float(row["margin_km"]),
            view=view,
            decides=self._decides(row, territory, disputed=disputed),
            note="; ".join(self._notes(row)),
        )

    def _decides(self, row: np.void, territory: Territory, *, disputed: bool) -> str:
        if row["distance_km"] > row["runner_up_km"]:
            return self._titles[str(row["agreed"])]
        return territory.name if disputed else f"the coast of {territory.name}"

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {line.line_id: line.title for line in self.shore.lines}

    def _notes(self, row: np.void) -> Iterator[str]:
        """Say what limits an answer."""
        yield CAVEAT
        if row["zone"] == "land":
            yield _ON_LAND
        if row["distance_km"] < _NEAR_COAST_KM:
            yield _NEAR_COAST
        if row["agreed"]:
            yield f"by an agreed line: {self._titles[str(row['agreed'])]}"
            return
        agreed = self.shore.agreements.get(frozenset((str(row["sovereign"]), str(row["runner_up"]))))
        if agreed and row["distance_km"] + row["runner_up_km"] < 2 * units.EEZ_KM + _AGREED_KM:
            yield f"the median stands in for an agreed line: {agreed}"

    def edge_distance(
        self,
        lat: float,
        lon: float,
        *,
        bearing_deg: float,
        sovereign: str = "",
        limit: str = "eez",
        view: str = DE_FACTO,
    ) -> float:
        """Distance along a bearing to the first edge of a sovereign's zone.

        Parameters
        ----------
        lat, lon : float
            Start, degrees; inside or outside the zone, or on its coast. Land is not taken out.
        bearing_deg : float
            Degrees clockwise from true north.
        sovereign : str
            ISO alpha-3; that of the nearest coast when "".
        limit, view : str
            As in `query`.

        Returns
        -------
        float
            km, to 10 m; infinite when there is no edge within 1,000 km.

        Raises
        ------
        CoordinateError
            If the start is impossible.
        ZoneError
            If `limit` or `view` is not known.
        """
        geodesy.check(lat, lon)
        whose = sovereign or str(self.query([lat], [lon], view=view)[0]["sovereign"])
        low, high = 0.0, REACH_KM
        for step in _EDGE_STEPS_KM:
            along = np.append(np.arange(low, high, step), high)
            lats, lons = geodesy.along(lat, lon, bearing_deg=bearing_deg, distances_km=along)
            clear = self.clearance(lats, lons, sovereign=whose, limit_km=reach_of(limit), view=view) >= 0
            changes = np.flatnonzero(clear != clear[0])
            if not len(changes):
                return math.inf
            low, high = float(along[changes[0] - 1]), float(along[changes[0]])
        return (low + high) / 2


@cache
def load() -> Zones:
    """Zones of the world, read once.

    Raises
    ------
    ResourceError
        If the baseline or the land is missing.
    """
    return Zones(baseline.load(), land.load())
