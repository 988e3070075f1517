"""A distance told in two units: conversions that fit, that are careless and that are wrong."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samples
from sitmap.checks import conversions
from sitmap.checks.case import open_case
from sitmap.model import Report


def judge(text, **fields):
    launch = replace(samples.LAUNCH, report_id="r", quote=text, quote_start=0, quote_end=len(text))
    claims = [replace(launch, **fields)]
    return tuple(conversions.judge(open_case(claims, zones=None, reports=[Report(report_id="r", text=text)])))


@pytest.mark.parametrize(
    ("told", "km", "verdict"),
    [
        ("4,200 miles (2,600 kilometers)", "6,760", "inconsistent"),
        ("420 miles (about 260 km)", "676", "inconsistent"),
        ("60 nautical miles, or about 180 km", "111", "inconsistent"),
        ("100 km (110 nm)", "100", "inconsistent"),
        ("100 miles (120 km)", "161", "marginal"),
    ],
)
def test_a_conversion_that_does_not_fit(told, km, verdict):
    (found,) = judge(f"It flew {told} to the range.")
    assert (found.computed, found.verdict) == (km, verdict), found.explanation


@pytest.mark.parametrize(
    "told",
    [
        "4,200 miles (6,760 kilometers)",
        "300 miles (500 km)",
        "620 miles (1,000 km)",
        "200 nautical miles, or some 370 km",
        "200 miles (370 km)",
        "30,000 feet (9 km)",
        "500 km (300 miles)",
        "0 km (0 miles)",
        "60 miles (100 km/h)",
        "10 m (6 miles)",
        "1,000 km (a few hundred miles)",
    ],
)
def test_a_conversion_that_fits_and_what_is_none(told):
    assert judge(f"It flew {told} to the range.") == ()


def test_the_sentence_names_both():
    (found,) = judge("It flew 4,200 miles (2,600 kilometers).")
    assert found.explanation == (
        "4,200 miles are about 6,760 km, against the 2,600 kilometers told beside it."
    )


def test_a_claim_far_away_is_not_what_it_is_about():
    text = f"It flew. {'Nothing else was told. ' * 20}The road is 40 miles (20 km) long."
    assert judge(text, quote="It flew", quote_end=7) == ()


@given(st.text(alphabet="0123456789,. ()kmiles-or", max_size=80))
def test_any_text_is_read(text):
    assert all(found.verdict in {"marginal", "inconsistent"} for found in judge(text))
