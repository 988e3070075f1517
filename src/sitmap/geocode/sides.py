"""Which side of an area the words before its name mean."""

from sitmap.geocode.tokens import Word

#: Parts by the words for them.
COMPASS = {
    "north": "north",
    "northern": "north",
    "south": "south",
    "southern": "south",
    "east": "east",
    "eastern": "east",
    "west": "west",
    "western": "west",
    "northeast": "northeast",
    "northeastern": "northeast",
    "northwest": "northwest",
    "northwestern": "northwest",
    "southeast": "southeast",
    "southeastern": "southeast",
    "southwest": "southwest",
    "southwestern": "southwest",
    "central": "central",
}
#: What lies on the side of an area that is named before it: "the northern waters of the Yellow Sea".
_SIDES = frozenset({"waters", "part", "parts", "half", "end", "reaches", "areas"})
#: "northern part of", nearest word first.
_WORDS = 3


def side(before: list[Word]) -> Word | None:
    """Find the compass word that names a part of what follows: "northern X", "the northern part of X".

    Parameters
    ----------
    before : list of Word
        Words before a name, nearest first.

    Returns
    -------
    Word or None
    """
    if before and before[0].key in COMPASS:
        return before[0]
    at = int(bool(before) and before[0].key == "the")
    keys = [word.key for word in before[at : at + _WORDS]]
    apart = len(keys) == _WORDS and keys[0] == "of" and keys[1] in _SIDES and keys[2].endswith("ern")
    return before[at + 2] if apart and keys[2] in COMPASS else None
