"""Every way in which reports write a place leads to the same place.

`spellings.csv` has a name as English news writes it, what it is and a position, rounded, with how close the
answer must be; then national, Russian and former names in several scripts and romanizations (BGN/PCGN,
McCune-Reischauer, Revised).
"""

import csv
from pathlib import Path

import pytest

from sitmap import geocode, geodesy

with (Path(__file__).parent / "spellings.csv").open(encoding="utf-8", newline="") as _file:
    PLACES = tuple(csv.DictReader(_file))
VARIANTS = [(row["name"], spelling) for row in PLACES for spelling in row["spellings"].split("|")]


def test_there_are_at_least_sixty_places():
    assert len({row["name"] for row in PLACES}) >= 60


@pytest.mark.parametrize("row", PLACES, ids=lambda row: row["name"])
def test_a_place_is_the_right_feature(row):
    place = geocode.search(row["name"])[0].place
    assert (place.type, place.country) == (row["type"], row["country"])
    off_km = geodesy.distance(place.lat, place.lon, float(row["lat"]), float(row["lon"]))
    assert off_km <= float(row["within_km"])


@pytest.mark.parametrize(("name", "spelling"), VARIANTS)
def test_a_spelling_finds_the_same_place(name, spelling):
    first = geocode.search(spelling)[0]
    assert first.place.place_id == geocode.search(name)[0].place.place_id
    assert first.how in {"exact", "alias", "variant"}
