"""Counts of one force over time."""

from dataclasses import replace

import pytest

import samples
from sitmap.checks import compare, series
from sitmap.checks.case import open_case
from sitmap.model import Report

FIRST = replace(samples.TROOPS_KURSK, source="Seoul", date="2024-10-20", count_min=1500, count_max=1500)


def later(**fields):
    plain = {"report_id": "r-2", "claim_id": "c-2", "event_id": "e-2", "source": "Kyiv", "date": "2024-11-04"}
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


def test_the_counts_stand_side_by_side_among_the_events():
    (event,) = compare([later(), FIRST], ())
    assert event.over_time
    assert [telling.teller for telling in event.tellings] == ["Seoul", "Kyiv"]
    told = {field.what: (field.values, field.verdict) for field in event.fields}
    assert told["day"] == (("2024-10-20", "2024-11-04"), "")
    assert told["count"] == (("1,500", "11,000"), "")


def test_the_id_of_counts_is_the_force_not_the_reports():
    (event,) = compare([FIRST, later()], ())
    (more,) = compare(
        [later(report_id="r-0", claim_id="c-0", event_id="e-0", date="2024-09-01"), FIRST, later()], ()
    )
    assert event.event_id == more.event_id
    assert len(more.tellings) == 3
    (other,) = compare([replace(FIRST, asset="artillery"), later(asset="artillery")], ())
    assert other.event_id != event.event_id


def test_a_copied_text_counts_once_and_is_named():
    copy = later(report_id="copy", claim_id="c-3")
    text = "Kyiv counts 11,000 troops from North Korea in Kursk Oblast by now, a spokesman said."
    reports = [Report(report_id=name, text=text) for name in ("copy", "r-2")]
    (event,) = compare([FIRST, later(), copy], reports)
    assert len(event.tellings) == 2
    assert {event.tellings[1].report_id, *event.tellings[1].copies} == {"copy", "r-2"}
