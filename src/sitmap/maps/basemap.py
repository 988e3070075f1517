"""The base that every situation stands on: land, borders and names, compact enough to travel with the map.

Lines are delta-coded: ``[x, y, dx, dy, ...]`` in units of 1/scale degree, which JSON holds in a third of
the room that coordinates take.
"""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar

import geopandas as gpd
import numpy as np
import shapely
from shapely.coords import CoordinateSequence
from shapely.geometry.base import BaseGeometry

from sitmap import resources

#: Units a degree: 0.01 (1 km) for the world, 0.001 (0.1 km) round the claims.
_WORLD_SCALE, _DETAIL_SCALE = 100, 1000
#: Zoom level up to which towns belong to the world; smaller ones come with the detail.
_WORLD_TOWN_ZOOM = 6
#: Half height of the window of fine detail round a claim, degrees, and the vertices that all may have.
_WINDOW_DEG = 4.0
_DETAIL_VERTICES = 25_000
#: Tolerances tried for the detail, finest first, degrees.
_TOLERANCES = (0.0, 0.01, 0.02, 0.04)
#: Towns named round each claim, most important first.
_TOWNS = 120

_Shape = TypeVar("_Shape", bound=BaseGeometry)
Window = tuple[float, float, float, float]


@cache
def world() -> dict[str, Any]:
    """Land, borders and names of the whole world.

    Returns
    -------
    dict
        ``scale``; ``polygons``: a list of rings each; ``borders`` and ``disputed``: lines; ``countries``:
        ``[name, lat, lon, min zoom, ISO alpha-3]``; ``seas``: ``[name, lat, lon, min zoom, kind]``;
        ``towns``: ``[name, lat, lon, min zoom, capital]``. Treat it as read-only: it is cached.
    """
    land = gpd.read_file(resources.geo("basemap", "land_50m.fgb"))
    borders = gpd.read_file(resources.geo("basemap", "borders_50m.fgb"))
    return {
        "scale": _WORLD_SCALE,
        "polygons": _polygons(land.geometry, _WORLD_SCALE),
        "borders": _lines(borders.geometry[~borders["disputed"]], _WORLD_SCALE),
        "disputed": _lines(borders.geometry[borders["disputed"]], _WORLD_SCALE),
        "countries": [_label(item, "iso") for item in _labels("countries")],
        "seas": [_label(item, "kind") for item in _labels("seas")],
        "towns": [
            _label(item, "capital")
            for item in _labels("towns")
            if item["properties"]["min_zoom"] <= _WORLD_TOWN_ZOOM
        ],
    }


def detail(windows: Iterable[Window]) -> dict[str, Any] | None:
    """Finer land, borders and towns inside some windows.

    Parameters
    ----------
    windows : iterable of tuple
        (west, south, east, north), degrees, none across the antimeridian; they may overlap.

    Returns
    -------
    dict or None
        As `world`, with ``area``, the rings of what it covers, and ``coast``, its shore lines; None
        without a window.
    """
    area = shapely.union_all([shapely.box(*window) for window in windows])
    if area.is_empty:
        return None
    land, coast, borders, disputed = _fitting(area)
    return {
        "scale": _DETAIL_SCALE,
        "area": [_delta(part.exterior.coords, _DETAIL_SCALE) for part in shapely.get_parts(area)],
        "polygons": _polygons(land, _DETAIL_SCALE),
        "coast": _lines(coast, _DETAIL_SCALE),
        "borders": _lines(borders, _DETAIL_SCALE),
        "disputed": _lines(disputed, _DETAIL_SCALE),
        "towns": _towns(area),
    }


def window(lat: float, lon: float) -> Window:
    """Window of fine detail round a point, cut at the antimeridian and the poles."""
    half_width = _WINDOW_DEG / max(float(np.cos(np.radians(lat))), 0.25)
    return (
        max(lon - half_width, -180.0),
        max(lat - _WINDOW_DEG, -90.0),
        min(lon + half_width, 180.0),
        min(lat + _WINDOW_DEG, 90.0),
    )


def _fitting(area: BaseGeometry) -> tuple[list[BaseGeometry], ...]:
    """Land, coast, borders and disputed borders inside an area, as fine as the budget of vertices allows."""
    land = _read("land_10m.fgb", area).geometry
    borders = _read("borders_10m.fgb", area)
    layers: tuple[list[BaseGeometry], ...] = ()
    for tolerance in _TOLERANCES:
        shores = [_thin(geometry, tolerance) for geometry in land]
        clipped = [shore.intersection(area) for shore in shores]
        coast = [shore.boundary.intersection(area) for shore in shores]
        lines = [_thin(geometry, tolerance).intersection(area) for geometry in borders.geometry]
        pairs = list(zip(lines, borders["disputed"], strict=True))
        agreed = [line for line, disputed in pairs if not disputed]
        layers = (clipped, coast, agreed, [line for line, disputed in pairs if disputed])
        if (
            sum(int(shapely.get_num_coordinates(layer).sum()) for layer in layers if layer)
            <= _DETAIL_VERTICES
        ):
            break
    return layers


def _read(name: str, area: BaseGeometry) -> gpd.GeoDataFrame:
    return gpd.read_file(resources.geo("basemap", name), bbox=area.bounds)


def _thin(geometry: BaseGeometry, tolerance: float) -> BaseGeometry:
    return shapely.make_valid(geometry.simplify(tolerance)) if tolerance else geometry


def _polygons(geometries: Iterable[BaseGeometry], scale: int) -> list[list[list[int]]]:
    found = []
    for part in _parts(geometries, shapely.Polygon):
        rings = [_delta(ring.coords, scale) for ring in (part.exterior, *part.interiors)]
        if len(rings[0]) >= 8:  # noqa: PLR2004 - four points, the least that closes
            found.append(rings)
    return found


def _lines(geometries: Iterable[BaseGeometry], scale: int) -> list[list[int]]:
    merged = (shapely.line_merge(geometry) for geometry in geometries)
    coded = (_delta(part.coords, scale) for part in _parts(merged, shapely.LineString))
    return [line for line in coded if len(line) >= 4]  # noqa: PLR2004 - two points


def _parts(geometries: Iterable[BaseGeometry], kind: type[_Shape]) -> list[_Shape]:
    flat = shapely.get_parts(shapely.get_parts(list(geometries)))
    return [part for part in flat if isinstance(part, kind) and not part.is_empty]


def _delta(coordinates: CoordinateSequence, scale: int) -> list[int]:
    """Code a line; vertices that fall together are left out."""
    points = np.rint(np.asarray(coordinates)[:, :2] * scale).astype(int)
    steps = np.diff(points, axis=0)
    moved = steps[steps.any(axis=1)]
    return [int(value) for value in np.concatenate([points[:1], moved]).ravel()]


@cache
def _labels(name: str) -> list[dict[str, Any]]:
    text = resources.geo("basemap", f"{name}.geojson").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = json.loads(text)["features"]
    return found


def _label(item: dict[str, Any], extra: str) -> list[Any]:
    lon, lat = item["geometry"]["coordinates"]
    properties = item["properties"]
    return [properties["name"], lat, lon, properties["min_zoom"], properties[extra]]


def _towns(area: BaseGeometry) -> list[list[Any]]:
    items = [item for item in _labels("towns") if item["properties"]["min_zoom"] > _WORLD_TOWN_ZOOM]
    points = shapely.points([item["geometry"]["coordinates"] for item in items])
    inside = shapely.contains(area, points)
    return [_label(item, "capital") for item, hit in zip(items, inside, strict=True) if hit][:_TOWNS]
