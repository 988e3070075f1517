"""A case file in the app: read and reviewed as it stands now, and what the reader does to it."""

import argparse
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from sitmap import case, pipeline
from sitmap.errors import SitmapError
from sitmap.model import Claim, Reading, Report
from sitmap.pages.drawing import drawing
from sitmap.pages.messages import say
from sitmap.pages.readings import Outcome

_OPENED = "case_opened"
_READINGS = "case_readings"
_TOLD = "case_told"
#: What a reader is called in this session; the key of the box in the page's bar.
REVIEWER = "reviewer"


@dataclass(frozen=True, eq=False, slots=True)
class Opened:
    """A case at one moment, and what it shows."""

    file: case.Case
    snapshot: case.Snapshot
    orphans: tuple[case.Orphan, ...]
    outcome: Outcome


def asked() -> str:
    """Case named on the command line, "" for none: never in the address, which anybody may write."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--case", default="")
    known, _ = parser.parse_known_args(sys.argv[1:])
    return str(known.case)


def current(path: str, progress: Callable[[Report], None] | None = None) -> Opened:
    """Open a case, or keep what is open while nobody has added to it.

    Parameters
    ----------
    path : str
        The case file.
    progress : callable, optional
        Called with each report once it is read.

    Raises
    ------
    SitmapError
        If it cannot be read.
    """
    file = case.Case.open(path)
    kept: Opened | None = st.session_state.get(_OPENED)
    if kept is not None and kept.file.path == file.path and kept.snapshot.revision == file.revision():
        return kept
    snapshot = file.snapshot()
    reviewed = case.apply(_readings(snapshot.reports, progress), snapshot.history)
    as_of = datetime.now(UTC)
    situation = pipeline.assemble(reviewed.readings)
    opened = Opened(file, snapshot, reviewed.orphans, Outcome(situation, as_of, drawing(situation, as_of)))
    st.session_state[_OPENED] = opened
    return opened


def _readings(found: tuple[Report, ...], progress: Callable[[Report], None] | None) -> list[Reading]:
    """Read each report once a session: a report of a case never changes."""
    known: dict[str, Reading] = st.session_state.setdefault(_READINGS, {})
    for report in found:
        if report.report_id not in known:
            known[report.report_id] = pipeline.read_report(report)
        if progress is not None:
            progress(report)
    return [known[report.report_id] for report in found]


def add(found: tuple[Report, ...]) -> list[str]:
    """Put reports into the open case; what was there already is told."""
    opened: Opened = st.session_state[_OPENED]
    try:
        added = opened.file.add(found)
    except SitmapError as error:
        return [str(error)]
    copies = [
        say("case.duplicate", title=copy.report.title or copy.report.report_id) for copy in added.duplicates
    ]
    return [*copies, *map(str, added.failures)]


def act(told: Mapping[str, Any]) -> None:
    """Put on record what the reader did in the workbench; what goes wrong is told by `notes`.

    Parameters
    ----------
    told : mapping
        ``action``, ``claim`` and, for a grade, ``value``; from the browser, so it may be anything.
    """
    opened: Opened | None = st.session_state.get(_OPENED)
    if opened is None:
        return
    claims = {claim.claim_id: claim for claim in opened.outcome.situation.claims}
    claim = claims.get(str(told.get("claim", "")))
    action, value = str(told.get("action", "")), str(told.get("value", ""))
    if claim is None or action not in _ACTS:
        st.session_state[_TOLD] = say("case.gone")
    elif _standing(claim).get(action) != value:
        _record(opened, lambda: _ACTS[action](claim, value))


def refresh(opened: Opened) -> None:
    """Put the layers as they are shown into the file, for QGIS."""
    situation = opened.outcome.situation
    try:
        opened.file.refresh(situation.layers, situation.findings, opened.snapshot.revision)
    except SitmapError as error:
        st.session_state[_TOLD] = str(error)
        return
    # The file's revision is as it was: what is open must be read again to know of its layers.
    st.session_state.pop(_OPENED, None)


def undo(entry_id: str) -> None:
    """Take an entry of the history back."""
    opened: Opened = st.session_state[_OPENED]
    _record(opened, lambda: case.undo(entry_id))


def _record(opened: Opened, made: Callable[[], case.Act]) -> None:
    reviewer = str(st.session_state.get(REVIEWER, ""))
    try:
        done = opened.file.record(made(), reviewer=reviewer, seen=opened.snapshot.revision)
    except SitmapError as error:
        st.session_state[_TOLD] = str(error)
        return
    others = sorted({entry.reviewer for entry in done.unseen})
    if others:
        st.session_state[_TOLD] = say("case.others", who=", ".join(others), n=len(done.unseen))


def notes() -> str:
    """Say once what went wrong with the last act, or what others did meanwhile."""
    return str(st.session_state.pop(_TOLD, ""))


def _standing(claim: Claim) -> Mapping[str, str]:
    """Return what is said of a claim already, by action: saying it again, as a browser may, adds nothing."""
    said = {"credibility": claim.credibility, "reliability": claim.reliability}
    return said | {action: "" for action, review in _REVIEWS.items() if claim.review == review}


def _source(claim: Claim, value: str) -> case.Act:
    return case.reliability(case.source(claim), value)


_REVIEWS = {"accept": "accepted", "reject": "rejected"}
_ACTS: Mapping[str, Callable[[Claim, str], case.Act]] = {
    "accept": lambda claim, _: case.accept(claim),
    "reject": lambda claim, _: case.reject(claim),
    "credibility": case.credibility,
    "reliability": _source,
}
