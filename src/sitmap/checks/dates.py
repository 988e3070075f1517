"""`calendar`: weekday against date, and the order of events.

Method: the weekday of a date in the proleptic Gregorian calendar against the weekday that the text
puts beside it ("Sunday, 24 March 2025"); impact after launch; the end of a span after its start; what
is told as done before the report that tells it.
Tolerance: none for a weekday. A date may be one day after publication, for the turn of the day
around the world.
Limits: a date without a year is taken in the year that puts it nearest to publication, and is only
held to account within two months of it; an event dated after publication only when its year is told.
Weekdays are read in English, as the vocabularies are.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from sitmap import resources
from sitmap.checks import clock, words
from sitmap.checks.case import Case
from sitmap.checks.judgement import Judgement
from sitmap.model import Claim, Report

METHOD = "weekday of the date in the Gregorian calendar; order of dates and clock times"

_NEAR = timedelta(days=60)
_TURN_OF_DAY = timedelta(days=1)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Dated:
    """A weekday and a date side by side in a text.

    Parameters
    ----------
    words : str
        As they stand, on one line.
    weekday : int
        0 is Monday.
    day : datetime.date
        The date that the words name.
    """

    words: str
    weekday: int
    day: date


def judge(case: Case) -> Iterable[Judgement]:
    """Judge weekdays in the texts, then the order of events.

    Yields
    ------
    Judgement
        Without unit.
    """
    by_report: dict[str, list[Claim]] = {}
    for claim in case.claims:
        by_report.setdefault(claim.report_id, []).append(claim)
    for report in case.reports:
        yield from _weekdays(report, by_report.get(report.report_id, []))
    for claim in case.claims:
        yield from _span(claim)
        yield from _to_come(claim, case.words_of(claim, "date"))
    for flight in case.flights:
        if flight.launch and flight.impact:
            yield from _flight_order(flight.launch, flight.impact)


def _weekdays(report: Report, claims: Sequence[Claim]) -> Iterable[Judgement]:
    if not claims:
        return
    for told in {(found.weekday, found.day): found for found in dated(report)}.values():
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


def dated(report: Report) -> tuple[Dated, ...]:
    """Weekdays that stand beside a date in a report's text.

    Parameters
    ----------
    report : Report
        Its `published` date gives the year of dates without one.

    Returns
    -------
    tuple of Dated
        In the order of the text; impossible dates ("31 June") and dates whose year cannot be told
        are left out.
    """
    found = []
    for match in _pattern().finditer(report.text):
        day = _day(match, report.published)
        if day is not None:
            weekday = _table("weekdays.csv", "weekday")[match["weekday"].lower()]
            found.append(Dated(" ".join(match[0].split()), weekday, day))
    return tuple(found)


def _day(match: re.Match[str], published: date | None) -> date | None:
    month = _table("months.csv", "month")[(match["month"] or match["month2"]).lower().rstrip(".")]
    number, year = int(match["day"] or match["day2"]), match["year"] or match["year2"]
    if year:
        return _date(int(year), month, number)
    if published is None:
        return None
    years = (_date(published.year + shift, month, number) for shift in (-1, 0, 1))
    nearest = min((day for day in years if day), key=lambda day: abs(day - published), default=None)
    return nearest if nearest and abs(nearest - published) <= _NEAR else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _pattern() -> re.Pattern[str]:
    weekday = _alternatives(_table("weekdays.csv", "weekday"))
    month = _alternatives(_table("months.csv", "month"))
    return re.compile(
        rf"\b(?P<weekday>{weekday}),?\s{{1,3}}(?:"
        rf"(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{month})\b\.?(?:,?\s(?P<year>\d{{4}})\b)?"
        rf"|(?P<month2>{month})\.?\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s(?P<year2>\d{{4}})\b)?)",
        re.IGNORECASE,
    )


def _alternatives(table: Mapping[str, int]) -> str:
    return "|".join(sorted(map(re.escape, table), key=len, reverse=True))


@cache
def _table(name: str, column: str) -> dict[str, int]:
    rows = resources.rows(resources.data("vocabulary", name))
    return {word: int(row[column]) for row in rows for word in row["words"].split("|")}


def _span(claim: Claim) -> Iterable[Judgement]:
    start, end = clock.parse_date(claim.date), clock.parse_date(claim.date_end)
    if start and end and end < start:
        yield _backwards(
            claim, end, "span", f"The span from {words.day(start)} to {words.day(end)} ends before it starts."
        )


def _to_come(claim: Claim, told: str) -> Iterable[Judgement]:
    """Judge what is told as done; only a date told with its year, for another year is our own reading."""
    start, published = clock.parse_date(claim.date), clock.parse_date(claim.published)
    to_come = claim.certainty == "expected" or claim.status == "planned"
    if start is None or published is None or to_come or str(start.year) not in told:
        return
    if start > published + _TURN_OF_DAY:
        text = f"Told as done on {words.day(start)}, in a report of {words.day(published)}."
        yield _backwards(claim, published, "publication", text)


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
    if minutes is not None and minutes < 0:
        yield Judgement(
            claims=(launch, impact),
            verdict="inconsistent",
            topic="flight",
            stated=f"{impact.date} {impact.time}",
            computed=f"{launch.date} {launch.time}",
            explanation=f"The impact at {impact.time} on {impact.date} comes before the launch "
            f"at {launch.time} on {launch.date}.",
        )
