"""Who is said to have said it, and how surely."""

from dataclasses import dataclass

from sitmap.extract.clauses import Clause
from sitmap.extract.dates import Day
from sitmap.extract.document import Document, within
from sitmap.extract.groups import Group
from sitmap.extract.told import UNSAID, Told
from sitmap.extract.vocabulary import words as closed_class
from sitmap.model import Certainty

_CERTAINTY: dict[str, Certainty] = {
    "say": "stated",
    "assess": "assessed",
    "confirm": "confirmed",
    "claim": "alleged",
    "deny": "stated",
    "see": "stated",
}
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "we"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_BREAKS = closed_class("source", "breaks")
_BY_PHRASE = (
    ("according", "to"),
    ("citing",),
    ("quoting",),
    ("by", "the", "account", "of"),
    ("by", "the", "account", "that"),
    ("in", "the", "view", "of"),
    ("by", "the", "count", "of"),
    ("in", "the", "words", "of"),
)
_BY_FIRST = {first: [p for p in _BY_PHRASE if p[0] == first] for first in {p[0] for p in _BY_PHRASE}}
_LONGEST = 14
_LONGEST_NAME = 5
#: How many words a day may have between a subject and its verb.
_DAY_WITHIN = 4


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source and the tokens `first` to `last` (exclusive) that it answers for.

    `verb` has the tokens of the verb or phrase that attributes it: "said", "according to".
    """

    first: int
    last: int
    source: Told
    words: tuple[int, int]
    certainty: Certainty = "stated"
    denies: bool = False
    day: Day | None = None
    at: int = 0
    verb: tuple[int, int] = (0, 0)


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
    found = _phrases(document, first, last)
    for clause in clauses:
        if clause.group is not None and clause.group.verb.frame in _CERTAINTY:
            told = found[-1].source if found and clause.link == "shared" else UNSAID
            one = _spoken(document, clause, clause.group, (first, last), last_source, told)
            if one is not None:
                found.append(one)
    return sorted(found, key=lambda a: a.at)


def _phrases(document: Document, first: int, last: int) -> list[Attribution]:
    found = []
    for index in range(first, last):
        for words in _BY_FIRST.get(document.lower(index), ()):
            end = index + len(words)
            if tuple(document.lower(i) for i in range(index, end)) == words:
                stop = _phrase_end(document, end, last)
                if words[-1] == "that":
                    stop = next((i for i in range(end, stop) if document.at("verb", i)), stop)
                source = _person(document, stop, last) or _named(document, end, stop)
                if source:
                    found.append(Attribution(first, last, source, (end, stop), at=index, verb=(index, end)))
    return found


def _phrase_end(document: Document, first: int, last: int) -> int:
    end = first
    while end < last and end - first < _LONGEST:
        if document.lower(end) in _BREAKS - {"(", "and"} or document.lower(end) in {
            "are",
            "is",
            "were",
            "was",
            "who",
        }:
            break
        end += 1
    return end


def _spoken(
    document: Document, clause: Clause, group: Group, sentence: tuple[int, int], last_source: Told, told: Told
) -> Attribution | None:
    frame = group.verb.frame
    if group.passive:
        return None
    first, last = sentence
    end = _before_day(document, group.first)
    start = _subject_start(document, end, clause.first, first)
    if start == end and document.lower(end - 1) == "," and not _closes(document, group, last):
        end -= 1
        start = _subject_start(document, end, first, first)
    source = _apposed(document, start, first) or _named(document, start, end)
    words = (start, end)
    if frame == "see" and (
        group.participle
        or not any(document.at("speaker", i) or document.at("actor", i) for i in range(start, end))
    ):
        return None
    suffix = (
        document.lower(start - 1) in {",", '"', "”", "\u2019"}
        and start > first
        and not (_opens(document, group.last, last) or document.lower(clause.last) == "that")
    )
    if not source:
        inverted = _phrase_end(document, group.last, last)
        if _inverts(document, group, first):
            source = _person(document, inverted, last) or _named(document, group.last, inverted)
        words = (group.last, inverted)
        suffix = True
    if not source and any(document.lower(i) in _PRONOUNS for i in range(start, group.first)):
        source, words = last_source.by("who-spoke-last"), (start, group.first)
        suffix = document.lower(start - 1) in {",", '"', "”"} and start > first
    if not source and told:
        source, words = told, (group.first, group.last)
    if not source:
        return None
    scope = (first, words[0]) if suffix else (group.first, last)
    return Attribution(
        *scope,
        source,
        words,
        _CERTAINTY[frame] if not group.hypothetical else "stated",
        denies=frame == "deny",
        day=_day(document, clause, group),
        at=group.first,
        verb=(group.first, group.last),
    )


def _before_day(document: Document, index: int) -> int:
    """Return the end of a subject, without the day that follows it: "the ministry on Tuesday denied"."""
    day = next((d for d in within(document.days, index - _DAY_WITHIN, index) if d.last == index), None)
    if day is None:
        return index
    return day.first - (document.at("preposition", day.first - 1) is not None)


def _apposed(document: Document, start: int, first: int) -> Told:
    """Return the name before a title: "Ana Ruiz, the defence minister, said"."""
    if document.lower(start - 1) != ",":
        return UNSAID
    names = range(max(first, start - 1 - _LONGEST_NAME), start - 1)
    begin = next((i for i in reversed(names) if not _of_person(document, i)), first - 1) + 1
    opens = begin == first or document.lower(begin - 1) in {",", '"', "”"}
    whole = start - 1 - begin
    return Told(document.text(begin, start - 1), (begin, start - 1)) if opens and whole > 1 else UNSAID


def _person(document: Document, comma: int, last: int) -> Told:
    """Return the name after a title: "said the governor, Ana Ruiz, on Friday"."""
    if document.lower(comma) != ",":
        return UNSAID
    end = next((i for i in range(comma + 1, last) if not _of_person(document, i)), last)
    closed = (
        end >= last or document.lower(end) in {",", ".", ";"} or document.at("preposition", end) is not None
    )
    named = closed and 1 < end - comma - 1 <= _LONGEST_NAME
    return Told(document.text(comma + 1, end), (comma + 1, end)) if named else UNSAID


def _of_person(document: Document, index: int) -> bool:
    """Whether a word may be part of a person's name."""
    known = document.at("actor", index) or document.place_at(index) or document.at("speaker", index)
    return document.tokens[index].is_name and known is None and index not in document.taken


def _closes(document: Document, group: Group, last: int) -> bool:
    """Whether who said it follows the verb and ends the sentence: "..., said John Smith."."""
    stop = _phrase_end(document, group.last, last)
    ends = stop >= last or document.lower(stop) in {".", ",", ";"}
    return ends and group.last not in document.taken and bool(_named(document, group.last, stop))


def _opens(document: Document, index: int, last: int) -> bool:
    """Whether what was said follows the verb."""
    return index < last and document.lower(index) in {"that", "the", "a", "it", "only", "its"}


def _inverts(document: Document, group: Group, first: int) -> bool:
    return group.first > first and document.lower(group.first - 1) in {",", "”", '"', "\u2019", "?", "."}


def _subject_start(document: Document, index: int, clause_first: int, sentence_first: int) -> int:
    """Back from the verb to where its subject starts."""
    start = index
    while start > max(sentence_first, clause_first - 1) and index - start < _LONGEST:
        lower = document.lower(start - 1)
        if lower == ")" and document.lower(start - 3) == "(":
            start -= 3
            continue
        together = lower == "and" and (
            document.tokens[start].is_name or document.at("speaker", start - 2) is not None
        )
        if (lower in _BREAKS and not together) or (
            start - 1 in document.taken and document.at("designation", start - 1) is None
        ):
            break
        start -= 1
    return start


def _named(document: Document, first: int, last: int) -> Told:
    """Return the source in these words, without article and title; "" when they name none."""
    while first < last and document.lower(first) in _ARTICLES:
        first += 1
    if first >= last:
        return UNSAID
    speaks = any(
        document.at("speaker", i) or document.at("actor", i) or (document.tokens[i].is_name and i >= first)
        for i in range(first, last)
    )
    if not speaks or document.lower(first) in _PRONOUNS:
        return UNSAID
    titled = [i for i in range(first, last) if document.at("speaker", i) or document.at("actor", i)]
    if titled and titled[-1] + 1 < last:
        rest = range(titled[-1] + 1, last)
        if len(rest) <= _LONGEST_NAME and all(
            document.tokens[i].is_name or document.lower(i) == "." for i in rest
        ):
            return Told(document.text(rest[0], last), (rest[0], last))
    return Told(document.text(first, last), (first, last))


def _day(document: Document, clause: Clause, group: Group) -> Day | None:
    """Return the day on which it was said: right after the verb, or before the subject."""
    for day in within(document.days, clause.first, max(clause.last, group.last + 3)):
        if group.last <= day.first <= group.last + 2 and day.first < clause.last:
            return day
        if clause.first <= day.first < group.first:
            return day
    return None


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
