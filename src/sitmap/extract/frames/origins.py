"""Places that something was fired from, told without a plain "from P"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.frames.asides import own_wheres, tells_time
from sitmap.extract.text.entries import LOCATED
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.view import View
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.mentions import Mention

_SITE_TYPES = frozenset({"launch-site", "range"})
_AIMED = frozenset({"across", "at", "on", "against", "toward", "towards"})
_ASIDE = words("launch", "aside")
_TOTAL = words("launch", "total")
_TESTS = "test"
_VESSELS = frozenset({"aircraft", "ships", "submarines"})
_STOOD = frozenset({"deploy", "stay"})
#: How many words the noun behind "from", or an aside before it, may have.
_NOUN, _ASIDE_REACH = 5, 14


def plain(view: View) -> list[Where]:
    """Places of a launch told without "from": "in the sea", "at Sunan"; "at Israel" is a target.

    Parameters
    ----------
    view : View
        The clause.

    Returns
    -------
    list of Where
    """
    over = view.wheres(frozenset({"via"}))
    found = own_wheres(view, LOCATED) or [w for w in over if is_sea(w) or _from_the_air(view, w)]
    aimed = _aim(view)
    if not found or aimed is None:
        return found
    if found[0].first < view.group.first:
        # "In P, they fired at the airstrip" tells where the target is, not where they stood.
        opens = found[0].first == view.clause.first
        return [] if opens else found
    if found[0].first < aimed:
        return [w for w in found if w.first < aimed]
    entry = found[0].anchors[0].toponym.place if found[0].anchors else None
    before = [w for w in view.scene.wheres if view.clause.first <= w.first < view.group.first]
    own = [w for w in before if w.role in LOCATED]
    return found if entry is not None and entry.type in _SITE_TYPES else own


def _from_the_air(view: View, where: Where) -> bool:
    """Whether aircraft did it over a place: "missiles released by bombers over P"."""
    aircraft = [t for t in view.scene.themes if t.based == "aircraft" and not t.fired]
    return any(view.clause.first <= t.first and t.last == where.first for t in aircraft)


def _aim(view: View) -> int | None:
    """Token that says at what something was fired: "at targets in Syria", not "at about 7:50"."""
    if _TESTS in view.verb:
        # "Tested a missile at P" tells where.
        return None
    for index in range(view.group.last, view.clause.last):
        if view.document.lower(index) in _AIMED and not tells_time(view.document, index):
            return index
    return None


def is_sea(where: Where) -> bool:
    """Whether a place is a sea.

    Parameters
    ----------
    where : Where
        A phrase of place.

    Returns
    -------
    bool
    """
    entry = where.anchors[0].toponym.place if where.anchors else None
    return entry is not None and entry.type == "sea"


def resumed(view: View) -> list[Where]:
    """Places behind an aside that cut the clause off: "fired shells, including new ones, from P".

    Parameters
    ----------
    view : View
        The clause.

    Returns
    -------
    list of Where
    """
    document, last = view.document, view.clause.last
    if document.lower(last) != "," or document.lower(last + 1) not in _ASIDE:
        return []
    found = [w for w in view.scene.wheres if last < w.first <= last + _ASIDE_REACH and w.role == "from"]
    return [w for w in found[:1] if document.lower(w.first - 1) == ","]


def standing(view: View) -> list[Where]:
    """Places of what it was fired from: "from a truck parked near P", "out of a barge moored off P".

    Parameters
    ----------
    view : View
        The clause.

    Returns
    -------
    list of Where
    """
    document, last = view.document, view.clause.last
    following = next((c for c in view.scene.clauses if c.first == last), None)
    if following is None or following.group is None or following.group.first != last:
        return []
    governs = [
        p for i in range(max(view.group.last, last - _NOUN), last) if (p := document.at("preposition", i))
    ]
    if following.group.verb.frame not in _STOOD or not governs or not _comes_from(document, governs[-1]):
        return []
    found = [w for w in view.scene.wheres if w.first == following.group.last and w.role in LOCATED]
    return found[:1]


def behind(view: View) -> list[Where]:
    """Places of the spot that something was fired from: "fired at it from a position in P".

    Parameters
    ----------
    view : View
        The clause.

    Returns
    -------
    list of Where
    """
    document = view.document
    for where in view.scene.wheres:
        if not (view.group.last < where.first < view.clause.last and where.role in LOCATED):
            continue
        before = range(max(view.group.last, where.first - _NOUN), where.first)
        governs = [p for i in before if (p := document.at("preposition", i)) and p.first == i]
        if governs and governs[-1].value == "from" and not _from_vessel(view, governs[-1], where):
            return [where]
    return []


def _from_vessel(view: View, governs: Mention, where: Where) -> bool:
    """Whether "at P" behind a ship or jets is what these fired at: "from a submarine at P"."""
    inside = [t for t in view.scene.themes if governs.last <= t.first and t.last <= where.first]
    return view.document.lower(where.first) == "at" and any(t.based in _VESSELS for t in inside)


def stood(view: View) -> list[Where]:
    """Places where this sentence has just put the battery or the ship that fires: "a battery near P fired".

    Parameters
    ----------
    view : View
        The clause.

    Returns
    -------
    list of Where
    """
    firing = next((t for t in view.subjects() if not t.pronoun and not t.is_weapon), None)
    if firing is None or view.group.passive:
        return []
    inside = range(firing.last, view.group.first)
    put = [w for w in view.scene.wheres if w.first in inside and w.role in LOCATED]
    opens = put and (put[0].first == firing.last or _puts(view, put[0]))
    return put[:1] if opens else []


def _puts(view: View, where: Where) -> bool:
    """Whether a place is that of a clause between who fires and the verb: ", which is stationed at P,"."""
    clauses = (c for c in view.scene.clauses if c.first <= where.first < c.last and c is not view.clause)
    return any(c.group is not None and c.group.verb.frame in _STOOD for c in clauses)


def _comes_from(document: Document, preposition: Mention) -> bool:
    """Whether a preposition tells where from: "from", "out of", also where the verb took the "out"."""
    out = document.lower(preposition.first - 1) == "out" and document.lower(preposition.first) == "of"
    return preposition.value == "from" or out


def totals(view: View) -> bool:
    """Whether a clause sums up what was fired over time: "has fired more than 300 missiles since May".

    Parameters
    ----------
    view : View
        The clause.

    Returns
    -------
    bool
    """
    after = {view.document.lower(i) for i in range(view.group.last, view.clause.last)}
    return view.group.perfect and bool(after & _TOTAL)
