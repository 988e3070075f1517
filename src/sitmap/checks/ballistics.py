r"""Free flight between two points of a spherical Earth: the two-body ballistic arc.

A body without thrust or drag moves on an ellipse with the Earth's centre in one focus. Let the arc
leave and meet the ground (radius :math:`R`) at a ground range :math:`s`, so at an angle
:math:`\theta = s / 2R` on either side of its apogee at height :math:`h`. With
:math:`r_a = R + h` the orbit equation at ground and apogee gives

.. math:: e = (r_a - R) / (r_a - R \cos\theta), \qquad a = r_a / (1 + e)

and Kepler's equation the time from ground to ground

.. math:: t = 2 \sqrt{a^3 / \mu}\, (\pi - E + e \sin E), \quad
          \tan(E/2) = \sqrt{(1 - e) / (1 + e)}\, \cot(\theta / 2).

Source: Bate, Mueller and White, *Fundamentals of Astrodynamics* (1971), chapter 6; Wheelon, "Free
flight of a ballistic missile", ARS Journal 29 (1959) 915-926.

Limits: the Earth does not turn (`turn` lets it). No oblateness, no drag, no powered flight. All times are
minutes, distances km.
"""

import math

#: Mean radius of the Earth (IUGG R1) and its gravitational parameter (WGS 84).
EARTH_RADIUS_KM = 6371.0088
GRAVITY_KM3_S2 = 398600.4418

#: Half of the Earth's circumference: no ground range is longer.
GREATEST_RANGE_KM = math.pi * EARTH_RADIUS_KM
#: Beyond this height the inverse does not search; the Moon is nearer than ten times it.
GREATEST_APOGEE_KM = 50_000.0

_HALVINGS = 60


def free_flight_min(range_km: float, apogee_km: float) -> float:
    """Time of free flight over a ground range with an apogee.

    Parameters
    ----------
    range_km : float
        Ground range, 0 <= km < half the circumference.
    apogee_km : float
        Greatest height above ground, above 0 km.

    Returns
    -------
    float
        Minutes.

    Raises
    ------
    ValueError
        If the range or apogee is out of bounds.
    """
    if not 0 <= range_km < GREATEST_RANGE_KM:
        raise ValueError(f"range {range_km} km: must lie between 0 and {GREATEST_RANGE_KM:,.0f} km")
    if not 0 < apogee_km < math.inf:
        raise ValueError(f"apogee {apogee_km} km: must be above 0 and finite")
    half_angle = range_km / (2 * EARTH_RADIUS_KM)
    top = EARTH_RADIUS_KM + apogee_km
    # r_a - R cos(theta), written so that it keeps its digits when both parts are small.
    depth = apogee_km + 2 * EARTH_RADIUS_KM * math.sin(half_angle / 2) ** 2
    eccentricity = apogee_km / depth
    semi_major = top / (1 + eccentricity)
    # pi - E, the eccentric anomaly counted from apogee; 1 - e = 2 R sin^2(theta / 2) / depth has
    # been put into its formula, so that a shot straight up (e = 1) is no special case.
    from_apogee = 2 * math.atan2(
        math.sqrt((depth + apogee_km) / (2 * EARTH_RADIUS_KM)), math.cos(half_angle / 2)
    )
    mean = from_apogee + eccentricity * math.sin(from_apogee)
    return 2 * math.sqrt(semi_major**3 / GRAVITY_KM3_S2) * mean / 60


def greatest_range_km(range_km: float, apogee_km: float) -> float:
    r"""Range that the speed of an arc would reach at the best angle.

    The speed at the ground, as :math:`Q = v^2 R / \mu`, follows from the arc by conservation of energy; the
    greatest range then from :math:`\sin(\theta / 2) = Q / (2 - Q)` (Bate, Mueller and White 1971, 6.2).

    Parameters
    ----------
    range_km, apogee_km : float
        As in `free_flight_min`.

    Returns
    -------
    float
        km, half the circumference where the speed is enough for any range.

    Raises
    ------
    ValueError
        If the range or apogee is out of bounds.
    """
    free_flight_min(range_km, apogee_km)
    half_angle = range_km / (2 * EARTH_RADIUS_KM)
    depth = apogee_km + 2 * EARTH_RADIUS_KM * math.sin(half_angle / 2) ** 2
    semi_major = (EARTH_RADIUS_KM + apogee_km) / (1 + apogee_km / depth)
    speed = 2 - EARTH_RADIUS_KM / semi_major
    if speed >= 1:
        return GREATEST_RANGE_KM
    return min(GREATEST_RANGE_KM, 2 * EARTH_RADIUS_KM * math.asin(speed / (2 - speed)))


def implied_apogee_km(range_km: float, free_min: float) -> float | None:
    """Apogee at which free flight over a range takes a time: the inverse of `free_flight_min`.

    Parameters
    ----------
    range_km : float
        Ground range, 0 <= km < half the circumference.
    free_min : float
        Minutes of free flight.

    Returns
    -------
    float or None
        km; None when no arc over this range is so short or, up to `GREATEST_APOGEE_KM`, so long.

    Raises
    ------
    ValueError
        If the range is out of bounds.
    """
    low, high = 1e-3, GREATEST_APOGEE_KM
    if not free_flight_min(range_km, low) <= free_min <= free_flight_min(range_km, high):
        return None
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if free_flight_min(range_km, middle) < free_min:
            low = middle
        else:
            high = middle
    return (low + high) / 2
