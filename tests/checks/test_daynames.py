"""Dates that no calendar has, weekdays told of a date, and days counted from one day to another."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitmap.checks import daynames
from sitmap.model import Report


def report(text, published=date(2025, 5, 12)):
    return Report(report_id="r", text=text, published=published)


@pytest.mark.parametrize(
    ("text", "weekday", "day"),
    [
        ("on Wednesday (May 7), officials said", 2, date(2025, 5, 7)),
        ("on May 7, a Wednesday", 2, date(2025, 5, 7)),
        ("7 May 2025 was a Wednesday", 2, date(2025, 5, 7)),
        ("on 7 May (Wednesday)", 2, date(2025, 5, 7)),
    ],
)
def test_a_weekday_told_of_a_date(text, weekday, day):
    assert [(each.weekday, each.day) for each in daynames.dated(daynames.mentions(report(text)))] == [
        (weekday, day)
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It fell on 31 June 2024.", "31 June 2024"),
        ("It fell on February 30.", "February 30"),
        ("It fell on Sunday, 31 April.", "31 April"),
        ("It fell on 29 February 2025.", "29 February 2025"),
    ],
)
def test_a_day_that_no_calendar_has(text, words):
    assert [each.words for each in daynames.impossible(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "In September 31 drones crossed the border.",
        "It fell on 29 February.",
        "It fell on 29 February 2024.",
        "In June 300 men came.",
        "By April 30 ships had sailed.",
        "In November 45 drones fell.",
    ],
)
def test_a_day_that_there_is_and_a_number_that_is_no_day(text):
    assert daynames.impossible(text) == ()


@pytest.mark.parametrize(
    ("text", "days", "elapsed"),
    [
        ("It was hit on Sunday, 4 May, and two days later, on Friday, 9 May, again.", 2, 5),
        ("It was hit on 4 May and again two days later, on 6 May.", 2, 2),
        ("On 9 May, three days after the attack of 4 May, it sank.", 3, 5),
        ("On 1 May, three days before the raid of 4 May, ships left.", 3, 3),
        ("It was hit on Monday and a day later, on Tuesday, again.", 1, 1),
        ("It was hit on Monday and a day later, on Friday, again.", 1, 4),
        ("It was hit on 20 April and two weeks later, on 4 May, again.", 14, 14),
        ("It was hit on Sunday, 4 May. Two days later, on 9 May, it burned.", 2, 5),
        (
            "It flew as on 27 May. It tested a lens. It had come two days after the one of 4 May.",
            2,
            23,
        ),
        ("It was hit on 4 May. It rained.\n\nIt blew. Two days later, on 9 May, it burned.", 2, 5),
        ("She left on 4 May and was here two days later, on 9 May. It rained.", 2, 5),
    ],
)
def test_days_counted_between_two_days_named(text, days, elapsed):
    (found,) = daynames.counted(text, daynames.mentions(report(text)))
    assert (found.days, found.elapsed) == (days, elapsed)


@pytest.mark.parametrize(
    "text",
    [
        "It was hit on 4 May. Two days later ships left; they came home on 9 May.",
        "On 9 May, two days after the attack, ships left.",
        "The mayor said on Monday that it was hit on 2 May. Two days later, on 9 May, it burned.",
        "It was hit on Sunday. Two days later, on 9 May, it burned.",
        "It was hit on 4 May. It rained the next week. Two days later, on 9 May, it burned.",
        "It was hit on 4 May. They met in June.\n\nIt rained. Two days later, on 9 May, it burned.",
        "It was hit on 27 May. It rained.\n\nIt had come two days after the one of 4 May.",
        "It was hit on 27 May. It rained. It was hot. It had come two days after the one of 4 May.",
        "It was hit on 4 May and burned for two days.",
        "The raid of 4 May was followed two days later by rain, and on 9 May by snow.",
    ],
)
def test_a_count_without_both_its_days(text):
    assert daynames.counted(text, daynames.mentions(report(text))) == ()


@given(st.text(alphabet="on May 431, a Friday two days later.June\n", max_size=200))
def test_any_text_is_read(text):
    read = report(text)
    assert all(each.day.month for each in daynames.dated(daynames.mentions(read)))
    assert all(each.days > 0 for each in daynames.counted(text, daynames.mentions(read)))
    assert all(each.days < 31 for each in daynames.impossible(text))
