"""Findings as JSON and CSV: nothing lost, nothing that a spreadsheet runs."""

import csv
import io
import json
import math
from dataclasses import replace

import pytest

import samples
from sitmap import schema
from sitmap.export import cells, findings_table

FINDING = samples.ZONE_FINDING


def read(text):
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_json_is_a_list_of_finding_rows():
    findings = (samples.ZONE_FINDING, samples.TRAJECTORY_FINDING)
    assert json.loads(findings_table.as_json(findings)) == [schema.finding_row(one) for one in findings]
    assert json.loads(findings_table.as_json(())) == []


@pytest.mark.parametrize("number", [math.inf, -math.inf, math.nan, None])
def test_what_is_no_number_is_null(number):
    (row,) = json.loads(findings_table.as_json([replace(FINDING, margin=number)]))
    assert row["margin"] is None


def test_csv_has_every_column_and_text_as_it_is():
    explanation = 'a "quoted", line\r\nand another'
    (row,) = read(findings_table.as_csv([replace(FINDING, explanation=explanation)]))
    assert list(row) == [column.name for column in schema.FINDING_COLUMNS]
    assert row["explanation"] == explanation
    assert json.loads(row["claim_ids"]) == ["c-impact"]
    assert row["margin"] == "8.0"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d"])
def test_no_cell_is_a_formula(start):
    (row,) = read(findings_table.as_csv([replace(FINDING, stated=f"{start}cmd|' /C calc'!A0", margin=-5.0)]))
    assert row["stated"].startswith("'")
    assert cells.unguarded(row["stated"]) == f"{start}cmd|' /C calc'!A0"
    assert row["margin"] == "-5.0"
