"""Subjects that stand behind their verb: "launched from P, the rocket fell", "from P rose a rocket"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sitmap.extract.discourse.memory import Scene
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.theme import Theme
    from sitmap.extract.verbs.clauses import Clause
    from sitmap.extract.verbs.groups import Group

#: Frames of verbs without an object, which a phrase of place before them lets stand before their subject.
_MOVES = frozenset({"arrive", "fall", "fly", "flight", "leave", "liftoff"})
#: How many words may stand between such a verb and its subject: "down came, in the end, two rockets".
_APART = 4
#: Within how many words a name follows "what": "there fell what the state media call a Hwasong-17".
_CALLED = 8
_FRONT = ("preposition", "direction")
_UP = frozenset({"up", "down", "off", "out", "away"})


def following(scene: Scene, clause: Clause) -> list[Theme]:
    """Return the subject of the clause behind a participle that opens the sentence.

    Parameters
    ----------
    scene : Scene
        The sentence.
    clause : Clause
        That of the participle.

    Returns
    -------
    list of Theme
    """
    after = next((c for c in scene.clauses if c.first >= clause.last and c.group is not None), None)
    if after is None or after.group is None:
        return []
    return [t for t in scene.themes if clause.last <= t.first < after.group.first][:1]


def behind(document: Document, scene: Scene, clause: Clause, group: Group) -> list[Theme]:
    """Return the subject behind a verb that a phrase of place stands before: "from P rose a rocket".

    Parameters
    ----------
    document : Document
        The report taken apart.
    scene : Scene
        The sentence.
    clause : Clause
        The clause, which names nothing that moves before its verb.
    group : Group
        Its verb.

    Returns
    -------
    list of Theme
    """
    if group.verb.frame not in _MOVES or group.passive or group.participle or clause.link != "own":
        return []
    opens = clause.first + (document.lower(clause.first) in {",", "and", "but", "then"})
    front = document.lower(opens) in _UP or any(document.at(kind, opens) is not None for kind in _FRONT)
    if not front or not any(opens <= w.first < group.first for w in scene.wheres):
        return []
    called = document.lower(group.last) == "what"
    end = group.last + _CALLED if called else min(group.last + _APART + 1, clause.last)
    near = (t for t in scene.themes if group.last <= t.first < end)
    return [t for t in near if not (t.pronoun or document.at("preposition", t.first - 1))][:1]
