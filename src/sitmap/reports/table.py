"""CSV: a header with a column `text`, then a report a row."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from sitmap.errors import ReportError
from sitmap.model import Report
from sitmap.reports import decode, fields
from sitmap.reports.record import FIELDS, Meta, report

_DELIMITERS = (",", ";", "\t")
_REST = "the rest of the file was not read"


def read_table(stream: BinaryIO, source: str, defaults: Meta) -> Iterator[Report | ReportError]:
    """Read a report a row; the delimiter is the one by which the header has a column `text`.

    Yields
    ------
    Report or ReportError
        A fault for each row that cannot be read, numbered as a spreadsheet does: the header is row
        1. After a fault in the quoting the rest is not read, because no one knows where the next
        row begins.

    Raises
    ------
    ReportError
        If the header is wrong, or the file as a whole cannot be read.
    """
    # The limit is one for the whole process; raising it takes nothing from anyone.
    csv.field_size_limit(max(csv.field_size_limit(), fields.MAX_REPORT))
    number = 0
    try:
        text = _lines(stream, source)
        delimiter, header = _header(next(text, ""), source)
        number = 1
        rows = csv.reader(text, delimiter=delimiter, skipinitialspace=True, strict=True)
        for number, row in enumerate(rows, 2):
            if any(cell.strip() for cell in row):
                yield _read_row(row, header, f"row {number}", source, defaults)
    except csv.Error as fault:
        remedy = "double the quotation marks inside a quoted text"
        yield ReportError(source, f"row {number + 1}: is not CSV ({fault}): {remedy}; {_REST}")
    except fields.RecordError as fault:
        yield ReportError(source, f"row {number + 1}: {fault}; {_REST}")


def _lines(stream: BinaryIO, source: str) -> Iterator[str]:
    for line in decode.lines(stream, source):
        if isinstance(line, fields.RecordError):
            raise line
        # A lone CR ends a line in files of old spreadsheets.
        yield from io.StringIO(line, newline=None)


def _header(line: str, source: str) -> tuple[str, list[str]]:
    for delimiter in _DELIMITERS:
        names = _names(line, delimiter)
        if "text" in names:
            repeated = [name for name in FIELDS if names.count(name) > 1]
            if repeated:
                raise ReportError(source, f"row 1: the column {repeated[0]!r} stands twice: keep one")
            return delimiter, names
    raise ReportError(
        source,
        "row 1: no column is named 'text': the first row must name the columns, one of them 'text', "
        "with commas, semicolons or tabs between them",
    )


def _names(line: str, delimiter: str) -> list[str]:
    try:
        row = next(csv.reader([line], delimiter=delimiter, skipinitialspace=True, strict=True), [])
    except csv.Error:
        return []
    return [name.strip().lstrip("\ufeff").lower() for name in row]


def _read_row(
    row: Sequence[str], header: Sequence[str], where: str, source: str, defaults: Meta
) -> Report | ReportError:
    if len(row) > len(header):
        return ReportError(
            source,
            f"{where}: has {len(row)} cells under {len(header)} columns: put quotation marks around a text "
            "that holds the delimiter",
        )
    try:
        return report(dict(zip(header, row, strict=False)), defaults)
    except fields.RecordError as fault:
        return ReportError(source, f"{where}: {fault}")
