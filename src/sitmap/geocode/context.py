"""What a document is about, from the places that are sure in it, and what that says of a candidate."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sitmap.geocode import guards
from sitmap.geocode.scan import Mention
from sitmap.geocode.store import Candidate
from sitmap.geocode.tokens import Word

#: Least probability of a place that the rest of the document is judged by.
SURE = 0.8
_NEAR_KM = 200.0
_CLOSE_KM = 50.0
_ANCHORS = 200
_SIBLINGS = 2
#: Words from a demonym to the arms: "Russian long-range attack drones".
_ARMS_WITHIN = 4
#: Types whose marker says little of where something in them lies.
_WIDE = frozenset({"country", "admin1", "area", "sea"})


@dataclass(slots=True)
class Context:
    """What a document is about, from its sure places.

    `countries` counts mentions by country and name, `siblings` the divisions named of each country that no
    town of theirs is named like. `senses` has the one entry that a name with a cue or a container meant,
    `seats`, by name, the divisions with a town of that name in them; `shares` and `ranked` are worked out on
    demand.
    """

    countries: Mapping[str, Counter[str]]
    divisions: frozenset[int]
    siblings: Mapping[str, int]
    anchors: Sequence[tuple[float, float]]
    senses: Mapping[str, int]
    seats: Mapping[str, frozenset[int]]
    shares: dict[str, dict[str, float]] = field(default_factory=dict)
    ranked: dict[tuple[object, ...], list[tuple[float, Candidate]]] = field(default_factory=dict)


def empty(seats: Mapping[str, frozenset[int]]) -> Context:
    """Make the context of the first pass, in which nothing is sure yet."""
    return Context({}, frozenset(), {}, (), {}, seats)


def gather(
    first: Sequence[tuple[Mention, Candidate, float, bool]],
    demonyms: Sequence[str],
    seats: Mapping[str, frozenset[int]],
) -> Context:
    """Gather what a document is about.

    Parameters
    ----------
    first : sequence of tuple
        Each mention, its place by the first pass, how sure that is, and whether the words around it say
        which place of the name is meant: by a cue, or by what it lies in.
    demonyms : sequence of str
        As `demonyms` has them.
    seats : mapping
        As `Context` has it.
    """
    countries: dict[str, Counter[str]] = defaultdict(Counter)
    for demonym in demonyms:
        countries[guards.demonyms()[demonym]][demonym] += 1
    siblings: dict[str, set[int]] = defaultdict(set)
    spots: dict[tuple[float, float], None] = {}
    senses: dict[str, set[int]] = defaultdict(set)
    for mention, best, score, told in first:
        if told:
            senses[mention.key].add(best.entry)
        if score < SURE:
            continue
        if best.country:
            countries[best.country][mention.key] += 1
        if best.type == "admin1" and (told or best.entry not in seats.get(mention.key, ())):
            siblings[best.country].add(best.entry)
        if best.type not in _WIDE:
            spots[best.lat, best.lon] = None
    divisions = frozenset(entry for entries in siblings.values() for entry in entries)
    counts = {country: len(entries) for country, entries in siblings.items()}
    anchors = tuple(spots)[:_ANCHORS]
    # "Tripoli, in Lebanon" and "Tripoli in Libya": what the words tell apart is no single sense.
    single = {key: next(iter(entries)) for key, entries in senses.items() if len(entries) == 1}
    return Context(dict(countries), divisions, counts, anchors, single, seats)


def demonyms(words: Sequence[Word]) -> list[str]:
    """Demonyms among a document's words, folded, that count for their country."""
    known = guards.demonyms()
    return [
        word.key
        for at, word in enumerate(words)
        if word.capital and known.get(word.key) and not _abroad(words, at)
    ]


def _abroad(words: Sequence[Word], at: int) -> bool:
    """Whether a demonym says whose arms these are, which are used on others: "a Russian missile hit P"."""
    return any(guards.arms(word.key) for word in words[at + 1 : at + 1 + _ARMS_WITHIN])


def features(mention: Mention, candidate: Candidate, context: Context) -> Iterator[tuple[str, float]]:
    """Features that a candidate has from the rest of the document."""
    portion = share(context, candidate.country, mention.key)
    if portion:
        yield "country", portion
    elif candidate.country and context.countries:
        yield "stranger", 1.0
    if candidate.type == "admin1":
        if context.siblings.get(candidate.country, 0) >= _SIBLINGS:
            yield "siblings", 1.0
        if candidate.entry in context.seats.get(mention.key, ()):
            yield "seat of the same name", 1.0
    elif candidate.admin1 in context.divisions:
        yield "division", 1.0
    sense = context.senses.get(mention.key)
    if sense is not None:
        yield ("one sense" if sense == candidate.entry else "other sense"), 1.0
    if context.anchors and candidate.type not in _WIDE:
        yield from _nearness(candidate, context.anchors)


def share(context: Context, country: str, key: str) -> float:
    """How much of the document's evidence is for a country, 0 to 1, this name's own mentions left out."""
    if key not in context.shares:
        others = {c: sum(names.values()) - names[key] for c, names in context.countries.items()}
        total, most = sum(others.values()), max(others.values(), default=0)
        context.shares[key] = {
            c: 0.5 * (mine / total) ** 0.5 + 0.5 * mine / most for c, mine in others.items() if mine
        }
    return context.shares[key].get(country, 0.0)


def _nearness(candidate: Candidate, anchors: Sequence[tuple[float, float]]) -> Iterator[tuple[str, float]]:
    """Whether another sure place lies within 200 km, and within 50; the candidate's own spot not counted."""
    scale = math.cos(math.radians(candidate.lat))
    apart = (
        math.hypot(candidate.lat - lat, (candidate.lon - lon) * scale) * 111.2
        for lat, lon in anchors
        if abs(candidate.lat - lat) * 111.2 < _NEAR_KM
    )
    least = min((km for km in apart if km > 0), default=math.inf)
    if least < _NEAR_KM:
        yield "near", 1.0
    if least < _CLOSE_KM:
        yield "close", 1.0
