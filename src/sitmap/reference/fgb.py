"""Write a layer as FlatGeobuf: one file that GIS programs open as it lies, the same bytes each time."""

from pathlib import Path

import geopandas as gpd


def write(frame: gpd.GeoDataFrame, path: Path, *, index: bool = True) -> None:
    """Write a layer, replacing the old file in one step.

    Parameters
    ----------
    frame : GeoDataFrame
        EPSG:4326.
    path : Path
        Ends in ".fgb".
    index : bool
        With a spatial index, which reorders the rows.
    """
    part = path.with_suffix(".part.fgb")
    frame.to_file(
        part,
        layer=path.stem,
        driver="FlatGeobuf",
        engine="pyogrio",
        SPATIAL_INDEX="YES" if index else "NO",
    )
    part.replace(path)
