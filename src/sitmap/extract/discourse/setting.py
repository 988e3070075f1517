"""Where a report is at: the place of what was told right before, for a clause that names only a spot in it.

"Two missiles hit a pier in P. A third fell in a residential district": the district is one of P. The place
is taken from the sentence at hand or from one of the two before it, only where these leave no doubt which
place that is, and only for a clause that names no place of its own and a spot that any town has.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from sitmap.extract.phrases.where import Where
from sitmap.extract.text.theme import ARTICLES, DEFINITE
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.text.document import Document, PlaceMention
    from sitmap.extract.verbs.clauses import Clause

#: Nouns for what stands in any town or base, and adverbs for places beside it.
_SPOTS = words("setting", "spots")
_ADVERBS = words("setting", "adverbs")
#: Words that end a noun phrase.
_ENDS = words("noun_phrase", "stop")
#: Types of place that a building or a street may be taken to stand in.
_LOCAL = frozenset({"town", "base", "airport", "port", "island", "facility", "launch-site", "reef"})
_AWAY = frozenset({"from"})
#: How many words describe a spot at most.
_DESCRIBED = 4
#: How many sentences back, and how many paragraphs, the place may have been named.
_SENTENCES, _PARAGRAPHS = 2, 1


def setting(document: Document, memory: Memory, scene: Scene, clause: Clause) -> list[Where]:
    """Return the place that a clause goes on to tell of.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    scene : Scene
        The sentence.
    clause : Clause
        The clause.

    Returns
    -------
    list of Where
        None or one.
    """
    if not _names_spot(document, scene, clause) or names_place(scene, clause):
        return []
    here = _only(w for w in _unspoken(scene) if w.last <= clause.first)
    place = here or _before(memory, scene)
    if place is None:
        return []
    at = clause.group.first if clause.group is not None else clause.first
    return [Where(at, at, (place.first, place.last), (place,), "in", "in")]


def only_place(scene: Scene, start: int) -> PlaceMention | None:
    """Return the one local place that the words of a sentence before a token are about.

    Parameters
    ----------
    scene : Scene
        The sentence.
    start : int
        The token.

    Returns
    -------
    PlaceMention or None
        None where they name none, or several.
    """
    return _only(w for w in _unspoken(scene) if w.last <= start)


def _names_spot(document: Document, scene: Scene, clause: Clause) -> bool:
    """Whether the clause names a building or a street of no certain town."""
    inside = range(clause.first, clause.last)
    forces = {i for t in scene.themes for i in range(t.first, t.last)}
    return any(_is_spot(document, i) for i in inside if i not in forces)


def _is_spot(document: Document, index: int) -> bool:
    """Whether a word is an adverb of place, or a noun for a spot that no name tells apart: no "X field"."""
    if document.lower(index) in _ADVERBS:
        # "Boats were counted nearby", not "the nearby island".
        return not document.tokens[index + 1].is_word or document.lower(index + 1) in _ENDS
    if document.lower(index) not in _SPOTS:
        return False
    described = itertools.takewhile(
        lambda i: document.tokens[i].is_word and document.lower(i) not in DEFINITE | ARTICLES,
        range(index - 1, max(index - _DESCRIBED, 0), -1),
    )
    return not any(document.tokens[i].is_name for i in described)


def names_place(scene: Scene, clause: Clause) -> bool:
    """Whether the clause names a place, or points back to one.

    Parameters
    ----------
    scene : Scene
        The sentence.
    clause : Clause
        The clause.

    Returns
    -------
    bool
    """
    return any(clause.first <= w.first < clause.last for w in [*scene.wheres, *scene.references])


def _before(memory: Memory, scene: Scene) -> PlaceMention | None:
    """Return the place that the report was at last, when that is not long ago."""
    if memory.at is None:
        return None
    number, paragraph, place = memory.at
    near = scene.number - number <= _SENTENCES
    return place if near and scene.sentence.paragraph - paragraph <= _PARAGRAPHS else None


def remember(memory: Memory, scene: Scene) -> None:
    """Keep the place that a sentence leaves the report at: that of its claims, else its only one.

    Parameters
    ----------
    memory : Memory
        What has been spoken of; its `at` changes.
    scene : Scene
        The sentence with its drafts.
    """
    told = [d.where for d in scene.drafts if d.where is not None]
    found = told or _unspoken(scene)
    if found:
        place = _only(found)
        memory.at = (scene.number, scene.sentence.paragraph, place) if place is not None else None


def _unspoken(scene: Scene) -> list[Where]:
    """Return the places of a sentence but for those that speak: "Kyiv says that soldiers sleep there"."""
    spoken = {i for said in scene.attributions for i in range(*said.words)}
    return [w for w in scene.wheres if w.role or w.first not in spoken]


def _only(wheres: Iterable[Where]) -> PlaceMention | None:
    """Return the one local place of some phrases; None where they name none, or two."""
    found = {
        w.anchors[0].toponym.place: w.anchors[0]
        for w in wheres
        if w.anchors and w.role not in _AWAY and _is_local(w.anchors[0])
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _is_local(place: PlaceMention) -> bool:
    entry = place.toponym.place
    return entry is not None and entry.type in _LOCAL
