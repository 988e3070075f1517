"""`range`: places of launch and impact against the stated distance.

Method: geodesic distance between the two places; where a place is an area, the least and the greatest
distance over it. Tolerance: the rounding of the stated number, and 5 % of it, since states track one flight
differently (2023-02-18: 989 km by the launching side, 900 km by Japan; `tests/checks/flights.csv`). Within
it is `consistent`; what only the uncertainty of the places can bridge is `marginal`. Where a side is no
more than the outline of a country or a sea, or is "off" a place with no distance, any point of it will do,
unless that would fit any distance.
Limits: a distance flown is longer than the great circle when the weapon steers, so for a cruise
missile or a drone (`arcs`) only a stated distance that is too short can be refuted. The direction of a
flight is held against its places by `bearings`, a distance in two units by `conversions`, and one between two
places that are no ends of a flight by `gaps`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from sitmap import geodesy, units
from sitmap.checks import arcs, area, bearings, conversions, ends, figure, gaps, words
from sitmap.checks.case import Case, Flight, Floats
from sitmap.checks.figure import Figure
from sitmap.checks.judgement import Judgement
from sitmap.model import Claim, Location, Verdict

METHOD = (
    "geodesic distance on WGS 84 (Karney 2013) and bearing between the places, over their areas; "
    "units by their definitions"
)

# Share of a distance by which two who tracked one flight may differ.
_TRACKED = 0.05
# Places that leave so many times the stated distance open would fit any.
_TOO_WIDE = 2.0
# How far off a place what came down "off" it may be, km.
_OFF_KM = 150.0
# So many times the stated distance is refuted only by places of which it is so sure which are meant.
_FAR_OFF, _SURE = 4.0, 0.8


@dataclass(frozen=True, slots=True)
class Distance:
    """Distance between two places, km: at their points, and the least and greatest that their areas allow."""

    nominal: float
    least: float
    greatest: float


def judge(case: Case) -> Iterable[Judgement]:
    """Judge each flight whose distance is stated.

    Yields
    ------
    Judgement
        In km.
    """
    for flight in case.flights:
        stated = case.figure(flight, "range_km")
        if stated is None:
            continue
        flight = ends.told(case, flight)  # noqa: PLW2901 - the same flight, completed
        start, end = _where(flight.launch), _where(flight.impact)
        if flight.launch is None or flight.impact is None or start is None or end is None:
            missing = "launch" if start is None else "impact"
            yield _undetermined(flight, stated, f"the place of {missing} is not known")
        elif _is_one_spot(flight.launch, flight.impact):
            yield _undetermined(flight, stated, "no other place of launch or impact is known")
        else:
            wide = any(_is_open(claim) for claim in flight.claims)
            yield _compare(flight, stated, between(start, end), wide=wide)
    yield from bearings.judge(case)
    yield from conversions.judge(case)
    yield from gaps.judge(case)


def _is_one_spot(launch: Claim, impact: Claim) -> bool:
    """Whether launch and impact were read at one place, which no flight of a stated distance is."""
    start, end = (claim.location.place if claim.location else None for claim in (launch, impact))
    at = all(claim.relation in {"at", "in", "from", "near"} for claim in (launch, impact))
    return at and start is not None and end is not None and start.place_id == end.place_id


def _is_open(claim: Claim) -> bool:
    """Whether any point of the area may be meant: of an outline, or of "off Hamhung", no distance told."""
    where = claim.location
    off = claim.relation in {"off", "toward"} and claim.offset_km is None
    return where is not None and (where.area_is_place or (off and where.area is not None))


def _where(claim: Claim | None) -> Location | None:
    where = claim.location if claim else None
    return where if where and where.lat is not None else None


def between(start: Location, end: Location) -> Distance:
    """Distance between two located places.

    Parameters
    ----------
    start, end : Location
        With a point.

    Returns
    -------
    Distance
        Nearest and farthest pair are found on a sphere over sample points and measured on the
        ellipsoid; the sampling of the outline leaves them good to about a hundredth of its length.
    """
    return _between(area.points(start), area.points(end))


def from_each(starts: Iterable[Location], end: Location) -> list[Distance]:
    """Distances of several places to one, as `between` gives them."""
    second = area.points(end)
    return [_between(area.points(start), second) for start in starts]


def _between(first: Floats, second: Floats) -> Distance:
    # The farther apart, the less two points' directions from the Earth's centre have in common.
    common = area.directions(first) @ area.directions(second).T
    least, greatest = (_exact(first, second, int(pick)) for pick in (np.argmax(common), np.argmin(common)))
    nominal = geodesy.distance(first[0, 0], first[0, 1], second[0, 0], second[0, 1])
    return Distance(nominal, min(least, nominal), max(greatest, nominal))


def _exact(first: Floats, second: Floats, pick: int) -> float:
    row, column = divmod(pick, len(second))
    return geodesy.distance(first[row, 0], first[row, 1], second[column, 0], second[column, 1])


def _compare(flight: Flight, stated: Figure, distance: Distance, *, wide: bool) -> Judgement:
    low = high = distance.nominal
    if wide:
        # "Off Aomori" does not say how far off.
        off = _OFF_KM if any(c.relation == "off" and c.offset_km is None for c in flight.claims) else 0.0
        low, high = max(0.0, distance.least - off), distance.greatest + off
    if wide and high - low > _TOO_WIDE * stated.value:
        return _undetermined(flight, stated, _anything(flight, low, high))
    gap = stated.gap(low, high)
    too_short = stated.value < low
    slack = distance.nominal - distance.least if too_short else distance.greatest - distance.nominal
    told = stated.half_step + _TRACKED * stated.value
    tolerance = told + (0.0 if wide else slack)
    verdict: Verdict = "inconsistent"
    if gap <= told:
        verdict = "consistent"
    elif gap <= tolerance:
        verdict = "marginal"
    elif flight.of_several:
        return _undetermined(flight, stated, "the launch has several impacts, and it may be that of another")
    elif _is_elsewhere(flight, stated, low):
        return _undetermined(flight, stated, "it is not sure which places of launch and impact are meant")
    elif _fits_as_nautical(stated, low, high):
        return _undetermined(flight, stated, _which_mile(flight, stated, words.about(distance.nominal)))
    elif not too_short and arcs.of(flight.asset).steers:
        verdict = "undetermined"
    computed = words.interval(low, high) if wide else words.about(distance.nominal)
    return Judgement(
        claims=flight.claims,
        verdict=verdict,
        stated=stated.text,
        computed=computed,
        unit="km",
        margin=gap,
        tolerance=tolerance,
        explanation=_explain(flight, stated, computed, verdict),
    )


def _is_elsewhere(flight: Flight, stated: Figure, least: float) -> bool:
    """Whether a place lies so far off that its name is sooner another place's, unless that is sure."""
    scores = (claim.location.score for claim in flight.claims if claim.location)
    return least > _FAR_OFF * stated.value and min(scores) < _SURE


def _fits_as_nautical(stated: Figure, low: float, high: float) -> bool:
    taken = figure.nautical(stated)
    return taken is not None and taken.gap(low, high) <= taken.half_step


def _which_mile(flight: Flight, stated: Figure, computed: str) -> str:
    start, end = (words.where(claim) for claim in flight.claims)
    miles = words.number(stated.value / units.KM_PER_MILE)
    return f"from {start} to {end} is about {computed} km, which fits {miles} miles if they are nautical"


def _explain(flight: Flight, stated: Figure, computed: str, verdict: Verdict) -> str:
    start, end = (words.where(claim) for claim in flight.claims)
    said = f"{stated.text} km"
    ending = {
        "consistent": f"which fits the stated {said}",
        "marginal": f"against a stated {said}: only the uncertainty of the places bridges it",
        "inconsistent": f"against a stated {said}",
        "undetermined": f"less than the stated {said}, but a weapon that steers need not fly straight",
    }[verdict]
    return f"From {start} to {end} is about {computed} km, {ending}."


def _anything(flight: Flight, low: float, high: float) -> str:
    start, end = (words.where(claim) for claim in flight.claims)
    return f"from {start} to {end} may be anything from {words.about(low)} to {words.about(high)} km"


def _undetermined(flight: Flight, stated: Figure, reason: str) -> Judgement:
    return Judgement(
        claims=flight.claims,
        verdict="undetermined",
        stated=stated.text,
        unit="km",
        explanation=f"A range of {stated.text} km is stated, but {reason}.",
    )
