"""Outlines of places, read from the layers in `geo/` one by one when they are asked for."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from sitmap import resources
from sitmap.geocode import store
from sitmap.geocode.parts import MARK, cut_part, part_of
from sitmap.model import Place


@lru_cache(maxsize=256)
def _feature(layer: str, fid: int) -> BaseGeometry:
    """One feature's outline, by its place in a FlatGeobuf layer."""
    import pyogrio  # noqa: PLC0415 - it brings geopandas, which finding names does without

    _, _, geometries, _ = pyogrio.raw.read(resources.geo(layer), fids=[fid], columns=[])
    outline: BaseGeometry = shapely.from_wkb(geometries[0])
    return outline


def outline(entry: int) -> BaseGeometry | None:
    """Outline of an entry, None for a place without one."""
    where = store.gazetteer().outline_of(entry)
    return _feature(*where) if where else None


def whole(place: Place) -> Place:
    """Give a place its outline, if it has one; the marker of a part moves into it."""
    if place.area is not None:
        return place
    base, _, part = place.place_id.rpartition(MARK)
    entry = store.gazetteer().find(place.place_id)
    if entry is not None:
        return replace(place, area=outline(entry))
    entry = store.gazetteer().find(base)
    area = outline(entry) if entry is not None else None
    if area is None:
        return place
    cut = cut_part(area, part)
    if cut is None:
        return place
    side, (lat, lon) = cut
    return replace(place, area=side, lat=lat, lon=lon)


def on_land(points: Sequence[tuple[float, float]]) -> npt.NDArray[np.bool_]:
    """Whether points lie on land, lakes counted as land.

    Parameters
    ----------
    points : sequence of tuple of float
        (lat, lon), degrees.

    Returns
    -------
    ndarray of bool, shape (n,)
    """
    import pyogrio  # noqa: PLC0415 - as above

    lats, lons = np.array(points).T
    dry = np.zeros(len(points), dtype=bool)
    for side in (lons < 0, lons >= 0):
        if not side.any():
            continue
        box = (lons[side].min(), lats[side].min(), lons[side].max(), lats[side].max())
        _, _, geometries, _ = pyogrio.raw.read(resources.geo("countries.fgb"), bbox=box, columns=[])
        for land in shapely.from_wkb(geometries):
            dry |= side & shapely.contains_xy(land, lons, lats)
    return dry


def home(place: Place) -> tuple[float, float]:
    """Marker of the country that a place lies in, as (lat, lon); its own where there is none."""
    gazetteer = store.gazetteer()
    entry = gazetteer.country(place.country) if place.country else None
    if entry is None:
        return place.lat, place.lon
    state = gazetteer.place(entry)
    return state.lat, state.lon


@lru_cache(maxsize=256)
def country(iso3: str) -> Place | None:
    """Look up a country by its ISO alpha-3 code, with its outline; None when there is none."""
    entry = store.gazetteer().country(iso3)
    return whole(store.gazetteer().place(entry)) if entry is not None else None


def get(place_id: str) -> Place | None:
    """Look up the place of an id, with its outline.

    Parameters
    ----------
    place_id : str
        As `Place.place_id` has it; "geonames:2453866/north" is a compass part.

    Returns
    -------
    Place or None
        None when there is no such place.
    """
    gazetteer = store.gazetteer()
    entry = gazetteer.find(place_id)
    if entry is not None:
        return whole(gazetteer.place(entry))
    base, _, part = place_id.rpartition(MARK)
    entry = gazetteer.find(base) if base else None
    if entry is None:
        return None
    try:
        return whole(part_of(gazetteer.place(entry), part))
    except KeyError:
        return None


def every() -> tuple[npt.NDArray[np.intp], npt.NDArray[np.object_]]:
    """Outline of every entry that has one.

    Returns
    -------
    tuple of ndarray, shape (n,)
        Entries, and their polygons.
    """
    import pyogrio  # noqa: PLC0415 - as above

    gazetteer = store.gazetteer()
    shapes = {}
    for layer in store.LAYERS:
        _, fids, geometries, _ = pyogrio.raw.read(resources.geo(layer), columns=[], return_fids=True)
        shapes.update(
            {(layer, int(fid)): at for fid, at in zip(fids, shapely.from_wkb(geometries), strict=True)}
        )
    found = []
    for entry in range(len(gazetteer)):
        where = gazetteer.outline_of(entry)
        if where is None:
            break
        found.append(shapes[where])
    return np.arange(len(found)), np.array(found, dtype=object)
