"""The symbols in real Chromium: each kind in its colour, each state as it should look, after APP-6 too."""

from pathlib import Path

import pytest

import samples
import scenes
from sitmap import maps
from sitmap.app6 import Sides
from sitmap.palette import colours

pytestmark = pytest.mark.browser

#: Fill and stroke of the body of each mark, by claim.
BODIES = """() => {
  const marks = () => [...document.querySelectorAll(".sitmap-icon[data-claim]")];
  return Object.fromEntries(marks().map((icon) => {
  const { fill, stroke } = getComputedStyle(icon.querySelector(".sitmap-body"));
  return [icon.dataset.claim, [fill, stroke]];
}))}"""
#: Of each mark after APP-6: its fills, whether it is dashed, struck through and faded, and has a corner mark.
STANDARD = """() => {
  const marks = () => [...document.querySelectorAll(".sitmap-icon[data-claim]")];
  return Object.fromEntries(marks().map((icon) => [
  icon.dataset.claim, {
    fills: [...icon.querySelectorAll(".sitmap-drawn [fill^='#']")].map((path) => path.getAttribute("fill")),
    dashed: Boolean(icon.querySelector("[stroke-dasharray]")),
    struck: Boolean(icon.querySelector(".sitmap-strike")),
    faded: getComputedStyle(icon.querySelector(".sitmap-drawn")).opacity,
    corner: Boolean(icon.querySelector(".sitmap-corner")),
  },
]))}"""
PAPER = "rgb(255, 255, 255)"
UNKNOWN, HOSTILE = "#ffff80", "#ff8080"


def rgb(name: str) -> str:
    red, green, blue = bytes.fromhex(colours()[name].removeprefix("#"))
    return f"rgb({red}, {green}, {blue})"


def written(folder: Path, layers, **cover: object) -> str:
    product = scenes.product(layers, (), [samples.FOUNDING], **cover)
    path = folder / "map.html"
    path.write_text(maps.html(product, scheme="light"), encoding="utf-8")
    return path.as_uri()


def test_each_kind_is_filled_in_its_colour(visit, tmp_path):
    with visit(written(tmp_path, scenes.founding())) as seen:
        found = seen.page.evaluate(BODIES)
    assert found == {
        samples.TROOPS_RUSSIA.claim_id: [rgb("deployment"), rgb("deployment")],
        samples.TROOPS_KURSK.claim_id: [rgb("deployment"), rgb("deployment")],
        samples.LAUNCH.claim_id: [rgb("launch"), PAPER],
        samples.IMPACT.claim_id: [PAPER, rgb("impact")],
    }


def test_states_show_after_app6_as_they_do_in_our_own(visit, tmp_path):
    claims = scenes.every_state()
    sides = Sides(hostile=frozenset({"RUS"}))
    with visit(written(tmp_path, scenes.layers(claims), sides=sides)) as seen:
        seen.page.locator(".sitmap-icon[data-claim]").first.wait_for(state="attached")
        found = seen.page.evaluate(STANDARD)
        assert "hostile RUS; all others unknown" in seen.page.locator(".sitmap-key-note").text_content()
        seen.screenshot("map-app6-states")
        assert seen.errors == []
    shown = [claim for claim in claims if claim.claim_id in found]
    assert {claim.status for claim in shown} >= {"planned", "withdrawn", "present"}
    for claim in shown:
        mark = found[claim.claim_id]
        assert mark["struck"] == (claim.stance == "denied"), claim.claim_id
        assert float(mark["faded"]) == (0.5 if claim.background else 1), claim.claim_id
        if claim.kind == "impact":
            continue
        hollow = claim.stance == "denied" or claim.status == "withdrawn"
        side = HOSTILE if claim.actor == "RUS" else UNKNOWN
        assert ("#fff" in mark["fills"]) == hollow, claim.claim_id
        assert hollow or side in mark["fills"], claim.claim_id
        expected = claim.status == "planned" or (
            claim.certainty == "expected" and claim.status != "withdrawn"
        )
        assert mark["dashed"] == expected, claim.claim_id
