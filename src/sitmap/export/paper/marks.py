"""Where the symbols of claims stand: alone, fanned out when few share a spot, or counted when many do.

The rules are those of the map in the browser (`maps/assets/marks.js` and `spread.js`), in points.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.path import Path

from sitmap.export.paper import fonts, symbols
from sitmap.export.paper.canvas import SMALL, Box, Canvas
from sitmap.palette import colours

_S = symbols.SCALE
#: Points within which symbols share a spot, when they are few and when they are many.
_REACH, _REACH_OF_MANY, _MANY = 25 * _S, 54 * _S, 120
#: The most symbols that fan out; room of one of them; room that a fan and a number need round them.
_FAN, _ROOM, _CLEARANCE = 7, 31 * _S, 84 * _S
#: Width of the arrow beside a symbol, and gap between a symbol and its number.
_MOVED, _BESIDE = 12 * _S, 2.5
_MOVING = frozenset({"withdrawn", "arriving"})
#: Rounds of pushing; room kept between two symbols; how far from its place one may be pushed.
_ROUNDS, _GAP, _FARTHEST = 80, 1.5, 110 * _S

#: End of a leader, where the claim's place is.
_FOOT = Path.circle(radius=1.3)

Claim = Mapping[str, Any]


@dataclass(slots=True)
class Mark:
    """A symbol, or a ring that counts several claims.

    Parameters
    ----------
    claims : sequence of mapping
        As `content.told` has them: one of a symbol, all of a ring.
    x, y : float
        Its centre, points.
    home : tuple of float
        Where its claim's place lies, points.
    left, right, half : float
        How far it reaches to the left and right, with arrow and number, and up and down.
    numbered : bool
        Whether the number of its claim stands beside it.
    fixed : bool
        Whether it stays where it is.
    """

    claims: Sequence[Claim]
    x: float
    y: float
    home: tuple[float, float]
    left: float
    right: float
    half: float
    numbered: bool = False
    fixed: bool = False

    @property
    def box(self) -> Box:
        """Room that it takes."""
        return self.x - self.left, self.y - self.half, self.x + self.right, self.y + self.half


@dataclass(slots=True)
class _Group:
    x: float
    y: float
    members: list[tuple[Claim, float, float]]
    clear: bool = True


def arrange(claims: Sequence[tuple[Claim, float, float]]) -> list[Mark]:
    """Give every claim a place on the page.

    Parameters
    ----------
    claims : sequence of tuple
        A claim, and x and y of its place, points.

    Returns
    -------
    list of Mark
        Each claim is in one of them.
    """
    few = len(claims) <= _MANY
    groups = _grouped(claims, _REACH if few else _REACH_OF_MANY)
    marks: list[Mark] = []
    for group in groups:
        if len(group.members) == 1 or (len(group.members) <= _FAN and (group.clear or few)):
            marks += _fanned(group, numbered=group.clear or few)
        else:
            marks.append(_ring(group))
    if few:
        _spread(marks)
    return marks


def draw(canvas: Canvas, marks: Sequence[Mark]) -> None:
    """Draw leaders, symbols and numbers."""
    for mark in marks:
        if math.dist((mark.x, mark.y), mark.home) > 1 and len(mark.claims) == 1:
            canvas.line([mark.home, (mark.x, mark.y)], colours()["quiet"], 0.6)
            canvas.path(
                _FOOT,
                at=mark.home,
                facecolor=colours()["quiet"],
                edgecolor=colours()["paper"],
                linewidth=0.5,
            )
    for mark in marks:
        if len(mark.claims) > 1:
            symbols.ring(canvas, Counter(claim["kind"] for claim in mark.claims), mark.x, mark.y)
            continue
        (claim,) = mark.claims
        symbols.draw(canvas, claim, mark.x, mark.y)
        if mark.numbered and claim["number"]:
            _number(canvas, mark, claim)


def _number(canvas: Canvas, mark: Mark, claim: Claim) -> None:
    y = mark.y + SMALL * 0.36
    if mark.left > mark.right:
        x, align = mark.x - symbols.half(claim) - _BESIDE, "right"
    else:
        moved = _MOVED if claim["status"] in _MOVING else 0
        x, align = mark.x + symbols.half(claim) + _BESIDE + moved, "left"
    canvas.text(x, y, claim["number"], bold=True, align=align, halo=True)


def _grouped(claims: Sequence[tuple[Claim, float, float]], reach: float) -> list[_Group]:
    """Greedy, in the order of the claims; says of each group whether it stands clear of the others."""
    near = _Grid(reach)
    groups: list[_Group] = []
    for claim, x, y in claims:
        found = near.nearest(x, y)
        if found is None:
            found = _Group(x, y, [])
            groups.append(found)
            near.add(found)
        found.members.append((claim, x, y))
    around = _Grid(_CLEARANCE)
    for group in groups:
        around.add(group)
    for group in groups:
        group.clear = around.nearest(group.x, group.y, but=group) is None
    return groups


class _Grid:
    """Cells that find what lies near a point."""

    def __init__(self, cell: float) -> None:
        self._cell = cell
        self._cells: defaultdict[tuple[int, int], list[_Group]] = defaultdict(list)

    def _key(self, x: float, y: float) -> tuple[int, int]:
        return math.floor(x / self._cell), math.floor(y / self._cell)

    def add(self, group: _Group) -> None:
        self._cells[self._key(group.x, group.y)].append(group)

    def nearest(self, x: float, y: float, *, but: _Group | None = None) -> _Group | None:
        """Find the nearest group within one cell's size."""
        column, row = self._key(x, y)
        found = [
            (math.dist((group.x, group.y), (x, y)), group)
            for i in (-1, 0, 1)
            for j in (-1, 0, 1)
            for group in self._cells.get((column + i, row + j), ())
            if group is not but
        ]
        best = min(found, key=lambda pair: pair[0], default=None)
        return best[1] if best is not None and best[0] < self._cell else None


def _ring(group: _Group) -> Mark:
    half = symbols.ring_half(len(group.members))
    claims = [claim for claim, _, _ in group.members]
    return Mark(claims, group.x, group.y, (group.x, group.y), half, half, half, fixed=True)


def _fanned(group: _Group, *, numbered: bool) -> Iterator[Mark]:
    """Round the group's middle, in the order in which the places lie round it."""
    members = group.members
    x = sum(member[1] for member in members) / len(members)
    y = sum(member[2] for member in members) / len(members)
    if len(members) == 2:  # noqa: PLR2004 - a pair stands side by side
        members = sorted(members, key=lambda member: member[1])
    else:
        members = sorted(members, key=lambda member: math.atan2(x - member[1], member[2] - y))
    for (claim, at_x, at_y), (dx, dy) in zip(members, _fan(len(members)), strict=True):
        half = symbols.half(claim)
        moving = _MOVED if claim["status"] in _MOVING else 0.0
        wide = (
            _BESIDE + fonts.width(claim["number"], SMALL, bold=True) if numbered and claim["number"] else 0.0
        )
        # A number stands on the outer side of its symbol.
        outer = x + dx - at_x < -1
        left, right = (wide, moving) if outer else (0.0, moving + wide)
        yield Mark([claim], x + dx, y + dy, (at_x, at_y), half + left, half + right, half, numbered)


def _fan(count: int) -> list[tuple[float, float]]:
    """Offsets of n symbols round their common spot; at most `_FAN`."""
    if count == 1:
        return [(0.0, 0.0)]
    radius = max(18 * _S, count * _ROOM / (2 * math.pi))
    start = math.pi if count == 2 else -math.pi / 2  # noqa: PLR2004 - as above
    angles = [2 * math.pi * i / count + start for i in range(count)]
    return [(radius * math.cos(angle), radius * math.sin(angle)) for angle in angles]


def _spread(marks: Sequence[Mark]) -> None:
    """Push symbols apart until none overlaps another or the rounds are over."""
    for _ in range(_ROUNDS):
        moved = False
        for i, one in enumerate(marks):
            for other in marks[i + 1 :]:
                moved = _part(one, other) or moved
        if not moved:
            return
        for mark in marks:
            _hold(mark)


def _part(a: Mark, b: Mark) -> bool:
    """Push two marks apart along the axis that takes less; what is fixed stays."""
    x = min(a.x + a.right, b.x + b.right) - max(a.x - a.left, b.x - b.left) + _GAP
    y = min(a.y + a.half, b.y + b.half) - max(a.y - a.half, b.y - b.half) + _GAP
    if x <= 0 or y <= 0 or (a.fixed and b.fixed):
        return False
    share = 0.0 if a.fixed else 1.0 if b.fixed else 0.5
    if x < y:
        way = x if a.x + (a.right - a.left) / 2 <= b.x + (b.right - b.left) / 2 else -x
        a.x -= way * share
        b.x += way * (1 - share)
    else:
        way = y if a.y <= b.y else -y
        a.y -= way * share
        b.y += way * (1 - share)
    return True


def _hold(mark: Mark) -> None:
    far = math.dist((mark.x, mark.y), mark.home)
    if far > _FARTHEST:
        mark.x = mark.home[0] + (mark.x - mark.home[0]) * _FARTHEST / far
        mark.y = mark.home[1] + (mark.y - mark.home[1]) * _FARTHEST / far
