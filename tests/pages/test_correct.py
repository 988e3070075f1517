"""Correcting, moving and adding claims in Debian's Chromium: the file, the card and the map say the same."""

import pytest
from playwright.sync_api import Page, expect

from browser import PHONE
from pages.conftest import sign, still
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


def test_a_mark_is_moved_only_in_its_own_mode_and_by_pointer_or_keys(visit, at: str, file: Case):
    with visit(at) as seen:
        page = seen.page
        sign(page, "Ada")
        choose(page, KURSK)
        before = still(page)
        page.get_by_role("button", name="Move", exact=True).click()
        mover = page.locator("form.mover")
        expect(mover.get_by_label("Latitude and longitude")).to_be_focused()
        pin = page.locator(".mover-mark")
        box = pin.bounding_box()
        page.mouse.move(box["x"] + 17, box["y"] + 17)
        page.mouse.down()
        page.mouse.move(box["x"] + 57, box["y"] + 37, steps=6)
        page.mouse.up()
        expect(mover.get_by_label("Latitude and longitude")).not_to_have_value("")
        dragged = mover.get_by_label("Latitude and longitude").input_value()
        seen.screenshot("app-move")
        mover.get_by_label("Latitude and longitude").fill("nowhere")
        mover.get_by_role("button", name="Put it here").click()
        expect(mover).to_contain_text("No point on Earth is written so.")
        mover.get_by_role("button", name="Leave it").click()
        expect(page.locator(".mover-mark")).to_have_count(0)
        assert file.snapshot().history == ()
        page.keyboard.press("m")
        mover.get_by_label("Latitude and longitude").fill("51°12'30\"N 35°16'E")
        expect(mover).to_contain_text("= 51.2083, 35.2667")
        mover.get_by_label("Within, km").fill("15")
        mover.get_by_label("Reason").fill("seen on a picture")
        page.keyboard.press("Enter")
        expect(page.locator(".card.selected .change", has_text="Place")).to_contain_text(
            "Kursk Oblast 51.2083, 35.2667"
        )
        spot = last(file).act.spot
        assert (round(spot.lat, 4), round(spot.lon, 4), spot.uncertainty_km) == (51.2083, 35.2667, 15)
        assert last(file).reason == "seen on a picture"
        assert dragged
        assert still(page) == before
        seen.screenshot("app-moved")
        assert seen.errors == []


def test_another_place_is_chosen_remembered_for_the_case_and_let_go(visit, at: str, file: Case):
    with visit(at) as seen:
        page = seen.page
        sign(page, "Ada")
        choose(page, KURSK)
        page.keyboard.press("c")
        form = page.locator("form.form")
        form.get_by_label("Search the gazetteer").fill("Sudzha")
        found = form.locator(".form-choice", has_text="Sudzha")
        expect(found.first).to_be_visible()
        found.first.locator("input").check()
        form.get_by_label("Always read “Kursk region” as Sudzha in this case").check()
        found.first.scroll_into_view_if_needed()
        seen.screenshot("app-place")
        form.get_by_role("button", name="Save").click()
        expect(page.locator(".card.selected .change", has_text="Place")).to_contain_text("Sudzha")
        history = file.snapshot().history
        assert [(e.act.action, e.act.spot.name) for e in history] == [
            ("correct", "Sudzha"),
            ("alias", "Sudzha"),
        ]
        page.get_by_role("tab", name="Aliases").click()
        expect(page.get_by_text("“Kursk region” means Sudzha")).to_be_visible()
        seen.screenshot("app-aliases", full_page=True)
        page.get_by_role("button", name="Remove").click()
        expect(page.get_by_text("No words are remembered for a place yet.")).to_be_visible()
        assert last(file).act.undoes == history[-1].entry_id
        assert seen.errors == []


def test_a_missed_claim_is_added_from_words_with_the_keys(visit, at: str, file: Case):
    with visit(at) as seen:
        page = seen.page
        sign(page, "Ada")
        text = page.locator(".reader-text")
        text.focus()
        page.keyboard.press("s")
        expect(page.locator(".picked-words")).to_have_text("The")
        page.keyboard.press("ArrowRight")
        for _ in range(5):
            page.keyboard.press("Shift+ArrowRight")
        expect(page.locator(".picked-words")).to_have_text("US Secretary of State, Antony Blinken")
        page.keyboard.press("Shift+ArrowDown")
        seen.screenshot("app-pick")
        words = page.locator(".picked-words").inner_text().removesuffix("…")
        page.keyboard.press("Enter")
        form = page.locator("form.form")
        expect(form.get_by_role("heading", name="Add a claim")).to_be_visible()
        expect(form.locator(".form-quote")).to_contain_text("US Secretary of State")
        form.get_by_role("button", name="Save").click()
        expect(form.locator("#form-kind-fault")).to_have_text("Choose what kind of claim it is.")
        form.get_by_label("Kind").select_option("site")
        form.get_by_label("Asset", exact=True).select_option("radar")
        form.get_by_label("Search the gazetteer").fill("Okushiri")
        found = form.locator(".form-choice", has_text="Okushiri")
        found.first.locator("input").check()
        seen.screenshot("app-add")
        form.get_by_role("button", name="Save").click()
        card = page.locator(".card.selected")
        expect(card).to_contain_text("Accepted by Ada")
        expect(card).to_contain_text("Okushiri")
        act = last(file).act
        assert (act.action, act.target.kind, act.changes) == ("add", "site", {"asset": "radar"})
        assert act.target.quote.startswith(words)
        assert act.spot.name.startswith("Okushiri")
        assert seen.errors == []


def test_words_selected_with_the_pointer_bring_the_place_that_they_name(visit, at: str, file: Case):
    with visit(at) as seen:
        page = seen.page
        sign(page, "Ada")
        mark = page.locator(".mark.launch").first
        box = mark.bounding_box()
        page.mouse.move(box["x"] + 2, box["y"] + 8)
        page.mouse.down()
        page.mouse.move(box["x"] + 120, box["y"] + 8, steps=8)
        page.mouse.up()
        expect(page.locator(".picked-words")).to_contain_text("North Korea")
        page.get_by_role("button", name="Add a claim from these words").click()
        form = page.locator("form.form")
        expect(form.locator(".form-places input:checked + span")).to_contain_text("North Korea")
        form.get_by_label("Kind").select_option("launch")
        form.get_by_role("button", name="Save").click()
        expect(page.locator(".card.selected")).to_contain_text("Accepted by Ada")
        act = last(file).act
        assert act.target.place_start is not None
        assert act.spot.name == "North Korea"
        assert seen.errors == []


def test_a_claim_chosen_again_after_a_row_of_the_table_can_be_corrected(visit, at: str):
    """The browser tells the page of no selection that it told before, whatever the page chose meanwhile."""
    with visit(at) as seen:
        page = seen.page
        sign(page, "Ada")
        first = page.locator(".card-button").first
        first.click()
        expect(page.locator(".card.selected .review-correct")).to_be_visible()
        page.wait_for_timeout(1500)
        claim = page.locator(".card.selected").get_attribute("data-claim")
        table = page.locator("[data-testid=stDataFrame]:visible").first
        table.scroll_into_view_if_needed()
        for row in (1, 2):
            table.click(position={"x": 18, "y": 36 * row + 18})
            page.wait_for_timeout(1500)
            if page.locator(".card.selected").get_attribute("data-claim") != claim:
                break
        first.click()
        expect(page.locator(".card.selected")).to_have_attribute("data-claim", claim)
        page.keyboard.press("c")
        expect(page.locator("form.form")).to_be_visible(timeout=20_000)
        assert seen.errors == []


#: Takes back the last act, and goes on with another claim before the answer can be there.
IMPATIENT = """(root, [first, second]) => {
  const button = (id) => root.querySelector(`.card[data-claim="${id}"] .card-button`);
  button(first).dispatchEvent(new KeyboardEvent("keydown", { key: "u", bubbles: true }));
  button(second).click();
  root.querySelector(".review-correct").click();
}"""


def test_a_late_answer_does_not_take_the_claim_at_hand_from_the_reader(visit, at: str):
    with visit(at) as seen:
        page = seen.page
        sign(page, "Ada")
        first, second = (page.locator(".card").nth(place).get_attribute("data-claim") for place in (0, 1))
        page.locator(f".card[data-claim='{first}'] .card-button").click()
        page.locator(".review-accept").click()
        expect(page.locator(".card.selected .badge.review-accepted")).to_be_visible()
        page.locator(".workbench").evaluate(IMPATIENT, [first, second])
        expect(page.locator("form.form")).to_be_visible()
        expect(page.locator(".badge.review-accepted")).to_have_count(0)
        expect(page.locator(f".card[data-claim='{second}'] form.form")).to_be_visible()
        expect(page.locator(".card.selected")).to_have_attribute("data-claim", second)
        assert seen.errors == []


def test_the_mark_to_be_moved_is_in_sight_on_a_phone(visit, at: str):
    with visit(at, size=PHONE) as seen:
        page = seen.page
        sign(page, "Ada")
        page.locator(".card-button").first.click()
        page.locator(".review-move").click()
        mover = page.locator("form.mover")
        for written in ("", "20 S 30 W", "60 N 100 E"):
            if written:
                mover.get_by_label("Latitude and longitude").fill(written)
            page.wait_for_timeout(500)
            mark, form = page.locator(".mover-mark").bounding_box(), mover.bounding_box()
            frame = page.locator(".canvas").bounding_box()
            assert frame["y"] <= mark["y"]
            assert mark["y"] + mark["height"] <= form["y"]
        seen.screenshot("app-move-phone")
        assert seen.errors == []
