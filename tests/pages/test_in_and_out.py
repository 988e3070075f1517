"""What goes in and what comes out of the app, in Debian's Chromium."""

import contextlib
import json
import re
import sqlite3
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import samples
from browser import Visit
from pages.conftest import settle
from sitmap.pages import messages

pytestmark = pytest.mark.browser

READING_MS = 90_000


def paste(page: Page, text: str) -> None:
    page.get_by_label(messages.say("intake.text"), exact=True).fill(text)
    page.get_by_role("button", name=messages.say("intake.read"), exact=True).click()


def test_an_empty_page_is_one_box(start):
    with start() as seen:
        expect(seen.page.get_by_role("heading", name=messages.say("intake.heading"))).to_be_visible()
        seen.page.wait_for_timeout(500)
        seen.screenshot("app-empty")
        assert seen.page.locator("[data-testid=stBidiComponentIsolated]").count() == 0


def test_hostile_text_is_shown_and_never_run(start):
    hostile = "\n".join(words.replace("\x00", "") for words in samples.HOSTILE)
    with start() as seen:
        page = seen.page
        paste(page, f"{samples.FOUNDING.text}\n{hostile}\n![x](http://example.org/x.png)")
        page.locator(".card").first.wait_for(timeout=READING_MS)
        for button in page.locator(".card-button").all():
            button.click()
        assert "<script>window.pwned=1</script>" in page.locator(".reader-text").inner_text()
        assert page.evaluate("window.pwned") is None


def test_hostile_words_around_a_claim_stay_words(start):
    with start() as seen:
        page = seen.page
        paste(
            page,
            "<img src=x onerror=window.pwned=1> About 8,000 North Korean troops are in ${window.pwned=1} "
            "the Kursk region </script><script>window.pwned=1</script>, \u202eJapan's defence ministry\u202c "
            "said.",
        )
        page.locator(".card, .none").first.wait_for(timeout=READING_MS)
        for button in page.locator(".card-button").all():
            button.click()
            page.wait_for_timeout(200)
        assert page.evaluate("window.pwned") is None


def json_file(name: str, **fields: str) -> dict:
    return {"name": name, "mimeType": "application/json", "buffer": json.dumps(fields).encode()}


def hand_in(page: Page, *files: dict) -> None:
    settle(page)
    page.locator("input[type=file]:not([webkitdirectory])").set_input_files(files)
    page.get_by_text(files[0]["name"]).wait_for()
    page.get_by_role("button", name=messages.say("intake.read"), exact=True).click()
    page.locator(".card").first.wait_for(timeout=READING_MS)


def test_a_bad_file_is_named_and_the_others_are_read(start):
    good = json_file("good.json", report_id="good", title="A good file", text=samples.FOUNDING.text)
    with start() as seen:
        hand_in(seen.page, good, good | {"name": "![x](http://example.org/x.png).json", "buffer": b"{"})
        expect(seen.page.get_by_role("alert")).to_contain_text("example.org/x.png")


def test_the_text_goes_to_the_report_of_the_selected_claim(start):
    first = json_file("first.json", report_id="first", title="First", text=samples.FOUNDING.text)
    second = json_file(
        "second.json",
        report_id="second",
        title="Second",
        published="2024-10-20",
        text="Poland's defence ministry said that 500 US troops arrived at Powidz on October 18.",
    )
    with start() as seen:
        page = seen.page
        hand_in(page, first, second)
        choice = page.get_by_label(messages.say("workbench.choose_report"))
        expect(choice).to_have_value("first")
        page.locator(".card", has_text="Powidz").first.locator(".card-button").click()
        expect(choice).to_have_value("second")
        expect(page.locator(".mark.selected").first).to_be_visible()
        choice.select_option("first")
        expect(page.locator(".reader-text")).to_contain_text("Okushiri")
        seen.screenshot("app-two-reports")


def download(seen: Visit, name: str, folder: Path) -> Path:
    page = seen.page
    page.get_by_role("button", name=messages.say("page.downloads")).click()
    with page.expect_download(timeout=60_000) as waiting:
        page.get_by_role("button", name=messages.say(f"downloads.{name}"), exact=True).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def test_the_downloaded_map_opens_from_disk(founding: Visit, visit, tmp_path: Path):
    path = download(founding, "html", tmp_path)
    assert re.fullmatch(r"about-8000-north-korean-troops-\S*-\d{4}-\d\d-\d\d\.html", path.name)
    with visit(path.as_uri()) as opened:
        opened.page.locator(".sitmap-icon").first.wait_for(state="attached")
        assert (opened.errors, opened.left) == ([], [])


def test_the_downloaded_geojson_is_a_zip_of_layers(founding: Visit, tmp_path: Path):
    with zipfile.ZipFile(download(founding, "geojson-zip", tmp_path)) as archive:
        assert archive.testzip() is None
        layers = {
            Path(name).name: archive.read(name) for name in archive.namelist() if name.endswith(".geojson")
        }
    assert len(json.loads(layers["deployments.geojson"])["features"]) >= 2


def test_the_downloaded_geopackage_holds_the_claims(founding: Visit, tmp_path: Path):
    path = download(founding, "geopackage", tmp_path)
    with contextlib.closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA application_id").fetchone() == (0x47504B47,)
        assert database.execute("SELECT count(*) FROM impacts").fetchone()[0] >= 1
