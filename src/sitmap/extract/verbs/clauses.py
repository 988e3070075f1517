"""Verb groups, and the clauses that stand around them."""

import itertools
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sitmap.extract.text.document import Document, PlaceMention
from sitmap.extract.text.vocabulary import words
from sitmap.extract.verbs.finite import LINK, NO_SUBJECTS, past_adverbs
from sitmap.extract.verbs.groups import Group, groups, is_link

_STRONG = words("clause", "strong")
_RELATIVE = frozenset({"where", "which", "who"})
_CURRENT = words("source", "current")
_SUBJECTS = frozenset({"it", "they", "he", "she", "we"})
_WEAK = frozenset({",", "and", "or", "then"})
#: Words that open a clause or a date, and words that stand before a month in a date.
_WHEN = frozenset({"after", "before", "since", "until"})
_DATING = frozenset({"early", "end", "late", "last", "mid", "next", "of", "the", "then", "this"})


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `first` to `last` (exclusive) around one verb group, None for a clause without a verb.

    `link` says where the subject is: "own", "shared" with the clause before, "relative" (the noun
    before the clause) or "place" (the clause tells of the place before it).
    """

    first: int
    last: int
    group: Group | None
    link: str = "own"
    marker: str = ""


def clauses(
    document: Document,
    first: int,
    last: int,
    closed: AbstractSet[int] = frozenset(),
    subjects: Mapping[int, bool] = NO_SUBJECTS,
) -> list[Clause]:
    """Split a sentence into clauses of one verb group each.

    Parameters
    ----------
    document : Document
        The report taken apart.
    first, last : int
        Tokens of the sentence.
    closed : set of int
        Tokens inside noun phrases, where no clause starts.
    subjects : mapping of int to bool
        Token after each noun phrase that may be a subject, and whether it is several.

    Returns
    -------
    list of Clause
        In order; together they cover the sentence.
    """
    found = groups(document, first, last, subjects)
    if not found:
        return [Clause(first, last, None)]
    opens = _relative(document, first, found[0], closed)
    starts = [first if opens is None else opens]
    links = [("own", "") if opens is None else _link(document, opens, found[0])]
    for before, here in itertools.pairwise(found):
        start = _boundary(document, before, here, closed)
        starts.append(start)
        links.append(_link(document, start, here))
    ends = [*starts[1:], last]
    head = [Clause(first, opens, None)] if opens is not None else []
    return head + [
        Clause(start, end, group, link, marker)
        for start, end, group, (link, marker) in zip(starts, ends, found, links, strict=True)
    ]


def _relative(document: Document, first: int, group: Group, closed: AbstractSet[int]) -> int | None:
    """Return where the first verb's clause starts, when it tells of what is before it: "P, where ..."."""
    for index in range(group.first - 1, first + 1, -1):
        governed = document.at("preposition", index - 1) is not None
        if document.lower(index) in _RELATIVE and index not in closed and not governed:
            return _with_comma(document, index, first)
    return None


def _boundary(document: Document, before: Group, here: Group, closed: AbstractSet[int]) -> int:
    """Where the clause of the second of two verbs starts: at the mark or joining word nearest to it."""
    index = here.first - 1
    while index >= before.last:
        lower = document.lower(index)
        if (
            lower not in _STRONG | _WEAK
            or index in closed
            or _in_phrase(document, index, here)
            or _only_when(document, index, here)
        ):
            index -= 1
            continue
        opening = _opening(document, before.last, index, here) if lower == "," else None
        if opening is None:
            return _with_comma(document, index, before.last)
        index = opening - 1
    # "The group said it fired two drones": a pronoun opens what is said.
    subject = past_adverbs(document, here.first - 1)
    spoken = before.verb.frame == "say" and subject >= before.last
    return subject if spoken and document.lower(subject) in _SUBJECTS else here.first


def _only_when(document: Document, index: int, here: Group) -> bool:
    """Whether a word that may open a clause governs a date alone: "who were at P until May have gone"."""
    if document.lower(index) not in _WHEN:
        return False
    told = range(index + 1, past_adverbs(document, here.first - 1) + 1)
    return bool(told) and all(_tells_date(document, i) for i in told)


def _tells_date(document: Document, index: int) -> bool:
    dated = document.is_day(index) or index in document.taken or document.lower(index).isdigit()
    kinds = ("month", "weekday", "season", "day", "number", "unit")
    return dated or document.lower(index) in _DATING or any(document.at(kind, index) for kind in kinds)


def _with_comma(document: Document, index: int, floor: int) -> int:
    joins = document.lower(index) in _WEAK | _RELATIVE
    return index - 1 if index > floor and joins and document.lower(index - 1) == "," else index


def _opening(document: Document, floor: int, index: int, here: Group) -> int | None:
    """Return the comma that opens what this comma closes: "the missile, of the ICBM class, was launched"."""
    direct = all(is_link(document.lower(i)) for i in range(index + 1, here.first))
    if not direct or here.participle or here.progressive:
        return None
    return next((i for i in range(index - 1, floor - 1, -1) if document.lower(i) == ","), None)


def _in_phrase(document: Document, index: int, here: Group) -> bool:
    """Whether a comma or a word belongs to a date, a count, a name or a list of places."""
    if document.lower(index) == ";":
        return False
    if document.lower(index) == "and" and _speak_together(document, index, here):
        return True
    following = document.place_at(index + 1)
    owner = following is not None and (
        document.lower(following.last) == "'s" or _speaks(document, following, here)
    )
    between = document.place_at(index - 1) is not None and following is not None and not owner
    return (
        between
        or index in document.taken
        or document.count_at(index) is not None
        or document.place_at(index) is not None
    )


def _speak_together(document: Document, index: int, here: Group) -> bool:
    """Whether "and" joins two who say it: "officials and residents said"."""
    second = any(document.at("speaker", i) for i in range(index + 1, here.first))
    first = document.at("speaker", index - 1) is not None or document.lower(index - 1) in _CURRENT
    return here.verb.frame == "say" and second and first


def _speaks(document: Document, place: PlaceMention, here: Group) -> bool:
    """Whether a place is who said it, or whose: "..., US officials said"."""
    after = place.last
    if here.verb.frame != "say" or after > here.first:
        return False
    speaker = after < here.first and document.tokens[after].is_word
    return after == here.first or (speaker and document.at("preposition", after) is None)


def _link(document: Document, start: int, group: Group) -> tuple[str, str]:
    marker = document.lower(start) if start < group.first else ""
    inner = [document.lower(i) for i in range(start + 1, group.first)] if marker else []
    if inner and inner[0] in {"which", "who", "where", "that", "when", "while", "but"}:
        marker, inner = inner[0], inner[1:]
    own = [w for w in inner if w not in LINK and not w.endswith("ly") and w not in {"and", ","}]
    if marker in {"where", "when"}:
        return "place" if marker == "where" else "own", marker
    if own:
        return "own", marker
    return ("relative" if marker in {"which", "who", "that"} else "shared"), marker
