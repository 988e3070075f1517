import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitmap import units


@pytest.mark.parametrize(
    ("constant", "km"),
    [
        ("KM_PER_NAUTICAL_MILE", 1.852),
        ("KM_PER_MILE", 1.609344),
        ("KM_PER_FOOT", 0.0003048),
        ("TERRITORIAL_SEA_KM", 22.224),
        ("CONTIGUOUS_ZONE_KM", 44.448),
        ("EEZ_KM", 370.4),
    ],
)
def test_constants_are_those_of_their_definitions(constant, km):
    assert getattr(units, constant) == pytest.approx(km, rel=1e-12)


def test_the_compass_has_sixteen_points_in_order():
    assert list(units.COMPASS.values()) == [22.5 * number for number in range(16)]
    assert [units.COMPASS[name] for name in ("north", "east", "south", "west")] == [0, 90, 180, 270]
    for name, degrees in units.COMPASS.items():
        # "east-northeast" lies between east and northeast.
        first, _, second = name.partition("-")
        if second:
            between = (units.COMPASS[first], units.COMPASS[second])
            assert min(abs(degrees - side) % 360 for side in between) == 22.5


def test_the_compass_cannot_be_changed():
    with pytest.raises(TypeError):
        units.COMPASS["north"] = 1.0


@pytest.mark.parametrize(
    ("stated", "half"),
    [
        (0, 0),
        (1, 0.125),
        (8, 0.5),
        (74, 1.85),
        (86, 2.15),
        (150, 18.75),
        (200, 25),
        (250, 25),
        (370, 9.25),
        (500, 62.5),
        (1000, 125),
        (1001.2, 25.03),
        (1180, 29.5),
        (2200, 55),
        (6000, 500),
        (6648.4, 166.21),
        (7000, 500),
        (8000, 500),
        (10000, 1250),
        (0.5, 0.05),
        (-200, 25),
    ],
)
def test_rounding(stated, half):
    assert units.rounding(stated) == pytest.approx(half, abs=1e-9)


@given(st.floats(min_value=0.001, max_value=1e9))
def test_rounding_is_a_small_part_of_the_number(stated):
    assert 0.0249 * stated <= units.rounding(stated) <= 0.1251 * stated
    assert units.rounding(-stated) == units.rounding(stated)


@given(st.integers(min_value=1, max_value=10**6))
def test_a_rounder_number_stands_for_as_wide_an_interval(stated):
    assert units.rounding(10 * stated) >= units.rounding(stated)


def test_examples():
    assert doctest.testmod(units).failed == 0
