"""Writing that is whole or not at all.

A file is written beside its destination under a name of its own, brought to the disk, and renamed.
A folder gets all its files that way before the first is renamed; if a renaming fails, those already
renamed are put back.
"""

import contextlib
import errno
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from sitmap.errors import ExportError

_WAYS_OUT: Mapping[int, str] = {
    errno.EACCES: "you may not write there: choose another folder",
    errno.EPERM: "you may not write there: choose another folder",
    errno.EROFS: "the disk is read-only: choose another folder",
    errno.ENOSPC: "the disk is full: free some space or choose another disk",
    errno.EDQUOT: "your disk quota is used up: free some space or choose another disk",
    errno.ENOENT: "its folder does not exist: create it first",
    errno.ENOTDIR: "a part of its path is a file, not a folder: choose another folder",
    errno.EISDIR: "it is a folder: give a file name",
    errno.ENAMETOOLONG: "the name is too long: choose a shorter one",
    errno.EINVAL: "the name is not valid here: choose another one",
}


@contextlib.contextmanager
def explained(dest: Path) -> Iterator[None]:
    """Turn an error of the operating system into one that says what to do.

    Parameters
    ----------
    dest : Path
        What the user asked for; the message names it.

    Raises
    ------
    ExportError
        For any OSError inside.
    """
    try:
        yield
    except OSError as error:
        way_out = _WAYS_OUT.get(
            error.errno or 0, f"{error.strerror or error}: choose another destination, or try again"
        )
        raise ExportError(f"{dest} cannot be written: {way_out}") from error


@contextlib.contextmanager
def beside(dest: Path) -> Iterator[Path]:
    """Give a path to write to; what stands there becomes `dest` when the block ends well.

    Parameters
    ----------
    dest : Path
        File to make or replace. Its folder must exist.

    Yields
    ------
    Path
        A file name in a new, private folder beside `dest`, with the suffix of `dest`. The folder
        is removed in the end, whatever else a library has left in it.

    Raises
    ------
    ExportError
        If `dest` is a folder or cannot be written.
    """
    real = dest.resolve()  # a link stays a link, and what it points to is replaced
    with explained(dest), _workshop(real.parent, real.name) as workshop:
        check_replaceable(real, dest)
        made = workshop / f"new{real.suffix}"
        yield made
        _bring_to_disk(made)
        if real.exists():
            shutil.copymode(real, made)
        made.replace(real)


def check_replaceable(real: Path, dest: Path) -> None:
    """See that nothing stands at a path, or a file that may be replaced.

    Parameters
    ----------
    real : Path
        Where the file will lie.
    dest : Path
        What the user asked for; the message names it.

    Raises
    ------
    ExportError
        If a device or a write-protected file is there.
    IsADirectoryError
        If it is a folder.
    """
    if real.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if real.exists() and not real.is_file():
        raise ExportError(f"{dest} is a device, not a file: choose a file name")
    if real.exists() and not os.access(real, os.W_OK):
        raise ExportError(f"{dest} is write-protected: choose another name, or lift the protection")


def write_bytes(dest: str | os.PathLike[str], data: bytes) -> Path:
    """Write a file, whole or not at all.

    Parameters
    ----------
    dest : str or path
        Replaced if it is there.
    data : bytes
        All of it.

    Returns
    -------
    Path
        `dest`.

    Raises
    ------
    ExportError
        If it cannot be written; what was there before is untouched.
    """
    path = Path(dest)
    with beside(path) as made:
        made.write_bytes(data)
    return path


def write_text(dest: str | os.PathLike[str], text: str) -> Path:
    """Write a text file as UTF-8, whole or not at all; line ends stay as they are.

    Parameters
    ----------
    dest : str or path
        Replaced if it is there.
    text : str
        All of it. A lone surrogate, for which UTF-8 has no form, is written as "?".

    Returns
    -------
    Path
        `dest`.

    Raises
    ------
    ExportError
        If it cannot be written; what was there before is untouched.
    """
    return write_bytes(dest, text.encode("utf-8", "replace"))


def checksum(name: str, data: bytes) -> bytes:
    """SHA-256 of a file as `sha256sum --check` of GNU coreutils reads it.

    Parameters
    ----------
    name : str
        Of the file. A name with a backslash or a line end is escaped, and the line says so.
    data : bytes
        Its content.

    Returns
    -------
    bytes
        One line.
    """
    escaped = name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    flag = "" if escaped == name else "\\"
    return f"{flag}{hashlib.sha256(data).hexdigest()}  {escaped}\n".encode("utf-8", "surrogateescape")


def write_signed(dest: str | os.PathLike[str], text: str) -> Path:
    """Write a text file and beside it one with its SHA-256, each whole or not at all.

    Parameters
    ----------
    dest : str or path
        Replaced if it is there, as is the file of its name with `.sha256` behind it.
    text : str
        As in `write_text`.

    Returns
    -------
    Path
        `dest`.

    Raises
    ------
    ExportError
        If one of them cannot be written; what was there before is untouched.
    """
    path = Path(dest)
    data = text.encode("utf-8", "replace")
    beside_it = path.with_name(f"{path.name}.sha256")
    with beside(path) as made, beside(beside_it) as made_beside:
        made.write_bytes(data)
        made_beside.write_bytes(checksum(path.name, data))
    return path


def write_folder(dest: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder of files, or replace those files in one that is there.

    Every file is on the disk before the first one is put in place. Other files in the folder are
    left alone.

    Parameters
    ----------
    dest : Path
        The folder.
    files : mapping of str to bytes
        Contents by file name.

    Raises
    ------
    ExportError
        If it cannot be written; what was there before is untouched.
    """
    # An existing folder may be a mounted disk of its own: work inside it, never across disks.
    with explained(dest), _workshop(dest if dest.is_dir() else dest.absolute().parent, dest.name) as workshop:
        new, old = workshop / "new", workshop / "old"
        new.mkdir()
        old.mkdir()
        for name, data in files.items():
            (new / name).write_bytes(data)
            _bring_to_disk(new / name)
        if dest.is_dir():
            _swap(new, old, dest, list(files))
        else:
            new.rename(dest)


def _swap(new: Path, old: Path, dest: Path, names: list[str]) -> None:
    with contextlib.ExitStack() as undo:
        for name in names:
            there, kept = dest / name, old / name
            was_there = there.exists()
            undo.callback(_put_back, kept, there, was_there=was_there)
            if was_there:
                there.rename(kept)
            (new / name).rename(there)
        undo.pop_all()


def _put_back(kept: Path, there: Path, *, was_there: bool) -> None:
    if kept.exists():
        kept.replace(there)
    elif not was_there:
        there.unlink(missing_ok=True)


@contextlib.contextmanager
def _workshop(parent: Path, name: str) -> Iterator[Path]:
    """Private folder on the disk of the destination, gone in the end."""
    folder = Path(tempfile.mkdtemp(prefix=f".{name[:40]}.", suffix=".tmp", dir=parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _bring_to_disk(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())
