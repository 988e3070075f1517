"""The layers of claims as a mark lets them out: rows without words, places in cells."""

from collections.abc import Iterator, Mapping
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from sitmap import geodesy, schema
from sitmap.release import claims as claim_rows
from sitmap.release.grid import Cell, cell
from sitmap.release.names import Ids
from sitmap.release.rules import Rules

Layers = Mapping[str, gpd.GeoDataFrame]
Row = dict[str, Any]

#: Stands for how a finding was worked out.
EXPLANATION = "How this was worked out is not released."

_MARKERS = tuple(schema.MARKER_LAYER.values())
_AREAS = {area: schema.MARKER_LAYER[kind] for kind, area in schema.AREA_LAYER.items()}


def is_of_claims(name: str) -> bool:
    """Whether the features of a layer are claims."""
    return schema.LAYERS[name].columns[0].name == "claim_id"


def rows(layers: Layers) -> list[Row]:
    """Every claim of the marker layers, None for null."""
    return [row for name in _MARKERS for row in _rows(layers[name])]


def points(layers: Layers) -> list[BaseGeometry | None]:
    """Place of every claim of the marker layers."""
    return [point for name in _MARKERS for point in layers[name].geometry]


def claims(name: str, layers: Layers, rules: Rules, given: Ids) -> gpd.GeoDataFrame:
    """Make one layer of claims as the rules let it out.

    Parameters
    ----------
    name : str
        A layer whose features are claims.
    layers : mapping of str to GeoDataFrame
        All of them.
    rules : Rules
        What is taken out.
    given : Ids
        The ids that stand for the claims' own.

    Returns
    -------
    GeoDataFrame
        With a grid: markers in the middle of their cells; an area for every marker, the cell, or the circle
        that holds it and what the words leave uncertain, or the outline of a place that is wider;
        tracks from cell to cell; no possible launch points.
    """
    places = _places(layers)
    found = [
        (_row(row, places[row["claim_id"]], rules, given), shape)
        for row, shape in _features(name, layers, rules, places)
    ]
    return schema.frame(name, [row for row, _ in found], [shape for _, shape in found])


def _row(row: Row, point: BaseGeometry | None, rules: Rules, given: Ids) -> Row:
    placed = None if point is None else _cell(point, rules)
    made = claim_rows.row(row, rules, placed=placed, drawn=point is not None)
    made |= {
        "claim_id": given.claims[row["claim_id"]],
        "event_id": given.events[row["event_id"]],
        "report_id": given.reports[row["report_id"]],
    }
    if rules.words and row["findings"]:
        made["findings"] = EXPLANATION
    if rules.words and "fitting_sites" in row:
        made["fitting_sites"] = ""
    return made


def _features(
    name: str, layers: Layers, rules: Rules, places: Mapping[str, BaseGeometry | None]
) -> Iterator[tuple[Row, BaseGeometry | None]]:
    """Rows of a layer and their shapes as they are released."""
    shapes = zip(_rows(layers[name]), layers[name].geometry, strict=True)
    if not rules.grid_km:
        yield from shapes
    elif name in _MARKERS:
        for row, point in shapes:
            yield row, None if point is None else _middle(point, rules)
    elif name in _AREAS:
        outlines = {row["claim_id"]: shape for row, shape in shapes}
        for row in _rows(layers[_AREAS[name]]):
            spot = places[row["claim_id"]]
            if spot is not None:
                yield row, _area(row, spot, outlines.get(row["claim_id"]), rules)
    elif name == "tracks":
        for row, line in shapes:
            moved = _track(line, rules)
            if moved is not None:
                yield row, moved


def _places(layers: Layers) -> dict[str, BaseGeometry | None]:
    keys = [key for name in _MARKERS for key in layers[name]["claim_id"]]
    return dict(zip(keys, points(layers), strict=True))


def _rows(frame: gpd.GeoDataFrame) -> list[Row]:
    records = frame.drop(columns=frame.geometry.name).to_dict("records")
    return [
        {str(key): None if value is pd.NA else value for key, value in record.items()} for record in records
    ]


def _cell(point: BaseGeometry, rules: Rules) -> Cell | None:
    """Find the cell of a point; None without a grid."""
    lon, lat = shapely.get_coordinates(point)[0]
    return cell(lat, lon, grid_km=rules.grid_km) if rules.grid_km else None


def _middle(point: BaseGeometry, rules: Rules) -> shapely.Point:
    lon, lat = shapely.get_coordinates(point)[0]
    placed = cell(lat, lon, grid_km=rules.grid_km)
    return shapely.Point(placed.lon, placed.lat)


def _area(row: Row, point: BaseGeometry, outline: BaseGeometry | None, rules: Rules) -> BaseGeometry:
    lon, lat = shapely.get_coordinates(point)[0]
    placed = cell(lat, lon, grid_km=rules.grid_km)
    if outline is not None and claim_rows.keeps_outline(row, placed):
        return outline
    reach = claim_rows.reach(row, placed, rules.grid_km)
    if (row["uncertainty_km"] or 0) <= placed.radius_km:
        return placed.outline
    return geodesy.circle(placed.lat, placed.lon, radius_km=reach)


def _track(line: BaseGeometry, rules: Rules) -> BaseGeometry | None:
    vertices = shapely.get_coordinates(line)
    start, end = (cell(lat, lon, grid_km=rules.grid_km) for lon, lat in (vertices[0], vertices[-1]))
    if (start.lat, start.lon) == (end.lat, end.lon):
        return None
    return geodesy.ground_track(start.lat, start.lon, end.lat, end.lon)
