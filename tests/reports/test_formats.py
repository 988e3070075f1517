"""Each format gives the same report."""

import json
from datetime import date

import pytest

from samples import HOSTILE
from sitmap import reports
from sitmap.errors import ReportError

TEXT = "Tromsø, Friday: “a missile” fell off Andøya.\nNobody was hurt.\n"
FIELDS = {
    "report_id": "andoya-1",
    "title": "A missile off Andøya",
    "text": TEXT,
    "publisher": "Coast Post",
    "published": "2024-11-01",
    "url": "https://example.org/a?b=1&c=2",
    "tz": "Europe/Oslo",
    "lang": "en-GB",
}


def only(data, name, **meta):
    (report,) = reports.parse(
        data if isinstance(data, bytes) else data.encode(), name=name, defaults=reports.Meta(**meta)
    )
    return report


def csv_of(delimiter=","):
    head = delimiter.join(FIELDS)
    return (
        head + "\n" + delimiter.join('"' + value.replace('"', '""') + '"' for value in FIELDS.values()) + "\n"
    )


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", json.dumps(FIELDS)),
        ("a.JSON", json.dumps(FIELDS, ensure_ascii=False, indent=1)),
        ("list.json", json.dumps([FIELDS])),
        ("a.jsonl", json.dumps(FIELDS) + "\n"),
        ("blank lines.jsonl", "\n  \n" + json.dumps(FIELDS) + "\n\n"),
        ("a.ndjson", json.dumps(FIELDS)),
        ("a.csv", csv_of()),
        ("semicolons.csv", csv_of(";")),
        ("tabs.csv", csv_of("\t")),
        ("a.tsv", csv_of("\t")),
        ("crlf.csv", csv_of().replace("\n", "\r\n")),
        ("cr.csv", csv_of().replace("\n", "\r")),
        ("capitals.csv", csv_of().replace("report_id,title", "Report_ID, Title", 1)),
    ],
)
def test_a_record_is_read_whole(name, data):
    report = only(data, name)
    assert report.text == TEXT
    assert (report.report_id, report.title, report.publisher) == (
        "andoya-1",
        "A missile off Andøya",
        "Coast Post",
    )
    assert report.published == date(2024, 11, 1)
    assert (report.url, report.tz, report.lang) == (FIELDS["url"], "Europe/Oslo", "en-GB")


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "report", "pasted text", "a.log", ".txt", "", "a/b.c/d"])
def test_text_is_verbatim(name):
    assert only(TEXT, name).text == TEXT


def test_what_the_text_does_not_say_is_taken_from_the_defaults():
    given = {
        "published": date(2024, 11, 1),
        "publisher": "P",
        "title": "T",
        "url": "http://example.org",
        "tz": "UTC",
    }
    report = only(TEXT, "a.txt", lang="en", **given)
    assert {name: getattr(report, name) for name in given} == given
    assert report.lang == "en"


def test_a_record_comes_before_the_defaults_and_null_and_empty_do_not():
    record = FIELDS | {"publisher": None, "title": ""}
    report = only(
        json.dumps(record),
        "a.json",
        published=date(1999, 1, 1),
        publisher="Given",
        title="Given title",
        tz="UTC",
    )
    assert (report.published, report.tz) == (date(2024, 11, 1), "Europe/Oslo")
    assert (report.publisher, report.title) == ("Given", "Given title")


@pytest.mark.parametrize(
    ("published", "tz", "expected"),
    [
        ("2024-11-01", "", date(2024, 11, 1)),
        ("2024-11-01T23:30:00", "Asia/Tokyo", date(2024, 11, 1)),
        ("2024-10-31T22:11:00Z", "", date(2024, 10, 31)),
        ("2024-10-31T22:11:00Z", "Asia/Tokyo", date(2024, 11, 1)),
        ("2024-11-01T01:00:00+09:00", "America/New_York", date(2024, 10, 31)),
        ("  2024-11-01 ", "", date(2024, 11, 1)),
    ],
)
def test_publication_is_a_day_where_the_dateline_is(published, tz, expected):
    assert only(json.dumps({"text": "x", "published": published, "tz": tz}), "a.json").published == expected


def test_fields_of_an_annotated_report_are_passed_over():
    data = '{"text": "x", "claims": [{"range_km": NaN, "n": %s}], "traps": {"a": 1, "a": 2}}' % ("1" * 5000)
    assert only(data, "a.json").text == "x"


def test_an_id_is_the_hash_of_the_text_and_nothing_else():
    first = only(TEXT, "a.txt")
    second = only(json.dumps({"text": TEXT, "title": "other"}), "b.json")
    assert first.report_id == second.report_id == "r2fb6efb0351f"
    assert only(TEXT + "!", "a.txt").report_id != first.report_id


@pytest.mark.parametrize(("given", "expected"), [("  a  b ", "a b"), (17, "17"), (0, "0")])
def test_an_id_that_is_given_is_kept(given, expected):
    assert only(json.dumps({"text": "x", "report_id": given}), "a.json").report_id == expected


@pytest.mark.parametrize("attack", HOSTILE, ids=ascii)
@pytest.mark.parametrize("form", ["txt", "json", "jsonl", "csv"])
def test_hostile_text_passes_through_verbatim(attack, form):
    whole = attack.encode("utf-16", "surrogatepass").decode("utf-16")
    text = f"North Korea said {whole} on Friday."
    data = {
        "txt": text,
        "json": json.dumps({"text": text}),
        "jsonl": json.dumps({"text": text}),
        "csv": "text\n" + '"' + text.replace('"', '""') + '"',
    }[form]
    assert only(data, f"a.{form}").text == text.replace("\x00", "\ufffd")


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("\ufeffa", "a"),
        ("a\ufeffb", "a\ufeffb"),
        ("a\x00b\x07c\x1bd\x7fe", "a\ufffdb\ufffdc\ufffdd\ufffde"),
        ("page\x0cnext\x0bline\x85end", "page\nnext\nline\nend"),
        ("tab\tstays", "tab\tstays"),
        ("\u202eoverride\u202c \u2067isolate\u2069", "\u202eoverride\u202c \u2067isolate\u2069"),
        ("pair \ud83d\ude80, half \ud83d.", "pair \U0001f680, half \ufffd."),
        ("half \ude80\ud83d", "half \ufffd\ufffd"),
        ("c1 \x93 and \uffff", "c1 \ufffd and \ufffd"),
    ],
)
def test_characters(raw, clean):
    assert only(json.dumps({"text": raw}), "a.json").text == clean


def test_titles_are_one_line():
    report = only(json.dumps({"text": "x", "title": " Two\r\n lines\x00 ", "publisher": "A\tB"}), "a.json")
    assert (report.title, report.publisher) == ("Two lines\ufffd", "A B")


def test_a_language_may_be_written_with_an_underscore():
    assert only(json.dumps({"text": "x", "lang": "en_GB"}), "a.json").lang == "en-GB"


def test_many_records_keep_their_order():
    lines = "\n".join(json.dumps({"text": f"Report {number}."}) for number in range(300))
    found = reports.parse(lines.encode(), name="a.jsonl")
    assert [report.text for report in found] == [f"Report {number}." for number in range(300)]


def test_a_cell_may_hold_lines_delimiters_and_quotation_marks():
    data = 'publisher,text\nP,"Line one, with ""quotes"";\nline two"\n,"Second, report"\n,\n'
    first, second = reports.parse(data.encode(), name="a.csv")
    assert first.text == 'Line one, with "quotes";\nline two'
    assert (second.text, second.publisher) == ("Second, report", "")


def test_a_long_line_is_no_trouble():
    text = "North Korea fired a missile. " * 180_000
    assert len(text) > 5_000_000
    assert only(text, "a.txt").text == text
    assert only(json.dumps({"text": text}), "a.jsonl").text == text
    assert only("text\n" + text, "a.csv").text == text


def test_the_first_fault_of_a_batch_is_raised():
    with pytest.raises(ReportError, match=r"a\.jsonl: line 2: the field 'text' is missing"):
        reports.parse(b'{"text": "x"}\n{}\n{"text": "y"}', name="a.jsonl")
