"""Words that look like a place name and are not: everyday words, people, organisations, dates."""

import csv
from functools import cache
from typing import TYPE_CHECKING

from sitmap import resources
from sitmap.geocode.tokens import Word

if TYPE_CHECKING:
    from sitmap.geocode.scan import Mention
    from sitmap.geocode.store import Candidate

_SHORT = 2
_BRIEF = 4
_TOWN = 20_000
_LARGE = 200_000
_ALTERNATE = 1


@cache
def _words(*parts: str) -> frozenset[str]:
    lines = resources.data(*parts).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def _stop() -> dict[str, frozenset[str]]:
    """Curated words by what they are: `never`, `title`, `person`, `organisation`, `before`."""
    found: dict[str, set[str]] = {}
    with resources.data("curated", "stop.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["kind"], set()).update(row["words"].split("|"))
    return {kind: frozenset(words) for kind, words in found.items()}


def never(key: str, tokens: list[Word], first: int, last: int) -> bool:
    """Whether a name is never taken for a place: dates, titles, demonyms, single letters, codes."""
    if key in _stop()["never"] or key in demonyms():
        return True
    if first != last:
        return False
    word = tokens[first]
    return len(key) < _SHORT or (len(key) == _SHORT and not word.capital)


@cache
def demonyms() -> dict[str, str]:
    """ISO alpha-3 by folded demonym ("russian")."""
    with resources.data("curated", "demonyms.csv").open(encoding="utf-8", newline="") as file:
        return {row["word"]: row["country"] for row in csv.DictReader(file)}


def common(key: str) -> bool:
    """Whether a name is also an everyday English word."""
    return key in _words("gazetteer", "common_words.txt")


def first_name(key: str) -> bool:
    """Whether a word is a given name."""
    return key in _words("gazetteer", "first_names.txt")


def title(key: str) -> bool:
    """Whether a word stands before a person's name ("President", "Mr")."""
    return key in _stop()["title"]


def organisation(key: str) -> bool:
    """Whether a word after a place name makes it an organisation, a team or a work ("Post", "FC")."""
    return key in _stop()["organisation"]


def places(text: str, words: list[Word], mentions: list["Mention"]) -> list["Mention"]:
    """Mentions that may be places: people, organisations and ships that bear a place's name are left out.

    A surname seen once beside a given name or a title is a person wherever else it stands alone.

    Parameters
    ----------
    text : str
        The document.
    words : list of Word
        Its words.
    mentions : list of Mention
        Names that the gazetteer has.

    Returns
    -------
    list of Mention
    """
    people: set[str] = set()
    kept = []
    for mention in mentions:
        if _person(text, words, mention):
            people.update(words[i].key for i in range(mention.first, mention.last + 1))
            following = mention.last + 1
            if following < len(words) and words[following].capital:
                people.add(words[following].key)
        elif not _organisation(text, words, mention):
            kept.append(mention)
    return [m for m in kept if m.first != m.last or m.key not in people or m.cue]


def _beside(text: str, words: list[Word], left: int, right: int) -> bool:
    """Whether two words exist and only a blank stands between them."""
    if left < 0 or right >= len(words):
        return False
    return text[words[left].end : words[right].start] in {" ", ". "}


def _person(text: str, words: list[Word], mention: "Mention") -> bool:
    """ "Chad Murphy", "Doug Logan", "President Lincoln"."""
    before, after = mention.first - 1, mention.last + 1
    if _beside(text, words, before, mention.first):
        word = words[before]
        blank = text[word.end : mention.start]
        if blank == " " and word.capital and first_name(word.key) and not _starts_sentence(text, words, mention.first):
            return True
        if word.capital and title(word.key) and not mention.cue:
            return True
    if mention.first != mention.last or mention.cue:
        return False
    if _beside(text, words, mention.last, after) and text[mention.end : words[after].start] == " ":
        return (
            words[after].capital
            and not words[after].upper
            and first_name(mention.key)
            and words[after].key not in _stop()["never"]
        )
    return False


def _organisation(text: str, words: list[Word], mention: "Mention") -> bool:
    """ "Kursk Group", "Washington Post", "USS Nevada"."""
    before, after = mention.first - 1, mention.last + 1
    if _beside(text, words, before, mention.first) and words[before].key in _stop()["before"]:
        return words[before].upper or words[before].capital
    if mention.cue or not _beside(text, words, mention.last, after):
        return False
    return words[after].capital and not words[after].upper and organisation(words[after].key)


def _starts_sentence(text: str, words: list[Word], at: int) -> bool:
    gap = text[words[at - 1].end : words[at].start] if at else "\n"
    return any(sign in gap for sign in ".!?:\n\u201c\"\u2022") or at == 0


def doubtful(text: str, words: list[Word], mention: "Mention", best: "Candidate") -> bool:
    """Whether a resolved mention is more likely no place at all.

    An everyday word that begins a sentence, or a small town under another name than its own.
    """
    if mention.first != mention.last or mention.cue:
        return False
    small = best.type in {"town", "area", "airport"} and best.population < _LARGE
    if common(mention.key) and small:
        return True
    if first_name(mention.key) and small and best.population < _TOWN:
        return True
    return best.kind == _ALTERNATE and best.type == "town" and best.population < _TOWN and len(mention.key) <= _BRIEF
