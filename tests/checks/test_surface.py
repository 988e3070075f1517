"""At sea or on land: words, the force, the coast, and what says nothing."""

from dataclasses import replace

import pytest

import samples
from sitmap.checks import surface
from sitmap.checks.case import open_case
from sitmap.model import Location, Place

ADEN = Place(place_id="t:aden", name="Aden", type="town", country="YEM", lat=12.79, lon=45.03)


def claim(bearing=0.0, km=130.0, uncertainty_km=50.0, quote="a ship was hit by a projectile", **fields):
    where = fields.pop("location", None) or Location(
        place=ADEN, lat=13.96, lon=45.03, uncertainty_km=uncertainty_km
    )
    words = {"relation": "offset", "offset_km": km, "offset_deg": bearing, "zone_claim": ""}
    return replace(samples.IMPACT, quote=quote, location=where, **words | fields)


def judge(zones, *claims):
    return tuple(surface.judge(open_case(claims, zones)))


@pytest.fixture
def inland(coast_points):
    """Land, 98 km from its coast at the point of the claim."""
    return coast_points({"YEM": [(13.07, 45.03)]}, land=True)


@pytest.fixture
def offshore(coast_points):
    return coast_points({"YEM": [(13.07, 45.03)]})


def test_a_ship_hit_on_dry_land(inland):
    (found,) = judge(inland, claim())
    assert found.verdict == "inconsistent"
    assert found.explanation == "Said to be at sea; 130 km north of Aden is on land, 98 km from the coast."


def test_a_coast_within_the_uncertainty_of_the_words(inland):
    (found,) = judge(inland, claim(uncertainty_km=120.0))
    assert found.verdict == "marginal"
    assert "no farther than the words are uncertain" in found.explanation


def test_a_ship_at_sea(offshore):
    (found,) = judge(offshore, claim())
    assert found.verdict == "consistent"


def test_a_field_in_the_sea(offshore):
    (found,) = judge(offshore, claim(quote="it fell into a field"))
    assert found.verdict == "inconsistent"
    assert found.explanation.startswith("Said to be on land; 130 km north of Aden is at sea")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "sea"),
        ({"quote": "It Splashed Down there"}, "sea"),
        ({"quote": "seen 130 km north", "asset": "ships"}, "sea"),
        ({"quote": "seen 130 km north", "zone_claim": "outside:JPN-EEZ"}, "sea"),
        ({"quote": "it fell on farmland"}, "land"),
        ({"quote": "a warship fired it at a field"}, ""),
        ({"quote": "seen 130 km north of the battlefield"}, ""),
        ({"relation": "at"}, ""),
        ({"relation": "near", "offset_km": None, "offset_deg": None}, ""),
        ({"offset_deg": None}, ""),
    ],
)
def test_what_the_words_say(fields, said):
    assert surface.surface_said(claim(**fields)) == said


def test_a_place_not_found_is_not_judged(inland):
    assert judge(inland, claim(location=Location(note="not found"))) == ()


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("a drone crashed into the Black Sea", "sea"),
        ("debris fell in the Sea of Azov", "sea"),
        ("a drone flew over the Black Sea", ""),
        ("a drone came down in a field", "land"),
    ],
)
def test_a_named_water_is_sea(quote, said):
    assert surface.surface_said(claim(quote=quote, asset="drone")) == said
