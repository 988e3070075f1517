"""Bases that forces have somewhere, and bases in use: sites without any work on them told of."""

import pytest

from sitmap import pipeline
from sitmap.model import Report


def _sites(text):
    claims = pipeline.read_report(Report(report_id="test", text=text)).claims
    return [(c.actor, c.asset, c.place_text) for c in claims if c.kind == "site"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia keeps a naval base at Tartus.", ("RUS", "base", "Tartus")),
        ("France maintains an air base near Djibouti.", ("FRA", "base", "Djibouti")),
        ("Norway is to get a base for 250 marines at Evenes.", ("NOR", "base", "Evenes")),
        ("The airfield near Gao is in full use again.", ("MLI", "base", "Gao")),
        ("Images show a concrete pad at Sohae.", ("PRK", "base", "Sohae")),
    ],
)
def test_a_base_that_somebody_has_or_uses_is_a_site(text: str, expected: tuple[str, str, str]):
    assert _sites(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The bank has its headquarters in Riga.",
        "The airfield near Gao is not in use.",
        "Russia does not keep a naval base at Tartus.",
        "The club has a new workshop at Riga.",
        "The harbour tower in Riga is open.",
    ],
)
def test_what_no_force_has_is_no_site(text: str):
    assert _sites(text) == []
