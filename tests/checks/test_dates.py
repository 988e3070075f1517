"""Weekday against date, and the order of events."""

from dataclasses import replace
from datetime import date

import pytest

import samples
from sitmap.checks import dates, daynames
from sitmap.checks.case import open_case
from sitmap.model import Evidence, Report, Span


def judge(*claims, text="", published=date(2025, 3, 25)):
    report = Report(report_id="founding", text=text, published=published)
    return tuple(dates.judge(open_case(claims, None, [report])))


def on(day, claim=samples.TROOPS_KURSK, **fields):
    return replace(claim, date=day, published="", **fields)


@pytest.mark.parametrize(
    ("text", "weekday", "day"),
    [
        ("as of 09:00, Sunday, 24 March 2025", 6, date(2025, 3, 24)),
        ("on Thursday, October 31, 2024, at dawn", 3, date(2024, 10, 31)),
        ("on Monday 24th March", 0, date(2025, 3, 24)),
        ("on FRIDAY,\nSept. 5, 2025", 4, date(2025, 9, 5)),
        ("on Friday, 5 Sept. 2025", 4, date(2025, 9, 5)),
        ("on Tuesday the 1st of April", 1, date(2025, 4, 1)),
        ("on Saturday, December 28", 5, None),
        ("on Sunday, 31 June 2025", 6, None),
        ("on Sunday, 45 March 2025", 6, None),
        ("on Sunday 24 people were hurt", 6, None),
        ("Sundays 24 March", 6, None),
    ],
)
def test_weekdays_beside_dates(text, weekday, day):
    found = daynames.dated(daynames.mentions(Report(report_id="r", text=text, published=date(2025, 3, 25))))
    assert [(each.weekday, each.day) for each in found] == ([(weekday, day)] if day else [])


def test_a_date_without_a_year_is_the_one_nearest_to_publication():
    report = Report(report_id="r", text="Friday, 27 December", published=date(2025, 1, 5))
    (found,) = daynames.dated(daynames.mentions(report))
    assert found.day == date(2024, 12, 27)


def test_a_date_without_a_year_needs_a_publication_date():
    assert daynames.dated(daynames.mentions(Report(report_id="r", text="Friday, 27 December"))) == ()


def test_a_wrong_weekday():
    (found,) = judge(on("2025-03-24"), on("2025-03-23"), text="Sunday, 24 March 2025. Sunday, 24 March 2025.")
    assert found.verdict == "inconsistent"
    assert found.explanation == "24 March 2025 was a Monday, not a Sunday."
    assert [claim.date for claim in found.claims] == ["2025-03-24"]


def test_a_right_weekday():
    (found,) = judge(on("2025-03-23"), text="Monday, 24 March 2025")
    assert found.verdict == "consistent"
    assert found.explanation == "24 March 2025 was a Monday, as said."


def test_a_report_without_claims_has_nothing_to_hold_to_account():
    assert judge(text="Sunday, 24 March 2025") == ()


def dated_after(day, words, **fields):
    """Claim told as done on a day that stands in the report's words, and the report's text."""
    text = f"It happened on {words}."
    start = text.index(words)
    evidence = (Evidence("date", Span(start, start + len(words))),)
    plain = {"date": day, "published": "2024-11-01", "evidence": evidence}
    return replace(samples.TROOPS_KURSK, **plain | fields), text


def test_a_span_that_ends_before_it_starts():
    (found,) = judge(replace(samples.TROOPS_KURSK, date="2024-10-31", date_end="2024-10-28"))
    assert found.verdict == "inconsistent"
    assert found.explanation == "The span from 31 October 2024 to 28 October 2024 ends before it starts."


def test_told_as_done_before_its_day():
    claim, text = dated_after("2024-11-03", "3 November 2024")
    (found,) = judge(claim, text=text)
    assert found.verdict == "inconsistent"
    assert found.explanation == "Told as done on 3 November 2024, in a report of 1 November 2024."


def fired(day, words, **fields):
    """Launch told as done on a day that stands in the report's words, and the report's text."""
    _, text = dated_after(day, words)
    evidence = (Evidence("date", Span(text.index(words), text.index(words) + len(words))),)
    return replace(samples.LAUNCH, date=day, published="2024-11-01", evidence=evidence, **fields), text


def test_a_launch_on_a_day_without_its_year_that_comes_after_the_report():
    claim, text = fired("2023-11-14", "14 November")
    (found,) = judge(claim, text=text)
    assert found.verdict == "inconsistent"
    assert found.explanation == (
        "Told as done on 14 November, without a year, in a report of 1 November 2024."
    )


def test_a_launch_taken_for_last_years_because_of_its_day_alone():
    claim, text = fired("2023-11-14", "14 November")
    aged = Evidence("background", claim.evidence[0].span, "older than the news")
    claim = replace(claim, background=True, evidence=(*claim.evidence, aged))
    assert [found.verdict for found in judge(claim, text=text)] == ["inconsistent"]


def test_what_is_yet_to_come_on_a_day_that_is_past():
    claim, text = planned("2025-10-20", "20 October")
    (found,) = judge(claim, text=text)
    assert found.verdict == "inconsistent"
    assert found.explanation == (
        "Told as yet to come on 20 October, without a year, in a report of 1 November 2024."
    )
    claim, text = planned("2025-09-20", "20 September")
    assert judge(claim, text=text) == ()
    claim, text = planned("2025-10-20", "20 October 2025")
    assert judge(claim, text=text) == ()
    claim, text = planned("2025-10-20", "20 October", told="They were to leave on")
    assert judge(claim, text=text) == ()


def planned(day, words, told="They will leave on"):
    """Claim of what is to come on a day, and its report's text."""
    text = f"{told} {words}."
    evidence = (Evidence("date", Span(text.index(words), text.index(words) + len(words))),)
    plain = {"date": day, "published": "2024-11-01", "evidence": evidence, "status": "planned"}
    return replace(samples.TROOPS_KURSK, **plain), text


@pytest.mark.parametrize(
    ("day", "words", "fields"),
    [
        ("2023-11-14", "14 November 2023", {}),
        ("2023-12-14", "14 December", {}),
        ("2024-10-14", "14 October", {}),
        ("2023-11-14", "14 November", {"background": True}),
        ("2023-11-14", "14 November", {"certainty": "expected"}),
        ("2023-11-14", "last autumn", {}),
    ],
)
def test_a_day_of_another_year(day, words, fields):
    claim, text = fired(day, words, **fields)
    assert judge(claim, text=text) == ()


@pytest.mark.parametrize(
    ("day", "words", "fields"),
    [
        ("2024-11-02", "2 November 2024", {}),
        ("2024-11-03", "3 November", {}),
        ("2024-11-03", "3 November 2024", {"certainty": "expected"}),
        ("2024-11-03", "3 November 2024", {"status": "planned"}),
        ("2024-11-03", "3 November 2024", {"published": ""}),
        ("2024-11-03", "3 November 2024", {"evidence": ()}),
        ("2024-10-28", "28 October 2024", {"date_end": "2024-10-31"}),
        ("31 October", "31 October", {"date_end": "x", "published": "yesterday"}),
    ],
)
def test_what_is_in_order(day, words, fields):
    claim, text = dated_after(day, words, **fields)
    assert judge(claim, text=text) == ()


def test_an_impact_before_its_launch():
    impact = replace(samples.IMPACT, date="2024-10-30")
    (found,) = judge(samples.LAUNCH, impact)
    assert found.verdict == "inconsistent"
    assert "comes before the launch" in found.explanation
    assert judge(samples.LAUNCH, samples.IMPACT) == ()


@pytest.mark.parametrize(
    ("asset", "fired", "fell", "count"),
    [
        ("missile", "17:22", "16:27", 1),
        ("missile", "23:52", "00:04", 0),
        ("drone", "17:22", "16:27", 0),
    ],
)
def test_clock_times_of_one_day_lie_around_midnight_or_are_the_wrong_way_round(asset, fired, fell, count):
    flight = (
        replace(sample, asset=asset, date="2024-10-31", time=time)
        for sample, time in ((samples.LAUNCH, fired), (samples.IMPACT, fell))
    )
    assert len(judge(*flight)) == count
