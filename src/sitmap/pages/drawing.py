"""What the workbench is given to draw: one situation as plain JSON."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sitmap import maps
from sitmap.model import Claim, Report
from sitmap.pages import passages, why
from sitmap.pages.messages import day, section
from sitmap.pipeline import Situation
from sitmap.product import Cover


def drawing(situation: Situation, as_of: datetime, more: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Gather what the workbench draws, without the selection.

    Parameters
    ----------
    situation : Situation
    as_of : datetime
        Time-zone aware; when the situation was drawn up.
    more : mapping, optional
        What else the workbench shows of a case.

    Returns
    -------
    dict
        Only JSON types. ``map`` is the map's payload, ``reports`` the texts cut into pieces, ``why``
        the reasons of each claim, ``messages`` the words, and ``version`` changes with all of them.
    """
    own: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in situation.claims:
        own[claim.report_id].append(claim)
    made = {
        "map": maps.payload(situation.product(Cover(as_of=as_of))),
        "reports": [_text(report, own[report.report_id]) for report in situation.reports],
        "why": why.by_claim(situation.reports, situation.claims),
        "messages": dict(section("workbench")),
        **(more or {}),
    }
    return made | {"version": hashlib.sha256(json.dumps(made).encode()).hexdigest()[:16]}


def _text(report: Report, claims: Sequence[Claim]) -> dict[str, Any]:
    return {
        "id": report.report_id,
        "title": report.title,
        "publisher": report.publisher,
        "published": day(report.published) if report.published else "",
        "pieces": passages.pieces(report, claims),
    }
