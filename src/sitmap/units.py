"""Units that reports use, and their value in kilometres, minutes and degrees.

Definitions: the international nautical mile is 1,852 m (1929), the international mile 1,609.344 m and
the foot 0.3048 m (1959).
"""

from types import MappingProxyType

KM_PER_NAUTICAL_MILE = 1.852
KM_PER_MILE = 1.609344
KM_PER_FOOT = 0.0003048

#: The law's own distances (UNCLOS articles 3, 33 and 57), in km.
TERRITORIAL_SEA_KM = 12 * KM_PER_NAUTICAL_MILE
CONTIGUOUS_ZONE_KM = 24 * KM_PER_NAUTICAL_MILE
EEZ_KM = 200 * KM_PER_NAUTICAL_MILE

#: Eight compass points and their half points, degrees clockwise from true north.
COMPASS = MappingProxyType(
    {
        "north": 0.0,
        "north-northeast": 22.5,
        "northeast": 45.0,
        "east-northeast": 67.5,
        "east": 90.0,
        "east-southeast": 112.5,
        "southeast": 135.0,
        "south-southeast": 157.5,
        "south": 180.0,
        "south-southwest": 202.5,
        "southwest": 225.0,
        "west-southwest": 247.5,
        "west": 270.0,
        "west-northwest": 292.5,
        "northwest": 315.0,
        "north-northwest": 337.5,
    }
)


def rounding(value: float) -> float:
    """Half the step to which a stated number seems rounded.

    Reports round to 1, 5, 10, 50, 100, ...: half of the largest such step that divides the number,
    but never less than 2.5 % of the number nor more than 12.5 % of it. So "200 km" stands for
    175 to 225 km, "250 km" for 225 to 275 km and "1,180 km" for about 1,150 to 1,210 km.

    Parameters
    ----------
    value : float
        The number as stated, in any unit.

    Returns
    -------
    float
        Half width of the interval that the number stands for, same unit, at least 0.

    Examples
    --------
    >>> rounding(200)
    25.0
    >>> rounding(250)
    25.0
    >>> rounding(7000)
    500.0
    """
    magnitude = abs(value)
    if magnitude != round(magnitude):
        step = 0.1
    else:
        steps = (factor * 10.0**power for power in range(9) for factor in (1, 5))
        step = max((step for step in steps if magnitude % step == 0), default=1.0)
    return min(max(step / 2, 0.025 * magnitude), 0.125 * magnitude)
