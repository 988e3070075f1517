"""Reading in order: clause by clause, with what was spoken of before in mind."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sitmap.extract.discourse import antecedents, borders, floor, occasion, setting, sources
from sitmap.extract.discourse.attribution import Attribution
from sitmap.extract.discourse.draft import Draft
from sitmap.extract.discourse.memory import Memory, Moment, Scene
from sitmap.extract.frames import denials, forms, registry, shares, sites, tables
from sitmap.extract.phrases import formations, places, subjects, themes
from sitmap.extract.phrases.where import Where
from sitmap.extract.text.document import Document, within
from sitmap.extract.text.entries import LOCATED
from sitmap.extract.text.sentences import Sentence
from sitmap.extract.text.told import UNSAID
from sitmap.extract.verbs import clauses as clausing
from sitmap.model import Span

#: Forces whose names may be those of places: "the corvette Boikiy", "a Merlin helicopter".
_NAMED = frozenset({"ships", "submarines", "aircraft"})


def read(document: Document, unread: Sequence[Span] = ()) -> tuple[list[Draft], list[Moment]]:
    """Drafts of every claim that the rules find in a report, in the order of the text.

    Parameters
    ----------
    document : Document
        The report taken apart.
    unread : sequence of Span
        Passages to pass over, in order.

    Returns
    -------
    drafts : list of Draft
    moments : list of Moment
        The sentences that could make a claim, for a second look.
    """
    memory = Memory()
    drafts: list[Draft] = []
    moments: list[Moment] = []
    for number, sentence in enumerate(document.sentences):
        if sentence.last <= document.body or _stands_in(document.tokens[sentence.first].start, unread):
            continue
        moment = _sentence(document, memory, number, sentence)
        if moment is not None:
            drafts += moment.scene.drafts
            moments.append(moment)
    for draft in drafts:
        draft.theme = memory.classed(draft.theme)
    return drafts, moments


def _stands_in(offset: int, spans: Sequence[Span]) -> bool:
    index = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return index >= 0 and offset < spans[index].end


def _sentence(document: Document, memory: Memory, number: int, sentence: Sentence) -> Moment | None:
    """Read a sentence; None for one that can make no claim."""
    first, last = max(sentence.first, document.body), sentence.last
    _hold_floor(document, memory, number, sentence)
    tables.head(document, memory, first, last)
    forms.head(document, memory, first, last)
    entry = document.entries.get(first)
    if entry is not None:
        memory.day, memory.day_in = entry, sentence.paragraph
        memory.entry = (sentence.paragraph, entry)
    telling = document.tells(first, last) or denials.may_deny(document, memory, number, first, last)
    telling = telling or shares.goes_on(document, memory, number, first)
    if not (telling or sentence.bullet or document.lower(last - 1) == ":"):
        _pass_over(document, memory, number, first, last)
        return None
    before = replace(memory)
    scene = _scene(document, memory, number, sentence, first, last)
    listed = sentence.bullet or memory.lead is not None
    # A number alone may still be the range or the height of a flight told of before.
    if not (scene.themes or listed or memory.flight or document.happens(first, last)):
        registry.pass_over(document, memory, scene)
    elif not (tables.row(document, memory, scene) or sites.entry(document, memory, scene)):
        registry.read(document, memory, scene)
    forms.read(document, memory, scene)
    _remember(document, memory, scene, first, last)
    if memory.flight is not None:
        memory.flight.said_over += 1
    return Moment(scene, before)


def _hold_floor(document: Document, memory: Memory, number: int, sentence: Sentence) -> None:
    """Keep who speaks through this paragraph: its label, or who led in to the list that it is an entry of."""
    if sentence.heading:
        memory.over = floor.headed(document, sentence).by("lead-in")
    label = floor.labelled(document, sentence) or floor.account(document, sentence)
    if label:
        memory.floor = (sentence.paragraph, label)
    before = document.sentences[number - 1].paragraph if number else -1
    if sentence.paragraph == before or label:
        return
    if memory.list_floor and floor.is_entry(document, sentence):
        memory.floor = (sentence.paragraph, memory.list_floor.by("lead-in"))
    elif not floor.is_entry(document, sentence):
        memory.list_floor = UNSAID


def _pass_over(document: Document, memory: Memory, number: int, first: int, last: int) -> None:
    """Keep the day and the speaker of a sentence that can make no claim."""
    days = [d for d in within(document.days, first, last) if d.day is not None]
    if days:
        memory.day, memory.day_in = days[-1], document.sentences[number].paragraph
    said: list[Attribution] = []
    if any(document.mentions.within(kind, first, last) for kind in ("speaker", "actor")):
        said = sources.attributions(document, clausing.clauses(document, first, last), memory.source)
        memory.source = said[-1].source if said else memory.source
        floor.heard(document, memory, number, said)
        memory.list_floor = floor.leads_in(document, memory, number, said) or memory.list_floor
        memory.over = floor.opens_release(document, memory, number, said).by("lead-in") or memory.over
    occasion.note(document, memory, said, first, last)


def _scene(
    document: Document, memory: Memory, number: int, sentence: Sentence, first: int, last: int
) -> Scene:
    phrases = [formations.of_unit(document, t, memory.units) for t in themes.themes(document, first, last)]
    ships = {i for t in phrases if t.names and t.based in _NAMED for i in range(t.first, t.last)}
    named = [w for w in places.wheres(document, first, last) if w.words[0] not in ships]
    wheres = borders.paired(document, memory, first, named)
    closed, ends = themes.closed(document, phrases), subjects.ends(document, phrases, wheres)
    found = clausing.clauses(document, first, last, closed, ends)
    attributions = sources.attributions(document, found, memory.source)
    return Scene(
        number=number,
        sentence=sentence,
        clauses=found,
        themes=phrases,
        wheres=[w for w in wheres if not _of_speaker(w, attributions)],
        references=list(antecedents.resolved(document, memory, first, last, wheres)),
        attributions=attributions,
        question=document.lower(last - 1) == "?",
    )


def _of_speaker(where: Where, said: Sequence[Attribution]) -> bool:
    """Whether a place only says where who is quoted sits: "according to officials in P"."""
    return where.role in LOCATED and any(
        told.words[1] == where.first and told.at < told.words[0] for told in said
    )


def _remember(document: Document, memory: Memory, scene: Scene, first: int, last: int) -> None:
    told = scene.drafts[-1] if scene.drafts else None
    if told is not None and told.day is not None and told.day.day is not None:
        memory.day, memory.day_in, memory.day_ahead = told.day, scene.sentence.paragraph, told.planned_day
    else:
        found = [d for d in within(document.days, first, last) if d.day is not None]
        if found:
            memory.day, memory.day_in, memory.day_ahead = found[-1], scene.sentence.paragraph, False
    occasion.note(document, memory, scene.attributions, first, last)
    antecedents.remember(document, memory, scene, first, last)
    setting.remember(memory, scene)
    memory.told = memory.told or bool(scene.drafts)
    memory.last = scene.drafts[-1] if scene.drafts else memory.last
    floor.heard(document, memory, scene.number, scene.attributions)
    memory.before = scene
    leads = floor.leads_in(document, memory, scene.number, scene.attributions)
    memory.list_floor = leads or memory.list_floor
    opens = floor.opens_release(document, memory, scene.number, scene.attributions)
    memory.over = opens.by("lead-in") or memory.over
    if scene.attributions and scene.attributions[-1].source:
        memory.source = scene.attributions[-1].source
    if antecedents.names_place(document, scene):
        memory.head = (scene.sentence.paragraph, scene.wheres[0])
    said = next((d.source for d in reversed(scene.drafts) if d.source and d.stance != "denied"), None)
    if said is not None:
        memory.voice = (scene.sentence.paragraph, said)
    if not scene.sentence.bullet:
        memory.lead = scene if document.lower(last - 1) == ":" else None
