"""Numbers that a text gives as parts of another, and what is made of them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samples
from sitmap.checks import breakdown, wholes
from sitmap.checks.case import open_case
from sitmap.model import Report

AIRCRAFT = "It detected 153 Chinese military aircraft by 6 a.m. on Tuesday, of which 111 crossed the line."


@pytest.mark.parametrize(
    ("text", "whole", "parts", "adds_up"),
    [
        (AIRCRAFT, 153, [111], False),
        ("Some 10,000 troops are in Russia, including as many as 8,000 in Kursk.", 10_000, [8_000], False),
        (
            "France has 1,500 troops in Niger. About 1,000 of them are in Niamey, 400 at Ouallam.",
            1_500,
            [1_000, 400],
            True,
        ),
        (
            "Russia launched 90 Shahed drones: 60 from Kursk, 45 from Millerovo and 20 from Crimea.",
            90,
            [60, 45, 20],
            True,
        ),
        (
            "There are 800 police officers in Haiti: 744 from Kenya, 150 from Guatemala and 70 from Peru.",
            800,
            [744, 150, 70],
            True,
        ),
        ("Two of the ships left. Of 12 ships, nine of which are frigates, some sailed.", 12, [9], False),
        ("Of the 120 ballistic missiles, 145 were brought down.", 120, [145], False),
        ("Out of the 90 drones sent at Kyiv overnight, 40 were lost.", 90, [40], False),
        (
            "Nineteen ships came. They were nine coast guard vessels, seven fishing boats and six frigates.",
            19,
            [9, 7, 6],
            True,
        ),
    ],
)
def test_parts_of_a_whole(text, whole, parts, adds_up):
    (found,) = wholes.wholes(text)
    assert found.number.high == whole
    assert [part.high or part.low for part in found.parts] in ([*parts], [None, *parts])
    assert found.adds_up == adds_up


@pytest.mark.parametrize(
    "text",
    [
        "By 2026 its 500 soldiers shall be 5,000, 4,800 of them in uniform.",
        "Of the 300 soldiers 400 relatives came: 200 from Kyiv killed, 300 from Lviv wounded.",
        "Since January 2,000 drones came, including 3,000 from Kursk.",
        "Ten ships sailed, including 300 sailors.",
        "Ten ships sailed: 40 km of pipe and 30 years of work.",
        "The brigade sent two ships. They carry 40 soldiers.",
        "Eight ships sailed. F-35B fighters, ten of them, are on land.",
        "Two ships were seen. They were 40 km from land.",
        "Of the 120 missiles. Then, 145 drones came.",
        "Of the 12 killed, 30 drones were near.",
        "The drones came at night: the mayor said 12 houses burned.",
    ],
)
def test_numbers_that_are_no_parts(text):
    assert wholes.wholes(text) == ()


def judge(text):
    claim = replace(samples.TROOPS_KURSK, report_id="r", quote_start=0, quote_end=len(text))
    report = Report(report_id="r", text=text)
    return tuple(breakdown.judge(open_case([claim], None, [report]), frozenset()))


@pytest.mark.parametrize(
    ("text", "verdict", "told"),
    [
        (AIRCRAFT, "consistent", "111 are told as a part of 153 military aircraft, which fits."),
        (
            AIRCRAFT.replace("153", "103"),
            "inconsistent",
            "111 are told as a part of 103 military aircraft, more than the whole.",
        ),
        (
            "Some 1,000 troops are in Haiti, of whom 1,020 are from Kenya.",
            "marginal",
            "1,020 are told as a part of 1,000 troops, more than the whole, by less than its rounding.",
        ),
        (
            "Russia launched 90 drones: 60 from Kursk and 45 from Millerovo.",
            "inconsistent",
            "60 and 45, told as parts of 90 drones, make 105, more than the whole.",
        ),
        (
            "China sent 45 aircraft. Of the aircraft, 34 crossed the line, and 12 flew off the coast.",
            "inconsistent",
            "34 and 12, told as parts of 45 aircraft, make 46, more than the whole.",
        ),
        (
            "China sent 53 aircraft. Of these, 38 crossed the line, while 19 stayed west of it.",
            "inconsistent",
            "38 and 19, told as parts of 53 aircraft, make 57, more than the whole.",
        ),
        (
            "China sent 45 aircraft. Of the aircraft, 34 crossed the line; 12 flew off after crossing it.",
            "consistent",
            "34 are told as a part of 45 aircraft, which fits.",
        ),
        (
            "China sent 45 aircraft. Of the aircraft, 34 crossed the line, and 22 entered the zone.",
            "consistent",
            "34 are told as a part of 45 aircraft, which fits.",
        ),
        (
            "Russia launched 90 drones: 60 from Kursk and 20 from Millerovo.",
            "consistent",
            "60 and 20, told as parts of 90 drones, make 80, no more than the whole.",
        ),
    ],
)
def test_the_verdict_and_its_sentence(text, verdict, told):
    (found,) = judge(text)
    assert (found.verdict, found.explanation) == (verdict, told)


@pytest.mark.parametrize(
    "text",
    [
        "More than 300 drones came, of which 400 were from Kursk.",
        "Ten ships sailed; one of them sank.",
        "Up to 300 drones were sent.",
    ],
)
def test_what_holds_any_part_says_nothing(text):
    assert judge(text) == ()


def test_parts_that_claims_carry_are_not_judged_twice():
    claim = replace(samples.TROOPS_KURSK, report_id="r", quote_start=0, quote_end=len(AIRCRAFT))
    case = open_case([claim], None, [Report(report_id="r", text=AIRCRAFT)])
    assert tuple(breakdown.judge(case, {claim.claim_id})) == ()


def test_a_claim_far_away_is_not_what_they_are_about():
    claim = replace(samples.TROOPS_KURSK, report_id="r", quote_start=2000, quote_end=2100)
    case = open_case([claim], None, [Report(report_id="r", text=AIRCRAFT + " " * 3000)])
    assert tuple(breakdown.judge(case, frozenset())) == ()


@given(st.text(alphabet="12 ships: 3, of which 40 from Kursk and 5 in Crimea.\n", max_size=300))
def test_any_text_gives_parts_in_order(text):
    for found in wholes.wholes(text):
        starts = [part.start for part in found.parts]
        assert starts == sorted(starts)
