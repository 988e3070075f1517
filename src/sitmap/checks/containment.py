"""`containment`: a place said to be in an area.

Method: the place's marker against the outline of each area that the words put it in ("Jericho, in the West
Bank"), or the division that the gazetteer files it under. Places that no claim stands on are held to the
area that the words right behind them name (`apposed`), and only what does not fit is told.
Tolerance: the place's own extent and the accuracy of the outlines, less for a town that the gazetteer files
under another division of the state. A sea begins where one takes it to begin, so a place somewhat outside is
`marginal`.
Limits: `undetermined` are a place that the gazetteer is not sure of, or of which it knows a namesake in the
area; one not far outside a compass part or a region ("Homs, in central Syria"), one said to lie in a division
of another state (the gazetteer may lack the one that is meant), one on land said to lie in a sea ("a base in
the Arctic"), and one on land that the named state and the one that holds it both claim
(`data/checks/disputes.csv`).
"""

from collections.abc import Iterable
from functools import cache

import shapely

from sitmap import resources
from sitmap.checks import apposed, reading, words
from sitmap.checks.case import Case
from sitmap.checks.judgement import Judgement
from sitmap.model import Claim, Containment, Location, Place, Verdict

METHOD = "point in the area's outline, geodesic distance to it on WGS 84 (Karney 2013)"

#: Accuracy of the outlines of countries, divisions and islands against a marker, km.
_OUTLINE_KM = 10.0
#: The same for a town that the gazetteer files under another division: two sources say so.
_FILED_KM = 5.0
#: How far people differ on where a sea begins, km.
_SOFT_EDGE_KM = 50.0
#: Share of that of a region which is no state's own: on the Sahel people differ by less than on "the south".
_REGION = 0.2
_SURE = 0.5
_WET = frozenset({"sea", "island", "reef"})


def judge(case: Case) -> Iterable[Judgement]:
    """Judge each place that is said to lie in an area, once for each report.

    Yields
    ------
    Judgement
        In km outside the area.
    """
    told: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in case.claims:
        where = claim.location
        if where is None or where.place is None:
            continue
        for said in where.said_within:
            if said.outside_km and apposed.is_listed(case, claim, said.area):
                continue
            told.setdefault((claim.report_id, where.place.place_id, said.area.place_id), []).append(claim)
    for (_, _, area), claims in told.items():
        where = claims[0].location
        if where is not None and where.place is not None:
            said = next(found for found in where.said_within if found.area.place_id == area)
            yield _judge(claims, where, where.place, said)
    for report in case.reports:
        claims = case.by_report.get(report.report_id, [])
        for found in apposed.places(case, report.report_id) if claims else ():
            known = (report.report_id, found.place.place_id, found.said.area.place_id) in told
            judged = _judge([reading.nearest(claims, found.start)], found.where, found.place, found.said)
            if not known and judged.verdict == "inconsistent":
                yield judged


def _judge(claims: list[Claim], where: Location, place: Place, said: Containment) -> Judgement:
    tolerance = _FILED_KM if _filed_elsewhere(place, said.area) else _OUTLINE_KM + place.extent_km
    verdict, explanation = _verdict(where, place, said, tolerance)
    return Judgement(
        claims=tuple(claims),
        verdict=verdict,
        stated=f"in {words.named(said.area)}",
        computed="inside" if said.outside_km <= tolerance else "outside",
        unit="km",
        margin=round(said.outside_km, 1),
        tolerance=round(tolerance, 1),
        explanation=words.sentence(explanation),
        topic=said.area.place_id,
    )


def _filed_elsewhere(place: Place, area: Place) -> bool:
    """Whether a town belongs to another division; not a city that is one itself: "Kyiv, in Kyiv Oblast"."""
    divided = place.type == "town" and area.type == "admin1" and place.country == area.country
    return divided and place.admin1 not in {"", area.name} and place.name not in f"{place.admin1} {area.name}"


def _verdict(where: Location, place: Place, said: Containment, tolerance: float) -> tuple[Verdict, str]:
    inner, outer = words.named(place), words.named(said.area)
    if said.outside_km <= tolerance:
        return "consistent", f"{inner} lies in {outer}, as said."
    outside = f"{inner}, said to be in {outer}, lies {words.about(said.outside_km)} km outside it"
    open_end = _left_open(where, place, said)
    if open_end:
        return "undetermined", f"{outside}, {open_end}."
    whole_sea = said.area.type == "sea" and not said.rough_km
    if whole_sea and said.outside_km <= _SOFT_EDGE_KM + place.extent_km:
        return "marginal", f"{outside}, and it has no exact border."
    return "inconsistent", f"{outside}."


def _left_open(where: Location, place: Place, said: Containment) -> str:
    """Say why a place outside an area may be no error of the report, "" where it is one."""
    abroad = said.area.type == "admin1" and said.area.country != place.country
    claimed = _disputed().get(frozenset({place.country, said.area.country}))
    if where.score < _SURE or abroad:
        return f"but it is not sure which {place.name} is meant"
    if said.area.type == "sea" and place.type not in _WET:
        return "but what lies on land is in no sea: its shores may be meant"
    if said.area.type == "country" and claimed:
        return f"as the map has it, but {claimed} is claimed by both sides"
    share = {place.country: 1.0, "": _REGION}.get(said.area.country, 0.0)
    if 0 < said.outside_km <= share * said.rough_km:
        return "but where such an area ends is not fixed"
    if any(_lies_in(other, said.area) for other in where.alternatives):
        return f"but another {place.name} lies there"
    return ""


def _lies_in(other: Place, area: Place) -> bool:
    """Whether a runner-up of the gazetteer lies in the area: the report may mean that one."""
    filed = other.country == area.country and area.name in {other.admin1, other.admin2}
    return filed or (area.area is not None and bool(shapely.contains_xy(area.area, other.lon, other.lat)))


@cache
def _disputed() -> dict[frozenset[str], str]:
    """Land that two states claim, by the pair of their codes."""
    rows = resources.rows(resources.data("checks", "disputes.csv"))
    return {frozenset(row["states"].split()): row["land"] for row in rows}
