"""Since last time, in the real app: an earlier file, an earlier moment of the case, and what is refused."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

import samples
from export import situations
from pages.conftest import read, settle
from sitmap import export
from sitmap.case import Case
from sitmap.pages.messages import say

pytestmark = pytest.mark.browser

#: A window that shows the list of moments below its box.
TALL = (1280, 1500)


def opened(page):
    page.get_by_role("tab", name=say("since.tab")).click()
    page.get_by_text(say("since.about")).wait_for()


def handed(page, name, data):
    settle(page)
    box = page.locator(".st-key-since-file input[type=file]")
    box.set_input_files({"name": name, "mimeType": "application/geopackage+sqlite3", "buffer": data})


def test_an_earlier_file_gives_the_page_and_a_download(sample, tmp_path):
    with sample() as seen:
        opened(seen.page)
        handed(seen.page, "last week.gpkg", export.to_bytes(situations.PRODUCT, ".gpkg"))
        page = seen.page.frame_locator("iframe[srcdoc]")
        expect(page.get_by_role("heading", name="Since last time")).to_be_visible()
        expect(page.get_by_text("last week.gpkg")).to_be_visible()
        with seen.page.expect_download() as taken:
            seen.page.get_by_role("button", name=say("since.download")).click()
        taken.value.save_as(tmp_path / "page.html")
        assert taken.value.suggested_filename.endswith("-since-last-time.html")
        assert "<script" not in (tmp_path / "page.html").read_text(encoding="utf-8")
        seen.screenshot("app-since")


def test_a_file_that_is_none_is_refused_in_words(sample):
    with sample() as seen:
        opened(seen.page)
        handed(seen.page, "a**b**.gpkg", b"no database")
        expect(seen.page.get_by_text("a**b**.gpkg: no GeoPackage")).to_be_visible()


def test_an_earlier_moment_of_a_case_gives_the_page(at, visit, file: Case):
    first = file.snapshot().added
    file.add([replace(samples.FOUNDING, report_id="other", text="About 50 Russian troops are in Minsk.")])
    later = max(moment for key, moment in file.snapshot().added.items() if key not in first)
    with visit(at, size=TALL) as seen:
        read(seen)
        opened(seen.page)
        seen.page.get_by_label(say("since.moment")).click()
        seen.page.get_by_text(f"{later:%H:%M:%S} UTC").click()
        page = seen.page.frame_locator("iframe[srcdoc]")
        expect(page.get_by_text("1 new, 0 changed, 0 withdrawn")).to_be_visible()
        seen.screenshot("app-since-case")
