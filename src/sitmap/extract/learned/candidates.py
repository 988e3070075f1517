"""Pairs of forces and places that a report names near each other: what the learned decision is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sitmap.extract.discourse.memory import Memory, Moment, Scene
from sitmap.extract.phrases.where import Where
from sitmap.extract.text.document import Document
from sitmap.extract.text.entries import Verb
from sitmap.extract.text.theme import Theme
from sitmap.extract.text.told import Told
from sitmap.extract.verbs.clauses import Clause

#: Words between a force and a place that still make a pair, and places tried for one force.
_REACH = 45
_MOST = 6
_NONE = frozenset({"no", "neither", "none", "nor", "without"})
_HERE = frozenset({"own", "reference"})
#: Frames of verbs that tell of a weapon even where none is named, and those that tell of it or of forces.
_FIRED = frozenset({"launch", "liftoff", "fall", "strike", "suffer"})
_EVENTS = _FIRED | {"deploy", "stay", "arrive", "send", "head", "fly", "leave", "sail", "seize", "move"}
#: What "she" may mean.
_HULLS = frozenset({"ships", "submarines"})
#: Sentences back that a place may have been told of.
_BACK = 3
_LOCATED = frozenset({"in", "at", "near", "off", "between", "to", ""})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Forces, a weapon or a site, perhaps at a place.

    `moment` is their sentence and `clause` their clause in it; `meant` is `theme` with what a pronoun
    stands for, or a verb that names no force; `origin` says where the place was found: in the sentence
    itself (`own`, `reference`), in the one `before`, in one `earlier`, or in the `heading` above.
    """

    moment: Moment
    theme: Theme
    meant: Theme
    where: Where
    clause: Clause
    origin: str

    @property
    def here(self) -> bool:
        """Whether the place stands in the sentence itself."""
        return self.origin in _HERE


def candidates(document: Document, read: Sequence[Moment]) -> Iterator[Candidate]:
    """Every pair of forces, a weapon or a site and a place in one sentence, those before or its heading.

    Parameters
    ----------
    document : Document
        The report taken apart.
    read : sequence of Moment
        Its sentences, in order, as `reader.read` gives them.

    Yields
    ------
    Candidate
        Few for each phrase, so that their number grows with the text alone.
    """
    heading: Where | None = None
    for number, moment in enumerate(read):
        scene = moment.scene
        if scene.sentence.heading:
            heading = next((w for w in scene.wheres if w.anchors), None)
        options = [(w, "own") for w in scene.wheres if w.anchors]
        options += [(w, "reference") for w in scene.references if w.anchors]
        if not options and not _points(document, scene):
            options = [*_elsewhere(read, number), *([(heading, "heading")] if heading else [])]
        for theme in _themes(document, scene):
            meant = _meant(document, moment, theme)
            if meant is not None:
                yield from _pairs(moment, theme, meant, options)


def _pairs(
    moment: Moment, theme: Theme, meant: Theme, options: Sequence[tuple[Where, str]]
) -> Iterator[Candidate]:
    clauses = moment.scene.clauses
    clause = next((c for c in clauses if c.first <= theme.first < c.last), clauses[-1])
    for where, origin in sorted(options, key=lambda option: abs(option[0].first - theme.first))[:_MOST]:
        found = Candidate(moment, theme, meant, where, clause, origin)
        if not found.here or abs(where.first - theme.first) <= _REACH:
            yield found


def _points(document: Document, scene: Scene) -> bool:
    """Whether a sentence speaks of a place by a word for it: "guard the nearby island"."""
    return bool(document.mentions.within("reference", scene.clauses[0].first, scene.clauses[-1].last))


def _elsewhere(read: Sequence[Moment], number: int) -> list[tuple[Where, str]]:
    """Return the last place told of in the sentences right before: in the one `before`, or `earlier`."""
    here = read[number].scene.number
    for moment in reversed(read[max(number - _BACK, 0) : number]):
        located = [w for w in moment.scene.wheres if w.anchors and w.role in _LOCATED]
        steps = here - moment.scene.number
        if located and steps <= _BACK:
            return [(located[-1], "before" if steps == 1 else "earlier")]
    return []


def _themes(document: Document, scene: Scene) -> Iterator[Theme]:
    # "The weapon" is no force, whatever it stands for.
    yield from (theme for theme in scene.themes if not (theme.pronoun and theme.fired))
    yield from _unsaid(scene)
    taken = {i for theme in scene.themes for i in range(theme.first, theme.last)}
    for mention in document.mentions.within("facility", scene.clauses[0].first, scene.clauses[-1].last):
        if mention.first not in taken and document.place_at(mention.first) is None:
            words = (mention.first, mention.last)
            yield Theme(*words, mention.last - 1, based=Told(str(mention.value), words), carrier=True)


def _unsaid(scene: Scene) -> Iterator[Theme]:
    """Yield what a verb is about where its sentence names no force: "was fired from near P"."""
    groups = [clause.group for clause in scene.clauses if clause.group is not None]
    told = next((group for group in groups if group.verb.frame in _EVENTS), None)
    if told is not None and not scene.themes:
        yield Theme(told.first, told.last, told.last - 1, pronoun=True)


def _meant(document: Document, moment: Moment, theme: Theme) -> Theme | None:
    """Return a force with what a pronoun stands for; None where there is none, or none known."""
    if not theme.pronoun:
        if _NONE & {document.lower(theme.first - 1), document.lower(theme.first)} or _owns(document, theme):
            return None
        return theme if theme.based or theme.fired else None
    earlier = [t for t in moment.scene.themes if t.last <= theme.first and not t.pronoun]
    known = earlier[-1] if earlier else _spoken_of(document, moment.before, theme)
    if known is None or (theme.hull and known.based not in _HULLS):
        return None
    return replace(
        theme,
        based=known.based.by("means-before"),
        fired=known.fired.by("means-before"),
        actor=known.actor,
        names=known.names if theme.definite else (),
        unit=known.unit,
        made_by=known.made_by,
    )


def _owns(document: Document, theme: Theme) -> bool:
    """Whether a person in the singular only owns what is told of: "a sailor's letters"."""
    return document.lower(theme.last) == "'s" and not (
        theme.several or theme.unit or theme.names or theme.fired
    )


def _spoken_of(document: Document, before: Memory, theme: Theme) -> Theme | None:
    """Return what a pronoun, or a verb without a force, means of what earlier sentences told of."""
    verb = document.at("verb", theme.head)
    if verb is None or not isinstance(verb.value, Verb):
        return before.recent or before.force
    return (before.weapon if verb.value.frame in _FIRED else before.force) or before.recent
