"""Who acts in a clause: the state or force of its subject, of "by X", or behind "its"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.discourse import sources
from sitmap.extract.discourse.actors import in_name, stands_beside
from sitmap.extract.text import organs
from sitmap.extract.text.entries import Actor
from sitmap.extract.text.told import UNSAID, Told

if TYPE_CHECKING:
    from sitmap.extract.discourse.attribution import Attribution
    from sitmap.extract.discourse.memory import Scene
    from sitmap.extract.text.document import Document
    from sitmap.extract.verbs.clauses import Clause
    from sitmap.extract.verbs.groups import Group

_PRONOUNS = frozenset({"it", "they", "he", "she"})
_POSSESSIVES = frozenset({"its", "their", "our"})
_DOERS = 4
#: How many words who speaks may have before the name that stands beside: "Latvia's service, LVS, says".
_APPOSED = 7


def agent(document: Document, scene: Scene, clause: Clause, group: Group) -> Told:
    """Return the state or force that acts: the actor in the subject that is not part of a place.

    Parameters
    ----------
    document : Document
        The report taken apart.
    scene : Scene
        The sentence.
    clause : Clause
        The clause.
    group : Group
        Its verb.

    Returns
    -------
    Told
        "" when the words name none.
    """
    doer = _doer(document, group)
    if doer:
        return doer
    found = _named(document, scene, clause.first, group.first)
    meant = any(document.lower(i) in _PRONOUNS for i in range(clause.first, group.first))
    if not found and not meant and clause.link == "shared":
        found = _of_shared(document, scene, clause)
    if not found and (meant or clause.link in {"shared", "relative"}):
        # "The group said that they had hit P" speaks of itself; in "it was fired at P" it does not.
        himself = meant and not group.passive
        found = _named(document, scene, scene.clauses[0].first, clause.first, spoken=himself)
    return (
        found
        or organs.whose(document.organs, document.tokens, clause.first, group.first)
        or possessor(document, scene, clause.first, group.first)
    )


def _of_shared(document: Document, scene: Scene, clause: Clause) -> Told:
    """Return who acts in the clause whose subject is shared: what the verbs between govern does not act."""
    at = scene.clauses.index(clause) if clause in scene.clauses else 0
    own = (c.group for c in reversed(scene.clauses[:at]) if c.link != "shared" and c.group is not None)
    group = next(own, None)
    if group is None:
        return UNSAID
    return _doer(document, group) or _named(document, scene, scene.clauses[0].first, group.first)


def possessor(document: Document, scene: Scene, first: int, last: int) -> Told:
    """Return whose "its forces" are: of the one who says so, else of who was named before in the sentence.

    Parameters
    ----------
    document : Document
        The report taken apart.
    scene : Scene
        The sentence.
    first, last : int
        Range of tokens that may hold the pronoun.

    Returns
    -------
    Told
        "" when there is no such pronoun, or nobody for it.
    """
    at = next((i for i in range(first, last) if document.lower(i) in _POSSESSIVES), None)
    if at is None:
        return UNSAID
    said = sources.covering(scene.attributions, at)
    spoken = UNSAID
    if said is not None and said.at < at:
        # "Analysts said that Russia is moving its ships": its own, not theirs.
        acting = _last_state(document, said.at, at)
        owned = acting.words is None or document.lower(acting.words[1]) == "'s"
        spoken = _last_state(document, *said.words) if owned else acting
    return (spoken or _last_state(document, scene.clauses[0].first, at)).by("means-before")


def _last_state(document: Document, first: int, last: int) -> Told:
    for mention in reversed(document.mentions.within("actor", first, last)):
        if isinstance(mention.value, Actor) and not in_name(document, mention):
            return Told(mention.value.code, (mention.first, mention.last))
    return UNSAID


def _doer(document: Document, group: Group) -> Told:
    """Return who did it: "fired by Yemen's Houthi rebels"; of several names in a row the last."""
    found = UNSAID
    if document.lower(group.last) != "by":
        return found
    index = group.last + 1
    while index <= group.last + _DOERS:
        mention = document.at("actor", index)
        if mention is not None and isinstance(mention.value, Actor):
            found = Told(mention.value.code, (mention.first, mention.last))
            index = mention.last
        elif document.lower(index) in {"the", "'s"}:
            index += 1
        else:
            break
    return found


def _named(document: Document, scene: Scene, first: int, last: int, *, spoken: bool = False) -> Told:
    called = {i for t in scene.themes for name in t.names if name.words for i in range(*name.words)}
    for mention in reversed(document.mentions.within("actor", first, last)):
        if mention.first in called and getattr(mention.value, "role", "") != "body":
            # "A "Palestine 2" missile": its name is no state's.
            continue
        inside = any(w.first <= mention.first < w.last and w.role for w in scene.wheres)
        speaks = not spoken and any(_says(document, a, mention.first) for a in scene.attributions)
        if not isinstance(mention.value, Actor) or inside or speaks or in_name(document, mention):
            continue
        if not (located(document, mention.first) or stands_beside(document, mention)):
            return Told(mention.value.code, (mention.first, mention.last))
    return UNSAID


def _says(document: Document, said: Attribution, index: int) -> bool:
    """Whether a word is one of those that name who says it: "Latvia's staff, the General Staff, says"."""
    start, end = said.words
    apposed = end <= said.at and index < start <= index + _APPOSED and document.lower(start - 1) == ","
    if apposed:
        return not any(document.at("verb", i) or i in document.heads for i in range(index, start))
    return start <= index < end


def located(document: Document, index: int) -> bool:
    """Whether a name stands in a phrase of place: "near Riga".

    Parameters
    ----------
    document : Document
        The report taken apart.
    index : int
        First token of the name.

    Returns
    -------
    bool
    """
    before = document.at("preposition", index - 1 - (document.lower(index - 1) == "the"))
    return before is not None and before.value != "other"
