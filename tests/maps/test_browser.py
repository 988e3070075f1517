"""The exported file in real Chromium, opened from disk with the network off."""

import itertools
import json
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import folium
import pytest
from playwright.sync_api import expect

import samples
import scenes
from browser import DESK, PHONE, Visit
from sitmap import maps, schema, zones
from sitmap.model import Location

pytestmark = pytest.mark.browser

Open = Callable[..., AbstractContextManager[Visit]]
AS_OF = datetime(2024, 11, 1, 12, 0, tzinfo=UTC)
ICON = ".sitmap-icon[data-claim={}]"


@pytest.fixture
def founding(tmp_path: Path) -> str:
    return _write(tmp_path, scenes.founding(), scenes.FOUNDING_FINDINGS)


def _write(folder: Path, layers, findings=()) -> str:
    path = folder / "map.html"
    path.write_text(
        maps.html(scenes.product(layers, findings, [samples.FOUNDING], as_of=AS_OF)), encoding="utf-8"
    )
    return path.as_uri()


def _quiet(seen: Visit) -> None:
    assert seen.errors == []
    assert seen.left == []


def test_the_founding_map_opens_from_disk(visit: Open, founding: str):
    with visit(founding) as seen:
        page = seen.page
        assert page.locator(".sitmap-icon[data-claim]").count() == 4
        drawn = page.locator(".leaflet-map-pane")
        assert drawn.locator("path.sitmap-place").count() == 3
        assert drawn.locator("path.sitmap-area:not(.sitmap-place)").count() == 1
        assert drawn.locator("path.sitmap-zone").count() == 2
        assert drawn.locator("path.sitmap-zone.sitmap-disputed").count() == 1
        assert drawn.locator("path.sitmap-track").count() == 1
        assert page.locator(".sitmap-label-country", has_text="Japan").count() == 1
        seen.screenshot("map-desk")
        _quiet(seen)


@pytest.mark.parametrize(
    "claim", [samples.TROOPS_KURSK, samples.LAUNCH, samples.IMPACT], ids=lambda c: c.claim_id
)
def test_a_pressed_mark_shows_its_sentence(visit: Open, founding: str, claim):
    with visit(founding) as seen:
        seen.page.locator(ICON.format(claim.claim_id)).click()
        card = seen.page.locator(".sitmap-card")
        expect(card.locator("blockquote")).to_have_text(claim.quote)
        expect(card.locator("h3")).to_have_text(claim.summary)
        expect(card).to_contain_text(claim.source)
        expect(card.locator(".sitmap-source")).to_contain_text("1 Nov 2024")
        assert card.evaluate("card => [card.localName, card.role]") == ["article", None]
        _quiet(seen)


def test_a_card_shows_numbers_times_and_findings(visit: Open, founding: str):
    with visit(founding) as seen:
        seen.page.locator(ICON.format("c-impact")).click()
        card = seen.page.locator(".sitmap-card")
        expect(card).to_contain_text("31 Oct 2024, 08:37 JST (23:37 UTC, 30 Oct)")
        expect(card).to_contain_text("200 km west of Okushiri Island, Japan")
        expect(card.locator(".sitmap-chip-marginal")).to_have_text("Too close to call")
        expect(card).to_contain_text(samples.ZONE_FINDING.explanation)
        expect(seen.page.locator(".leaflet-pan-anim")).to_have_count(0)
        box, key = card.bounding_box(), seen.page.locator(".sitmap-key").bounding_box()
        assert box["x"] + box["width"] <= key["x"]
        seen.screenshot("map-card")
        _quiet(seen)


def test_a_card_shows_grade_and_review(visit: Open, tmp_path: Path):
    claim = replace(
        samples.IMPACT,
        review="corrected",
        reviewer="A. Reader",
        reviewed="2024-11-02T08:00:00Z",
        review_reason="seen on video",
        reliability="B",
        credibility="2",
    )
    with visit(_write(tmp_path, scenes.layers([claim]))) as seen:
        seen.page.locator(ICON.format("c-impact")).click()
        card = seen.page.locator(".sitmap-card")
        expect(card).to_contain_text("B2: usually reliable source; information probably true")
        expect(card).to_contain_text("Corrected by A. Reader, 2 Nov 2024: seen on video")
        _quiet(seen)


def test_the_keyboard_opens_and_closes(visit: Open, founding: str):
    with visit(founding) as seen:
        mark = seen.page.locator(ICON.format("c-launch"))
        assert mark.get_attribute("role") == "button"
        assert mark.get_attribute("aria-label") == samples.LAUNCH.summary
        mark.focus()
        seen.page.keyboard.press("Enter")
        expect(seen.page.locator(".sitmap-card")).to_be_focused()
        seen.page.keyboard.press("Escape")
        expect(seen.page.locator(".sitmap-card")).to_have_count(0)
        expect(seen.page.locator(ICON.format("c-launch"))).to_be_focused()
        _quiet(seen)


@pytest.mark.parametrize(
    ("words", "gone"),
    [
        ("Deployment", ICON.format("c-kursk")),
        ("Named area", "path.sitmap-place"),
        ("Where the words allow", "path.sitmap-area:not(.sitmap-place)"),
        ("Ground track", ".leaflet-map-pane .sitmap-track, .sitmap-head"),
        ("Maritime boundary", ".leaflet-map-pane .sitmap-zone"),
        ("Place names", ".sitmap-label"),
    ],
)
def test_the_key_switches_layers(visit: Open, founding: str, words: str, gone: str):
    with visit(founding) as seen:
        assert seen.page.locator(gone).count() > 0
        box = seen.page.locator(".sitmap-key label", has_text=words).locator("input")
        box.uncheck()
        expect(seen.page.locator(gone)).to_have_count(0)
        box.check()
        assert seen.page.locator(gone).count() > 0
        _quiet(seen)


def test_boundaries_are_drawn_by_the_chosen_view_which_a_link_keeps(visit: Open, tmp_path: Path):
    product = replace(
        scenes.product(scenes.founding(), scenes.FOUNDING_FINDINGS, [samples.FOUNDING]),
        zone_views=zones.in_views((125.0, 30.0, 150.0, 50.0)),
    )
    path = tmp_path / "map.html"
    path.write_text(maps.html(product), encoding="utf-8")
    own = ".leaflet-map-pane path.sitmap-viewed"
    with visit(path.as_uri()) as seen:
        page = seen.page
        page.wait_for_timeout(500)
        pane = page.locator(".leaflet-map-pane").get_attribute("style")
        choice = page.get_by_label("Disputes as")
        expect(choice).to_have_value("de facto")
        expect(page.locator(own)).to_have_count(0)
        choice.select_option("Japan sees them")
        assert page.locator(own).count() > 0
        assert page.locator(".leaflet-map-pane").get_attribute("style") == pane
        expect(page.get_by_text("Drawn as Japan sees them")).to_be_visible()
        page.wait_for_timeout(300)
        seen.screenshot("map-zones-japan")
        page.locator("[data-tool=link]").click()
        link = page.get_by_label("Address of this view").input_value()
        choice.select_option("held now")
        expect(page.locator(own)).to_have_count(0)
        _quiet(seen)
    with visit(link) as seen:
        expect(seen.page.get_by_label("Disputes as")).to_have_value("JPN")
        assert seen.page.locator(own).count() > 0
        _quiet(seen)


def test_hostile_text_is_shown_and_does_not_run(visit: Open, tmp_path: Path):
    claims, findings = scenes.hostile()
    with visit(_write(tmp_path, scenes.layers(claims), findings)) as seen:
        page = seen.page
        view = json.loads(page.locator("#sitmap-data").text_content())["payload"]
        for claim in claims:
            mark = page.locator(ICON.format(claim.claim_id))
            mark.focus()
            page.keyboard.press("Enter")
            card = page.locator(f".sitmap-card[data-claim={claim.claim_id}]")
            clean = schema.text(claim.quote)
            assert card.locator("blockquote bdi").text_content() == clean
            assert card.locator("h3 bdi").text_content() == clean
            assert card.locator(".sitmap-finding bdi").first.text_content() == clean
            assert card.locator("script, img, b").count() == 0
            page.keyboard.press("Escape")
            row = page.locator("tbody tr").nth(view["order"].index(claim.claim_id))
            assert row.locator("q bdi").text_content().replace("\r", "\n") == clean
        assert page.evaluate("typeof window.pwned") == "undefined"
        assert all(link.startswith(("#", "http")) for link in _links(seen))
        assert page.locator("body", has_text="52171").count() == 0
        _quiet(seen)


def _links(seen: Visit) -> list[str]:
    found: list[str] = seen.page.eval_on_selector_all(
        "a[href]", "links => links.map(a => a.getAttribute('href'))"
    )
    return found


def test_the_policy_stops_a_script_that_got_in(visit: Open, tmp_path: Path):
    text = maps.html(scenes.product(scenes.founding(), (), [samples.FOUNDING]))
    path = tmp_path / "breached.html"
    breach = "<script>window.pwned=1</script><img src='https://example.org/x.png' onerror='window.pwned=1'>"
    path.write_text(text.replace("</main>", f"{breach}</main>"), encoding="utf-8")
    with visit(path.as_uri()) as seen:
        assert seen.page.evaluate("typeof window.pwned") == "undefined"
        assert any("Content Security Policy" in error for error in seen.errors)
        assert seen.left == []


def test_it_reads_on_a_phone(visit: Open, founding: str):
    with visit(founding, size=PHONE, scale=2) as seen:
        page = seen.page
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
        assert page.locator(".sitmap-map").bounding_box()["height"] >= 0.6 * PHONE[1]
        assert page.locator(".sitmap-key").get_attribute("open") is None
        seen.screenshot("map-phone", full_page=True)
        page.locator(ICON.format("c-impact")).click()
        sheet, frame = (
            page.locator(".sitmap-sheet").bounding_box(),
            page.locator(".sitmap-map").bounding_box(),
        )
        mark = page.locator(ICON.format("c-impact")).bounding_box()
        assert sheet["width"] <= PHONE[0]
        assert frame["y"] < mark["y"] < sheet["y"] - mark["height"]
        seen.screenshot("map-phone-card")
        page.get_by_role("button", name="Close").click()
        expect(page.locator(".sitmap-sheet")).to_have_count(0)
        _quiet(seen)


def test_it_has_a_dark_face(visit: Open, founding: str):
    with visit(founding, dark=True) as seen:
        sea = seen.page.evaluate("getComputedStyle(document.querySelector('.sitmap')).backgroundColor")
        assert sea == "rgb(29, 34, 38)"
        seen.screenshot("map-dark", full_page=True)
        _quiet(seen)


def test_a_view_across_the_antimeridian_is_whole(visit: Open, tmp_path: Path):
    with visit(_write(tmp_path, scenes.pacific())) as seen:
        page = seen.page
        frame = page.locator(".sitmap-map").bounding_box()
        marks = [item.bounding_box() for item in page.locator(".sitmap-icon[data-claim]").all()]
        assert len(marks) == 4
        xs = [box["x"] for box in marks]
        assert max(xs) - min(xs) < frame["width"] / 3
        assert all(frame["x"] <= x <= frame["x"] + frame["width"] for x in xs)
        for path in page.locator(".leaflet-pane > svg path").all():
            assert path.bounding_box()["width"] < frame["width"] / 3
        expect(page.locator(".sitmap-caution")).to_be_visible()
        seen.screenshot("map-pacific")
        _quiet(seen)


def test_two_thousand_claims_are_counted_not_stacked(visit: Open, tmp_path: Path):
    claims = scenes.crowd(2000)
    with visit(_write(tmp_path, scenes.layers(claims))) as seen:
        page = seen.page
        alone = page.locator(".sitmap-icon[data-claim]").count()
        rings = page.locator(".sitmap-cluster text")
        assert alone + sum(int(count) for count in rings.all_text_contents()) == 2000
        assert rings.count() < 150
        label = page.locator(".sitmap-icon:has(.sitmap-cluster)").first.get_attribute("aria-label")
        assert re.match(r"\d+ claims here: ", label)
        seen.screenshot("map-crowd")
        page.locator(".sitmap-icon:has(.sitmap-cluster)").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_timeout(500)
        assert page.locator(".sitmap-icon").count() > 0
        _quiet(seen)


def _near(count: int):
    """Claims a few pixels apart on a view of the region, each with a number."""
    return tuple(
        replace(
            samples.TROOPS_KURSK,
            claim_id=f"n-{i}",
            event_id=f"n-{i}",
            count_min=1000 + i,
            count_max=1000 + i,
            status=("present", "arriving", "withdrawn")[i % 3],
            location=Location(lat=50 + 0.9 * (i % 4), lon=34 + 0.8 * (i // 4), uncertainty_km=5),
        )
        for i in range(count)
    )


def _overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    return all(
        min(one[at] + one[size], other[at] + other[size]) - max(one[at], other[at]) > 1
        for at, size in (("x", "width"), ("y", "height"))
    )


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_neighbouring_marks_and_numbers_do_not_cover_each_other(visit: Open, tmp_path: Path, size):
    far = replace(_near(1)[0], claim_id="far", location=Location(lat=60, lon=60, uncertainty_km=5))
    with visit(_write(tmp_path, scenes.layers((*_near(12), far))), size=size) as seen:
        page = seen.page
        boxes = [
            (icon.get_attribute("data-claim"), part.bounding_box())
            for icon in page.locator(".sitmap-icon[data-claim]").all()
            for part in icon.locator(".sitmap-body, .sitmap-number").all()
        ]
        assert len(boxes) == 26
        covered = [
            (a, b)
            for (a, one), (b, other) in itertools.combinations(boxes, 2)
            if a != b and _overlap(one, other)
        ]
        assert covered == []
        frame = page.locator(".sitmap-map").bounding_box()
        for _, box in boxes:
            assert frame["x"] <= box["x"] < box["x"] + box["width"] <= frame["x"] + frame["width"]
        _quiet(seen)


def test_marks_outside_the_view_are_counted_and_shown_on_demand(visit: Open, tmp_path: Path):
    vague = Location(lat=61.9, lon=96.7, uncertainty_km=3000)
    with visit(_write(tmp_path, scenes.layers((*_near(3), replace(samples.LAUNCH, location=vague))))) as seen:
        button = seen.page.locator(".sitmap-beyond")
        expect(button).to_have_text("1 claim outside this view: show all")
        tools = seen.page.locator(".sitmap-tools")
        where = tools.bounding_box()
        seen.page.locator(ICON.format("n-0")).press("Enter")
        expect(button).to_be_hidden()
        assert tools.bounding_box() == where
        seen.page.keyboard.press("Escape")
        expect(button).to_be_visible()
        seen.page.emulate_media(media="print")
        assert button.inner_text() == "1 claim outside this view"
        seen.page.emulate_media(media="screen")
        button.click()
        expect(button).to_be_hidden()
        expect(seen.page.locator(ICON.format("c-launch"))).to_be_visible()
        assert seen.page.locator(".sitmap-icon[data-claim]").count() == 4
        _quiet(seen)


def test_every_look_is_told_apart(visit: Open, tmp_path: Path):
    claims = scenes.every_state()
    with visit(_write(tmp_path, scenes.layers(claims))) as seen:
        assert seen.page.locator(".sitmap-icon[data-claim]").count() == len(claims)
        assert seen.page.locator(".sitmap-dashed").count() == 2  # on the map and in the key
        seen.screenshot("map-looks")
        _quiet(seen)


def test_further_folium_layers_are_drawn(visit: Open, tmp_path: Path):
    made = maps.draw(scenes.product(scenes.founding(), (), [samples.FOUNDING]))
    folium.Marker([50, 100]).add_to(made)
    folium.Circle([50, 60], radius=200_000).add_to(made)
    path = tmp_path / "folium.html"
    made.save(str(path))
    with visit(path.as_uri()) as seen:
        marker = seen.page.locator("img.leaflet-marker-icon")
        assert marker.get_attribute("src").startswith("data:image/png;base64,")
        assert marker.evaluate("image => image.naturalWidth") > 0
        assert seen.page.locator(".sitmap-icon[data-claim]").count() == 4
        assert seen.page.locator(".sitmap-map").bounding_box()["height"] == seen.page.viewport_size["height"]
        _quiet(seen)
