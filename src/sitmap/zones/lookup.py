"""Whose maritime zone points lie in: nearest coast wins, out to the limit.

Method: UNCLOS articles 3, 33 and 57 give the limits; articles 15 and 74 leave the line between
neighbours to agreement, and without one the median line is the estimate. A point is given to the
sovereign of the nearest shore point. With d1 its distance and d2 that to the nearest shore of another
sovereign, no move shorter than ``min(limit - d1, (d2 - d1) / 2)`` can change the answer. Where an
agreed line is drawn, it and the distance to it take the median's place (`agreed`).
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from sitmap import units
from sitmap.model import DE_FACTO
from sitmap.zones import ellipsoid
from sitmap.zones.agreed import Agreed, Ruling
from sitmap.zones.arguments import LIMITS, coordinates, reach_of, view_of
from sitmap.zones.baseline import Baseline
from sitmap.zones.coasts import Coasts, Codes
from sitmap.zones.land import Land

_ZONES = np.array(["territorial sea", "contiguous zone", "eez", "high seas", "land"])
_EEZ, _LAND = 2, 4
_BOUNDS = np.array(list(LIMITS.values()))

#: Fields of the array that `Lookup.query` returns.
ANSWER = np.dtype(
    [
        ("zone", "U15"),
        ("sovereign", "U3"),
        ("territory", "U5"),
        ("distance_km", "f8"),
        ("runner_up", "U3"),
        ("runner_up_km", "f8"),
        ("margin_km", "f8"),
        ("agreed", "U24"),
    ]
)


class Lookup:
    """Answers for many points at once.

    Parameters
    ----------
    shore : Baseline
        Shore points with their territories.
    land : Land
        Tells sea from land.
    """

    def __init__(self, shore: Baseline, land: Land) -> None:
        self.shore = shore
        self.land = land
        self.codes = np.array([territory.code for territory in shore.territories])
        self._coasts: dict[str, Coasts] = {}
        self._agreed: dict[str, Agreed] = {}

    @property
    def views(self) -> tuple[str, ...]:
        """Views that differ from one another: `de facto` and every claimant's."""
        return (DE_FACTO, *sorted(self.shore.claimants))

    @property
    def sovereigns(self) -> tuple[str, ...]:
        """ISO alpha-3 of every state with a coast."""
        return tuple(sorted({territory.sovereign for territory in self.shore.territories}))

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
            sovereign's coast is within 1,000 km. `agreed` is the id of the agreed line that gives
            the point to the sovereign or is the nearest edge; "" where it is the median or a limit.

        Raises
        ------
        ZoneError
            If a coordinate is impossible (names the index), or `limit` or `view` is not known.
        """
        reach = reach_of(limit)
        coasts = self.coasts(view)
        lat, lon = coordinates(lats, lons)
        where = ellipsoid.earth_centred(lat, lon)
        first, shore = coasts.nearest(where)
        second, rival = coasts.rival(where, shore)
        kind = np.searchsorted(_BOUNDS, first)
        kind[self.land.covers(lat, lon)] = _LAND
        answers = np.empty(len(lat), dtype=ANSWER)
        answers["zone"] = _ZONES[kind]
        answers["sovereign"] = coasts.sovereigns[shore]
        answers["territory"] = self.codes[coasts.territories[shore]]
        answers["distance_km"] = first
        answers["runner_up"] = np.where(np.isfinite(second), coasts.sovereigns[rival], "")
        answers["runner_up_km"] = second
        margin = np.where(first <= reach, np.minimum(reach - first, (second - first) / 2), first - reach)
        # What is on land stays there until the coast.
        answers["margin_km"] = np.where(kind == _LAND, first, margin)
        answers["agreed"] = ""
        for ruling in self._rulings(view, lat, lon, where):
            self._rule(answers, ruling, coasts, where, reach)
        return answers

    def _rule(
        self,
        answers: npt.NDArray[np.void],
        ruling: Ruling,
        coasts: Coasts,
        where: ellipsoid.Floats,
        reach: float,
    ) -> None:
        """Put what an agreed line makes of some points into their answers."""
        sea = answers["zone"][ruling.points] != "land"
        taken = np.flatnonzero(ruling.taken & sea)
        points = ruling.points[taken]
        kind = np.searchsorted(_BOUNDS, ruling.own_km[taken])
        kind[(kind > _EEZ) & (ruling.zone_km(units.EEZ_KM)[taken] <= units.EEZ_KM)] = _EEZ
        answers["zone"][points] = _ZONES[kind]
        answers["sovereign"][points] = ruling.owners[taken]
        answers["distance_km"][points] = ruling.own_km[taken]
        answers["runner_up"][points] = ruling.others[taken]
        answers["runner_up_km"][points] = ruling.other_km[taken]
        for state in ruling.line.states:
            held = points[ruling.owners[taken] == state]
            _, shore = coasts.nearest_of(state, where[held])
            answers["territory"][held] = self.codes[coasts.territories[shore]]
        # What the line did not take stays as it was on the high seas, where no edge between the two is.
        changed = np.flatnonzero(sea & (ruling.taken | (ruling.own_km <= reach)))
        points = ruling.points[changed]
        within = reach - ruling.zone_km(reach)[changed]
        free = np.maximum(ruling.free_km[changed], 0)
        answers["margin_km"][points] = np.minimum(np.abs(within), free)
        by_line = ruling.taken[changed] | (ruling.line_km[changed] <= answers["margin_km"][points])
        answers["agreed"][points[by_line]] = ruling.line.line_id

    def owners(
        self,
        lats: npt.ArrayLike,
        lons: npt.ArrayLike,
        *,
        limit: str = "eez",
        view: str = DE_FACTO,
    ) -> Codes:
        """Whose zone each point lies in, without distances: the fast way to classify many.

        Parameters
        ----------
        lats, lons, limit, view
            As in `query`.

        Returns
        -------
        ndarray of str
            Shape ``(n,)``: ISO alpha-3, "" on the high seas and on land.

        Raises
        ------
        ZoneError
            As in `query`.
        """
        return self._owners(lats, lons, reach_of(limit), view)[1]

    def _owners(
        self, lats: npt.ArrayLike, lons: npt.ArrayLike, reach: float, view: str
    ) -> tuple[npt.NDArray[np.bool_], Codes]:
        """Which points lie on land, and whose zone the others lie in; "" beyond reach of every coast."""
        coasts = self.coasts(view)
        lat, lon = coordinates(lats, lons)
        land = self.land.covers(lat, lon)
        owners = np.full(len(lat), "", dtype=coasts.sovereigns.dtype)
        sea = np.flatnonzero(~land)
        where = ellipsoid.earth_centred(lat[sea], lon[sea])
        distances, shore = coasts.nearest(where, within_km=reach)
        reached = np.isfinite(distances)
        where, shore, near = where[reached], shore[reached], sea[reached]
        owners[near] = coasts.sovereigns[shore]
        for ruling in self._rulings(view, lat[near], lon[near], where, edges=False):
            held = near[ruling.points]
            owners[held] = np.where(ruling.zone_km(reach) <= reach, ruling.owners, "")
        return land, owners

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
        coasts = self.coasts(view)
        lat, lon = coordinates(lats, lons)
        where = ellipsoid.earth_centred(lat, lon)
        # Most points of a wide area are out of reach of any one coast, which is soon said.
        near = np.flatnonzero(np.isfinite(coasts.of(sovereign, where, within_km=limit_km)))
        _, shore = coasts.nearest(where[near])
        found = np.zeros(len(lat), dtype=bool)
        found[near] = coasts.sovereigns[shore] == sovereign
        for ruling in self._rulings(view, lat, lon, where, sovereign=sovereign, edges=False):
            found[ruling.points] = (ruling.owners == sovereign) & (ruling.zone_km(limit_km) <= limit_km)
        near = np.flatnonzero(found)
        found[near] = ~self.land.covers(lat[near], lon[near])
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
        coasts = self.coasts(view)
        lat, lon = coordinates(lats, lons)
        where = ellipsoid.earth_centred(lat, lon)
        own = coasts.of(sovereign, where)
        other, shore = coasts.nearest(where)
        held = coasts.sovereigns[shore] == sovereign
        other[held], _ = coasts.rival(where[held], shore[held])
        clear = np.full(len(lat), -np.inf)
        known = np.isfinite(own)
        clear[known] = np.minimum(limit_km - own[known], (other[known] - own[known]) / 2)
        for ruling in self._rulings(view, lat, lon, where, sovereign=sovereign):
            held = ruling.owners == sovereign
            reach = np.where(held, ruling.zone_km(limit_km), ruling.other_km)
            line = np.where(held, ruling.edge_km, -ruling.edge_km)
            clear[ruling.points] = np.minimum.reduce([limit_km - reach, line, ruling.alone_km])
        return clear

    def _rulings(
        self,
        view: str,
        lats: ellipsoid.Floats,
        lons: ellipsoid.Floats,
        where: ellipsoid.Floats,
        *,
        sovereign: str = "",
        edges: bool = True,
    ) -> Iterator[Ruling]:
        """Rulings of the agreed lines, of all or of one sovereign, under a view."""
        key = view_of(view, self.shore.claimants)
        if key not in self._agreed:
            self._agreed[key] = Agreed(self.shore.lines, self.coasts(view))
        return self._agreed[key].rulings(lats, lons, where, sovereign=sovereign, edges=edges)

    def coasts(self, view: str) -> Coasts:
        """Shore points that generate a zone in a view, with their sovereigns."""
        key = view_of(view, self.shore.claimants)
        if key not in self._coasts:
            named = np.array(self.shore.sovereigns(key))[self.shore.owners]
            kept = named != ""
            self._coasts[key] = Coasts(self.shore.points[kept], self.shore.owners[kept], named[kept])
        return self._coasts[key]
