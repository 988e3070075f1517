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
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc\u02bb\u02b9\u02be\u02bf\u0060\u00b4\u2032]")
_GAPS = re.compile(r"[\W_]+")


def fold(name: str) -> str:
    """Key under which a name is looked up.

    Parameters
    ----------
    name : str
        Any spelling, any script.

    Returns
    -------
    str
        Case-folded, without marks over Latin letters; apostrophes dropped, every other run of signs one
        space.

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
        plain = "".join(char for char in loose if not _is_latin_mark(char))
        plain = unicodedata.normalize("NFC", plain)
    return _GAPS.sub(" ", _APOSTROPHES.sub("", plain)).strip()


def _is_latin_mark(char: str) -> bool:
    return "\u0300" <= char <= "\u036f"
