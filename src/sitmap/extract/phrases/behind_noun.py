"""Numbers that stand behind the noun they count: "the Poles, 300 strong", "soldiers numbering some 300"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.text.document import within
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.numbers import Count
    from sitmap.extract.text.theme import Theme
    from sitmap.extract.verbs.clauses import Clause
    from sitmap.extract.verbs.groups import Group

_OPENS = frozenset({",", "(", "-", "\u2013", "—"})
#: Participles between a noun and its number: "numbering".
_NUMBERING = words("count", "numbering")
#: Words behind a number that say that it counts the noun before: "300 strong", "300 of them", "300 in all".
_STRONG = (("strong",), ("of", "them"), ("in", "all"), ("in", "total"), ("in", "number"), ("all", "told"))
#: Verbs before the number of what acts.
_NUMBERS = frozenset({"number", "total"})
_CLOSES = frozenset({",", ")", ".", ";", "-", "\u2013", "—"})
#: What an uncounted noun in brackets may count: "a battalion (300 soldiers)".
_MEN = frozenset({"troops", "police"})


def count_behind(document: Document, theme: Theme) -> Theme:
    """Add the number that stands right behind a noun phrase without one.

    Parameters
    ----------
    document : Document
        The report taken apart.
    theme : Theme
        The phrase.

    Returns
    -------
    Theme
        Itself where no number of its own follows.
    """
    if theme.counted and not (theme.high == 1 and theme.unit):
        return theme
    at = theme.last
    numbering = document.lower(at) in _NUMBERING
    if not numbering and document.lower(at) not in _OPENS:
        return theme
    count = next((c for c in within(document.counts, at + 1, at + 2)), None)
    if count is None or not (numbering or _counts_noun(document, count)):
        return theme
    return replace(theme, low=count.low, high=count.high, count=(count.first, count.last), counted_by=None)


def _counts_noun(document: Document, count: Count) -> bool:
    """Whether words behind a number say that it counts the noun before it, and end there."""
    for said in _STRONG:
        end = count.last + len(said)
        if tuple(document.lowers(count.last, end)) == said:
            return document.lower(end) in _CLOSES
    return _bracketed(document, count)


def _bracketed(document: Document, count: Count) -> bool:
    """Read "(300 soldiers)" behind a unit."""
    noun = document.at("force", count.last)
    men = noun is not None and getattr(noun.value, "asset", "") in _MEN
    return men and document.lower(count.first - 1) == "(" and document.lower(noun.last if noun else 0) == ")"


def changed(document: Document, clause: Clause, theme: Theme) -> Theme:
    """Return a force as many as it is said to have become: "raised the garrison from 70 to 130 men".

    Parameters
    ----------
    document : Document
        The report taken apart.
    clause : Clause
        The clause that tells of it.
    theme : Theme
        The force.

    Returns
    -------
    Theme
        Itself where nothing changes.
    """
    group = clause.group
    if group is None or theme.pronoun or (theme.counted and theme.high != 1):
        return theme
    after = within(document.counts, max(group.last, theme.last), clause.last)
    found = next((c for c in after if _reached(document, group, c)), None)
    if found is None:
        return theme
    low = found.high if _spread(document, found) else found.low
    return replace(theme, low=low, high=found.high, count=(found.first, found.last), counted_by=None)


def _reached(document: Document, group: Group, count: Count) -> bool:
    """Whether forces have become so many, or are: "from 70 to 130", "doubled to 130", "number 720"."""
    change = group.verb.frame == "change" and document.lower(count.first - 1) == "to"
    numbers = group.verb.verb in _NUMBERS and count.first == group.last
    return change or numbers or _spread(document, count)


def _spread(document: Document, count: Count) -> bool:
    """Whether a number is one of two, "from 70 to 130"."""
    return document.lower(count.first - 1) == "from" and "to" in document.lowers(count.first, count.last)
