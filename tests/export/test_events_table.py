"""Events as JSON and CSV: who said what, side by side; nothing lost, nothing that a spreadsheet runs."""

import csv
import io
import json
from dataclasses import replace

import pytest

import samples
from export import situations
from sitmap import schema
from sitmap.export import cells, events_table
from sitmap.model import Told

LAUNCH, COUNTS = situations.EVENTS


def read(text):
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_json_has_the_tellings_of_an_event_side_by_side():
    launch, counts = json.loads(events_table.as_json(situations.EVENTS))
    assert [telling["teller"] for telling in launch["tellings"]] == ["Tokyo", "Seoul"]
    assert launch["tellings"][0]["copies"] == ["r-copy"]
    assert launch["fields"][1] == {
        "what": "range",
        "verdict": "inconsistent",
        "values": ["1,000 km", "1,600 km"],
    }
    assert (launch["over_time"], counts["over_time"]) == (False, True)
    assert json.loads(events_table.as_json(())) == []


def test_csv_has_a_row_for_each_telling_of_each_thing():
    rows = read(events_table.as_csv(situations.EVENTS))
    assert list(rows[0]) == [column.name for column in schema.EVENT_COLUMNS]
    flight = [row for row in rows if row["what"] == "flight time"]
    assert [(row["teller"], row["value"], row["verdict"]) for row in flight] == [
        ("Tokyo", "86 min", ""),
        ("Seoul", "", ""),
    ]
    counted = [(row["value"], row["over_time"]) for row in rows if row["what"] == "count"]
    assert counted == [("up to 8,000", "true"), ("11,000", "true")]
    assert json.loads(rows[0]["claim_ids"]) == ["c-launch", "c-impact"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d"])
def test_no_cell_is_a_formula(start):
    bad = f"{start}cmd|' /C calc'!A0"
    row, *_ = read(events_table.as_csv([replace(LAUNCH, summary=bad)]))
    assert row["event"].startswith("'")
    assert cells.unguarded(row["event"]) == bad


@pytest.mark.parametrize("text", samples.HOSTILE, ids=ascii)
def test_hostile_text_survives(text):
    telling = replace(LAUNCH.tellings[0], teller=text)
    event = replace(LAUNCH, tellings=(telling,), fields=(Told("day", (text,), ""),), summary=text)
    (row,) = events_table.rows([event])
    (told,) = json.loads(events_table.as_json([event]).encode())
    kept = schema.text(text)
    assert [row["event"], row["teller"], row["value"]] == [kept] * 3
    assert [told["event"], told["tellings"][0]["teller"], told["fields"][0]["values"][0]] == [kept] * 3
