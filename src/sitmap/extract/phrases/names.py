"""Proper names of ships and units."""

from collections import Counter

from sitmap.extract.text import hulls
from sitmap.extract.text.document import Document
from sitmap.extract.text.entries import Actor, Designation
from sitmap.extract.text.mentions import Mention
from sitmap.extract.text.numbered import is_label
from sitmap.extract.text.theme import ARTICLES, Theme
from sitmap.extract.text.told import UNSAID, Told
from sitmap.extract.text.vocabulary import ship_prefixes, words

_UNIT_WORDS = words("name", "unit")


_ORDINALS = words("name", "ordinals")
#: What has forces in many places, and is in none itself.
_SERVICES = frozenset({"army", "fleet", "flotilla"})


_SHIP_LONGEST = 3
#: A number of so few digits counts, or is that of a boat among a few.
_SHORT = 2
_AUXILIARIES = frozenset({"did", "had", "has", "is", "was", "will", "would"})
_ARTICLES = ARTICLES | {"the", "its", "their", "our", "these", "those", "some"}


def navy(document: Document, prefix: str, words: tuple[int, int] | None) -> Told:
    """Return the state whose ships have a prefix: of several the one that the report names most.

    Parameters
    ----------
    document : Document
        The report taken apart.
    prefix : str
        First word of a ship's name.
    words : tuple of int or None
        Tokens of the name.

    Returns
    -------
    Told
        "" when it is no prefix.
    """
    states = ship_prefixes().get(prefix, ())
    if len(states) > 1:
        named = Counter(
            m.value.code for m in document.mentions.ordered.get("actor", ()) if isinstance(m.value, Actor)
        )
        states = sorted(states, key=lambda state: -named[state])
    return Told(next(iter(states), ""), words, "ship-prefix")


def named_before(document: Document, theme: Theme) -> list[Told]:
    """Return the ship that the class explains: "the Georgia, a guided-missile submarine"."""
    if theme.names or document.lower(theme.first) not in ARTICLES or document.lower(theme.first - 1) != ",":
        return []
    start = theme.first - 1
    while start and theme.first - start <= _SHIP_LONGEST and document.tokens[start - 1].is_name:
        start -= 1
    explained = (start < theme.first - 1 and document.lower(start) == "the") or document.lower(
        start - 1
    ) == "the"
    start += document.lower(start) == "the"
    words = (start, theme.first - 1)
    return [Told(document.text(*words), words)] if explained and start < theme.first - 1 else []


def ship(document: Document, index: int, last: int) -> int | None:
    """End of a ship's name that starts at a token: "USS Ronald Reagan"."""
    end = hulls.name_end(document.tokens, index, last)
    named = document.mentions.starting("designation", index)
    other = named is not None and isinstance(named.value, Designation) and named.value.based != "ships"
    return None if other else end


def ship_names(document: Document, at: int, limit: int) -> tuple[list[Told], int]:
    """Find the ships named after their class: "the destroyers Gravely and Jason Dunham".

    Parameters
    ----------
    document : Document
        The report taken apart.
    at : int
        Token after the class.
    limit : int
        Token to stop at.

    Returns
    -------
    tuple
        Names, and the token after them.
    """
    names: list[Told] = []
    end = at
    if document.tokens[at - 1].text.isupper():
        # In a text in capitals a capital makes no name.
        return names, end
    while at < limit:
        if names and document.lower(at) == ",":
            at += 1
        if names and document.lower(at) == "and":
            at += 1
        at += document.lower(at) == "the"
        first = at
        at = hulls.name_end(document.tokens, first, limit) or _bare_end(document, first, limit)
        if at == first or document.lower(at) == "'s":
            # "the frigate Stuart and Canada's Toronto": an owner is no ship.
            break
        names.append(Told(document.text(first, at), (first, at)))
        end = at
        if document.lower(at) not in {",", "and"}:
            break
    return names, end


def _bare_end(document: Document, first: int, limit: int) -> int:
    """Return the token after a ship's name without a prefix, `first` when there is none."""
    at = first
    actor = document.at("actor", first)
    if actor is not None and (document.at("verb", actor.last) or document.lower(actor.last) in _AUXILIARIES):
        # "The frigate Tromp, and France has sent": who acts is no ship.
        return first
    if is_label(document.tokens, first) and len(document.text_at(first)) > _SHORT:
        return first + 1
    while at < limit and at - first < _SHIP_LONGEST and _names_ship(document, at):
        at += 1
    return at + (at > first and at < limit and document.tokens[at].text.isdigit())


def _names_ship(document: Document, index: int) -> bool:
    token = document.tokens[index]
    actor = document.at("actor", index)
    owns = actor is not None and isinstance(actor.value, Actor) and actor.value.role == "demonym"
    dated = document.at("month", index) is not None or document.at("weekday", index) is not None
    return token.is_name and not owns and not dated


def unit_name(document: Document, first: int, last: int) -> Told:
    """Return a numbered unit: "155th Naval Infantry Brigade"."""
    for index in range(first, last):
        text = document.tokens[index].text
        ordinal = text[:1].isdigit() and text[-2:] in {"st", "nd", "rd", "th"}
        numbered = ordinal or (text.isdigit() and index + 1 < last and document.tokens[index + 1].is_name)
        if not numbered and text.lower() not in _ORDINALS:
            continue
        ends = [
            i
            for i in range(index + 1, last)
            if document.lower(i) in _UNIT_WORDS and document.tokens[i].is_name
        ]
        if ends:
            words = (index, ends[-1] + 1)
            return Told(document.text(*words), words)
    return _capital_name(document, first, last)


def _capital_name(document: Document, first: int, last: int) -> Told:
    """Return a unit's name without a number: "Nimitz Carrier Strike Group", but not "Russian Army"."""
    if document.lower(last - 1) not in _UNIT_WORDS:
        return UNSAID
    start = last
    while start > first and _belongs(document, start - 1):
        start -= 1
    return Told(document.text(start, last), (start, last)) if last - start > 1 else UNSAID


def _belongs(document: Document, index: int) -> bool:
    """Whether a word may stand in the name of a unit: neither whose it is nor an article."""
    actor = document.at("actor", index)
    other = (actor is not None and not _is_unit(document, actor)) or document.lower(index) in _ARTICLES
    return document.tokens[index].is_name and not other


def _is_unit(document: Document, actor: Mention) -> bool:
    """Whether what stands for a state is a unit of its by name: "the Assam Rifles"."""
    named = isinstance(actor.value, Actor) and actor.value.role == "body" and actor.last - actor.first > 1
    return named and document.lower(actor.last - 1) in _UNIT_WORDS - _SERVICES
