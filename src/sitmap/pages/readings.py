"""What the reader handed in, parsed and read once: the page's only way to a situation."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

import streamlit as st

import sitmap
from sitmap import reports
from sitmap.errors import ReportError
from sitmap.model import Report
from sitmap.pipeline import Situation


@dataclass(frozen=True, slots=True)
class Case:
    """Reports that were handed in together, and what could not be read of them."""

    reports: tuple[Report, ...] = ()
    failures: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Outcome:
    """A situation and when it was drawn up; each reading is equal to itself alone."""

    situation: Situation
    as_of: datetime = field(default_factory=lambda: datetime.now(UTC))


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


# A resource, not data: a situation is frozen, and a copy for each rerun would cost more than reading it.
@st.cache_resource(show_spinner=False, max_entries=8)
def read(found: tuple[Report, ...], _progress: Callable[[Report], None] | None = None) -> Outcome:
    """Read reports into a situation, once for the same reports.

    Parameters
    ----------
    found : tuple of Report
    _progress : callable, optional
        Called with each report once it is read.

    Returns
    -------
    Outcome
    """
    return Outcome(sitmap.situation(found, progress=_progress))
