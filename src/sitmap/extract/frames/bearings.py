"""Places that a clause gives its forces in other ways than by one phrase behind its verb."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.text.entries import LOCATED
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.view import View
    from sitmap.extract.phrases.where import Where

FROM, TO, IN, VIA = (frozenset({role}) for role in ("from", "to", "in", "via"))
_EACH = words("hosting", "each")
_MOSTLY = words("hosting", "mostly")
_UNDER = frozenset({"under", "beneath"})
#: Places that make a list of which each has its own share.
_SEVERAL = 2


def over(view: View) -> list[Where]:
    """Return the place over or through which forces are: "circled over the gulf", "filed through the strait".

    Parameters
    ----------
    view : View
        The clause.

    Returns
    -------
    list of Where
    """
    found = [w for w in view.wheres(VIA) if w.first >= view.group.first]
    return [replace(w, relation="in") for w in found if view.document.lower(w.first) not in _UNDER]


def apiece(view: View) -> list[Where]:
    """Return the places among which forces are shared out: "in two camps, one at P and one at Q".

    Parameters
    ----------
    view : View
        The clause.

    Returns
    -------
    list of Where
        None or at least two.
    """
    after = [w for w in view.scene.wheres if view.group.last <= w.first < view.clause.last]
    inside = [w for w in after if w.role in LOCATED]
    shares = [w for w in inside if view.document.lower(w.first - 1) in _EACH]
    return shares if len(shares) >= _SEVERAL and len(shares) == len(inside) else []


def fronted(view: View) -> list[Where]:
    """Return the place from which forces act, told first: "from the same airfield six jets watch the sky".

    Parameters
    ----------
    view : View
        The clause.

    Returns
    -------
    list of Where
    """
    first, subjects = view.clause.first, view.subjects()
    told = [*view.scene.wheres, *view.scene.references]
    opens = [w for w in told if w.role == "from" and w.first == first and w.anchors]
    return [replace(w, relation="at") for w in opens if subjects and subjects[0].first > w.first]


def mostly(view: View, found: list[Where]) -> list[Where]:
    """Return where most of those are who are at a place: "in P, mostly around Q".

    Parameters
    ----------
    view : View
        The clause.
    found : list of Where
        The place.

    Returns
    -------
    list of Where
    """
    document = view.document
    end = found[-1].reach if found else 0
    start = end + (document.lower(end) == ",")
    if not end or document.lower(start) not in _MOSTLY:
        return []
    after = [w for w in view.scene.wheres if w.first == start + 1 and w.role in LOCATED]
    return [w for w in view.scene.wheres if after and w.group == after[0].group]


def purpose(view: View) -> list[Where]:
    """Return where those sent or posted are to act: "sent N men to rebuild in P", "posted to guard P".

    Parameters
    ----------
    view : View
        The clause.

    Returns
    -------
    list of Where
        Of one list.
    """
    document, last = view.document, view.scene.clauses[-1].last
    to = [
        i
        for i in range(view.group.last, last - 1)
        if document.lower(i) == "to" and document.tokens[i + 1].text.islower()
    ]
    found = [w for w in view.scene.wheres if to and w.first > to[0] and w.role in LOCATED]
    return [w for w in found if w.group == found[0].group]
