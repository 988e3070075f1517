"""The scorer of the benchmark: what counts as right, wrong and missed."""

import pytest

import scoring

GOLD = {
    **dict.fromkeys(("designation", "status", "time", "zone_claim"), ""),
    **dict.fromkeys(("apogee_km", "flight_min", "bearing_deg", "offset_deg", "offset_km")),
    "kind": "launch",
    "actor": "PRK",
    "asset": "icbm",
    "stance": "asserted",
    "date": "2024-10-31",
    "count_min": 1,
    "count_max": 1,
    "source": "Japan's Defense Ministry",
    "place_text": "near Pyongyang",
    "country": "PRK",
    "background": False,
    "range_km": 1000.0,
    "lat": 39.0,
    "lon": 125.75,
    "tol_km": 40,
}
BACKGROUND = {**GOLD, "background": True}


def score(gold, found):
    counted = scoring.Score()
    counted.add(gold, found)
    return counted


def test_a_report_read_as_annotated_is_all_right():
    counted = score([GOLD], [GOLD])
    assert (counted.right, counted.wrong, counted.missed) == (1, 0, 0)
    assert counted.precision == counted.recall == counted.f1 == counted.fields == 1


@pytest.mark.parametrize(
    ("change", "paired"),
    [
        ({"lat": 39.3}, True),
        ({"lat": 39.4}, False),
        ({"kind": "impact"}, False),
        ({"lat": None, "lon": None}, False),
        ({"actor": "IRN", "date": "", "country": ""}, True),
    ],
)
def test_a_claim_pairs_by_kind_and_place(change, paired):
    assert bool(scoring.pairs([GOLD], [{**GOLD, **change}])) == paired


def test_what_was_not_found_is_missed_unless_it_is_background():
    assert score([GOLD, BACKGROUND], []).missed == 1


def test_what_was_not_annotated_is_wrong_unless_it_has_no_marker():
    assert score([], [GOLD, {**GOLD, "lat": None, "lon": None}]).wrong == 1


def test_of_two_claims_at_one_place_the_one_that_agrees_on_more_pairs():
    other = {**GOLD, "actor": "IRN", "count_min": 3, "count_max": 3}
    assert sorted(scoring.pairs([GOLD, other], [other, GOLD])) == [(0, 1), (1, 0)]


@pytest.mark.parametrize(
    ("name", "found", "right"),
    [
        ("actor", "prk", True),
        ("actor", "", False),
        ("range_km", 1019.0, True),
        ("range_km", 1021.0, False),
        ("range_km", None, False),
        ("source", "the Defense Ministry of Japan", True),
        ("source", "Japan", True),
        ("source", "KCNA", False),
        ("background", True, False),
    ],
)
def test_a_field_is_compared_by_its_own_measure(name, found, right):
    assert dict(scoring.compared(GOLD, {**GOLD, name: found}))[name] == right


def test_angles_are_compared_around_the_circle():
    north = {**GOLD, "bearing_deg": 355.0}
    assert dict(scoring.compared(north, {**north, "bearing_deg": 5.0}))["bearing_deg"]
    assert not dict(scoring.compared(north, {**north, "bearing_deg": 20.0}))["bearing_deg"]


def test_counts_are_right_only_with_both_bounds():
    assert not dict(scoring.compared(GOLD, {**GOLD, "count_max": None}))["count"]


def test_fields_that_the_annotation_leaves_open_are_not_asked():
    assert "apogee_km" not in dict(scoring.compared(GOLD, {**GOLD, "apogee_km": 7000.0}))


def test_reports_without_a_claim_are_counted_when_left_empty():
    assert (score([], []).empty, score([], []).left_empty) == (1, 1)
    assert score([], [GOLD]).left_empty == 0
