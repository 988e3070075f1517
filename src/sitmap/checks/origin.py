"""`origin`: where a launch may have been, and which known sites fit, when only a country is named.

Method: geodesic distance from each known site of the named country or area to the place of impact, least
and greatest over the extent of both, against the stated distance; sites that fit are ranked by how near
their distance, marker to marker, comes to it. The possible launch points (`areas`) are those of the country
or area that lie at the stated distance from some place that the impact may be.
Tolerance: the rounding of the stated distance, the uncertainty of the impact and the extent of a site.
Limits: a mobile launcher needs no site, so no site that fits is `undetermined` and not wrong. What steers,
and an artillery rocket, is not judged, nor what states no distance; an arc that covers 98 % of the country
is not drawn.
"""

from collections.abc import Iterable, Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from sitmap import geodesy
from sitmap.checks import arcs, area, words
from sitmap.checks.case import Case, Flight
from sitmap.checks.figure import Figure
from sitmap.checks.judgement import Judgement
from sitmap.checks.range import Distance, from_each
from sitmap.model import Claim, Location, OriginArea, Place

METHOD = "geodesic distance on WGS 84 (Karney 2013) from each known site to the place of impact"

_LISTED = 4
#: Points on the outline of the impact's area, and corners of a circle around each.
_RIM, _VERTICES = 24, 144
#: Share of the country from which an arc tells nothing.
_ALL = 0.98


def judge(case: Case) -> Iterable[Judgement]:
    """Judge each flight of stated distance that starts from no more than a country or an area.

    Yields
    ------
    Judgement
        In km.
    """
    for flight, start, end, stated in _flights(case):
        found = _ranked(stated, end, _within(start, case.sites))
        if found:
            yield _rank(flight, stated, found)


def _flights(case: Case) -> Iterable[tuple[Flight, Location, Location, Figure]]:
    """Flights with a place at either end and a stated distance, of what does not steer."""
    for flight in case.flights:
        start, end = _located(flight.launch), _located(flight.impact)
        stated = case.figure(flight, "range_km")
        if stated is not None and start is not None and end is not None and arcs.of(flight.asset).testable:
            yield flight, start, end, stated


def areas(case: Case) -> Iterable[OriginArea]:
    """Draw the arc of possible launch points of each such flight.

    Yields
    ------
    OriginArea
        The points of the country or area from which some place of the impact lies at the stated
        distance, within its rounding; none when that is no point of it, or nearly all of it.
    """
    for flight, start, end, stated in _flights(case):
        place = start.place
        if place is None or place.area is None or not start.area_is_place:
            continue
        arc = _parts_of_land(shapely.intersection(place.area, _ring(end, stated)))
        if not arc.is_empty and arc.area < _ALL * place.area.area:
            found = _ranked(stated, end, _within(start, case.sites))
            yield OriginArea(flight.claims[0].claim_id, arc, _listed(_fitting(stated, found)))


def _ring(end: Location, stated: Figure) -> BaseGeometry:
    """Points that have some place of the impact at the stated distance.

    Its points are no farther than the greatest distance from one of them, and not nearer than the least
    to all.
    """
    lat, lon = end.lat or 0.0, end.lon or 0.0
    shape = area.outline(end)
    around = zip(*area.rim(shape, _RIM), strict=True) if shape is not None else ()
    spots = [(lat, lon), *((float(lat), float(lon)) for lat, lon in around)]
    far = geodesy.REACH_KM if stated.bound == "least" else stated.value + stated.half_step
    near = 0.0 if stated.bound == "most" else stated.value - stated.half_step
    within = shapely.union_all([_circle(spot, far) for spot in spots])
    if near <= 0:
        return within
    inside: BaseGeometry = shapely.intersection_all([_circle(spot, near) for spot in spots])
    return shapely.difference(within, inside)


def _circle(spot: tuple[float, float], radius_km: float) -> BaseGeometry:
    return geodesy.circle(*spot, radius_km=min(radius_km, geodesy.REACH_KM), vertices=_VERTICES)


def _parts_of_land(cut: BaseGeometry) -> BaseGeometry:
    """Polygons of an intersection, without the lines and points where two outlines touch."""
    kept = [part for part in shapely.get_parts(cut) if part.geom_type == "Polygon" and part.area > 0]
    return shapely.MultiPolygon(kept)


def _located(claim: Claim | None) -> Location | None:
    where = claim.location if claim else None
    return where if where and where.lat is not None else None


def _within(start: Location, sites: Sequence[Place]) -> list[Place]:
    """Sites of the named country, or in the named area."""
    place = start.place
    if place is None or not start.area_is_place or place.area is None:
        return []
    if place.type == "country":
        return [site for site in sites if site.country == place.country]
    return [site for site in sites if shapely.contains_xy(place.area, site.lon, site.lat)]


def _at(site: Place) -> Location:
    return Location(place=site, lat=site.lat, lon=site.lon, uncertainty_km=site.extent_km)


def _ranked(stated: Figure, end: Location, sites: Iterable[Place]) -> list[tuple[Place, Distance]]:
    """Sites with their distance to the impact, that which comes nearest to the stated one first."""
    known = list(sites)
    found = zip(known, from_each(map(_at, known), end), strict=True)
    return sorted(found, key=lambda item: (abs(item[1].nominal - stated.value), item[0].name))


def _fitting(stated: Figure, ranked: Iterable[tuple[Place, Distance]]) -> list[tuple[Place, Distance]]:
    return [item for item in ranked if stated.gap(item[1].least, item[1].greatest) <= stated.half_step]


def _rank(flight: Flight, stated: Figure, ranked: list[tuple[Place, Distance]]) -> Judgement:
    fitting = _fitting(stated, ranked)
    misfits = [item for item in ranked if item not in fitting]
    named = words.place(flight.claims[0])
    return Judgement(
        claims=flight.claims,
        verdict="consistent" if fitting else "undetermined",
        stated=stated.text,
        computed=_listed(fitting),
        unit="km",
        margin=abs(ranked[0][1].nominal - stated.value),
        tolerance=stated.half_step,
        explanation=f"Only {named} is named; {_sentence(stated, fitting, misfits)}.",
    )


def _sentence(
    stated: Figure, fitting: Sequence[tuple[Place, Distance]], misfits: Sequence[tuple[Place, Distance]]
) -> str:
    if not fitting:
        nearest = _listed(misfits[:1])
        return (
            f"none of its known sites lies {stated.text} km from the impact, the nearest to that is {nearest}"
        )
    against = f", not {_listed(misfits)}" if misfits else ""
    return f"{stated.text} km to the impact fits {_listed(fitting)}{against}"


def _listed(found: Sequence[tuple[Place, Distance]]) -> str:
    told = [f"{site.name} ({words.about(distance.nominal)} km)" for site, distance in found[:_LISTED]]
    more = len(found) - _LISTED
    return ", ".join([*told, f"{more} more"] if more > 0 else told)
