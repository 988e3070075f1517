"""Plain geoparsing of a JSON Lines file: every place name of every text, resolved."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sitmap import geocode
from sitmap.errors import ReportError
from sitmap.model import Span, Toponym


def resolve(path: Path) -> Iterator[dict[str, Any]]:
    """Find and resolve the place names in each document of a file, adjectives among them.

    Parameters
    ----------
    path : Path
        JSON Lines, ``{"doc_id": ..., "text": ..., "spans": [[start, end], ...]}`` a line; with
        `spans` those are resolved and no others.

    Yields
    ------
    dict
        ``{"doc_id": ..., "toponyms": [{start, end, text, lat, lon, place_id, name, type, country,
        score}, ...]}``; `lat` is None when unresolved.

    Raises
    ------
    ReportError
        If a line is no such document; names the line.
    """
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                doc_id, text, spans = _document(line, source=str(path), number=number)
                found = geocode.toponyms(text, spans=spans, demonyms=True)
                yield {"doc_id": doc_id, "toponyms": [_row(toponym) for toponym in found]}


def _document(line: bytes, *, source: str, number: int) -> tuple[str, str, list[Span] | None]:
    try:
        record = json.loads(line.decode("utf-8"))
        text = record["text"]
        spans = [_span(*pair) for pair in record["spans"]] if "spans" in record else None
        doc_id = record["doc_id"]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ReportError(
            source,
            f"line {number} is no document ({error}): write {{doc_id, text}} or {{doc_id, text, spans}}",
        ) from error
    if not isinstance(text, str):
        raise ReportError(source, f"line {number}: 'text' must be a string")
    outside = [span for span in spans or () if span.end > len(text)]
    if outside:
        raise ReportError(
            source, f"line {number}: span {outside[0].start}..{outside[0].end} ends after the text"
        )
    return str(doc_id), text, spans


def _span(start: object, end: object) -> Span:
    if type(start) is not int or type(end) is not int:
        raise TypeError(f"a span is two whole numbers, not {start!r}, {end!r}")
    return Span(start, end)


def _row(toponym: Toponym) -> dict[str, Any]:
    place = toponym.place
    return {
        "start": toponym.span.start,
        "end": toponym.span.end,
        "text": toponym.text,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "place_id": place.place_id if place else "",
        "name": place.name if place else "",
        "type": place.type if place else "",
        "country": place.country if place else "",
        "score": round(toponym.score, 3),
    }
