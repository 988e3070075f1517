"""`trajectory`: apogee and range against flight time by the two-body ballistic arc.

Method: the stated time less an allowance for powered flight is the time of free flight; with the
stated range it implies an apogee (`ballistics.implied_apogee_km`), which is held against the
stated one. The allowance is by class of weapon, `data/checks/arcs.csv`, from published flights.
Tolerance: the implied apogee is an interval, over the allowance and the rounding of minutes and
kilometres; the stated apogee has its own rounding. In the interval is `consistent`, out of it by no
more than that rounding `marginal`.
Limits: `ballistics` leaves out drag and rotation. What steers, glides or stays in the air cannot be
tested, and the finding says so.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sitmap import resources, units
from sitmap.checks import ballistics, clock, words
from sitmap.checks.case import Case, Flight
from sitmap.checks.judgement import Judgement
from sitmap.model import Claim, Verdict

METHOD = (
    "two-body ballistic arc over a spherical Earth (Bate, Mueller and White 1971, chapter 6), "
    "with an allowance for powered flight by class"
)

#: Height below which a flight is not free of the air, km (the Karman line).
AIR_KM = 100.0
# A missile this many times slower than its arc is no missile on that arc, whatever the air does.
_SLOWEST = 3.0


@dataclass(frozen=True, slots=True)
class Arc:
    """Whether a class of weapon flies a ballistic arc, and its minutes of powered flight.

    `low` and `high` count the flight time beyond a free flight from ground to ground, so they are
    somewhat less than the burn time.
    """

    testable: bool
    low: float
    high: float
    reason: str


@dataclass(frozen=True, slots=True)
class _Figures:
    claims: tuple[Claim, ...]
    arc: Arc
    range_km: float | None
    apogee_km: float | None
    minutes: float
    half_step_min: float


@cache
def arcs() -> dict[str, Arc]:
    """Table of classes by asset."""
    with resources.data("checks", "arcs.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["asset"]: Arc(
                row["arc"] == "yes",
                float(row["powered_min_low"] or 0),
                float(row["powered_min_high"] or 0),
                row["reason"],
            )
            for row in csv.DictReader(file)
        }


def judge(case: Case) -> Iterable[Judgement]:
    """Judge each flight whose time and whose apogee or range are stated.

    Yields
    ------
    Judgement
        In km of apogee.
    """
    for flight in case.flights:
        figures = _figures(flight)
        if figures is not None:
            yield _judge(figures)


def _figures(flight: Flight) -> _Figures | None:
    distance, apogee = _positive(flight.figure("range_km")), _positive(flight.figure("apogee_km"))
    minutes, half_step = _minutes(flight)
    if minutes is None or (distance is None and apogee is None):
        return None
    table = arcs()
    arc = table.get(flight.asset, table[""])
    if not arc.testable and apogee is None:
        return None
    return _Figures(flight.claims, arc, distance, apogee, minutes, half_step)


def _positive(value: float | None) -> float | None:
    return value if value is not None and value > 0 else None


def _minutes(flight: Flight) -> tuple[float | None, float]:
    stated = _positive(flight.figure("flight_min"))
    if stated is not None:
        return stated, clock.half_step_min(stated)
    if flight.launch and flight.impact:
        return _positive(clock.elapsed_min(flight.launch, flight.impact)), clock.CLOCK_TOLERANCE_MIN
    return None, 0.0


def _judge(figures: _Figures) -> Judgement:
    if not figures.arc.testable:
        return _undetermined(figures, figures.arc.reason)
    if figures.range_km is None:
        return _undetermined(figures, "no distance is stated, which the arc needs")
    if figures.range_km >= ballistics.GREATEST_RANGE_KM:
        return _undetermined(figures, "no distance over ground is longer than half the Earth's circumference")
    low, high = implied_interval(figures.range_km, figures.minutes, figures.half_step_min, figures.arc)
    if figures.apogee_km is None:
        return _undetermined(figures, _without_apogee(figures.range_km, low, high))
    if _stays_in_air(figures, figures.range_km, figures.apogee_km):
        return _undetermined(figures, "below 100 km the air bends the arc and lets a missile pull up")
    return _compare(figures, figures.range_km, figures.apogee_km, low, high)


def implied_interval(range_km: float, minutes: float, half_step_min: float, arc: Arc) -> tuple[float, float]:
    """Apogees that a flight time and a range allow.

    Parameters
    ----------
    range_km, minutes : float
        As stated.
    half_step_min : float
        Rounding of the minutes, half its step.
    arc : Arc
        Allowance for powered flight.

    Returns
    -------
    tuple of float
        Least and greatest apogee, km; (0, 0) when no arc is so short.
    """
    spread = min(units.rounding(range_km), range_km / 2)
    shortest, longest = minutes - arc.high - half_step_min, minutes - arc.low + half_step_min
    near, far = range_km - spread, min(range_km + spread, 0.999 * ballistics.GREATEST_RANGE_KM)
    return _apogee(far, shortest), _apogee(near, longest)


def _stays_in_air(figures: _Figures, range_km: float, apogee_km: float) -> bool:
    """Whether drag and lift may explain the time: not when it is several times that of the arc."""
    longest = ballistics.free_flight_min(range_km, apogee_km) + figures.arc.high
    return apogee_km < AIR_KM and figures.minutes <= _SLOWEST * longest


def _apogee(range_km: float, free_min: float) -> float:
    if free_min >= ballistics.free_flight_min(range_km, ballistics.GREATEST_APOGEE_KM):
        return ballistics.GREATEST_APOGEE_KM
    return ballistics.implied_apogee_km(range_km, free_min) or 0.0


def _compare(figures: _Figures, range_km: float, apogee_km: float, low: float, high: float) -> Judgement:
    margin = max(low - apogee_km, apogee_km - high, 0.0)
    tolerance = units.rounding(apogee_km)
    verdict: Verdict = "inconsistent"
    if margin == 0 and high > 0:
        verdict = "consistent"
    elif margin <= tolerance and high > 0:
        verdict = "marginal"
    return Judgement(
        claims=figures.claims,
        verdict=verdict,
        stated=words.number(apogee_km),
        computed=words.interval(low, high),
        unit="km",
        margin=margin,
        tolerance=tolerance,
        explanation=_explain(figures, range_km, apogee_km, words.interval(low, high), verdict),
    )


def _explain(figures: _Figures, range_km: float, apogee_km: float, implied: str, verdict: Verdict) -> str:
    free = ballistics.free_flight_min(range_km, apogee_km)
    arc = (
        f"A two-body arc over {words.number(range_km)} km with an apogee of {words.number(apogee_km)} km "
        f"lasts {words.hours(round(free, 1))} in free flight and powered flight adds "
        f"{_allowance(figures.arc)}"
    )
    time = words.hours(figures.minutes)
    if verdict == "consistent":
        return f"{arc}, which meets the {time} in the air."
    ending = ", which the rounding of the figure could only just bridge" if verdict == "marginal" else ""
    if implied == "0":
        return f"{arc}; no ballistic arc over that distance is as short as {time}."
    return f"{arc}, but {time} in the air imply an apogee of about {implied} km{ending}."


def _allowance(arc: Arc) -> str:
    return (
        f"up to {words.number(arc.high)}"
        if arc.low == 0
        else f"{words.number(arc.low)} to {words.number(arc.high)}"
    )


def _without_apogee(range_km: float, low: float, high: float) -> str:
    return (
        f"no apogee is stated to hold the time against; a ballistic arc over {words.number(range_km)} km "
        f"would have one of about {words.interval(low, high, digits=2)} km"
    )


def _undetermined(figures: _Figures, reason: str) -> Judgement:
    apogee = "" if figures.apogee_km is None else words.number(figures.apogee_km)
    return Judgement(
        claims=figures.claims,
        verdict="undetermined",
        stated=apogee,
        unit="km",
        explanation=f"A flight of {words.hours(figures.minutes)} cannot be tested: {reason}.",
    )
