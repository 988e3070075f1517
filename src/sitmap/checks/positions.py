"""Where a missile came down by two tellings of one event, for the check `reports`.

Method: the places of a single weapon's impact, as far as each telling names one spot, and the side of a
maritime zone that each puts it on. Positions agree up to the greater of what the two words leave open; what
only both together bridge is `marginal`.
Limits: of a salvo, or of several impacts by one telling, it is not known which is meant.
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


def judge(case: Case) -> Iterable[Judgement]:
    """Judge impacts that two tellings give of one event.

    Yields
    ------
    Judgement
        In km; the two tellings that lie farthest apart speak for all. Then the zones that they name.
    """
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


def _apart(one: Claim, other: Claim) -> Judgement | None:
    first, second = one.location, other.location
    if first is None or second is None or first.area_is_place or second.area_is_place:
        return None
    if first.lat is None or first.lon is None or second.lat is None or second.lon is None:
        return None
    apart = geodesy.distance(first.lat, first.lon, second.lat, second.lon)
    open_km = first.uncertainty_km, second.uncertainty_km
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
