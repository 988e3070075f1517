"""Which claims of different tellings are about one event.

A telling is what one source says in one report. Claims with the same quote are copies of one text
and count once.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

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
    return bool(first.actor) and first.actor == second.actor and are_one_thing(first, second)


def are_one_thing(first: Claim, second: Claim) -> bool:
    """Whether two claims may be about one kind of force or weapon, whosever it is."""
    same_asset = first.asset == second.asset or first.asset in _OPEN or second.asset in _OPEN
    same_name = not first.designation or not second.designation or first.designation == second.designation
    return same_asset and same_name


def launches_told_twice(claims: Iterable[Claim]) -> Iterable[tuple[Claim, Claim]]:
    """Find pairs of launch claims of different tellings that are about one launch.

    In one report the claims share their event. Of two reports each tells of only one launch of that
    actor and day that agrees with the other's in time and place.

    Yields
    ------
    tuple of Claim
        Each later telling with the first of its launch.
    """
    for launches in by_actor_and_day(claim for claim in claims if claim.kind == "launch").values():
        rivals = Rivals(launches)
        for number, second in enumerate(launches):
            told = (claim for claim in launches[:number] if are_apart(claim, second))
            first = next((claim for claim in told if _one_launch(claim, second, rivals)), None)
            if first is not None:
                yield first, second


def by_actor_and_day(claims: Iterable[Claim]) -> dict[tuple[str, str], list[Claim]]:
    """Sort the claims that name an actor and a day."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.actor and claim.date:
            found[claim.actor, claim.date].append(claim)
    return found


def _one_launch(first: Claim, second: Claim, rivals: "Rivals") -> bool:
    if first.report_id == second.report_id:
        return bool(first.event_id) and first.event_id == second.event_id and may_be_one_weapon(first, second)
    return rivals.are_one(first, second)


class Rivals:
    """Claims of one kind, actor and day, among which those of two reports are matched.

    Parameters
    ----------
    claims : iterable of Claim
        All of them.
    """

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._by_report: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            self._by_report[claim.report_id].append(claim)

    def are_one(self, first: Claim, second: Claim) -> bool:
        """Whether claims of two reports are about one event, and no other of either fits as well.

        Weapon, time and place agree within what the words leave open.
        """
        return _agree(first, second) and self._only(first, second) and self._only(second, first)

    def _only(self, claim: Claim, match: Claim) -> bool:
        others = self._by_report[match.report_id]
        return all(event(other) == event(match) for other in others if _agree(claim, other))


def event(claim: Claim) -> str:
    """Id of a claim's event, its own when it has none."""
    return claim.event_id or claim.claim_id


def _agree(first: Claim, second: Claim) -> bool:
    if not may_be_one_weapon(first, second):
        return False
    apart = clock.minutes_apart(first, second)
    return (apart is None or apart <= SAME_LAUNCH_MIN) and may_be_one_place(first.location, second.location)


def may_be_one_place(first: Location | None, second: Location | None) -> bool:
    """Whether two places may be one: one holds the other, or they are no farther apart than uncertain."""
    if first is None or second is None:
        return False
    if contains(first, second) or contains(second, first):
        return True
    if first.lat is None or first.lon is None or second.lat is None or second.lon is None:
        return False
    reach = first.uncertainty_km + second.uncertainty_km
    return geodesy.distance(first.lat, first.lon, second.lat, second.lon) <= reach
