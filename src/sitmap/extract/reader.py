"""Reading in order: clause by clause, with what was spoken of before in mind."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sitmap.extract import clauses as clausing
from sitmap.extract import flights, frames, places, sites, sources, themes
from sitmap.extract.clauses import Clause
from sitmap.extract.dates import Day
from sitmap.extract.document import Document, PlaceMention, within
from sitmap.extract.draft import Draft, Flight
from sitmap.extract.places import Where
from sitmap.extract.sentences import Sentence
from sitmap.extract.sources import Attribution
from sitmap.extract.themes import Theme


@dataclass(slots=True)
class Memory:
    """What has been spoken of so far."""

    weapon: Theme | None = None
    force: Theme | None = None
    recent: Theme | None = None
    source: str = ""
    flight: Flight | None = None
    heading: PlaceMention | None = None
    seen: dict[str, PlaceMention] = field(default_factory=dict)
    lead: "Scene | None" = None
    zone: str = ""
    day: Day | None = None


@dataclass(slots=True)
class Scene:
    """One sentence with everything found in it."""

    number: int
    sentence: Sentence
    clauses: list[Clause]
    themes: list[Theme]
    wheres: list[Where]
    references: list[Where]
    attributions: list[Attribution]
    drafts: list[Draft] = field(default_factory=list)


def read(document: Document) -> list[Draft]:
    """Drafts of every claim in a report, in the order of the text.

    Parameters
    ----------
    document : Document
        The report taken apart.

    Returns
    -------
    list of Draft
    """
    memory = Memory()
    drafts: list[Draft] = []
    for number, sentence in enumerate(document.sentences):
        if sentence.last <= document.body:
            continue
        drafts += _sentence(document, memory, number, sentence)
    return drafts


def _sentence(document: Document, memory: Memory, number: int, sentence: Sentence) -> list[Draft]:
    first, last = max(sentence.first, document.body), sentence.last
    scene = _scene(document, memory, number, sentence, first, last)
    if sentence.heading and scene.clauses[0].group is None:
        found = within(document.places, first, last)
        memory.heading = found[0] if found else memory.heading
    if not sites.entry(document, memory, scene):
        frames.read(document, memory, scene)
    _remember(document, memory, scene, first, last)
    if memory.flight is not None:
        memory.flight.said_over += 1
    return scene.drafts


def _scene(
    document: Document, memory: Memory, number: int, sentence: Sentence, first: int, last: int
) -> Scene:
    found = clausing.clauses(document, first, last)
    return Scene(
        number=number,
        sentence=sentence,
        clauses=found,
        themes=themes.themes(document, first, last),
        wheres=places.wheres(document, first, last),
        references=[r for r in _resolved(document, memory, first, last)],
        attributions=sources.attributions(document, found, memory.source),
    )


def _resolved(document: Document, memory: Memory, first: int, last: int) -> Iterator[Where]:
    """References with the place that they point back to, where there is one."""
    for where in places.references(document, first, last):
        seen = dict(memory.seen)
        _see(seen, within(document.places, first, where.first))
        types = _types(document, where) or frozenset(seen)
        options = [place for kind, place in seen.items() if kind in types]
        if options:
            yield replace(where, anchors=(max(options, key=lambda p: p.first),))


def _see(seen: dict[str, PlaceMention], found: list[PlaceMention]) -> None:
    """Keep the latest place of each type."""
    for place in found:
        if place.toponym.place is not None:
            seen[place.toponym.place.type] = place


def _types(document: Document, where: Where) -> frozenset[str]:
    mention = document.at("reference", where.words[1] - 1)
    return frozenset(str(mention.value).split("|")) if mention is not None else frozenset()


def _remember(document: Document, memory: Memory, scene: Scene, first: int, last: int) -> None:
    for theme in scene.themes:
        if theme.pronoun:
            continue
        memory.recent = theme
        if theme.based and (theme.names or theme.counted) and (not theme.fired or theme.names):
            memory.force = theme
        flights.named(memory, scene, theme)
    if scene.drafts and scene.drafts[-1].day is not None:
        memory.day = scene.drafts[-1].day
    else:
        found = [d for d in within(document.days, first, last) if d.day is not None]
        memory.day = found[-1] if found else memory.day
    _see(memory.seen, within(document.places, first, last))
    if scene.attributions and scene.attributions[-1].source:
        memory.source = scene.attributions[-1].source
    if not scene.sentence.bullet:
        memory.lead = scene if document.lower(last - 1) == ":" else None
