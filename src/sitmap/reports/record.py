"""From named values to a `Report`: the one place where every format ends."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sitmap.model import Report
from sitmap.reports import fields
from sitmap.reports.clean import clean

#: The fields that are read; others are ignored, so that annotated reports can be read.
FIELDS = ("report_id", "title", "text", "publisher", "published", "url", "tz", "lang")
_ID_DIGITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What the command line says of reports that do not say it themselves.

    Parameters
    ----------
    published : datetime.date or None
        Publication date.
    publisher, title : str
        One line each.
    url : str
        http or https.
    tz : str
        IANA zone of the dateline.
    lang : str
        BCP 47 language tag.

    Notes
    -----
    The values are checked where a report takes them, with the same rules as its own.
    """

    published: date | None = None
    publisher: str = ""
    title: str = ""
    url: str = ""
    tz: str = ""
    lang: str = ""


def report(record: Mapping[str, object], defaults: Meta) -> Report:
    """Make a report of a record.

    Parameters
    ----------
    record : mapping
        Values by field name; a missing, empty or null value is taken from `defaults`.
    defaults : Meta
        What stands in.

    Returns
    -------
    Report
        Without an id of its own it gets one from a hash of its text, so that the same text has the same id.

    Raises
    ------
    RecordError
        If it has no text, or a field is not what it should be.
    """
    text = _text(record)
    tz = fields.zone(_given(record, "tz", defaults.tz))
    published = defaults.published.isoformat() if defaults.published else ""
    return Report(
        report_id=fields.identity(record.get("report_id")) or text_id(text),
        text=text,
        title=fields.line(_given(record, "title", defaults.title), "title"),
        publisher=fields.line(_given(record, "publisher", defaults.publisher), "publisher"),
        published=fields.day(_given(record, "published", published), tz=tz),
        url=fields.link(_given(record, "url", defaults.url)),
        tz=tz,
        lang=fields.language(_given(record, "lang", defaults.lang)),
    )


def _given(record: Mapping[str, object], field: str, default: str) -> object:
    value = record.get(field)
    return default if value is None or value == "" else value


def text_id(text: str) -> str:
    """Id of a text: "r" and the first twelve hexadecimal digits of its SHA-256.

    The letter keeps a spreadsheet from reading "0123456789e1" as a number.
    """
    return "r" + hashlib.sha256(text.encode()).hexdigest()[:_ID_DIGITS]


def _text(record: Mapping[str, object]) -> str:
    value = record.get("text")
    if value is None:
        raise fields.RecordError("the field 'text' is missing: it holds the report")
    if not isinstance(value, str):
        raise fields.RecordError(f"the field 'text' must be a string, not {fields.kind(value)}")
    if len(value) > fields.MAX_REPORT:
        raise fields.RecordError(f"its text is longer than {fields.MAX_REPORT // 1_000_000} MB: split it")
    text = clean(value)
    if not text.strip():
        raise fields.RecordError("there is no text in it: nothing but white space")
    return text
