"""Which claims pass the filters, as the browser tells it: bits in base64, for the drawing that it shows."""

import pytest
from streamlit.testing.v1 import AppTest

DRAWING = {"version": "v1", "map": {"order": [f"c{number}" for number in range(10)]}}


def _app(told: object, drawing: dict) -> None:
    import streamlit as st  # noqa: PLC0415 - AppTest runs the text of this function alone

    from sitmap.pages import workbench  # noqa: PLC0415 - as above

    st.session_state["workbench"] = {"passing": told}
    st.session_state["found"] = workbench.passing(drawing)


@pytest.mark.parametrize(
    ("told", "passing"),
    [
        ("v1 oEA=", {"c0", "c2", "c9"}),  # 1010 0000 0100 0000
        ("v1 AAA=", set()),
        ("v1 //8=", {f"c{number}" for number in range(10)}),
        ("", None),
        (None, None),
        ("v0 oEA=", None),
        ("v1 not base64", None),
        ("v1", set()),
        ({"a": 1}, None),
    ],
)
def test_what_the_browser_tells(told: object, passing: set[str] | None):
    page = AppTest.from_function(_app, args=(told, DRAWING)).run()
    assert not page.exception
    assert page.session_state["found"] == passing
