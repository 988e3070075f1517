"""The first page: title and mark, map, key, findings, claims and sources, notes."""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sitmap import words
from sitmap.export.paper import fonts, furniture, mapping, sections
from sitmap.export.paper.canvas import Box, Canvas
from sitmap.export.paper.flow import Piece, Pieces, Run, draw, heading, item, pour
from sitmap.export.paper.mapping import Drawn, Told

_SIDE, _GUTTER = 236.0, 14.0
#: Characters without a font that are named.
_LOST = 8
#: Room for the notes under the map, square points.
_NOTES = 30_000.0
#: Share of a portrait page's body that the map takes.
_UPPER = 0.5
#: Room for the line that says what is left out, and room that broken columns waste, points.
_MORE, _SLACK = 14.0, 12.0
#: Shares of a column that findings, and of the rest that sources may take when not all fits.
_FINDINGS, _SOURCES = 0.6, 0.4


@dataclass(frozen=True, slots=True)
class Laid:
    """The first page, and whether it says everything there is to say."""

    canvas: Canvas
    whole: bool


def first(told: Told, paper: furniture.Paper, *, alone: bool) -> Laid:
    """Lay out the first page.

    Parameters
    ----------
    told : Told
        The situation.
    paper : Paper
        Its size.
    alone : bool
        Whether no other page can follow, as in a picture.

    Returns
    -------
    Laid
        Without its foot, which tells the number of pages.
    """
    canvas = Canvas(paper.width, paper.height)
    body = furniture.body(canvas, furniture.head(canvas, told))
    map_box, columns = _divided(body)
    # What is under the map depends on the map, and the map on the room above it.
    left, top, right, bottom = map_box
    under = bottom - _NOTES / (right - left)
    drawn = mapping.draw(canvas, (left, top, right, under), told)
    furniture.notes(canvas, (left, under + 4, right, bottom), notes(told, drawn))
    width = columns[0][2] - columns[0][0]
    start = sections.legend(drawn, width, 2)
    pieces = Pieces(itertools.chain(start, _said(told, width)))
    placed = pour(pieces, columns)
    whole = pieces.next is None
    if not whole:
        where = words.say("paper.in_pdf" if alone else "paper.next_pages")
        room = sum(bottom - top for _, top, _, bottom in columns) - _height(start)
        placed = pour(Pieces([*start, *_shortened(told, width, room, where)]), columns)
    draw(canvas, placed)
    return Laid(canvas, whole)


def notes(told: Told, drawn: Drawn) -> list[str]:
    """Say what belongs under the map."""
    lost = fonts.missing(_texts(told))
    unplaced = sum(claim["lat"] is None for claim in told.words["claims"].values())
    caution = words.table("caution")
    found = [
        caution["marks"],
        caution["boundaries"],
        f"{words.say('paper.map', projection=drawn.frame.name)} {caution['credit']}",
    ]
    sides = told.product.cover.sides
    lead = [sides.note()] if sides else []
    if drawn.counted:
        total = len(drawn.alone) + drawn.counted
        rings = words.say("paper.rings", n=drawn.rings)
        lead.append(
            words.say("paper.counted", n=total, alone=len(drawn.alone), counted=drawn.counted, rings=rings)
        )
    if drawn.outside:
        lead.append(words.say("paper.outside", n=drawn.outside))
    if unplaced:
        lead.append(words.say("paper.unplaced", n=unplaced))
    if lost:
        shown = ", ".join(f"U+{ord(char):04X}" for char in lost[:_LOST]) + (
            " ..." if len(lost) > _LOST else ""
        )
        lead.append(words.say("paper.lost", n=len(lost), shown=shown))
    return [*lead, *found]


def _texts(told: Told) -> list[str]:
    """Every text of a report that may stand on a page."""
    fields = ("summary", "quote", "where", "when", "certainty_words", "what", "note", "review_words")
    words = told.words
    return [
        words["title"],
        *(claim[field] for claim in words["claims"].values() for field in fields),
        *(finding["explanation"] for finding in words["findings"].values()),
        *(source[field] for source in words["sources"] for field in ("title", "publisher", "url")),
    ]


def _divided(body: Box) -> tuple[Box, list[Box]]:
    """Map and columns: side by side on a wide page, one above the other on a tall one."""
    left, top, right, bottom = body
    if right - left > bottom - top:
        side = right - _SIDE
        return (left, top, side - _GUTTER, bottom), [(side, top - 4, right, bottom)]
    lower = top + (bottom - top) * _UPPER
    half = (right - left - _GUTTER) / 2
    return (left, top, right, lower), [
        (left, lower + 6, left + half, bottom),
        (right - half, lower + 6, right, bottom),
    ]


def _said(told: Told, width: float) -> Iterator[Piece]:
    """Give findings, claims and sources in full."""
    if told.words["findings"]:
        yield heading(words.say("document.findings"), width)
        yield from sections.findings(told, width)
    if told.words["claims"]:
        yield heading(words.say("document.all_claims"), width)
        yield from sections.claims(told, width)
    else:
        yield item([Run(words.say("document.nothing"))], width)
    yield from sections.events(told, width)
    if told.words["sources"]:
        yield heading(words.say("document.sources"), width)
        yield from sections.sources(told, width)
    for note in told.product.notes:
        yield item([Run(note, colour="quiet")], width)


def _shortened(told: Told, width: float, room: float, where: str) -> list[Piece]:
    """Give what fits of findings, claims and sources in brief, and the number of what does not."""
    found = told.words
    findings = sections.findings_in_brief(told, width)
    left = room - _SLACK
    first = _some("findings", findings, len(findings), left * _FINDINGS, width, where)
    left -= _height(first)
    sources = sections.sources(told, width)
    last = _some("sources", sources, len(found["sources"]), left * _SOURCES, width, where)
    left -= _height(last)
    claims = sections.claims_in_brief(told, width)
    middle = _some("claims", claims, len(found["claims"]), left, width, where)
    return [*first, *middle, *last]


def _height(pieces: Iterable[Piece]) -> float:
    return sum(piece.height for piece in pieces)


def _some(
    what: str, pieces: Iterable[Piece], count: int, room: float, width: float, where: str
) -> list[Piece]:
    """As many as fit under a heading, and how many more there are; nothing of none."""
    if not count:
        return []
    top = heading(words.say(f"document.{what}"), width)
    kept: list[Piece] = []
    used = top.height
    for piece in pieces:
        if used + piece.height > room:
            break
        kept.append(piece)
        used += piece.height
    if len(kept) == count:
        return [top, *kept]
    while kept and used + _MORE > room:
        used -= kept.pop().height
    told = words.say(f"paper.{'more' if kept else 'all'}_{what}", n=count - len(kept), where=where)
    return [top, *kept, item([Run(told, colour="quiet")], width)]
