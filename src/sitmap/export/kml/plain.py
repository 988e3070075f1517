"""Text that no viewer of KML runs: what stands on the map, in the list and in the balloon.

KML says that a description is HTML, and viewers put names into HTML too; a template of Google Earth
reads `$[name]`. Entities would be safe in one viewer and be seen as such in the next. So the text stays
what it is, and an invisible word joiner stands where a tag, an entity or a field could begin: behind
"<", "&" and "$[". `ExtendedData` has every text verbatim.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from sitmap import schema, words

_JOINER = "\N{WORD JOINER}"
_OPENERS = re.compile(r"<(?=\S)|&(?=[#\w])|\$(?=\[)")
# XML 1.0, production 2.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What begins markup, and what a reader of XML would make a line feed of.
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_MARKUP = re.compile("[&<>\r]")
_LONGEST_NAME = 120  # characters; the whole is in the data of the feature

#: Words of a claim that its balloon has a line for, before and behind how far the mark may be off.
_FIRST = ("what", "when", "where")
_NEXT = ("flight_words", "zone_words", "certainty_words", "note")
_LAST = ("grade_words", "review_words")


def legal(text: str) -> str:
    """Put U+FFFD for what XML cannot hold."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", schema.text(text)) if _NO_XML.search(text) else text


def escaped(text: str) -> str:
    """Write legal text as the content of an element, which reads as it stood."""
    # Nearly all texts have none of it, and there are many.
    return text.translate(_ENTITIES) if _MARKUP.search(text) else text


def inert(text: str) -> str:
    """Text that reads the same and is nothing but text, whatever a viewer takes it for."""
    return _OPENERS.sub(rf"\g<0>{_JOINER}", legal(text))


def name(text: str) -> str:
    """One line for the map and the list, cut where it is too long.

    Parameters
    ----------
    text : str
        Of any content and length.

    Returns
    -------
    str
        Inert; of a long text the first `_LONGEST_NAME` characters and an ellipsis.
    """
    line = " ".join(legal(text).split())
    return inert(line if len(line) <= _LONGEST_NAME else f"{line[:_LONGEST_NAME]}\N{HORIZONTAL ELLIPSIS}")


def balloon(claim: Mapping[str, Any], findings: Mapping[str, Mapping[str, Any]]) -> str:
    """Write what a claim says and what the checks say of it, a line each.

    Parameters
    ----------
    claim : mapping
        As `content.told` gives it.
    findings : mapping of str to mapping
        By id, as `content.told` gives them.

    Returns
    -------
    str
        Inert.
    """
    checks = [findings[finding_id] for finding_id in claim["findings"]]
    radius = claim["uncertainty_km"]
    lines = [
        claim["summary"],
        f"\N{LEFT DOUBLE QUOTATION MARK}{claim['quote']}\N{RIGHT DOUBLE QUOTATION MARK}",
        *(claim[name] for name in _FIRST),
        words.say("kml.off", km=f"{radius:,.0f}") if radius and claim["lat"] is not None else "",
        *(claim[name] for name in _NEXT),
        *(f"{check['verdict_words']}: {check['explanation']}" for check in checks),
        *(claim[name] for name in _LAST),
        ", ".join(filter(None, (claim["publisher"], claim["published"]))),
        claim["url"],
    ]
    return joined(lines)


def joined(lines: Iterable[str]) -> str:
    """Inert lines, without those that are empty."""
    return inert("\n".join(filter(None, lines)))
