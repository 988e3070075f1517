"""News reports in, a situation map out.

>>> import sitmap
>>> situation = sitmap.read("report.txt", published="2024-11-01")  # doctest: +SKIP
>>> situation.claims, situation.findings, situation.layers  # doctest: +SKIP
>>> situation.save("layers.gpkg")  # doctest: +SKIP

Importing the package is light: what is heavy is imported when it is first used.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sitmap.case import Case
    from sitmap.geocode.search import search as places
    from sitmap.pipeline import (
        Situation,
        assemble,
        read,
        read_bytes,
        read_reports,
        read_text,
        situation,
    )
    from sitmap.zones import at as zone

__version__ = "0.1.0"

__all__ = [
    "Case",
    "Situation",
    "assemble",
    "places",
    "read",
    "read_bytes",
    "read_reports",
    "read_text",
    "situation",
    "zone",
]

#: Public name -> (module, name there).
_LAZY = {
    "Case": ("sitmap.case", "Case"),
    "Situation": ("sitmap.pipeline", "Situation"),
    "assemble": ("sitmap.pipeline", "assemble"),
    "places": ("sitmap.geocode", "search"),
    "read": ("sitmap.pipeline", "read"),
    "read_bytes": ("sitmap.pipeline", "read_bytes"),
    "read_reports": ("sitmap.pipeline", "read_reports"),
    "read_text": ("sitmap.pipeline", "read_text"),
    "situation": ("sitmap.pipeline", "situation"),
    "zone": ("sitmap.zones", "at"),
}


def __getattr__(name: str) -> object:
    if name not in _LAZY:
        raise AttributeError(f"module 'sitmap' has no attribute {name!r}")
    module, attribute = _LAZY[name]
    return getattr(importlib.import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
