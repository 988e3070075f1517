"""What "fighters" are: men who fight, or fighter jets beside other aircraft."""

from dataclasses import replace

from sitmap.extract.text.document import Document
from sitmap.extract.text.entries import Actor, Designation, Force
from sitmap.extract.text.mentions import Mention
from sitmap.extract.text.theme import Theme
from sitmap.extract.text.told import Told
from sitmap.extract.text.vocabulary import words

_REBELS = words("actor", "rebels")
_FOREIGN = words("actor", "foreign")
#: How many words before or behind "fighters" other aircraft may be named.
_BEFORE, _BEHIND = 60, 25


def flown(document: Document, theme: Theme) -> Theme:
    """Tell "six fighters" from men where aircraft are spoken of around them.

    Parameters
    ----------
    document : Document
        The report taken apart.
    theme : Theme
        A noun phrase.

    Returns
    -------
    Theme
        As aircraft; itself where it is none, or where an armed group is named beside it.
    """
    if theme.based != "troops" or document.lower(theme.head) != "fighters" or theme.names:
        return theme
    first, last = max(theme.first - _BEFORE, 0), theme.last + _BEHIND
    around = range(theme.first, theme.head)
    armed = any(document.lower(i) in _REBELS | _FOREIGN for i in around)
    groups = [m.value for m in document.mentions.within("actor", first, last) if isinstance(m.value, Actor)]
    if armed or any(value.kind == "force" for value in groups):
        return theme
    named = [*document.mentions.within("designation", first, last)]
    named += document.mentions.within("force", first, last)
    if not any(_is_aircraft(m) for m in named):
        return theme
    return replace(theme, based=Told("aircraft", theme.based.words))


def _is_aircraft(mention: Mention) -> bool:
    value = mention.value
    based = value.based if isinstance(value, Designation) else ""
    return based == "aircraft" or (isinstance(value, Force) and value.asset == "aircraft")
