"""What every page carries: title, times, handling mark top and bottom, page number."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sitmap import handling, words
from sitmap.errors import ExportError
from sitmap.export.paper import fonts
from sitmap.export.paper.canvas import LEADING, SMALL, Box, Canvas
from sitmap.export.paper.mapping import Told
from sitmap.palette import colours

#: Clear space round the page, points: what office printers leave white.
MARGIN = 26.0
_TITLES, _MARK = (17.0, 15.0, 13.0), 12.0
_MARK_HIGH, _MARK_PAD = 18.0, 6.0
#: Verdicts that are counted under the title.
_TROUBLES = ("inconsistent", "marginal")
_FOOT = 30.0


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper, points of 1/72 inch."""

    width: float
    height: float


#: ISO 216 A4 is 210 by 297 mm, North American letter 8.5 by 11 inches.
PAPERS: Mapping[str, Paper] = {
    "a4": Paper(841.89, 595.28),
    "a4-portrait": Paper(595.28, 841.89),
    "letter": Paper(792.0, 612.0),
    "letter-portrait": Paper(612.0, 792.0),
}


def paper(name: str) -> Paper:
    """Find a size of paper by its name.

    Raises
    ------
    ExportError
        If there is no such paper.
    """
    if name not in PAPERS:
        raise ExportError(f"{name!r} is no paper that is known: give one of {', '.join(PAPERS)}")
    return PAPERS[name]


def head(canvas: Canvas, told: Told, *, short: bool = False) -> float:
    """Write title, period and times; give the height at which the page goes on.

    Parameters
    ----------
    canvas : Canvas
        An empty page.
    told : Told
        The situation.
    short : bool
        For the pages behind the first: the title alone, smaller.
    """
    room = canvas.width - 2 * MARGIN - _mark(canvas, told, MARGIN - 6)
    y = MARGIN - 4
    # The largest type that sets the title on one line.
    for size in (10.0,) if short else _TITLES:
        title = fonts.lines(told.words["title"], size, room, bold=True, most=1 if short else 2)
        if len(title) == 1:
            break
    y += canvas.paragraph(MARGIN, y, title, size=size, bold=True)
    if not short:
        under = fonts.lines(" · ".join(facts(told)), 9, canvas.width - 2 * MARGIN, most=2)
        y = max(y, MARGIN - 6 + _MARK_HIGH) + 1
        y += canvas.paragraph(MARGIN, y, under, size=9, colour=colours()["quiet"])
    return y + 5


def foot(canvas: Canvas, told: Told, page: int, pages: int) -> None:
    """Write the foot of a page: what it is, its number, the handling mark again."""
    y = canvas.height - MARGIN + 6
    _mark(canvas, told, y - _MARK_HIGH)
    number = words.say("paper.page", page=page, pages=pages) if pages > 1 else ""
    line = " · ".join(filter(None, [number, words.say("paper.drawn")]))
    canvas.text(MARGIN, y - 5, line, colour=colours()["quiet"])


def body(canvas: Canvas, top: float) -> Box:
    """Give the box between head and foot."""
    return MARGIN, top, canvas.width - MARGIN, canvas.height - _FOOT - MARGIN / 2 + 6


def notes(canvas: Canvas, box: Box, told: list[str]) -> None:
    """Write notes into a box, from its upper edge."""
    left, top, right, bottom = box
    most = int((bottom - top) / SMALL / LEADING)
    lines = fonts.lines(" ".join(told), SMALL, right - left, most=most)
    canvas.paragraph(left, top, lines, colour=colours()["quiet"])


def _mark(canvas: Canvas, told: Told, y: float) -> float:
    """Draw the handling mark at the right edge, as TLP 2.0 asks; give its width."""
    name = told.product.cover.handling
    if not name:
        return 0.0
    mark = handling.mark(name)
    wide = fonts.width(mark.mark, _MARK, bold=True) + 2 * _MARK_PAD
    right = canvas.width - MARGIN
    canvas.box((right - wide, y, right, y + _MARK_HIGH), facecolor=mark.ground)
    canvas.text(right - _MARK_PAD, y + 13.5, mark.mark, size=_MARK, bold=True, colour=mark.ink, align="right")
    return wide + 10


def facts(told: Told) -> list[str]:
    """Give period, times and numbers: what the reader asks first."""
    found = told.words
    verdicts = Counter(finding["verdict"] for finding in found["findings"].values())
    cut_off = cut_off_day(told)
    claims = words.say("document.n_claims", n=len(found["claims"]))
    reports = words.say("document.n_reports", n=len(found["sources"]))
    return [
        text
        for text in (
            found["period"],
            words.say("paper.as_of", time=found["as_of"]) if found["as_of"] else "",
            words.say("paper.cut_off", day=cut_off) if cut_off else "",
            words.say("document.from", claims=claims, reports=reports),
            *(words.say(f"document.{name}", n=verdicts[name]) for name in _TROUBLES if verdicts[name]),
        )
        if text
    ]


def cut_off_day(told: Told) -> str:
    """Day of the latest report, "" when none has one."""
    days = [report.published for report in told.product.reports if report.published]
    return words.day(max(days)) if days else ""


def metadata(told: Told) -> dict[str, Any]:
    """Say what a PDF says of itself: nothing that depends on the clock."""
    title = fonts.plain(told.words["title"])
    return {"Title": title, "Creator": "sitmap", "Subject": told.product.cover.handling, "CreationDate": None}
