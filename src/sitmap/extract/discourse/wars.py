"""Who fires at a land at war, where a report does not say it: `data/vocabulary/wars.csv`."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from sitmap.extract.text.told import UNSAID, Told
from sitmap.extract.text.vocabulary import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitmap.extract.discourse.draft import Draft
    from sitmap.extract.text.document import Document


def attacker(document: Document, draft: Draft) -> Told:
    """Return the only state that fires at the place of an impact.

    Parameters
    ----------
    document : Document
        The report taken apart; its publication dates what has no day.
    draft : Draft
        An impact.

    Returns
    -------
    Told
        "" when the place lies in no land at war, or the day is not known to be of the war.
    """
    anchor = draft.where.anchors[0] if draft.where is not None and draft.where.anchors else None
    place = anchor.toponym.place if anchor is not None else None
    if anchor is None or place is None:
        return UNSAID
    known = _wars().get((place.country, place.admin1)) or _wars().get((place.country, ""))
    day = draft.day.day if draft.day is not None and draft.day.day is not None else document.report.published
    if known is None or day is None or day < known[1]:
        return UNSAID
    return Told(known[0], (anchor.first, anchor.last), "at-war")


@cache
def _wars() -> Mapping[tuple[str, str], tuple[str, date]]:
    """Return attacker and first day by state and division struck, "" for all others of the state."""
    return {
        (row["struck"], row["part"]): (row["attacker"], date.fromisoformat(row["since"]))
        for row in table("wars")
    }
