"""What a reader's entries make of what was read: the map, the checks and the files see the result.

Pure: the same readings and entries give the same claims. First the aliases of the case are taken as
meant, then added claims join the others, then each claim takes what stands of its own entries, then
every source its grade.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sitmap.case import added, aliases, attach, told
from sitmap.case.acts import Entry
from sitmap.case.history import Standing, fold, source, source_key
from sitmap.model import Claim, Reading, Review

_DECISIONS = frozenset({"accept", "reject", "correct"})


@dataclass(frozen=True, slots=True)
class Orphan:
    """An entry whose claim is not there any more, and why; it is kept and shown, and may be undone."""

    entry: Entry
    why: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Readings as their readers see them.

    Parameters
    ----------
    readings : tuple of Reading
        With reviewed claims; rejected ones are among them.
    orphans : tuple of Orphan
        Entries that found no claim.
    before : mapping of str to Claim
        Claims with a correction as they were read or added, by id.
    """

    readings: tuple[Reading, ...]
    orphans: tuple[Orphan, ...] = ()
    before: Mapping[str, Claim] = field(default_factory=dict, hash=False)


def apply(readings: Sequence[Reading], history: Iterable[Entry]) -> Reviewed:
    """Apply the entries of a case to what was read from its reports.

    Parameters
    ----------
    readings : sequence of Reading
        As the machine reads the reports, before claims of several reports are joined.
    history : iterable of Entry
        Of the case, in any order.

    Returns
    -------
    Reviewed
        The readings in the same order.
    """
    standing = fold(history)
    by_report: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in (*standing.added, *standing.on_claims):
        if entry.act.target is not None:
            by_report[entry.act.target.report_id].append(entry)
    made: list[Reading] = []
    orphans: list[Orphan] = []
    before: dict[str, Claim] = {}
    for reading in readings:
        own = by_report.pop(reading.report.report_id, [])
        made.append(_reading(reading, own, standing, orphans, before))
    orphans += [Orphan(entry, "its report was not read") for rest in by_report.values() for entry in rest]
    return Reviewed(tuple(made), tuple(orphans), before)


def _reading(
    reading: Reading,
    own: Sequence[Entry],
    standing: Standing,
    orphans: list[Orphan],
    before: dict[str, Claim],
) -> Reading:
    """Apply the entries about one report; those without a claim and what was corrected are noted."""
    known = aliases.taken(reading, standing.aliases) if standing.aliases else reading
    sound = [entry for entry in own if entry.act.target and added.is_quoted(entry.act.target, reading)]
    orphans += [Orphan(entry, "its words do not stand in its report") for entry in own if entry not in sound]
    on_claims = [entry for entry in sound if entry.act.action != "add"]
    claims = added.joined(known, [entry for entry in sound if entry.act.action == "add"], on_claims)
    found = _attached(claims, on_claims, orphans)
    read = {claim.claim_id: claim for claim in reading.claims}
    before |= {
        claim.claim_id: read.get(claim.claim_id, claim)
        for claim in claims
        if any(entry.act.action == "correct" for entry in found.get(claim.claim_id, ()))
    }
    settled = (_settled(claim, found.get(claim.claim_id, ())) for claim in claims)
    return replace(known, claims=tuple(_graded(claim, standing.reliability) for claim in settled))


def _attached(
    claims: Sequence[Claim], entries: Sequence[Entry], orphans: list[Orphan]
) -> Mapping[str, list[Entry]]:
    """Sort entries by the claim that each is about; those without one join the orphans."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    named = {entry.act.target.claim_id for entry in entries if entry.act.target is not None}
    for entry in entries:
        if entry.act.target is not None:
            claim = attach.find(entry.act.target, claims, named)
            if isinstance(claim, str):
                orphans.append(Orphan(entry, claim))
            else:
                found[claim.claim_id].append(entry)
    return found


def _settled(claim: Claim, entries: Sequence[Entry]) -> Claim:
    """Give a claim what stands of its entries, the later over the earlier."""
    grades = [entry.act.value for entry in entries if entry.act.action == "credibility"]
    graded = replace(claim, credibility=grades[-1]) if grades else claim
    decisions = [entry for entry in entries if entry.act.action in _DECISIONS]
    if not decisions:
        return graded
    corrections = [entry for entry in decisions if entry.act.action == "correct"]
    corrected = told.changed(graded, corrections) if corrections else graded
    last = decisions[-1]
    return replace(told.signed(corrected, last), review=_verdict(last, corrections))


def _verdict(last: Entry, corrections: Sequence[Entry]) -> Review:
    if last.act.action == "reject":
        return "rejected"
    return "corrected" if corrections else "accepted"


def _graded(claim: Claim, reliability: Mapping[str, str]) -> Claim:
    grade = reliability.get(source_key(source(claim)), "")
    return replace(claim, reliability=grade) if grade else claim
