"""What the words of a noun phrase say of forces or weapons: what, whose, how many, what they are called."""

from dataclasses import replace

from sitmap.extract.phrases.behind_noun import count_behind
from sitmap.extract.phrases.counted import counted
from sitmap.extract.phrases.fighters import flown
from sitmap.extract.phrases.heads import SUBJECT_AUX
from sitmap.extract.phrases.names import named_before, navy, ship_names, unit_name
from sitmap.extract.text.designators import bare, model
from sitmap.extract.text.document import Document
from sitmap.extract.text.entries import Actor, Designation, Force
from sitmap.extract.text.mentions import Mention
from sitmap.extract.text.theme import DEFINITE, QUOTES, Theme, plural
from sitmap.extract.text.told import UNSAID, Reason, Told
from sitmap.extract.text.vocabulary import ship_prefixes, words

#: What a type said after the noun makes more exact: "a ballistic missile of ICBM class".
#: What a unit is; a company may be a firm.
_UNITS = frozenset({"unit", "firm"})
_UNCLASSED = frozenset({"missile", "ballistic", "rocket"})
_CALLED = frozenset({"called", "named"})
#: Marks between which the names of ships stand.
_SETS_OFF = frozenset({",", "-", "\u2013", "—"})
#: What is called by the name of its model.
_MODELLED = frozenset({"aircraft", "armour", "artillery", "drones", "radar"})
_BELONGING = words("actor", "owned")
_CLASSES = words("noun_phrase", "missiles")


def described(
    document: Document, heads: list[Mention], first: int, last: int, limit: int, marked: Told = UNSAID
) -> Theme | None:
    """Tell what the words of a noun phrase say of it.

    Parameters
    ----------
    document : Document
        The report taken apart.
    heads : list of Mention
        Its nouns and names.
    first, last : int
        Its tokens.
    limit : int
        Token behind which nothing belongs to it.
    marked : Told
        A name of its own between quotation marks, "" when it has none.

    Returns
    -------
    Theme or None
        None when it names no forces or weapons.
    """
    named = [(h, h.value) for h in heads if isinstance(h.value, Designation)]
    nouns = [(h, h.value) for h in heads if isinstance(h.value, Force)]
    forces = [force for _, force in nouns]
    types = [Told(str(h.value), (h.first, h.last)) for h in heads if h.kind == "weapon" and h.value]
    if not (named or forces or types) or (forces and forces[-1].what == "none"):
        return None
    names = [Told(_singular(document.text(h.first, h.last), n), (h.first, h.last)) for h, n in named]
    names += [marked] if marked and marked not in names else []
    numbered = unit_name(document, first, last) or (
        UNSAID if names else model(document, first, heads[0].first)
    )
    if not numbered and not names and forces and forces[-1].asset in _MODELLED:
        numbered = bare(document, first, heads[0].first)
    theme = Theme(
        first,
        last,
        (marked.words[0] - 2 if marked.words is not None and marked.words[1] + 1 == last else last - 1),
        based=_of_formation(_based(named, nouns), nouns, numbered),
        fired=_fired(named, types),
        names=tuple(
            dict.fromkeys([*(n for n in names if n not in numbered), numbered] if numbered else names)
        ),
        unit=bool(forces) and forces[-1].what in _UNITS and nouns[-1][0].last == heads[-1].last,
        people=bool(forces) and forces[-1].what == "firm",
        made_by=next((_maker(h, n) for h, n in named if n.actor), UNSAID),
        carrier=heads[-1].kind == "force" and not any(h.kind == "weapon" and h.last == last for h in heads),
        several=plural(document.lower(heads[-1].last - 1)),
    )
    whole = _owned(document, _classed(document, _apposed(document, theme, limit), limit))
    return flown(document, count_behind(document, counted(document, _shared(document, whole))))


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


def _of_formation(based: Told, forces: list[tuple[Mention, Force]], name: Told) -> Told:
    """Tell a formation's men by its name: "a tank battalion" is armour, the 45th Armoured Brigade is men."""
    formation = bool(name) and based == "armour" and forces[-1][1].what == "unit"
    return Told("troops", based.words) if formation else based


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
        called = document.lower(theme.last) in _CALLED
        names, end = ship_names(document, theme.last + (comma or called), limit)
        if not names and document.lower(theme.last) in _SETS_OFF:
            names, end = _set_off(document, theme, limit)
        if names:
            return replace(theme, names=(*theme.names, *names), last=end)
        return replace(theme, names=(*theme.names, *named_before(document, theme)))
    at = theme.last
    names = []
    while at < limit and document.tokens[at].text in QUOTES | {",", "and"}:
        named = document.mentions.starting("designation", at + 1)
        if document.tokens[at].text == "and" and not names:
            break
        if named is None or not isinstance(named.value, Designation) or document.count_at(at + 1):
            break
        names.append(Told(named.value.name, (named.first, named.last)))
        theme = replace(theme, made_by=theme.made_by or _maker(named, named.value))
        at = named.last + (document.lower(named.last) in QUOTES)
    return replace(theme, names=(*theme.names, *names), last=at) if names else theme


def _set_off(document: Document, theme: Theme, limit: int) -> tuple[list[Told], int]:
    """Return names between commas or dashes: "two corvettes, Visby and Nyköping, are"."""
    names, end = ship_names(document, theme.last + 1, limit)
    closed = document.lower(end) in _SETS_OFF
    if theme.several:
        return (names, end) if closed and len(names) > 1 else ([], end)
    other = any(
        document.at("actor", i) or document.at("speaker", i) or document.place_at(i)
        for i in range(theme.last + 1, end)
    )
    return (names, end) if closed and len(names) == 1 and not other else ([], end)


def ship_theme(document: Document, index: int, end: int) -> Theme:
    """Tell what a ship's name with its prefix says: "USS Ronald Reagan".

    Parameters
    ----------
    document : Document
        The report taken apart.
    index, end : int
        Tokens of the name.

    Returns
    -------
    Theme
    """
    return Theme(
        index,
        end,
        end - 1,
        Told("ships", (index, end), "ship-prefix"),
        actor=navy(document, document.tokens[index].text, (index, index + 1)),
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
    named = {i for name in theme.names if name.words is not None for i in range(*name.words)}
    for index in (*after, *range(max(start, 0), theme.head + 1)):
        found = document.at("actor", index)
        if (
            found is not None
            and isinstance(found.value, Actor)
            and (index not in named or found.value.role == "body")
        ):
            actor = Told(found.value.code, (found.first, found.last))
    actor = actor or _native(document, theme) or _of_owner(document, theme)
    if theme.based in {"ships", "submarines"}:
        navies = (navy(document, name.partition(" ")[0], name.words) for name in theme.names)
        actor = actor or next((owner for owner in navies if owner), UNSAID)
    definite = document.lower(theme.first) in DEFINITE or _of_known(document, theme)
    return replace(theme, actor=actor, definite=definite and not actor and not theme.names)


def _native(document: Document, theme: Theme) -> Told:
    """Return the state that men who act are from: "eight soldiers from Latvia landed", not "sent from P"."""
    state = document.at("actor", theme.last + 1) if document.lower(theme.last) == "from" else None
    if state is None or not isinstance(state.value, Actor) or state.value.kind != "state":
        return UNSAID
    acts = document.at("verb", theme.first - 1) is None and _acts(document, state.last)
    men = theme.based not in {"", "missiles", "drones"} and state.value.role == "name"
    return Told(state.value.code, (state.first, state.last)) if acts and men else UNSAID


def _acts(document: Document, index: int) -> bool:
    """Whether a verb, or its auxiliary, stands at a token."""
    return document.at("verb", index) is not None or document.lower(index) in SUBJECT_AUX - {
        "and",
        "by",
        "to",
    }


def _of_owner(document: Document, theme: Theme) -> Told:
    """Return whose forces are said behind them to be: "two frigates belonging to Poland"."""
    if " ".join(document.lowers(theme.last, theme.last + 2)) not in _BELONGING:
        return UNSAID
    at = theme.last + 2 + (document.lower(theme.last + 2) == "the")
    owner = document.at("actor", at)
    if owner is None or not isinstance(owner.value, Actor):
        return UNSAID
    return Told(owner.value.code, (owner.first, owner.last))


def _of_known(document: Document, theme: Theme) -> bool:
    """Whether it is a part of something named before: "a part of the unit"."""
    inside = range(theme.first, theme.head)
    return any(document.lower(i) == "of" and document.lower(i + 1) in DEFINITE for i in inside)


def _shared(document: Document, theme: Theme) -> Theme:
    """With others whose they are too: "South African and Tanzanian troops"."""
    if theme.actor.words is None or theme.actor.words[0] != theme.first:
        return _of_several(document, theme)
    also: list[Told] = []
    first = theme.first
    while document.lower(first - 1) in {"and", ","}:
        before = document.at("actor", first - 2)
        if before is None or not isinstance(before.value, Actor) or before.value.role != "demonym":
            break
        first = before.first
        also.insert(0, Told(before.value.code, (before.first, before.last)))
    return replace(theme, first=first, also=tuple(also)) if also else theme


def _of_several(document: Document, theme: Theme) -> Theme:
    """With all who are named behind "of": "soldiers of Poland, Latvia and Estonia"."""
    last = theme.actor.words[1] if theme.actor.words is not None else 0
    if not theme.last < last <= theme.last + 4 or document.lower(theme.last) != "of":
        return theme
    owners: list[Told] = []
    while document.lower(last) in {"and", ","}:
        at = last + 1
        at += document.lower(at) == "and"
        at += document.lower(at) == "the"
        following = document.mentions.starting("actor", at)
        value = following.value if following is not None else None
        if following is None or not isinstance(value, Actor) or value.role != "name" or value.kind != "state":
            break
        if document.lower(following.last) == "'s":
            break
        owners.append(Told(value.code, (following.first, following.last)))
        last = following.last
    # A list that no "and" closes may go on with somebody else's doings.
    closed = (
        bool(owners)
        and owners[-1].words is not None
        and "and" in document.lowers(theme.last, owners[-1].words[0])
    )
    return replace(theme, also=tuple(owners)) if closed else theme
