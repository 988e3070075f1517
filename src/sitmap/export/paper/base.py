"""What every map stands on: sea, land, coast and borders of Natural Earth, in light colours."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from sitmap import resources
from sitmap.export.paper.canvas import Canvas
from sitmap.export.paper.frame import Frame
from sitmap.palette import colours

#: Web zoom level from which the finer coast is drawn.
_FINE_ZOOM = 4.3
_BORDER, _COAST = 0.7, 0.5
_DOTS = (0, (0.4, 2.2))


@dataclass(frozen=True, slots=True)
class Label:
    """A name on the map: its text, place in degrees, level from which it belongs there, and class."""

    text: str
    lat: float
    lon: float
    zoom: float
    kind: str


def draw(canvas: Canvas, frame: Frame) -> None:
    """Draw sea, land, coast and borders.

    Parameters
    ----------
    canvas : Canvas
        Clipped to the map.
    frame : Frame
        Where everything lies.
    """
    detail = "10m" if frame.zoom >= _FINE_ZOOM else "50m"
    canvas.shape(frame.sheet(), facecolor=colours()["sea"])
    land = frame.shape(_land(detail))
    canvas.shape(land, facecolor=colours()["land"], edgecolor=colours()["coast"], linewidth=_COAST)
    agreed, disputed = _borders(detail)
    canvas.shape(frame.shape(agreed), edgecolor=colours()["border"], linewidth=_BORDER)
    canvas.shape(
        frame.shape(disputed), edgecolor=colours()["border"], linewidth=1.1, linestyle=_DOTS, capstyle="round"
    )


@cache
def labels() -> tuple[Label, ...]:
    """Names of countries, seas and towns, the most important of each first."""
    return (
        *_labels("countries", lambda _: "country"),
        *_labels("seas", lambda found: str(found["kind"])),
        *_labels("towns", lambda found: "capital" if found["capital"] else "town"),
    )


def _labels(name: str, kind: Any) -> Iterator[Label]:  # noqa: ANN401 - a function of the properties
    text = resources.geo("basemap", f"{name}.geojson").read_text(encoding="utf-8")
    for item in json.loads(text)["features"]:
        (lon, lat), found = item["geometry"]["coordinates"], item["properties"]
        yield Label(found["name"], lat, lon, found["min_zoom"], kind(found))


@cache
def _land(detail: str) -> BaseGeometry:
    frame = gpd.read_file(resources.geo("basemap", f"land_{detail}.fgb"))
    return shapely.MultiPolygon(shapely.get_parts(frame.geometry.to_numpy()).tolist())


@cache
def _borders(detail: str) -> tuple[BaseGeometry, BaseGeometry]:
    """Borders that are agreed, and those that are disputed."""
    frame = gpd.read_file(resources.geo("basemap", f"borders_{detail}.fgb"))
    disputed = frame["disputed"].to_numpy(dtype=bool)
    lines = frame.geometry.to_numpy()
    return shapely.union_all(lines[~disputed]), shapely.union_all(lines[disputed])
