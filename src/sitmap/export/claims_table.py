"""Claims as one table, a row a claim, whatever its kind."""

from collections.abc import Mapping
from typing import Any

import geopandas as gpd
import pandas as pd

from sitmap import schema


def claims(layers: Mapping[str, gpd.GeoDataFrame]) -> gpd.GeoDataFrame:
    """Every claim, also those without a point.

    Parameters
    ----------
    layers : mapping of str to GeoDataFrame
        With the four marker layers.

    Returns
    -------
    GeoDataFrame
        `schema.CLAIM_COLUMNS` and a Point or None, (lon, lat), EPSG:4326. By kind in the order of
        `schema.MARKER_LAYER`, within a kind in the order of its layer.
    """
    columns = [column.name for column in schema.CLAIM_COLUMNS]
    frames = [layers[name] for name in schema.MARKER_LAYER.values()]
    # A layer without a row would have a say in the types of the columns.
    filled = [frame for frame in frames if len(frame)] or frames[:1]
    plain = [frame[columns].assign(geometry=frame.geometry.to_numpy()) for frame in filled]
    return gpd.GeoDataFrame(pd.concat(plain, ignore_index=True), geometry="geometry", crs=schema.CRS)


def plain(column: "pd.Series[Any]") -> list[Any]:
    """Values of Python's own types, None for null."""
    return [None if value is pd.NA else value for value in column.tolist()]
