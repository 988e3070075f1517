"""Who and what is carried by a ship that is told of: "the carrier, with 24 jets on board, arrived in P"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.view import View
    from sitmap.extract.text.theme import Theme

_SHIPS = frozenset({"ships", "submarines"})
#: What goes aboard a ship.
_RIDES = frozenset({"aircraft", "troops", "drones", "armour"})
#: Verbs of having aboard, and words behind those who are.
_CARRYING = words("aboard", "carrying")
_ABOARD = (("aboard",), ("on", "board"), ("embarked",), ("on", "deck"), ("on", "her", "deck"))
#: How many words may stand between the ship and what it carries.
_WITHIN = 16
_JOINS = (["and"], [","], [",", "and"])


def aboard(view: View, ship: Theme) -> list[Theme]:
    """Return the forces that a ship is said to have aboard.

    Parameters
    ----------
    view : View
        The clause.
    ship : Theme
        The ship, named or counted here.

    Returns
    -------
    list of Theme
    """
    found: list[Theme] = []
    if ship.based not in _SHIPS or ship.pronoun:
        return found
    for theme in view.scene.themes:
        if not ship.last <= theme.first <= ship.last + _WITHIN:
            continue
        if theme.based in _SHIPS:
            break
        joined = bool(found) and view.document.lowers(found[-1].last, theme.first) in _JOINS
        if _rides(theme) and (joined or _is_carried(view, theme)):
            found.append(theme)
    return found


def _rides(theme: Theme) -> bool:
    return theme.based in _RIDES and theme.counted and not (theme.pronoun or theme.is_weapon)


def _is_carried(view: View, theme: Theme) -> bool:
    document = view.document
    before = document.lower(theme.first - 1)
    behind = tuple(document.lowers(theme.last, theme.last + 3))
    return before in _CARRYING or (before == "with" and any(behind[: len(a)] == a for a in _ABOARD))
