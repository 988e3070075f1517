"""ZIP archives: read like a folder, and bounded like the web."""

import io
import struct
import zipfile

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as trials
from hypothesis import strategies as st

from sitmap import reports
from sitmap.errors import ReportError
from sitmap.reports import settings
from sitmap.reports.batch import Batch
from sitmap.reports.record import Meta

MB = 1_000_000


def packed(files, method=zipfile.ZIP_DEFLATED):
    """Archive of names and contents; a name may stand there twice."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return made.getvalue()


def loaded(data, name="news.zip"):
    batch = Batch()
    batch.read(io.BytesIO(data), name, Meta(publisher="An agency"))
    return batch.loaded()


def test_an_archive_is_read_as_a_folder_is(tmp_path):
    names = ["b/2.txt", "a/1.md", "a/.hidden.txt", "__MACOSX/a/._1.md", "photo.png", "README.md", "b/empty/"]
    path = tmp_path / "news.zip"
    path.write_bytes(packed((name, f"Text of {name}.") for name in names))
    found = reports.load([str(path)], defaults=Meta(publisher="An agency"))
    assert [report.text for report in found.reports] == ["Text of a/1.md.", "Text of b/2.txt."]
    assert {report.publisher for report in found.reports} == {"An agency"}
    assert found.failures == ()
    assert sorted(note.source.removeprefix(f"{path}/") for note in found.notes) == [
        "README.md",
        "__MACOSX/a/._1.md",
        "a/.hidden.txt",
        "photo.png",
    ]


def test_an_archive_in_a_folder_is_read(tmp_path):
    (tmp_path / "news.zip").write_bytes(packed([("1.txt", "One.")]))
    (tmp_path / "2.txt").write_text("Two.")
    assert [report.text for report in reports.load([str(tmp_path)]).reports] == ["Two.", "One."]


def test_parse_reads_an_archive():
    (report,) = reports.parse(packed([("1.json", '{"text": "One.", "title": "T"}')]), name="x.ZIP")
    assert (report.text, report.title) == ("One.", "T")


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("../../evil.txt", b"x", "leads out of the archive"),
        ("a/../../evil.txt", b"x", "leads out of the archive"),
        ("/etc/evil.txt", b"x", "leads out of the archive"),
        ("..\\evil.txt", b"x", "leads out of the archive"),
        ("C:\\evil.txt", b"x", "leads out of the archive"),
        ("inner.zip", packed([("1.txt", b"x")]), "an archive in an archive"),
        ("inner.txt", packed([("1.txt", b"x")]), "is a ZIP archive or an Office document"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n", "is a PNG picture"),
        ("bomb.txt", bytes(2 * MB), "swells to more than 100 times"),
        ("large.txt", b"A word. " * 7 * MB, "unpacks to more than 50 MB"),
        ("empty.txt", b"", "is empty"),
    ],
)
def test_a_bad_file_is_named_and_the_others_are_read(name, data, problem):
    found = loaded(packed([(name, data), ("good.txt", "A report at 12:30.")]))
    assert [report.text for report in found.reports] == ["A report at 12:30."]
    (failure,) = found.failures
    # zipfile itself writes other slashes as the system's own.
    assert failure.source == f"news.zip/{zipfile.ZipInfo(name).filename}"
    assert problem in failure.problem


def test_a_name_with_a_colon_is_a_name():
    (report,) = loaded(packed([("Report of 12:30.txt", "A report.")])).reports
    assert report.text == "A report."


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "is no ZIP archive"),
        (b"no archive", "is no ZIP archive"),
        (packed([("1.txt", b"x" * 999)])[:-30], "is no ZIP archive"),
        (packed([]), "no report lies in this archive"),
        (packed([("a.png", b"x")]), "no report lies in this archive"),
        (packed((f"{n}.txt", b"") for n in range(5001)), "holds 5,001 files, more than 5,000"),
        (packed((f"{n}.txt", bytes(45 * MB)) for n in range(5)), "unpacks to 225 MB, more than 200 MB"),
    ],
)
def test_an_archive_beyond_the_bounds_is_refused_whole(data, problem):
    found = loaded(data)
    assert found.reports == ()
    (failure,) = found.failures
    assert failure.source == "news.zip"
    assert problem in failure.problem


def test_what_is_encrypted_or_oddly_packed_is_refused():
    whole = bytearray(packed([("1.txt", b"One.")]))
    directory = whole.rindex(b"PK\x01\x02")
    whole[directory + 8] |= 1
    assert "is encrypted" in loaded(bytes(whole)).failures[0].problem
    odd = packed([("1.txt", b"One.")], zipfile.ZIP_LZMA)
    assert "packed in an unusual way" in loaded(odd).failures[0].problem


def test_a_file_that_unpacks_to_more_than_it_says_gives_nothing():
    """The directory says ten bytes; the data go on."""
    whole = bytearray(packed([("1.txt", b"A word. " * 100_000)]))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<L", whole, whole.rindex(signature) + offset, 10)
    found = loaded(bytes(whole))
    assert found.reports == ()
    assert "is damaged in the archive" in found.failures[0].problem


def test_many_names_for_one_bomb_are_bounded_together():
    """Each of the directory's entries leads to the same data, as in Fifield's bomb without overlap checks."""
    one = packed([("1.txt", b"A word. " * 6 * MB)])
    at, end = one.rindex(b"PK\x01\x02"), one.rindex(b"PK\x05\x06")
    entries = one[at:end] * 10
    closing = bytearray(one[end:])
    struct.pack_into("<HHLL", closing, 8, 10, 10, len(entries), at)
    assert "unpacks to 480 MB" in loaded(one[:at] + entries + bytes(closing)).failures[0].problem


def test_a_table_of_contents_that_is_a_bomb_is_not_read(monkeypatch):
    whole = bytearray(packed([("1.txt", b"One.")]))
    struct.pack_into("<HL", whole, whole.rindex(b"PK\x05\x06") + 10, 60_000, 0x7FFFFFFF)
    monkeypatch.setattr(zipfile.ZipFile, "__init__", None)
    assert "holds 60,000 files or more" in loaded(bytes(whole)).failures[0].problem


def test_zip64_is_refused():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("1.txt", b"One.")
    whole = made.getvalue()
    end = whole.rindex(b"PK\x05\x06")
    with_locator = whole[:end] + b"PK\x06\x07" + bytes(16) + whole[end:]
    assert "ZIP64" in loaded(with_locator).failures[0].problem


def test_the_bounds_are_the_users_own(own_settings):
    own_settings("[archive]\nmax_files = 1\n")
    assert settings.archive_limits().max_files == 1
    assert settings.archive_limits().max_ratio == 100
    assert "more than 1" in loaded(packed([("1.txt", b"1"), ("2.txt", b"2")])).failures[0].problem


def test_names_in_an_archive_are_safe_to_print():
    (failure,) = loaded(packed([("\x1b[31m.txt", b"")])).failures
    assert str(failure).isprintable()


GOOD = packed([("1.txt", b"One."), ("a/2.md", b"Two.")])


@trials(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=6), st.integers(0, 300)
)
def test_a_damaged_archive_gives_reports_or_failures_and_never_an_error_of_ours(changes, cut):
    data = bytearray(GOOD)
    for place, value in changes:
        data[place] = value
    found = loaded(bytes(data[: len(data) - cut]))
    assert found.reports or found.failures or found.notes
    assert all(isinstance(failure, ReportError) for failure in found.failures)
