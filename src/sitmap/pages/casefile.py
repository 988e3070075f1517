"""A case file in the app: read and reviewed as it stands now, and what is put into it."""

import argparse
import sys
from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from sitmap import case
from sitmap.errors import SitmapError
from sitmap.model import Report
from sitmap.pages import opening, remarks
from sitmap.pages.messages import count, day, say
from sitmap.pages.progress import Step
from sitmap.pages.remarks import Remark

_OPENED = "case_opened"
_TOLD = "case_told"
#: What a reader is called in this session; the key of the box in the page's bar.
REVIEWER = "reviewer"
#: Who is logged in: no widget has this key, so that no browser can say otherwise.
READER = "reader"


@dataclass(frozen=True, eq=False, slots=True)
class Opened:
    """A case at one moment, and what it shows."""

    file: case.Case
    snapshot: case.Snapshot
    outcome: opening.Opening


def asked() -> str:
    """Case named on the command line, "" for none: never in the address, which anybody may write."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--case", default="")
    known, _ = parser.parse_known_args(sys.argv[1:])
    return str(known.case)


def current(path: str, step: Step | None = None) -> Opened:
    """Open a case, or keep what is open while nobody has added to it.

    Parameters
    ----------
    path : str
        The case file.
    step : Step, optional
        Called with the share that is read and what is being read.

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
    outcome = opening.of(snapshot)
    outcome.prepare(step)
    made = st.session_state[_OPENED] = Opened(file, snapshot, outcome)
    return made


def opened() -> Opened | None:
    """Return the case that is open in this session, None before the first."""
    found: Opened | None = st.session_state.get(_OPENED)
    return found


def reviewer() -> str:
    """Name under which this session reviews, "" for none."""
    return str(st.session_state.get(READER) or st.session_state.get(REVIEWER, ""))


def add(found: tuple[Report, ...]) -> tuple[Remark, ...]:
    """Put reports into the open case, and tell what became of them."""
    if not found:
        return ()
    opened: Opened = st.session_state[_OPENED]
    try:
        added = opened.file.add(found)
    except SitmapError as error:
        return (Remark("error", str(error)),)
    known = {report.report_id: report for report in (*opened.snapshot.reports, *added.stored)}
    told = [Remark("done", count("case.added_reports", len(added.stored)))] if added.stored else []
    told += [
        Remark("note", say("case.duplicate", title=_title(known[copy.known_as])), _title(copy.report), alike)
        for alike in [say("case.duplicates")]
        for copy in added.duplicates
    ]
    told += [
        Remark("note", say("case.update", title=_title(known[update.earlier])), _title(update.report), alike)
        for alike in [say("case.updates")]
        for update in added.updates
    ]
    return (*told, *remarks.of(added.failures, ()))


def _title(report: Report) -> str:
    return report.title or report.report_id


def refresh(opened: Opened) -> None:
    """Put the layers as they are shown into the file, for QGIS."""
    situation = opened.outcome.situation
    try:
        opened.file.refresh(situation.product(), opened.snapshot.revision)
    except SitmapError as error:
        st.session_state[_TOLD] = str(error)
        return
    # The file's revision is as it was: what is open must be read again to know of its layers.
    st.session_state.pop(_OPENED, None)


def undo(entry_id: str) -> None:
    """Take an entry of the history back; what goes wrong is told by `notes`."""
    try:
        done = record(st.session_state[_OPENED], [case.undo(entry_id)])
    except SitmapError as error:
        st.session_state[_TOLD] = str(error)
        return
    st.session_state[_TOLD] = others(done)


def record(
    opened: Opened,
    acts: Iterable[case.Act],
    *,
    reason: str = "",
    seen: case.Revision | None = None,
    on_purpose: bool = False,
) -> list[case.Recorded]:
    """Put acts on record, one after another, under the session's name.

    Parameters
    ----------
    opened : Opened
        What the reader looked at.
    acts : iterable of Act
        What to record.
    reason : str
        Why.
    seen : Revision, optional
        What the reader had seen, when it is less than `opened`.
    on_purpose : bool
        Whether the reader knows what others decided meanwhile, and overrules it.

    Raises
    ------
    CaseError
        As `case.Case.record`; acts before the one that failed are on record.
    """
    looked = seen or opened.snapshot.revision
    return [
        opened.file.record(act, reviewer=reviewer(), reason=reason, seen=looked, on_purpose=on_purpose)
        for act in acts
    ]


def others(done: Iterable[case.Recorded]) -> str:
    """Say what others have recorded meanwhile, "" for nothing."""
    unseen = {e.entry_id: e.reviewer for one in done for e in one.unseen if e.reviewer != one.entry.reviewer}
    if not unseen:
        return ""
    return say("case.others", who=", ".join(sorted(set(unseen.values()))), n=len(unseen))


def signed(entry: case.Entry) -> str:
    """Say when an entry was recorded, and by whom."""
    return f"{day(entry.at)}, {entry.at:%H:%M} UTC  {entry.reviewer}"


def notes() -> str:
    """Say once what went wrong with the last act, or what others did meanwhile."""
    return str(st.session_state.pop(_TOLD, ""))
