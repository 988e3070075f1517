"""`reports`: tellings of one event, by two sources or in two reports: which numbers agree.

Method: launches and deployments of one actor, day and place that two tellings count, the parts that
each gives of the place added up; and the time, range, apogee and flight time of a launch that both tell of.
Of more than two counts the two farthest apart are held against each other.
Tolerance: the rounding of both numbers; two minutes for a clock time. What only the roundings bridge
is `marginal`.
Limits: sources may count different things, or the same thing at another hour; an `inconsistent` here
says that they differ and not who is wrong.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from sitmap import units
from sitmap.checks import clock, events, words
from sitmap.checks.case import Case, Flight
from sitmap.checks.figure import Figure
from sitmap.checks.judgement import Judgement
from sitmap.checks.places import contains
from sitmap.checks.sum import count
from sitmap.model import Claim, Verdict

METHOD = "the same quantity as told by each source"

_FIGURES = {"range_km": ("range", "km"), "apogee_km": ("apogee", "km"), "flight_min": ("flight time", "min")}
_CLOCK_MIN, _NEARLY_MIN = 2.0, 10.0


def judge(case: Case) -> Iterable[Judgement]:
    """Judge counts, then the numbers of launches that two tellings give.

    Yields
    ------
    Judgement
        `stated` is the first telling's, `computed` the second's.
    """
    yield from _counts(case)
    flights = {claim.claim_id: flight for flight in case.flights for claim in flight.claims}
    for first, second in events.launches_told_twice(case.claims):
        yield from _clock_times(first, second)
        yield from _flights(case, flights[first.claim_id], flights[second.claim_id])


def _counts(case: Case) -> Iterable[Judgement]:
    groups: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    tellings: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in case.claims:
        place = claim.location.place if claim.location else None
        counted = claim.count_min is not None or claim.count_max is not None
        if place and counted and claim.date and claim.kind in {"launch", "deployment"}:
            groups[claim.kind, claim.actor, claim.date, claim.status, place.place_id].append(claim)
            tellings[events.telling(claim)].append(claim)
    for group in groups.values():
        # One claim of each telling stands for it; its other parts are added in `_total`.
        first_told = {events.telling(claim): claim for claim in reversed(group)}
        compared = [
            _compare_counts(_total(first, tellings), _total(second, tellings))
            for first, second in combinations(reversed(first_told.values()), 2)
            if events.are_apart(first, second) and events.may_be_one_weapon(first, second)
        ]
        # Of many tellings the two that lie farthest apart speak for all.
        yield from sorted(compared, key=lambda judgement: -(judgement.margin or 0.0))[:1]


def _total(claim: Claim, tellings: Mapping[tuple[str, str], Sequence[Claim]]) -> tuple[Claim, ...]:
    """Claims that together give a telling's count of a place: it and what it tells of parts of the place.

    A deployment is not added up: its parts are in the count of the whole.
    """
    if claim.kind == "deployment":
        return (claim,)
    return tuple(
        other
        for other in tellings[events.telling(claim)]
        if (other.kind, other.date) == (claim.kind, claim.date)
        and events.may_be_one_weapon(other, claim)
        and (other is claim or _is_at_or_in(other, claim))
    )


def _is_at_or_in(part: Claim, whole: Claim) -> bool:
    first = part.location.place if part.location else None
    second = whole.location.place if whole.location else None
    same = first is not None and second is not None and first.place_id == second.place_id
    return same or contains(whole.location, part.location)


def _compare_counts(first: tuple[Claim, ...], second: tuple[Claim, ...]) -> Judgement:
    (low1, high1, step1), (low2, high2, step2) = _span(first), _span(second)
    gap = max(low1 - high2, low2 - high1, 0.0)
    tolerance = step1 + step2
    what = "launches from" if first[0].kind == "launch" else "the force in"
    return Judgement(
        claims=(*first, *second),
        verdict=_verdict(gap, 0.0, tolerance),
        stated=_written(first),
        computed=_written(second),
        margin=gap,
        tolerance=tolerance,
        topic="count",
        explanation=_explain(
            f"Count of {what} {words.place(first[0])} on {_day(first[0])}",
            (_written(first), words.teller(first[0])),
            (_written(second), words.teller(second[0])),
            gap,
            tolerance,
        ),
    )


def _day(claim: Claim) -> str:
    day = clock.parse_date(claim.date)
    return words.day(day) if day else claim.date


def _span(claims: tuple[Claim, ...]) -> tuple[float, float, float]:
    """Least and greatest total, and the rounding of its numbers."""
    low = sum(claim.count_min or 0 for claim in claims)
    high = sum(claim.count_max if claim.count_max is not None else float("inf") for claim in claims)
    told = [claim.count_max if claim.count_max is not None else claim.count_min or 0 for claim in claims]
    return float(low), float(high), sum(map(units.rounding, told))


def _written(claims: tuple[Claim, ...]) -> str:
    if len(claims) == 1:
        return count(claims[0])
    low, high, _ = _span(claims)
    return words.number(low) if low == high else f"at least {words.number(low)}"


def _flights(case: Case, first: Flight, second: Flight) -> Iterable[Judgement]:
    for name, (what, unit) in _FIGURES.items():
        one, other = case.figure(first, name), case.figure(second, name)
        if one is not None and other is not None:
            yield _compare_figures(first, second, (one, other), (what, unit))


def _compare_figures(
    first: Flight, second: Flight, figures: tuple[Figure, Figure], named: tuple[str, str]
) -> Judgement:
    (one, other), (what, unit) = figures, named
    gap = other.gap(one.value, one.value) if other.bound else one.gap(other.value, other.value)
    tolerance = one.half_step + other.half_step
    return Judgement(
        claims=(*first.claims, *second.claims),
        verdict=_verdict(gap, max(one.half_step, other.half_step), tolerance),
        stated=one.text,
        computed=other.text,
        unit=unit,
        margin=gap,
        tolerance=tolerance,
        topic=what,
        explanation=_explain(
            what.capitalize(),
            (f"{one.text} {unit}", words.teller(first.claims[0])),
            (f"{other.text} {unit}", words.teller(second.claims[0])),
            gap,
            tolerance,
        ),
    )


def _clock_times(first: Claim, second: Claim) -> Iterable[Judgement]:
    apart = clock.minutes_apart(first, second)
    if apart is None:
        return
    yield Judgement(
        claims=(first, second),
        verdict=_verdict(apart, _CLOCK_MIN, _NEARLY_MIN),
        stated=first.time,
        computed=second.time,
        unit="min",
        margin=apart,
        tolerance=_CLOCK_MIN,
        topic="time",
        explanation=_explain(
            "Time of launch",
            (f"{first.time} {first.tz}".strip(), words.teller(first)),
            (f"{second.time} {second.tz}".strip(), words.teller(second)),
            apart,
            _NEARLY_MIN,
        ),
    )


def _verdict(gap: float, agrees: float, bridged: float) -> Verdict:
    if gap <= agrees:
        return "consistent"
    return "marginal" if gap <= bridged else "inconsistent"


def _explain(what: str, first: tuple[str, str], second: tuple[str, str], gap: float, tolerance: float) -> str:
    told = f"{what}: {first[0]} ({first[1]}) against {second[0]} ({second[1]})"
    if gap == 0:
        return f"{told}: they agree."
    ending = "which their rounding can bridge" if gap <= tolerance else "more than their rounding"
    return f"{told}: {words.number(gap)} apart, {ending}."
