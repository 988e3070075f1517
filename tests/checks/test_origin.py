"""Which known sites fit when only a country is named."""

from dataclasses import replace

import numpy as np
import pytest
import shapely

import samples
from sitmap import geodesy, sampling
from sitmap.checks import origin
from sitmap.checks.case import open_case
from sitmap.model import Location, Place


def site(name, lat, lon, country="PRK"):
    return Place(
        place_id=f"t:{name}",
        name=name,
        type="launch-site",
        country=country,
        lat=lat,
        lon=lon,
        extent_km=3,
    )


SUNAN = site("Sunan", 39.20, 125.69)
MUSUDAN_RI = site("Musudan-ri", 40.856, 129.666)
VOSTOCHNY = site("Vostochny", 51.884, 128.334, "RUS")
SITES = (MUSUDAN_RI, VOSTOCHNY, SUNAN)


def judge(launch=samples.LAUNCH, impact=samples.IMPACT, sites=SITES):
    return tuple(origin.judge(open_case([launch, impact], None, sites=sites)))


def test_founding_report_fits_sunan_and_not_musudan_ri():
    (found,) = judge()
    assert found.verdict == "consistent"
    assert found.computed == "Sunan (1,010 km)"
    assert found.explanation == (
        "Only North Korea is named; 1,000 km to the impact fits Sunan (1,010 km), not Musudan-ri (627 km)."
    )


def test_the_nearest_to_the_stated_distance_comes_first():
    (found,) = judge(sites=(site("Farther", 39.0, 125.3), SUNAN))
    assert found.computed.startswith("Sunan (1,010 km), Farther (1,0")


def test_no_site_that_fits_is_no_error():
    (found,) = judge(sites=(MUSUDAN_RI,))
    assert found.verdict == "undetermined"
    assert "none of its known sites lies 1,000 km from the impact" in found.explanation


def test_a_long_list_is_cut():
    (found,) = judge(sites=[site(f"Site {n}", 39.2, 125.6 + n / 100) for n in range(6)])
    assert found.computed.endswith("2 more")


@pytest.mark.parametrize(
    "fields",
    [
        {"location": Location(place=SUNAN, lat=39.2, lon=125.69, uncertainty_km=3)},
        {"location": None},
        {"asset": "cruise"},
    ],
    ids="-".join,
)
def test_what_is_not_asked(fields):
    impact = replace(samples.IMPACT, **{name: value for name, value in fields.items() if name == "asset"})
    assert judge(replace(samples.LAUNCH, **fields), impact) == ()


def test_without_a_distance_or_sites_there_is_nothing_to_rank():
    assert judge(replace(samples.LAUNCH, range_km=None), replace(samples.IMPACT, range_km=None)) == ()
    assert judge(sites=()) == ()
    assert judge(sites=(VOSTOCHNY,)) == ()


def arcs(launch=samples.LAUNCH, impact=samples.IMPACT, **fields):
    launch, impact = replace(launch, **fields), replace(impact, **fields)
    return tuple(origin.areas(open_case([launch, impact], None, sites=SITES)))


def distances(points, impact):
    """Least and greatest distance of points from an impact's area, by its outline."""
    rim = shapely.get_coordinates(impact.location.area)
    away = [[geodesy.distance(lat, lon, y, x) for x, y in rim] for lat, lon in points]
    return np.min(away, axis=1), np.max(away, axis=1)


def test_the_arc_holds_the_points_of_the_country_that_fit_the_distance():
    (found,) = arcs()
    assert found.claim_id == "c-launch"
    assert found.sites == "Sunan (1,010 km)"
    country = samples.NORTH_KOREA.area
    assert country.buffer(1e-9).contains(found.area)
    lats, lons = sampling.samples(country, 300)
    least, greatest = distances(zip(lats, lons, strict=True), samples.IMPACT)
    inside = shapely.contains_xy(found.area, lons, lats)
    # "1,000 km" is 875 to 1,125 km; the outline is sampled, so near the edge either answer is right.
    fits = (least <= 1120) & (greatest >= 880)
    misses = (least > 1130) | (greatest < 870)
    assert fits.sum() > 50
    assert misses.sum() > 50
    assert inside[fits].all()
    assert not inside[misses].any()


def test_an_arc_across_the_antimeridian_stays_whole():
    far_east = Place(
        place_id="t:chukotka",
        name="Russia",
        type="country",
        country="RUS",
        lat=66.0,
        lon=175.0,
        area=shapely.MultiPolygon([shapely.box(160, 62, 180, 70), shapely.box(-180, 64, -170, 67)]),
    )
    start = Location(place=far_east, lat=66.0, lon=175.0, area=far_east.area, area_is_place=True)
    end = Location(lat=57.0, lon=-178.0, uncertainty_km=20)
    launch = replace(samples.LAUNCH, location=start, range_km=1000.0)
    (found,) = arcs(launch, replace(samples.IMPACT, location=end, range_km=1000.0))
    west, _, east, _ = found.area.bounds
    assert (west, east) == (-180, 180)
    assert found.area.is_valid


@pytest.mark.parametrize(
    "fields",
    [{"range_km": None}, {"asset": "cruise"}, {"range_km": 9000.0}, {"range_km": 50.0}],
    ids=["no distance", "steers", "beyond", "too near"],
)
def test_no_arc(fields):
    assert arcs(**fields) == ()


def test_no_arc_from_a_named_spot():
    spot = Location(place=SUNAN, lat=39.2, lon=125.69, uncertainty_km=3)
    assert (
        tuple(origin.areas(open_case([replace(samples.LAUNCH, location=spot), samples.IMPACT], None))) == ()
    )
