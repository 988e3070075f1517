"""One claim, as a row of its layer, without what a mark does not let out."""

import math
from collections.abc import Mapping
from typing import Any

from sitmap import geodesy, words
from sitmap.release.grid import Cell
from sitmap.release.rules import Rules

Row = Mapping[str, Any]

_REVIEWER = ("reviewer", "reviewed", "review_reason")
#: Words of the report, or made from them, and what a reader may have written in their place.
_WORDS = ("quote", "count_text", "date_text", "place_text", "geocode_note")
_SOURCE = ("publisher", "url")
_PLACE = ("place_id", "place_name", "place_type")
#: Stands for a source that is not named, so that nobody reads that the report named none.
_SOMEBODY = "a source that is not released"
_NOT_DRAWN = "without a place on the map; why is not released"


def row(claim: Row, rules: Rules, *, placed: Cell | None, drawn: bool) -> dict[str, Any]:
    """Take out of a claim what the rules name.

    Parameters
    ----------
    claim : mapping
        One value for each of `schema.CLAIM_COLUMNS`, None for null.
    rules : Rules
        What is taken out.
    placed : Cell or None
        Where it is moved to; None without a grid, or without a place.
    drawn : bool
        Whether it has a place on the map.

    Returns
    -------
    dict
        The same columns.
    """
    made = dict(claim)
    if rules.reviewers:
        made |= dict.fromkeys(_REVIEWER, "")
    if rules.words:
        made |= dict.fromkeys((*_WORDS, *_SOURCE), "")
        made |= {"quote_start": None, "quote_end": None, "alternatives": "[]"}
        made |= {"source": _SOMEBODY if made["source"] else "", "geocode_note": "" if drawn else _NOT_DRAWN}
    if rules.grid_km:
        made |= _coarse(made, placed, rules.grid_km)
    return made | {"summary": _summary(made)} if rules.words else made


def keeps_outline(claim: Row, placed: Cell) -> bool:
    """Tell whether a place is an area wider than its cell: its name then tells no more than the cell."""
    return claim["area_type"] == "outline" and (claim["uncertainty_km"] or 0) > placed.radius_km


def reach(claim: Row, placed: Cell, grid_km: float) -> float:
    """How far the place may lie from the middle of its cell, km, in whole steps of the grid."""
    farthest = (claim["uncertainty_km"] or 0) + placed.radius_km
    return min(math.ceil(farthest / grid_km) * grid_km, geodesy.REACH_KM)


def _coarse(claim: Row, placed: Cell | None, grid_km: float) -> dict[str, Any]:
    made: dict[str, Any] = {"offset_km": None, "offset_deg": None, "geocode_score": None}
    named = placed is not None and keeps_outline(claim, placed)
    if not named:
        made |= {**dict.fromkeys(_PLACE, ""), "relation": "in"}
    if placed is not None:
        made["uncertainty_km"] = reach(claim, placed, grid_km)
        made["area_type"] = "outline" if named else "uncertainty"
    return made


def _summary(claim: Row) -> str:
    """Say a claim anew, from its fields: "Deployment: North Korea: about 8,000 troops; Russia"."""
    where = words.where(claim) or words.country_names().get(str(claim["country"]), "")
    told = ": ".join(filter(None, (str(words.table("kind")[claim["kind"]]), words.what(claim))))
    return "; ".join(filter(None, (told, where)))
