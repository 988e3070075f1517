"""What a reader has in mind: the sentence at hand, and what was spoken of before."""

from collections import deque
from dataclasses import dataclass, field, replace

from sitmap.extract.discourse import flights
from sitmap.extract.discourse.attribution import Attribution
from sitmap.extract.discourse.draft import Draft, Flight, Form
from sitmap.extract.phrases.where import Where
from sitmap.extract.text.calendar_days import Day
from sitmap.extract.text.document import Document, PlaceMention
from sitmap.extract.text.sentences import Sentence
from sitmap.extract.text.theme import Theme
from sitmap.extract.text.told import UNSAID, Told
from sitmap.extract.text.vocabulary import words
from sitmap.extract.verbs.clauses import Clause
from sitmap.model import Kind

#: Within how many sentences a weapon without an owner is one of those that the flight told of is of.
_SAME_EVENT = 3
_HEADER_REACH = 8
#: What the word "missile" may mean.
_MISSILES = words("noun_phrase", "missiles") | {"missile"}
#: What is called by its kind once its name was told: "the submarine".
_HULLS = frozenset({"ships", "submarines"})
#: How many places back a reference may point.
_RECENT = 40


@dataclass(slots=True)
class Memory:
    """Tell what has been spoken of so far.

    `voice` is who spoke last of a claim, and in which paragraph; `said` the paragraph and the sentence in
    which a source was last named, and who it is.
    `day` is the day spoken of last, `day_in` its paragraph and `day_ahead` whether it is that of a plan;
    `at` is the place that the report is at, with the sentence and the paragraph that said so.
    `over` is who speaks wherever nobody else does, by the first words of a release or by a heading;
    `opening` is the first sentence with who is named behind it; `told` is set once a claim was made.
    `last` is the claim told last, `hulls` are the ships and submarines named last, by their kind;
    `met` are those whom others followed, and the sentence that said so;
    `entry` is the paragraph and the day of the entry of a live account that is being read,
    `as_of` the day of which a report says that it is, `said_on` the day on which a source spoke.
    """

    weapon: Theme | None = None
    missile: Theme | None = None
    force: Theme | None = None
    recent: Theme | None = None
    source: Told = UNSAID
    flight: Flight | None = None
    seen: deque[PlaceMention] = field(default_factory=lambda: deque(maxlen=_RECENT))
    been: deque[PlaceMention] = field(default_factory=lambda: deque(maxlen=_RECENT))
    lead: "Scene | None" = None
    zone: Told = UNSAID
    day: Day | None = None
    day_in: int = -1
    day_ahead: bool = False
    as_of: Day | None = None
    entry: tuple[int, Day] | None = None
    said_on: dict[str, Day] = field(default_factory=dict)
    there: PlaceMention | None = None
    at: tuple[int, int, PlaceMention] | None = None
    actor: Told = UNSAID
    goal: Draft | None = None
    stand: Draft | None = None
    exit: Draft | None = None
    last: Draft | None = None
    hulls: dict[str, Theme] = field(default_factory=dict)
    met: tuple[int, tuple[Theme, ...]] = (0, ())
    before: "Scene | None" = None
    table: Kind | None = None
    form: Form | None = None
    voice: tuple[int, Told] | None = None
    said: tuple[int, int, Told] | None = None
    floor: tuple[int, Told] | None = None
    list_floor: Told = UNSAID
    over: Told = UNSAID
    opening: tuple[Sentence, Told] | None = None
    told: bool = False
    classes: dict[str, Told] = field(default_factory=dict)
    head: "tuple[int, Where] | None" = None
    units: dict[str, Theme] = field(default_factory=dict)

    def learn(self, found: list[Theme], scene: "Scene", clause: Clause) -> None:
        """Keep the latest weapon and force that were named.

        Parameters
        ----------
        found : list of Theme
            Noun phrases in order.
        scene : Scene
            Their sentence.
        clause : Clause
            Their clause; what it told of is known already.
        """
        told = {d.kind for d in scene.drafts if d.clause is clause}
        for theme in found:
            if theme.pronoun or any(a.words[0] <= theme.first < a.words[1] for a in scene.attributions):
                continue
            self.recent = theme
            if theme.unit and theme.names:
                self.units[theme.names[-1].split()[-1].casefold()] = theme
            if theme.fired not in {"", "missile"}:
                self.classes.update({str(n): theme.fired for n in theme.names if str(n) not in self.classes})
            renamed = flights.named(self, scene, theme)
            known = bool(theme.names or theme.counted or theme.actor) and (
                not theme.definite or bool(theme.names)
            )
            if known and "deployment" not in told and theme.based and (theme.names or not theme.is_weapon):
                self.force = replace(theme, actor=theme.actor or self.actor)
            if theme.names and theme.based in _HULLS and not theme.unit:
                self.hulls[str(theme.based)] = replace(theme, actor=theme.actor or self.actor)
            # "The missile took the long way": what a report opens with is what it goes on about.
            opens = theme.definite and not theme.several and self.weapon is None
            if (known or opens) and not renamed and not told & {"launch", "impact"} and theme.is_weapon:
                flying = self.flight.actor if self.flight and self.flight.said_over < _SAME_EVENT else UNSAID
                self.keep_weapon(replace(theme, actor=theme.actor or flying))

    def keep_weapon(self, theme: Theme) -> None:
        """Have a weapon in mind as the last one, and as the last missile where it is one."""
        self.weapon = theme
        if theme.fired in _MISSILES:
            self.missile = theme

    def force_like(self, theme: Theme) -> Theme | None:
        """Return the force that a noun means: "the submarine" is none of the frigates named after it."""
        alone = theme.definite and not (theme.pronoun or theme.names or theme.counted or theme.actor)
        other = self.force is None or self.force.based != theme.based
        return self.hulls.get(str(theme.based), self.force) if alone and other else self.force

    def weapon_like(self, theme: Theme) -> Theme | None:
        """Return the weapon that a noun means: "the missile" is none of the drones named after it."""
        other = self.weapon is not None and self.weapon.fired not in _MISSILES
        return self.missile if theme.fired in _MISSILES and other else self.weapon

    def classed(self, theme: Theme) -> Theme:
        """Return a weapon as of the class that the report gives its name, anywhere."""
        if theme.fired != "missile":
            return theme
        said = next((c for n in theme.names if (c := self.classes.get(str(n))) is not None), None)
        return replace(theme, fired=said.by("means-before")) if said is not None else theme


@dataclass(slots=True)
class Scene:
    """One sentence with everything found in it."""

    number: int
    sentence: Sentence
    clauses: list[Clause]
    themes: list[Theme]
    wheres: list[Where]
    references: list[Where]
    attributions: list[Attribution]
    drafts: list[Draft] = field(default_factory=list)
    question: bool = False

    def header(self, document: Document) -> Where | None:
        """Return the place that opens a list entry: "Sohae (North Korea): the new pier is finished".

        Parameters
        ----------
        document : Document
            The report taken apart.

        Returns
        -------
        Where or None
        """
        first = self.clauses[0].first
        head = next((w for w in self.wheres if w.role == "" and w.first <= first + 1), None)
        if head is None:
            return None
        colon = any(document.lower(i) == ":" for i in range(head.last, head.last + _HEADER_REACH))
        return head if colon else None


@dataclass(frozen=True, slots=True)
class Moment:
    """A sentence as the rules have read it, and what was spoken of before it."""

    scene: Scene
    before: Memory
