"""Which reports carry one text: syndicated copies count once.

Method: a text is the set of its runs of five words; two texts are copies when the sets have at least
`ALIKE` of their union in common (Broder, "On the resemblance and containment of documents", 1997). Only
texts that share one of their `_SKETCH` smallest hashes are compared, so that thousands of reports take
no longer than their length.
Limits: a copy cut to its first paragraphs, or taken into a longer story, is a text of its own.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from sitmap.model import Report

#: Share of the runs of words that two texts of one origin have in common at least: with runs of five,
#: one word in twenty-five changed.
ALIKE = 0.7
_RUN = 5
_SKETCH = 32
_WORD = re.compile(r"\w+")


def originals(reports: Iterable[Report]) -> Mapping[str, str]:
    """Find the original of each copy.

    Parameters
    ----------
    reports : iterable of Report
        In any order.

    Returns
    -------
    mapping of str to str
        Report id of a copy to that of the text it copies: the first published, then by id. Reports that
        copy none are not in it.
    """
    seen: dict[str, frozenset[int]] = {}
    by_hash: defaultdict[int, list[str]] = defaultdict(list)
    copied: dict[str, str] = {}
    for report in sorted(reports, key=_age):
        runs = _runs(report.text)
        sketch = sorted(runs)[:_SKETCH]
        candidates = dict.fromkeys(other for run in sketch for other in by_hash[run])
        original = next((other for other in candidates if _likeness(runs, seen[other]) >= ALIKE), None)
        if original is not None:
            copied[report.report_id] = original
            continue
        seen[report.report_id] = runs
        for run in sketch:
            by_hash[run].append(report.report_id)
    return copied


def _age(report: Report) -> tuple[str, str]:
    return (report.published.isoformat() if report.published else "9999", report.report_id)


def _runs(text: str) -> frozenset[int]:
    words = _WORD.findall(text.casefold())
    runs = (" ".join(words[start : start + _RUN]) for start in range(max(1, len(words) - _RUN + 1)))
    # Python's own hash of text differs from run to run.
    return frozenset(
        int.from_bytes(hashlib.blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest())
        for run in runs
    )


def _likeness(first: frozenset[int], second: frozenset[int]) -> float:
    return len(first & second) / len(first | second)
