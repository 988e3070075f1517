"""QGIS styles: a template a way of drawing, and tables of what each layer puts into it."""

import tomllib
from functools import cache
from importlib import resources
from string import Template
from typing import Any
from xml.sax.saxutils import escape

from sitmap import palette, schema

_FOLDER = resources.files("sitmap.export.styles")
#: Where a finding's mark lies: on the corner of a symbol of that size, mm; in the middle where there is no
#: feature, as in a legend.
_CORNER = """if($id IS NULL, '0,0', with_variable('half', ({size}) / 2,
 to_string(@half) || ',' || to_string(-@half)))"""
#: Ampersands first, or they would be escaped twice.
_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))


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
        A name in `schema.LAYERS`, or of a base layer that a project brings along.

    Returns
    -------
    str
        XML that QGIS 3.22 and newer read.
    """
    values = dict(_table("styles")[layer])
    if "size" in values:
        values["corner"] = _CORNER.format(size=values["size"])
    template = _FOLDER.joinpath(f"{values.pop('template')}.qml").read_text("utf-8")
    drawn = _Qml(template).substitute({name: _filled(value) for name, value in values.items()})
    return drawn.replace("</qgis>", f"{_told(layer)}</qgis>")


def has(layer: str) -> bool:
    """Whether there is a style of a layer."""
    return layer in _table("styles")


def _filled(value: str) -> str:
    """Put colours for their names, and escape."""
    colours = {name: palette.rgb(name) for name in palette.colours()}
    return escape(_Qml(value).substitute(colours), {'"': "&quot;"})


def _told(layer: str) -> str:
    """Names of the columns, what stands for a feature, and its map tip."""
    if layer not in schema.LAYERS:
        return ""
    fields, columns = _table("fields"), schema.LAYERS[layer].columns
    names = "".join(
        f'  <alias field="{column.name}" name="{escape(fields["aliases"][column.name])}"/>\n'
        for column in columns
    )
    kind = layer if layer in fields["tips"] else "claims"
    tip = fields["tips"][kind].format_map({column.name: _plain(column.name) for column in columns})
    return (
        f" <aliases>\n{names} </aliases>\n"
        f" <previewExpression>{escape(fields['shown'][kind])}</previewExpression>\n"
        f" <mapTip>{escape(tip)}</mapTip>\n"
    )


def _plain(column: str) -> str:
    """Expression that gives a column's text with nothing in it that HTML would take for markup."""
    escaped = f'"{column}"'
    for sign, entity in _ENTITIES:
        escaped = f"replace({escaped}, '{sign}', '{entity}')"
    return f"[% {escaped} %]"


@cache
def _table(name: str) -> dict[str, Any]:
    table: dict[str, Any] = tomllib.loads(_FOLDER.joinpath(f"{name}.toml").read_text("utf-8"))
    return table
