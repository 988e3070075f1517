"""`reports`: tellings of one event, by two sources or in two reports: which numbers agree.

Method: what two tellings count (`counts`), how a count changed over days (`series`), the time, range,
apogee and flight time of a launch that both tell of, where it came down (`positions`), what one says and
another denies (`denials`, `outcomes`), and what the text itself says of accounts that differ
(`contradictions`).
Tolerance: the rounding of both numbers; two minutes for a clock time. What only the roundings bridge
is `marginal`.
Limits: sources may count different things, or the same thing at another hour; an `inconsistent` here
says that they differ and not who is wrong.
"""

from collections.abc import Iterable, Sequence
from itertools import chain, combinations

from sitmap.checks import (
    clock,
    contradictions,
    counts,
    denials,
    events,
    figure,
    outcomes,
    positions,
    series,
    words,
)
from sitmap.checks.case import Case, Flight
from sitmap.checks.figure import Figure
from sitmap.checks.judgement import Judgement
from sitmap.checks.tellings import CLOCK_MIN, NEARLY_MIN, against, gap, weigh_clock, weigh_figures
from sitmap.model import Claim, Variant

METHOD = "the same quantity as told by each source"

_FIGURES = {"range_km": ("range", "km"), "apogee_km": ("apogee", "km"), "flight_min": ("flight time", "min")}


def judge(case: Case) -> Iterable[Judgement]:
    """Judge counts, of one day and over time, then the numbers of launches that two tellings give.

    Yields
    ------
    Judgement
        `stated` is the first telling's, `computed` the second's.
    """
    differ: set[str] = set()
    for judgement in chain(
        counts.judge(case),
        series.judge(case),
        _told_twice(case),
        _told_beside(case),
        positions.judge(case),
        denials.judge(case),
    ):
        if judgement.verdict == "inconsistent":
            differ |= {claim.claim_id for claim in judgement.claims}
        yield judgement
    for judgement in outcomes.judge(case, differ):
        differ |= {claim.claim_id for claim in judgement.claims}
        yield judgement
    yield from contradictions.judge(case, differ)


def _told_twice(case: Case) -> Iterable[Judgement]:
    """Hold launches against each other that two tellings claim."""
    flights = {claim.claim_id: flight for flight in case.flights for claim in flight.claims}
    for first, second in events.launches_told_twice(case.told_once):
        yield from _clock_times(first, second)
        yield from _flights(case, flights[first.claim_id], flights[second.claim_id])


def _told_beside(case: Case) -> Iterable[Judgement]:
    """Hold numbers of one launch against each other that a report gives by several sources.

    Of a salvo each source may mean another missile, so only a single one is looked at.
    """
    for claim in case.told_once:
        if claim.kind == "launch" and claim.count_min == claim.count_max == 1:
            text = case.text(claim.report_id)
            for name, named in _FIGURES.items():
                told = [(v, figure.variant(v, text)) for v in claim.variants if v.field == name]
                yield from _farthest(claim, [(v, found) for v, found in told if found is not None], named)


def _farthest(
    claim: Claim, told: Sequence[tuple[Variant, Figure]], named: tuple[str, str]
) -> Iterable[Judgement]:
    """Of several sources the two whose numbers lie farthest apart speak for all."""
    pairs = [
        (one, other)
        for one, other in combinations(told, 2)
        if not events.is_one_source(one[0].source, other[0].source)
    ]
    if pairs:
        (first, one), (second, other) = max(pairs, key=lambda pair: gap(pair[0][1], pair[1][1]))
        tellers = words.plain(first.source), words.plain(second.source)
        yield _weighed((claim,), (one, other), tellers, named)


def _flights(case: Case, first: Flight, second: Flight) -> Iterable[Judgement]:
    for name, (what, unit) in _FIGURES.items():
        one, other = case.figure(first, name), case.figure(second, name)
        if one is not None and other is not None:
            yield _compare_figures(first, second, (one, other), (what, unit))


def _compare_figures(
    first: Flight, second: Flight, figures: tuple[Figure, Figure], named: tuple[str, str]
) -> Judgement:
    tellers = words.teller(first.claims[0]), words.teller(second.claims[0])
    return _weighed((*first.claims, *second.claims), figures, tellers, named)


def _weighed(
    claims: tuple[Claim, ...],
    figures: tuple[Figure, Figure],
    tellers: tuple[str, str],
    named: tuple[str, str],
) -> Judgement:
    (one, other), (what, unit) = figures, named
    apart = gap(one, other)
    tolerance = one.half_step + other.half_step
    return Judgement(
        claims=claims,
        verdict=weigh_figures(one, other),
        stated=one.text,
        computed=other.text,
        unit=unit,
        margin=apart,
        tolerance=tolerance,
        topic=what,
        explanation=against(
            what.capitalize(),
            (f"{one.text} {unit}", tellers[0]),
            (f"{other.text} {unit}", tellers[1]),
            (apart, unit),
            tolerance,
        ),
    )


def _clock_times(first: Claim, second: Claim) -> Iterable[Judgement]:
    apart = clock.minutes_apart(first, second)
    if apart is None:
        return
    yield Judgement(
        claims=(first, second),
        verdict=weigh_clock(apart),
        stated=first.time,
        computed=second.time,
        unit="min",
        margin=apart,
        tolerance=CLOCK_MIN,
        topic="time",
        explanation=against(
            "Time of launch",
            (words.clock(first), words.teller(first)),
            (words.clock(second), words.teller(second)),
            (apart, "min"),
            NEARLY_MIN,
        ),
    )
