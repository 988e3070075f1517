"""Find the words of a text that may name a place: the longest names, with the cues beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from sitmap import resources
from sitmap.geocode import guards, store
from sitmap.geocode.sides import COMPASS, side
from sitmap.geocode.tokens import Word, joined, words
from sitmap.model import Span

_LONGEST = 8
_CUE_WORDS = 4
_SITE = "SITE"
_HYPHENS = frozenset("-\u2010\u2011")
#: The Arabic article before the letters that change it.
_ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az"})
_POSSESSIVES = frozenset({"'s ", "\u2019s "})


@dataclass(slots=True)
class Mention:
    """Words that may name a place.

    Parameters
    ----------
    first, last : int
        First and last word of the name itself.
    key : str
        The name, folded.
    start, end : int
        Characters of the whole mention, cue and compass word included.
    cue : frozenset of str
        Place types that a neighbouring word asks for, empty when none does.
    cue_end : int
        End of the cue word that belongs to the mention once such a place is chosen, 0 for none.
    part : str
        Compass part ("north"), "" for the whole.
    part_start : int
        Where the compass word begins.
    article : bool
        "the" stands before it and no noun after it: "the Baltic", not "the Kyiv government".
    state : str
        ISO alpha-3 of the demonym that its town word has: "the Syrian city of Homs"; "" for none.
    topic : frozenset of str
        Place types that words of its sentence speak of: "bombers" of air bases.
    leader : int
        People of the largest town whose own name it is, 0 when there is none.
    partial : bool
        A name that is only part of the passage asked for.
    """

    first: int
    last: int
    key: str
    start: int
    end: int
    cue: frozenset[str] = frozenset()
    cue_end: int = 0
    part: str = ""
    part_start: int = 0
    article: bool = False
    state: str = ""
    topic: frozenset[str] = frozenset()
    leader: int = 0
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """Types that a cue asks for, and whether its word becomes part of the mention."""

    types: frozenset[str]
    joins: bool


@cache
def cues() -> dict[tuple[str, str], Cue]:
    """Cues by side ("after", "before", "list", "ground", "topic") and folded words."""
    return {
        (row["side"], row["words"]): Cue(frozenset(row["types"].split()), row["joins"] == "yes")
        for row in resources.rows(resources.data("curated", "cues.csv"))
    }


@cache
def _place_words() -> frozenset[str]:
    """Words of the cues that stand before a name: "city", "port", "of"."""
    return frozenset(word for side, words in cues() if side in {"before", "after"} for word in words.split())


def place_word(key: str) -> bool:
    """Whether a word says what kind of place a name after it is: "town", "region"."""
    return key in _place_words()


@cache
def _generic() -> frozenset[str]:
    """Last words of the cues that follow a name: "site", "centre", "range"."""
    return frozenset(words.rpartition(" ")[2] for side, words in cues() if side == "after")


@cache
def own_cue(key: str) -> frozenset[str]:
    """Place types that the last words of a name itself ask for: "Baghdad International Airport"."""
    words = key.split()
    cue = next((c for n in range(1, len(words)) if (c := cues().get(("after", " ".join(words[n:]))))), None)
    return cue.types if cue is not None else frozenset()


def mentions(text: str, gazetteer: store.Gazetteer) -> tuple[list[Word], list[Mention]]:
    """Longest names in a text, left to right, without overlap.

    Parameters
    ----------
    text : str
        Any text.
    gazetteer : Gazetteer
        Where names are looked up.

    Returns
    -------
    tuple
        The words of the text, and the mentions among them.
    """
    tokens = words(text)
    found: list[Mention] = []
    end = 0
    for i, word in enumerate(tokens):
        if i < end or not (word.capital or (word.key in _ARTICLES and _is_tied(text, tokens, i))):
            continue
        match = _longest(text, tokens, i, gazetteer)
        if match is not None and word.key == "the" and match.last > i:
            inner = _longest(text, tokens, i + 1, gazetteer) if tokens[i + 1].capital else None
            match = inner or match
        if match is not None:
            found.append(match)
            end = match.last + 1
    bounds = [-1, *(mention.last for mention in found)], [*(mention.first for mention in found), len(tokens)]
    for i, mention in enumerate(found):
        _beside(text, tokens, mention, (bounds[0][i], bounds[1][i + 1]))
    _lists(text, tokens, found)
    return tokens, found


def _is_tied(text: str, tokens: list[Word], i: int) -> bool:
    """Whether a hyphen ties an article to a name: "al-Fashir"."""
    if i + 1 == len(tokens):
        return False
    return tokens[i + 1].capital and text[tokens[i].end : tokens[i + 1].start] in _HYPHENS


def _longest(text: str, tokens: list[Word], i: int, gazetteer: store.Gazetteer) -> Mention | None:
    window, ends = tokens[i].key, {len(tokens[i].key): i}
    for j in range(i + 1, min(i + _LONGEST, len(tokens))):
        link = _link(text, tokens[j - 1], tokens[j])
        if link is None:
            break
        window += link + tokens[j].key
        ends[len(window)] = j
    names = [key for key in gazetteer.prefixes(window) if len(key) in ends]
    if not names:
        return None
    # "Airport", "Air Base 201": what kind of place, and no name.
    kinds = [last for end, last in ends.items() if ("after", window[:end]) in cues()]
    kind = max(kinds, default=i if tokens[i].key in _generic() else i - 1)
    for key in reversed(names):
        last = ends[len(key)]
        numbered = last - 1 > kind and _numbered(tokens[last], key, gazetteer)
        if last <= kind or not (_ends(text, tokens, i, last) or numbered):
            continue
        if not guards.never(key, tokens, i, last):
            return Mention(i, last, key, tokens[i].start, tokens[last].end)
    return None


def _numbered(word: Word, key: str, gazetteer: store.Gazetteer) -> bool:
    """Whether a number ends the name of a site of our tables: "Tower 22"; "Sector 7" is everywhere."""
    return word.key[0].isdigit() and any(c.code == _SITE for c in gazetteer.candidates(key))


def _link(text: str, left: Word, right: Word) -> str | None:
    """Write what stands between two words of a name, folded: "Prince George's County" keeps its s.

    None where two words are no name.
    """
    gap = text[left.end : right.start]
    if gap in _POSSESSIVES:
        return "s "
    return " " if gap == " " or joined(text, left, right) else None


def _ends(text: str, tokens: list[Word], first: int, last: int) -> bool:
    """Whether a name may end in a word.

    One with a capital, one tied on by a hyphen ("Musudan-ri"), or a cue ("Imam Khomeini centre").
    """
    word = tokens[last]
    if word.capital or last == first:
        return word.capital
    tied = text[word.start - 1] != " "
    return tied or (word.key in _generic() and tokens[first].key != "the")


def _beside(text: str, tokens: Sequence[Word], mention: Mention, bounds: tuple[int, int]) -> None:
    """Note the cue after or before a mention and the compass word in front of it.

    `bounds` are the words on either side that belong to its neighbours.
    """
    after = _run(text, tokens, range(mention.last, bounds[1]))
    for count in range(len(after), 0, -1):
        cue = cues().get(("after", " ".join(word.key for word in after[:count])))
        if cue is not None and not _goes_on(after, count):
            mention.cue = cue.types
            mention.cue_end = after[count - 1].end if cue.joins else 0
            break
    before = _run(text, tokens, range(mention.first, bounds[0], -1))
    for count in range(len(before), 0, -1):
        cue = cues().get(("before", " ".join(word.key for word in reversed(before[:count]))))
        if cue is not None and not mention.cue:
            mention.cue = cue.types
            break
    found = side(before)
    if found is not None:
        mention.part = COMPASS[found.key]
        mention.part_start = found.start if found is before[0] else mention.start


def _goes_on(after: list[Word], count: int) -> bool:
    """Whether a capitalised cue is part of a longer name: "Ohio State University", "Department of"."""
    if not after[count - 1].capital or len(after) == count:
        return False
    return after[count].key == "of" or guards.organisation(after[count].key)


def _run(text: str, tokens: Sequence[Word], path: range) -> list[Word]:
    """Up to four words beside the first of a path, each joined to the last; nearest first."""
    found: list[Word] = []
    for at, neighbour in pairwise(path[: _CUE_WORDS + 1]):
        if not joined(text, tokens[min(at, neighbour)], tokens[max(at, neighbour)]):
            break
        found.append(tokens[neighbour])
    return found


def _lists(text: str, tokens: list[Word], found: list[Mention]) -> None:
    """Give "A, B and C oblasts" the cue of its last word throughout."""
    for at, mention in enumerate(found):
        tail = mention.last + 1
        if tail >= len(tokens):
            continue
        cue = cues().get(("list", tokens[tail].key))
        if cue is None or text[mention.end : tokens[tail].start] != " ":
            continue
        mention.cue = cue.types
        for k in range(at - 1, -1, -1):
            if text[found[k].end : found[k + 1].start] not in {", ", " and ", ", and ", " or ", ", or "}:
                break
            found[k].cue = cue.types


def within(text: str, words: Sequence[Word], span: Span, gazetteer: store.Gazetteer) -> Mention | None:
    """Find the mention that a given passage makes: the longest name in it, capitals or not.

    Parameters
    ----------
    text : str
        The document.
    words : list of Word
        Its words.
    span : Span
        The passage.
    gazetteer : Gazetteer
        Where names are looked up.

    Returns
    -------
    Mention or None
        None when no part of the passage is a name.
    """
    inside = [i for i, word in enumerate(words) if span.start <= word.start and word.end <= span.end]
    if not inside:
        return None
    pairs = ((i, j) for i in inside for j in range(i, min(i + _LONGEST, inside[-1] + 1)))
    runs = sorted(pairs, key=lambda run: (run[0] - run[1], run[0]))
    for first, last in runs:
        key = words[first].key
        for left, right in pairwise(words[first : last + 1]):
            key += (_link(text, left, right) or " ") + right.key
        if gazetteer.postings(key):
            mention = Mention(first, last, key, words[first].start, words[last].end)
            mention.partial = (first, last) != (inside[0], inside[-1])
            _beside(text, words, mention, (-1, len(words)))
            return mention
    return None
