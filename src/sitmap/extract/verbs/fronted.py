"""Participles that open a sentence and tell of what follows: "Launched from P, the rocket fell"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.text.document import Document
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.verbs.groups import Group

#: Forms of a word that may be a participle.
_PARTICIPLES = frozenset({"both", "any", "participle"})
#: Frames of verbs that something fired is the object of, or that what was hit is.
_DONE_TO = frozenset({"launch", "strike", "send", "set"})
_QUOTES = frozenset("\"“\u2018'«")
#: Adverbs and conjunctions that stand before or behind such a participle.
_BEFORE = words("verb_group", "fronted")
_KINDS = ("preposition", "number", "day", "weekday", "month", "timezone")


def opening(document: Document, found: "list[Group]", first: int) -> "list[Group]":
    """Make the first verb of a sentence a participle where it has no subject before it.

    Parameters
    ----------
    document : Document
        The report taken apart.
    found : list of Group
        Verb groups of the sentence, in order.
    first : int
        First token of the sentence.

    Returns
    -------
    list of Group
    """
    group = found[0] if found else None
    if group is None or len(found) == 1 or not _opens(document, group, first):
        return found
    return [replace(group, participle=True, fronted=True), *found[1:]]


def _opens(document: Document, group: "Group", first: int) -> bool:
    if group.verb.form not in _PARTICIPLES or group.verb.frame not in _DONE_TO:
        return False
    if group.passive or group.perfect or group.pluperfect or group.infinitive or group.negated:
        return False
    skipped = range(first, group.first)
    if not all(document.text_at(i) in _QUOTES or document.lower(i) in _BEFORE for i in skipped):
        return False
    end = group.last
    lower = document.lower(end)
    timed = end in document.taken or any(document.at(kind, end) is not None for kind in _KINDS)
    return timed or lower in _BEFORE or lower.endswith("ly")
