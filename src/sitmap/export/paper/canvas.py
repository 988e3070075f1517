"""One page in points, y down, that areas, lines, outlines and text are put on."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import shapely
from matplotlib import patheffects
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from shapely.geometry.base import BaseGeometry

from sitmap.export.paper import fonts
from sitmap.palette import colours

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_INCH = 72.0
#: Points between two lines of text, as a share of the size of the type.
LEADING = 1.28
#: The smallest type on paper, points.
SMALL = 8.0
#: left, top, right, bottom
Box = tuple[float, float, float, float]


class Canvas:
    """Page of a given size.

    Parameters
    ----------
    width, height : float
        In points.
    """

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.figure = Figure(figsize=(width / _INCH, height / _INCH), facecolor=colours()["paper"])
        self._axes: Axes = self.figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        self._axes.set_axis_off()
        self._clip: Rectangle | None = None
        self._depth = 0.0

    def clip(self, box: Box | None) -> None:
        """Hold what is drawn next to a box; None lifts it."""
        self._clip = None
        if box is not None:
            left, top, right, bottom = box
            self._clip = Rectangle((left, top), right - left, bottom - top, transform=self._axes.transData)

    def path(
        self,
        path: Path,
        *,
        at: tuple[float, float] = (0, 0),
        scale: float = 1,
        turn: float = 0,
        **look: Any,  # noqa: ANN401 - what matplotlib's patches take
    ) -> None:
        """Draw an outline.

        Parameters
        ----------
        path : matplotlib.path.Path
            In its own coordinates, y down.
        at : tuple of float
            Where its origin comes to lie, points.
        scale : float
            Points a unit.
        turn : float
            Degrees clockwise.
        **look
            Of a `PathPatch`: facecolor, edgecolor, linewidth, linestyle, alpha, hatch ...
        """
        look = {"facecolor": "none", "edgecolor": "none", "joinstyle": "round", **look}
        moved = Affine2D().rotate_deg(turn).scale(scale).translate(*at)
        self._add(PathPatch(path.transformed(moved), **look))

    def shape(self, geometry: BaseGeometry, **look: Any) -> None:  # noqa: ANN401 - as above
        """Draw a geometry that is in points: its areas filled, its lines stroked."""
        path = outline(geometry)
        if path is not None:
            self.path(path, **look)

    def box(self, box: Box, **look: Any) -> None:  # noqa: ANN401 - as above
        """Draw a rectangle."""
        self.shape(shapely.box(*box), **{"joinstyle": "miter", **look})

    def line(self, points: Sequence[tuple[float, float]], colour: str, weight: float, **look: Any) -> None:  # noqa: ANN401 - as above
        """Draw a line through points."""
        self.path(Path(list(points)), edgecolor=colour, linewidth=weight, **look)

    def text(  # noqa: PLR0913 - where it stands and how it looks, each by its name
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = SMALL,
        colour: str = "",
        bold: bool = False,
        italic: bool = False,
        serif: bool = False,
        align: str = "left",
        turn: float = 0,
        halo: bool = False,
    ) -> None:
        """Write one line of text on a base line.

        Parameters
        ----------
        x, y : float
            Of the base line at its left, centre or right end, points; of the middle when it is turned.
        text : str
            Made `fonts.plain`; never read as a formula.
        size : float
            In points.
        colour : str
            "#rrggbb"; ink when empty.
        bold, italic, serif : bool
            Style of the type.
        align : str
            left, center or right.
        turn : float
            Degrees anticlockwise.
        halo : bool
            With a light rim, for names on the map.
        """
        shown = fonts.plain(text)
        if not shown:
            return
        style: dict[str, Any] = {
            "fontfamily": fonts.families(shown, serif=serif),
            "fontsize": size,
            "fontweight": "bold" if bold and fonts.can(shown, bold=True) else "normal",
            "fontstyle": "italic" if italic and fonts.can(shown, italic=True) else "normal",
            "ha": align,
            "va": "center" if turn else "baseline",
            "rotation": turn,
            "rotation_mode": "anchor",
            "parse_math": False,
        }
        if halo:
            # The rim alone is drawn as outlines: text with an effect would be no text in a PDF.
            rim = [patheffects.Stroke(linewidth=2.4, foreground=colours()["paper"], alpha=0.8)]
            self._add(self._axes.text(x, y, shown, path_effects=rim, color=colours()["paper"], **style))
        self._add(self._axes.text(x, y, shown, color=colour or colours()["ink"], **style))

    def paragraph(self, x: float, y: float, told: Iterable[str], **style: Any) -> float:  # noqa: ANN401 - as `text` takes them
        """Write lines one below another from a top edge; give the height that they take."""
        size = style.get("size", SMALL)
        height = 0.0
        shown = list(told)
        if style.get("bold"):  # one weight for all lines, also where a line of several could be heavier
            style["bold"] = all(fonts.can(fonts.plain(line), bold=True) for line in shown)
        for line in shown:
            self.text(x, y + height + size, line, **style)
            height += size * LEADING
        return height

    def _add(self, artist: Any) -> None:  # noqa: ANN401 - matplotlib's artists
        """Put an artist on top of what is there."""
        self._depth += 1
        artist.set_zorder(self._depth)
        if isinstance(artist, PathPatch):
            self._axes.add_artist(artist)
        if self._clip is not None:
            artist.set_clip_path(self._clip)


def outline(geometry: BaseGeometry) -> Path | None:
    """Outline of all areas and lines of a geometry; None when there are none."""
    rings = []
    for part in shapely.get_parts(shapely.get_parts(geometry)):
        if part.geom_type == "Polygon":
            rings += [_ring(ring, closed=True) for ring in (part.exterior, *part.interiors)]
        elif part.geom_type == "LineString":
            rings.append(_ring(part, closed=False))
    return Path.make_compound_path(*rings) if rings else None


def _ring(line: BaseGeometry, *, closed: bool) -> Path:
    return Path(shapely.get_coordinates(line), closed=closed)
