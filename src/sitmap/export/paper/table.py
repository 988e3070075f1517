"""The pages behind the first: every claim with its words, findings and source, then the sources."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sitmap import words
from sitmap.export.paper import furniture, sections, symbols
from sitmap.export.paper.canvas import SMALL, Box, Canvas
from sitmap.export.paper.flow import Piece, Pieces, Run, draw, heading, item, pour
from sitmap.export.paper.mapping import Told
from sitmap.palette import colours

_HEADS = ("document.claim", "document.where", "document.checked", "document.source")
#: Shares of the width.
_SHARES = (0.34, 0.25, 0.27, 0.14)
_GUTTER, _INDENT = 10.0, 15.0
#: Claims that are listed; files for tables have no such end.
MOST = 150
#: Lines that one text may take.
_LINES = 10


@dataclass(frozen=True, slots=True)
class _Columns:
    lefts: tuple[float, ...]
    widths: tuple[float, ...]


def pages(told: Told, paper: furniture.Paper) -> Iterator[Canvas]:
    """Pages with every claim and every source, without their feet."""
    canvas, body = _page(told, paper)
    width = body[2] - body[0]
    columns = _columns(width)
    top = _head(columns, width)
    pieces = Pieces(_pieces(told, columns, width))
    while pieces.next is not None:
        left, upper, right, lower = body
        top.draw(canvas, left, upper)
        draw(canvas, pour(pieces, [(left, upper + top.height, right, lower)]))
        yield canvas
        canvas, body = _page(told, paper)


def _pieces(told: Told, columns: _Columns, width: float) -> Iterator[Piece]:
    yield from _rows(told, columns, width)
    yield from sections.events(told, width)
    if told.words["sources"]:
        yield heading(words.say("document.sources"), width)
        yield from sections.sources(told, width)
    for note in told.product.notes:
        yield item([Run(note, colour="quiet")], width)


def _page(told: Told, paper: furniture.Paper) -> tuple[Canvas, Box]:
    canvas = Canvas(paper.width, paper.height)
    return canvas, furniture.body(canvas, furniture.head(canvas, told, short=True) + 4)


def _columns(width: float) -> _Columns:
    room = width - _GUTTER * (len(_SHARES) - 1)
    widths = tuple(room * share for share in _SHARES)
    return _Columns(tuple(sum(widths[:i]) + _GUTTER * i for i in range(len(widths))), widths)


def _head(columns: _Columns, width: float) -> Piece:
    def shown(canvas: Canvas, x: float, y: float) -> None:
        for left, name in zip(columns.lefts, _HEADS, strict=True):
            canvas.text(x + left, y + 10, words.say(name), bold=True)
        canvas.line([(x, y + 14), (x + width, y + 14)], colours()["ink"], 0.8)

    return Piece(18, shown)


def _rows(told: Told, columns: _Columns, width: float) -> Iterator[Piece]:
    claims = sections.in_order(told)
    seen: dict[str, int] = {}
    for number, claim in enumerate(claims[:MOST], start=1):
        checked = _checked(claim, told.words["findings"], seen, number)
        cells = [_said(number, claim), _placed(claim), checked, _from(claim)]
        yield _row(claim, cells, columns, width)
    if len(claims) > MOST:
        text = words.say("paper.first", most=MOST, n=len(claims))
        yield item([Run(text, bold=True)], width)


def _row(claim: Mapping[str, Any], cells: Sequence[Sequence[Run]], columns: _Columns, width: float) -> Piece:
    mark = partial(_symbol, claim=claim)
    made = [
        item(cell, wide, indent=0 if position else _INDENT, mark=None if position else mark)
        for position, (cell, wide) in enumerate(zip(cells, columns.widths, strict=True))
    ]
    height = max(piece.height for piece in made) + 4

    def shown(canvas: Canvas, x: float, y: float) -> None:
        for left, piece in zip(columns.lefts, made, strict=True):
            piece.draw(canvas, x + left, y)
        canvas.line([(x, y + height - 3), (x + width, y + height - 3)], colours()["border"], 0.4)

    return Piece(height, shown)


def _said(number: int, claim: Mapping[str, Any]) -> list[Run]:
    quote = claim["quote"]
    return [
        Run(f"{number}. {claim['summary']}", bold=True, most=_LINES),
        Run(f"“{quote}”" if quote else "", most=_LINES),
        Run(claim["what"], colour="quiet", most=3),
        Run(claim["review_words"], colour="quiet", most=3),
    ]


def _placed(claim: Mapping[str, Any]) -> list[Run]:
    told = ("where", "when", "flight_words", "zone_words", "uncertainty_words")
    note = claim["note"]
    if claim["lat"] is None:
        note = ": ".join(filter(None, (words.say("document.unplaced"), note)))
    return [*(Run(claim[field], most=4) for field in told), Run(note, colour="quiet", most=4)]


def _checked(
    claim: Mapping[str, Any], findings: Mapping[str, Any], seen: dict[str, int], number: int
) -> list[Run]:
    """Give each finding in full under its first claim, and by reference under the others."""
    if not claim["findings"]:
        return [Run(words.say("document.unchecked"), colour="quiet")]
    runs = []
    for key in claim["findings"]:
        finding = findings[key]
        first = seen.setdefault(key, number)
        name = f"{finding['verdict_words']}: {finding['check_words']}"
        if first == number:
            runs += [Run(name, bold=True), Run(finding["explanation"], most=_LINES)]
        else:
            runs.append(Run(words.say("paper.under", name=name, first=first)))
    return runs


def _from(claim: Mapping[str, Any]) -> list[Run]:
    return [
        Run(f"{claim['certainty_words']} [{claim['source_no']}]", most=_LINES),
        Run(claim["grade_words"], colour="quiet", most=4),
    ]


def _symbol(canvas: Canvas, x: float, y: float, *, claim: Mapping[str, Any]) -> None:
    symbols.draw(canvas, {**claim, "size": 0, "verdict": ""}, x, y + SMALL * 0.1, scale=0.62)
