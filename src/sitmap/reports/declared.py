"""When a page says that it was published, with time and offset: a date in its words may be any day."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from sitmap.reports import settings
from sitmap.reports.moments import moment

_NAMES = ("property", "name", "itemprop")
_LINKED_DATA = "application/ld+json"


def published(html: str) -> str:
    """Moment of publication that a page declares.

    Parameters
    ----------
    html : str
        The page.

    Returns
    -------
    str
        ISO 8601, of the article in the page's linked data, else of its `meta`, else of the first `time` of
        the article; "" if it declares none that can be read.
    """
    # No script of another kind, style or comment is kept: a page is mostly those.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(html.encode("utf-8", "replace") or b"<html/>", parser)
    if root is None:
        return ""
    for declared in (_of_linked_data(root), _of_meta(root), _of_time(root)):
        found = next(filter(None, map(moment, declared)), "")
        if found:
            return found
    return ""


def _of_linked_data(root: Any) -> Iterator[object]:  # noqa: ANN401 - lxml declares no types
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() == _LINKED_DATA:
            try:
                found = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            yield from (each.get("datePublished") for each in _objects(found) if _is_article(each))


def _objects(found: object) -> Iterator[Mapping[str, object]]:
    """Objects that speak of the page itself, not of those it links to."""
    for each in found if isinstance(found, list) else [found]:
        if isinstance(each, dict):
            yield each
            yield from _objects(each.get("@graph"))


def _is_article(found: Mapping[str, object]) -> bool:
    kinds = found.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(kind in settings.table("declared")["articles"] for kind in named)


def _of_meta(root: Any) -> Iterator[object]:  # noqa: ANN401 - lxml declares no types
    said: dict[str, object] = {}
    for meta in root.iter("meta"):
        for name in _NAMES:
            said.setdefault((meta.get(name) or "").strip().lower(), meta.get("content"))
    yield from (said.get(name) for name in settings.table("declared")["published"])


def _of_time(root: Any) -> Iterator[object]:  # noqa: ANN401 - lxml declares no types
    marked = root.xpath("//time[@pubdate or @itemprop='datePublished']")
    inside = root.xpath("//article//time | //main//time")
    yield from (time.get("datetime") for time in (*marked, *inside))
