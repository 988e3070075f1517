"""One clause as the frames look at it: its subject, its objects, its places, who acts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitmap.extract.discourse import agents, assign, inversion
from sitmap.extract.text.entries import LOCATED
from sitmap.extract.text.theme import ARTICLES
from sitmap.extract.text.told import Reason, Told
from sitmap.extract.text.vocabulary import words
from sitmap.extract.verbs.unlisted import is_unlisted

if TYPE_CHECKING:
    from sitmap.extract.discourse.draft import Draft
    from sitmap.extract.discourse.memory import Memory, Scene
    from sitmap.extract.phrases.where import Where
    from sitmap.extract.text.document import Document
    from sitmap.extract.text.theme import Theme
    from sitmap.extract.text.told import Told
    from sitmap.extract.verbs.clauses import Clause
    from sitmap.extract.verbs.groups import Group
    from sitmap.model import Kind

#: How many words an object may stand after its verb.
FAR = 14
_OBJECT_REACH = 5
#: How many words of its clause may stand before a whole: "of", ", of".
_OPENS = 2
#: Words behind the name of a place that are no noun.
_ADVERBS = words("place", "adverbs")
_QUANTIFIERS = frozenset({"of", "about", "around", "over", "near", "under"})
#: Words that put what follows before or after what is told, and how far from its place they stand.
_WHEN = frozenset({"after", "before", "during", "following", "until", "despite"})
_EVENT_WITHIN = 6
_NO = frozenset({"no", "nothing", "none", "neither"})
_ONE = frozenset({"a", "any", "one"})


@dataclass(slots=True)
class View:
    """One clause in its sentence, with what was spoken of before.

    Parameters
    ----------
    before : list of Theme
        Subject of the clause before, for a clause that shares it.
    plan : Group or None
        The verb of planning that governs the clause.
    """

    document: Document
    memory: Memory
    scene: Scene
    clause: Clause
    group: Group
    before: list[Theme]
    plan: Group | None = None

    @property
    def verb(self) -> str:
        """Return the verb's base form."""
        return self.group.verb.verb

    @property
    def ahead(self) -> bool:
        """Whether the clause tells of what is still to come."""
        return self.group.future or self.plan is not None

    @property
    def denied(self) -> bool:
        """Whether the clause says that it is not so."""
        return self.denial is not None

    @property
    def denial(self) -> Reason | None:
        """The words that say that it is not so."""
        if self.group.negated:
            return Reason((self.group.first, self.group.last))
        before = range(self.clause.first, self.group.first)
        none = (i for i in before if self._is_none(i))
        first = next(none, None)
        longer = self.document.lower(self.group.last + 1) == "longer"
        if first is None and self.verb == "be" and self.document.lower(self.group.last) in _NO and not longer:
            # "There is no carrier in P".
            first = self.group.last
        return Reason((first, first + 1)) if first is not None else None

    def _is_none(self, index: int) -> bool:
        """Whether a word makes none of what it counts: "no missile", "not one missile"."""
        one = self.document.lower(index) == "not" and self.document.lower(index + 1) in _ONE
        return one or (self.document.lower(index) in _NO and not self._numbers(index))

    def _numbers(self, index: int) -> bool:
        """Whether "no" is short for "number": "the H3 No. 7"."""
        after = index + 1 + (self.document.lower(index + 1) == ".")
        return self.document.lower(after).isdigit()

    def subjects(self) -> list[Theme]:
        """Themes that are the subject, several when they are joined."""
        if self.clause.link == "relative":
            return [t for t in self.scene.themes if t.last <= self.clause.first][-1:]
        if self._of_carrier():
            return []
        beside = [t for t in self.scene.themes if self.group.participle and t.last == self.group.first]
        if beside and beside[0].first < self.clause.first:
            # "The navy confirmed two vessels sailing off P": the vessels sail.
            return beside
        if self.group.fronted:
            return inversion.following(self.scene, self.clause)
        own = [t for t in self.scene.themes if self.clause.first <= t.first < self.group.first]
        own = own or inversion.behind(self.document, self.scene, self.clause, self.group)
        free = [t for t in own if not self._governed(t)]
        if self.clause.link == "shared":
            return free or self.before
        return free or own[-1:]

    def _of_carrier(self) -> bool:
        """Whether a participle tells of the noun that something came out of: "from a truck parked at P"."""
        at = self.group.first
        if at != self.clause.first or self.group.passive or self.document.lower(at - 2) not in ARTICLES:
            return False
        before = self.document.at("preposition", at - 3)
        return (
            before is not None and before.value == "from" and not any(t.last == at for t in self.scene.themes)
        )

    def _governed(self, theme: Theme) -> bool:
        if theme.first <= self.clause.first + _OPENS and self.document.lower(theme.first - 1) == "of":
            # "Of the 3,000 soldiers, 1,200 are in P".
            return True
        found = self.document.at("preposition", theme.first - 1)
        if theme.first == self.group.last:
            # "sent in 300 soldiers": the preposition is the verb's.
            return False
        return found is not None and self.document.lower(theme.first - 1) not in _QUANTIFIERS

    def objects(self) -> list[Theme]:
        """Themes after the verb."""
        return [t for t in self.scene.themes if self.group.last <= t.first < self.clause.last]

    def carried(self) -> list[Theme]:
        """Themes after the verb that are its object, not what it is done with: "flew jeeps in a plane"."""
        return [
            t
            for t in self.objects()
            if not self._governed(t) or self.document.lower(t.first - 1) in {"of", "with"}
        ]

    def relative_object(self) -> list[Theme]:
        """Tell what "that" stands for as an object: "the ten that Washington has ordered to P"."""
        if self.clause.link != "own" or self.clause.marker not in {"that", "which"}:
            return []
        return [t for t in self.scene.themes if t.last == self.clause.first]

    def company(self) -> list[Theme]:
        """Others that go along: "with about 100 soldiers", "with Belarusian units"."""
        return [
            t
            for t in self.scene.themes
            if self.clause.first <= t.first < self.clause.last
            and (t.counted or t.actor or t.names)
            and not t.pronoun
            and self.document.lower(t.first - 1 - (self.document.lower(t.first - 1) == "the")) == "with"
        ]

    def wheres(self, roles: frozenset[str]) -> list[Where]:
        """Places of the clause in these roles: after the verb, else before it; one list at a time."""
        inside = [
            w
            for w in self.scene.wheres
            if self.clause.first <= w.first < self.clause.last
            and w.role in roles
            and not _says_when(self.document, w)
        ]
        found = [w for w in inside if w.first >= self.group.first] or inside
        return [w for w in found if w.group == found[0].group] if found else []

    def object_place(self, *, described: bool = False) -> list[Where]:
        """Return the place that is the verb's object: "reached P"; or, `described`, "hit the P oil works"."""
        found = [
            w
            for w in self.scene.wheres
            if w.role == ""
            and self.group.last <= w.first <= self.group.last + _OBJECT_REACH
            and w.first < self.clause.last
            and (described or not _describes(self.document, w.last))
        ]
        if described and found and _describes(self.document, found[0].last):
            # "Hit the Belgorod reservoir near P".
            noun = found[0].last + 1
            return [w for w in self.scene.wheres if w.first == noun and w.role in LOCATED] or found[:1]
        return [w for w in found if w.group == found[0].group] if found else []

    def references(self, roles: frozenset[str]) -> list[Where]:
        """Words that point back to a place, in these roles."""
        found = [
            r
            for r in self.scene.references
            if self.group.first <= r.first < self.clause.last and r.role in roles
        ]
        return [r for r in found if r.group == found[0].group and r.group < 0] or found[:1]

    def place_before(self) -> list[Where]:
        """Return the place right before a clause that starts with "where"."""
        if self.clause.link != "place":
            return []
        found = [w for w in self.scene.wheres if w.first < self.clause.first <= w.reach + 2][-1:]
        listed = [w for w in self.scene.wheres if found and w.group == found[0].group and w.role]
        return listed or found

    def place_that(self) -> list[Where]:
        """Return the place that "which" stands for as an object: "Kidal, which they took"."""
        if self.clause.marker not in {"which", "that"} or self.clause.link == "relative":
            return []
        return [w for w in self.scene.wheres if w.last <= self.clause.first <= w.reach + 1][-1:]

    def header(self) -> list[Where]:
        """Return the place that opens the entry: "Kharkiv: two missiles hit a market"."""
        head = self.scene.header(self.document)
        return [head] if head is not None else []

    def heading(self) -> list[Where]:
        """Return the place that alone made the sentence that opens the paragraph: "Starbase, Texas."."""
        paragraph, where = self.memory.head or (None, None)
        return [where] if where is not None and paragraph == self.scene.sentence.paragraph else []

    def agent(self) -> Told:
        """Return the state or force that acts."""
        return agents.agent(self.document, self.scene, self.clause, self.group)

    def speaks_of_weapon(self, theme: Theme) -> bool:
        """Whether a phrase, or what a pronoun stands for, is something fired."""
        if not theme.pronoun:
            return theme.is_weapon
        earlier = [t for t in self.scene.themes if t.last <= theme.first and not t.pronoun]
        recent = earlier[-1] if earlier else self.memory.recent
        return recent is not None and recent.is_weapon

    def _nameless_weapon(self, theme: Theme) -> bool:
        """Whether a number counts drones or missiles just told of: "eleven had been heading for P"."""
        recent = self.memory.recent
        return theme.counted and recent is not None and not recent.names and self.speaks_of_weapon(theme)

    def weapon(self, theme: Theme | None) -> Theme | None:
        """Return the weapon that a phrase means, if it means one."""
        return assign.weapon(self.memory, theme) if theme is not None and not theme.carrier else None

    def forces(self, options: list[Theme], whole: Theme | None = None) -> list[Theme]:
        """Return the forces among some noun phrases; a joined one only with a number or a name of its own."""
        found: list[Theme] = []
        for theme in options:
            if theme.pronoun and ((found and not theme.counted) or self._nameless_weapon(theme)):
                continue
            known = found[-1] if found else whole or self._whole(theme) or self.memory.force
            force = assign.force(known if theme.pronoun else self.memory.force_like(theme), theme)
            if force is not None and (
                not found or force.counted or theme.names or theme.actor not in {"", found[0].actor}
            ):
                found.append(force)
        return found

    def _whole(self, part: Theme) -> Theme | None:
        """Return the force that a clause opens with: "of the 3,000 soldiers, 1,200 are in P"."""
        whole = next((t for t in self.scene.themes if self.clause.first <= t.first), None)
        if whole is None or whole is part or whole.pronoun:
            return None
        opens = whole.first <= self.clause.first + _OPENS and self._governed(whole)
        return whole if opens else None

    def draft(self, kind: Kind, theme: Theme, where: Where | None, actor: Told) -> Draft:
        """Return a draft with all that its surroundings give it."""
        own = theme.actor or agents.possessor(self.document, self.scene, theme.first, theme.head)
        return assign.draft(
            self.document,
            self.memory,
            self.scene,
            self.clause,
            kind=kind,
            theme=theme,
            where=where,
            actor=(actor or own) if self._given(theme) else (own or actor),
        )

    def _given(self, theme: Theme) -> bool:
        """Whether the subject says whose a number without a noun is: "Kenya has 400 in P"."""
        own = self.document.at("actor", theme.first - 1) is not None
        return (
            theme.pronoun
            and theme.counted
            and not own
            and theme.first >= self.group.last
            and not self.group.passive
        )


def _says_when(document: Document, where: Where) -> bool:
    """Whether a place only says where something before or after was: "after an exercise in P"."""
    if where.role not in LOCATED:
        return False
    index = where.first - 1
    while index > max(where.first - _EVENT_WITHIN, -1) and document.tokens[index].is_word:
        if document.lower(index) in _WHEN:
            return index + 1 < where.first and index + 1 not in document.taken
        verb = document.at("verb", index) is not None and document.lower(index - 1) not in ARTICLES | {"the"}
        if verb or document.at("preposition", index) is not None:
            return False
        index -= 1
    return False


def _describes(document: Document, end: int) -> bool:
    """Whether a noun follows a name that the name only describes: "the Danube ferry crossing"."""
    if end in document.taken:
        # "Reached Darwin next week".
        return False
    lower = document.lower(end)
    adverb = lower in _ADVERBS or lower.endswith(("ly", "bound", "ward", "wards"))
    return is_unlisted(document, end) and document.at("verb", end) is None and not adverb
