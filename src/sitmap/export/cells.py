"""Cells of a CSV that no spreadsheet takes for a formula, and the way back to the text.

A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@`, their full-width twins, a tab or a line
end (OWASP, "CSV Injection"). One that expects semicolons or tabs between cells, as in much of Europe,
sees beginnings of cells inside a text too: behind each of these and behind each line end.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

_SIGNS = "=+\\-@\uff0b\uff0d\uff1d\uff20"
# Quotes before the sign do not help: a reader takes them off. An apostrophe of the text's own counts as
# one, so that the first of several is always ours.
_START = re.compile(rf"""\A(?=["']*[{_SIGNS}\t\r\n])|(?<=[;\t\r\n])(?=["']*[{_SIGNS}])""")
_GUARD = re.compile(rf"""\A'(?=["']*[{_SIGNS}\t\r\n])|(?<=[;\t\r\n])'(?=["']*[{_SIGNS}])""")

#: Spreadsheets know UTF-8 by it; pandas, GDAL, QGIS and R read past it.
_BYTE_ORDER_MARK = "\ufeff"


def guarded(text: str) -> str:
    """Put an apostrophe where a cell could begin as a formula.

    Parameters
    ----------
    text : str
        Of any content and length.

    Returns
    -------
    str
        For `unguarded`, which gives the same text back.
    """
    return _START.sub("'", text)


def unguarded(cell: str) -> str:
    """Take off the apostrophes that `guarded` put in."""
    return _GUARD.sub("", cell)


def table(names: Sequence[str], rows: Iterable[Iterable[Any]]) -> str:
    """CSV after RFC 4180, safe to open in a spreadsheet.

    Parameters
    ----------
    names : sequence of str
        Of the columns.
    rows : iterable of iterable
        Values in the same order. Text is guarded, numbers stay numbers, None is an empty cell,
        booleans are `true` and `false`.

    Returns
    -------
    str
        With a byte order mark, lines end in CR LF.
    """
    written = io.StringIO(newline="")
    lines = csv.writer(written)
    lines.writerow(names)
    lines.writerows([_cell(value) for value in row] for row in rows)
    return _BYTE_ORDER_MARK + written.getvalue()


def _cell(value: Any) -> Any:  # noqa: ANN401 - a cell of any type
    if isinstance(value, bool):
        return str(value).lower()
    return guarded(value) if isinstance(value, str) else value
