"""The reading workbench: text, map and claims side by side under one selection.

One Streamlit component holds all three. A selection is made and drawn in the browser; Python only
learns of it, so that the tables can follow, and never redraws the map for it.
"""

import base64
import itertools
import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import numpy as np
import streamlit as st

from sitmap import maps
from sitmap.pages import asset, form, places
from sitmap.pages.drawing import Drawing, texts
from sitmap.pages.readings import Outcome

#: In the order in which they are evaluated, after the map's own script.
_SCRIPTS = (
    "glyphs.js", "words.js", "reader.js", "why.js", "cards.js", "findings.js", "tabs.js", "desk.js",
    "review.js", "fields.js", "places.js", "form.js", "move.js", "queue.js", "reviewing.js", "keys.js",
    "seeking.js", "sheets.js", "workbench.js",
)  # fmt: skip
_STYLES = (
    "workbench.css",
    "reader.css",
    "cards.css",
    "why.css",
    "review.css",
    "form.css",
    "findings.css",
    "narrow.css",
)

_SELECTED = "selected_claim"
_ASKED = "asked_claim"
_DRAWN = "told_when_drawn"
#: What the workbench tells by itself; each of it runs the page again.
_TELLS = ("selected", "passing", "report", "sought")


def page_style() -> str:
    """Style sheet of the page around the workbench."""
    return asset.text("page.css")


def icon() -> str:
    """Picture of the page's tab, as SVG."""
    return asset.text("icon.svg")


@cache
def _script() -> str:
    base = json.dumps(maps.world(), separators=(",", ":"))
    asked = json.dumps(form.spec(), separators=(",", ":"))
    own = [asset.text(name) for name in _SCRIPTS]
    return "\n".join([maps.script(), f"const BASEMAP = {base};", f"const FORM = {asked};", *own])


@cache
def _style() -> str:
    return "\n".join([maps.style(), *map(asset.text, _STYLES)])


@st.cache_resource(show_spinner=False)
def _mount() -> Any:  # noqa: ANN401 - Streamlit keeps the type of a mounted component to itself
    return st.components.v2.component("sitmap_workbench", js=_script(), css=_style())


@st.cache_resource(show_spinner=False)
def _carrier() -> Any:  # noqa: ANN401 - as above
    return st.components.v2.component("sitmap_drawing", js=asset.text("drawing.js"), isolate_styles=False)


def select(claim_id: str) -> None:
    """Ask the workbench to show a claim; it obeys each asking once."""
    _, number = st.session_state.get(_ASKED, ("", 0))
    st.session_state[_ASKED] = (claim_id, number + 1)
    st.session_state[_SELECTED] = claim_id


def selected() -> str:
    """Claim that is selected, "" for none."""
    return str(st.session_state.get(_SELECTED, ""))


def draw(
    drawing: Drawing,
    outcome: Outcome,
    act: Callable[[Mapping[str, Any]], None] | None = None,
    more: Mapping[str, Any] | None = None,
    *,
    counting: bool = False,
) -> None:
    """Draw the workbench and take note of what is selected in it.

    Parameters
    ----------
    drawing : Drawing
        Of the situation, with the symbols that the reader has chosen.
    outcome : Outcome
        The situation.
    act : callable, optional
        Called with what the reader does to a claim; without it claims cannot be reviewed.
    more : mapping, optional
        What a review needs beside the drawing, as `reviewing.state` gives it.
    counting : bool
        Whether the page counts the claims that pass the filters, and the workbench is to tell them.
    """
    claim_id, number = st.session_state.get(_ASKED, ("", 0))
    st.session_state[_DRAWN] = _told()
    # An element of its own: it is the same from run to run, so that Streamlit sends it once.
    _carrier()(key="drawing", data=drawing.packed)
    state = st.session_state.get("workbench", {})
    _mount()(
        key="workbench",
        data={
            "version": drawing.version,
            "texts": _texts(outcome, str(state.get("report") or ""), selected()),
            "sought": places.sought(str(state.get("sought") or "")),
            **(more or {}),
            "select": {"claim": claim_id, "number": number},
            "reviewing": act is not None,
            "counting": counting,
        },
        on_selected_change=_note_selection,
        # The run that follows is all that is wanted.
        on_passing_change=_nothing,
        on_report_change=_nothing,
        on_sought_change=_nothing,
        on_act_change=lambda: act(st.session_state["workbench"].get("act") or {}) if act else None,
    )


def _texts(outcome: Outcome, report_id: str, claim_id: str) -> list[dict[str, Any]]:
    """Texts of the report that was asked for and of a claim's; what asks for none waits for no situation."""
    if not report_id and not claim_id:
        return []
    own = {claim.report_id for claim in outcome.situation.claims if claim.claim_id == claim_id}
    return texts(outcome.situation, own | {report_id})


def _nothing() -> None:
    """Take no note."""


def passing(drawing: Drawing) -> frozenset[str] | None:
    """Find the claims that pass the filters of the map.

    Parameters
    ----------
    drawing : Drawing
        That is drawn.

    Returns
    -------
    frozenset of str or None
        None for all, and while the browser has not told of this very drawing.
    """
    version, _, told = str(st.session_state.get("workbench", {}).get("passing") or "").partition(" ")
    if version != drawing.version:
        return None
    order: list[str] = drawing.made()["map"]["order"]
    try:
        bits = np.unpackbits(np.frombuffer(base64.b64decode(told, validate=True), dtype=np.uint8))
    except ValueError:
        return None  # not from our own script
    return frozenset(itertools.compress(order, bits.tolist()))


def asked() -> bool:
    """Whether the workbench asked for this run: then nobody has touched another part of the page.

    The browser sends with it what it knew of the tables, which may be older than what they show.
    """
    acted = bool(st.session_state.get("workbench", {}).get("act"))
    return acted or _told() != st.session_state.get(_DRAWN, ("",) * len(_TELLS))


def _told() -> tuple[str, ...]:
    """Return what the workbench has told by now."""
    state = st.session_state.get("workbench", {})
    return tuple(str(state.get(name) or "") for name in _TELLS)


def _note_selection() -> None:
    st.session_state[_SELECTED] = st.session_state["workbench"].get("selected") or ""


def forget() -> None:
    """Let go of the selection, as when another case is opened."""
    for key in (_SELECTED, _ASKED, _DRAWN):
        st.session_state.pop(key, None)
