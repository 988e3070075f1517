"""Any text, however broken."""

from dataclasses import replace

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

import samples
from sitmap import geocode
from sitmap.model import Claim

PLACES = ["Kursk", "Mali", "Paris", "Japan", "St.", "Petersburg", "ADEN", "Port-au-Prince", "U.S.", "Chad"]
CUES = [
    "region",
    "Middle East",
    "Asia",
    "State",
    "College",
    "South",
    "Sudan",
    "the",
    "northern",
    ",",
    "Island",
    "Murphy",
    "oblasts",
    "and",
    "\u2019s",
    "Sea",
    "of",
    "\n",
]
WORDS = st.sampled_from([*PLACES, *CUES, "\U0001f680", "\x00"])
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=30).map(" ".join))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_spans_are_verbatim_ordered_apart_and_in_range(text):
    toponyms = geocode.toponyms(text)
    end = 0
    for toponym in toponyms:
        assert text[toponym.span.start : toponym.span.end] == toponym.text
        assert toponym.span.start >= end
        end = toponym.span.end
        assert 0 <= toponym.score <= 1
        assert -90 <= toponym.place.lat <= 90
        assert -180 <= toponym.place.lon <= 180
    assert toponyms == geocode.toponyms(text)


@pytest.mark.parametrize("text", samples.HOSTILE)
def test_hostile_text_is_only_text(text):
    for toponym in geocode.toponyms(text):
        assert toponym.text in text


@settings(max_examples=100, deadline=None)
@given(
    relation=st.sampled_from(["at", "in", "near", "offset", "off", "between", "from", "toward"]),
    km=st.one_of(st.none(), st.floats(0.1, 12000)),
    bearing=st.one_of(st.none(), st.integers(0, 15).map(lambda n: n * 22.5)),
    name=st.sampled_from(["Okushiri Island", "Russia", "Fiji", "Hakodate", "Bering Sea", "Attu Island"]),
)
def test_every_location_is_drawable(relation, km, bearing, name):
    text = f"{name} and Kyiv"
    toponyms = geocode.toponyms(text)
    claim = Claim(
        claim_id="c", report_id="r", kind="impact", quote=text, quote_start=0, quote_end=len(text),
        relation=relation, offset_km=km, offset_deg=bearing, anchors=tuple(t.span for t in toponyms),
    )  # fmt: skip
    location = geocode.locate([replace(claim)], toponyms)[0].location
    assert location.lat is not None
    assert -90 <= location.lat <= 90
    assert -180 <= location.lon <= 180
    assert location.uncertainty_km > 0
    if location.area is not None:
        west, south, east, north = location.area.bounds
        assert -180 <= west <= east <= 180
        assert -90 <= south <= north <= 90
