"""What a clause says of another time or event than its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.view import View
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.document import Document

_TIMES = words("clause", "times")
#: Words that open a phrase of another event.
_OTHER_EVENT = frozenset({"before", "after", "until", "amid", "despite", "ahead"})


def own_wheres(view: View, roles: frozenset[str]) -> list[Where]:
    """Places of a clause, without those of another event: "hit a mall hours before talks in P".

    Parameters
    ----------
    view : View
        The clause.
    roles : frozenset of str
        As `View.wheres` has them.

    Returns
    -------
    list of Where
    """
    found = view.wheres(roles)
    document, opened = view.document, False
    for index in range(view.group.last, found[0].first if found else 0):
        if document.lower(index) in _OTHER_EVENT:
            opened = not tells_time(document, index)
        elif document.lower(index) == "," or index in document.taken:
            opened = False
    return [] if opened else found


def tells_time(document: Document, index: int) -> bool:
    """Whether a preposition governs a clock time, a day or a height: "at about 7:50", "before dawn".

    Parameters
    ----------
    document : Document
        The report taken apart.
    index : int
        Token of the preposition.

    Returns
    -------
    bool
    """
    following = index + 1 + (document.at("bound", index + 1) is not None)
    return document.lower(following) in _TIMES or following in document.taken
