"""What the checks look at: the claims, joined into flights, and the zones."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

import numpy as np
import numpy.typing as npt
from shapely.geometry.base import BaseGeometry

from sitmap.checks import figure
from sitmap.checks.copies import originals
from sitmap.checks.figure import Figure
from sitmap.checks.naming import NOWHERE, Naming
from sitmap.model import Claim, Place, Report, ZoneAnswer

Floats = npt.NDArray[np.float64]


class ZoneLookup(Protocol):
    """What the checks ask of the maritime zones; `sitmap.zones.ZoneSource` answers it."""

    def at(self, lat: float, lon: float, *, limit: str = "eez", view: str = "de facto") -> ZoneAnswer:
        """Whose zone a point lies in; `limit` is `eez`, `contiguous` or `territorial`."""
        ...

    def inside(
        self, lats: npt.ArrayLike, lons: npt.ArrayLike, *, sovereign: str, limit_km: float
    ) -> npt.NDArray[np.bool_]:
        """Which points lie in the zone of `sovereign` (ISO alpha-3) that reaches to `limit_km`."""
        ...

    def share(self, area: BaseGeometry, *, sovereign: str, limit_km: float) -> float:
        """Part of an area, (lon, lat), that lies in that zone, 0 to 1."""
        ...

    def clearance(
        self,
        lats: npt.ArrayLike,
        lons: npt.ArrayLike,
        *,
        sovereign: str,
        limit_km: float,
        view: str = "de facto",
    ) -> Floats:
        """How far inside a state's zone points lie at least, km; negative outside, -inf without a coast.

        With d1 and d2 the distances to its coast and to the nearest other one it is
        ``min(limit - d1, (d2 - d1) / 2)``.
        """
        ...


class Remembered:
    """Zones that answer once for each point: several checks ask of the same impact.

    Parameters
    ----------
    zones : ZoneLookup
        Asked for all else.
    """

    def __init__(self, zones: ZoneLookup) -> None:
        self._zones = zones
        self._answers: dict[tuple[float, float, str, str], ZoneAnswer] = {}

    def at(self, lat: float, lon: float, *, limit: str = "eez", view: str = "de facto") -> ZoneAnswer:
        """As `ZoneLookup.at`."""
        asked = (lat, lon, limit, view)
        if asked not in self._answers:
            self._answers[asked] = self._zones.at(lat, lon, limit=limit, view=view)
        return self._answers[asked]

    def inside(
        self, lats: npt.ArrayLike, lons: npt.ArrayLike, *, sovereign: str, limit_km: float
    ) -> npt.NDArray[np.bool_]:
        """As `ZoneLookup.inside`."""
        return self._zones.inside(lats, lons, sovereign=sovereign, limit_km=limit_km)

    def share(self, area: BaseGeometry, *, sovereign: str, limit_km: float) -> float:
        """As `ZoneLookup.share`."""
        return self._zones.share(area, sovereign=sovereign, limit_km=limit_km)

    def clearance(
        self,
        lats: npt.ArrayLike,
        lons: npt.ArrayLike,
        *,
        sovereign: str,
        limit_km: float,
        view: str = "de facto",
    ) -> Floats:
        """As `ZoneLookup.clearance`."""
        return self._zones.clearance(lats, lons, sovereign=sovereign, limit_km=limit_km, view=view)


@dataclass(frozen=True, slots=True)
class Flight:
    """One flight as one report tells it: a launch, an impact, or both.

    Parameters
    ----------
    launch, impact : Claim or None
        At least one is there.
    of_several : bool
        The launch has more than one impact, so a number may be another missile's.
    """

    launch: Claim | None
    impact: Claim | None
    of_several: bool = False

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Launch first, then impact, those that are there."""
        return tuple(claim for claim in (self.launch, self.impact) if claim is not None)

    @property
    def asset(self) -> str:
        """Asset of the flight, "" when neither claim says it."""
        return next((claim.asset for claim in self.claims if claim.asset), "")


@dataclass(frozen=True)
class Case:
    """Everything that the checks may look at.

    Parameters
    ----------
    claims : tuple of Claim
        Asserted and not rejected: a denied claim states nothing that could be held to account.
    zones : ZoneLookup
        Maritime zones.
    reports : tuple of Report
        The reports that the claims are from, those that are at hand.
    sites : tuple of Place
        Known launch and basing sites.
    denied : tuple of Claim
        What somebody denies: held against what others assert, and against nothing else.
    copies : mapping of str to str
        Reports that carry another's text, with the one that they copy, as `copies.originals` finds them.
    naming : Naming
        The place names of the reports, and what the gazetteer knows of them.
    """

    claims: tuple[Claim, ...]
    zones: ZoneLookup
    reports: tuple[Report, ...] = ()
    sites: tuple[Place, ...] = ()
    denied: tuple[Claim, ...] = ()
    copies: Mapping[str, str] = field(default_factory=dict)
    naming: Naming = NOWHERE

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {report.report_id: report.text for report in self.reports}

    def words_of(self, claim: Claim, field: str) -> str:
        """Words of the report that gave a field of a claim, "" when they are not at hand."""
        text = self.text(claim.report_id)
        return " ".join(text[e.span.start : e.span.end] for e in claim.evidence if e.field == field)

    def figure(self, flight: Flight, name: str) -> Figure | None:
        """Give a number of a flight (`range_km`, `apogee_km`, `flight_min`), None when it is not stated.

        The numbers of a flight may stand on both claims; where they differ the launch has the word.
        """
        told = (figure.read(claim, name, self.text(claim.report_id)) for claim in flight.claims)
        return next((found for found in told if found is not None), None)

    def text(self, report_id: str) -> str:
        """Text of a report, "" when it is not at hand."""
        return self._texts.get(report_id, "")

    @cached_property
    def told_once(self) -> tuple[Claim, ...]:
        """Claims without those of copied texts, in the order in which they were published."""
        own = (claim for claim in self.claims if claim.report_id not in self.copies)
        return tuple(sorted(own, key=lambda claim: (claim.published or "9999", claim.report_id)))

    @cached_property
    def by_report(self) -> dict[str, list[Claim]]:
        """Claims of each report that has any."""
        return _by_report(self.claims)

    @cached_property
    def told_once_by_report(self) -> dict[str, list[Claim]]:
        """Claims of each report that has any and copies no other."""
        return _by_report(self.told_once)

    @cached_property
    def flights(self) -> tuple[Flight, ...]:
        """Launches and impacts of the claims, joined where they belong together."""
        return tuple(flights(self.claims))


def _by_report(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.report_id, []).append(claim)
    return found


def held_to_account(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims that state something: a denied one does not, and a rejected one is not the report's."""
    return tuple(claim for claim in claims if claim.stance == "asserted" and claim.review != "rejected")


def open_case(
    claims: Iterable[Claim],
    zones: ZoneLookup,
    reports: Iterable[Report] = (),
    sites: Iterable[Place] = (),
    copies: Mapping[str, str] | None = None,
    naming: Naming = NOWHERE,
) -> Case:
    """Case of the claims that can be held to account, with what is denied beside them; as `registry.run`."""
    told, at_hand = tuple(claims), tuple(reports)
    denied = tuple(claim for claim in told if claim.stance == "denied" and claim.review != "rejected")
    known = originals(at_hand) if copies is None else copies
    return Case(held_to_account(told), Remembered(zones), at_hand, tuple(sites), denied, known, naming)


def flights(claims: Iterable[Claim]) -> Iterable[Flight]:
    """Join launches and impacts of one event in one report.

    Each impact is joined to the one launch that it can belong to: the only one of the event, the only one
    whose passage holds that of the impact, or the only one that gives the same numbers. Where several fit,
    or none, both stay single: a launch of a salvo is not held against another missile's impact.

    Yields
    ------
    Flight
        Each launch and impact claim is in at least one.
    """
    events: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind in {"launch", "impact"}:
            event = claim.event_id or f"claim {claim.claim_id}"
            events[claim.report_id, event].append(claim)
    for event_claims in events.values():
        yield from _join(event_claims)


def _join(event: Sequence[Claim]) -> Iterable[Flight]:
    launches = [claim for claim in event if claim.kind == "launch"]
    impacts = [claim for claim in event if claim.kind == "impact"]
    pairs = [(_launch_of(impact, launches, impacts), impact) for impact in impacts]
    joined = Counter(launch.claim_id for launch, _ in pairs if launch is not None)
    for launch, impact in pairs:
        yield Flight(launch, impact, of_several=launch is not None and joined[launch.claim_id] > 1)
    for single in launches:
        if single.claim_id not in joined:
            yield Flight(single, None)


def _launch_of(impact: Claim, launches: Sequence[Claim], impacts: Sequence[Claim]) -> Claim | None:
    if len(launches) == 1 and len(impacts) == 1:
        return launches[0]
    around = [launch for launch in launches if _tells_of(launch, impact)]
    if len(around) == 1:
        return around[0]
    numbers = _numbers(impact)
    if numbers == (None, None, None):
        return None
    fitting = [launch for launch in launches if _numbers(launch) == numbers]
    return fitting[0] if len(fitting) == 1 else None


def _tells_of(launch: Claim, impact: Claim) -> bool:
    """Whether the words of a launch hold those of the impact: "what hit P had been fired from Q"."""
    return launch.quote_start <= impact.quote_start < impact.quote_end <= launch.quote_end


def _numbers(claim: Claim) -> tuple[float | None, float | None, float | None]:
    return claim.range_km, claim.apogee_km, claim.flight_min
