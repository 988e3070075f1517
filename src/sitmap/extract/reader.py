"""Reading in order: clause by clause, with what was spoken of before in mind."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sitmap.extract import clauses as clausing
from sitmap.extract import flights, frames, places, sites, sources, themes, view
from sitmap.extract.clauses import Clause
from sitmap.extract.dates import Day
from sitmap.extract.document import Document, PlaceMention, within
from sitmap.extract.draft import Draft, Flight
from sitmap.extract.places import Where
from sitmap.extract.sentences import Sentence
from sitmap.extract.sources import Attribution
from sitmap.extract.themes import Theme
from sitmap.extract.vocabulary import Actor

_HEADER_REACH = 8
_STAYS = frozenset({"in", "at", "near", "off", "to"})


@dataclass(slots=True)
class Memory:
    """Tell what has been spoken of so far."""

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
    there: PlaceMention | None = None
    actor: str = ""
    goal: Draft | None = None
    before: "Scene | None" = None

    def learn(self, found: list[Theme], scene: "Scene", clause: Clause) -> None:
        """Keep the latest weapon and force that were named.

        Parameters
        ----------
        found : list of Theme
            Noun phrases in order.
        scene : Scene
            Their sentence.
        clause : Clause
            Their clause; what it told of is known already.
        """
        told = {d.kind for d in scene.drafts if d.clause is clause}
        for theme in found:
            if theme.pronoun:
                continue
            self.recent = theme
            renamed = flights.named(self, scene, theme)
            known = bool(theme.names or theme.counted or theme.actor) and (
                not theme.definite or bool(theme.names)
            )
            if (
                known
                and "deployment" not in told
                and theme.based
                and (theme.names or not view.is_weapon(theme))
            ):
                self.force = replace(theme, actor=theme.actor or self.actor)
            if known and not renamed and not told & {"launch", "impact"} and view.is_weapon(theme):
                self.weapon = replace(theme, actor=theme.actor or self.actor)


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
    question: bool = False

    def header(self, document: Document) -> Where | None:
        """Return the place that opens a list entry: "Sohae (North Korea): the new pier is finished".

        Parameters
        ----------
        document : Document
            The report taken apart.

        Returns
        -------
        Where or None
        """
        first = self.clauses[0].first
        head = next((w for w in self.wheres if w.role == "" and w.first <= first + 1), None)
        if head is None:
            return None
        colon = any(document.lower(i) == ":" for i in range(head.last, head.last + _HEADER_REACH))
        return head if colon else None


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
    phrases = themes.themes(document, first, last)
    found = clausing.clauses(document, first, last, themes.closed(document, phrases))
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
    for where in places.references(document, first, last):
        seen = dict(memory.seen)
        _see(seen, within(document.places, first, where.first))
        types = _types(document, where)
        if not types and memory.there is not None:
            seen = {"there": memory.there} | {
                "": w.anchors[0] for w in found if w.role and w.last <= where.first
            }
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


def _remember(document: Document, memory: Memory, scene: Scene, first: int, last: int) -> None:
    if scene.drafts and scene.drafts[-1].day is not None:
        memory.day = scene.drafts[-1].day
    else:
        found = [d for d in within(document.days, first, last) if d.day is not None]
        memory.day = found[-1] if found else memory.day
    _see(memory.seen, within(document.places, first, last))
    located = [w for w in scene.wheres if w.role in _STAYS and w.anchors]
    memory.there = located[-1].anchors[0] if located else memory.there
    memory.before = scene
    if scene.attributions and scene.attributions[-1].source:
        memory.source = scene.attributions[-1].source
    if not scene.sentence.bullet:
        memory.lead = scene if document.lower(last - 1) == ":" else None
