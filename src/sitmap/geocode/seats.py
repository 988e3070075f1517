"""Names that a division shares with its seat: what a claim puts "at Gao" is in the town.

The gazetteer's first answer may be the division, since a marker in either is near enough on a map of news.
A claim is narrower: forces reach, leave and shell towns.
"""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from sitmap.model import Place, Toponym

#: Characters between two members of a list: ", and ".
_JOINED = len(", and ")


def narrowed(toponyms: Sequence[Toponym]) -> list[Toponym]:
    """Let bare names that a division shares with its seat mean the seat.

    Parameters
    ----------
    toponyms : sequence of Toponym
        Of one report, in order.

    Returns
    -------
    list of Toponym
        Those whose division the report also names by its kind, "in Kursk region ... in Kursk", or in one
        list with divisions that have no such town, stay as they are.
    """
    named = {t.place.place_id for t in toponyms if _is_division(t) and t.place is not None}
    out: list[Toponym] = []
    for listed in _lists(toponyms):
        divisions = {t.place.country for t in listed if _is_division(t) and t.place is not None}
        out += [
            toponym
            if toponym.place is None or toponym.place.country in divisions or toponym.place.place_id in named
            else _at_seat(toponym)
            for toponym in listed
        ]
    return out


def _lists(toponyms: Sequence[Toponym]) -> list[list[Toponym]]:
    """Toponyms by the list that they stand in, alone where they stand in none."""
    found = [[toponym] for toponym in toponyms[:1]]
    for before, here in itertools.pairwise(toponyms):
        if here.span.start - before.span.end <= _JOINED:
            found[-1].append(here)
        else:
            found.append([here])
    return found


def _is_division(toponym: Toponym) -> bool:
    return toponym.place is not None and toponym.place.type == "admin1" and _seat(toponym) is None


def _at_seat(toponym: Toponym) -> Toponym:
    seat, division = _seat(toponym), toponym.place
    if seat is None or division is None:
        return toponym
    others = (division, *(place for place in toponym.alternatives if place is not seat))
    return replace(toponym, place=seat, alternatives=others)


def _seat(toponym: Toponym) -> Place | None:
    """Return the town in a division that a bare name may mean as well; words for the kind rule it out."""
    place = toponym.place
    if place is None or place.type != "admin1":
        return None
    towns = (t for t in toponym.alternatives if t.type == "town" and t.country == place.country)
    return next((town for town in towns if town.admin1 == place.name), None)
