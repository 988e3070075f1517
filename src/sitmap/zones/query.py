"""Whose maritime zone points lie in: nearest coast wins, out to the limit.

Method: UNCLOS articles 3, 33 and 57 give the limits; articles 15 and 74 leave the line between
neighbours to agreement, and without one the median line is the estimate. A point is given to the
sovereign of the nearest shore point. With d1 its distance and d2 that to the nearest shore of another
sovereign, no move shorter than ``min(limit - d1, (d2 - d1) / 2)`` can change the answer.
"""

import math
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from sitmap import geodesy, units
from sitmap.errors import CoordinateError, ZoneError
from sitmap.model import ZoneAnswer
from sitmap.zones import baseline, ellipsoid
from sitmap.zones import land as land_module
from sitmap.zones.baseline import DE_FACTO, Baseline
from sitmap.zones.coasts import REACH_KM, Coasts
from sitmap.zones.land import Land

#: Outer limits by the name that queries use, km from the baseline.
LIMITS: Mapping[str, float] = MappingProxyType(
    {
        "territorial": units.TERRITORIAL_SEA_KM,
        "contiguous": units.CONTIGUOUS_ZONE_KM,
        "eez": units.EEZ_KM,
    }
)

#: What every answer says of itself.
CAVEAT = "equidistance estimate, not a legal boundary"
_ON_LAND = "on land, no zone"
_NEAR_COAST = "within 2 km of the coast land and sea are not told apart surely"
_NEAR_COAST_KM = 2.0

_ZONES = np.array(["territorial sea", "contiguous zone", "eez", "high seas", "land"])
_LAND = 4
_BOUNDS = np.array(list(LIMITS.values()))

# An edge is looked for in steps of the first size, then within the step in those of the next.
_EDGE_STEPS_KM = (2.0, 0.02)

#: Fields of the array that `Zones.query` returns.
ANSWER = np.dtype(
    [
        ("zone", "U15"),
        ("sovereign", "U3"),
        ("territory", "U5"),
        ("distance_km", "f8"),
        ("runner_up", "U3"),
        ("runner_up_km", "f8"),
        ("margin_km", "f8"),
    ]
)


class Zones:
    """Maritime zones of the world.

    Parameters
    ----------
    shore : Baseline
        Shore points with their territories.
    land : Land
        Tells sea from land.
    """

    def __init__(self, shore: Baseline, land: Land) -> None:
        self._shore = shore
        self._land = land
        self._codes = np.array([territory.code for territory in shore.territories])
        self._coasts: dict[str, tuple[Coasts, npt.NDArray[np.str_]]] = {}

    @property
    def views(self) -> tuple[str, ...]:
        """Views that differ from one another: `de facto` and every claimant's."""
        return (DE_FACTO, *sorted({claim.view for claim in self._shore.claims}))

    @property
    def sovereigns(self) -> tuple[str, ...]:
        """ISO alpha-3 of every state with a coast."""
        return tuple(sorted({territory.sovereign for territory in self._shore.territories}))

    def query(
        self, lats: npt.ArrayLike, lons: npt.ArrayLike, *, limit: str = "eez", view: str = DE_FACTO
    ) -> npt.NDArray[np.void]:
        """Answers for many points.

        Parameters
        ----------
        lats, lons : array_like
            Degrees, shape ``(n,)``.
        limit : str
            `eez`, `territorial` or `contiguous`: the limit that `margin_km` refers to.
        view : str
            `de facto`, or the ISO alpha-3 of the state whose view of disputed features is taken.

        Returns
        -------
        ndarray
            Structured, shape ``(n,)``, fields as in `ANSWER`: those of `ZoneAnswer`, with the
            territory's code. `runner_up_km` is infinite, and `runner_up` "", when no other
            sovereign's coast is within 1,000 km.

        Raises
        ------
        ZoneError
            If a coordinate is impossible (names the index), or `limit` or `view` is not known.
        """
        limit_km = limit_of(limit)
        coasts, sovereigns = self._view(view)
        lat, lon = _checked(lats, lons)
        where = ellipsoid.earth_centred(lat, lon)
        first, shore = coasts.nearest(where)
        second, rival = coasts.rival(where, shore)
        reached = np.isfinite(second)
        answers = np.empty(len(lat), dtype=ANSWER)
        kind = np.searchsorted(_BOUNDS, first)
        kind[self._land.covers(lat, lon)] = _LAND
        answers["zone"] = _ZONES[kind]
        answers["sovereign"] = sovereigns[coasts.owners[shore]]
        answers["territory"] = self._codes[coasts.owners[shore]]
        answers["distance_km"] = first
        answers["runner_up"] = np.where(reached, sovereigns[coasts.owners[rival]], "")
        answers["runner_up_km"] = second
        inside = np.minimum(limit_km - first, (second - first) / 2)
        answers["margin_km"] = np.where(first <= limit_km, inside, first - limit_km)
        return answers

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
            `zone` says so. `decides` names that coast, or the disputed feature that it is.

        Raises
        ------
        CoordinateError
            If the coordinate is impossible.
        ZoneError
            If `limit` or `view` is not known.
        """
        geodesy.check(lat, lon)
        row = self.query([lat], [lon], limit=limit, view=view)[0]
        territory = self._shore.territories[int(np.flatnonzero(self._codes == row["territory"])[0])]
        zone, distance = str(row["zone"]), float(row["distance_km"])
        notes = [CAVEAT]
        if zone == "land":
            notes.append(_ON_LAND)
        if distance < _NEAR_COAST_KM:
            notes.append(_NEAR_COAST)
        return ZoneAnswer(
            lat=lat,
            lon=lon,
            limit_km=LIMITS[limit],
            zone=zone,
            sovereign=str(row["sovereign"]),
            territory=territory.name,
            distance_km=distance,
            runner_up=str(row["runner_up"]),
            runner_up_km=float(row["runner_up_km"]),
            margin_km=float(row["margin_km"]),
            view=view,
            decides=territory.name
            if territory.code in self._shore.disputed
            else f"the coast of {territory.name}",
            note="; ".join(notes),
        )

    def inside(
        self,
        lats: npt.ArrayLike,
        lons: npt.ArrayLike,
        *,
        sovereign: str,
        limit_km: float = units.EEZ_KM,
        view: str = DE_FACTO,
    ) -> npt.NDArray[np.bool_]:
        """Which points lie in the zone of one sovereign.

        Parameters
        ----------
        lats, lons : array_like
            Degrees, shape ``(n,)``.
        sovereign : str
            ISO alpha-3; a state without a coast has no zone.
        limit_km : float
            Outer limit, km from the baseline.
        view : str
            As in `query`.

        Returns
        -------
        ndarray of bool
            Shape ``(n,)``; False on land.

        Raises
        ------
        ZoneError
            If a coordinate is impossible (names the index), or `view` is not known.
        """
        coasts, sovereigns = self._view(view)
        lat, lon = _checked(lats, lons)
        distances, shore = coasts.nearest(ellipsoid.earth_centred(lat, lon))
        found: npt.NDArray[np.bool_] = (distances <= limit_km) & (
            sovereigns[coasts.owners[shore]] == sovereign
        )
        found[found] = ~self._land.covers(lat[found], lon[found])
        return found

    def clearance(
        self,
        lats: npt.ArrayLike,
        lons: npt.ArrayLike,
        *,
        sovereign: str,
        limit_km: float = units.EEZ_KM,
        view: str = DE_FACTO,
    ) -> ellipsoid.Floats:
        """How far points lie inside the zone of one sovereign at least, km; negative outside.

        With dS the distance to its coast and dO that to the nearest other one it is
        ``min(limit - dS, (dO - dS) / 2)``: the zone has no edge nearer than its absolute value.
        Land is not taken out. Parameters and errors as in `inside`.

        Returns
        -------
        ndarray
            Shape ``(n,)``; minus infinity for a state without a coast.
        """
        coasts, sovereigns = self._view(view)
        lat, lon = _checked(lats, lons)
        where = ellipsoid.earth_centred(lat, lon)
        first, shore = coasts.nearest(where)
        second, _ = coasts.rival(where, shore)
        own = coasts.of(where, int(np.searchsorted(np.unique(sovereigns), sovereign)))
        if sovereign not in sovereigns:
            return np.full(len(lat), -np.inf)
        other = np.where(sovereigns[coasts.owners[shore]] == sovereign, second, first)
        return np.minimum(limit_km - own, (other - own) / 2)

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
            clear = self.clearance(lats, lons, sovereign=whose, limit_km=limit_of(limit), view=view) >= 0
            changes = np.flatnonzero(clear != clear[0])
            if not len(changes):
                return math.inf
            low, high = float(along[changes[0] - 1]), float(along[changes[0]])
        return (low + high) / 2

    def _view(self, view: str) -> tuple[Coasts, npt.NDArray[np.str_]]:
        """Coasts under a view, and the sovereign of each territory in it."""
        claimants = {claim.view for claim in self._shore.claims}
        if view != DE_FACTO and not (len(view) == 3 and view.isalpha() and view.isupper()):  # noqa: PLR2004 - ISO alpha-3
            raise ZoneError(
                f"view {view!r} is not known: give {DE_FACTO!r} or the ISO alpha-3 code of a state; "
                f"those with a view of their own are {', '.join(sorted(claimants))}"
            )
        # A state that disputes nothing sees what all see.
        key = view if view in claimants else DE_FACTO
        if key not in self._coasts:
            named = np.array(self._shore.sovereigns(key))
            kept = named[self._shore.owners] != ""
            numbers = np.unique(named, return_inverse=True)[1]
            owners = self._shore.owners[kept]
            self._coasts[key] = (Coasts(self._shore.points[kept], owners, numbers[owners]), named)
        return self._coasts[key]


def limit_of(limit: str) -> float:
    """Outer limit in km by its name.

    Raises
    ------
    ZoneError
        If it is not known.
    """
    if limit not in LIMITS:
        raise ZoneError(f"limit {limit!r} is not known: give one of {', '.join(LIMITS)}")
    return LIMITS[limit]


def _checked(lats: npt.ArrayLike, lons: npt.ArrayLike) -> tuple[ellipsoid.Floats, ellipsoid.Floats]:
    """Coordinates as two arrays of one length, each of them possible."""
    lat = np.atleast_1d(np.asarray(lats, dtype=np.float64))
    lon = np.atleast_1d(np.asarray(lons, dtype=np.float64))
    if lat.ndim != 1 or lat.shape != lon.shape:
        raise ZoneError(f"lats {lat.shape} and lons {lon.shape}: give one row of each, of one length")
    wrong = ~((np.abs(lat) <= 90) & (np.abs(lon) <= 180))  # noqa: PLR2004 - the Earth's own limits; NaN is wrong too
    if wrong.any():
        index = int(np.flatnonzero(wrong)[0])
        try:
            geodesy.check(float(lat[index]), float(lon[index]))
        except CoordinateError as error:
            raise ZoneError(f"point {index} of {len(lat)}: {error}") from error
    return lat, lon


@cache
def load() -> Zones:
    """Zones of the world, read once.

    Raises
    ------
    ResourceError
        If the baseline or the land is missing.
    """
    return Zones(baseline.load(), land_module.load())
