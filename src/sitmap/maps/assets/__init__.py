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
    "zones.js",
    "overlays.js",
    "spread.js",
    "marks.js",
    "pointer.js",
    "coordinates.js",
    "zonekey.js",
    "controls.js",
    "toolbar.js",
    "filters.js",
    "timeline.js",
    "search.js",
    "measure.js",
    "link.js",
    "explore.js",
    "situation.js",
)
#: Libraries of others that the tools stand on: geodesics and grid references.
_LIBRARIES = ("vendor/geographiclib-geodesic.min.js", "vendor/mgrs.min.js")


def leaflet(name: str) -> bytes:
    """Content of one of Leaflet's files, by its path in the distribution."""
    return resources.files("xstatic.pkg.leaflet").joinpath("data", *name.split("/")).read_bytes()


def own(name: str) -> str:
    """Text of one of our own files."""
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8")


@cache
def script() -> str:
    """Leaflet and the drawing as one classic script that defines `L` and `Sitmap`."""
    library = leaflet("leaflet.js").decode().replace("//# sourceMappingURL=leaflet.js.map", "")
    return "\n".join([library, *map(own, _LIBRARIES), *map(own, _SCRIPTS)])


@cache
def style() -> str:
    """Style sheet of Leaflet and of the drawing, without a picture: none of Leaflet's is used."""
    library = re.sub(r"url\([^)]*\)", "none", leaflet("leaflet.css").decode())
    return "\n".join([library, own("situation.css")])
