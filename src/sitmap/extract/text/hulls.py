"""Ships' names with the prefix of their navy: "USS Gerald R. Ford"."""

from collections.abc import Sequence

from sitmap.extract.text.tokens import Token
from sitmap.extract.text.vocabulary import ship_prefixes

#: Words of the longest name after its prefix: "Frank E. Petersen Jr" with the stop of its initial.
_LONGEST = 5
#: Small words within a ship's name.
_LINKS = frozenset({"of", "de", "da", "del", "di", "du", "la", "y"})


def name_end(tokens: Sequence[Token], index: int, limit: int) -> int | None:
    """End of a ship's name that starts with a prefix at a token.

    Parameters
    ----------
    tokens : sequence of Token
        The text.
    index : int
        Where the prefix may stand.
    limit : int
        Token to stop at.

    Returns
    -------
    int or None
        Token after the name, None when there is none.
    """
    if tokens[index].text not in ship_prefixes():
        return None
    end = index + 1
    last = min(limit, end + _LONGEST)
    while end < last and (
        tokens[end].is_name or _initial_stop(tokens, end, last) or _link(tokens, end, last)
    ):
        end += 1
    return end if end > index + 1 else None


def _link(tokens: Sequence[Token], index: int, last: int) -> bool:
    """Whether a word joins two parts of a name: "HMS Prince of Wales"."""
    joins = tokens[index].text in _LINKS and tokens[index - 1].is_name
    return joins and index + 1 < last and tokens[index + 1].is_name


def _initial_stop(tokens: Sequence[Token], index: int, last: int) -> bool:
    """Whether a full stop belongs to an initial within the name."""
    initial = tokens[index - 1].text
    return (
        tokens[index].text == "."
        and len(initial) == 1
        and initial.isupper()
        and index + 1 < last
        and tokens[index + 1].is_name
    )
