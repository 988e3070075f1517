"""Units and missions by name: whose "soldiers of the brigade" are, and what those of UNIFIL are called."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.text.entries import Actor
from sitmap.extract.text.theme import POINTING
from sitmap.extract.text.told import UNSAID, Told
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitmap.extract.text.document import Document
    from sitmap.extract.text.theme import Theme

_MISSIONS = words("name", "missions")
#: Those who send forces of several states.
LEAGUES = words("actor", "leagues")
#: Words between "of the" and the noun of a unit: "of the new armoured brigade".
_ADJECTIVES = 2


def of_unit(document: Document, theme: Theme, units: Mapping[str, Theme]) -> Theme:
    """Return soldiers of a unit that was named before as its own: "500 soldiers of the new brigade".

    Parameters
    ----------
    document : Document
        The report taken apart.
    theme : Theme
        A noun phrase.
    units : mapping of str to Theme
        Units that were named, the last of each kind: "brigade" to the 45th Armoured Brigade.

    Returns
    -------
    Theme
        The phrase itself where nothing points back to a unit.
    """
    at = theme.head + 1
    if theme.names or theme.pronoun or document.lower(at) != "of" or document.lower(at + 1) not in POINTING:
        return theme
    for index in range(at + 2, at + 3 + _ADJECTIVES):
        if not document.tokens[min(index, len(document.tokens) - 1)].text.islower():
            return theme
        known = units.get(document.lower(index))
        if known is not None and document.at("force", index) is not None:
            names = tuple(name.by("of-the-unit") for name in known.names)
            return replace(theme, names=names, actor=theme.actor or known.actor.by("of-the-unit"))
    return theme


def is_part(theme: Theme) -> bool:
    """Whether a phrase counts out some of a unit, which are not the unit itself.

    Parameters
    ----------
    theme : Theme
        A noun phrase.
    """
    return theme.counted and any(name.rule == "of-the-unit" for name in theme.names)


def mission(document: Document, actor: Told) -> Told:
    """Return the name of the mission that gives an actor, "UNIFIL", or of the one that the report names.

    Parameters
    ----------
    document : Document
        The report taken apart.
    actor : Told
        Whose forces they are.

    Returns
    -------
    Told
        "" when neither its words nor the report name one mission of the actor's.
    """
    said = document.text(*actor.words) if actor.words is not None else ""
    if said.casefold() in _MISSIONS:
        return Told(said, actor.words)
    return missions(document).get(str(actor), UNSAID) if actor.lower() in LEAGUES else UNSAID


def missions(document: Document) -> dict[str, Told]:
    """Return the mission of each league of states of which the report names one alone.

    Parameters
    ----------
    document : Document
        The report taken apart.

    Returns
    -------
    dict of str to Told
        League to the name of its mission.
    """
    named: dict[str, dict[str, Told]] = {}
    for mention in document.mentions.ordered.get("actor", ()):
        name = document.text(mention.first, mention.last)
        if isinstance(mention.value, Actor) and name.casefold() in _MISSIONS:
            told = Told(name, (mention.first, mention.last), "one-mission")
            named.setdefault(mention.value.code, {}).setdefault(name.casefold(), told)
    return {league: next(iter(names.values())) for league, names in named.items() if len(names) == 1}
