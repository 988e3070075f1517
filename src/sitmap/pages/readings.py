"""What the reader handed in, parsed and read: the page's only way to a situation."""

import io
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Protocol

import sitmap
from sitmap.errors import ReportError, printable
from sitmap.model import Report
from sitmap.pages import remarks
from sitmap.pages.drawing import Drawing, drawing, pack
from sitmap.pages.messages import say
from sitmap.pages.progress import Step
from sitmap.pages.remarks import Remark
from sitmap.pipeline import Situation
from sitmap.reports import Meta, weblink
from sitmap.reports.batch import Batch, Note
from sitmap.reports.names import why_not


@dataclass(frozen=True, slots=True)
class Case:
    """Reports that were handed in together, and what is to be told of them."""

    reports: tuple[Report, ...] = ()
    remarks: tuple[Remark, ...] = ()


class Outcome(Protocol):
    """A situation, when it was drawn up, and what the workbench draws of it."""

    @property
    def situation(self) -> Situation:
        """What the reports say; it may take its time when it is first asked for."""
        ...

    @property
    def as_of(self) -> datetime:
        """Time-zone aware."""
        ...

    @property
    def drawing(self) -> Drawing:
        """At hand at once."""
        ...


@dataclass(frozen=True, eq=False, slots=True)
class Made:
    """An outcome that was worked out at once."""

    situation: Situation
    as_of: datetime
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Handed:
    """What the reader hands in.

    Parameters
    ----------
    files : tuple of (str, bytes)
        Name and content; the suffix of the name says what the bytes are.
    folder : tuple of (str, bytes)
        Files of a folder: those that are no reports by their name are passed over.
    addresses : tuple of str
        Of pages and feeds.
    follow : bool
        Whether to fetch the pages that feeds link to.
    """

    files: tuple[tuple[str, bytes], ...] = ()
    folder: tuple[tuple[str, bytes], ...] = ()
    addresses: tuple[str, ...] = ()
    follow: bool = False

    def __len__(self) -> int:
        return len(self.files) + len(self.folder) + len(self.addresses)


def case(handed: Handed, defaults: Meta, step: Step | None = None) -> Case:
    """Parse and fetch what was handed in; what cannot be read is named and the rest is kept.

    Parameters
    ----------
    handed : Handed
    defaults : Meta
        For reports that do not say themselves.
    step : Step, optional
        Called with the share that is done and what is being done.

    Returns
    -------
    Case
        Each report once, in the order given.

    Raises
    ------
    SettingsError
        If the user's own settings cannot be followed.
    """
    done = 0

    def tell(key: str) -> Callable[[str], None] | None:
        return (lambda name: step(done / len(handed), say(key, name=printable(name)))) if step else None

    batch = Batch(follow=handed.follow, asking=tell("progress.asking"), reading=tell("progress.parsing"))
    for name, data in handed.files:
        batch.read(io.BytesIO(data), name, defaults)
        done += 1
    for name, data in sorted(handed.folder):
        why = why_not(PurePosixPath(name))
        if why:
            batch.notes.append(Note(name, f"passed over: {why}"))
        else:
            batch.read(io.BytesIO(data), name, defaults)
        done += 1
    for address in handed.addresses:
        _fetch(address, batch, defaults)
        done += 1
    loaded = batch.loaded()
    return Case(loaded.reports, remarks.of(loaded.failures, loaded.notes))


def _fetch(address: str, batch: Batch, defaults: Meta) -> None:
    if not weblink.is_web(address):
        batch.failures.append(ReportError(address, say("intake.no_address")))
        return
    from sitmap.reports import web  # noqa: PLC0415 - few reports are on the web, and TLS is slow to load

    web.read(address, batch, defaults)


def read(found: Sequence[Report], step: Step | None = None) -> Outcome:
    """Read reports into a situation.

    Parameters
    ----------
    found : sequence of Report
    step : Step, optional
        Called with the share that is read and what is being read.

    Returns
    -------
    Outcome

    Raises
    ------
    SitmapError
        If reference data is missing.
    """
    as_of = datetime.now(UTC)
    situation = sitmap.situation(found, progress=each(len(found), step) if step else None)
    return Made(situation, as_of, pack(situation, drawing(situation)))


def each(total: int, step: Step) -> Callable[[Report], None]:
    """Count reports as they are read, and tell of each."""
    count = itertools.count(1)

    def read_one(report: Report) -> None:
        number = next(count)
        name = report.title or report.report_id
        step(number / total, say("progress.reading", i=f"{number:,}", n=f"{total:,}", name=printable(name)))

    return read_one
