"""Any place of the gazetteer is found from the map of the app, with a case and without one."""

import math

import pytest
from playwright.sync_api import Page, expect

from browser import DESK, PHONE
from pages.conftest import read
from sitmap.pages import places


@pytest.mark.browser
def test_a_place_that_no_claim_names_is_found(sample):
    with sample(size=DESK) as seen:
        _find(seen.page)


@pytest.mark.browser
def test_a_place_is_found_beside_a_case(visit, at: str):
    with visit(at, size=PHONE) as seen:
        read(seen)
        _find(seen.page)
        assert seen.errors == []


def _find(page: Page) -> None:
    page.locator("[data-tool=search]").click()
    box, told = page.locator(".sitmap-search input"), page.locator(".sitmap-search p")
    box.press_sequentially("Hawaii")
    first = page.locator(".sitmap-search li").first
    expect(first).to_have_text("Hawaii region, United States of America")
    first.get_by_role("button").click()
    expect(page.locator(".canvas")).to_have_attribute("data-found", "Hawaii")
    expect(page.locator(".sitmap-search ul")).to_be_hidden()
    # Sent as soon as it is written, and a name once more.
    for name in ("Honolulu", "Hawaii", "Honolulu"):
        box.fill(name)
        box.press("Enter")
        expect(page.locator(".canvas")).to_have_attribute("data-found", name)
    for name in ("zzzqqq", "%"):
        box.fill(name)
        expect(told).to_contain_text("No place of that name is known")


def test_a_place_that_is_sought_has_what_the_map_needs():
    found = places.sought("Hawaii")
    assert found["name"] == "Hawaii"
    best = found["places"][0]
    assert (best["text"], best["rank"]) == ("Hawaii", 0)
    assert best["about"] == "region, United States of America"
    assert math.hypot(best["lat"] - 20, best["lon"] + 156) < 2
    assert best["extent"] > 100
    assert [one["rank"] for one in found["places"]] == sorted(one["rank"] for one in found["places"])


@pytest.mark.parametrize("name", ["", "%", "x" * 201, "zzzqqq"])
def test_what_no_place_is_called_is_answered_too(name: str):
    assert places.sought(name) == {"name": name, "places": []}


def test_a_state_is_not_said_to_lie_in_itself():
    assert places.sought("Tonga")["places"][0]["about"] == "country"
