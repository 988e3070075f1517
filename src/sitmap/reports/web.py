"""A web address to reports: what `fetch` brings, read as a file of its kind would be."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sitmap.errors import ReportError
from sitmap.model import Report
from sitmap.reports import decode, settings, weblink
from sitmap.reports.batch import Batch, Note, Outcome
from sitmap.reports.feed import is_feed
from sitmap.reports.fetch import Fetched, fetch
from sitmap.reports.record import Meta


def read(url: str, batch: Batch, defaults: Meta) -> None:
    """Add the reports of one web address to a batch; what is wrong with it becomes a failure there.

    Parameters
    ----------
    url : str
        http or https.
    batch : Batch
        A page that it read before is not asked for again.
    defaults : Meta
        What the reports do not say; their address is that of the page.
    """
    source = weblink.shown(url.strip())
    if batch.is_known(url, source):
        return
    if batch.asking:
        batch.asking(source)
    try:
        found = fetch(url)
    except ReportError as fault:
        batch.failures.append(fault)
        return
    if weblink.same(found.url) != weblink.same(url) and batch.is_known(found.url, source):
        return
    for each in (url, found.url):
        batch.pages[weblink.same(each)] = source
    about = replace(defaults, url=weblink.public(found.url))
    data = io.BytesIO(decode.recoded(found.data, found.charset))
    batch.read(data, source, about, suffix=_suffix(found))


def _suffix(found: Fetched) -> str:
    """Suffix by which an answer is read: many a server sends its feeds as pages or as text."""
    return ".xml" if found.suffix in {".html", ".txt"} and is_feed(found.data) else found.suffix


def pages(entries: Iterable[Outcome], batch: Batch, *, feed: str, source: str) -> Iterator[Outcome]:
    """Read the pages that the entries of a feed link to.

    Parameters
    ----------
    entries : iterable of Report or ReportError
        As the feed gives them.
    batch : Batch
        Takes the pages.
    feed : str
        Address of the feed, which stands for that of an entry that has none.
    source : str
        Name of the feed, for the messages.

    Yields
    ------
    Report or ReportError
        Faults, and entries that link to no page, whose page cannot be read, or that are beyond the bound.
    """
    most = settings.limits().max_pages
    linked = 0
    for entry in entries:
        if isinstance(entry, ReportError) or weblink.same(entry.url) in {"", weblink.same(feed)}:
            yield entry
            continue
        linked += 1
        if linked > most or not _is_read(entry, batch):
            yield entry
    if linked > most:
        batch.notes.append(
            Note(source, f"links to {linked} pages; of those beyond {most} its own words were read")
        )


def _is_read(entry: Report, batch: Batch) -> bool:
    """Read the page of one entry, unless it was read before; whether that was possible."""
    failed = len(batch.failures)
    about = Meta(
        published=entry.published,
        publisher=entry.publisher,
        title=entry.title,
        tz=entry.tz,
        lang=entry.lang,
    )
    read(entry.url, batch, about)
    return len(batch.failures) == failed
