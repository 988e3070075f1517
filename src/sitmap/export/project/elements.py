"""XML of a QGIS project, element by element. Names and defaults are those that QGIS 3.22 writes."""

import re
from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

#: What XML 1.0 has no form for, section 2.2.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEAD = b"<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"

Element = ET.Element


def add(parent: Element, tag: str, text: str = "", /, **attributes: object) -> Element:
    """Add an element with text and attributes.

    Parameters
    ----------
    parent : Element
        Gets it as its last child.
    tag : str
        Its name.
    text : str
        Anything; what XML cannot hold becomes U+FFFD.
    **attributes : object
        Written as text, truth as "1" and "0".

    Returns
    -------
    Element
        The new one.
    """
    made = ET.SubElement(parent, tag, {name: _value(value) for name, value in attributes.items()})
    made.text = clean(text) or None
    return made


def options(parent: Element, values: Mapping[str, str]) -> Element:
    """Add a map of texts as QGIS nests them."""
    outer = add(parent, "Option", type="Map")
    for name, value in values.items():
        add(outer, "Option", name=name, value=value, type="QString")
    return outer


def listed(parent: Element, tag: str, values: Iterable[str]) -> Element:
    """Add a list of texts as QGIS writes one among the properties of a project."""
    made = add(parent, tag, type="QStringList")
    for value in values:
        add(made, "value", value)
    return made


def parsed(text: str) -> Element:
    """Parse a style of our own."""
    return ET.fromstring(text)  # noqa: S314 - our own file


def clean(text: str) -> str:
    """Text that XML can hold."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def written(root: Element) -> bytes:
    """Write a document: the same tree gives the same bytes."""
    ET.indent(root, " ")
    return _HEAD + ET.tostring(root, encoding="unicode").encode()


def _value(value: object) -> str:
    return str(int(value)) if isinstance(value, bool) else clean(str(value))
