"""Streamlit entry: navigation and nothing else."""

import importlib

import streamlit as st

from sitmap.pages import login
from sitmap.pages.messages import say


def main() -> None:
    """Draw the page that the address names."""
    st.navigation([st.Page(_situation, title=say("page.title"), default=True)], position="hidden").run()


def _situation() -> None:
    reader = login.passed()
    if reader is None:
        return
    # The first import takes seconds, and the reader is told what they are spent on.
    with st.spinner(say("page.starting")):
        page = importlib.import_module("sitmap.pages.situation")
    page.page(reader)


if __name__ == "__main__":
    main()
