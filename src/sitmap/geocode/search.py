"""Look a name up: exact, then without marks and case, then what begins with it."""

from functools import cache
from itertools import islice
from typing import NamedTuple

from sitmap.errors import PlaceError
from sitmap.geocode import resolve, store
from sitmap.geocode.fold import fold
from sitmap.model import Place

_COMPLETIONS = 200
_LONGEST = 200

#: Feature types from which weapons are known to be fired.
_LAUNCH_TYPES = ("launch-site", "range")


class Match(NamedTuple):
    """A place that a look-up found.

    `score` is 0 to 1, best 1; `name` the name that matched, folded unless it is the place's own.
    """

    place: Place
    score: float
    name: str


def search(name: str, *, limit: int = 10) -> tuple[Match, ...]:
    """Places that bear a name, best first.

    Parameters
    ----------
    name : str
        Any spelling in any script.
    limit : int
        Greatest number of matches.

    Returns
    -------
    tuple of Match
        Places that bear it, the more prominent first; then, while there is room, places whose names
        begin with it. Empty when there is none.

    Raises
    ------
    PlaceError
        If the name is blank or longer than 200 characters, or `limit` is less than 1.
    """
    key = fold(name[: _LONGEST + 1])
    if not key or len(name) > _LONGEST:
        raise PlaceError(f"{name[:40]!r}: give a place name of 1 to {_LONGEST} characters")
    if limit < 1:
        raise PlaceError(f"limit {limit}: ask for at least one place")
    gazetteer = store.gazetteer()
    found: dict[int, Match] = {}
    for at, (word, candidate) in enumerate(_ranked(gazetteer, key, limit)):
        place = gazetteer.place(candidate.entry)
        spelled = place.name if fold(place.name) == word else word
        score = (1.0 if spelled == name else 0.95 if word == key else 0.6) - 0.005 * min(at, 60)
        found.setdefault(candidate.entry, Match(place, round(score, 3), spelled))
    return tuple(islice(found.values(), limit))


@cache
def sites() -> tuple[Place, ...]:
    """Launch sites and test ranges that the gazetteer knows, in its order.

    Returns
    -------
    tuple of Place
        Without outlines.
    """
    gazetteer = store.gazetteer()
    return tuple(gazetteer.place(entry) for entry in gazetteer.of_types(_LAUNCH_TYPES))


def _ranked(gazetteer: store.Gazetteer, key: str, limit: int) -> list[tuple[str, store.Candidate]]:
    exact = sorted(gazetteer.candidates(key), key=resolve.worth, reverse=True)
    ranked = [(key, candidate) for candidate in exact]
    if len({candidate.entry for candidate in exact}) < limit:
        longer = [
            (word, candidate)
            for word in islice(gazetteer.completions(key), _COMPLETIONS)
            if word != key
            for candidate in gazetteer.candidates(word)
        ]
        ranked += sorted(longer, key=lambda pair: resolve.worth(pair[1]), reverse=True)
    return ranked
