"""Slides of one presentation: native titles, text and tables, the handling mark on each."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pptx
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Pt

from sitmap import handling, words
from sitmap.export import archive
from sitmap.export.paper import fonts
from sitmap.palette import colours

#: Wide slide, 13.33 by 7.5 inches, points.
WIDTH, HEIGHT = 960.0, 540.0
#: Edge of the text, points, and where the body of a slide begins and ends.
LEFT, RIGHT, TOP, BOTTOM = 36.0, 924.0, 78.0, 488.0
_TITLE_ONLY = 5  # layout of python-pptx's own template
_TITLE_SIZES, _MARK_SIZE = (24.0, 20.0, 16.0, 14.0), 14.0
_MARK_HIGH, _MARK_PAD = 24.0, 24.0
_CELL_X, _CELL_Y = 5.0, 3.0
#: Height of a line of text as a share of its size in PowerPoint's own fonts.
_LEADING = 1.22
#: Room above a heading or an item, points.
_APART = 3.0
_HEAD_HIGH = 22.0

#: left, top, width, height, points
Area = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of one look."""

    text: str
    size: float = 11.0
    bold: bool = False
    colour: str = "ink"
    apart: bool = False  # from the line above


class Deck:
    """Presentation that grows slide by slide.

    Parameters
    ----------
    title : str
        What its properties say that it is.
    mark : str
        Handling mark, "" for none.
    notes : str
        Text under every slide.
    """

    def __init__(self, title: str, *, mark: str, notes: str) -> None:
        self._made = pptx.Presentation()
        self._made.slide_width, self._made.slide_height = Pt(WIDTH), Pt(HEIGHT)
        about = self._made.core_properties
        about.title, about.author, about.last_modified_by, about.subject = (
            fonts.seen(title)[:255],
            "sitmap",
            "sitmap",
            mark,
        )
        self._mark = handling.mark(mark) if mark else None
        self._notes = notes

    def slide(self, title: str) -> Any:  # noqa: ANN401 - python-pptx types no slide
        """Add a slide with its title, handling mark and notes."""
        slide = self._made.slides.add_slide(self._made.slide_layouts[_TITLE_ONLY])
        wide = RIGHT - LEFT - self._mark_width() - 20
        heading = slide.shapes.title
        _place(heading, (LEFT, 14, wide + 20, 40))
        for size in _TITLE_SIZES:
            lines = fonts.lines(title, size, wide, bold=True, most=2)
            if len(lines) == 1:
                break
        _write(heading.text_frame, [Line(" ".join(lines), size, bold=True)])
        heading.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        if self._mark is not None:
            for top in (14.0, HEIGHT - 14 - _MARK_HIGH):
                self._stamp(slide, top)
        slide.notes_slide.notes_text_frame.text = self._notes
        return slide

    def text(self, slide: Any, area: Area, lines: Sequence[Line]) -> None:  # noqa: ANN401 - as above
        """Add a box of text."""
        box = slide.shapes.add_textbox(0, 0, 0, 0)
        _place(box, area)
        _write(box.text_frame, lines)

    def picture(self, slide: Any, area: Area, png: bytes, alt: str) -> None:  # noqa: ANN401 - as above
        """Add a picture with words for those who do not see it."""
        shape = slide.shapes.add_picture(io.BytesIO(png), *map(Pt, area))
        shape._element.nvPicPr.cNvPr.set("descr", fonts.seen(alt)[:2000])  # noqa: SLF001 - python-pptx has no other way

    def tables(
        self,
        title: str,
        heads: Sequence[str],
        shares: Sequence[float],
        rows: Iterable[Sequence[Sequence[Line]]],
    ) -> None:
        """Add as many slides as a table needs.

        Parameters
        ----------
        title : str
            Of each slide; those behind the first say that they go on.
        heads : sequence of str
            Of the columns.
        shares : sequence of float
            Of the width, a column each; 1 together.
        rows : iterable of sequence
            A sequence of lines a cell. A row is not broken: its cells must fit a slide.
        """
        widths = [(RIGHT - LEFT) * share for share in shares]
        page: list[Sequence[Sequence[Line]]] = []
        used, number = _HEAD_HIGH, 0
        for row in rows:
            high = max(_height(cell, wide) for cell, wide in zip(row, widths, strict=True))
            if page and used + high > BOTTOM - TOP:
                self._table(
                    title if not number else words.say("slides.continued", title=title), heads, widths, page
                )
                page, used, number = [], _HEAD_HIGH, number + 1
            page.append(row)
            used += high
        if page:
            self._table(
                title if not number else words.say("slides.continued", title=title), heads, widths, page
            )

    def to_bytes(self) -> bytes:
        """Give the file: the same slides give the same bytes."""
        written = io.BytesIO()
        self._made.save(written)
        with zipfile.ZipFile(written) as packed:  # python-pptx stamps its parts with the time of day
            return archive.packed({name: packed.read(name) for name in packed.namelist()})

    def _table(
        self,
        title: str,
        heads: Sequence[str],
        widths: Sequence[float],
        rows: Sequence[Sequence[Sequence[Line]]],
    ) -> None:
        slide = self.slide(title)
        shape = slide.shapes.add_table(
            len(rows) + 1, len(heads), Pt(LEFT), Pt(TOP), Pt(RIGHT - LEFT), Pt(_HEAD_HIGH)
        )
        table = shape.table
        for column, wide in zip(table.columns, widths, strict=True):
            column.width = Pt(wide)
        head = [[Line(name, 11, bold=True, colour="paper")] for name in heads]
        for row, cells in zip(table.rows, [head, *rows], strict=True):
            row.height = Pt(_HEAD_HIGH if cells is head else 12)
            for cell, lines in zip(row.cells, cells, strict=True):
                cell.margin_left = cell.margin_right = Pt(_CELL_X)
                cell.margin_top = cell.margin_bottom = Pt(_CELL_Y)
                _write(cell.text_frame, lines)
                cell.fill.solid()
                cell.fill.fore_color.rgb = _rgb(colours()["deployment-ink" if cells is head else "paper"])

    def _mark_width(self) -> float:
        return fonts.width(self._mark.mark, _MARK_SIZE, bold=True) + _MARK_PAD if self._mark else 0.0

    def _stamp(self, slide: Any, top: float) -> None:  # noqa: ANN401 - as above
        mark = self._mark
        if mark is None:
            return
        box = slide.shapes.add_textbox(0, 0, 0, 0)
        wide = self._mark_width()
        _place(box, (RIGHT - wide, top, wide, _MARK_HIGH))
        box.fill.solid()
        box.fill.fore_color.rgb = _rgb(mark.ground)
        box.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        _write(box.text_frame, [Line(mark.mark, _MARK_SIZE, bold=True, colour=mark.ink)])
        box.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT


def _place(shape: Any, area: Area) -> None:  # noqa: ANN401 - as above
    shape.left, shape.top, shape.width, shape.height = (Emu(int(Pt(value))) for value in area)


def _write(frame: Any, lines: Sequence[Line]) -> None:  # noqa: ANN401 - as above
    frame.word_wrap = True
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        if number and (line.bold or line.apart):
            paragraph.space_before = Pt(_APART)
        run = paragraph.add_run()
        run.text = fonts.seen(line.text)
        run.font.size, run.font.bold = Pt(line.size), line.bold
        run.font.color.rgb = _rgb(line.colour if line.colour.startswith("#") else colours()[line.colour])


def _height(cell: Sequence[Line], wide: float) -> float:
    """Height of a cell by DejaVu's widths, which are no smaller than those of PowerPoint's fonts."""
    lines = sum(
        len(fonts.lines(line.text, line.size, wide - 2 * _CELL_X, bold=line.bold)) * line.size
        for line in cell
    )
    return lines * _LEADING + 2 * _CELL_Y


def _rgb(colour: str) -> Any:  # noqa: ANN401 - as above
    make: Any = RGBColor  # python-pptx types nothing
    return make(*bytes.fromhex(colour[1:]))
