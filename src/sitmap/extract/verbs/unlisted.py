"""Verbs that no table has, told by where they stand: whatever soldiers do somewhere, they are there."""

from collections.abc import Mapping

from sitmap.extract.text.document import Document
from sitmap.extract.text.entries import Verb
from sitmap.extract.text.vocabulary import words
from sitmap.extract.verbs.finite import past_adverbs

#: Kinds of mention that make a word no verb of its own.
_LISTED = (
    "force",
    "weapon",
    "designation",
    "facility",
    "noun",
    "preposition",
    "reference",
    "direction",
    "number",
    "month",
    "weekday",
    "day",
    "unit",
    "bound",
    "attack",
    "cue",
)
#: Letters of an adjective or a noun in "-ed" at most: "red", "seed".
_SHORTEST = 4
_CLOSED = words("noun_phrase", "stop") | words("verb_group", "link") | words("verb_group", "after_stative")


def is_unlisted(document: Document, index: int) -> bool:
    """Whether a word is in no table, so that its form and place may make it a verb.

    Parameters
    ----------
    document : Document
        The report taken apart.
    index : int
        The word's token; there is none before the text or behind its end.

    Returns
    -------
    bool
    """
    if not 0 <= index < len(document.tokens):
        return False
    token = document.tokens[index]
    if not (token.text.isalpha() and token.text.islower()) or token.lower in _CLOSED:
        return False
    return all(document.at(kind, index) is None for kind in _LISTED)


def unlisted_verb(document: Document, index: int, subjects: Mapping[int, bool]) -> Verb | None:
    """Return a verb that no table has, right behind its subject: "jets shuttle between", "men filed past".

    Parameters
    ----------
    document : Document
        The report taken apart.
    index : int
        The word's token.
    subjects : mapping of int to bool
        Token after each noun phrase that may be a subject, and whether it is several.

    Returns
    -------
    Verb or None
    """
    several = subjects.get(past_adverbs(document, index - 1) + 1)
    if several is None or not is_unlisted(document, index):
        return None
    lower, before = document.lower(index), document.at("preposition", index + 1)
    fits = not lower.endswith(("s", "ed", "ing", "ly")) if several else lower.endswith("s")
    past = lower.endswith("ed") and len(lower) > _SHORTEST
    goes_on = document.at("direction", index + 1) or (before is not None and before.value != "other")
    return Verb(lower, "act", "past" if past else "base") if (fits or past) and goes_on else None
