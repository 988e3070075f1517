"""`origin`: which known sites fit the impact and the stated distance, when only a country is named.

Method: geodesic distance from each known site of the named country or area to the place of impact,
least and greatest over its uncertainty, against the stated distance; sites that fit are ranked by how
near their distance comes to it.
Tolerance: the rounding of the stated distance and the uncertainty of the impact.
Limits: a mobile launcher needs no site, so no site that fits is `undetermined` and not wrong. What
steers is not judged.
"""

from collections.abc import Iterable, Sequence

import shapely

from sitmap.checks import arcs, words
from sitmap.checks.case import Case, Flight
from sitmap.checks.figure import Figure
from sitmap.checks.judgement import Judgement
from sitmap.checks.range import Distance, between
from sitmap.model import Claim, Location, Place

METHOD = "geodesic distance on WGS 84 (Karney 2013) from each known site to the place of impact"

_LISTED = 4


def judge(case: Case) -> Iterable[Judgement]:
    """Judge each flight of stated distance that starts from no more than a country or an area.

    Yields
    ------
    Judgement
        In km.
    """
    for flight in case.flights:
        start, end = _located(flight.launch), _located(flight.impact)
        stated = case.figure(flight, "range_km")
        if stated is None or start is None or end is None or not arcs.of(flight.asset).testable:
            continue
        sites = _within(start, case.sites)
        if sites:
            yield _rank(flight, stated, [(site, between(_at(site), end)) for site in sites])


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


def _rank(flight: Flight, stated: Figure, found: list[tuple[Place, Distance]]) -> Judgement:
    ranked = sorted(found, key=lambda item: (abs(item[1].nominal - stated.value), item[0].name))
    fitting = [item for item in ranked if stated.gap(item[1].least, item[1].greatest) <= stated.half_step]
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
