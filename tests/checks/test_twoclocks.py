"""One moment by the clocks of two zones."""

from dataclasses import replace

import pytest

import samples
from sitmap.checks import twoclocks
from sitmap.checks.case import open_case
from sitmap.model import Evidence, Report, Span


def judge(text, time, *, named=True, **fields):
    """Judge a launch whose time is the first words of the text."""
    end = text.index("m.") + 2
    evidence = (
        Evidence("time", Span(0, end)),
        Evidence("tz", Span(0, end), "" if named else "zone of the report"),
    )
    launch = replace(samples.LAUNCH, report_id="r", time=time, evidence=evidence, **fields)
    return tuple(twoclocks.judge(open_case([launch], zones=None, reports=[Report(report_id="r", text=text)])))


@pytest.mark.parametrize(
    ("text", "time", "told", "true"),
    [
        ("8:24 a.m. on Monday (2124 GMT on Sunday)", "08:24", "21:24", "23:24"),
        ("8:24 a.m. (22:24 GMT)", "08:24", "22:24", "23:24"),
        ("8:24 a.m. (2.24 a.m. Moscow time)", "08:24", "02:24", "02:24"),
        ("8:24 a.m. local time (9 p.m. GMT)", "08:24", "21:00", "23:24"),
    ],
)
def test_a_clock_against_another(text, time, told, true):
    found = judge(text, time)
    assert [(each.stated, each.computed) for each in found] == ([(told, true)] if told != true else [])


@pytest.mark.parametrize(
    "text",
    [
        "8:24 a.m. on Monday (2324 GMT on Sunday)",
        "8:24 a.m. (11:24 p.m. GMT)",
        "8:24 a.m. It fell at 9 (2124 GMT)",
        "8:24 a.m. and again (2999 GMT)",
        "8:24 a.m. (2124 hours)",
    ],
)
def test_clocks_that_agree_and_what_is_none(text):
    assert judge(text, "08:24") == ()


def test_where_the_first_zone_is_a_guess_a_difference_that_suits_the_place_is_left():
    assert judge("8:24 a.m. (0024 GMT)", "08:24", named=False) == ()
    assert len(judge("8:24 a.m. (0024 GMT)", "08:24")) == 1
    assert len(judge("8:24 a.m. (2124 GMT)", "08:24", named=False)) == 1
    assert judge("8:24 a.m. (2124 GMT)", "08:24", named=False, location=None) == ()


def test_without_a_day_of_its_own_a_moment_has_that_of_the_report():
    text = "8:24 a.m. Kyiv time (0624 GMT)"
    kyiv = {"date": "", "tz": "Europe/Kyiv"}
    assert judge(text, "08:24", published="2023-12-14", **kyiv) == ()
    (summer,) = judge(text, "08:24", published="2023-07-14", **kyiv)
    assert (summer.stated, summer.computed) == ("06:24", "05:24")


def test_without_any_day_or_a_zone_there_is_nothing_to_hold():
    assert judge("8:24 a.m. (2124 GMT)", "08:24", date="", published="") == ()
    assert judge("8:24 a.m. (2124 GMT)", "08:24", tz="", location=None) == ()
    assert judge("8:24 a.m. (2124 GMT)", "08:24", tz="Nowhere/Town") == ()


def test_the_sentence():
    (found,) = judge("8:24 a.m. (2124 GMT)", "08:24")
    assert found.explanation == "08:24 JST is 23:24 GMT, not 21:24."
