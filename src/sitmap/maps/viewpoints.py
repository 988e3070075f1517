"""Whose boundaries the reader can choose between."""

import geopandas as gpd

from sitmap import words
from sitmap.model import DE_FACTO


def viewpoints(boundaries: gpd.GeoDataFrame | None) -> list[list[str]]:
    """List the views that draw some of the boundaries otherwise than the rest.

    Parameters
    ----------
    boundaries : GeoDataFrame, optional
        As `Product.zone_views`.

    Returns
    -------
    list of list of str
        Pairs of a view and its words: those as held first, then states by their names.
    """
    said = words.table("zone_view")
    found = set() if boundaries is None else {view for views in boundaries["views"] for view in views}
    names = words.country_names()
    states = sorted((names.get(view, view), view) for view in found - {DE_FACTO})
    return [[DE_FACTO, said["held"]], *([view, said["claimed"].format(state=name)] for name, view in states)]
