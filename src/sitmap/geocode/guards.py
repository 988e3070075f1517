"""Words that look like a place name and are not: everyday words, people, organisations, dates."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import marisa_trie

from sitmap import resources
from sitmap.geocode import store
from sitmap.geocode.tokens import Word

if TYPE_CHECKING:
    from sitmap.geocode.resolve import Choice
    from sitmap.geocode.scan import Mention
    from sitmap.geocode.store import Candidate

_SHORT = 2
#: Letters of a maker in the name of an aircraft: "Tu", "MiG".
_MARK = 3
_LINE = 80
_BRIEF = 4
_TOWN = 20_000
_LARGE = 200_000
_CITY = 500_000
#: The age of a person named before it: "Natalia, 51, who lives there".
_AGE = re.compile(r", [1-9]\d, [a-z]")
#: The middle initial and surname of a person: "Lewis B. Puller", not "Washington D. C. Police".
_INITIAL = re.compile(r" [A-Z]\. [A-Z][a-z]")
#: Types of features that towns are named after, and that are not in the towns.
_NATURAL = frozenset({"island", "sea", "reef", "lake", "cape", "mountains"})


@cache
def _words(*parts: str) -> frozenset[str]:
    lines = resources.data(*parts).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def _stop() -> dict[str, frozenset[str]]:
    """Curated words by what they are: `never`, `surname`, `title`, `organisation`, `before`."""
    found: dict[str, set[str]] = {}
    for row in resources.rows(resources.data("curated", "stop.csv")):
        found.setdefault(row["kind"], set()).update(row["words"].split("|"))
    return {kind: frozenset(words) for kind, words in found.items()}


def never(key: str, tokens: list[Word], first: int, last: int) -> bool:
    """Whether a name is never taken for a place: dates, titles, demonyms, single letters, codes."""
    if key in _stop()["never"] or key in _stop()["surname"] or key in demonyms():
        return True
    return first == last and (len(key) < _SHORT or tokens[first].contraction)


@cache
def demonyms() -> dict[str, str]:
    """ISO alpha-3 by folded demonym ("russian")."""
    rows = resources.rows(resources.data("curated", "demonyms.csv"))
    return {row["word"]: row["country"] for row in rows}


@cache
def _dictionary() -> marisa_trie.Trie:
    return marisa_trie.Trie().mmap(str(resources.data("gazetteer", "words.marisa")))


def word(key: str) -> bool:
    """Whether a name is also an everyday English word."""
    return key in _dictionary()


def first_name(key: str) -> bool:
    """Whether a word is a given name."""
    return key in _words("gazetteer", "first_names.txt")


def title(key: str) -> bool:
    """Whether a word stands before a person's name ("President", "Mr")."""
    return key in _stop()["title"]


def arms(key: str) -> bool:
    """Whether a word is what states use on others: "missile", "shelling"."""
    return key in _stop()["arms"]


def function_word(key: str) -> bool:
    """Whether a word is no noun that a name could belong to: "the Baltic and", "the Baltic was"."""
    return key in _stop()["never"]


def organisation(key: str) -> bool:
    """Whether a word after a place name makes it an organisation, a team or a work ("Post", "FC")."""
    return key in _stop()["organisation"]


def code(text: str, mention: "Mention") -> bool:
    """Whether a mention is a short word in capitals on a line that is not all capitals: "FAO"."""
    if mention.first != mention.last or len(mention.key) > _BRIEF:
        return False
    start = text.rfind("\n", 0, mention.start) + 1
    end = text.find("\n", mention.end)
    around = text[
        max(start, mention.start - _LINE) : min(end if end >= 0 else len(text), mention.end + _LINE)
    ]
    return any(char.islower() for char in around)


def places(
    text: str, words: Sequence[Word], mentions: list["Mention"]
) -> tuple[list["Mention"], frozenset[str]]:
    """Mentions that may be places, without those that are people, organisations or ships.

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
    tuple
        The mentions left, and the folded surnames seen beside a given name or a title.
    """
    people: set[str] = set()
    kept, named = [], -1
    for mention in mentions:
        if mention.first == named or _person(text, words, mention):
            people.update(words[i].key for i in range(mention.first, mention.last + 1))
            named = mention.last + (2 if _INITIAL.match(text, mention.end) else 1)
            if _beside(text, words, named - 1, named) and words[named].capital:
                people.add(words[named].key)
            else:
                named = -1
        elif not (_organisation(text, words, mention) or _designation(text, mention)):
            kept.append(mention)
    return kept, frozenset(people)


def _beside(text: str, words: Sequence[Word], left: int, right: int) -> bool:
    """Whether two words exist and only a blank stands between them."""
    if left < 0 or right >= len(words):
        return False
    return text[words[left].end : words[right].start] in {" ", ". "}


def _person(text: str, words: Sequence[Word], mention: "Mention") -> bool:
    """Whether a name is a person's: "Chad Murphy", "Doug Logan", "President Lincoln"."""
    before, after = mention.first - 1, mention.last + 1
    if _beside(text, words, before, mention.first):
        word = words[before]
        given = word.capital and first_name(word.key) and not function_word(word.key)
        if given and text[word.end : mention.start] == " ":
            return True
        if word.capital and title(word.key) and not mention.cue:
            return True
    if mention.first != mention.last or mention.cue:
        return False
    if _AGE.match(text, mention.end) or _INITIAL.match(text, mention.end):
        return True
    if _beside(text, words, mention.last, after) and text[mention.end : words[after].start] == " ":
        return (
            words[after].capital
            and not (words[after].upper or words[mention.first].upper)
            and first_name(mention.key)
            and not other_ok(words[after].key)
        )
    return False


def _organisation(text: str, words: Sequence[Word], mention: "Mention") -> bool:
    """Whether a name is part of another: "Kursk Group", "Washington Post", "USS Nevada"."""
    before, after = mention.first - 1, mention.last + 1
    if _beside(text, words, before, mention.first) and words[before].key in _stop()["before"]:
        return words[before].upper or words[before].capital
    if mention.cue or not _beside(text, words, mention.last, after):
        return False
    heading = words[mention.first].upper and words[after].upper
    return words[after].capital and not heading and organisation(words[after].key)


def _designation(text: str, mention: "Mention") -> bool:
    """Whether a number tied to a name makes it a weapon's: "Tu-95", "Su-34M"."""
    return (
        mention.first == mention.last
        and len(mention.key) <= _MARK
        and not mention.cue
        and text[mention.end : mention.end + 1] == "-"
        and text[mention.end + 1 :][:1].isdigit()
    )


def _starts_sentence(text: str, words: Sequence[Word], at: int) -> bool:
    gap = text[words[at - 1].end : words[at].start] if at else "\n"
    return any(sign in gap for sign in '.!?:\n\u201c"\u2022') or at == 0


def doubtful(text: str, words: Sequence[Word], choice: "Choice", people: frozenset[str]) -> bool:
    """Whether a resolved mention is more likely no place at all.

    A person named before, an everyday word, part of a longer name that the gazetteer does not have, a
    small town under another name than its own, or a ship: "aboard the Kursk".
    """
    mention, best = choice.mention, choice.best
    if (
        _other_thing(words, choice)
        or _of_longer_name(text, words, choice)
        or _begins_name(text, words, choice)
    ):
        return True
    if mention.first != mention.last or mention.cue or choice.contained:
        return False
    if mention.key in people:
        return best.type not in {"country", "admin1"} and best.population < _CITY
    everyday = word(mention.key)
    loose = {"town", "area", "admin1", "airport"} if everyday else frozenset()
    if best.kind == store.ALTERNATE and (best.code == "ADM2" or best.type in loose):
        return True
    if not _small(best):
        return False
    given = first_name(mention.key) and best.population < _TOWN
    brief = best.kind == store.ALTERNATE and best.population < _TOWN and len(mention.key) <= _BRIEF
    return everyday or given or brief or _amid_name(text, words, mention)


def _other_thing(words: Sequence[Word], choice: "Choice") -> bool:
    """Whether the words beside a town's name make it a ship's or another feature's.

    "Aboard the Kursk" is no town; "Mayang Island", with a capital, is no part of Mayang.
    """
    mention, best = choice.mention, choice.best
    if best.type not in {"town", "airport", "port"}:
        return False
    if mention.article and best.type == "town":
        return not choice.contained
    after = mention.last + 1
    if not mention.cue_end or not mention.cue <= _NATURAL:
        return False
    return words[after].capital and not words[after].upper


def _of_longer_name(text: str, words: Sequence[Word], choice: "Choice") -> bool:
    """Whether a village's name is only part of another feature's: "Khor Mor gas field" is not in Mor."""
    mention, best = choice.mention, choice.best
    if not mention.cue or best.type in mention.cue or choice.contained or best.population >= _TOWN:
        return False
    return _small(best) and _amid_name(text, words, mention)


def _begins_name(text: str, words: Sequence[Word], choice: "Choice") -> bool:
    """Whether a name only begins a longer one that the gazetteer lacks: "Abu Qrenat", "Bali Doogle"."""
    mention, best = choice.mention, choice.best
    after = mention.last + 1
    if (
        mention.first != mention.last
        or best.type == "country"
        or not _beside(text, words, mention.last, after)
    ):
        return False
    return (
        text[words[mention.last].end] == " "
        and words[after].capital
        and not (words[after].upper or words[mention.last].upper)
        and not (other_ok(words[after].key) or organisation(words[after].key))
        and not first_name(words[after].key)
    )


def _small(best: "Candidate") -> bool:
    """Whether a place is so little known that other readings of its name are likelier."""
    if best.code == "SITE" or (best.type == "admin1" and best.kind != store.ALTERNATE):
        return False
    if best.type == "area" and best.code != "ADM2":
        return False
    return best.type in {"town", "area", "airport", "base", "admin1"} and best.population < _LARGE


def _amid_name(text: str, words: Sequence[Word], mention: "Mention") -> bool:
    """Whether another capitalised word that is no everyday word stands beside a mention: "Soylu Bale"."""
    for left, right, other in (
        (mention.first - 1, mention.first, mention.first - 1),
        (mention.last, mention.last + 1, mention.last + 1),
    ):
        if not _beside(text, words, left, right) or text[words[left].end] == ".":
            continue
        if not words[other].capital or words[other].upper or other_ok(words[other].key):
            continue
        if other < mention.first and _starts_sentence(text, words, other):
            continue
        return True
    return False


def other_ok(key: str) -> bool:
    """Whether a capitalised word beside a place name says nothing against the place."""
    return word(key) or key in demonyms() or title(key) or key in _stop()["never"]
