"""The choice of symbols in the real app: the map follows, and nobody's side is guessed."""

import pytest
from playwright.sync_api import expect

from sitmap.pages.messages import say

pytestmark = pytest.mark.browser

#: Fills of the frames of the marks on the map.
FRAMES = """() => {
  const host = [...document.querySelectorAll("*")].find((each) => each.shadowRoot?.querySelector(".canvas"));
  const paths = host ? [...host.shadowRoot.querySelectorAll(".sitmap-icon .sitmap-drawn [fill^='#']")] : [];
  return paths.map((path) => path.getAttribute("fill"));
}"""
UNKNOWN, HOSTILE = "#ffff80", "#ff8080"


def test_the_map_takes_the_symbols_and_sides_that_the_reader_chooses(sample):
    with sample() as seen:
        page = seen.page
        assert UNKNOWN not in page.evaluate(FRAMES)
        page.get_by_role("button", name=say("symbols.symbols")).click()
        page.get_by_text(say("symbols.app6")).wait_for()
        page.wait_for_timeout(500)  # the panel finds its place after it has opened
        page.get_by_text(say("symbols.app6")).click()
        page.get_by_text(say("symbols.note")).wait_for()
        page.wait_for_function(f"({FRAMES})().includes('{UNKNOWN}')", timeout=60_000)
        assert HOSTILE not in page.evaluate(FRAMES)
        page.get_by_label(say("symbols.hostile")).click()
        page.get_by_role("option", name="North Korea").click()
        page.wait_for_function(f"({FRAMES})().includes('{HOSTILE}')", timeout=60_000)
        page.keyboard.press("Escape")
        page.mouse.click(5, 5)
        expect(page.get_by_text(say("symbols.note"))).to_be_hidden()
        seen.screenshot("app-symbols")
