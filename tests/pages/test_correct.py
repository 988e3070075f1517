"""Correcting, moving and adding claims in Debian's Chromium: the file, the card and the map say the same."""

import pytest
from playwright.sync_api import Page, expect

from pages.conftest import sign
from sitmap.case import Case, Entry

pytestmark = pytest.mark.browser

KURSK = "About 8,000 North Korean troops in Kursk Oblast"


def choose(page: Page, summary: str) -> None:
    page.locator(".card-button", has_text=summary).first.click()
    expect(page.locator(".card.selected")).to_contain_text(summary)


def last(file: Case) -> Entry:
    return file.snapshot().history[-1]


def test_any_field_is_corrected_in_a_form(visit, at: str, file: Case):
    with visit(at) as seen:
        page = seen.page
        sign(page, "Ada")
        choose(page, KURSK)
        page.keyboard.press("c")
        form = page.locator("form.form")
        expect(form.get_by_role("heading")).to_be_focused()
        form.get_by_label("At least").fill("lots")
        form.get_by_label("At most").fill("11,000")
        form.locator("summary", has_text="When").click()
        seen.screenshot("app-correct")
        form.get_by_label("Reason").fill("a later count")
        form.get_by_role("button", name="Save").click()
        expect(form.locator("#form-count_min-fault")).to_have_text(
            "“lots” does not fit: write a whole number of 0 to 1,000,000,000, or leave it empty."
        )
        expect(form.get_by_label("At least")).to_be_focused()
        seen.screenshot("app-correct-fault")
        assert file.snapshot().history == ()
        form.get_by_label("At least").fill("10 000")
        form.get_by_label("Asset", exact=True).select_option("artillery")
        form.get_by_role("button", name="Save").click()
        expect(form).to_have_count(0)
        card = page.locator(".card.selected")
        expect(card.locator(".badge", has_text="Corrected")).to_be_visible()
        expect(card.locator(".change", has_text="How many")).to_contain_text("8,000 10,000 to 11,000")
        expect(card.locator(".change", has_text="What")).to_contain_text("troops artillery")
        expect(card).to_contain_text("Corrected by Ada")
        expect(card).to_contain_text("a later count")
        seen.screenshot("app-corrected")
        entry = last(file)
        assert (entry.reviewer, entry.reason, entry.act.action) == ("Ada", "a later count", "correct")
        assert entry.act.changes == {"count_min": 10_000, "count_max": 11_000, "asset": "artillery"}
        assert seen.errors == []
