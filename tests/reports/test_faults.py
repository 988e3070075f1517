"""Every fault names the file, the place in it and what to do."""

import json

import pytest

from sitmap import reports
from sitmap.errors import ReportError
from sitmap.reports import decode, fields


def record(**given):
    return json.dumps({"text": "A report."} | given)


#: name, data, the message after "name: " and its remedy
FAULTS = [
    ("empty.txt", b"", "is empty", "give a file"),
    ("empty.json", b"", "is empty", "give a file"),
    ("empty.jsonl", b"", "is empty", "give a file"),
    ("empty.csv", b"", "is empty", "give a file"),
    ("blank.txt", b" \n\t\r\n ", "there is no text", "nothing but white space"),
    ("bom.txt", b"\xef\xbb\xbf", "there is no text", "nothing but white space"),
    ("blank.json", b" \n", "is empty", "nothing but white space"),
    ("blank.jsonl", b"\n\n", "holds no report", "give a file"),
    ("blank.html", b" ", "no article was found", "save its text as .txt"),
    ("blank.md", b"---\ntitle: x\n---\n", "there is no text", "nothing but white space"),
    ("none.json", b"[]", "holds no report", "give a file"),
    ("header only.csv", b"text,title\n", "holds no report", "give a file"),
    ("a.pdf", b"%PDF-1.7\n%\xe2\xe3", "is a PDF document", "save it as plain text"),
    ("renamed.txt", b"%PDF-1.7\n", "is a PDF document", "save it as plain text"),
    ("a.docx", b"PK\x03\x04\x14\x00", "is a ZIP archive or an Office document", "save it as plain text"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "is an Office document", "save it as plain text"),
    ("a.rtf", b"{\\rtf1\\ansi hello}", "is a Rich Text document", "save it as plain text"),
    ("a.png", b"\x89PNG\r\n\x1a\n", "is a PNG picture", "give the text"),
    ("a.jpg", b"\xff\xd8\xff\xe0", "is a JPEG picture", "give the text"),
    ("a.gz", b"\x1f\x8b\x08\x00", "is a gzip archive", "unpack it"),
    ("case.gpkg", b"SQLite format 3\x00", "is an SQLite database", "export"),
    ("a.json", b"PK\x03\x04", "is a ZIP archive", "name an archive .zip"),
    ("a.csv", b"%PDF-1.4\n", "is a PDF document", "save it"),
    ("a.bin", bytes(range(256)) * 4, "is a binary file", "save it as plain text"),
    ("utf16 without a mark.txt", "A report in UTF-16".encode("utf-16-le"), "is a binary file", "in UTF-8"),
    ("a.json", b"{", "line 1, column 2: is not JSON", "correct it there"),
    ("a.json", b'{\n "text": "x",\n}', "line 3, column 1: is not JSON", "correct it there"),
    ("a.json", b'{"text": "x"}\n{"text": "y"}', "line 2, column 1: is not JSON", "name the file .jsonl"),
    ("a.json", b"[" * 100_000, "is nested too deeply", "give an object"),
    ("a.json", b'{"text":' * 100_000, "is nested too deeply", "give an object"),
    ("a.json", b"[" * 100_000 + b"]" * 100_000, "is nested too deeply", "give an object"),
    ("a.json", b'"text"', "must be an object", "with a field 'text', not a string"),
    ("a.json", b"null", "must be an object", "not null"),
    ("a.json", b"NaN", "must be an object", "not a number"),
    ("a.json", b"[[]]", "record 1 of the list: must be an object", "not a list"),
    ("a.json", b'[{"text": "x"}, 5]', "record 2 of the list: must be an object", "not a number"),
    ("a.json", b"{}", "the field 'text' is missing", "it holds the report"),
    ("a.json", b'{"text": null}', "the field 'text' is missing", "it holds the report"),
    ("a.json", b'{"text": 5}', "the field 'text' must be a string", "not a number"),
    ("a.json", b'{"text": NaN}', "the field 'text' must be a string", "not a number"),
    ("a.json", b'{"text": ["x"]}', "the field 'text' must be a string", "not a list"),
    ("a.json", b'{"text": {}}', "the field 'text' must be a string", "not an object"),
    ("a.json", b'{"text": ""}', "there is no text", "white space"),
    ("a.json", b'{"text": "x", "text": "y"}', "the field 'text' is given twice", "keep one"),
    ("a.json", record(title=5), "the field 'title' must be a string", "not a number"),
    (
        "a.json",
        record(title="x" * 2001),
        "the field 'title' is longer than 2000 characters",
        "is it the text?",
    ),
    ("a.json", record(report_id=True), "the field 'report_id' must be a string", "not true or false"),
    ("a.json", record(report_id=1.5), "the field 'report_id' must be a string", "not a number"),
    (
        "a.json",
        '{"text": "x", "report_id": ' + "1" * 5000 + "}",
        "the field 'report_id' must",
        "not a number",
    ),
    ("a.json", record(report_id="x" * 201), "the field 'report_id' is longer than 200", "shorten it"),
    ("a.json", record(published="2024-13-01"), "published '2024-13-01' is not a date", "write YYYY-MM-DD"),
    ("a.json", record(published="2023-02-29"), "published '2023-02-29' is not a date", "write YYYY-MM-DD"),
    ("a.json", record(published="1 Nov 2024"), "published '1 Nov 2024' is not a date", "write YYYY-MM-DD"),
    ("a.json", record(published=20241101), "the field 'published' must be a string", "not a number"),
    ("a.json", record(published="0001-01-01"), "published '0001-01-01' lies outside the years", "correct it"),
    (
        "a.json",
        record(published="0001-01-01T00:00:00+00:00", tz="America/New_York"),
        "published '0001-01-01T00:00:00+00:00' is not a date",
        "write YYYY-MM-DD",
    ),
    ("a.json", record(tz="Asia/Pyongjang"), "tz 'Asia/Pyongjang' is not a time zone", "like Asia/Tokyo"),
    ("a.json", record(tz="../../etc/passwd"), "tz '../../etc/passwd' is not a time zone", "like Asia/Tokyo"),
    ("a.json", record(tz="localtime"), "tz 'localtime' is not a time zone", "like Asia/Tokyo"),
    ("a.json", record(tz="JST\x00"), "tz 'JST\\ufffd' is not a time zone", "like Asia/Tokyo"),
    ("a.json", record(url="javascript:alert(1)"), "url 'javascript:alert(1)' is not a web", "https://"),
    ("a.json", record(url="JaVaScRiPt://example.org/%0aalert(1)"), "url 'JaVaScRiPt:", "https://"),
    ("a.json", record(url="data:text/html,<script>"), "url 'data:text/html,<script>' is not", "https://"),
    ("a.json", record(url="file:///etc/passwd"), "url 'file:///etc/passwd' is not a web", "https://"),
    ("a.json", record(url="https://"), "url 'https://' is not a web address", "https://"),
    ("a.json", record(url="http://[::1"), "url 'http://[::1' is not a web address", "https://"),
    ("a.json", record(url="http://a.org/ b"), "url 'http://a.org/ b' is not a web", "https://"),
    ("a.json", record(url="example.org"), "url 'example.org' is not a web address", "https://"),
    ("a.json", record(lang="English (UK)"), "lang 'English (UK)' is not a language tag", "like en"),
    ("a.jsonl", b'{"text": "x"}\n\n{"text": }\n', "line 3, column 10: is not JSON", "correct it there"),
    ("a.jsonl", b'{"text": "x"}\n[1]\n', "line 2: must be an object", "not a list"),
    ("a.jsonl", b'{"text": "x", "tz": "Mars/Base"}\n', "line 1: tz 'Mars/Base' is not", "like Asia/Tokyo"),
    ("a.jsonl", b"[" * 100_000, "line 1: is nested too deeply", "give an object"),
    ("a.csv", b"title,body\nx,y\n", "row 1: no column is named 'text'", "the first row must name"),
    ("a.csv", b"text,url,text\nx,,y\n", "row 1: the column 'text' stands twice", "keep one"),
    ("a.csv", b"text,url\nx,\ny,ftp://a.org\n", "row 3: url 'ftp://a.org' is not", "https://"),
    (
        "a.csv",
        b"text,title\nx,\nCommas, here, there\n",
        "row 3: has 3 cells under 2 columns",
        "quotation marks",
    ),
    ("a.csv", b"text,title\n,A title\n", "row 2: there is no text", "white space"),
    ("a.csv", b'text\nfine\n"open\nand\nopen\n', "row 3: is not CSV", "the rest of the file was not read"),
    ("a.csv", b'text\n"a "quoted" word"\n', "row 2: is not CSV", "double the quotation marks"),
]


@pytest.mark.parametrize(("name", "data", "where", "remedy"), FAULTS)
def test_a_fault_says_where_and_what_to_do(name, data, where, remedy):
    with pytest.raises(ReportError) as raised:
        reports.parse(data if isinstance(data, bytes) else data.encode(), name=name)
    assert raised.value.source == name
    assert str(raised.value).startswith(f"{name}: {where}")
    assert remedy in raised.value.problem
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(("name", "data"), [fault[:2] for fault in FAULTS])
def test_a_message_holds_nothing_a_terminal_would_obey(name, data):
    with pytest.raises(ReportError) as raised:
        reports.parse(data if isinstance(data, bytes) else data.encode(), name=name)
    assert raised.value.problem.isprintable()
    assert len(raised.value.problem) < 400


def test_a_hostile_value_is_quoted_escaped_and_short():
    with pytest.raises(ReportError) as raised:
        reports.parse(record(url="\u202ehttps:\x1b[31m" + "x" * 1000).encode(), name="a.json")
    assert raised.value.problem.isascii()
    assert len(raised.value.problem) < 200


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_one_report_is_bounded(suffix):
    with pytest.raises(ReportError, match=rf"big\.{suffix}: is larger than 10 MB: split it"):
        reports.parse(b"x" * (fields.MAX_REPORT + 1), name=f"big.{suffix}")
    assert len(reports.parse(b"x" * fields.MAX_REPORT, name="fits.txt")[0].text) == fields.MAX_REPORT


def test_a_json_file_is_bounded(monkeypatch):
    monkeypatch.setattr(decode, "MAX_JSON", 1000)
    with pytest.raises(ReportError, match="as JSON Lines"):
        reports.parse(record(text="x" * 1000).encode(), name="a.json")


def test_a_record_of_a_large_json_file_is_bounded(monkeypatch):
    monkeypatch.setattr(fields, "MAX_REPORT", 1_000_000)
    with pytest.raises(ReportError, match=r"record 2 of the list: its text is longer than 1 MB: split it"):
        reports.parse(json.dumps([{"text": "x"}, {"text": "x" * 1_000_001}]).encode(), name="a.json")


@pytest.fixture
def small_bounds(monkeypatch):
    monkeypatch.setattr(decode, "MAX_REPORT", 200)
    monkeypatch.setattr(decode, "MAX_BATCH", 2000)


@pytest.mark.usefixtures("small_bounds")
class TestBatches:
    def test_a_line_that_is_too_long_is_skipped_and_named(self, tmp_path):
        path = tmp_path / "a.jsonl"
        path.write_text("\n".join([record(), record(text="x" * 500), record(text="Another.")]))
        loaded = reports.load([str(path)])
        assert [report.text for report in loaded.reports] == ["A report.", "Another."]
        (failure,) = loaded.failures
        assert failure.problem.startswith("line 2: is longer than")

    def test_the_rest_of_a_table_with_such_a_line_is_not_read(self, tmp_path):
        path = tmp_path / "a.csv"
        path.write_text("text\nfine\n" + "x" * 500 + "\nunread\n")
        loaded = reports.load([str(path)])
        assert [report.text for report in loaded.reports] == ["fine"]
        (failure,) = loaded.failures
        assert failure.problem.startswith("row 3: is longer than")
        assert failure.problem.endswith("the rest of the file was not read")

    def test_a_header_may_be_too_long(self):
        with pytest.raises(ReportError, match="row 1: is longer than"):
            reports.parse(b"text" * 200 + b"\nx\n", name="a.csv")

    def test_the_whole_is_bounded_and_what_was_read_is_kept(self, tmp_path):
        path = tmp_path / "a.jsonl"
        path.write_text("\n".join(record(text=f"Report {number}.") for number in range(200)))
        loaded = reports.load([str(path)])
        assert 50 < len(loaded.reports) < 200
        (failure,) = loaded.failures
        assert "the reports so far were read" in failure.problem

    def test_utf_16_is_bounded_as_one_report(self):
        with pytest.raises(ReportError, match="save it as UTF-8"):
            reports.parse(("text\n" + "x" * 300).encode("utf-16"), name="a.csv")
