"""Handling marks, which say how far a file may go: TLP 2.0, as `data/handling/marks.csv` has it."""

from dataclasses import dataclass
from functools import cache

from sitmap import resources
from sitmap.errors import HandlingError

_PREFIX = "TLP:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One mark.

    Parameters
    ----------
    mark : str
        As it is written: "TLP:AMBER+STRICT".
    ink, ground : str
        Colours of its letters and of what they stand on, ``#rrggbb``.
    audience : str
        Who may have what carries it.
    """

    mark: str
    ink: str
    ground: str
    audience: str


@cache
def marks() -> tuple[Mark, ...]:
    """Every mark, the most open first."""
    table = resources.rows(resources.data("handling", "marks.csv"))
    return tuple(
        Mark(mark=row["mark"], ink=row["ink"], ground=row["ground"], audience=row["audience"])
        for row in table
    )


def mark(name: str) -> Mark:
    """Find a mark by its name.

    Parameters
    ----------
    name : str
        With or without "TLP:", in any case of letters.

    Returns
    -------
    Mark

    Raises
    ------
    HandlingError
        If there is no such mark.
    """
    asked = name.strip().upper().removeprefix(_PREFIX)
    for known in marks():
        if known.mark == f"{_PREFIX}{asked}":
            return known
    there_are = ", ".join(known.mark for known in marks())
    raise HandlingError(f"{name!r} is no handling mark of TLP 2.0: give one of {there_are}")
