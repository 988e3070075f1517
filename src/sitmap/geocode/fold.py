"""Names as they are compared: without case, marks over letters, apostrophes and hyphens."""

import re
import unicodedata

#: Letters that Unicode does not take apart, and how English text writes them.
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "\u0131": "i",
        "ħ": "h",
        "ə": "a",
    }
)
_SIGNS = "'\u2018\u2019\u201b\u02bc\u02bb\u02bd\u02b9\u02ba\u02be\u02bf\u0060\u00b4\u2032\ua78c"
_APOSTROPHES = re.compile(f"[{_SIGNS}]")
#: "L'Est" is two words, so that it is not "Lešť"; "L'viv" and "N'Djamena" are one.
_ELISION = re.compile(rf"(?<![^\W_])([ld])[{_SIGNS}](?=[aeiouh])")
#: What parts words; the vowel signs of Indic scripts, Thai and Khmer are no letters to `re` and part none.
_GAPS = re.compile(
    "(?:[^\\w\u0900-\u0963\u0966-\u0e3a\u0e40-\u0e4e\u0eb1-\u0ecd\u0f71-\u0f84\u1000-\u109d\u1780-\u17d3]|_)+"
)
#: What a reader does not type: marks over Latin, Greek and Cyrillic letters, vowel points and the drawn-out
#: stroke of Hebrew and Arabic, signs that only steer line breaks and writing direction.
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)


def fold(name: str) -> str:
    """Key under which a name is looked up.

    Parameters
    ----------
    name : str
        Any spelling, any script.

    Returns
    -------
    str
        Case-folded, without marks over letters and signs that are not seen; apostrophes dropped, every
        other run of signs one space.

    Examples
    --------
    >>> fold("Rzeszów-Jasionka")
    'rzeszow jasionka'
    >>> fold("N'Djamena")
    'ndjamena'
    """
    if name.isascii():
        plain = name.lower()
    else:
        apart = unicodedata.normalize("NFKD", name).casefold()
        loose = unicodedata.normalize("NFKD", apart).translate(_LETTERS)
        plain = unicodedata.normalize("NFC", _MARKS.sub("", loose))
    return _GAPS.sub(" ", _APOSTROPHES.sub("", _ELISION.sub(r"\1 ", plain))).strip()
