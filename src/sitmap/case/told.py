"""What a reader's entry changes in a claim: fields, place, line and evidence."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sitmap import extract, geocode
from sitmap.case.acts import Entry, Spot
from sitmap.model import Claim, Evidence, Location, Place, Span

#: Fields whose evidence has the name of what their words give together.
_EVIDENCE = {
    **dict.fromkeys(("count_min", "count_max", "count_text"), "count"),
    **dict.fromkeys(("date", "date_end", "date_text"), "date"),
    **dict.fromkeys(("place_text", "place"), "place"),
    "event_id": "event",
}
#: Fields that say where a claim lies from its place.
_FROM_ITS_PLACE = frozenset({"relation", "offset_km", "offset_deg"})


def signed(claim: Claim, entry: Entry) -> Claim:
    """Say who reviewed a claim, when and why."""
    return replace(claim, reviewer=entry.reviewer, reviewed=_instant(entry.at), review_reason=entry.reason)


def _instant(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S}Z"


def changed(claim: Claim, entries: Iterable[Entry]) -> Claim:
    """Give a claim the values and the place that entries give it, the later over the earlier.

    Parameters
    ----------
    claim : Claim
        Located.
    entries : iterable of Entry
        In order, with `changes`, a `spot`, or both.

    Returns
    -------
    Claim
        Its line is written anew unless an entry gives it; its evidence names the reader.
    """
    changes: dict[str, Any] = {}
    evidence: dict[str, Evidence] = {}
    spot = None
    for entry in entries:
        changes |= entry.act.changes
        spot = entry.act.spot or spot
        for name in (*entry.act.changes, *(["place"] if entry.act.spot else [])):
            told = _EVIDENCE.get(name, name)
            evidence[told] = _evidence(claim, told, entry)
    kept = tuple(known for known in claim.evidence if known.field not in evidence)
    made = replace(claim, **changes, evidence=(*kept, *evidence.values()))
    if spot is not None:
        made = replace(made, location=located(made, spot))
    elif _FROM_ITS_PLACE & changes.keys() and made.location is not None and made.location.place is not None:
        made = replace(made, location=geocode.relocate(made, made.location.place))
    return made if "summary" in changes else summed_up(made)


def because(claim: Claim, entry: Entry) -> Claim:
    """Name an entry as what gave a claim its place."""
    kept = tuple(known for known in claim.evidence if known.field != "place")
    return replace(claim, evidence=(*kept, _evidence(claim, "place", entry)))


def _evidence(claim: Claim, name: str, entry: Entry) -> Evidence:
    reason = f": {entry.reason}" if entry.reason else ""
    passage = Span(claim.quote_start, claim.quote_end)
    return Evidence(name, passage, f"{entry.act.action} by {entry.reviewer}{reason}")


def summed_up(claim: Claim) -> Claim:
    """Write a claim's line anew from its fields and its place."""
    place = claim.location.place if claim.location else None
    return replace(claim, summary=extract.summarise(claim, place.name if place else ""))


def located(claim: Claim, spot: Spot) -> Location:
    """Draw a claim where a reader puts it: at the spot, or by its own relation to the place chosen."""
    if spot.place_id:
        return geocode.relocate(claim, place(spot))
    return geocode.pin(spot.lat, spot.lon, name=spot.name, uncertainty_km=spot.uncertainty_km)


def place(spot: Spot) -> Place:
    """Place that is meant; an entry that a later gazetteer lacks is as it was when it was chosen."""
    known = geocode.get(spot.place_id) if spot.place_id else None
    return known or Place(
        place_id=spot.place_id or f"pin:{spot.lat:.5f},{spot.lon:.5f}",
        name=spot.name,
        type="",
        country="",
        lat=spot.lat,
        lon=spot.lon,
        extent_km=spot.uncertainty_km,
    )
