from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samples
from sitmap import schema, units, words
from sitmap.model import Location


def row(claim=samples.TROOPS_KURSK, **fields):
    """A claim as the payload sees it."""
    flat = schema.row(replace(claim, **fields))
    where = fields.get("location", claim.location)
    return {**flat, "lat": where.lat, "lon": where.lon}


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (
            {"date": "2024-10-31", "time": "07:11", "tz": "Asia/Tokyo"},
            "31 Oct 2024, 07:11 JST (22:11 UTC, 30 Oct)",
        ),
        ({"date": "2024-10-31", "time": "15:00", "tz": "Asia/Tokyo"}, "31 Oct 2024, 15:00 JST (06:00 UTC)"),
        (
            {"date": "2024-07-01", "time": "21:30", "tz": "America/New_York"},
            "1 Jul 2024, 21:30 EDT (01:30 UTC, 2 Jul)",
        ),
        (
            {"date": "2024-07-01", "time": "12:00", "tz": "Asia/Tehran"},
            "1 Jul 2024, 12:00 UTC+3:30 (08:30 UTC)",
        ),
        ({"date": "2024-07-01", "time": "12:00", "tz": "Asia/Dubai"}, "1 Jul 2024, 12:00 UTC+4 (08:00 UTC)"),
        ({"date": "2024-07-01", "time": "12:00", "tz": "UTC"}, "1 Jul 2024, 12:00 UTC"),
        ({"date": "2024-07-01", "time": "12:00", "tz": ""}, "1 Jul 2024, 12:00"),
        ({"date": "2024-07-01", "time": "12:00", "tz": "Nowhere/Land"}, "1 Jul 2024, 12:00"),
        ({"date": "2024-07-01", "time": "", "tz": "Asia/Tokyo"}, "1 Jul 2024"),
        ({"date": "2024-10-28", "date_end": "2024-11-02"}, "28 Oct 2024 to 2 Nov 2024"),
        ({"date": "2024-10-28", "date_end": "2024-10-28"}, "28 Oct 2024"),
        ({"date": "", "time": "08:37"}, "08:37"),
        ({"date": "", "time": ""}, ""),
        (
            {"date": "", "date_text": "Thursday", "time": "07:11"},
            "07:11, “Thursday”, a day that the report does not date",
        ),
    ],
)
def test_when(fields, told):
    assert words.when(row(**{"date_end": "", "time": "", "tz": "", "date_text": "", **fields})) == told


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "North Korea: about 8,000 troops"),
        ({"count_text": "dozens", "count_min": None, "count_max": None}, "North Korea: dozens of troops"),
        ({"count_text": "The", "count_min": 1, "count_max": 1}, "North Korea: the troops"),
        ({"count_text": "Around 10,000"}, "North Korea: around 10,000 troops"),
        ({"designation": "11th Corps"}, "North Korea: about 8,000 troops (11th Corps)"),
        ({"status": "withdrawn"}, "North Korea: about 8,000 troops, withdrawn"),
        ({"stance": "denied"}, "North Korea: about 8,000 troops, denied"),
        ({"actor": "Houthis", "asset": "air-defence", "count_text": ""}, "Houthis: 8,000 air defence"),
        ({"actor": "", "asset": "", "count_text": "", "count_min": None, "count_max": None}, ""),
        (
            {
                "asset": "",
                "designation": "USS Ronald Reagan",
                "count_text": "",
                "count_min": 1,
                "count_max": 1,
            },
            "North Korea: USS Ronald Reagan",
        ),
    ],
)
def test_what(fields, told):
    assert words.what(row(**fields)) == told


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"relation": "in"}, "In Kursk Oblast, Russia"),
        ({"relation": "near"}, "Near Kursk Oblast, Russia"),
        ({"relation": "off"}, "Off the coast of Kursk Oblast, Russia"),
        ({"relation": "off", "offset_km": 100.0}, "100 km off the coast of Kursk Oblast, Russia"),
        (
            {"relation": "offset", "offset_km": 200.0, "offset_deg": 270.0},
            "200 km west of Kursk Oblast, Russia",
        ),
        ({"relation": "offset", "offset_km": 200.0, "offset_deg": None}, "Near Kursk Oblast, Russia"),
        (
            {"relation": "in", "location": Location(note="?"), "place_text": "{0.__class__}"},
            "In {0.__class__}",
        ),
        ({"relation": "in", "location": Location(note="?"), "place_text": ""}, ""),
    ],
)
def test_where(fields, told):
    assert words.where(row(**fields)) == told


def test_a_country_is_not_named_twice():
    assert words.where(row(samples.TROOPS_RUSSIA)) == "In Russia"


@pytest.mark.parametrize(
    ("low", "high", "label", "size"),
    [
        (8000, 8000, "8,000", 3),
        (8000, 10000, "8,000 to 10,000", 4),
        (None, 8000, "≤ 8,000", 3),
        (3000, None, "≥ 3,000", 3),
        (1, 1, "", 1),
        (99, 99, "99", 1),
        (100, 100, "100", 2),
        (None, None, "", 0),
        (0, 0, "", 1),
    ],
)
def test_counts(low, high, label, size):
    counted = row(count_min=low, count_max=high)
    assert words.label(counted) == label
    assert words.size(counted) == size


@pytest.mark.parametrize(
    ("zone_claim", "told"),
    [
        ("outside:JPN-EEZ", "Said to be outside the exclusive economic zone of Japan"),
        ("inside:JPN-TS", "Said to be inside the territorial sea of Japan"),
        ("inside:XXX-ABC", "Said to be inside the ABC of XXX"),
        ("", ""),
        ("nonsense", ""),
    ],
)
def test_zone(zone_claim, told):
    assert words.zone(row(zone_claim=zone_claim)) == told


def test_uncertainty_says_what_is_drawn():
    assert words.uncertainty(row(samples.TROOPS_KURSK)) == "Somewhere in Kursk Oblast: its outline is hatched"
    assert "tinted area, up to about 81 km" in words.uncertainty(row(samples.IMPACT))
    spot = replace(samples.TROOPS_KURSK.location, area=None, uncertainty_km=4.5)
    assert words.uncertainty(row(location=spot)) == "Within about 4.5 km of the mark"
    spot = replace(spot, uncertainty_km=81.93)
    assert words.uncertainty(row(location=spot)) == "Within about 82 km of the mark"
    assert words.uncertainty(row(location=replace(spot, uncertainty_km=0))) == ""
    assert words.uncertainty(row(samples.UNFOUND)) == ""


def test_flight():
    told = "Range 1,000 km, height 7,000 km, 86 minutes, bearing 90°"
    assert words.flight(row(samples.LAUNCH)) == told
    assert words.flight(row(samples.TROOPS_KURSK)) == ""


def test_certainty_names_who_said_it():
    assert words.certainty(row()) == "Stated by Antony Blinken"
    assert words.certainty(row(certainty="alleged", source="")) == "Alleged; the report names no source"


@pytest.mark.parametrize(
    ("reliability", "credibility", "told"),
    [
        ("", "", ""),
        ("B", "2", "B2: usually reliable source; information probably true"),
        ("F", "", "F: source that cannot be judged"),
        ("", "5", "5: information improbable"),
    ],
)
def test_grades_are_told_as_far_as_they_are_set(reliability, credibility, told):
    assert words.grade(row(reliability=reliability, credibility=credibility)) == told


def test_a_review_names_its_reader_day_and_reason():
    signed = {"reviewer": "A. {who}", "reviewed": "2024-11-02T08:00:00Z"}
    assert words.review(row()) == ""
    assert words.review(row(review="accepted", **signed)) == "Accepted by A. {who}, 2 Nov 2024"
    told = words.review(row(review="rejected", review_reason="a copy", **signed))
    assert told == "Rejected by A. {who}, 2 Nov 2024: a copy"
    assert words.review(row(review="corrected")) == "Corrected by a reader"


def test_instants_are_told_in_utc():
    local = datetime(2024, 11, 1, 3, 5, tzinfo=timezone(timedelta(hours=9)))
    assert words.instant(local) == "31 Oct 2024, 18:05 UTC"
    assert words.instant(datetime(2024, 11, 1, tzinfo=UTC)) == "1 Nov 2024, 00:00 UTC"


def test_period():
    assert words.period(["2024-10-31", "", "2024-10-28"]) == "28 Oct 2024 to 31 Oct 2024"
    assert words.period(["2024-10-31"]) == "31 Oct 2024"
    assert words.period(["", "soon"]) == ""


@given(st.sampled_from(sorted(units.COMPASS)), st.floats(-11.2, 11.2))
def test_compass_takes_the_nearest_point(name, off):
    assert words.compass((units.COMPASS[name] + off) % 360) == name


@pytest.mark.parametrize(
    "table",
    [
        *("kind", "asset", "status", "certainty", "verdict", "check", "relation"),
        *("reliability", "credibility", "review", "signed"),
    ],
)
def test_every_value_has_words(table):
    known = {
        "kind": {"deployment", "launch", "impact", "site"},
        "status": {"present", "arriving", "planned", "withdrawn"},
        "certainty": {"confirmed", "stated", "assessed", "alleged", "expected"},
        "verdict": set(schema.VERDICTS),
        "reliability": set("ABCDEF"),
        "credibility": set("123456"),
        "review": {"machine", "accepted", "corrected", "rejected"},
        "signed": {"accepted", "corrected", "rejected"},
        "relation": {"at", "in", "near", "offset", "off", "between", "from", "toward"},
    }
    assert known.get(table, set()) <= set(words.table(table))
    assert all(words.table(table).values())


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (("2024-10-31", "07:11", "Asia/Tokyo"), "07:11 JST"),
        (("2024-07-01", "07:11", "Asia/Tehran"), "07:11 UTC+3:30"),
        (("2024-07-01", "22:11", "UTC"), "22:11 UTC"),
        (("", "07:11", "Asia/Tokyo"), "07:11 Asia/Tokyo"),
        (("2024-07-01", "07:11", ""), "07:11"),
        (("2024-07-01", "07:11", "../etc"), "07:11 ../etc"),
        (("2024-07-01", "07:11", "Asia"), "07:11 Asia"),
        (("2024-07-01", "07:11", "\x00"), "07:11 \x00"),
    ],
)
def test_a_clock_is_told_with_its_zone(told, said):
    assert words.clock(*told) == said
