"""What speaks for a candidate: features by name, and their weights in `data/curated/ranker.toml`."""

import math
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache

from sitmap import resources
from sitmap.geocode import context, store
from sitmap.geocode.scan import Mention
from sitmap.geocode.store import Candidate

#: Entries and countries that the words after a mention say it lies in.
Container = tuple[set[int], set[str]]

#: A town with fewer people is seldom meant by another name than its own.
HAMLET = 5_000
#: How many times the people of a town make its name another, smaller town's no longer.
_OUTSHONE = 10
#: Types that English names with "the" before them, when it does not belong to a noun that follows.
_WITH_ARTICLE = frozenset({"sea", "mountains", "area", "border", "island", "country"})


@cache
def tables() -> dict[str, dict[str, float]]:
    """Tables of `data/curated/ranker.toml`: "weights" and "confidence"."""
    text = resources.data("curated", "ranker.toml").read_text(encoding="utf-8")
    found: dict[str, dict[str, float]] = tomllib.loads(text)
    return found


def weights() -> dict[str, float]:
    """Weights of the features."""
    return tables()["weights"]


def of(
    mention: Mention, candidate: Candidate, around: context.Context, container: Container
) -> list[tuple[str, float]]:
    """Say what speaks for a candidate: names of weights and the value that each is multiplied with."""
    return [*own(candidate), *beside(mention, candidate, around, container)]


def own(candidate: Candidate) -> Iterator[tuple[str, float]]:
    """Features that a candidate has by itself."""
    yield f"type {candidate.type}", 1.0
    if candidate.code:
        yield f"code {candidate.code}", 1.0
    yield "population", math.log10(candidate.population + 10)
    if candidate.kind == store.PRIMARY:
        yield "primary", 1.0
    elif candidate.kind == store.CUED:
        yield "cued", 1.0
    elif candidate.type == "admin1":
        yield "admin1 alternate", 1.0
    elif candidate.type == "town" and candidate.population < HAMLET:
        yield "hamlet alternate", 1.0


@lru_cache(maxsize=200_000)
def worth(candidate: Candidate) -> float:
    """Weigh a candidate by itself, in log-odds."""
    table = weights()
    return sum(table[name] * value for name, value in own(candidate))


def beside(
    mention: Mention, candidate: Candidate, around: context.Context, container: Container
) -> list[tuple[str, float]]:
    """Features that a candidate has from the words around and the document."""
    found: list[tuple[str, float]] = []
    if mention.cue:
        found.append(("cue" if candidate.type in mention.cue else "cue against", 1.0))
    elif candidate.kind == store.CUED and candidate.type in mention.topic:
        found.append(("topic", 1.0))
    if candidate.kind != store.PRIMARY and 0 < _OUTSHONE * candidate.population < mention.leader:
        found.append(("outshone", 1.0))
    if mention.article:
        found.append(("article" if candidate.type in _WITH_ARTICLE else "article against", 1.0))
    if mention.state:
        found.append(("state" if candidate.country == mention.state else "state against", 1.0))
    entries, countries = container
    if candidate.type != "country":
        if candidate.admin1 in entries:
            found.append(("within division", 1.0))
        elif candidate.country in countries:
            found.append(("within country", 1.0))
    found += context.features(mention, candidate, around)
    return found
