"""What the reader handed in, parsed and read: the page's only way to a situation."""

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sitmap
from sitmap.model import Report
from sitmap.pages.drawing import drawing
from sitmap.pipeline import Situation
from sitmap.reports import Meta
from sitmap.reports.batch import Batch


@dataclass(frozen=True, slots=True)
class Case:
    """Reports that were handed in together, what could not be read of them, and what was passed over."""

    reports: tuple[Report, ...] = ()
    failures: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Outcome:
    """A situation, when it was drawn up, and what the workbench draws of it."""

    situation: Situation
    as_of: datetime
    drawing: Mapping[str, Any]


def case(files: Iterable[tuple[str, bytes]], defaults: Meta) -> Case:
    """Parse files into reports; what cannot be read is named and the rest is kept.

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
    batch = Batch()
    for name, data in files:
        batch.read(io.BytesIO(data), name, defaults)
    loaded = batch.loaded()
    return Case(loaded.reports, tuple(map(str, loaded.failures)), loaded.notes)


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
