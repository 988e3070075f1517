"""Which reports carry one text: syndicated copies count once.

Method: a text is the set of its runs of five words; two texts are copies when the sets have at least
`ALIKE` of their union in common (Broder, "On the resemblance and containment of documents", 1997). Two such
sets, their runs in one order, share one of the first ``n - ALIKE n + 1`` of their n: only texts that do are
compared, and the rarest runs come first, so that words which every report has bring none together (Chaudhuri,
Ganti, Kaushik, "A primitive operator for similarity joins in data cleaning", 2006). None is missed by that.
Limits: a copy cut to its first paragraphs, or taken into a longer story, is a text of its own.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from sitmap.model import Report

#: Share of the runs of words that two texts of one origin have in common at least: with runs of five,
#: one word in twenty-five changed.
ALIKE = 0.7
_RUN = 5
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
    aged = sorted(reports, key=_age)
    texts = [_runs(report.text) for report in aged]
    told = Counter(run for runs in texts for run in runs)
    by_run: defaultdict[int, list[int]] = defaultdict(list)
    copied: dict[str, str] = {}
    for at, runs in enumerate(texts):
        first = sorted(runs, key=lambda run: (told[run], run))[
            : len(runs) - math.floor(ALIKE * len(runs)) + 1
        ]
        candidates = sorted({other for run in first for other in by_run.get(run, ())})
        original = next((other for other in candidates if _are_alike(runs, texts[other])), None)
        if original is not None:
            copied[aged[at].report_id] = aged[original].report_id
            continue
        for run in first:
            by_run[run].append(at)
    return copied


def _age(report: Report) -> tuple[str, str]:
    return (report.published.isoformat() if report.published else "9999", report.report_id)


def _runs(text: str) -> frozenset[int]:
    """Hash each run of words, as Python does: another process has other numbers, and the same result."""
    words = _WORD.findall(text.casefold())
    return frozenset(
        hash(" ".join(words[start : start + _RUN])) for start in range(max(1, len(words) - _RUN + 1))
    )


def _are_alike(first: frozenset[int], second: frozenset[int]) -> bool:
    fewer, more = sorted((len(first), len(second)))
    if fewer < ALIKE * more:
        return False
    common = len(first & second)
    return common >= ALIKE * (fewer + more - common)
