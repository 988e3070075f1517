"""Inside or outside: verdicts by hand-made coasts, words that leave it open, views, and what is missing."""

import math
from dataclasses import replace

import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import samples
from sitmap import geodesy, units
from sitmap.checks import margins, zone
from sitmap.checks.case import open_case
from sitmap.model import Location, Place

ISLAND = Place(place_id="t:island", name="Lone Island", type="island", country="JPN", lat=24.0, lon=154.0)


def judge(zones, *claims):
    return tuple(zone.judge(open_case(claims, zones)))


def offset(km, bearing, *, zone_claim, place=ISLAND, **fields):
    """Claim of an impact at a distance and bearing from a place, with the sector that the words allow."""
    lat, lon = geodesy.destination(place.lat, place.lon, bearing_deg=bearing, distance_km=km)
    near, far = km - units.rounding(km), km + units.rounding(km)
    sector = geodesy.sector(
        place.lat, place.lon, near_km=near, far_km=far, from_deg=bearing - 22.5, to_deg=bearing + 22.5
    )
    where = Location(place=place, lat=lat, lon=lon, area=sector, uncertainty_km=units.rounding(km))
    words = {"relation": "offset", "offset_km": float(km), "offset_deg": float(bearing)}
    return replace(samples.IMPACT, zone_claim=zone_claim, location=where, **words | fields)


@pytest.fixture
def lone_island(coast_points):
    return coast_points({"JPN": [(24.0, 154.0)]})


@pytest.mark.parametrize(
    ("km", "said", "verdict", "computed"),
    [
        # A 200-mile limit at 370.4 km; the words are rounded to 37.5, 25 and 50 km, the method to 7.
        (300, "inside:JPN-EEZ", "consistent", "inside by 70 km"),
        (300, "outside:JPN-EEZ", "inconsistent", "inside by 70 km"),
        (350, "inside:JPN-EEZ", "marginal", "inside by 20 km"),
        (350, "outside:JPN-EEZ", "marginal", "inside by 20 km"),
        (450, "outside:JPN-EEZ", "consistent", "outside by 80 km"),
        (450, "inside:JPN-EEZ", "inconsistent", "outside by 80 km"),
        (10, "inside:JPN-TS", "consistent", "inside by 12 km"),
        (50, "inside:JPN-TS", "inconsistent", "outside by 28 km"),
        (30, "inside:JPN-CZ", "consistent", "inside by 14 km"),
        (3000, "outside:JPN-EEZ", "consistent", "outside by 2,630 km"),
    ],
)
def test_one_coast(lone_island, km, said, verdict, computed):
    (found,) = judge(lone_island, offset(km, 225, zone_claim=said))
    assert (found.verdict, found.computed) == (verdict, computed), found.explanation


def test_a_town_in_the_surf_is_ashore(lone_island):
    town = Place(place_id="t:town", name="Lone Town", type="town", country="JPN", lat=24.0, lon=154.0001)
    where = Location(place=town, lat=town.lat, lon=town.lon, uncertainty_km=2.0)
    claim = replace(
        samples.IMPACT, zone_claim="outside:JPN-EEZ", location=where, relation="in", offset_km=None
    )
    (found,) = judge(lone_island, claim)
    assert found.verdict == "undetermined"
    assert "is on land" in found.explanation
    (found,) = judge(lone_island, replace(claim, relation="near"))
    assert found.verdict == "inconsistent"


def test_founding_impact_is_too_close_to_call(sea_of_japan):
    (found,) = judge(sea_of_japan, *samples.FOUNDING_CLAIMS)
    assert found.verdict == "marginal"
    assert 5 <= found.margin <= 12
    assert found.tolerance == 32
    assert found.explanation.startswith(
        "Said to be outside Japan's EEZ; 200 km west of Okushiri Island is 9 km inside the median line with "
        "Russia (which crosses that bearing at 209 km)"
    )
    assert found.explanation.endswith("too close to call.")


def test_both_statements_of_a_point_near_the_line_are_marginal(sea_of_japan):
    inside = replace(samples.IMPACT, zone_claim="inside:JPN-EEZ")
    (outside_found,) = judge(sea_of_japan, samples.IMPACT)
    (inside_found,) = judge(sea_of_japan, inside)
    assert outside_found.verdict == inside_found.verdict == "marginal"
    assert outside_found.margin == inside_found.margin


OPPOSITE = {"consistent": "inconsistent", "inconsistent": "consistent", "marginal": "marginal"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(20, 1200), st.floats(0, 359))
def test_what_speaks_for_inside_speaks_against_outside(lone_island, km, bearing):
    (inside,) = judge(lone_island, offset(km, bearing, zone_claim="inside:JPN-EEZ"))
    (outside,) = judge(lone_island, offset(km, bearing, zone_claim="outside:JPN-EEZ"))
    assert outside.verdict == OPPOSITE[inside.verdict]
    assert (inside.margin, inside.tolerance) == (outside.margin, outside.tolerance)


def test_an_area_across_the_line_makes_a_clear_point_marginal(lone_island):
    claim = offset(320, 225, zone_claim="inside:JPN-EEZ")
    wide = geodesy.circle(claim.location.lat, claim.location.lon, radius_km=300)
    (found,) = judge(lone_island, replace(claim, location=replace(claim.location, area=wide)))
    assert found.verdict == "marginal"
    assert "of the area that the words allow is as said" in found.explanation


def test_the_named_states_own_view_can_uphold_a_report(coast_points):
    zones = coast_points(
        {"JPN": [(36.3, 133.2)], "KOR": [(37.5, 130.9)]},
        views={"JPN": {"JPN": [(36.3, 133.2), (37.24, 131.87)], "KOR": [(37.5, 130.9)]}},
    )
    dogo = replace(ISLAND, name="Dogo", lat=36.33, lon=133.2)
    claim = offset(160, 315, zone_claim="inside:JPN-EEZ", place=dogo)
    (found,) = judge(zones, claim)
    assert found.verdict == "marginal"
    assert "in Japan's own view, in which a disputed rock decides" in found.explanation
    (other,) = judge(zones, replace(claim, zone_claim="outside:JPN-EEZ"))
    assert other.verdict in {"consistent", "marginal"}
    assert "inside in Japan's own view, in which a disputed rock decides" in other.explanation


@pytest.mark.parametrize(
    ("offset_km", "said", "words"),
    [
        (300, "inside", ", as said, as is all of the area that the words allow."),
        (200, "outside", ": none of the area that the words allow is as said."),
        (365, "inside", "of the area that the words allow is as said: too close to call."),
    ],
)
def test_the_share_of_the_area_is_told_whatever_the_verdict(lone_island, offset_km, said, words):
    (found,) = judge(lone_island, offset(offset_km, 225, zone_claim=f"{said}:JPN-EEZ"))
    assert found.explanation.endswith(words)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"location": None}, "the place is not known"),
        ({"location": Location(note="not found")}, "the place is not known"),
        ({"zone_claim": "inside:Atlantis"}, "no zone that can be derived"),
        ({"zone_claim": "inside:JPN-ADIZ"}, "no zone that can be derived"),
        ({"offset_deg": None}, "in which direction from Lone Island is not said"),
        ({"offset_km": None}, "how far from Lone Island is not said"),
        ({"relation": "off", "offset_km": None, "offset_deg": None}, "how far from Lone Island is not said"),
    ],
)
def test_undetermined_says_what_is_missing(lone_island, fields, words):
    claim = offset(300, 225, zone_claim="outside:JPN-EEZ")
    (found,) = judge(lone_island, replace(claim, **fields))
    assert found.verdict == "undetermined"
    assert words in found.explanation


def test_what_limits_the_answer_is_told(coast_points):
    note = "equidistance estimate, not a legal boundary; the median stands in for an agreed line"
    (found,) = judge(
        coast_points({"JPN": [(24.0, 154.0)]}, note=note), offset(300, 225, zone_claim="inside:JPN-EEZ")
    )
    assert found.explanation.endswith(
        ", as said, as is all of the area that the words allow (the median stands in for an agreed line)."
    )


def test_a_point_on_land_has_no_zone(coast_points):
    (found,) = judge(
        coast_points({"JPN": [(24.0, 154.0)]}, land=True), offset(300, 225, zone_claim="inside:JPN-EEZ")
    )
    assert found.verdict == "undetermined"
    assert "on land" in found.explanation


@pytest.mark.parametrize(
    ("south", "said", "verdict"),
    [
        (22.0, "inside:JPN-EEZ", "consistent"),
        (22.0, "outside:JPN-EEZ", "inconsistent"),
        (10.0, "inside:JPN-EEZ", "undetermined"),
        (10.0, "outside:JPN-EEZ", "undetermined"),
    ],
)
def test_a_sea_has_an_answer_only_when_all_of_it_lies_on_one_side(lone_island, south, said, verdict):
    sea = Place(
        place_id="t:sea",
        name="Test Sea",
        type="sea",
        country="",
        lat=23.0,
        lon=154.0,
        area=shapely.box(153, south, 155, 23.5),
    )
    where = Location(place=sea, lat=23.0, lon=154.0, area=sea.area, area_is_place=True, uncertainty_km=100)
    claim = replace(
        samples.IMPACT, zone_claim=said, location=where, relation="in", offset_km=None, offset_deg=None
    )
    (found,) = judge(lone_island, claim)
    assert found.verdict == verdict, found.explanation


def test_a_launch_that_repeats_the_zone_of_its_impact_is_not_judged(sea_of_japan):
    launch = replace(samples.LAUNCH, zone_claim="outside:JPN-EEZ")
    (found,) = judge(sea_of_japan, launch, samples.IMPACT)
    assert [claim.claim_id for claim in found.claims] == ["c-impact"]


def test_a_state_with_no_coast_in_reach_is_far(lone_island):
    (found,) = judge(lone_island, offset(100, 225, zone_claim="inside:RUS-EEZ"))
    assert found.verdict == "inconsistent"
    assert found.margin is None
    assert "far outside" in found.explanation


def test_the_share_of_half_a_disc_is_a_half(lone_island):
    lat, lon = geodesy.destination(24.0, 154.0, bearing_deg=90, distance_km=370.4)
    where = Location(place=ISLAND, lat=lat, lon=lon, uncertainty_km=20)
    found = margins.position(where, lat, lon, sovereign="JPN", zone=margins.ZONES["EEZ"], zones=lone_island)
    # The limit is an arc: of a disc of 20 km on it a little less than half lies inside.
    assert found.share == pytest.approx(0.5 - 20 / (3 * math.pi * 370.4), abs=0.01)


def test_it_says_on_which_bearing_the_line_is_met(sea_of_japan):
    okushiri = Place(
        place_id="t:okushiri", name="Okushiri Island", type="island", country="JPN", lat=42.16, lon=139.40
    )
    claim = offset(250, 270, zone_claim="outside:JPN-EEZ", place=okushiri)
    (found,) = judge(sea_of_japan, claim)
    bearing = margins.bearing_of_edge(claim, sovereign="JPN", zone=margins.ZONES["EEZ"], zones=sea_of_japan)
    assert f"is met at that distance on a bearing of {bearing:.0f} degrees" in found.explanation
    lat, lon = geodesy.destination(42.16, 139.40, bearing_deg=bearing, distance_km=250)
    assert abs(sea_of_japan.clearance([lat], [lon], sovereign="JPN", limit_km=370.4)[0]) < 1.5


def test_where_no_turn_changes_the_answer_none_is_told(lone_island):
    (found,) = judge(lone_island, offset(300, 225, zone_claim="outside:JPN-EEZ"))
    assert "is met" not in found.explanation


def test_a_distance_off_a_coast_is_judged_by_all_of_the_sea_at_that_distance(lone_island):
    ring = geodesy.sector(ISLAND.lat, ISLAND.lon, near_km=75, far_km=125, from_deg=120, to_deg=240)
    claim = replace(offset(100, 180, zone_claim="outside:JPN-EEZ"), relation="off", offset_deg=None)
    location = replace(claim.location, area=ring)
    (found,) = judge(lone_island, replace(claim, location=location))
    assert found.verdict == "inconsistent"
    assert found.explanation.endswith("; 0% of what the words allow around 100 km off Lone Island is so.")
    (found,) = judge(lone_island, replace(claim, location=location, zone_claim="inside:JPN-EEZ"))
    assert found.verdict == "consistent"
