"""Whose forces and weapons are of which no word beside them says it: told elsewhere in the report."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from sitmap.extract.discourse import actors, agents, sides
from sitmap.extract.phrases import formations
from sitmap.extract.text.entries import Actor
from sitmap.extract.text.theme import QUOTES
from sitmap.extract.text.told import UNSAID, Told
from sitmap.extract.text.vocabulary import table, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitmap.extract.discourse.draft import Draft
    from sitmap.extract.text.document import Document

#: How many words may stand between an attacker's name and the attack: "Russian overnight missile strikes".
_ATTACKER_WITHIN = 4
#: Words beside a force that is not the report's own state's.
_FOREIGN = words("actor", "foreign")
#: Nouns for the men of an armed group.
_REBELS = words("actor", "rebels")
#: Weapons that many armed groups fire, so that the place alone does not say whose they are.
_ANYONES = frozenset({"rocket"})
#: Relations that put a force outside the place named.
_OUTSIDE = frozenset({"between", "off", "offset"})
#: Nouns for what every state or place has of its own.
_GARRISONS = words("actor", "garrisons")
#: Rules by which only a place says whose forces are, and within how many sentences the next ones are theirs.
_BY_PLACE, _NEXT = frozenset({"state-of-place", "report-about"}), 8
_STANDING = frozenset({"deployment", "site"})
_FLYING = frozenset({"launch", "impact"})


def complete(document: Document, drafts: list[Draft]) -> None:
    """Give each draft that does not say whose it is what its flight, its neighbours and the report say.

    Parameters
    ----------
    document : Document
        The report taken apart.
    drafts : list of Draft
        In the order of the text; their `actor` and `day` are filled in.
    """
    _of_flights(drafts)
    _share_names(drafts)
    _rebels(document, [d for d in drafts if d.kind == "deployment"])
    _marines(document, [d for d in drafts if d.kind == "deployment"])
    _named_nearby(document, [d for d in drafts if d.kind == "deployment"])
    _of_places(document, drafts)
    _attacked(document, drafts)
    _hand_on([d for d in drafts if d.kind in _FLYING])
    _hand_on([d for d in drafts if d.kind == "deployment"])
    _hand_back([d for d in drafts if d.kind == "deployment"])
    topic = _topic(document)
    for draft in drafts:
        if draft.kind == "deployment" and not _foreign(document, draft):
            land = draft.where.state if draft.where is not None else UNSAID
            home = land if land in _states() and _at_home(draft) else UNSAID
            draft.actor = draft.actor or topic or home
        draft.actor = sides.league(document, draft) or draft.actor or sides.keepers(document, draft)
        named = formations.mission(document, draft.actor)
        if named and draft.kind in _STANDING and not draft.theme.names:
            draft.theme = replace(draft.theme, names=(named,))


def _rebels(document: Document, drafts: list[Draft]) -> None:
    """Give "the rebels" the one armed group that the report names, and a plan those who announce it."""
    group = _armed_group(document)
    for draft in drafts:
        if document.lower(draft.theme.head) in _REBELS and not _beside(draft):
            draft.actor = sides.group_before(document, draft.theme.first) or draft.actor or group
        if draft.status == "planned" and not draft.actor and not draft.nearby:
            draft.actor = _announcer(document, draft)


def _marines(document: Document, drafts: list[Draft]) -> None:
    """Give "the Marines", with a capital and of nobody, to the United States, but for a ministry's own."""
    if sides.home(document):
        return
    for draft in drafts:
        start = document.sentences[draft.sentence].first
        near = draft.nearby.words is not None and draft.nearby.words[0] >= start
        head = draft.theme.head
        if document.text_at(head) == "Marines" and not (draft.actor or near or _foreign(document, draft)):
            draft.actor = Told("USA", (head, head + 1), "capital-marines")


def _beside(draft: Draft) -> bool:
    """Whether the words for a force name whose it is themselves: "the Yemeni rebels"."""
    named = draft.actor.words
    return named is not None and draft.theme.first <= named[0] < draft.theme.last


def _announcer(document: Document, draft: Draft) -> Told:
    """Return the state that says what is planned: "three batteries will go to P, Berlin announced"."""
    if draft.source_words is None:
        return UNSAID
    land = draft.where.state if draft.where is not None else UNSAID
    for mention in document.mentions.within("actor", *draft.source_words):
        value = mention.value
        if isinstance(value, Actor) and value.kind != "force" and value.code != land:
            return Told(value.code, (mention.first, mention.last), "announcer")
    return UNSAID


def _named_nearby(document: Document, drafts: list[Draft]) -> None:
    """Give a force the state named last; one told of a paragraph ago only if forces are said to be its."""
    for draft in drafts:
        if draft.actor.rule == "named-nearby" and sides.heads_section(document, draft.actor, draft):
            draft.actor = UNSAID
    said = Counter(str(draft.actor) for draft in drafts if draft.actor)
    sure = set(said)
    mostly, home = _mostly(drafts, said), sides.home(document)
    opens: dict[int, int] = {}
    for sentence in document.sentences:
        opens.setdefault(sentence.paragraph, sentence.first)
    for draft in drafts:
        land = draft.where.state if draft.where is not None else UNSAID
        start = opens[document.sentences[draft.sentence].paragraph]
        if sides.heads_section(document, draft.nearby, draft):
            draft.actor = draft.actor or mostly
            continue
        far = draft.nearby.words is not None and draft.nearby.words[0] < start
        native = draft.nearby not in sure or land == home or _garrisons(document, draft)
        if far and native and land in _states() and _at_home(draft):
            draft.actor = draft.actor or land
        draft.actor = draft.actor or draft.nearby.by("named-nearby")


def _garrisons(document: Document, draft: Draft) -> bool:
    """Whether it is what a place has of its own: "on P, where the garrison", "the army", whose none says."""
    noun = document.lower(draft.theme.head)
    return noun in _GARRISONS and document.lower(draft.theme.first) == "the"


def _mostly(drafts: list[Draft], said: Counter[str]) -> Told:
    """Return whose most of the forces are of which the report says it itself."""
    most = next((code for code, count in said.most_common(1) if 2 * count > said.total()), "")
    return next((d.actor.by("report-about") for d in drafts if most and d.actor == most), UNSAID)


def _at_home(draft: Draft) -> bool:
    """Whether forces are at a place in a state, not on their way there or in the state at large."""
    if draft.where is None or not draft.where.anchors or draft.where.relation in _OUTSIDE:
        return False
    place = draft.where.anchors[0].toponym.place
    return place is not None and place.type != "country" and draft.status in {"present", "withdrawn"}


@cache
def _states() -> frozenset[str]:
    return frozenset(row["actor"] for row in table("actors") if row["kind"] == "state")


def _of_places(document: Document, drafts: list[Draft]) -> None:
    """Give a launch the state that it was fired from, or the one armed group if the state does nothing."""
    group = _armed_group(document)
    for draft in drafts:
        state = draft.where.state if draft.where is not None else UNSAID
        if draft.theme.fired in _ANYONES and (group or not _speaks(document, state)):
            continue
        if state and draft.kind == "launch" and draft.flight is not None and not draft.actor:
            whose = group if group and not _acts(document, state) else state
            for part in draft.flight.drafts:
                part.actor = part.actor or whose


def _speaks(document: Document, state: str) -> bool:
    """Whether the one who rules a state, or its capital, is named as doing something."""
    named = document.mentions.ordered.get("actor", ())
    values = [m.value for m in named if isinstance(m.value, Actor) and m.value.code == state]
    return any(value.role == "government" for value in values)


def _armed_group(document: Document) -> Told:
    """Return the only force of no state that the report names."""
    named = [
        Told(m.value.code, (m.first, m.last), "report-attacker")
        for m in document.mentions.ordered.get("actor", ())
        if isinstance(m.value, Actor)
        and m.value.kind == "force"
        and m.value.code.lower() not in formations.LEAGUES
    ]
    return named[0] if len(set(map(str, named))) == 1 else UNSAID


def _acts(document: Document, state: str) -> bool:
    """Whether a state is named by its people, a body of it or a capital that does something."""
    return any(
        isinstance(m.value, Actor)
        and m.value.code == state
        and m.value.role != "name"
        and not agents.located(document, m.first)
        and not actors.of_ground(document, m)
        and (m.value.role != "government" or document.at("verb", m.last) is not None)
        for m in document.mentions.ordered.get("actor", ())
    )


def _foreign(document: Document, draft: Draft) -> bool:
    """Whether the words make them no single state's own: "foreign forces", "advisers of the coalition"."""
    around = range(draft.theme.first, draft.theme.last + _ATTACKER_WITHIN)
    return any(document.lower(i) in _FOREIGN for i in around)


def _topic(document: Document) -> Told:
    """Return the state that the report names most, "" where two are named as often."""
    named = [
        Told(m.value.code, (m.first, m.last), "report-about")
        for m in document.mentions.ordered.get("actor", ())
        if isinstance(m.value, Actor)
        and m.value.kind != "force"
        and m.first >= document.body
        and not (actors.of_ground(document, m) or actors.locative(document, m))
    ]
    if not named:
        return UNSAID
    (most, often), *others = Counter(map(str, named)).most_common(2)
    return next(n for n in named if n == most) if all(count < often for _, count in others) else UNSAID


def _of_flights(drafts: list[Draft]) -> None:
    """Share what one claim of a flight says of it: whose, and on what day."""
    for draft in drafts:
        flight = draft.flight
        if flight is not None:
            draft.actor = draft.actor or flight.actor.by("of-the-flight")
            draft.day = draft.day or flight.day
        draft.actor = draft.actor or draft.theme.made_by
        if flight is not None:
            flight.actor = flight.actor or draft.actor


def _share_names(drafts: list[Draft]) -> None:
    """Give a ship or unit that is named twice the owner that is said of it once."""
    owners: dict[str, Told] = {}
    for draft in drafts:
        for name in draft.theme.names if draft.kind == "deployment" else ():
            if draft.actor:
                owners.setdefault(str(name), draft.actor)
    for draft in drafts:
        if draft.kind == "deployment" and not draft.actor:
            said = next((owners[str(n)] for n in draft.theme.names if str(n) in owners), UNSAID)
            draft.actor = said.by("told-before")


def _attacked(document: Document, drafts: list[Draft]) -> None:
    """Give what struck a state the one attacker that the report names, where there is one."""
    named = [d.actor for d in drafts if d.kind in _FLYING and d.actor]
    named += [*_of_attacks(document), *sides.held_to_have_struck(document)]
    for draft in drafts:
        if draft.kind != "impact" or draft.actor or draft.where is None:
            continue
        foes = {str(n): n for n in named if n != draft.where.state}
        if len(foes) == 1:
            draft.actor = _plain(next(iter(foes.values()))).by("report-attacker")
        elif not foes and draft.where.state not in named:
            draft.actor = sides.foe(document, draft.where.state)


def _plain(told: Told) -> Told:
    return Told(told, told.words)


def _of_attacks(document: Document) -> Iterator[Told]:
    """States and forces right before a noun of attack: "Houthi drone attacks"."""
    for noun in document.mentions.ordered.get("attack", ()):
        near = document.mentions.within("actor", noun.first - _ATTACKER_WITHIN, noun.first)
        for mention in near[-1:]:
            between = range(mention.last, noun.first)
            governed = any(document.at("preposition", i) for i in between)
            called = document.text_at(mention.first - 1) in QUOTES
            if isinstance(mention.value, Actor) and not (governed or called):
                yield Told(mention.value.code, (mention.first, mention.last))


def _hand_on(drafts: list[Draft]) -> None:
    """Give each draft without an owner that of the one before it."""
    known = UNSAID
    for draft in drafts:
        known = draft.actor or known
        draft.actor = draft.actor or known.by("told-before")


def _hand_back(drafts: list[Draft]) -> None:
    """Give forces told of before anybody is named the owner of those told of next, if words name it."""
    first = next((d for d in drafts if d.actor), None)
    if first is None or first.actor.rule in _BY_PLACE:
        return
    for draft in drafts:
        if first.sentence - draft.sentence <= _NEXT:
            draft.actor = draft.actor or first.actor.by("told-after")
