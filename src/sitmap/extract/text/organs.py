"""Organs of a state named without it: "the ministry" after "the Romanian Ministry of Defence"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from sitmap.extract.text.entries import Actor
from sitmap.extract.text.tokens import lower_at
from sitmap.extract.text.told import UNSAID, Told
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.text.mentions import Mentions
    from sitmap.extract.text.tokens import Token

_ORGANS = words("actor", "organs")
_ARTICLES = frozenset({"the", "its", "their"})
#: How many words may stand between a state and its organ: "Japan's Maritime Self-Defense Force".
_WITHIN = 3

#: Organ's last word to the tokens where a state's is named, and whose it is, in order.
Organs = dict[str, list[tuple[int, Told]]]


def organs(tokens: list[Token], mentions: Mentions) -> Organs:
    """Organs that a text names together with their state.

    Parameters
    ----------
    tokens : list of Token
        The text.
    mentions : Mentions
        Its phrases.

    Returns
    -------
    dict
        Organ's word, lower case, to (token, state), in order.
    """
    found: Organs = {}
    for mention in mentions.ordered.get("actor", ()):
        if not isinstance(mention.value, Actor) or mention.value.kind != "state":
            continue
        start = mention.last + (lower_at(tokens, mention.last) == "'s")
        for index in range(start, min(start + _WITHIN, len(tokens))):
            if tokens[index].lower in _ORGANS:
                told = Told(mention.value.code, (mention.first, mention.last))
                found.setdefault(tokens[index].lower, []).append((index, told))
                break
            if not tokens[index].is_word:
                break
    return found


def whose(found: Organs, tokens: list[Token], first: int, last: int) -> Told:
    """Return the state whose organ a range of tokens names by its bare word: "the army".

    Parameters
    ----------
    found : dict
        As `organs` gives it.
    tokens : list of Token
        The text.
    first, last : int
        Range of tokens.

    Returns
    -------
    Told
        The state named last with that organ, "" when none is.
    """
    for index in range(first, last):
        known = found.get(tokens[index].lower)
        if known and lower_at(tokens, index - 1) in _ARTICLES:
            at = bisect_left(known, index, key=lambda one: one[0])
            if at:
                return known[at - 1][1].by("organ-named-before")
    return UNSAID
