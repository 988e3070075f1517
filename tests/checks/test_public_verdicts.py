"""Impacts in the sea whose verdict is public, held against the derived zones of the world."""

import math
from dataclasses import dataclass, replace

import numpy as np
import pytest
import shapely

import samples
from sitmap import geodesy, units, zones
from sitmap.checks import margins, zone
from sitmap.checks.case import open_case
from sitmap.model import Location, Place


@dataclass(frozen=True)
class Verdict:
    """A report, the coast it measures from, what it says and what is derived; positive is inside."""

    date: str
    name: str
    lat: float
    lon: float
    offset_km: float
    offset_deg: float
    said: str
    verdict: str
    margin_km: float


PUBLIC = (
    Verdict("2024-10-31", "Okushiri Island", 42.157, 139.40, 200, 270, "outside:JPN-EEZ", "marginal", 8),
    Verdict("2023-07-12", "Okushiri Island", 42.157, 139.40, 250, 270, "outside:JPN-EEZ", "marginal", -29),
    Verdict("2022-11-18", "Oshima-Oshima", 41.508, 139.345, 200, 270, "inside:JPN-EEZ", "consistent", 36),
    Verdict("2023-02-18", "Oshima-Oshima", 41.508, 139.345, 200, 270, "inside:JPN-EEZ", "consistent", 36),
    Verdict("2022-03-24", "Oshima Peninsula", 41.42, 140.02, 150, 270, "inside:JPN-EEZ", "consistent", 119),
    Verdict("2017-07-28", "Okushiri Island", 42.24, 139.43, 150, 315, "inside:JPN-EEZ", "consistent", 40),
    Verdict("2016-08-03", "Oga", 39.92, 139.70, 250, 270, "inside:JPN-EEZ", "consistent", 85),
    Verdict("2017-11-29", "Aomori", 40.62, 139.86, 250, 270, "inside:JPN-EEZ", "consistent", 61),
    Verdict("2019-10-02", "Dogo", 36.34, 133.23, 350, 0, "inside:JPN-EEZ", "marginal", -36),
    Verdict("2022-10-04", "Japan", 40.5, 141.6, 3000, 90, "outside:JPN-EEZ", "consistent", -1994),
)


def claim_of(row):
    lat, lon = geodesy.destination(row.lat, row.lon, bearing_deg=row.offset_deg, distance_km=row.offset_km)
    rounding = units.rounding(row.offset_km)
    sector = geodesy.sector(
        row.lat,
        row.lon,
        near_km=row.offset_km - rounding,
        far_km=row.offset_km + rounding,
        from_deg=row.offset_deg - 22.5,
        to_deg=row.offset_deg + 22.5,
    )
    place = Place(place_id=row.name, name=row.name, type="island", country="JPN", lat=row.lat, lon=row.lon)
    return replace(
        samples.IMPACT,
        date=row.date,
        zone_claim=row.said,
        offset_km=row.offset_km,
        offset_deg=row.offset_deg,
        location=Location(place=place, lat=lat, lon=lon, area=sector, uncertainty_km=rounding),
    )


@pytest.mark.parametrize("row", PUBLIC, ids=lambda row: f"{row.date} {row.name}")
def test_public_verdict(row):
    (found,) = zone.judge(open_case([claim_of(row)], zones.load()))
    assert found.verdict == row.verdict, found.explanation
    signed = math.copysign(found.margin, 1 if found.computed.startswith("inside") else -1)
    assert signed == pytest.approx(row.margin_km, abs=max(10, 0.02 * abs(row.margin_km))), found.explanation


def test_the_rock_that_decides_is_named():
    (row,) = [row for row in PUBLIC if row.name == "Dogo"]
    (found,) = zone.judge(open_case([claim_of(row)], zones.load()))
    assert "in Japan's own view" in found.explanation
    assert "Takeshima" in found.explanation or "Liancourt" in found.explanation


@pytest.mark.parametrize("row", PUBLIC[:3] + PUBLIC[8:9], ids=lambda row: f"{row.date} {row.name}")
def test_the_share_inside_is_that_of_a_hundred_thousand_random_points(row):
    where = claim_of(row).location
    random = np.random.default_rng(20241031)
    west, south, east, north = where.area.bounds
    lons = random.uniform(west, east, 300_000)
    heights = random.uniform(math.sin(math.radians(south)), math.sin(math.radians(north)), 300_000)
    lats = np.degrees(np.arcsin(heights))
    held = np.flatnonzero(shapely.contains_xy(where.area, lons, lats))[:100_000]
    inside = zones.load().inside(lats[held], lons[held], sovereign="JPN", limit_km=units.EEZ_KM)
    position = margins.position(
        where, where.lat, where.lon, sovereign="JPN", zone=margins.ZONES["EEZ"], zones=zones.load()
    )
    assert position.share == pytest.approx(inside.mean(), abs=0.005)


@pytest.mark.parametrize("code", ["XXX", "CHE"])
def test_a_state_without_a_coast_has_no_zone(code):
    (found,) = zone.judge(open_case([replace(samples.IMPACT, zone_claim=f"inside:{code}-EEZ")], zones.load()))
    assert found.verdict == "inconsistent"
    assert found.margin is None


def test_an_agreed_line_decides_over_the_median():
    """East of the line of 2010 Norway's coast is nearer, and the zone is Russia's."""
    where = Location(place=samples.OKUSHIRI, lat=72.0, lon=36.0, area=geodesy.circle(72.0, 36.0, radius_km=5))
    found = margins.position(
        where, 72.0, 36.0, sovereign="RUS", zone=margins.ZONES["EEZ"], zones=zones.load()
    )
    assert found.margin_km > 5
    assert found.share == 1
    assert found.line == "the agreed line with Norway"
    nearer = margins.position(
        where, 72.0, 20.0, sovereign="NOR", zone=margins.ZONES["EEZ"], zones=zones.load()
    )
    assert "agreed" not in nearer.line
