"""Two tellings of one event: counts, parts of a place, flights, clock times, and what is none."""

from dataclasses import replace

import pytest

import samples
from sitmap.checks import reports
from sitmap.checks.case import open_case
from sitmap.model import Location, Place, Report, Span, Variant

SUNAN = Place(place_id="t:sunan", name="Sunan", type="town", country="PRK", lat=39.2, lon=125.7, extent_km=10)
IRAN = Place(place_id="t:iran", name="Iran", type="country", country="IRN", lat=32.5, lon=54.0)


def at(place):
    return Location(place=place, lat=place.lat, lon=place.lon, uncertainty_km=place.extent_km)


def salvo(count, source, **fields):
    plain = {
        "claim_id": f"c-{source}-{count}",
        "event_id": "",
        "actor": "IRN",
        "asset": "ballistic",
        "source": source,
        "date": "2024-10-01",
        "location": at(IRAN),
        "time": "",
        "range_km": None,
        "apogee_km": None,
        "flight_min": None,
        "count_min": count,
        "count_max": count,
        "quote": source,
    }
    return replace(samples.LAUNCH, **plain | fields)


def judge(*claims):
    return tuple(reports.judge(open_case(claims, None)))


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ((180, 180), (200, 200), "marginal"),
        ((11, 11), (9, 9), "inconsistent"),
        ((11, 11), (11, 11), "consistent"),
        ((180, None), (200, 200), "consistent"),
        ((None, 180), (200, 200), "marginal"),
        ((None, 100), (200, None), "inconsistent"),
        ((8000, 10000), (9000, 9000), "consistent"),
    ],
)
def test_two_counts_of_one_salvo(first, second, verdict):
    one = salvo(0, "Israel", count_min=first[0], count_max=first[1])
    other = salvo(0, "the Guards", count_min=second[0], count_max=second[1])
    (found,) = judge(one, other)
    assert found.verdict == verdict, found.explanation
    assert [claim.source for claim in found.claims] == ["Israel", "the Guards"]


def test_the_sentence_says_who_told_what():
    (found,) = judge(salvo(180, "Israel"), salvo(200, "the Guards"))
    assert found.explanation == (
        "Count of launches from Iran on 1 October 2024: 180 (Israel) against 200 (the Guards): "
        "20 apart, which their rounding can bridge."
    )


@pytest.mark.parametrize(("time", "count"), [("18:20", 1), ("06:15", 0), ("", 1)])
def test_launches_hours_apart_are_two_salvos(time, count):
    first, second = salvo(30, "Israel", time="18:00"), salvo(2, "the Guards", time=time)
    assert len(judge(first, second)) == count


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ({}, 1),
        ({"asset": "drone"}, 0),
        ({"quote_start": 900, "quote_end": 950}, 0),
        ({"relation": "from"}, 0),
    ],
    ids=str,
)
def test_two_sides_may_name_the_target_and_the_place_of_launch_of_one_salvo(fields, count):
    tehran = at(IRAN)
    fired = salvo(40, "Israel", location=tehran, quote_start=0, quote_end=60)
    aimed = salvo(12, "the Guards", location=at(SUNAN), relation="at", quote_start=80, quote_end=120)
    assert len(judge(fired, replace(aimed, **fields))) == count


@pytest.mark.parametrize(("target", "count"), [("towards Meron", 1), ("at Safed", 0), ("in the night", 1)])
def test_two_sides_that_name_two_targets_speak_of_two_salvos(target, count):
    text = f"The Guards fired 62 rockets at Mount Meron on Friday. Israel saw 40 rockets {target}."
    start = text.index("Israel")
    aimed = salvo(62, "the Guards", location=at(SUNAN), relation="at", quote_start=0, quote_end=start - 2)
    seen = salvo(40, "Israel", quote_start=start, quote_end=len(text))
    told = [Report(report_id=aimed.report_id, text=text)]
    assert len(tuple(reports.judge(open_case([aimed, seen], None, told)))) == count


def test_the_parts_that_one_telling_gives_add_up():
    tabriz = Place(place_id="t:tabriz", name="Tabriz", type="town", country="IRN", lat=38.07, lon=46.3)
    parts = [salvo(2, "the Guards"), salvo(7, "the Guards", location=at(tabriz))]
    (found,) = judge(salvo(11, "Israel"), *parts)
    assert (found.stated, found.computed, found.verdict) == ("11", "9", "inconsistent")
    assert len(found.claims) == 3


@pytest.mark.parametrize(
    "fields",
    [
        {"source": "Israel"},
        {"source": ""},
        {"date": "2024-04-13"},
        {"date": ""},
        {"actor": "Hezbollah"},
        {"actor": ""},
        {"asset": "drone"},
        {"designation": "Fattah-1"},
        {"kind": "impact"},
        {"location": at(SUNAN)},
        {"location": None},
        {"count_min": None, "count_max": None},
    ],
    ids="-".join,
)
def test_what_is_no_second_telling(fields):
    named = salvo(180, "Israel", designation="Emad" if "designation" in fields else "", asset="srbm")
    if "asset" not in fields:
        named = replace(named, asset="ballistic")
    assert judge(named, replace(salvo(200, "the Guards"), **fields)) == ()


def test_of_many_tellings_the_two_farthest_apart_are_compared():
    tellings = [salvo(count, f"source {count}") for count in (180, 200, 120, 190)]
    (found,) = judge(*tellings)
    assert (found.stated, found.computed) == ("200", "120")


def test_a_copy_of_one_text_is_no_second_telling():
    copy = salvo(11, "Israel", report_id="copy", claim_id="c-copy")
    assert judge(salvo(11, "Israel"), copy) == ()


def test_two_reports_of_one_flight_are_compared_number_by_number():
    launch = replace(samples.LAUNCH, location=at(SUNAN))
    other = replace(
        launch,
        claim_id="c-other",
        report_id="other",
        event_id="e-other",
        quote="North Korea said that its missile flew for 85.9 minutes",
        source="KCNA",
        time="07:12",
        apogee_km=7687.5,
        range_km=1001.2,
        flight_min=85.9,
        count_min=None,
        count_max=None,
    )
    found = {judgement.topic: judgement for judgement in judge(launch, other)}
    assert {topic: judgement.verdict for topic, judgement in found.items()} == {
        "time": "consistent",
        "range": "consistent",
        "apogee": "marginal",
        "flight time": "consistent",
    }
    assert found["apogee"].stated == "7,000"
    assert found["apogee"].computed == "7,687.5"
    assert "(KCNA)" in found["apogee"].explanation


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"time": "07:11"}, True),
        ({"time": "07:30"}, True),
        ({"time": ""}, True),
        ({"time": "19:00"}, False),
        ({"location": at(IRAN)}, False),
        ({"location": None}, False),
        ({"location": at(samples.NORTH_KOREA)}, True),
        ({"date": "2024-10-30"}, False),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else str(value),
)
def test_which_launches_of_two_reports_are_one(fields, told):
    launch = replace(samples.LAUNCH, location=at(SUNAN))
    other = replace(launch, claim_id="c-2", report_id="r-2", quote="another", apogee_km=7687.5, **fields)
    assert bool([found for found in judge(launch, other) if found.topic == "apogee"]) is told


def test_a_report_of_two_launches_is_not_matched():
    launch = replace(samples.LAUNCH, location=at(SUNAN))
    others = [
        replace(
            launch, claim_id=f"c-{n}", report_id="r-2", event_id=f"e-{n}", quote=f"another {n}", source=""
        )
        for n in range(2)
    ]
    assert [found for found in judge(launch, *others) if found.topic != "count"] == []


def in_text(text, **fields):
    quote = text.split(".")[0]
    launch = salvo(14, "the minister", report_id="r", quote=quote, quote_start=0, quote_end=len(quote))
    launch = replace(launch, **fields)
    return tuple(reports.judge(open_case([launch], None, [Report(report_id="r", text=text)])))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Iran fired 14 missiles, the minister said. Doha counted 19 missiles.", "inconsistent"),
        ("Iran fired 14 missiles, the minister said. Doha counted 14.", "consistent"),
        (
            "Iran fired 14 missiles, the minister said. Doha counted 19 missiles and said one fell.",
            "inconsistent",
        ),
        ("Iran fired 14 missiles, the minister said. More than 10, said Doha.", "consistent"),
        ("Iran fired 14 missiles, the minister said. Doha counted up to 10.", "inconsistent"),
    ],
)
def test_a_second_count_by_no_more_than_a_word(text, verdict):
    (found,) = in_text(text)
    assert found.verdict == verdict, found.explanation


@pytest.mark.parametrize(
    "text",
    [
        "Iran fired 14 missiles. Qatar said two missiles fell in the desert.",
        "Iran fired 14 missiles. Doha reported nine missiles over the capital.",
        "Iran fired 14 missiles. Doha said it detected one more missile in the evening.",
        "Iran fired 14 missiles. Doha reported one missile at 9 p.m. and another at midnight.",
        "Iran fired 14 missiles. Doha counted 20 drones.",
        "Iran fired 14 missiles. Doha said nine missiles were Shahabs.",
    ],
)
def test_a_number_of_some_of_them_counts_no_salvo(text):
    assert in_text(text, source="") == ()


def test_a_source_told_again_in_fewer_words_is_one_source():
    text = "Iran fired 14 missiles, the Defence Minister of Qatar said. The Minister said 12."
    assert in_text(text, source="Defence Minister of Qatar") == ()


def test_a_launch_told_without_a_source_is_the_reports_own_word():
    (found,) = in_text("Iran fired 14 missiles. Doha counted 19 missiles.", source="", publisher="Wire A")
    assert (found.stated, found.computed, found.verdict) == ("14", "19", "inconsistent")
    assert "14 (Wire A) against 19 (Doha)" in found.explanation
    assert in_text("Iran fired 14 missiles. Doha counted 14 missiles.", source="")[0].verdict == "consistent"
    uncounted = {"source": "", "count_min": None, "count_max": None}
    (found,) = in_text("Iran fired missiles. Doha counted 19; Amman saw twelve.", **uncounted)
    assert (found.stated, found.computed, found.verdict) == ("19", "12", "inconsistent")
    assert "19 (Doha) against 12 (Amman)" in found.explanation


def variants(*told):
    return tuple(Variant("range_km", value, source, Span(0, 1)) for source, value in told)


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ((("the army", 1100.0), ("state media", 1500.0)), "inconsistent"),
        ((("the army", 1100.0), ("state media", 1120.0)), "consistent"),
        ((("the army", 1000.0), ("a minister", 1010.0), ("state media", 1500.0)), "inconsistent"),
    ],
)
def test_numbers_by_several_sources_of_one_report(told, verdict):
    (found,) = judge(salvo(1, "", range_km=told[0][1], variants=variants(*told)))
    assert found.verdict == verdict, found.explanation
    assert found.topic == "range"


def test_the_sentence_names_both_sources():
    told = ("the army", 1100.0), ("state media", 1500.0)
    (found,) = judge(salvo(1, "", range_km=1100.0, variants=variants(*told)))
    assert found.explanation == (
        "Range: 1,100 km (the army) against 1,500 km (state media): 400 km apart, more than their rounding."
    )


@pytest.mark.parametrize(
    "claim",
    [
        # One source under two names; of a salvo each may mean another missile.
        salvo(1, "", variants=variants(("South Korea's army", 360.0), ("the army", 760.0))),
        salvo(3, "", variants=variants(("the army", 360.0), ("Japan", 760.0))),
        salvo(1, "", variants=variants(("the army", 360.0))),
        # A source not named may be the other one.
        salvo(1, "", variants=variants(("", 1100.0), ("state media", 1500.0))),
    ],
)
def test_what_are_no_two_tellings_of_a_number(claim):
    assert judge(claim) == ()


def test_counts_of_what_is_nobodys_are_not_held_against_each_other():
    assert judge(salvo(3, "Israel", actor=""), salvo(5, "the Guards", actor="")) == ()
