"""Whether one place lies within another."""

import shapely

from sitmap.model import Location, Place


def contains(outer: Location | None, inner: Location | None) -> bool:
    """Whether the place of `inner` lies within that of `outer`, and is not the same.

    A country contains its places and a division those that the gazetteer puts in it; any area
    contains what lies inside its outline.

    Parameters
    ----------
    outer, inner : Location or None
        Of two claims; a missing place neither contains nor is contained.

    Returns
    -------
    bool
    """
    whole = outer.place if outer else None
    part = inner.place if inner else None
    if whole is None or part is None or whole.place_id == part.place_id or part.type == "country":
        return False
    if whole.type == "country":
        return (bool(whole.country) and whole.country == part.country) or _covers(whole, part)
    if whole.type == "admin1" and part.admin1:
        return part.type != "admin1" and (part.country, part.admin1) == (whole.country, whole.name)
    return _covers(whole, part)


def _covers(whole: Place, part: Place) -> bool:
    if whole.area is None or not shapely.contains_xy(whole.area, part.lon, part.lat):
        return False
    return part.area is None or part.area.area < whole.area.area
