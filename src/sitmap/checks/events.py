"""Which claims of different tellings are about one event.

A telling is what one source says in one report. Claims with the same quote are copies of one text
and count once.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sitmap import geodesy
from sitmap.checks import clock
from sitmap.checks.places import contains
from sitmap.model import Claim, Location

#: Launches of two reports this far apart in time are two launches, minutes.
SAME_LAUNCH_MIN = 30.0

#: Words of a source's name that do not tell it from another.
_SMALL = frozenset({"the", "of", "s", "a", "its", "and", "for"})

#: Assets that leave open which one is meant.
_OPEN = frozenset({"", "missile", "ballistic"})


def telling(claim: Claim) -> tuple[str, str]:
    """Report and source of a claim."""
    return claim.report_id, claim.source


def are_apart(first: Claim, second: Claim) -> bool:
    """Whether two claims are from different tellings, and neither is a copy of the other.

    Within one report both must name their source: a source not named may be the other one.
    """
    if first.report_id != second.report_id:
        return first.quote != second.quote
    return bool(first.source and second.source) and not is_one_source(first.source, second.source)


def is_one_source(first: str, second: str) -> bool:
    """Whether two names may be of one source: one is short for the other, as "the military"."""
    one, other = (frozenset(re.findall(r"\w+", name.casefold())) - _SMALL for name in (first, second))
    return one <= other or other <= one


def may_be_one_weapon(first: Claim, second: Claim) -> bool:
    """Whether two claims may be about the same actor's same kind of force or weapon."""
    same_asset = first.asset == second.asset or first.asset in _OPEN or second.asset in _OPEN
    same_name = not first.designation or not second.designation or first.designation == second.designation
    return bool(first.actor) and first.actor == second.actor and same_asset and same_name


def launches_told_twice(claims: Iterable[Claim]) -> Iterable[tuple[Claim, Claim]]:
    """Find pairs of launch claims of different tellings that are about one launch.

    In one report the claims share their event. Two reports tell of one launch when each has only
    one of that actor and day, and times and places agree.

    Yields
    ------
    tuple of Claim
        Each later telling with the first of its launch.
    """
    by_day: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "launch" and claim.actor and claim.date:
            by_day[claim.actor, claim.date].append(claim)
    for launches in by_day.values():
        for number, second in enumerate(launches):
            first = next((told for told in launches[:number] if _one_launch(told, second, launches)), None)
            if first is not None:
                yield first, second


def _one_launch(first: Claim, second: Claim, launches: Sequence[Claim]) -> bool:
    if not (are_apart(first, second) and may_be_one_weapon(first, second)):
        return False
    if first.report_id == second.report_id:
        return bool(first.event_id) and first.event_id == second.event_id
    return _lone(first, launches) and _lone(second, launches) and _agree(first, second)


def _lone(launch: Claim, launches: Sequence[Claim]) -> bool:
    return sum(other.report_id == launch.report_id for other in launches) == 1


def _agree(first: Claim, second: Claim) -> bool:
    apart = clock.minutes_apart(first, second)
    return (apart is None or apart <= SAME_LAUNCH_MIN) and _may_be_one_place(first.location, second.location)


def _may_be_one_place(first: Location | None, second: Location | None) -> bool:
    if first is None or second is None:
        return False
    if contains(first, second) or contains(second, first):
        return True
    if first.lat is None or first.lon is None or second.lat is None or second.lon is None:
        return False
    reach = first.uncertainty_km + second.uncertainty_km
    return geodesy.distance(first.lat, first.lon, second.lat, second.lon) <= reach
