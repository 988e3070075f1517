"""Bases and launch sites that are built, repaired, supplied or readied, with no firing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.discourse import assign
from sitmap.extract.discourse.actors import owner
from sitmap.extract.phrases.where import Where
from sitmap.extract.text.entries import LOCATED, Verb
from sitmap.extract.text.theme import ARTICLES, Theme
from sitmap.extract.text.told import Reason, Told
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.mentions import Mention
    from sitmap.extract.verbs.clauses import Clause
    from sitmap.extract.verbs.groups import Group

_SHOWS = frozenset({"say", "see"})
_NEW = frozenset({"new", "fresh", "additional", "enlarged", "extended", "rebuilt"})
_NEAR = 3
#: How far before its verb a subject may stand, in words.
_SUBJECT = 12
#: Words that set off a phrase that the verb is not about.
_APART = frozenset({"without", "instead", "despite", "before", "after", "from", "against"})
_SHOWING = frozenset({"show", "reveal"})
#: The verb of a site that stands ready: "the tower at P is kept ready".
_KEPT = frozenset({"keep"})
_IMAGERY = words("site", "imagery")
_SITES = frozenset({"launch-site", "range", "base", "port", "facility"})
_ADDS = frozenset({"add", "rise", "go up", "clear", "use"})
#: Verbs of starting a facility, and of its being there.
_BEGINS = frozenset({"begin", "start"})
#: Nouns for work, verbs of its progress, and what makes "is" and "goes" one.
_WORKS = words("site", "works")
_PROCEEDS = words("site", "proceeds")
_ON = frozenset({"ahead", "complete", "finished", "on", "underway", "under"})
_THE = frozenset({"and", "the", "there", ","})
_APPEARS = frozenset({"appear", "stand", "emerge", "spring up"})
_WORK = frozenset({"site", "see"})
_NOTHING = frozenset({"no", "nobody", "nothing"})


def site(document: Document, memory: Memory, scene: Scene, clause: Clause) -> None:
    """Read "the runway at P is being extended", "containers were seen at the base at P".

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    scene : Scene
        The sentence; its `drafts` are extended.
    clause : Clause
        The clause.
    """
    group = clause.group
    facility = next(iter(document.mentions.within("facility", clause.first, clause.last)), None)
    works = group is not None and (
        _is_work(document, scene, group, facility) or under_way(document, clause, group)
    )
    cue = next(iter(document.mentions.within("sitecue", clause.first, clause.last)), None)
    cue = cue if group is None or works or not group.future else None
    told = any(d.clause is clause for d in scene.drafts)
    if told or not (works or cue) or _none(document, clause):
        return
    where = _site_place(document, scene, clause, facility)
    where = where or (_spoken_of(memory, scene, clause) if works else None)
    if where is None or not _is_site(clause, facility, where):
        return
    theme = Theme(clause.first, clause.first + 1, clause.first, based=_built(facility, where))
    draft = assign.draft(
        document, memory, scene, clause, kind="site", theme=theme, where=where, actor=theme.actor
    )
    if group is not None and works:
        verb = Reason((group.first, group.last))
        draft.reasons["kind"] = (verb,)
        if group.future:
            draft.certainty, draft.reasons["certainty"] = "expected", (verb,)
    elif cue is not None:
        draft.reasons["kind"] = (Reason((cue.first, cue.last)),)
    draft.actor = owner(document, scene, clause) or where.state
    scene.drafts.append(draft)


def _is_work(document: Document, scene: Scene, group: Group, facility: Mention | None) -> bool:
    """Whether a clause tells of work on a facility, or of one that is new or seen from above."""
    if facility is None or group.negated:
        return False
    if _pictured(document, scene, facility):
        return True
    # "Expand patrols over P without naming a base" is no work on a base.
    between = range(group.last, facility.first)
    apart = any(document.lower(i) in _APART for i in between)
    forces = any(group.last - _SUBJECT <= t.first < facility.first for t in scene.themes)
    stands = any(w.first == facility.last and w.role in LOCATED for w in scene.wheres)
    told = (
        _works(group, forces=forces, stands=stands)
        or _begins(group, facility)
        or _stands_new(document, group, facility)
    )
    return not apart and (told or _shows_new(document, group, facility))


def _is_site(clause: Clause, facility: Mention | None, where: Where) -> bool:
    """Whether the words name a facility, or the place is one where work or a sight is told of."""
    if facility is not None:
        return True
    entry = where.anchors[0].toponym.place
    group = clause.group
    told = _WORK | {"act", "arrive", "be"}
    seen = group is not None and (group.verb.frame in told or group.verb.verb in _SHOWING | _KEPT)
    return seen and entry is not None and entry.type in _SITES


def _built(facility: Mention | None, where: Where) -> Told:
    """Return what a site is: what its noun names, else a base."""
    if facility is None:
        return Told("base", where.words, "site-is-base")
    return Told(str(facility.value), (facility.first, facility.last))


def _works(group: Group, *, forces: bool, stands: bool) -> bool:
    """Whether a verb tells of work on a facility: "is being extended", "a pier is going up", "were added"."""
    if group.verb.frame == "site":
        return not group.infinitive
    if group.verb.frame == "act" and group.progressive and not group.participle:
        # "Is relaying the concrete under the launch mount at P": no force does it.
        return stands and not forces
    return group.verb.verb in _ADDS and (group.passive or group.progressive)


def under_way(document: Document, clause: Clause, group: Group) -> bool:
    """Whether work is said to begin, go on or end: "construction of the pads has started at P".

    Parameters
    ----------
    document : Document
        The report taken apart.
    clause : Clause
        The clause.
    group : Group
        Its verb.

    Returns
    -------
    bool
    """
    first = clause.first + (document.lower(clause.first) in _THE)
    if document.lower(first) not in _WORKS or group.negated or group.hypothetical:
        return False
    goes_on = document.lower(group.last) in _ON
    return group.verb.verb in _PROCEEDS or (group.verb.verb in {"be", "go"} and goes_on)


def _begins(group: Group, facility: Mention) -> bool:
    """Whether a facility is said to be begun: "has begun a runway"."""
    return group.verb.verb in _BEGINS and 0 <= facility.first - group.last <= _NEAR


def _stands_new(document: Document, group: Group, facility: Mention) -> bool:
    """Whether a new facility is said to be there: "a new tower stands at P"."""
    before = range(max(facility.first - _NEAR, 0), facility.first)
    there = group.verb.verb in _APPEARS and facility.last <= group.first
    return there and any(document.lower(i) in _NEW for i in before)


def _shows_new(document: Document, group: Group, facility: Mention) -> bool:
    """Whether a facility is said, or seen, to be new: "pictures show two new hangars at P"."""
    if group.verb.frame not in _SHOWS or facility.first < group.last:
        return False
    return any(
        document.lower(i) in _NEW for i in range(max(facility.first - _NEAR, group.last), facility.first)
    )


def _pictured(document: Document, scene: Scene, facility: Mention) -> bool:
    """Whether pictures are said to show a facility not spoken of before: "images show a concrete pad"."""
    first = scene.clauses[0].first
    shows = [m for m in document.mentions.within("verb", first, facility.first) if _shows(m)]
    if not shows or not any(document.lower(i) in _IMAGERY for i in range(first, shows[-1].first)):
        return False
    between = range(shows[-1].last, facility.first)
    governed = any(document.at("preposition", i) and document.lower(i) != "of" for i in between)
    fresh = any(document.lower(i) in ARTICLES | _NEW or document.count_at(i) for i in between)
    return fresh and not governed and document.cue("negation", first, facility.first) is None


def _shows(mention: Mention) -> bool:
    return isinstance(mention.value, Verb) and mention.value.verb in _SHOWING


def _none(document: Document, clause: Clause) -> bool:
    """Whether the clause says that there was nothing: "no unusual activity at P"."""
    return not _NOTHING.isdisjoint(document.lowers(clause.first, clause.last))


def _spoken_of(memory: Memory, scene: Scene, clause: Clause) -> Where | None:
    """Return the place of the sentence, or the last one before it: "At P, ... the hangars are repaired"."""
    back = [r for r in scene.references if clause.first <= r.first < clause.last and r.anchors]
    before = [w for w in scene.wheres if w.first < clause.first and w.role in LOCATED]
    if back or before:
        return (back or before)[-1]
    there, at = memory.there, clause.first
    return Where(at, at, (there.first, there.last), (there,), "in", "at") if there is not None else None


def _site_place(document: Document, scene: Scene, clause: Clause, facility: Mention | None) -> Where | None:
    head = scene.header(document)
    near = [w for w in scene.wheres if w.first < clause.first <= w.reach + 2 and w.role in LOCATED | {"to"}]
    if head is not None or (clause.link == "place" and near):
        return head or near[-1]
    inside = [w for w in scene.wheres if clause.first <= w.first < clause.last and w.role in LOCATED | {""}]
    after = [w for w in inside if facility is not None and w.first >= facility.first]
    # "Australia is building at P": a state that builds is not where it builds.
    located = [w for w in inside if w.role in LOCATED]
    return next(iter(after or located or inside), None)
