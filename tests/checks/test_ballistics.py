"""The two-body arc, held against integration of the equation of motion and against its limits."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from sitmap.checks.ballistics import (
    EARTH_RADIUS_KM,
    GRAVITY_KM3_S2,
    GREATEST_APOGEE_KM,
    GREATEST_RANGE_KM,
    free_flight_min,
    implied_apogee_km,
)

RANGES = st.floats(0, 19_000)
APOGEES = st.floats(1, 20_000)


def integrated(range_km, apogee_km):
    """Minutes and ground range of the arc flown step by step, from apogee down to the ground.

    At apogee the body moves level; the speed there is found so that it lands at half the range.
    """
    top = EARTH_RADIUS_KM + apogee_km

    def motion(_, state):
        x, y, vx, vy = state
        pull = -GRAVITY_KM3_S2 / math.hypot(x, y) ** 3
        return vx, vy, pull * x, pull * y

    def ground(_, state):
        return math.hypot(state[0], state[1]) - EARTH_RADIUS_KM

    ground.terminal = True
    slow, fast = 0.0, math.sqrt(GRAVITY_KM3_S2 / top)
    for _ in range(45):
        speed = (slow + fast) / 2
        fall = solve_ivp(
            motion, (0, 2e4), (top, 0.0, 0.0, speed), events=ground, rtol=1e-10, atol=1e-9, method="DOP853"
        )
        x, y = fall.y_events[0][0][:2] if len(fall.t_events[0]) else (-1.0, 0.0)
        reached = EARTH_RADIUS_KM * math.atan2(y, x)
        if reached < range_km / 2:
            slow = speed
        else:
            fast = speed
    return 2 * fall.t_events[0][0] / 60


@pytest.mark.parametrize(
    ("range_km", "apogee_km"), [(1000, 7000), (3700, 800), (500, 100), (9000, 1200), (100, 6000)]
)
def test_agrees_with_the_equation_of_motion(range_km, apogee_km):
    assert free_flight_min(range_km, apogee_km) == pytest.approx(
        integrated(range_km, apogee_km), abs=0.5 / 60
    )


def test_founding_arc():
    assert free_flight_min(1000, 7000) == pytest.approx(75.6, abs=0.05)


def test_straight_up_is_the_radial_kepler_fall():
    # From rest at r the fall to R takes sqrt(r^3 / 2 mu) * (acos(sqrt q) + sqrt(q (1 - q))), q = R / r.
    top = EARTH_RADIUS_KM + 4000
    q = EARTH_RADIUS_KM / top
    fall = math.sqrt(top**3 / (2 * GRAVITY_KM3_S2)) * (math.acos(math.sqrt(q)) + math.sqrt(q * (1 - q)))
    assert free_flight_min(0, 4000) == pytest.approx(2 * fall / 60, rel=1e-12)


def test_low_and_short_is_the_flat_earth_parabola():
    gravity = GRAVITY_KM3_S2 / EARTH_RADIUS_KM**2
    assert free_flight_min(1, 0.5) * 60 == pytest.approx(2 * math.sqrt(2 * 0.5 / gravity), rel=1e-3)


def test_skimming_arc_is_a_circular_orbit():
    # Vis-viva with r = a: the time over a ground range is its share of the circular period.
    period = 2 * math.pi * math.sqrt(EARTH_RADIUS_KM**3 / GRAVITY_KM3_S2) / 60
    assert free_flight_min(10_000, 1e-6) == pytest.approx(
        period * 10_000 / (2 * math.pi * EARTH_RADIUS_KM), rel=1e-6
    )


@given(RANGES, APOGEES, st.floats(1.001, 3))
def test_a_higher_arc_takes_longer(range_km, apogee_km, factor):
    assert free_flight_min(range_km, apogee_km * factor) > free_flight_min(range_km, apogee_km)


@given(RANGES, APOGEES)
def test_implied_apogee_inverts_the_time(range_km, apogee_km):
    implied = implied_apogee_km(range_km, free_flight_min(range_km, apogee_km))
    assert implied == pytest.approx(apogee_km, rel=1e-6)


@given(st.floats(0, 19_000), st.floats(0, 1e6))
def test_implied_apogee_is_none_or_within_bounds(range_km, minutes):
    implied = implied_apogee_km(range_km, minutes)
    assert implied is None or 0 < implied <= GREATEST_APOGEE_KM


@pytest.mark.parametrize(
    ("range_km", "apogee_km", "word"),
    [(-1, 100, "range"), (GREATEST_RANGE_KM, 100, "range"), (1000, 0, "apogee"), (1000, np.nan, "apogee")],
)
def test_impossible_arcs_are_refused(range_km, apogee_km, word):
    with pytest.raises(ValueError, match=word):
        free_flight_min(range_km, apogee_km)


def test_no_arc_is_so_short():
    assert implied_apogee_km(1000, 1.0) is None
