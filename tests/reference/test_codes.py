"""Codes of divisions go by the towns that lie in them, not by what an old edition says."""

import pytest
import shapely

from sitmap import geocode
from sitmap.reference import codes, towns

MAYENNE = shapely.box(-1.2, 47.7, 0.0, 48.6)
BRITTANY = shapely.box(-5.2, 47.2, -1.0, 48.9)
#: Rennes, Brest, Quimper and Vitré have Brittany's code; Laval, in Mayenne, Pays de la Loire's.
TOWNS = [
    ("FR.53", 48.117, -1.678),
    ("FR.53", 48.39, -4.486),
    ("FR.53", 47.996, -4.103),
    ("FR.53", 48.124, -1.214),
    ("FR.52", 48.073, -0.77),
    ("GB.ENG", 50.376, -4.143),
]


@pytest.fixture
def towned(monkeypatch, tmp_path):
    monkeypatch.setattr(towns, "coded", lambda _cache: iter(TOWNS))
    return codes.Codes(tmp_path)


def test_a_code_whose_towns_lie_elsewhere_is_not_borne(towned):
    assert not towned.borne(MAYENNE, "FR.53")
    assert towned.borne(BRITTANY, "FR.53")


def test_a_code_without_towns_cannot_be_refused(towned):
    assert towned.borne(MAYENNE, "FR.999")


def test_the_code_is_the_one_that_most_towns_inside_have(towned):
    assert towned.of(BRITTANY, "FR") == "FR.53"
    assert towned.of(MAYENNE, "FR") == "FR.52"
    assert towned.of(BRITTANY, "GB") == ""  # Plymouth lies across the sea
    assert towned.of(shapely.box(10, 10, 11, 11), "FR") == ""


@pytest.mark.parametrize(
    ("name", "seat"),
    [
        ("Brittany", "Rennes"),
        ("Normandy", "Caen"),
        ("Corsica", "Corte"),
        ("Catalonia", "Barcelona"),
        ("Andalusia", "Sevilla"),
        ("Lombardy", "Milano"),
        ("Tuscany", "Firenze"),
        ("Flanders", "Antwerpen"),
        ("Central Luzon", "San Fernando"),
        ("Ilocos Norte", "Laoag"),
    ],
)
def test_regions_that_english_names_hold_their_towns(name, seat):
    region = next(m.place for m in geocode.search(name) if m.place.type == "admin1")
    outline = geocode.get(region.place_id).area
    inside = [m.place for m in geocode.search(seat) if shapely.contains_xy(outline, m.place.lon, m.place.lat)]
    assert any(place.type == "town" for place in inside)
