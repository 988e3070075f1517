"""What something fired came down on: its object, further targets, and the place told of before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.discourse import setting
from sitmap.extract.frames.asides import own_wheres
from sitmap.extract.phrases.where import Where
from sitmap.extract.text.entries import LOCATED
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.view import View
    from sitmap.extract.text.theme import Theme

_TO = frozenset({"to"})
#: Nouns for what may be hit in any town.
_THINGS = words("impact", "things") | words("setting", "spots")
_TARGETS = words("impact", "targets")
_MARKS = frozenset({":", ";", "\u2013", "—"})
#: Last words of verbs that say that what was aimed at was hit: "get through", "strike home", "find its mark".
_IDIOMS = frozenset({"home", "impact", "mark", "marks", "target", "targets", "through"})
_JOINS = words("clause", "joins")
#: Roles of places that may only say where the place before lies.
_BESIDE = frozenset({"near", "off"})
#: How many words what was hit may have before its place: "the main fuel depot and the airport of P".
_TARGET = 12
#: Words by which something is hit once more, and within how many sentences.
_AGAIN = frozenset({"again", "also", "later", "then", "twice"})
_AGAIN_WITHIN = 2
_POINTS = frozenset({"ship", "vessel", "tanker", "carrier", "building", "plant", "depot", "bridge"})


def struck(view: View, *, passive: bool) -> list[Where]:
    """Return what was hit, "the depot and the airport of P"; it stands before a passive verb.

    Parameters
    ----------
    view : View
        The clause.
    passive : bool
        Whether what was hit stands before the verb.

    Returns
    -------
    list of Where
    """
    if view.group.fronted:
        return _behind_comma(view)
    found = (
        view.object_place(described=True)
        or own_wheres(view, LOCATED | _TO)
        or view.references(LOCATED | {""})
    )
    if passive and not found and view.group.participle:
        found = _among(view)
    if passive and not found:
        pronoun = any(t.pronoun and not t.counted for t in view.subjects())
        start = view.scene.clauses[0].first if pronoun else view.clause.first
        told = [*view.scene.wheres, *view.scene.references]
        before = [w for w in told if w.first >= start and w.last <= view.group.first]
        if not before and view.clause.link == "shared":
            # "He said the city had been hit".
            before = [w for w in told if w.last == view.clause.first]
        last = max(before, key=lambda w: w.first, default=None)
        found = [w for w in before if last is not None and w.group == last.group]
    if found:
        return found
    target = [
        w
        for w in view.scene.wheres
        if w.role == ""
        and view.group.last <= w.first <= view.group.last + _TARGET
        and w.first < view.clause.last
    ]
    return target[:1]


def _among(view: View) -> list[Where]:
    """Return what is said to have been hit: "among the places hit by missiles were P, Q and R"."""
    after = next((c for c in view.scene.clauses if c.first >= view.clause.last), None)
    group = after.group if after is not None else None
    if after is None or group is None or group.verb.frame not in {"be", "consist"}:
        return []
    if not any(
        view.document.at("preposition", i) is None and view.document.lower(i) in _TARGETS
        for i in range(max(view.group.first - 3, 0), view.group.first)
    ):
        return []
    told = [w for w in view.scene.wheres if group.last <= w.first < after.last and w.role in LOCATED | {""}]
    return [w for w in told if w.group == told[0].group]


def _behind_comma(view: View) -> list[Where]:
    """Return what a participle that opens the sentence tells of: "hit by a drone, the depot at P burned"."""
    own = [w for w in view.wheres(LOCATED | {""}) if w.first >= view.group.last]
    after = next((c for c in view.scene.clauses if c.first >= view.clause.last and c.group), None)
    if after is None or after.group is None:
        return own
    end = after.last if after.group.verb.frame == "be" else after.group.first
    told = [w for w in view.scene.wheres if view.clause.last <= w.first < end and w.role in LOCATED | {""}]
    return [w for w in told if w.group == told[0].group] or own


def further(view: View, found: list[Where]) -> list[Where]:
    """Places of further targets: "hit the runway at P and a workshop in Q".

    Parameters
    ----------
    view : View
        The clause.
    found : list of Where
        The targets told first.

    Returns
    -------
    list of Where
    """
    told: list[Where] = []
    last = found[-1] if found else None
    for where in view.scene.wheres:
        if (
            last is None
            or not last.reach <= where.first < view.clause.last
            or where.role not in LOCATED | {""}
        ):
            continue
        if where.group == last.group or not _joined(view, last.reach, where.first):
            break
        told.append(where)
        last = where
    return told


def _joined(view: View, first: int, last: int) -> bool:
    """Whether only "and" and a noun stand between two phrases of place, or an aside before them."""
    document = view.document
    if document.lower(first) not in _JOINS:
        return False
    marks = [i for i in range(first, last) if document.lower(i) in _JOINS]
    near = document.at("preposition", last)
    if near is not None and near.value in _BESIDE and not any(document.lower(i) == "and" for i in marks):
        # "hit P, a town near Q" names one place.
        return False
    rest = range(marks[-1], last)
    plain = not any(document.at("preposition", i) or i in document.taken for i in rest)
    return plain and not any(rest.start <= t.first < last for t in view.scene.themes)


def spot(view: View, theme: Theme) -> list[Where]:
    """Return the place that the report is at, for something new that came down at a spot of it.

    Parameters
    ----------
    view : View
        The clause.
    theme : Theme
        What came down.

    Returns
    -------
    list of Where
        None or one.
    """
    flight = view.memory.flight
    known = flight is not None and any(d.kind == "impact" for d in flight.drafts)
    if known and theme.pronoun and theme.count is not None:
        # "Two missiles hit P. One fell on a car park": one of the two.
        return []
    if view.denied:
        return []
    return _aimed(view) or (
        [] if theme.definite else setting.setting(view.document, view.memory, view.scene, view.clause)
    )


def _aimed(view: View) -> list[Where]:
    """Return the only place before a clause with none: "of 40 fired at P, seven got through"."""
    marks = [i for i in range(view.clause.first, view.group.first) if view.document.lower(i) in _MARKS]
    start = marks[-1] if marks else view.clause.first
    here = [*view.scene.wheres, *view.scene.references]
    if any(start <= w.first < view.clause.last for w in here):
        return []
    ends = view.group.last, view.clause.last
    things = not _THINGS.isdisjoint(view.document.lowers(*ends))
    idiom = view.group.verb.frame == "fall" and not _IDIOMS.isdisjoint(view.verb.split()[1:])
    some = any(t.pronoun and t.counted for t in view.subjects())
    place = setting.only_place(view.scene, start) if things or idiom or some else None
    at = view.group.first
    return [Where(at, at, (place.first, place.last), (place,), "in", "in")] if place is not None else []


def same(view: View) -> list[Where]:
    """Return where what is hit once more was hit before: "she was struck again at nine".

    Parameters
    ----------
    view : View
        The clause.

    Returns
    -------
    list of Where
        None or one.
    """
    last, document = view.memory.last, view.document
    before = [document.lower(i) for i in range(view.clause.first, view.group.first)]
    points = any(t.pronoun and not t.counted for t in view.subjects()) or not _POINTS.isdisjoint(before)
    again = not _AGAIN.isdisjoint(document.lowers(view.clause.first, view.clause.last))
    if last is None or last.kind != "impact" or last.where is None or not (points and again):
        return []
    return [last.where] if view.scene.number - last.sentence <= _AGAIN_WITHIN else []


def behind_aside(view: View) -> list[Where]:
    """Return the place behind what a hit did: "hit a house, killing two, in P".

    Parameters
    ----------
    view : View
        The clause.

    Returns
    -------
    list of Where
        None, or those of one phrase.
    """
    after = next((c for c in view.scene.clauses if c.first >= view.clause.last), None)
    group = after.group if after is not None else None
    if (
        after is None
        or group is None
        or group.verb.frame != "harm"
        or not (group.progressive or group.participle)
    ):
        return []
    found = [w for w in view.scene.wheres if group.last <= w.first < after.last and w.role in LOCATED]
    return [w for w in found if w.group == found[0].group]


def told_before(view: View, theme: Theme) -> list[Where]:
    """Return the place of the sentence before, for something new that is said to have hit.

    Parameters
    ----------
    view : View
        The clause.
    theme : Theme
        What came down.

    Returns
    -------
    list of Where
        None or one.
    """
    before = view.memory.before
    if same(view):
        return same(view)
    if theme.definite or theme.pronoun or before is None:
        return []
    options = [w for w in before.wheres if w.role in LOCATED]
    return [w for w in options if w.offset_km is not None][:1] or options[:1]
