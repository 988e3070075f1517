"""Since last time: what changed since a saved situation, or since an earlier moment of the case."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from sitmap import case, changes, pipeline
from sitmap.changes import Saved
from sitmap.errors import ChangesError
from sitmap.pages import casefile, opening
from sitmap.pages.downloads import file_stem
from sitmap.pages.messages import day, plain, say
from sitmap.pages.readings import Outcome
from sitmap.product import Cover

_PAGE = "since_page"
_HIGH = 640  # pixels of the page in the page
#: Moments of a case that are offered.
_MOST = 100


@dataclass(frozen=True, slots=True)
class _Page:
    """A page that was made, and from what."""

    key: str
    html: str


def draw(outcome: Outcome, opened: casefile.Opened | None = None) -> None:
    """Draw the choice of an earlier situation, and what changed since.

    Parameters
    ----------
    outcome : Outcome
        As it is now.
    opened : Opened, optional
        The case, whose earlier moments can be chosen too.
    """
    st.caption(say("since.about"))
    moment = _moment(opened) if opened else None
    words = say("since.or_file") if opened else say("since.file")
    given = st.file_uploader(words, type=["gpkg"], help=say("since.file_help"), key="since-file")
    if given is not None:
        data = given.getvalue()
        _show(outcome, hashlib.sha256(data).hexdigest(), lambda: changes.uploaded(data, given.name))
    elif opened is not None and moment is not None:
        _show(outcome, moment.isoformat(), lambda: _at(opened, moment))


def _moment(opened: casefile.Opened) -> datetime | None:
    """Ask for a moment before something happened to the case, the latest first."""
    happened = {entry.at for entry in opened.snapshot.history} | set(opened.snapshot.added.values())
    # Before the first of them there was nothing.
    offered = sorted(happened)[:0:-1][:_MOST]
    chosen: datetime | None = st.selectbox(
        say("since.moment"),
        [None, *offered],
        format_func=lambda at: (
            say("since.before", time=f"{day(at)}, {at:%H:%M:%S} UTC") if at else say("since.none")
        ),
        key="since-moment",
    )
    return chosen


def _at(opened: casefile.Opened, moment: datetime) -> Saved:
    """Situation of a case right before a moment: what was in it then, as its readers had left it."""
    snapshot = opened.snapshot
    there = [report for report in snapshot.reports if snapshot.added[report.report_id] < moment]
    history = [entry for entry in snapshot.history if entry.at < moment]
    reviewed = case.apply(opening.readings(there), history)
    situation = pipeline.assemble(reviewed.readings, reviews=map(case.row, history))
    name = say("since.before", time=f"{day(moment)}, {moment:%H:%M:%S} UTC")
    return changes.saved(situation.product(Cover(as_of=moment)), name=name)


def _show(outcome: Outcome, earlier: str, read: Callable[[], Saved]) -> None:
    """Show the change page and offer it; it is made once for what is chosen."""
    key = f"{outcome.drawing.version} {earlier}"
    made: _Page | None = st.session_state.get(_PAGE)
    if made is None or made.key != key:
        try:
            with st.spinner(say("since.comparing")):
                now = changes.saved(
                    outcome.situation.product(Cover(as_of=outcome.as_of)), name=say("since.now")
                )
                made = _Page(key, changes.html(changes.compare(read(), now)))
        except ChangesError as error:
            st.error(plain(str(error)))
            return
        st.session_state[_PAGE] = made
    name = f"{file_stem(outcome.drawing.title)}-{outcome.as_of:%Y-%m-%d}-{say('since.stem')}.html"
    st.download_button(
        say("since.download"),
        made.html,
        file_name=name,
        mime="text/html",
        key="since-download",
        on_click="ignore",
    )
    # The page has no script, its policy allows none, and every text in it is escaped.
    st.iframe(made.html, height=_HIGH)
