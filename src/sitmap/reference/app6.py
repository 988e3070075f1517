"""Draw the symbols of APP-6 that claims have, with milsymbol, into one sheet that any browser shows.

milsymbol (npm, MIT, geo/licences/milsymbol.txt) draws them with node, here; sitmap itself runs neither.
Each drawing becomes paths of absolute lines and cubic curves round the origin, which every format can draw,
letters too. Parts that several symbols share, a frame say, are in the sheet once.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import resources as files
from pathlib import Path
from typing import Any, Self

from matplotlib import font_manager, textpath
from matplotlib import path as mpath
from matplotlib.transforms import Affine2D, Transform

from sitmap import app6
from sitmap.errors import ResourceError
from sitmap.export.paper.outlines import outline
from sitmap.reference import sources

#: milsymbol draws round this point.
_MIDDLE = 100.0
#: Of the sheet: distance of two symbols, and how many stand in a row.
_STEP, _ACROSS = 200, 16
#: DejaVu's capitals against those of Arial, for which milsymbol sets its letters; where their line runs.
_NARROWED, _BASELINE = 0.86, 0.26
#: Command of as many numbers, as SVG has them.
_LETTERS = {2: "L", 6: "C"}

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}">
<title>Symbols of APP-6 and MIL-STD-2525 by code</title>
<desc>Drawn by milsymbol {version}, copyright 2017 Måns Beckman, MIT licence. Built, never edited.</desc>
<defs>
"""
_VERSION = "3.0.4"


def build(geo: Path, data: Path, cache: Path) -> None:  # noqa: ARG001 - every builder has this signature
    """Write `data/app6/symbols.svg`."""
    library = sources.npm("milsymbol", _VERSION, cache=cache) / "dist" / "milsymbol.js"
    (data / "app6" / "symbols.svg").write_text(sheet(drawn(app6.codes(), library)), encoding="utf-8")


def sheet(told: Mapping[str, Any]) -> str:
    """Lay drawings out as one SVG.

    Parameters
    ----------
    told : mapping of str to list
        milsymbol's instructions by code.

    Returns
    -------
    str
    """
    parts: dict[str, str] = {}
    symbols = []
    for number, (code, instructions) in enumerate(told.items()):
        uses = [parts.setdefault(piece, f"p{len(parts)}") for piece in _pieces(instructions, code, told)]
        x, y = (_STEP * (place + 0.5) for place in (number % _ACROSS, number // _ACROSS))
        used = "".join(f'<use href="#{name}"/>' for name in uses)
        symbols.append(f'<g id="s{code}" transform="translate({x:g} {y:g})">{used}</g>\n')
    high = _STEP * -(-len(told) // _ACROSS)
    shared = (f'<path id="{name}" {piece}/>\n' for piece, name in parts.items())
    head = _HEAD.format(wide=_STEP * _ACROSS, high=high, version=_VERSION)
    return "".join([head, *shared, "</defs>\n", *symbols, "</svg>\n"])


def drawn(codes: Iterable[str], library: Path) -> dict[str, Any]:
    """Ask milsymbol to draw.

    Parameters
    ----------
    codes : iterable of str
        Of symbols, 20 digits each.
    library : Path
        Its script.

    Returns
    -------
    dict
        Instructions by code.

    Raises
    ------
    ResourceError
        If node is missing, or a code is none that milsymbol knows.
    """
    with files.as_file(files.files("sitmap.reference").joinpath("app6.mjs")) as script:
        said = sources.run(["node", str(script), str(library)], library.parent, said=json.dumps(list(codes)))
    found: dict[str, Any] = json.loads(said)
    return found


@dataclass(frozen=True, slots=True)
class _Look:
    """What a drawing instruction takes from those around it."""

    at: Transform
    scale: float = 1.0
    fill: str = "none"
    stroke: str = "none"
    width: float = 0.0

    def of(self, step: Mapping[str, Any]) -> Self:
        """Give the look with what a step says of itself."""
        return replace(
            self,
            fill=_colour(step["fill"]) if "fill" in step else self.fill,
            stroke=_colour(step["stroke"]) if "stroke" in step else self.stroke,
            width=float(step.get("strokewidth", self.width)),
        )

    def moved(self, step: Mapping[str, Any]) -> Self:
        """Give the look inside a group that is moved or scaled."""
        factor = float(step.get("factor", 1))
        inner = Affine2D().scale(factor).translate(step.get("x", 0), step.get("y", 0))
        return replace(self, at=inner + self.at, scale=self.scale * factor)


def _pieces(instructions: Any, code: str, told: Mapping[str, Any]) -> Iterator[str]:  # noqa: ANN401 - JSON
    """Attributes of each path of a symbol; of one with an echelon those of its mark alone."""
    found = list(_walk(instructions, _Look(Affine2D().translate(-_MIDDLE, -_MIDDLE))))
    plain = app6.without_size(code)
    if plain != code:
        known = set(_walk(told[plain], _Look(Affine2D().translate(-_MIDDLE, -_MIDDLE))))
        found = [piece for piece in found if piece not in known]
    return iter(found)


def _walk(step: Any, look: _Look) -> Iterator[str]:  # noqa: ANN401 - JSON
    if isinstance(step, list):
        for part in step:
            yield from _walk(part, look)
    elif step and step["type"] in {"translate", "scale"}:
        yield from _walk(step["draw"], look.of(step).moved(step))
    elif step:
        yield _path(step, look.of(step))


def _path(step: Mapping[str, Any], look: _Look) -> str:
    shape = _SHAPES.get(step["type"])
    if shape is None:
        raise ResourceError(f"milsymbol draws with {step['type']!r}, which is not known here")
    width = look.width * (1 if step.get("non_scaling_stroke") else look.scale)
    # A frame is what is filled and no part of the icon.
    framed = ' class="frame"' if "fillopacity" in step else ""
    dash = f' stroke-dasharray="{step["strokedasharray"]}"' if "strokedasharray" in step else ""
    line = f' stroke="{look.stroke}" stroke-width="{width:g}"{dash}' if look.stroke != "none" else ""
    return f'd="{_data(shape(step).transformed(look.at))}" fill="{look.fill}"{line}{framed}'


def _colour(said: str | bool) -> str:  # noqa: FBT001 - milsymbol says False for none
    """Write "rgb(255, 128, 128)" as "#ff8080"."""
    if not said:
        return "none"
    channels = [int(channel) for channel in re.findall(r"\d+", str(said))]
    return f"#{bytes(channels).hex()}" if channels else str(said)


def _letters(step: Mapping[str, Any]) -> mpath.Path:
    """Outlines of letters, so that no reader needs a font."""
    size = float(step["fontsize"])
    font = font_manager.FontProperties(family="DejaVu Sans", weight="bold")
    letters = textpath.TextPath((0, 0), step["text"], size=size, prop=font)
    box = letters.get_extents()
    middle = (box.x0 + box.x1) / 2
    place = (
        Affine2D()
        .translate(-middle, 0)
        .scale(_NARROWED, -1)
        .translate(step["x"], step["y"] + _BASELINE * size)
    )
    return letters.transformed(place)


_SHAPES = {
    "path": lambda step: outline(step["d"]),
    "circle": lambda step: mpath.Path.circle((step["cx"], step["cy"]), step["r"]),
    "text": _letters,
}


def _data(path: mpath.Path) -> str:
    """Path data of absolute lines and cubic curves, to a tenth of a unit."""
    said, at = [], (0.0, 0.0)
    for vertices, letter in path.iter_segments(curves=True, simplify=False):
        if letter == mpath.Path.CLOSEPOLY:
            said.append("Z")
            continue
        numbers = vertices.tolist()
        if letter == mpath.Path.CURVE3:
            numbers = _raised(at, numbers)
        said.append(_LETTERS[len(numbers)] if letter != mpath.Path.MOVETO else "M")
        said.append(" ".join(map(_number, numbers)))
        at = (numbers[-2], numbers[-1])
    return "".join(said)


def _raised(at: tuple[float, float], numbers: list[float]) -> list[float]:
    """Cubic curve of a quadratic one."""
    bend, end = numbers[:2], numbers[2:]
    handles = [start + 2 / 3 * (middle - start) for start, middle in zip((*at, *end), bend * 2, strict=True)]
    return [*handles, *end]


def _number(value: float) -> str:
    # Adding nought makes -0.0 plain.
    return f"{round(value, 1) + 0.0:g}"
