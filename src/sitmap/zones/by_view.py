"""Boundaries as held, and what the views of states make of them, joined to one set of lines."""

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from sitmap.model import DE_FACTO

#: Columns that tell one boundary from another.
_OWN = ["boundary_id", "kind", "disputed"]
#: A segment as bytes: the four numbers of its ends.
_SEGMENT = np.dtype((np.void, 4 * np.dtype(float).itemsize))

Keys = npt.NDArray[np.void]


def joined(held: gpd.GeoDataFrame, differing: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Cut boundaries where views part, and say of each piece which views draw it.

    Parameters
    ----------
    held : GeoDataFrame
        In the columns of `boundaries.fgb`.
    differing : GeoDataFrame
        In those of `boundaries_by_view.fgb`.

    Returns
    -------
    GeoDataFrame
        The columns of `held` and `views`, a tuple of those that draw a line, () for all.
    """
    everyone = (DE_FACTO, *sorted(set(differing["view"])))
    left_out = dict(list(differing[~differing["drawn"].astype(bool)].groupby(_OWN)))
    rows, shapes = [], []
    for row, line in zip(held.drop(columns="geometry").to_dict("records"), held.geometry, strict=True):
        gone = left_out.get(tuple(row[name] for name in _OWN))
        for views, shape in [((), line)] if gone is None else _parted(line, gone, everyone):
            rows.append(row | {"views": views})
            shapes.append(shape)
    drawn = differing[differing["drawn"].astype(bool)]
    rows += [row | {"views": (row["view"],)} for row in drawn.to_dict("records")]
    columns = [*held.columns.drop("geometry"), "views"]
    frame = pd.DataFrame(rows, columns=columns)
    return gpd.GeoDataFrame(frame, geometry=[*shapes, *drawn.geometry], crs=held.crs)


def _parted(
    line: shapely.Geometry, gone: gpd.GeoDataFrame, everyone: tuple[str, ...]
) -> list[tuple[tuple[str, ...], shapely.Geometry]]:
    """Parts of a line with the views that draw each; () where all do."""
    ends, keys = segments(line)
    drawn = np.ones((len(keys), len(everyone)), dtype=bool)
    for view, shape in zip(gone["view"], gone.geometry, strict=True):
        drawn[:, everyone.index(view)] &= ~np.isin(keys, segments(shape)[1])
    patterns, pattern = np.unique(drawn, axis=0, return_inverse=True)
    found = []
    for number, by in enumerate(patterns):
        views = () if by.all() else tuple(view for view, on in zip(everyone, by.tolist(), strict=True) if on)
        merged = shapely.line_merge(shapely.multilinestrings(shapely.linestrings(ends[pattern == number])))
        found.append((views, merged))
    return found


def segments(shape: shapely.Geometry) -> tuple[npt.NDArray[np.float64], Keys]:
    """Segments of lines, with a key for each.

    Parameters
    ----------
    shape : Geometry
        LineString or MultiLineString.

    Returns
    -------
    ends : ndarray
        Shape ``(n, 2, 2)``: two vertices each, as in the line.
    keys : ndarray of void
        Shape ``(n,)``, the same whichever way the line runs.
    """
    coordinates, part = shapely.get_coordinates(shapely.get_parts(shape), return_index=True)
    within = part[1:] == part[:-1]
    ends = np.stack([coordinates[:-1][within], coordinates[1:][within]], axis=1)
    (west, south), (east, north) = ends[:, 0].T, ends[:, 1].T
    backwards = (west > east) | ((west == east) & (south > north))
    ordered = np.where(backwards[:, None, None], ends[:, ::-1], ends)
    return ends, np.ascontiguousarray(ordered).reshape(len(ends), 4).view(_SEGMENT).ravel()
