"""Files, folders, web addresses and standard input to reports; one bad report does not stop the others."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import BinaryIO

from sitmap.errors import ReportError
from sitmap.reports import weblink
from sitmap.reports.batch import READERS, Batch, Loaded, Note
from sitmap.reports.names import why_not
from sitmap.reports.record import Meta

_STANDARD_INPUT = "standard input"


def load(
    sources: Sequence[str],
    *,
    defaults: Meta | None = None,
    stdin: BinaryIO | None = None,
    follow: bool = False,
    asking: Callable[[str], None] | None = None,
) -> Loaded:
    """Read files, folders, web addresses and standard input.

    Parameters
    ----------
    sources : sequence of str
        Paths; a folder is read with all that lies in it, in the order of the names; what begins with
        http:// or https:// is fetched; "-" is standard input, read as text.
    defaults : Meta, optional
        What the texts do not say.
    stdin : binary file, optional
        What "-" reads.
    follow : bool
        Fetch the pages that a feed links to; its own words are taken where that fails.
    asking : callable, optional
        Called with each web address before it is asked.

    Returns
    -------
    Loaded
        With every fault; nothing is raised for a source that cannot be read.

    Raises
    ------
    SettingsError
        If the user's own settings cannot be followed.
    """
    batch = Batch(follow=follow, asking=asking)
    for source in sources:
        _load(source, batch, defaults or Meta(), stdin)
    return batch.loaded()


def _load(source: str, batch: Batch, defaults: Meta, stdin: BinaryIO | None) -> None:
    if source == "-":
        if stdin is None:
            batch.failures.append(ReportError(_STANDARD_INPUT, "there is none here: give a file"))
        else:
            batch.read(stdin, _STANDARD_INPUT, defaults)
    elif weblink.is_web(source):
        from sitmap.reports import web  # noqa: PLC0415 - few reports are on the web, and TLS is slow to load

        web.read(source, batch, defaults)
    elif _is_folder(source):
        _load_folder(Path(source), batch, defaults)
    else:
        _load_file(source, batch, defaults)


def _is_folder(source: str) -> bool:
    try:
        return Path(source).is_dir()
    except OSError:
        return False  # opening it will say why


def _load_folder(folder: Path, batch: Batch, defaults: Meta) -> None:
    def unreadable(fault: OSError) -> None:
        batch.failures.append(
            ReportError(str(fault.filename), f"cannot be opened ({fault.strerror}): check its rights")
        )

    known = len(batch.failures)
    paths = sorted(_walk(folder, unreadable))
    refused = {path: why for path in paths if (why := _why_not(path))}
    batch.notes.extend(Note(str(path), f"passed over: {why}") for path, why in refused.items())
    chosen = [path for path in paths if path not in refused]
    if not chosen and len(batch.failures) == known:
        batch.failures.append(
            ReportError(str(folder), f"no report lies in this folder: give files of {', '.join(READERS)}")
        )
    for path in chosen:
        _load_file(str(path), batch, defaults)


def _walk(folder: Path, unreadable: Callable[[OSError], None]) -> Iterator[Path]:
    """Files below a folder, and the folders that are not gone into: hidden ones, and links to folders."""
    for root, folders, names in os.walk(folder, onerror=unreadable):
        left = [name for name in folders if name.startswith(".") or Path(root, name).is_symlink()]
        folders[:] = [name for name in folders if name not in left]
        yield from (Path(root, name) for name in (*left, *names))


def _why_not(path: Path) -> str:
    """Why what was met in a folder is no report; "" when it may be one."""
    by_name = why_not(PurePath(path.name))
    if path.is_dir() and not path.name.startswith("."):
        return "it is a link to a folder"
    # A named pipe or a device would be waited for without end.
    return by_name or ("" if path.is_file() else "it is no regular file")


def _load_file(source: str, batch: Batch, defaults: Meta) -> None:
    try:
        stream = Path(source).open("rb")  # noqa: SIM115 - closed below; a fault in reading is not one in opening
    except FileNotFoundError:
        batch.failures.append(ReportError(source, "there is no such file: check the name"))
    except OSError as fault:
        batch.failures.append(
            ReportError(source, f"cannot be opened ({fault.strerror}): check the name and its rights")
        )
    except ValueError as fault:
        batch.failures.append(ReportError(source, f"is no file name ({fault}): check the name"))
    else:
        with stream:
            batch.read(stream, source, defaults)
