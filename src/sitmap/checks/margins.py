"""Where a claim's point and area lie in a maritime zone, in numbers."""

import math
from dataclasses import dataclass

import numpy as np

from sitmap import geodesy, units
from sitmap.checks import area
from sitmap.checks.case import ZoneLookup
from sitmap.model import Claim, Location, ZoneAnswer

#: Points that stand for an area: its share is good to about one part in a hundred.
SAMPLES = 400


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
    neighbour : str
        ISO alpha-3 of the state across the line, "" when the line is the zone's outer limit.
    """

    answer: ZoneAnswer
    margin_km: float
    share: float
    neighbour: str

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
    """
    answer = zones.at(lat, lon, limit=zone.limit)
    margin = margin_km(answer, sovereign, zone.limit_km)
    shape = area.outline(where)
    share = float(margin > 0)
    if shape is not None:
        lats, lons = area.samples(shape, SAMPLES)
        share = float(np.mean(zones.inside(lats, lons, sovereign=sovereign, limit_km=zone.limit_km)))
    return Position(answer, margin, share, _neighbour(answer, sovereign, zone.limit_km))


def margin_km(answer: ZoneAnswer, sovereign: str, limit_km: float) -> float:
    """Distance by which a point lies inside the zone of a state, negative outside.

    With d1 and d2 the distances to the coasts of the state and of the nearest other state it is
    ``min(limit - d1, (d2 - d1) / 2)``: the zone has no edge nearer than that.

    Parameters
    ----------
    answer : ZoneAnswer
        Of the point.
    sovereign : str
        ISO alpha-3 of the state asked about.
    limit_km : float
        Reach of the zone.

    Returns
    -------
    float
        km. Where the state has neither of the two nearest coasts, what its zone is at least away;
        -inf where no coast of it is within reach.
    """
    own, other = _coasts(answer, sovereign)
    if not math.isfinite(own):
        return -math.inf
    return min(limit_km - own, (other - own) / 2)


def _coasts(answer: ZoneAnswer, sovereign: str) -> tuple[float, float]:
    """Distances to the coasts of the state and of the nearest other one."""
    if answer.sovereign == sovereign:
        return answer.distance_km, answer.runner_up_km
    return answer.runner_up_km, answer.distance_km


def _neighbour(answer: ZoneAnswer, sovereign: str, limit_km: float) -> str:
    own, other = _coasts(answer, sovereign)
    if not math.isfinite(own) or (other - own) / 2 >= limit_km - own:
        return ""
    return answer.runner_up if answer.sovereign == sovereign else answer.sovereign


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
    where = claim.location
    if (
        where is None
        or where.lat is None
        or where.lon is None
        or not claim.offset_km
        or claim.offset_deg is None
    ):
        return None
    back = claim.offset_deg + 180
    start = geodesy.destination(where.lat, where.lon, bearing_deg=back, distance_km=claim.offset_km)
    bearing = geodesy.bearing(*start, where.lat, where.lon)
    steps = claim.offset_km * np.linspace(0.5, 1.5, 101)
    points = [geodesy.destination(*start, bearing_deg=bearing, distance_km=float(step)) for step in steps]
    lats, lons = np.array(points).T
    inside = zones.inside(lats, lons, sovereign=sovereign, limit_km=zone.limit_km)
    changes = np.flatnonzero(inside[1:] != inside[:-1])
    edges = (steps[changes] + steps[changes + 1]) / 2
    return float(edges[np.argmin(np.abs(edges - claim.offset_km))]) if len(edges) else None
