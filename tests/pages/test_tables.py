"""Rows of the tables that a reader chooses, and those that only lag behind the workbench."""

import pytest
import streamlit as st

from sitmap.pages import tables, workbench

CLAIMS = [("a",), ("b",)]


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """A session whose table of claims shows the first row, as it was drawn."""
    state: dict[str, object] = {
        "workbench": {},
        "told_when_drawn": ("", "", "", ""),
        "table-claims": {"selection": {"rows": [0], "columns": [], "cells": []}},
    }
    monkeypatch.setattr(st, "session_state", state)
    return state


@pytest.mark.usefixtures("session")
def test_a_row_that_is_chosen_selects_its_claim():
    tables._chosen("table-claims", CLAIMS)
    assert workbench.selected() == "a"


@pytest.mark.parametrize(
    "told",
    [
        {"selected": "b"},
        {"passing": "v1 gA=="},
        {"report": "r2"},
        {"sought": "Kursk"},
        {"act": {"act": "accept"}},
    ],
)
def test_a_row_that_comes_with_what_the_workbench_tells_is_an_old_one(
    session: dict[str, object], told: dict[str, object]
):
    session["workbench"] = told
    tables._chosen("table-claims", CLAIMS)
    assert workbench.selected() == ""
