"""The workbench in Debian's Chromium: one selection for text, map, cards and tables."""

import pytest
from playwright.sync_api import Locator, Page, expect

from browser import PHONE, Visit
from sitmap.pages import messages

pytestmark = pytest.mark.browser

MARKER = ".sitmap-icon"
POPUP = ".leaflet-popup .sitmap-card"


def chosen(page: Page) -> list[str | None]:
    """Claim that the text, the cards and the map's popup show as selected; None where none is."""
    return page.evaluate(
        """() => {
          const root = document.querySelector('[data-testid=stBidiComponentIsolated]').shadowRoot;
          const marked = [...root.querySelectorAll('.mark.selected')];
          const marks = marked.map((mark) => mark.dataset.claims.split(' '));
          const common = (marks[0] || []).filter((id) => marks.every((ids) => ids.includes(id)));
          const card = root.querySelector('.card.selected')?.dataset.claim ?? null;
          const popup = root.querySelector('.leaflet-popup .sitmap-card')?.dataset.claim ?? null;
          return [common.includes(card) ? card : common[0] ?? null, card, popup];
        }"""
    )


def wait_for_choice(page: Page, claim: str | None) -> None:
    for _ in range(50):
        if chosen(page) == [claim] * 3:
            return
        page.wait_for_timeout(100)
    assert chosen(page) == [claim] * 3


def claim_id(page: Page, kind: str) -> str:
    return page.locator(f".card.{kind}").first.get_attribute("data-claim")


def markers(page: Page, kind: str) -> Locator:
    return page.locator(f"{MARKER}:has(.sitmap-mark.sitmap-{kind})")


def test_the_sample_shows_markers_areas_and_maritime_boundaries(founding: Visit):
    page = founding.page
    assert page.locator(f"{MARKER} .sitmap-mark").count() >= 3
    assert page.locator(".sitmap-area").count() >= 2
    assert page.locator(".sitmap-zone").count() >= 1
    assert page.locator(".mark").count() >= 4
    page.wait_for_timeout(500)
    founding.screenshot("app-desk")


def test_the_map_has_at_least_half_of_the_width(founding: Visit):
    page = founding.page
    whole, part = (page.locator(name).bounding_box()["width"] for name in (".workbench", ".pane.map"))
    assert part >= 0.5 * whole - 2


def test_a_marker_shows_its_quote_and_selects_passage_and_card(founding: Visit):
    page = founding.page
    wanted = claim_id(page, "impact")
    markers(page, "impact").first.click()
    wait_for_choice(page, wanted)
    quote = page.locator(f"{POPUP} blockquote").inner_text()
    assert "Okushiri" in quote
    assert "".join(page.locator(".mark.selected").all_inner_texts()) in quote
    founding.screenshot("app-selected")


def test_a_passage_selects_marker_and_card(founding: Visit):
    page = founding.page
    page.locator(".mark.launch").first.click()
    expect(page.locator(POPUP)).to_be_visible()
    assert len({*chosen(page)}) == 1


def test_a_card_selects_marker_and_passage(founding: Visit):
    page = founding.page
    page.locator(".card.deployment .card-button").last.click()
    wait_for_choice(page, page.locator(".card.deployment").last.get_attribute("data-claim"))


def test_arrows_walk_the_claims_and_escape_lets_go(founding: Visit):
    page = founding.page
    ids = [card.get_attribute("data-claim") for card in page.locator(".card").all()]
    page.locator(".card-button").first.focus()
    page.keyboard.press("Enter")
    wait_for_choice(page, ids[0])
    page.locator(".card-button").first.focus()
    page.keyboard.press("ArrowDown")
    wait_for_choice(page, ids[1])
    page.keyboard.press("ArrowUp")
    wait_for_choice(page, ids[0])
    page.keyboard.press("Escape")
    wait_for_choice(page, None)


def test_enter_on_a_passage_and_on_a_marker_selects(founding: Visit):
    page = founding.page
    page.locator(".mark.impact").first.press("Enter")
    wait_for_choice(page, claim_id(page, "impact"))
    page.locator(".mark.impact").first.press("Escape")
    wait_for_choice(page, None)
    markers(page, "launch").first.press("Enter")
    wait_for_choice(page, claim_id(page, "launch"))


def test_pointing_at_a_fact_shows_its_words(founding: Visit):
    page = founding.page
    card = page.locator(".card.impact").first
    card.get_by_text(messages.say("workbench.where"), exact=True).locator(
        "xpath=following-sibling::dd[1]"
    ).hover()
    assert "Okushiri Island" in "".join(page.locator(".pointed").all_inner_texts())
    page.locator(".pane.text").hover()
    expect(page.locator(".pointed")).to_have_count(0)


def test_the_keyboard_points_at_the_facts_of_the_selected_claim(founding: Visit):
    page = founding.page
    card = page.locator(".card.impact").first
    button = card.locator(".card-button")
    button.press("Tab")
    expect(page.locator(".pointed")).to_have_count(0)
    button.press("Enter")
    facts = card.locator("dd")
    for _ in range(facts.count()):
        page.keyboard.press("Tab")
        if "Okushiri" in page.evaluate(
            "document.querySelector('[data-testid=stBidiComponentIsolated]').shadowRoot.activeElement.textContent"
        ):
            break
    expect(page.locator(".pointed", has_text="Okushiri Island").first).to_be_visible()
    button.focus()
    expect(page.locator(".pointed")).to_have_count(0)


def test_a_selection_neither_remounts_nor_moves_what_it_need_not(founding: Visit):
    page = founding.page
    page.evaluate(
        """() => {
          const root = document.querySelector('[data-testid=stBidiComponentIsolated]').shadowRoot;
          root.querySelector('.workbench').dataset.same = 'yes';
          root.querySelector('.leaflet-map-pane').dataset.same = 'yes';
        }"""
    )
    page.locator(".card-button").first.click()
    expect(page.locator("[data-testid=stDataFrame]").first).to_be_visible()
    page.wait_for_timeout(1500)  # the page has been told, has run again and has drawn its tables
    assert page.locator(".workbench[data-same=yes]").count() == 1
    assert page.locator(".leaflet-map-pane[data-same=yes]").count() == 1
    assert len({*chosen(page)}) == 1


def test_a_row_of_the_findings_selects_its_claim(founding: Visit):
    page = founding.page
    page.locator("[data-testid=stTab]", has_text="Findings").click()
    table = page.locator("[data-testid=stDataFrame]:visible")
    table.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    table.click(position={"x": 18, "y": 36 + 18})
    expect(page.locator(".card.selected")).to_have_count(1)
    assert len({*chosen(page)}) == 1
    founding.screenshot("app-findings", full_page=True)


def test_dark_mode_darkens_page_and_map(sample):
    with sample(size=(1440, 900), dark=True) as seen:
        assert seen.page.locator(".workbench[data-scheme=dark]").count() == 1
        assert seen.page.locator(".sitmap[data-scheme=dark]").count() == 1
        seen.page.locator(".card-button").first.click()
        seen.page.wait_for_timeout(800)
        seen.screenshot("app-dark")


def test_a_phone_shows_text_map_and_claims_below_each_other(sample):
    with sample(size=PHONE) as seen:
        page = seen.page
        page.wait_for_timeout(500)
        seen.screenshot("app-phone", full_page=True)
        boxes = [page.locator(f".pane.{name}").bounding_box() for name in ("text", "map", "claims")]
        assert all(box["width"] > 340 for box in boxes)
        assert [box["y"] for box in boxes] == sorted(box["y"] for box in boxes)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
        page.locator(".card-button").last.click()
        page.wait_for_timeout(500)
        seen.screenshot("app-phone-selected")
        expect(page.locator(".pane.map")).to_be_in_viewport()
