"""One line a person can read, for each claim."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from sitmap import articles, units
from sitmap.extract.text.vocabulary import cells, table

if TYPE_CHECKING:
    from sitmap.extract.discourse.draft import Draft
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
#: What one of a kind is called where the kind's name is a plural.
_ONE_OF = {"ships": "ship", "submarines": "submarine", "drones": "drone", "missiles": "missile unit"}
_VERBS = {"launch": "launched", "impact": "came down", "site": "reported", "deployment": ""}
#: Relations that are told by their own name; at a place a force is "in" it.
_PREPOSITIONS = frozenset({"in", "off", "near", "from", "toward", "between"})
_STATUS = {"arriving": "arriving", "planned": "planned", "withdrawn": "leaving"}


@cache
def _adjectives() -> dict[str, str]:
    """Adjective of each actor that has one, by ISO alpha-3 or name."""
    return {r["actor"]: cells(r["demonyms"])[0] for r in table("actors") if r["demonyms"]}


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
    where = draft.where
    entry = where.anchors[0].toponym.place if where is not None and where.anchors else None
    name = articles.named(entry) if entry is not None else ""
    return replace(claim, claim_id=claim_id, summary=line(claim, name))


def line(claim: Claim, place_name: str) -> str:
    """Say a claim in one line.

    Parameters
    ----------
    claim : Claim
        With its fields.
    place_name : str
        Name of its place; "" for the words that name it.

    Returns
    -------
    str
    """
    denied = "Denied: " if claim.stance == "denied" else ""
    subject = " ".join(filter(None, (_count(claim), _owner(claim), claim.designation, _asset(claim))))
    verb = _STATUS.get(claim.status, _VERBS[claim.kind])
    words = " ".join(filter(None, (subject, verb, _where(claim, place_name))))
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
    name = _ASSETS.get(claim.asset, claim.asset)
    if claim.kind in {"launch", "impact"}:
        return name if claim.count_max == 1 or not claim.count_text else f"{name}s"
    return _ONE_OF.get(claim.asset, name) if claim.count_max == 1 else name


def _side(bearing: float) -> str:
    """Compass point nearest to a bearing: "west" for 270."""
    return min(units.COMPASS, key=lambda name: abs((units.COMPASS[name] - bearing + 180) % 360 - 180))


def _where(claim: Claim, place_name: str) -> str:
    name = place_name or claim.place_text
    if not name:
        return ""
    if claim.relation == "offset" and claim.offset_km is not None:
        side = f"{_side(claim.offset_deg)} of" if claim.offset_deg is not None else "from"
        return f"about {claim.offset_km:,.0f} km {side} {name}"
    if claim.relation == "off" and claim.offset_km is not None:
        return f"about {claim.offset_km:,.0f} km off {name}"
    word = claim.relation if claim.relation in _PREPOSITIONS else ""
    return f"{word or ('in' if claim.kind == 'deployment' else 'at')} {name}"
