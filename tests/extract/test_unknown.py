"""A claim at a place that no gazetteer knows is listed without a point, and says why."""

import pytest

import sitmap


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("An Iskander-M brigade was deployed near Nowhereville-on-Sea.", "deployment", "Nowhereville-on-Sea"),
        ("A missile fell in Upper Wyrykowo on Monday.", "impact", "Upper Wyrykowo"),
        ("Two hundred soldiers are stationed at Camp Xylo.", "deployment", "Camp Xylo"),
    ],
)
def test_an_unknown_place_is_named_and_not_drawn(text, kind, name):
    (claim,) = sitmap.read_text(text, published="2025-06-10").claims
    assert (claim.kind, claim.place_text) == (kind, name)
    assert (claim.location.lat, claim.location.place) == (None, None)
    assert name in claim.location.note


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers were praised in Congress.",
        "Troops took part in Operation Rising Lion.",
        "The soldiers were near Russia's limit of patience, he said in January.",
        "Ten soldiers were injured in NATO.",
    ],
)
def test_not_every_name_after_in_is_a_place(text):
    places = {claim.place_text for claim in sitmap.read_text(text, published="2025-06-10").claims}
    assert places.isdisjoint({"Congress", "Operation Rising Lion", "January", "NATO"})
