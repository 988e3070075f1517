"""Counts of one force over time."""

from dataclasses import replace

import pytest

import samples
from sitmap.checks import series
from sitmap.checks.case import open_case

FIRST = replace(samples.TROOPS_KURSK, source="Seoul", date="2024-10-20", count_min=1500, count_max=1500)


def later(**fields):
    plain = {"report_id": "r-2", "claim_id": "c-2", "source": "Kyiv", "date": "2024-11-04"}
    return replace(FIRST, **plain | {"count_min": 11000, "count_max": 11000} | fields)


def judge(*claims):
    return tuple(series.judge(open_case(claims, None)))


def test_the_spread_is_told_in_the_order_of_days():
    (found,) = judge(later(), FIRST)
    assert found.explanation == (
        "Count of the force in Kursk Oblast over time: 1,500 on 20 October 2024 (Seoul), then 11,000 on "
        "4 November 2024 (Kyiv); from 1,500 to 11,000."
    )
    assert (found.verdict, found.margin) == ("consistent", 9500.0)


@pytest.mark.parametrize(
    "fields",
    [
        {"report_id": "founding"},
        {"date": "2024-10-20"},
        {"actor": "RUS"},
        {"asset": "artillery"},
        {"status": "planned"},
        {"count_min": None, "count_max": None},
        {"location": None},
        {"stance": "denied"},
    ],
    ids="-".join,
)
def test_what_is_no_series(fields):
    assert judge(FIRST, later(**fields)) == ()
