"""Whatever comes in, a Report or a ReportError comes out."""

import csv
import io
import json
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitmap import reports
from sitmap.errors import ReportError
from sitmap.reports.batch import READERS
from sitmap.reports.clean import clean

NAMES = st.sampled_from([f"a{suffix}" for suffix in (*READERS, "", ".bin")])
#: Everything that XML 1.0 allows in a document, as a report's text promises.
XML_TEXT = re.compile("[\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")
#: Bytes that mean something to one reader or another, among any bytes.
TOKENS = st.sampled_from(
    [
        *(
            b'{"text":',
            b'"text"',
            b"[",
            b"{",
            b"}",
            b"]",
            b",",
            b":",
            b'"',
            b"'",
            b"\\u0000",
            b"\\ud800",
            b"NaN",
        ),
        *(
            b"text",
            b"text,title\n",
            b";",
            b"\t",
            b"\n",
            b"\r",
            b"\r\n",
            b"\x00",
            b"\xff",
            b"\xfe",
            b"\xef\xbb\xbf",
        ),
        *(
            b"<html>",
            b"<p>",
            b"</p>",
            b"<!--",
            b"<![CDATA[",
            b"&#0;",
            b"&#xd800;",
            b"<meta charset=utf-7>",
            b"<table>",
        ),
        *(b"---\n", b"# ", b"**", b"](", b"date: 2024-11-01\n", b"North Korea fired a missile. ", b"1" * 50),
    ]
)
SOUP = st.lists(st.one_of(TOKENS, st.binary(max_size=8)), max_size=40).map(b"".join)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
FIELDS = ("report_id", "title", "text", "publisher", "published", "url", "tz", "lang", "claims")
RECORD = st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, JSON))


def read(data, name):
    try:
        return reports.parse(data, name=name)
    except ReportError as fault:
        return fault


def outcome(data, name):
    """What comes out, once it has been found to be what it may be; () for a fault."""
    found = read(data, name)
    if isinstance(found, ReportError):
        assert found.source == name
        assert found.problem
        assert str(found).isprintable()
        return ()
    for report in found:
        assert report.text.strip()
        assert "\x00" not in report.text
        assert XML_TEXT.fullmatch(report.text)
        assert XML_TEXT.fullmatch(report.title + report.publisher + report.url)
        assert "\n" not in report.title + report.publisher
        assert report.url == "" or report.url.startswith(("http://", "https://"))
        assert report.report_id.strip()
    assert len({report.report_id for report in found}) == len(found) > 0
    return found


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(data=SOUP, name=NAMES)
def test_any_bytes_under_any_name(data, name):
    assert outcome(data, name) == outcome(data, name)


@settings(max_examples=200, deadline=None)
@given(record=RECORD, form=st.sampled_from(["a.json", "list.json", "a.jsonl"]))
def test_any_json_record(record, form):
    data = json.dumps([record] if form.startswith("list") else record)
    outcome(data.encode(), form)


@settings(max_examples=200, deadline=None)
@given(value=JSON, name=st.sampled_from(["a.json", "a.jsonl"]))
def test_any_json(value, name):
    outcome(json.dumps(value).encode(), name)


@settings(max_examples=200, deadline=None)
@given(
    rows=st.lists(st.lists(st.text(max_size=20), min_size=2, max_size=2), max_size=5),
    delimiter=st.sampled_from(",;\t"),
)
def test_any_table_is_read_back(rows, delimiter):
    written = io.StringIO()
    # A spreadsheet quotes every text it is unsure of.
    csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([["text", "title"], *rows])
    found = outcome(written.getvalue().encode("utf-8", "surrogatepass"), "a.csv")
    if found and all(text.strip() for text, _ in rows):
        expected = dict.fromkeys(clean(text).encode().decode() for text, _ in rows)
        assert [report.text for report in found] == list(expected)


@settings(deadline=None)
@given(text=st.text(min_size=1).filter(str.strip))
def test_a_text_that_was_read_is_read_again_as_it_is(text):
    for report in outcome(json.dumps({"text": text}).encode(), "a.json"):
        assert outcome(json.dumps({"text": report.text}).encode(), "b.jsonl") == (report,)


@given(text=st.text())
def test_cleaning_again_changes_nothing(text):
    once = clean(text)
    assert clean(once) == once
    assert XML_TEXT.fullmatch(once)
    if not re.search("[\r\ufeff\ud800-\udfff]", text):
        assert len(once) == len(text)
