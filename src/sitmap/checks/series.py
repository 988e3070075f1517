"""Counts of one force at one place over time, for the check `reports` and for the events.

Method: what reports of different days count of one actor's one kind of force, status and place, in the
order of their days: the first, the last, the least and the greatest. A force that grows or shrinks is no
contradiction, so the verdict is `consistent`; counts of one day are held against each other by `counts`.
Limits: the day is that of the claim, or of the report where the claim names none; reports may count
different parts of a force.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sitmap.checks import clock, words
from sitmap.checks.case import Case
from sitmap.checks.judgement import Judgement
from sitmap.checks.sum import count
from sitmap.checks.tellings import telling
from sitmap.model import Claim, Event, Told


def judge(case: Case) -> Iterable[Judgement]:
    """Tell how the count of a force changed from report to report.

    Yields
    ------
    Judgement
        One for each force counted by two reports or more on different days.
    """
    for _, told in _forces(case.told_once):
        yield _tell(told)


def over_time(claims: Iterable[Claim], copies: Mapping[str, str]) -> Iterator[Event]:
    """Lay the counts of one force over time side by side.

    Parameters
    ----------
    claims : iterable of Claim
        What is held to account, without the claims of copied texts.
    copies : mapping of str to str
        Id of each report that copies another, to that report's id.

    Yields
    ------
    Event
        `over_time`, its tellings in the order of days.
    """
    for force, told in _forces(claims):
        yield Event(
            event_id=f"n-{_digest(force)}",
            summary=f"Count of the force in {words.place(told[0])} over time",
            tellings=tuple(telling([claim], copies) for claim in told),
            fields=(
                Told("day", tuple(_day(claim) for claim in told), ""),
                Told("count", tuple(count(claim) for claim in told), ""),
                Told("force", tuple(claim.summary for claim in told), ""),
            ),
            over_time=True,
        )


def _digest(force: tuple[str, ...]) -> str:
    """Id of a force that stays the same whichever reports tell of it."""
    return hashlib.sha256("\x1f".join(force).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _forces(claims: Iterable[Claim]) -> Iterator[tuple[tuple[str, ...], Sequence[Claim]]]:
    """Claims of each force that two reports or more count on different days, in the order of days."""
    groups: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        place = claim.location.place if claim.location else None
        if claim.kind == "deployment" and place and claim.actor and claim.asset and _middle(claim):
            key = (claim.actor, claim.asset, claim.status, claim.designation, place.place_id)
            groups[key].append(claim)
    for force, group in groups.items():
        if len({claim.report_id for claim in group}) > 1 and len({_day(claim) for claim in group}) > 1:
            yield force, sorted(group, key=lambda claim: (_day(claim), claim.report_id))


def _day(claim: Claim) -> str:
    return claim.date or claim.published


def _middle(claim: Claim) -> int:
    """Count of a claim as one number, 0 for none: its only bound, or the greater one."""
    return claim.count_max or claim.count_min or 0


def _tell(told: Sequence[Claim]) -> Judgement:
    least, greatest = min(map(_middle, told)), max(map(_middle, told))
    listed = ", then ".join(f"{count(claim)} on {_written(claim)} ({words.teller(claim)})" for claim in told)
    spread = f"from {least:,} to {greatest:,}" if least != greatest else f"{least:,} throughout"
    return Judgement(
        claims=tuple(told),
        verdict="consistent",
        stated=count(told[0]),
        computed=count(told[-1]),
        margin=float(greatest - least),
        topic="series",
        explanation=f"Count of the force in {words.place(told[0])} over time: {listed}; {spread}.",
    )


def _written(claim: Claim) -> str:
    day = clock.parse_date(_day(claim))
    return words.day(day) if day else "a day not told"
