"""Choose the place that a mention means, from the whole document.

Each candidate gets a sum of weighted features; the softmax over a mention's candidates is its
probability. A first pass goes by the names alone, a second adds what the document is about, a third what
the second made sure. `confidence` says how often such a choice is right.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sitmap import geodesy
from sitmap.geocode import confidence, context, features, guards, headings, scan, store, surroundings
from sitmap.geocode.context import Context
from sitmap.geocode.features import Container
from sitmap.geocode.scan import Mention
from sitmap.geocode.store import Candidate
from sitmap.geocode.tokens import Word

#: Types that only curated tables give, so that even a short name is meant.
_SPECIAL = frozenset({"border", "facility", "launch-site", "range", "reef", "sea"})
#: Towns that divisions are named after.
_SEATS = frozenset({"PPLA", "PPLC"})
#: Romanian letters as older sets of characters have them, with a cedilla, and with a comma.
_COMMAS = str.maketrans({"\u015f": "\u0219", "\u0163": "\u021b"})
_AREAS = frozenset({"admin1", "country", "area"})
#: Types that are known by the name of a town beside them.
_CUED = frozenset({"base", "airport", "facility", "port", "launch-site", "range"})
_AIRFIELDS = frozenset({"airport", "base"})
_BASES = frozenset({"base", "airport", "port", "launch-site", "range"})
#: Topic of forces that any base may hold.
_GARRISON = "garrison"
#: How far from its town a base may lie that is called by the town's name alone.
_BESIDE_KM = 15.0
_KEPT = 60
_CITY = 200_000
#: People of a town that is better known than an airfield with its name.
_TOWN = 50_000
_PASSES = 2
_OF = re.compile(r"['\u2019]s (?:[a-z]+ ){0,4}")


@dataclass(slots=True)
class Choice:
    """A mention with its candidates, best first, and their probabilities.

    `contained` says that the words after it name where it lies: "Gedera, Israel"; `sure` how often such a
    choice is right.
    """

    mention: Mention
    ranked: list[tuple[float, Candidate]]
    contained: bool = False
    sure: float = 0.0

    @property
    def best(self) -> Candidate:
        """The candidate chosen."""
        return self.ranked[0][1]

    @property
    def score(self) -> float:
        """Its share among the candidates, 0 to 1."""
        return self.ranked[0][0]


#: A mention, its candidates, the document's context and the mention's container.
Situation = tuple[Mention, list[Candidate], Context, Container]


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
    found = []
    for mention, candidates, around, container in situations(text, words, mentions, gazetteer):
        choice = rank(mention, candidates, around, container)
        choice.sure = confidence.estimate(mention, choice.ranked, around, contained=choice.contained)
        found.append(choice)
    return found


def situations(
    text: str, words: Sequence[Word], mentions: Sequence[Mention], gazetteer: store.Gazetteer
) -> list[Situation]:
    """Gather what there is to choose from: candidates, context and container of each mention."""
    surroundings.look(text, words, mentions, gazetteer)
    pools = [(mention, pool(text, words, mention, gazetteer)) for mention in mentions]
    pools = [(mention, found) for mention, found in pools if found]
    containers = _headed(text, pools, _containers(text, pools), gazetteer)
    pools = [
        (mention, _contained(mention, found, container, gazetteer))
        for (mention, found), container in zip(pools, containers, strict=True)
    ]
    seats = {mention.key: frozenset(c.admin1 for c in found if c.type == "town") for mention, found in pools}
    around, demonyms = context.empty(seats), context.demonyms(words)
    for _ in range(_PASSES):
        ranked = [
            rank(m, found, around, inside) for (m, found), inside in zip(pools, containers, strict=True)
        ]
        # "Farmers put out a fire near Odesa" is not about the country of a town once called Farmers.
        known = [
            c
            for c in ranked
            if c.best.kind == store.PRIMARY or not guards.doubtful(text, words, c, frozenset())
        ]
        around = context.gather([(c.mention, c.best, c.score, _told(c)) for c in known], demonyms, seats)
    pools = [(m, _at_home(m, found, around, gazetteer)) for m, found in pools]
    return [(m, found, around, inside) for (m, found), inside in zip(pools, containers, strict=True)]


def _at_home(
    mention: Mention, found: list[Candidate], around: Context, gazetteer: store.Gazetteer
) -> list[Candidate]:
    """With the bases of a name in states that the report is about, if it is about no other place of the name.

    "Tindal" is an air base in a report on Australia, though a town of India bears the name alone.
    """
    if not around.countries or any(context.share(around, c.country, mention.key) for c in found):
        return found
    cued = (
        c
        for c in gazetteer.candidates(mention.key)
        if c.kind == store.CUED and c.type in _BASES | {"facility"}
    )
    return [*found, *(c for c in cued if c not in found and context.share(around, c.country, mention.key))]


def _told(choice: Choice) -> bool:
    """Whether the words beside a mention say which place of its name is meant."""
    return choice.contained or choice.best.type in choice.mention.cue


def pool(text: str, words: Sequence[Word], mention: Mention, gazetteer: store.Gazetteer) -> list[Candidate]:
    """Candidates of a mention that its spelling and neighbours allow."""
    found = gazetteer.candidates(mention.key)
    found += _of_seats(mention, found, gazetteer)
    if not mention.cue and any(c.kind == store.CUED and c.code == "SITE" for c in found):
        mention.topic = surroundings.topic(text, words, mention)
    capitals = all(words[i].upper for i in range(mention.first, mention.last + 1))
    code = capitals and guards.code(text, mention)
    after_comma = text[max(0, mention.start - 2) : mention.start] == ", "
    kept = []
    for candidate in found:
        if candidate.kind == store.ACRONYM and not capitals:
            continue
        if candidate.kind == store.CUED or _borrowed(candidate, found):
            if not _asked(candidate, mention, found, after_comma=after_comma):
                continue
        elif code and candidate.kind != store.ACRONYM and not _prominent(candidate):
            continue
        kept.append(candidate)
    kept = _as_spelled(text[words[mention.first].start : words[mention.last].end], kept, gazetteer)
    own = [c.population for c in kept if c.kind == store.PRIMARY and c.type == "town"]
    mention.leader = max(own, default=0)
    kept.sort(key=features.worth, reverse=True)
    return kept[:_KEPT]


def _borrowed(candidate: Candidate, found: Sequence[Candidate]) -> bool:
    """Whether an airfield's other name is first of all that of a city of its state: "Be'er Sheva"."""
    if candidate.kind != store.ALTERNATE or candidate.type not in _AIRFIELDS:
        return False
    return any(
        c.kind == store.PRIMARY
        and c.type == "town"
        and c.country == candidate.country
        and c.population >= _TOWN
        for c in found
    )


def _of_seats(mention: Mention, found: Sequence[Candidate], gazetteer: store.Gazetteer) -> list[Candidate]:
    """Divisions by their seats, where the words ask for one that has no such name: "Hasakah province"."""
    if "admin1" not in mention.cue or any(c.type == "admin1" for c in found):
        return []
    seats = {c.admin1 for c in found if c.code in _SEATS and c.admin1 != store.NONE}
    return [gazetteer.candidate(entry, store.ALTERNATE) for entry in sorted(seats)]


def _asked(candidate: Candidate, mention: Mention, found: Sequence[Candidate], *, after_comma: bool) -> bool:
    """Whether the words around ask for a place that bears its name only beside a cue.

    A base that a person put in the tables is also meant where its arms are spoken of: "bombers at Engels".
    Not one that lies well outside the town of the name: Ramat David is 24 km from Haifa. One that no town of
    its state is called like is meant where any forces are: "soldiers at Taji".
    """
    if candidate.type == "admin1":
        return after_comma
    asked = mention.cue or scan.own_cue(mention.key)
    if candidate.type in asked:
        return True
    if candidate.code != "SITE" or not mention.topic:
        return False
    away = _from_town(candidate, found)
    garrison = _GARRISON in mention.topic and candidate.type in _BASES
    return away <= _BESIDE_KM if candidate.type in mention.topic else garrison and away < 0


def _from_town(base: Candidate, found: Sequence[Candidate]) -> float:
    """How far in km a base lies from the next town of its name in its state; -1 if there is but a hamlet."""
    towns = [
        c
        for c in found
        if c.kind == store.PRIMARY
        and c.type == "town"
        and c.country == base.country
        and c.population >= features.HAMLET
    ]
    away = (geodesy.distance(base.lat, base.lon, town.lat, town.lon) for town in towns)
    return min(away, default=-1.0)


def _as_spelled(name: str, found: list[Candidate], gazetteer: store.Gazetteer) -> list[Candidate]:
    """Where a name has letters beyond ASCII, the places whose own name has the same, if any do."""
    if name.isascii() or len(found) == 1:
        return found
    plain = name.casefold().translate(_COMMAS)
    exact = [c for c in found if gazetteer.place(c.entry).name.casefold().translate(_COMMAS) == plain]
    return [c for c in found if c in exact or c.kind == store.CUED or c.code == "SITE"] if exact else found


def _prominent(candidate: Candidate) -> bool:
    """Whether a place is known well enough to be meant by a short word in capitals."""
    if candidate.type in _SPECIAL or candidate.type == "country":
        return True
    return candidate.kind == store.PRIMARY and candidate.population >= _CITY


def _containers(text: str, pools: Sequence[tuple[Mention, list[Candidate]]]) -> list[Container]:
    """For "X, Y", "X in Y" and "Y's X": entries and countries that Y may mean, by the index of X."""
    found: list[Container] = [(set(), set()) for _ in pools]
    for i in range(len(pools) - 1):
        this, following = pools[i][0], pools[i + 1]
        # A compass word belongs to the area: "Tripoli, in northern Lebanon".
        opens = following[0].part_start if following[0].part else following[0].start
        gap = text[this.end : opens]
        if _OF.fullmatch(gap):
            found[i + 1] = _holding(pools[i][1])
        elif gap == ", ":
            areas = [c for c in following[1] if c.type in _AREAS]
            found[i] = {c.entry for c in areas}, {c.country for c in areas if c.type == "country"}
        elif gap in {" (", ", in ", " in ", " in the ", ", in the "}:
            found[i] = _holding(following[1])
    return found


def _headed(
    text: str,
    pools: Sequence[tuple[Mention, list[Candidate]]],
    containers: Sequence[Container],
    gazetteer: store.Gazetteer,
) -> list[Container]:
    """Let a mention whose own words name no container lie in the country that heads its part."""
    return [
        container if any(container) or not country else _whole_country(country, gazetteer)
        for container, country in zip(containers, headings.countries(text, pools), strict=True)
    ]


def _whole_country(country: str, gazetteer: store.Gazetteer) -> Container:
    entry = gazetteer.country(country)
    return (set() if entry is None else {entry}), {country}


def _contained(
    mention: Mention, found: list[Candidate], container: Container, gazetteer: store.Gazetteer
) -> list[Candidate]:
    """With the bases that bear a name only beside a cue, if the words put it where no town of the name lies.

    "Edinburgh in South Australia" is an air base.
    """
    entries, _ = container
    if not entries or any(inside(candidate, container) for candidate in found):
        return found
    cued = [c for c in gazetteer.candidates(mention.key) if c.kind == store.CUED and c.type in _BASES]
    return [*found, *(c for c in cued if c not in found and inside(c, container))]


def _holding(candidates: Sequence[Candidate]) -> Container:
    """Entries and countries that a name may mean that is first of all a country's, division's or area's."""
    areas = [c for c in candidates if c.type in _AREAS]
    if not areas or areas[0].type not in {"country", "admin1", "area"}:
        return set(), set()
    return {c.entry for c in areas}, {areas[0].country} - {""}


def rank(mention: Mention, found: Sequence[Candidate], around: Context, container: Container) -> Choice:
    """Order the candidates of a mention by how likely each is meant.

    A name that comes again in the same words is not weighed again; `around` keeps what was found.
    """
    if len(found) == 1:
        return Choice(mention, [(1.0, found[0])], contained=inside(found[0], container))
    if any(container):
        ranked = _weighed(mention, found, around, container)
    else:
        entries = tuple(candidate.entry for candidate in found)
        asked = (mention.key, mention.cue, mention.article, mention.state, mention.topic, entries)
        ranked = around.ranked.get(asked) or _weighed(mention, found, around, container)
        around.ranked[asked] = ranked
    return Choice(mention, ranked, contained=inside(ranked[0][1], container))


def _weighed(
    mention: Mention, found: Sequence[Candidate], around: Context, container: Container
) -> list[tuple[float, Candidate]]:
    """Candidates with their probabilities, best first."""
    if any(inside(candidate, container) for candidate in found):
        # "Tripoli, in Lebanon" says it by itself, though the report is of Libya.
        around = context.empty(around.seats)
    table = features.weights()
    scored = [
        (
            features.worth(candidate)
            + sum(
                table[name] * value for name, value in features.beside(mention, candidate, around, container)
            ),
            candidate,
        )
        for candidate in found
    ]
    top = max(value for value, _ in scored)
    total = sum(math.exp(value - top) for value, _ in scored)
    ranked = [(math.exp(value - top) / total, candidate) for value, candidate in scored]
    ranked.sort(key=lambda pair: (-pair[0], pair[1].entry))
    return ranked


def inside(candidate: Candidate, container: Container) -> bool:
    """Whether the words around a mention say that a candidate lies where it does."""
    entries, countries = container
    return candidate.type != "country" and (candidate.admin1 in entries or candidate.country in countries)
