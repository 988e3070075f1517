"""`trajectory`: apogee and range against flight time by the two-body ballistic arc.

Method: the stated time less an allowance for powered flight is the time of free flight; with the stated
range it implies an apogee (`ballistics.implied_apogee_km`), which is held against the stated one. Where it
is known whence and whither the missile flew, the Earth turns below the arc (`turn`). The allowance is by
class of weapon (`arcs`), from published flights and burn times. Clock times stand in for a time that is not
stated, and places for a distance beside an apogee; what has no time is told by `untimed`, which also holds
a flight against the greatest range of its class. Without an apogee the finding gives the one that time and
range imply.
Tolerance: the implied apogee is an interval, over the allowance and the rounding of minutes and kilometres;
the stated apogee has its own rounding. In the interval is `consistent`, out of it by no more than that
rounding `marginal`.
Limits: `ballistics` leaves out drag; an unknown course leaves out the turn, which the allowance then has to
hold. What steers, glides or stays in the air cannot be tested, and where it has an apogee the finding says
so; an apogee below 100 km is only tested where the time is more than three times that of the arc, or where
a missile of medium range or more flew farther than 1,500 km. A "rocket" that rises above 100 km is taken
for a missile.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sitmap.checks import arcs, ballistics, clock, turn, untimed, words
from sitmap.checks.arcs import Arc
from sitmap.checks.case import Case, Flight
from sitmap.checks.figure import Figure
from sitmap.checks.judgement import Judgement
from sitmap.checks.range import between
from sitmap.checks.turn import Course
from sitmap.model import Claim, Verdict

METHOD = (
    "two-body ballistic arc over a spherical Earth, turning where the course is known "
    "(Bate, Mueller and White 1971, chapter 6), "
    "with an allowance for powered flight by class"
)

# A missile this many times slower than its arc is no missile on that arc, whatever the air does.
_SLOWEST = 3.0
# Classes that neither fly on under power nor glide, and from where on none stays in the air, km.
_FALLING, _FAR_KM = frozenset({"icbm", "irbm", "mrbm", "slbm"}), 1500.0
#: Share of the shortest time of an arc that no slip of a minute or of a rounding explains.
_FAR_TOO_SHORT = 0.67
# Distances of the steepest and the longest flight of a missile, km, and minutes beyond them that are no slip.
_STRAIGHT_UP_KM, _FARTHEST_KM, _OPEN_MIN = 10.0, 13000.0, 3.0
# Minutes of the Earth's turn that are worth a word: the last digit that times are told to.
_TOLD_MIN = 0.1


@dataclass(frozen=True, slots=True)
class _Flown:
    claims: tuple[Claim, ...]
    arc: Arc
    distance: Figure | None
    apogee: Figure | None
    time: Figure
    course: Course | None
    asset: str

    @property
    def in_the_air(self) -> str:
        return words.hours(self.time.value)


def judge(case: Case) -> Iterable[Judgement]:
    """Judge each flight of which two of time, apogee and range are stated, then those beyond their class.

    Yields
    ------
    Judgement
        In km of apogee.
    """
    for flight in case.flights:
        apogee = case.figure(flight, "apogee_km")
        distance = case.figure(flight, "range_km") or (_between_places(flight) if apogee else None)
        course = turn.course(flight.launch, flight.impact)
        flown = _flown(case, flight, (distance, apogee), course)
        if flown is not None:
            yield _judge(flown)
        elif distance is not None and apogee is not None:
            yield from untimed.judge(flight, distance, apogee, course)
        yield from untimed.reach(flight, distance, apogee)


def _flown(
    case: Case, flight: Flight, told: tuple[Figure | None, Figure | None], course: Course | None
) -> _Flown | None:
    """Join what is told of distance and apogee with the time in the air, None without something to hold."""
    distance, apogee = told
    time = case.figure(flight, "flight_min") or _by_the_clock(flight)
    moving = arcs.of(flight.asset, apogee.value if apogee else 0.0)
    arc = moving if course else moving.still
    if time is None or (apogee is None and (distance is None or not arc.testable)):
        return None
    return _Flown(flight.claims, arc, distance, apogee, time, course, flight.asset)


def _between_places(flight: Flight) -> Figure | None:
    """Distance between the places when none is stated, unless a place is a whole country or sea."""
    start, end = (claim.location if claim else None for claim in (flight.launch, flight.impact))
    if start is None or end is None or start.lat is None or end.lat is None or flight.of_several:
        return None
    if start.area_is_place or end.area_is_place:
        return None
    found = between(start, end)
    spread = max(found.nominal - found.least, found.greatest - found.nominal)
    return Figure(float(round(found.nominal)), spread) if found.nominal >= 1 else None


def _by_the_clock(flight: Flight) -> Figure | None:
    if flight.launch is None or flight.impact is None:
        return None
    elapsed = clock.elapsed_min(flight.launch, flight.impact)
    is_flight = elapsed is not None and 0 < elapsed < clock.HALF_DAY_MIN
    return Figure(elapsed, clock.CLOCK_TOLERANCE_MIN) if elapsed is not None and is_flight else None


def _judge(flown: _Flown) -> Judgement:
    if not flown.arc.testable:
        return _undetermined(flown, flown.arc.reason)
    if flown.distance is None:
        return _without_distance(flown)
    if flown.distance.value >= ballistics.GREATEST_RANGE_KM:
        return _undetermined(flown, "no distance over ground is longer than half the Earth's circumference")
    low, high = implied_apogees(flown.distance, flown.time, flown.arc, flown.course)
    if flown.apogee is None:
        return _without_apogee(flown, flown.distance, low, high)
    if _stays_in_air(flown, flown.distance, flown.apogee):
        return _undetermined(flown, "below 100 km the air bends the arc and lets a missile pull up")
    return _compare(flown, flown.distance, flown.apogee, low, high)


def _without_apogee(flown: _Flown, distance: Figure, low: float, high: float) -> Judgement:
    """Say what apogee a time implies; one far too short for any arc over the distance is an error."""
    if high > 0:
        return _undetermined(
            flown,
            "no apogee is stated to hold the time against; a ballistic arc over "
            f"{distance.text} km would have one of {_implied(low, high, digits=2)} km",
        )
    least = ballistics.free_flight_min(distance.value - distance.half_step, arcs.AIR_KM) + flown.arc.low
    if flown.time.bound or distance.bound or flown.time.value + flown.time.half_step > _FAR_TOO_SHORT * least:
        return _undetermined(flown, f"no ballistic arc over {distance.text} km is as short")
    return Judgement(
        claims=flown.claims,
        verdict="inconsistent",
        stated=flown.time.text,
        unit="min",
        computed=f"at least {least:.0f}",
        margin=round(least - flown.time.value, 1),
        tolerance=flown.time.half_step,
        explanation=f"A ballistic arc over {distance.text} km that leaves the air takes at least "
        f"{least:.0f} minutes; {flown.in_the_air} are stated.",
    )


def _without_distance(flown: _Flown) -> Judgement:
    """Hold an apogee against a time over any distance: none is as short or as long as the words have it."""
    unknown = _undetermined(flown, "no distance is stated, which the arc needs")
    if flown.apogee is None or flown.apogee.bound or flown.time.bound or flown.apogee.value < arcs.AIR_KM:
        return unknown
    least, most = _times(flown.apogee, flown.arc)
    margin = flown.time.gap(least, most)
    if margin <= _OPEN_MIN + flown.time.half_step:
        return unknown
    return Judgement(
        claims=flown.claims,
        verdict="inconsistent",
        stated=flown.apogee.text,
        unit="min",
        computed=words.interval(least, most),
        margin=round(margin, 1),
        tolerance=_OPEN_MIN,
        explanation=f"An arc with an apogee of {flown.apogee.text} km takes {words.interval(least, most)} "
        f"minutes over any distance; {flown.in_the_air} are stated.",
    )


def _times(apogee: Figure, arc: Arc) -> tuple[float, float]:
    """Least and greatest minutes of an arc: straight up, and as far as missiles fly."""
    low, high = apogee.value - apogee.half_step, apogee.value + apogee.half_step
    least = ballistics.free_flight_min(_STRAIGHT_UP_KM, low) + arc.low
    return least, ballistics.free_flight_min(_FARTHEST_KM, high) + arc.high


def implied_apogees(
    distance: Figure, time: Figure, arc: Arc, course: Course | None = None
) -> tuple[float, float]:
    """Apogees that a flight time and a range allow.

    Parameters
    ----------
    distance, time : Figure
        As stated, km and minutes; the distance less than half the Earth's circumference.
    arc : Arc
        Allowance for powered flight.
    course : Course or None
        Over the turning Earth; None where it is not known.

    Returns
    -------
    tuple of float
        Least and greatest apogee, km; both 0 when no arc is so short.
    """
    spread = min(distance.half_step, distance.value / 2)
    far = min(distance.value + spread, 0.999 * ballistics.GREATEST_RANGE_KM)
    low = _apogee(far, time.value - arc.high - time.half_step, course)
    high = _apogee(distance.value - spread, time.value - arc.low + time.half_step, course)
    if time.bound == "least":
        high = ballistics.GREATEST_APOGEE_KM
    return (0.0 if time.bound == "most" else low), high


def _apogee(range_km: float, free_min: float, course: Course | None) -> float:
    if free_min >= ballistics.free_flight_min(range_km, ballistics.GREATEST_APOGEE_KM):
        return ballistics.GREATEST_APOGEE_KM
    return turn.implied_apogee_km(range_km, free_min, course) or 0.0


def _stays_in_air(flown: _Flown, distance: Figure, apogee: Figure) -> bool:
    """Whether drag and lift may explain the time: not when it is several times that of the arc."""
    longest = ballistics.free_flight_min(distance.value, apogee.value) + flown.arc.high
    if flown.asset in _FALLING and distance.value >= _FAR_KM:
        # What has no engine left and does not steer cannot stay so low so far.
        return False
    return apogee.value < arcs.AIR_KM and flown.time.value <= _SLOWEST * longest


def _compare(flown: _Flown, distance: Figure, apogee: Figure, low: float, high: float) -> Judgement:
    margin, implied = apogee.gap(low, high), _implied(low, high)
    verdict: Verdict = "inconsistent"
    if margin == 0 and high > 0:
        verdict = "consistent"
    elif margin <= apogee.half_step and high > 0:
        verdict = "marginal"
    return Judgement(
        claims=flown.claims,
        verdict=verdict,
        stated=apogee.text,
        computed=implied,
        unit="km",
        margin=margin,
        tolerance=apogee.half_step,
        explanation=_explain(flown, distance, apogee, implied, verdict),
    )


def _implied(low: float, high: float, *, digits: int = 3) -> str:
    """Apogees in words, "" when there is none."""
    if high == 0:
        return ""
    if high >= ballistics.GREATEST_APOGEE_KM:
        return f"at least {words.about(low, digits=digits)}"
    return f"about {words.interval(low, high, digits=digits)}"


def _explain(flown: _Flown, distance: Figure, apogee: Figure, implied: str, verdict: Verdict) -> str:
    free = ballistics.free_flight_min(distance.value, apogee.value)
    turned = turn.free_flight_min(distance.value, apogee.value, flown.course) - free
    arc = (
        f"A two-body arc over {distance.text} km with an apogee of {apogee.text} km "
        f"lasts {words.hours(round(free, 1))} in free flight{_turned(turned)} powered flight "
        f"{'with the turning Earth ' if flown.course is None else ''}adds {flown.arc.allowance}"
    )
    if not implied:
        return f"{arc}; no ballistic arc over that distance is as short as {flown.in_the_air}."
    if verdict == "consistent" and not apogee.bound:
        return f"{arc}, which meets the {flown.in_the_air} in the air."
    ending = {
        "consistent": ", as the words allow",
        "marginal": ", which the rounding of the figure could only just bridge",
    }.get(verdict, "")
    joint = "and" if verdict == "consistent" else "but"
    return f"{arc}, {joint} {flown.in_the_air} in the air imply an apogee of {implied} km{ending}."


def _turned(minutes: float) -> str:
    """Join what the Earth's turn adds or takes, where it shows."""
    if abs(minutes) < _TOLD_MIN:
        return " and"
    return f", the turning Earth {'adds' if minutes > 0 else 'takes'} {words.number(abs(minutes))} and"


def _undetermined(flown: _Flown, reason: str) -> Judgement:
    return Judgement(
        claims=flown.claims,
        verdict="undetermined",
        stated=flown.apogee.text if flown.apogee else "",
        unit="km",
        explanation=f"A flight of {flown.in_the_air} cannot be tested: {reason}.",
    )
