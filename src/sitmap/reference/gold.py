"""Gold place names, as corpora have them, and what the gazetteer offers for each."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sitmap import geocode, geodesy
from sitmap.geocode import features, guards, resolve, scan, store
from sitmap.model import Span, Toponym

#: A place is right within so many km of the gold point: 100 miles, the usual measure.
RIGHT_KM = 161.0
#: Relations whose place is the claim's marker.
_ON_THE_SPOT = frozenset({"at", "in", "near"})
_AREAS = frozenset({"country", "admin1", "area", "sea", "island"})


@dataclass(frozen=True, slots=True)
class Example:
    """One gold span: its situation, features of each candidate (rows) and which candidates are right.

    `document` numbers the text that it is from; documents, not spans, are dealt out to the folds.
    """

    document: int
    situation: resolve.Situation
    matrix: npt.NDArray[np.float64]
    right: npt.NDArray[np.bool_]


def documents(path: Path) -> Iterator[dict[str, Any]]:
    """Texts with gold toponyms of a corpus: a JSON Lines file or a folder of annotated reports."""
    if path.is_file():
        yield from (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
        return
    for file in sorted(path.glob("*.json")):
        report = json.loads(file.read_text(encoding="utf-8"))
        found = {}
        for claim in report["claims"]:
            start = report["text"].find(claim["place_text"]) if claim["place_text"] else -1
            if claim["relation"] in _ON_THE_SPOT and claim["lat"] is not None and start >= 0:
                end = start + len(claim["place_text"])
                found[start] = {"start": start, "end": end, "lat": claim["lat"], "lon": claim["lon"]}
        yield {"text": report["text"], "toponyms": list(found.values())}


def examples(texts: Sequence[dict[str, Any]], names: Sequence[str]) -> list[Example]:
    """Gather the gold spans of some documents, each in the context of all names of its text.

    Parameters
    ----------
    texts : sequence of dict
        As `documents` gives them.
    names : sequence of str
        Features, by column of the matrices.
    """
    gazetteer = store.gazetteer()
    column = {name: i for i, name in enumerate(names)}
    found = []
    for number, document in enumerate(texts):
        text, gold = document["text"], {}
        tokens, mentions = scan.mentions(text, gazetteer)
        mentions, _ = guards.places(text, tokens, mentions)
        for row in document["toponyms"]:
            mention = scan.within(text, tokens, Span(row["start"], row["end"]), gazetteer)
            if mention is not None and row["lat"] is not None:
                gold[mention.first] = (mention, row)
        kept = {m.first: m for m in mentions} | {first: mention for first, (mention, _) in gold.items()}
        ordered = [kept[first] for first in sorted(kept)]
        for situation in resolve.situations(text, tokens, ordered, gazetteer):
            if situation[0].first in gold:
                row = gold[situation[0].first][1]
                matrix = _matrix(situation, column)
                found.append(Example(number, situation, matrix, _right(situation[1], row)))
    return found


def graded(document: dict[str, Any]) -> list[tuple[float, bool]]:
    """Score of each place that is found on a gold span of a document, and whether it is right."""
    found = geocode.toponyms(document["text"], demonyms=True)
    pairs = []
    for row in document["toponyms"]:
        over = [t for t in found if t.span.start < row["end"] and row["start"] < t.span.end and t.place]
        if over and row["lat"] is not None:
            best = max(over, key=lambda t: min(t.span.end, row["end"]) - max(t.span.start, row["start"]))
            pairs.append((best.score, _covers(best, row)))
    return pairs


def _covers(toponym: Toponym, row: dict[str, Any]) -> bool:
    """Whether a place lies within 161 km of the gold point, or is an area that reaches it."""
    place = toponym.place
    if place is None:
        return False
    away = geodesy.distance(place.lat, place.lon, row["lat"], row["lon"])
    return away <= max(RIGHT_KM, place.extent_km if place.type in _AREAS else 0.0)


def _matrix(situation: resolve.Situation, column: dict[str, int]) -> npt.NDArray[np.float64]:
    mention, candidates, around, container = situation
    matrix = np.zeros((len(candidates), len(column)))
    for i, candidate in enumerate(candidates):
        for name, value in features.of(mention, candidate, around, container):
            matrix[i, column[name]] += value
    return matrix


def _right(candidates: Sequence[store.Candidate], row: dict[str, Any]) -> npt.NDArray[np.bool_]:
    away = np.array([geodesy.distance(c.lat, c.lon, row["lat"], row["lon"]) for c in candidates])
    if (away <= RIGHT_KM).any():
        return np.asarray(away <= RIGHT_KM, dtype=bool)
    reach = np.array([c.extent_km if c.type in _AREAS else 0.0 for c in candidates])
    return np.asarray(away <= reach, dtype=bool)
