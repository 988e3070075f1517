"""Text in columns: headings, items with a picture, and what of them fits."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sitmap.export.paper import fonts
from sitmap.export.paper.canvas import LEADING, SMALL, Box, Canvas
from sitmap.palette import colours

_GAP = 3.5
_HEADING, _KEPT = 9.5, 36.0


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that is drawn from a left and top edge and is not broken.

    Parameters
    ----------
    height : float
        Points.
    draw : callable
        Draws it, given the canvas, left and top.
    keep : float
        Room that must be left below it, so that no heading stands alone at the foot.
    """

    height: float
    draw: Callable[[Canvas, float, float], None]
    keep: float = 0.0


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look."""

    text: str
    bold: bool = False
    colour: str = ""
    most: int = 0


def heading(text: str, width: float) -> Piece:
    """Heading of a section, with a line under it."""

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.text(x, y + _HEADING + 6, text, size=_HEADING, bold=True)
        canvas.line([(x, y + _HEADING + 9.5), (x + width, y + _HEADING + 9.5)], colours()["border"], 0.6)

    return Piece(_HEADING + 13.5, draw, keep=_KEPT)


def item(
    runs: Sequence[Run],
    width: float,
    *,
    mark: Callable[[Canvas, float, float], None] | None = None,
    indent: float = 0.0,
    gap: float = _GAP,
) -> Piece:
    """Paragraphs of one item, one below another.

    Parameters
    ----------
    runs : sequence of Run
        A paragraph each; empty ones are left out.
    width : float
        Room, points.
    mark : callable, optional
        Draws a picture in the indent, given the middle of the first line.
    indent : float
        Room left of the text, points.
    gap : float
        Below it, points.
    """
    told = [
        (fonts.lines(run.text, SMALL, width - indent, bold=run.bold, most=run.most), run)
        for run in runs
        if run.text.strip()
    ]
    height = sum(len(lines) for lines, _ in told) * SMALL * LEADING + gap

    def draw(canvas: Canvas, x: float, y: float) -> None:
        if mark is not None:
            mark(canvas, x + indent / 2 - 2, y + SMALL * LEADING / 2)
        for lines, run in told:
            style: dict[str, Any] = {"bold": run.bold, "colour": colours()[run.colour] if run.colour else ""}
            y += canvas.paragraph(x + indent, y, lines, **style)

    return Piece(height, draw)


class Pieces:
    """Pieces that are made when they are asked for: a page does not lay out a thousand claims."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._rest = iter(pieces)
        self._next = next(self._rest, None)

    @property
    def next(self) -> Piece | None:
        """The next piece, None when there is none."""
        return self._next

    def pop(self) -> Piece:
        """Take the next piece.

        Raises
        ------
        IndexError
            If there is none.
        """
        if self._next is None:
            raise IndexError("no piece is left")
        taken, self._next = self._next, next(self._rest, None)
        return taken


def pour(pieces: Pieces, columns: Sequence[Box]) -> list[tuple[Piece, float, float]]:
    """Fill columns one after another; what does not fit stays in `pieces`.

    Parameters
    ----------
    pieces : Pieces
        In the order of reading.
    columns : sequence of Box
        left, top, right, bottom of each, points.

    Returns
    -------
    list of tuple
        Pieces with their left and top. One that is higher than a column has that column alone.
    """
    placed: list[tuple[Piece, float, float]] = []
    for left, top, _, bottom in columns:
        y = top
        while pieces.next is not None and (y == top or y + pieces.next.height + pieces.next.keep <= bottom):
            piece = pieces.pop()
            placed.append((piece, left, y))
            y += piece.height
    return placed


def draw(canvas: Canvas, placed: Iterable[tuple[Piece, float, float]]) -> None:
    """Draw pieces where `pour` has put them."""
    for piece, x, y in placed:
        piece.draw(canvas, x, y)
