"""Nouns for forces and weapons that a text counts, and the class that several of them share."""

import re
from functools import cache

from sitmap import resources
from sitmap.checks import reading

#: Assets of weapons that a text counts under one name or another.
_MISSILES = frozenset(
    {"icbm", "irbm", "mrbm", "srbm", "slbm", "ballistic", "hypersonic", "cruise", "missile"}
)
_CLASSES = {"police": "people", "troops": "people", "submarines": "ships", "drones": "drone"}
#: What a row of forces counts: people, hulls or vehicles; a "unit" is no number of them.
_COUNTABLE = frozenset({"people", "hulls", "vehicles"})


def kind(noun: str) -> str:
    """Class of a noun for forces or weapons: "frigates" are ships; "" for any other."""
    return nouns().get(" ".join(noun.lower().split()), "")


def is_named(words: str) -> bool:
    """Whether words name a force or a weapon that can be counted."""
    return pattern().search(words) is not None


@cache
def pattern() -> re.Pattern[str]:
    """Pattern of a noun for a force or a weapon."""
    return re.compile(rf"\b(?:{reading.alternatives(nouns())})\b", re.IGNORECASE)


@cache
def nouns() -> dict[str, str]:
    """Class of each noun for forces and weapons that can be counted."""
    forces = resources.rows(resources.data("vocabulary", "forces.csv"))
    weapons = resources.rows(resources.data("vocabulary", "weapons.csv"))
    told = [(row["words"], row["asset"]) for row in forces if row["what"] in _COUNTABLE and row["asset"]]
    told += [(row["words"], row["asset"]) for row in weapons if row["asset"]]
    return {word.lower(): _joined(asset) for words, asset in told for word in words.split("|")}


def _joined(asset: str) -> str:
    return "missile" if asset in _MISSILES else _CLASSES.get(asset, asset)
