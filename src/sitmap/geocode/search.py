"""Look a name up: exact, in another spelling, what begins with it, what is nearly it."""

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from sitmap.errors import PlaceError
from sitmap.geocode import features, similar, spellings, store
from sitmap.geocode.fold import fold
from sitmap.model import Place

_LONGEST = 200

#: How a name led to a place: its own name, another of its names, one spelled by a rule
#: (`data/curated/spellings.csv`), a name of it that begins so, a name of it that is nearly so.
How = Literal["exact", "alias", "variant", "prefix", "fuzzy"]

#: Best score of each way; places found the same way follow one another by `_STEP`.
_SCORES: dict[How, float] = {"exact": 1.0, "alias": 0.95, "variant": 0.85, "prefix": 0.6, "fuzzy": 0.4}
_STEP, _STEPS = 0.005, 50
#: What its own name adds to a place that is looked up, in log-odds.
_OWN_NAME = 0.9
#: What a division loses under its bare name: who means it adds "Oblast" or "Province".
_BARE_DIVISION = 0.8

#: Feature codes of a seat of government: of a state, of a first-level division.
_SEATS = frozenset({"PPLC", "PPLA"})

#: Feature types from which weapons are known to be fired.
_LAUNCH_TYPES = ("launch-site", "range")


class Match(NamedTuple):
    """A place that a look-up found.

    `score` is 0 to 1, best 1; `name` the name that matched, folded unless it is the place's own; `how`
    says why it matched.
    """

    place: Place
    score: float
    name: str
    how: How


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
        Places that bear it, the more prominent first. Where none does, places that bear another spelling
        of it. Then, while there is room, places whose names begin with it and, where none bears it, those
        whose names differ by a typing error or two. Empty when there is none.

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
    ceiling = 1.0
    for at, (how, word, candidate) in enumerate(_ranked(gazetteer, name, key, limit)):
        if candidate.entry in found:
            continue
        place = gazetteer.place(candidate.entry)
        ceiling = min(ceiling, _SCORES[how] - _STEP * min(at, _STEPS))
        spelled = place.name if fold(place.name) == word else word
        found[candidate.entry] = Match(place, round(ceiling, 3), spelled, how)
        if len(found) == limit:
            break
    return tuple(found.values())


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


def _ranked(
    gazetteer: store.Gazetteer, name: str, key: str, limit: int
) -> Iterator[tuple[How, str, store.Candidate]]:
    """Ways to the places that a name may mean, best first; a place may come up again."""
    known = False
    for candidate in _by_worth(gazetteer, name, key):
        known = True
        yield "exact" if candidate.kind == store.PRIMARY else "alias", key, candidate
    if not known:
        for word in spellings.variants(key):
            for candidate in _by_worth(gazetteer, name, word):
                known = True
                yield "variant", word, candidate
    # A place found above may come up again below: ask for so many more.
    for word, candidate, _ in similar.completions(gazetteer, key, 2 * limit):
        yield "prefix", word, candidate
    if not known:
        for word, candidate, _ in similar.near_misses(gazetteer, key, 2 * limit):
            yield "fuzzy", word, candidate


def _by_worth(gazetteer: store.Gazetteer, name: str, key: str) -> list[store.Candidate]:
    """Candidates of a name, best first; a letter that is only a code ("X", a region of Chile) left out.

    There is no document to say which is meant, so that whose own name it is goes before others, and the
    more so in its own letters.
    """
    plain = name.casefold()

    def standing(candidate: store.Candidate) -> float:
        worth = features.worth(candidate) - _BARE_DIVISION * (candidate.type == "admin1")
        if candidate.kind != store.PRIMARY:
            return worth
        as_typed = not plain.isascii() and gazetteer.place(candidate.entry).name.casefold() == plain
        return worth + _OWN_NAME * (1 + as_typed)

    found = gazetteer.candidates(key)
    if len(key) == 1 and key.isascii():
        found = [candidate for candidate in found if candidate.kind == store.PRIMARY]
    return _seats_first(sorted(found, key=standing, reverse=True))


def _seats_first(ranked: list[store.Candidate]) -> list[store.Candidate]:
    """Put a seat before the division that is named after it: who means that adds "Oblast" or "Province"."""
    seats = {c.admin1: c for c in reversed(ranked) if c.type == "town" and c.code in _SEATS}
    found: dict[store.Candidate, None] = {}
    for candidate in ranked:
        if candidate.type == "admin1" and candidate.entry in seats:
            found.setdefault(seats[candidate.entry])
        found.setdefault(candidate)
    return list(found)
