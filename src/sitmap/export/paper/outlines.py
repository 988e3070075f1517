"""SVG path data as matplotlib's outlines: what a symbol is drawn from."""

import math
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from matplotlib.path import Path

_TOKEN = re.compile(r"([MmLlHhVvCcSsAaZz])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
#: Numbers that one turn of a command takes.
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "A": 7}
#: Greatest angle that one cubic curve stands in for: a quarter turn, off by less than 0.03 % of the radius.
_QUARTER = math.pi / 2

Point = tuple[float, float]


class _Pen:
    """Where the drawing has got to, and what has been drawn."""

    def __init__(self) -> None:
        self.points: list[Point] = []
        self.codes: list[int] = []
        self.at: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        self.bend: Point | None = None  # second handle of the curve drawn last

    def move(self, point: Point) -> None:
        self._add(Path.MOVETO, point)
        self.start = point

    def line(self, point: Point) -> None:
        self._add(Path.LINETO, point)

    def curve(self, first: Point, second: Point, point: Point) -> None:
        self.points += [first, second]
        self.codes += [int(Path.CURVE4), int(Path.CURVE4)]
        self._add(Path.CURVE4, point)
        self.bend = second

    def close(self) -> None:
        self._add(Path.CLOSEPOLY, self.start)

    def _add(self, code: Any, point: Point) -> None:  # noqa: ANN401 - a number of NumPy's
        self.points.append(point)
        self.codes.append(int(code))
        self.at, self.bend = point, None


@cache
def outline(data: str) -> Path:
    """Read path data.

    Parameters
    ----------
    data : str
        With the commands M, L, H, V, C, S, A and Z, absolute or relative, as SVG 1.1, 8.3, has them.

    Returns
    -------
    matplotlib.path.Path
        In the same coordinates, y down.
    """
    pen = _Pen()
    for command, numbers in _commands(data):
        _draw(pen, command, numbers)
    return Path(pen.points, pen.codes)


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Give each turn of a command with its numbers; what follows a move without a letter is a line."""
    letter, numbers = "", list[float]()
    # The flags of an arc may be written without a space behind them; ours are not.
    for found in _TOKEN.finditer(data):
        if found[1]:
            letter, numbers = found[1], []
            if letter in "Zz":
                yield letter, []
            continue
        numbers.append(float(found[2]))
        if len(numbers) == _TAKES[letter.upper()]:
            yield letter, numbers
            numbers = []
            letter = {"M": "L", "m": "l"}.get(letter, letter)


def _draw(pen: _Pen, letter: str, numbers: list[float]) -> None:
    x, y = pen.at if letter.islower() else (0.0, 0.0)
    command = letter.upper()
    if command == "Z":
        pen.close()
    elif command == "H":
        pen.line((x + numbers[0], pen.at[1]))
    elif command == "V":
        pen.line((pen.at[0], y + numbers[0]))
    elif command == "A":
        _arc(pen, numbers, (x + numbers[5], y + numbers[6]))
    else:
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        _DRAWN[command](pen, [(x + dx, y + dy) for dx, dy in pairs])


def _smooth(pen: _Pen, points: list[Point]) -> None:
    """Curve whose first handle mirrors the second one of the curve before."""
    bend = pen.bend or pen.at
    pen.curve((2 * pen.at[0] - bend[0], 2 * pen.at[1] - bend[1]), *points)


_DRAWN: dict[str, Callable[[_Pen, list[Point]], None]] = {
    "M": lambda pen, points: pen.move(points[0]),
    "L": lambda pen, points: pen.line(points[0]),
    "C": lambda pen, points: pen.curve(*points),
    "S": _smooth,
}


def _arc(pen: _Pen, numbers: list[float], end: Point) -> None:
    """Elliptical arc as cubic curves, by SVG 1.1, appendix F.6.5; an axis that is turned is not read."""
    rx, ry, _, large, sweep = numbers[:5]
    (x1, y1), (x2, y2) = pen.at, end
    if not (rx and ry):
        pen.line(end)
        return
    # On the unit circle, with the chord's middle as origin.
    dx, dy = (x1 - x2) / 2 / rx, (y1 - y2) / 2 / ry
    half = math.hypot(dx, dy)
    grown = max(half, 1.0)  # radii too short for the chord grow to its half
    rx, ry, dx, dy = rx * grown, ry * grown, dx / grown, dy / grown
    away = math.sqrt(max(1 / (dx * dx + dy * dy) - 1, 0.0)) if half else 0.0
    side = 1 if bool(large) != bool(sweep) else -1
    cx, cy = side * away * dy, -side * away * dx
    start, stop = math.atan2(dy - cy, dx - cx), math.atan2(-dy - cy, -dx - cx)
    turn = (stop - start) % (2 * math.pi) if sweep else -((start - stop) % (2 * math.pi))
    middle = (cx * rx + (x1 + x2) / 2, cy * ry + (y1 + y2) / 2)
    count = max(1, math.ceil(abs(turn) / _QUARTER - 1e-9))
    step = turn / count
    reach = 4 / 3 * math.tan(step / 4)
    for number in range(count):
        a, b = start + number * step, start + (number + 1) * step
        ends = [
            (math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a)),
            (math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b)),
            (math.cos(b), math.sin(b)),
        ]
        pen.curve(*((middle[0] + rx * u, middle[1] + ry * v) for u, v in ends))
