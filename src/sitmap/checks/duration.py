"""`duration`: clock times of launch and impact against the stated flight time.

Method: the difference of the two clock times, each in its own zone, over midnight if need be.
Tolerance: one minute for two times told to the minute, or the rounding of the stated minutes ("about
half an hour") if that is more. Within it the two agree, one minute beyond it is `marginal`.
Limits: seconds are not known; a launch is "detected" some tens of seconds after it.
"""

from collections.abc import Iterable

from sitmap.checks import clock, words
from sitmap.checks.case import Case, Flight
from sitmap.checks.figure import Figure
from sitmap.checks.judgement import Judgement
from sitmap.model import Claim, Verdict

METHOD = "difference of the clock times, each in its own time zone"

_NEARLY_MIN = 1.0


def judge(case: Case) -> Iterable[Judgement]:
    """Judge each flight whose duration is stated.

    Yields
    ------
    Judgement
        In minutes.
    """
    for flight in case.flights:
        stated = case.figure(flight, "flight_min")
        if stated is None:
            continue
        if flight.launch and flight.impact:
            yield _compare(flight, flight.launch, flight.impact, stated)
        else:
            yield _missing(flight, stated, "the impact" if flight.launch else "the launch")


def _compare(flight: Flight, launch: Claim, impact: Claim, stated: Figure) -> Judgement:
    if not (launch.time and impact.time):
        return _missing(flight, stated, "the impact" if launch.time else "the launch")
    if flight.of_several:
        return _undetermined(flight, stated, "the launch has several impacts, and it may be that of another")
    elapsed = clock.elapsed_min(launch, impact)
    if elapsed is None:
        return _undetermined(
            flight, stated, "the two clock times cannot be compared without date and time zone"
        )
    tolerance = max(clock.CLOCK_TOLERANCE_MIN, stated.half_step)
    margin = stated.gap(elapsed, elapsed)
    verdict: Verdict = "inconsistent"
    if margin <= tolerance:
        verdict = "consistent"
    elif margin <= tolerance + _NEARLY_MIN:
        verdict = "marginal"
    return Judgement(
        claims=flight.claims,
        verdict=verdict,
        stated=stated.text,
        computed=words.number(elapsed),
        unit="min",
        margin=margin,
        tolerance=tolerance,
        explanation=_explain(launch, impact, stated, elapsed, verdict),
    )


def _explain(launch: Claim, impact: Claim, stated: Figure, elapsed: float, verdict: Verdict) -> str:
    clocks = f"{_told(launch, impact)} to {_told(impact, launch)}"
    if elapsed < 0:
        return f"{clocks} puts the impact before the launch; a flight of {stated.text} minutes is stated."
    if verdict == "consistent" and words.number(elapsed) == stated.text:
        return f"{clocks} is {words.hours(elapsed)}, as stated."
    ending = {
        "consistent": "within the rounding of the words",
        "marginal": "more than rounding explains, by a minute at most",
        "inconsistent": f"{words.number(abs(elapsed - stated.value))} apart",
    }[verdict]
    return f"{clocks} is {words.hours(elapsed)}, against a stated {stated.text}: {ending}."


def _told(claim: Claim, other: Claim) -> str:
    zone = f" {claim.tz}" if claim.tz and other.tz and claim.tz != other.tz else ""
    return f"{claim.time}{zone}"


def _missing(flight: Flight, stated: Figure, what: str) -> Judgement:
    return _undetermined(flight, stated, f"no clock time of {what} is given")


def _undetermined(flight: Flight, stated: Figure, reason: str) -> Judgement:
    return Judgement(
        claims=flight.claims,
        verdict="undetermined",
        stated=stated.text,
        unit="min",
        explanation=f"A flight of {words.hours(stated.value)} is stated, but {reason}.",
    )
