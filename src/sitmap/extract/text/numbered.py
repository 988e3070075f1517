"""Names that end in a number, told by how they are written: "an Atlantique 2 aircraft"."""

from sitmap.extract.text.mentions import Mentions
from sitmap.extract.text.theme import ARTICLES
from sitmap.extract.text.tokens import Token
from sitmap.extract.text.vocabulary import words

#: Words with a capital that are no name of a model.
NO_MODEL = words("name", "no_model")
#: Nouns that a number behind them names.
_CALLED = words("count", "called")
#: Words of a name before its number, and digits of the number: "Mirage 2000".
_LONGEST, _NUMERAL = 3, 4
_POINTS = frozenset({"the", "'s"})
#: Digits of a hull number, what stands between those of a row, and what opens a row.
_HULL_NUMBER = range(4, 6)
_ROW = frozenset({",", "and"})
_OPENS = frozenset({",", ":", "(", "-", "\u2013", "—"})
#: Kinds of mention that are no part of a name with a number, and those that no model is called by.
_OTHER = ("actor", "month", "weekday", "number")
_NO_MODELS = (*_OTHER, "force", "weapon", "facility", "speaker", "direction")


def is_known(mentions: Mentions, index: int) -> bool:
    """Whether a word stands for a state, a day, a force or the like rather than for a model.

    Parameters
    ----------
    mentions : Mentions
        Phrases of the text.
    index : int
        The word's token.
    """
    return any(mentions.at(kind, index) is not None for kind in _NO_MODELS)


def name_start(tokens: list[Token], mentions: Mentions, index: int) -> int:
    """Return where the name begins that a word or number ends; the word itself where no name does.

    Parameters
    ----------
    tokens : list of Token
        The text.
    mentions : Mentions
        Its phrases.
    index : int
        Token of the last word.

    Returns
    -------
    int
    """
    start = index
    while start and index - start < _LONGEST and _may_name(tokens[start - 1], mentions, start - 1):
        start -= 1
    return start


def _may_name(token: Token, mentions: Mentions, index: int) -> bool:
    return token.text.istitle() and all(mentions.at(kind, index) is None for kind in _OTHER)


def model_start(tokens: list[Token], mentions: Mentions, index: int) -> int:
    """Return where the name of a model begins: behind the service or the noun of a force in such a name.

    Parameters
    ----------
    tokens : list of Token
        The text.
    mentions : Mentions
        Its phrases.
    index : int
        Token of the last word.

    Returns
    -------
    int
    """
    start = name_start(tokens, mentions, index)
    others = [i for i in range(start, index) if tokens[i].lower in NO_MODEL or is_known(mentions, i)]
    return others[-1] + 1 if others else start


def ends_name(tokens: list[Token], mentions: Mentions, index: int) -> bool:
    """Whether a short number ends a name that an article or a number opens, and so counts nothing.

    Parameters
    ----------
    tokens : list of Token
        The text.
    mentions : Mentions
        Its phrases.
    index : int
        Token of the number.

    Returns
    -------
    bool
    """
    start = name_start(tokens, mentions, index)
    if start == index or not tokens[index].text.isdigit() or len(tokens[index].text) > _NUMERAL:
        return False
    while start and mentions.at("actor", start - 1) is not None:
        start -= 1
    opened = start and (tokens[start - 1].lower in ARTICLES or tokens[start - 1].text.isdigit())
    if start and tokens[start - 1].lower in _POINTS and index - start > 1:
        # "The Yuan Wang 5, a tracking ship": two words of a name, and no noun behind the number.
        closes = index + 1 >= len(tokens) or not tokens[index + 1].is_word or mentions.at("verb", index + 1)
        return bool(closes)
    return bool(opened) or mentions.at("number", start - 1) is not None


def is_label(tokens: list[Token], index: int) -> bool:
    """Whether a number only names something: "003", or after the noun that it numbers, "system 98".

    Parameters
    ----------
    tokens : list of Token
        The text.
    index : int
        Token of the number.
    """
    text = tokens[index].text
    if len(text) > 1 and text[0] == "0" and text.isdigit():
        return True
    return index > 0 and text.isdigit() and (tokens[index - 1].lower in _CALLED or _in_row(tokens, index))


def _in_row(tokens: list[Token], index: int) -> bool:
    """Whether a number stands in a row of hull numbers: "four cutters, 14602, 14603 and 14513, came"."""
    text = tokens[index].text
    if len(text) not in _HULL_NUMBER:
        return False
    row = [index]
    for step in (-1, 1):
        at = index
        while 0 < at + step < len(tokens) - 1 and tokens[at + step].lower in _ROW:
            at += step * (1 + (tokens[at + 2 * step].lower in _ROW))
            if not 0 <= at + step < len(tokens) or not _like(tokens[at + step], text):
                break
            at += step
            row.append(at)
    opens = min(row) - 1
    return len(row) > 1 and opens > 0 and tokens[opens].text in _OPENS


def _like(token: Token, text: str) -> bool:
    return token.text.isdigit() and len(token.text) == len(text)
