"""A day stays a day; a time is told only with the offset that its zone had on that day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export import attack
from sitmap.export.kml import times


@pytest.mark.parametrize(
    ("day", "time", "tz", "told"),
    [
        ("2024-10-31", "", "", "2024-10-31"),
        ("2024-10-31", "", "Asia/Tokyo", "2024-10-31"),
        ("2024-10-31", "07:11", "Asia/Tokyo", "2024-10-31T07:11:00+09:00"),
        ("2024-10-31", "07:11", "UTC", "2024-10-31T07:11:00+00:00"),
        # summer and winter time of one zone
        ("2024-07-01", "12:00", "Europe/Kyiv", "2024-07-01T12:00:00+03:00"),
        ("2024-12-01", "12:00", "Europe/Kyiv", "2024-12-01T12:00:00+02:00"),
        ("2024-10-31", "07:11", "Asia/Kolkata", "2024-10-31T07:11:00+05:30"),
        # a time of no known zone would be read as UTC
        ("2024-10-31", "07:11", "", "2024-10-31"),
        ("2024-10-31", "07:11", "Asia/Nowhere", "2024-10-31"),
        ("2024-10-31", "07:11", "../../etc/passwd", "2024-10-31"),
        ("2024-10-31", "07:11", "Asia", "2024-10-31"),
        ("2024-10-31", "25:00", "Asia/Tokyo", "2024-10-31"),
        # Liberia was 44 minutes and 30 seconds behind Greenwich until 1972 (IANA, africa)
        ("1970-01-01", "12:00", "Africa/Monrovia", "1970-01-01"),
        ("", "07:11", "Asia/Tokyo", ""),
        ("Thursday", "07:11", "Asia/Tokyo", ""),
        ("2024-02-30", "", "", ""),
    ],
)
def test_an_instant_is_no_surer_than_the_words(day, time, tz, told):
    assert times.instant(day, time, tz) == told


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2024-10-29", "2024-10-31", ("2024-10-29", "2024-10-31")),
        ("2024-10-29", "2024-10-29", None),
        ("2024-10-29", "2024-10-28", None),
        ("2024-10-29", "", None),
        ("", "2024-10-31", None),
    ],
)
def test_a_span_has_two_days_in_order(first, last, told):
    assert times.span(first, last) == told


@given(*[st.text(max_size=12) | st.sampled_from(attack.PAYLOADS)] * 3)
def test_no_words_break_it(day, time, tz):
    assert isinstance(times.instant(day, time, tz), str)
    assert times.instant("2024-10-31", time, tz).startswith("2024-10-31")
