"""Symbols of claims: shape and colour both tell the kind, as on the map in the browser."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from sitmap import app6, resources, words
from sitmap.export.paper import fonts
from sitmap.export.paper.canvas import SMALL, Canvas
from sitmap.export.paper.outlines import outline
from sitmap.palette import colours

#: Kinds in the order of the key.
KINDS: Mapping[str, str] = words.table("kind")
#: Points on paper that a pixel of the browser's drawing becomes.
SCALE = 0.58
#: Half width of every symbol but a deployment's, pixels.
_HALF = 12
#: Half width of the smallest ring, width of its band and room between band and number, points.
_RING, _SMALL_RING, _BAND, _GAP = 10.0, 8.0, 3.4, 1.6
_FADED = 0.5
#: Points a pixel of a corner mark: larger than the symbols, so that its sign is seen.
_CORNER = 0.7

Claim = Mapping[str, Any]


@cache
def drawn() -> Mapping[str, Any]:
    """Read `data/symbols.toml`."""
    return tomllib.loads(resources.data("symbols.toml").read_text(encoding="utf-8"))


def half(claim: Claim) -> float:
    """Half width of a claim's symbol, points."""
    return _half(claim) * SCALE


def _half(claim: Claim) -> float:
    """Half width of a claim's symbol, pixels of the browser's drawing."""
    deployed, halves = claim["kind"] == "deployment", drawn()["half"]
    if claim.get("sidc"):
        return app6.HALF * (halves[claim["size"]] / halves[0] if deployed else 1)
    return halves[claim["size"]] if deployed else _HALF


def draw(canvas: Canvas, claim: Claim, x: float, y: float, *, scale: float = 1) -> None:
    """Draw a claim's symbol.

    Parameters
    ----------
    canvas : Canvas
        To draw on.
    claim : mapping
        `kind`, `asset`, `size`, `status`, `stance`, `background` and `verdict` are looked at; one with a
        `sidc` has the symbol of that code.
    x, y : float
        Its centre, points.
    scale : float
        1 as on the map.
    """
    _Symbol(canvas, claim, x, y, SCALE * scale).draw()


def ring(canvas: Canvas, counts: Mapping[str, int], x: float, y: float, *, small: bool = False) -> None:
    """Draw claims that are too many for one spot: an arc a kind, their number inside; smaller in the key."""
    total = sum(counts.values())
    middle = (_SMALL_RING if small else ring_half(total)) - _BAND / 2
    paper = colours()["paper"]
    canvas.path(Path.circle(radius=middle + _BAND / 2 + 1), at=(x, y), facecolor=paper, alpha=0.92)
    start = 90.0
    for kind in KINDS:
        if share := counts.get(kind, 0) / total:
            arc = Path.arc(start - 360 * share, start)
            clockwise = arc.transformed(Affine2D().scale(1, -1))  # y runs down
            canvas.path(
                clockwise,
                at=(x, y),
                scale=middle,
                edgecolor=colours()[kind],
                linewidth=_BAND,
                capstyle="butt",
            )
            start -= 360 * share
    canvas.text(x, y + SMALL * 0.36, f"{total:,}", bold=True, align="center")


def ring_half(total: int) -> float:
    """Half width of a ring with a number of claims, points."""
    return max(_RING, fonts.width(f"{total:,}", SMALL, bold=True) / 2 + _GAP + _BAND)


class _Symbol:
    """One symbol at one place."""

    def __init__(self, canvas: Canvas, claim: Claim, x: float, y: float, scale: float) -> None:
        self.canvas, self.claim, self.scale = canvas, claim, scale
        self.place: dict[str, Any] = {"at": (x, y), "scale": scale}
        self.colour = colours()[claim["kind"]]
        self.alpha = _FADED if claim["background"] else 1.0
        self.hollow = claim["stance"] == "denied" or claim["status"] in {"planned", "withdrawn"}
        self.half = _half(claim)

    def draw(self) -> None:
        if self.claim.get("sidc"):
            self._standard()
        else:
            self._own()
        if self.claim["stance"] == "denied":
            reach = self.half + 4
            self._stroke(Path([(-reach, reach), (reach, -reach)]), colours()["ink"], 2.2)
        self._movement()
        self._corner()

    def _standard(self) -> None:
        """Symbol after APP-6: not filled when denied or withdrawn, with a dashed frame when planned."""
        hollow = self.claim["stance"] == "denied" or self.claim["status"] == "withdrawn"
        place = {**self.place, "scale": self.scale * app6.SCALE * self.half / app6.HALF}
        unit, strokes = place["scale"], app6.drawing(self.claim["sidc"])
        for stroke in strokes[:1]:
            casing = {"edgecolor": colours()["paper"], "linewidth": 14 * unit, "alpha": self.alpha}
            self.canvas.path(outline(stroke.data), **place, **casing)
        for stroke in strokes:
            look: dict[str, Any] = {
                "facecolor": colours()["paper"] if stroke.frame and hollow else stroke.fill,
                "edgecolor": stroke.line,
                "linewidth": stroke.width * unit if stroke.line != "none" else 0,
                "alpha": self.alpha,
            }
            if stroke.dash:
                # matplotlib counts dashes in widths of the line.
                look["linestyle"] = (0, tuple(length / stroke.width for length in stroke.dash))
            self.canvas.path(outline(stroke.data), **place, **look)

    def _own(self) -> None:
        impact = self.claim["kind"] == "impact"
        self._stroke(self._shape(), colours()["impact-casing" if impact else "paper"], 5 if impact else 4.5)
        self._body()
        if impact:
            cross = outline(drawn()["shape"]["impact_cross"])
            self._stroke(cross, colours()["impact-casing"], 4.5)
            self._stroke(cross, self.colour, 2.6)
        self._glyph()

    def _shape(self) -> Path:
        kind, shapes = self.claim["kind"], drawn()["shape"]
        if kind == "impact":
            return Path.circle(radius=shapes["impact_radius"])
        if kind in shapes:
            return outline(shapes[kind])
        size = self.half
        return outline(f"M{-size} {-size}H{size}V{size}H{-size}Z")

    def _body(self) -> None:
        kind, paper = self.claim["kind"], colours()["paper"]
        filled = kind in {"deployment", "launch"} and not self.hollow
        edge = paper if kind == "launch" and filled else self.colour
        weight = (2.0 if self.hollow else 1.0) if kind in {"deployment", "launch"} else 3.0
        look: dict[str, Any] = {"facecolor": self.colour if filled else paper, "edgecolor": edge}
        if kind == "impact":
            look["facecolor"] = "none"
        if self.claim["status"] == "planned":
            look["linestyle"] = (0, (2.2, 1.6))
        self.canvas.path(self._shape(), **self.place, linewidth=weight * self.scale, alpha=self.alpha, **look)

    def _glyph(self) -> None:
        data = drawn()["glyph"].get(self.claim["asset"]) if self.claim["kind"] == "deployment" else None
        if data:
            grown: dict[str, Any] = {**self.place, "scale": self.scale * self.half / drawn()["half"][0]}
            colour = self.colour if self.hollow else colours()["paper"]
            self.canvas.path(outline(data), **grown, facecolor=colour, alpha=self.alpha)

    def _movement(self) -> None:
        """Arrow that leaves (withdrawn) or enters (arriving) the symbol on its right."""
        x = self.half + 1
        data = {"withdrawn": f"M{x} 0h9m-4-4 4 4-4 4", "arriving": f"M{x + 10} 0h-9m4-4-4 4 4 4"}.get(
            self.claim["status"]
        )
        if data:
            self._stroke(outline(data), colours()["paper"], 4.5)
            self._stroke(outline(data), self.colour, 2)

    def _corner(self) -> None:
        """Mark of a finding: red with an exclamation mark, amber with a tilde."""
        corner(self.canvas, self.claim["verdict"], self.place["at"], self.half, self.scale)

    def _stroke(self, path: Path, colour: str, weight: float) -> None:
        look: dict[str, Any] = {"edgecolor": colour, "linewidth": weight * self.scale, "alpha": self.alpha}
        self.canvas.path(path, **self.place, **look)


def corner(canvas: Canvas, verdict: str, at: Any, beside: float, scale: float) -> None:  # noqa: ANN401 - a point
    """Draw the mark of a verdict right above a symbol.

    Parameters
    ----------
    canvas : Canvas
        To draw on.
    verdict : str
        inconsistent or marginal; nothing is drawn for any other.
    at : tuple of float
        Centre of the symbol, points.
    beside : float
        Half width of the symbol, pixels; 0 puts the mark on the point.
    scale : float
        Points a pixel.
    """
    marks = drawn()["corner"]
    if verdict not in {"inconsistent", "marginal"}:
        return
    place: dict[str, Any] = {"at": (at[0] + beside * scale, at[1] - beside * scale), "scale": _CORNER}
    look: dict[str, Any] = {
        "edgecolor": colours()["paper"],
        "linewidth": 0.8,
        "facecolor": colours()[verdict],
    }
    canvas.path(Path.circle(radius=marks["radius"]), **place, **look)
    ink = colours()["paper" if verdict == "inconsistent" else "ink"]
    canvas.path(outline(marks[verdict]), **place, edgecolor=ink, linewidth=1.1, capstyle="round")


def verdict(canvas: Canvas, name: str, x: float, y: float) -> None:
    """Draw the mark of any verdict for a list: what no symbol carries is a tick or a question mark."""
    if name in {"inconsistent", "marginal"}:
        corner(canvas, name, (x, y), 0, SCALE)
        return
    canvas.path(
        Path.circle(radius=drawn()["corner"]["radius"]),
        at=(x, y),
        scale=_CORNER,
        edgecolor=colours()["quiet"],
        linewidth=0.7,
    )
    look: dict[str, Any] = {"edgecolor": colours()["quiet"], "linewidth": 0.8, "capstyle": "round"}
    canvas.path(outline(drawn()["corner"][name]), at=(x, y), scale=_CORNER, **look)
