"""Choose the place that a mention means, from the whole document.

Each candidate gets a sum of weighted features; the softmax over a mention's candidates is its
probability. A first pass goes by the names alone, a second adds what the document is about.
"""

import math
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from sitmap import resources
from sitmap.geocode import guards, store
from sitmap.geocode.scan import Mention
from sitmap.geocode.store import Candidate
from sitmap.geocode.tokens import Word

_KEPT = 60
_NEAR_KM = 200.0
_SURE = 0.8


@dataclass(slots=True)
class Choice:
    """A mention with its candidates, best first, and their probabilities."""

    mention: Mention
    ranked: list[tuple[float, Candidate]] = field(default_factory=list)

    @property
    def best(self) -> Candidate:
        """The candidate chosen."""
        return self.ranked[0][1]

    @property
    def score(self) -> float:
        """How sure it is, 0 to 1."""
        return self.ranked[0][0]


@dataclass(slots=True)
class Context:
    """What a document is about: weight by country and division, and places already sure."""

    countries: Mapping[str, float]
    divisions: frozenset[int]
    anchors: Sequence[tuple[float, float]]
    cued: Mapping[str, int]


@cache
def weights() -> dict[str, float]:
    """Weights of the features, `data/gazetteer/ranker.toml`."""
    text = resources.data("curated", "ranker.toml").read_text(encoding="utf-8")
    found: dict[str, float] = tomllib.loads(text)["weights"]
    return found


def choose(
    text: str, words: Sequence[Word], mentions: Sequence[Mention], gazetteer: store.Gazetteer
) -> list[Choice]:
    """Resolve every mention of a document.

    Parameters
    ----------
    text : str
        The document.
    words : sequence of Word
        Its words.
    mentions : sequence of Mention
        What may be places, in order.
    gazetteer : Gazetteer
        Where names are looked up.

    Returns
    -------
    list of Choice
        One for each mention that has a candidate.
    """
    pools = [(mention, pool(text, words, mention, gazetteer)) for mention in mentions]
    pools = [(mention, found) for mention, found in pools if found]
    containers = _containers(text, pools)
    nothing = Context({}, frozenset(), (), {})
    first = [_rank(m, found, nothing, containers[i]) for i, (m, found) in enumerate(pools)]
    context = _context(first, words)
    return [_rank(m, found, context, containers[i]) for i, (m, found) in enumerate(pools)]


def pool(
    text: str, words: Sequence[Word], mention: Mention, gazetteer: store.Gazetteer
) -> list[Candidate]:
    """Candidates of a mention that its spelling and neighbours allow."""
    found = gazetteer.candidates(mention.key)
    capitals = all(words[i].upper for i in range(mention.first, mention.last + 1))
    after_comma = text[max(0, mention.start - 2) : mention.start] == ", "
    kept = []
    for candidate in found:
        if candidate.kind == store.ACRONYM and not capitals:
            continue
        if candidate.kind == store.CUED:
            allowed = after_comma if candidate.type == "admin1" else candidate.type in mention.cue
            if not allowed:
                continue
        kept.append(candidate)
    kept.sort(key=worth, reverse=True)
    return kept[:_KEPT]


@cache
def _static_weights() -> tuple[dict[str, float], float, float, float]:
    table = weights()
    return table, table["population"], table["primary"], table["alternate"]


def worth(candidate: Candidate) -> float:
    """What a candidate is worth by itself."""
    table, population, primary, alternate = _static_weights()
    value = table.get(f"type {candidate.type}", 0.0) + table.get(f"code {candidate.code}", 0.0)
    value += population * math.log10(candidate.population + 10)
    return value + (primary if candidate.kind == store.PRIMARY else alternate)


def _containers(text: str, pools: Sequence[tuple[Mention, list[Candidate]]]) -> list[tuple[set[int], set[str]]]:
    """For "X, Y": entries and countries that Y may mean, by the index of X."""
    found: list[tuple[set[int], set[str]]] = [(set(), set()) for _ in pools]
    for i in range(len(pools) - 1):
        this, following = pools[i][0], pools[i + 1]
        gap = text[this.end : following[0].start]
        if gap not in {", ", " (", ", in ", " in "}:
            continue
        areas = [c for c in following[1] if c.type in {"admin1", "country", "area"}]
        if gap == ", ":
            found[i] = {c.entry for c in areas}, {c.country for c in areas if c.type == "country"}
        elif areas and areas[0].type in {"country", "admin1"}:
            found[i] = {c.entry for c in areas}, {areas[0].country}
    return found


def _rank(
    mention: Mention,
    found: Sequence[Candidate],
    context: Context,
    container: tuple[set[int], set[str]],
) -> Choice:
    scored = [(_score(mention, candidate, context, container), candidate) for candidate in found]
    top = max(value for value, _ in scored)
    total = sum(math.exp(value - top) for value, _ in scored)
    ranked = [(math.exp(value - top) / total, candidate) for value, candidate in scored]
    ranked.sort(key=lambda pair: (-pair[0], pair[1].entry))
    return Choice(mention, ranked)


def _score(
    mention: Mention, candidate: Candidate, context: Context, container: tuple[set[int], set[str]]
) -> float:
    table = weights()
    value = worth(candidate)
    if mention.cue:
        value += table["cue"] if candidate.type in mention.cue else table["cue against"]
    entries, countries = container
    if candidate.type not in {"country"}:
        if candidate.admin1 in entries:
            value += table["within division"]
        elif candidate.country in countries:
            value += table["within country"]
    value += table["country"] * context.countries.get(candidate.country, 0.0)
    if candidate.admin1 in context.divisions:
        value += table["division"]
    if context.cued.get(mention.key) == candidate.entry:
        value += table["one sense"]
    if context.anchors and _near(candidate, context.anchors):
        value += table["near"]
    return value


def _near(candidate: Candidate, anchors: Sequence[tuple[float, float]]) -> bool:
    scale = math.cos(math.radians(candidate.lat))
    return any(
        0 < math.hypot(candidate.lat - lat, (candidate.lon - lon) * scale) * 111.2 < _NEAR_KM
        for lat, lon in anchors
    )


def _context(first: Sequence[Choice], words: Sequence[Word]) -> Context:
    counts: Counter[str] = Counter()
    for word in words:
        if word.capital and word.key in guards.demonyms():
            counts[guards.demonyms()[word.key]] += 1
    for choice in first:
        if choice.best.country and choice.score >= _SURE:
            counts[choice.best.country] += 1
    del counts[""]
    total = sum(counts.values())
    countries = {country: min(1.0, 0.5 * (n / total) ** 0.5 + 0.5 * n / max(counts.values())) for country, n in counts.items()}
    sure = [choice for choice in first if choice.score >= _SURE]
    divisions = frozenset(c.best.entry for c in sure if c.best.type in {"admin1"})
    anchors = tuple({(c.best.lat, c.best.lon) for c in sure if c.best.type not in {"country", "sea", "area"}})
    cued: dict[str, int] = {}
    for choice in first:
        if choice.mention.cue and choice.best.type in choice.mention.cue:
            cued.setdefault(choice.mention.key, choice.best.entry)
    return Context(countries, divisions, anchors[:200], cued)
