"""Verb groups, and the clauses that stand around them."""

import itertools
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sitmap.extract.document import Document
from sitmap.extract.vocabulary import Verb

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't"])
_HAVE = frozenset(["has", "have", "had", "having", "hasn't", "haven't", "hadn't"])
_DO = frozenset({"do", "does", "did", "didn't", "don't", "doesn't"})
_CAN = frozenset({"could", "may", "might", "can", "couldn't", "should", "must", "cannot"})
_WILL = frozenset({"will", "shall", "would", "won't"})
_NOT = frozenset({"not", "never", "n't", "nor"})
_LINK = frozenset(
    [
        "also",
        "already",
        "now",
        "still",
        "then",
        "just",
        "only",
        "soon",
        "again",
        "even",
        "once",
        "later",
        "first",
        "currently",
        "recently",
        "always",
        "all",
        "each",
        "both",
        "since",
        "been",
        "long",
        "ever",
        "yet",
        "often",
        "last",
        "so",
        "far",
        "reportedly",
        "to",
        "no",
        "longer",
        "out",
        "well",
        "formally",
        "today",
        "back",
    ]
)
_AUX = _BE | _HAVE | _DO | _CAN | _WILL | _NOT
_STRONG = frozenset(
    [
        ";",
        ":",
        "—",
        "\u2013",
        "which",
        "who",
        "whom",
        "whose",
        "where",
        "when",
        "while",
        "whereas",
        "that",
        "because",
        "although",
        "though",
        "before",
        "after",
        "if",
        "whether",
        "unless",
        "until",
        "as",
        "since",
        "than",
        "but",
    ]
)
_WEAK = frozenset({",", "and", "or", "then"})
_DETERMINERS = frozenset(
    [
        "a",
        "an",
        "the",
        "its",
        "their",
        "his",
        "her",
        "this",
        "that",
        "these",
        "those",
        "no",
        "any",
        "some",
        "another",
        "each",
        "every",
        "our",
    ]
)
_PLURAL = frozenset(
    {
        "they",
        "we",
        "i",
        "you",
        "who",
        "that",
        "which",
        "officials",
        "sources",
        "experts",
        "analysts",
        "officers",
        "researchers",
        "pictures",
        "images",
        "reports",
    }
)
_GERUND_AFTER = frozenset(
    {
        ",",
        "before",
        "after",
        "while",
        "when",
        "by",
        "and",
        "eventually",
        "since",
        "then",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "of",
        "from",
        "not",
    }
)
_CHAIN = 6
_SUBJECT_REACH = 7
_SPEECH = frozenset({"say", "assess", "confirm", "claim", "deny"})


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its auxiliaries at tokens `first` to `last` (exclusive).

    `past` is "simple", "perfect", "pluperfect" or "" for the present.
    """

    first: int
    last: int
    verb: Verb
    negated: bool = False
    hypothetical: bool = False
    future: bool = False
    infinitive: bool = False
    passive: bool = False
    progressive: bool = False
    participle: bool = False
    pluperfect: bool = False


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


def groups(document: Document, first: int, last: int) -> list[Group]:
    """Verb groups in a range of tokens.

    Parameters
    ----------
    document : Document
        The report taken apart.
    first, last : int
        Range of tokens.

    Returns
    -------
    list of Group
        In order.
    """
    found: list[Group] = []
    index = first
    while index < last:
        auxiliary = document.lower(index) in _AUX and index not in document.taken
        group = _chain(document, index, last) if auxiliary else None
        if group is None and not auxiliary:
            group = _single(document, index, found)
        if group is not None:
            found.append(group)
        index = max(index + 1, group.last if group else 0)
    return found


def _chain(document: Document, first: int, last: int) -> Group | None:
    """Return a group that starts with an auxiliary: "would have been sent", "are now based", "is"."""
    words: list[str] = []
    index = first
    while index < last and index - first < _CHAIN:
        lower = document.lower(index)
        verb = _verb(document, index)
        is_main = verb is not None and lower not in _AUX and _fits(words, verb)
        if is_main and verb is not None:
            return _group(document, first, index, verb, words)
        if lower in _AUX or _is_link(lower):
            words.append(lower)
            index += 1
        elif lower == "at" and document.lower(index + 1) in {"first", "last", "once", "least"}:
            index += 2
        else:
            break
    return _copula(first, words)


def _fits(words: list[str], verb: Verb) -> bool:
    if not words:
        return False
    if set(words) & (_BE | _HAVE) and words[-1] != "to":
        return verb.form in {"participle", "both", "any", "gerund"}
    return verb.form in {"base", "any"}


def _copula(first: int, words: list[str]) -> Group | None:
    """Return the words up to the last auxiliary, as "be" or "have"."""
    while words and words[-1] not in _AUX:
        words.pop()
    chain = set(words)
    if not chain & (_BE | _HAVE):
        return None
    verb = Verb("be", "be", "base") if chain & _BE else Verb("have", "hold", "base")
    return Group(
        first,
        first + len(words),
        verb,
        negated=bool(chain & _NOT),
        hypothetical=bool(chain & _CAN),
        future=bool(chain & _WILL),
        pluperfect=words[0] == "had" and "been" in chain,
    )


def _group(document: Document, first: int, index: int, verb: Verb, words: list[str]) -> Group:
    chain = set(words)
    last = _end(document, index)
    continuous = verb.form == "gerund"
    passive = bool(chain & _BE) and not continuous and words[-1] != "to"
    longer = "longer" in chain and "no" in chain
    return Group(
        first,
        last,
        verb,
        negated=bool(chain & _NOT) or longer or any(w.endswith("n't") for w in words),
        hypothetical=bool(chain & _CAN),
        future=bool(chain & _WILL) or (bool(chain & _BE) and words[-1] == "to"),
        passive=passive,
        progressive=continuous or "being" in chain,
        pluperfect=words[0] == "had",
    )


def _single(document: Document, index: int, found: list[Group]) -> Group | None:
    """Return a verb without an auxiliary: finite, an infinitive, a participle, or no verb at all here."""
    verb = _verb(document, index)
    if verb is None or document.place_at(index) is not None:
        return None
    before = document.lower(index - 1)
    if before.endswith("ly") and verb.form != "gerund":
        before = document.lower(index - 2) if before not in _DETERMINERS else before
    last = _end(document, index)
    if verb.form in {"base", "any"} and before == "to":
        return Group(index - 1, last, verb, infinitive=True)
    if verb.form == "base":
        if _plural_subject(document, index):
            return Group(index, last, verb)
        speaks = verb.frame in _SPEECH and document.lower(last) in {"that", ".", ",", ""}
        plural = before in _PLURAL or (before == "and" and bool(found)) or speaks
        return Group(index, last, verb) if plural else None
    if verb.form == "gerund":
        ok = before in _GERUND_AFTER or _plural_head(document, index - 1)
        return Group(index, last, verb, progressive=True, participle=True) if ok else None
    if verb.form == "third":
        return Group(index, last, verb) if _is_third(document, index, before) else None
    if (
        before in _DETERMINERS
        and document.tokens[min(index + 1, len(document.tokens) - 1)].is_word
        and document.at("preposition", index + 1) is None
    ):
        return None
    return Group(index, last, verb, participle=verb.form == "participle")


def _plural_subject(document: Document, index: int) -> bool:
    """Whether a noun for several stands before a base form: "some 500 soldiers of the brigade serve"."""
    if document.at("noun", index) or document.at("force", index) or document.at("weapon", index):
        return False
    for back in range(index - 1, max(index - _SUBJECT_REACH, -1), -1):
        if document.at("verb", back) is not None or document.lower(back) in _STRONG | {",", "."}:
            return False
        head = document.at("force", back) or document.at("weapon", back) or document.at("designation", back)
        if head is not None and document.lower(back).endswith(("s", "police", "men", "infantry")):
            return True
    return False


def _plural_head(document: Document, index: int) -> bool:
    return any(document.at(kind, index) for kind in ("force", "weapon", "designation"))


def _is_third(document: Document, index: int, before: str) -> bool:
    """Whether "launches", "fires", "shows" is a verb here and not a plural noun."""
    if document.at("force", index) or document.at("weapon", index):
        return False
    if document.at("facility", index) and before not in {"it", "he", "she", "which", "that", "who"}:
        return False
    if document.at("verb", index) and document.lower(index) in {
        "says",
        "has",
        "shows",
        "tells",
        "stays",
        "assesses",
    }:
        return True
    if before in _DETERMINERS or document.at("number", index - 1) or document.at("preposition", index - 1):
        return False
    for back in (2, 3):
        if document.lower(index - back) in _DETERMINERS and (
            document.at("verb", index - back - 1) or document.at("preposition", index - back - 1)
        ):
            return False
    subject = document.tokens[index - 1] if index else None
    if subject is None or document.lower(index + 1) in {"of", "by", "against"}:
        return False
    return (
        subject.is_name
        or before in {"it", "he", "she", "who", "which", "that"}
        or bool(document.at("speaker", index - 1))
    )


def _verb(document: Document, index: int) -> Verb | None:
    found = document.mentions.starting("verb", index)
    return found.value if found is not None and isinstance(found.value, Verb) else None


def _end(document: Document, index: int) -> int:
    found = document.mentions.starting("verb", index)
    return found.last if found is not None else index + 1


def clauses(
    document: Document, first: int, last: int, closed: AbstractSet[int] = frozenset()
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

    Returns
    -------
    list of Clause
        In order; together they cover the sentence.
    """
    found = groups(document, first, last)
    if not found:
        return [Clause(first, last, None)]
    starts = [first]
    links = [("own", "")]
    for before, here in itertools.pairwise(found):
        start = _boundary(document, before, here, closed)
        starts.append(start)
        links.append(_link(document, start, here))
    ends = [*starts[1:], last]
    return [
        Clause(start, end, group, link, marker)
        for start, end, group, (link, marker) in zip(starts, ends, found, links, strict=True)
    ]


def _boundary(document: Document, before: Group, here: Group, closed: AbstractSet[int]) -> int:
    """Where the clause of the second of two verbs starts: at the mark or joining word nearest to it."""
    index = here.first - 1
    while index >= before.last:
        lower = document.lower(index)
        if lower not in _STRONG | _WEAK or index in closed or _in_phrase(document, index):
            index -= 1
            continue
        opening = _opening(document, before.last, index, here) if lower == "," else None
        if opening is None:
            return _with_comma(document, index, before.last)
        index = opening - 1
    return here.first


def _with_comma(document: Document, index: int, floor: int) -> int:
    return (
        index - 1
        if index > floor and document.lower(index) in _WEAK and document.lower(index - 1) == ","
        else index
    )


def _opening(document: Document, floor: int, index: int, here: Group) -> int | None:
    """Return the comma that opens what this comma closes: "the missile, of the ICBM class, was launched"."""
    direct = all(_is_link(document.lower(i)) for i in range(index + 1, here.first))
    if not direct or here.participle or here.progressive:
        return None
    return next((i for i in range(index - 1, floor - 1, -1) if document.lower(i) == ","), None)


def _is_link(lower: str) -> bool:
    return lower in _LINK or lower.endswith("ly")


def _in_phrase(document: Document, index: int) -> bool:
    """Whether a comma or a word belongs to a date, a count, a name or a list of places."""
    between = document.place_at(index - 1) is not None and document.place_at(index + 1) is not None
    return (
        between
        or index in document.taken
        or document.count_at(index) is not None
        or document.place_at(index) is not None
    )


def _link(document: Document, start: int, group: Group) -> tuple[str, str]:
    marker = document.lower(start) if start < group.first else ""
    inner = [document.lower(i) for i in range(start + 1, group.first)] if marker else []
    if inner and inner[0] in {"which", "who", "where", "that", "when", "while", "but"}:
        marker, inner = inner[0], inner[1:]
    own = [w for w in inner if w not in _LINK and not w.endswith("ly") and w not in {"and", ","}]
    if marker in {"where", "when"}:
        return "place" if marker == "where" else "own", marker
    if own:
        return "own", marker
    return ("relative" if marker in {"which", "who", "that"} else "shared"), marker
