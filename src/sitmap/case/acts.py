"""An act of a reader, and its entry on record: frozen, picklable, without logic of storage.

`verbs` makes an `Act`; on record, with its number, reviewer and time, it is an `Entry`. Entries are never
changed: what is taken back is undone by another.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, get_args

from sitmap import geodesy
from sitmap.case import fields
from sitmap.model import Kind

Action = Literal["accept", "reject", "correct", "add", "credibility", "reliability", "alias", "undo"]

ACTIONS: tuple[Action, ...] = get_args(Action)
#: Acts on a claim that was read from a report or added by a reader.
ON_A_CLAIM: frozenset[Action] = frozenset({"accept", "reject", "correct", "credibility"})

#: Admiralty code: letters of a source's reliability, digits of an information's credibility.
RELIABILITY, CREDIBILITY = tuple("ABCDEF"), tuple("123456")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The claim that an act is about, named so that it is found again after ids have moved.

    Parameters
    ----------
    report_id, claim_id, kind, quote, quote_start, quote_end
        As the claim has them when the act is recorded; `claim_id` is "" for a claim to be added.
    place_start, place_end : int or None
        Where the words of its place stand.
    """

    report_id: str
    claim_id: str
    kind: Kind
    quote: str
    quote_start: int
    quote_end: int
    place_start: int | None = None
    place_end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a reader puts a claim.

    Parameters
    ----------
    lat, lon : float
        Degrees.
    place_id : str
        Entry of the gazetteer that is meant, from which the words' distance and bearing count; ""
        when the reader pointed at the very spot.
    name : str
        What the place is called, "" for a spot without a name.
    uncertainty_km : float
        Radius around a spot; an entry of the gazetteer brings its own.

    Raises
    ------
    CoordinateError
        If the coordinate is impossible.
    CaseError
        If the radius is none on Earth.
    """

    lat: float
    lon: float
    place_id: str = ""
    name: str = ""
    uncertainty_km: float = 0.0

    def __post_init__(self) -> None:
        geodesy.check(self.lat, self.lon)
        fields.check({"uncertainty_km": self.uncertainty_km})


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One thing that a reader does.

    Parameters
    ----------
    action : str
        One of `ACTIONS`.
    target : Target or None
        The claim that it is about, also one to be added.
    changes : mapping of str to value
        New values of the claim's fields, as `fields.EDITABLE` allows; not to be changed.
    spot : Spot or None
        Where the claim is put, or what the words of an alias mean.
    name : str
        The source that is graded, or the words of an alias.
    value : str
        The grade, "" to take it away.
    undoes : str
        Id of the entry that is taken back.
    """

    action: Action
    target: Target | None = None
    changes: Mapping[str, Any] = field(default_factory=dict, hash=False)
    spot: Spot | None = None
    name: str = ""
    value: str = ""
    undoes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An act on record.

    Parameters
    ----------
    entry_id : str
        Its own the world over.
    at : datetime
        When, UTC; within one case no two are the same, and later ones were recorded later.
    reviewer : str
        Who.
    reason : str
        Why, in the reviewer's words; "" for no word.
    act : Act
        What.
    """

    entry_id: str
    at: datetime
    reviewer: str
    reason: str = ""
    act: Act

    @property
    def order(self) -> tuple[datetime, str]:
        """What entries are sorted by: the same in every case that holds them."""
        return self.at, self.entry_id
