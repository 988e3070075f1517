"""Write a QGIS style beside each layer of `geo/`, so that it opens drawn and named as it lies."""

import tomllib
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from sitmap.reference import qml
from sitmap.reference.qml import Label, Line, Rule


def build(geo: Path, data: Path, cache: Path) -> None:  # noqa: ARG001 - every builder has this signature
    """Write `geo/**/*.qml`, as `styles.toml` beside this module says."""
    for name, style in table().items():
        (geo / f"{name}.qml").write_text(written(style), encoding="utf-8")


def table() -> dict[str, dict[str, Any]]:
    """How each layer is drawn: path in `geo/` less the suffix, to what `styles.toml` says."""
    text = resources.files("sitmap.reference").joinpath("styles.toml").read_text("utf-8")
    return tomllib.loads(text)


def written(style: Mapping[str, Any]) -> str:
    """QML of one entry of the table.

    Parameters
    ----------
    style : mapping
        ``geometry``, ``shown``, ``rules`` and ``labels`` for `qml.write`.

    Returns
    -------
    str

    Raises
    ------
    TypeError
        If a rule or label has a key that is not known.
    """
    rules = [_rule(row) for row in style["rules"]]
    labels = [Label(**row) for row in style.get("labels", ())]
    return qml.write(style["geometry"], rules, labels, shown=style["shown"])


def _rule(row: Mapping[str, Any]) -> Rule:
    lines = {key: Line(**row[key]) for key in ("line", "hatch") if key in row}
    return Rule(**(dict(row) | lines))
