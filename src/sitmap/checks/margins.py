"""Where a claim's point and area lie in a maritime zone, in numbers."""

from dataclasses import dataclass

import numpy as np

from sitmap import geodesy, units
from sitmap.checks import area, states
from sitmap.checks.case import ZoneLookup
from sitmap.model import Claim, Location, ZoneAnswer

#: A margin that differs by more from what the coasts alone give is measured to an agreed line.
_AGREED_KM = 1.0
#: How far a bearing is turned to either side to find the edge: the next of the eight compass points.
_SWING_DEG = 45.0


@dataclass(frozen=True, slots=True)
class Zone:
    """A kind of zone: the name of its limit in queries, its reach and its names in words."""

    limit: str
    limit_km: float
    name: str
    edge: str


#: Kinds of zone by the code that a zone claim gives.
ZONES = {
    "EEZ": Zone("eez", units.EEZ_KM, "EEZ", "the 200-mile limit"),
    "CZ": Zone("contiguous", units.CONTIGUOUS_ZONE_KM, "contiguous zone", "the 24-mile limit"),
    "TS": Zone("territorial", units.TERRITORIAL_SEA_KM, "territorial sea", "the 12-mile limit"),
}


@dataclass(frozen=True, slots=True)
class Position:
    """A claim's point and area against the zone of one state.

    Parameters
    ----------
    answer : ZoneAnswer
        Of the point.
    margin_km : float
        Distance by which the point lies inside, negative outside.
    share : float
        Part of the area that the words allow which lies inside, 0 to 1.
    line : str
        The line that decides, in words: "the median line with Russia", "the 200-mile limit".
    """

    answer: ZoneAnswer
    margin_km: float
    share: float
    line: str

    @property
    def side(self) -> str:
        """`inside` or `outside`."""
        return "inside" if self.margin_km > 0 else "outside"


def position(
    where: Location, lat: float, lon: float, *, sovereign: str, zone: Zone, zones: ZoneLookup
) -> Position:
    """Measure a located claim against a zone.

    Parameters
    ----------
    where : Location
        Gives the area.
    lat, lon : float
        Its point, degrees.
    sovereign : str
        ISO alpha-3 of the state whose zone is asked about.
    zone : Zone
        Which of its zones.
    zones : ZoneLookup
        Maritime zones.

    Returns
    -------
    Position
    """
    answer = zones.at(lat, lon, limit=zone.limit)
    margin = margin_km(lat, lon, sovereign=sovereign, zone=zone, zones=zones)
    line = _line(_coasts(answer, sovereign), margin, zone)
    if answer.source and zone.limit == "eez":
        line = f"that zone as {answer.source} draws it"
    return Position(answer, margin, _share(where, margin, sovereign, zone, zones), line)


def _line(coasts: "_Coasts | None", margin: float, zone: Zone) -> str:
    """Name the line that a margin is measured to: where it is no coast's doing, states agreed it."""
    if coasts is None:
        return "that zone"
    to_limit, to_median = zone.limit_km - coasts.own_km, (coasts.other_km - coasts.own_km) / 2
    if abs(margin - min(to_limit, to_median)) > _AGREED_KM:
        return f"the agreed line with {states.name(coasts.other)}"
    return f"the median line with {states.name(coasts.other)}" if to_median < to_limit else zone.edge


def _share(where: Location, margin: float, sovereign: str, zone: Zone, zones: ZoneLookup) -> float:
    shape = area.outline(where)
    if shape is None:
        return float(margin > 0)
    return zones.share(shape, sovereign=sovereign, limit_km=zone.limit_km)


@dataclass(frozen=True, slots=True)
class _Coasts:
    own_km: float
    other_km: float
    other: str


def _coasts(answer: ZoneAnswer, sovereign: str) -> _Coasts | None:
    """Find the coast of a state and the nearest other one in an answer, None when it has not the former."""
    if answer.sovereign == sovereign:
        return _Coasts(answer.distance_km, answer.runner_up_km, answer.runner_up)
    if answer.runner_up == sovereign:
        return _Coasts(answer.runner_up_km, answer.distance_km, answer.sovereign)
    return None


def margin_km(
    lat: float, lon: float, *, sovereign: str, zone: Zone, zones: ZoneLookup, view: str = "de facto"
) -> float:
    """Distance by which a point lies inside the zone of a state at least, negative outside.

    Parameters
    ----------
    lat, lon : float
        Degrees.
    sovereign, zone, zones
        As in `position`.
    view : str
        Whose view of disputes is taken: `de facto` or an ISO alpha-3.

    Returns
    -------
    float
        km; -inf for a state without a coast.
    """
    clear = zones.clearance([lat], [lon], sovereign=sovereign, limit_km=zone.limit_km, view=view)
    return float(clear[0])


def edge_on_bearing(claim: Claim, *, sovereign: str, zone: Zone, zones: ZoneLookup) -> float | None:
    """Distance from the named place to the edge of the zone, on the bearing that the claim gives.

    Parameters
    ----------
    claim : Claim
        With an offset.
    sovereign, zone, zones
        As in `position`.

    Returns
    -------
    float or None
        km, to half a hundredth of the offset; None when the claim gives no bearing and distance,
        or no edge lies between half and one and a half times its distance.
    """
    where, start = claim.location, _named_place(claim)
    if start is None or where is None or where.lat is None or where.lon is None or not claim.offset_km:
        return None
    bearing = geodesy.bearing(*start, where.lat, where.lon)
    steps = claim.offset_km * np.linspace(0.5, 1.5, 101)
    lats, lons = geodesy.along(*start, bearing_deg=bearing, distances_km=steps)
    inside = zones.inside(lats, lons, sovereign=sovereign, limit_km=zone.limit_km)
    changes = np.flatnonzero(inside[1:] != inside[:-1])
    edges = (steps[changes] + steps[changes + 1]) / 2
    return float(edges[np.argmin(np.abs(edges - claim.offset_km))]) if len(edges) else None


def bearing_of_edge(claim: Claim, *, sovereign: str, zone: Zone, zones: ZoneLookup) -> float | None:
    """Bearing from the named place, nearest to the one given, at which the stated distance meets the edge.

    Parameters
    ----------
    claim : Claim
        With an offset.
    sovereign, zone, zones
        As in `position`.

    Returns
    -------
    float or None
        Degrees clockwise from north, to half a degree; None when the claim gives no bearing and distance,
        or the answer is the same within `_SWING_DEG` on either side.
    """
    start = _named_place(claim)
    if start is None or not claim.offset_km or claim.offset_deg is None:
        return None
    swings = np.arange(-_SWING_DEG, _SWING_DEG + 1.0)
    points = [
        geodesy.destination(*start, bearing_deg=claim.offset_deg + float(swing), distance_km=claim.offset_km)
        for swing in swings
    ]
    lats, lons = np.array(points).T
    inside = zones.inside(lats, lons, sovereign=sovereign, limit_km=zone.limit_km)
    edges = swings[:-1][inside[1:] != inside[:-1]] + 0.5
    return float(claim.offset_deg + edges[np.argmin(np.abs(edges))]) % 360 if len(edges) else None


def _named_place(claim: Claim) -> tuple[float, float] | None:
    """Find where an offset starts, as (lat, lon); None when it gives no bearing and distance."""
    where = claim.location
    if where is None or where.lat is None or where.lon is None:
        return None
    if not claim.offset_km or claim.offset_deg is None:
        return None
    back = claim.offset_deg + 180
    return geodesy.destination(where.lat, where.lon, bearing_deg=back, distance_km=claim.offset_km)
