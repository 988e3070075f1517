"""Names that a text puts between quotation marks: "the carrier “Fujian”"."""

from sitmap.extract.text.document import Document
from sitmap.extract.text.theme import QUOTES
from sitmap.extract.text.told import UNSAID, Told

#: Words of the longest name.
_LONGEST = 4


def before(document: Document, end: int, floor: int) -> Told:
    """Return the name between marks that ends right before a token.

    Parameters
    ----------
    document : Document
        The report taken apart.
    end : int
        The token.
    floor : int
        First token that the opening mark may be.

    Returns
    -------
    Told
        "" when there is none.
    """
    if document.text_at(end - 1) not in QUOTES:
        return UNSAID
    first = end - 1
    while first > max(floor, end - 1 - _LONGEST) and _of_name(document, first - 1):
        first -= 1
    return _name(document, first, end - 1) if first > floor else UNSAID


def behind(document: Document, start: int, limit: int) -> Told:
    """Return the name between marks that starts right at a token.

    Parameters
    ----------
    document : Document
        The report taken apart.
    start : int
        Token of the opening mark.
    limit : int
        Token that the closing mark must stand before.

    Returns
    -------
    Told
        "" when there is none.
    """
    last = start + 1
    while last < min(limit, start + 1 + _LONGEST) and _of_name(document, last):
        last += 1
    return _name(document, start + 1, last) if last < limit else UNSAID


def _name(document: Document, first: int, last: int) -> Told:
    marked = document.text_at(first - 1) in QUOTES and document.text_at(last) in QUOTES
    named = first < last and document.tokens[first].is_name
    return Told(document.text(first, last), (first, last)) if marked and named else UNSAID


def _of_name(document: Document, index: int) -> bool:
    return document.tokens[index].is_name or document.text_at(index).isdigit()
