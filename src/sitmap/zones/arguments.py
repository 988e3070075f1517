"""What a zone query may be asked with."""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from sitmap import geodesy, units
from sitmap.errors import CoordinateError, ZoneError
from sitmap.model import DE_FACTO
from sitmap.zones.ellipsoid import Floats

#: Outer limits by the name that queries use, km from the baseline.
LIMITS: Mapping[str, float] = MappingProxyType(
    {
        "territorial": units.TERRITORIAL_SEA_KM,
        "contiguous": units.CONTIGUOUS_ZONE_KM,
        "eez": units.EEZ_KM,
    }
)

_MAX_LAT, _MAX_LON = 90.0, 180.0
_ISO_LENGTH = 3


def reach_of(limit: str) -> float:
    """Outer limit in km by its name.

    Raises
    ------
    ZoneError
        If it is not known.
    """
    if limit not in LIMITS:
        raise ZoneError(f"limit {limit!r} is not known: give one of {', '.join(LIMITS)}")
    return LIMITS[limit]


def check_state(code: str) -> None:
    """Refuse what is no ISO 3166-1 alpha-3 code by its form.

    Raises
    ------
    ZoneError
        If it is not three capital letters.
    """
    if not _looks_like_state(code):
        raise ZoneError(f"state {code!r} is not known: give an ISO alpha-3 code such as JPN")


def _looks_like_state(code: str) -> bool:
    return len(code) == _ISO_LENGTH and code.isascii() and code.isalpha() and code.isupper()


def view_of(view: str, claimants: frozenset[str]) -> str:
    """View that answers for the one asked for: a state that disputes nothing sees what all see.

    Parameters
    ----------
    view : str
        `de facto`, or the ISO alpha-3 of a state.
    claimants : frozenset of str
        States with a view of their own.

    Raises
    ------
    ZoneError
        If it is neither.
    """
    if view != DE_FACTO and not _looks_like_state(view):
        raise ZoneError(
            f"view {view!r} is not known: give {DE_FACTO!r} or the ISO alpha-3 code of a state; "
            f"those with a view of their own are {', '.join(sorted(claimants))}"
        )
    return view if view in claimants else DE_FACTO


def coordinates(lats: npt.ArrayLike, lons: npt.ArrayLike) -> tuple[Floats, Floats]:
    """Coordinates as two arrays of one length, each of them possible.

    Parameters
    ----------
    lats, lons : array_like
        Degrees, shape ``(n,)``.

    Raises
    ------
    ZoneError
        If one is not; names the index of the first.
    """
    lat = np.asarray(lats, dtype=np.float64)
    lon = np.asarray(lons, dtype=np.float64)
    if lat.ndim != 1 or lat.shape != lon.shape:
        raise ZoneError(f"lats {lat.shape} and lons {lon.shape}: give one row of each, of one length")
    # Not a number compares false, so it is wrong too.
    wrong = ~((np.abs(lat) <= _MAX_LAT) & (np.abs(lon) <= _MAX_LON))
    if wrong.any():
        index = int(np.flatnonzero(wrong)[0])
        try:
            geodesy.check(float(lat[index]), float(lon[index]))
        except CoordinateError as error:
            raise ZoneError(f"point {index} of {len(lat)}: {error}") from error
    return lat, lon
