"""Coordinates in a text: "57\u00b048' N, 23\u00b015' E", "57.80N 23.25E"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ANGLE = (
    r"(?P<{0}>\d{{1,3}}(?:\.\d+)?)\s?(?:\u00b0|\u00ba|deg\w*)?\s?(?:(?P<{0}_min>\d{{1,2}}(?:\.\d+)?)\s?['\u2032\u2019\u00b4]\s?)?"
    r"(?:(?P<{0}_sec>\d{{1,2}}(?:\.\d+)?)\s?(?:[\"\u2033\u201d]|''|\u2019\u2019)\s?)?(?P<{0}_side>{1})\b"
)
_NORTH, _EAST = _ANGLE.format("lat", "N(?:orth)?|S(?:outh)?"), _ANGLE.format("lon", "E(?:ast)?|W(?:est)?")
_PAIR = re.compile(rf"(?<![\w.])(?:{_NORTH}(?:,|\sand|,\sand)?\s{_EAST})", re.IGNORECASE)
_MINUTES, _SECONDS, _KM_A_DEGREE = 60, 3600, 111.0
_NORTHERNMOST, _EASTERNMOST = 90.0, 180.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A point that a text gives by its coordinates.

    Parameters
    ----------
    start, end : int
        Where it stands.
    lat, lon : float
        Degrees.
    half_step_km : float
        Half of the step to which it is told.
    """

    start: int
    end: int
    lat: float
    lon: float
    half_step_km: float


def spots(text: str) -> Iterator[Spot]:
    """Read the coordinates of a text.

    Parameters
    ----------
    text : str
        A report's.

    Yields
    ------
    Spot
        In the order of the text; impossible ones, and bare numbers without a sign of degrees or a fraction,
        are left out.
    """
    for match in _PAIR.finditer(text):
        if not re.search(r"[\u00b0\u00ba'\u2032\u2019.]|deg", match[0]):
            continue
        lat, lon = _degrees(match, "lat"), _degrees(match, "lon")
        if abs(lat) <= _NORTHERNMOST and abs(lon) <= _EASTERNMOST:
            yield Spot(*match.span(), lat, lon, _KM_A_DEGREE * _step(match) / 2)


def _degrees(match: re.Match[str], name: str) -> float:
    minutes, seconds = (float(match[f"{name}_{part}"] or 0) for part in ("min", "sec"))
    degrees = float(match[name]) + minutes / _MINUTES + seconds / _SECONDS
    return -degrees if match[f"{name}_side"][0].upper() in "SW" else degrees


def _step(match: re.Match[str]) -> float:
    """Step to which a latitude is told, degrees."""
    if match["lat_sec"]:
        return 1 / _SECONDS
    if match["lat_min"]:
        return 1 / _MINUTES
    return 10.0 ** -len(match["lat"].partition(".")[2])
