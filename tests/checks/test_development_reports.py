"""Annotated reports beside the project: their claims, taken as right, give the findings a reader makes.

The annotation has points and tolerances; countries and divisions are circles of that size here.
"""

import json
from datetime import date
from pathlib import Path

import pytest

from sitmap import checks, geodesy, units, zones
from sitmap.model import Claim, Location, Place, Report

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "reports"
REPORTS = sorted(FOLDER.glob("*.json"))

pytestmark = pytest.mark.skipif(not REPORTS, reason="the annotated reports lie beside the project")

_WIDE = {"country", "admin1", "area", "sea"}
_SAME = (
    *("kind", "actor", "asset", "designation", "count_min", "count_max", "status", "stance", "certainty"),
    *("source", "date", "time", "tz", "range_km", "apogee_km", "flight_min", "bearing_deg", "zone_claim"),
    *("background", "place_text", "relation", "offset_km", "offset_deg", "quote"),
)


def location(gold):
    lat, lon, wide = gold["lat"], gold["lon"], gold["place_type"] in _WIDE
    area = geodesy.circle(lat, lon, radius_km=max(1, gold["tol_km"]))
    if gold["relation"] == "offset" and gold["offset_km"] and gold["offset_deg"] is not None:
        km, bearing, wide = gold["offset_km"], gold["offset_deg"], False
        start = geodesy.destination(lat, lon, bearing_deg=bearing + 180, distance_km=km)
        near, far = km - units.rounding(km), km + units.rounding(km)
        area = geodesy.sector(
            *start, near_km=near, far_km=far, from_deg=bearing - 22.5, to_deg=bearing + 22.5
        )
    place = Place(
        place_id=gold["place_name"],
        name=gold["place_name"],
        type=gold["place_type"],
        country=gold["country"],
        lat=lat,
        lon=lon,
        area=area if wide else None,
    )
    return Location(
        place=place, lat=lat, lon=lon, area=area, area_is_place=wide, uncertainty_km=gold["tol_km"]
    )


def claim(record, number):
    gold = record["claims"][number]
    start = record["text"].find(gold["quote"])
    flight = (gold["date"], gold["actor"], gold["designation"], gold["background"], gold["range_km"])
    return Claim(
        claim_id=f"c-{number}",
        report_id=record["report_id"],
        event_id=f"e-{flight}" if gold["kind"] in {"launch", "impact"} else "",
        quote_start=start,
        quote_end=start + len(gold["quote"]),
        location=location(gold),
        published=record["published"],
        **{name: gold[name] for name in _SAME},
    )


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_findings_are_those_of_a_careful_reader(path):
    record = json.loads(path.read_text(encoding="utf-8"))
    report = Report(
        report_id=record["report_id"],
        text=record["text"],
        published=date.fromisoformat(record["published"]),
        tz=record["tz"],
    )
    claims = [claim(record, number) for number in range(len(record["claims"]))]
    found = checks.run(claims, zones=zones.load(), reports=[report])
    doubts = {"inconsistent", "marginal"}
    told = {(path.stem, each.check, each.verdict) for each in found if each.verdict in doubts}
    read = {(path.stem, each["check"], each["verdict"]) for each in record["findings"]}
    assert told == {each for each in read if each[2] in doubts}
