"""Colours of the map by name, from `data/palette.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache

from sitmap import resources


@cache
def colours() -> Mapping[str, str]:
    """Every colour: name to "#rrggbb"."""
    return tomllib.loads(resources.data("palette.toml").read_text(encoding="utf-8"))


@cache
def rgb(name: str) -> str:
    """Colour as QGIS writes it: "r,g,b", 0 to 255 each.

    Raises
    ------
    KeyError
        If the palette has no such colour.
    """
    return ",".join(str(channel) for channel in bytes.fromhex(colours()[name].removeprefix("#")))
