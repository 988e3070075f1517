"""The drawing: JavaScript and CSS over Leaflet, joined into one script and one style sheet."""

import json
import re
from functools import cache
from importlib import resources

from sitmap import words

#: In the order in which they are evaluated.
_SCRIPTS = (
    "dom.js",
    "say.js",
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
#: What ends a script element or a JavaScript line, as JSON escapes that mean the same.
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def leaflet(name: str) -> bytes:
    """Content of one of Leaflet's files, by its path in the distribution."""
    return resources.files("xstatic.pkg.leaflet").joinpath("data", *name.split("/")).read_bytes()


def own(name: str) -> str:
    """Text of one of our own files."""
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8")


def embed(value: object) -> str:
    """JSON that cannot leave the script element it stands in.

    Returns
    -------
    str
        ASCII, so no byte of it depends on the page's encoding.
    """
    text = json.dumps(value, separators=(",", ":"), ensure_ascii=True)
    return "".join(_ESCAPES.get(letter, letter) for letter in text)


def _catalogue() -> str:
    """Statement that gives the drawing its words, as `say.js` takes them."""
    known = {**words.table("map"), "kind": words.table("kind")}
    return f"(globalThis.Sitmap = globalThis.Sitmap || {{}}).words = {embed(known)};"


@cache
def script() -> str:
    """Leaflet and the drawing as one classic script that defines `L` and `Sitmap`."""
    library = leaflet("leaflet.js").decode().replace("//# sourceMappingURL=leaflet.js.map", "")
    return "\n".join([library, *map(own, _LIBRARIES), _catalogue(), *map(own, _SCRIPTS)])


@cache
def style() -> str:
    """Style sheet of Leaflet and of the drawing, without a picture: none of Leaflet's is used."""
    library = re.sub(r"url\([^)]*\)", "none", leaflet("leaflet.css").decode())
    return "\n".join([library, own("situation.css")])
