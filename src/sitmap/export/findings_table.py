"""Findings as JSON and as CSV."""

import csv
import io
import json
import math
from collections.abc import Sequence
from typing import Any

from sitmap import schema
from sitmap.model import Finding

#: A spreadsheet takes a cell that begins with one of these for a formula (OWASP, "CSV injection").
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


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
        `claim_ids` as a JSON list; text that a spreadsheet would run as a formula begins with an
        apostrophe. The byte order mark tells spreadsheets that it is UTF-8.
    """
    written = io.StringIO(newline="")
    table = csv.DictWriter(written, [column.name for column in schema.FINDING_COLUMNS])
    table.writeheader()
    for row in rows(findings):
        row["claim_ids"] = json.dumps(row["claim_ids"], ensure_ascii=False)
        table.writerow({name: _guarded(value) for name, value in row.items()})
    return "\ufeff" + written.getvalue()


def _guarded(value: Any) -> Any:  # noqa: ANN401 - a cell of any type
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value
