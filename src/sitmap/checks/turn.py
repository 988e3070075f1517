r"""A ballistic arc over the turning Earth.

The arc of `ballistics` lies still in space; the ground below it turns. While a missile is up for a time
:math:`t` the place where it comes down moves on east by :math:`\omega t`, so the angle between both ends
in space is not that over ground: with the latitudes :math:`\varphi_1, \varphi_2` of the ends and their
difference in longitude :math:`\Delta\lambda`,

.. math:: \cos\theta = \sin\varphi_1 \sin\varphi_2
          + \cos\varphi_1 \cos\varphi_2 \cos(\Delta\lambda + \omega t).

The arc flown is the one over that angle. Its time depends on the angle and the angle on the time; a few
rounds settle both.

Source: Bate, Mueller and White, *Fundamentals of Astrodynamics* (1971), section 6.4, "effect of Earth
rotation"; :math:`\omega` as in the IERS Conventions (2010).

Where it matters: some 0.03 minutes over 300 km, 0.1 over 1,000 km, half a minute for a lofted flight of
over an hour, and a minute or more over 7,000 km eastward; westward as much less. It needs to be known whence
and whither the missile flew (`course`); else the Earth stands still and the allowance for powered flight is
wider (`arcs`).
"""

import math
from dataclasses import dataclass

from sitmap import geodesy
from sitmap.checks import ballistics
from sitmap.checks.ballistics import EARTH_RADIUS_KM, GREATEST_RANGE_KM
from sitmap.model import Claim

#: Rotation of the Earth, radians a minute.
TURN_RAD_MIN = 7.292115e-5 * 60

#: The sum of what two places leave open, over the distance between them, up to which the bearing is known
#: to about 30 degrees.
_UNSURE = 0.5
_ROUNDS = 40
_SETTLED_MIN = 1e-6
#: Just short of the antipode, beyond which no arc is shorter.
_FARTHEST_KM = 0.9999 * GREATEST_RANGE_KM


@dataclass(frozen=True, slots=True)
class Course:
    """Whence and whither a missile flies: latitude of the launch and bearing over ground, degrees."""

    lat: float
    bearing_deg: float


def course(launch: Claim | None, impact: Claim | None) -> Course | None:
    """Read the course of a flight from its places, or from the place of launch and a stated bearing.

    Parameters
    ----------
    launch, impact : Claim or None
        Located.

    Returns
    -------
    Course or None
        None when the launch has no point, or the places leave the direction open.
    """
    start = launch.location if launch else None
    if launch is None or start is None or start.lat is None or start.lon is None:
        return None
    end = impact.location if impact else None
    if end is not None and end.lat is not None and end.lon is not None:
        ends = start.lat, start.lon, end.lat, end.lon
        apart = geodesy.distance(*ends)
        is_clear = 0 < apart >= (start.uncertainty_km + end.uncertainty_km) / _UNSURE
        return Course(start.lat, geodesy.bearing(*ends)) if is_clear else None
    return None if launch.bearing_deg is None else Course(start.lat, launch.bearing_deg)


def distance_in_space_km(range_km: float, minutes: float, flown: Course) -> float:
    """Distance that an arc spans in space, as one over ground.

    Parameters
    ----------
    range_km : float
        Ground range, 0 <= km < half the circumference.
    minutes : float
        Time of flight.
    flown : Course
        From where and in which direction.

    Returns
    -------
    float
        km, below half the circumference.
    """
    angle, lat, azimuth = range_km / EARTH_RADIUS_KM, math.radians(flown.lat), math.radians(flown.bearing_deg)
    end = math.asin(math.sin(lat) * math.cos(angle) + math.cos(lat) * math.sin(angle) * math.cos(azimuth))
    east = math.atan2(
        math.sin(azimuth) * math.sin(angle) * math.cos(lat),
        math.cos(angle) - math.sin(lat) * math.sin(end),
    )
    east += TURN_RAD_MIN * minutes
    # Half the chord, which keeps its digits where the angle is small.
    half = math.sin((end - lat) / 2) ** 2 + math.cos(lat) * math.cos(end) * math.sin(east / 2) ** 2
    return min(2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half))), _FARTHEST_KM)


def free_flight_min(range_km: float, apogee_km: float, flown: Course | None) -> float:
    """Time of free flight over a ground range of the turning Earth.

    Parameters
    ----------
    range_km, apogee_km : float
        As in `ballistics.free_flight_min`.
    flown : Course or None
        None for an Earth that stands still.

    Returns
    -------
    float
        Minutes.

    Raises
    ------
    ValueError
        If the range or apogee is out of bounds.
    """
    minutes = ballistics.free_flight_min(range_km, apogee_km)
    if flown is None:
        return minutes
    for _ in range(_ROUNDS):
        before = minutes
        minutes = ballistics.free_flight_min(distance_in_space_km(range_km, before, flown), apogee_km)
        if abs(minutes - before) < _SETTLED_MIN:
            break
    return minutes


def implied_apogee_km(range_km: float, free_min: float, flown: Course | None) -> float | None:
    """Apogee at which free flight over the turning Earth takes a time: the inverse of `free_flight_min`.

    Parameters
    ----------
    range_km, free_min : float
        As in `ballistics.implied_apogee_km`.
    flown : Course or None
        None for an Earth that stands still.

    Returns
    -------
    float or None
        km; None when no arc over this range is so short or so long.

    Raises
    ------
    ValueError
        If the range is out of bounds.
    """
    if flown is None or free_min <= 0:
        return ballistics.implied_apogee_km(range_km, free_min)
    return ballistics.implied_apogee_km(distance_in_space_km(range_km, free_min, flown), free_min)
