"""What is here: the outlines that a point lies in, and the places nearest to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import shapely

from sitmap import geodesy
from sitmap.errors import PlaceError
from sitmap.geocode import outlines, store
from sitmap.model import Place

if TYPE_CHECKING:
    from scipy.spatial import KDTree

_NEAREST = 5
_ISLANDS = frozenset({"island", "reef"})
#: Feature types that have no place among the nearest: regions, whose point says little of where they are.
_REGIONS = frozenset({"country", "admin1", "area", "sea", "border", "mountains"})


@dataclass(frozen=True, slots=True)
class Near:
    """A place near a point.

    Parameters
    ----------
    place : Place
        Without its outline.
    distance_km : float
        Between its marker and the point.
    bearing_deg : float
        From its marker to the point, degrees clockwise from north: 270 says that the point lies west of
        the place.
    """

    place: Place
    distance_km: float
    bearing_deg: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """What is at a point; maritime zones are `sitmap.zones`' to say.

    Parameters
    ----------
    lat, lon : float
        The point, degrees.
    country, admin1 : Place or None
        The state whose outline holds the point, and its first-level division, by outline or, on an island
        too small for that, by the nearest place; None at sea and where no state is agreed.
    islands, areas, seas : tuple of Place
        Islands, named areas (Donbas), and waters (seas, straits, gulfs) that hold the point, the smallest
        first.
    nearest : tuple of Near
        Towns, airfields, ports and sites, the nearest first.
    """

    lat: float
    lon: float
    country: Place | None
    admin1: Place | None
    islands: tuple[Place, ...]
    areas: tuple[Place, ...]
    seas: tuple[Place, ...]
    nearest: tuple[Near, ...]


def here(lat: float, lon: float, *, nearest: int = _NEAREST) -> Here:
    """Say what is at a point.

    Outlines are Natural Earth's 1:10 m and the shoreline simplified: within a kilometre or two of a coast
    or a border the answer may be the neighbour's.

    Parameters
    ----------
    lat, lon : float
        Degrees.
    nearest : int
        How many of the nearest places to name.

    Returns
    -------
    Here

    Raises
    ------
    CoordinateError
        If the coordinate is impossible; says so when the two look swapped.
    PlaceError
        If `nearest` is less than 0.
    """
    geodesy.check(lat, lon)
    if nearest < 0:
        raise PlaceError(f"nearest {nearest}: ask for no place or for some")
    gazetteer = store.gazetteer()
    around = [gazetteer.place(entry) for entry in _around(lat, lon)]
    country = _first(around, "country", None)
    return Here(
        lat=lat,
        lon=lon,
        country=country,
        admin1=_division(lat, lon, around, country.country) if country else None,
        islands=tuple(place for place in around if place.type in _ISLANDS),
        areas=tuple(place for place in around if place.type not in _ISLANDS | {"country", "admin1", "sea"}),
        seas=tuple(place for place in around if place.type == "sea"),
        nearest=_nearest(lat, lon, nearest),
    )


def _first(around: Sequence[Place], kind: str, country: str | None) -> Place | None:
    """Smallest place of a type, of a given state unless that is None."""
    return next((p for p in around if p.type == kind and country in {None, p.country}), None)


def _division(lat: float, lon: float, around: Sequence[Place], country: str) -> Place | None:
    """Division of a given state that holds a point, or else that of the nearest place of it.

    The Golan Heights lie in a division of one source and in no state of the other; small islands are in
    the outline of their state and not in that of their division.
    """
    held = _first(around, "admin1", country)
    if held is not None:
        return held
    gazetteer = store.gazetteer()
    tree, entries = _spots()
    _, at = tree.query(_on_sphere(lat, lon), k=_NEAREST)
    near = [gazetteer.candidate(int(entries[i]), store.PRIMARY) for i in np.atleast_1d(at)]
    found = [one.admin1 for one in near if one.country == country and one.admin1 != store.NONE]
    return gazetteer.place(found[0]) if found else None


@cache
def _shapes() -> tuple[shapely.STRtree, npt.NDArray[np.intp], npt.NDArray[np.float64]]:
    """Every outline in a tree, the entry of each and its size in square degrees."""
    entries, shapes = outlines.every()
    return shapely.STRtree(shapes), entries, shapely.area(shapes)


def _around(lat: float, lon: float) -> list[int]:
    """Entries whose outlines hold a point, the smallest first."""
    tree, entries, sizes = _shapes()
    # The antimeridian has two names and a pole has many; an outline is drawn under one of them.
    lons = {lon, -lon} if abs(lon) == 180 else {lon}  # noqa: PLR2004 - the antimeridian
    points = [shapely.Point(side, lat) for side in lons]
    found = sorted({int(at) for point in points for at in tree.query(point, predicate="intersects")})
    return [int(entries[at]) for at in sorted(found, key=lambda at: (sizes[at], at))]


@cache
def _spots() -> "tuple[KDTree, npt.NDArray[np.intp]]":
    """Markers of all places that are no regions, as a tree over the unit sphere, and their entries."""
    from scipy.spatial import KDTree  # noqa: PLC0415 - it takes time that finding names does without

    gazetteer = store.gazetteer()
    entries = np.array(gazetteer.of_types(sorted(set(store.TYPES) - _REGIONS)))
    rows = gazetteer.rows(entries)
    return KDTree(_on_sphere(rows["lat"] / 1e5, rows["lon"] / 1e5), balanced_tree=False), entries


def _on_sphere(lats: npt.ArrayLike, lons: npt.ArrayLike) -> npt.NDArray[np.float64]:
    phi, lam = np.radians(lats), np.radians(lons)
    return np.stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)], axis=-1)


def _nearest(lat: float, lon: float, count: int) -> tuple[Near, ...]:
    """Nearest places by the ellipsoid, among somewhat more that are nearest on the sphere."""
    if not count:
        return ()
    tree, entries = _spots()
    gazetteer = store.gazetteer()
    _, at = tree.query(_on_sphere(lat, lon), k=min(count + 3, len(entries)))
    places = [gazetteer.place(int(entries[i])) for i in np.atleast_1d(at)]
    near = [
        Near(
            place,
            round(geodesy.distance(place.lat, place.lon, lat, lon), 2),
            round(geodesy.bearing(place.lat, place.lon, lat, lon), 1),
        )
        for place in places
    ]
    return tuple(sorted(near, key=lambda one: one.distance_km)[:count])
