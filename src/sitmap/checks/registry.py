"""The checks by name, and the one function that runs them all."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sitmap.checks import containment, dates, duration, origin, surface, trajectory, zone
from sitmap.checks import range as distance
from sitmap.checks import reports as tellings
from sitmap.checks import sum as parts
from sitmap.checks.case import Case, ZoneLookup, open_case
from sitmap.checks.judgement import Judgement
from sitmap.checks.naming import NOWHERE, Naming
from sitmap.model import Claim, Finding, OriginArea, Place, Report


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its name in findings, the method it cites and the function that judges."""

    name: str
    method: str
    judge: Callable[[Case], Iterable[Judgement]]


#: Every check, in the order of its findings. A new check is a module and a line here.
CHECKS: tuple[Check, ...] = (
    Check("zone", zone.METHOD, zone.judge),
    Check("duration", duration.METHOD, duration.judge),
    Check("trajectory", trajectory.METHOD, trajectory.judge),
    Check("range", distance.METHOD, distance.judge),
    Check("sum", parts.METHOD, parts.judge),
    Check("calendar", dates.METHOD, dates.judge),
    Check("surface", surface.METHOD, surface.judge),
    Check("containment", containment.METHOD, containment.judge),
    Check("reports", tellings.METHOD, tellings.judge),
    Check("origin", origin.METHOD, origin.judge),
)


def run(
    claims: Sequence[Claim],
    *,
    zones: ZoneLookup,
    reports: Sequence[Report] = (),
    sites: Sequence[Place] = (),
    copies: Mapping[str, str] | None = None,
    naming: Naming = NOWHERE,
) -> tuple[Finding, ...]:
    """Hold claims against geography, clock, physics and each other.

    Rejected claims are left out, and denied ones are held against what others assert and nothing else. A
    check that has nothing stated to hold to account says nothing; one that lacks a fact says `undetermined`
    and which fact.

    Parameters
    ----------
    claims : sequence of Claim
        With locations; of one report or of many.
    zones : ZoneLookup
        Maritime zones.
    reports : sequence of Report
        The reports that the claims are from; without its text, a report's weekdays are not looked at.
    sites : sequence of Place
        Known launch and basing sites, for flights that name no more than a country.
    copies : mapping of str to str, optional
        As `originals` gives it of the reports, where that is known already.
    naming : Naming
        The place names of the reports; without them only the places of the claims are looked at.

    Returns
    -------
    tuple of Finding
        In the order of `CHECKS`; the same claims give the same findings and ids.
    """
    case = open_case(claims, zones, reports, sites, copies, naming)
    return tuple(_finding(check, judgement) for check in CHECKS for judgement in merge(check.judge(case)))


def origins(
    claims: Sequence[Claim],
    *,
    zones: ZoneLookup,
    reports: Sequence[Report] = (),
    sites: Sequence[Place] = (),
    copies: Mapping[str, str] | None = None,
) -> tuple[OriginArea, ...]:
    """Draw where launches may have been of which no more than a country is named.

    Parameters
    ----------
    claims, zones, reports, sites, copies
        As in `run`.

    Returns
    -------
    tuple of OriginArea
        In the order of the launch claims.
    """
    return tuple(origin.areas(open_case(claims, zones, reports, sites, copies)))


def merge(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Say once what several claims of one event would say alike.

    The numbers of a flight may stand on every launch and impact claim of its event.

    Parameters
    ----------
    judgements : iterable of Judgement
        Of one check.

    Returns
    -------
    tuple of Judgement
        Those of one event with the same words become one, with the claims of all.
    """
    merged: dict[tuple[str, ...], Judgement] = {}
    for judgement in judgements:
        first = judgement.claims[0]
        key = (first.report_id, first.event_id or first.claim_id, judgement.explanation)
        known = merged.get(key)
        claims = (*known.claims, *judgement.claims) if known else judgement.claims
        merged[key] = replace(judgement, claims=tuple({claim.claim_id: claim for claim in claims}.values()))
    return tuple(merged.values())


def _finding(check: Check, judgement: Judgement) -> Finding:
    ids = tuple(claim.claim_id for claim in judgement.claims)
    key = "\x1f".join((check.name, judgement.topic, *ids))
    return Finding(
        finding_id=f"f-{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}",
        check=check.name,
        claim_ids=ids,
        verdict=judgement.verdict,
        stated=judgement.stated,
        computed=judgement.computed,
        unit=judgement.unit,
        margin=judgement.margin,
        tolerance=judgement.tolerance,
        explanation=judgement.explanation,
        method=check.method,
    )
