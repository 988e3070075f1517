"""The briefing in a real browser: table and map in step, paper, phone, many claims, texts that try to run."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

import samples
import scenes
from browser import PHONE, Visit
from export import attack
from sitmap import maps
from sitmap.model import KINDS, Event, Location, Place, Telling, Told

pytestmark = pytest.mark.browser

Open = Callable[..., AbstractContextManager[Visit]]

COVER = {"as_of": datetime(2024, 11, 1, 12, 0, tzinfo=UTC), "handling": "TLP:AMBER+STRICT"}
MOST_BYTES = 3_000_000
#: Width and height of a sheet between the margins of document.css, CSS pixels (96 to an inch).
MM = 96 / 25.4
SHEETS = {
    name: (round((width - 20) * MM), round((height - 22) * MM))
    for name, width, height in (
        ("a4", 210, 297), ("a4-across", 297, 210), ("letter", 215.9, 279.4), ("letter-across", 279.4, 215.9),
    )
}  # fmt: skip
EIGHT_POINTS = 8 * 96 / 72


def write(folder: Path, product) -> str:
    path = folder / "briefing.html"
    path.write_text(maps.html(product), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def founding(tmp_path: Path) -> str:
    product = scenes.product(scenes.founding(), scenes.FOUNDING_FINDINGS, [samples.FOUNDING], **COVER)
    return write(tmp_path, product)


def quiet(seen: Visit) -> None:
    assert seen.errors == []
    assert seen.left == []


def test_it_carries_what_a_briefing_carries(visit: Open, founding: str):
    with visit(founding) as seen:
        expect(seen.page).to_have_title(re.compile(r"a missile flies for 86 minutes, 31 Oct 2024$"))
        marks = seen.page.locator(".doc-mark strong")
        assert marks.all_inner_texts() == ["TLP:AMBER+STRICT"] * 2
        look = marks.first.evaluate("e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]")
        assert look == ["rgb(255, 192, 0)", "rgb(0, 0, 0)"]
        head = seen.page.locator(".doc-head").inner_text()
        for words in (
            "31 Oct 2024",
            "As of 1 Nov 2024, 12:00 UTC",
            "Reports up to 1 Nov 2024",
            "Kursk Oblast",
        ):
            assert words in head
        expect(seen.page.locator(".sitmap-scale")).to_be_visible()
        text = seen.page.locator("body").inner_text()
        for words in (
            "Boundaries and names imply no position",
            "Natural Earth",
            "not graded",
            "sitmap sample",
        ):
            assert words in text
        quiet(seen)


def test_a_row_shows_its_mark_and_a_mark_its_row(visit: Open, founding: str):
    with visit(founding) as seen:
        row = seen.page.locator("tr[data-claim='c-impact']")
        row.get_by_role("button", name="Show on the map").press("Enter")
        expect(row).to_have_class("doc-chosen")
        expect(seen.page.locator(".sitmap-card[data-claim='c-impact']")).to_be_visible()
        expect(seen.page.locator(".sitmap-map")).to_be_in_viewport()
        seen.page.keyboard.press("Escape")
        seen.page.locator(".sitmap-icon[data-claim='c-kursk']").press("Enter")
        expect(seen.page.locator("tr.doc-chosen")).to_have_attribute("data-claim", "c-kursk")
        assert seen.page.locator("tr[data-claim='c-unfound'] .doc-show").count() == 0
        quiet(seen)


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_first_sheet_stands_for_itself(visit: Open, founding: str, sheet: str):
    width, height = SHEETS[sheet]
    with visit(founding, size=(width, height)) as seen:
        seen.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        seen.page.emulate_media(media="print")
        boxes = seen.page.evaluate(
            """() => {
                const sheet = document.querySelector(".doc-sheet");
                const frame = document.querySelector(".sitmap-frame").getBoundingClientRect();
                const key = document.querySelector("#doc-key").getBoundingClientRect();
                return {bottom: sheet.getBoundingClientRect().bottom, right: frame.right, key: key.height,
                        cut: sheet.scrollHeight - sheet.clientHeight,
                        wide: document.documentElement.scrollWidth};
            }"""
        )
        seen.screenshot(f"briefing-{sheet}", full_page=True)
        assert boxes["bottom"] <= height
        assert boxes["cut"] <= 1
        assert max(boxes["wide"], boxes["right"]) <= width
        assert boxes["key"] > 50
        seen.page.emulate_media(media="screen")
        before = seen.page.locator(".sitmap-map").bounding_box()["width"]
        seen.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        assert seen.page.locator(".sitmap-map").bounding_box()["width"] != before
        quiet(seen)


def test_no_type_on_paper_is_under_eight_points(visit: Open, founding: str):
    with visit(founding) as seen:
        seen.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        seen.page.emulate_media(media="print")
        small = seen.page.evaluate(
            """least => [...document.querySelectorAll("body *:not(script)")].filter((e) =>
                [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) && e.checkVisibility()
                && parseFloat(getComputedStyle(e).fontSize) < least - 0.01
            ).map((e) => `${e.className} ${getComputedStyle(e).fontSize} ${e.textContent.trim()}`)""",
            EIGHT_POINTS,
        )
        assert small == []


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("across", [True, False], ids=["across", "upright"])
def test_the_table_begins_on_the_second_page(visit: Open, tmp_path: Path, paper: str, *, across: bool):
    with visit(write(tmp_path, scenes.product(scenes.layers([samples.IMPACT]), **COVER))) as seen:
        pdf = seen.page.pdf(format=paper, landscape=across)
        assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 2
        quiet(seen)


def test_it_fits_a_phone(visit: Open, founding: str):
    with visit(founding, size=PHONE) as seen:
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
        seen.screenshot("briefing-phone", full_page=True)
        quiet(seen)


def test_five_hundred_claims_are_small_and_quiet(visit: Open, tmp_path: Path):
    claims = scenes.crowd(500)
    findings = [
        replace(samples.ZONE_FINDING, finding_id=f"f-{claim.claim_id}", claim_ids=(claim.claim_id,))
        for claim in claims
    ]
    address = write(tmp_path, scenes.product(scenes.layers(claims), findings, [samples.FOUNDING], **COVER))
    assert (tmp_path / "briefing.html").stat().st_size < MOST_BYTES
    with visit(address) as seen:
        assert seen.page.locator("tr[data-claim]").count() == 500
        quiet(seen)


#: What the texts would leave behind if one of them ran, and elements that no text may make.
TRACES = """() => [
    window.pwned, document.querySelectorAll("img, iframe, object, embed, form, base, svg[onload]").length
]"""


def attacked():
    """One claim, finding, report, event, note and title a text, the text in every field that may hold it."""
    assert len(attack.PAYLOADS) >= 40
    claims, findings, reports, events = [], [], [], []
    for number, text in enumerate(attack.PAYLOADS):
        spot = Place(
            place_id=text, name=text, type="town", country="", lat=number - 30.0, lon=number * 3.0 - 90
        )
        where = Location(place=spot, lat=spot.lat, lon=spot.lon, note=text, alternatives=(spot,))
        words = dict.fromkeys((field for field in attack.FIELDS if field != "report_id"), text)
        claims.append(
            replace(
                samples.LAUNCH, **words, claim_id=f"a-{number}", report_id=f"r-{number}",
                kind=KINDS[number % 4], location=where, review="corrected",
            )
        )  # fmt: skip
        findings.append(
            replace(
                samples.ZONE_FINDING, finding_id=f"f-{number}", claim_ids=(f"a-{number}",),
                **dict.fromkeys(("stated", "computed", "explanation", "method"), text),
            )
        )  # fmt: skip
        reports.append(
            replace(
                samples.FOUNDING, report_id=f"r-{number}", text=text, title=text, publisher=text, url=text
            )
        )
        telling = Telling(report_id=f"r-{number}", teller=text, published=text, claim_ids=(f"a-{number}",))
        told = (Told(text, (text, text), "inconsistent"),)
        events.append(Event(event_id=f"e-{number}", summary=text, tellings=(telling, telling), fields=told))
    return claims, findings, reports, events


def test_no_text_runs(visit: Open, tmp_path: Path):
    claims, findings, reports, events = attacked()
    product = scenes.product(
        scenes.layers(claims),
        findings,
        reports,
        events=events,
        notes=attack.PAYLOADS,
        title=" ".join(attack.PAYLOADS),
        **COVER,
    )
    with visit(write(tmp_path, product)) as seen:
        assert seen.page.evaluate(TRACES) == [None, 0]
        # Opening each card, filtering and searching draws the texts again.
        for row in seen.page.locator("tr[data-claim] .doc-show").all()[::7]:
            row.click()
            assert seen.page.evaluate(TRACES) == [None, 0]
        seen.page.get_by_role("button", name="Filter the claims").click()
        seen.page.evaluate(
            "document.querySelectorAll('.sitmap-filters details').forEach((d) => { d.open = true; })"
        )
        seen.page.wait_for_timeout(200)
        assert seen.page.evaluate(TRACES) == [None, 0]
        quiet(seen)
