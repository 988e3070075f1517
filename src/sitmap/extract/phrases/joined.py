"""Noun phrases told as one force: "the destroyers Gravely and Jason Dunham and the cruiser Lake Erie"."""

from dataclasses import replace

from sitmap.extract.text.theme import Theme
from sitmap.extract.text.told import Reason


def _one_force(one: Theme, other: Theme) -> bool:
    """Whether two are told as one: ships of several classes, or types of aircraft without a number each."""
    numbered = one.based == "ships" and one.counted and other.counted
    if one.based != other.based or not (numbered or (one.names and other.names)):
        return False
    plain = not (one.counted or other.counted or one.unit or other.unit)
    if one.actor and other.actor and one.actor != other.actor:
        return False
    return one.based == "ships" or (plain and one.based != "submarines")


def joined_ships(themes: list[Theme]) -> list[Theme]:
    """Ships of several classes, or types of aircraft, told in one breath are one force; submarines are not.

    Parameters
    ----------
    themes : list of Theme
        Forces at one place.

    Returns
    -------
    list of Theme
    """
    out: list[Theme] = []
    for theme in themes:
        known = next(
            (i for i, t in enumerate(out) if _one_force(t, theme)),
            None,
        )
        if known is None:
            out.append(theme)
        else:
            one = out[known]
            low = (one.low or 0) + (theme.low or 0) if one.counted and theme.counted else None
            names = (*one.names, *theme.names)
            by = Reason((one.first, max(one.last, theme.last)), "ships-added")
            out[known] = replace(one, names=names, low=low, high=low, counted_by=by)
    return out
