"""A case at one moment, worked out as far as it is asked for, and once for all sessions that look at it.

What was drawn of the same reports and reviews before is shown at once, from `sitmap.kept`; the situation
behind it is made when something asks for it. A report that was read before is not read again.
"""

import contextlib
import threading
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime

import streamlit as st

from sitmap import case, kept, pipeline
from sitmap.model import Reading, Report
from sitmap.pages.changed import changes
from sitmap.pages.drawing import AT_ONCE, FAULTS, Drawing, drawing, pack
from sitmap.pages.progress import Step
from sitmap.pages.readings import each
from sitmap.pipeline import Situation

#: Reports that are read before what was read is put away: no more is lost when the app is stopped.
_AT_A_TIME = 50


class Opening:
    """What a case comes to at one moment; `of` gives it.

    Parameters
    ----------
    snapshot : Snapshot
        Of the case.
    key : str
        As `key` gives it.
    """

    def __init__(self, snapshot: case.Snapshot, key: str) -> None:
        self.as_of = datetime.now(UTC)
        self._snapshot = snapshot
        self._key = key
        self._store = kept.Store.open()
        # Held by the session that works; the others wait for what it makes.
        self._working = threading.RLock()
        self._read: tuple[Reading, ...] | None = None
        self._reviewed: case.Reviewed | None = None
        self._situation: Situation | None = None
        self._drawing: Drawing | None = None

    def prepare(self, step: Step | None) -> None:
        """Have at hand what the workbench shows first; each report that has to be read for it is told of."""
        with self._working:
            told = self._store.drawing(self._key) if self._drawing is None else None
            if told:
                with contextlib.suppress(*FAULTS):  # damaged: drawn anew
                    self._drawing = Drawing.loads(told)
            if self._drawing is None:
                self._readings(step)
                self._drawing = self._drawn()

    @property
    def drawing(self) -> Drawing:
        """What the workbench draws."""
        if self._drawing is None:
            self.prepare(None)
        return self._drawing or self._drawn()

    @property
    def situation(self) -> Situation:
        """What the reports say, as reviewed, held to account."""
        with self._working:
            if self._situation is None:
                reviews = map(case.row, self._snapshot.history)
                self._situation = pipeline.assemble(self.reviewed.readings, reviews=reviews)
            return self._situation

    @property
    def reviewed(self) -> case.Reviewed:
        """The readings as their readers see them."""
        with self._working:
            if self._reviewed is None:
                self._reviewed = case.apply(self._readings(None), self._snapshot.history)
            return self._reviewed

    def _drawn(self) -> Drawing:
        situation = self.situation
        more = {
            "changed": changes(situation.claims, self.reviewed.before),
            "queue": list(case.queue(situation.claims, situation.findings)),
        }
        made = pack(situation, drawing(situation, more))
        self._store.keep_drawing(self._key, made.dumps())
        return made

    def _readings(self, step: Step | None) -> tuple[Reading, ...]:
        with self._working:
            if self._read is None:
                self._read = readings(self._snapshot.reports, step)
            return self._read


def of(snapshot: case.Snapshot) -> Opening:
    """Find what a case comes to: the same for all sessions while they look at the same.

    Parameters
    ----------
    snapshot : Snapshot
        Of the case.

    Returns
    -------
    Opening
    """
    return _opening(key(snapshot), snapshot)


def key(snapshot: case.Snapshot) -> str:
    """Name all that a case comes to, by all that it follows from: its reports and its history."""
    reports, history = map(asdict, snapshot.reports), map(case.row, snapshot.history)
    return kept.digest(snapshot.title, list(reports), list(history), AT_ONCE)


@st.cache_resource(max_entries=3, show_spinner=False)
def _opening(key: str, _snapshot: case.Snapshot) -> Opening:
    return Opening(_snapshot, key)


class _Memory:
    """Readings of the reports that were looked at: a review makes none of them anew."""

    def __init__(self) -> None:
        self.readings: Mapping[Report, Reading] = {}


@st.cache_resource(show_spinner=False)
def _memory() -> _Memory:
    return _Memory()


def readings(reports: Sequence[Report], step: Step | None = None) -> tuple[Reading, ...]:
    """Read each report, those alone that are neither in memory nor kept.

    Parameters
    ----------
    reports : sequence of Report
        Of a case.
    step : Step, optional
        Called with the share that is read and what is being read.

    Returns
    -------
    tuple of Reading
        In the order given.
    """
    store, memory = kept.Store.open(), _memory()
    before = memory.readings  # another session may put others in its place
    known = {report: before[report] for report in reports if report in before}
    there = store.readings([report for report in reports if report not in known])
    known |= {reading.report: reading for reading in there.values()}
    new = [report for report in reports if report not in known]
    tell = each(len(new), step) if step else None
    for start in range(0, len(new), _AT_A_TIME):
        made = pipeline.read_reports(new[start : start + _AT_A_TIME], progress=tell)
        store.keep(made)
        known |= {reading.report: reading for reading in made}
    memory.readings = {**before, **known}
    return tuple(known[report] for report in reports)
