"""`calendar`: a ship that has reached one place before it had left the last.

Method: the day on which a report has a named ship or unit arrive, or be, somewhere, against the day on
which the words behind that have it set out: "reached Subic Bay on 6 May. She had sailed from Guam on 11
May". Only the past perfect (`data/checks/tenses.csv`) puts the one before the other. In one sentence,
"sailed from Guam on 12 June and tied up here on 3 June", the order of the words does.
Tolerance: one day, for the turn of the day around the world.
Limits: of a force without a name, or with a day that the words do not give, nothing is said.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import pairwise

from sitmap.checks import clock, daynames, reading, words
from sitmap.checks.case import Case
from sitmap.checks.judgement import Judgement
from sitmap.model import Claim, Report

_TURN_OF_DAY = 1
#: Words that put what they open before what was told first.
_AFTER = re.compile(r"\b(?:after|having|had|since|following)\b", re.IGNORECASE)


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
    for report in case.reports:
        claims = case.by_report.get(report.report_id, ())
        for left, came, start in _in_one_sentence(report) if claims else ():
            yield _backwards(reading.nearest(claims, start), left, came, start)


def _in_one_sentence(report: Report) -> Iterator[tuple[date, date, int]]:
    """Read a day of departure behind that of the arrival that one sentence tells after it.

    "She had sailed from Guam on 12 June and tied up here on 3 June"; each day belongs to the verb before it.
    """
    text, days = report.text, [day for day in daynames.mentions(report) if day.day is not None]
    for first, second in pairwise(days):
        opens, closes = reading.sentence(text, first.start)
        if second.start >= closes or first.day is None or second.day is None:
            continue
        start = max([opens, *(day.end for day in days if opens < day.end <= first.start)])
        leaves = _verb("left").search(text, start, first.start)
        comes = _verb("came").search(text, first.end, second.start)
        both = _verb("came").search(text, start, first.start) or _verb("left").search(
            text, first.end, second.start
        )
        both = both or _AFTER.search(text, first.end, second.start)
        if leaves and comes and not both and (first.day - second.day).days > _TURN_OF_DAY:
            yield first.day, second.day, first.start


@cache
def _verb(role: str) -> re.Pattern[str]:
    phrases = reading.alternatives(reading.roles("tenses.csv")[role])
    return re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE)


def _backwards(claim: Claim, left: date, came: date, start: int) -> Judgement:
    return Judgement(
        claims=(claim,),
        verdict="inconsistent",
        stated=left.isoformat(),
        computed=came.isoformat(),
        unit="days",
        margin=float((left - came).days),
        tolerance=float(_TURN_OF_DAY),
        topic=f"order {start}",
        explanation=f"Told to have left on {words.day(left)} and then to have come on {words.day(came)}.",
    )


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
