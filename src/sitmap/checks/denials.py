"""What one source says and another denies, or says is over, for the check `reports`.

Method: a denied claim is held against the asserted ones of its kind that another source makes: same force
or weapon as far as the words tell, at the place that is denied or within it. So is a force that one source
says has left (`data/checks/outcomes.csv`) against another's word that it is there on that day.
Verdict: two accounts of one launch or impact, or of one day's state of affairs, cannot both be right:
`inconsistent`. Where the words leave the day open (a force that "was never there") it is `undetermined`.
Limits: a force that leaves, or is only to come, is no contradiction of one that is said not to be there.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import cache

from sitmap.checks import clock, events, reading, words
from sitmap.checks.case import Case
from sitmap.checks.judgement import Judgement
from sitmap.checks.places import contains
from sitmap.model import Claim, Location, Verdict

#: Days by which two tellings of one launch or impact may lie apart: the turn of the day around the world.
_ONE_EVENT = timedelta(days=1)
_THERE = frozenset({"", "present", "arriving"})


def judge(case: Case) -> Iterable[Judgement]:
    """Judge each denied claim that another source asserts.

    Yields
    ------
    Judgement
        The asserted claims first, the denied one last; without unit.
    """
    by_kind: dict[str, list[Claim]] = defaultdict(list)
    for claim in case.told_once:
        by_kind[claim.kind].append(claim)
    for denied in case.denied:
        asserted = [claim for claim in by_kind[denied.kind] if _is_denied(claim, denied)]
        if asserted:
            yield _judge(asserted, denied)
    for gone in by_kind["deployment"]:
        # Some that have left leave the rest there.
        whole = gone.count_min is None and gone.count_max is None
        if whole and gone.status == "withdrawn" and gone.date and _gone().search(gone.quote):
            there = [claim for claim in by_kind["deployment"] if _is_still_there(claim, gone)]
            if there:
                yield _judge(there, gone)


def _is_denied(claim: Claim, denied: Claim) -> bool:
    return (
        claim.status in _THERE
        and denied.status in _THERE
        and bool(denied.source)
        and events.are_apart(claim, denied)
        and _may_be_one(claim, denied)
        and _is_there(claim.location, denied.location)
    )


def _is_still_there(claim: Claim, gone: Claim) -> bool:
    """Whether another source says that a force is there on the day on which it is said to have left."""
    return (
        claim.status == "present"
        and claim.date == gone.date
        and bool(gone.source)
        and events.are_apart(claim, gone)
        and _may_be_one(claim, gone)
        and _is_there(claim.location, gone.location)
    )


@cache
def _gone() -> re.Pattern[str]:
    words_ = reading.alternatives(reading.roles("outcomes.csv")["gone"])
    return re.compile(rf"\b(?:{words_})\b", re.IGNORECASE)


def _may_be_one(claim: Claim, denied: Claim) -> bool:
    """Whether both may be about one force or weapon; a denial may leave open whose it is."""
    if claim.actor and denied.actor and claim.actor != denied.actor:
        return False
    whose = claim.actor or denied.actor
    return bool(whose) and events.are_one_thing(claim, denied) and _days_apart(claim, denied) <= _ONE_EVENT


def _days_apart(claim: Claim, denied: Claim) -> timedelta:
    """Days between two launches or impacts; a state of affairs lasts, and a day not told is no other day."""
    days = clock.parse_date(claim.date), clock.parse_date(denied.date)
    if claim.kind not in {"launch", "impact"} or days[0] is None or days[1] is None:
        return timedelta(0)
    return abs(days[0] - days[1])


def _is_there(asserted: Location | None, denied: Location | None) -> bool:
    """Whether a place lies where nothing is said to be: what is denied of a part leaves the rest open."""
    one, other = asserted.place if asserted else None, denied.place if denied else None
    if one is None or other is None:
        return False
    return one.place_id == other.place_id or contains(denied, asserted)


def _judge(asserted: Sequence[Claim], denied: Claim) -> Judgement:
    first = asserted[0]
    one_event = denied.kind in {"launch", "impact"}
    one_day = bool(denied.date) and any(claim.date == denied.date for claim in asserted)
    verdict: Verdict = "inconsistent" if one_event or one_day else "undetermined"
    tellers = " and ".join(dict.fromkeys(words.teller(claim) for claim in asserted))
    ending = "both cannot be so" if verdict == "inconsistent" else "the words leave the day open"
    against = "denied" if denied.stance == "denied" else "said to have left"
    what = words.plain(first.summary) or f"A {first.kind} in {words.place(first)}"
    return Judgement(
        claims=(*asserted, denied),
        verdict=verdict,
        stated=tellers,
        computed=words.teller(denied),
        topic="denied",
        explanation=f"{what}: said by {tellers}, {against} by {words.teller(denied)}; {ending}.",
    )
