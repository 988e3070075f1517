"""The history of a case: how an entry is told, and that a tab shows what is on it."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

import samples
from pages.conftest import Opener
from sitmap import case
from sitmap.case import Act, Case, Entry
from sitmap.pages import history

NOON = datetime(2024, 11, 1, 12, tzinfo=UTC)


def told(*acts: Act) -> list[str]:
    """Lines of entries recorded a minute apart, the last with a reason."""
    entries = [
        Entry(entry_id=f"e{i}", at=NOON + timedelta(minutes=i), reviewer="Ada", act=act)
        for i, act in enumerate(acts)
    ]
    known = {entry.entry_id: entry for entry in entries}
    return [history.line(entry, known) for entry in entries]


def test_what_is_taken_back_is_told():
    accepted, undone = told(case.accept(samples.IMPACT), case.undo("e0"))
    assert accepted == f"1 Nov 2024, 12:00 UTC  Ada: accepted  “{samples.IMPACT.quote}”"
    assert undone == f"1 Nov 2024, 12:01 UTC  Ada: took back the entry of {accepted}"


def test_an_undo_that_is_taken_back_tells_both():
    *_, last = told(case.reject(samples.IMPACT), case.undo("e0"), case.undo("e1"))
    assert last.count("took back the entry of") == 2
    assert last.endswith(f"rejected  “{samples.IMPACT.quote}”")


@pytest.mark.parametrize("acts", [[case.undo("gone")], [case.undo("e1"), case.undo("e0")]])
def test_what_is_not_there_or_goes_round_is_told_shortly(acts: list[Act]):
    assert all(line.endswith("took back an entry") for line in told(*acts))


def press(page: Page, tab: Locator) -> None:
    box = tab.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


@pytest.mark.browser
@pytest.mark.parametrize("name", ["History", "Since last time", "Dashboard"])
def test_an_opened_tab_shows_half_a_page_of_what_is_on_it(visit: Opener, at: str, file: Case, name: str):
    accepted = file.record(case.accept(samples.IMPACT), reviewer="Ada")
    file.record(case.undo(accepted.entry.entry_id), reviewer="Ada")
    with visit(at) as seen:
        page = seen.page
        page.set_viewport_size({"width": 1440, "height": 900})
        page.locator(".card:visible").first.wait_for()
        tab = page.get_by_role("tab", name=name)
        tab.evaluate("node => node.scrollIntoView({ block: 'end' })")
        assert tab.bounding_box()["y"] > 800
        # By the pointer alone: a click of Playwright's may scroll by itself.
        press(page, tab)
        expect(tab).to_have_attribute("aria-selected", "true")
        shown = page.evaluate(
            """() => {
              const panel = document.querySelector('[data-testid="stTabs"] [role="tabpanel"]');
              return 1 - panel.getBoundingClientRect().top / innerHeight;
            }"""
        )
        assert shown > 0.45
        first = tab.bounding_box()["y"]
        press(page, tab)
        page.wait_for_timeout(500)
        # What is drawn late may shift it by less than a line; a jump would be by hundreds of pixels.
        assert tab.bounding_box()["y"] == pytest.approx(first, abs=12)
        seen.screenshot(f"tab-{name.lower().replace(' ', '-')}")
        assert seen.errors == []


@pytest.mark.browser
def test_what_is_had_back_is_undone_no_longer(visit: Opener, at: str, file: Case):
    accepted = file.record(case.accept(samples.IMPACT), reviewer="Ada")
    taken = file.record(case.undo(accepted.entry.entry_id), reviewer="Ada")
    file.record(case.undo(taken.entry.entry_id), reviewer="Ada")
    with visit(at) as seen:
        seen.page.locator(".card:visible").first.wait_for()
        seen.page.get_by_role("tab", name="History").click()
        expect(seen.page.get_by_role("button", name="Undo")).to_have_count(2)
        expect(seen.page.get_by_text("undone", exact=True)).to_have_count(1)
