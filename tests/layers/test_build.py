"""Layers hold every claim, no surer than its words, and the findings beside it."""

from dataclasses import replace

import pytest
import shapely

import samples
from sitmap import geodesy, layers, schema
from sitmap.errors import SchemaError
from sitmap.model import Location, OriginArea, Place


def build(claims, findings=()):
    return layers.build(
        claims, findings, zones=schema.empty("zones"), boundaries=schema.empty("zone_boundaries")
    )


FOUNDING = build(
    (*samples.FOUNDING_CLAIMS, samples.UNFOUND), (samples.ZONE_FINDING, samples.TRAJECTORY_FINDING)
)


def test_every_layer_of_the_contract_in_drawing_order():
    assert list(FOUNDING) == list(schema.LAYERS)
    for name, frame in FOUNDING.items():
        schema.validate(name, frame)
    assert list(build(())) == list(schema.LAYERS)


@pytest.mark.parametrize(
    ("layer", "ids"),
    [
        ("deployments", ["c-russia", "c-kursk"]),
        ("deployment_areas", ["c-russia", "c-kursk"]),
        ("launches", ["c-launch"]),
        ("launch_areas", ["c-launch"]),
        ("impacts", ["c-impact"]),
        ("impact_areas", ["c-impact"]),
        ("sites", ["c-unfound"]),
        ("site_areas", []),
        ("tracks", ["c-launch"]),
    ],
)
def test_each_claim_is_in_its_layers(layer, ids):
    assert FOUNDING[layer]["claim_id"].tolist() == ids


def test_markers_stand_where_the_claim_is_located():
    point = FOUNDING["impacts"].geometry.iloc[0]
    assert (point.y, point.x) == (samples.IMPACT.location.lat, samples.IMPACT.location.lon)


def test_an_unfound_place_stays_listed_and_says_why():
    site = FOUNDING["sites"].iloc[0]
    assert site.geometry is None
    assert site["geocode_note"] == "no place called 'Nowhere-ri' was found"


@pytest.mark.parametrize("location", [None, Location()])
def test_a_claim_without_a_point_never_goes_without_a_reason(location):
    site = build([replace(samples.UNFOUND, location=location)])["sites"].iloc[0]
    assert site.geometry is None
    assert site["geocode_note"] == "the place was not located"


def test_findings_stand_beside_the_claim():
    impact, launch = FOUNDING["impacts"].iloc[0], FOUNDING["launches"].iloc[0]
    assert (impact["finding"], impact["findings"]) == ("marginal", samples.ZONE_FINDING.explanation)
    assert launch["finding"] == "inconsistent"
    assert FOUNDING["impact_areas"].iloc[0]["finding"] == "marginal"
    assert FOUNDING["tracks"].iloc[0]["finding"] == "inconsistent"
    assert FOUNDING["sites"].iloc[0]["finding"] == ""


def test_areas_say_what_they_are():
    assert FOUNDING["deployment_areas"]["area_type"].tolist() == ["outline", "outline"]
    assert FOUNDING["impact_areas"]["area_type"].tolist() == ["uncertainty"]
    assert FOUNDING["sites"]["area_type"].tolist() == [""]


def test_a_radius_is_drawn_where_there_is_no_outline():
    town = Place(place_id="x", name="X", type="town", country="RUS", lat=51.7, lon=36.2, extent_km=12)
    where = Location(place=town, lat=town.lat, lon=town.lon, uncertainty_km=12)
    made = build([replace(samples.TROOPS_KURSK, location=where)])
    circle = made["deployment_areas"].geometry.iloc[0]
    assert made["deployment_areas"]["area_type"].tolist() == ["uncertainty"]
    for lon, lat in circle.exterior.coords:
        assert geodesy.distance(town.lat, town.lon, lat, lon) == pytest.approx(12, abs=0.01)


def test_a_spot_has_no_area():
    pad = Location(place=samples.OKUSHIRI, lat=39.66, lon=124.7, uncertainty_km=0.5)
    made = build([replace(samples.LAUNCH, location=pad)])
    assert len(made["launch_areas"]) == 0
    assert made["launches"]["area_type"].tolist() == [""]


def test_zones_pass_through_and_are_checked():
    row = {
        "zone_id": "JPN-EEZ",
        "name": "Japan EEZ (estimate)",
        "sovereign": "JPN",
        "limit_km": 370.4,
        "note": "",
    }
    zones = schema.frame("zones", [row], [shapely.box(130, 30, 140, 40)])
    made = layers.build((), (), zones=zones, boundaries=schema.empty("zone_boundaries"))
    assert made["zones"] is zones
    with pytest.raises(SchemaError, match="zone_boundaries"):
        layers.build((), (), zones=zones, boundaries=zones)


def test_two_reports_may_call_their_claims_the_same():
    twin = replace(samples.TROOPS_KURSK, report_id="other", summary="Told by another report")
    made = build([samples.TROOPS_KURSK, twin])["deployments"]
    assert made["summary"].tolist() == [samples.TROOPS_KURSK.summary, "Told by another report"]


def test_possible_launch_points_carry_the_launch_and_the_sites_that_fit():
    arc = OriginArea("c-launch", shapely.box(125, 38, 127, 40), "Sunan (1,010 km)")
    made = layers.build(
        samples.FOUNDING_CLAIMS,
        (),
        zones=schema.empty("zones"),
        boundaries=schema.empty("zone_boundaries"),
        origins=[arc],
    )["origin_areas"]
    (row,) = made.to_dict("records")
    assert (row["claim_id"], row["area_type"]) == ("c-launch", "uncertainty")
    assert row["fitting_sites"] == "Sunan (1,010 km)"
    assert row["geometry"].equals(arc.area)


def test_a_rejected_claim_stays_listed_and_is_not_drawn():
    struck = [replace(claim, review="rejected") for claim in (samples.IMPACT, samples.TROOPS_KURSK)]
    made = build((samples.LAUNCH, *struck))
    assert made["impacts"]["review"].tolist() == made["deployments"]["review"].tolist() == ["rejected"]
    assert made["impacts"].geometry.tolist() == made["deployments"].geometry.tolist() == [None]
    assert made["impacts"]["place_name"].tolist() == ["Okushiri Island"]
    assert made["impacts"]["geocode_note"].tolist() == ["rejected in review: not drawn"]
    assert len(made["impact_areas"]) == len(made["deployment_areas"]) == len(made["tracks"]) == 0
    assert len(build((replace(samples.LAUNCH, review="rejected"), samples.IMPACT))["tracks"]) == 0


def test_review_and_grade_are_columns():
    graded = replace(
        samples.IMPACT,
        review="accepted",
        reviewer="A. Reader",
        reviewed="2024-11-02T08:00:00Z",
        review_reason="seen on video",
        reliability="B",
        credibility="2",
    )
    row = build((graded,))["impacts"].iloc[0]
    names = ("review", "reviewer", "reviewed", "review_reason", "reliability", "credibility")
    assert [row[name] for name in names] == [
        "accepted", "A. Reader", "2024-11-02T08:00:00Z", "seen on video", "B", "2",
    ]  # fmt: skip


@pytest.mark.parametrize("text", samples.HOSTILE)
def test_a_hostile_explanation_is_text_that_a_table_can_hold(text):
    finding = replace(samples.ZONE_FINDING, explanation=text)
    made = layers.build(
        samples.FOUNDING_CLAIMS,
        [finding],
        zones=schema.empty("zones"),
        boundaries=schema.empty("zone_boundaries"),
    )
    assert made["impacts"]["findings"].tolist() == [" ".join(schema.text(text).split())]
