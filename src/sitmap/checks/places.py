"""Whether one place lies within another."""

import shapely

from sitmap.model import Location, Place


def contains(outer: Location | None, inner: Location | None) -> bool:
    """Whether the place of `inner` lies within that of `outer`, and is not the same.

    A country contains its own places, never another's, and a division those that the gazetteer puts in it;
    any area contains what lies inside its outline.

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
    if whole.type == "country" and whole.country and part.country:
        return whole.country == part.country
    return _files_under(whole, part) or _covers(whole, part)


def _files_under(division: Place, part: Place) -> bool:
    """Whether the gazetteer puts a place in a division, or in a county of its name: "Province of Palawan"."""
    if division.type != "admin1" or part.type == "admin1" or part.country != division.country:
        return False
    return division.name == part.admin1 or f" {division.name} " in f" {part.admin2} "


def _covers(whole: Place, part: Place) -> bool:
    if whole.area is None or not shapely.contains_xy(whole.area, part.lon, part.lat):
        return False
    return part.area is None or part.area.area < whole.area.area
