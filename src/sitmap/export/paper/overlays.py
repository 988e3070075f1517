"""Zone lines, areas and ground tracks: what lies under the symbols."""

import math
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

import geopandas as gpd
import matplotlib as mpl
import shapely
from matplotlib.path import Path
from shapely.geometry.base import BaseGeometry

from sitmap import schema
from sitmap.antimeridian import Floats
from sitmap.export.paper.canvas import Canvas
from sitmap.export.paper.frame import Frame
from sitmap.palette import colours

#: Hatching of named areas by kind, so that it tells the kind in black and white too.
HATCH: Mapping[str, str] = {"deployment": "////", "launch": "\\\\\\\\", "impact": "||||", "site": "----"}
#: Share of the kind's colour that what the words allow is tinted with.
TINT = 0.12
HATCHED = 0.33
DASHES = (0, (4, 3))
_TERRITORIAL = "territorial"
_ZONE_DASHES, _DOTS = (0, (5, 3.4)), (0, (0.6, 3))
_ZONE, _ZONE_TERRITORIAL, _ZONE_DISPUTED = 0.8, 0.5, 1.3
_TRACK = 1.1
#: Arrow head of a track: just short of its end, where the impact's symbol stands.
_HEAD = Path([(-8.5, 0), (-15, -3.2), (-15, 3.2), (-8.5, 0)], closed=True)
_ORIGIN = "origin_areas"


def zones(canvas: Canvas, frame: Frame, boundaries: gpd.GeoDataFrame) -> list[tuple[str, BaseGeometry]]:
    """Draw boundaries of maritime zones as lines.

    Returns
    -------
    list of tuple of (str, geometry)
        Label and line on the page, points.
    """
    drawn = []
    for row, geometry in features(boundaries):
        line = frame.shape(geometry)
        if line.is_empty:
            continue
        zone(canvas, line, disputed=bool(row["disputed"]), thin=row["kind"] == _TERRITORIAL)
        drawn.append((str(row["label"]), line))
    return drawn


def zone(canvas: Canvas, line: BaseGeometry, *, disputed: bool, thin: bool = False) -> None:
    """Draw one boundary: dashed, dotted where it is disputed, thinner for a territorial sea."""
    look: dict[str, Any] = {"linewidth": _ZONE_TERRITORIAL if thin else _ZONE, "linestyle": _ZONE_DASHES}
    if disputed:
        look = {"linewidth": _ZONE_DISPUTED, "linestyle": _DOTS, "capstyle": "round"}
    canvas.shape(line, edgecolor=colours()["zone"], **look)


def areas(
    canvas: Canvas, frame: Frame, layers: Mapping[str, gpd.GeoDataFrame], claims: AbstractSet[str]
) -> set[tuple[str, bool]]:
    """Draw named areas hatched and what words allow tinted, the widest first.

    Parameters
    ----------
    canvas, frame
        Where to.
    layers : mapping of str to GeoDataFrame
        The area layers.
    claims : set of str
        Ids of the claims whose areas are drawn.

    Returns
    -------
    set of tuple of (str, bool)
        Kind and whether it is a named area, of what was drawn.
    """
    by_kind = {**{name: kind for kind, name in schema.AREA_LAYER.items()}, _ORIGIN: "launch"}
    found: dict[tuple[bytes, str, bool], BaseGeometry] = {}
    for name, kind in by_kind.items():
        for row, geometry in features(layers[name]):
            if row["claim_id"] in claims:
                found.setdefault((geometry.wkb, kind, row["area_type"] == "outline"), geometry)
    shown = []
    for (_, kind, named), geometry in found.items():
        shape = frame.shape(geometry)
        if not shape.is_empty:
            shown.append((shape, kind, named))
    for shape, kind, named in sorted(shown, key=lambda item: -item[0].area):
        area(canvas, shape, kind, named=named)
    return {(kind, named) for _, kind, named in shown}


def area(canvas: Canvas, shape: BaseGeometry, kind: str, *, named: bool) -> None:
    """Draw one area: hatched when it is the place itself, tinted when it is what the words allow."""
    colour = colours()["impact-area" if kind == "impact" else kind]
    if named:
        with mpl.rc_context({"hatch.linewidth": 0.45}):
            canvas.shape(shape, edgecolor=colour, linewidth=0, hatch=HATCH[kind], alpha=HATCHED)
        canvas.shape(shape, edgecolor=colour, linewidth=0.8)
        return
    canvas.shape(shape, facecolor=colours()[kind], alpha=TINT)
    canvas.shape(shape, edgecolor=colour, linewidth=0.85, linestyle=DASHES)


def tracks(canvas: Canvas, frame: Frame, layer: gpd.GeoDataFrame, claims: AbstractSet[str]) -> int:
    """Draw ground tracks of launches, an arrow head at the end of each; give their number."""
    drawn = 0
    for row, geometry in features(layer):
        line = frame.shape(geometry)
        if row["claim_id"] not in claims or line.is_empty:
            continue
        canvas.shape(line, edgecolor=colours()["ink"], linewidth=_TRACK, alpha=0.75)
        head(canvas, shapely.get_coordinates(shapely.get_parts(line)[-1]))
        drawn += 1
    return drawn


def head(canvas: Canvas, line: Floats) -> None:
    """Arrow head towards the last of a line's vertices."""
    (x1, y1), (x2, y2) = line[-2:]
    turn = math.degrees(math.atan2(y2 - y1, x2 - x1))
    canvas.path(_HEAD, at=(x2, y2), turn=turn, facecolor=colours()["ink"])


def features(frame: gpd.GeoDataFrame) -> Iterator[tuple[dict[str, object], BaseGeometry]]:
    """Rows of a layer that have a geometry."""
    rows = frame.drop(columns=frame.geometry.name).to_dict("records")
    for row, geometry in zip(rows, frame.geometry, strict=True):
        if geometry is not None and not geometry.is_empty:
            yield row, geometry
