"""A file on its way to the reader's disk: made by a run of the page, and saved by the browser.

Streamlit's own button runs what makes a file outside of any session, and knows it by an id that is gone with
the next run of the page, or of another session's: a click in between gets nothing.
"""

import json
import secrets
from dataclasses import dataclass
from typing import Any

import streamlit as st

from sitmap.pages import asset

_WAITING = "file_to_save"
_SAVER = "saver"


@dataclass(frozen=True, slots=True)
class _File:
    """A file, and what tells it from every other."""

    file_id: str
    name: str
    media_type: str
    data: bytes

    def packed(self) -> bytes:
        head = {"id": self.file_id, "name": self.name, "media_type": self.media_type}
        return json.dumps(head).encode("ascii") + b"\n" + self.data


@st.cache_resource(show_spinner=False)
def _saver() -> Any:  # noqa: ANN401 - Streamlit keeps the type of a mounted component to itself
    return st.components.v2.component("sitmap_saver", js=asset.text("saving.js"), isolate_styles=False)


def save(name: str, media_type: str, data: bytes) -> None:
    """Have the reader's browser save a file; `draw` hands it over."""
    st.session_state[_WAITING] = _File(secrets.token_hex(8), name, media_type, data)


def draw() -> None:
    """Hand over the file that waits, in each run until the browser has it."""
    file: _File | None = st.session_state.get(_WAITING)
    _saver()(key=_SAVER, data=file.packed() if file else None, on_saved_change=_saved)


def _saved() -> None:
    file: _File | None = st.session_state.get(_WAITING)
    if file is not None and st.session_state[_SAVER].get("saved") == file.file_id:
        del st.session_state[_WAITING]
