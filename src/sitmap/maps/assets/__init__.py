"""The drawing: JavaScript and CSS over Leaflet, joined into one script and one style sheet."""

from functools import cache
from importlib import resources

#: In the order in which they are evaluated.
_SCRIPTS = ("situation.js",)
_STYLES = ("situation.css",)


def _leaflet(name: str) -> str:
    return resources.files("xstatic.pkg.leaflet").joinpath("data", name).read_text(encoding="utf-8")


def _own(name: str) -> str:
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8")


@cache
def script() -> str:
    """Leaflet and the drawing as one classic script that defines `L` and `Sitmap`."""
    return "\n".join([_leaflet("leaflet.js"), *map(_own, _SCRIPTS)])


@cache
def style() -> str:
    """Style sheet of Leaflet and of the drawing."""
    return "\n".join([_leaflet("leaflet.css"), *map(_own, _STYLES)])
