"""The box that an empty page shows: paste, drop, or open the sample."""

import argparse
import sys
from datetime import date
from functools import cache
from zoneinfo import available_timezones

import streamlit as st

from sitmap import reports
from sitmap.pages.messages import plain, say
from sitmap.pages.readings import Case, case

_SUFFIXES = ["txt", "md", "markdown", "html", "htm", "json", "jsonl", "ndjson", "csv", "tsv"]
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
        return Case(failures=(say("intake.no_sample", name=name, known=", ".join(known)),))
    return Case(reports=(known[name],))


def box(failures: tuple[str, ...] = ()) -> Case | None:
    """Draw the box.

    Parameters
    ----------
    failures : tuple of str
        What could not be read the last time, shown above the button.

    Returns
    -------
    Case or None
        What the reader hands in by this run's click; None when there was none.
    """
    with st.container(key="intake"):
        st.header(say("intake.heading"), anchor=False)
        with st.form("intake", border=False):
            text = st.text_area(
                say("intake.text"), height=200, placeholder=say("intake.placeholder"), key="intake-text"
            )
            published = st.date_input(
                say("intake.published"),
                value=None,
                min_value=_FIRST_DAY,
                format="YYYY-MM-DD",
                help=say("intake.published_help"),
                key="intake-published",
            )
            files = st.file_uploader(
                say("intake.files"),
                type=_SUFFIXES,
                accept_multiple_files=True,
                help=say("intake.files_help"),
                key="intake-files",
            )
            defaults = _about(published if isinstance(published, date) else None)
            for failure in failures:
                st.error(plain(failure))
            asked = st.form_submit_button(say("intake.read"), type="primary")
        name = _sample_choice()
    if name:
        return sample(name)
    if not asked:
        return None
    handed = [(file.name, file.getvalue()) for file in files or ()]
    if text.strip():
        handed.insert(0, (say("intake.pasted"), text.encode("utf-8", "replace")))
    if not handed:
        return Case(failures=(say("intake.nothing"),))
    return case(handed, defaults)


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
