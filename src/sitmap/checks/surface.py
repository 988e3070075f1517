"""`surface`: said to be at sea and is on land, or the reverse.

Method: whether the point lies on land, and how far from the coast, by the same shoreline as the
zones. What the words say comes from the force (a ship is at sea) and from words of the passage, "into the
Black Sea", and of what its sentence says before it, "a tanker reports being" (`data/checks/surfaces.csv`);
words of both say nothing.
Tolerance: the radius that the words allow around the point. Nearer to the coast than that is `marginal`.
Limits: only an offset ("130 km north of Aden") is judged, for a named place is where it is, and coordinates
by the words of their sentence, their paragraph or the one before; a lake counts as land.
"""

import re
from collections.abc import Iterable
from functools import cache

from sitmap import resources
from sitmap.checks import coordinates, reading, words
from sitmap.checks.case import Case
from sitmap.checks.coordinates import Spot
from sitmap.checks.judgement import Judgement
from sitmap.model import Claim, Location, Verdict, ZoneAnswer

_SENTENCE_END = re.compile(r"[.!?;:][\u2019\u201d\"')]*\s+|\n")
#: So far outside the area that a report names lies a namesake of its place, km.
_NAMESAKE_KM = 100.0
#: What a shore on the chart may be off, km.
_CHART_KM = 3.0
#: How far back a sentence is looked for, in characters.
_REACH = 200

METHOD = "point in the land polygons of GSHHG, distance to the nearest shore"


def judge(case: Case) -> Iterable[Judgement]:
    """Judge each offset whose words put it at sea or on land.

    Yields
    ------
    Judgement
        In km from the coast.
    """
    for claim in case.claims:
        said = surface_said(claim, _before(case.text(claim.report_id), claim.quote_start))
        where = claim.location
        if said and where and where.lat is not None and where.lon is not None and not _is_elsewhere(where):
            yield _judge(claim, said, where.uncertainty_km, case.zones.at(where.lat, where.lon))
    for report in case.reports:
        claims = case.by_report.get(report.report_id, ())
        for spot in coordinates.spots(report.text) if claims else ():
            yield from _at_spot(case, reading.nearest(claims, spot.start), spot)


def _is_elsewhere(where: Location) -> bool:
    """Whether the report puts the place far from where its name was found: another of that name is meant."""
    return any(said.outside_km > _NAMESAKE_KM for said in where.said_within)


def _at_spot(case: Case, claim: Claim, spot: Spot) -> Iterable[Judgement]:
    """Judge coordinates by the words around them; only what does not fit is told."""
    said = _told_around(case.text(claim.report_id), spot)
    answer = case.zones.at(spot.lat, spot.lon)
    is_on = "land" if answer.zone == "land" else "sea"
    off = _CHART_KM + spot.half_step_km
    if not said or is_on == said or answer.distance_km <= off:
        return
    sides = "N" if spot.lat >= 0 else "S", "E" if spot.lon >= 0 else "W"
    where = f"{abs(spot.lat):.2f}{sides[0]} {abs(spot.lon):.2f}{sides[1]}"
    yield Judgement(
        claims=(claim,),
        verdict="inconsistent",
        stated=said,
        computed=is_on,
        unit="km",
        margin=round(answer.distance_km, 1),
        tolerance=round(off, 1),
        topic=f"spot {spot.start}",
        explanation=f"Said to be {'on land' if said == 'land' else 'at sea'}; {where} is "
        f"{'on land' if is_on == 'land' else 'at sea'}, {words.about(answer.distance_km)} km from the coast.",
    )


def _told_around(text: str, spot: Spot) -> str:
    """Say on which surface the words of a sentence, its paragraph or the one before put coordinates."""
    opens = text.rfind("\n\n", 0, spot.start)
    before = text.rfind("\n\n", 0, max(opens, 0))
    closes = text.find("\n\n", spot.end)
    closes = len(text) if closes < 0 else closes
    for start, end in (reading.sentence(text, spot.start), (max(opens, 0), closes), (max(before, 0), closes)):
        told = _surfaces(text[start : spot.start]) | _surfaces(text[spot.end : end])
        if told:
            return told.pop() if len(told) == 1 else ""
    return ""


def _surfaces(told: str) -> set[str]:
    pattern, surfaces = _vocabulary()
    return {surfaces.get(match[0].lower(), "sea") for match in pattern.finditer(told)}


def _before(text: str, start: int) -> str:
    """Return what the sentence of a passage says before it."""
    opens = [match.end() for match in _SENTENCE_END.finditer(text, max(0, start - _REACH), start)]
    return text[opens[-1] if opens else max(0, start - _REACH) : start]


def surface_said(claim: Claim, before: str = "") -> str:
    """Say where the words of an offset put it.

    Parameters
    ----------
    claim : Claim
        Any.
    before : str
        What its sentence says before the passage.

    Returns
    -------
    str
        `sea`, `land`, or "" when they do not say, say both, or the claim is no offset in a direction.
    """
    if claim.relation != "offset" or not claim.offset_km or claim.offset_deg is None:
        return ""
    told = _surfaces(f"{before}{claim.quote}")
    told |= {"sea"} if claim.asset in {"ships", "submarines"} or claim.zone_claim else set()
    return told.pop() if len(told) == 1 else ""


@cache
def _vocabulary() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = resources.rows(resources.data("checks", "surfaces.csv"))
    told = {row["surface"]: row["words"].split("|") for row in rows}
    surfaces = {word: surface for surface in ("sea", "land") for word in told[surface]}
    waters = reading.alternatives(told["named water"])
    named = rf"(?:in|into)\sthe\s(?:(?-i:[A-Z])[\w-]+\s){{0,2}}(?:{waters})"
    return re.compile(rf"\b(?:{named}|{reading.alternatives(surfaces)})\b", re.IGNORECASE), surfaces


def _judge(claim: Claim, said: str, tolerance: float, answer: ZoneAnswer) -> Judgement:
    is_on = "land" if answer.zone == "land" else "sea"
    verdict: Verdict = "consistent"
    if is_on != said:
        verdict = "marginal" if answer.distance_km <= tolerance else "inconsistent"
    return Judgement(
        claims=(claim,),
        verdict=verdict,
        stated=said,
        computed=is_on,
        unit="km",
        margin=round(answer.distance_km, 1),
        tolerance=round(tolerance, 1),
        explanation=words.sentence(_explain(claim, said, is_on, answer.distance_km, verdict)),
    )


def _explain(claim: Claim, said: str, is_on: str, coast_km: float, verdict: Verdict) -> str:
    place = f"{words.where(claim)} is {'on land' if is_on == 'land' else 'at sea'}"
    coast = f"{words.about(coast_km)} km from the coast"
    if verdict == "consistent":
        return f"{place}, {coast}, as said."
    doubt = ", no farther than the words are uncertain" if verdict == "marginal" else ""
    return f"Said to be {'on land' if said == 'land' else 'at sea'}; {place}, {coast}{doubt}."
