"""Where a missile was fired and came down by two tellings of one event, for the check `reports`.

Method: the places of a single weapon's impact, as far as each telling names one spot, and the side of a
maritime zone that each puts it on. Positions agree up to the greater of what the two words leave open; what
only both together bridge is `marginal`. Places of launch differ from 50 km beyond what both words leave open.
Limits: of a salvo, or of several impacts by one telling, it is not known which is meant; nor of several
places of launch by one telling.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from sitmap import geodesy
from sitmap.checks import events, words
from sitmap.checks.case import Case
from sitmap.checks.judgement import Judgement
from sitmap.checks.tellings import weigh
from sitmap.model import Claim

#: How far apart two names of one place of launch may lie: a town for its district, a base for its town.
_LAUNCH_KM = 50.0
#: How far apart two impacts in one report may lie and still be told of one missile.
_OTHER_KM = 1000.0


def judge(case: Case) -> Iterable[Judgement]:
    """Judge impacts that two tellings give of one event.

    Yields
    ------
    Judgement
        In km; the two tellings that lie farthest apart speak for all. Then the zones that they name, and
        where they put the launch.
    """
    yield from _impacts(case)
    yield from _launches(case)


def _impacts(case: Case) -> Iterable[Judgement]:
    told: dict[str, dict[tuple[str, str], list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in case.told_once:
        if claim.kind == "impact" and claim.event_id and claim.count_min == claim.count_max == 1:
            told[claim.event_id][events.telling(claim)].append(claim)
    for tellings in told.values():
        single = [claims[0] for claims in tellings.values() if len(claims) == 1]
        pairs = [(one, other) for one, other in combinations(single, 2) if events.are_apart(one, other)]
        apart = [found for pair in pairs if (found := _apart(*pair)) is not None]
        yield from sorted(apart, key=lambda judgement: -(judgement.margin or 0.0))[:1]
        yield from [found for pair in pairs if (found := _sides(*pair)) is not None][:1]


def _launches(case: Case) -> Iterable[Judgement]:
    told: dict[str, dict[tuple[str, str], list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in case.told_once:
        if claim.kind == "launch" and claim.event_id:
            told[claim.event_id][events.telling(claim)].append(claim)
    for tellings in told.values():
        single = [claims[0] for claims in tellings.values() if len(claims) == 1]
        if len(single) == len(tellings):
            pairs = [(one, other) for one, other in combinations(single, 2) if events.are_apart(one, other)]
            differ = (found for pair in pairs if (found := _elsewhere(*pair)) is not None)
            yield from sorted(differ, key=lambda judgement: -(judgement.margin or 0.0))[:1]


def _elsewhere(one: Claim, other: Claim) -> Judgement | None:
    """Judge two places of launch, None where they may be one."""
    spots = _spots(one, other)
    if spots is None or events.may_be_one_place(one.location, other.location):
        return None
    apart, open_km = spots
    if apart <= sum(open_km) + _LAUNCH_KM:
        return None
    told = f"{words.where(one)} ({words.teller(one)}) against {words.where(other)} ({words.teller(other)})"
    return Judgement(
        claims=(one, other),
        verdict="inconsistent",
        stated=words.where(one),
        computed=words.where(other),
        unit="km",
        margin=round(apart, 1),
        tolerance=round(sum(open_km) + _LAUNCH_KM, 1),
        topic="launch",
        explanation=f"Place of launch: {told}: {words.about(apart)} km apart.",
    )


def _spots(one: Claim, other: Claim) -> tuple[float, tuple[float, float]] | None:
    """Distance between the spots of two claims, and what the words of each leave open, km."""
    first, second = one.location, other.location
    if first is None or second is None or first.area_is_place or second.area_is_place:
        return None
    if first.lat is None or first.lon is None or second.lat is None or second.lon is None:
        return None
    apart = geodesy.distance(first.lat, first.lon, second.lat, second.lon)
    return apart, (first.uncertainty_km, second.uncertainty_km)


def _apart(one: Claim, other: Claim) -> Judgement | None:
    spots = _spots(one, other)
    if spots is None:
        return None
    apart, open_km = spots
    if one.report_id == other.report_id and apart > _OTHER_KM + sum(open_km):
        # So far off, one report tells of two things that fell.
        return None
    verdict = weigh(apart, max(open_km), sum(open_km))
    ending = {
        "consistent": "within what the words leave open",
        "marginal": "which the words of both together can just bridge",
    }.get(verdict, f"more than the {words.about(sum(open_km))} km that the words leave open")
    told = f"{words.where(one)} ({words.teller(one)}) against {words.where(other)} ({words.teller(other)})"
    return Judgement(
        claims=(one, other),
        verdict=verdict,
        stated=words.where(one),
        computed=words.where(other),
        unit="km",
        margin=round(apart, 1),
        tolerance=round(sum(open_km), 1),
        topic="position",
        explanation=f"Place of impact: {told}: {words.about(apart)} km apart, {ending}.",
    )


def _sides(one: Claim, other: Claim) -> Judgement | None:
    """Hold "inside" by one telling against "outside" by another, of the same zone."""
    (side, _, zone), (other_side, _, other_zone) = (claim.zone_claim.partition(":") for claim in (one, other))
    if not zone or zone != other_zone:
        return None
    agree = side == other_side
    told = f"{side} {zone} ({words.teller(one)}) against {other_side} {zone} ({words.teller(other)})"
    return Judgement(
        claims=(one, other),
        verdict="consistent" if agree else "inconsistent",
        stated=one.zone_claim,
        computed=other.zone_claim,
        topic="zone",
        explanation=f"Zone of the impact: {told}: {'they agree' if agree else 'both cannot be so'}.",
    )
