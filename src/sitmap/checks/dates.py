"""`calendar`: weekday against date, and the order of events.

Method: the weekday of a date in the proleptic Gregorian calendar against the weekday that the text puts
beside it ("Sunday, 24 March 2025"); dates that no calendar has ("31 June"); days that the text counts from
one day that it names to another ("two days later, on 9 May"); impact after launch; the end of a span after
its start (two clock times of one day may have midnight between them, not half a day for what flies fast);
what is told as done before the report that tells it, and what is yet to come after it; clock times told in
two zones (`twoclocks`); what has arrived before it had left (`voyages`).
Tolerance: none for a weekday. Counted days may be one more or less, for some count both ends. A date may be
one day after publication, for the turn of the day around the world.
Limits: a date without a year is taken in the year that puts it nearest to publication, and is only held to
account within two months of it; what is dated after publication only when its year is told, or, of a launch
or an impact, when without one it would lie within a month after it; what will be, when it would lie in
the month before it. Weekdays are read in English, as the vocabularies are.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache

from sitmap.checks import arcs, clock, daynames, reading, twoclocks, voyages, words
from sitmap.checks.case import Case
from sitmap.checks.daynames import Counted, Mention
from sitmap.checks.judgement import Judgement
from sitmap.model import Claim, Report

METHOD = "weekday of the date in the Gregorian calendar; order of dates and clock times"

#: Days after publication within which a day told without its year is taken to lie there by mistake.
_SOON = timedelta(days=31)
_TURN_OF_DAY, _YEAR = timedelta(days=1), timedelta(days=365)
#: Minutes from which a flight over midnight, by times of one day, is taken for an impact before its launch.
_OVERNIGHT_MIN = 12 * 60
#: Days by which a count may be off: "on the third day" counts both ends.
_INCLUSIVE = 1
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def judge(case: Case) -> Iterable[Judgement]:
    """Judge weekdays in the texts, then the order of events.

    Yields
    ------
    Judgement
        Without unit.
    """
    for report in case.reports:
        if report.report_id in case.by_report:
            yield from _in_text(report, case.by_report[report.report_id])
    for claim in case.claims:
        yield from _span(claim, case.words_of(claim, "date"))
        yield from _done(claim, case.words_of(claim, "date"))
        yield from _to_come(case, claim)
    yield from twoclocks.judge(case)
    yield from voyages.judge(case)
    for flight in case.flights:
        told = [case.words_of(claim, "time") for claim in flight.claims]
        if flight.launch and flight.impact and not any(map(clock.is_half_open, told)):
            yield from _flight_order(flight.launch, flight.impact)


def _in_text(report: Report, claims: Sequence[Claim]) -> Iterable[Judgement]:
    mentions = daynames.mentions(report)
    yield from _weekdays(mentions, claims)
    for wrong in daynames.impossible(report.text):
        yield Judgement(
            claims=(_nearest(claims, wrong.start),),
            verdict="inconsistent",
            stated=wrong.words,
            computed=f"{wrong.days} days",
            topic=f"no day {wrong.start}",
            explanation=f"There is no {wrong.words}: {wrong.month} has {wrong.days} days.",
        )
    for told in daynames.counted(report.text, mentions):
        yield _counted(told, claims)


def _nearest(claims: Sequence[Claim], start: int) -> Claim:
    return min(claims, key=lambda claim: (abs(claim.quote_start - start), claim.claim_id))


def _counted(told: Counted, claims: Sequence[Claim]) -> Judgement:
    day = told.last_day.isoformat() if told.last_day else ""
    fits = abs(told.elapsed - told.days) <= _INCLUSIVE
    days = f"{told.elapsed} day{'' if told.elapsed == 1 else 's'}"
    return Judgement(
        claims=tuple(claim for claim in claims if day and claim.date == day) or (claims[0],),
        verdict="consistent" if fits else "inconsistent",
        stated=str(told.days),
        computed=str(told.elapsed),
        unit="days",
        margin=float(abs(told.elapsed - told.days)),
        tolerance=float(_INCLUSIVE),
        topic=f"count {told.words} {told.first} {told.last}",
        explanation=f"From {told.first} to {told.last} is {days}"
        + (", as said." if fits else f", not \u201c{told.words}\u201d."),
    )


def _weekdays(mentions: Sequence[Mention], claims: Sequence[Claim]) -> Iterable[Judgement]:
    for told in {(found.weekday, found.day): found for found in daynames.dated(mentions)}.values():
        on_day = tuple(claim for claim in claims if claim.date == told.day.isoformat())
        right = told.day.weekday() == told.weekday
        yield Judgement(
            claims=on_day or (claims[0],),
            verdict="consistent" if right else "inconsistent",
            stated=_DAYS[told.weekday],
            computed=_DAYS[told.day.weekday()],
            topic=f"weekday {told.day.isoformat()}",
            explanation=f"{words.day(told.day)} was a {_DAYS[told.day.weekday()]}"
            + (", as said." if right else f", not a {_DAYS[told.weekday]}."),
        )


def _span(claim: Claim, told: str) -> Iterable[Judgement]:
    start, end = clock.parse_date(claim.date), clock.parse_date(claim.date_end)
    # "At the weekend" is the reader's reckoning: it is no mistake of the report.
    reckoned = told and not any(letter.isdecimal() for letter in told)
    if start and end and end < start and not reckoned:
        yield _backwards(
            claim, end, "span", f"The span from {words.day(start)} to {words.day(end)} ends before it starts."
        )


def _to_come(case: Case, claim: Claim) -> Iterable[Judgement]:
    """Judge what is told as yet to come on a day before its report."""
    start, published = clock.parse_date(claim.date), clock.parse_date(claim.published)
    told = case.words_of(claim, "date")
    if start is None or published is None or not _is_plan(claim):
        return
    past = _is_near(start - _YEAR, told, start, published - _SOON, published)
    if past and _will_be(case.text(claim.report_id), claim):
        text = f"Told as yet to come on {told}, without a year, in a report of {words.day(published)}."
        yield _backwards(claim, published, "publication", text)


def _is_plan(claim: Claim) -> bool:
    return claim.certainty == "expected" or claim.status == "planned"


def _will_be(text: str, claim: Claim) -> bool:
    """Whether the sentence of a claim's date speaks of the future, and not of what once lay in it."""
    found = [e.span.start for e in claim.evidence if e.field == "date"]
    opens, closes = reading.sentence(text, found[0]) if found else (0, 0)
    to_come, was_to_come = (_tense(role).search(text, opens, closes) for role in ("to come", "was to come"))
    return to_come is not None and was_to_come is None


@cache
def _tense(role: str) -> re.Pattern[str]:
    phrases = reading.alternatives(reading.roles("tenses.csv")[role])
    return re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE)


def _done(claim: Claim, told: str) -> Iterable[Judgement]:
    """Judge what is told as done on a day after its report."""
    start, published = clock.parse_date(claim.date), clock.parse_date(claim.published)
    if start is None or published is None or _is_plan(claim):
        return
    if str(start.year) in told and start > published + _TURN_OF_DAY:
        text = f"Told as done on {words.day(start)}, in a report of {words.day(published)}."
        yield _backwards(claim, published, "publication", text)
    elif (
        claim.kind in {"launch", "impact"}
        and not _is_told_as_past(claim)
        and _is_soon(start, told, published)
    ):
        # Of another year the words would say which; a force may be told in the present of what is to come.
        text = f"Told as done on {told}, without a year, in a report of {words.day(published)}."
        yield _backwards(claim, published, "publication", text)


def _is_told_as_past(claim: Claim) -> bool:
    """Whether words put a claim in the background; its own day may have been taken for last year's."""
    days = {found.span for found in claim.evidence if found.field == "date"}
    return claim.background and not any(e.field == "background" and e.span in days for e in claim.evidence)


def _is_soon(start: date, told: str, published: date) -> bool:
    """Whether a day told without its year was read as last year's and would come soon after the report."""
    return _is_near(start + _YEAR, told, start, published + _TURN_OF_DAY, published + _SOON)


def _is_near(other: date, told: str, start: date, after: date, until: date) -> bool:
    """Whether a day told without its year would, in `other` year, lie between two days."""
    if str(start.year) in told or not any(letter.isdecimal() for letter in told):
        return False
    return after < other <= until


def _backwards(claim: Claim, later: date, topic: str, explanation: str) -> Judgement:
    return Judgement(
        claims=(claim,),
        verdict="inconsistent",
        stated=claim.date,
        computed=later.isoformat(),
        topic=topic,
        explanation=explanation,
    )


def _flight_order(launch: Claim, impact: Claim) -> Iterable[Judgement]:
    minutes = clock.elapsed_min(launch, impact)
    if minutes is None:
        return
    # Between two clock times of one day the next midnight may lie; only what flies slowly takes half a day.
    by_clock = bool(launch.date) and launch.date == impact.date and minutes > _OVERNIGHT_MIN
    if minutes < 0 or (by_clock and not arcs.of(launch.asset or impact.asset).steers):
        yield Judgement(
            claims=(launch, impact),
            verdict="inconsistent",
            topic="flight",
            stated=f"{impact.date} {impact.time}",
            computed=f"{launch.date} {launch.time}",
            explanation=f"The impact at {_at(impact)} comes before the launch at {_at(launch)}.",
        )


def _at(claim: Claim) -> str:
    when = clock.parse_date(claim.date)
    return f"{claim.time} on {words.day(when)}" if when else claim.time
