"""The turning Earth, held against flight in its own turning frame."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

import samples
from sitmap.checks import ballistics, turn
from sitmap.checks.ballistics import EARTH_RADIUS_KM, GRAVITY_KM3_S2
from sitmap.checks.turn import Course

SPIN = np.array([0.0, 0.0, turn.TURN_RAD_MIN / 60])


def flown(lat, azimuth, elevation, speed_km_s):
    """Fly over the turning Earth, in its own frame with Coriolis and centrifugal force.

    Gives ground range (km), bearing over ground (degrees), apogee (km) and minutes.
    """
    lat, azimuth, elevation = map(math.radians, (lat, azimuth, elevation))
    up = np.array([math.cos(lat), 0.0, math.sin(lat)])
    east, north = np.array([0.0, 1.0, 0.0]), np.array([-math.sin(lat), 0.0, math.cos(lat)])
    level = math.sin(azimuth) * east + math.cos(azimuth) * north
    start = EARTH_RADIUS_KM * up
    speed = speed_km_s * (math.cos(elevation) * level + math.sin(elevation) * up)

    def motion(_, state):
        place, moving = state[:3], state[3:]
        pull = -GRAVITY_KM3_S2 * place / np.linalg.norm(place) ** 3
        turning = -2 * np.cross(SPIN, moving) - np.cross(SPIN, np.cross(SPIN, place))
        return np.concatenate([moving, pull + turning])

    def ground(_, state):
        return np.linalg.norm(state[:3]) - EARTH_RADIUS_KM

    def top(_, state):
        return np.dot(state[:3], state[3:])

    ground.terminal, ground.direction, top.direction = True, -1, -1
    flight = solve_ivp(
        motion,
        (0, 3e4),
        np.concatenate([start, speed]),
        events=(ground, top),
        rtol=1e-10,
        atol=1e-8,
        method="DOP853",
    )
    end = flight.y_events[0][-1][:3]
    angle = math.acos(np.dot(up, end) / np.linalg.norm(end))
    bearing = math.degrees(math.atan2(np.dot(east, end), np.dot(north, end)))
    height = np.linalg.norm(flight.y_events[1][0][:3]) - EARTH_RADIUS_KM
    return EARTH_RADIUS_KM * angle, bearing, height, flight.t_events[0][-1] / 60


@pytest.mark.parametrize(
    ("lat", "azimuth", "elevation", "speed"),
    [
        (39.2, 65, 87, 7.0),  # lofted over the Sea of Japan
        (34.6, 280, 35, 6.5),  # Vandenberg toward Kwajalein
        (45.0, 90, 25, 7.0),
        (45.0, 270, 25, 7.0),
        (-20.0, 120, 45, 4.0),
        (39.2, 65, 45, 1.7),  # a short-range missile
    ],
)
def test_agrees_with_flight_in_the_turning_frame(lat, azimuth, elevation, speed):
    range_km, bearing, apogee, minutes = flown(lat, azimuth, elevation, speed)
    course = Course(lat, bearing)
    assert turn.free_flight_min(range_km, apogee, course) == pytest.approx(minutes, abs=0.01)
    assert turn.implied_apogee_km(range_km, minutes, course) == pytest.approx(apogee, rel=1e-3)


@pytest.mark.parametrize(
    ("range_km", "apogee_km", "lat", "bearing", "low", "high"),
    [
        (300, 80, 39.0, 90, 0.0, 0.05),  # negligible: seconds
        (300, 80, 39.0, 270, -0.05, 0.0),
        (1000, 250, 39.0, 90, 0.05, 0.15),
        (1000, 7000, 39.2, 65, 0.5, 0.8),  # an hour and more in the air
        (10_000, 1300, 45.0, 90, 1.0, 1.5),  # it matters: a minute and more
        (10_000, 1300, 45.0, 270, -1.5, -1.0),
        (10_000, 1300, 45.0, 0, -0.1, 0.1),  # along the meridian the turn is across the course
    ],
)
def test_where_the_turn_matters(range_km, apogee_km, lat, bearing, low, high):
    still = ballistics.free_flight_min(range_km, apogee_km)
    assert low <= turn.free_flight_min(range_km, apogee_km, Course(lat, bearing)) - still <= high


@given(
    st.floats(0, 19_000),
    st.floats(1, 20_000),
    st.floats(-90, 90),
    st.floats(0, 360),
)
def test_every_course_has_a_time_and_its_inverse(range_km, apogee_km, lat, bearing):
    course = Course(lat, bearing)
    minutes = turn.free_flight_min(range_km, apogee_km, course)
    assert math.isfinite(minutes)
    assert minutes > 0


@given(st.floats(0, 12_000), st.floats(100, 8_000), st.floats(-90, 90), st.floats(0, 360))
def test_implied_apogee_inverts_the_time(range_km, apogee_km, lat, bearing):
    course = Course(lat, bearing)
    minutes = turn.free_flight_min(range_km, apogee_km, course)
    assert turn.implied_apogee_km(range_km, minutes, course) == pytest.approx(apogee_km, rel=1e-3)


def test_an_unknown_course_leaves_the_earth_still():
    assert turn.free_flight_min(9000, 1200, None) == ballistics.free_flight_min(9000, 1200)
    assert turn.implied_apogee_km(9000, 33.0, None) == ballistics.implied_apogee_km(9000, 33.0)


def test_the_course_is_read_from_the_places():
    course = turn.course(samples.LAUNCH, samples.IMPACT)
    assert course.lat == samples.LAUNCH.location.lat
    assert course.bearing_deg == pytest.approx(70, abs=15)


def test_a_bearing_stands_in_for_the_place_of_impact():
    launch = replace(samples.LAUNCH, bearing_deg=90.0)
    assert turn.course(launch, None) == Course(launch.location.lat, 90.0)


@pytest.mark.parametrize(
    ("launch", "impact"),
    [
        (None, samples.IMPACT),
        (replace(samples.LAUNCH, location=None), samples.IMPACT),
        (replace(samples.LAUNCH, bearing_deg=None), None),
        (samples.LAUNCH, replace(samples.IMPACT, location=samples.LAUNCH.location)),
    ],
)
def test_a_course_that_is_not_told_is_not_made_up(launch, impact):
    assert turn.course(launch, impact) is None
