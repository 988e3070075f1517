"""A file is whole or not there; a failure says what to do and leaves everything as it was."""

import errno
import os
import stat
from pathlib import Path

import pytest

from sitmap.errors import ExportError
from sitmap.export import files

OLD, NEW = {"a": b"old a", "b": b"old b"}, {"a": b"new a", "b": b"new b", "c": b"new c"}


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def broken(monkeypatch):
    """Make a method of Path fail at its n-th call."""

    def breaks(method, *, at, number=errno.ENOSPC):
        real, calls = getattr(Path, method), iter(range(1000))

        def failing(self, *args, **kwargs):
            if next(calls) == at:
                raise OSError(number, os.strerror(number))
            return real(self, *args, **kwargs)

        monkeypatch.setattr(Path, method, failing)

    return breaks


def test_text_is_written_as_it_is(tmp_path):
    dest = tmp_path / "a.html"
    assert files.write_text(str(dest), "é\r\n\u2028\n") == dest
    assert dest.read_bytes() == "é\r\n\u2028\n".encode()
    assert files.write_text(dest, "\ud800") == dest
    assert dest.read_bytes() == b"?"


def test_nothing_but_the_file_is_left(tmp_path):
    files.write_text(tmp_path / "a.html", "old")
    files.write_text(tmp_path / "a.html", "new")
    assert tree(tmp_path) == {"a.html": b"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


def test_a_file_keeps_its_permissions(tmp_path):
    dest = tmp_path / "a"
    dest.write_text("old")
    dest.chmod(0o600)
    files.write_text(dest, "new")
    assert stat.S_IMODE(dest.stat().st_mode) == 0o600


def test_a_new_file_has_the_usual_permissions(tmp_path):
    usual = tmp_path / "usual"
    usual.write_text("")
    files.write_text(tmp_path / "a", "")
    assert (tmp_path / "a").stat().st_mode == usual.stat().st_mode


def test_a_write_protected_file_is_left(tmp_path, monkeypatch):
    (tmp_path / "a").write_text("old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anything
    with pytest.raises(ExportError, match="write-protected"):
        files.write_text(tmp_path / "a", "new")
    assert tree(tmp_path) == {"a": b"old"}


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    files.write_text(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


@pytest.mark.parametrize("method", ["write_bytes", "replace"])
def test_a_failure_midway_leaves_the_old_file(tmp_path, broken, method):
    (tmp_path / "a").write_text("old")
    broken(method, at=0)
    with pytest.raises(ExportError, match=r"a cannot be written: the disk is full: free some space"):
        files.write_text(tmp_path / "a", "new")
    assert tree(tmp_path) == {"a": b"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_an_interruption_leaves_the_old_file(tmp_path):
    (tmp_path / "a").write_text("old")

    def interrupted():
        with files.beside(tmp_path / "a") as made:
            made.write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert tree(tmp_path) == {"a": b"old"}


@pytest.mark.parametrize(
    ("dest", "what_to_do"),
    [
        ("missing/a", "its folder does not exist: create it first"),
        ("folder", "it is a folder: give a file name"),
        ("file/a", "a part of its path is a file"),
        ("x" * 300, "the name is too long"),
    ],
)
def test_a_destination_that_cannot_be_says_what_to_do(tmp_path, dest, what_to_do):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match=what_to_do):
        files.write_text(tmp_path / dest, "text")
    assert tree(tmp_path) == {"file": b""}


def test_a_device_is_not_replaced():
    with pytest.raises(ExportError, match="device"):
        files.write_text("/dev/null", "text")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)  # noqa: PTH116 - the path itself, not what it leads to


@pytest.mark.parametrize(
    ("number", "what_to_do"),
    [
        (errno.EACCES, "you may not write there"),
        (errno.EROFS, "read-only"),
        (errno.EIO, "Input/output error: choose another destination"),
    ],
)
def test_errors_of_the_disk_say_what_to_do(tmp_path, broken, number, what_to_do):
    broken("write_bytes", at=0, number=number)
    with pytest.raises(ExportError, match=what_to_do):
        files.write_text(tmp_path / "a", "text")


def test_a_folder_is_made_whole(tmp_path):
    files.write_folder(tmp_path / "f", NEW)
    assert tree(tmp_path) == {f"f/{name}": data for name, data in NEW.items()}
    assert [path.name for path in tmp_path.iterdir()] == ["f"]


def test_a_folder_that_is_there_keeps_its_other_files(tmp_path):
    files.write_folder(tmp_path / "f", OLD)
    (tmp_path / "f" / "mine").write_bytes(b"mine")
    files.write_folder(tmp_path / "f", NEW)
    assert tree(tmp_path / "f") == {**NEW, "mine": b"mine"}
    assert len(list((tmp_path / "f").iterdir())) == 4


@pytest.mark.parametrize("at", range(6))
@pytest.mark.parametrize("method", ["write_bytes", "rename", "mkdir"])
def test_a_failure_anywhere_leaves_the_old_folder(tmp_path, broken, method, at):
    for name, data in OLD.items():
        (tmp_path / name).write_bytes(data)
    broken(method, at=at)
    calls = {"write_bytes": 3, "rename": 5, "mkdir": 2}
    if at < calls[method]:
        with pytest.raises(ExportError):
            files.write_folder(tmp_path, NEW)
        assert tree(tmp_path) == OLD
        assert sorted(path.name for path in tmp_path.iterdir()) == sorted(OLD)
    else:
        files.write_folder(tmp_path, NEW)
        assert tree(tmp_path) == NEW


def test_a_failure_leaves_no_new_folder(tmp_path, broken):
    broken("write_bytes", at=1)
    with pytest.raises(ExportError, match="disk is full"):
        files.write_folder(tmp_path / "f", NEW)
    assert list(tmp_path.iterdir()) == []
