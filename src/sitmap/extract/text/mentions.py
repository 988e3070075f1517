"""The lexicon laid over a text: what each word may mean."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from sitmap.extract.text.entries import Value
from sitmap.extract.text.tokens import Token, key
from sitmap.extract.text.vocabulary import Lexicon, lexicon, words

_LED = words("actor", "led")


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase of the lexicon at tokens `first` to `last` (exclusive)."""

    kind: str
    first: int
    last: int
    value: Value


@dataclass(slots=True)
class Mentions:
    """All mentions of a text, by kind and by the tokens they cover."""

    ordered: dict[str, list[Mention]] = field(default_factory=dict)
    covering: dict[str, dict[int, Mention]] = field(default_factory=dict)
    _firsts: dict[str, list[int]] = field(default_factory=dict)

    def add(self, mention: Mention) -> None:
        """Record a mention; the words it covers are its own for this kind."""
        self.ordered.setdefault(mention.kind, []).append(mention)
        self._firsts.setdefault(mention.kind, []).append(mention.first)
        covered = self.covering.setdefault(mention.kind, {})
        for index in range(mention.first, mention.last):
            covered[index] = mention

    def at(self, kind: str, index: int) -> Mention | None:
        """Return the mention of a kind that covers a token."""
        covered = self.covering.get(kind)
        return covered.get(index) if covered is not None else None

    def starting(self, kind: str, index: int) -> Mention | None:
        """Return the mention of a kind that starts at a token."""
        found = self.at(kind, index)
        return found if found and found.first == index else None

    def within(self, kind: str, first: int, last: int) -> list[Mention]:
        """Mentions of a kind that start in a range of tokens, in order."""
        firsts = self._firsts.get(kind)
        if firsts is None:
            return []
        start = bisect_left(firsts, first)
        return self.ordered[kind][start : bisect_left(firsts, last, lo=start)]


def find(tokens: list[Token]) -> Mentions:
    """Every phrase of the lexicon in a text, the longest of each kind.

    Parameters
    ----------
    tokens : list of Token
        The text.

    Returns
    -------
    Mentions
    """
    mentions = Mentions()
    ends: dict[str, int] = {}
    keys = [key(token) for token in tokens]
    book = lexicon()
    for index in range(len(tokens)):
        for mention in _starting(book, tokens, keys, index):
            if ends.get(mention.kind, 0) <= index:
                ends[mention.kind] = mention.last
                mentions.add(mention)
    return mentions


def _starting(book: Lexicon, tokens: list[Token], keys: list[str], index: int) -> Iterator[Mention]:
    for phrase in book.get(keys[index], ()):
        if phrase.matches(tokens, keys, index):
            yield Mention(phrase.kind, index, index + len(phrase.words), phrase.value)
    stem, _, led = keys[index].rpartition("-")
    if stem and led in _LED and tokens[index].is_name:
        for phrase in book.get(stem, ()):
            if phrase.kind == "actor" and len(phrase.words) == 1:
                yield Mention(phrase.kind, index, index + 1, phrase.value)
