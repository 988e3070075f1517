"""What changed, as JSON types."""

from typing import Any

from sitmap.changes.compare import Changes
from sitmap.changes.saved import Row

_TOLD = ("claim_id", "report_id", "kind", "summary", "date", "place_name", "quote")


def record(changes: Changes) -> dict[str, Any]:
    """Give changes as plain JSON.

    Returns
    -------
    dict
        ``old`` and ``new`` (``name``, ``as_of``), ``added`` (claims), ``changed`` (a claim with ``fields``:
        ``name``, ``before``, ``after``), ``withdrawn`` (a claim with ``why``) and ``same``, a number.
    """
    return {
        **{
            side: {"name": found.name, "as_of": found.as_of}
            for side, found in (("old", changes.old), ("new", changes.new))
        },
        "added": [_claim(row) for row in changes.added],
        "changed": [
            {
                **_claim(change.claim),
                "fields": [
                    {"name": field.name, "before": field.before, "after": field.after}
                    for field in change.fields
                ],
            }
            for change in changes.changed
        ],
        "withdrawn": [{**_claim(gone.claim), "why": gone.why} for gone in changes.withdrawn],
        "same": changes.same,
    }


def _claim(row: Row) -> dict[str, Any]:
    return {name: row[name] for name in _TOLD}
