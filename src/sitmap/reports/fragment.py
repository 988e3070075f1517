"""The words of a piece of HTML that is all text: an entry of a feed, without a page around it."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

#: Elements that begin and end a line, and those whose content is not read.
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "ol", "p", "pre", "section", "table"),
        *("tbody", "td", "th", "thead", "tr", "ul"),
    }
)
_UNREAD = frozenset({"script", "style", "noscript", "iframe", "object", "svg", "template", "textarea"})
_MARKUP = re.compile(r"<[A-Za-z/!]|&(?:[A-Za-z]|#)")
_BLANKS = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")


def plain(html: str) -> str:
    """Text of a fragment, a line for each block.

    Parameters
    ----------
    html : str
        HTML, or text without any.
    """
    if not _MARKUP.search(html):
        return html.strip()
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(f"<div>{html}</div>".encode("utf-8", "replace"), parser)
    return "" if root is None else words(root)


def words(root: Any) -> str:  # noqa: ANN401 - lxml declares no types
    """Text of an element with all that is in it, a line for each block."""
    text = _BLANKS.sub(" ", "".join(_pieces(root)))
    return _LINES.sub("\n", text).strip()


def _pieces(root: Any) -> Iterator[str]:  # noqa: ANN401 - lxml declares no types
    unread = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        unread += (name in _UNREAD) * (1 if event == "start" else -1)
        if name in _BLOCKS:
            yield "\n"
        following = element.text if event == "start" else element.tail
        # White space of the source is no line end; what follows the root is not part of it.
        if following and not unread and not (event == "end" and element is root):
            yield following.replace("\n", " ")
