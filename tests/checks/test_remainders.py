"""Counts shared out in two: some of them, and the others."""

from dataclasses import replace

import pytest

import samples
from sitmap.checks import breakdown
from sitmap.checks.case import open_case
from sitmap.checks.remainders import remainders
from sitmap.model import Report

EIGHT = "It was eight rockets in all, the army said. "


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        (f"{EIGHT}Three were stopped by Iron Dome; the other six came down in the town.", 8, [3, 6]),
        (f"{EIGHT}Two of them fell short, and the remaining six rockets hit the town.", 8, [2, 6]),
        ("They flew 12 drones. Nine were shot down, while the other three crashed.", 12, [9, 3]),
    ],
)
def test_what_is_shared_out(text, whole, parts):
    (found,) = remainders(text)
    assert found.number.least == whole
    assert [part.least for part in found.parts] == parts
    assert found.adds_up


@pytest.mark.parametrize(
    "text",
    [
        f"{EIGHT}Three people were hurt; the other six came home.",
        f"{EIGHT}Three were stopped; the other six houses were spared.",
        f"{EIGHT}Three were killed; the other six were taken to a hospital.",
        f"{EIGHT}Two drones followed. Three were stopped; the other six came down.",
        "It was eight rockets and four missiles. Three were stopped; the other six came down.",
        "Nobody counted. Three were stopped; the other six came down.",
    ],
)
def test_what_may_be_of_something_else_is_left(text):
    assert [found for found in remainders(text) if found.number.least == 8] == []


def test_the_two_are_held_against_the_whole():
    text = f"{EIGHT}Three were stopped by Iron Dome; the other six came down in the town."
    claim = replace(samples.LAUNCH, report_id="r", quote=text, quote_start=0, quote_end=len(text))
    report = Report(report_id="r", text=text)
    (found,) = breakdown.judge(open_case([claim], None, [report]), set())
    assert found.verdict == "inconsistent"
    assert found.explanation == "3 and 6, told as parts of 8 rockets, make 9, more than the whole."
