"""The drawing as a host page uses it: in a module, in a shadow root, with data that changes."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import expect

import samples
import scenes
from browser import Visit
from sitmap import maps

pytestmark = pytest.mark.browser

Open = Callable[..., AbstractContextManager[Visit]]

HOST = """<!DOCTYPE html><meta charset="utf-8"><body style="margin:0"><div id="host"></div>
<script type="application/json" id="first">{first}</script>
<script type="application/json" id="second">{second}</script>
<script type="application/json" id="world">{world}</script>
<script type="module">
{script}
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const root = document.getElementById("host").attachShadow({{mode: "open"}});
const style = document.createElement("style");
style.textContent = read("style");
const element = document.createElement("div");
element.style.height = "600px";
root.append(style, element);
window.calls = [];
window.root = root;
window.second = read("second");
window.first = read("first");
window.view = Sitmap.createMap(element, window.first, {{basemap: read("world")}});
window.view.onSelect((id) => window.calls.push(id));
</script>
<script type="application/json" id="style">{style}</script></body>"""


def _json(value: object) -> str:
    return json.dumps(value).replace("<", "\\u003c")


@pytest.fixture
def host(tmp_path: Path) -> str:
    path = tmp_path / "host.html"
    first = maps.payload(scenes.product(scenes.founding(), scenes.FOUNDING_FINDINGS, [samples.FOUNDING]))
    second = maps.payload(
        scenes.product(scenes.layers([samples.IMPACT]), [samples.ZONE_FINDING], [samples.FOUNDING])
    )
    path.write_text(
        HOST.format(
            first=_json(first),
            second=_json(second),
            world=_json(maps.world()),
            script=maps.script(),
            style=_json(maps.style()),
        ),
        encoding="utf-8",
    )
    return path.as_uri()


def _shown(seen: Visit) -> list[str]:
    found: list[str] = seen.page.evaluate(
        "[...root.querySelectorAll('.sitmap-icon[data-claim]')].map(node => node.dataset.claim).sort()"
    )
    return found


def test_data_can_change(visit: Open, host: str):
    with visit(host) as seen:
        assert _shown(seen) == ["c-impact", "c-kursk", "c-launch", "c-russia"]
        before = seen.page.evaluate("view.map.getZoom()")
        seen.page.evaluate("view.setData(second)")
        assert _shown(seen) == ["c-impact"]
        assert seen.page.evaluate("view.map.getZoom()") == before
        seen.page.evaluate("view.setData(first)")
        assert len(_shown(seen)) == 4
        assert seen.errors == []


def test_an_open_card_is_redrawn_in_its_place_at_once(visit: Open, host: str):
    with visit(host) as seen:
        seen.page.evaluate("view.select('c-impact'); view.setData(second)")
        drawn = """[...root.querySelectorAll('.leaflet-popup')].map(
            node => [node.querySelector('.sitmap-card').dataset.claim, getComputedStyle(node).opacity])"""
        assert seen.page.evaluate(drawn) == [["c-impact", "1"]]  # neither twice, nor out of nothing
        assert seen.errors == []


def test_what_is_switched_off_stays_off_with_other_data(visit: Open, host: str):
    with visit(host) as seen:
        seen.page.locator(".sitmap-key label", has_text="Impact").locator("input").uncheck()
        seen.page.evaluate("view.setData(second)")
        assert _shown(seen) == []
        box = seen.page.locator(".sitmap-key label", has_text="Impact").locator("input")
        assert not box.is_checked()
        box.check()
        assert _shown(seen) == ["c-impact"]
        assert seen.errors == []


def test_selecting_does_not_call_back(visit: Open, host: str):
    with visit(host) as seen:
        seen.page.evaluate("view.select('c-impact')")
        chosen = "[...root.querySelectorAll('.sitmap-selected')].map(node => node.dataset.claim)"
        assert seen.page.evaluate(chosen) == ["c-impact"]
        assert (
            seen.page.evaluate("root.querySelector('.sitmap-card blockquote').textContent")
            == samples.IMPACT.quote
        )
        seen.page.evaluate("view.select('c-kursk'); view.select(null)")
        assert seen.page.evaluate(chosen) == []
        expect(seen.page.locator(".sitmap-card")).to_have_count(0)
        assert seen.page.evaluate("calls") == []
        assert seen.errors == []


def test_the_reader_selecting_calls_back(visit: Open, host: str):
    with visit(host) as seen:
        for claim in ("c-launch", "c-kursk"):
            seen.page.locator(f".sitmap-icon[data-claim={claim}]").dispatch_event("click")
        expect(seen.page.locator(".sitmap-card")).to_have_count(1)
        seen.page.locator(".leaflet-popup-close-button").dispatch_event("click")
        assert seen.page.evaluate("calls") == ["c-launch", "c-kursk", None]
        assert seen.errors == []


@pytest.mark.parametrize("claim", ["c-unfound", "no such claim"])
def test_a_claim_that_is_not_drawn_can_be_selected(visit: Open, host: str, claim: str):
    with visit(host) as seen:
        seen.page.evaluate("(id) => view.select(id)", claim)
        assert seen.page.evaluate("root.querySelectorAll('.sitmap-card').length") == 0
        assert seen.errors == []


def test_it_leaves_nothing_behind(visit: Open, host: str):
    with visit(host) as seen:
        seen.page.evaluate("view.select('c-impact'); view.destroy()")
        assert seen.page.evaluate("root.querySelectorAll('.leaflet-pane, .sitmap-icon').length") == 0
        assert seen.errors == []
