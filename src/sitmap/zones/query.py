"""Whose maritime zone a point lies in, as one answer with its reasons."""

from collections.abc import Iterator
from functools import cache, cached_property

import numpy as np
import numpy.typing as npt

from sitmap import geodesy, units
from sitmap.model import DE_FACTO, ZoneAnswer
from sitmap.zones import baseline, ellipsoid, land
from sitmap.zones.arguments import coordinates, reach_of
from sitmap.zones.baseline import Territory
from sitmap.zones.lookup import Lookup
from sitmap.zones.source import ZoneSource

#: What every answer says of itself.
CAVEAT = "equidistance estimate, not a legal boundary"
_ON_LAND = "on land, no zone"
_NEAR_COAST = "within 3 km of the coast land and sea are not told apart surely"
_NEAR_COAST_KM = 3.0
# Agreed lines leave the median by less than this; farther off they cannot matter.
_AGREED_KM = 200.0


class Zones(Lookup, ZoneSource):
    """Maritime zones of the world by equidistance: `Lookup` for many points, and one answer at a time.

    Parameters
    ----------
    shore : Baseline
        Shore points with their territories.
    land : Land
        Tells sea from land.
    """

    #: Accuracy of the derived line where no treaty moves it, km.
    accuracy_km = 7.0

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
            accuracy_km=self.accuracy_km,
        )

    def classify(
        self, lats: npt.ArrayLike, lons: npt.ArrayLike, *, view: str = DE_FACTO
    ) -> tuple[npt.NDArray[np.str_], npt.NDArray[np.str_]]:
        """Sort many points into zones, high seas and land, without distances.

        Parameters
        ----------
        lats, lons, view
            As in `query`.

        Returns
        -------
        kinds, sovereigns : ndarray of str
            Shape ``(n,)``: `eez` (with what lies nearer to the coast), `high seas` or `land`; and the
            ISO alpha-3 of the state whose zone it is, "" on the high seas and on land.

        Raises
        ------
        ZoneError
            As in `query`.
        """
        land, owners = self._owners(lats, lons, units.EEZ_KM, view)
        return np.where(land, "land", np.where(owners == "", "high seas", "eez")), owners

    def coast_km(
        self, lats: npt.ArrayLike, lons: npt.ArrayLike, *, sovereign: str = "", view: str = DE_FACTO
    ) -> ellipsoid.Floats:
        """Distance to the nearest coast, of all or of one sovereign.

        Parameters
        ----------
        sovereign : str
            ISO alpha-3; "" for every coast.
        lats, lons, view
            As in `query`.

        Returns
        -------
        ndarray
            Shape ``(n,)``, km; infinite for a state without a coast.

        Raises
        ------
        ZoneError
            As in `query`.
        """
        coasts = self.coasts(view)
        where = ellipsoid.earth_centred(*coordinates(lats, lons))
        return coasts.of(sovereign, where) if sovereign else coasts.nearest(where)[0]

    def on_land(self, lats: npt.ArrayLike, lons: npt.ArrayLike) -> npt.NDArray[np.bool_]:
        """Which points lie on land or on a lake; within about two kilometres of the coast it may be either.

        Raises
        ------
        ZoneError
            If a coordinate is impossible (names the index).
        """
        return self.land.covers(*coordinates(lats, lons))

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
            yield f"not applied: {agreed} (the median line is used)"


@cache
def estimate() -> Zones:
    """Zones of the world by equidistance, read once.

    Raises
    ------
    ResourceError
        If the baseline or the land is missing.
    """
    return Zones(baseline.load(), land.load())
