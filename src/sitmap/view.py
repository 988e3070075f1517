"""What the map shows at first: the claims whose place is known best, as close as they allow."""

from collections.abc import Mapping, Sequence
from typing import Any

import geopandas as gpd

from sitmap import geodesy, schema

Row = Mapping[str, Any]

#: Claims less certain than this, km, and areas wider than this, degrees, do not widen the first view beyond
#: it: a country would hide what is told of one of its towns.
_VAGUE_KM, _WIDE_DEG = 500.0, 25.0
_VIEW_PADDING_DEG = 1.0


def view(rows: Sequence[Row], layers: Mapping[str, gpd.GeoDataFrame]) -> list[float] | None:
    """Bounds that show the claims whose place is known best, and of the vague ones those that lie near.

    Parameters
    ----------
    rows : sequence of mapping
        Claims with `claim_id`, `lat`, `lon` (degrees, None without a place) and `uncertainty_km`.
    layers : mapping of str to GeoDataFrame
        The area layers of `schema.AREA_LAYER`.

    Returns
    -------
    list of float or None
        [west, south, east, north], degrees; east runs past 180 when the view spans the antimeridian;
        None when no claim has a place.
    """
    corners = _corners(layers)
    placed = sorted(
        (row for row in rows if row["lat"] is not None), key=lambda row: row["uncertainty_km"] or 0.0
    )
    if not placed:
        return None
    sure = [row for row in placed if (row["uncertainty_km"] or 0.0) <= _VAGUE_KM] or placed
    points = [point for row in sure for point in _spots(row, corners)]
    widest = max(_WIDE_DEG, _width(points))
    for row in placed[len(sure) :]:
        whole, point = _spots(row, corners), [(row["lat"], row["lon"])]
        fitting = [more for more in (whole, point) if _width([*points, *more]) <= widest]
        points += fitting[0] if fitting else []
    return [round(value, 3) for value in _box(points, _VIEW_PADDING_DEG)]


def _corners(layers: Mapping[str, gpd.GeoDataFrame]) -> dict[str, list[tuple[float, float]]]:
    """Two corners of each claim's area, (lat, lon), unless it is too wide to be shown whole."""
    found = {}
    for name in schema.AREA_LAYER.values():
        bounds = layers[name].geometry.bounds.to_numpy()
        for claim_id, (west, south, east, north) in zip(layers[name]["claim_id"], bounds, strict=True):
            if east - west < _WIDE_DEG:
                found[claim_id] = [(south, west), (north, east)]
    return found


def _spots(row: Row, corners: Mapping[str, list[tuple[float, float]]]) -> list[tuple[float, float]]:
    return [(row["lat"], row["lon"]), *corners.get(row["claim_id"], [])]


def _box(points: Sequence[tuple[float, float]], padding_deg: float) -> tuple[float, float, float, float]:
    """West, south, east, north; east runs past 180 when the box spans the antimeridian."""
    west, south, east, north = geodesy.bounds(points, padding_deg=padding_deg)
    return west, south, east + 360 if east < west else east, north


def _width(points: Sequence[tuple[float, float]]) -> float:
    west, south, east, north = _box(points, 0.0)
    return max(east - west, north - south)
