"""The one page: an empty box, or the workbench with its tables and downloads."""

import html
from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sitmap.errors import SitmapError
from sitmap.model import KINDS, Report
from sitmap.pages import (
    aliases,
    casefile,
    downloads,
    history,
    intake,
    progress,
    readings,
    remarks,
    reviewing,
    sheets,
    since,
    symbols,
    tables,
    workbench,
)
from sitmap.pages.messages import count, day, plain, say
from sitmap.pages.readings import Case, Outcome
from sitmap.pages.sheets import Sheet

_CASE = "case"
_OUTCOME = "outcome"
_REMARKS = "case_remarks"
_ADDING = "case_adding"
_AROUND = "around_workbench"


def page(reader: str = "") -> None:
    """Draw the page; everything else follows from what the session was handed.

    Parameters
    ----------
    reader : str
        Who is logged in, "" where no login is asked for.
    """
    st.set_page_config(page_title=say("page.title"), page_icon=workbench.icon(), layout="wide")
    st.html(f"<style>{workbench.page_style()}</style>")
    if reader:
        st.session_state[casefile.READER] = st.session_state[casefile.REVIEWER] = reader
    path = casefile.asked()
    if path:
        _case(path)
        return
    if _CASE not in st.session_state:
        name = intake.asked_sample()
        st.session_state[_CASE] = intake.sample(name) if name else Case()
    case: Case = st.session_state[_CASE]
    if case.reports:
        _situation(case)
        return
    handed = intake.box(case.remarks)
    if handed is not None:
        _start(handed)
        st.rerun()


def _case(path: str) -> None:
    """Draw a case file: what it holds now, with the box for further reports and the history."""
    try:
        with st.spinner(say("page.reading")), progress.bar() as step:
            opened = casefile.current(path, step)
    except SitmapError as error:
        st.error(plain(str(error)))
        return
    heading = _bar(opened.outcome, lambda: (casefile.opened() or opened).outcome, reviewer=True)
    _notes(opened.outcome.drawing.notes, opened.snapshot.faults)
    told = st.session_state.get(_REMARKS, ())
    with st.expander(
        say("case.add"), expanded=bool(told) or not opened.snapshot.reports, key="add", on_change="rerun"
    ) as adding:
        # Not before it is opened: its fields take longer to load than the map. Closed again it keeps them.
        asked = st.session_state[_ADDING] = adding.open or st.session_state.get(_ADDING, False)
        handed = intake.box(told) if asked else None
    if handed is not None:
        told = (*casefile.add(handed.reports), *handed.remarks)
        st.session_state[_REMARKS] = told
        if all(remark.level != "error" for remark in told):
            intake.clear()
        st.rerun()
    if not opened.snapshot.reports:
        st.info(say("case.empty"))
        return
    st.session_state[_AROUND] = _around(opened)
    _reviewing(path, heading)


def _around(opened: casefile.Opened) -> tuple[object, ...]:
    """Gather what the page shows around the workbench, but for the heading."""
    return opened.snapshot.faults, opened.outcome.drawing.notes, symbols.actors(opened.outcome)


# A fragment, as below; a review that changes more of the page than the heading has all of it drawn anew.
@st.fragment
def _reviewing(path: str, heading: DeltaGenerator) -> None:
    try:
        opened = casefile.current(path)
    except SitmapError as error:
        st.error(plain(str(error)))
        return
    if st.session_state[_AROUND] != _around(opened):
        st.rerun()
    heading.html(_heading(opened.outcome))
    # Always there: without it the workbench would change its place, and begin anew.
    with st.container(key="noted"):
        noted = casefile.notes()
        if noted:
            st.warning(plain(noted))
    told = reviewing.state(opened, workbench.selected())
    workbench.draw(
        symbols.drawing(opened.outcome),
        opened.outcome,
        reviewing.take,
        told,
        counting=sheets.is_open("dashboard"),
    )
    more = [
        Sheet("history", say("case.history"), partial(history.draw, opened)),
        Sheet("aliases", say("case.aliases"), partial(aliases.draw, opened)),
        Sheet("since", say("since.tab"), partial(since.draw, opened.outcome, opened)),
    ]
    sheets.draw([*_sheets(opened.outcome), *more])


def _start(case: Case) -> None:
    st.session_state[_CASE] = case
    st.session_state.pop(_OUTCOME, None)
    workbench.forget()


def _start_over() -> None:
    st.query_params.clear()
    _start(Case())


def _situation(case: Case) -> None:
    try:
        outcome = _outcome(case.reports)
    except SitmapError as error:
        st.error(plain(str(error)))
        st.button(say("page.start_over"), on_click=_start_over, key="start-over")
        return
    _bar(outcome, lambda: outcome)
    remarks.draw(case.remarks)
    _notes(outcome.drawing.notes)
    if not outcome.situation.claims:
        st.info(say("page.no_claims", reports=count("page.reports", len(case.reports))))
    _reading(outcome)


def _outcome(found: tuple[Report, ...]) -> Outcome:
    """Read the session's reports, once."""
    if _OUTCOME not in st.session_state:
        words = say("page.reading") if len(found) == 1 else say("page.reading_many", n=f"{len(found):,}")
        with st.spinner(words), progress.bar() as step:
            st.session_state[_OUTCOME] = readings.read(found, step)
    outcome: Outcome = st.session_state[_OUTCOME]
    return outcome


# A fragment: a selection redraws the tables and leaves the bar, the downloads and the address alone.
@st.fragment
def _reading(outcome: Outcome) -> None:
    workbench.draw(symbols.drawing(outcome), outcome, counting=sheets.is_open("dashboard"))
    more = Sheet("since", say("since.tab"), partial(since.draw, outcome))
    sheets.draw([*_sheets(outcome), more])


def _sheets(outcome: Outcome) -> list[Sheet]:
    """Tables of a situation and its dashboard."""
    situation = outcome.situation
    shown = [
        ("claims", situation.claims, tables.draw_claims),
        ("findings", situation.findings, tables.draw_findings),
    ]
    if situation.events:
        shown.append(("events", situation.events, tables.draw_events))
    made = [
        Sheet(name, say(f"tables.{name}", n=f"{len(rows):,}"), partial(draw, situation))
        for name, rows, draw in shown
    ]

    def counted() -> None:
        from sitmap.pages import dashboard  # noqa: PLC0415 - what draws charts is slow to import, and few look at them first

        dashboard.draw(situation, workbench.passing(symbols.drawing(outcome)))

    return [*made, Sheet("dashboard", say("dashboard.tab"), counted)]


def _notes(notes: tuple[str, ...], faults: tuple[str, ...] = ()) -> None:
    """Tell what of the reports is not as it seems; several notes are one line, which opens."""
    # Always there: what lies beneath keeps its place when notes come and go.
    with st.container(key="notes"):
        for one in (*faults, *notes) if len(notes) == 1 else faults:
            st.warning(plain(one))
        if len(notes) > 1:
            remarks.fold(say("page.notes", n=f"{len(notes):,}"), notes)


def _bar(outcome: Outcome, shown: Callable[[], Outcome], *, reviewer: bool = False) -> DeltaGenerator:
    """Draw the bar on top; the place of its heading."""
    with st.container(horizontal=True, vertical_alignment="center", key="bar"):
        heading = st.empty()
        heading.html(_heading(outcome))
        with st.popover(say("symbols.symbols")):
            symbols.choose(outcome)
        downloads.draw(shown)
        if reviewer:
            st.text_input(
                say("case.reviewer"),
                key=casefile.REVIEWER,
                disabled=casefile.READER in st.session_state,
                placeholder=say("case.reviewer"),
                help=say("case.reviewer_help"),
                label_visibility="collapsed",
                width=180,
            )
        else:
            st.button(say("page.start_over"), on_click=_start_over, key="start-over")
    return heading


def _heading(outcome: Outcome) -> str:
    told = outcome.drawing.counts
    counts = [_counted(name, told[name]) for name in (*KINDS, "inconsistent", "marginal") if told.get(name)]
    title = html.escape(outcome.drawing.title or say("page.heading"))
    asof = html.escape(_as_of(outcome))
    return f"<header><h1>{title}</h1><span>{''.join(counts)}</span><span class='as-of'>{asof}</span></header>"


def _counted(name: str, number: int) -> str:
    return f"<span class='counted {name}'>{html.escape(count(f'page.{name}', number))}</span>"


def _as_of(outcome: Outcome) -> str:
    published = outcome.drawing.published
    cut_off = (
        say("page.cut_off", day=day(date.fromisoformat(published))) if published else say("page.undated")
    )
    return say("page.as_of", time=f"{day(outcome.as_of)}, {outcome.as_of:%H:%M} UTC", cut_off=cut_off)
