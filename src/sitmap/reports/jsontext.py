"""JSON, one report or a list, and JSON Lines."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from sitmap.errors import ReportError
from sitmap.model import Report
from sitmap.reports import decode, fields
from sitmap.reports.clean import clean
from sitmap.reports.record import FIELDS, Meta, report

#: Whole numbers with more digits are no ids, and turning them into integers takes quadratic time.
_MAX_DIGITS = 40


class _Object(dict[str, object]):
    """JSON object that remembers a name given twice: which value was meant cannot be known."""

    repeated: str = ""


def _object(pairs: list[tuple[str, object]]) -> _Object:
    made = _Object(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        made.repeated = next((name for name in FIELDS if names.count(name) > 1), "")
    return made


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) <= _MAX_DIGITS else float("inf")


def _value(text: str, *, line: int = 0) -> object:
    """Value of a JSON text, which is a file or its line of that number."""
    try:
        return json.loads(text, object_pairs_hook=_object, parse_int=_integer)
    except json.JSONDecodeError as fault:
        # More text after a whole value is what a file of JSON Lines looks like.
        lines = not line and fault.msg == "Extra data"
        raise fields.RecordError(
            f"line {line or fault.lineno}, column {fault.colno}: is not JSON ({fault.msg}): "
            + ("if each line is a report, name the file .jsonl" if lines else "correct it there")
        ) from None
    except RecursionError:
        raise fields.RecordError(
            (f"line {line}: " if line else "")
            + "is nested too deeply to be a report: give an object with a field 'text'"
        ) from None


def _report(record: object, defaults: Meta) -> Report:
    if not isinstance(record, _Object):
        raise fields.RecordError(f"must be an object with a field 'text', not {fields.kind(record)}")
    if record.repeated:
        raise fields.RecordError(f"the field {record.repeated!r} is given twice: keep one")
    return report(record, defaults)


def read_json(stream: BinaryIO, source: str, defaults: Meta) -> Iterator[Report | ReportError]:
    """Read one report, or a list of them.

    Yields
    ------
    Report or ReportError
        A fault for each record of a list that cannot be read, with its number.

    Raises
    ------
    ReportError
        If the file as a whole cannot be read.
    """
    text = decode.decode(decode.whole(stream, source, limit=decode.MAX_JSON), source)
    if not text.strip():
        raise ReportError(source, "is empty: nothing but white space")
    try:
        found = _value(text.lstrip("\ufeff"))
    except fields.RecordError as fault:
        raise ReportError(source, str(fault)) from None
    records = found if isinstance(found, list) else [found]
    for number, record in enumerate(records, 1):
        where = f"record {number} of the list: " if isinstance(found, list) else ""
        try:
            yield _report(record, defaults)
        except fields.RecordError as fault:
            yield ReportError(source, f"{where}{fault}")


def read_json_lines(stream: BinaryIO, source: str, defaults: Meta) -> Iterator[Report | ReportError]:
    """Read a report a line; blank lines are passed over.

    Yields
    ------
    Report or ReportError
        A fault for each line that cannot be read, with its number.

    Raises
    ------
    ReportError
        If the file as a whole cannot be read.
    """
    for number, line in enumerate(decode.lines(stream, source), 1):
        if isinstance(line, str) and not clean(line).strip():
            continue
        try:
            yield _report_of_line(line, number, defaults)
        except fields.RecordError as fault:
            yield ReportError(source, str(fault))


def _report_of_line(line: str | fields.RecordError, number: int, defaults: Meta) -> Report:
    if isinstance(line, fields.RecordError):
        raise fields.RecordError(f"line {number}: {line}")
    record = _value(line.rstrip(), line=number)
    try:
        return _report(record, defaults)
    except fields.RecordError as fault:
        raise fields.RecordError(f"line {number}: {fault}") from None
