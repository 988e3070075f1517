"""`zone`: inside or outside the maritime zone that the report names.

Method: the zone by equidistance: a point belongs to the state with the nearest coast, out to 200 nautical
miles for the EEZ, 24 for the contiguous zone and 12 for the territorial sea; where the zones know a line
that states agreed on, by that. `margins.margin_km` gives how far the point is from the edge, and evenly
spread points which share of the area that the words allow lies inside.
The finding also says where the line runs, for an offset whose distance or bearing it is not far from: how
far off on the bearing given, and on which bearing it is met at the distance given; which share of the area
is as said; and, where the named state's own view of a dispute would answer otherwise, that, and the feature
that decides in it.
Tolerance: the rounding of a stated distance, else the radius that the words allow, plus what the zones are
good to, 7 km by equidistance. Closer to the line than that, or with more than 16 % of the area on the other
side, is `marginal`: too close to call. So are waters that the named state shares or disputes with another,
and what only its own view of a dispute upholds. A sea, a country, or a distance or direction alone has an
answer only where 98 % of it lies on one side; a direction or "off" with no distance, and a distance in no
direction, can only be upheld.
Limits: an equidistance estimate, not a legal boundary; treaty lines only as far as the zones know them. A
town or the like itself is on land: `undetermined`. A user's own file of zones decides instead where it has
a say; the explanation then names it.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sitmap.checks import approach, area, figure, margins, standins, states, words
from sitmap.checks.case import Case, ZoneLookup
from sitmap.checks.judgement import Judgement
from sitmap.checks.margins import Position, Zone
from sitmap.checks.measured import Measured
from sitmap.model import Claim, Location, Verdict

METHOD = "equidistance from the coasts (UNCLOS articles 3, 15, 57 and 74): an estimate, not a legal boundary"

#: Share of the area on the other side from which a clear point is still too close to call: what a
#: normal distribution has beyond one standard deviation on one side.
STRADDLES = 0.16
#: Share of a whole sea or country that leaves no doubt.
ALL = 0.98

#: Types of place that are on land, whatever the shoreline makes of their marker.
_ASHORE = frozenset({"town", "airport", "base", "launch-site", "facility", "border", "mountains"})

_CLAIM = re.compile(r"(inside|outside):([A-Z]{3})-([A-Z]+)")


@dataclass(frozen=True, slots=True)
class _Question:
    """A zone claim taken apart, with its place."""

    claim: Claim
    where: Location
    lat: float
    lon: float
    says_inside: bool
    sovereign: str
    zone: Zone

    @property
    def said(self) -> str:
        return _said(self.says_inside, self.sovereign, self.zone)


def judge(case: Case) -> Iterable[Judgement]:
    """Judge each claim that names a zone.

    Yields
    ------
    Judgement
        In km from the edge of the zone.
    """
    impacts = {_event(claim) for claim in case.claims if claim.kind == "impact"}
    for claim in case.claims:
        # A launch that repeats the zone of its impact says nothing of the launching place.
        repeats = claim.kind == "launch" and _event(claim) in impacts
        if claim.zone_claim and not repeats:
            yield from _answers(case, claim)
    for report in case.reports:
        for claim, spot in standins.unclaimed(case, report) if report.report_id in case.by_report else ():
            judged = _judge(spot, case.zones)
            if judged.verdict == "inconsistent":
                yield replace(judged, claims=(claim,), topic="unclaimed")


def _answers(case: Case, claim: Claim) -> Iterable[Judgement]:
    """Judge a claim where it is drawn, or else where words beside it put it, and by how close it came."""
    judged = _judge(claim, case.zones)
    if judged.verdict == "undetermined":
        elsewhere = (_judge(spot, case.zones) for spot in standins.spots(case, claim))
        judged = next((found for found in elsewhere if found.verdict != "undetermined"), judged)
    if judged.verdict == "undetermined":
        closest = (_approach(claim, *told) for told in standins.approaches(case, claim))
        judged = next((found for found in closest if found is not None), judged)
    yield replace(judged, claims=(claim,))


def _approach(claim: Claim, told: Measured, is_least: bool) -> Judgement | None:  # noqa: FBT001 - as `approaches` gives it
    match = _CLAIM.fullmatch(claim.zone_claim)
    zone = margins.ZONES.get(match[3]) if match else None
    # What came no closer may have been farther out, and what came so close was farther out at other times.
    if match is None or zone is None or (match[1] == "inside") != is_least or told.place.country != match[2]:
        return None
    return approach.judge(claim, told, zone, said=_said(is_least, match[2], zone), is_least=is_least)


def _event(claim: Claim) -> tuple[str, str, str]:
    return claim.report_id, claim.event_id, claim.zone_claim


def _said(says_inside: bool, sovereign: str, zone: Zone) -> str:  # noqa: FBT001 - one word of a sentence
    return f"{'inside' if says_inside else 'outside'} {states.possessive(sovereign)} {zone.name}"


def _judge(claim: Claim, zones: ZoneLookup) -> Judgement:
    match = _CLAIM.fullmatch(claim.zone_claim)
    zone = margins.ZONES.get(match[3]) if match else None
    if match is None or zone is None:
        return _undetermined(claim, claim.zone_claim, "that is no zone that can be derived")
    where, says_inside, sovereign = claim.location, match[1] == "inside", match[2]
    if where is None or where.lat is None or where.lon is None:
        return _undetermined(claim, _said(says_inside, sovereign, zone), "the place is not known")
    question = _Question(claim, where, where.lat, where.lon, says_inside, sovereign, zone)
    found = margins.position(where, where.lat, where.lon, sovereign=sovereign, zone=zone, zones=zones)
    if found.answer.zone == "land" or _is_ashore(claim, where):
        on_land = (
            "the words name no spot at sea" if where.area_is_place else f"{words.where(claim)} is on land"
        )
        return _undetermined(claim, question.said, on_land)
    if not _is_point(claim, where):
        return _judge_area(question, found)
    return _judge_point(question, found, zones)


def _is_ashore(claim: Claim, where: Location) -> bool:
    """Whether the words give a town or the like itself: its marker may stand in the surf."""
    place = where.place
    return place is not None and place.type in _ASHORE and claim.relation in {"at", "in"}


def _is_point(claim: Claim, where: Location) -> bool:
    """Whether the words give a spot with a known rounding, and not a sea or a mere direction."""
    if claim.relation == "offset":
        return claim.offset_km is not None and claim.offset_deg is not None
    return claim.relation in {"at", "in", "near", "from"} and not where.area_is_place


def _judge_point(question: _Question, found: Position, zones: ZoneLookup) -> Judgement:
    tolerance = _rounding(question) + found.answer.accuracy_km
    verdict, reason = _weigh(question, found, tolerance, zones)
    edge = margins.edge_on_bearing(
        question.claim, sovereign=question.sovereign, zone=question.zone, zones=zones
    )
    turn = margins.bearing_of_edge(
        question.claim, sovereign=question.sovereign, zone=question.zone, zones=zones
    )
    finite = math.isfinite(found.margin_km)
    return Judgement(
        claims=(question.claim,),
        verdict=verdict,
        stated=question.said,
        computed=f"{found.side} by {_distance(found.margin_km)}",
        unit="km",
        margin=round(abs(found.margin_km), 1) if finite else None,
        tolerance=round(tolerance, 1),
        explanation=_explain(question, found, (edge, turn), reason),
    )


def _rounding(question: _Question) -> float:
    offset = question.claim.offset_km
    return figure.kilometres(offset).half_step if offset else question.where.uncertainty_km


def _weigh(question: _Question, found: Position, tolerance: float, zones: ZoneLookup) -> tuple[Verdict, str]:
    """Verdict on a point, and what to say of it after the numbers."""
    agrees = (found.margin_km > 0) == question.says_inside
    share = found.share if question.says_inside else 1 - found.share
    if abs(found.margin_km) < tolerance:
        near = ", less than the rounding of the words and the method allow"
        return "marginal", f"{near}{_share(question, share, ', and {} is as said')}: too close to call"
    if question.sovereign in found.answer.claimants:
        claimants = " and ".join(states.name(state) for state in found.answer.claimants)
        return "marginal", f", in an area that {claimants} share or dispute: too close to call"
    if agrees and share >= 1 - STRADDLES:
        return (
            "consistent",
            f", as said{_share(question, share, ', as is {}')}{_other_view(question, tolerance, zones)}",
        )
    view = "" if agrees else _own_view(question, tolerance, zones)
    if view:
        return "marginal", view
    if agrees or share > STRADDLES:
        but = f", but {share:.0%} of the area that the words allow is as said"
        other = _other_view(question, tolerance, zones) if agrees else ""
        return "marginal", f"{but}: too close to call{other}"
    allowed = f", more than the {words.about(tolerance)} km that words and method allow"
    return "inconsistent", f"{allowed}{_share(question, share, ': {} is as said')}"


def _share(question: _Question, share: float, template: str) -> str:
    """Say which part of the area that the words allow is as said, "" where they allow no more than a spot."""
    if area.outline(question.where) is None:
        return ""
    part = {"0%": "none", "100%": "all"}.get(f"{share:.0%}", f"{share:.0%}")
    return template.format(f"{part} of the area that the words allow")


def _other_view(question: _Question, tolerance: float, zones: ZoneLookup) -> str:
    """Say where the named state's own view of a dispute is against the report, "" where it is not."""
    against = replace(question, says_inside=not question.says_inside)
    return _own_view(against, tolerance, zones).replace(", but ", "; ", 1)


def _own_view(question: _Question, tolerance: float, zones: ZoneLookup) -> str:
    """Say how the named state itself sees it, when its own view of a dispute upholds the report."""
    owner, zone = question.sovereign, question.zone
    lat, lon = question.lat, question.lon
    margin = margins.margin_km(lat, lon, sovereign=owner, zone=zone, zones=zones, view=owner)
    if (margin > 0) != question.says_inside and abs(margin) >= tolerance:
        return ""
    side = "inside" if margin > 0 else "outside"
    decides = zones.at(lat, lon, limit=zone.limit, view=owner).decides
    return (
        f", but {_distance(margin)} {side} in {states.possessive(owner)} own view, in which {decides} decides"
    )


def _explain(
    question: _Question, found: Position, edge: tuple[float | None, float | None], reason: str
) -> str:
    claim = question.claim
    margin = f"{_distance(found.margin_km)} {found.side} {found.line}"
    said = f"Said to be {question.said}; {words.where(claim)} is {margin}{_crossing(*edge)}{reason}"
    return f"{said}{_caveat(found)}."


def _crossing(away_km: float | None, bearing_deg: float | None) -> str:
    """Say where the line runs: how far on the bearing given, and on which bearing at the distance given."""
    told = []
    if away_km is not None:
        told.append(f"crosses that bearing at {words.about(away_km)} km")
    if bearing_deg is not None:
        told.append(f"is met at that distance on a bearing of {bearing_deg:.0f} degrees")
    return f" (which {' and '.join(told)})" if told else ""


def _caveat(found: Position) -> str:
    """Say what limits the answer here, beyond being an estimate, which the method says of all."""
    notes = [note for note in found.answer.note.split("; ") if note and not note.startswith("equidistance")]
    return f" ({'; '.join(notes)})" if notes else ""


def _distance(margin: float) -> str:
    return f"{words.about(abs(margin))} km" if math.isfinite(margin) else "far"


def _judge_area(question: _Question, found: Position) -> Judgement:
    """Judge a wide or open place: there is an answer only when all of it lies on one side."""
    claim, place = question.claim, words.where(question.claim)
    share = found.share if question.says_inside else 1 - found.share
    if share >= ALL:
        verdict: Verdict = "consistent"
        reason = f"{share:.0%} of what the words allow around {place} is so"
    elif share <= 1 - ALL and _is_whole(question):
        verdict = "inconsistent"
        reason = f"{share:.0%} of {'what the words allow around ' if claim.offset_km else ''}{place} is so"
    else:
        return _undetermined(claim, question.said, _open_words(claim, place, share))
    return Judgement(
        claims=(claim,),
        verdict=verdict,
        stated=question.said,
        computed=f"{found.share:.0%} inside",
        explanation=f"Said to be {question.said}; {reason}.",
    )


def _is_whole(question: _Question) -> bool:
    """Whether any part of what the words allow is as good: a named area, the sea some way off a place."""
    claim = question.claim
    in_area = question.where.area_is_place and claim.relation in {"in", "at"}
    return in_area or (claim.relation == "off" and claim.offset_km is not None)


def _open_words(claim: Claim, place: str, share: float) -> str:
    if claim.relation in {"off", "offset", "toward"} and claim.offset_km is None:
        return f"how far from {place} is not said"
    if claim.relation in {"off", "offset"}:
        return f"in which direction from {words.place(claim)} is not said"
    return f"{share:.0%} of {place} is so, and the words do not say which part is meant"


def _undetermined(claim: Claim, said: str, reason: str) -> Judgement:
    return Judgement(
        claims=(claim,),
        verdict="undetermined",
        stated=said,
        unit="km",
        explanation=f"Said to be {said}; {reason}.",
    )
