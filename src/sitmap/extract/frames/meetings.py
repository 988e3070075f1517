"""Clauses that tell of two forces that meet, follow or go with each other: both are where it happens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.frames.bearings import over
from sitmap.extract.frames.deployments import place, skips, status_of
from sitmap.extract.text.entries import LOCATED, Actor
from sitmap.extract.text.told import UNSAID, Told
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.draft import Draft
    from sitmap.extract.discourse.view import View
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.theme import Theme

#: Verbs of meeting, following and going along, of which both sides are at the place told.
_MEETS = words("beside", "meets")
#: What moves and is met: ships and aircraft.
_MOVING = frozenset({"ships", "submarines", "aircraft"})
#: Nouns and pronouns for those just told to be followed: "the pair", "both", "them".
_SAME = words("beside", "same")
#: Within how many sentences "the pair" means those followed before.
_SAME_WITHIN = 5
#: Within how many sentences those who are met without a place are where they were told to be.
_THERE_WITHIN = 2
#: How many words behind the verb those who are met are named.
_OBJECT_WITHIN = 5


def meet(view: View) -> bool:
    """Read "a frigate shadowed two corvettes in P", "two corvettes were met off P by a frigate".

    Parameters
    ----------
    view : View
        The clause.

    Returns
    -------
    bool
        Whether it tells of that.
    """
    aside = view.group.participle and not view.group.passive
    if view.verb not in _MEETS or skips(view) or aside or view.denied or view.group.hypothetical:
        return False
    watchers, watched = _sides(view)
    found = _there(view)
    if not (watchers and watched and found):
        return False
    status = status_of(view, "present")
    told = len(view.scene.drafts)
    place(view, watchers, found, status)
    ours = {str(t.actor) for t in watchers} | {str(view.agent())}
    theirs = {str(t.actor) for t in watched}
    for draft in view.scene.drafts[told:]:
        if not draft.actor:
            draft.actor = _announcer(view, draft, theirs)
            draft.nearby = UNSAID if draft.nearby in theirs else draft.nearby
    count = len(view.scene.drafts)
    place(view, watched, found, status)
    for draft, theme in zip(view.scene.drafts[count:], watched, strict=False):
        # Who follows does not own what is followed.
        draft.actor = theme.actor or _other(view, ours)
        draft.nearby = UNSAID
    for draft in view.scene.drafts[told:]:
        if draft.source.words is not None and any(
            t.first <= draft.source.words[0] < t.last for t in watchers
        ):
            # "Two destroyers tracked them": the destroyers say nothing.
            draft.source, draft.source_words = UNSAID, None
    drafts = view.scene.drafts[count:]
    view.memory.met = (view.scene.number, tuple(replace(d.theme, actor=d.actor) for d in drafts))
    return True


def _sides(view: View) -> tuple[list[Theme], list[Theme]]:
    """Return those who meet or follow, and those whom they do."""
    subjects = [t for t in view.forces(view.subjects()) if _moves(t)]
    if view.group.passive:
        by = [t for t in view.objects() if view.document.lower(t.first - 1) in {"by", "and"}]
        return [t for t in view.forces(by) if _moves(t)], subjects
    options = [t for t in view.carried() if t.based in _MOVING or t.pronoun]
    near = bool(options) and options[0].first - view.group.last < _OBJECT_WITHIN
    plain = [t for t in options if near and not t.pronoun]
    own = [t for t in view.forces(plain) if _moves(t)]
    return subjects, own or _before(view)


def _moves(theme: Theme) -> bool:
    """Whether a force is certain ships or aircraft."""
    return theme.based in _MOVING and (theme.counted or bool(theme.actor or theme.names))


def _before(view: View) -> list[Theme]:
    """Return those followed before, where the object is "the pair" or "them"."""
    number, themes = view.memory.met
    near = range(view.group.last, min(view.group.last + _OBJECT_WITHIN, view.clause.last))
    said = any(view.document.lower(i) in _SAME for i in near)
    recent = bool(themes) and view.scene.number - number <= _SAME_WITHIN
    at = view.group.last
    return [replace(t, first=at, last=at + 1, head=at) for t in themes] if said and recent else []


def _there(view: View) -> list[Where]:
    """Return where it happens: at a place, through it, or where the clause before has put it."""
    back = view.wheres(LOCATED) or over(view) or view.place_before() or view.references(LOCATED)
    pointing = [t for t in [*view.subjects(), *view.objects()] if t.pronoun and not t.counted]
    known = view.memory.stand
    near = known is not None and view.scene.number - known.sentence <= _THERE_WITHIN
    if not back and pointing and near and known is not None and known.where is not None:
        return [known.where]
    return back


def _announcer(view: View, draft: Draft, theirs: set[str]) -> Told:
    """Return the state whose ministry or navy tells of those who follow."""
    if draft.source_words is None:
        return UNSAID
    for mention in view.document.mentions.within("actor", *draft.source_words):
        if isinstance(mention.value, Actor) and mention.value.code not in theirs:
            return Told(mention.value.code, (mention.first, mention.last), "announcer")
    return UNSAID


def _other(view: View, ours: set[str]) -> Told:
    """Return the state spoken of last, where it is none of those who follow."""
    known = view.memory.actor
    return known.by("named-nearby") if known and str(known) not in ours else UNSAID
