"""The map of one situation on a page, and what of it needs a line in the key."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from sitmap import content, view
from sitmap.export.paper import base, frame, marks, names, overlays, scale
from sitmap.export.paper.canvas import Box, Canvas
from sitmap.export.paper.frame import Frame
from sitmap.palette import colours
from sitmap.product import Product

Claim = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """A product and what it says in words, put together once for all its pages.

    Parameters
    ----------
    product : Product
        What is drawn.
    rows : sequence of mapping
        As `content.rows` gives them.
    words : mapping
        As `content.told` gives it.
    """

    product: Product
    rows: Sequence[content.Row]
    words: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What stands on a map.

    Parameters
    ----------
    frame : Frame
        Its projection and extent.
    alone : sequence of mapping
        Claims with a symbol of their own.
    counted : int
        Claims that stand in a ring.
    rings : int
        Rings.
    outside : int
        Claims with a place that the extent does not show.
    areas : set of tuple of (str, bool)
        Kind of each area, and whether it is a named one.
    tracks : int
        Ground tracks.
    zones, disputed : bool
        Whether boundaries of maritime zones are drawn, and disputed ones among them.
    """

    frame: Frame
    alone: Sequence[Claim]
    counted: int
    rings: int
    outside: int
    areas: set[tuple[str, bool]]
    tracks: int
    zones: bool
    disputed: bool


def tell(product: Product) -> Told:
    """Put a product in words that a file can hold."""
    rows = content.rows(product.layers)
    cover = product.cover
    words = content.told(
        rows, product.findings, product.reports, title=cover.title, as_of=cover.as_of, sides=cover.sides
    )
    return Told(product, rows, content.clean(words))


def draw(canvas: Canvas, box: Box, told: Told) -> Drawn:
    """Draw the map.

    Parameters
    ----------
    canvas : Canvas
        Page to draw on.
    box : tuple of float
        left, top, right, bottom of the map, points.
    told : Told
        The situation.

    Returns
    -------
    Drawn
    """
    layers = told.product.layers
    fitted = frame.fit(view.view(told.rows, layers), box, launch=_launch(told.rows))
    placed, outside = _placed(fitted, told)
    arranged = marks.arrange(placed)
    alone = [mark.claims[0] for mark in arranged if len(mark.claims) == 1]
    ids = {claim["id"] for claim in alone}
    canvas.clip(box)
    base.draw(canvas, fitted)
    zones = overlays.zones(canvas, fitted, layers["zone_boundaries"])
    areas = overlays.areas(canvas, fitted, layers, ids)
    tracks = overlays.tracks(canvas, fitted, layers["tracks"], ids)
    taken = [mark.box for mark in arranged]
    corner = scale.room(fitted, taken)
    names.Names(canvas, fitted, [*taken, corner]).write(content.places(told.rows), zones)
    marks.draw(canvas, arranged)
    scale.draw(canvas, fitted, corner)
    canvas.clip(None)
    canvas.box(box, edgecolor=colours()["quiet"], linewidth=0.8)
    return Drawn(
        frame=fitted,
        alone=alone,
        counted=len(placed) - len(alone),
        rings=len(arranged) - len(alone),
        outside=outside,
        areas=areas,
        tracks=tracks,
        zones=bool(zones),
        disputed=bool(layers["zone_boundaries"]["disputed"].any()) and bool(zones),
    )


def _placed(fitted: Frame, told: Told) -> tuple[list[tuple[Claim, float, float]], int]:
    """Claims with their places on the map, in the order of the table, and how many lie outside it."""
    claims = [claim for key in told.words["order"] if (claim := told.words["claims"][key])["lat"] is not None]
    if not claims:
        return [], 0
    spots = fitted.points([claim["lat"] for claim in claims], [claim["lon"] for claim in claims])
    left, top, right, bottom = fitted.box
    inside = np.all((spots > (left, top)) & (spots < (right, bottom)), axis=1)
    found = [
        (claim, float(x), float(y)) for claim, (x, y), on in zip(claims, spots, inside, strict=True) if on
    ]
    return found, len(claims) - len(found)


def _launch(rows: Sequence[content.Row]) -> tuple[float, float] | None:
    """Find the one place that everything was launched from, if there is one."""
    found = {
        (row["lat"], row["lon"])
        for row in rows
        if row["kind"] == "launch" and row["lat"] is not None and not row["background"]
    }
    return found.pop() if len(found) == 1 else None
