"""Noun phrases that name forces or weapons: head, count, whose, what they are called."""

import itertools
from dataclasses import replace

from sitmap.extract.designators import model
from sitmap.extract.document import Document
from sitmap.extract.ellipsis import elliptical
from sitmap.extract.entries import Actor, Designation, Force
from sitmap.extract.mentions import Mention
from sitmap.extract.names import named_before, ship, ship_names, unit_name
from sitmap.extract.peoples import people
from sitmap.extract.theme import ARTICLES, POINTING, Theme
from sitmap.extract.told import UNSAID, Reason, Told
from sitmap.extract.vocabulary import ship_prefixes, words

_REACH = 9
_DEFINITE = frozenset({"the", "these", "those", "this", "that", "its", "their", "such", "both"})
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "these", "those", "this"})
_PREDETERMINERS = frozenset({"of", "all", "both", "half", "'s"})
_STOP = words("noun_phrase", "stop")
_OF = words("noun_phrase", "of")
_QUOTES = frozenset("\"“”\u2018\u2019'«»")
_SUBJECT_AUX = frozenset(
    {"to", "will", "would", "is", "are", "was", "were", "and", "by", "has", "have", "had"}
)
_PARENTHESIS = 40
#: How names of persons go on in Arabic.
_NAME_ARTICLES = ("al-", "el-", "as-", "ash-")
#: What a type said after the noun makes more exact: "a ballistic missile of ICBM class".
_UNCLASSED = frozenset({"missile", "ballistic", "rocket"})
_CLASSES = words("noun_phrase", "missiles")
_ABOUT = words("noun_phrase", "about")
_COMPOUND = words("noun_phrase", "compound")


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
    index = first
    while index < last:
        if document.lower(index) == "(":
            index = closing(document, index, last)
            continue
        theme = _noun_phrase(document, index, max(first, found[-1].last if found else first), last)
        if theme is None:
            floor = max(first, found[-1].last if found else first)
            theme = people(document, index, floor) or elliptical(document, index, last)
        if theme is not None:
            merged = _merged(document, found[-1], theme) if found else None
            if merged is not None:
                found.pop()
            found.append(merged or theme)
        index = max(index + 1, theme.last if theme else 0)
    return found


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
    if gap == {"of"} and here.unit and not before.unit and before.based == here.based:
        return _of_unit(before, here)
    if gap == {"'s"} and before.unit and here.unit:
        return replace(before, last=here.last, head=here.head, names=(*before.names, *here.names))
    typed = here.fired and not here.names and document.lower(here.first) in ARTICLES
    if not (before.names and before.fired and typed and "," in gap and gap <= _QUOTES | {","}):
        return None
    return replace(before, last=here.last, fired=here.fired)


def _of_unit(soldiers: Theme, unit: Theme) -> Theme:
    """Return people with the unit that they are of: "500 soldiers of the brigade"."""
    return replace(
        soldiers,
        last=unit.last,
        names=soldiers.names or unit.names,
        actor=soldiers.actor or unit.actor,
        definite=(soldiers.definite and not unit.names) or unit.definite,
    )


def closing(document: Document, index: int, last: int) -> int:
    """Return the token after a parenthesis: what stands in it only explains."""
    end = next((i for i in range(index, min(last, index + _PARENTHESIS)) if document.lower(i) == ")"), index)
    return end + 1


def _head(document: Document, index: int) -> list[Mention]:
    if index not in document.heads:
        return []
    found = [
        m for kind in ("designation", "weapon", "force") if (m := document.mentions.starting(kind, index))
    ]
    found = [m for m in found if not _is_person(document, m)]
    found = [m for m in found if document.lower(m.last) not in (_COMPOUND if m.kind == "weapon" else _ABOUT)]
    if document.place_at(index) or any(m.kind == "force" and document.at("facility", m.last) for m in found):
        return []
    return found


def _is_person(document: Document, mention: Mention) -> bool:
    """Whether a ship's name is its namesake's: no "the", no class and no prefix before it."""
    if not isinstance(mention.value, Designation):
        return False
    if mention.value.based not in {"ships", "submarines"}:
        return _between_names(document, mention)
    before = document.lower(mention.first - 1)
    return before != "the" and document.at("force", mention.first - 1) is None


def _between_names(document: Document, mention: Mention) -> bool:
    """Whether a weapon's name is one of a person's: "Abdel Fattah al-Burhan"."""
    return _unknown_name(document, mention.first - 1) and _unknown_name(document, mention.last)


def _unknown_name(document: Document, index: int) -> bool:
    """Whether a word is a name, or begins like one of Arabic, and stands for nothing known."""
    word = document.tokens[index] if 0 <= index < len(document.tokens) else None
    if word is None or word.lower in _DEFINITE | ARTICLES | _STOP:
        return False
    if not (word.is_name or word.lower.startswith(_NAME_ARTICLES)):
        return False
    known = (document.at(kind, index) for kind in ("actor", "weapon", "force", "designation", "facility"))
    return index not in document.taken and document.place_at(index) is None and not any(known)


def _noun_phrase(document: Document, index: int, floor: int, last: int) -> Theme | None:
    """Return the phrase whose first head word stands at a token."""
    heads: list[Mention] = []
    end = index
    named_ship = ship(document, index, last)
    if named_ship is not None:
        return _ship_theme(document, index, named_ship)
    known = document.hulls.get(document.tokens[index].text)
    if known is not None and document.lower(index - 1) == "the" and not _head(document, index + 1):
        return replace(_ship_theme(document, *known), first=index - 1, last=index + 1, head=index)
    while end < last:
        here = _head(document, end)
        if here:
            heads += here
            end = max(m.last for m in here)
        elif heads and document.tokens[end].text in _QUOTES and _head(document, end + 1):
            end += 1
        else:
            break
    if not heads:
        return None
    return _described(document, heads, _start(document, index, floor), end, last)


def _start(document: Document, index: int, floor: int) -> int:
    """Where the phrase starts: back over adjectives, names and numbers to a word that ends it."""
    first = index
    while first > floor and index - first < _REACH:
        before = first - 1
        token = document.tokens[before]
        count = document.count_at(before)
        if count is not None and count.first >= floor:
            first = count.first
            if document.lower(first - 1) not in _DEFINITE:
                break
            continue
        if token.lower in _STOP or _is_verb(document, before) or document.at("unit", before):
            counted = document.count_at(before - 1) is not None
            if token.lower == "of" and before - 1 >= floor and (counted or document.lower(before - 1) in _OF):
                first = before - 1
                continue
            break
        if token.text in _QUOTES and before - 1 < floor:
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
    if before in ARTICLES | _DEFINITE or document.at("number", index - 1):
        return False
    return (
        form in {"past", "third", "participle"}
        or (form == "any" and before in _SUBJECT_AUX)
        or (form == "both" and not before.endswith("ly"))
        or (form in {"base", "gerund"} and before in _SUBJECT_AUX)
    )


def _described(document: Document, heads: list[Mention], first: int, last: int, limit: int) -> Theme | None:
    named = [(h, h.value) for h in heads if isinstance(h.value, Designation)]
    nouns = [(h, h.value) for h in heads if isinstance(h.value, Force)]
    forces = [force for _, force in nouns]
    types = [Told(str(h.value), (h.first, h.last)) for h in heads if h.kind == "weapon" and h.value]
    if not (named or forces or types) or (forces and forces[-1].what == "none"):
        return None
    names = [Told(_singular(document.text(h.first, h.last), n), (h.first, h.last)) for h, n in named]
    numbered = unit_name(document, first, last) or (
        UNSAID if names else model(document, first, heads[0].first)
    )
    theme = Theme(
        first,
        last,
        last - 1,
        based=_based(named, nouns),
        fired=_fired(named, types),
        names=tuple(
            dict.fromkeys([*(n for n in names if n not in numbered), numbered] if numbered else names)
        ),
        unit=bool(forces) and forces[-1].what == "unit",
        made_by=next((_maker(h, n) for h, n in named if n.actor), UNSAID),
        carrier=heads[-1].kind == "force" and not any(h.kind == "weapon" and h.last == last for h in heads),
    )
    whole = _owned(document, _classed(document, _apposed(document, theme, limit), limit))
    return _counted(document, _shared(document, whole))


def _maker(mention: Mention, named: Designation) -> Told:
    """Return the state that alone has a weapon of this name."""
    return Told(named.actor, (mention.first, mention.last), "maker")


def _singular(name: str, named: Designation) -> str:
    """Return "F-35" for "F-35s", "Kinzhal" for "Kinzhals"."""
    if name == f"{named.name}s":
        return named.name
    plural = name.endswith("s") and any(character.isdigit() for character in name[-3:])
    return name[:-1] if plural else name


def _based(named: list[tuple[Mention, Designation]], forces: list[tuple[Mention, Force]]) -> Told:
    """Tell what it is as something deployed: the noun decides, but "units" leave it to the name."""
    of_name = next((Told(n.based, (h.first, h.last), "type-of-name") for h, n in named if n.based), UNSAID)
    head, noun = forces[-1] if forces else (None, None)
    if head is None or noun is None or not noun.asset or (noun.what in {"unit", "people"} and of_name):
        return of_name
    return Told(noun.asset, (head.first, head.last))


def _fired(named: list[tuple[Mention, Designation]], types: list[Told]) -> Told:
    """Tell what it is as something fired: the words decide, the name where they say only "rocket"."""
    of_name = next((_of_name(h, n) for h, n in named if n.fired), UNSAID)
    if not types or (types[-1] == "rocket" and of_name):
        return of_name
    return types[-1]


def _of_name(head: Mention, named: Designation) -> Told:
    """Tell what a name alone says: "Iskander" is a missile until the report says of which class."""
    if named.fired in _CLASSES:
        return Told("missile", (head.first, head.last), "missile-unless-said")
    return Told(named.fired, (head.first, head.last), "type-of-name")


def _classed(document: Document, theme: Theme, limit: int) -> Theme:
    """With the type said after it: "the missile, of the ICBM class"."""
    start = theme.last + (document.lower(theme.last) == ",")
    if theme.fired not in _UNCLASSED or start + 2 >= limit or document.lower(start) != "of":
        return theme
    named = next((m for i in (start + 1, start + 2) if (m := document.mentions.starting("weapon", i))), None)
    if named is None or document.lower(named.last) not in {"class", "type", "kind"}:
        return theme
    fired = Told(str(named.value), (named.first, named.last))
    return replace(theme, fired=fired, last=named.last + 1)


def _apposed(document: Document, theme: Theme, limit: int) -> Theme:
    """Add the names that follow the noun: "two missiles, Prithvi-II and Agni-I"."""
    if theme.based in {"ships", "submarines"}:
        comma = document.lower(theme.last) == "," and (
            document.lower(theme.last + 1) == "the" or document.text_at(theme.last + 1) in ship_prefixes()
        )
        names, end = ship_names(document, theme.last + comma, limit)
        if names:
            return replace(theme, names=(*theme.names, *names), last=end)
        return replace(theme, names=(*theme.names, *named_before(document, theme)))
    at = theme.last
    names = []
    while at < limit and document.tokens[at].text in _QUOTES | {",", "and"}:
        named = document.mentions.starting("designation", at + 1)
        if document.tokens[at].text == "and" and not names:
            break
        if named is None or not isinstance(named.value, Designation) or document.count_at(at + 1):
            break
        names.append(Told(named.value.name, (named.first, named.last)))
        theme = replace(theme, made_by=theme.made_by or _maker(named, named.value))
        at = named.last + (document.lower(named.last) in _QUOTES)
    return replace(theme, names=(*theme.names, *names), last=at) if names else theme


def _ship_theme(document: Document, index: int, end: int) -> Theme:
    return Theme(
        index,
        end,
        end - 1,
        Told("ships", (index, end), "ship-prefix"),
        actor=Told(ship_prefixes().get(document.tokens[index].text, ""), (index, index + 1), "ship-prefix"),
        names=(Told(document.text(index, end), (index, end)),),
        low=1,
        high=1,
        counted_by=Reason((index, end), "as-many-as-named"),
    )


def _owned(document: Document, theme: Theme) -> Theme:
    if theme.actor:
        return theme
    actor = UNSAID
    start = theme.first
    while start and document.lower(start - 1) == "'s":
        start -= 2
    end = theme.last + 1 + (document.lower(theme.last + 1) == "the")
    after = (end,) if document.lower(theme.last) == "of" and not theme.names else ()
    for index in (*after, *range(max(start, 0), theme.head + 1)):
        found = document.at("actor", index)
        if found is not None and isinstance(found.value, Actor):
            actor = Told(found.value.code, (found.first, found.last))
    if theme.based in {"ships", "submarines"}:
        actor = actor or next((o for name in theme.names if (o := _navy(name))), UNSAID)
    definite = document.lower(theme.first) in _DEFINITE or _of_known(document, theme)
    return replace(theme, actor=actor, definite=definite and not actor and not theme.names)


def _of_known(document: Document, theme: Theme) -> bool:
    """Whether it is a part of something named before: "a part of the unit"."""
    inside = range(theme.first, theme.head)
    return any(document.lower(i) == "of" and document.lower(i + 1) in _DEFINITE for i in inside)


def _shared(document: Document, theme: Theme) -> Theme:
    """With others whose they are too: "South African and Tanzanian troops"."""
    if theme.actor.words is None or theme.actor.words[0] != theme.first:
        return theme
    also: list[Told] = []
    first = theme.first
    while document.lower(first - 1) in {"and", ","}:
        before = document.at("actor", first - 2)
        if before is None or not isinstance(before.value, Actor) or before.value.role != "demonym":
            break
        first = before.first
        also.insert(0, Told(before.value.code, (before.first, before.last)))
    return replace(theme, first=first, also=tuple(also)) if also else theme


def _navy(name: Told) -> Told:
    """Return the state whose ships have the prefix of a name."""
    return Told(ship_prefixes().get(name.partition(" ")[0], ""), name.words, "ship-prefix")


def _counted(document: Document, theme: Theme) -> Theme:
    """Add the count: a number, an article, or as many as are named."""
    of_name = {i for name in theme.names if name.words for i in range(*name.words)}
    options = (document.count_at(i) for i in range(theme.first, theme.head + 1) if i not in of_name)
    found = next((count for count in options if count is not None), None)
    if found is not None:
        counted = replace(theme, count=(found.first, found.last))
        strong = document.text(found.first, found.last).endswith("-strong")
        return counted if theme.unit and not strong else replace(counted, low=found.low, high=found.high)
    article = _article(document, theme)
    if article is not None:
        return replace(theme, low=1, high=1, count=(article, article + 1))
    named = len(theme.names) if theme.based in {"ships", "submarines"} else 0
    if not named or theme.unit:
        return theme
    by = Reason((theme.first, theme.last), "as-many-as-named")
    return replace(theme, low=named, high=named, counted_by=by)


def _article(document: Document, theme: Theme) -> int | None:
    """Return the token that makes the noun one: "a missile", "the missile"."""
    head = document.lower(theme.head)
    named = theme.names and document.lower(theme.first) in ARTICLES
    if theme.unit or document.lower(theme.first) in _OF:
        return None
    if head.endswith("s") and head != "corps" and not named:
        return None
    if theme.fired and document.lower(theme.first) in POINTING:
        return theme.first
    return next((i for i in range(theme.first, theme.head) if document.lower(i) in ARTICLES), None)
