"""Where something came down or lay at sea by words beside the claim that names a zone.

"The missile landed 80 km east of P, Seoul said. Tokyo said that it had come down inside its zone": the
claim of the zone has no spot of its own, and the one that its sentence, or the one before it, tells stands
in. Ships that came no closer than a distance to a coast were on or beyond the ring around it.
"""

import re
from collections.abc import Iterator
from functools import cache

from sitmap.checks import measured, reading
from sitmap.checks.case import Case
from sitmap.checks.measured import Measured
from sitmap.model import Claim

#: Largest place whose distance tells a spot, km.
_LARGEST_KM = 60.0
#: How far around the words of a zone an approach may be told, and before a distance its words, in characters.
_NEAR, _BEFORE = 600, 60


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
        where there is none, in the one before it.
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


def _is_spot(told: Measured) -> bool:
    return told.bearing_deg is not None and told.place.extent_km <= _LARGEST_KM


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
