"""What any source of maritime zones can be asked: shares, three-valued answers, edges along a bearing."""

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from shapely.geometry.base import BaseGeometry

from sitmap import geodesy, sampling, units
from sitmap.model import DE_FACTO, ZoneAnswer
from sitmap.zones.arguments import check_state, reach_of
from sitmap.zones.coasts import REACH_KM
from sitmap.zones.ellipsoid import Floats

#: Points that stand for an area: its share is then good to half a part in a hundred (tested).
SAMPLES = 2000

#: The three answers, by index; no fourth.
SIDES = ("inside", "outside", "too close to call")
_INSIDE, _OUTSIDE, _TOO_CLOSE = range(3)

# An edge is looked for in steps of the first size, then within the step in those of the next.
_EDGE_STEPS_KM = (2.0, 0.02)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a point and the circle around it stand against one zone of one state.

    Parameters
    ----------
    sovereign : str
        ISO alpha-3 of the state.
    limit : str
        `eez`, `contiguous` or `territorial`: which of its zones.
    answer : str
        `inside`, `outside` or `too close to call`.
    margin_km : float
        Distance by which the point lies inside at least, negative outside; -inf for a state without
        a coast.
    tolerance_km : float
        Below this margin it is too close to call: the circle's radius and the method's accuracy.
    share : float
        Part of the circle that lies inside, 0 to 1; of the bare point 0 or 1. Land is outside.
    """

    sovereign: str
    limit: str
    answer: str
    margin_km: float
    tolerance_km: float
    share: float


class ZoneSource(ABC):
    """Maritime zones, however they are known."""

    #: How far the source's lines may be off, km.
    accuracy_km: float

    @abstractmethod
    def at(self, lat: float, lon: float, *, limit: str = "eez", view: str = DE_FACTO) -> ZoneAnswer:
        """Whose maritime zone a point lies in, and how far from its edge."""

    @abstractmethod
    def inside(
        self,
        lats: npt.ArrayLike,
        lons: npt.ArrayLike,
        *,
        sovereign: str,
        limit_km: float = units.EEZ_KM,
        view: str = DE_FACTO,
    ) -> npt.NDArray[np.bool_]:
        """Which points lie in the zone of one sovereign; none on land does."""

    @abstractmethod
    def clearance(
        self,
        lats: npt.ArrayLike,
        lons: npt.ArrayLike,
        *,
        sovereign: str,
        limit_km: float = units.EEZ_KM,
        view: str = DE_FACTO,
    ) -> Floats:
        """How far points lie inside the zone of one sovereign at least, km; negative outside."""

    def share(
        self,
        area: BaseGeometry,
        *,
        sovereign: str,
        limit_km: float = units.EEZ_KM,
        view: str = DE_FACTO,
    ) -> float:
        """Part of an area that lies in the zone of one sovereign.

        Parameters
        ----------
        area : Polygon or MultiPolygon
            (lon, lat) in degrees.
        sovereign, limit_km, view
            As in `inside`.

        Returns
        -------
        float
            0 to 1, by evenly spread points; good to half a part in a hundred. Land is outside.

        Raises
        ------
        ZoneError
            As in `inside`.
        """
        lats, lons = sampling.samples(area, SAMPLES)
        return float(np.mean(self.inside(lats, lons, sovereign=sovereign, limit_km=limit_km, view=view)))

    def sides(
        self,
        lats: npt.ArrayLike,
        lons: npt.ArrayLike,
        *,
        sovereign: str,
        rounding_km: float = 0.0,
        limit_km: float = units.EEZ_KM,
        view: str = DE_FACTO,
    ) -> npt.NDArray[np.str_]:
        """Three-valued answers for many points.

        Parameters
        ----------
        rounding_km : float
            How far off each point may be; with `accuracy_km` it is the margin below which no answer
            is given.
        lats, lons, sovereign, limit_km, view
            As in `inside`.

        Returns
        -------
        ndarray of str
            Shape ``(n,)``, each one of `SIDES`; what is surely ashore is outside.

        Raises
        ------
        ZoneError
            As in `inside`.
        """
        clear = self.clearance(lats, lons, sovereign=sovereign, limit_km=limit_km, view=view)
        within = self.inside(lats, lons, sovereign=sovereign, limit_km=limit_km, view=view)
        answers = np.where(within, _INSIDE, _OUTSIDE)
        answers[np.abs(clear) < rounding_km + self.accuracy_km] = _TOO_CLOSE
        return np.array(SIDES)[answers]

    def standing(
        self,
        lat: float,
        lon: float,
        *,
        sovereign: str,
        radius_km: float = 0.0,
        limit: str = "eez",
        view: str = DE_FACTO,
    ) -> Standing:
        """Where a point and the circle around it stand against a zone of one state.

        Parameters
        ----------
        lat, lon : float
            Degrees.
        sovereign : str
            ISO alpha-3.
        radius_km : float
            How far off the point may be.
        limit, view : str
            As in `at`.

        Returns
        -------
        Standing

        Raises
        ------
        CoordinateError
            If the point is impossible or the radius is none on Earth.
        ZoneError
            If `limit`, `view` or the form of `sovereign` is not known.
        """
        geodesy.check(lat, lon)
        check_state(sovereign)
        limit_km = reach_of(limit)
        margin = self.clearance([lat], [lon], sovereign=sovereign, limit_km=limit_km, view=view)
        answer = self.sides(
            [lat], [lon], sovereign=sovereign, rounding_km=radius_km, limit_km=limit_km, view=view
        )
        if radius_km:
            circle = geodesy.circle(lat, lon, radius_km=radius_km)
            share = self.share(circle, sovereign=sovereign, limit_km=limit_km, view=view)
        else:
            within = self.inside([lat], [lon], sovereign=sovereign, limit_km=limit_km, view=view)
            share = float(within[0])
        return Standing(
            sovereign=sovereign,
            limit=limit,
            answer=str(answer[0]),
            margin_km=float(margin[0]),
            tolerance_km=radius_km + self.accuracy_km,
            share=share,
        )

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
            As in `at`.

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
        whose = sovereign or self.at(lat, lon, view=view).sovereign
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
