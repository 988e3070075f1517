"""Outlines of places, read from the layers in `geo/` one by one when they are asked for."""

from dataclasses import replace
from functools import lru_cache

import pyogrio
import shapely
from shapely.geometry.base import BaseGeometry

from sitmap import resources
from sitmap.geocode import store
from sitmap.geocode.parts import MARK, cut_part, part_of
from sitmap.model import Place


@lru_cache(maxsize=256)
def _feature(layer: str, fid: int) -> BaseGeometry:
    """One feature's outline, by its place in a FlatGeobuf layer."""
    _, _, geometries, _ = pyogrio.raw.read(resources.geo(layer), fids=[fid], columns=[])
    outline: BaseGeometry = shapely.from_wkb(geometries[0])
    return outline


def outline(entry: int) -> BaseGeometry | None:
    """Outline of an entry, None for a place without one."""
    where = store.gazetteer().outline_of(entry)
    return _feature(*where) if where else None


def whole(place: Place) -> Place:
    """A place with its outline, if it has one; the marker of a part moves into it."""
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
    area = cut_part(area, part)
    if shapely.is_empty(area):
        return place
    point = max(shapely.get_parts(area), key=shapely.area).representative_point()
    if not shapely.contains_xy(area, place.lon, place.lat):
        return replace(place, area=area, lat=round(point.y, 5), lon=round(point.x, 5))
    return replace(place, area=area)


def get(place_id: str) -> Place | None:
    """The place of an id, with its outline.

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
