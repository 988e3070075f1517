"""A report taken apart: its words, sentences, places, dates, clock times, measures and counts."""

from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from sitmap.extract.text import (
    clock,
    dates,
    hulls,
    liveblog,
    mentions,
    numbers,
    organs,
    sentences,
    tokens,
    unknown,
)
from sitmap.extract.text import toponyms as naming
from sitmap.extract.text.calendar_days import Day
from sitmap.extract.text.clock import Clock
from sitmap.extract.text.entries import Force, Verb
from sitmap.extract.text.mentions import Mention, Mentions
from sitmap.extract.text.numbers import Count, Measure
from sitmap.extract.text.organs import Organs
from sitmap.extract.text.sentences import Sentence
from sitmap.extract.text.tokens import Token
from sitmap.extract.text.vocabulary import ship_prefixes
from sitmap.model import Report, Span, Toponym

#: Kinds of mention that something may happen to, and those without which a sentence adds to no claim.
_HAPPENING = ("force", "weapon", "designation", "facility", "sitecue", "noun", "zone")
_TELLING = ("reference",)
#: Kinds of mention that a noun phrase has for its head.
_HEADS = ("designation", "weapon", "force")
#: Frames of verbs that tell of something fired, and of those whose subject may be a state: "Latvia seized P".
_FIRING = frozenset({"launch", "liftoff", "fall", "strike", "suffer"})
_OF_STATES = frozenset({"seize", "cede", "leave"})
#: Frames of verbs that tell of a place without naming it: "on Saturday she left".
_GOING = frozenset({"leave"})


class _Placed(Protocol):
    @property
    def first(self) -> int: ...


_P = TypeVar("_P", bound=_Placed)


def within(items: Sequence[_P], first: int, last: int) -> list[_P]:
    """Those of some sorted items that start in a range of tokens.

    Parameters
    ----------
    items : sequence
        Things with a `first` token, in order.
    first, last : int
        Range of tokens.

    Returns
    -------
    list
    """
    if not items:
        return []
    start = bisect_left(items, first, key=lambda item: item.first)
    end = bisect_left(items, last, lo=start, key=lambda item: item.first)
    return list(items[start:end])


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A toponym at tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    toponym: Toponym


@dataclass(slots=True)
class Document:
    """Everything that the rules look at, indexed by token.

    `taken` are the tokens of dates, clock times, measures and names, `heads` the first ones of
    nouns for forces and weapons, `entries` of a live account's entries, `ships` of ships' names,
    `hulls` the tokens of these by their last word.
    """

    report: Report
    tokens: list[Token]
    mentions: Mentions
    sentences: list[Sentence]
    body: int
    days: list[Day] = field(default_factory=list)
    clocks: list[Clock] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    taken: frozenset[int] = frozenset()
    heads: frozenset[int] = frozenset()
    ships: frozenset[int] = frozenset()
    hulls: dict[str, tuple[int, int]] = field(default_factory=dict)
    entries: dict[int, Day] = field(default_factory=dict)
    _day_at: frozenset[int] = frozenset()
    organs: Organs = field(default_factory=dict)
    _place_at: dict[int, PlaceMention] = field(default_factory=dict)
    _count_at: dict[int, Count] = field(default_factory=dict)
    _states: dict[str, list[PlaceMention]] = field(default_factory=dict)
    _telling: list[int] = field(default_factory=list)
    _happening: list[int] = field(default_factory=list)
    _lowers: list[str] = field(init=False)

    def __post_init__(self) -> None:
        """Keep the words in lower case by themselves: nothing is asked for as often."""
        self._lowers = [token.lower for token in self.tokens]

    def text(self, first: int, last: int) -> str:
        """Return the words from token `first` to `last` (exclusive), verbatim."""
        return self.report.text[self.tokens[first].start : self.tokens[last - 1].end]

    def span(self, first: int, last: int) -> Span:
        """Character offsets of tokens `first` to `last` (exclusive)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def lower(self, index: int) -> str:
        """Return the word at a token in lower case, "" outside the text."""
        if index < 0:
            return ""
        try:
            return self._lowers[index]
        except IndexError:
            return ""

    def lowers(self, first: int, last: int) -> list[str]:
        """Return the words from token `first` to `last` (exclusive) in lower case."""
        return self._lowers[first:last]

    def text_at(self, index: int) -> str:
        """Return the word at a token as it is written, "" outside the text."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def is_day(self, index: int) -> bool:
        """Whether a token is part of a day: "Sunday", "9 June"."""
        return index in self._day_at

    def place_at(self, index: int) -> PlaceMention | None:
        """Return the toponym that covers a token."""
        return self._place_at.get(index)

    def count_at(self, index: int) -> Count | None:
        """Return the count that covers a token."""
        return self._count_at.get(index)

    def tells(self, first: int, last: int) -> bool:
        """Whether a range of tokens names anything that a claim, or a flight, is made of."""
        return _any_in(self._telling, first, last)

    def happens(self, first: int, last: int) -> bool:
        """Whether a range of tokens names anything that a claim tells of, besides its place and time."""
        return _any_in(self._happening, first, last)

    def state(self, code: str, index: int) -> PlaceMention | None:
        """Return the toponym that names a state, the nearest to a token."""
        options = self._states.get(code, [])
        at = bisect_left(options, index, key=lambda place: place.first)
        return min(options[max(at - 1, 0) : at + 1], key=lambda p: abs(p.first - index), default=None)

    def at(self, kind: str, index: int) -> Mention | None:
        """Return the mention of a kind that covers a token."""
        return self.mentions.at(kind, index)

    def cue(self, name: str, first: int, last: int) -> Mention | None:
        """Return the first cue of a name in a range of tokens."""
        found = self.mentions.within("cue", first, last)
        return next((m for m in found if m.value == name and not self._is_date(m.first)), None)

    def _is_date(self, index: int) -> bool:
        """Whether a word belongs to a date, or is the month of May by itself."""
        return index in self.taken or (self.tokens[index].is_name and self.at("month", index) is not None)


def read(report: Report, toponyms: Sequence[Toponym]) -> Document:
    """Take a report apart.

    Parameters
    ----------
    report : Report
        The report.
    toponyms : sequence of Toponym
        Its place names, in any order.

    Returns
    -------
    Document
    """
    words = tokens.tokenize(report.text)
    found = mentions.find(words)
    body_offset = sentences.dateline_end(report.text)
    body = next((i for i, t in enumerate(words) if t.start >= body_offset), 0) if body_offset else 0
    document = Document(report, words, found, sentences.sentences(report.text, words), body)
    document.heads = frozenset(_starts(found, _HEADS))
    document.days = dates.days(words, found, published=report.published, body=body)
    document.clocks = clock.clocks(words, found)
    document.entries = liveblog.entries(report.text, words, report.published)
    document._day_at = frozenset(i for d in document.days for i in range(d.first, d.last))  # noqa: SLF001 - its own maker
    taken = set(document._day_at)  # noqa: SLF001 - as above
    taken |= {i for c in document.clocks for i in range(c.first, c.last)}
    taken |= set(found.covering.get("designation", ()))
    document.measures = numbers.measures(words, found, taken)
    taken |= {i for m in document.measures for i in range(m.first, m.last)}
    document.taken = frozenset(taken)
    other = taken - set(found.covering.get("designation", ()))
    document.counts = numbers.counts(words, found, taken)
    document._count_at = {i: c for c in document.counts for i in range(c.first, c.last)}  # noqa: SLF001 - as above
    named = [PlaceMention(*t) for t in naming.places(words, found, toponyms)]
    named = [t for t in named if not other.issuperset(range(t.first, t.last))]
    covered = frozenset(other | {i for t in named for i in range(t.first, t.last)})
    unknown_names = unknown.toponyms(report.text, words, found, covered)
    named += [PlaceMention(*t) for t in naming.places(words, found, list(unknown_names))]
    document.places = sorted(named, key=lambda place: place.first)
    document._place_at = {i: p for p in document.places for i in range(p.first, p.last)}  # noqa: SLF001 - as above
    ships = _ships(words) + _named_hulls(words, found)
    document.ships = frozenset(first for first, _ in ships)
    document.hulls = {}
    for first, last in ships:
        document.hulls.setdefault(words[last - 1].text, (first, last))
    document.organs = organs.organs(words, found)
    happening = document.ships | _starts(found, _HAPPENING) | _verbs(found, _FIRING)
    told = (_starts(found, _TELLING) | _verbs(found, _GOING)).union(
        item.first for items in (document.places, document.measures, document.clocks) for item in items
    )
    document._telling = sorted(happening | told)  # noqa: SLF001 - as above
    document._happening = sorted(happening | _verbs(found, _OF_STATES))  # noqa: SLF001 - as above
    for place in document.places:
        entry = place.toponym.place
        if entry is not None and entry.type == "country" and place.first >= body:
            document._states.setdefault(entry.country, []).append(place)  # noqa: SLF001 - as above
    return document


def _starts(found: Mentions, kinds: Sequence[str]) -> set[int]:
    """First tokens of the mentions of some kinds."""
    return {m.first for kind in kinds for m in found.ordered.get(kind, ())}


def _verbs(found: Mentions, frames: AbstractSet[str]) -> set[int]:
    """First tokens of the verbs of some frames."""
    verbs = found.ordered.get("verb", ())
    return {m.first for m in verbs if isinstance(m.value, Verb) and m.value.frame in frames}


def _any_in(starts: Sequence[int], first: int, last: int) -> bool:
    """Whether any of some sorted tokens lies in a range."""
    index = bisect_left(starts, first)
    return index < len(starts) and starts[index] < last


def _ships(words: list[Token]) -> list[tuple[int, int]]:
    """Tokens of each ship's name that has its prefix."""
    prefixes = ship_prefixes()
    starts = [index for index, word in enumerate(words) if word.text in prefixes]
    ends = ((index, hulls.name_end(words, index, len(words))) for index in starts)
    return [(first, last) for first, last in ends if last is not None]


def _named_hulls(words: list[Token], found: Mentions) -> list[tuple[int, int]]:
    """Tokens of each ship's name of one word that follows its class: "the carrier Shandong"."""
    ends = [
        m.last
        for m in found.ordered.get("force", ())
        if isinstance(m.value, Force) and m.value.what == "hulls" and words[m.last - 1].text.islower()
    ]
    return [
        (end, end + 1)
        for end in ends
        if end < len(words) and words[end].text.istitle() and not _is_known(found, end)
    ]


def _is_known(found: Mentions, index: int) -> bool:
    """Whether a word is a state, a day or a month rather than a ship."""
    return any(found.at(kind, index) is not None for kind in ("actor", "month", "weekday", "force"))
