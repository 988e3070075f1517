"""Choose the place that a mention means, from the whole document.

Each candidate gets a sum of weighted features; the softmax over a mention's candidates is its
probability. A first pass goes by the names alone, a second adds what the document is about.
"""

import math
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from sitmap import resources
from sitmap.geocode import guards, store
from sitmap.geocode.scan import Mention
from sitmap.geocode.store import Candidate
from sitmap.geocode.tokens import Word

#: Entries and countries that the words after a mention say it lies in.
Container = tuple[set[int], set[str]]

#: Types that only curated tables give, so that even a short name is meant.
_SPECIAL = frozenset({"border", "facility", "launch-site", "range", "reef", "sea"})
_KEPT = 60
_CITY = 200_000
_NEAR_KM = 200.0
_SURE = 0.8
_ANCHORS = 200
_SIBLINGS = 2


@dataclass(slots=True)
class Choice:
    """A mention with its candidates, best first, and their probabilities.

    `contained` says that the words after it name where it lies: "Gedera, Israel".
    """

    mention: Mention
    ranked: list[tuple[float, Candidate]]
    contained: bool = False

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
    """What a document is about, from its sure places.

    `countries` counts mentions by country and name, `siblings` the divisions named of each country,
    `seats` has, by name, the divisions with a town of that name in them; `shares` is worked out on demand.
    """

    countries: Mapping[str, Counter[str]]
    divisions: frozenset[int]
    siblings: Mapping[str, int]
    anchors: Sequence[tuple[float, float]]
    cued: Mapping[str, int]
    seats: Mapping[str, frozenset[int]]
    shares: dict[str, dict[str, float]] = field(default_factory=dict)


#: A mention, its candidates, the document's context and the mention's container.
Situation = tuple[Mention, list[Candidate], Context, Container]


@cache
def weights() -> dict[str, float]:
    """Weights of the features, `data/curated/ranker.toml`."""
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
    return [_rank(*situation) for situation in situations(text, words, mentions, gazetteer)]


def situations(
    text: str, words: Sequence[Word], mentions: Sequence[Mention], gazetteer: store.Gazetteer
) -> list[Situation]:
    """Gather what there is to choose from: candidates, context and container of each mention."""
    pools = [(mention, pool(text, words, mention, gazetteer)) for mention in mentions]
    pools = [(mention, found) for mention, found in pools if found]
    containers = _containers(text, pools)
    seats = {mention.key: frozenset(c.admin1 for c in found if c.type == "town") for mention, found in pools}
    nothing = Context({}, frozenset(), {}, (), {}, seats)
    first = [_rank(m, found, nothing, inside) for (m, found), inside in zip(pools, containers, strict=True)]
    context = _context(first, words, seats)
    return [(m, found, context, inside) for (m, found), inside in zip(pools, containers, strict=True)]


def pool(text: str, words: Sequence[Word], mention: Mention, gazetteer: store.Gazetteer) -> list[Candidate]:
    """Candidates of a mention that its spelling and neighbours allow."""
    found = gazetteer.candidates(mention.key)
    capitals = all(words[i].upper for i in range(mention.first, mention.last + 1))
    code = capitals and guards.code(text, mention)
    after_comma = text[max(0, mention.start - 2) : mention.start] == ", "
    kept = []
    for candidate in found:
        if candidate.kind == store.ACRONYM and not capitals:
            continue
        if candidate.kind == store.CUED:
            allowed = after_comma if candidate.type == "admin1" else candidate.type in mention.cue
            if not allowed:
                continue
        elif code and candidate.kind != store.ACRONYM and not _prominent(candidate):
            continue
        kept.append(candidate)
    kept = _as_spelled(text[words[mention.first].start : words[mention.last].end], kept, gazetteer)
    kept.sort(key=worth, reverse=True)
    return kept[:_KEPT]


def _as_spelled(name: str, found: list[Candidate], gazetteer: store.Gazetteer) -> list[Candidate]:
    """Where a name has letters beyond ASCII, the places whose own name has the same, if any do."""
    if name.isascii() or len(found) == 1:
        return found
    plain = name.casefold()
    exact = [candidate for candidate in found if gazetteer.place(candidate.entry).name.casefold() == plain]
    return exact or found


def _prominent(candidate: Candidate) -> bool:
    """Whether a place is known well enough to be meant by a short word in capitals."""
    if candidate.type in _SPECIAL:
        return True
    if candidate.kind != store.PRIMARY:
        return False
    return candidate.type == "country" or candidate.population >= _CITY


def _containers(text: str, pools: Sequence[tuple[Mention, list[Candidate]]]) -> list[Container]:
    """For "X, Y": entries and countries that Y may mean, by the index of X."""
    found: list[Container] = [(set(), set()) for _ in pools]
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


def _rank(mention: Mention, found: Sequence[Candidate], context: Context, container: Container) -> Choice:
    table = weights()
    scored = [
        (
            worth(candidate)
            + sum(
                table[name] * value
                for name, value in context_features(mention, candidate, context, container)
            ),
            candidate,
        )
        for candidate in found
    ]
    top = max(value for value, _ in scored)
    total = sum(math.exp(value - top) for value, _ in scored)
    ranked = [(math.exp(value - top) / total, candidate) for value, candidate in scored]
    ranked.sort(key=lambda pair: (-pair[0], pair[1].entry))
    return Choice(mention, ranked, contained=_inside(ranked[0][1], container))


def _inside(candidate: Candidate, container: Container) -> bool:
    entries, countries = container
    return candidate.type != "country" and (candidate.admin1 in entries or candidate.country in countries)


def features(
    mention: Mention, candidate: Candidate, context: Context, container: Container
) -> list[tuple[str, float]]:
    """Say what speaks for a candidate: names of weights and the value that each is multiplied with."""
    return [*own_features(candidate), *context_features(mention, candidate, context, container)]


def context_features(
    mention: Mention, candidate: Candidate, context: Context, container: Container
) -> list[tuple[str, float]]:
    """Features that a candidate has from the words around and the document."""
    found: list[tuple[str, float]] = []
    if mention.cue:
        found.append(("cue" if candidate.type in mention.cue else "cue against", 1.0))
    entries, countries = container
    if candidate.type != "country":
        if candidate.admin1 in entries:
            found.append(("within division", 1.0))
        elif candidate.country in countries:
            found.append(("within country", 1.0))
    found += _document_features(mention, candidate, context)
    return found


def _document_features(
    mention: Mention, candidate: Candidate, context: Context
) -> Iterator[tuple[str, float]]:
    """Features that a candidate has from the rest of the document."""
    share = _share(context, candidate.country, mention.key)
    if share:
        yield "country", share
    if candidate.type == "admin1":
        if context.siblings.get(candidate.country, 0) >= _SIBLINGS:
            yield "siblings", 1.0
        if candidate.entry in context.seats.get(mention.key, ()):
            yield "seat of the same name", 1.0
    if candidate.admin1 in context.divisions:
        yield "division", 1.0
    if context.cued.get(mention.key) == candidate.entry:
        yield "one sense", 1.0
    if context.anchors and _near(candidate, context.anchors):
        yield "near", 1.0


def _share(context: Context, country: str, key: str) -> float:
    """How much of the document's evidence is for a country, 0 to 1, this name's own mentions left out."""
    if key not in context.shares:
        others = {c: sum(names.values()) - names[key] for c, names in context.countries.items()}
        total, most = sum(others.values()), max(others.values(), default=0)
        context.shares[key] = {
            c: 0.5 * (mine / total) ** 0.5 + 0.5 * mine / most for c, mine in others.items() if mine
        }
    return context.shares[key].get(country, 0.0)


def own_features(candidate: Candidate) -> Iterator[tuple[str, float]]:
    """Features that a candidate has by itself."""
    yield f"type {candidate.type}", 1.0
    if candidate.code:
        yield f"code {candidate.code}", 1.0
    yield "population", math.log10(candidate.population + 10)
    if candidate.kind == store.PRIMARY:
        yield "primary", 1.0
    elif candidate.type == "admin1":
        yield "admin1 alternate", 1.0


@lru_cache(maxsize=200_000)
def worth(candidate: Candidate) -> float:
    """Weigh a candidate by itself, in log-odds."""
    table = weights()
    return sum(table[name] * value for name, value in own_features(candidate))


def _near(candidate: Candidate, anchors: Sequence[tuple[float, float]]) -> bool:
    scale = math.cos(math.radians(candidate.lat))
    return any(
        0 < math.hypot(candidate.lat - lat, (candidate.lon - lon) * scale) * 111.2 < _NEAR_KM
        for lat, lon in anchors
    )


def _context(first: Sequence[Choice], words: Sequence[Word], seats: Mapping[str, frozenset[int]]) -> Context:
    countries: dict[str, Counter[str]] = defaultdict(Counter)
    for word in words:
        if word.capital and guards.demonyms().get(word.key):
            countries[guards.demonyms()[word.key]][word.key] += 1
    for choice in first:
        if choice.best.country and choice.score >= _SURE:
            countries[choice.best.country][choice.mention.key] += 1
    sure = [choice for choice in first if choice.score >= _SURE]
    divisions = frozenset(c.best.entry for c in sure if c.best.type == "admin1")
    siblings: Counter[str] = Counter()
    for country in {c.best.entry: c.best.country for c in sure if c.best.type == "admin1"}.values():
        siblings[country] += 1
    spots = (c.best for c in sure if c.best.type not in {"country", "sea", "area"})
    anchors = tuple(dict.fromkeys((spot.lat, spot.lon) for spot in spots))
    cued: dict[str, int] = {}
    for choice in first:
        if choice.mention.cue and choice.best.type in choice.mention.cue:
            cued.setdefault(choice.mention.key, choice.best.entry)
    return Context(dict(countries), divisions, siblings, anchors[:_ANCHORS], cued, seats)
