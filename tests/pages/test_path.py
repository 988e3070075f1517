"""The whole path in Chromium and a real QGIS: an empty case, reports in, review, share, hand over."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import qgis
import samples
from browser import PHONE
from pages.conftest import settle, sign
from sitmap.case import Case

pytestmark = [pytest.mark.browser, pytest.mark.qgis]

SESSION = Path(__file__).parent.parent / "case" / "qgis_session.py"
#: Two more reports of the founding report's day: another voice on the launch, and one on the troops.
OTHERS = [
    {
        "report_id": "seoul",
        "title": "Seoul reports a launch",
        "publisher": "Second paper",
        "published": "2024-10-31",
        "text": "North Korea fired an ICBM from near Pyongyang on Thursday, South Korea's military said. "
        "It came down in the Sea of Japan.",
    },
    {
        "report_id": "kyiv",
        "title": "Kyiv on troops",
        "publisher": "Third paper",
        "published": "2024-11-01",
        "text": "Up to 12,000 North Korean soldiers are in Kursk Oblast, Ukraine's military intelligence "
        "said on Friday. Some 500 of them are near Sudzha.",
    },
]


def _files(folder: Path) -> list[Path]:
    founding = {
        "report_id": samples.FOUNDING.report_id,
        "title": samples.FOUNDING.title,
        "publisher": samples.FOUNDING.publisher,
        "published": "2024-11-01",
        "text": samples.FOUNDING.text,
    }
    made = []
    for report in (founding, *OTHERS):
        made.append(folder / f"{report['report_id']}.json")
        made[-1].write_text(json.dumps(report))
    return made


def _take(page: Page, files: list[Path]) -> None:
    settle(page)
    box = page.locator("input[type=file]:not([webkitdirectory])")
    box.set_input_files(files)
    expect(page.get_by_text(files[-1].name)).to_be_visible()
    page.get_by_role("button", name="Read", exact=True).click()
    page.locator(".card").first.wait_for(timeout=120_000)


def _next(page: Page) -> None:
    """Go on to the next claim of the queue, and wait until it is selected."""
    before = (
        page.locator(".card.selected").get_attribute("data-claim")
        if page.locator(".card.selected").count()
        else ""
    )
    page.keyboard.press("n")
    expect(page.locator(".card.selected")).not_to_have_attribute("data-claim", before or "none")


def _reviewed(page: Page, number: int) -> None:
    expect(page.locator(".queue-told")).to_contain_text(f"{number} of ")


def _review(page: Page) -> None:
    """Accept, reject, correct, move, and take another place: five claims, least certain first."""
    page.locator(".card-button").first.focus()
    _next(page)
    page.keyboard.press("a")
    _reviewed(page, 1)
    _next(page)
    page.keyboard.press("x")
    _reviewed(page, 2)
    _next(page)
    page.keyboard.press("c")
    form = page.locator("form.form")
    form.get_by_label("At most").fill("9999")
    form.get_by_label("Reason").fill("another count")
    form.get_by_role("button", name="Save").click()
    _reviewed(page, 3)
    _next(page)
    page.keyboard.press("m")
    page.locator("form.mover").get_by_label("Latitude and longitude").fill("51.2 N 35.3 E")
    page.keyboard.press("Enter")
    _reviewed(page, 4)
    _next(page)
    page.keyboard.press("c")
    form.get_by_label("Search the gazetteer").fill("Belgorod")
    form.locator(".form-choice", has_text="Belgorod").first.locator("input").check()
    form.get_by_role("button", name="Save").click()
    _reviewed(page, 5)


def test_from_an_empty_case_to_another_readers_browser_a_briefing_and_qgis(
    tmp_path: Path, visit, desk: tuple[str, Path], empty: Case
):
    own, (address, _) = empty, desk
    with visit(address) as seen:
        page = seen.page
        expect(page.get_by_text("This case has no report yet.")).to_be_visible()
        seen.screenshot("path-1-empty")
        sign(page, "Ada")
        _take(page, _files(tmp_path))
        expect(page.locator(".queue-told")).to_contain_text("0 of ")
        assert len(own.snapshot().reports) == 3
        seen.screenshot("path-2-read")
        _review(page)
        seen.screenshot("path-3-reviewed")
        done = [entry.act.action for entry in own.snapshot().history]
        assert done == ["accept", "reject", "correct", "correct", "correct"]

        page.locator("[data-tool=filter]").click()
        page.locator(".sitmap-filters summary", has_text="Review").click()
        page.locator(".sitmap-filters label", has_text="Corrected").locator("input").check()
        expect(page.locator(".card:visible")).to_have_count(3)
        page.locator("[data-tool=time]").click()
        page.locator(".sitmap-play").click()
        expect(page.locator(".sitmap-play")).to_have_text("Play", timeout=60_000)
        seen.screenshot("path-4-filtered")
        page.locator("[data-tool=link]").click()
        link = page.get_by_label("Address of this view").input_value()
        with visit(link, size=PHONE) as other:
            other.page.locator(".card:visible").first.wait_for(timeout=90_000)
            expect(other.page.locator(".card:visible")).to_have_count(page.locator(".card:visible").count())
            expect(other.page.locator(".card.selected")).to_contain_text("came down in Belgorod")
            expect(other.page.locator(".reader-text .mark.selected").first).to_be_visible()
            other.screenshot("path-5-permalink-phone", full_page=True)
            assert other.errors == []

        page.get_by_role("button", name="Downloads").click()
        with page.expect_download() as caught:
            page.get_by_role("button", name="Map as one HTML file").click()
        briefing = Path(caught.value.path()).read_text(encoding="utf-8")
        assert "Corrected by Ada" in briefing
        page.keyboard.press("Escape")
        page.get_by_role("tab", name="History").click()
        page.get_by_role("button", name="Update the layers in the file").click()
        expect(page.get_by_role("button", name="Update the layers in the file")).to_be_disabled()
        seen.screenshot("path-6-history", full_page=True)
        assert seen.errors == []
    (tmp_path / "written").touch()
    layers = ["reports", "reviews", "deployments", "launches", "impacts", "sites"]
    told = qgis.ask(SESSION, {"case": str(own.path), "folder": str(tmp_path), "layers": layers})["after"]
    assert all(layer["valid"] for layer in told.values())
    assert len(told["reports"]["rows"]) == 3
    assert [row["action"] for row in told["reviews"]["rows"]] == done
    claims = [row["review"] for name in layers[2:] for row in told[name]["rows"]]
    assert {review: claims.count(review) for review in ("accepted", "rejected", "corrected")} == {
        "accepted": 1,
        "rejected": 1,
        "corrected": 3,
    }
