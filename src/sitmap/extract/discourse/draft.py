"""A claim in the making, and the flight it belongs to."""

from dataclasses import dataclass, field

from sitmap.extract.phrases.where import Where
from sitmap.extract.text.calendar_days import Day
from sitmap.extract.text.clock import Clock
from sitmap.extract.text.theme import Theme
from sitmap.extract.text.told import UNSAID, Reason, Told
from sitmap.extract.verbs.clauses import Clause
from sitmap.model import Certainty, Kind, Stance, Status

#: Numbers of a flight that its claims share.
FLIGHT_FIELDS = ("range_km", "apogee_km", "flight_min", "bearing_deg")
#: How many claims of a flight back a later sentence tells more of, so that work grows with the text alone.
_REACH = 50


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a flight at tokens `first` to `last` (exclusive), and who gave it."""

    value: float
    first: int
    last: int
    source: str


@dataclass(slots=True)
class Flight:
    """One event: a launch with its impact, and the numbers said of it anywhere.

    `numbers` maps a field of `FLIGHT_FIELDS` to what is told of it: the first telling, and one of each
    further source.
    """

    number: int
    theme: Theme
    actor: Told = UNSAID
    said_over: int = 0
    day: Day | None = None
    numbers: dict[str, list["Number"]] = field(default_factory=dict)
    drafts: list["Draft"] = field(default_factory=list)
    _heads: dict[Kind, "Draft"] = field(default_factory=dict)

    def tell(self, name: str, number: Number) -> None:
        """Keep a number, unless its source, or a voice without a name, has given one before."""
        told = self.numbers.setdefault(name, [])
        if not told or (number.source and all(number.source != other.source for other in told)):
            told.append(number)

    @property
    def recent(self) -> list["Draft"]:
        """The claims that were told last."""
        return self.drafts[-_REACH:]

    def head(self, kind: Kind) -> "Draft":
        """Return the first claim of a kind that stands, once the report has been read to its end."""
        if kind not in self._heads:
            self._heads[kind] = next(d for d in self.drafts if d.kind == kind and not d.superseded)
        return self._heads[kind]


@dataclass(slots=True)
class Draft:
    """A claim in tokens: `first` to `last` (exclusive) is its passage.

    `further` is set for one more of what was told, in the same place; `reasons` says what gave the fields
    whose values do not know it themselves.
    """

    kind: Kind
    sentence: int
    first: int
    last: int
    theme: Theme
    where: Where | None
    actor: Told = UNSAID
    status: Status = ""
    stance: Stance = "asserted"
    certainty: Certainty = "stated"
    source: Told = UNSAID
    source_words: tuple[int, int] | None = None
    day: Day | None = None
    planned_day: bool = False
    clock: Clock | None = None
    zone_claim: str = ""
    flight: Flight | None = None
    past: bool = False
    clause: Clause | None = None
    superseded: bool = False
    nearby: Told = UNSAID
    listed: bool = False
    further: bool = False
    reasons: dict[str, tuple[Reason, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class Form:
    """Labelled fields that were read so far: "Rocket: X. Pad: P.", and the claim that they make."""

    fired: Theme | None = None
    place: tuple[Kind, Where] | None = None
    draft: Draft | None = None
