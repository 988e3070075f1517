"""Markdown, as its reader sees it: the words without the marks.

Only the marks that would stand in the way of words go: front matter, headings, quotation marks of
the margin, emphasis, and the targets of links and pictures. Everything else stays as written.
Each pattern runs in linear time, whatever the text.
"""

import re

from sitmap.reports.record import FIELDS

#: Between two rules, and nothing but settings: a report may begin with a rule too.
_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n((?:(?:[A-Za-z_][\w-]*:[^\n]*|[ \t#-][^\n]*)?\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_SETTING = re.compile(r"^([A-Za-z_]+):[ \t]*(.*)$", re.MULTILINE)
#: Names under which site generators keep what a report calls otherwise.
_ALIASES = {"date": "published", "link": "url", "site": "publisher", "language": "lang"}
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+", re.MULTILINE)
_MARGIN = re.compile(r"^(?: {0,3}>[ \t]?)+", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)")
_AUTOLINK = re.compile(r"<(https?://[^<>\s]*)>")
_OPENING = re.compile(r"(?<![\w*_\\])[*_]{1,3}(?=[^\s*_])")
_CLOSING = re.compile(r"(?<=[^\s*_\\])[*_]{1,3}(?![\w*_])")


def read_markdown(text: str) -> dict[str, object]:
    """Fields of a Markdown document.

    Parameters
    ----------
    text : str
        With LF line ends.

    Returns
    -------
    dict
        `text`; and of the fields that a report has those that the front matter gives, else `title`
        from a first-level heading at the very top.
    """
    record: dict[str, object] = {}
    front = _FRONT_MATTER.match(text)
    if front:
        record |= _settings(front.group(1))
        text = text[front.end() :]
    plain = _plain(text)
    stripped = text.lstrip("\n")
    if stripped.startswith("# "):
        record.setdefault("title", plain.lstrip("\n").split("\n", 1)[0].strip())
    return record | {"text": plain}


def _settings(front: str) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in _SETTING.findall(front):
        field = _ALIASES.get(name.lower(), name.lower())
        if field in FIELDS and field != "text":
            found.setdefault(field, value.strip().strip("\"'"))
    return found


def _plain(text: str) -> str:
    for pattern, replacement in (
        (_MARGIN, ""),
        (_HEADING, ""),
        (_LINK, r"\1"),
        (_AUTOLINK, r"\1"),
        (_OPENING, ""),
        (_CLOSING, ""),
    ):
        text = pattern.sub(replacement, text)
    return text
