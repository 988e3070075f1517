"""Events told more than once, as the drawing is given them: a row a field, a value a telling."""

from collections.abc import Iterable, Mapping
from typing import Any

from sitmap import words
from sitmap.model import Event, Telling


def events(told: Iterable[Event], numbers: Mapping[str, int]) -> list[dict[str, Any]]:
    """Plain JSON of events.

    Parameters
    ----------
    told : iterable of Event
        In the order in which they are shown.
    numbers : mapping of str to int
        Number of each report in the list of sources.

    Returns
    -------
    list of dict
        As the docstring of `payload` says.
    """
    agreement = words.table("agreement")
    return [
        {
            "id": event.event_id,
            "summary": event.summary,
            "tellings": [_telling(telling, numbers) for telling in event.tellings],
            "rows": [
                {
                    "what": field.what,
                    "values": list(field.values),
                    "verdict": field.verdict,
                    "verdict_words": agreement.get(field.verdict, ""),
                }
                for field in event.fields
            ],
        }
        for event in told
    ]


def _telling(telling: Telling, numbers: Mapping[str, int]) -> dict[str, Any]:
    return {
        "who": telling.teller,
        "published": words.period([telling.published]),
        "source_no": numbers.get(telling.report_id, 0),
        "claims": list(telling.claim_ids),
        "copies": [numbers.get(copy, 0) for copy in telling.copies],
    }
