"""The lexicon laid over a text: what each word may mean."""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from sitmap.extract.text.entries import Actor, Phrase, Value
from sitmap.extract.text.tokens import Token, key
from sitmap.extract.text.vocabulary import Lexicon, Opening, lexicon, words

_LED = words("actor", "led")
_NOTHING = Opening({}, ())
_UNITS = frozenset((noun,) for noun in words("name", "unit"))
_ARTICLES = frozenset({"a", "an", "the"})
_PLACES = frozenset({"at", "in", "near", "on", "outside"})
_STOPS = frozenset({".", "!", "?", ":", ";"})


class Mention(NamedTuple):
    """A phrase of the lexicon at tokens `first` to `last` (exclusive)."""

    kind: str
    first: int
    last: int
    value: Value


@dataclass(slots=True)
class Mentions:
    """All mentions of a text, by kind and by the tokens they cover.

    `digits` are the tokens that begin with a digit, `hyphened` those with a hyphen, in order.
    """

    ordered: defaultdict[str, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    digits: list[int] = field(default_factory=list)
    hyphened: list[int] = field(default_factory=list)
    covering: defaultdict[str, dict[int, Mention]] = field(default_factory=lambda: defaultdict(dict))
    _firsts: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, mention: Mention) -> None:
        """Record a mention; the words it covers are its own for this kind."""
        kind, first, last, _ = mention
        self.ordered[kind].append(mention)
        self._firsts[kind].append(first)
        covered = self.covering[kind]
        for index in range(first, last):
            covered[index] = mention

    def at(self, kind: str, index: int) -> Mention | None:
        """Return the mention of a kind that covers a token."""
        covered = self.covering.get(kind)
        return covered.get(index) if covered else None

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
    keys = [key(token) if token.lower[-1] == "." else token.lower for token in tokens]
    book = lexicon()
    for index, (word, after) in enumerate(pairwise([*keys, ""])):
        opening = book.get(word, _NOTHING)
        for phrase in (*opening.longer.get(after, ()), *opening.alone):
            if (
                ends.get(phrase.kind, 0) <= index
                and phrase.matches(tokens, keys, index)
                and not _in_longer_name(mentions, tokens, phrase, index)
            ):
                ends[phrase.kind] = index + len(phrase.words)
                mentions.add(Mention(phrase.kind, index, ends[phrase.kind], phrase.value))
        if word[0].isdigit():
            mentions.digits.append(index)
        if "-" not in word:
            continue
        mentions.hyphened.append(index)
        led = _led(book, tokens[index], word)
        if led is not None and ends.get(led.kind, 0) <= index:
            ends[led.kind] = index + 1
            mentions.add(Mention(led.kind, index, index + 1, led.value))
    return mentions


def _in_longer_name(mentions: Mentions, tokens: list[Token], phrase: Phrase, index: int) -> bool:
    """Whether "Guards" or "Fleet" only ends another name: "the Danish Life Guards" are not Iran's."""
    body = phrase.value
    if not (isinstance(body, Actor) and body.role == "body" and phrase.words in _UNITS):
        return False
    if _starts_sentence(tokens, index):
        # "Guards at the plant": any sentence begins with a capital.
        return index + 1 < len(tokens) and tokens[index + 1].lower in _PLACES
    before = tokens[index - 1]
    own = mentions.at("actor", index - 1)
    if own is not None and isinstance(own.value, Actor) and own.value.code == body.code:
        return False
    return before.is_name and before.lower not in _ARTICLES and not _starts_sentence(tokens, index - 1)


def _starts_sentence(tokens: list[Token], index: int) -> bool:
    return index == 0 or tokens[index - 1].text in _STOPS


def _led(book: Lexicon, token: Token, word: str) -> Phrase | None:
    """Return the state of "US-led"."""
    stem, _, led = word.rpartition("-")
    if led not in _LED or not token.is_name:
        return None
    return next((p for p in book.get(stem, _NOTHING).alone if p.kind == "actor"), None)
