"""`duration`: clock times of launch and impact against the stated flight time.

Method: the difference of the two clock times, each in its own zone, over midnight if need be. Where the
claims lack one, the times that the text gives beside the flight time (`moments`), and where they lack the
flight time that of the text ("22 minutes after launch", `spans`).
Tolerance: one minute for two times told to the minute, or the rounding of the stated minutes ("about
half an hour") if that is more. Within it the two agree, one minute beyond it is `marginal`.
Limits: seconds are not known; a launch is "detected" some tens of seconds after it.
"""

from collections.abc import Iterable, Sequence

from sitmap.checks import clock, moments, reading, spans, words
from sitmap.checks.case import Case, Flight
from sitmap.checks.figure import Figure
from sitmap.checks.judgement import Judgement
from sitmap.checks.moments import Moments
from sitmap.model import Claim, Report, Verdict

METHOD = "difference of the clock times, each in its own time zone"

_NEARLY_MIN = 1.0
#: How far from the words of a flight time the claims of its flight may stand, in characters.
_NEAR = 500


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
        yield _judge(case, flight, stated)
    for report in case.reports:
        yield from _in_words(report, case.by_report.get(report.report_id, ()))


def _in_words(report: Report, claims: Sequence[Claim]) -> Iterable[Judgement]:
    """Judge the flight times of a text that no claim carries, on the flights beside them."""
    own = [claim for claim in claims if claim.kind in {"launch", "impact"}]
    carried = [e.span for claim in own for e in claim.evidence if e.field == "flight_min"]
    for told in spans.lasted(report.text) if own else ():
        beside = moments.beside(report.text, told.start)
        near = [claim for claim in own if reading.away(claim, told.start) <= _NEAR]
        if beside is None or not near or any(s.start < told.end and told.start < s.end for s in carried):
            continue
        launch, impact = (_nearest(near, kind, told.start) for kind in ("launch", "impact"))
        yield _by(Flight(launch, impact), told.time, beside)


def _nearest(claims: Iterable[Claim], kind: str, start: int) -> Claim | None:
    own = (claim for claim in claims if claim.kind == kind)
    return min(own, key=lambda claim: (reading.away(claim, start), claim.claim_id), default=None)


def _judge(case: Case, flight: Flight, stated: Figure) -> Judgement:
    launch, impact = flight.launch, flight.impact
    if not (launch and impact and launch.time and impact.time) or _is_one_clock(launch, impact):
        beside = _beside(case, flight)
        if beside is None:
            untimed = launch is None or not launch.time
            return _missing(flight, stated, "the launch" if untimed else "the impact")
        return _by(flight, stated, beside)
    if flight.of_several:
        return _undetermined(flight, stated, "the launch has several impacts, and it may be that of another")
    elapsed = clock.elapsed_min(launch, impact)
    if elapsed is None:
        return _undetermined(
            flight, stated, "the two clock times cannot be compared without date and time zone"
        )
    if any(clock.is_half_open(case.words_of(claim, "time")) for claim in (launch, impact)):
        other = (elapsed + clock.HALF_DAY_MIN) % (2 * clock.HALF_DAY_MIN)
        elapsed = min(elapsed, other, key=lambda minutes: abs(minutes - stated.value))
    return _weigh(flight, stated, elapsed, f"{_told(launch, impact)} to {_told(impact, launch)}")


def _is_one_clock(launch: Claim, impact: Claim) -> bool:
    """Whether both times were read from the same words: they tell when, and not how long."""
    read = [{e.span for e in claim.evidence if e.field == "time"} for claim in (launch, impact)]
    return launch.report_id == impact.report_id and bool(read[0] & read[1])


def _beside(case: Case, flight: Flight) -> Moments | None:
    """Clock times beside the words of the flight time."""
    for claim in flight.claims:
        for found in claim.evidence:
            if found.field == "flight_min":
                return moments.beside(case.text(claim.report_id), found.span.start)
    return None


def _by(flight: Flight, stated: Figure, told: Moments) -> Judgement:
    """Hold a flight time against the clock times told beside it."""
    elapsed = told.elapsed_min(stated.value)
    return _weigh(flight, stated, elapsed, f"{told.launch} to {told.impact}", told.rough_min)


def _weigh(flight: Flight, stated: Figure, elapsed: float, clocks: str, rough_min: float = 0.0) -> Judgement:
    tolerance = max(clock.CLOCK_TOLERANCE_MIN, stated.half_step) + rough_min
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
        explanation=_explain(clocks, stated, elapsed, verdict),
    )


def _explain(clocks: str, stated: Figure, elapsed: float, verdict: Verdict) -> str:
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
    apart = claim.tz and other.tz and claim.tz != other.tz
    return words.clock(claim) if apart else claim.time


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
