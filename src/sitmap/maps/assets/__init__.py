"""The drawing: JavaScript and CSS over Leaflet, joined into one script and one style sheet."""

import re
from functools import cache
from importlib import resources

#: In the order in which they are evaluated.
_SCRIPTS = (
    "dom.js",
    "symbols.js",
    "popup.js",
    "cards.js",
    "frame.js",
    "basemap.js",
    "labels.js",
    "overlays.js",
    "marks.js",
    "controls.js",
    "situation.js",
)


def _leaflet(name: str) -> str:
    return resources.files("xstatic.pkg.leaflet").joinpath("data", name).read_text(encoding="utf-8")


def own(name: str) -> str:
    """Text of one of our own files."""
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8")


@cache
def script() -> str:
    """Leaflet and the drawing as one classic script that defines `L` and `Sitmap`."""
    leaflet = _leaflet("leaflet.js").replace("//# sourceMappingURL=leaflet.js.map", "")
    return "\n".join([leaflet, *map(own, _SCRIPTS)])


@cache
def style() -> str:
    """Style sheet of Leaflet and of the drawing, without a picture: none of Leaflet's is used."""
    leaflet = re.sub(r"url\([^)]*\)", "none", _leaflet("leaflet.css"))
    return "\n".join([leaflet, own("situation.css")])
