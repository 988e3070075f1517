"""`range`: the direction of a flight against its places.

Method: the bearing on a sphere from the place of launch to that of impact against the direction that the
words give ("westward"); where the markers do not fit, over all points of both areas that are no nearer to
each other than half of a stated distance.
Tolerance: words of direction are loose: from a right angle on the two contradict each other.
Limits: only what does not fit is told; what steers, and a launch or an impact known by no more than its
country, is not held to a direction.
"""

from collections.abc import Iterable

import numpy as np

from sitmap import geodesy
from sitmap.checks import arcs, area, words
from sitmap.checks.case import Case, Flight, Floats
from sitmap.checks.judgement import Judgement
from sitmap.model import Claim, Location

#: From so many degrees on a direction is not that of the places.
_AGAINST_DEG = 90.0


def judge(case: Case) -> Iterable[Judgement]:
    """Judge each flight whose direction is told and whose places are known.

    Parameters
    ----------
    case : Case
        The claims by flight.

    Yields
    ------
    Judgement
        In degrees.
    """
    for flight in case.flights:
        bearing = next((c.bearing_deg for c in flight.claims if c.bearing_deg is not None), None)
        if bearing is None or flight.of_several or not arcs.of(flight.asset).testable:
            continue
        if flight.launch is not None and flight.impact is not None:
            distance = case.figure(flight, "range_km")
            nearest = distance.value / 2 if distance and distance.bound != "most" else 0.0
            yield from _judge(flight, flight.launch, flight.impact, bearing, nearest)


def _judge(
    flight: Flight, launch: Claim, impact: Claim, bearing: float, nearest_km: float
) -> Iterable[Judgement]:
    start, end = launch.location, impact.location
    if start is None or end is None or not (_is_known(start) and _is_known(end)):
        return
    if not _is_off(start, end, bearing):
        return
    found = _bearings(area.points(start), area.points(end), nearest_km)
    if not found.size:
        return
    off = _apart(found, bearing)
    apart = float(off.min())
    if apart <= _AGAINST_DEG:
        return
    told, true = words.compass(bearing), words.compass(float(found[off.argmin()]))
    yield Judgement(
        claims=flight.claims,
        verdict="inconsistent",
        stated=told,
        computed=true,
        unit="degrees",
        margin=float(round(apart)),
        tolerance=_AGAINST_DEG,
        topic="course",
        explanation=f"From {words.where(launch)} to {words.where(impact)} is {true}, but the flight is told "
        f"as one to the {told}.",
    )


def _is_known(where: Location) -> bool:
    """Whether a place is known by more than its country."""
    return where.lat is not None and where.place is not None and where.place.type != "country"


def _is_off(start: Location, end: Location, bearing: float) -> bool:
    """Whether the markers themselves do not fit, which most do."""
    if start.lat is None or start.lon is None or end.lat is None or end.lon is None:
        return False
    true = geodesy.bearing(start.lat, start.lon, end.lat, end.lon)
    return bool(_apart(np.array([true]), bearing)[0] > _AGAINST_DEG)


def _apart(bearings: Floats, other: float) -> Floats:
    """Angles between bearings and another, 0 to 180 degrees."""
    found: Floats = np.abs((bearings - other + 180) % 360 - 180)
    return found


def _bearings(first: Floats, second: Floats, nearest_km: float) -> Floats:
    """Bearings, degrees, between points as (lat, lon) that are no nearer to each other than a distance.

    On a sphere (Snyder 1987, Map projections: a working manual, eq. 5-4b), each point with each.
    """
    start, end = np.radians(first), np.radians(second)
    lat1, lat2, east = start[:, :1], end[:, 0], end[:, 1] - start[:, 1:]
    north = np.cos(lat1) * np.sin(lat2) - np.sin(lat1) * np.cos(lat2) * np.cos(east)
    found: Floats = np.degrees(np.arctan2(np.sin(east) * np.cos(lat2), north))
    return found[area.kilometres(start, end) >= nearest_km]
