"""Names of states in sentences."""

import csv
from functools import cache

from sitmap import resources


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    with resources.data("vocabulary", "actors.csv").open(encoding="utf-8", newline="") as file:
        states = (row for row in csv.DictReader(file) if row["kind"] == "state")
        names |= {row["actor"]: row["names"].split("|")[0] for row in states}
    # Those that English puts an article before.
    with resources.data("checks", "articles.csv").open(encoding="utf-8", newline="") as file:
        names |= {row["code"]: row["name"] for row in csv.DictReader(file)}
    return names


def name(code: str) -> str:
    """Name a state by its ISO 3166-1 alpha-3 code: "Japan", "the Philippines"; the code if not known."""
    return _names().get(code, code)


def possessive(code: str) -> str:
    """Possessive of a state's name: "Japan's", "the Philippines'"."""
    known = name(code)
    return f"{known}'" if known.endswith("s") else f"{known}'s"
