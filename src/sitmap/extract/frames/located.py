"""Forces told with their place, whatever the verb: "the soldiers at P", "most of them in P"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitmap.extract.discourse import assign, setting
from sitmap.extract.text.entries import LOCATED
from sitmap.extract.text.told import Reason
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.draft import Draft
    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.theme import Theme
    from sitmap.extract.verbs.clauses import Clause

_UNREAL = ("hypothetical", "nuclear", "unrelated", "intercepted")
#: Frames whose object is elsewhere, or no longer anywhere, once the verb is done with it.
_UNDONE = frozenset(words("located", "undone"))
#: Words between two forces that are joined: ", and".
_LONGEST_JOIN = 2
_MORE = frozenset({"and", ",", ";", "or"})
#: Words that a spot beside a force has at most: "the end of the runway".
_SPOT = 5
_SPEAKS = frozenset({"say", "deny", "confirm", "claim", "assess"})
_NONE = frozenset({"no", "neither", "few"})
_FURTHER = frozenset({"more", "others"})
_POINTING = frozenset({"the", "its", "their"})
_NO_NUMBER = frozenset({"the", "a", "an"})
_BACK = frozenset({"them", "whom", "which", "these", "those"})


def attached(document: Document, memory: Memory, scene: Scene) -> None:
    """Read a force and the place right behind it, where no verb gave the force a place.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    scene : Scene
        The sentence; its `drafts` are extended.
    """
    if scene.question or any(
        document.cue(cue, scene.clauses[0].first, scene.clauses[-1].last) for cue in _UNREAL
    ):
        return
    placed = [d for d in scene.drafts if d.kind == "deployment"]
    # What a row without a verb says was fired, or came down, is deployed nowhere.
    fired = {d.theme.first for d in scene.drafts if d.listed}
    for theme in (t for t in scene.themes if t.first not in fired):
        clause = next(c for c in scene.clauses if theme.first < c.last)
        where = _behind(document, scene, _end(document, scene, theme)) or _among(document, placed, theme)
        bare = clause.group is None or (clause.group.participle and theme.last <= clause.group.first)
        if where is None and bare and theme.counted:
            # "Six B-2s on the south ramp", after the base was named.
            found = setting.setting(document, memory, scene, clause) if clause.group is None else []
            spot = next(iter(found), None)
            where = spot or _headed(memory, scene, theme)
        if where is None or not _stands(document, placed, clause, theme, where):
            continue
        force = assign.force(memory.force, theme)
        if force is None:
            continue
        draft = assign.draft(
            document, memory, scene, clause, kind="deployment", theme=force, where=where, actor=force.actor
        )
        told = Reason((theme.first, max(theme.last, where.last)), "stands-at")
        draft.status, draft.reasons["kind"] = "present", (told,)
        if clause.group is not None and clause.group.future:
            draft.status, draft.certainty = "planned", "expected"
            told = Reason((clause.group.first, clause.group.last))
            draft.reasons["certainty"] = (told,)
        draft.reasons["status"] = (told,)
        scene.drafts.append(draft)


def _headed(memory: Memory, scene: Scene, theme: Theme) -> Where | None:
    """Return the place that opens the paragraph, for forces without a verb: "P. 1,500 men, a radar"."""
    paragraph, where = memory.head or (None, None)
    return where if paragraph == scene.sentence.paragraph and not (scene.wheres or theme.pronoun) else None


def _among(document: Document, placed: list[Draft], theme: Theme) -> Where | None:
    """Return the place of the whole, of which a part is named: "ten ships in P, among them the frigate Q"."""
    if document.lower(theme.first - 1) != "them" or document.lower(theme.first - 2) != "among":
        return None
    return placed[-1].where if placed else None


def _counts_more(document: Document, theme: Theme) -> bool:
    """Whether a bare number counts more of those just told of: "40 are in P and 20 in Q"."""
    rest = document.lower(theme.first - 1) == "the" and not theme.definite
    return (theme.counted or rest) and document.lower(theme.first - 1 - rest) in _MORE


def _certain(document: Document, theme: Theme, *, placed: bool) -> bool:
    """Whether a phrase means a certain force: whose, called what, how many; or a part of one named before."""
    if theme.pronoun:
        if theme.counted and document.lower(theme.last) in _FURTHER:
            # "Pictures show two dozen more at P".
            return True
        return document.lower(theme.last - 1) in _BACK or (placed and _counts_more(document, theme))
    numbered = theme.counted and theme.count is not None and document.lower(theme.count[0]) not in _NO_NUMBER
    hull = bool(theme.names) and (theme.carrier or theme.unit or not theme.fired)
    garrison = theme.definite and theme.unit and document.lower(theme.first) in _POINTING
    return bool(theme.actor) or numbered or hull or garrison


def _end(document: Document, scene: Scene, theme: Theme) -> int:
    """Return the end of all that is joined to a force: "two radars and the launchers of an S-300"."""
    end = theme.last + (theme.pronoun and document.lower(theme.last) in _FURTHER)
    for other in scene.themes:
        if other.first > end + _LONGEST_JOIN:
            break
        gap = [document.lower(i) for i in range(end, other.first)]
        if not other.pronoun and gap in (["and"], [","], ["of"], [",", "and"]):
            end = other.last
    return end


def _behind(document: Document, scene: Scene, start: int) -> Where | None:
    """Return the place that follows a force in its own phrase."""
    if document.lower(start) == "now":
        start += 1
    end = _beside(document, scene, start)
    found = next((w for w in scene.wheres if start <= w.first <= end and w.role in LOCATED), None)
    return found or next((r for r in scene.references if r.first == start and r.role in LOCATED), None)


def _beside(document: Document, scene: Scene, start: int) -> int:
    """Return where a place may start behind what it is told by: "next to the runway at P"."""
    opens = document.at("preposition", start)
    if opens is None or opens.value not in LOCATED:
        return start
    end = opens.last
    nouns = {i for t in scene.themes for i in range(t.first, t.last)}
    while end - opens.last < _SPOT and document.tokens[min(end, len(document.tokens) - 1)].is_word:
        if (
            document.at("preposition", end) is not None
            or end in nouns
            or document.at("verb", end) is not None
        ):
            break
        end += 1
    return end


def _stands(document: Document, placed: list[Draft], clause: Clause, theme: Theme, where: Where) -> bool:
    """Whether the words tell of a certain force that is there, and nothing has told it yet."""
    if any(
        d.theme.first == theme.first or (d.where is not None and d.where.words == where.words) for d in placed
    ):
        return False
    if not _certain(document, theme, placed=bool(placed)) or (
        theme.fired and not theme.carrier and not theme.names
    ):
        return False
    group = clause.group
    if group is None:
        return True
    if group.verb.frame in _SPEAKS and theme.unit and document.tokens[theme.head].is_name:
        # "The U.S. Army in Europe said": that is its name.
        return False
    if theme.last <= group.first:
        # Who is at P is there, whatever they do not do or could do.
        return document.lower(theme.first) not in _NONE
    return not (group.negated or group.hypothetical) and group.verb.frame not in _UNDONE
