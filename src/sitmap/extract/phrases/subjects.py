"""Where the subjects of a sentence end, so that a verb in the present can be told from a noun."""

from sitmap.extract.phrases.themes import closing
from sitmap.extract.phrases.where import Where
from sitmap.extract.text.document import Document
from sitmap.extract.text.entries import STANDING
from sitmap.extract.text.theme import Theme, plural

#: How many words behind a noun may stand between two commas: ", with 200 men aboard,".
_APPOSITION = 15


def ends(document: Document, found: list[Theme], wheres: list[Where]) -> dict[int, bool]:
    """Tell where a verb may follow its subject, and whether that is several.

    Parameters
    ----------
    document : Document
        The report taken apart.
    found : list of Theme
        Of a sentence, in order.
    wheres : list of Where
        Its phrases of place: one right behind a noun belongs to it.

    Returns
    -------
    dict of int to bool
        Token after each noun phrase, after what stands in brackets or between commas behind it too.
    """
    found_ends: dict[int, bool] = {}
    for theme in found:
        several = _several(document, theme)
        end = theme.last
        place = next((w for w in wheres if w.first == end and w.role in STANDING), None)
        if place is not None:
            found_ends[place.reach] = several
        if document.lower(end) == "(":
            end = closing(document, end, len(document.tokens))
        found_ends[end] = several
        if document.lower(end) == ",":
            found_ends.setdefault(end + 1, several)
            limit = range(end + 1, min(end + _APPOSITION, len(document.tokens)))
            comma = next((i for i in limit if document.lower(i) in {",", ".", ";"}), None)
            if comma is not None and document.lower(comma) == ",":
                found_ends.setdefault(comma + 1, several)
    return found_ends


def _several(document: Document, theme: Theme) -> bool:
    if theme.people and not theme.unit:
        return True
    if theme.counted and not theme.names:
        return (theme.high or theme.low or 0) > 1
    return plural(document.lower(theme.head))
