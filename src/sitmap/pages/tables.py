"""Claims and findings as tables whose rows follow, and move, the selection."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from sitmap import schema
from sitmap.model import Claim
from sitmap.pages import workbench
from sitmap.pages.messages import count, plain, say, section
from sitmap.pipeline import Situation

#: Columns of the claims table, what is read first at the left.
CLAIMS = (
    "kind", "summary", "finding", "place_name", "date", "time", "tz", "source", "certainty", "count_text",
    "count_min", "count_max", "actor", "asset", "designation", "status", "stance", "range_km", "apogee_km",
    "flight_min", "bearing_deg", "zone_claim", "place_text", "relation", "offset_km", "offset_deg",
    "uncertainty_km", "geocode_score", "geocode_note", "place_type", "country", "area_type", "date_end",
    "date_text", "background", "quote", "review", "reviewer", "reviewed", "review_reason", "reliability",
    "credibility", "publisher", "published", "url", "place_id", "event_id",
    "report_id", "claim_id",
)  # fmt: skip
FINDINGS = (
    "verdict", "check", "explanation", "claims", "stated", "computed", "unit", "margin", "tolerance",
    "method",
)  # fmt: skip
EVENTS = ("event", "what", "agreement", "told")


def claims_table(situation: Situation) -> pd.DataFrame:
    """Put claims in a table with the columns of `CLAIMS`, one row each, in the situation's order.

    Parameters
    ----------
    situation : Situation

    Returns
    -------
    DataFrame
        Numbers stay numbers; what the report does not say is null or "".
    """
    ordered = schema.worst_first(situation.findings)
    # The worst finding is written last and stays.
    worst = {claim_id: found.verdict for found in reversed(ordered) for claim_id in found.claim_ids}
    rows = [schema.row(claim) | {"finding": worst.get(claim.claim_id, "")} for claim in situation.claims]
    return _frame(rows, CLAIMS, schema.CLAIM_COLUMNS)


def findings_table(situation: Situation) -> pd.DataFrame:
    """Put findings in a table with the columns of `FINDINGS`, worst first, claims by their summaries."""
    summaries = {claim.claim_id: claim.summary for claim in situation.claims}
    rows = [
        schema.finding_row(finding)
        | {"claims": "; ".join(summaries.get(claim_id, claim_id) for claim_id in finding.claim_ids)}
        for finding in schema.worst_first(situation.findings)
    ]
    return _frame(rows, FINDINGS, schema.FINDING_COLUMNS)


def events_table(situation: Situation) -> pd.DataFrame:
    """Put events in a table: a row for each thing that two tellings say, and each of counts over time."""
    rows = [
        {
            "event": event.summary,
            "what": field.what,
            "agreement": field.verdict,
            "told": "; ".join(
                f"{telling.teller}: {value}"
                for telling, value in zip(event.tellings, field.values, strict=True)
                if value
            ),
        }
        for event in situation.events
        for field in event.fields
        if field.verdict or event.over_time
    ]
    return _frame([schema.clean(row) for row in rows], EVENTS, ())


def unfound(situation: Situation) -> list[Claim]:
    """Pick the claims without a place on the map."""
    return [claim for claim in situation.claims if claim.location is None or claim.location.lat is None]


def draw_claims(situation: Situation) -> None:
    """Draw the table of claims, and above it those without a place, with the reason."""
    missing = unfound(situation)
    if missing:
        lines = [count("tables.unfound", len(missing))]
        lines += ["- " + plain(_reason(claim)) for claim in missing]
        st.warning("\n".join(lines))
    ids = [claim.claim_id for claim in situation.claims]
    _draw("claims", claims_table(situation), [(claim_id,) for claim_id in ids])


def draw_findings(situation: Situation) -> None:
    """Draw the table of findings."""
    if not situation.findings:
        st.caption(say("tables.no_findings"))
        return
    ordered = schema.worst_first(situation.findings)
    _draw("findings", findings_table(situation), [finding.claim_ids for finding in ordered])


def draw_events(situation: Situation) -> None:
    """Draw the table of events told more than once."""
    claims = [
        event.tellings[0].claim_ids
        for event in situation.events
        for field in event.fields
        if field.verdict or event.over_time
    ]
    _draw("events", events_table(situation), claims)


def _reason(claim: Claim) -> str:
    note = claim.location.note if claim.location else ""
    return say("tables.unfound_item", summary=claim.summary, reason=note or say("tables.no_reason"))


def _frame(
    rows: Sequence[Mapping[str, Any]], names: Sequence[str], columns: Sequence[schema.Column]
) -> pd.DataFrame:
    types = {column.name: column.dtype for column in columns}
    made = pd.DataFrame([[row[name] for name in names] for row in rows], columns=list(names), dtype=object)
    return made.astype({name: types.get(name, schema.TEXT) for name in names})


def _draw(name: str, frame: pd.DataFrame, claims_of_row: Sequence[Sequence[str]]) -> None:
    """Draw a table; a chosen row selects its first claim, the selected claim chooses its first row."""
    key = f"table-{name}"
    chosen = workbench.selected()
    _follow(key, chosen, claims_of_row)
    labels = section("columns")
    st.dataframe(
        frame,
        key=key,
        hide_index=True,
        column_config={column: labels[column] for column in frame.columns},
        placeholder="",
        alt=say(f"tables.{name}_alt"),
        selection_mode="single-row",
        on_select=lambda: _chosen(key, claims_of_row),
    )


def _follow(key: str, chosen: str, claims_of_row: Sequence[Sequence[str]]) -> None:
    rows = st.session_state.get(key, {}).get("selection", {}).get("rows", [])
    if any(chosen in claims_of_row[row] for row in rows if row < len(claims_of_row)):
        return
    wanted = [row for row, ids in enumerate(claims_of_row) if chosen in ids][:1]
    if wanted != list(rows):
        st.session_state[key] = {"selection": {"rows": wanted, "columns": [], "cells": []}}


def _chosen(key: str, claims_of_row: Sequence[Sequence[str]]) -> None:
    if workbench.asked():
        return
    rows = st.session_state[key]["selection"]["rows"]
    workbench.select(claims_of_row[rows[0]][0] if rows else "")
