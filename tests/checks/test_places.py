"""Places within places."""

from dataclasses import replace

import pytest
import shapely

import samples
from sitmap.checks.places import contains
from sitmap.model import Location, Place


def at(place):
    return Location(place=place, lat=place.lat, lon=place.lon)


SUDZHA = Place(
    place_id="t:sudzha",
    name="Sudzha",
    type="town",
    country="RUS",
    lat=51.19,
    lon=35.27,
    admin1="Kursk Oblast",
)
BELGOROD = replace(
    SUDZHA, place_id="t:belgorod", name="Belgorod", lat=50.6, lon=36.6, admin1="Belgorod Oblast"
)
# A province that the gazetteer files under a region.
PALAWAN = Place(place_id="t:palawan", name="Palawan", type="admin1", country="PHL", lat=9.0, lon=117.9)
PUERTO_PRINCESA = Place(
    place_id="t:puerto",
    name="Puerto Princesa",
    type="town",
    country="PHL",
    lat=9.74,
    lon=118.74,
    admin1="Mimaropa",
    admin2="Province of Palawan",
)
BLACK_SEA = Place(
    place_id="t:black-sea",
    name="Black Sea",
    type="sea",
    country="",
    lat=43.0,
    lon=34.0,
    area=shapely.box(28, 41, 41, 46),
)
OFF_ODESA = Place(place_id="t:snake", name="Snake Island", type="island", country="", lat=45.25, lon=30.2)

BALTIC_COAST = replace(SUDZHA, place_id="t:narva", name="Narva", country="EST", lat=59.38, lon=28.19)


@pytest.mark.parametrize(
    ("outer", "inner", "within"),
    [
        (samples.RUSSIA, samples.KURSK, True),
        (samples.RUSSIA, SUDZHA, True),
        (samples.KURSK, SUDZHA, True),
        (samples.KURSK, BELGOROD, False),
        (samples.KURSK, samples.RUSSIA, False),
        (PALAWAN, PUERTO_PRINCESA, True),
        (replace(PALAWAN, name="Cebu"), PUERTO_PRINCESA, False),
        (samples.RUSSIA, samples.RUSSIA, False),
        (samples.NORTH_KOREA, samples.KURSK, False),
        (BLACK_SEA, OFF_ODESA, True),
        (BLACK_SEA, SUDZHA, False),
        (SUDZHA, samples.KURSK, False),
        (replace(samples.KURSK, country=""), replace(SUDZHA, country="", admin1=""), True),
        # No country is not a country that all places without one lie in.
        (replace(samples.RUSSIA, country="", area=None), OFF_ODESA, False),
        # A generous outline takes in no place that the gazetteer files under another country.
        (replace(samples.RUSSIA, area=shapely.box(20, 40, 180, 80)), BALTIC_COAST, False),
    ],
)
def test_contains(outer, inner, within):
    assert contains(at(outer), at(inner)) is within


@pytest.mark.parametrize(
    ("outer", "inner"), [(None, at(SUDZHA)), (at(SUDZHA), None), (Location(), Location())]
)
def test_a_missing_place_neither_contains_nor_is_contained(outer, inner):
    assert contains(outer, inner) is False
