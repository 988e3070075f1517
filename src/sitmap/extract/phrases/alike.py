"""Forces of several states under one noun: "seven Chinese and four Russian warships"."""

from dataclasses import replace

from sitmap.extract.text.document import Document
from sitmap.extract.text.entries import Actor
from sitmap.extract.text.theme import Theme
from sitmap.extract.text.told import Told

_AND = frozenset({"and", ","})


def alike(document: Document, theme: Theme, floor: int) -> Theme | None:
    """Return the force that shares the noun of the one behind it, by its number and its people alone.

    Parameters
    ----------
    document : Document
        The report taken apart.
    theme : Theme
        The force that has the noun, with a number of its own.
    floor : int
        Token before which nothing is looked at.

    Returns
    -------
    Theme or None
        The one before "and" or a comma.
    """
    joins = theme.first - 1
    if not (theme.counted and theme.actor) or joins <= floor or document.lower(joins) not in _AND:
        return None
    nation = document.at("actor", joins - 1)
    if nation is None or not isinstance(nation.value, Actor) or nation.value.role != "demonym":
        return None
    count = document.count_at(nation.first - 1)
    if count is None or count.first < floor or count.last != nation.first:
        return None
    return replace(
        theme,
        first=count.first,
        last=nation.last,
        head=nation.last - 1,
        actor=Told(nation.value.code, (nation.first, nation.last)),
        low=count.low,
        high=count.high,
        count=(count.first, count.last),
        counted_by=None,
        several=(count.high or count.low or 0) > 1,
    )
