"""Which place a word that points back means: "there", "the same cape", "the country"."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.phrases.places import outside_zone
from sitmap.extract.phrases.references import references
from sitmap.extract.phrases.where import COAST, GROUND, Where
from sitmap.extract.text.document import Document, PlaceMention, within
from sitmap.extract.text.entries import Actor
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.text.mentions import Mention

_STAYS = frozenset({"in", "at", "near", "off", "to"})
_LIKENESS = words("place", "likeness")
_THAN = frozenset({"as", "of", "than"})
_OWN = COAST | GROUND | words("place", "own")
#: Within how many words after "the country" what is its own is named: "the country's own airspace".
_OWNED_WITHIN = 4
#: Types of place that news names by the town beside it: "a base near P ... at the site".
_BUILT = frozenset({"base", "airport", "launch-site", "range", "facility"})
#: What "the capital" may be, and which of the towns it must be.
_TOWNS = frozenset({"town"})
_LOCAL = frozenset({"town", "base", "airport", "port", "island"})
_ASIDES = frozenset({"which", "who"})
_CAPITALS = frozenset({"capital"})
#: Types too wide for a hangar or a runway to be theirs.
_WIDE = frozenset({"country", "admin1", "area", "island", "sea"})
#: Types in which "the pad" of another state's site may still be meant.
_VAST = _WIDE - {"island"}
#: A place less sure than this is none that "the city" means where a surer one was named.
_DOUBTFUL, _SURE = 0.35, 0.6
#: A state of which so many times as many places were named as of any other is the one the report is about.
_LEADS = 2


def resolved(
    document: Document, memory: Memory, first: int, last: int, found: Sequence[Where]
) -> Iterator[Where]:
    """Resolve references to the place that they point back to, where there is one.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    first, last : int
        Tokens of a sentence.
    found : sequence of Where
        Places that the sentence names.

    Yields
    ------
    Where
        With the place that it means.
    """
    for where in references(document, first, last):
        if outside_zone(document, where):
            continue
        types = _types(document, where)
        before = [w.anchors[0] for w in found if w.anchors and w.last <= where.first and w.role in _STAYS]
        head = _head(document, memory, where)
        if document.lower(where.words[1] - 1) in GROUND:
            place = _own(document, first, where.first)
        elif types == {"country"} or document.lower(where.words[1] - 1) in COAST:
            place = _country(document, memory, where, first, before)
        elif head is not None and not before and (not types or (types & _BUILT and not _is(head, _VAST))):
            place = head
        elif not types:
            place = _spot(document, memory, where, before or _told_of(document, found, where))
        else:
            place = _of_type(document, memory, where, first, types)
        if place is not None:
            yield replace(where, anchors=(place,))


def _head(document: Document, memory: Memory, where: Where) -> PlaceMention | None:
    """Return the place that opens the paragraph of "the pad" or "there", if none was told of since."""
    if memory.head is None or not memory.head[1].anchors:
        return None
    head = memory.head[1].anchors[0]
    since = memory.there is not None and memory.there.first > head.first
    return None if since or "\n" in document.text(head.first, where.last) else head


def remember(document: Document, memory: Memory, scene: Scene, first: int, last: int) -> None:
    """Keep the places of a sentence that a later one may point back to.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of; extended.
    scene : Scene
        The sentence with its drafts.
    first, last : int
        Its tokens.
    """
    memory.seen += [p for p in within(document.places, first, last) if not _measures(document, p)]
    told = [d.where for d in scene.drafts if d.where is not None and d.where.anchors]
    stays = [w for w in told if w.role in _STAYS and w in scene.references]
    main = [w for w in scene.wheres if not _aside(scene, w)]
    here = stays or [w for w in main if w.role in _STAYS and w.anchors]
    here = here or [w for w in told if not _aside(scene, w)]
    memory.there = here[-1].anchors[0] if here else memory.there
    head = scene.wheres[0] if names_place(document, scene) else scene.header(document)
    been = {w.anchors[0] for w in [*scene.wheres, *told] if w.anchors and (w.role or w in told or w is head)}
    memory.been += sorted(been, key=lambda place: place.first)


def _aside(scene: Scene, where: Where) -> bool:
    """Whether a place stands in a relative clause, which tells of another time: "who came by way of P"."""
    relative = False
    for clause in scene.clauses:
        relative = clause.link == "relative" or (relative and clause.link == "shared")
        if clause.first <= where.words[0] < clause.last:
            return relative
    return False


def names_place(document: Document, scene: Scene) -> bool:
    """Whether a sentence is a place and nothing else, to open what follows: "Starbase, Texas.".

    Parameters
    ----------
    document : Document
        The report taken apart.
    scene : Scene
        The sentence.

    Returns
    -------
    bool
    """
    first, last = scene.clauses[0].first, scene.clauses[-1].last
    alone = not scene.themes and scene.clauses[0].group is None and len(scene.wheres) == 1
    rest = range(first, last - 1)
    return alone and all(document.place_at(i) is not None or document.lower(i) == "," for i in rest)


def _measures(document: Document, place: PlaceMention) -> bool:
    """Whether a place is only what something is measured by: "a province the size of P"."""
    before = place.first - 1 - (document.lower(place.first - 1) == "the")
    return document.lower(before) in _THAN and document.lower(before - 1) in _LIKENESS


def _of_type(
    document: Document, memory: Memory, where: Where, first: int, types: frozenset[str]
) -> PlaceMention | None:
    """Return the place of a type that was last spoken of.

    First in the sentence itself; then before it, where a state or its capital that speaks does not count.
    """
    here = [p for p in within(document.places, first, where.first) if not _measures(document, p)]
    before = [*memory.been, *(p for p in memory.seen if document.at("actor", p.first) is None)]
    spoken = [*before, *(p for p in memory.seen if document.at("preposition", p.first - 1) is not None)]
    noun = document.lower(where.words[1] - 1)
    owner = next(iter(_acts(document, where.words[0], where.words[1])), "")
    if noun in _CAPITALS:
        return _capital(document, spoken, here, owner)
    if owner:
        here, before = _of_state(here, owner), _of_state(before, owner)
    seen = _of_state(memory.seen, owner) if owner else memory.seen
    for places in (here, sorted(before, key=lambda p: p.first), seen):
        told = [p for p in places if p.toponym.place is not None and p.toponym.place.type in types]
        if told:
            meant = _meant(document, told, spoken)
            return memory.there if types & _BUILT and _left(document, memory, meant, where) else meant
    return memory.there if types & _BUILT else _dateline(document, where, types)


def _dateline(document: Document, where: Where, types: frozenset[str]) -> PlaceMention | None:
    """Return the place of the dateline for "this village", where nothing else was named."""
    if document.lower(where.words[0]) != "this":
        return None
    told = [p for p in document.places if p.last <= document.body]
    known = [p for p in told if p.toponym.place is None or p.toponym.place.type in types]
    return next(iter(known), None)


def _of_state(places: Sequence[PlaceMention], owner: str) -> list[PlaceMention]:
    """Places of a state: "the Yemeni port" is none of another's."""
    return [p for p in places if _state(p) == owner]


def _meant(document: Document, told: Sequence[PlaceMention], spoken: Sequence[PlaceMention]) -> PlaceMention:
    """Return the last of some places, but for one that is hardly sure or only says where another lies.

    "A base near P, in Q", told amid a report on R, leaves "the city" the one in R.
    """
    sure = [p for p in told if p.toponym.score >= _SURE]
    likely = [p for p in told if p.toponym.score >= _DOUBTFUL or not sure]
    lead = _leading(spoken)
    if not lead or _state(likely[-1]) == lead or not _beside(document, likely[-1]):
        return likely[-1]
    return next((p for p in reversed(likely) if _state(p) == lead), likely[-1])


def _left(document: Document, memory: Memory, meant: PlaceMention, where: Where) -> bool:
    """Whether a site lies in another state than the place told of since, in the paragraph of "the pad"."""
    there = memory.there
    if (
        there is None
        or there.first <= meant.last
        or _state(there) in {"", _state(meant)}
        or _is(there, _VAST)
    ):
        return False
    return "\n" not in document.text(there.first, where.last)


def _beside(document: Document, place: PlaceMention) -> bool:
    """Whether a place only says where something else is: "near P"."""
    before = document.at("preposition", place.first - 1)
    return before is not None and before.value == "near"


def _capital(
    document: Document, spoken: Sequence[PlaceMention], here: Sequence[PlaceMention], owner: str
) -> PlaceMention | None:
    """Return the seat of government of its owner or of the state that the report is about, else the last one.

    A report that names no other "Somali capital" may name it further on.
    """
    if owner:
        named = [p for p in [*document.places, *spoken, *here] if _governs(document, p) and _is(p, _TOWNS)]
        return next(iter(_of_state(named[::-1], owner)), None)
    seats = [p for p in sorted([*spoken, *here], key=lambda p: p.first) if _governs(document, p)]
    lead = _leading(spoken)
    return next((p for p in reversed(seats) if not lead or _state(p) == lead), None)


def _governs(document: Document, place: PlaceMention) -> bool:
    seat = document.at("actor", place.first)
    return seat is not None and isinstance(seat.value, Actor) and seat.value.role == "government"


def _state(place: PlaceMention) -> str:
    return place.toponym.place.country if place.toponym.place is not None else ""


def _leading(spoken: Sequence[PlaceMention]) -> str:
    """State of which most places were spoken of, twice as many as of any other; "" for none."""
    ranked = Counter(state for p in dict.fromkeys(spoken) if (state := _state(p))).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _LEADS * ranked[1][1]):
        return ""
    return ranked[0][0]


def _spot(
    document: Document, memory: Memory, where: Where, before: Sequence[PlaceMention]
) -> PlaceMention | None:
    """Return where "there" or a part of a place lies: a runway belongs to a base, not to an island."""
    last = next(reversed(before), memory.there)
    part = document.at("facility", where.words[1] - 1)
    if last is None or last is memory.there or part is None or not _is(last, _WIDE):
        return last
    there = memory.there
    built = there is not None and not _is(there, _WIDE) and _state(there) == _state(last)
    return there if built else last


def _is(place: PlaceMention, types: frozenset[str]) -> bool:
    return place.toponym.place is not None and place.toponym.place.type in types


def _told_of(document: Document, found: Sequence[Where], where: Where) -> list[PlaceMention]:
    """Return the town that a sentence is about, for "there" in an aside: "P is held by men who live there".

    Only where the sentence opens with it.
    """
    aside = any(document.lower(i) in _ASIDES for i in range(found[0].last, where.first)) if found else False
    about = [w.anchors[0] for w in found[:1] if aside and w.role == "" and w.anchors]
    return [p for p in about if _is(p, _LOCAL)]


def _types(document: Document, where: Where) -> frozenset[str]:
    mention = document.at("reference", where.words[1] - 1)
    return frozenset(str(mention.value).split("|")) if mention is not None else frozenset()


def _country(
    document: Document, memory: Memory, where: Where, first: int, before: Sequence[PlaceMention]
) -> PlaceMention | None:
    """Return the country that is spoken of.

    Its coast and its zones are those of the state named just before; what happens in it is where the
    places spoken of lie.
    """
    own = _own(document, first, where.first)
    if own is None and document.lower(where.words[1] - 1) in COAST and _acts(document, first, where.first):
        return None
    around = range(where.words[1] - 1, where.words[1] + _OWNED_WITHIN)
    if own is not None and any(document.lower(i) in _OWN for i in around):
        return own
    lain = [*memory.been, *before]
    turned = document.at("direction", where.words[0] + 1)
    side = [p for p in lain if turned is not None and _on_side(document, p, turned)]
    if side:
        return side[-1]
    for place in reversed(lain):
        entry = place.toponym.place
        state = document.state(entry.country, where.first) if entry is not None and entry.country else None
        state = state or _widest(place, lain)
        if state is not None:
            return state
    seen = [p for p in memory.seen if p.toponym.place is not None and p.toponym.place.type == "country"]
    return own or next(reversed(seen), None)


def _widest(place: PlaceMention, lain: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the widest part of a place's state that was spoken of, of a state that is never named itself."""
    code = _state(place)
    parts = [p for p in lain if code and _state(p) == code and _is(p, frozenset({"admin1", "area"}))]
    return max(parts, key=lambda p: p.toponym.place.extent_km if p.toponym.place else 0.0, default=None)


def _own(document: Document, first: int, last: int) -> PlaceMention | None:
    """Return the state spoken of just before in the sentence, where the report names it as a place."""
    codes = _acts(document, first, last)
    return document.state(codes[-1], last) if codes else None


def _acts(document: Document, first: int, last: int) -> list[str]:
    """Codes of the states and forces spoken of in a range of tokens."""
    return [
        m.value.code for m in document.mentions.within("actor", first, last) if isinstance(m.value, Actor)
    ]


def _on_side(document: Document, place: PlaceMention, turned: Mention) -> bool:
    """Whether a place named is the same side of something: "eastern Q" for "the east of the country"."""
    named = document.at("direction", place.first)
    return named is not None and named.value == turned.value
