"""What readers changed in the claims of a case, from what to what."""

from collections.abc import Iterable, Mapping
from typing import TypedDict

from sitmap.model import Claim
from sitmap.pages import why
from sitmap.pages.messages import section


class Change(TypedDict):
    """One field in words, as it was read and as it is now; "" for nothing."""

    label: str
    before: str
    after: str


def changes(claims: Iterable[Claim], before: Mapping[str, Claim]) -> dict[str, list[Change]]:
    """List what corrections changed, by claim.

    Parameters
    ----------
    claims : iterable of Claim
        Of the case, as reviewed.
    before : mapping of str to Claim
        As `case.Reviewed.before` has them.

    Returns
    -------
    dict
        Only claims of which something reads differently.
    """
    found = {
        claim.claim_id: _changes(before[claim.claim_id], claim)
        for claim in claims
        if claim.claim_id in before
    }
    return {claim_id: rows for claim_id, rows in found.items() if rows}


def _changes(was: Claim, now: Claim) -> list[Change]:
    labels = section("why")
    return [
        {"label": labels[name], "before": _told(was, name), "after": _told(now, name)}
        for name in why.FIELDS
        if _state(was, name) != _state(now, name)
    ]


def _told(claim: Claim, name: str) -> str:
    """Value in words; a spot without a name by its coordinates, and what is so or not by yes and no."""
    if name == "background":
        return section("form")["yes" if claim.background else "no"]
    if name == "event":
        return claim.event_id
    if name == "place" and claim.location and claim.location.lat is not None:
        told = why.value(claim, name)
        return told if claim.location.place and claim.location.place.name else _coordinates(claim)
    return why.value(claim, name)


def _coordinates(claim: Claim) -> str:
    where = claim.location
    return f"{where.lat:.4f}, {where.lon:.4f}" if where else ""


def _state(claim: Claim, name: str) -> object:
    """Return what is compared: two places of one name differ."""
    if name == "place":
        return claim.location.place.place_id if claim.location and claim.location.place else ""
    return _told(claim, name)
