"""ZIP archives: each file of one is read as it would be from a folder.

Nothing is unpacked to the disk, so no name can lead anywhere; one that tries is refused all the same, for
whoever packed it meant harm. What an archive says of itself is bounded before anything of it is unpacked: the
number of files, their sizes one by one and together, and how far each swells; and no file gives more than was
said. An archive in an archive is refused, because it escapes these bounds.
"""

import io
import struct
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath, PureWindowsPath
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from sitmap.errors import ReportError
from sitmap.reports import settings
from sitmap.reports.batch import ARCHIVES, Batch, Note
from sitmap.reports.names import why_not
from sitmap.reports.record import Meta
from sitmap.reports.settings import ArchiveLimits

#: End of central directory (APPNOTE.TXT 4.3.16): signature, 22 bytes and a comment of at most 65,535.
_END, _END_SIZE, _COMMENT = b"PK\x05\x06", 22, 65_535
#: ZIP64's locator of its own end (4.3.15) stands right before it.
_END_64, _LOCATOR = b"PK\x06\x07", 20
#: Bytes of the directory for one file: a record of 46, a name and what systems add; names may be 65,535 long.
_RECORD = 1_000
_ENCRYPTED = 0x1
#: What `zipfile` raises for archives that are not as they say; it promises `BadZipFile` and no more.
_DAMAGE = (BadZipFile, zlib.error, EOFError, struct.error, ValueError, OverflowError, NotImplementedError)


def read(stream: BinaryIO, source: str, batch: Batch, defaults: Meta) -> None:
    """Add the reports of an archive to a batch; what is wrong with one of its files becomes a failure there.

    Parameters
    ----------
    stream : binary file
        Can be sought in.
    source : str
        Its name; a file of it is called ``archive.zip/name``.
    batch : Batch
        Takes the reports, the failures, and a note for each file that is passed over.
    defaults : Meta
        What its reports do not say.

    Raises
    ------
    ReportError
        If it is no archive, is damaged, or is larger than the bounds, all of it.
    """
    limits = settings.archive_limits()
    try:
        _bounded_directory(stream, source, limits)
        archive = ZipFile(stream)
    except _DAMAGE as fault:
        raise ReportError(source, "is no ZIP archive, or a damaged one: pack it again") from fault
    with archive:
        _read(archive, source, batch, defaults, limits)


def _read(archive: ZipFile, source: str, batch: Batch, defaults: Meta, limits: ArchiveLimits) -> None:
    chosen = list(_chosen(archive, source, batch))
    if len(chosen) > limits.max_files:
        raise ReportError(source, f"holds {len(chosen):,} files, more than {limits.max_files:,}: split it")
    total = sum(info.file_size for info in chosen)
    if total > limits.max_bytes:
        raise ReportError(
            source,
            f"unpacks to {total // 1_000_000:,} MB, more than {limits.max_bytes // 1_000_000:,} MB: split it",
        )
    if not chosen:
        raise ReportError(source, "no report lies in this archive: give one with text files in it")
    for info in chosen:
        name = f"{source}/{info.filename}"
        problem = _why_refused(info, limits)
        if problem:
            batch.failures.append(ReportError(name, problem))
        else:
            _read_file(archive, info, name, batch, defaults)


def _read_file(archive: ZipFile, info: ZipInfo, name: str, batch: Batch, defaults: Meta) -> None:
    try:
        with archive.open(info) as packed:
            # `zipfile` gives no more than the stated size, which is bounded, and holds it to its checksum.
            data = packed.read()
    except _DAMAGE:
        batch.failures.append(ReportError(name, "is damaged in the archive: pack it again"))
        return
    batch.read(io.BytesIO(data), name, defaults)


def _chosen(archive: ZipFile, source: str, batch: Batch) -> Iterator[ZipInfo]:
    """Files that may be reports, in the order of their names; what is passed over is noted."""
    for info in sorted(archive.infolist(), key=lambda info: info.filename):
        why = "" if info.is_dir() else why_not(_path(info))
        if why:
            batch.notes.append(Note(f"{source}/{info.filename}", f"passed over: {why}"))
        elif not info.is_dir():
            yield info


def _path(info: ZipInfo) -> PurePosixPath:
    return PurePosixPath(info.filename.replace("\\", "/"))


def _why_refused(info: ZipInfo, limits: ArchiveLimits) -> str:
    """Why a file is not unpacked; "" when it is."""
    path = _path(info)
    if path.is_absolute() or ".." in path.parts or PureWindowsPath(info.filename).drive:
        return "its name leads out of the archive: whoever packed it may mean harm"
    if path.suffix.lower() in ARCHIVES:
        return "is an archive in an archive: unpack it and give it by itself"
    return _why_not_unpacked(info, limits)


def _why_not_unpacked(info: ZipInfo, limits: ArchiveLimits) -> str:
    if info.flag_bits & _ENCRYPTED:
        return "is encrypted: give it without a password"
    if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        return "is packed in an unusual way: pack it as common ZIP (deflate)"
    if info.file_size > limits.max_file_bytes:
        return f"unpacks to more than {limits.max_file_bytes // 1_000_000} MB: split it"
    if info.file_size > limits.max_ratio * max(info.compress_size, 1):
        return f"swells to more than {limits.max_ratio} times its packed size: give it unpacked"
    return ""


def _bounded_directory(stream: BinaryIO, source: str, limits: ArchiveLimits) -> None:
    """Refuse an archive whose table of contents is itself too large: `zipfile` reads all of it at once."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - _END_SIZE - _COMMENT - _LOCATOR))
    tail = stream.read()
    at = tail.rfind(_END, 0, len(tail) - _END_SIZE + len(_END))
    if at < 0:
        raise BadZipFile
    if tail[max(0, at - _LOCATOR) : at].startswith(_END_64):
        raise ReportError(source, "is a ZIP64 archive, made for more than reports need: split it")
    count, length = struct.unpack_from("<HL", tail, at + 10)
    if length > limits.max_files * _RECORD:
        raise ReportError(source, f"holds {count:,} files or more, more than {limits.max_files:,}: split it")
    stream.seek(0)
