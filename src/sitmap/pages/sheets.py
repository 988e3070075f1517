"""What lies beneath the workbench: tables, dashboard, history, a tab each, and only the open one is made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

_TABS = "sheets"
_OPEN = "sheet_open"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One tab.

    Parameters
    ----------
    name : str
        Tells it from the others; no reader sees it.
    label : str
        Its heading, which may carry a count.
    draw : callable
        Makes what is on it.
    """

    name: str
    label: str
    draw: Callable[[], None]


def draw(sheets: Sequence[Sheet]) -> None:
    """Draw the tabs, and what is on the open one.

    Parameters
    ----------
    sheets : sequence of Sheet
        The first is open until the reader opens another, which stays open while counts change.
    """
    labels = [sheet.label for sheet in sheets]
    opened = next((sheet for sheet in sheets if is_open(sheet.name)), sheets[0])
    # Streamlit knows a tab by its heading, and takes other headings for other tabs.
    st.session_state[_TABS] = opened.label
    for tab, sheet in zip(st.tabs(labels, key=_TABS, on_change=_note, args=(sheets,)), sheets, strict=True):
        if tab.open:
            with tab:
                sheet.draw()


def is_open(name: str) -> bool:
    """Whether the reader has opened a tab, by its name."""
    return bool(st.session_state.get(_OPEN) == name)


def _note(sheets: Sequence[Sheet]) -> None:
    label = st.session_state[_TABS]
    st.session_state[_OPEN] = next((sheet.name for sheet in sheets if sheet.label == label), "")
