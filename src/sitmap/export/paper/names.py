"""Names on the map: most important first, each only where nothing else stands."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from sitmap.export.paper import base, fonts
from sitmap.export.paper.canvas import SMALL, Box, Canvas
from sitmap.export.paper.frame import Frame
from sitmap.palette import colours


@dataclass(frozen=True, slots=True)
class _Class:
    """Type and rank of a class of names; `spaced` is the gap between letters as a share of the size."""

    rank: int
    colour: str
    size: float = SMALL
    bold: bool = False
    water: bool = False
    dot: float = 0.0


_CLASSES: Mapping[str, _Class] = {
    "claim": _Class(0, "ink", 8.5, bold=True),
    "country": _Class(1, "quiet", 8.5, bold=True),
    "ocean": _Class(2, "water", 11, water=True),
    "sea": _Class(2, "water", 9, water=True),
    "line": _Class(3, "zone"),
    "gulf": _Class(4, "water", 8.5, water=True),
    "strait": _Class(4, "water", water=True),
    "capital": _Class(5, "ink", dot=1.5),
    "town": _Class(6, "ink", dot=1.1),
}
_MARGIN = 2.0
#: Where the name of a claim's place may stand, seen from the place, points: first what is free.
_BESIDE = ((0, 17), (0, -15), (0, 27), (0, -26))
#: Share of a zone's name that its line must be longer, and the least distance of two equal names.
_ROOM, _APART = 1.3, 240.0
#: How far a name may stand off the map's edge.
_EDGE = 3.0


class Names:
    """Names that have a place on one map.

    Parameters
    ----------
    canvas : Canvas
        To write on.
    frame : Frame
        Where everything lies.
    taken : iterable of Box
        Boxes that no name may cover: symbols, the scale bar.
    """

    def __init__(self, canvas: Canvas, frame: Frame, taken: Iterable[Box]) -> None:
        self._canvas, self._frame = canvas, frame
        self._taken = list(taken)
        self._named: set[str] = set()

    def write(
        self, own: Sequence[tuple[str, float, float, float]], zones: Sequence[tuple[str, BaseGeometry]]
    ) -> None:
        """Write names of claims' places, countries, seas, zones and towns where there is room.

        Parameters
        ----------
        own : sequence of tuple
            As `content.places` gives them.
        zones : sequence of tuple of (str, geometry)
            Label of a boundary and its line, points.
        """
        far = [
            base.Label(name, lat, lon, -100, "claim")
            for name, lat, lon, apart_km in own
            # A place that the mark lies off is named only where it stands clear of the mark.
            if not apart_km or apart_km * 1000 / self._frame.metres_a_point > 20  # noqa: PLR2004 - points
        ]
        labels = [*far, *(label for label in base.labels() if label.zoom <= self._frame.zoom + 0.25)]
        before = [label for label in labels if _CLASSES[label.kind].rank < _CLASSES["line"].rank]
        self._points(before)
        self._lines(zones)
        self._points([label for label in labels if _CLASSES[label.kind].rank > _CLASSES["line"].rank])

    def _points(self, labels: Sequence[base.Label]) -> None:
        if not labels:
            return
        spots = self._frame.points([label.lat for label in labels], [label.lon for label in labels])
        left, top, right, bottom = self._frame.box
        inside = [
            (label, float(x), float(y))
            for label, (x, y) in zip(labels, spots, strict=True)
            if left < x < right and top < y < bottom
        ]
        for label, x, y in sorted(inside, key=lambda item: (_CLASSES[item[0].kind].rank, item[0].zoom)):
            self._point(label, x, y)

    def _point(self, label: base.Label, x: float, y: float) -> None:
        look = _CLASSES[label.kind]
        if label.text in self._named:
            return
        beside = _BESIDE if label.kind == "claim" else ((0, 0),)
        # Measuring letters takes long, and most names have no room for one.
        offsets = [(dx, dy) for dx, dy in beside if self._free(_box(x + dx, y + dy, 0, look))]
        if not offsets:
            return
        wide = fonts.width(fonts.plain(label.text), look.size, bold=look.bold)
        for dx, dy in offsets:
            box = _box(x + dx, y + dy, wide, look)
            if not self._free(box):
                continue
            self._taken.append(box)
            self._named.add(label.text)
            self._write(label.text, x + dx, y + dy, look)
            return

    def _write(self, text: str, x: float, y: float, look: _Class) -> None:
        style: dict[str, Any] = {"size": look.size, "colour": colours()[look.colour], "bold": look.bold}
        base_line = y + look.size * 0.36
        if look.dot:
            circle = shapely.Point(x, y).buffer(look.dot)
            self._canvas.shape(
                circle, facecolor=colours()["paper"], edgecolor=colours()["ink"], linewidth=0.7
            )
            self._canvas.text(x + 4, base_line, text, halo=True, **style)
            return
        if look.water:
            style |= {"serif": True, "italic": True}
        self._canvas.text(x, base_line, text, align="center", halo=not look.water, **style)

    def _lines(self, zones: Sequence[tuple[str, BaseGeometry]]) -> None:
        """Write the name of each zone along its longest lines, at a low density."""
        look, written = _CLASSES["line"], list[tuple[str, float, float]]()
        runs = [
            (part.length, label, part)
            for label, line in zones
            if label
            for part in shapely.get_parts(shapely.clip_by_rect(line, *_inner(self._frame.box)))
            if part.geom_type == "LineString"
        ]
        for length, label, part in sorted(runs, key=lambda run: (-run[0], run[1])):
            wide = fonts.width(fonts.plain(label), look.size)
            if length < wide * _ROOM:
                continue
            x, y, turn = _along(part, wide)
            if any(label == other and math.dist((x, y), (a, b)) < _APART for other, a, b in written):
                continue
            box = _turned_box(x, y, wide, look.size, turn)
            if self._free(box):
                self._taken.append(box)
                written.append((label, x, y))
                self._canvas.text(
                    x,
                    y,
                    label,
                    size=look.size,
                    colour=colours()[look.colour],
                    align="center",
                    turn=turn or 0.01,
                    halo=True,
                )

    def _free(self, box: Box) -> bool:
        left, top, right, bottom = self._frame.box
        if box[0] < left + _EDGE or box[1] < top + _EDGE or box[2] > right - _EDGE or box[3] > bottom - _EDGE:
            return False
        return all(
            box[2] <= other[0] or box[0] >= other[2] or box[3] <= other[1] or box[1] >= other[3]
            for other in self._taken
        )


def _inner(box: Box) -> Box:
    left, top, right, bottom = box
    return left + 8, top + 8, right - 8, bottom - 8


def _box(x: float, y: float, wide: float, look: _Class) -> Box:
    high = look.size * 1.1
    start = x - 3 if look.dot else x - wide / 2
    return (
        start - _MARGIN,
        y - high / 2 - _MARGIN,
        start + wide + (7 if look.dot else 0) + _MARGIN,
        y + high / 2 + _MARGIN,
    )


def _along(line: BaseGeometry, wide: float) -> tuple[float, float, float]:
    """Place and turn, degrees anticlockwise, of a name half way along a line, just above it."""
    half = line.length / 2
    a, b = line.interpolate(half - wide / 2), line.interpolate(half + wide / 2)
    if b.x < a.x:
        a, b = b, a
    angle = math.atan2(b.y - a.y, b.x - a.x)
    at = line.interpolate(half)
    return at.x + 6 * math.sin(angle), at.y - 6 * math.cos(angle), -math.degrees(angle)


def _turned_box(x: float, y: float, wide: float, size: float, turn: float) -> Box:
    sine, cosine = abs(math.sin(math.radians(turn))), abs(math.cos(math.radians(turn)))
    across, up = (wide * cosine + size * sine) / 2, (wide * sine + size * cosine) / 2
    return x - across, y - up, x + across, y + up
