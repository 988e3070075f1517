"""The list of reasons in Debian's Chromium: by pointer, by keys, on a phone, in the dark."""

import pytest
from playwright.sync_api import Locator, Page, expect

from browser import PHONE, Visit
from sitmap.pages import messages

pytestmark = pytest.mark.browser

LABEL = messages.section("why")


def open_why(page: Page, kind: str = "impact") -> Locator:
    """Select a claim and unfold its reasons."""
    card = page.locator(f".card.{kind}").first
    card.locator(".card-button").click()
    card.locator(".why summary").click()
    expect(card.locator(".why-row").first).to_be_visible()
    return card


def row(card: Locator, name: str) -> Locator:
    return card.locator(".why-row", has=card.page.get_by_text(LABEL[name], exact=True)).first


def marked(page: Page) -> str:
    return "".join(page.locator(".pointed").all_inner_texts())


def test_only_the_selected_claim_says_why_and_says_all_of_it(founding: Visit):
    page = founding.page
    expect(page.locator(".why")).to_have_count(0)
    card = open_why(page)
    expect(page.locator(".why")).to_have_count(1)
    labels = card.locator(".why-label").all_inner_texts()
    assert {LABEL[name] for name in ("kind", "asset", "actor", "place", "offset_km", "time", "event")} <= {
        *labels
    }
    assert "fell" in row(card, "kind").inner_text()
    assert "North Korea" in row(card, "actor").inner_text()
    card.locator(".why").scroll_into_view_if_needed()
    founding.screenshot("app-why-desk")


def test_pointing_at_a_row_marks_its_words_and_choosing_it_keeps_them(founding: Visit):
    page = founding.page
    card = open_why(page)
    row(card, "offset_km").hover()
    assert "200 kilometers west of" in marked(page)
    page.locator(".pane.map").hover()
    expect(page.locator(".pointed")).to_have_count(0)
    row(card, "kind").click()
    page.locator(".pane.map").hover()
    assert marked(page) == "fell"
    expect(row(card, "kind")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".pointed").first).to_be_in_viewport()
    row(card, "kind").click()
    page.locator(".pane.map").hover()
    page.locator(".card.impact .card-button").focus()
    expect(page.locator(".pointed")).to_have_count(0)


def test_the_keys_walk_the_rows_and_enter_keeps_one(founding: Visit):
    page = founding.page
    card = page.locator(".card.impact").first
    card.locator(".card-button").press("Enter")
    card.locator(".why summary").press("Enter")
    first = card.locator(".why-row").first
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(card.locator(".why-row").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(first).to_be_focused()
    assert marked(page) == "fell"
    page.keyboard.press("Enter")
    expect(first).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    expect(page.locator(".why")).to_have_count(0)
    expect(page.locator(".pointed")).to_have_count(0)


def test_another_claim_has_other_reasons_and_the_list_stays_open(founding: Visit):
    page = founding.page
    card = open_why(page)
    row(card, "kind").click()
    page.locator(".card.launch .card-button").first.click()
    launch = page.locator(".card.launch").first
    assert "launched" in row(launch, "kind").inner_text()
    expect(row(launch, "kind")).to_be_visible()
    page.locator(".pane.map").hover()
    expect(page.locator(".pointed")).to_have_count(0)


def test_a_phone_shows_the_words_in_the_list_itself(sample):
    with sample(size=PHONE) as seen:
        page = seen.page
        card = open_why(page)
        row(card, "place").click()
        expect(row(card, "place")).to_contain_text("Okushiri Island")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
        assert all(b.bounding_box()["width"] <= PHONE[0] for b in card.locator(".why-row").all())
        seen.screenshot("app-why-phone")


def test_the_list_can_be_read_in_the_dark(sample):
    with sample(size=(1440, 900), dark=True) as seen:
        card = open_why(seen.page, "deployment")
        row(card, "count").click()
        assert "8,000" in marked(seen.page) or "10,000" in marked(seen.page)
        card.locator(".why").scroll_into_view_if_needed()
        seen.screenshot("app-why-dark")
