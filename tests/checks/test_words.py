"""Numbers and names as an analyst writes them."""

from dataclasses import replace

import pytest

import samples
from sitmap.checks import states, words
from sitmap.model import Location, Place

SPOT = Place(place_id="pin:51.2,35.3", name="", type="", country="RUS", lat=51.2, lon=-35.304)
BLACK_SEA = Place(
    place_id="t:black-sea",
    name="Black Sea",
    type="sea",
    country="",
    lat=43.0,
    lon=34.0,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [(7000.0, "7,000"), (75.64, "75.6"), (-1526.0, "-1,526"), (0.5, "0.5"), (999.98, "1,000")],
)
def test_number(value, text):
    assert words.number(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(7648.2, "7,650"), (129.64, "130"), (6.4, "6"), (0.0, "0"), (12345.0, "12,300")]
)
def test_about(value, text):
    assert words.about(value) == text


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(86, "86 minutes"), (1, "1 minute"), (0.5, "30 seconds"), (900, "15 hours"), (67.5, "67.5 minutes")],
)
def test_hours(minutes, text):
    assert words.hours(minutes) == text


def test_a_spot_without_a_name_is_told_by_its_coordinates():
    assert words.named(SPOT) == "the spot 51.20, -35.30"
    moved = replace(samples.TROOPS_KURSK, location=Location(place=SPOT, lat=51.2, lon=-35.304))
    assert words.place(moved) == "the spot 51.20, -35.30"


def test_where_in_words():
    assert words.where(samples.IMPACT) == "200 km west of Okushiri Island"
    assert words.where(replace(samples.IMPACT, offset_deg=None)) == "200 km from Okushiri Island"
    assert words.where(replace(samples.IMPACT, offset_km=129.64, offset_deg=20.0)).startswith(
        "130 km north-n"
    )
    assert (
        words.place(replace(samples.IMPACT, location=Location(place=BLACK_SEA, lat=43.0, lon=34.0)))
        == "the Black Sea"
    )
    assert words.place(replace(samples.UNFOUND, place_text="Nowhere\n ri", location=None)) == "Nowhere ri"
    assert words.place(replace(samples.UNFOUND, place_text="", location=None)) == "a place not named"


@pytest.mark.parametrize(
    ("code", "name", "possessive"),
    [
        ("JPN", "Japan", "Japan's"),
        ("PHL", "the Philippines", "the Philippines'"),
        ("USA", "the United States", "the United States'"),
        ("PRK", "North Korea", "North Korea's"),
        ("XXX", "XXX", "XXX's"),
    ],
)
def test_states(code, name, possessive):
    assert (states.name(code), states.possessive(code)) == (name, possessive)


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Sea of Japan", "sea", "the Sea of Japan"),
        ("West Bank", "area", "the West Bank"),
        ("Negev", "area", "the Negev"),
        ("Oga Peninsula", "cape", "the Oga Peninsula"),
        ("Senkaku Islands", "island", "the Senkaku Islands"),
        ("Golan Heights", "area", "the Golan Heights"),
        ("Crimea", "area", "Crimea"),
        ("Kursk Oblast", "admin1", "Kursk Oblast"),
        ("Chelsea", "town", "Chelsea"),
        ("The Hague", "town", "The Hague"),
        ("Philippines", "country", "the Philippines"),
    ],
)
def test_the_article_of_a_place(name, kind, expected):
    code = "PHL" if kind == "country" else ""
    place = Place(place_id="t:x", name=name, type=kind, country=code, lat=0.0, lon=0.0)
    assert words.named(place) == expected
