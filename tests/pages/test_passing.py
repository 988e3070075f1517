"""Which claims pass the filters, as the browser tells it: bits in base64, for the drawing that it shows."""

import gzip
import json

import pytest
from streamlit.testing.v1 import AppTest

from sitmap.pages.drawing import Drawing

MADE = {"map": {"order": [f"c{number}" for number in range(10)]}}
DRAWING = Drawing("v1" * 8, "", {}, "", (), b"v1" * 8 + gzip.compress(json.dumps(MADE).encode()))


def _app(told: object, drawing: object) -> None:
    import streamlit as st  # noqa: PLC0415 - AppTest runs the text of this function alone

    from sitmap.pages import workbench  # noqa: PLC0415 - as above

    st.session_state["workbench"] = {"passing": told}
    st.session_state["found"] = workbench.passing(drawing)


@pytest.mark.parametrize(
    ("told", "passing"),
    [
        (f"{DRAWING.version} oEA=", {"c0", "c2", "c9"}),  # 1010 0000 0100 0000
        (f"{DRAWING.version} AAA=", set()),
        (f"{DRAWING.version} //8=", {f"c{number}" for number in range(10)}),
        ("", None),
        (None, None),
        ("v0 oEA=", None),
        (f"{DRAWING.version} not base64", None),
        (DRAWING.version, set()),
        ({"a": 1}, None),
    ],
)
def test_what_the_browser_tells(told: object, passing: set[str] | None):
    page = AppTest.from_function(_app, args=(told, DRAWING)).run()
    assert not page.exception
    assert page.session_state["found"] == passing
