"""Findings as JSON and as CSV."""

import json
import math
from collections.abc import Sequence
from typing import Any

from sitmap import schema
from sitmap.export import cells
from sitmap.model import Finding


def rows(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Make plain rows; a number that is not finite, which JSON has no form for, is null."""
    return [
        {
            name: None if isinstance(value, float) and not math.isfinite(value) else value
            for name, value in schema.finding_row(finding).items()
        }
        for finding in findings
    ]


def as_json(findings: Sequence[Finding]) -> str:
    """JSON list of findings, one object each."""
    return json.dumps(rows(findings), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def as_csv(findings: Sequence[Finding]) -> str:
    """CSV after RFC 4180, safe to open in a spreadsheet.

    Parameters
    ----------
    findings : sequence of Finding
        In any order, which is kept.

    Returns
    -------
    str
        `claim_ids` as a JSON list, texts as `cells.table` guards them.
    """
    names = [column.name for column in schema.FINDING_COLUMNS]
    made = rows(findings)
    for row in made:
        row["claim_ids"] = json.dumps(row["claim_ids"], ensure_ascii=False)
    return cells.table(names, ([row[name] for name in names] for row in made))
