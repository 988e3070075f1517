"""axe-core on every page of the app and on the exported file, light and dark: nothing serious or critical."""

from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import samples
import scenes
from browser import DESK, PHONE
from pages.conftest import read, sign
from sitmap import changes, maps
from sitmap.pages import messages

pytestmark = pytest.mark.browser

#: Every page is looked at so; what stands on it stays while the window and the scheme change.
LOOKS = ((DESK, False), (PHONE, False), (PHONE, True), (DESK, True))
#: Where there are many pages: both sizes and both schemes, and not each with each.
CROSSED = ((PHONE, False), (DESK, True))

#: Whether no colour is fading any more, also behind the borders of components.
AT_REST = """() => [document, ...[...document.querySelectorAll("*")].map((node) => node.shadowRoot)]
  .filter(Boolean).every((root) => root.getAnimations().every(({ playState, effect }) =>
    playState !== "running" || effect.getComputedTiming().iterations === Infinity))"""


def serious(page: Page, looks: tuple[tuple[tuple[int, int], bool], ...] = LOOKS) -> list[str]:
    """What axe-core finds serious or critical, a line each: the look, the rule, what is wrong, where."""
    found = [line for size, dark in looks for line in _serious(page, size, dark=dark)]
    size, dark = LOOKS[0]
    _look(page, size, dark=dark)
    return found


def _serious(page: Page, size: tuple[int, int], *, dark: bool) -> list[str]:
    _look(page, size, dark=dark)
    found = Axe().run(page).response["violations"]
    look = f"{size} dark={dark}"
    return [
        f"{look} {rule['id']}: {node['target']} {node['html'][:160]} {node['failureSummary'][:200]}"
        for rule in found
        if rule["impact"] in {"serious", "critical"}
        for node in rule["nodes"]
    ]


def _look(page: Page, size: tuple[int, int], *, dark: bool) -> None:
    """Give the page a size and a scheme, and wait until it has them."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme="dark" if dark else "light")
    if page.locator(".stApp").count():
        ground = "rgb(22, 25, 28)" if dark else "rgb(255, 255, 255)"  # of .streamlit/config.toml
        expect(page.locator(".stApp")).to_have_css("background-color", ground)
    if page.locator(".workbench").count():
        expect(page.locator(".workbench")).to_have_attribute("data-scheme", "dark" if dark else "light")
    page.wait_for_timeout(100)  # what is to fade has begun to
    page.wait_for_function(AT_REST)


def test_a_fault_inside_the_workbench_is_found(sample):
    """The check sees what it is to see, behind the border of the component too, and each scheme's colours."""
    with sample() as seen:
        buttons = seen.page.locator(".card-button")
        buttons.nth(0).evaluate("button => { button.style.cssText = 'color: #333; background: none'; }")
        buttons.nth(1).evaluate("button => { button.textContent = ''; }")
        found = serious(seen.page, CROSSED)
        assert [line for line in found if " button-name:" in line]
        dim = [line for line in found if " color-contrast:" in line]
        assert dim
        assert all(" dark=True " in line for line in dim)


def test_the_empty_page(start):
    with start() as seen:
        expect(seen.page.get_by_role("heading", name=messages.say("intake.heading"))).to_be_visible()
        assert serious(seen.page) == []


def test_the_situation_with_a_claim_selected(sample):
    with sample() as seen:
        assert serious(seen.page) == []
        seen.page.locator(".card-button").first.click()
        assert serious(seen.page) == []
        seen.page.locator(".tab", has_text="Findings").click()
        assert serious(seen.page) == []


def test_a_case_with_its_queue_forms_and_sheets(visit, at: str):
    with visit(at) as seen:
        page = seen.page
        read(seen)
        sign(page, "Ada")
        page.get_by_label("Queue only").check()
        page.locator(".card-button:visible").first.click()
        page.locator(".review-accept").click()
        expect(page.locator(".queue-told")).to_contain_text("1 of ")
        assert serious(page, CROSSED) == []
        page.get_by_label("Queue only").uncheck()
        _forms(page)
        page.locator(".sitmap-key summary").click()
        page.locator("[data-tool=filter]").click()
        assert serious(page, CROSSED) == []
        page.keyboard.press("Escape")
        for name in ("dashboard.tab", "case.history", "case.aliases"):
            page.get_by_role("tab", name=messages.say(name)).click()
            assert serious(page, CROSSED) == [], name
        _since(page)
        page.get_by_text(messages.say("case.add"), exact=True).click()
        expect(page.get_by_label(messages.say("intake.addresses"), exact=True)).to_be_visible()
        assert serious(page, CROSSED) == []
        assert seen.errors == []


def _forms(page: Page) -> None:
    """Correct with a fault and another place, move, and add a claim: each form as it stands."""
    form = page.locator("form.form")
    page.locator(".card-button:visible").first.focus()
    page.keyboard.press("c")
    form.get_by_label("Search the gazetteer").fill("Sudzha")
    form.locator(".form-choice", has_text="Sudzha").first.locator("input").check()
    form.get_by_label("At most").fill("lots")
    form.get_by_role("button", name="Save").click()
    expect(form.locator("[aria-invalid=true]").first).to_be_visible()
    assert serious(page, CROSSED) == []
    form.get_by_role("button", name="Cancel").click()
    page.locator(".card-button:visible").first.focus()
    page.keyboard.press("m")
    expect(page.locator("form.mover")).to_be_visible()
    assert serious(page, CROSSED) == []
    page.keyboard.press("Escape")
    page.locator(".reader-text").focus()
    page.keyboard.press("s")
    page.keyboard.press("Shift+ArrowRight")
    page.locator(".picked-add").click()
    expect(form).to_be_visible()
    assert serious(page, CROSSED) == []
    form.get_by_role("button", name="Cancel").click()


def _since(page: Page) -> None:
    """Since last time, before and after an earlier moment is chosen."""
    page.get_by_role("tab", name=messages.say("since.tab")).click()
    moment = page.get_by_role("combobox", name=messages.say("since.moment"))
    expect(moment).to_be_visible()
    assert serious(page, CROSSED) == []
    moment.scroll_into_view_if_needed()
    page.wait_for_timeout(300)  # a list that has just opened closes when the page is scrolled
    moment.click()
    page.get_by_role("listbox").get_by_role("option").last.click()
    expect(page.locator("iframe").content_frame.get_by_role("heading").first).to_be_visible()
    assert serious(page, CROSSED) == []


def test_what_changed_since_last_time(visit, tmp_path: Path):
    """New, changed, withdrawn and rejected claims, as the file shows them that the app offers."""
    moved = replace(samples.TROOPS_KURSK, count_max=9_000, count_text="9,000")
    struck = replace(samples.LAUNCH, review="rejected")
    before, now = (
        changes.saved(scenes.product(scenes.layers(found), (), [samples.FOUNDING]), name=name)
        for name, found in (
            ("before", (samples.TROOPS_KURSK, samples.LAUNCH)),
            ("now", (moved, struck, samples.IMPACT)),
        )
    )
    path = tmp_path / "since.html"
    path.write_text(changes.html(changes.compare(before, now)), encoding="utf-8")
    with visit(path.as_uri()) as seen:
        expect(seen.page.get_by_text("1 new, 1 changed, 1 withdrawn, 0 as they were")).to_be_visible()
        for size, dark in LOOKS:
            _look(seen.page, size, dark=dark)
            seen.screenshot(f"since-{size[0]}-{'dark' if dark else 'light'}", full_page=True)
        assert serious(seen.page) == []


def test_the_exported_file(visit, tmp_path: Path):
    path = tmp_path / "map.html"
    product = scenes.product(scenes.founding(), scenes.FOUNDING_FINDINGS, [samples.FOUNDING])
    path.write_text(maps.html(product), encoding="utf-8")
    with visit(path.as_uri()) as seen:
        seen.page.locator(".sitmap-icon").first.wait_for(state="attached")
        assert serious(seen.page) == []
