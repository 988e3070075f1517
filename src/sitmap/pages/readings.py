"""What the reader handed in, parsed and read: the page's only way to a situation."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sitmap
from sitmap import reports
from sitmap.errors import ReportError
from sitmap.model import Report
from sitmap.pages.drawing import drawing
from sitmap.pipeline import Situation


@dataclass(frozen=True, slots=True)
class Case:
    """Reports that were handed in together, and what could not be read of them."""

    reports: tuple[Report, ...] = ()
    failures: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Outcome:
    """A situation, when it was drawn up, and what the workbench draws of it."""

    situation: Situation
    as_of: datetime
    drawing: Mapping[str, Any]


def case(files: Iterable[tuple[str, bytes]], defaults: reports.Meta) -> Case:
    """Parse files into reports; one that cannot be read is named and the others are kept.

    Parameters
    ----------
    files : iterable of (str, bytes)
        Name and content; the suffix of the name says what the bytes are.
    defaults : Meta
        For reports that do not say themselves.

    Returns
    -------
    Case
        Each report once, in the order given.
    """
    found: dict[str, Report] = {}
    failures: list[str] = []
    for name, data in files:
        try:
            for report in reports.parse(data, name=name, defaults=defaults):
                found.setdefault(report.report_id, report)
        except ReportError as error:
            failures.append(str(error))
    return Case(tuple(found.values()), tuple(failures))


def read(found: Sequence[Report], progress: Callable[[Report], None] | None = None) -> Outcome:
    """Read reports into a situation.

    Parameters
    ----------
    found : sequence of Report
    progress : callable, optional
        Called with each report once it is read.

    Returns
    -------
    Outcome

    Raises
    ------
    SitmapError
        If reference data is missing.
    """
    as_of = datetime.now(UTC)
    situation = sitmap.situation(found, progress=progress)
    return Outcome(situation, as_of, drawing(situation, as_of))
