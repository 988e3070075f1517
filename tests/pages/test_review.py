"""Reviewing a case in Debian's Chromium: what the reader does is in the file, and another session sees it."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from pages.conftest import sign
from sitmap.case import Case

pytestmark = pytest.mark.browser


def _acts(file: Case) -> list[tuple[str, str, str]]:
    return [(entry.reviewer, entry.act.action, entry.act.value) for entry in file.snapshot().history]


def test_a_review_is_in_the_file_and_on_the_card(visit, at: str, file: Case):
    with visit(at) as seen:
        page = seen.page
        page.locator(".card-button").first.click()
        page.locator(".review-accept").click()
        expect(page.get_by_text("a review needs its reviewer's name")).to_be_visible()
        assert _acts(file) == []
        sign(page, "Ada")
        page.locator(".review-accept").click()
        expect(page.locator(".card.selected")).to_contain_text("Accepted by Ada")
        page.locator(".card.selected select").first.select_option("2")
        expect(page.locator(".card.selected")).to_contain_text("information probably true")
        page.locator(".card-button").last.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("x")
        expect(page.locator(".card.selected .badge", has_text="Rejected")).to_be_visible()
        assert _acts(file) == [("Ada", "accept", ""), ("Ada", "credibility", "2"), ("Ada", "reject", "")]
        seen.screenshot("app-review")
        with visit(at) as other:
            expect(other.page.locator(".card", has_text="Accepted by Ada")).to_have_count(1)
            other.page.get_by_role("tab", name="History").click()
            expect(other.page.get_by_text("3 entries, newest first.")).to_be_visible()
            sign(other.page, "Ben")
            other.page.locator("[class*=st-key-undo-] button").first.click()
            expect(other.page.get_by_text("4 entries, newest first.")).to_be_visible()
            assert _acts(file)[-1] == ("Ben", "undo", "")
            assert other.errors == []
        assert seen.errors == []


def test_a_case_that_is_none_is_told(tmp_path: Path, visit, serve):
    path = tmp_path / "no.gpkg"
    path.write_bytes(b"no case")
    with serve(case=str(path)) as address, visit(address) as seen:
        expect(seen.page.get_by_text("no.gpkg", exact=False).first).to_be_visible()
