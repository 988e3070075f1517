"""Zones and their boundaries in a window of the map, as layers."""

import math

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pyogrio
import shapely

from sitmap import resources, schema
from sitmap.errors import ZoneError
from sitmap.zones import by_view

Bounds = tuple[float, float, float, float]

# No vertex moves by more than one of so many parts of the view's width: what is drawn stays true when a
# reader zooms in three times or so.
_PARTS = 10_000
# Areas are thinned by the size of the triangle at a vertex, which leaves more vertices than a distance does:
# so many times coarser, their edges look as fine as the lines.
_AREA_SHARE = 2.0
_MAX_LON, _MAX_LAT = 180.0, 90.0

# What needs no part taken out to be of one type.
_ALIKE = {
    shapely.GeometryType.POLYGON: [shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON],
    shapely.GeometryType.LINESTRING: [shapely.GeometryType.LINESTRING, shapely.GeometryType.MULTILINESTRING],
}

# Widest view, in degrees, in which the 12-mile limit can be told from the coast.
_WIDEST = 60.0

# A tenth of a metre: an edge a hair off a round degree breaks the arithmetic of clipping.
_DECIMALS = 6


def _boxes(bounds: Bounds) -> list[shapely.Polygon]:
    """Split the view into boxes: two when it crosses the antimeridian."""
    west, south, east, north = (round(value, _DECIMALS) for value in bounds)
    if not all(map(math.isfinite, bounds)):
        raise ZoneError(f"bounds {bounds}: give four finite numbers (west, south, east, north)")
    if not -_MAX_LAT <= south < north <= _MAX_LAT:
        raise ZoneError(f"bounds {bounds}: south must be less than north, both between -90 and 90")
    if not (abs(west) <= _MAX_LON and abs(east) <= _MAX_LON and west != east):
        raise ZoneError(
            f"bounds {bounds}: west and east must differ and lie between -180 and 180; "
            "west greater than east means a view over the antimeridian"
        )
    spans = [(west, east)] if west < east else [(west, _MAX_LON), (-_MAX_LON, east)]
    return [shapely.box(left, south, right, north) for left, right in spans if left < right]


def _read(layer: str, boxes: list[shapely.Polygon]) -> gpd.GeoDataFrame:
    """Features of a file in `geo/zones/` that may reach into some boxes, whole."""
    where = _shown(layer, _width(boxes))
    window = tuple(shapely.MultiPolygon(boxes).bounds)
    return pyogrio.read_dataframe(resources.geo("zones", f"{layer}.fgb"), bbox=window, where=where)


def _width(boxes: list[shapely.Polygon]) -> float:
    return float(sum(box.bounds[2] - box.bounds[0] for box in boxes))


def _clipped(
    found: gpd.GeoDataFrame, boxes: list[shapely.Polygon], kept: shapely.GeometryType
) -> gpd.GeoDataFrame:
    """Features within some boxes, no finer than a view of them shows, only parts of one type kept."""
    window, width = shapely.MultiPolygon(boxes), _width(boxes)
    # What only touches the view leaves a point or a line there.
    clipped = _only(kept, shapely.intersection(found.geometry.to_numpy(), window))
    found, clipped = found[~shapely.is_empty(clipped)], clipped[~shapely.is_empty(clipped)]
    if kept == shapely.GeometryType.POLYGON:
        # Zones lose the same vertices on either side of a common edge.
        thin = shapely.coverage_simplify(clipped, _AREA_SHARE * width / _PARTS)
    else:
        thin = shapely.simplify(clipped, width / _PARTS)
    shapes = shapely.set_precision(thin, _grid(width), mode="pointwise")
    broken = ~shapely.is_valid(shapes)
    shapes[broken] = shapely.make_valid(shapes[broken], method="structure", keep_collapsed=False)
    shapes = _only(kept, shapes)
    found = found.set_geometry(gpd.GeoSeries(shapes, index=found.index, crs=schema.CRS))
    return found[~found.geometry.is_empty]


def _grid(width: float) -> float:
    """Round coordinates to this, a decimal fraction of a degree well below what a view can show."""
    return float(10.0 ** -math.ceil(1 - math.log10(width / _PARTS)))


def _shown(layer: str, width: float) -> str | None:
    """Condition that leaves out the lines that a view is too wide to show."""
    return "kind <> 'territorial'" if layer != "eez" and width > _WIDEST else None


def _only(kept: shapely.GeometryType, shapes: npt.NDArray[np.object_]) -> npt.NDArray[np.object_]:
    """Parts of one type of each shape."""
    found = shapes.copy()
    for index in np.flatnonzero(~np.isin(shapely.get_type_id(shapes), _ALIKE[kept])).tolist():
        parts = shapely.get_parts(shapes[index])
        found[index] = shapely.union_all(parts[shapely.get_type_id(parts) == kept])
    return found


def in_view(bounds: Bounds) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Exclusive economic zones and their boundaries within a view.

    Parameters
    ----------
    bounds : tuple of float
        (west, south, east, north) in degrees; west > east for a view over the antimeridian.

    Returns
    -------
    zones, boundaries : GeoDataFrame
        The layers `zones` and `zone_boundaries` of `schema.LAYERS`, clipped to the view and no
        finer than it can show: 12-mile limits only in views up to 60 degrees wide.

    Raises
    ------
    ZoneError
        If the bounds are impossible.
    ResourceError
        If the layers are missing.
    """
    boxes = _boxes(bounds)
    zones = _clipped(_read("eez", boxes), boxes, shapely.GeometryType.POLYGON)
    lines = _clipped(_read("boundaries", boxes), boxes, shapely.GeometryType.LINESTRING)
    return (
        schema.frame("zones", zones.to_dict("records"), zones.geometry),
        schema.frame("zone_boundaries", lines.to_dict("records"), lines.geometry),
    )


def in_views(bounds: Bounds) -> gpd.GeoDataFrame:
    """Boundaries within a view of the map, as every state's view of disputed features draws them.

    Parameters
    ----------
    bounds : tuple of float
        As of `in_view`.

    Returns
    -------
    GeoDataFrame
        The layer `zone_boundaries` of `schema.LAYERS` with a column `views`, a tuple: () where all draw the
        line, else `de facto` and states whose view is another somewhere in the bounds, those that draw it.

    Raises
    ------
    ZoneError
        If the bounds are impossible.
    ResourceError
        If the layers are missing.
    """
    boxes = _boxes(bounds)
    lines = by_view.joined(_read("boundaries", boxes), _read("boundaries_by_view", boxes))
    lines = _clipped(lines, boxes, shapely.GeometryType.LINESTRING)
    made = schema.frame("zone_boundaries", lines.drop(columns="views").to_dict("records"), lines.geometry)
    return made.assign(views=lines["views"].to_list())
