"""The line that two states share, drawn from their outlines."""

from functools import lru_cache

import shapely

from sitmap import antimeridian, geodesy
from sitmap.geocode import store
from sitmap.geocode.fold import fold
from sitmap.geocode.outlines import country, whole
from sitmap.model import Place

#: Half the width of the strip that stands for a border, degrees of latitude: some 5 km.
_STRIP_DEG = 0.045


def shared(one: Place, other: Place) -> Place | None:
    """Border of two states: the gazetteer's own where it has it, else what their outlines share.

    Parameters
    ----------
    one, other : Place
        Any two places.

    Returns
    -------
    Place or None
        A border without a country, whose marker lies on the line; None when they are not two states that
        touch.
    """
    if one.type != "country" or other.type != "country" or one.country == other.country:
        return None
    first, second = sorted((one, other), key=lambda place: place.country)
    return _named(first, second) or _drawn(first.country, second.country)


def _named(one: Place, other: Place) -> Place | None:
    gazetteer = store.gazetteer()
    for name in (f"{one.name}-{other.name} border", f"{other.name}-{one.name} border"):
        for candidate in gazetteer.candidates(fold(name)):
            if candidate.type == "border":
                return whole(gazetteer.place(candidate.entry))
    return None


@lru_cache(maxsize=64)
def _drawn(first: str, second: str) -> Place | None:
    one, other = country(first), country(second)
    if one is None or other is None or one.area is None or other.area is None:
        return None
    line = shapely.intersection(shapely.boundary(one.area), shapely.boundary(other.area))
    if shapely.is_empty(line) or not line.length:
        return None
    point = shapely.get_point(shapely.shortest_line(line, shapely.centroid(line)), 0)
    ends = shapely.get_coordinates(line)
    reach = max(geodesy.distance(point.y, point.x, lat, lon) for lon, lat in ends.tolist())
    return Place(
        place_id=f"sitmap:border/{first}-{second}",
        name=f"{one.name}-{other.name} border",
        type="border",
        country="",
        lat=round(point.y, 5),
        lon=round(point.x, 5),
        extent_km=round(reach, 1),
        area=antimeridian.cut(shapely.buffer(line, _STRIP_DEG)),
    )
