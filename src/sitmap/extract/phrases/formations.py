"""Units and missions by name: whose "soldiers of the brigade" are, and what those of UNIFIL are called."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.text.theme import POINTING
from sitmap.extract.text.told import Told
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitmap.extract.text.document import Document
    from sitmap.extract.text.theme import Theme

_MISSIONS = words("name", "missions")
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
    """Return the name of the mission that gives an actor: of the United Nations by "UNIFIL".

    Parameters
    ----------
    document : Document
        The report taken apart.
    actor : Told
        Whose forces they are.

    Returns
    -------
    Told
        "" when its words name no mission.
    """
    said = document.text(*actor.words) if actor.words is not None else ""
    return Told(said, actor.words) if said.casefold() in _MISSIONS else Told("")
