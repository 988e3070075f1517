"""Who is said to have said it, and how surely."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.discourse import behind, bylines
from sitmap.extract.discourse.attribution import Attribution, phrases
from sitmap.extract.discourse.doers import SAYS, by_doer
from sitmap.extract.phrases.speakers import (
    PRONOUNS,
    apposed,
    before_day,
    named,
    person,
    phrase_end,
    subject_start,
)
from sitmap.extract.text.told import UNSAID, Told
from sitmap.extract.text.vocabulary import words as closed_class
from sitmap.extract.verbs.groups import is_auxiliary

if TYPE_CHECKING:
    from sitmap.extract.text.document import Document
    from sitmap.extract.verbs.clauses import Clause
    from sitmap.extract.verbs.groups import Group
    from sitmap.model import Certainty

_CERTAINTY: dict[str, Certainty] = {
    "say": "stated",
    "assess": "assessed",
    "confirm": "confirmed",
    "claim": "alleged",
    "deny": "stated",
    "see": "stated",
}
#: How many words an aside before a verb of speech may have.
_ASIDE = 10
#: Verbs of planning that may name who says it, behind what was said.
_ADDS = closed_class("source", "adds")
_QUOTING = frozenset({"cite", "quote"})
#: Words and marks behind a verb with which what somebody says begins.
_INTRODUCES = frozenset({"that", ":", '"', "“"})
#: How many words may stand between those who speak and the verb: "who asked not to be named".
_WHO_WITHIN = 12


def attributions(document: Document, clauses: list[Clause], last_source: Told) -> list[Attribution]:
    """Find the sources named in one sentence.

    Parameters
    ----------
    document : Document
        The report taken apart.
    clauses : list of Clause
        Of the sentence.
    last_source : Told
        Who "he" or "they" is.

    Returns
    -------
    list of Attribution
        In order.
    """
    first, last = clauses[0].first, clauses[-1].last
    found = phrases(document, first, last, last_source)
    for number, clause in enumerate(clauses):
        if clause.group is not None and _attributes(document, clause, clause.group, last):
            shared = number > 0 and clause.link == "shared"
            told = found[-1].source if found and shared else UNSAID
            told = told or (_of_whom_more(document, clauses[number - 1]) if shared else UNSAID)
            one = _described(document, clauses[: number + 1], last) or _spoken(
                document, clause, clause.group, (first, last), last_source, told
            )
            if one is not None:
                found += [one, *_instead(document, one, last)]
    found = [_of_picture(document, one, last) for one in found] or bylines.bylines(document, first, last)
    return _carried_on(document, sorted(found, key=lambda a: a.at), last)


def _of_picture(document: Document, one: Attribution, last: int) -> Attribution:
    """Read "pictures from Planet Labs show": who took them says it, where they are named."""
    end = one.words[1] - 1
    taken = [i for i in range(*one.words) if document.lower(i) in bylines.IMAGERY]
    source = bylines.taken_by(document, taken[-1], min(last, one.at)) if taken and end < one.at else UNSAID
    return replace(one, source=source) if source else one


def _instead(document: Document, one: Attribution, last: int) -> list[Attribution]:
    """Read "they denied it: the planes were old ones": what stands behind the colon is what they say."""
    if not one.denies or one.last >= last or document.lower(one.last) != ":":
        return []
    return [replace(one, first=one.last, last=last, denies=False, at=one.last)]


def _described(document: Document, clauses: list[Clause], last: int) -> Attribution | None:
    """Read "The officer, who spoke by telephone, said": who speaks stands before the clause between."""
    links = [clause.link for clause in clauses[-2:]]
    verb = clauses[-1].group
    if len(clauses) <= len(links) or links != ["relative", "shared"] or verb is None or verb.passive:
        return None
    subject, between, spoken = clauses[-3:]
    if document.lower(between.first) != "," or document.lower(spoken.first) != ",":
        return None
    words = subject_start(document, between.first, subject.first), between.first
    source = named(document, *words, anyone=True)
    if not source:
        return None
    return Attribution(
        verb.first,
        last,
        source,
        words,
        _CERTAINTY[verb.verb.frame],
        denies=verb.verb.frame == "deny",
        day=behind.day(document, spoken, verb),
        at=verb.first,
        verb=(verb.first, verb.last),
    )


def _of_whom_more(document: Document, before: Clause) -> Told:
    """Return who a participle describes: "pictures taken on Monday show five bombers"."""
    group = before.group
    if group is None or group.verb.form not in {"participle", "both"} or is_auxiliary(document, group.first):
        return UNSAID
    return named(document, subject_start(document, group.first, before.first), group.first)


def _carried_on(document: Document, found: list[Attribution], last: int) -> list[Attribution]:
    """Let who is named in the middle answer for what follows too: "A, he said, and B"."""
    if not found or found[-1].last > found[-1].at:
        return found
    end = behind.after_day(document, found[-1].verb[1])
    return [*found[:-1], replace(found[-1], last=last)] if document.lower(end) == "," else found


def _spoken(
    document: Document, clause: Clause, group: Group, sentence: tuple[int, int], last_source: Told, told: Told
) -> Attribution | None:
    if group.passive:
        return by_doer(document, group, sentence, _CERTAINTY)
    first, last = sentence
    start, end = _subject(document, clause, group, sentence)
    if group.verb.frame == "see" and (
        group.participle
        or not any(document.at("speaker", i) or document.at("actor", i) for i in range(start, end))
    ):
        return None
    suffix = behind.follows_words(document, start, first) and behind.closes_words(
        document, clause, group, last
    )
    words = (start, end)
    anyone = suffix or (start == first and group.verb.frame in SAYS and document.lower(group.last) == "that")
    source = apposed(document, start, first) or named(document, start, end, anyone=anyone)
    aside = _aside(document, first, end) if not source else 0
    if aside:
        # "A spokesman, asked an hour later, said": who speaks stands before the aside.
        words = subject_start(document, aside, first), aside
        source = named(document, *words)
    if not source and behind.inverts(document, group, first):
        words = (group.last, phrase_end(document, group.last, last))
        forces = any(i in document.heads for i in range(*words))
        source = UNSAID if forces else person(document, words[1], last) or named(document, *words)
        suffix = True
    if group.verb.verb in _QUOTING:
        words, source = _quoted(document, group, last) or (words, source)
    if not source and (who := _who(document, group, first)):
        words = subject_start(document, who, first), who
        source = named(document, *words, anyone=True)
        suffix = behind.follows_words(document, words[0], first) and behind.closes_words(
            document, clause, group, last
        )
    if not source and any(document.lower(i) in PRONOUNS for i in range(start, group.first)):
        source = last_source.by("who-spoke-last") or _subject_of(document, first, clause.first)
        words = (start, group.first)
    if not source and told:
        source, words, suffix = told, (group.first, group.last), False
    if not source:
        return None
    return Attribution(
        *((first, words[0]) if suffix else (group.first, _said_to(document, group, last))),
        source,
        words,
        _certainty(group),
        denies=group.verb.frame == "deny",
        day=behind.day(document, clause, group),
        at=group.first,
        verb=(group.first, group.last),
    )


def _quoted(document: Document, group: Group, last: int) -> tuple[tuple[int, int], Told] | None:
    """Read "Interfax quoted the ministry as saying": who is quoted says it."""
    index = next((i for i in range(group.last, last - 1) if document.lower(i) == "as"), None)
    if index is None or document.lower(index + 1) not in {"saying", "telling"}:
        return None
    source = named(document, group.last, index)
    return ((group.last, index), source) if source else None


def _who(document: Document, group: Group, first: int) -> int:
    """Return the "who" of "two men who studied the pictures say", 0 where nothing such stands."""
    before = range(group.first - 1, max(first, group.first - _WHO_WITHIN), -1)
    index = next((i for i in before if document.lower(i) in {"who", ",", "that"}), 0)
    return index if document.lower(index) == "who" and document.lower(index - 1) != "," else 0


def _subject(document: Document, clause: Clause, group: Group, sentence: tuple[int, int]) -> tuple[int, int]:
    """Tokens of who speaks, before the verb; after what was said the clause may start too late."""
    first, last = sentence
    end = before_day(document, group.first)
    start = subject_start(document, end, max(first, clause.first - 1))
    if start == end and document.lower(end - 1) == "," and not behind.closes(document, group, last):
        end -= 1
        start = subject_start(document, end, first)
    if document.lower(clause.first) == "and" and start < clause.first:
        # "A happened, its owner Frontline and harbour agents said".
        start = subject_start(document, end, first)
    return start, end


def _aside(document: Document, first: int, end: int) -> int:
    """Comma that opens an aside with a participle, which ends before a verb of speech; 0 for none."""
    commas = [i for i in range(max(first, end - _ASIDE), end) if document.lower(i) == ","]
    if not commas or document.lower(end) != ",":
        return 0
    word = document.lower(commas[-1] + 1)
    return commas[-1] if word.endswith(("ed", "ing")) else 0


def _subject_of(document: Document, first: int, last: int) -> Told:
    """Return the body that a sentence starts with, for "it said" after its own doings."""
    verb = next((i for i in range(first, last) if document.at("verb", i) or is_auxiliary(document, i)), last)
    forces = any(i in document.heads for i in range(first, verb))
    return named(document, first, verb) if first < verb < last and not forces else UNSAID


def _attributes(document: Document, clause: Clause, group: Group, last: int) -> bool:
    """Whether a verb names who says it; of planning only behind the words: "..., the ministry expects"."""
    if group.verb.frame in _CERTAINTY:
        return True
    if group.passive:
        return False
    if document.lower(group.last) in _INTRODUCES:
        # "The embassy posted that", "the army maintains that", "a spokesman answered: "No"": whoever speaks.
        start = subject_start(document, group.first, clause.first)
        return any(document.at("speaker", i) is not None for i in range(start, group.first))
    ends = behind.after_day(document, group.last) >= last - 1 or document.lower(group.last) == "from"
    return document.lower(clause.first) == "," and ends and group.verb.verb in _ADDS


def _said_to(document: Document, group: Group, last: int) -> int:
    """Return where what is said ends; "they denied that: the fighters were still there" goes on by itself."""
    if group.verb.frame != "deny":
        return last
    return next((i for i in range(group.last, last) if document.lower(i) == ":"), last)


def _certainty(group: Group) -> Certainty:
    return _CERTAINTY.get(group.verb.frame, "stated") if not group.hypothetical else "stated"


def ordered_by(document: Document, clauses: list[Clause], clause: Clause) -> Told:
    """Return who orders or promises it, and so says it: "the Pentagon ordered the carrier to P".

    Parameters
    ----------
    document : Document
        The report taken apart.
    clauses : list of Clause
        Of the sentence.
    clause : Clause
        The one that tells of the forces: it orders, or what is to be done follows the one that does.

    Returns
    -------
    Told
        "" when it is no order, or nobody's.
    """
    at = clauses.index(clause) if clause in clauses else 0
    if clause.group is not None and clause.group.infinitive and at:
        clause = clauses[at - 1]
    group = clause.group
    if group is None or group.verb.frame != "order" or group.passive:
        return UNSAID
    return named(document, *_subject(document, clause, group, (clauses[0].first, clauses[-1].last)))


def covering(found: list[Attribution], index: int) -> Attribution | None:
    """Return the source that answers for a token: the nearest verb of speech before it, else one after it.

    Parameters
    ----------
    found : list of Attribution
        Of the sentence.
    index : int
        Token.

    Returns
    -------
    Attribution or None
    """
    inside = [a for a in found if a.first <= index < a.last]
    before = [a for a in inside if a.at <= index]
    if before:
        return before[-1]
    return inside[0] if inside else None
