"""Words of a text with their places and folded forms."""

import re
from typing import NamedTuple

from sitmap.geocode.fold import fold

_APOSTROPHES = "'\u2019\u02bc\u2018\u0060\u00b4"
_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|[^\W_]+(?:[{_APOSTROPHES}][^\W_]+)*")
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}][sS]$")
_CONTRACTION = re.compile(rf"[{_APOSTROPHES}](?:d|ve|ll|re|m|t)$", re.IGNORECASE)
#: "d'Ivoire" begins with a capital, as names go.
_ELIDED = re.compile(rf"[dl][{_APOSTROPHES}][^\W\d_a-z]")
#: What may stand between two words of one name: a blank, a hyphen, one line break.
_JOIN = re.compile(r"[ \u00a0\u2010-\u2013-]|\r?\n[ \t]*(?!\r?\n)|[ ]?[-/][ ]?")
_ABBREVIATED = frozenset({"st", "ste", "mt", "ft", "pt", "dr", "gen"})


class Word(NamedTuple):
    """A word: ``text[start:end]``, its folded form, whether it begins with a capital, is all in capitals.

    `contraction` tells "You'd" and "I'll" from "Sana'a".
    """

    start: int
    end: int
    key: str
    capital: bool
    upper: bool
    contraction: bool = False


def words(text: str) -> list[Word]:
    """Every word of a text, possessive endings left off.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of Word
    """
    found = []
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        if word.isalnum():
            key = word.lower() if word.isascii() else fold(word)
            found.append(Word(start, match.end(), key, word[0].isupper(), word.isupper()))
        else:
            found.append(_signed(word, start))
    return found


def _signed(word: str, start: int) -> Word:
    """Make a word with apostrophes or full stops in it a Word."""
    cut = _POSSESSIVE.search(word)
    if cut:
        word = word[: cut.start()]
    key = fold(word)
    if "." in word:
        key = key.replace(" ", "")
    short = bool(_CONTRACTION.search(word))
    capital = word[0].isupper() or bool(_ELIDED.match(word))
    return Word(start, start + len(word), key, capital, word.isupper(), short)


def joined(text: str, left: Word, right: Word) -> bool:
    """Whether two neighbouring words may belong to one name."""
    gap = text[left.end : right.start]
    if gap == " ":
        return True
    return bool(_JOIN.fullmatch(gap)) or (gap == ". " and left.key in _ABBREVIATED)
