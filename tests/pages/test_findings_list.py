"""The findings in Debian's Chromium: worst first, each leading to its sentence and its place."""

import pytest
from playwright.sync_api import Page, expect

from browser import PHONE, Visit
from pages.conftest import sign
from pages.test_workbench import wait_for_choice
from sitmap.pages import messages

pytestmark = pytest.mark.browser

ITEM = ".found-item:visible"


def _open(page: Page) -> None:
    page.locator(".tab", has_text=messages.say("workbench.findings")).click()
    page.locator(ITEM).first.wait_for()


def _verdicts(page: Page) -> list[str]:
    return [badge.inner_text() for badge in page.locator(f"{ITEM} .badge").all()]


def _claims(page: Page, number: int) -> list[str | None]:
    buttons = page.locator(ITEM).nth(number).locator(".found-claim").all()
    return [button.get_attribute("data-claim") for button in buttons]


def test_findings_stand_worst_first_and_lead_to_sentence_and_place(founding: Visit):
    page = founding.page
    _open(page)
    order = ["Inconsistent", "Too close to call", "Cannot be tested", "Consistent"]
    words = [word.lower() for word in _verdicts(page)]
    ranks = [rank for word in words for rank, known in enumerate(order) if known.lower() == word]
    assert len(ranks) == len(words) > 1
    assert ranks == sorted(ranks)
    founding.screenshot("app-findings")
    page.locator(".found-button:visible").first.click()
    first = _claims(page, 0)[0]
    wait_for_choice(page, first)
    expect(page.locator(".found-item.selected").first).to_be_visible()
    founding.screenshot("app-findings-selected")


def test_each_claim_of_a_finding_is_led_to(founding: Visit):
    page = founding.page
    _open(page)
    number = next(n for n in range(page.locator(ITEM).count()) if len(_claims(page, n)) > 1)
    one, other, *_ = _claims(page, number)
    button = page.locator(ITEM).nth(number).locator(".found-button")
    button.click()
    wait_for_choice(page, one)
    button.click()
    wait_for_choice(page, other)
    page.locator(ITEM).nth(number).locator(".found-claim").first.click()
    wait_for_choice(page, one)


def test_the_keys_walk_the_findings(founding: Visit):
    page = founding.page
    page.locator(".tab").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator('.tab[aria-selected="true"]')).to_contain_text(messages.say("workbench.findings"))
    page.locator(".found-button:visible").first.focus()
    page.keyboard.press("Enter")
    wait_for_choice(page, _claims(page, 0)[0])
    page.keyboard.press("ArrowDown")
    expect(page.locator(".found-button:visible").nth(1)).to_be_focused()
    assert page.locator(".found-claim[aria-pressed=true]:visible").count() >= 1
    page.keyboard.press("Escape")
    wait_for_choice(page, None)


def test_findings_are_filtered_by_verdict_and_by_check(founding: Visit):
    page = founding.page
    _open(page)
    everything = page.locator(ITEM).count()
    chip = page.locator(".found-chip").first
    chip.click()
    expect(chip).to_have_attribute("aria-pressed", "true")
    kept = _verdicts(page)
    assert len(set(kept)) == 1
    assert 0 < len(kept) < everything
    expect(page.locator(".found-told")).to_contain_text(f"{len(kept)} of {everything}")
    chip.click()
    assert page.locator(ITEM).count() == everything
    page.locator(".found-checks").select_option("sum")
    assert {words.inner_text() for words in page.locator(f"{ITEM} .found-check").all()} == {"part of a whole"}
    page.locator(".found-checks").select_option("")
    assert page.locator(ITEM).count() == everything


def test_a_finding_of_two_claims_is_told_once_on_the_cards(founding: Visit):
    page = founding.page
    told = page.locator(".card .finding-full:visible").all_inner_texts()
    assert len(told) == len(set(told))
    again = page.locator(".finding-again:visible").first
    card = again.locator("xpath=ancestor::li[contains(concat(' ', @class, ' '), ' card ')]")
    wanted = card.get_attribute("data-claim")
    own = page.locator(f".card[data-claim='{wanted}']")
    expect(own.locator(".finding.again .finding-full").first).to_be_hidden()
    own.locator(".card-button").click()
    expect(own.locator(".finding.again .finding-full").first).to_be_visible()
    expect(own.locator(".finding-again").first).to_be_hidden()
    page.keyboard.press("Escape")
    own.locator(".finding-again").first.click()
    wait_for_choice(page, page.locator(".card.selected").get_attribute("data-claim"))
    assert page.locator(".card.selected").get_attribute("data-claim") != wanted
    expect(page.locator(".card.selected .finding-full").first).to_be_visible()


def test_on_a_phone_in_the_dark(sample):
    with sample(size=PHONE, dark=True) as seen:
        page = seen.page
        _open(page)
        page.locator(".found-button:visible").first.click()
        wanted = _claims(page, 0)[0]
        expect(page.locator(f".card.selected[data-claim='{wanted}']")).to_have_count(1)
        expect(page.locator(f".sitmap-card[data-claim='{wanted}']")).to_be_visible()
        page.wait_for_timeout(500)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
        seen.screenshot("app-findings-phone-dark")


def test_findings_of_a_case_lead_on_to_its_review(visit, at: str):
    with visit(at) as seen:
        page = seen.page
        page.locator(".card").first.wait_for(timeout=90_000)
        sign(page, "Ada")
        _open(page)
        page.locator(".found-button:visible").first.click()
        wanted = _claims(page, 0)[0]
        page.keyboard.press("a")
        expect(page.locator(f".card[data-claim='{wanted}']")).to_contain_text("Accepted by Ada")
        expect(page.locator(f".card[data-claim='{wanted}']")).to_be_visible()
        assert seen.errors == []
