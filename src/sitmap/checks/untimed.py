"""`trajectory`: flights whose height and distance are told and whose time is not, and what a class can reach.

Method: the two-body arc over the distance with the apogee gives the time that such a flight takes; with
none stated there is nothing to hold it against, and the finding gives the time. The speed of the arc also
tells how far it would carry at the best angle (`ballistics.greatest_range_km`), or a stated distance does;
a class of missile is defined by its greatest range (`data/checks/arcs.csv`).
Tolerance: half as far again as the class: reports use the classes loosely. From a tenth on it is `marginal`.
Limits: only what exceeds its class is told; a missile may always fly less. Drag is left out, so the reach
of a flight in the air is somewhat overstated.
"""

from collections.abc import Iterable

from sitmap.checks import arcs, ballistics, turn, words
from sitmap.checks.arcs import Arc
from sitmap.checks.case import Flight
from sitmap.checks.figure import Figure
from sitmap.checks.judgement import Judgement
from sitmap.checks.turn import Course

#: How many times the greatest range of its class a flight may have until it is doubted, until it is wrong.
_DOUBTED, _WRONG = 1.1, 1.5
_CLASSES = {"srbm": "a short-range", "mrbm": "a medium-range", "irbm": "an intermediate-range"}


def judge(flight: Flight, distance: Figure, apogee: Figure, course: Course | None) -> Iterable[Judgement]:
    """Say how long a flight took that tells no time.

    Parameters
    ----------
    flight : Flight
        Without a flight time.
    distance, apogee : Figure
        As stated, km.
    course : Course or None
        Over the turning Earth; None where it is not known.

    Yields
    ------
    Judgement
        `undetermined`, in km; none for what flies no arc, or no longer than the Earth is round.
    """
    moving = arcs.of(flight.asset, apogee.value)
    arc = moving if course else moving.still
    if not arc.testable or distance.value >= ballistics.GREATEST_RANGE_KM:
        return
    arc_told = f"over {distance.text} km with an apogee of {apogee.text} km"
    if apogee.value < arcs.AIR_KM:
        told = (
            f"No flight time is told, and below 100 km the air bends an arc: one {arc_told} cannot be tested"
        )
    else:
        minutes = _minutes(distance, apogee, arc, course)
        told = f"No flight time is told to hold against: an arc {arc_told} takes {minutes}"
    yield Judgement(
        claims=flight.claims,
        verdict="undetermined",
        stated=apogee.text,
        unit="km",
        topic="untimed",
        explanation=f"{told}.",
    )


def _minutes(distance: Figure, apogee: Figure, arc: Arc, course: Course | None) -> str:
    free = turn.free_flight_min(distance.value, apogee.value, course)
    least, most = round(free + arc.low), round(free + arc.high)
    return f"{least} to {most} minutes with powered flight" if least < most else words.hours(float(most))


def reach(flight: Flight, distance: Figure | None, apogee: Figure | None) -> Iterable[Judgement]:
    """Hold a flight against the greatest range of its class.

    Parameters
    ----------
    flight : Flight
        Of a class that has one.
    distance, apogee : Figure or None
        As stated, km; without a distance nothing is told.

    Yields
    ------
    Judgement
        In km of range; none where it is within its class.
    """
    most = arcs.of(flight.asset).reach_km
    if most is None or distance is None or distance.bound == "most":
        return
    far, told = distance.value, f"A flight of {distance.text} km"
    if apogee is not None and apogee.bound != "most" and far < ballistics.GREATEST_RANGE_KM:
        far = ballistics.greatest_range_km(distance.value, apogee.value)
        arc = f"An arc over {distance.text} km with an apogee of {apogee.text} km"
        told = f"{arc} has the speed for {words.about(far)} km"
    if far <= _DOUBTED * most:
        return
    wrong = far > _WRONG * most
    ending = "" if wrong else ", though classes are told loosely"
    kind = f"{_CLASSES[flight.asset]} missile"
    yield Judgement(
        claims=flight.claims,
        verdict="inconsistent" if wrong else "marginal",
        stated=words.number(most),
        computed=words.about(far),
        unit="km",
        margin=round(far - most, 1),
        tolerance=round((_WRONG - 1) * most, 1),
        topic="class",
        explanation=f"{told}; {kind} is one of up to {words.number(most)} km{ending}.",
    )
