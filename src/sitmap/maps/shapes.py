"""Geometry of the layers as the drawing reads it: simplified to what a screen shows, rounded, GeoJSON."""

from collections.abc import Iterable, Mapping
from typing import Any

import geopandas as gpd
import shapely
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from sitmap import schema

#: Decimals of a degree: 0.001 is about 100 m, less than a pixel at the closest zoom but one.
_DECIMALS = 3
#: Vertices dropped within this share of the shape's diagonal, degrees, and at most so far.
_SHARE, _COARSEST_DEG = 1 / 2500, 0.02
#: Longitude from which a part is taken to end at the antimeridian.
_EDGE = 179.9999
#: Boundary lines are estimates good to kilometres.
_LINE_DEG = 0.005


def collections(
    layers: Mapping[str, gpd.GeoDataFrame], zone_views: gpd.GeoDataFrame | None = None
) -> dict[str, dict[str, Any]]:
    """GeoJSON of areas, tracks and zone boundaries, with only the properties that the drawing needs.

    Parameters
    ----------
    layers : mapping of str to GeoDataFrame
        As `schema.LAYERS` has them; missing layers are left out.
    zone_views : GeoDataFrame, optional
        Boundaries of all views, as `Product.zone_views`, in place of those as held.

    Returns
    -------
    dict
        Layer name -> FeatureCollection; features without a geometry are left out.
    """
    made = {name: _areas(layers[name]) for name in (*schema.AREA_LAYER.values(), "origin_areas")}
    made["tracks"] = _collection(
        _feature(_joined(line), claims=[row["claim_id"]]) for row, line in _features(layers["tracks"])
    )
    made["zone_boundaries"] = _collection(
        _feature(
            _joined(line).simplify(_LINE_DEG),
            label=row["label"],
            kind=row["kind"],
            disputed=bool(row["disputed"]),
            views=list(row.get("views", ())),
        )
        for row, line in _features(layers["zone_boundaries"] if zone_views is None else zone_views)
    )
    return made


def _areas(frame: gpd.GeoDataFrame) -> dict[str, Any]:
    """Make one feature a shape: claims of the same area share it, so that it is hatched once."""
    shared: dict[tuple[bytes, bool], tuple[BaseGeometry, list[str]]] = {}
    for claim_id, area_type, area in zip(frame["claim_id"], frame["area_type"], frame.geometry, strict=True):
        if area is None or area.is_empty:
            continue
        outline = area_type == "outline"
        shared.setdefault((area.wkb, outline), (area, []))[1].append(claim_id)
    return _collection(
        _feature(_thin(area), claims=claims, is_place=outline)
        for (_, outline), (area, claims) in shared.items()
    )


def _features(frame: gpd.GeoDataFrame) -> Iterable[tuple[dict[str, Any], BaseGeometry]]:
    return (
        (row, geometry)
        for row, geometry in zip(schema.records(frame), frame.geometry, strict=True)
        if geometry is not None and not geometry.is_empty
    )


def _thin(area: BaseGeometry) -> BaseGeometry:
    """Simplify an area by its size; islands too small to see at that size are left out."""
    area = _joined(area)
    west, south, east, north = area.bounds
    tolerance = min(_COARSEST_DEG, _SHARE * (east - west + north - south))
    thin = shapely.make_valid(area.simplify(tolerance))
    kept = [
        part
        for part in shapely.get_parts(shapely.get_parts(thin))
        if part.geom_type == "Polygon" and part.area > tolerance**2
    ]
    return shapely.MultiPolygon(kept) if kept else area


def _joined(geometry: BaseGeometry) -> BaseGeometry:
    """Put together what is cut at the antimeridian, so that no seam is drawn: longitudes run past 180."""
    west, _, east, _ = geometry.bounds
    if west > -_EDGE or east < _EDGE:
        return geometry
    parts = shapely.get_parts(geometry)
    beyond = [shapely.bounds(part)[0] <= -_EDGE for part in parts]
    moved = [translate(part, xoff=360.0) if over else part for part, over in zip(parts, beyond, strict=True)]
    joined = shapely.union_all(moved)
    return shapely.line_merge(joined) if joined.geom_type == "MultiLineString" else joined


def _feature(geometry: BaseGeometry, **properties: object) -> dict[str, Any]:
    shape = shapely.set_precision(geometry, 10**-_DECIMALS, mode="pointwise")
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": _rounded(shapely.geometry.mapping(shape)),
    }


def _rounded(value: Any) -> Any:  # noqa: ANN401 - GeoJSON nests at any depth
    if isinstance(value, float):
        return round(value, _DECIMALS)
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    return [_rounded(item) for item in value] if isinstance(value, (list, tuple)) else value


def _collection(features: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}
