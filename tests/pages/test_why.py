"""Why a claim says what it says: field, value in words, the words quoted, the rule."""

from dataclasses import replace

import pytest

import samples
import sitmap
from sitmap.model import Evidence, Span
from sitmap.pages import messages, passages, why

TEXT = samples.FOUNDING.text


def evidence(field, words, rule=""):
    start = TEXT.index(words)
    return Evidence(field, Span(start, start + len(words)), rule)


def told(*found):
    return why.reasons(samples.FOUNDING, replace(samples.IMPACT, evidence=found))


def test_a_field_has_its_name_its_value_and_its_words():
    (row,) = told(evidence("asset", "ICBM-class missile"))
    assert row == {
        "label": "What",
        "value": "intercontinental ballistic missile",
        "points": ["asset"],
        "words": [{"quote": "ICBM-class missile", "why": ""}],
    }


def test_a_rule_stands_beside_its_words_and_rows_are_in_the_order_of_the_fields():
    place, actor = evidence("place", "Okushiri Island"), evidence("actor", "North Korea", "of the flight")
    rows = told(place, actor)
    assert [row["label"] for row in rows] == ["Whose", "Place"]
    assert rows[0]["words"] == [{"quote": "North Korea", "why": "of the flight"}]


def test_a_rule_that_looked_at_the_whole_passage_quotes_nothing_and_points_at_it():
    quote = samples.IMPACT.quote
    (row,) = told(evidence("stance", quote, "nothing denies it"))
    assert (row["points"], row["words"]) == (["quote"], [{"quote": "", "why": "nothing denies it"}])
    marked = replace(samples.IMPACT, evidence=(evidence("stance", quote, "nothing denies it"),))
    pieces = passages.pieces(samples.FOUNDING, [marked])
    assert {field for piece in pieces for fields in piece["words"].values() for field in fields} == {
        "place_text"
    }


def test_long_words_are_cut():
    (row,) = told(Evidence("place", Span(0, 300)))
    assert row["words"][0]["quote"] == f"{TEXT[:160]}…"


@pytest.mark.parametrize(
    ("fields", "name", "value"),
    [
        ({}, "kind", "Impact"),
        ({"actor": "PRK"}, "actor", "North Korea"),
        ({"actor": "Houthis"}, "actor", "Houthis"),
        ({"count_min": 8000, "count_max": 8000}, "count", "8,000"),
        ({"count_min": None, "count_max": 8000}, "count", "up to 8,000"),
        ({"count_min": 3000, "count_max": None}, "count", "at least 3,000"),
        ({"count_min": 8000, "count_max": 10000}, "count", "8,000 to 10,000"),
        ({"count_min": None, "count_max": None, "count_text": "dozens"}, "count", "dozens"),
        ({"status": "withdrawn"}, "status", "withdrawn"),
        ({"stance": "denied"}, "stance", "denied"),
        ({"certainty": "alleged"}, "certainty", "alleged"),
        ({"date": "", "date_text": "Thursday"}, "date", "Thursday"),
        ({"date": "2024-10-31", "date_end": "2024-11-02"}, "date", "2024-10-31 to 2024-11-02"),
        ({"place_text": "Nowhere", "location": None}, "place", "Nowhere"),
        ({"relation": "off"}, "relation", "off its coast"),
        ({"offset_km": 200.0}, "offset_km", "200 km"),
        ({"offset_deg": 271.0}, "offset_deg", "west"),
        ({"bearing_deg": None}, "bearing_deg", ""),
        ({"flight_min": 86.5}, "flight_min", "86.5 min"),
        ({"background": True}, "background", ""),
        (
            {"zone_claim": "outside:JPN-EEZ"},
            "zone_claim",
            "Said to be outside the exclusive economic zone of Japan",
        ),
    ],
)
def test_values_are_told_in_words(fields, name, value):
    assert why.value(replace(samples.IMPACT, **fields), name) == value


def test_every_field_that_the_reader_can_trace_is_listed():
    text = (
        "Japan's Defense Ministry denied on Thursday that Iran had fired about 40 Shahed-136 drones from "
        "Tehran at 7:11 a.m. local time. They flew eastward for 1,000 km for one hour, reached a height of 3 "
        "km and fell about 200 km west of Okushiri Island, outside Japan's EEZ. Some 300 soldiers will be "
        "sent to Riga."
    )
    claims = sitmap.read_text(text, published="2024-11-01").claims
    known = {found.field for claim in claims for found in claim.evidence}
    assert len(known) > 18
    assert known <= set(why.FIELDS)
    for name in why.FIELDS:
        assert messages.section("why")[name]


def test_reasons_of_a_report_that_is_not_at_hand_are_left_out():
    assert why.by_claim((), samples.FOUNDING_CLAIMS) == {}
    assert set(why.by_claim((samples.FOUNDING,), samples.FOUNDING_CLAIMS)) == {
        claim.claim_id for claim in samples.FOUNDING_CLAIMS
    }
