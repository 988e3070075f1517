"""Tellings of one event side by side."""

from dataclasses import replace

import samples
from sitmap.checks import compare, unify
from sitmap.model import Location, Place

SUNAN = Place(place_id="t:sunan", name="Sunan", type="town", country="PRK", lat=39.2, lon=125.7)
AT = Location(place=SUNAN, lat=39.2, lon=125.7, uncertainty_km=10)
LAUNCH = replace(samples.LAUNCH, location=AT, published="2024-11-01")
OTHER = replace(
    LAUNCH,
    claim_id="c-2",
    report_id="r-2",
    event_id="e-2",
    source="KCNA",
    published="2024-11-02",
    designation="Hwasong-19",
    time="07:12",
    apogee_km=7687.5,
    range_km=1600.0,
    flight_min=None,
)


def told(*claims, reports=()):
    return compare(unify(claims), reports)


def fields(event):
    return {field.what: (field.values, field.verdict) for field in event.fields}


def test_each_field_stands_with_who_said_it():
    (event,) = told(LAUNCH, samples.IMPACT, OTHER)
    assert [(telling.report_id, telling.teller) for telling in event.tellings] == [
        ("founding", "Japan's Defense Ministry"),
        ("r-2", "KCNA"),
    ]
    found = fields(event)
    assert found["time of launch"] == (("07:11 JST", "07:12 JST"), "consistent")
    assert found["apogee"] == (("7,000 km", "7,687.5 km"), "marginal")
    assert found["range"] == (("1,000 km", "1,600 km"), "inconsistent")
    assert found["flight time"] == (("86 min", ""), "")
    assert found["name"] == (("", "Hwasong-19"), "")
    assert found["place of impact"][1] == ""


def test_a_copy_is_no_telling_but_is_named():
    copy = replace(LAUNCH, report_id="copy", claim_id="c-3", event_id="e-3")
    reports = [samples.FOUNDING, replace(samples.FOUNDING, report_id="copy")]
    assert told(LAUNCH, copy, reports=reports[::-1]) == ()
    (event,) = told(LAUNCH, copy, OTHER, reports=reports)
    assert len(event.tellings) == 2
    assert {event.tellings[0].report_id, *event.tellings[0].copies} == {"founding", "copy"}


def test_two_sources_in_one_report_are_two_tellings():
    second = replace(OTHER, report_id="founding", event_id=LAUNCH.event_id)
    (event,) = told(LAUNCH, second, samples.IMPACT)
    assert [telling.teller for telling in event.tellings] == ["Japan's Defense Ministry", "KCNA"]


def test_one_telling_is_nothing_to_compare():
    assert told(LAUNCH, samples.IMPACT) == ()
    assert told() == ()
