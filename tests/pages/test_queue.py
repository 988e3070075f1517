"""The review queue in Chromium: least certain first, by the keys alone, with the map left as it is."""

import pytest
from playwright.sync_api import Page, expect

from pages.conftest import VIEW, sign, still
from sitmap.case import Case

pytestmark = pytest.mark.browser


def shown(page: Page) -> list[str]:
    return page.locator(".card:visible .card-summary").all_inner_texts()


def test_the_queue_goes_by_the_keys_and_the_map_stays(visit, at: str, file: Case):
    with visit(at) as seen:
        page = seen.page
        sign(page, "Ada")
        expect(page.locator(".queue-told")).to_have_text("0 of 4 reviewed")
        page.get_by_label("Queue only").check()
        order = shown(page)
        assert len(order) == 4
        page.locator(".card-button").first.focus()
        page.keyboard.press("n")
        expect(page.locator(".card.selected .card-summary")).to_have_text(order[0])
        expect(page.locator(".card.selected .card-button")).to_be_focused()
        page.keyboard.press("j")
        expect(page.locator(".card.selected .card-summary")).to_have_text(order[1])
        node = page.evaluate(VIEW)["node"]
        page.keyboard.press("a")
        expect(page.locator(".card.selected .card-summary")).to_have_text(order[2])
        expect(page.locator(".card.selected .card-button")).to_be_focused()
        expect(page.locator(".queue-told")).to_have_text("1 of 4 reviewed")
        page.keyboard.press("x")
        expect(page.locator(".queue-told")).to_have_text("2 of 4 reviewed")
        expect(page.locator(".card.selected .card-summary")).to_have_text(order[3])
        expect(page.locator(".card.selected .card-button")).to_be_focused()
        assert shown(page) == [order[0], order[3]]
        seen.screenshot("app-queue")
        page.keyboard.press("u")
        expect(page.locator(".queue-told")).to_have_text("1 of 4 reviewed")
        expect(page.locator(".card.selected .card-summary")).to_have_text(order[2])
        assert node
        assert page.evaluate(VIEW)["node"]
        assert [entry.act.action for entry in file.snapshot().history] == ["accept", "reject", "undo"]
        page.get_by_role("button", name="Take back what you did last").click()
        expect(page.locator(".queue-told")).to_have_text("0 of 4 reviewed")
        expect(page.locator(".card.selected .card-button")).to_be_focused()
        page.keyboard.press("u")
        expect(page.get_by_text("There is nothing of yours to take back.")).to_be_visible()
        assert seen.errors == []


def test_a_review_neither_reloads_the_map_nor_moves_it(visit, at: str, file: Case):
    with visit(at) as seen:
        page = seen.page
        sign(page, "Ada")
        page.locator(".card-button", has_text="Okushiri").click()
        text = page.locator(".reader-text")
        text.evaluate("(text) => { text.style.flex = '0 0 120px'; text.scrollTop = 40; }")
        page.wait_for_timeout(1000)  # the popup slides into view
        before = still(page)
        assert before["node"]
        for act, words in (("accept", "Accepted"), ("reject", "Rejected")):
            page.locator(f".review-{act}").click()
            expect(page.locator(".card.selected .badge", has_text=words)).to_be_visible()
            expect(page.locator(f".review-{act}")).to_be_focused()
            assert page.evaluate(VIEW) == before
        page.locator(".card.selected select").first.select_option("3")
        expect(page.locator(".card.selected")).to_contain_text("information possibly true")
        assert page.evaluate(VIEW) == before
        assert text.evaluate("(text) => text.scrollTop") == 40
        assert len(file.snapshot().history) == 3


def test_quick_steps_are_not_taken_back_by_what_the_page_knew_before(visit, at: str):
    with visit(at) as seen:
        page = seen.page
        page.locator(".card-button").first.click()
        for delay in (160, 320, 240, 200, 480, 280):
            page.keyboard.press("ArrowDown")
            page.wait_for_timeout(delay)
        wanted = page.locator(".card-summary").nth(6 % 4).inner_text()
        page.wait_for_timeout(4000)
        expect(page.locator(".card.selected .card-summary")).to_have_text(wanted)


def test_what_cannot_be_recorded_brings_the_reader_back(visit, at: str, file: Case):
    with visit(at) as seen:
        page = seen.page
        page.get_by_label("Queue only").check()
        page.locator(".card-button").first.focus()
        page.keyboard.press("n")
        first = page.locator(".card.selected .card-summary").inner_text()
        page.keyboard.press("a")
        expect(page.get_by_text("a review needs its reviewer's name")).to_be_visible()
        expect(page.locator(".card.selected .card-summary")).to_have_text(first)
        assert file.snapshot().history == ()


def test_two_sessions_do_not_overrule_each_other_unawares(visit, at: str, file: Case):
    with visit(at) as ada, visit(at) as ben:
        for seen, name in ((ada, "Ada"), (ben, "Ben")):
            sign(seen.page, name)
            seen.page.locator(".card-button").first.click()
            expect(seen.page.locator(".review-accept")).to_be_visible()
        ada.page.keyboard.press("c")
        form = ada.page.locator("form.form")
        form.get_by_label("At most").fill("12")
        ben.page.get_by_label("Reason (optional)").fill("not seen")
        ben.page.locator(".review-reject").click()
        expect(ben.page.locator(".card.selected .badge", has_text="Rejected")).to_be_visible()
        form.get_by_role("button", name="Save").click()
        told = form.get_by_role("alert")
        expect(told).to_contain_text("Ben rejected this claim at ")
        expect(told).to_be_in_viewport()
        expect(form.get_by_label("At most")).to_have_value("12")
        ada.screenshot("app-conflict")
        told.get_by_role("button", name="Leave it as it is").click()
        assert [entry.reviewer for entry in file.snapshot().history] == ["Ben"]
        form.get_by_role("button", name="Save").click()
        form.get_by_role("button", name="Do it all the same").click()
        expect(ada.page.locator(".card.selected")).to_contain_text("Corrected by Ada")
        assert [entry.reviewer for entry in file.snapshot().history] == ["Ben", "Ada"]
        # Ben's page still shows his own: what he does on it now is asked about, too.
        ben.page.locator(".review-accept").click()
        expect(ben.page.locator(".card .review-told")).to_contain_text("Ada corrected this claim at ")
        ben.page.get_by_role("button", name="Leave it as it is").click()
        expect(ben.page.locator(".card.selected")).to_contain_text("Corrected by Ada")
        assert len(file.snapshot().history) == 2
        assert (ada.errors, ben.errors) == ([], [])
