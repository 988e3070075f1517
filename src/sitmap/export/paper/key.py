"""The key: one line for each look that stands on the map, and none for others."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import shapely

from sitmap import words
from sitmap.export.paper import fonts, overlays, symbols
from sitmap.export.paper.canvas import SMALL, Canvas
from sitmap.export.paper.mapping import Drawn
from sitmap.palette import colours

_ROW, _PICTURE = 15.0, 26.0
_PLAIN: Mapping[str, Any] = {
    "kind": "deployment", "asset": "", "size": 0, "status": "present", "stance": "asserted",
    "background": False, "verdict": "",
}  # fmt: skip
#: Looks that any kind may have: field, value, its words.
_STATES = (
    ("status", "arriving", "status.arriving"),
    ("status", "planned", "status.planned"),
    ("status", "withdrawn", "status.withdrawn"),
    ("stance", "denied", "stance.denied"),
    ("background", True, "background.yes"),
)
_VERDICTS = ("inconsistent", "marginal")

Picture = Callable[[Canvas, float, float], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the key: its words, and what draws its picture round a point."""

    text: str
    picture: Picture


def entries(drawn: Drawn) -> list[Entry]:
    """Lines of the key for what is on a map."""
    return [*_kinds(drawn.alone), *_states(drawn.alone), *_counted(drawn), *_under(drawn)]


def height(found: Sequence[Entry], columns: int) -> float:
    """Height of the key in some columns, points."""
    return -(-len(found) // columns) * _ROW


def draw(canvas: Canvas, found: Sequence[Entry], x: float, y: float, *, width: float, columns: int) -> None:
    """Draw the key from its upper left corner, down the columns in turn."""
    rows = -(-len(found) // columns)
    wide = width / columns
    for position, entry in enumerate(found):
        left, middle = x + wide * (position // rows), y + _ROW * (position % rows + 0.5)
        entry.picture(canvas, left + _PICTURE / 2 - 3, middle)
        (text,) = fonts.lines(entry.text, SMALL, wide - _PICTURE, most=1)
        canvas.text(left + _PICTURE, middle + SMALL * 0.36, text)


def _symbol(like: Mapping[str, Any], **look: object) -> Picture:
    """Picture of a symbol as a claim has it, by sitmap's own symbols or by the standard's."""
    claim = {**_PLAIN, "kind": like["kind"], "sidc": like["sidc"], **look}
    # Symbols after APP-6 are larger than our own, and a row of the key is not.
    scale = 0.62 if like["sidc"] else 0.8
    return lambda canvas, x, y: symbols.draw(canvas, claim, x, y, scale=scale)


def _kinds(alone: Sequence[Mapping[str, Any]]) -> Iterator[Entry]:
    for kind, name in symbols.KINDS.items():
        own = [claim for claim in alone if claim["kind"] == kind]
        if kind != "deployment":
            if own:
                yield Entry(name, _symbol(own[0]))
            continue
        present = {claim["asset"] for claim in own}
        assets = words.table("asset")
        for asset in [asset for asset in assets if asset in present]:
            like = next(claim for claim in own if claim["asset"] == asset)
            yield Entry(f"{name}: {assets[asset]}", _symbol(like, asset=asset))
        if present - set(assets):
            yield Entry(name, _symbol(next(claim for claim in own if claim["asset"] not in assets)))
        if len({claim["size"] for claim in own} - {0}) > 1:
            yield Entry(words.say("paper.larger"), _symbol(own[0], asset=own[0]["asset"], size=3))


def _states(alone: Sequence[Mapping[str, Any]]) -> Iterator[Entry]:
    for field, value, told in _STATES:
        like = [claim for claim in alone if claim[field] == value]
        if like:
            yield Entry(words.say(told), _symbol(like[0], **{field: value}))
    for verdict in _VERDICTS:
        if any(claim["verdict"] == verdict for claim in alone):
            yield Entry(words.table("verdict")[verdict].lower(), _corner(verdict))


def _corner(verdict: str) -> Picture:
    return lambda canvas, x, y: symbols.corner(canvas, verdict, (x, y), 0, symbols.SCALE)


def _counted(drawn: Drawn) -> Iterator[Entry]:
    if drawn.rings:
        counts = {"deployment": 1, "launch": 1, "impact": 1, "site": 1}
        yield Entry(
            words.say("paper.several"), lambda canvas, x, y: symbols.ring(canvas, counts, x, y, small=True)
        )


def _under(drawn: Drawn) -> Iterator[Entry]:
    for named, told in ((True, "paper.outlines"), (False, "paper.uncertainty")):
        kinds = [kind for kind in symbols.KINDS if (kind, named) in drawn.areas]
        if kinds:
            yield Entry(words.say(told), _patches(kinds, named=named))
    if drawn.tracks:
        yield Entry(words.say("paper.tracks"), _track)
    if drawn.zones:
        yield Entry(words.say("paper.zones"), _zone(disputed=False))
    if drawn.disputed:
        yield Entry(words.say("paper.disputed"), _zone(disputed=True))


def _patches(kinds: Sequence[str], *, named: bool) -> Picture:
    """Patch with a strip for each kind."""

    def picture(canvas: Canvas, x: float, y: float) -> None:
        wide = 20 / len(kinds)
        for position, kind in enumerate(kinds):
            left = x - 10 + wide * position
            overlays.area(canvas, shapely.box(left, y - 5, left + wide, y + 5), kind, named=named)

    return picture


def _track(canvas: Canvas, x: float, y: float) -> None:
    canvas.line([(x - 10, y), (x + 6, y)], colours()["ink"], 1.1, alpha=0.75)
    overlays.head(canvas, shapely.get_coordinates(shapely.LineString([(x, y), (x + 18, y)])))


def _zone(*, disputed: bool) -> Picture:
    return lambda canvas, x, y: overlays.zone(
        canvas, shapely.LineString([(x - 11, y), (x + 11, y)]), disputed=disputed
    )
