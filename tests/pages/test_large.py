"""A case of more claims than come at once, in Chromium: none is lost, and texts come when looked at."""

import pytest
from playwright.sync_api import expect

import crowd
from sitmap.case import Case
from sitmap.pages.drawing import AT_ONCE

pytestmark = pytest.mark.browser

REPORTS = 80
CLAIMS = 5 * REPORTS
#: Ids of the claims whose cards are in the list, and of all that there are.
LISTED = "cards => cards.map(card => card.dataset.claim)"


@pytest.fixture
def large(tmp_path, serve):
    file = Case.create(tmp_path / "large.gpkg")
    file.add(crowd.reports(REPORTS))
    with serve(case=str(file.path)) as address:
        yield address


def test_every_claim_is_a_button_away_and_brings_its_text_and_reasons(visit, large: str):
    assert CLAIMS > AT_ONCE
    with visit(large) as seen:
        page = seen.page
        page.locator(".card").first.wait_for(timeout=120_000)
        expect(page.locator(".tab").first).to_have_text(f"Claims ({CLAIMS})")
        met = page.locator(".card").evaluate_all(LISTED)
        while page.locator(".further-later").count():
            page.locator(".further-later").click()
            expect(page.locator(f".card[data-claim='{met[-1]}']")).to_have_count(0)
            expect(page.locator(".card-button").first).to_be_focused()
            met += page.locator(".card").evaluate_all(LISTED)
        assert len(met) == len(set(met)) == CLAIMS
        # The last report's text has not come with the page.
        page.locator(".reader-choice").select_option(f"r{REPORTS - 1}")
        expect(page.locator(".reader-text .mark").first).to_be_visible()
        page.locator(".reader-text .mark").last.click()
        card = page.locator(".card.selected")
        expect(card).to_be_visible()
        expect(page.locator(".mark.selected").first).to_be_visible()
        card.locator(".why summary").click()
        expect(card.locator(".why-row").first).to_be_visible()
        assert seen.errors == []


def test_search_and_filters_are_over_all_claims(visit, large: str):
    with visit(large) as seen:
        page = seen.page
        page.locator(".card").first.wait_for(timeout=120_000)
        page.locator("button[aria-label='Filter the claims']").click()
        page.locator(".sitmap-filters input[type=search]").fill("Okinawa")
        expect(page.locator(".sitmap-choices [role=status]")).not_to_contain_text(f"{CLAIMS} of {CLAIMS}")
        told = page.locator(".sitmap-choices [role=status]").inner_text()
        number = int(told.split()[0])
        assert 0 < number < CLAIMS
        expect(page.locator(".card")).to_have_count(min(number, 100))
        assert all("Okinawa" in card for card in page.locator(".card").all_inner_texts())
        assert seen.errors == []
