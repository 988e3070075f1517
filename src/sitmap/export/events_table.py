"""Events told more than once: JSON with the tellings side by side, rows for CSV and GeoPackage."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sitmap import schema
from sitmap.export import cells
from sitmap.model import Event, Telling

#: Columns that hold a list, written as JSON in a table.
_LISTS = ("claim_ids", "copies")


def rows(events: Iterable[Event]) -> list[dict[str, Any]]:
    """Make rows of `schema.EVENT_COLUMNS` of plain values, lists as JSON."""
    made = [row for event in events for row in schema.event_rows(event)]
    return [row | {name: json.dumps(row[name], ensure_ascii=False) for name in _LISTS} for row in made]


def as_json(events: Sequence[Event]) -> str:
    """JSON list of events, one object each, the tellings side by side.

    Parameters
    ----------
    events : sequence of Event
        In any order, which is kept.

    Returns
    -------
    str
        Each object has `event_id`, `event`, `over_time`, `tellings` and `fields`; the nth of the `values` of
        a field is what the nth telling says.
    """
    return json.dumps([_event(event) for event in events], ensure_ascii=False, indent=1) + "\n"


def as_csv(events: Sequence[Event]) -> str:
    """CSV after RFC 4180, safe to open in a spreadsheet: a row for each telling of each thing told."""
    names = [column.name for column in schema.EVENT_COLUMNS]
    return cells.table(names, ([row[name] for name in names] for row in rows(events)))


def _event(event: Event) -> dict[str, Any]:
    return schema.clean(
        {
            "event_id": event.event_id,
            "event": event.summary,
            "over_time": event.over_time,
            "tellings": [_telling(telling) for telling in event.tellings],
            "fields": [
                {
                    "what": field.what,
                    "verdict": field.verdict,
                    "values": [schema.text(value) for value in field.values],
                }
                for field in event.fields
            ],
        }
    )


def _telling(telling: Telling) -> dict[str, Any]:
    return schema.clean(
        {
            "report_id": telling.report_id,
            "teller": telling.teller,
            "published": telling.published,
            "claim_ids": list(telling.claim_ids),
            "copies": list(telling.copies),
        }
    )
