"""Places against stated distance: points, areas, countries, and what steers."""

from dataclasses import replace

import pytest

import samples
from sitmap import geodesy
from sitmap.checks import figure
from sitmap.checks import range as distance
from sitmap.checks.case import open_case
from sitmap.model import Location, Place


def place(name, lat, lon, country="", kind="town"):
    return Place(place_id=f"t:{name}", name=name, type=kind, country=country, lat=lat, lon=lon)


SUNAN = place("Sunan", 39.20, 125.69, "PRK")
KAPUSTIN_YAR = place("Kapustin Yar", 48.57, 45.78, "RUS", "launch-site")
DNIPRO = place("Dnipro", 48.46, 35.05, "UKR")


def at(spot, uncertainty_km=0.0, **fields):
    known = {"place": spot, "lat": spot.lat, "lon": spot.lon, "score": 1.0}
    return Location(uncertainty_km=uncertainty_km, **known | fields)


def judge(start, end, range_km, **fields):
    apart = {"relation": "at", "offset_km": None, "offset_deg": None, "bearing_deg": None}
    plain = apart | {"range_km": range_km} | fields
    launch = replace(samples.LAUNCH, **plain | {"location": start})
    impact = replace(samples.IMPACT, **plain | {"location": end})
    return tuple(distance.judge(open_case([launch, impact], zones=None)))


def test_founding_country_fits_somewhere():
    (found,) = tuple(distance.judge(open_case([samples.LAUNCH, samples.IMPACT], zones=None)))
    assert found.verdict == "consistent"
    assert found.explanation.startswith("From North Korea to 200 km west of Okushiri Island is about ")
    low, high = (float(end.replace(",", "")) for end in found.computed.split(" to "))
    assert low < 1000 < high


@pytest.mark.parametrize(
    ("uncertainty_km", "stated", "verdict"),
    [
        (5, 800.0, "consistent"),
        (5, 790.0, "consistent"),
        (5, 1600.0, "inconsistent"),
        (5, 400.0, "inconsistent"),
        (100, 900.0, "marginal"),
        (100, 700.0, "marginal"),
    ],
)
def test_kapustin_yar_to_dnipro(uncertainty_km, stated, verdict):
    (found,) = judge(at(KAPUSTIN_YAR, 5), at(DNIPRO, uncertainty_km), stated)
    assert found.verdict == verdict, found.explanation
    assert found.computed == "792"


def test_the_margin_is_the_gap_and_the_tolerance_the_words_and_places():
    (found,) = judge(at(KAPUSTIN_YAR), at(DNIPRO), 1600.0)
    nominal = geodesy.distance(KAPUSTIN_YAR.lat, KAPUSTIN_YAR.lon, DNIPRO.lat, DNIPRO.lon)
    assert found.margin == pytest.approx(1600 - nominal)
    assert found.tolerance == 50.0 + 0.05 * 1600


@pytest.mark.parametrize("radius_km", [1, 50, 400])
def test_distance_between_circles_is_that_of_the_centres_less_and_more_the_radii(radius_km):
    found = distance.between(at(SUNAN, radius_km), at(DNIPRO))
    nominal = geodesy.distance(SUNAN.lat, SUNAN.lon, DNIPRO.lat, DNIPRO.lon)
    assert found.nominal == pytest.approx(nominal)
    assert found.least == pytest.approx(nominal - radius_km, abs=0.02 * radius_km)
    assert found.greatest == pytest.approx(nominal + radius_km, abs=0.02 * radius_km)


def test_places_that_fit_any_distance_leave_it_open():
    (found,) = judge(at(samples.RUSSIA, area=samples.RUSSIA.area, area_is_place=True), at(DNIPRO), 1000.0)
    assert found.verdict == "undetermined"
    assert "from Russia to Dnipro may be anything from " in found.explanation


def test_the_distance_of_a_salvo_may_be_that_of_another_missile():
    plain = {"range_km": 1600.0, "relation": "at", "offset_km": None, "offset_deg": None}
    launch = replace(samples.LAUNCH, location=at(KAPUSTIN_YAR, 5), **plain)
    impacts = [
        replace(samples.IMPACT, claim_id=f"c-{spot.name}", location=at(spot, 5), **plain)
        for spot in (DNIPRO, SUNAN)
    ]
    found = tuple(distance.judge(open_case([launch, *impacts], zones=None)))
    assert [judgement.verdict for judgement in found] == ["undetermined", "undetermined"]
    assert "several impacts" in found[0].explanation


def test_a_drone_may_fly_farther_than_the_straight_line_but_not_less():
    (longer,) = judge(at(SUNAN), at(DNIPRO), 14000.0, asset="drone")
    assert longer.verdict == "undetermined"
    assert "need not fly straight" in longer.explanation
    (shorter,) = judge(at(SUNAN), at(DNIPRO), 500.0, asset="drone")
    assert shorter.verdict == "inconsistent"


@pytest.mark.parametrize(
    ("start", "end", "missing"),
    [
        (None, at(DNIPRO), "launch"),
        (at(SUNAN), None, "impact"),
        (Location(note="not found"), at(DNIPRO), "launch"),
    ],
)
def test_undetermined_says_which_place_is_missing(start, end, missing):
    (found,) = judge(start, end, 1000.0)
    assert found.verdict == "undetermined"
    assert f"place of {missing}" in found.explanation


def test_without_a_stated_distance_there_is_nothing_to_hold_to_account():
    assert judge(at(SUNAN), at(DNIPRO), None) == ()


@pytest.mark.parametrize(
    ("miles", "verdict", "told"),
    [
        (4200, "undetermined", "fits 4,200 miles if they are nautical"),
        (4840, "consistent", "which fits the stated"),
        (3000, "inconsistent", "against a stated"),
    ],
)
def test_miles_that_fit_only_as_nautical_ones_are_left_open(miles, verdict, told):
    vandenberg = place("Vandenberg", 34.7373, -120.584, "USA", "base")
    kwajalein = place("Kwajalein Atoll", 8.72, 167.73, "MHL", "island")
    (found,) = judge(at(vandenberg), at(kwajalein), round(miles * 1.609344, 4))
    assert found.verdict == verdict, found.explanation
    assert told in found.explanation


@pytest.mark.parametrize("km", [1000.0, 1600.5, 6700.0])
def test_kilometres_are_no_miles(km):
    assert figure.nautical(figure.kilometres(km)) is None


def test_off_a_place_with_no_distance_is_any_point_of_its_waters():
    hamhung = place("Hamhung", 39.9, 127.5, "PRK")
    waters = at(hamhung, 60, area=geodesy.circle(39.9, 128.5, radius_km=120))
    assert judge(at(SUNAN, 5), waters, 300.0, relation="off")[0].verdict == "consistent"
    assert judge(at(SUNAN, 5), waters, 300.0, relation="near")[0].verdict == "marginal"
