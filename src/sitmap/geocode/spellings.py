"""Other ways to write a name, by the rules in `data/curated/spellings.csv`: "St.", "Mt.", "al-", "el-"."""

from collections import defaultdict
from functools import cache

from sitmap import resources


@cache
def _rules() -> dict[str, tuple[str, ...]]:
    """Read what may stand instead of a word; under "" what may be put before the first."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in resources.rows(resources.data("curated", "spellings.csv")):
        found[row["words"]].append(row["instead"])
    return {word: tuple(instead) for word, instead in found.items()}


def variants(key: str) -> tuple[str, ...]:
    """Other spellings of a folded name, one word changed in each.

    Parameters
    ----------
    key : str
        As `sitmap.geocode.fold.fold` gives it.

    Returns
    -------
    tuple of str
        Folded names, each once, the given one not among them.

    Examples
    --------
    >>> variants("st petersburg")[0]
    'saint petersburg'
    """
    words = key.split()
    found: dict[str, None] = {}
    for at, word in enumerate(words):
        for instead in _rules().get(word, ()):
            found[" ".join(filter(None, (*words[:at], instead, *words[at + 1 :])))] = None
    found.update((f"{first} {key}", None) for first in _rules().get("", ()))
    return tuple(spelling for spelling in found if spelling not in {"", key})
