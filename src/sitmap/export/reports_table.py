"""Reports as rows: the sources, with their numbers and their words."""

from collections.abc import Iterable
from typing import Any

from sitmap import schema
from sitmap.model import Report


def rows(reports: Iterable[Report]) -> list[dict[str, Any]]:
    """Make rows of `schema.REPORT_COLUMNS`, numbered from 1 in the order given."""
    return [_row(number, report) for number, report in enumerate(reports, start=1)]


def _row(number: int, report: Report) -> dict[str, Any]:
    known = {column.name: getattr(report, column.name, None) for column in schema.REPORT_COLUMNS}
    published = report.published.isoformat() if report.published else ""
    return schema.clean(known | {"source_no": number, "published": published})
