"""Who is on which side of a report: its rebels, its leagues, the two that fight."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sitmap.extract.discourse import actors
from sitmap.extract.phrases import formations
from sitmap.extract.text import mentions
from sitmap.extract.text.entries import Actor, Verb
from sitmap.extract.text.tokens import tokenize
from sitmap.extract.text.told import UNSAID, Told
from sitmap.extract.text.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitmap.extract.discourse.draft import Draft
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.mentions import Mention

_ORGANS = words("actor", "organs")
_SHARED = words("actor", "shared")
_BLAMED = words("actor", "blamed")
_CLAIMS = frozenset({("claimed", "responsibility"), ("claims", "responsibility"), ("claimed", "credit")})
_KEEPERS = words("actor", "keepers")
_LED = words("actor", "led")
#: The league that keeps up formations of several states under one that leads them.
_KEEPER = "NATO"
#: How often a state must be named to be a party to a fight.
_PARTY = 2


def league(document: Document, draft: Draft) -> Told:
    """Return the league whose formation it is, whoever leads it: "the German-led battlegroup".

    Parameters
    ----------
    document : Document
        The report taken apart.
    draft : Draft
        A claim in the making.

    Returns
    -------
    Told
        "" for a state's own formation, and where the report never names the league.
    """
    theme = draft.theme
    phrase = range(theme.first, theme.last)
    if not any(document.lower(i) in _SHARED for i in phrase):
        return UNSAID
    led = any(document.lower(i).rpartition("-")[2] in _LED for i in phrase)
    if not (led or any(document.lower(i) == "multinational" for i in phrase)):
        return UNSAID
    named = (m for m in document.mentions.ordered.get("actor", ()) if _code(m) == _KEEPER)
    return next((Told(_KEEPER, (m.first, m.last), "league-of-several") for m in named), UNSAID)


def keepers(document: Document, draft: Draft) -> Told:
    """Return the league whose mission the report is about, for peacekeepers of nobody.

    Parameters
    ----------
    document : Document
        The report taken apart.
    draft : Draft
        A claim in the making.

    Returns
    -------
    Told
        "" for others, and where the report names no mission, or missions of several leagues.
    """
    if document.lower(draft.theme.head) not in _KEEPERS:
        return UNSAID
    named = formations.missions(document)
    league, mission = next(iter(named.items())) if len(named) == 1 else ("", UNSAID)
    return Told(league, mission.words, "one-mission")


def group_before(document: Document, index: int) -> Told:
    """Return the armed group, of no state and no league, that was named last before a token.

    Parameters
    ----------
    document : Document
        The report taken apart.
    index : int
        Token.

    Returns
    -------
    Told
        "" when none was.
    """
    for mention in reversed(document.mentions.within("actor", 0, index)):
        value = mention.value
        if (
            isinstance(value, Actor)
            and value.kind == "force"
            and value.code.lower() not in formations.LEAGUES
        ):
            return Told(value.code, (mention.first, mention.last), "named-nearby")
    return UNSAID


def heads_section(document: Document, told: Told, draft: Draft) -> bool:
    """Whether a state is only the heading of the entries on what lies in it, "AUSTRALIA", or of those before.

    Parameters
    ----------
    document : Document
        The report taken apart.
    told : Told
        The state.
    draft : Draft
        A claim in the making.

    Returns
    -------
    bool
    """
    if told.words is None:
        return False
    first, last = told.words
    headings = [s for s in document.sentences if s.heading and s.first <= draft.first]
    heads = next((s for s in headings if s.first <= first and last <= s.last <= last + 1), None)
    if heads is None:
        return False
    land = draft.where.state if draft.where is not None else UNSAID
    return told == land or headings[-1].first > first


def home(document: Document) -> str:
    """Return the state of a ministry or force that publishes a report: "Ministry of Defence (Romania)".

    Parameters
    ----------
    document : Document
        The report taken apart.

    Returns
    -------
    str
        "" for other publishers.
    """
    tokens = tokenize(document.report.publisher)
    found = mentions.find(tokens)
    named = [m.value for m in found.ordered.get("actor", ()) if isinstance(m.value, Actor)]
    states = {value.code for value in named if value.kind != "force"}
    official = any(token.lower in _ORGANS for token in tokens) or any(v.role == "body" for v in named)
    return next(iter(states)) if official and len(states) == 1 else ""


def held_to_have_struck(document: Document) -> Iterator[Told]:
    """States and forces said to have struck: "Poland claimed responsibility", "Ukraine blamed Russia".

    Parameters
    ----------
    document : Document
        The report taken apart.

    Yields
    ------
    Told
        In the order of the text.
    """
    for mention in document.mentions.ordered.get("actor", ()):
        before = document.lower(mention.first - 1 - (document.lower(mention.first - 1) == "the"))
        claims = tuple(document.lowers(mention.last, mention.last + 2)) in _CLAIMS
        verb = document.at("verb", mention.last)
        strikes = verb is not None and isinstance(verb.value, Verb) and verb.value.frame == "strike"
        if before in _BLAMED or claims or (strikes and not actors.locative(document, mention)):
            yield Told(_code(mention), (mention.first, mention.last))


def foe(document: Document, land: str) -> Told:
    """Return who strikes a state: the other one of the two that the report names most.

    Parameters
    ----------
    document : Document
        The report taken apart.
    land : str
        State that was struck.

    Returns
    -------
    Told
        "" where the state is none of the two, or a third is named as often.
    """
    named = [m for m in document.mentions.ordered.get("actor", ()) if _is_party(document, m)]
    often = [*Counter(map(_code, named)).most_common(3), *[("", 0)] * 3]
    sides = [code for code, _ in often[:2]]
    clear = often[1][1] >= _PARTY and often[2][1] < often[1][1]
    if not clear or land not in sides:
        return UNSAID
    other = next(code for code in sides if code != land)
    mention = next(m for m in named if _code(m) == other)
    return Told(other, (mention.first, mention.last), "report-attacker")


def _is_party(document: Document, mention: Mention) -> bool:
    value = mention.value
    return (
        isinstance(value, Actor)
        and value.code.lower() not in formations.LEAGUES
        and mention.first >= document.body
        and not actors.aside(document, mention)
    )


def _code(mention: Mention) -> str:
    return mention.value.code if isinstance(mention.value, Actor) else ""
