"""One line a person can read, for each claim."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from sitmap.extract.vocabulary import cells, table

if TYPE_CHECKING:
    from sitmap.extract.draft import Draft
    from sitmap.model import Claim

_ASSETS = {
    "icbm": "ICBM",
    "irbm": "intermediate-range ballistic missile",
    "mrbm": "medium-range ballistic missile",
    "srbm": "short-range ballistic missile",
    "slbm": "submarine-launched ballistic missile",
    "ballistic": "ballistic missile",
    "cruise": "cruise missile",
    "hypersonic": "hypersonic missile",
    "satellite-launcher": "space rocket",
    "air-defence": "air defence",
}
_VERBS = {"launch": "launched", "impact": "came down", "site": "reported", "deployment": ""}
_STATUS = {"arriving": "arriving", "planned": "planned", "withdrawn": "leaving"}


@cache
def _adjectives() -> dict[str, str]:
    """Adjective of each state, by ISO alpha-3."""
    rows = (r for r in table("actors") if r["kind"] == "state" and r["demonyms"])
    return {r["actor"]: cells(r["demonyms"])[0] for r in rows}


def named(claim: Claim, draft: Draft, claim_id: str) -> Claim:
    """Return a claim with its id and its line.

    Parameters
    ----------
    claim : Claim
        Without either.
    draft : Draft
        What it was made from.
    claim_id : str
        The id.

    Returns
    -------
    Claim
    """
    return replace(claim, claim_id=claim_id, summary=_line(claim, draft))


def _line(claim: Claim, draft: Draft) -> str:
    denied = "Denied: " if claim.stance == "denied" else ""
    subject = " ".join(filter(None, (_count(claim), _owner(claim), claim.designation, _asset(claim))))
    verb = _STATUS.get(claim.status, _VERBS[claim.kind])
    words = " ".join(filter(None, (subject, verb, _where(claim, draft))))
    return denied + words[:1].upper() + words[1:]


def _count(claim: Claim) -> str:
    low, high = claim.count_min, claim.count_max
    if low is None and high is None:
        return ""
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return f"more than {low:,}"
    if low != high:
        return f"{low:,} to {high:,}"
    about = (
        "about "
        if any(w in claim.count_text.lower() for w in ("about", "around", "nearly", "some", "approx"))
        else ""
    )
    return f"{about}{low:,}" if low != 1 else ""


def _owner(claim: Claim) -> str:
    return _adjectives().get(claim.actor, claim.actor)


def _asset(claim: Claim) -> str:
    if claim.designation and claim.kind != "deployment":
        return ""
    return _ASSETS.get(claim.asset, claim.asset)


def _where(claim: Claim, draft: Draft) -> str:
    where = draft.where
    entry = where.anchors[0].toponym.place if where is not None and where.anchors else None
    name = entry.name if entry is not None else claim.place_text
    if not name:
        return ""
    if claim.relation == "offset" and claim.offset_km is not None:
        return f"about {claim.offset_km:,.0f} km from {name}"
    word = {"off": "off", "near": "near", "from": "from", "toward": "toward", "between": "between"}.get(
        claim.relation
    )
    return f"{word or ('in' if claim.kind == 'deployment' else 'at')} {name}"
