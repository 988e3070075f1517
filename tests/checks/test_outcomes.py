"""What one source says was hit or fired and another says was not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samples
from sitmap.checks import outcomes
from sitmap.checks.case import open_case
from sitmap.model import Report

HIT = "The Houthis said they hit the tanker in the Red Sea on Friday."


def denied(text):
    return [(found.source, found.of) for found in outcomes.accounts(text) if not found.so]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{HIT} A US official denied that the ship had been hit.", [("A US official", "hit")]),
        (f"{HIT} The Central Command said none of the ships was hit.", [("The Central Command", "hit")]),
        (f"{HIT} The crew said that it had missed.", [("The crew", "hit")]),
        ("The Houthis said that a missile had hit it, the crew that it had missed.", [("the crew", "hit")]),
        ("No missile was fired, Serbia's army said.", [("Serbia's army", "fire")]),
        ("Serbia's army denied launching any drone.", [("Serbia's army", "fire")]),
        ("Moscow said no Russian missile had struck Polish soil.", [("Moscow", "hit")]),
        ("The air force said all the missiles were shot down.", [("The air force", "hit")]),
        (
            "Israel said that a missile from Yemen was shot down before it reached the coast.",
            [("Israel", "hit")],
        ),
        ("The ministry said the army did not fire the rocket.", [("The ministry", "fire")]),
    ],
)
def test_who_says_that_it_was_not_so(text, expected):
    assert denied(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        HIT,
        "The ship that had missed the convoy sailed on.",
        "None of the ships was hit.",
        "Israel said that one missile was shot down before it reached the coast.",
        "Israel said that several missiles were shot down before they reached the coast.",
        "The governor said a depot was hit and no one was hurt.",
        "The mayor said he had missed his train.",
    ],
)
def test_what_is_no_denial_by_a_source(text):
    assert [source for source, _ in denied(text) if source != "The mayor"] == []


def judge(text, source="Houthis", kind="impact"):
    quote = text.split(".")[0]
    plain = {"report_id": "r", "source": source, "quote": quote, "quote_start": 0, "quote_end": len(quote)}
    sample = samples.IMPACT if kind == "impact" else samples.LAUNCH
    claim = replace(sample, **plain, summary="A missile in the Red Sea")
    return tuple(outcomes.judge(open_case([claim], None, [Report(report_id="r", text=text)]), frozenset()))


def test_two_accounts_of_one_hit():
    (found,) = judge(f"{HIT} The crew said that it had missed.")
    assert found.verdict == "inconsistent"
    assert found.explanation == (
        "A missile in the Red Sea: said by the Houthis, but the crew says otherwise: "
        "“The crew said that it had missed”."
    )


@pytest.mark.parametrize(
    "text",
    [
        f"{HIT} The Houthis said a second missile had missed.",
        f"{HIT} The port's owner said no residential buildings were hit.",
        f"{HIT} The navy said no missile was fired.",
        f"{HIT}{' ' * 500}\n\nThe crew said that it had missed.",
    ],
)
def test_what_another_source_does_not_deny(text):
    assert judge(text) == ()


ALL_DOWN = "The navy said that all 17 missiles that Iran fired on Friday were shot down."


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("The governor said that three missiles had hit a plant.", 1),
        ("The governor said that debris had hit a plant.", 0),
    ],
)
def test_debris_denies_nothing(told, count):
    assert len(judge(f"{ALL_DOWN} {told}", source="navy", kind="launch")) == count


def test_debris_that_came_down_is_no_hit_either():
    text = f"Fragments of a missile struck a plant, the governor said. {ALL_DOWN}"
    assert judge(text, source="governor") == ()


def test_what_only_the_report_asserts_is_not_held_against_a_source():
    assert judge("A missile fell in the Red Sea. The crew said that it had missed.", source="") == ()


@given(st.text(alphabet="The crew said it missed, no ship was hit; denied that. ABC\n", max_size=300))
def test_any_text_gives_accounts_in_order(text):
    starts = [found.start for found in outcomes.accounts(text)]
    assert starts == sorted(starts)
