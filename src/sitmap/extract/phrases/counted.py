"""How many forces or weapons a noun phrase means."""

from dataclasses import replace

from sitmap.extract.text.document import Document
from sitmap.extract.text.numbers import Count
from sitmap.extract.text.theme import ARTICLES, DEFINITE, OF, POINTING, Theme
from sitmap.extract.text.told import Reason
from sitmap.extract.text.vocabulary import words

_ORDINALS = words("name", "ordinals")
#: What is launched one at a time.
_SINGLY = frozenset({"satellite-launcher"})
#: Words between the count of a part and that of its whole at most: "300 of this year's first 2,500".
_PART_WITHIN = 7


def counted(document: Document, theme: Theme) -> Theme:
    """Add the count of a noun phrase: a number, an article, one of a row, or as many as are named.

    Parameters
    ----------
    document : Document
        The report taken apart.
    theme : Theme
        The phrase.

    Returns
    -------
    Theme
    """
    of_name = {i for name in theme.names if name.words for i in range(*name.words)}
    options = (document.count_at(i) for i in range(theme.first, theme.head + 1) if i not in of_name)
    found = next((count for count in options if count is not None), None)
    if found is not None:
        found = _of_whole(document, found) or found
        told = replace(theme, count=(found.first, found.last))
        strong = document.text(found.first, found.last).endswith("-strong")
        return told if theme.unit and not strong else replace(told, low=found.low, high=found.high)
    article = _article(document, theme)
    if article is not None:
        return replace(theme, low=1, high=1, count=(article, article + 1))
    ordinal = _ordinal(document, theme)
    if ordinal is not None:
        return replace(theme, low=1, high=1, counted_by=Reason((ordinal, ordinal + 1), "one-of-a-row"))
    owned = _owned_rocket(document, theme)
    if owned is not None:
        return replace(theme, low=1, high=1, counted_by=Reason((owned, owned + 1), "one-of-its-owner"))
    named = len(theme.names) if theme.based in {"ships", "submarines"} else 0
    if not named or theme.unit:
        return theme
    by = Reason((theme.first, theme.last), "as-many-as-named")
    return replace(theme, low=named, high=named, counted_by=by)


def _of_whole(document: Document, whole: Count) -> Count | None:
    """Return the count of a part before that of its whole: "300 of this year's 2,500"."""
    start = next(
        (i for i in range(whole.first - 1, whole.first - _PART_WITHIN, -1) if document.lower(i) == "of"), None
    )
    part = document.count_at(start - 1) if start is not None else None
    between = range(start + 1, whole.first) if start is not None else range(0)
    plain = not any(document.lower(i) == "," or i in document.heads for i in between)
    return part if part is not None and plain and _is_part(document, part, whole) else None


def _is_part(document: Document, part: Count, whole: Count) -> bool:
    """Whether a number before "of" counts some of those behind it: "three of the four frigates"."""
    if document.lower(whole.first - 1) != "of":
        return True
    known = part.high is not None and whole.high is not None
    return known and (part.high or 0) < (whole.high or 0)


def _ordinal(document: Document, theme: Theme) -> int | None:
    """Return the token that makes a weapon one of a row: "its ninth Starship"."""
    if not theme.fired or theme.several or theme.unit:
        return None
    inside = range(theme.first, theme.head + 1)
    found = next((i for i in inside if document.lower(i) in _ORDINALS), None)
    return found if found is not None and document.lower(found - 1) in DEFINITE | {"'s"} else None


def _owned_rocket(document: Document, theme: Theme) -> int | None:
    """Return the token that makes a rocket one, which has an owner: "India's LVM3 rocket"."""
    if theme.fired not in _SINGLY or theme.several or theme.unit:
        return None
    before = range(theme.first - 1, theme.head)
    return next((i for i in before if document.lower(i) == "'s"), None)


def _article(document: Document, theme: Theme) -> int | None:
    """Return the token that makes the noun one: "a missile", "the missile"."""
    head = document.lower(theme.head)
    named = theme.names and document.lower(theme.first) in ARTICLES
    if theme.unit or document.lower(theme.first) in OF:
        return None
    if head.endswith("s") and head != "corps" and not named:
        return None
    if theme.fired and document.lower(theme.first) in POINTING:
        return theme.first
    return next((i for i in range(theme.first, theme.head) if document.lower(i) in ARTICLES), None)
