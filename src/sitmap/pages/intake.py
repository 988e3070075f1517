"""The box that an empty page shows: paste, drop, give an address, or open the sample."""

import argparse
import sys
from datetime import date
from functools import cache
from zoneinfo import available_timezones

import streamlit as st

from sitmap import reports
from sitmap.errors import SettingsError
from sitmap.pages import progress, remarks
from sitmap.pages.messages import say
from sitmap.pages.readings import Case, Handed, case
from sitmap.pages.remarks import Remark

_ROUND = "intake_round"
_EMPTIED = "intake_emptied"
_TEXT, _ADDRESSES = "intake-text", "intake-addresses"
_FIRST_DAY = date(1900, 1, 1)


@cache
def _timezones() -> list[str]:
    return sorted(available_timezones())


def asked_sample() -> str:
    """Sample asked for in the address, `?sample=`, or on the command line; "" for none."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--sample", default="")
    asked, _ = parser.parse_known_args(sys.argv[1:])
    return str(st.query_params.get("sample", asked.sample))


def sample(name: str) -> Case:
    """Case of one sample report.

    Parameters
    ----------
    name : str
        Short name, as `reports.samples` has it.

    Returns
    -------
    Case
        With a failure that lists the samples when there is none of that name.
    """
    known = {each.name: each.report for each in reports.samples()}
    if name not in known:
        return _told(say("intake.no_sample", name=name, known=", ".join(known)))
    return Case(reports=(known[name],))


def box(told: tuple[Remark, ...] = ()) -> Case | None:
    """Draw the box.

    Parameters
    ----------
    told : tuple of Remark
        What is to be told of what was handed in the last time.

    Returns
    -------
    Case or None
        What the reader hands in by this run's click; None when there was none.
    """
    _empty()
    with st.container(key="intake"):
        st.header(say("intake.heading"), anchor=False)
        with st.form("intake", border=False):
            text = st.text_area(
                say("intake.text"), height=160, placeholder=say("intake.placeholder"), key=_TEXT
            )
            published = st.date_input(
                say("intake.published"),
                value=None,
                min_value=_FIRST_DAY,
                format="YYYY-MM-DD",
                help=say("intake.published_help"),
                key="intake-published",
            )
            uploaded = _uploaders()
            addresses = st.text_area(
                say("intake.addresses"),
                height=68,
                placeholder="https://",
                help=say("intake.addresses_help"),
                key=_ADDRESSES,
            )
            follow = st.checkbox(say("intake.follow"), key="intake-follow")
            defaults = _about(published if isinstance(published, date) else None)
            remarks.draw(told)
            asked = st.form_submit_button(say("intake.read"), type="primary")
        name = _sample_choice()
    if name:
        return sample(name)
    if not asked:
        return None
    pasted = [(say("intake.pasted"), text.encode("utf-8", "replace"))] if text.strip() else []
    return _read(
        Handed(
            files=(*pasted, *uploaded[0]),
            folder=tuple(uploaded[1]),
            addresses=tuple(filter(None, map(str.strip, addresses.splitlines()))),
            follow=follow,
        ),
        defaults,
    )


def clear() -> None:
    """Empty the box for what comes next."""
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.session_state[_EMPTIED] = True


def _empty() -> None:
    """Empty the fields of text: their values may be set before they are drawn, and in no other way."""
    if st.session_state.pop(_EMPTIED, False):
        st.session_state.update({_TEXT: "", _ADDRESSES: ""})


def _key(name: str) -> str:
    """Key of a field for files: it cannot be emptied, and another one takes its place."""
    return f"intake-{name}-{st.session_state.get(_ROUND, 0)}"


def _uploaders() -> tuple[list[tuple[str, bytes]], list[tuple[str, bytes]]]:
    """Draw the fields for files and for a folder; what each has been given."""
    left, right = st.columns(2)
    files = left.file_uploader(
        say("intake.files"), accept_multiple_files=True, help=say("intake.files_help"), key=_key("files")
    )
    folder = right.file_uploader(
        say("intake.folder"),
        accept_multiple_files="directory",
        help=say("intake.folder_help"),
        key=_key("folder"),
    )
    given = [[(file.name, file.getvalue()) for file in found or ()] for found in (files, folder)]
    return given[0], given[1]


def _read(handed: Handed, defaults: reports.Meta) -> Case:
    if not handed:
        return _told(say("intake.nothing"))
    try:
        with progress.bar() as step:
            return case(handed, defaults, step)
    except SettingsError as error:
        return _told(str(error))


def _told(what: str) -> Case:
    return Case(remarks=(Remark("error", what),))


def _about(published: date | None) -> reports.Meta:
    with st.expander(say("intake.about")):
        left, right = st.columns(2)
        tz = right.selectbox(
            say("intake.tz"),
            _timezones(),
            index=None,
            placeholder="",
            help=say("intake.tz_help"),
            key="intake-tz",
        )
        publisher = left.text_input(say("intake.publisher"), key="intake-publisher")
        url = right.text_input(say("intake.url"), key="intake-url")
    return reports.Meta(
        published=published,
        publisher=publisher.strip(),
        title="",
        url=url.strip(),
        tz=tz or "",
    )


def _sample_choice() -> str:
    """Draw the choice of samples and its button; the chosen name, "" without a click."""
    titles = {each.name: each.title for each in reports.samples()}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            say("intake.samples"), list(titles), format_func=titles.__getitem__, key="intake-sample"
        )
        opened = st.button(say("intake.sample"), key="intake-open")
    return chosen if opened else ""
