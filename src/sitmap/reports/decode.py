"""From bytes to text: how many, of what kind, in which encoding.

UTF-8 comes first, because hardly any other text is valid UTF-8 by chance; then a byte order mark
decides, then charset-normalizer, which also heeds an HTML page's own declaration.
"""

import codecs
import io
from collections import deque
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from sitmap.errors import ReportError
from sitmap.reports import settings
from sitmap.reports.fields import MAX_REPORT, RecordError

#: Bounds in bytes of a JSON file, and of a JSON Lines or CSV file, with its reports together.
MAX_JSON = 50_000_000
MAX_BATCH = 500_000_000

#: Longest mark first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_AS_TEXT = "save it as plain text (.txt) and give that"
#: First bytes of files that people have reports in, what they are, and what to do.
_SIGNATURES = (
    (b"%PDF-", "a PDF document", _AS_TEXT),
    (b"PK\x03\x04", "a ZIP archive or an Office document", f"name an archive .zip, or {_AS_TEXT}"),
    (b"\xd0\xcf\x11\xe0", "an Office document", _AS_TEXT),
    (b"{\\rtf", "a Rich Text document", _AS_TEXT),
    (b"\x89PNG", "a PNG picture", "give the text that it shows"),
    (b"\xff\xd8\xff", "a JPEG picture", "give the text that it shows"),
    (b"GIF8", "a GIF picture", "give the text that it shows"),
    (b"RIFF", "a picture or recording", "give the text that it holds"),
    (b"\x1f\x8b", "a gzip archive", "unpack it and give what it holds"),
    (b"BZh", "a bzip2 archive", "unpack it and give what it holds"),
    (b"\xfd7zXZ", "an xz archive", "unpack it and give what it holds"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it and give what it holds"),
    (b"Rar!", "a RAR archive", "unpack it and give what it holds"),
    (b"SQLite format 3\x00", "an SQLite database or GeoPackage", "export its reports as CSV"),
    (b"\x7fELF", "a program", "give a report"),
)
_HEAD = 4096
#: Control characters that no text editor writes; tab, line feed, page break and the like are none.
_CONTROLS = bytes({*range(0x09), *range(0x0E, 0x20)} - {0x1B})
_STRAY_CONTROLS, _CONTROL_SHARE = 4, 0.05
#: Legacy encodings of the WHATWG Encoding Standard that differ in what a report holds.
_LEGACY = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("iso8859_2", "iso8859_5", "iso8859_7", "iso8859_9", "koi8_r", "koi8_u", "cp866", "mac_roman"),
    *("cp932", "euc_jp", "cp949", "gb18030", "big5"),
)
_WESTERN = "cp1252"
_FOREIGN_SHARE = 0.2
_WINDOW = 32_768


def whole(stream: BinaryIO, source: str, *, limit: int = MAX_REPORT) -> bytes:
    """Read a file of bounded size.

    Raises
    ------
    ReportError
        If it is empty or larger than `limit`; no more than that is read.
    """
    data = stream.read(limit + 1)
    if not data:
        raise ReportError(source, "is empty: give a file with a report in it")
    if len(data) > limit:
        raise ReportError(
            source,
            f"is larger than {limit // 1_000_000} MB: split it, or give many reports as JSON Lines (.jsonl)",
        )
    return data


def decode(data: bytes, source: str) -> str:
    """Text of some bytes, in whatever encoding they are.

    Parameters
    ----------
    data : bytes
        All of a file, or a line of it.
    source : str
        Its name, for the message.

    Returns
    -------
    str
        Bytes that the encoding does not know have become U+FFFD.

    Raises
    ------
    ReportError
        If it is no text: names the kind of file, and what to do with it.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    _refuse_binary(data[:_HEAD], source)
    try:
        return data.decode()
    except UnicodeDecodeError as fault:
        return data.decode(_guess(data, fault.start), "replace")


def recoded(data: bytes, charset: str) -> bytes:
    """Bytes as UTF-8, by what their server calls their encoding.

    Parameters
    ----------
    data : bytes
        All of a file.
    charset : str
        A name such as "windows-1251"; one that is not known, or "", is no help.

    Returns
    -------
    bytes
        As they were, when they have a byte order mark or are valid UTF-8, whatever the server says.
    """
    codec = _codec(charset)
    if any(data.startswith(mark) for mark, _ in _MARKS) or not codec:
        return data
    if not codec.startswith("utf-16") and _is_utf8(data):
        return data
    return data.decode(codec, "replace").encode()


def _codec(charset: str) -> str:
    try:
        name = codecs.lookup(charset.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return ""
    known: Mapping[str, str] = settings.table("charsets")
    return known.get(name, "")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def lines(stream: BinaryIO, source: str) -> Iterator[str | RecordError]:
    r"""Lines of a file of many reports, read one at a time.

    Parameters
    ----------
    stream : binary file
        UTF-16 and UTF-32 are read whole, and bounded like one report.
    source : str
        Its name, for the message.

    Yields
    ------
    str or RecordError
        A line, ending in "\n" unless it is the last; a fault for a line that is too long, which is skipped.

    Raises
    ------
    ReportError
        If the file is empty, no text, or larger than 500 MB; the lines before were read.
    """
    first = stream.readline(MAX_REPORT + 1)
    if not first:
        raise ReportError(source, "is empty: give a file with a report in it")
    if any(first.startswith(mark) for mark, encoding in _MARKS if encoding != "utf-8"):
        first += stream.read(max(0, MAX_REPORT + 1 - len(first)))
        if len(first) > MAX_REPORT:
            raise ReportError(source, "is large and not in UTF-8: save it as UTF-8")
        yield from io.StringIO(decode(first, source))
        return
    _refuse_binary(first[:_HEAD], source)
    yield from _decoded(_raw_lines(first.removeprefix(codecs.BOM_UTF8), stream, source))


def _raw_lines(raw: bytes, stream: BinaryIO, source: str) -> Iterator[bytes | RecordError]:
    total = 0
    while raw:
        total += len(raw)
        if total > MAX_BATCH:
            limit = f"{MAX_BATCH // 1_000_000} MB"
            raise ReportError(source, f"is larger than {limit}: the reports so far were read; split it")
        if len(raw) > MAX_REPORT:
            total += _skip_line(stream, raw)
            yield RecordError(f"is longer than {MAX_REPORT // 1_000_000} MB: split it")
        else:
            yield raw
        raw = stream.readline(MAX_REPORT + 1)


def _decoded(lines: Iterator[bytes | RecordError]) -> Iterator[str | RecordError]:
    """Lines as text; those that are not UTF-8 are all taken to be in one encoding."""
    encoding = ""
    ahead: deque[bytes | RecordError] = deque()
    while (raw := ahead.popleft() if ahead else next(lines, None)) is not None:
        try:
            yield raw if isinstance(raw, RecordError) else raw.decode()
        except UnicodeDecodeError as fault:
            if not encoding:
                # One short line is thin evidence: look at those that follow.
                ahead.extend(_up_to(lines, _WINDOW))
                known = b"".join(line for line in ahead if isinstance(line, bytes))
                encoding = _guess(fault.object + known, fault.start)
            yield fault.object.decode(encoding, "replace")


def _up_to(lines: Iterator[bytes | RecordError], size: int) -> Iterator[bytes | RecordError]:
    while size > 0 and (raw := next(lines, None)) is not None:
        size -= 1 if isinstance(raw, RecordError) else len(raw)
        yield raw


def _skip_line(stream: BinaryIO, raw: bytes) -> int:
    skipped = 0
    while raw and not raw.endswith(b"\n") and skipped < MAX_BATCH:
        raw = stream.readline(MAX_REPORT)
        skipped += len(raw)
    return skipped


def _refuse_binary(head: bytes, source: str) -> None:
    for signature, what, remedy in _SIGNATURES:
        if head.startswith(signature):
            raise ReportError(source, f"is {what}, not a text: {remedy}")
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls >= _STRAY_CONTROLS and controls > _CONTROL_SHARE * len(head):
        raise ReportError(source, f"is a binary file, not a text: {_AS_TEXT}, in UTF-8")


def _guess(data: bytes, fault: int) -> str:
    """Name of the encoding of bytes that are not UTF-8, as the byte `fault` shows."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - few reports are not UTF-8

    start = max(0, fault - _WINDOW)
    # A blank ends a character in every encoding here, so the window is cut at blanks.
    start = max(start, data.find(b" ", start, fault)) if start else 0
    end = fault + _WINDOW
    end = max(fault + 1, data.rfind(b" ", fault, end)) if end < len(data) else end
    window = data[start:end]
    foreign = sum(byte > 0x7F for byte in window)  # noqa: PLR2004 - ASCII ends there
    lenient = window.decode("utf-8", "replace")
    if sum(not character.isascii() for character in lenient) > 2 * lenient.count("\ufffd"):
        return "utf-8"
    declared = data[:1024] if start else b""
    matches = from_bytes(declared + window, cp_isolation=list(_LEGACY))
    best = matches.best()
    if best is None:
        return _WESTERN
    # Among mostly plain letters Western European and its neighbours fit alike: take the web's default.
    as_good = any(
        _WESTERN in {match.encoding, *match.could_be_from_charset} and match.chaos <= best.chaos
        for match in matches
    )
    return _WESTERN if as_good and foreign < _FOREIGN_SHARE * len(window) else best.encoding
