"""Words by which a report says that two accounts differ, and words that only look like it."""

from dataclasses import replace

import pytest

import samples
from sitmap.checks import contradictions
from sitmap.checks.case import open_case
from sitmap.model import Report

FIRST = "Rebels fired a rocket from Homs, the army said. "

DIFFER = [
    "The governor's office offered a conflicting version.",
    "The two reports contradict each other.",
    "The navy disputed that account.",
    "The figures do not match.",
    "Ankara dismissed the report as theatre.",
    "The range was 900 km, which the ministry considered exaggerated.",
    "His statement differed from what the radar showed.",
    "The ministry rejected claims that it had been hit.",
]
NONE = [
    "Manila rejects Beijing's claims to the shoal.",
    "The disputed border was quiet.",
    "The ministers differ on trade.",
    "There is no reason to exaggerate.",
    "They called an ambulance.",
    "Two different missiles were on show.",
    "The accounts department moved to Izmir.",
]


def judge(text, *, judged=()):
    report = Report(report_id="r", text=text)
    claim = replace(
        samples.LAUNCH, report_id="r", quote=FIRST[:31], quote_start=0, quote_end=31, location=None
    )
    return tuple(contradictions.judge(open_case([claim], None, [report]), judged))


@pytest.mark.parametrize("sentence", DIFFER)
def test_accounts_that_differ(sentence):
    (found,) = judge(FIRST + sentence + " Nobody was hurt.")
    assert found.verdict == "inconsistent"
    assert found.explanation == f"The report says that accounts differ: “{sentence}”"


@pytest.mark.parametrize("sentence", NONE)
def test_what_is_no_such_word(sentence):
    assert judge(FIRST + sentence) == ()


def test_nothing_is_said_without_a_claim_near():
    assert judge(f"{FIRST}{'It rained. ' * 90}{DIFFER[0]}") == ()


def test_nothing_is_said_twice():
    assert judge(FIRST + DIFFER[0], judged={samples.LAUNCH.claim_id}) == ()
    assert len(judge(FIRST + DIFFER[0] + " " + DIFFER[2])) == 1


def test_a_long_sentence_is_cut_to_the_words():
    (found,) = judge(FIRST + "So " + "very " * 60 + "odd that the navy disputed the account of it.")
    assert found.explanation.endswith("“disputed the account”")
