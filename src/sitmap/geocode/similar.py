"""Names that begin with what was typed, and names that are nearly what was typed."""

import string
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA

from sitmap.geocode import features, store

#: Typing errors allowed in a name of at least so many letters, most first.
_ALLOWED = ((6, 2), (4, 1))
_ALPHABET = string.ascii_lowercase


class Found(NamedTuple):
    """A name with one of the entries that bear it, and how many typing errors away it is."""

    key: str
    candidate: store.Candidate
    errors: int = 0


def completions(gazetteer: store.Gazetteer, prefix: str, most: int) -> list[Found]:
    """Places with a name that begins with a folded text and goes on, the most prominent first.

    Parameters
    ----------
    gazetteer : Gazetteer
        Where names are looked up.
    prefix : str
        Folded; not blank.
    most : int
        Greatest number of them.

    Returns
    -------
    list of Found
        Each place once, by its most telling name.
    """
    return _most_prominent(gazetteer, [one for one in gazetteer.numbered(prefix) if one[0] != prefix], most)


def near_misses(gazetteer: store.Gazetteer, key: str, most: int) -> list[Found]:
    """Places with a name that differs by a letter or two, or begins with one that does.

    A letter left out, added or changed, or two that changed places, is one error (optimal string
    alignment distance). Names of 4 or 5 letters may have one, longer ones two, shorter ones none. A name
    that goes on after what was typed may have one. An error in the first letter is found where it is the
    only one.

    Parameters
    ----------
    gazetteer : Gazetteer
        Where names are looked up.
    key : str
        Folded name that nothing bears.
    most : int
        Greatest number of places.

    Returns
    -------
    list of Found
        Fewest errors first, then the most prominent.
    """
    allowed = next((errors for length, errors in _ALLOWED if len(key) >= length), 0)
    if not allowed:
        return []
    by_errors = _by_errors(gazetteer, key, allowed)
    found: dict[int, Found] = {}
    for errors in sorted(by_errors):
        for hit in _most_prominent(gazetteer, sorted(by_errors[errors].items()), most):
            found.setdefault(hit.candidate.entry, hit._replace(errors=errors))
        if len(found) >= most:
            break
    return list(found.values())[:most]


def _by_errors(gazetteer: store.Gazetteer, key: str, allowed: int) -> dict[int, dict[str, int]]:
    """Numbered names by how many errors away they are, one more where they go on after what was typed."""
    pool = dict(_pool(gazetteer, key))
    lengths = range(len(key) - allowed, len(key) + allowed + 1)
    alike = [name for name in pool if len(name) in lengths]
    longer = [name for name in pool if len(name) > len(key) + 1]
    hits = list(_within(key, alike, alike, allowed))
    for cut in (len(key), len(key) + 1):
        hits += [(name, errors + 1) for name, errors in _within(key, longer, [n[:cut] for n in longer], 1)]
    found: dict[int, dict[str, int]] = {}
    for name, errors in hits:
        found.setdefault(errors, {})[name] = pool[name]
    return found


def _pool(gazetteer: store.Gazetteer, key: str) -> Iterator[tuple[str, int]]:
    """Numbered names worth comparing: the same first letter, or an error in that one letter."""
    # As typed; the first two letters exchanged; the first one too many.
    for first in dict.fromkeys((key[0], key[1::-1], key[1:3])):
        yield from gazetteer.numbered(first)
    # Another first letter; the first one left out.
    for letter in _ALPHABET:
        for name in (letter + key[1:], letter + key):
            yield from (one for one in gazetteer.numbered(name) if one[0] == name)


def _within(
    key: str, names: Sequence[str], compared: Sequence[str], allowed: int
) -> Iterator[tuple[str, int]]:
    """Names with their number of errors, by what is compared of each."""
    hits = process.extract_iter(key, compared, scorer=OSA.distance, processor=None, score_cutoff=allowed)
    return ((names[at], int(errors)) for _, errors, at in hits)


def _most_prominent(
    gazetteer: store.Gazetteer, numbered: Sequence[tuple[str, int]], most: int
) -> list[Found]:
    """Places that bear any of some names, the most prominent first, each once."""
    if not numbered:
        return []
    owners, postings = gazetteer.all_postings(np.array([number for _, number in numbered]))
    worth = prominence(gazetteer, postings)
    found: dict[int, Found] = {}
    for at in np.argsort(-worth, kind="stable").tolist():
        posting = int(postings[at])
        entry = posting >> store.KIND_BITS
        if entry not in found:
            kind = posting & (1 << store.KIND_BITS) - 1
            found[entry] = Found(numbered[int(owners[at])][0], gazetteer.candidate(entry, kind))
        if len(found) == most:
            break
    return list(found.values())


def prominence(gazetteer: store.Gazetteer, postings: npt.NDArray[np.uint32]) -> npt.NDArray[np.float64]:
    """`features.worth` of many postings at once, one by one too slow for a letter that 80,000 names share.

    Parameters
    ----------
    gazetteer : Gazetteer
        Where they come from.
    postings : ndarray of uint32, shape (n,)
        ``entry << KIND_BITS | kind``.

    Returns
    -------
    ndarray of float, shape (n,)
        Log-odds.
    """
    weights = features.weights()
    types = np.array([weights[f"type {name}"] for name in store.TYPES])
    codes = np.array([weights[f"code {name}"] if name else 0.0 for name in store.CODES])
    entries, kinds = postings >> store.KIND_BITS, postings & (1 << store.KIND_BITS) - 1
    rows = gazetteer.rows(entries)
    worth = types[rows["type"]] + codes[rows["code"]]
    worth = worth + weights["population"] * np.log10(rows["population"] + 10.0)
    hamlet = (rows["type"] == store.TYPES.index("town")) & (rows["population"] < features.HAMLET)
    cases = [kinds == store.PRIMARY, kinds == store.CUED, rows["type"] == store.TYPES.index("admin1"), hamlet]
    names = ["primary", "cued", "admin1 alternate", "hamlet alternate"]
    found: npt.NDArray[np.float64] = worth + np.select(cases, [weights[name] for name in names], 0.0)
    return found
