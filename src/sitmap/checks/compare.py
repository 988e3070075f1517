"""Events that are told more than once, with what each telling says side by side.

A telling is what one source says in one report, or the report itself where it names no source. Copies of
one text are one telling. Numbers agree within their rounding, places and times within what the words
leave open; a name agrees with itself.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sitmap import schema, units
from sitmap.checks import clock, events, series, words
from sitmap.checks.case import held_to_account
from sitmap.checks.copies import originals
from sitmap.checks.figure import Figure
from sitmap.checks.figure import read as read_figure
from sitmap.checks.sum import count
from sitmap.checks.tellings import telling, weigh, weigh_clock, weigh_figures
from sitmap.model import Claim, Event, Report, Told, Verdict
from sitmap.words import zone_claim

_Texts = Mapping[str, str]


def compare(
    claims: Iterable[Claim], reports: Iterable[Report], copies: Mapping[str, str] | None = None
) -> tuple[Event, ...]:
    """Lay the tellings of every event told more than once side by side, and counts of a force over time.

    Parameters
    ----------
    claims : iterable of Claim
        With the event ids that `grouping.unify` gives; denied and rejected ones are left out.
    reports : iterable of Report
        The reports that the claims are from; without its text, a report's copies and bounds are not known.
    copies : mapping of str to str, optional
        As in `registry.run`.

    Returns
    -------
    tuple of Event
        By the day of the event, then by id; events of a single telling are left out. Counts over time
        come last, in the order in which their forces are told of.
    """
    at_hand = tuple(reports)
    texts = {report.report_id: report.text for report in at_hand}
    copies = originals(at_hand) if copies is None else copies
    groups: dict[str, list[Claim]] = defaultdict(list)
    stated = held_to_account(claims)
    for claim in stated:
        groups[events.event(claim)].append(claim)
    made = [_event(event_id, group, texts, copies) for event_id, group in groups.items()]
    dated = [(_day(groups[event.event_id]), event.event_id, event) for event in made if event is not None]
    told_once = sorted((c for c in stated if c.report_id not in copies), key=_age)
    return (
        *(event for _, _, event in sorted(dated, key=lambda item: item[:2])),
        *series.over_time(told_once, copies),
    )


def _age(claim: Claim) -> tuple[str, str]:
    return _published(claim), claim.report_id


def _day(group: Iterable[Claim]) -> str:
    return min((claim.date for claim in group if claim.date), default="")


def _event(
    event_id: str, group: Sequence[Claim], texts: Mapping[str, str], copies: Mapping[str, str]
) -> Event | None:
    told = _tellings(group, copies)
    if len(told) < 2:  # noqa: PLR2004 - a single telling has nothing beside it
        return None
    ordered = sorted(told.items(), key=lambda item: (_published(item[1][0]), item[0]))
    tellings = [claims for _, claims in ordered]
    fields = (_told(texts, aspect, tellings) for aspect in _ASPECTS)
    return Event(
        event_id=event_id,
        summary=tellings[0][0].summary,
        tellings=tuple(telling(claims, copies) for claims in tellings),
        fields=tuple(field for field in fields if field is not None),
    )


def _published(claim: Claim) -> str:
    return claim.published or "9999"


def _tellings(group: Sequence[Claim], copies: Mapping[str, str]) -> dict[tuple[str, str], list[Claim]]:
    """Sort claims by report and source; what has no source goes with the report's first named one."""
    own = [claim for claim in group if claim.report_id not in copies]
    named: dict[str, list[str]] = defaultdict(list)
    for claim in own:
        if claim.source and not any(events.is_one_source(claim.source, s) for s in named[claim.report_id]):
            named[claim.report_id].append(claim.source)
    told: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in own:
        sources = named[claim.report_id]
        same = (s for s in sources if claim.source and events.is_one_source(claim.source, s))
        told[claim.report_id, next(same, sources[0] if sources else "")].append(claim)
    return told


@dataclass(frozen=True, slots=True)
class _Aspect:
    """One thing that tellings may say: how it reads, how two compare, and claims of which kinds say it."""

    what: str
    says: Callable[[_Texts, Claim], str]
    weigh: Callable[[_Texts, Claim, Claim], Verdict]
    kinds: tuple[str, ...] = ("launch", "impact", "deployment", "site")


def _told(texts: _Texts, aspect: _Aspect, tellings: Sequence[Sequence[Claim]]) -> Told | None:
    saying = [
        next((c for c in told if c.kind in aspect.kinds and aspect.says(texts, c)), None) for told in tellings
    ]
    found = [claim for claim in saying if claim is not None]
    if not found:
        return None
    # Hundreds of tellings may say a few different things: each is weighed once.
    different = {aspect.says(texts, claim): claim for claim in found}.values()
    weighed = {aspect.weigh(texts, one, other) for one, other in combinations(different, 2)}
    if len(found) > len(different):
        weighed.add("consistent")
    worst = next((verdict for verdict in schema.VERDICTS if verdict in weighed), None)
    values = tuple(aspect.says(texts, claim) if claim else "" for claim in saying)
    return Told(aspect.what, values, worst or "")


def _number(name: str, what: str, unit: str) -> _Aspect:
    def read(texts: _Texts, claim: Claim) -> Figure | None:
        return read_figure(claim, name, texts.get(claim.report_id, ""))

    def says(texts: _Texts, claim: Claim) -> str:
        found = read(texts, claim)
        return f"{found.text} {unit}" if found else ""

    def compared(texts: _Texts, first: Claim, second: Claim) -> Verdict:
        one, other = read(texts, first), read(texts, second)
        return weigh_figures(one, other) if one and other else "undetermined"

    return _Aspect(what, says, compared, ("launch", "impact"))


def _text(what: str, name: str) -> _Aspect:
    def says(_: _Texts, claim: Claim) -> str:
        return words.plain(str(getattr(claim, name)))

    def compared(texts: _Texts, first: Claim, second: Claim) -> Verdict:
        return "consistent" if says(texts, first) == says(texts, second) else "inconsistent"

    return _Aspect(what, says, compared)


def _clock(_: _Texts, first: Claim, second: Claim) -> Verdict:
    apart = clock.minutes_apart(first, second)
    return "undetermined" if apart is None else weigh_clock(apart)


def _place(_: _Texts, first: Claim, second: Claim) -> Verdict:
    return "consistent" if events.may_be_one_place(first.location, second.location) else "inconsistent"


def _says_place(_: _Texts, claim: Claim) -> str:
    return words.where(claim) if claim.location and claim.location.place else ""


def _says_time(_: _Texts, claim: Claim) -> str:
    return words.clock(claim) if claim.time else ""


def _says_zone(_: _Texts, claim: Claim) -> str:
    return zone_claim(claim.zone_claim)


def _same_zone(_: _Texts, first: Claim, second: Claim) -> Verdict:
    return "consistent" if first.zone_claim == second.zone_claim else "inconsistent"


def _says_count(_: _Texts, claim: Claim) -> str:
    return count(claim) if claim.count_min is not None or claim.count_max is not None else ""


def _counts(_: _Texts, first: Claim, second: Claim) -> Verdict:
    (low1, high1), (low2, high2) = (
        (claim.count_min or 0, float("inf") if claim.count_max is None else claim.count_max)
        for claim in (first, second)
    )
    steps = sum(units.rounding(claim.count_max or claim.count_min or 0) for claim in (first, second))
    return weigh(max(low1 - high2, low2 - high1, 0.0), 0.0, steps)


_ASPECTS = (
    _text("day", "date"),
    _Aspect("time of launch", _says_time, _clock, ("launch",)),
    _Aspect("time of impact", _says_time, _clock, ("impact",)),
    _Aspect("place of launch", _says_place, _place, ("launch",)),
    _Aspect("place of impact", _says_place, _place, ("impact",)),
    _Aspect("place", _says_place, _place, ("deployment", "site")),
    _Aspect("count", _says_count, _counts, ("launch", "deployment")),
    _text("name", "designation"),
    _number("range_km", "range", "km"),
    _number("apogee_km", "apogee", "km"),
    _number("flight_min", "flight time", "min"),
    _Aspect("zone", _says_zone, _same_zone),
)
