"""Getting reports into the app, in Debian's Chromium: files, folders, archives, addresses, feeds."""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import samples
import web
from browser import PHONE
from pages.conftest import settle
from sitmap.case import Case
from sitmap.pages import messages
from sitmap.reports import settings

pytestmark = pytest.mark.browser

PAGE = (
    "<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p>"
    "<p>The ministry gave no further details of the attack, which came hours after another.</p></article>"
    "</body></html>"
)
SUMY = "Two drones struck a barracks in Sumy on 1 November 2024, Ukraine's defence ministry said."
KURSK = "About 8,000 North Korean troops are in the Kursk region, the Pentagon said on Thursday."


@pytest.fixture
def file(empty: Case) -> Case:
    return empty


@pytest.fixture
def internet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[web.Web]:
    path = tmp_path / "settings.toml"
    path.write_text('[fetch]\nallow = ["127.0.0.1"]\n', encoding="utf-8")
    monkeypatch.setenv(settings.OWN_SETTINGS, str(path))
    with web.running() as running:
        yield running


def say(key: str, **values: object) -> str:
    return messages.say(key, **values)


def press_read(page: Page) -> None:
    page.get_by_role("button", name=say("intake.read"), exact=True).click()


def give(page: Page, *addresses: str) -> None:
    box = page.get_by_label(say("intake.addresses"), exact=True)
    # The box is emptied after each hand-in, and for a moment there are two.
    expect(box).to_have_count(1)
    expect(box).to_have_value("")
    box.fill("\n".join(addresses))
    box.press("Tab")
    press_read(page)


def open_box(page: Page) -> None:
    page.get_by_text(say("case.add"), exact=True).click()


def titles(file: Case) -> list[str]:
    return [report.title for report in file.snapshot().reports]


def test_pages_and_feeds_come_in_by_their_addresses(visit, serve, file: Case, internet: web.Web):
    feed = (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Agency</title>'
        f"<item><title>Drones on Sumy</title><description>{SUMY}</description></item>"
        f"<item><title>Troops in Kursk</title><description>{KURSK}</description></item></channel></rss>"
    )
    internet.answers["/feed"] = web.answer(feed.encode(), kind="application/rss+xml")
    internet.answers["/page"] = web.answer(PAGE.format(title="A page", text=samples.FOUNDING.text).encode())
    with serve(case=str(file.path)) as address, visit(address) as seen:
        page = seen.page
        wrong = "the news"
        give(page, internet.url("/feed"), internet.url("/page"), internet.url("/gone"), wrong)
        expect(page.get_by_text("3 reports added")).to_be_visible()
        expect(page.get_by_text("has no such page (status 404)")).to_be_visible()
        expect(page.get_by_text(say("intake.no_address"))).to_be_visible()
        page.locator(".card").first.wait_for()
        seen.screenshot("app-intake-addresses")
        assert sorted(titles(file)) == ["A page", "Drones on Sumy", "Troops in Kursk"]
        assert seen.errors == []


def test_a_page_that_changed_is_kept_and_said_and_the_same_is_a_duplicate(
    visit, serve, file: Case, internet: web.Web
):
    internet.answers["/page"] = web.answer(PAGE.format(title="Drones", text=SUMY).encode())
    with serve(case=str(file.path)) as address, visit(address) as seen:
        page = seen.page
        give(page, internet.url("/page"))
        expect(page.get_by_text("1 report added")).to_be_visible()
        give(page, internet.url("/page"))
        expect(page.get_by_text("is in the case already, as “Drones”")).to_be_visible()
        later = SUMY.replace("Two drones", "Three drones")
        internet.answers["/page"] = web.answer(PAGE.format(title="Drones, updated", text=later).encode())
        give(page, internet.url("/page"))
        expect(
            page.get_by_text("has the address of “Drones”, with another text: both are kept")
        ).to_be_visible()
        assert titles(file) == ["Drones", "Drones, updated"]


def test_a_private_address_is_not_asked(visit, at: str):
    with web.running() as inside, visit(at) as seen:
        give(seen.page, inside.url("/secret"))
        expect(seen.page.get_by_role("alert")).to_contain_text("127.0.0.1")
        assert inside.asked == []


def test_many_files_and_an_archive_dropped_at_once(visit, at: str):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("a.txt", SUMY)
        made.writestr("b.txt", KURSK)
        made.writestr("../evil.txt", "x")
        made.writestr("inner.zip", "x")
    pictures = [(f"photo {n}.png", b"\x89PNG\r\n\x1a\n") for n in range(14)]
    with visit(at) as seen:
        page = seen.page
        drop(
            page,
            say("intake.files"),
            [("news.zip", archive.getvalue()), ("same.txt", SUMY.encode()), *pictures],
        )
        press_read(page)
        expect(page.get_by_text("2 reports added")).to_be_visible()
        expect(
            page.get_by_text("14 files or pages: is a PNG picture, not a text: give the text that it shows")
        ).to_be_visible()
        expect(page.get_by_text("news.zip/../evil.txt: its name leads out of the archive")).to_be_visible()
        expect(page.get_by_text("news.zip/inner.zip: is an archive in an archive")).to_be_visible()
        expect(page.get_by_text("same.txt: the report_id")).to_be_visible()
        page.get_by_text("Which 14").click()
        expect(page.get_by_text("photo 13.png: is a PNG picture")).to_be_visible()
        seen.screenshot("app-intake-told", full_page=True)
        assert seen.errors == []


def test_a_folder_is_read_and_what_is_no_report_in_it_is_named(visit, at: str, file: Case, tmp_path: Path):
    folder = tmp_path / "news"
    (folder / "deep").mkdir(parents=True)
    for name, text in {
        "1.txt": SUMY,
        "deep/2.md": KURSK,
        ".hidden": "x",
        "photo.png": "x",
        "README.md": "x",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    with visit(at) as seen:
        page = seen.page
        box = page.get_by_test_id("stFileUploader").filter(has_text=say("intake.folder")).last
        settle(page)
        box.locator("input[type=file]").set_input_files(folder)
        box.get_by_text("1.txt").wait_for()
        press_read(page)
        expect(page.get_by_text("2 reports added")).to_be_visible()
        expect(page.get_by_text("photo.png: passed over")).to_be_visible()
        assert len(titles(file)) == 2
        assert seen.errors == []


@pytest.mark.parametrize("dark", [False, True])
def test_the_box_fits_a_phone(start: Callable, *, dark: bool):
    with start(size=PHONE, dark=dark) as seen:
        expect(seen.page.get_by_label(say("intake.addresses"), exact=True)).to_be_visible()
        seen.page.wait_for_timeout(500)
        seen.screenshot(f"app-intake-phone-{'dark' if dark else 'light'}", full_page=True)
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def drop(page: Page, label: str, files: list[tuple[str, bytes]]) -> None:
    """Drop files onto a field, as a hand does."""
    zone = (
        page.get_by_test_id("stFileUploader").filter(has_text=label).get_by_test_id("stFileUploaderDropzone")
    )
    transfer = page.evaluate_handle(
        """(files) => {
          const made = new DataTransfer();
          for (const [name, bytes] of files) made.items.add(new File([new Uint8Array(bytes)], name));
          return made;
        }""",
        [[name, list(data)] for name, data in files],
    )
    for event in ("dragenter", "dragover", "drop"):
        zone.dispatch_event(event, {"dataTransfer": transfer})
    page.get_by_text(files[0][0]).wait_for()
