"""`reports`: tellings of one event, by two sources or in two reports: which numbers agree.

Method: what two tellings count (`counts`), how a count changed over days (`series`), and the time, range,
apogee and flight time of a launch that both tell of.
Tolerance: the rounding of both numbers; two minutes for a clock time. What only the roundings bridge
is `marginal`.
Limits: sources may count different things, or the same thing at another hour; an `inconsistent` here
says that they differ and not who is wrong.
"""

from collections.abc import Iterable

from sitmap.checks import clock, counts, events, series, words
from sitmap.checks.case import Case, Flight
from sitmap.checks.figure import Figure
from sitmap.checks.judgement import Judgement
from sitmap.checks.tellings import CLOCK_MIN, NEARLY_MIN, against, gap, weigh_clock, weigh_figures
from sitmap.model import Claim

METHOD = "the same quantity as told by each source"

_FIGURES = {"range_km": ("range", "km"), "apogee_km": ("apogee", "km"), "flight_min": ("flight time", "min")}


def judge(case: Case) -> Iterable[Judgement]:
    """Judge counts, of one day and over time, then the numbers of launches that two tellings give.

    Yields
    ------
    Judgement
        `stated` is the first telling's, `computed` the second's.
    """
    yield from counts.judge(case)
    yield from series.judge(case)
    flights = {claim.claim_id: flight for flight in case.flights for claim in flight.claims}
    for first, second in events.launches_told_twice(case.told_once):
        yield from _clock_times(first, second)
        yield from _flights(case, flights[first.claim_id], flights[second.claim_id])


def _flights(case: Case, first: Flight, second: Flight) -> Iterable[Judgement]:
    for name, (what, unit) in _FIGURES.items():
        one, other = case.figure(first, name), case.figure(second, name)
        if one is not None and other is not None:
            yield _compare_figures(first, second, (one, other), (what, unit))


def _compare_figures(
    first: Flight, second: Flight, figures: tuple[Figure, Figure], named: tuple[str, str]
) -> Judgement:
    (one, other), (what, unit) = figures, named
    apart = gap(one, other)
    tolerance = one.half_step + other.half_step
    return Judgement(
        claims=(*first.claims, *second.claims),
        verdict=weigh_figures(one, other),
        stated=one.text,
        computed=other.text,
        unit=unit,
        margin=apart,
        tolerance=tolerance,
        topic=what,
        explanation=against(
            what.capitalize(),
            (f"{one.text} {unit}", words.teller(first.claims[0])),
            (f"{other.text} {unit}", words.teller(second.claims[0])),
            apart,
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
            (f"{first.time} {first.tz}".strip(), words.teller(first)),
            (f"{second.time} {second.tz}".strip(), words.teller(second)),
            apart,
            NEARLY_MIN,
        ),
    )
