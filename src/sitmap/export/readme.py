"""README of a GeoJSON folder: what each file and each field is, from the contract itself."""

import re
from collections.abc import Iterable, Sequence
from importlib import resources
from pathlib import Path
from string import Template

from sitmap import schema, words
from sitmap.handling import mark
from sitmap.product import Cover

NAME = "README.md"

_PLAIN = Cover()

_TYPES = {
    schema.TEXT: "text",
    schema.INTEGER: "whole number or null",
    schema.REAL: "number or null",
    schema.BOOLEAN: "true or false",
}


def text(cover: Cover = _PLAIN) -> str:
    """Markdown text, the same for every export of one version but for its cover.

    Parameters
    ----------
    cover : Cover
        Its handling mark, title and time stand under the heading.

    Returns
    -------
    str
    """
    return Template(_template()).substitute(
        cover=_cover(cover),
        layers=_table(
            ("file", "layer", "geometry"),
            (
                (f"`{layer.name}.geojson`", layer.title, " or ".join(layer.geometry))
                for layer in schema.LAYERS.values()
            ),
        ),
        claims=_fields(schema.CLAIM_COLUMNS),
        origins=_fields(schema.ORIGIN_COLUMNS[len(schema.CLAIM_COLUMNS) :]),
        zones=_fields(schema.ZONE_COLUMNS),
        boundaries=_fields(schema.BOUNDARY_COLUMNS),
        findings=_fields(schema.FINDING_COLUMNS),
        events=_fields(schema.EVENT_COLUMNS),
    )


def _cover(cover: Cover) -> str:
    """Lines of the cover, "" without any."""
    handling = ""
    if cover.handling:
        handling = f"**{cover.handling}**: for {mark(cover.handling).audience}"
    title = f"Situation: {' '.join(schema.text(cover.title).split())}" if cover.title else ""
    as_of = words.say("document.as_of", time=words.instant(cover.as_of)) if cover.as_of else ""
    lines = (_plain(title), as_of)
    told = "\n\n".join(filter(None, (handling, *lines)))
    return f"{told}\n\n" if told else ""


def _plain(line: str) -> str:
    """Line in which Markdown and HTML see no markup of their own."""
    return re.sub(r"([^\w\s,.:;-])", lambda found: f"&#{ord(found[0])};", line)


def is_ours(folder: Path) -> bool:
    """Whether a folder was written by sitmap: whether its README opens with our heading.

    Raises
    ------
    OSError
        If the README is there and cannot be read.
    """
    readme = folder / NAME
    if not readme.is_file():
        return False
    heading = _template().splitlines()[0].encode()
    with readme.open("rb") as file:
        return file.read(len(heading)) == heading


def _template() -> str:
    return resources.files("sitmap.export").joinpath("readme.template.md").read_text("utf-8")


def _fields(columns: Sequence[schema.Column]) -> str:
    return _table(
        ("field", "type", "meaning"),
        ((f"`{column.name}`", _TYPES[column.dtype], column.meaning) for column in columns),
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = (head, ["---"] * len(head), *rows)
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)
