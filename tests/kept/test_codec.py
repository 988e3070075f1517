"""Readings as JSON: what comes back is what went in, and what is damaged is told."""

import json
from dataclasses import replace

import pytest
import shapely

import samples
from sitmap.kept import codec
from sitmap.model import Containment, Location, Place, Reading, Report, Span, Variant
from sitmap.pipeline import read_report

AREA = shapely.MultiPolygon([shapely.box(179, 40, 180, 41), shapely.box(-180, 40, -179, 41)])
PLACE = Place(place_id="sitmap:sea/x", name="Δ\ud800\0", type="sea", country="", lat=0.1, lon=-0.0, area=AREA)


def returned(reading: Reading) -> Reading:
    told, shapes = codec.dumps(reading)
    return codec.loads(told, reading.report, codec.Shared(shapes.__getitem__))


def test_a_report_that_was_read_comes_back_as_it_was():
    reading = read_report(samples.FOUNDING)
    assert reading.claims
    assert returned(reading) == reading


def test_every_type_comes_back_as_it_was():
    report = Report(report_id="r", text="From Sohae, 7 launches")
    claim = samples.LAUNCH
    claim = replace(
        claim,
        report_id="r",
        quote="Sohae",
        quote_start=5,
        quote_end=10,
        within=(Span(0, 4),),
        variants=(Variant("range_km", 1e-300, "", Span(0, 4)),),
        location=Location(place=PLACE, area=AREA, said_within=(Containment(PLACE, 0.1 + 0.2),), note="?"),
    )
    back = returned(Reading(report=report, claims=(claim,)))
    assert back.claims == (claim,)
    assert shapely.to_wkb(back.claims[0].location.area) == shapely.to_wkb(AREA)


def test_an_outline_is_written_once_and_is_one_object_again():
    claim = replace(samples.LAUNCH, location=Location(place=PLACE, area=AREA))
    report = samples.FOUNDING
    told, shapes = codec.dumps(Reading(report=report, claims=(claim, claim)))
    assert len(shapes) == 1
    first, second = codec.loads(told, report, codec.Shared(shapes.__getitem__)).claims
    assert first.location.area is second.location.area is first.location.place.area


WHOLE = codec.dumps(Reading(report=samples.FOUNDING, claims=(samples.LAUNCH,)))


@pytest.mark.parametrize(
    "told",
    [
        WHOLE[0][:-9],
        "[]",
        "{}",
        "7",
        "[[],[7],[]]",
        "[[],[[]],[]]",
        WHOLE[0].replace(json.dumps(samples.LAUNCH.quote)[1:-1], "Another quote"),
        WHOLE[0].replace('"founding"', '"another"'),
    ],
)
def test_what_is_damaged_is_told(told):
    with pytest.raises((ValueError, TypeError, LookupError)):
        codec.loads(told, samples.FOUNDING, codec.Shared(WHOLE[1].__getitem__))
