"""Noun phrases that name forces or weapons: where they start and end, and which belong together."""

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from sitmap.extract.phrases import quoted
from sitmap.extract.phrases.alike import alike
from sitmap.extract.phrases.behind_of import of_whom
from sitmap.extract.phrases.described import described, ship_theme
from sitmap.extract.phrases.ellipsis import OPENERS, elliptical, some_group, stand_in
from sitmap.extract.phrases.heads import STOP, SUBJECT_AUX, heads
from sitmap.extract.phrases.names import ship
from sitmap.extract.phrases.peoples import people
from sitmap.extract.text.document import Document, within
from sitmap.extract.text.theme import ARTICLES, DEFINITE, OF, QUOTES, Theme
from sitmap.extract.text.told import UNSAID
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from sitmap.extract.text.mentions import Mention

_REACH = 9
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "these", "those", "this"})
_PREDETERMINERS = frozenset({"of", "all", "both", "half", "'s"})
_PARENTHESIS = 40
_MEN = frozenset({"troops", "police"})
#: How far behind one of several "among them" may end: "a cruiser of the Renhai class among them".
_AMONG_WITHIN = 10
_OPENERS = OPENERS | {"("}
#: Nouns before "of" for what is left of people, and before "for" for where forces may yet be put.
_DEAD = words("noun_phrase", "dead")
_ROOM = words("noun_phrase", "room")


def themes(document: Document, first: int, last: int) -> list[Theme]:
    """Noun phrases of forces, weapons and their names in a range of tokens.

    Parameters
    ----------
    document : Document
        The report taken apart.
    first, last : int
        Range of tokens.

    Returns
    -------
    list of Theme
        In order, not overlapping.
    """
    found: list[Theme] = []
    end = floor = first
    gone = -1
    for index in _starts(document, first, last):
        if index < end:
            continue
        if document.lower(index) == "(":
            end = closing(document, index, last)
            continue
        theme = (
            some_group(document, index)
            or stand_in(document, index)
            or _noun_phrase(document, index, floor, last)
            or people(document, index, floor)
            or elliptical(document, index, last)
        )
        if theme is not None and _is_gone(document, theme, gone):
            end = gone = theme.last
        elif theme is not None and found and _one_of_them(document, theme):
            end = theme.last
        elif theme is not None:
            merged = _merged(document, found[-1], theme) if found else None
            if merged is not None:
                found.pop()
            before = alike(document, theme, floor)
            found += [before] if before is not None else []
            found.append(merged or theme)
            floor, end = max(first, found[-1].last), theme.last
    return found


def _is_gone(document: Document, theme: Theme, gone: int) -> bool:
    """Whether a force is dead, wrecked or still to come: "the wrecks of three jets", "shelters for six".

    What is joined to such a phrase, which ends at `gone`, is no more there than it.
    """
    if theme.is_weapon:
        return False
    if theme.first - gone in {0, 1} and document.lower(theme.first - 1) in {"and", ","}:
        return True
    before = document.lower(theme.first - 1)
    if before == "for":
        return document.lower(theme.first - 2) in _ROOM
    left = document.at("noun", theme.first - 2) if before == "of" else None
    return before == "of" and (
        document.lower(theme.first - 2) in _DEAD or (left is not None and left.value == "wreck")
    )


def _one_of_them(document: Document, theme: Theme) -> bool:
    """Whether one without a name is only told of those before it: "three ships, a cruiser among them"."""
    ends = range(theme.last, theme.last + _AMONG_WITHIN)
    comma = next((i for i in ends if document.lower(i) == ","), theme.last)
    among = document.lower(comma - 1) in {"them", "these"} and document.lower(comma - 2) == "among"
    return among and not theme.names and document.lower(theme.first - 1) == ","


def _starts(document: Document, first: int, last: int) -> list[int]:
    """Tokens that a phrase, or a parenthesis, may start at, in order."""
    starts = {m.first for m in document.mentions.within("actor", first, last)}
    starts |= {c.first for c in within(document.counts, first, last)}
    starts |= {index for index, word in enumerate(document.lowers(first, last), first) if word in _OPENERS}
    known = document.heads | document.ships
    starts |= {index for index in range(first, last) if index in known}
    if document.hulls:
        starts |= {i for i in range(first, last) if document.tokens[i].text in document.hulls}
    return sorted(starts)


def closed(document: Document, found: list[Theme]) -> frozenset[int]:
    """Tokens inside noun phrases and between two that are joined: no clause starts there.

    Parameters
    ----------
    document : Document
        The report taken apart.
    found : list of Theme
        Of a sentence, in order.

    Returns
    -------
    frozenset of int
    """
    inside = {i for theme in found for i in range(theme.first, theme.last)}
    for before, here in itertools.pairwise(found):
        gap = range(before.last, here.first)
        if (
            not before.pronoun
            and not here.pronoun
            and [document.lower(i) for i in gap] in (["and"], [","], ["or"])
        ):
            inside |= set(gap)
    return frozenset(inside)


def _merged(document: Document, before: Theme, here: Theme) -> Theme | None:
    """Return a name with the type said after it, as one: "Oreshnik, a new intermediate-range missile"."""
    gap = {document.lower(i) for i in range(before.last, here.first)}
    behind = of_whom(document, before, here) if gap == {"of"} else None
    if behind is not None:
        return behind
    if before.unit and here.counted and not here.unit and _men_of(document, before, here):
        actor = here.actor or before.actor
        return replace(here, first=before.first, based=before.based, names=before.names, actor=actor)
    if gap <= {"of"} and _group_of(document, before, here):
        many = document.count_at(before.first) if not here.counted else None
        count = (many.first, many.last) if many is not None else here.count
        low, high = (many.low, many.high) if many is not None else (here.low, here.high)
        return replace(
            here, first=before.first, actor=here.actor or before.actor, low=low, high=high, count=count
        )
    if gap == {"'s"} and before.unit and here.unit:
        return replace(before, last=here.last, head=here.head, names=(*before.names, *here.names))
    typed = here.fired and not here.names and document.lower(here.first) in ARTICLES
    if not (before.names and before.fired and typed and "," in gap and gap <= QUOTES | {","}):
        return None
    return replace(before, last=here.last, fired=here.fired)


def _group_of(document: Document, group: Theme, here: Theme) -> bool:
    """Whether a noun only groups those behind "of": "a pair of frigates", "a squadron of 12 F-16s"."""
    many = document.count_at(group.first)
    if many is not None and many.last == here.first and not group.based:
        return not here.counted
    alike = group.carrier and group.based == here.based and group.based not in _MEN
    return alike and here.counted and group.last + 1 == here.first and not group.names


def _men_of(document: Document, unit: Theme, men: Theme) -> bool:
    """Whether a number says how many a unit is: "a unit of 92 officers", "the garrison, 700 men, left"."""
    gap = [document.lower(i) for i in range(unit.last, men.first)]
    apart = gap == [","] and document.lower(men.last) == ","
    alike = unit.based == men.based or {unit.based, men.based} <= _MEN
    return alike and men.based in _MEN and not men.names and (gap == ["of"] or apart)


def closing(document: Document, index: int, last: int) -> int:
    """Return the token after a parenthesis: what stands in it only explains."""
    end = next((i for i in range(index, min(last, index + _PARENTHESIS)) if document.lower(i) == ")"), index)
    return end + 1


def _noun_phrase(document: Document, index: int, floor: int, last: int) -> Theme | None:
    """Return the phrase whose first head word stands at a token."""
    named: list[Mention] = []
    end = index
    named_ship = ship(document, index, last) if index in document.ships else None
    if named_ship is not None:
        return ship_theme(document, index, named_ship)
    known = document.hulls.get(document.tokens[index].text)
    if known is None and index not in document.heads:
        return None
    if known is not None and document.lower(index - 1) == "the" and not heads(document, index + 1):
        return replace(ship_theme(document, *known), first=index - 1, last=index + 1, head=index)
    while end < last:
        here = heads(document, end)
        if here:
            named += here
            end = max(m.last for m in here)
        elif named and document.tokens[end].text in QUOTES and heads(document, end + 1):
            end += 1
        else:
            break
    if not named:
        return None
    start = _start(document, index, floor)
    marked = quoted.before(document, start, floor)
    if marked.words is not None:
        # A "Palestine 2" missile.
        start = _start(document, marked.words[0] - 1, floor)
    elif document.text_at(start - 1) in QUOTES and any(
        document.text_at(i) in QUOTES for i in range(start, end)
    ):
        # Two "Shahed" drones.
        start = _start(document, start - 1, floor) if start - 1 > floor else start
    after = quoted.behind(document, end, last) if not marked else UNSAID
    end = after.words[1] + 1 if after.words is not None else end
    return described(document, named, start, end, last, marked or after)


def _start(document: Document, index: int, floor: int) -> int:
    """Where the phrase starts: back over adjectives, names and numbers to a word that ends it."""
    first = index
    while first > floor and index - first < _REACH:
        before = first - 1
        token = document.tokens[before]
        count = document.count_at(before)
        if count is not None and count.first >= floor:
            first = count.first
            if document.lower(first - 1) not in DEFINITE:
                break
            continue
        measured = document.at("unit", before) is not None and token.lower != "second"
        if token.lower in STOP or _is_verb(document, before) or measured:
            counted = document.count_at(before - 1) is not None
            if token.lower == "of" and before - 1 >= floor and (counted or document.lower(before - 1) in OF):
                first = before - 1
                continue
            break
        if token.text in QUOTES and before - 1 < floor:
            break
        if before in document.taken and document.at("designation", before) is None:
            break
        first = before
        if token.lower in _DETERMINERS and document.lower(before - 1) not in _PREDETERMINERS:
            break
    return first


def _is_verb(document: Document, index: int) -> bool:
    """Whether a word is a finite verb here rather than part of a name or an adjective."""
    verb = document.at("verb", index)
    if verb is None:
        return False
    form = getattr(verb.value, "form", "")
    before = document.lower(index - 1)
    if before in ARTICLES | DEFINITE or document.at("number", index - 1):
        return False
    return (
        form in {"past", "third", "participle"}
        or (form == "any" and before in SUBJECT_AUX)
        or (form == "both" and not before.endswith("ly"))
        or (form in {"base", "gerund"} and before in SUBJECT_AUX)
    )
