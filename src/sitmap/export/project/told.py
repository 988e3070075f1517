"""What a project says of a situation in words: title, time, sources, notes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sitmap import content, words
from sitmap.export.project import settings
from sitmap.export.project.frame import Frame
from sitmap.product import Product

#: As many sources as the page has room for, and letters of the title of each.
_SOURCES, _LETTERS = 8, 60
_TITLE_LETTERS = 120


@dataclass(frozen=True, slots=True)
class Told:
    """Words of a project.

    Parameters
    ----------
    title : str
        Of project and page, cut to a length that a page has room for.
    abstract : str
        For the project's metadata.
    variables : mapping of str to str
        Project variables, by which the print layout says them: what a reader changes there, it says. A text
        that stands in a variable is never read as an expression.
    """

    title: str
    abstract: str
    variables: Mapping[str, str]


def tell(product: Product, frame: Frame) -> Told:
    """Put a product in words.

    Parameters
    ----------
    product : Product
        With its reports and cover.
    frame : Frame
        Whose projection is named.

    Returns
    -------
    Told
    """
    cover = product.cover
    rows = content.rows(product.layers)
    told = content.told(
        rows, product.findings, product.reports, title=cover.title, as_of=cover.as_of, sides=cover.sides
    )
    title = _cut(told["title"], _TITLE_LETTERS)
    times = [told["period"], _as_of(product, told["as_of"])]
    unplaced = sum(row["lat"] is None for row in rows)
    caution = words.table("caution")
    notes = [caution["marks"], caution["boundaries"], _projection(frame)]
    if unplaced:
        notes.append(settings.say(f"unplaced_{'one' if unplaced == 1 else 'many'}", n=unplaced))
    variables = {
        "sitmap_title": title,
        "sitmap_time": " · ".join(filter(None, times)),
        "sitmap_handling": cover.handling,
        "sitmap_sources_heading": settings.say("sources"),
        "sitmap_sources": _sources(told["sources"]),
        "sitmap_notes": " ".join(notes),
        "sitmap_credit": f"{settings.say('made')} {caution['credit']}",
    }
    abstract = [settings.say("abstract"), *times, *product.notes]
    abstract += [caution["boundaries"], caution["credit"]]
    return Told(title, "\n".join(filter(None, abstract)), variables)


def _as_of(product: Product, as_of: str) -> str:
    days = [report.published for report in product.reports if report.published]
    cut_off = settings.say("cut_off", day=words.day(max(days))) if days else settings.say("undated")
    return ". ".join([settings.say("as_of", time=as_of), cut_off] if as_of else [cut_off])


def _sources(sources: list[dict[str, Any]]) -> str:
    shown = [settings.say("source", no=source["no"], words=_source(source)) for source in sources[:_SOURCES]]
    if len(sources) > _SOURCES:
        shown.append(settings.say("more_sources", n=len(sources) - _SOURCES))
    return "\n".join(shown) or settings.say("no_source")


def _source(source: Mapping[str, Any]) -> str:
    parts = (_cut(source["publisher"], _LETTERS), _cut(source["title"], _LETTERS), source["published"])
    return ", ".join(filter(None, parts))


def _projection(frame: Frame) -> str:
    if frame.whole_world:
        return settings.say("projection_world")
    return settings.say("projection_regional", middle=frame.middle, percent=frame.stretch_percent)


def _cut(text: str, letters: int) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= letters else f"{one_line[: letters - 1].rstrip()}…"
