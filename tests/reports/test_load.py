"""Files, folders and standard input; one bad report does not stop the others."""

import io
import json
import os
import sys

import pytest

from sitmap import reports
from sitmap.errors import ReportError


def texts(loaded):
    return [report.text for report in loaded.reports]


def problems(loaded):
    return [str(failure) for failure in loaded.failures]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b").mkdir()
    for name, text in {
        "2.txt": "Second.",
        "1.txt": "First.",
        "b/3.md": "Third.",
        "b/photo.png": "no report",
        "b/noext": "no report",
        ".hidden.txt": "no report",
        "README.md": "no report",
    }.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def test_a_folder_is_read_with_all_that_lies_in_it_in_order(folder):
    loaded = reports.load([str(folder)])
    assert texts(loaded) == ["First.", "Second.", "Third."]
    assert loaded.failures == ()


def test_what_is_passed_over_is_named(folder):
    notes = reports.load([str(folder)]).notes
    assert len(notes) == 4
    for name in (".hidden.txt", "README.md", "b/noext", "b/photo.png"):
        assert any(str(note).startswith(f"{folder}/{name}: passed over: ") for note in notes)


def test_a_file_given_by_name_is_read_whatever_it_is_called(folder):
    loaded = reports.load([str(folder / "b/noext"), str(folder / ".hidden.txt"), str(folder / "README.md")])
    assert len(loaded.reports) + len(loaded.notes) == 3
    assert loaded.failures == ()


def test_a_link_in_a_folder_is_followed_to_a_file_but_not_round_in_circles(folder):
    (folder / "b" / "round").symlink_to(folder)
    (folder / "4.txt").symlink_to(folder / "b" / "3.md")
    loaded = reports.load([str(folder)])
    assert texts(loaded) == ["First.", "Second.", "Third."]
    assert any("was read before" in str(note) for note in loaded.notes)
    assert f"{folder}/b/round: passed over: it is a link to a folder" in [*map(str, loaded.notes)]


def test_a_hidden_folder_is_passed_over_as_one(folder):
    (folder / ".git" / "objects").mkdir(parents=True)
    for name in ("config", "objects/a.txt", "objects/b.txt"):
        (folder / ".git" / name).write_text("no report")
    loaded = reports.load([str(folder)])
    assert texts(loaded) == ["First.", "Second.", "Third."]
    assert [note for note in map(str, loaded.notes) if ".git" in note] == [
        f"{folder}/.git: passed over: it is hidden"
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_in_a_folder_is_not_waited_for(folder):
    os.mkfifo(folder / "pipe.txt")
    loaded = reports.load([str(folder)])
    assert len(loaded.reports) == 3
    assert any("pipe.txt: passed over: it is no regular file" in str(note) for note in loaded.notes)


def test_a_folder_without_a_report_is_a_fault(tmp_path):
    (tmp_path / "a.png").write_bytes(b"")
    loaded = reports.load([str(tmp_path)])
    (failure,) = loaded.failures
    assert failure.source == str(tmp_path)
    assert "no report lies in this folder: give files of .txt" in failure.problem
    assert len(loaded.notes) == 1


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may read every folder and file"
)
def test_what_may_not_be_read_is_a_fault(folder):
    (folder / "1.txt").chmod(0)
    (folder / "b").chmod(0)
    loaded = reports.load([str(folder)])
    (folder / "b").chmod(0o700)
    assert texts(loaded) == ["Second."]
    assert len(loaded.failures) == 2


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("nowhere.txt", "there is no such file: check the name"),
        ("", "cannot be opened|is no file name|there is no such file"),
        ("nul\x00.txt", "is no file name"),
        ("x" * 5000, "cannot be opened"),
        ("ftp://example.org/a", "is neither http nor https: nothing else is read from"),
        ("HTTPS://127.0.0.1/a", "not on the public internet"),
        ("-", "there is none here: give a file"),
    ],
)
def test_a_source_that_cannot_be_read_is_a_fault_and_the_rest_go_on(source, problem, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text("Good.")
    loaded = reports.load([source, "good.txt"])
    if source:
        assert texts(loaded) == ["Good."]
        with pytest.raises(ReportError, match=problem):
            raise loaded.failures[0]


def test_a_file_that_cannot_be_opened(tmp_path, monkeypatch):
    def refuse(*_args):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    (failure,) = reports.load([str(tmp_path / "a.txt")]).failures
    assert failure.problem == "cannot be opened (Permission denied): check the name and its rights"


def test_a_file_that_stops_being_readable():
    class Broken(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, _buffer):
            raise OSError(5, "Input/output error")

    loaded = reports.load(["-"], stdin=io.BufferedReader(Broken()))
    assert problems(loaded) == [
        "standard input: stopped being readable (Input/output error): copy it and try again"
    ]


def test_standard_input_is_text_whatever_it_begins_with():
    loaded = reports.load(["-"], stdin=io.BytesIO(b'{"text": "x"}'), defaults=reports.Meta(publisher="P"))
    assert texts(loaded) == ['{"text": "x"}']
    assert loaded.reports[0].publisher == "P"


def test_standard_input_is_named_in_its_faults():
    assert problems(reports.load(["-"], stdin=io.BytesIO(b"")))[0].startswith("standard input: is empty")


def test_bad_records_are_named_and_the_rest_are_read(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "One."}\nnonsense\n{"text": 2}\n{"text": "Three."}\n')
    listed = tmp_path / "b.json"
    listed.write_text(json.dumps([{"text": "Four."}, {"title": "no text"}, {"text": "Six."}]))
    table = tmp_path / "c.csv"
    table.write_text("text,published\nSeven.,2024-11-01\nEight.,yesterday\nNine.,\n")
    loaded = reports.load([str(path), str(listed), str(table)])
    assert texts(loaded) == ["One.", "Three.", "Four.", "Six.", "Seven.", "Nine."]
    assert [str(failure).split(": ")[:2] for failure in loaded.failures] == [
        [str(path), "line 2, column 1"],
        [str(path), "line 3"],
        [str(listed), "record 2 of the list"],
        [str(table), "row 3"],
    ]


def test_the_same_text_twice_is_one_report(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The same.")
    loaded = reports.load([str(tmp_path), str(tmp_path / "a.txt")])
    assert texts(loaded) == ["The same."]
    assert loaded.failures == ()
    assert len(loaded.notes) == 2
    assert all(f"was read before, from {tmp_path}/a.txt" in str(note) for note in loaded.notes)


def test_the_same_id_for_two_texts_is_a_fault_that_names_both(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps({"report_id": "x", "text": "One."}))
    (tmp_path / "b.json").write_text(json.dumps({"report_id": "x", "text": "Two."}))
    loaded = reports.load([str(tmp_path)])
    assert texts(loaded) == ["One."]
    (failure,) = loaded.failures
    assert failure.source.endswith("b.json")
    assert failure.problem == (
        f"the report_id 'x' belongs to another text, from {tmp_path}/a.json: give each report its own"
    )


def test_the_same_text_under_two_ids_is_two_reports():
    data = json.dumps([{"report_id": "x", "text": "One."}, {"report_id": "y", "text": "One."}]).encode()
    assert [report.report_id for report in reports.parse(data, name="a.json")] == ["x", "y"]


def test_a_hostile_file_name_is_escaped_in_what_is_printed(tmp_path):
    name = os.fsdecode(b"\x1b[31m\xff\n.txt")
    (tmp_path / name).write_text(" ")
    (tmp_path / (name + "x")).write_text("")
    loaded = reports.load([str(tmp_path)])
    for message in (*problems(loaded), *map(str, loaded.notes)):
        assert message.isprintable()
        message.encode()


def test_nothing_is_read_of_nothing():
    assert reports.load([]) == reports.Loaded()
