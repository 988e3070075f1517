"""What a project holds, from `project.toml`: groups, themes, relations and words."""

import tomllib
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from sitmap import schema


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the layer tree: its path from the root, and its layers, the topmost first."""

    path: tuple[str, ...]
    layers: tuple[str, ...]

    @property
    def name(self) -> str:
        """Path in one word: "Situation/Claims"."""
        return "/".join(self.path)


@cache
def table(name: str) -> Mapping[str, Any]:
    """One table of `project.toml`."""
    found: Mapping[str, Any] = _all()[name]
    return found


@dataclass(frozen=True, slots=True)
class Relation:
    """Rows of one table that refer to rows of another: both tables, the column that both have, a name."""

    referring: str
    referenced: str
    field: str
    name: str


def groups(there: Container[str]) -> Sequence[Group]:
    """Read the groups of the layer tree, the topmost first, with those of their layers that are there."""
    found = [
        Group(tuple(row["path"]), tuple(name for name in row["layers"] if name in there))
        for row in _all()["groups"]
    ]
    return [group for group in found if group.layers]


def relations(there: Container[str]) -> Sequence[Relation]:
    """Read which of the tables that are there refer to which."""
    return [
        Relation(referring, referenced, row["field"], row["name"])
        for row in _all()["relations"]
        for referring in row["from"]
        for referenced in row["to"]
        if referring in there and referenced in there
    ]


def names() -> Sequence[str]:
    """Every layer and table that a project may have, the topmost first."""
    return [name for row in _all()["groups"] for name in row["layers"]]


def title(name: str) -> str:
    """Title of a layer or table as people read it."""
    return schema.LAYERS[name].title if name in schema.LAYERS else str(table("titles")[name])


def key(name: str) -> str:
    """Id of a layer in the project: QGIS puts its own for one of ten letters or fewer."""
    return f"sitmap_{name}"


def say(sentence: str, **values: object) -> str:
    """Sentence of the print layout, filled in."""
    words: str = table("words")[sentence]
    return words.format(**values)


def themed(theme: str) -> frozenset[str]:
    """Layers that a map theme shows."""
    chosen = [tuple(name.split("/")) for name in table("themes")[theme]]
    return frozenset(
        name
        for group in groups(names())
        for name in group.layers
        if any(group.path[: len(path)] == path for path in chosen)
    )


@cache
def _all() -> Mapping[str, Any]:
    text = resources.files("sitmap.export.project").joinpath("project.toml").read_text("utf-8")
    found: Mapping[str, Any] = tomllib.loads(text)
    return found
