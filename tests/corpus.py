"""The project's own annotated reports, `data/corpus/`: where they lie and how they are read."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[1] / "data" / "corpus"
#: `fresh` is by a second writer and `blind` by a third.
HALVES = ("development", "set_aside", "fresh", "blind")
#: Of the even numbers of these only totals are shown: nobody reads their texts or their errors.
KEPT_BACK = ("blind",)


def load(half: str) -> list[dict[str, Any]]:
    """Read the annotated reports of one half, in the order of their ids."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted((FOLDER / half).glob("*.json"))]


def counts(half: str, record: dict[str, Any]) -> bool:
    """Whether a report counts in the figures for its half: of one kept back only those that nobody reads."""
    return half not in KEPT_BACK or int(record["report_id"][1:4]) % 2 == 0
