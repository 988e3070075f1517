"""The layer contract: columns, types, geometry and CRS of every layer.

`columns` lists the columns; `row` flattens a claim into them, `empty` and `frame` make a layer,
`validate` checks one and reports all faults at once.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from sitmap.columns import (
    BOOLEAN,
    BOUNDARY_COLUMNS,
    CLAIM_COLUMNS,
    EVENT_COLUMNS,
    FINDING_COLUMNS,
    INTEGER,
    ORIGIN_COLUMNS,
    REAL,
    REPORT_COLUMNS,
    REVIEW_COLUMNS,
    TEXT,
    ZONE_COLUMNS,
    Column,
)
from sitmap.errors import SchemaError
from sitmap.model import Claim, Event, Finding, Location, Place, Verdict

__all__ = [
    "AREA_LAYER",
    "BOOLEAN",
    "BOUNDARY_COLUMNS",
    "CLAIM_COLUMNS",
    "CRS",
    "EVENT_COLUMNS",
    "FINDING_COLUMNS",
    "INTEGER",
    "LAYERS",
    "MARKER_LAYER",
    "ORIGIN_COLUMNS",
    "REAL",
    "REPORT_COLUMNS",
    "REVIEW_COLUMNS",
    "TEXT",
    "VERDICTS",
    "ZONE_COLUMNS",
    "Column",
    "Layer",
    "clean",
    "empty",
    "event_rows",
    "finding_row",
    "frame",
    "records",
    "row",
    "text",
    "validate",
    "worst_first",
]

CRS = "EPSG:4326"
_EARTH = (180.0, 90.0)  # greatest lon, lat

#: Verdicts of findings, worst first: the order in which people should see them.
VERDICTS: tuple[Verdict, ...] = ("inconsistent", "marginal", "undetermined", "consistent")


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings by their verdicts; those alike keep their order."""
    return sorted(findings, key=lambda finding: VERDICTS.index(finding.verdict))


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: its columns and the geometry types it may hold."""

    name: str
    title: str
    columns: tuple[Column, ...]
    geometry: tuple[str, ...]


_POINT = ("Point",)
_AREA = ("Polygon", "MultiPolygon")
_LINE = ("LineString", "MultiLineString")

#: Every layer in drawing order, lowest first.
LAYERS: Mapping[str, Layer] = {
    layer.name: layer
    for layer in (
        Layer("zones", "Maritime zones (estimate)", ZONE_COLUMNS, _AREA),
        Layer("zone_boundaries", "Maritime boundaries (estimate)", BOUNDARY_COLUMNS, _LINE),
        Layer("origin_areas", "Possible launch points", ORIGIN_COLUMNS, _AREA),
        Layer("deployment_areas", "Deployment areas", CLAIM_COLUMNS, _AREA),
        Layer("impact_areas", "Impact areas", CLAIM_COLUMNS, _AREA),
        Layer("launch_areas", "Launch areas", CLAIM_COLUMNS, _AREA),
        Layer("site_areas", "Site areas", CLAIM_COLUMNS, _AREA),
        Layer("tracks", "Ground tracks", CLAIM_COLUMNS, _LINE),
        Layer("sites", "Launch and basing sites", CLAIM_COLUMNS, _POINT),
        Layer("deployments", "Deployments", CLAIM_COLUMNS, _POINT),
        Layer("impacts", "Impacts", CLAIM_COLUMNS, _POINT),
        Layer("launches", "Launches", CLAIM_COLUMNS, _POINT),
    )
}

#: The layers in which each feature is one claim, by kind.
MARKER_LAYER: Mapping[str, str] = {
    "deployment": "deployments",
    "launch": "launches",
    "impact": "impacts",
    "site": "sites",
}
AREA_LAYER: Mapping[str, str] = {
    "deployment": "deployment_areas",
    "launch": "launch_areas",
    "impact": "impact_areas",
    "site": "site_areas",
}


def _alternative(place: Place) -> dict[str, Any]:
    return {
        "place_id": place.place_id,
        "name": place.name,
        "type": place.type,
        "country": place.country,
        "lat": round(place.lat, 5),
        "lon": round(place.lon, 5),
    }


def text(value: str) -> str:
    """Text that every table and file format can hold.

    Parameters
    ----------
    value : str
        Anything: all report text is hostile.

    Returns
    -------
    str
        The same, but U+FFFD for NUL, which ends a string in C, and for a lone surrogate, which
        UTF-8 has no form for; a surrogate pair becomes its character.
    """
    if value.isascii() and "\0" not in value:  # nearly all of it, and looked at ten times as fast
        return value
    clean = value.replace("\0", "\N{REPLACEMENT CHARACTER}")
    try:
        clean.encode()
    except UnicodeEncodeError:
        return clean.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return clean


def clean(values: Mapping[str, Any]) -> dict[str, Any]:
    """Row whose texts every table and file format can hold, as `text` makes them."""
    return {name: text(value) if isinstance(value, str) else value for name, value in values.items()}


def _area_type(where: Location | None) -> str:
    if where is None or where.area is None:
        return ""
    return "outline" if where.area_is_place else "uncertainty"


def row(claim: Claim) -> dict[str, Any]:
    """Flatten a claim into the columns of its layer, without geometry and findings.

    Parameters
    ----------
    claim : Claim
        With or without a location.

    Returns
    -------
    dict
        One value for each of `CLAIM_COLUMNS`, None for null.
    """
    where = claim.location
    place = where.place if where else None
    out: dict[str, Any] = {column.name: getattr(claim, column.name, None) for column in CLAIM_COLUMNS}
    out |= {
        "place_id": place.place_id if place else "",
        "place_name": place.name if place else "",
        "place_type": place.type if place else "",
        "country": place.country if place else "",
        "uncertainty_km": where.uncertainty_km if where else None,
        "area_type": _area_type(where),
        "geocode_score": where.score if where else None,
        "geocode_note": where.note if where else "",
        "alternatives": json.dumps([_alternative(p) for p in where.alternatives], ensure_ascii=False)
        if where
        else "[]",
        "finding": "",
        "findings": "",
    }
    return clean(out)


def finding_row(finding: Finding) -> dict[str, Any]:
    """Flatten a finding into `FINDING_COLUMNS`; `claim_ids` stays a list."""
    out: dict[str, Any] = {column.name: getattr(finding, column.name) for column in FINDING_COLUMNS}
    out["claim_ids"] = list(finding.claim_ids)
    return clean(out)


def event_rows(event: Event) -> list[dict[str, Any]]:
    """Flatten an event into rows of `EVENT_COLUMNS`: one for each telling of each thing told.

    Parameters
    ----------
    event : Event

    Returns
    -------
    list of dict
        In the order of its fields, then of its tellings; `claim_ids` and `copies` stay lists.
    """
    return [
        clean(
            {
                "event_id": event.event_id,
                "event": event.summary,
                "over_time": event.over_time,
                "what": field.what,
                "verdict": field.verdict,
                "teller": telling.teller,
                "value": value,
                "published": telling.published,
                "report_id": telling.report_id,
                "claim_ids": list(telling.claim_ids),
                "copies": list(telling.copies),
            }
        )
        for field in event.fields
        for telling, value in zip(event.tellings, field.values, strict=True)
    ]


def frame(
    layer: str, rows: Iterable[Mapping[str, Any]], geometries: Iterable[BaseGeometry | None]
) -> gpd.GeoDataFrame:
    """Make a layer from rows and geometries.

    Parameters
    ----------
    layer : str
        A name in `LAYERS`.
    rows : iterable of mapping
        Values by column name; each column of the layer must be there.
    geometries : iterable of BaseGeometry or None
        One a row, (lon, lat), EPSG:4326.

    Returns
    -------
    GeoDataFrame
        Columns in the contract's order, then `geometry`.

    Raises
    ------
    SchemaError
        If the result breaks the contract.
    """
    columns = LAYERS[layer].columns
    values = zip(*map(itemgetter(*(c.name for c in columns)), rows), strict=True)
    given = list(values) or [()] * len(columns)
    table = {c.name: pd.Series(told, dtype=c.dtype) for c, told in zip(columns, given, strict=True)}
    made = gpd.GeoDataFrame(table, geometry=gpd.GeoSeries(list(geometries), crs=CRS), crs=CRS)
    validate(layer, made)
    return made


def records(frame: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    """Rows of a layer without their geometry, as `frame` took them: plain values, None for null.

    Parameters
    ----------
    frame : GeoDataFrame
        Of any layer, also as another program wrote it.

    Returns
    -------
    list of dict
        In the order of the layer.
    """
    names = [name for name in frame.columns if name != frame.geometry.name]
    columns = [_plain(frame[name]) for name in names]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


def _plain(column: pd.Series) -> list[Any]:
    values = column.astype(object).to_numpy()
    return values.tolist() if column.notna().all() else [None if v is pd.NA else v for v in values.tolist()]


def empty(layer: str) -> gpd.GeoDataFrame:
    """Layer without a feature."""
    return frame(layer, [], [])


def validate(layer: str, gdf: gpd.GeoDataFrame) -> None:
    """Check a layer against the contract.

    Raises
    ------
    SchemaError
        With every fault found: missing columns, wrong types, nulls in text, CRS, geometry type,
        invalid or impossible geometry.
    """
    if layer not in LAYERS:
        raise SchemaError(layer, [f"is none of {', '.join(LAYERS)}"])
    spec = LAYERS[layer]
    faults = [fault for column in spec.columns for fault in _column_faults(column, gdf)]
    if gdf.active_geometry_name is None:
        raise SchemaError(layer, [*faults, "no column is the geometry"])
    if gdf.crs is None or gdf.crs.to_epsg() != 4326:  # noqa: PLR2004 - EPSG code
        faults.append(f"CRS is {gdf.crs}, not {CRS}")
    faults += _geometry_faults(spec, gdf.geometry)
    if faults:
        raise SchemaError(layer, faults)


def _column_faults(column: Column, gdf: gpd.GeoDataFrame) -> list[str]:
    if column.name not in gdf.columns:
        return [f"column {column.name!r} is missing"]
    values = gdf[column.name]
    found = str(values.dtype).lower()
    # Older pandas calls its text "string".
    if found != column.dtype.lower() and not (column.dtype == TEXT and found == "string"):
        return [f"column {column.name!r} is {values.dtype}, not {column.dtype}"]
    if column.dtype == TEXT and values.isna().any():
        return [f"column {column.name!r} has nulls: text that is not known is ''"]
    return []


def _geometry_faults(spec: Layer, geometry: gpd.GeoSeries) -> list[str]:
    shapes = geometry.to_numpy()
    present = shapes[~shapely.is_missing(shapes)]
    kinds = {shape.geom_type for shape in present}
    faults = [
        f"geometry type {kind} is not one of {', '.join(spec.geometry)}"
        for kind in sorted(kinds - set(spec.geometry))
    ]
    if invalid := int((~shapely.is_valid(present)).sum()):
        faults.append(f"{invalid} geometries are invalid")
    if empty_ones := int(shapely.is_empty(present).sum()):
        faults.append(f"{empty_ones} geometries are empty")
    vertices = shapely.get_coordinates(present)
    # Not a number compares false, so it is beyond as well.
    beyond = vertices[~(np.abs(vertices) <= _EARTH).all(axis=1)]
    if len(beyond):
        faults.append(
            f"{len(beyond)} coordinates leave the Earth, the first at lon, lat {beyond[0].tolist()}"
        )
    return faults
