"""`sum`: a part is no larger than its whole.

Method: a deployment is part of another when one report and one source give both for the same force,
kind of asset, status and day, and its place lies within the other's. Each part is held against the
whole, and so is the total of the parts that lie apart from each other. Counts are bounds ("up to
8,000", "more than 3,000") and rounded numbers ("about 10,000"). What was shot down and lost is held
against what was launched by `balance`; parts that only the text gives, by `breakdown`.
Tolerance: the rounding of the whole, none for a count one by one ("45 aircraft", `reading.count_rounding`). A
part beyond the whole by no more than that is `marginal`.
Limits: two counts of one place, or of two sources, are no part and whole (`reports` compares them).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sitmap.checks import balance, breakdown, events, reading, words
from sitmap.checks.case import Case
from sitmap.checks.judgement import Judgement
from sitmap.checks.places import contains
from sitmap.checks.tellings import weigh
from sitmap.model import Claim, Verdict

METHOD = "the parts of a whole are together no larger than it"

#: Least count that is told as a total.
_FEW = 2


def judge(case: Case) -> Iterable[Judgement]:
    """Judge each counted deployment that has counted parts, those of the texts, then weapons launched.

    Yields
    ------
    Judgement
        In the unit of the count.
    """
    judged: set[str] = set()
    for group in _comparable(case.claims):
        for whole in filter(_may_be_whole, group):
            parts = [part for part in group if part is not whole and _within(part, whole)]
            if parts:
                judged |= {claim.claim_id for claim in (whole, *parts)}
                yield _compare(whole, _apart(parts))
    yield from breakdown.judge(case, judged)
    yield from balance.judge(case)


def _comparable(claims: Iterable[Claim]) -> Iterable[list[Claim]]:
    groups: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        counted = claim.count_min is not None or claim.count_max is not None
        if claim.kind == "deployment" and claim.actor and claim.asset and counted and claim.location:
            key = (claim.report_id, claim.actor, claim.asset, claim.status, claim.designation)
            groups[key].append(claim)
    return groups.values()


def _may_be_whole(claim: Claim) -> bool:
    """Whether a count may be of all there are: not "a ship", and not those that were in or out of a zone."""
    return (claim.count_max or _FEW) >= _FEW and not claim.zone_claim


def _within(part: Claim, whole: Claim) -> bool:
    same_day = not part.date or not whole.date or part.date == whole.date
    # A source not named may be the other one.
    same_source = events.is_one_source(part.source, whole.source)
    return same_day and same_source and contains(whole.location, part.location)


def _apart(parts: Sequence[Claim]) -> list[Claim]:
    """Parts that no other part contains, one for a place: what may be added up."""
    by_place: dict[str, Claim] = {}
    for part in parts:
        if not any(_within(part, other) for other in parts if other is not part):
            place = part.location.place if part.location else None
            by_place.setdefault(place.place_id if place else part.claim_id, part)
    return list(by_place.values())


def _compare(whole: Claim, parts: Sequence[Claim]) -> Judgement:
    least = sum(_least(part) for part in parts)
    told = sum(_told(part) for part in parts)
    limit = whole.count_max
    tolerance = reading.count_rounding(_told(whole), whole.count_text, whole.count_text)
    verdict: Verdict = "consistent" if limit is None else weigh(least - limit, 0.0, tolerance)
    if limit is not None and least <= limit < told:
        verdict = "undetermined"
    return Judgement(
        claims=(whole, *parts),
        verdict=verdict,
        stated=count(whole),
        computed=words.number(told),
        margin=abs(told - _told(whole)),
        tolerance=tolerance,
        explanation=words.sentence(_explain(whole, parts, told, verdict)),
    )


def _least(claim: Claim) -> int:
    return claim.count_min or 0


def _told(claim: Claim) -> int:
    return claim.count_max or claim.count_min or 0


def count(claim: Claim) -> str:
    """Count of a claim with its bounds: "up to 8,000", "8,000 to 10,000"."""
    low, high = claim.count_min, claim.count_max
    if low is None or high is None:
        return f"up to {high:,}" if high is not None else f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def _explain(whole: Claim, parts: Sequence[Claim], told: int, verdict: Verdict) -> str:
    listed = " and ".join(f"{count(part)} in {words.place(part)}" for part in parts)
    total = f", together {told:,}," if len(parts) > 1 else ""
    against = f"{count(whole)} in {words.place(whole)}"
    if verdict == "consistent":
        fit = "are parts of" if len(parts) > 1 else "is a part of"
        return f"{listed}{total} {fit} {against}."
    ending = {
        "marginal": "are more than {0}, by less than its rounding",
        "inconsistent": "are more than the whole, {0}",
        "undetermined": "may or may not exceed {0}: the words give upper bounds only",
    }[verdict].format(against)
    return f"{listed}{total} {ending}."
