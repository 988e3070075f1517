"""Feeds, RSS 0.9 to 2.0 and Atom: a report an entry.

A feed that declares entities is refused, because they are how XML is made to swell or to read other files;
a document type without them, as RSS 0.91 has, is not loaded. A feed that is not well formed is read as far as
it can be, and said to be so.
"""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from lxml import etree

from sitmap.errors import ReportError, printable
from sitmap.model import Report
from sitmap.reports import fields, fragment, settings, weblink
from sitmap.reports.clean import clean
from sitmap.reports.decode import decode, whole
from sitmap.reports.moments import moment
from sitmap.reports.record import Meta, report

_HEAD = 1024
_START = re.compile(r"\s*(?:<\?xml|<!--|<rss|<feed|<rdf:RDF|<!DOCTYPE rss)")
_ROOT = re.compile(r"<(?:rss|feed|rdf:RDF|RDF)[\s>]")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
#: Entities of HTML that writers of feeds take to be XML's.
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]{1,31};")
#: An ampersand that begins no reference: "AT&T".
_BARE = re.compile(rb"&(?!#?[A-Za-z0-9]{1,31};)")
#: Where the parts of an entry stand, best first.
_TEXTS = ("content:encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "issued", "dc:date", "updated", "modified")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

_Children = Mapping[str, list[Any]]


def is_feed(data: bytes) -> bool:
    """Whether bytes that came as something else begin as a feed does."""
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf").decode("ascii", "replace")
    return _START.match(head) is not None and _ROOT.search(head) is not None


def read_feed(stream: BinaryIO, source: str, defaults: Meta) -> Iterator[Report | ReportError]:
    """Read a report an entry.

    Parameters
    ----------
    stream : binary file
    source : str
        Its name, for the messages.
    defaults : Meta
        What the feed does not say; links are read as from its address.

    Yields
    ------
    Report or ReportError
        A fault for each entry that is no report, for what is wrong with the form, and for entries beyond the
        bound.

    Raises
    ------
    ReportError
        If it is no feed, or declares entities.
    """
    text = _DECLARATION.sub("", decode(whole(stream, source), source).lstrip("\ufeff"))
    root, fault = _tree(_ENTITY.sub(lambda found: html.unescape(found[0]), text), source)
    entries, about = _entries(root, source)
    if fault:
        yield ReportError(source, f"{fault}: its entries were read as well as they could be; look at them")
    limit = settings.limits().max_entries
    if len(entries) > limit:
        problem = (
            f"holds {len(entries)} entries, of which the first {limit} were read: raise feed.max_entries"
        )
        yield ReportError(source, f"{problem} in your settings")
    common = _common(root, about)
    for number, entry in enumerate(entries[:limit], 1):
        try:
            yield report(common | _record(entry, defaults.url), defaults)
        except fields.RecordError as problem:
            yield ReportError(source, f"entry {number}: {problem}")


def _tree(text: str, source: str) -> tuple[Any, str]:
    """Root of a document, and what is wrong with its form."""
    # No entity is declared without these letters, whatever comment or quotation stands before them.
    if "<!ENTITY" in text:
        raise ReportError(source, "declares entities, which may hide anything: give the page, not the feed")
    data = clean(text).encode("utf-8", "replace")
    try:
        return etree.fromstring(data, _parser(recover=False)), ""
    except etree.XMLSyntaxError as problem:
        line, column = problem.position
        fault = f"line {line}, column {column}: is not well-formed XML ({_first_line(problem.msg)})"
    root = _recovered(data)
    if root is None:
        raise ReportError(source, f"{fault}: give the page, not the feed")
    return root, fault


def _recovered(data: bytes) -> Any:  # noqa: ANN401 - lxml declares no types
    """Root of a document that is not well formed, None if nothing of it can be read."""
    try:
        return etree.fromstring(_BARE.sub(b"&amp;", data), _parser(recover=True))
    except etree.XMLSyntaxError:
        return None


def _parser(*, recover: bool) -> Any:  # noqa: ANN401 - lxml declares no types
    return etree.XMLParser(
        encoding="utf-8",
        recover=recover,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _first_line(message: str | None) -> str:
    """Libxml2's word for a fault, without the source and the place that it adds."""
    return printable((message or "no reason given").split("\n", 1)[0].split(", line ", 1)[0])


def _entries(root: Any, source: str) -> tuple[list[Any], Any]:  # noqa: ANN401 - lxml declares no types
    """Entries of a feed, and the element that tells of the feed itself."""
    kind = etree.QName(root).localname
    children = _children(root)
    about = next(iter(children.get("channel", [])), root)
    if kind == "feed":
        return children.get("entry", []), root
    if kind in {"rss", "RDF"} and about is not root:
        return [*children.get("item", []), *_children(about).get("item", [])], about
    what = (
        "is a web page" if kind.lower() == "html" else f"is XML, but <{fields.shown(kind)[1:-1]}> is no feed"
    )
    raise ReportError(source, f"{what}, neither RSS nor Atom: give the address or file of a feed")


def _children(element: Any) -> _Children:  # noqa: ANN401 - lxml declares no types
    """Children by name, with a prefix for those of the namespaces that have one."""
    prefixes = settings.table("namespaces")
    found: dict[str, list[Any]] = {}
    for child in element:
        if isinstance(child.tag, str):
            name = etree.QName(child)
            if (name.namespace or "") in prefixes:
                found.setdefault(prefixes[name.namespace or ""] + name.localname, []).append(child)
    return found


def _common(root: Any, about: Any) -> dict[str, object]:  # noqa: ANN401 - lxml declares no types
    """Read what a feed says of all its entries."""
    children = _children(about)
    languages = (_text(children, "language"), about.get(_LANGUAGE), root.get(_LANGUAGE))
    lang = next(filter(None, map(_language, languages)), "")
    return {"publisher": _line(children, "title"), "lang": lang}


def _record(entry: Any, base: str) -> dict[str, object]:  # noqa: ANN401 - lxml declares no types
    children = _children(entry)
    title = _line(children, "title")
    bodies = (_body(children[name][0]) for name in _TEXTS if name in children)
    dates = (moment(_text(children, name)) for name in _DATES)
    return {
        "title": title,
        "text": next(filter(None, bodies), title),
        "published": next(filter(None, dates), ""),
        "url": _link(children, base),
    }


def _body(element: Any) -> str:  # noqa: ANN401 - lxml declares no types
    """Words of an entry: escaped HTML, elements of XHTML, or text."""
    return fragment.words(element) if len(element) else fragment.plain(element.text or "")


def _line(children: _Children, name: str) -> str:
    return " ".join(_body(children[name][0]).split())[: fields.MAX_LINE] if name in children else ""


def _text(children: _Children, name: str) -> str:
    return (children[name][0].text or "").strip() if name in children else ""


def _language(value: str | None) -> str:
    try:
        return fields.language(value)
    except fields.RecordError:
        return ""


def _link(children: _Children, base: str) -> str:
    """Address of an entry's page: Atom's `link`, RSS's, or the `guid` that is one."""
    told = [link.get("href") or link.text for link in children.get("link", []) if _is_page(link)]
    told += [guid.text for guid in children.get("guid", []) if guid.get("isPermaLink", "true") == "true"]
    for each in filter(None, told):
        try:
            return weblink.public(weblink.target(weblink.joined(base, each)).url)
        except fields.RecordError:
            continue
    return ""


def _is_page(link: Any) -> bool:  # noqa: ANN401 - lxml declares no types
    return bool(link.get("rel", "alternate") == "alternate")
