"""What a launch or a strike was made with that names no weapon: "liftoff from P", "a direct hit on P"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.discourse import assign
from sitmap.extract.phrases import themes
from sitmap.extract.text.entries import Actor
from sitmap.extract.text.theme import POINTING
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.mentions import Mention
    from sitmap.extract.text.theme import Theme

#: Words before a noun of attack that say that it was made with something else: "an air strike".
_OTHERWISE = words("attack", "otherwise")
#: Nouns of attack that may be of any kind, so that what the next sentence names need not be meant.
_BROAD = frozenset({"attack", "attacks", "bombardment", "bombardments", "raid", "raids"})
_PER, _SPANS = frozenset({"a", "per", "each", "every"}), frozenset({"day", "month", "week", "year"})
#: How many words back a weapon is still the one that is spoken of, and within how many an owner stands.
_SPOKEN_OF, _OWNER = 90, 4


def weapon(document: Document, memory: Memory, scene: Scene, noun: Mention) -> Theme | None:
    """Return the weapon that the words around a noun name: in its sentence, before it, or in the next one.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    scene : Scene
        The sentence.
    noun : Mention
        The noun.

    Returns
    -------
    Theme or None
        Without a number, which counts what is spoken of there; None where nothing is named, or only
        weapons of somebody else.
    """
    if document.lower(noun.first - 1) in _OTHERWISE or _told(document, memory, noun):
        return None
    here = sorted((t for t in scene.themes if _is_named(t)), key=lambda t: abs(t.first - noun.first))
    known = memory.weapon
    spoken = known is not None and 0 <= noun.first - known.first <= _SPOKEN_OF
    later = [] if document.lower(noun.last - 1) in _BROAD else _next(document, scene)
    options = here or ([known] if known is not None and spoken else later)
    owner = _owner(document, noun)
    found = next((w for t in options[:1] if (w := assign.weapon(memory, t)) is not None), None)
    if found is None or found.carrier or (owner and found.actor and found.actor != owner):
        return None
    at = noun.first
    return replace(
        found, first=at, last=noun.last, head=noun.last - 1, low=None, high=None, count=None, counted_by=None
    )


def _told(document: Document, memory: Memory, noun: Mention) -> bool:
    """Whether "the strike" points to what was told, or "30 launches a year" sums up."""
    if document.lower(noun.last) in _PER and document.lower(noun.last + 1) in _SPANS:
        return True
    if document.lower(noun.first - 1) not in POINTING or memory.flight is None:
        return False
    kind = "launch" if noun.kind == "noun" and noun.value == "launch" else "impact"
    return any(d.kind == kind and _is_certain(d.where) for d in memory.flight.recent)


def _is_certain(where: Where | None) -> bool:
    """Whether a place is more than the state that fired."""
    entry = where.anchors[0].toponym.place if where is not None and where.anchors else None
    return entry is not None and entry.type != "country"


def _is_named(theme: Theme) -> bool:
    return theme.is_weapon and not theme.pronoun


def _next(document: Document, scene: Scene) -> list[Theme]:
    """Weapons that the next sentence of the paragraph names."""
    if scene.number + 1 >= len(document.sentences):
        return []
    after = document.sentences[scene.number + 1]
    if after.paragraph != scene.sentence.paragraph:
        return []
    return [t for t in themes.themes(document, after.first, after.last) if _is_named(t)]


def _owner(document: Document, noun: Mention) -> str:
    """Code of the state or force whose attack it is said to be: "the Israeli strike"."""
    before = document.mentions.within("actor", noun.first - _OWNER, noun.first)
    codes = [m.value.code for m in before if isinstance(m.value, Actor)]
    return codes[-1] if codes else ""
