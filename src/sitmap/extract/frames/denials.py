"""What somebody denies that was told right before: "Officials say that troops left P; the army denied it"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.text.entries import Verb
from sitmap.extract.text.told import Reason
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.discourse.attribution import Attribution
    from sitmap.extract.discourse.draft import Draft
    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.text.document import Document
    from sitmap.extract.verbs.clauses import Clause

#: What stands for all that was told, and nouns behind "the" that do.
_IT = frozenset({"it", "that", "this"})
_ACCOUNTS = words("denial", "accounts")


def read(document: Document, memory: Memory, scene: Scene) -> None:
    """Tell again, as denied, what a clause denies of the sentence or of the one before.

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    scene : Scene
        The sentence; its `drafts` are extended.
    """
    for said in scene.attributions:
        clause = next((c for c in scene.clauses if c.first <= said.at < c.last), None)
        if said.denies and said.source and clause is not None and _of_account(document, clause):
            scene.drafts += [_denied(scene, clause, said, draft) for draft in _told(memory, scene, clause)]


def may_deny(document: Document, memory: Memory, number: int, first: int, last: int) -> bool:
    """Whether a sentence right after a claim has a verb of denial: "Moscow denies it".

    Parameters
    ----------
    document : Document
        The report taken apart.
    memory : Memory
        What has been spoken of.
    number : int
        Of the sentence.
    first, last : int
        Its tokens.

    Returns
    -------
    bool
    """
    before = memory.before
    if before is None or before.number != number - 1 or not before.drafts:
        return False
    verbs = document.mentions.within("verb", first, last)
    return any(isinstance(m.value, Verb) and m.value.frame == "deny" for m in verbs)


def _of_account(document: Document, clause: Clause) -> bool:
    """Whether the object is what was told: "denied it", "rejected the allegations"."""
    if clause.group is None or clause.group.negated or clause.group.hypothetical:
        return False
    first = clause.group.last
    if document.lower(first) == "the":
        return document.lower(first + 1) in _ACCOUNTS
    # "Denied this week that ..." tells when.
    return document.lower(first) in _IT and not document.tokens[first + 1].is_word


def _told(memory: Memory, scene: Scene, clause: Clause) -> list[Draft]:
    """Return what was told before the clause in its sentence, else last in the sentence before."""
    here = [d for d in scene.drafts if d.last <= clause.first]
    before = memory.before
    if not here and before is not None and before.number == scene.number - 1:
        here = before.drafts[-1:]
    return [d for d in here if d.stance == "asserted" and d.kind == "deployment"]


def _denied(scene: Scene, clause: Clause, said: Attribution, draft: Draft) -> Draft:
    words_of_denial = Reason((said.at, clause.last))
    reasons = {**draft.reasons, "stance": (words_of_denial,)}
    return replace(
        draft,
        sentence=scene.number,
        first=clause.first,
        last=clause.last,
        clause=clause,
        stance="denied",
        certainty="stated",
        source=said.source,
        source_words=said.words,
        reasons=reasons,
    )
