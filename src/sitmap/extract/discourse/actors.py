"""States and forces that a passage speaks of, apart from its places and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.text.entries import Actor, Verb
from sitmap.extract.text.told import UNSAID, Told
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.memory import Scene
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.mentions import Mention
    from sitmap.extract.verbs.clauses import Clause


#: What belongs to a state and is no force of it.
_GROUND = words("actor", "ground")
_BESIDE = words("actor", "beside")
_NAMES = words("actor", "names")
_CLOSES = frozenset({",", ".", ";", ":", ")", ""})
_ARTICLES = frozenset({"the", "a", "an"})
#: News agencies, which stand for their state where it speaks and have no forces.
_MEDIA = words("actor", "media")
#: Verbs whose object is a place: "the carrier left Singapore".
_GOING = frozenset({"leave", "arrive", "go"})
_ALTERNATIVES = frozenset({"or", "nor", ","})
_OWNED_REACH = 4
_LISTED = 6


def actors(document: Document, scene: Scene, first: int, last: int) -> list[Told]:
    """States and forces named in a range of tokens, not as a place or a source.

    Parameters
    ----------
    document : Document
        The report taken apart.
    scene : Scene
        The sentence: its sources and places are left out.
    first, last : int
        Range of tokens.

    Returns
    -------
    list of Told
        Codes, in order.
    """
    named = document.mentions.within("actor", first, last)
    if not named:
        return []
    but = {i for a in scene.attributions for i in range(*a.words)}
    but |= {i for t in scene.themes for name in t.names if name.words for i in range(*name.words)}
    placed = {i for w in scene.wheres if w.role for i in range(w.first, w.reach)}
    label = scene.header(document)
    placed |= set(range(label.first, label.last)) if label is not None else set()
    return [
        Told(m.value.code, (m.first, m.last))
        for m in named
        if isinstance(m.value, Actor)
        and m.first not in but
        and (m.first not in placed or document.lower(m.last) == "'s")
        and not in_name(document, m)
        and not locative(document, m)
        and not of_ground(document, m)
        and not aside(document, m)
    ]


def owner(document: Document, scene: Scene, clause: Clause) -> Told:
    """Return the state that a clause names as builder or owner of a site.

    Parameters
    ----------
    document : Document
        The report taken apart.
    scene : Scene
        The sentence.
    clause : Clause
        The clause.

    Returns
    -------
    Told
        "" when it names none.
    """
    codes = actors(document, scene, clause.first, clause.last)
    return codes[-1] if codes else UNSAID


def in_name(document: Document, mention: Mention) -> bool:
    """Whether a state's name is only a part of another, or of a place elsewhere: "the Taiwan Strait".

    Parameters
    ----------
    document : Document
        The report taken apart.
    mention : Mention
        The name.

    Returns
    -------
    bool
    """
    place = document.place_at(mention.first)
    if place is None:
        return False
    entry, value = place.toponym.place, mention.value
    abroad = entry is not None and isinstance(value, Actor) and entry.country not in {"", value.code}
    return place.first < mention.first or mention.last < place.last or abroad


def of_ground(document: Document, mention: Mention) -> bool:
    """Whether a name says whose land, help or word is meant: "the Iraqi border", "which Rome calls".

    Parameters
    ----------
    document : Document
        The report taken apart.
    mention : Mention
        The name.

    Returns
    -------
    bool
    """
    end = mention.last + (document.lower(mention.last) == "'s")
    if document.lower(end) in _GROUND | _NAMES or stands_beside(document, mention):
        return True
    for index in range(end, end + _OWNED_REACH if end > mention.last else end):
        if document.at("facility", index) or document.at("force", index):
            return False
        if document.place_at(index) is not None or document.at("reference", index) is not None:
            return True
    return False


def stands_beside(document: Document, mention: Mention) -> bool:
    """Whether a name is that of a partner or a foe: "under Danish command", "because of the Houthis".

    Parameters
    ----------
    document : Document
        The report taken apart.
    mention : Mention
        The name.

    Returns
    -------
    bool
    """
    index = mention.first - 1
    index -= document.lower(index) in _ARTICLES
    word = document.lower(index)
    return word in _BESIDE or f"{document.lower(index - 1)} {word}" in _BESIDE


def aside(document: Document, mention: Mention) -> bool:
    """Whether a name neither acts nor owns: a news agency, a place that is left, "no Russian ships".

    Parameters
    ----------
    document : Document
        The report taken apart.
    mention : Mention
        The name.

    Returns
    -------
    bool
    """
    if document.text(mention.first, mention.last).casefold() in _MEDIA:
        return True
    return _gone_from(document, mention) or _none_of(document, mention)


def _gone_from(document: Document, mention: Mention) -> bool:
    """Whether somebody leaves or reaches it: "left Singapore"."""
    verb = document.at("verb", mention.first - 1)
    goes = verb is not None and isinstance(verb.value, Verb) and verb.value.frame in _GOING
    value = mention.value
    named = isinstance(value, Actor) and value.role in {"name", "government"}
    return goes and named and document.lower(mention.last) != "'s" and mention.last not in document.heads


def _none_of(document: Document, mention: Mention) -> bool:
    """Whether there are none of them: "no Russian or Chinese ships"."""
    index = mention.first - 1
    for _ in range(_LISTED):
        if document.lower(index) == "no":
            return True
        if document.at("actor", index) is None and document.lower(index) not in _ALTERNATIVES:
            return False
        index -= 1
    return False


def locative(document: Document, mention: Mention) -> bool:
    """Whether a name says where: "near Riga", but not "off Russia's coast" or "at the Russian base".

    Parameters
    ----------
    document : Document
        The report taken apart.
    mention : Mention
        The name.

    Returns
    -------
    bool
    """
    if document.lower(mention.last) == "'s":
        return False
    value = mention.value
    if isinstance(value, Actor) and value.role == "demonym":
        return False
    if document.lower(mention.first - 1) == "," and document.place_at(mention.first - 2) is not None:
        # "Riga, Latvia": the state that a town lies in.
        return document.lower(mention.last) in _CLOSES
    before = document.at("preposition", mention.first - 1)
    return before is not None and (before.value != "other" or document.lower(mention.first - 1) == "of")
