"""QGIS styles: a template a way of drawing, and one table of what each layer puts into it."""

import tomllib
from functools import cache
from importlib import resources
from string import Template
from xml.sax.saxutils import escape

from sitmap import palette

_FOLDER = resources.files("sitmap.export.styles")


class _Qml(Template):
    """Template whose fields begin with "~", which QGIS uses nowhere; "$" begins its variables."""

    delimiter = "~"
    braceidpattern = "[a-z-]+"


@cache
def qml(layer: str) -> str:
    """QGIS style of a layer.

    Parameters
    ----------
    layer : str
        A name in `schema.LAYERS`.

    Returns
    -------
    str
        XML that QGIS 3.22 and newer read.
    """
    values = dict(_table()[layer])
    template = _FOLDER.joinpath(f"{values.pop('template')}.qml").read_text("utf-8")
    return _Qml(template).substitute({name: _filled(value) for name, value in values.items()})


def _filled(value: str) -> str:
    """Put colours for their names, and escape."""
    colours = {name: palette.rgb(name) for name in palette.colours()}
    return escape(_Qml(value).substitute(colours), {'"': "&quot;"})


@cache
def _table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = tomllib.loads(_FOLDER.joinpath("styles.toml").read_text("utf-8"))
    return table
