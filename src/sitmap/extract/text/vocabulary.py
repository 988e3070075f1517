"""The tables of `data/vocabulary/`, as one lexicon of phrases.

A row is a set of words and what they mean; adding one needs no code. Words written with a capital
in the table must have one in the text, words in capitals must be in capitals: "Guards" is a force
and "guards" is not, "US" is a state and "us" is not.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from sitmap import resources
from sitmap.errors import ResourceError
from sitmap.extract.text.entries import Actor, Designation, Force, Phrase, Value, Verb
from sitmap.extract.text.tokens import key, tokenize

_CELL = "|"


class Opening(NamedTuple):
    """Phrases that begin with a word: those of several words by the second, longest first, and the others."""

    longer: Mapping[str, Sequence[Phrase]]
    alone: Sequence[Phrase]


Lexicon = Mapping[str, Opening]


@cache
def phrases() -> tuple[Phrase, ...]:
    """Every phrase of every table, longest first.

    Returns
    -------
    tuple of Phrase

    Raises
    ------
    ResourceError
        If a table is missing or a row has no words.
    """
    return tuple(sorted((_phrase(*row) for row in _rows()), key=lambda phrase: -len(phrase.words)))


@cache
def lexicon() -> Lexicon:
    """Every phrase by its first word and, where it has one, its second.

    "The" begins dozens of phrases and stands in every sentence; few of them begin with the word after it too.

    Returns
    -------
    Mapping
        First word in lower case to phrases.

    Raises
    ------
    ResourceError
        If a table is missing or a row has no words.
    """
    longer: dict[str, dict[str, list[Phrase]]] = {}
    alone: dict[str, list[Phrase]] = {}
    for phrase in phrases():
        first, *others = phrase.words
        if others:
            longer.setdefault(first, {}).setdefault(others[0], []).append(phrase)
        else:
            alone.setdefault(first, []).append(phrase)
    return MappingProxyType(
        {first: Opening(longer.get(first, {}), alone.get(first, ())) for first in longer | alone}
    )


def _phrase(words: str, kind: str, value: Value) -> Phrase:
    tokens = tokenize(words)
    if not tokens:
        raise ResourceError(
            f"data/vocabulary: an empty phrase for {kind} {value!r}: fill in or delete the row"
        )
    cased = tuple(token.text for token in tokens)
    capitals = any(word[:1].isupper() for word in cased)
    return Phrase(tuple(key(t) for t in tokens), cased, kind, value, capitals)


def table(name: str) -> list[dict[str, str]]:
    """Rows of one vocabulary table.

    Parameters
    ----------
    name : str
        File name without ".csv".

    Returns
    -------
    list of dict
        Column to cell.

    Raises
    ------
    ResourceError
        If the table is missing.
    """
    return resources.rows(resources.data("vocabulary", f"{name}.csv"))


@cache
def holders() -> dict[str, str]:
    """States whose forces guard territories that have a code of their own: Guam's are of the United States.

    Returns
    -------
    dict of str to str
        Code of the territory to that of the state.
    """
    return {code: row["actor"] for row in table("territories") for code in cells(row["territories"])}


def cells(cell: str) -> list[str]:
    """Alternatives in one cell.

    Parameters
    ----------
    cell : str
        Alternatives separated by "|".

    Returns
    -------
    list of str
    """
    return [part for part in cell.split(_CELL) if part]


def _rows() -> Iterator[tuple[str, str, Value]]:
    yield from _actors()
    yield from _verbs()
    for row in table("forces"):
        for words in cells(row["words"]):
            yield words, "force", Force(row["asset"], row["what"])
    known = {words for row in table("designations") for words in cells(row["names"])}
    singular = known | {name.rpartition(" ")[2] for name in known}  # "Typhoons": each a Eurofighter Typhoon
    for row in table("designations"):
        for words in cells(row["names"]):
            one = words[:-1] if words.endswith("s") and words[:-1] in singular else words
            named = Designation(one, row["actor"], row["fired"], row["based"])
            yield words, "designation", named
            if f"{words}s" not in known and _takes_plural(row, words):
                yield f"{words}s", "designation", named
    yield from _plain()
    for row in table("numbers"):
        yield row["words"], "number", float(row["value"])


def _takes_plural(row: dict[str, str], name: str) -> bool:
    """Whether several may be called so: "three Kinzhals", "two C-130Js", "four F-16s", "Kh-101s"."""
    model = any(character.isdigit() for character in name) and not name.endswith("s")
    return model or (bool(row["fired"]) and name[-1:].isalpha())


#: Tables of words with one meaning each: table, kind of mention, column of the meaning.
_PLAIN = (
    ("weapons", "weapon", "asset"),
    ("cues", "cue", "cue"),
    ("units", "unit", "words"),
    ("bounds", "bound", "bound"),
    ("zones", "zone", "zone"),
    ("references", "reference", "types"),
    ("months", "month", "month"),
    ("weekdays", "weekday", "weekday"),
    ("days", "day", "shift"),
    ("seasons", "season", "month"),
    ("timezones", "timezone", "timezone"),
    ("directions", "direction", "bearing"),
    ("prepositions", "preposition", "role"),
    ("nouns", "noun", "frame"),
    ("attacks", "attack", "asset"),
    ("facilities", "facility", "asset"),
    ("sitecues", "sitecue", "words"),
    ("speakers", "speaker", "words"),
)


def _plain() -> Iterator[tuple[str, str, Value]]:
    for name, kind, column in _PLAIN:
        for row in table(name):
            for words in cells(row["words"]):
                yield words, kind, row[column]


def _actors() -> Iterator[tuple[str, str, Value]]:
    for row in table("actors"):
        role = "body" if row["kind"] == "body" else "name"
        for column, as_role in (("names", role), ("demonyms", "demonym"), ("governments", "government")):
            for words in cells(row[column]):
                yield words, "actor", Actor(row["actor"], row["kind"], as_role)


def _verbs() -> Iterator[tuple[str, str, Value]]:
    for row in table("verbs"):
        seen: dict[str, str] = {}
        for form, words in _forms(row):
            seen[words] = _merged(seen.get(words, ""), form)
        for words, form in seen.items():
            yield words, "verb", Verb(row["verb"], row["frame"], form)


def _merged(known: str, form: str) -> str:
    """One word may be several forms: "launched" past and participle, "hit" any."""
    if known == "base":
        return "any"
    if known == "past" and form == "participle":
        return "both"
    return known or form


def _forms(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    base, _, rest = row["verb"].partition(" ")
    tail = f" {rest}" if rest else ""
    stem = base[:-1] if base.endswith(("e", "y")) else base
    changes_y = base.endswith("y") and base[-2:-1] not in "aeiou"
    if changes_y:
        third, past = f"{stem}ies", f"{stem}ied"
    else:
        third = f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{base}s"
        past = f"{base}d" if base.endswith("e") else f"{base}ed"
    gerund = f"{stem}ing" if base.endswith("e") else f"{base}ing"
    yield "base", base + tail
    yield "third", third + tail
    yield "past", row["past"] or past + tail
    yield "participle", row["participle"] or row["past"] or past + tail
    yield "gerund", row["gerund"] or gerund + tail


@cache
def _grammar() -> Mapping[str, Mapping[str, list[str]]]:
    with resources.data("vocabulary", "grammar.toml").open("rb") as file:
        return tomllib.load(file)


def words(section: str, name: str) -> frozenset[str]:
    """Return a closed class of words that the grammar asks about.

    Parameters
    ----------
    section, name : str
        Where it stands in `grammar.toml`.

    Returns
    -------
    frozenset of str
    """
    return frozenset(_grammar()[section][name])


@cache
def _rules() -> Mapping[str, str]:
    return MappingProxyType({row["rule"]: row["words"] for row in table("rules")})


def rule(name: str) -> str:
    """Return in words why a field has its value where no words of the report say it.

    Parameters
    ----------
    name : str
        A key of `rules.csv`.

    Returns
    -------
    str

    Raises
    ------
    KeyError
        If there is no such rule.
    """
    return _rules()[name]


@cache
def timezones() -> Mapping[str, str]:
    """IANA zone of each state that keeps one clock, by ISO alpha-3.

    Returns
    -------
    Mapping
    """
    return MappingProxyType({r["actor"]: r["timezone"] for r in table("actors") if r["timezone"]})


@cache
def unit(words: str) -> tuple[str, float]:
    """Kind and factor of a unit of measure.

    Parameters
    ----------
    words : str
        The `words` cell of the unit's row.

    Returns
    -------
    tuple
        ``("length", factor to km)`` or ``("time", factor to minutes)``.
    """
    row = next(r for r in table("units") if r["words"] == words)
    return row["kind"], float(row["factor"])


@cache
def ship_prefixes() -> Mapping[str, Sequence[str]]:
    """States by ship prefix, the likeliest first: "USS" to "USA", "HMS" to "GBR" and "SWE".

    Returns
    -------
    Mapping
    """
    return MappingProxyType({r["prefix"]: cells(r["actor"]) for r in table("ships")})
