"""Names that stand where a place stands, and that no gazetteer knows.

"A brigade is near Nowhereville" is a claim all the same: it is listed without a point.
"""

from collections.abc import Iterator, Sequence

from sitmap.extract.text.entries import STANDING
from sitmap.extract.text.mentions import Mentions
from sitmap.extract.text.tokens import Token
from sitmap.extract.text.vocabulary import words as closed_class
from sitmap.model import Span, Toponym

_NO_PLACE = closed_class("place", "no_place")
#: What a name of this kind says is something else.
_KINDS = ("actor", "force", "weapon", "designation", "direction", "zone", "month", "weekday", "timezone")
_LONGEST_ACRONYM = 5
#: Words from a preposition to the name: "the small border village of".
_KIND_REACH = 6
_SETTLEMENTS = closed_class("place", "settlements")


def toponyms(
    text: str, words: Sequence[Token], mentions: Mentions, covered: frozenset[int]
) -> Iterator[Toponym]:
    """Find names after a preposition of place that nothing else claims.

    Parameters
    ----------
    text : str
        The report.
    words : sequence of Token
        Its tokens.
    mentions : Mentions
        The lexicon laid over it.
    covered : frozenset of int
        Tokens that are known places, dates, times, measures.

    Yields
    ------
    Toponym
        Without a place.
    """
    for preposition in mentions.ordered.get("preposition", ()):
        if words[preposition.first].text.isupper():
            # In a text in capitals a capital makes no name.
            continue
        first = _after_kind(words, preposition.last)
        last = first
        while last < len(words) and _is_name(words, mentions, covered, last):
            last += 1
        if "\n\n" in text[words[first - 1].end : words[min(first, len(words) - 1)].start]:
            continue
        if last == first or str(preposition.value) not in STANDING or _is_owner(words, last):
            continue
        if words[first].lower in _NO_PLACE or _is_acronym(words[first:last]):
            continue
        span = Span(words[first].start, words[last - 1].end)
        yield Toponym(span=span, text=text[span.start : span.end], place=None)


def _after_kind(words: Sequence[Token], first: int) -> int:
    """Where the name begins behind "the village of" or "a small settlement of", else `first`."""
    for at in range(first + 1, min(first + _KIND_REACH, len(words) - 1)):
        if words[at].lower == "of" and words[at - 1].lower in _SETTLEMENTS:
            return at + 1
        if words[at].is_name:
            break
    return first


def _is_name(words: Sequence[Token], mentions: Mentions, covered: frozenset[int], index: int) -> bool:
    free = words[index].is_name and index not in covered
    return free and not any(mentions.at(kind, index) for kind in _KINDS)


def _is_owner(words: Sequence[Token], index: int) -> bool:
    return index < len(words) and words[index].lower == "'s"


def _is_acronym(name: Sequence[Token]) -> bool:
    return len(name) == 1 and name[0].text.isupper() and len(name[0].text) <= _LONGEST_ACRONYM
