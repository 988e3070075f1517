"""Names that defence reports use: each resolves near where the page, or the entry, named for it puts it."""

import pytest

from sitmap import geocode, geodesy

#: How far the place may lie from that point, km.
NEAR_KM = 25
#: Name, latitude and longitude, as published or as another entry has them.
NAMES = """
    Tahiti = -17.68 -149.41
    Bora Bora = -16.50 -151.74
    Moorea = -17.53 -149.83
    Maui = 20.80 -156.33
    Molokai = 21.13 -157.03
    Yap = 9.53 138.12
    Failaka = 29.44 48.33
    Dahlak Archipelago = 15.65 40.10
    Sanafir = 27.93 34.70
    Samos = 37.75 26.83
    Kos = 36.85 27.23
    Terceira = 38.72 -27.22
    Lajes = 38.76 -27.09
    Socheong = 37.77 124.74
    Eocheong = 36.12 125.98
    Daecheong = 37.83 124.70
    Dongyin Island = 26.37 120.49
    Pag-asa Island = 11.05 114.28
    Fiery Cross = 9.55 112.89
    Gaven Reef = 10.21 114.22
    Johnson Reef = 9.72 114.28
    Cuarteron Reef = 8.88 112.84
    Hughes Reef = 9.93 114.50
    Triton Island = 15.78 111.20
    Macclesfield Bank = 16.00 114.50
    Luconia Shoals = 5.60 112.60
    Perejil = 35.91 -5.42
    Kinburn Spit = 46.56 31.53
    Netzarim corridor = 31.47 34.43
    Philadelphi corridor = 31.27 34.26
    Lachin corridor = 39.70 46.65
    Doklam = 27.30 88.93
    Galwan Valley = 34.75 78.26
    Depsang Plains = 35.30 78.00
    Siachen = 35.42 77.11
    Aksai Chin = 35.00 79.00
    Pankisi Gorge = 42.12 45.27
    Malan = 42.19 87.33
    Khiam = 33.33 35.61
    Aita al-Shaab = 33.10 35.33
    Maroun al-Ras = 33.08 35.42
    Mais al-Jabal = 33.17 35.53
    Kfarkela = 33.28 35.55
    Shujaiya = 31.50 34.47
    Jisr al-Shughur = 35.81 36.32
    Tel Rifaat = 36.47 37.09
    Al-Hol = 36.39 41.15
    Tishrin Dam = 36.38 38.18
    Qamishli = 37.05 41.23
    Masisi = -1.40 28.80
    Kitshanga = -1.25 29.06
    Rubaya = -1.56 28.88
    Minova = -1.71 29.02
    Bunagana = -1.30 29.60
    Heglig = 10.00 29.40
    Al-Obeid = 13.18 30.22
    GERD = 11.22 35.09
    Jangyon = 38.25 125.10
    MacDill Air Force Base = 27.85 -82.52
    Naval Air Station Whidbey Island = 48.35 -122.66
    Hyakuri = 36.18 140.41
    Azovstal = 47.10 37.55
"""
#: Name and the area that it is; `tests/reference/test_outlines.py` holds their outlines to towns.
AREAS = """
    Republika Srpska = sitmap:area/republika-srpska
    Bukovina = sitmap:area/bukovina
    Vojvodina = sitmap:area/vojvodina
    Sandzak = sitmap:area/sandzak
    Pamir = sitmap:area/pamir
    Samaria = sitmap:area/samaria
    Judea = sitmap:area/judea
    Galmudug = sitmap:area/galmudug
    Hirshabelle = sitmap:area/hirshabelle
    Ogaden = geonames:444186
"""


def rows(table):
    for line in table.strip().splitlines():
        name, _, meant = line.strip().partition(" = ")
        yield name, meant


def resolved(name):
    text = f"A drone was seen near {name} on Monday, the ministry said."
    at = text.index(name)
    return [t.place for t in geocode.toponyms(text) if at <= t.span.start < at + len(name)]


@pytest.mark.parametrize(("name", "point"), tuple(rows(NAMES)))
def test_a_name_of_the_news_resolves_near_its_place(name, point):
    (place,) = resolved(name)
    assert geodesy.distance(place.lat, place.lon, *map(float, point.split())) <= NEAR_KM


@pytest.mark.parametrize(("name", "place_id"), tuple(rows(AREAS)))
def test_a_region_of_the_news_resolves_to_its_area(name, place_id):
    assert [place.place_id for place in resolved(name)] == [place_id]


@pytest.mark.parametrize("name", ["GIUK gap", "Suwalki gap", "Suwalki corridor"])
def test_a_generic_word_in_small_letters_belongs_to_the_name(name):
    text = f"Patrols crossed the {name} on Monday."
    (toponym,) = [t for t in geocode.toponyms(text) if t.place is not None]
    assert toponym.text == name
    assert toponym.place.type in {"area", "sea"}
