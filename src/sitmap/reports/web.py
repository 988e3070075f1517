"""A web address to reports: what `fetch` brings, read as a file of its kind would be."""

import io
from dataclasses import replace

from sitmap.errors import ReportError
from sitmap.reports import decode, weblink
from sitmap.reports.batch import Batch
from sitmap.reports.fetch import fetch
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
    batch.read(data, source, about, suffix=found.suffix)
