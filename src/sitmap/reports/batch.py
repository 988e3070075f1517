"""Which format is read how, and what a batch of reports adds up to."""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from types import MappingProxyType
from typing import BinaryIO

from sitmap.errors import ReportError, printable
from sitmap.model import Report
from sitmap.reports import weblink
from sitmap.reports.clean import clean
from sitmap.reports.decode import decode, whole
from sitmap.reports.fields import RecordError, shown
from sitmap.reports.jsontext import read_json, read_json_lines
from sitmap.reports.markdown import read_markdown
from sitmap.reports.page import read_page
from sitmap.reports.record import Meta, report
from sitmap.reports.table import read_table

Outcome = Report | ReportError


@dataclass(frozen=True, slots=True)
class Note:
    """What was passed over on purpose.

    Parameters
    ----------
    source : str
        The file or address.
    what : str
        Why.
    alike : str
        What it has in common with others, where `what` names something of its own; "" where it does not.
    """

    source: str
    what: str
    alike: str = ""

    def __str__(self) -> str:
        return f"{printable(self.source)}: {self.what}"


_Reader = Callable[[BinaryIO, str, Meta], Iterator[Outcome]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What some sources gave.

    Parameters
    ----------
    reports : tuple of Report
        In the order given; each id once.
    failures : tuple of ReportError
        What could not be read, in the order met.
    notes : tuple of Note
        What was passed over on purpose, and why.
    """

    reports: tuple[Report, ...] = ()
    failures: tuple[ReportError, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass
class Batch:
    """Reports as they come in, each id once and each web page once.

    Parameters
    ----------
    follow : bool
        Whether to fetch the pages that feeds link to.
    asking : callable, optional
        Called with each web address before it is asked.
    reading : callable, optional
        Called with the name of each file before it is read.
    """

    follow: bool = False
    asking: Callable[[str], None] | None = None
    reading: Callable[[str], None] | None = None
    found: dict[str, tuple[Report, str]] = field(default_factory=dict)
    failures: list[ReportError] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    pages: dict[str, str] = field(default_factory=dict)

    def is_known(self, url: str, source: str) -> bool:
        """Whether a web page was read before; if so, a note says from where.

        Parameters
        ----------
        url : str
            Its address.
        source : str
            What leads to it now.
        """
        where = self.pages.get(weblink.same(url))
        if where is None:
            return False
        before = "the page was read before"
        self.notes.append(Note(source, f"{before}, from {printable(where)}", before))
        return True

    def read(self, stream: BinaryIO, source: str, defaults: Meta, *, suffix: str = "") -> None:
        """Add what one file holds; its faults become failures.

        Parameters
        ----------
        stream : binary file
            The file.
        source : str
            Its name, whose suffix says what it is.
        defaults : Meta
            What its reports do not say.
        suffix : str
            Says what it is, where its name does not.
        """
        kind = suffix or PurePath(source).suffix.lower()
        if self.reading:
            self.reading(source)
        before = self._met()
        try:
            if kind in ARCHIVES:
                from sitmap.reports import archive  # noqa: PLC0415 - few reports come in archives

                archive.read(stream, source, self, defaults)
                return
            for outcome in self._outcomes(kind, stream, source, defaults):
                self.add(outcome, source)
        except ReportError as fault:
            self.failures.append(fault)
        except OSError as fault:
            self.failures.append(
                ReportError(source, f"stopped being readable ({fault.strerror}): copy it and try again")
            )
        else:
            if self._met() == before:
                self.failures.append(ReportError(source, "holds no report: give a file with one in it"))

    def _met(self) -> int:
        """How much came in, good and bad."""
        return len(self.found) + len(self.failures) + len(self.notes)

    def _outcomes(self, kind: str, stream: BinaryIO, source: str, defaults: Meta) -> Iterator[Outcome]:
        found = READERS.get(kind, _read_text)(stream, source, defaults)
        if kind not in FEEDS:
            return found
        new = (each for each in found if not self._is_old(each, defaults.url, source))
        if not self.follow:
            return new
        from sitmap.reports import web  # noqa: PLC0415 - few reports are on the web, and TLS is slow to load

        return web.pages(new, self, feed=defaults.url, source=source)

    def _is_old(self, entry: Outcome, feed: str, source: str) -> bool:
        """Whether the page of a feed's entry was read before; without one it has the address of the feed."""
        if isinstance(entry, ReportError) or weblink.same(entry.url) in {"", weblink.same(feed)}:
            return False
        return self.is_known(entry.url, source)

    def add(self, outcome: Outcome, source: str) -> None:
        """Add one report, unless it is known, or one fault.

        Parameters
        ----------
        outcome : Report or ReportError
        source : str
            Where it was met.
        """
        if isinstance(outcome, ReportError):
            self.failures.append(outcome)
            return
        known, where = self.found.setdefault(outcome.report_id, (outcome, source))
        if known is outcome:
            return
        named = f"the report_id {shown(outcome.report_id)}"
        if known.text == outcome.text:
            before = "was read before"
            self.notes.append(Note(source, f"{named} {before}, from {printable(where)}", before))
            return
        problem = f"{named} belongs to another text, from {printable(where)}: give each report its own"
        self.failures.append(ReportError(source, problem))

    def loaded(self) -> Loaded:
        """All that came in so far."""
        return Loaded(
            reports=tuple(known for known, _ in self.found.values()),
            failures=tuple(self.failures),
            notes=tuple(self.notes),
        )


def parse(data: bytes, *, name: str, defaults: Meta | None = None) -> tuple[Report, ...]:
    """Read the bytes of one file.

    Parameters
    ----------
    data : bytes
        The file.
    name : str
        Its name. The suffix says what it is: `.md`, `.html`, `.json`, `.jsonl`, `.csv`, `.zip`; with any
        other, or none, it is text.
    defaults : Meta, optional
        What the text does not say.

    Returns
    -------
    tuple of Report
        At least one; the same text twice is one report.

    Raises
    ------
    ReportError
        At the first fault: names the file, the place in it and what to do. `load` reads the rest.
    """
    batch = Batch()
    batch.read(io.BytesIO(data), name, defaults or Meta())
    if batch.failures:
        raise batch.failures[0]
    return batch.loaded().reports


def _document(stream: BinaryIO, source: str) -> str:
    """Text of a file that is one report."""
    return decode(whole(stream, source), source)


def _one(record: Mapping[str, object], source: str, defaults: Meta) -> Iterator[Outcome]:
    try:
        yield report(record, defaults)
    except RecordError as fault:
        yield ReportError(source, str(fault))


def _read_text(stream: BinaryIO, source: str, defaults: Meta) -> Iterator[Outcome]:
    return _one({"text": _document(stream, source)}, source, defaults)


def _read_markdown(stream: BinaryIO, source: str, defaults: Meta) -> Iterator[Outcome]:
    return _one(read_markdown(clean(_document(stream, source))), source, defaults)


def _read_page(stream: BinaryIO, source: str, defaults: Meta) -> Iterator[Outcome]:
    return _one(read_page(_document(stream, source), source, defaults), source, defaults)


def _read_feed(stream: BinaryIO, source: str, defaults: Meta) -> Iterator[Outcome]:
    from sitmap.reports.feed import read_feed  # noqa: PLC0415 - lxml takes a quarter of a second

    return read_feed(stream, source, defaults)


#: Suffixes of feeds, whose entries link to pages.
FEEDS = frozenset({".rss", ".atom", ".rdf", ".xml"})

#: Suffixes of archives, whose files are read one by one.
ARCHIVES = frozenset({".zip"})

#: Suffix -> how a file is read. In a folder only these are; a file given by name is text with any other.
READERS: Mapping[str, _Reader] = MappingProxyType(
    {
        ".txt": _read_text,
        ".md": _read_markdown,
        ".markdown": _read_markdown,
        ".html": _read_page,
        ".htm": _read_page,
        ".json": read_json,
        ".jsonl": read_json_lines,
        ".ndjson": read_json_lines,
        ".csv": read_table,
        ".tsv": read_table,
        **dict.fromkeys(sorted(FEEDS), _read_feed),
    }
)
