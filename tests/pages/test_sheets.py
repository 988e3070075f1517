"""The tabs beneath the workbench: only the open one is made, and it stays open while counts change."""

from streamlit.testing.v1 import AppTest


def _app(count: int) -> None:
    import streamlit as st  # noqa: PLC0415 - AppTest runs the text of this function alone

    from sitmap.pages import sheets  # noqa: PLC0415 - as above
    from sitmap.pages.sheets import Sheet  # noqa: PLC0415 - as above

    def write(words: str) -> None:
        st.session_state.setdefault("made", []).append(words)

    sheets.draw(
        [
            Sheet("first", "First", lambda: write("first")),
            Sheet("second", f"Second ({count})", lambda: write("second")),
        ]
    )


def test_the_first_sheet_is_open_and_no_other_is_made():
    page = AppTest.from_function(_app, args=(1,)).run()
    assert not page.exception
    assert page.session_state["made"] == ["first"]
    assert [tab.label for tab in page.tabs] == ["First", "Second (1)"]


def test_a_sheet_stays_open_when_its_heading_changes():
    page = AppTest.from_function(_app, args=(1,))
    page.session_state["sheet_open"] = "second"
    page.run()
    page.args = (2,)
    page.run()
    assert page.session_state["made"] == ["second", "second"]
    assert page.session_state["sheets"] == "Second (2)"


def test_a_sheet_that_is_not_there_any_more_gives_way_to_the_first():
    page = AppTest.from_function(_app, args=(1,))
    page.session_state["sheet_open"] = "gone"
    assert page.run().session_state["made"] == ["first"]
