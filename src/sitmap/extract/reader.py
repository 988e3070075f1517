"""Reading in order: clause by clause, with what was spoken of before in mind."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitmap.extract import clauses as clausing
from sitmap.extract import frames, places, sites, sources, subjects, tables, themes
from sitmap.extract.dates import Day
from sitmap.extract.document import Document, PlaceMention, within
from sitmap.extract.draft import Draft
from sitmap.extract.entries import Actor
from sitmap.extract.memory import Memory, Scene
from sitmap.extract.references import references
from sitmap.extract.sentences import Sentence
from sitmap.extract.where import Where
from sitmap.model import Span

_DASHES = frozenset({"-", "\u2013", "\u2014", ":"})
_STAYS = frozenset({"in", "at", "near", "off", "to"})


def read(document: Document, unread: Sequence[Span] = ()) -> list[Draft]:
    """Drafts of every claim in a report, in the order of the text.

    Parameters
    ----------
    document : Document
        The report taken apart.
    unread : sequence of Span
        Passages to pass over, in order.

    Returns
    -------
    list of Draft
    """
    memory = Memory()
    drafts: list[Draft] = []
    for number, sentence in enumerate(document.sentences):
        if sentence.last <= document.body or _stands_in(document.tokens[sentence.first].start, unread):
            continue
        drafts += _sentence(document, memory, number, sentence)
    for draft in drafts:
        draft.theme = memory.classed(draft.theme)
    return drafts


def _stands_in(offset: int, spans: Sequence[Span]) -> bool:
    index = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return index >= 0 and offset < spans[index].end


def _sentence(document: Document, memory: Memory, number: int, sentence: Sentence) -> list[Draft]:
    first, last = max(sentence.first, document.body), sentence.last
    tables.head(document, memory, first, last)
    memory.day = _entry_day(document, first) or memory.day
    if not (document.tells(first, last) or sentence.bullet or document.lower(last - 1) == ":"):
        _pass_over(document, memory, first, last)
        return []
    scene = _scene(document, memory, number, sentence, first, last)
    if not (tables.row(document, memory, scene) or sites.entry(document, memory, scene)):
        frames.read(document, memory, scene)
    _remember(document, memory, scene, first, last)
    if memory.flight is not None:
        memory.flight.said_over += 1
    return scene.drafts


def _pass_over(document: Document, memory: Memory, first: int, last: int) -> None:
    """Keep the day and the speaker of a sentence that can make no claim."""
    days = [d for d in within(document.days, first, last) if d.day is not None]
    memory.day = days[-1] if days else memory.day
    if any(document.mentions.within(kind, first, last) for kind in ("speaker", "actor")):
        said = sources.attributions(document, clausing.clauses(document, first, last), memory.source)
        memory.source = said[-1].source if said else memory.source


def _scene(
    document: Document, memory: Memory, number: int, sentence: Sentence, first: int, last: int
) -> Scene:
    phrases = themes.themes(document, first, last)
    found = clausing.clauses(
        document, first, last, themes.closed(document, phrases), subjects.ends(document, phrases)
    )
    ships = {
        i for t in phrases if t.names and t.based in {"ships", "submarines"} for i in range(t.first, t.last)
    }
    wheres = [w for w in places.wheres(document, first, last) if w.words[0] not in ships]
    return Scene(
        number=number,
        sentence=sentence,
        clauses=found,
        themes=phrases,
        wheres=wheres,
        references=list(_resolved(document, memory, first, last, wheres)),
        attributions=sources.attributions(document, found, memory.source),
        question=document.lower(last - 1) == "?",
    )


def _resolved(
    document: Document, memory: Memory, first: int, last: int, found: list[Where]
) -> Iterator[Where]:
    """Resolve references to the place that they point back to, where there is one."""
    for where in references(document, first, last):
        seen = dict(memory.seen)
        _see(seen, within(document.places, first, where.first))
        types = _types(document, where)
        if not types and memory.there is not None:
            here = [w.anchors[0] for w in found if w.role in _STAYS and w.anchors and w.last <= where.first]
            seen = {"there": (here or [memory.there])[-1]}
        options = [place for kind, place in seen.items() if not types or kind in types]
        if types == {"country"} or document.lower(where.words[1] - 1) in {
            "coast",
            "coasts",
            "shore",
            "shores",
        }:
            options = _own_country(document, first, where.first) or options
        if options:
            yield replace(where, anchors=(max(options, key=lambda p: p.first),))


def _see(seen: dict[str, PlaceMention], found: list[PlaceMention]) -> None:
    """Keep the latest place of each type."""
    for place in found:
        if place.toponym.place is not None:
            seen[place.toponym.place.type] = place


def _own_country(document: Document, first: int, last: int) -> list[PlaceMention]:
    """Return the state spoken of just before "the country"."""
    codes = [
        m.value.code for m in document.mentions.within("actor", first, last) if isinstance(m.value, Actor)
    ]
    state = document.state(codes[-1], last) if codes else None
    return [state] if state is not None else []


def _types(document: Document, where: Where) -> frozenset[str]:
    mention = document.at("reference", where.words[1] - 1)
    return frozenset(str(mention.value).split("|")) if mention is not None else frozenset()


def _entry_day(document: Document, first: int) -> Day | None:
    """Return the report's own day for an entry of a live account: "11:48 — Two missiles ..."."""
    clock = next(iter(within(document.clocks, first, first + 1)), None)
    if clock is None or document.lower(clock.last) not in _DASHES:
        return None
    return Day(clock.first, clock.last, document.report.published)


def _names_place(document: Document, scene: Scene) -> bool:
    """Whether a sentence is a place and nothing else, to open what follows: "Starbase, Texas."."""
    first, last = scene.clauses[0].first, scene.clauses[-1].last
    alone = not scene.themes and scene.clauses[0].group is None and len(scene.wheres) == 1
    rest = range(first, last - 1)
    return alone and all(document.place_at(i) is not None or document.lower(i) == "," for i in rest)


def _remember(document: Document, memory: Memory, scene: Scene, first: int, last: int) -> None:
    if scene.drafts and scene.drafts[-1].day is not None:
        memory.day = scene.drafts[-1].day
    else:
        found = [d for d in within(document.days, first, last) if d.day is not None]
        memory.day = found[-1] if found else memory.day
    _see(memory.seen, within(document.places, first, last))
    located = [w for w in scene.wheres if w.role in _STAYS and w.anchors]
    told = [d.where for d in scene.drafts if d.where is not None and d.where.anchors]
    here = located or told
    memory.there = here[-1].anchors[0] if here else memory.there
    memory.before = scene
    if scene.attributions and scene.attributions[-1].source:
        memory.source = scene.attributions[-1].source
    if _names_place(document, scene):
        memory.head = (scene.sentence.paragraph, scene.wheres[0])
    said = next((d.source for d in reversed(scene.drafts) if d.source and d.stance != "denied"), None)
    if said is not None:
        memory.voice = (scene.sentence.paragraph, said)
    if not scene.sentence.bullet:
        memory.lead = scene if document.lower(last - 1) == ":" else None
