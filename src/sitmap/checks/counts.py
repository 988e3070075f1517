"""Counts of one salvo or force by two tellings, for the check `reports`.

Method: launches and deployments of one actor, day and place that two tellings count, the parts that
each gives of the place added up; the only two launches of a kind that a report tells of by two sources, one
right behind the other; a salvo also as the text counts it by another's word ("Nine, says
Tokyo", `salvos.told`). Of more than two counts the two farthest apart are held against each other.
Tolerance: the rounding of both numbers.
Limits: launches more than an hour apart by the clock are two.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from sitmap import units
from sitmap.checks import clock, events, reading, salvos, words
from sitmap.checks.balance import weapon_class
from sitmap.checks.case import Case
from sitmap.checks.judgement import Judgement
from sitmap.checks.places import contains
from sitmap.checks.salvos import Told
from sitmap.checks.sum import count
from sitmap.checks.tallies import weekdays
from sitmap.checks.tellings import against, weigh
from sitmap.model import Claim

#: A count by another's word is of the launch that the text speaks of within so many characters.
_NEAR = 600
#: Two sides that speak of one salvo do so within so many characters.
_BESIDE = 200
#: Launches farther apart by the clock are two salvos, minutes.
_ONE_SALVO_MIN = 60


@dataclass(frozen=True, slots=True)
class _Count:
    """How many, by whose word."""

    claims: tuple[Claim, ...]
    teller: str
    low: float
    high: float
    half_step: float
    text: str


def judge(case: Case) -> Iterable[Judgement]:
    """Judge counts that two tellings give of one launch or force.

    Yields
    ------
    Judgement
        In the unit of the count; `stated` is the first telling's, `computed` the second's.
    """
    judged: set[str] = set()
    for judgement in _by_claims(case):
        judged |= {claim.claim_id for claim in judgement.claims if judgement.verdict != "consistent"}
        yield judgement
    for judgement in _by_sides(case, judged):
        judged |= {claim.claim_id for claim in judgement.claims}
        yield judgement
    yield from _by_words(case, judged)


def _by_claims(case: Case) -> Iterable[Judgement]:
    groups: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    tellings: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in case.told_once:
        place = claim.location.place if claim.location else None
        told = claim.actor and claim.date and _is_counted(claim)
        if place and told and claim.kind in {"launch", "deployment"}:
            groups[claim.kind, claim.actor, claim.date, claim.status, place.place_id].append(claim)
            tellings[events.telling(claim)].append(claim)
    for group in groups.values():
        # One claim of each telling stands for it; its other parts are added in `_total`.
        first_told = {events.telling(claim): claim for claim in reversed(group)}
        counted = [(claim, _of(_total(claim, tellings))) for claim in reversed(first_told.values())]
        pairs = [
            (one, other)
            for (first, one), (second, other) in combinations(counted, 2)
            if _may_be_one(first, second)
        ]
        yield from _farthest(pairs)


def _by_sides(case: Case, judged: Collection[str]) -> Iterable[Judgement]:
    """Hold two launches of one report side by side, where one names the target and the other who fired.

    "The army said that Cambodia fired 40 rockets at Surin. Cambodia's ministry said that it had fired 12."
    """
    for claims in case.told_once_by_report.values():
        launches = sorted(
            (c for c in claims if c.kind == "launch" and c.source and _is_counted(c)),
            key=lambda c: c.quote_start,
        )
        for first, second in pairwise(launches):
            kind = weapon_class(first.asset)
            alike = {c.claim_id for c in launches if weapon_class(c.asset) == kind}
            only = alike == {first.claim_id, second.claim_id} and alike.isdisjoint(judged)
            text = case.text(first.report_id)
            if only and _may_be_one_salvo(first, second) and _may_be_one_target(text, first, second):
                yield _compare(_of((first,)), _of((second,)))


def _may_be_one_salvo(first: Claim, second: Claim) -> bool:
    same_day = first.date == second.date or "" in {first.date, second.date}
    same_actor = first.actor == second.actor or "" in {first.actor, second.actor}
    beside = second.quote_start - first.quote_end <= _BESIDE
    aimed = any(claim.relation != "from" for claim in (first, second))
    return same_day and same_actor and beside and aimed and _may_be_one(first, second)


def _may_be_one_target(text: str, first: Claim, second: Claim) -> bool:
    """Whether two sentences that each say at what was fired name the same by one word at least."""
    one, other = (
        {
            word
            for match in _target().finditer(text, *reading.sentence(text, claim.quote_start))
            for word in match[1].split()
        }
        for claim in (first, second)
    )
    return not one or not other or bool(one & other)


@cache
def _target() -> re.Pattern[str]:
    """Match the names behind "at" and its like, no day of the week."""
    return re.compile(
        rf"\b(?:at|towards?|against|into|on)\s(?:[a-z]+\s){{0,3}}?((?!(?i:{weekdays()})\b)[A-Z]\w+(?:\s[A-Z]\w+)*)"
    )


def _may_be_one(first: Claim, second: Claim) -> bool:
    """Whether two tellings may count one salvo or force: not launches at hours that lie apart."""
    told = events.are_apart(first, second) and events.may_be_one_weapon(first, second)
    minutes = clock.minutes_apart(first, second) if first.kind == "launch" else None
    return told and (minutes is None or minutes <= _ONE_SALVO_MIN)


def _by_words(case: Case, judged: set[str]) -> Iterable[Judgement]:
    """Hold launches against the counts that their report's text gives by another's word.

    Where only impacts are claims, the counts are held against each other.
    """
    for report in case.reports:
        claims = case.told_once_by_report.get(report.report_id, ())
        launches, impacts = ([c for c in claims if c.kind == kind] for kind in ("launch", "impact"))
        own = launches or impacts
        if not own:
            continue
        told: dict[str, list[tuple[Claim, Told]]] = defaultdict(list)
        for each in salvos.told(report.text):
            fitting = [claim for claim in own if _may_be_of(each, claim)]
            launch = min(fitting, key=lambda claim: _order(claim, each.start), default=None)
            if (
                launch is not None
                and abs(launch.quote_start - each.start) <= _NEAR
                and launch.claim_id not in judged
            ):
                told[launch.claim_id].append((launch, each))
        for pairs in told.values():
            yield from _farthest(_contested(pairs[0][0], [each for _, each in pairs]))


def _may_be_of(told: Told, claim: Claim) -> bool:
    """Whether a count may be of a claim's weapons: drones are no missiles."""
    return not told.asset or not claim.asset or weapon_class(told.asset) == weapon_class(claim.asset)


def _order(launch: Claim, start: int) -> tuple[bool, int, str]:
    """Order launches by how likely a count is of them: the one told last before it, else the next."""
    return launch.quote_start > start, abs(launch.quote_start - start), launch.claim_id


def _contested(launch: Claim, told: Sequence[Told]) -> list[tuple[_Count, _Count]]:
    """Pairs of the launch as its source counts it and as others do, and of those others."""
    others = {each.source: _by_word(launch, each) for each in told}
    if not (launch.kind == "launch" and _is_counted(launch)):
        return list(combinations(others.values(), 2))
    own = _of((launch,))
    # What no source is named for the report itself says.
    rest = [
        other
        for source, other in others.items()
        if not launch.source or not events.is_one_source(source, launch.source)
    ]
    return [*((own, other) for other in rest), *combinations(rest, 2)]


def _is_counted(claim: Claim) -> bool:
    return claim.count_min is not None or claim.count_max is not None


def _total(claim: Claim, tellings: Mapping[tuple[str, str], Sequence[Claim]]) -> tuple[Claim, ...]:
    """Claims that together give a telling's count of a place: it and what it tells of parts of the place.

    A deployment is not added up: its parts are in the count of the whole.
    """
    if claim.kind == "deployment":
        return (claim,)
    return tuple(
        other
        for other in tellings[events.telling(claim)]
        if (other.kind, other.date) == (claim.kind, claim.date)
        and events.may_be_one_weapon(other, claim)
        and (other is claim or _is_at_or_in(other, claim))
    )


def _is_at_or_in(part: Claim, whole: Claim) -> bool:
    first = part.location.place if part.location else None
    second = whole.location.place if whole.location else None
    same = first is not None and second is not None and first.place_id == second.place_id
    return same or contains(whole.location, part.location)


def _of(claims: tuple[Claim, ...]) -> _Count:
    """Count of claims together, with the rounding of its numbers."""
    low = sum(claim.count_min or 0 for claim in claims)
    high = sum(claim.count_max if claim.count_max is not None else float("inf") for claim in claims)
    told = [claim.count_max if claim.count_max is not None else claim.count_min or 0 for claim in claims]
    text = words.number(low) if low == high else f"at least {words.number(low)}"
    if len(claims) == 1:
        text = count(claims[0])
    half_step = sum(map(units.rounding, told))
    return _Count(claims, words.teller(claims[0]), float(low), float(high), half_step, text)


def _by_word(launch: Claim, told: Told) -> _Count:
    low, high = float(told.low or 0), float("inf") if told.high is None else float(told.high)
    number = told.high if told.high is not None else told.low or 0
    bound = {(True, False): "up to ", (False, True): "at least "}.get(
        (told.low is None, told.high is None), ""
    )
    return _Count(
        (launch,), words.plain(told.source), low, high, units.rounding(number), f"{bound}{number:,}"
    )


def _farthest(pairs: Iterable[tuple[_Count, _Count]]) -> Iterable[Judgement]:
    """Of many tellings the two that lie farthest apart speak for all."""
    compared = [_compare(first, second) for first, second in pairs]
    yield from sorted(compared, key=lambda judgement: -(judgement.margin or 0.0))[:1]


def _compare(first: _Count, second: _Count) -> Judgement:
    gap = max(first.low - second.high, second.low - first.high, 0.0)
    tolerance = first.half_step + second.half_step
    claim = first.claims[0]
    what = "launches from" if claim.kind == "launch" else "the force in"
    return Judgement(
        claims=tuple({each.claim_id: each for each in (*first.claims, *second.claims)}.values()),
        verdict=weigh(gap, 0.0, tolerance),
        stated=first.text,
        computed=second.text,
        margin=gap,
        tolerance=tolerance,
        topic="count",
        explanation=against(
            f"Count of {what} {words.place(claim)}{_day(claim)}",
            (first.text, first.teller),
            (second.text, second.teller),
            (gap, ""),
            tolerance,
        ),
    )


def _day(claim: Claim) -> str:
    day = clock.parse_date(claim.date)
    return f" on {words.day(day) if day else claim.date}" if claim.date else ""
