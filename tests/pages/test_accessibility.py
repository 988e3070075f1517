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

SCHEMES = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
SIZES = pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])


def serious(page: Page) -> list[str]:
    """What axe-core finds serious or critical, a line each: the rule, what is wrong, where."""
    page.wait_for_timeout(800)  # colours fade in
    found = Axe().run(page).response["violations"]
    return [
        f"{rule['id']}: {node['target']} {node['html'][:160]} {node['failureSummary'][:200]}"
        for rule in found
        if rule["impact"] in {"serious", "critical"}
        for node in rule["nodes"]
    ]


def test_a_fault_inside_the_workbench_is_found(sample):
    """The check sees what it is to see: also behind the border of the component."""
    with sample() as seen:
        seen.page.locator(".card-button").first.evaluate("button => { button.textContent = ''; }")
        assert any(line.startswith("button-name:") for line in serious(seen.page))


@SIZES
@SCHEMES
def test_the_empty_page(start, size, *, dark: bool):
    with start(size=size, dark=dark) as seen:
        expect(seen.page.get_by_role("heading", name=messages.say("intake.heading"))).to_be_visible()
        assert serious(seen.page) == []


@SIZES
@SCHEMES
def test_the_situation_with_a_claim_selected(sample, size, *, dark: bool):
    with sample(size=size, dark=dark) as seen:
        assert serious(seen.page) == []
        seen.page.locator(".card-button").first.click()
        assert serious(seen.page) == []
        seen.page.locator(".tab", has_text="Findings").click()
        assert serious(seen.page) == []


@pytest.mark.parametrize(("size", "dark"), [(DESK, False), (PHONE, True)], ids=["desk", "dark phone"])
def test_a_case_with_its_queue_forms_and_sheets(visit, at: str, size, *, dark: bool):
    with visit(at, size=size, dark=dark) as seen:
        page = seen.page
        read(seen)
        sign(page, "Ada")
        page.get_by_label("Queue only").check()
        page.locator(".card-button:visible").first.click()
        page.locator(".review-accept").click()
        expect(page.locator(".queue-told")).to_contain_text("1 of ")
        assert serious(page) == []
        page.get_by_label("Queue only").uncheck()
        _forms(page)
        page.locator(".sitmap-key summary").click()
        page.locator("[data-tool=filter]").click()
        assert serious(page) == []
        page.keyboard.press("Escape")
        for name in ("dashboard.tab", "case.history", "case.aliases"):
            page.get_by_role("tab", name=messages.say(name)).click()
            assert serious(page) == [], name
        page.get_by_text(messages.say("case.add"), exact=True).click()
        expect(page.get_by_label(messages.say("intake.addresses"), exact=True)).to_be_visible()
        assert serious(page) == []
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
    assert serious(page) == []
    form.get_by_role("button", name="Cancel").click()
    page.locator(".card-button:visible").first.focus()
    page.keyboard.press("m")
    expect(page.locator("form.mover")).to_be_visible()
    assert serious(page) == []
    page.keyboard.press("Escape")
    page.locator(".reader-text").focus()
    page.keyboard.press("s")
    page.keyboard.press("Shift+ArrowRight")
    page.locator(".picked-add").click()
    expect(form).to_be_visible()
    assert serious(page) == []
    form.get_by_role("button", name="Cancel").click()


@SIZES
@SCHEMES
def test_what_changed_since_last_time(visit, tmp_path: Path, size, *, dark: bool):
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
    with visit(path.as_uri(), size=size, dark=dark) as seen:
        expect(seen.page.get_by_text("1 new, 1 changed, 1 withdrawn, 0 as they were")).to_be_visible()
        seen.screenshot(f"since-{size[0]}-{'dark' if dark else 'light'}", full_page=True)
        assert serious(seen.page) == []


@SIZES
@SCHEMES
def test_the_exported_file(visit, tmp_path: Path, size, *, dark: bool):
    path = tmp_path / "map.html"
    product = scenes.product(scenes.founding(), scenes.FOUNDING_FINDINGS, [samples.FOUNDING])
    path.write_text(maps.html(product), encoding="utf-8")
    with visit(path.as_uri(), size=size, dark=dark) as seen:
        seen.page.locator(".sitmap-icon").first.wait_for(state="attached")
        assert serious(seen.page) == []
