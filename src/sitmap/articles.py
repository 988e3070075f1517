"""Names of places with the article that English puts before some: "the Sea of Japan", "the Philippines"."""

from functools import cache

from sitmap import resources
from sitmap.model import Place

#: Types of place whose names all have the article.
_WITH_ARTICLE = frozenset({"sea"})


def named(place: Place) -> str:
    """Name of a place as a sentence has it.

    Parameters
    ----------
    place : Place
        With a name.

    Returns
    -------
    str
        As `data/checks/articles.csv` has the state, else the place's own name, with "the" for a sea and where
        `data/checks/article_places.csv` says so.
    """
    if place.type == "country" and place.country in _states():
        return _states()[place.country]
    names, endings = _places()
    the = place.type in _WITH_ARTICLE or place.name in names or place.name.endswith(endings)
    return f"the {place.name}" if the and not place.name.lower().startswith("the ") else place.name


@cache
def _states() -> dict[str, str]:
    return {row["code"]: row["name"] for row in resources.rows(resources.data("checks", "articles.csv"))}


@cache
def _places() -> tuple[frozenset[str], tuple[str, ...]]:
    """Names, and last words of names, that English puts "the" before."""
    rows = resources.rows(resources.data("checks", "article_places.csv"))
    told = {row["match"]: row["words"].split("|") for row in rows}
    return frozenset(told["name"]), tuple(f" {word}" for word in told["ending"])
