"""Scale bar in kilometres and nautical miles."""

from collections.abc import Sequence

from sitmap.export.paper import fonts
from sitmap.export.paper.canvas import SMALL, Box, Canvas
from sitmap.export.paper.frame import Frame
from sitmap.palette import colours

_UNITS = ((1000.0, "km"), (1852.0, "nm"))
#: Widest that a bar is drawn, points.
_WIDEST = 105.0
_INSET, _PAD, _BAR, _ROW, _GAP = 6.0, 6.0, 3.0, 13.0, 3.0


def room(frame: Frame, taken: Sequence[Box]) -> Box:
    """Find a corner of the map for the scale bar.

    Parameters
    ----------
    frame : Frame
        The map.
    taken : sequence of Box
        What it may not cover, if that can be: the corner with the fewest of them is taken.

    Returns
    -------
    Box
    """
    left, top, right, bottom = frame.box
    wide = max(length + _GAP + fonts.width(text, SMALL) for length, text in _bars(frame)) + 2 * _PAD
    high = _ROW * len(_UNITS) + _PAD
    corners = [
        (x, y, x + wide, y + high)
        for y in (bottom - _INSET - high, top + _INSET)
        for x in (left + _INSET, right - _INSET - wide)
    ]
    return min(corners, key=lambda corner: sum(_meet(corner, box) for box in taken))


def draw(canvas: Canvas, frame: Frame, box: Box) -> None:
    """Draw it in its box; both bars are true in the middle of the map, from left to right."""
    left, top, _, _ = box
    canvas.box(box, facecolor=colours()["paper"], alpha=0.85)
    for row, (length, text) in enumerate(_bars(frame)):
        x, y = left + _PAD, top + _PAD + _ROW * row
        ink = colours()["ink"]
        canvas.box((x, y, x + length, y + _BAR), facecolor=colours()["paper"], edgecolor=ink, linewidth=0.6)
        canvas.box((x, y, x + length / 2, y + _BAR), facecolor=ink)
        canvas.text(x + length + _GAP, y + _BAR / 2 + SMALL * 0.36, text)


def _bars(frame: Frame) -> list[tuple[float, str]]:
    """Length, points, and words of each bar."""
    bars = []
    for metres, unit in _UNITS:
        number = _round(_WIDEST * frame.metres_a_point / metres)
        bars.append((number * metres / frame.metres_a_point, f"{number:,} {unit}"))
    return bars


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _round(most: float) -> int:
    """Greatest number of 1, 2 or 5 times a power of ten that is not more than `most`, at least 1."""
    power = 1
    while power * 10 <= most:
        power *= 10
    return max((step * power for step in (1, 2, 5) if step * power <= most), default=1)
