"""`calendar`: a ship that has reached one place before it had left the last.

Method: the day on which a report has a named ship or unit arrive, or be, somewhere, against the day on which
the words behind that have it set out: "reached Subic Bay on 6 May. She had sailed from Guam on 11 May". Only
the past perfect (`data/checks/tenses.csv`) puts the one before the other.
Tolerance: one day, for the turn of the day around the world.
Limits: of a force without a name, or with a day that the words do not give, nothing is said.
"""

import re
from collections.abc import Iterable
from functools import cache

from sitmap.checks import clock, reading, words
from sitmap.checks.case import Case
from sitmap.checks.judgement import Judgement
from sitmap.model import Claim

_TURN_OF_DAY = 1


def judge(case: Case) -> Iterable[Judgement]:
    """Judge each departure told right behind an arrival.

    Parameters
    ----------
    case : Case
        The claims, with the texts of their reports.

    Yields
    ------
    Judgement
        In days; none where the order is as told.
    """
    for told in case.by_report.values():
        last: dict[str, Claim] = {}
        for claim in sorted(told, key=lambda c: (c.quote_start, c.claim_id)):
            if claim.kind != "deployment" or not claim.designation:
                continue
            before = last.get(claim.designation)
            if before is not None and claim.status == "withdrawn" and _had_left().search(claim.quote):
                yield from _judge(case, before, claim)
            last[claim.designation] = claim


@cache
def _had_left() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{reading.alternatives(reading.roles('tenses.csv')['had left'])})\b", re.IGNORECASE
    )


def _judge(case: Case, there: Claim, away: Claim) -> Iterable[Judgement]:
    came, left = clock.parse_date(there.date), clock.parse_date(away.date)
    is_told = all(case.words_of(claim, "date") for claim in (there, away))
    if came is None or left is None or not is_told or there.status not in {"arriving", "present"}:
        return
    late = (left - came).days
    if late > _TURN_OF_DAY:
        ship = words.plain(there.designation)
        yield Judgement(
            claims=(there, away),
            verdict="inconsistent",
            stated=away.date,
            computed=there.date,
            unit="days",
            margin=float(late),
            tolerance=float(_TURN_OF_DAY),
            topic="voyage",
            explanation=(
                f"{ship} had left {words.place(away)} on {words.day(left)}, "
                f"after it was in {words.place(there)} on {words.day(came)}."
            ),
        )
