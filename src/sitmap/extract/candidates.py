"""Pairs of forces and places that a report names near each other: what the learned decision is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sitmap.extract.clauses import Clause
from sitmap.extract.document import Document
from sitmap.extract.memory import Moment, Scene
from sitmap.extract.theme import Theme
from sitmap.extract.told import Told
from sitmap.extract.where import Where

#: Words between a force and a place that still make a pair, and places tried for one force.
_REACH = 45
_MOST = 6
_NONE = frozenset({"no", "neither", "none", "nor", "without"})
_HERE = frozenset({"own", "reference"})
_LOCATED = frozenset({"in", "at", "near", "off", "between", "to", ""})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Forces, a weapon or a site, perhaps at a place.

    `moment` is their sentence and `clause` their clause in it; `meant` is `theme` with what a pronoun
    stands for; `origin` says where the place was found: in the sentence itself (`own`, `reference`), in
    the one `before`, or in the `heading` above.
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
    """Every pair of forces, a weapon or a site and a place in one sentence, its neighbour or its heading.

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
            options = [*_before(read, number), *([(heading, "heading")] if heading else [])]
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


def _before(read: Sequence[Moment], number: int) -> list[tuple[Where, str]]:
    """Return the last place of the sentence right before."""
    if number == 0 or read[number - 1].scene.number != read[number].scene.number - 1:
        return []
    located = [w for w in read[number - 1].scene.wheres if w.anchors and w.role in _LOCATED]
    return [(w, "before") for w in located[-1:]]


def _themes(document: Document, scene: Scene) -> Iterator[Theme]:
    yield from scene.themes
    taken = {i for theme in scene.themes for i in range(theme.first, theme.last)}
    for mention in document.mentions.within("facility", scene.clauses[0].first, scene.clauses[-1].last):
        if mention.first not in taken and document.place_at(mention.first) is None:
            words = (mention.first, mention.last)
            yield Theme(*words, mention.last - 1, based=Told(str(mention.value), words), carrier=True)


def _meant(document: Document, moment: Moment, theme: Theme) -> Theme | None:
    """Return a force with what a pronoun stands for; None where there is none, or none known."""
    if not theme.pronoun:
        if _NONE & {document.lower(theme.first - 1), document.lower(theme.first)}:
            return None
        return theme if theme.based or theme.fired else None
    earlier = [t for t in moment.scene.themes if t.last <= theme.first and not t.pronoun]
    known = earlier[-1] if earlier else moment.before.recent or moment.before.force
    if known is None:
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
