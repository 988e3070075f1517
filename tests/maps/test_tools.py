"""Filters and tools of the map, in real Chromium: what they show, and that the map stays where it is."""

import json
import re
import urllib.parse
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime

import pyproj
import pytest
from playwright.sync_api import Page, expect

import samples
import scenes
from browser import PHONE, Visit
from sitmap import geodesy, maps
from sitmap.model import Location

pytestmark = pytest.mark.browser

Open = Callable[..., AbstractContextManager[Visit]]
AS_OF = datetime(2024, 11, 1, 12, 0, tzinfo=UTC)
MARK = ".sitmap-icon[data-claim]"


def _claims():
    """One claim a day from 1 to 5 October, of two actors, and one without a day."""
    days = ["2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-05", ""]
    return [
        replace(
            samples.TROOPS_KURSK,
            claim_id=f"t-{at}",
            event_id=f"t-{at}",
            date=day,
            actor="PRK" if at % 2 else "RUS",
            summary=f"Größe {at}",
            location=Location(
                place=replace(samples.OKUSHIRI, name=f"Ort {at}"),
                lat=45 + at,
                lon=30 + 2 * at,
                uncertainty_km=5,
            ),
        )
        for at, day in enumerate(days)
    ]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("tools") / "map.html"
    path.write_text(
        maps.html(scenes.product(scenes.layers(_claims()), [], [samples.FOUNDING], as_of=AS_OF)),
        encoding="utf-8",
    )
    return path.as_uri()


@pytest.fixture
def page(visit: Open, address: str) -> Iterator[Page]:
    with visit(address) as seen:
        yield seen.page
        assert seen.errors == []
        assert seen.left == []


def _press(page: Page, tool: str) -> None:
    page.locator(f"[data-tool={tool}]").click()


def _rows(page: Page) -> int:
    return page.locator("tr[data-claim]:not([hidden])").count()


def _where(page: Page) -> str:
    return page.locator(".leaflet-map-pane").get_attribute("style") or ""


def test_a_filter_leaves_marks_and_rows_of_what_passes(page: Page):
    expect(page.locator(MARK)).to_have_count(6)
    before = _where(page)
    _press(page, "filter")
    page.locator(".sitmap-filters label", has_text="North Korea").locator("input").check()
    expect(page.locator(MARK)).to_have_count(3)
    assert _rows(page) == 3
    expect(page.locator("#doc-filtered")).to_have_text("The map's filters leave out 3 of 6 claims.")
    expect(page.get_by_role("status")).to_have_text("3 of 6 claims")
    assert _where(page) == before
    page.locator(".sitmap-choice", has_text="Whose: North Korea").click()
    expect(page.locator(MARK)).to_have_count(6)
    assert _rows(page) == 6
    expect(page.locator(".sitmap-choices")).to_be_hidden()


def test_words_are_found_without_their_accents(page: Page):
    _press(page, "filter")
    page.locator(".sitmap-filters input[type=search]").fill("grosse")
    expect(page.locator(MARK)).to_have_count(0)
    page.locator(".sitmap-filters input[type=search]").fill("größe 4")
    expect(page.locator(MARK)).to_have_count(1)
    page.locator(".sitmap-filters input[type=search]").fill("GROßE 4")
    expect(page.locator(MARK)).to_have_count(1)
    page.locator(".sitmap-clear").click()
    expect(page.locator(MARK)).to_have_count(6)


def test_counts_say_what_a_choice_would_leave(page: Page):
    _press(page, "time")
    page.locator(".sitmap-to").fill("20000")  # 4 October 2024 is day 20,000
    _press(page, "filter")
    expect(page.locator(".sitmap-filters label", has_text="North Korea").locator("small")).to_have_text("3")
    expect(page.locator(".sitmap-filters label", has_text="Russia").locator("small")).to_have_text("2")


def test_days_are_played_one_by_one(page: Page):
    before = _where(page)
    _press(page, "time")
    panel = page.locator(".sitmap-time")
    expect(panel.locator("output")).to_have_text("1 Oct 2024 to 5 Oct 2024")
    panel.locator("label").filter(has_text="without a day").locator("input").uncheck()
    expect(page.locator(MARK)).to_have_count(5)
    panel.get_by_role("button", name="Play").click()
    expect(panel.locator("output")).to_have_text("1 Oct 2024")
    expect(page.locator(MARK)).to_have_count(1)
    expect(panel.locator("output")).to_have_text("1 Oct 2024 to 3 Oct 2024", timeout=10_000)
    expect(page.locator(MARK)).to_have_count(3)
    expect(panel.get_by_role("button", name="Play")).to_be_visible(timeout=10_000)
    expect(page.locator(MARK)).to_have_count(5)
    assert _where(page) == before


def test_handles_do_not_cross(page: Page):
    _press(page, "time")
    page.locator(".sitmap-to").fill("19998")
    page.locator(".sitmap-from").fill("20001")
    expect(page.locator(".sitmap-days")).to_have_text("2 Oct 2024")
    expect(page.locator(MARK)).to_have_count(2)  # that day's, and the one without a day


def test_a_link_opens_the_same_view(visit: Open, address: str):
    with visit(address) as seen:
        page = seen.page
        _press(page, "filter")
        page.locator(".sitmap-filters input[type=search]").fill("größe")
        page.locator(".sitmap-filters label", has_text="North Korea").locator("input").check()
        _press(page, "time")
        page.locator(".sitmap-from").fill("19998")
        expect(page.locator(MARK)).to_have_count(3)
        page.locator(MARK).first.click()
        chosen = page.locator(".sitmap-selected").get_attribute("data-claim")
        _press(page, "link")
        link = page.locator(".sitmap-link input").input_value()
        assert page.url == link
        box = page.locator(f"{MARK[:-1]}='{chosen}']").bounding_box()
    with visit(link) as again:
        page = again.page
        expect(page.locator(MARK)).to_have_count(3)
        expect(page.locator(".sitmap-selected")).to_have_attribute("data-claim", str(chosen))
        expect(page.locator(".sitmap-choices")).to_contain_text("Words: größe")
        found = page.locator(".sitmap-selected").bounding_box()
        assert found["x"] == pytest.approx(box["x"], abs=2)
        assert found["y"] == pytest.approx(box["y"], abs=2)
        assert again.errors == []


@pytest.mark.parametrize(
    "state",
    [
        "%",
        "null",
        "[1,2]",
        '{"at":["x",1,2]}',
        '{"at":[1e999,0,3],"days":[null,7],"facets":{"kind":"<b>"},"words":{"a":1}}',
        '{"facets":7,"claim":"no such"}',
        '{"facets":{"__proto__":["x"]},"days":"2024"}',
    ],
)
def test_a_broken_link_opens_the_map(visit: Open, address: str, state: str):
    with visit(f"{address}#view={urllib.parse.quote(state)}") as seen:
        expect(seen.page.locator(".sitmap-tools")).to_be_visible()
        expect(seen.page.locator("tr[data-claim]")).to_have_count(6)
        assert seen.errors == []


def test_a_distance_is_that_of_the_ellipsoid(page: Page):
    _press(page, "measure")
    panel = page.locator(".sitmap-measure").first
    spots = []
    pointer = page.locator(".sitmap-pointer")
    map_ = page.locator(".sitmap-map")
    for x, y in ((400, 220), (880, 340)):
        before = pointer.inner_text()
        map_.hover(position={"x": x - 40, "y": y - 40})
        map_.hover(position={"x": x, "y": y})
        expect(pointer).to_have_attribute("title", re.compile("Under the pointer"))
        expect(pointer).not_to_have_text(before)
        spots.append([float(number) for number in pointer.inner_text().split(", ")])
        map_.click(position={"x": x, "y": y})
    expect(page.locator("path.sitmap-measured")).to_have_count(1)
    km = geodesy.distance(*spots[0], *spots[1])
    told = panel.locator("output").inner_text()
    assert float(re.match(r"[\d,.]+", told)[0].replace(",", "")) == pytest.approx(km, rel=0.001)
    bearing = geodesy.bearing(*spots[0], *spots[1])
    assert int(re.search(r"from (\d+)°", told)[1]) == pytest.approx(bearing, abs=1)
    page.locator(".sitmap-measure button", has_text="Start again").click()
    expect(page.locator("path.sitmap-measured")).to_have_count(0)


def test_a_ring_is_drawn_round_a_mark_that_is_pressed(page: Page):
    _press(page, "ring")
    page.get_by_label("Radius, km").fill("300")
    page.locator(".sitmap-icon").first.click()
    expect(page.locator(".sitmap-ring-name")).to_have_text("300 km")
    expect(page.locator("path.sitmap-measured")).to_have_count(1)
    expect(page.locator(".sitmap-card")).to_have_count(0)


def test_a_ring_is_drawn_and_taken_away(page: Page):
    _press(page, "ring")
    radius = page.get_by_label("Radius, km")
    radius.fill("0")
    page.mouse.click(700, 300)
    expect(page.locator(".sitmap-measure output").last).to_have_text("Give a radius between 1 and 20,000 km")
    radius.fill("300")
    page.mouse.click(700, 300)
    expect(page.locator(".sitmap-ring-name")).to_have_text("300 km")
    expect(page.locator("path.sitmap-measured")).to_have_count(1)
    page.get_by_role("button", name="Take the rings away").click()
    expect(page.locator("path.sitmap-measured")).to_have_count(0)


@pytest.mark.parametrize(
    ("lat", "lon", "decimal", "dms"),
    [
        (38.8895, -77.0352, "38.8895, -77.0352", "38 53 22 N 077 02 07 W"),
        (-33.8568, 151.2153, "-33.8568, 151.2153", "33 51 24 S 151 12 55 E"),
        (0.99999, 59.99999, "1.0000, 60.0000", "01 00 00 N 060 00 00 E"),
        (89.9, 0.0, "89.9000, 0.0000", "89 54 00 N 000 00 00 E"),
    ],
)
def test_coordinates_in_degrees(page: Page, lat: float, lon: float, decimal: str, dms: str):
    found = _written(page, lat, lon)
    assert found[0] == decimal
    assert re.findall(r"\d+|[NSEW]", found[1]) == dms.split()


@pytest.mark.parametrize(
    ("lat", "lon", "square", "utm"),
    [  # Washington, Sydney, Okushiri; the squares are those of the grid's own maps, the digits PROJ's
        (38.8895, -77.0352, "18S UJ", 32618),
        (-33.8568, 151.2153, "56H LH", 32756),
        (42.15, 136.98, "53T PG", 32653),
    ],
)
def test_grid_references_have_the_digits_of_utm(page: Page, lat: float, lon: float, square: str, utm: int):
    zone, letters, easting, northing = _written(page, lat, lon)[2].split()
    assert f"{zone} {letters}" == square
    exact = pyproj.Transformer.from_crs(4326, utm).transform(lat, lon)
    for digits, metres in zip((easting, northing), exact, strict=True):
        assert int(digits) == pytest.approx(metres % 100_000 / 10, abs=1)


@pytest.mark.parametrize(
    ("words", "point"),
    [  # Washington's and Sydney's, as people write them
        ("38.8895, -77.0352", (38.8895, -77.0352)),
        ("38°53'22\"N 77°02'07\"W", (38.8894, -77.0353)),
        ("38 53 22 N, 077 02 07 W", (38.8894, -77.0353)),
        ("N 38° 53.37' W 77° 2.11'", (38.8895, -77.0352)),
        ("151°12\u203255\u2033E 33°51\u203224\u2033S", (-33.8567, 151.2153)),
        ("45.2N 36.6E", (45.2, 36.6)),
        ("18S UJ 2349 0648", (38.8895, -77.0352)),
        ("91, 0", None),
        ("0, 181", None),
        ("91 N 10 E", None),
        ("38°60'N 77°W", None),
        ("38.5°10'N 77°W", None),
        ("38 N 77 N", None),
        ("38 N", None),
        ("1 2 3 4 N 5 E", None),
        ("north 38 east 77", None),
        ("", None),
        ("99Z ZZ 1234 1234", None),
    ],
)
def test_coordinates_are_read_as_people_write_them(page: Page, words: str, point: tuple[float, float] | None):
    found = page.evaluate("(words) => Sitmap.parts.coordinates.read(words)", words)
    if point is None:
        assert found is None
    else:
        assert (found["lat"], found["lon"]) == pytest.approx(point, abs=2e-4)


def test_what_the_map_writes_it_reads(page: Page):
    for lat, lon in ((38.8895, -77.0352), (-33.8568, 151.2153), (0.5, 179.99), (0.5, 180.0), (-0.5, -180.0)):
        for written in _written(page, lat, lon):
            found = page.evaluate("(words) => Sitmap.parts.coordinates.read(words)", written)
            assert (found["lat"], found["lon"]) == pytest.approx((lat, lon), abs=2e-4)


def test_near_the_pole_there_is_no_grid(page: Page):
    assert _written(page, 89.9, 0.0)[2] == "no MGRS so near the pole"


def _written(page: Page, lat: float, lon: float) -> list[str]:
    script = "([lat, lng]) => Object.values(Sitmap.parts.pointer.ways).map((way) => way({lat, lng}))"
    found: list[str] = page.evaluate(script, [lat, lon])
    return found


def test_a_place_is_found_by_name_and_by_coordinates(page: Page):
    _press(page, "search")
    box = page.locator(".sitmap-search input")
    box.fill("ort 3")
    page.locator(".sitmap-search li button").first.click()
    expect(page.locator("path.sitmap-found")).to_have_count(1)
    centre = page.evaluate("document.querySelector('.sitmap-map').dataset.found")
    assert centre == "Ort 3"
    box.fill("42.15, 136.98")
    box.press("Enter")
    page.mouse.move(0, 0)
    expect(page.locator(".sitmap-pointer")).to_have_text("42.1500, 136.9800")
    expect(page.locator(".sitmap-search ul")).to_be_hidden()
    box.fill("nowhere at all")
    expect(page.locator(".sitmap-search p")).to_contain_text("Not among the names that this map carries")


def test_a_state_that_is_found_is_shown_whole(page: Page):
    _press(page, "search")
    page.locator(".sitmap-search input").fill("Australia")
    page.locator(".sitmap-search input").press("Enter")
    expect(page.locator(".sitmap-label-country", has_text="Australia")).to_be_visible()
    told = page.locator(".sitmap-scale span").first.inner_text()
    assert int(re.sub(r"\D", "", told)) >= 500


def test_names_are_ranked_by_how_well_they_fit_whoever_knows_them(page: Page):
    own = [
        {"text": "Venice", "lat": 45.4, "lon": 12.3, "zoom": 5, "kind": "town"},
        {"text": "Russia", "lat": 62.0, "lon": 97.0, "zoom": 0, "kind": "claim"},
        {"text": "Russia", "lat": 58.0, "lon": 70.0, "zoom": 1.7, "kind": "country"},
    ]
    known = {
        "nice": [{"text": "Nice", "about": "town", "lat": 43.7, "lon": 7.3, "extent": 8, "rank": 0}],
        "russia": [
            {"text": "Russia", "about": "country", "lat": 62.0, "lon": 97.0, "extent": 3700, "rank": 0},
            {"text": "Russia", "about": "town, Ohio", "lat": 40.2, "lon": -84.4, "extent": 1, "rank": 0},
        ],
    }
    for words, further in known.items():
        script = "([own, further, words]) => Sitmap.parts.search.ranked(own, further, words)"
        found = page.evaluate(script, [own, further, words])
        expected = {
            "nice": [("Nice", "town"), ("Venice", None)],
            "russia": [("Russia", "country"), ("Russia", "town, Ohio")],
        }
        assert [(one["text"], one.get("about")) for one in found] == expected[words]


def test_coordinates_are_of_what_comes_to_lie_under_a_pointer_at_rest(page: Page):
    box = page.locator(".sitmap-map").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x + 9, y)
    page.mouse.move(x, y)
    _press(page, "search")
    page.mouse.move(x, y)
    page.locator(".sitmap-search input").fill("42.15, 136.98")
    page.locator(".sitmap-search input").press("Enter")
    expect(page.locator(".sitmap-pointer")).to_have_text(re.compile(r"^42\.\d+, 13[67]\.\d+$"))


def test_keys_work_the_tools_and_leave_the_map(page: Page):
    before = _where(page)
    page.locator("[data-tool=filter]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".sitmap-filters")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator(".sitmap-filters")).to_be_hidden()
    expect(page.locator("[data-tool=filter]")).to_be_focused()
    assert _where(page) == before


def test_the_tools_fit_a_phone(visit: Open, address: str):
    with visit(address, size=PHONE) as seen:
        page = seen.page
        frame = page.locator(".sitmap-map").bounding_box()
        for tool in ("filter", "time", "search", "measure", "ring"):
            _press(page, tool)
            panel = page.locator(".sitmap-panel:not([hidden])")
            if tool == "search":
                panel.locator("input").fill("a")
            box = panel.bounding_box()
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= frame["x"] + frame["width"]
            assert box["y"] + box["height"] <= frame["y"] + frame["height"]
            seen.screenshot(f"tools-phone-{tool}")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def test_facets_name_what_tells_claims_apart():
    shown = maps.payload(scenes.product(scenes.layers(_claims()), [], [samples.FOUNDING]))
    assert [facet["field"] for facet in shown["facets"]] == ["actor"]
    assert shown["facets"][0]["values"] == [["PRK", "North Korea"], ["RUS", "Russia"]]
    assert json.loads(json.dumps(shown["facets"])) == shown["facets"]
