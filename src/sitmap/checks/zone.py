"""`zone`: inside or outside the maritime zone that the report names.

Method: the zone by equidistance (`sitmap.zones`): a point belongs to the state with the nearest coast,
out to 200 nautical miles (12 for the territorial sea). With d1 and d2 the distances to the coasts of
the named state and of the nearest other, the margin is ``min(limit - d1, (d2 - d1) / 2)``, positive
inside: the distance that the point must move to change the answer. Evenly spread points tell
which share of the area that the words allow lies inside.
Tolerance: the rounding of the words plus 7 km for the method. Closer to the line than that, or
with much of the area on the other side, is `marginal`: too close to call. So is what only the named
state's own view of a dispute upholds.
Limits: an equidistance estimate, not a legal boundary.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from sitmap import geodesy, units
from sitmap.checks import area, states, words
from sitmap.checks.case import Case, ZoneLookup
from sitmap.checks.judgement import Judgement
from sitmap.model import Claim, Location, Verdict, ZoneAnswer

METHOD = (
    "equidistance from the coasts (UNCLOS articles 3, 15, 57 and 74), an estimate and not a legal boundary"
)

#: Accuracy of the derived line where no treaty moves it, km.
METHOD_KM = 7.0

_CLAIM = re.compile(r"(inside|outside):([A-Z]{3})-(EEZ|TS)")
_SAMPLES = 400
#: Share of the area on the far side from which a clear point is still too close to call.
_STRADDLES = 0.25
#: Share of a whole sea or country that leaves no doubt.
_ALL = 0.98


@dataclass(frozen=True, slots=True)
class Zone:
    """A kind of zone: the name of its limit in queries, its reach and its names in words."""

    limit: str
    limit_km: float
    name: str
    edge: str


ZONES = {
    "EEZ": Zone("eez", units.EEZ_KM, "EEZ", "200-mile limit"),
    "TS": Zone("territorial", units.TERRITORIAL_SEA_KM, "territorial sea", "12-mile limit"),
}


@dataclass(frozen=True, slots=True)
class _Question:
    """A zone claim taken apart."""

    claim: Claim
    says_inside: bool
    sovereign: str
    zone: Zone

    @property
    def said(self) -> str:
        side = "inside" if self.says_inside else "outside"
        return f"{side} {states.possessive(self.sovereign)} {self.zone.name}"


@dataclass(frozen=True, slots=True)
class _Measured:
    """Where the point and the area lie: `margin_km` is positive inside, `share` the area's part inside."""

    answer: ZoneAnswer
    margin_km: float
    share: float


def judge(case: Case) -> Iterable[Judgement]:
    """Judge each claim that names a zone.

    Yields
    ------
    Judgement
        In km from the edge of the zone.
    """
    with_impact = {(c.report_id, c.event_id, c.zone_claim) for c in case.claims if c.kind == "impact"}
    for claim in case.claims:
        # A launch that repeats the zone of its impact says nothing of the launching place.
        repeats = (
            claim.kind == "launch" and (claim.report_id, claim.event_id, claim.zone_claim) in with_impact
        )
        if claim.zone_claim and not repeats:
            yield _judge(claim, case.zones)


def _judge(claim: Claim, zones: ZoneLookup) -> Judgement:
    match = _CLAIM.fullmatch(claim.zone_claim)
    if match is None:
        return _undetermined(claim, claim.zone_claim, "the zone is not one that can be derived")
    question = _Question(claim, match[1] == "inside", match[2], ZONES[match[3]])
    where = claim.location
    if where is None or where.lat is None or where.lon is None:
        return _undetermined(claim, question.said, "the place is not known")
    measured = _measure(question, where, where.lat, where.lon, zones)
    if measured.answer.zone == "land":
        return _undetermined(claim, question.said, f"{words.where(claim)} is on land")
    if _is_point(claim, where):
        return _judge_point(question, measured, zones)
    return _judge_area(question, measured)


def _is_point(claim: Claim, where: Location) -> bool:
    if claim.relation == "offset":
        return claim.offset_km is not None and claim.offset_deg is not None
    return claim.relation in {"at", "in", "near", "from"} and not where.area_is_place


def _measure(question: _Question, where: Location, lat: float, lon: float, zones: ZoneLookup) -> _Measured:
    answer = zones.at(lat, lon, limit=question.zone.limit)
    margin = margin_km(answer, question.sovereign, question.zone.limit_km)
    shape = area.outline(where)
    if shape is None:
        return _Measured(answer, margin, float(margin > 0))
    lats, lons = area.samples(shape, _SAMPLES)
    inside = zones.inside(lats, lons, sovereign=question.sovereign, limit_km=question.zone.limit_km)
    return _Measured(answer, margin, float(np.mean(inside)))


def margin_km(answer: ZoneAnswer, sovereign: str, limit_km: float) -> float:
    """Distance by which a point lies inside the zone of a state, negative outside.

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
        km; where the state has neither of the two nearest coasts, the distance that it is at least.
    """
    own, other = answer.runner_up_km, answer.distance_km
    if answer.sovereign == sovereign:
        own, other = other, own
    beyond = (other - own) / 2 if math.isfinite(own) else -math.inf
    return min(limit_km - own, beyond)


def _judge_point(question: _Question, measured: _Measured, zones: ZoneLookup) -> Judgement:
    claim = question.claim
    rounding = _rounding(claim)
    tolerance = rounding + METHOD_KM
    margin = measured.margin_km
    agrees = (margin > 0) == question.says_inside
    share = measured.share if question.says_inside else 1 - measured.share
    refuted = not agrees and abs(margin) >= tolerance
    view = _view_that_agrees(question, tolerance, zones) if refuted else ""
    verdict: Verdict = "consistent" if agrees else "inconsistent"
    disputed = abs(margin) < tolerance or bool(view)
    if disputed or (agrees and share < 1 - _STRADDLES) or (not agrees and share > _STRADDLES):
        verdict = "marginal"
    finite = math.isfinite(margin)
    return Judgement(
        claims=(claim,),
        verdict=verdict,
        stated=question.said,
        computed=f"{_side(margin)} by {_distance(margin)}",
        unit="km",
        margin=round(margin, 1) if finite else None,
        tolerance=tolerance,
        explanation=_explain(question, measured, zones, rounding, share, verdict, view),
    )


def _rounding(claim: Claim) -> float:
    if claim.offset_km:
        return units.rounding(claim.offset_km)
    return claim.location.uncertainty_km if claim.location else 0.0


def _view_that_agrees(question: _Question, tolerance: float, zones: ZoneLookup) -> str:
    """Say what decides in the named state's own view of a dispute, when that upholds the report."""
    where = question.claim.location
    if where is None or where.lat is None or where.lon is None:
        return ""
    answer = zones.at(where.lat, where.lon, limit=question.zone.limit, view=question.sovereign)
    margin = margin_km(answer, question.sovereign, question.zone.limit_km)
    upheld = (margin > 0) == question.says_inside or abs(margin) < tolerance
    if not upheld:
        return ""
    owner = states.possessive(question.sovereign)
    return f"{owner} own view puts the point {_side(margin)} by {_distance(margin)}"


def _side(margin: float) -> str:
    return "inside" if margin > 0 else "outside"


def _distance(margin: float) -> str:
    return f"{words.about(abs(margin))} km" if math.isfinite(margin) else "more than 400 km"


def _line(question: _Question, measured: _Measured) -> str:
    """Which line the margin is measured to."""
    answer = measured.answer
    own = answer.distance_km if answer.sovereign == question.sovereign else answer.runner_up_km
    if question.zone.limit_km - own <= measured.margin_km:
        return f"the {question.zone.edge}"
    other = answer.runner_up if answer.sovereign == question.sovereign else answer.sovereign
    return f"the median line with {states.name(other)}" if other else f"the {question.zone.edge}"


def _explain(
    question: _Question,
    measured: _Measured,
    zones: ZoneLookup,
    rounding: float,
    share: float,
    verdict: Verdict,
    view: str,
) -> str:
    claim = question.claim
    found = f"Said to be {question.said}; {words.where(claim)} is {_distance(measured.margin_km)} "
    found += f"{_side(measured.margin_km)} {_line(question, measured)}"
    edge = _edge_on_bearing(question, zones)
    if edge is not None:
        found += f", which lies {words.about(edge)} km {words.compass(claim.offset_deg or 0)} on that bearing"
    if verdict == "consistent":
        return f"{found}, as said."
    if view:
        return f"{found}; {view}: too close to call."
    if verdict == "inconsistent":
        return f"{found}, more than the rounding of the words ({words.about(rounding)} km) allows."
    if abs(measured.margin_km) < rounding + METHOD_KM:
        return f"{found}, less than the rounding of the words and the method allow: too close to call."
    return f"{found}, but only {share:.0%} of the area that the words allow bears it out: too close to call."


def _edge_on_bearing(question: _Question, zones: ZoneLookup) -> float | None:
    """Distance from the named place to the edge of the zone on the reported bearing, km."""
    claim = question.claim
    where = claim.location
    if (
        where is None
        or where.lat is None
        or where.lon is None
        or not claim.offset_km
        or claim.offset_deg is None
    ):
        return None
    start = geodesy.destination(
        where.lat, where.lon, bearing_deg=claim.offset_deg + 180, distance_km=claim.offset_km
    )
    bearing = geodesy.bearing(*start, where.lat, where.lon)
    steps = np.arange(claim.offset_km / 2, claim.offset_km * 1.5, max(1.0, claim.offset_km / 200))
    ends = [geodesy.destination(*start, bearing_deg=bearing, distance_km=float(step)) for step in steps]
    lats, lons = np.array(ends).T
    inside = zones.inside(lats, lons, sovereign=question.sovereign, limit_km=question.zone.limit_km)
    changes = np.flatnonzero(np.diff(inside.astype(int)))
    if not len(changes):
        return None
    edges = (steps[changes] + steps[changes + 1]) / 2
    return float(edges[np.argmin(np.abs(edges - claim.offset_km))])


def _judge_area(question: _Question, measured: _Measured) -> Judgement:
    """Judge a claim whose place is wide or open: only when all of it lies on one side is there an answer."""
    claim = question.claim
    share = measured.share if question.says_inside else 1 - measured.share
    open_words = claim.relation not in {"in", "at"} or claim.offset_km is not None
    if share >= _ALL:
        verdict: Verdict = "consistent"
        ending = "all of it, as said"
    elif share <= 1 - _ALL and not open_words:
        verdict = "inconsistent"
        ending = "no part of it"
    else:
        ending = "and the words do not say which part" if not open_words else "but how far is not said"
        return _undetermined(claim, question.said, f"{share:.0%} of {words.where(claim)} fits {ending}")
    return Judgement(
        claims=(claim,),
        verdict=verdict,
        stated=question.said,
        computed=f"{measured.share:.0%} inside",
        explanation=f"Said to be {question.said}; {words.where(claim)} fits that, {ending}.",
    )


def _undetermined(claim: Claim, said: str, reason: str) -> Judgement:
    return Judgement(
        claims=(claim,),
        verdict="undetermined",
        stated=said,
        unit="km",
        explanation=f"Said to be {said}; {reason}.",
    )
