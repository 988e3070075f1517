"""What was shot down and lost against what was launched."""

from dataclasses import replace

import pytest

import samples
from sitmap.checks import balance
from sitmap.checks.case import open_case
from sitmap.model import Report


def judge(text, quote=None, **fields):
    quote = quote or text.split(".")[0]
    start = text.index(quote)
    launch = replace(
        samples.LAUNCH, report_id="r", quote=quote, quote_start=start, quote_end=start + len(quote), **fields
    )
    return tuple(balance.judge(open_case([launch], None, [Report(report_id="r", text=text)])))


DRONES = "Overnight 62 drones were launched. Crews shot down 40 drones"
MISSILES = "They fired 12 missiles"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (f"{DRONES}, and 30 drones were lost.", "inconsistent"),
        (f"{DRONES}, and 23 drones were lost.", "inconsistent"),
        (f"{DRONES.replace('62', 'about 62')}, and 23 drones were lost.", "marginal"),
        (f"{DRONES.replace('62', '60')}, and 22 drones were lost.", "marginal"),
        (f"{DRONES}, and 22 drones were lost.", "consistent"),
        ("They fired a dozen drones. Crews shot down 13 drones.", "marginal"),
        ("They fired a dozen drones. Crews shot down 14 drones.", "inconsistent"),
        (f"{MISSILES}. All 15 missiles were intercepted.", "inconsistent"),
        (f"{MISSILES} and 40 drones. Then 15 drones were intercepted.", "consistent"),
        (f"{MISSILES}. Over the coast 8 were downed. Later 7 missiles were shot down.", "consistent"),
        ("They fired more than 300 drones. In all 310 drones were intercepted.", "consistent"),
    ],
)
def test_parts_against_what_was_launched(text, verdict):
    assert [found.verdict for found in judge(text)] == [verdict]


def test_each_wave_has_its_own_parts():
    text = f"{MISSILES}. At dawn 20 missiles were launched. Then 18 missiles were downed."
    assert judge(text) == ()
    (found,) = judge(text, quote="At dawn 20 missiles were launched")
    assert (found.stated, found.verdict) == ("20", "consistent")


def test_a_wave_that_no_passage_counts_is_of_the_launch_beside_it():
    counted = "The army counted 62 drones launched. They came from Oryol."
    text = f"{counted} Of the drones, 50 were shot down and 20 were lost."
    (found,) = judge(text, quote="They came from Oryol", asset="drone")
    assert (found.stated, found.computed, found.verdict) == ("62", "70", "inconsistent")
    assert judge(text, quote="They came from Oryol", asset="srbm") == ()


def test_the_most_since_a_day_are_of_one_night():
    text = "Russia launched 62 drones, the most since March. Crews shot down 70 drones."
    assert [found.verdict for found in judge(text)] == ["inconsistent"]
    assert judge(text.replace("the most since", "all of them since")) == ()


def test_it_reads_as_a_sentence():
    (found,) = judge("They attacked with 62 drones. Crews shot down 40 drones, and 30 drones were lost.")
    assert found.explanation == "40 shot down and 30 lost make 70, more than the 62 launched."
    assert (found.stated, found.computed, found.margin) == ("62", "70", 8.0)


@pytest.mark.parametrize(
    "text",
    [
        "They fired 12 drones. Since May 4,000 drones were shot down.",
        "They fired 12 drones. The fire destroyed 36 houses.",
        "They fired 12 drones. Then 15 missiles were shot down.",
        "Then 15 drones were shot down.",
    ],
)
def test_what_is_not_weighed(text):
    assert judge(text) == ()


def test_without_a_launch_claim_on_the_sentence_nothing_is_said():
    text = "It rained. They fired 12 drones. Then 15 drones were shot down."
    assert judge(text, quote="It rained") == ()
    assert [found.verdict for found in judge(text, quote="They fired 12 drones")] == ["inconsistent"]
    assert judge(text, quote="They fired 12 drones", stance="denied") == ()
