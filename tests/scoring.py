"""Hold the claims of a run against annotated ones: a score of claims and of their fields.

A claim found pairs with an annotated one when both are of one kind and the marker lies within the
annotation's tolerance; of several possible pairs those that agree on more come first. An annotated
background claim that was not found, and a found claim without a marker, count neither way. A field is
asked only where the annotation has it.
"""

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sitmap import geodesy

#: The fields of a claim by name, with `lat` and `lon`; an annotated one has `tol_km` besides.
Row = Mapping[str, Any]

_WORDS = ("actor", "asset", "status", "stance", "date", "time", "zone_claim", "country")
_NAMES = ("source", "designation", "place_text")
_RELATIVE = 0.02  # of a distance, height or time
_ABSOLUTE = 0.6
_MEASURES = ("range_km", "apogee_km", "flight_min", "offset_km")
_ANGLES = ("bearing_deg", "offset_deg")
_DEGREES = 12.0  # half a point of a 16-point compass rose
_IDENTITY = ("actor", "asset", "date", "status", "stance")  # what tells two claims at one place apart
_COUNT_WEIGHT = 2
_SMALL_WORDS = frozenset(["the", "of", "s", "a", "an", "and", "to", "in", "for", "said", "told"])


@dataclass
class Score:
    """Counts of one run; add those of several reports."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    empty: int = 0
    left_empty: int = 0
    fields_right: Counter[str] = field(default_factory=Counter)
    fields_asked: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Sequence[Row], found: Sequence[Row]) -> None:
        """Count one report: its annotated claims and those that the run found."""
        matched = pairs(gold, found)
        hit_gold, hit_found = {i for i, _ in matched}, {j for _, j in matched}
        self.right += len(matched)
        self.missed += sum(i not in hit_gold and not row["background"] for i, row in enumerate(gold))
        self.wrong += sum(j not in hit_found and row["lat"] is not None for j, row in enumerate(found))
        if not gold:
            self.empty += 1
            self.left_empty += not found
        for i, j in matched:
            for name, ok in compared(gold[i], found[j]):
                self.fields_asked[name] += 1
                self.fields_right[name] += ok

    @property
    def precision(self) -> float:
        """Share of the found claims that are right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of the annotated claims that were found."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    @property
    def fields(self) -> float:
        """Share of all fields asked that are right."""
        return self.fields_right.total() / max(1, self.fields_asked.total())


def pairs(gold: Sequence[Row], found: Sequence[Row]) -> list[tuple[int, int]]:
    """Pair annotated claims (first) with found ones, each once, the closest agreement first."""
    options = sorted(
        (
            (likeness, i, j)
            for (i, annotated), (j, claim) in itertools.product(enumerate(gold), enumerate(found))
            if (likeness := _likeness(annotated, claim)) is not None
        ),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    chosen = []
    for _, i, j in options:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            chosen.append((i, j))
    return chosen


def compared(gold: Row, found: Row) -> Iterator[tuple[str, bool]]:
    """Fields that the annotation has, each with whether the found claim has it right."""
    yield "background", bool(gold["background"]) == bool(found["background"])
    for name in (*_WORDS, *_MEASURES, *_ANGLES, *_NAMES):
        if gold[name] not in (None, ""):
            yield name, _same(name, gold[name], found[name])
    if _count(gold) != (None, None):
        yield "count", _count(gold) == _count(found)


def _likeness(gold: Row, found: Row) -> float | None:
    """How well two claims agree; None when they cannot be one."""
    if gold["kind"] != found["kind"] or (gold["lat"] is None) != (found["lat"] is None):
        return None
    near = 1.0
    if gold["lat"] is not None:
        away = geodesy.distance(gold["lat"], gold["lon"], found["lat"], found["lon"])
        if away > gold["tol_km"]:
            return None
        near = 1 - away / gold["tol_km"]
    alike = sum(_same(name, gold[name], found[name]) for name in _IDENTITY if gold[name] not in (None, ""))
    return alike + _COUNT_WEIGHT * (_count(gold) == _count(found)) + near


def _same(name: str, gold: Any, found: Any) -> bool:
    if name in _NAMES:
        return _overlap(_content(gold), _content(found))
    if name in _ANGLES:
        return found is not None and abs((found - gold + 180) % 360 - 180) <= _DEGREES
    if name in _MEASURES:
        return found is not None and abs(found - gold) <= max(abs(gold) * _RELATIVE, _ABSOLUTE)
    return str(found or "").strip().lower() == str(gold).strip().lower()


def _content(text: str | None) -> set[str]:
    spaced = "".join(letter.lower() if letter.isalnum() else " " for letter in text or "")
    return set(spaced.split()) - _SMALL_WORDS


def _overlap(gold: set[str], found: set[str]) -> bool:
    common = len(gold & found)
    return common > 0 and 2 * common >= min(len(gold), len(found))


def _count(row: Row) -> tuple[int | None, int | None]:
    return row["count_min"], row["count_max"]
