"""A user's own zones before the equidistance estimate: where the file has a say, it decides.

The file draws exclusive economic zones; the limits of 12 and 24 miles stay the estimate's. A state that the
file names has the zone that the file draws and no other; one that it does not name keeps its estimate where
the file leaves the sea free.
"""

import math
from dataclasses import replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
import shapely

from sitmap import units
from sitmap.model import DE_FACTO, ZoneAnswer
from sitmap.zones import ellipsoid
from sitmap.zones.arguments import coordinates
from sitmap.zones.ellipsoid import Floats
from sitmap.zones.own_file import OwnArea
from sitmap.zones.query import Zones
from sitmap.zones.source import ZoneSource
from sitmap.zones.tree import Indices, Tree

Flags = npt.NDArray[np.bool_]

# An area's outline this near to a shore is its coast, not an edge of the zone; the file's shore and
# ours may be so far apart.
_COAST_KM = 3.0
_AROUND = [(math.cos(turn * math.pi / 4), math.sin(turn * math.pi / 4)) for turn in range(8)]
# Edges are measured to points this far apart.
_STEP_KM = 0.5
_KM_PER_DEG = 111.0
_POLE, _EDGE = 90.0, 180.0
_NARROWEST = 0.01
_ZONES = ("territorial sea", "contiguous zone", "eez")


class OwnZones(ZoneSource):
    """Zones of a file, with the equidistance estimate behind them.

    Parameters
    ----------
    areas : tuple of OwnArea
        The file's areas.
    name : str
        Of the file, for answers.
    estimate : Zones
        Answers where the file has no say.
    """

    #: How finely such files are drawn is not said; a kilometre is what their shores differ by.
    accuracy_km = 1.0

    def __init__(self, areas: tuple[OwnArea, ...], name: str, estimate: Zones) -> None:
        self.areas = areas
        self.name = name
        self.estimate = estimate
        shapes = np.array([area.shape for area in areas], dtype=object)
        shapely.prepare(shapes)
        self._tree = shapely.STRtree(shapes)
        self._edges: dict[str, Tree | None] = {}

    @cached_property
    def states(self) -> frozenset[str]:
        """ISO alpha-3 of the states that the file names."""
        return frozenset(state for area in self.areas for state in area.states)

    def at(self, lat: float, lon: float, *, limit: str = "eez", view: str = DE_FACTO) -> ZoneAnswer:
        """Whose maritime zone a point lies in; `estimate` tells where equidistance says otherwise.

        Parameters
        ----------
        lat, lon, limit
            As in `Zones.at`.
        view : str
            `de facto`, or the ISO alpha-3 of a state: of several claimants of an area it then comes first.

        Returns
        -------
        ZoneAnswer

        Raises
        ------
        CoordinateError, ZoneError
            As in `Zones.at`.
        """
        estimated = self.estimate.at(lat, lon, limit=limit, view=view)
        if limit != "eez" or estimated.zone == "land":
            return estimated
        areas = [self.areas[k] for k in np.sort(self._over(np.array([lat]), np.array([lon]))[1]).tolist()]
        if areas:
            return self._in_area(estimated, areas)
        silent = estimated.sovereign not in self.states or estimated.distance_km <= _COAST_KM
        if silent:
            return replace(estimated, note=f"{estimated.note}; {self.name} has no area here")
        return self._in_none(estimated)

    def _in_area(self, estimated: ZoneAnswer, areas: list[OwnArea]) -> ZoneAnswer:
        """Answer for a point in some areas of the file."""
        states = dict.fromkeys(state for area in areas for state in area.states)
        state = estimated.view if estimated.view in states else next(iter(states))
        shared = len(areas) == 1 and areas[0].standing == "share"
        place = areas[0].name or areas[0].territory or state
        notes = [f"{'shared' if shared else 'claimed'} by {' and '.join(states)}"] if len(states) > 1 else []
        nearest = estimated.sovereign == state
        other, other_km = (
            (estimated.runner_up, estimated.runner_up_km)
            if nearest
            else (estimated.sovereign, estimated.distance_km)
        )
        answer = replace(
            estimated,
            zone=estimated.zone if nearest and estimated.zone in _ZONES else "eez",
            sovereign=state,
            territory=next(
                (area.territory for area in areas if area.territory),
                estimated.territory if nearest else state,
            ),
            distance_km=float(
                self.estimate.coast_km(
                    [estimated.lat], [estimated.lon], sovereign=state, view=estimated.view
                )[0]
            ),
            runner_up=other,
            runner_up_km=other_km,
            claimants=tuple(states) if len(states) > 1 else (),
            decides=f"{place} in {self.name}",
        )
        return self._against(answer, estimated, notes, whose=state)

    def _in_none(self, estimated: ZoneAnswer) -> ZoneAnswer:
        """Answer for a point in no area, off the coast of a state that has some."""
        answer = replace(estimated, zone="high seas", decides=f"no area of {self.name} lies here")
        return self._against(answer, estimated, [], whose=estimated.sovereign)

    def _against(
        self, answer: ZoneAnswer, estimated: ZoneAnswer, notes: list[str], *, whose: str
    ) -> ZoneAnswer:
        """Put the margin into an answer, and the estimate where it says otherwise."""
        margin = self.clearance([answer.lat], [answer.lon], sovereign=whose, view=answer.view)
        holders = [source.sovereign if source.zone in _ZONES else "" for source in (answer, estimated)]
        words = "" if holders[0] == holders[1] else _in_words(estimated)
        if words:
            notes.append(f"by equidistance {words}")
        return replace(
            answer,
            margin_km=abs(float(margin[0])),
            accuracy_km=self.accuracy_km,
            source=self.name,
            estimate=words,
            note="; ".join([f"as {self.name} draws it, which sitmap takes as given", *notes]),
        )

    def inside(
        self,
        lats: npt.ArrayLike,
        lons: npt.ArrayLike,
        *,
        sovereign: str,
        limit_km: float = units.EEZ_KM,
        view: str = DE_FACTO,
    ) -> Flags:
        """Which points lie in the zone of one sovereign; none on land does.

        Areas that several states share or dispute are in the zone of each. Parameters and errors as in
        `Lookup.inside`.
        """
        estimated = self.estimate.inside(lats, lons, sovereign=sovereign, limit_km=limit_km, view=view)
        if limit_km < units.EEZ_KM:
            return estimated
        lat, lon = coordinates(lats, lons)
        held, covered = self._held(sovereign, lat, lon)
        free = ~covered
        if sovereign in self.states:
            free &= self.estimate.coast_km(lat, lon) <= _COAST_KM
        return (held & ~self.estimate.on_land(lat, lon)) | (estimated & free)

    def clearance(
        self,
        lats: npt.ArrayLike,
        lons: npt.ArrayLike,
        *,
        sovereign: str,
        limit_km: float = units.EEZ_KM,
        view: str = DE_FACTO,
    ) -> Floats:
        """How far points lie inside the zone of one sovereign, km; negative outside.

        The distance to the nearest edge of the areas that is no coast, good to 0.3 km; for a state that
        the file does not name the estimate's. Land is not taken out. Parameters and errors as in
        `Lookup.clearance`.
        """
        estimated = self.estimate.clearance(lats, lons, sovereign=sovereign, limit_km=limit_km, view=view)
        if limit_km < units.EEZ_KM:
            return estimated
        lat, lon = coordinates(lats, lons)
        where = ellipsoid.earth_centred(lat, lon)
        held, covered = self._held(sovereign, lat, lon)
        if sovereign not in self.states:
            taken = covered & (estimated > 0)
            estimated[taken] = -self._edge_km("", where[taken])
            return estimated
        # Between our shore and the file's, and on land, the nearest coast decides.
        ashore = ~covered & (
            (self.estimate.coast_km(lat, lon) <= _COAST_KM) | self.estimate.on_land(lat, lon)
        )
        held |= ashore & (estimated >= 0)
        return np.where(held, 1.0, -1.0) * self._edge_km(sovereign, where)

    def _over(self, lats: Floats, lons: Floats) -> tuple[Indices, Indices]:
        """Pairs of a point and an area over it."""
        points, areas = self._tree.query(shapely.points(lons, lats), predicate="intersects")
        return points, areas

    def _held(self, sovereign: str, lats: Floats, lons: Floats) -> tuple[Flags, Flags]:
        """Which points lie in areas of one state, and which in any area."""
        points, areas = self._over(lats, lons)
        own = np.array([sovereign in area.states for area in self.areas])
        held, covered = np.zeros(len(lats), dtype=bool), np.zeros(len(lats), dtype=bool)
        covered[points] = True
        held[points[own[areas]]] = True
        return held, covered

    def _edge_km(self, state: str, where: Floats) -> Floats:
        """Distance to the edge of the areas of a state, or of any area for ""; infinite if it has none."""
        if state not in self._edges:
            self._edges[state] = self._edge_tree(state)
        tree = self._edges[state]
        return np.full(len(where), np.inf) if tree is None else tree.nearest(where)[0]

    def _edge_tree(self, state: str) -> Tree | None:
        shapes = [area.shape for area in self.areas if not state or state in area.states]
        lons, lats = shapely.get_coordinates(
            shapely.segmentize(shapely.boundary(shapely.union_all(shapes)), _STEP_KM / _KM_PER_DEG)
        ).T
        lats, lons = np.clip(lats, -_POLE, _POLE), np.clip(lons, -_EDGE, _EDGE)
        # Edges along the antimeridian are where the map was cut.
        sea = ~self._coastal(lats, lons) & (np.abs(lons) < _EDGE)
        return Tree(ellipsoid.earth_centred(lats[sea], lons[sea])) if sea.any() else None

    def _coastal(self, lats: Floats, lons: Floats) -> Flags:
        """Which points lie at a shore, or within `_COAST_KM` of land."""
        found: Flags = self.estimate.coast_km(lats, lons) <= _COAST_KM
        found |= self.estimate.on_land(lats, lons)
        for north, east in _AROUND:
            left = np.flatnonzero(~found)
            away_lats = np.clip(lats[left] + north * _COAST_KM / _KM_PER_DEG, -_POLE, _POLE)
            narrowed = np.maximum(np.cos(np.radians(away_lats)), _NARROWEST)
            away_lons = lons[left] + east * _COAST_KM / _KM_PER_DEG / narrowed
            found[left] = self.estimate.on_land(away_lats, (away_lons + _EDGE) % (2 * _EDGE) - _EDGE)
        return found


def _in_words(answer: ZoneAnswer) -> str:
    """Say an answer in a few words."""
    if answer.zone == "high seas":
        return f"high seas, {answer.margin_km:.0f} km from the nearest zone"
    return f"in the zone of {answer.sovereign}, {answer.margin_km:.0f} km from its edge"
