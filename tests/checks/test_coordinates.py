"""Coordinates in a text, in the forms that notices and agencies write."""

import pytest

from sitmap.checks import coordinates


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("at 57°48' N, 23°15' E.", 57.8, 23.25),
        ("at 57.80N 23.25E, it said", 57.8, 23.25),
        ("position 13°30\u2032S and 45°12\u2032W", -13.5, -45.2),
        ("35° 41' 22\" N, 139° 41' 30\" E", 35.6894, 139.6917),
    ],
)
def test_a_spot_is_read(text, lat, lon):
    (found,) = coordinates.spots(text)
    assert (found.lat, found.lon) == pytest.approx((lat, lon), abs=1e-3)
    assert text[found.start : found.end][-1] in "EW"


@pytest.mark.parametrize("text", ["97°10' N, 20°10' E", "5 N 6 E", "the 57 men, 23 east of P", "57.8, 23.25"])
def test_what_is_no_spot(text):
    assert list(coordinates.spots(text)) == []


def test_minutes_are_told_to_a_kilometre():
    (found,) = coordinates.spots("57°48' N, 23°15' E")
    assert found.half_step_km == pytest.approx(0.925, abs=0.01)
