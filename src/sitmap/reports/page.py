"""HTML: the article of a saved page, through trafilatura, without the network."""

import logging
import re
import warnings
from collections.abc import Callable

from sitmap.errors import ReportError
from sitmap.reports import fields
from sitmap.reports.record import Meta

#: The last day is fixed, or the same page would read otherwise tomorrow; what comes of it is not used.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2200-12-31"}
_LANGUAGE = re.compile(r"""<html\b[^<>]*?\slang\s*=\s*["']?([A-Za-z0-9_-]+)""", re.IGNORECASE)
_WHOLE_PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
#: What trafilatura calls it -> what a report calls it.
_DECLARED = {"title": "title", "sitename": "publisher", "url": "url"}
_CHECKS: dict[str, Callable[[object], object]] = {
    "title": lambda value: fields.line(value, "title"),
    "publisher": lambda value: fields.line(value, "publisher"),
    "published": fields.day,
    "url": fields.link,
    "lang": fields.language,
}

for _name in ("trafilatura", "htmldate", "courlan"):
    # They would report a poor page on standard error; we report it ourselves.
    logging.getLogger(_name).addHandler(logging.NullHandler())


def read_page(html: str, source: str, defaults: Meta) -> dict[str, object]:
    """Fields of a saved web page.

    Parameters
    ----------
    html : str
        The page.
    source : str
        Its name, for the message.
    defaults : Meta
        What was given for it; it comes before what the page declares, which is found by rules of thumb.

    Returns
    -------
    dict
        `text`, and what the page declares of itself and is sound.

    Raises
    ------
    ReportError
        If no article is found in it.
    """
    import trafilatura  # noqa: PLC0415 - takes a third of a second that only a page is worth
    from trafilatura.settings import Document  # noqa: PLC0415 - same

    from sitmap.reports.declared import published  # noqa: PLC0415 - same

    if not _WHOLE_PAGE.search(html):
        # A fragment, as a browser's inspector copies it, is refused as it stands.
        html = f"<html><body>{html}</body></html>"
    # A date that a page declares in a zone of its own making is no news to the person who gave the page.
    warnings.filterwarnings("ignore", message="tzname .* identified but not understood")
    try:
        found = trafilatura.bare_extraction(
            html, with_metadata=True, include_comments=False, date_extraction_params=_DATES
        )
        text = (found.text if isinstance(found, Document) else "") or trafilatura.html2txt(html)
    except RecursionError:
        raise ReportError(source, "is nested too deeply to be a page: save its text as .txt") from None
    if not text.strip():
        raise ReportError(source, "no article was found in this page: save its text as .txt and give that")
    declared = {field: getattr(found, name, None) for name, field in _DECLARED.items()}
    declared["published"] = published(html)
    language = _LANGUAGE.search(html)
    declared["lang"] = language.group(1) if language else None
    sound = {field: value for field, value in declared.items() if _sound(field, value)}
    return {"text": text} | {field: value for field, value in sound.items() if not getattr(defaults, field)}


def _sound(field: str, value: object) -> bool:
    """Whether a page's word for itself is usable; what is not is its author's slip, not the reader's."""
    try:
        _CHECKS[field](value)
    except fields.RecordError:
        return False
    return True
