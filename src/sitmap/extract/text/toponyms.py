"""Which toponyms of a report name places in it: not a weapon, a ship or half of a word."""

from collections.abc import Iterator, Sequence

from sitmap.extract.text.entries import Actor, Force, Verb
from sitmap.extract.text.mentions import Mention, Mentions
from sitmap.extract.text.tokens import Token
from sitmap.model import Toponym

#: Verbs after which a name that a weapon shares with a town is the town: "hit Jericho", "holds Musudan".
_HITTING = frozenset({"strike", "hold"})
_QUOTES = frozenset("\"“\u2018'«")
_HYPHENS = frozenset("-\u2010\u2011")
#: A hyphen and the word that it ties on.
_TIED = 2


def places(
    words: Sequence[Token], found: Mentions, toponyms: Sequence[Toponym]
) -> Iterator[tuple[int, int, Toponym]]:
    """Toponyms by the tokens that they touch; of two that overlap, the longer; no weapons' names.

    Parameters
    ----------
    words : sequence of Token
        The report.
    found : Mentions
        The lexicon laid over it.
    toponyms : sequence of Toponym
        Its place names, in any order.

    Yields
    ------
    tuple
        First token, the one after the last, and the toponym.
    """
    index = 0
    for toponym in sorted(toponyms, key=lambda t: (t.span.start, -t.span.end)):
        while index < len(words) and words[index].end <= toponym.span.start:
            index += 1
        last = index
        while last < len(words) and words[last].start < toponym.span.end:
            last += 1
        if last == index or _only_describes(words, last, toponym):
            continue
        if not _is_other_name(words, found, index, last, toponym):
            yield index, last, toponym
            index = last


def _only_describes(words: Sequence[Token], last: int, toponym: Toponym) -> bool:
    """Whether a hyphen makes a name part of a word: "Amsterdam-based", "the U.S.-British base"."""
    whole = words[last - 1]
    if whole.end > toponym.span.end:
        return whole.text[toponym.span.end - whole.start] in _HYPHENS
    tied = [w.text for w in words[last : last + 2]]
    ends = [w.end for w in words[last - 1 : last + 1]]
    starts = [w.start for w in words[last : last + 2]]
    return len(tied) == _TIED and tied[0] in _HYPHENS and ends == starts


def _is_other_name(words: Sequence[Token], found: Mentions, first: int, last: int, toponym: Toponym) -> bool:
    """Whether "Musudan" is a missile and "NIS" a service here: not where only a place can stand."""
    actor = found.at("actor", first)
    if actor is not None and isinstance(actor.value, Actor) and actor.value.kind != "state":
        # "RAF" is a force, "RAF Akrotiri" a base.
        return actor.last >= last
    hull = found.at("force", first - 1 - (words[first - 1].text in _QUOTES if first else 0))
    if hull is not None and isinstance(hull.value, Force) and hull.value.what == "hulls":
        return True
    named = found.at("designation", first)
    if named is None:
        return False
    numbered = any(character.isdigit() for word in words[first:last] for character in word.text)
    return numbered or _is_weapon(words, found, named, (first, last), toponym)


def _is_weapon(
    words: Sequence[Token], found: Mentions, named: Mention, at: tuple[int, int], toponym: Toponym
) -> bool:
    """Whether a name that a weapon and a place share is the weapon's."""
    first, last = at
    struck = found.at("verb", first - 1)
    if struck is not None and isinstance(struck.value, Verb) and struck.value.frame in _HITTING:
        return found.at("weapon", named.last) is not None
    if found.at("weapon", named.last) or found.at("force", named.last):
        return True
    division = toponym.place is not None and toponym.place.type == "admin1"
    if last > named.last or (division and last == named.last):
        # "The Voronezh region", "the Voronezh and Kursk regions"; "Voronezh" alone is a radar.
        return False
    before = found.at("preposition", first - 1)
    listed = first > 1 and words[first - 1].lower in {"and", ","} and words[first - 2].is_name
    return not (listed or (before is not None and before.value != "other"))
