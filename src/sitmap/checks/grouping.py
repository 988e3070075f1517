"""Claims of several reports joined into events: one id for what is told more than once.

Method: launches and impacts of two reports are of one event when actor and day are the same, and weapon,
time and place agree within what the words leave open (`events.are_one`); deployments when force, status
and place are the same and their days no more than one apart. What fits two events of a report is joined
to neither.
Limits: a claim that names no actor or no day is joined to none; a drone raid told in two reports with
different towns stays two.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from sitmap.checks import clock, events
from sitmap.checks.case import held_to_account
from sitmap.model import Claim

#: Days that two reports of one state of affairs may lie apart: the turn of the day around the world.
_SAME_STATE = timedelta(days=1)


def unify(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Give claims of one event one id.

    Parameters
    ----------
    claims : sequence of Claim
        Of any number of reports, located.

    Returns
    -------
    tuple of Claim
        The same claims in the same order; an event told by several reports has the id that the first
        published of them gave it. The order of the claims does not change the ids.
    """
    roots: dict[str, str] = {}
    for first, second in _pairs(claims):
        one, other = _root(roots, events.event(first)), _root(roots, events.event(second))
        roots[other] = one
    if not roots:
        return tuple(claims)
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[_root(roots, events.event(claim))].append(claim)
    named = {root: events.event(min(group, key=_age)) for root, group in groups.items() if len(group) > 1}
    return tuple(_renamed(claim, named.get(_root(roots, events.event(claim)))) for claim in claims)


def _renamed(claim: Claim, event_id: str | None) -> Claim:
    return claim if event_id in {None, claim.event_id} else replace(claim, event_id=event_id or "")


def _age(claim: Claim) -> tuple[str, str, int, str]:
    return claim.published or "9999", claim.report_id, claim.quote_start, claim.claim_id


def _root(roots: dict[str, str], event_id: str) -> str:
    while event_id in roots and roots[event_id] != event_id:
        event_id = roots[event_id]
    return event_id


def _pairs(claims: Iterable[Claim]) -> Iterable[tuple[Claim, Claim]]:
    """Pair claims of one event with the first report's claim of it."""
    told = sorted(held_to_account(claims), key=_age)
    for kind in ("launch", "impact"):
        own = events.by_actor_and_day(claim for claim in told if claim.kind == kind)
        for group in own.values():
            yield from _with_first(group, events.Rivals(group).are_one)
    for group in _forces(told).values():
        yield from _with_first(group, _one_state)


def _with_first(
    group: Iterable[Claim], are_one: Callable[[Claim, Claim], bool]
) -> Iterable[tuple[Claim, Claim]]:
    """Hold each claim against the first claims of the events so far, not against every other claim."""
    firsts: list[Claim] = []
    for claim in group:
        others = (first for first in firsts if first.report_id != claim.report_id)
        first = next((first for first in others if are_one(first, claim)), None)
        if first is None:
            firsts.append(claim)
        else:
            yield first, claim


def _forces(claims: Iterable[Claim]) -> dict[tuple[str, ...], list[Claim]]:
    """Sort deployments by force, status and place."""
    groups: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        place = claim.location.place if claim.location else None
        if claim.kind == "deployment" and claim.actor and claim.asset and place is not None:
            groups[claim.actor, claim.asset, claim.status, place.place_id, claim.relation].append(claim)
    return groups


def _one_state(first: Claim, second: Claim) -> bool:
    days = [clock.parse_date(claim.date or claim.published) for claim in (first, second)]
    if days[0] is None or days[1] is None:
        return False
    return abs(days[0] - days[1]) <= _SAME_STATE and events.may_be_one_weapon(first, second)
