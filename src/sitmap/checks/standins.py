"""Where something came down or lay at sea by words beside the claim that names a zone.

"The missile landed 80 km east of P, Seoul said. Tokyo said that it had come down inside its zone": the
claim of the zone has no spot of its own, and the one that its sentence, or the one before it, tells stands
in. Ships that came no closer than a distance to a coast were on or beyond the ring around it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sitmap import resources
from sitmap.checks import measured, reading
from sitmap.checks.case import Case
from sitmap.checks.measured import Measured
from sitmap.model import Claim, Report

#: Largest place whose distance tells a spot, km.
_LARGEST_KM = 60.0
#: How far around the words of a zone an approach may be told, and before a distance its words, in characters.
_NEAR, _BEFORE = 600, 60
#: How far before the name of a state the side of its zone may stand, in characters.
_SIDE = 30


def spots(case: Case, claim: Claim) -> Iterator[Claim]:
    """Put a claim without a spot of its own where its text puts it.

    Parameters
    ----------
    case : Case
        With the texts and the names of their places.
    claim : Claim
        With a zone that it is said to be in or out of.

    Yields
    ------
    Claim
        One at most: drawn at a distance in a direction, which alone is told in the sentence of the zone or,
        where there is none, in the one before it; or before that alone, where the sentence points back.
    """
    text, at = case.text(claim.report_id), _said_at(claim)
    opens, closes = reading.sentence(text, at)
    before = reading.sentence(text, opens - 1)[0] if opens else 0
    for start, end in ((opens, closes), (before, opens)):
        found = [told for told in measured.distances(case, claim.report_id, start, end) if _is_spot(told)]
        if found:
            if len(found) == 1:
                yield measured.moved(case, claim, found[0])
            return
    yield from _pointed_back(case, claim, (opens, closes))


def _pointed_back(case: Case, claim: Claim, sentence: tuple[int, int]) -> Iterator[Claim]:
    """Put a claim at the only spot told before it, where its sentence points back: "at that point"."""
    if not _points().search(case.text(claim.report_id), *sentence):
        return
    found = [told for told in measured.distances(case, claim.report_id, 0, sentence[0]) if _is_spot(told)]
    if len(found) == 1:
        yield measured.moved(case, claim, found[0])


@cache
def _points() -> re.Pattern[str]:
    """Match what speaks of a position told before, or of all that was told of where something was."""
    return re.compile(
        rf"\b(?:{reading.alternatives(reading.roles('distances.csv')['points'])})\b", re.IGNORECASE
    )


def unclaimed(case: Case, report: Report) -> Iterator[tuple[Claim, Claim]]:
    """Read what a text puts in or out of a zone where no claim carries it.

    Parameters
    ----------
    case : Case
        With the texts and the names of their places.
    report : Report
        With claims.

    Yields
    ------
    tuple of Claim
        The claim nearest to the words, and it with the zone where the only distance of their sentence, or of
        the one before, puts it.
    """
    claims = case.by_report[report.report_id]
    carried = [e.span for claim in claims for e in claim.evidence if e.field == "zone_claim"]
    for name, place in case.naming.sure(report.report_id):
        # The pattern ends where the name starts.
        said = _side().search(report.text, max(0, name.span.start - _SIDE), name.span.start)
        zone = _zone().match(report.text, name.span.end)
        if said is None or zone is None or place.type != "country":
            continue
        if any(span.start < zone.end() and said.start() < span.end for span in carried):
            continue
        claim = reading.nearest(claims, said.start())
        code = _zones()[" ".join(zone["zone"].lower().split())]
        side = "inside" if said["in"] else "outside"
        put = replace(
            claim, zone_claim=f"{side}:{place.country}-{code}", evidence=(), quote_start=said.start()
        )
        yield from ((claim, spot) for spot in spots(case, put))


@cache
def _side() -> re.Pattern[str]:
    """Match on which side of a zone something is, right before the state whose zone it is."""
    words = reading.roles("distances.csv")
    within, out = (reading.alternatives(words[role]) for role in ("inside", "outside"))
    return re.compile(rf"(?<!not\s)\b(?:(?P<in>{within})|{out})\s(?:the\s(?:edge\sof\s)?)?$", re.IGNORECASE)


@cache
def _zone() -> re.Pattern[str]:
    own = r"(?:['\u2019]s?)?\s(?:(?:own|claimed|declared)\s)?"
    return re.compile(rf"{own}(?P<zone>{reading.alternatives(_zones())})\b", re.IGNORECASE)


@cache
def _zones() -> dict[str, str]:
    rows = resources.rows(resources.data("vocabulary", "zones.csv"))
    return {word: row["zone"] for row in rows for word in row["words"].split("|")}


def _is_spot(told: Measured) -> bool:
    is_drawn = told.place.type in {"country", "island", "admin1"} or told.place.extent_km <= _LARGEST_KM
    return (told.bearing_deg is not None or told.is_off) and is_drawn


def _said_at(claim: Claim) -> int:
    """Where the words of the zone stand, else those of the claim."""
    return next((e.span.start for e in claim.evidence if e.field == "zone_claim"), claim.quote_start)


def approaches(case: Case, claim: Claim) -> Iterator[tuple[Measured, bool]]:
    """Read how close to a coast the text has what is in or out of a zone come.

    Parameters
    ----------
    case, claim
        As in `spots`.

    Yields
    ------
    tuple of (Measured, bool)
        A distance from a place, and whether it came no closer than that.
    """
    text, at = case.text(claim.report_id), _said_at(claim)
    for told in measured.distances(case, claim.report_id, max(0, at - _NEAR), at + _NEAR):
        opens = max(reading.sentence(text, told.start)[0], told.start - _BEFORE)
        match = _closest().search(text[opens : told.start])
        if match is not None and told.place.extent_km <= _LARGEST_KM:
            yield told, _never().search(text[opens : opens + match.start()]) is not None


@cache
def _closest() -> re.Pattern[str]:
    roles = reading.roles("distances.csv")
    around = reading.alternatives(reading.roles("wholes.csv")["around"])
    return re.compile(rf"\b(?:{reading.alternatives(roles['closest'])})\s(?:(?:{around})\s)*$", re.IGNORECASE)


@cache
def _never() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{reading.alternatives(reading.roles('distances.csv')['never'])})\b", re.IGNORECASE
    )
