"""The exported file as text: what it carries, what it never carries."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import folium
import pytest

import samples
import scenes
from sitmap import maps
from sitmap.maps import assets
from sitmap.model import Event, Telling, Told

AS_OF = datetime(2024, 11, 1, 12, 0, tzinfo=UTC)
BUDGET = 1_200_000


class Outline(HTMLParser):
    """Scripts with their attributes, text of the page, links."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.scripts: list[dict[str, str | None]] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.words: list[str] = []
        self._inside = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags.append(tag)
        if tag == "script":
            self.scripts.append(values)
        self.links += [values[name] for name in ("src", "href", "action") if values.get(name)]
        self._inside = tag

    def handle_endtag(self, tag):  # noqa: ARG002 - the base class's signature
        self._inside = ""

    def handle_data(self, data):
        if self._inside not in {"script", "style"}:
            self.words.append(data)


@pytest.fixture(scope="module")
def text() -> str:
    return maps.html(
        scenes.product(scenes.founding(), scenes.FOUNDING_FINDINGS, [samples.FOUNDING], as_of=AS_OF)
    )


def test_the_same_situation_gives_the_same_file(text):
    again = maps.html(
        scenes.product(scenes.founding(), scenes.FOUNDING_FINDINGS, [samples.FOUNDING], as_of=AS_OF)
    )
    assert again == text


def test_it_is_small(text):
    assert len(text.encode()) < BUDGET


def test_nothing_is_fetched(text):
    page = Outline(text)
    assert all(link.startswith("#") for link in page.links)
    assert not re.search(
        r"url\(", re.sub(r"url\(#", "", "".join(re.findall(r"<style>(.*?)</style>", text, re.DOTALL)))
    )
    assert not re.search(r"@import|cdn|googleapis|jquery", text, re.IGNORECASE)


def test_every_script_that_runs_carries_the_nonce(text):
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text).group(1)
    nonce = re.search(r"script-src 'nonce-([0-9a-f]{32})'", policy).group(1)
    running = [script for script in Outline(text).scripts if script.get("type") != "application/json"]
    assert [script["nonce"] for script in running] == [nonce]
    assert policy.startswith("default-src 'none';")
    assert "unsafe-inline" not in policy.split("script-src")[1].split(";")[0]
    assert text.index("Content-Security-Policy") < text.index("<style>") < text.index("<script")


def test_the_policy_comes_with_other_text_in_another_nonce():
    def nonce(title: str) -> str:
        made = maps.html(scenes.product(scenes.layers([]), [], [], title=title))
        return re.search(r"nonce-([0-9a-f]{32})", made).group(1)

    assert nonce("a") != nonce("b")


def test_the_table_says_what_the_map_says(text):
    words = " ".join(" ".join(Outline(text).words).split())
    for claim in (*samples.FOUNDING_CLAIMS, samples.UNFOUND):
        assert claim.summary in words
        assert claim.quote in words
    for finding in scenes.FOUNDING_FINDINGS:
        assert finding.explanation in words
    assert re.search("Not on the map ?: no place called 'Nowhere-ri' was found", words)
    assert "As of 1 Nov 2024, 12:00 UTC" in words
    assert "Boundaries and names imply no position." in words
    assert "Natural Earth" in words
    assert "GeoNames" in words


def test_the_table_tells_grade_and_review():
    claim = replace(samples.IMPACT, review="rejected", reviewer="A. Reader", credibility="5")
    words = " ".join(
        " ".join(Outline(maps.html(scenes.product(scenes.layers([claim]), [], []))).words).split()
    )
    assert "5: information improbable" in words
    assert "Rejected by A. Reader" in words


def test_hostile_text_makes_no_element():
    claims, findings = scenes.hostile()
    calm = Outline(maps.html(scenes.product(scenes.layers(claims), findings, [])))
    for title in samples.HOSTILE:
        page = Outline(maps.html(scenes.product(scenes.layers(claims), findings, [], title=title)))
        assert page.tags == calm.tags
    assert "img" not in calm.tags
    assert "b" not in calm.tags


@pytest.mark.parametrize(
    "template", ["{{ 7*7 }}", "{% raw %}", "{{ this.nonce }}", "{{ cycler.__init__ }}", "{#"]
)
def test_no_text_is_a_template(template):
    text = maps.html(scenes.product(scenes.layers([]), [], [], title=template))
    title = re.search(r"<title>(.*?)</title>", text).group(1)
    assert title == template
    assert f">{template}</bdi></h1>" in text


@pytest.mark.parametrize(
    "value", ["</script>", "<!--", "\u2028", "]]>", "&", "\u0000", "é", {"</script>": 1}]
)
def test_embedded_json_cannot_leave_its_element(value):
    made = assets.embed(value)
    assert made.isascii()
    assert not set(made) & set("<>&\0")
    assert json.loads(made) == value


def test_it_is_a_folium_map_that_takes_more_layers():
    made = maps.draw(scenes.product(scenes.founding(), scenes.FOUNDING_FINDINGS, [samples.FOUNDING]))
    assert isinstance(made, folium.Map)
    folium.Circle([40, 130], radius=1000).add_to(made)
    text = made.get_root().render()
    assert "L.circle(" in text
    assert Outline(text).links == []
    running = [script for script in Outline(text).scripts if script.get("type") != "application/json"]
    assert len(running) == 1


def test_an_empty_situation_is_said():
    assert "The reports hold no claim" in maps.html(scenes.product(scenes.layers([]), [], []))


def test_a_finding_of_two_claims_is_told_once_and_referred_to():
    shared = replace(samples.ZONE_FINDING, claim_ids=("c-launch", "c-impact"))
    page = Outline(maps.html(scenes.product(scenes.founding(), [shared], [samples.FOUNDING])))
    words = " ".join(" ".join(page.words).split())
    assert words.count(shared.explanation) == 1
    assert words.count("as told above") == 1
    assert any(link.startswith("#claim-") for link in page.links)


def told_twice(text: str) -> Event:
    tellings = tuple(
        Telling(
            report_id="founding", teller=text, published="2024-11-01", claim_ids=("c-launch",), copies=copies
        )
        for copies in ((), ("founding",))
    )
    return Event(
        event_id="e", summary=text, tellings=tellings, fields=(Told("range", (text, ""), "inconsistent"),)
    )


def test_tellings_stand_side_by_side():
    made = maps.html(
        scenes.product(scenes.founding(), [], [samples.FOUNDING], events=[told_twice("1,000 km")])
    )
    words = " ".join(" ".join(Outline(made).words).split())
    assert "Told more than once" in words
    assert "range 1,000 km not said differ" in words
    assert "the same text in [1]" in words
    assert "Told more than once" not in maps.html(scenes.product(scenes.founding(), [], [samples.FOUNDING]))


@pytest.mark.parametrize("hostile", samples.HOSTILE)
def test_hostile_tellings_make_no_element(hostile):
    calm = Outline(
        maps.html(scenes.product(scenes.founding(), [], [samples.FOUNDING], events=[told_twice("plain")]))
    )
    page = Outline(
        maps.html(scenes.product(scenes.founding(), [], [samples.FOUNDING], events=[told_twice(hostile)]))
    )
    assert page.tags == calm.tags
