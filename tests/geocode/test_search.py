"""Sixty named places and more, each the right feature in the right place."""

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from sitmap import geocode, geodesy
from sitmap.errors import PlaceError

# Name as a reader would type it, type, country, and a published position with how close the answer must be.
PLACES = [
    ("Okushiri Island", "island", "JPN", 42.16, 139.46, 8),
    ("Oshima-Oshima", "island", "JPN", 41.51, 139.37, 5),
    ("Yonaguni Island", "island", "JPN", 24.46, 122.99, 6),
    ("Hateruma Island", "island", "JPN", 24.06, 123.79, 5),
    ("Hokkaido", "admin1", "JPN", 43.5, 142.8, 150),
    ("Hakodate", "town", "JPN", 41.78, 140.74, 10),
    ("Hiroshima Prefecture", "admin1", "JPN", 34.6, 132.8, 50),
    ("Cape Erimo", "cape", "JPN", 41.92, 143.24, 5),
    ("Kadena Air Base", "base", "JPN", 26.36, 127.77, 5),
    ("Kursk Oblast", "admin1", "RUS", 51.7, 36.2, 60),
    ("Kursk", "town", "RUS", 51.73, 36.19, 10),
    ("Engels", "town", "RUS", 51.48, 46.11, 15),
    ("Engels-2", "base", "RUS", 51.48, 46.21, 5),
    ("Plesetsk Cosmodrome", "launch-site", "RUS", 62.93, 40.57, 10),
    ("Kapustin Yar test range", "range", "RUS", 48.57, 46.3, 15),
    ("Vostochny Cosmodrome", "launch-site", "RUS", 51.88, 128.33, 10),
    ("Novaya Zemlya", "island", "RUS", 74.0, 57.0, 250),
    ("Pankovo", "range", "RUS", 73.1, 53.35, 20),
    ("Rogachevo", "base", "RUS", 71.62, 52.48, 10),
    ("Vladivostok", "town", "RUS", 43.11, 131.87, 12),
    ("Baikonur Cosmodrome", "launch-site", "KAZ", 45.96, 63.31, 15),
    ("Sohae", "launch-site", "PRK", 39.66, 124.7, 6),
    ("Tongchang-ri", "launch-site", "PRK", 39.66, 124.7, 6),
    ("Musudan-ri", "launch-site", "PRK", 40.86, 129.67, 6),
    ("Sunan", "town", "PRK", 39.2, 125.69, 8),
    ("Wŏnsan", "town", "PRK", 39.15, 127.44, 8),
    ("Wonsan", "town", "PRK", 39.15, 127.44, 8),
    ("Punggye-ri", "facility", "PRK", 41.28, 129.09, 8),
    ("Jiuquan Satellite Launch Center", "launch-site", "CHN", 40.96, 100.29, 15),
    ("Wenchang Space Launch Site", "launch-site", "CHN", 19.61, 110.95, 8),
    ("Zhejiang", "admin1", "CHN", 29.1, 120.1, 60),
    ("Taiwan Strait", "sea", "", 24.4, 119.3, 120),
    ("Imam Khomeini Spaceport", "launch-site", "IRN", 35.23, 53.92, 10),
    ("Shahroud Space Center", "launch-site", "IRN", 36.2, 55.33, 10),
    ("Natanz Nuclear Facility", "facility", "IRN", 33.72, 51.73, 5),
    ("Sonmiani", "range", "PAK", 25.19, 66.75, 15),
    ("Abdul Kalam Island", "island", "IND", 20.757, 87.085, 5),
    ("Integrated Test Range", "range", "IND", 21.44, 87.01, 8),
    ("Satish Dhawan Space Centre", "launch-site", "IND", 13.72, 80.23, 8),
    ("Khmeimim", "base", "SYR", 35.401, 35.949, 3),
    ("Hmeimim Air Base", "base", "SYR", 35.401, 35.949, 3),
    ("Tartus naval base", "port", "SYR", 34.91, 35.87, 4),
    ("Nevatim Air Base", "base", "ISR", 31.208, 35.012, 3),
    ("Tel Nof Air Base", "base", "ISR", 31.84, 34.82, 3),
    ("Golan Heights", "area", "", 33.0, 35.8, 30),
    ("Gaza Strip", "area", "PSE", 31.4, 34.35, 20),
    ("Crimea", "area", "UKR", 45.2, 34.2, 80),
    ("Donbas", "area", "UKR", 48.4, 38.3, 100),
    ("Pokrovsk", "town", "UKR", 48.28, 37.18, 10),
    ("Pivdenmash", "facility", "UKR", 48.44, 35.0, 5),
    ("Darfur", "area", "SDN", 13.0, 24.5, 250),
    ("Kashmir", "area", "", 34.8, 76.0, 200),
    ("Rzeszów-Jasionka Airport", "airport", "POL", 50.11, 22.02, 3),
    ("Rukla", "base", "LTU", 55.05, 24.39, 5),
    ("Ämari Air Base", "base", "EST", 59.26, 24.21, 4),
    ("Andersen Air Force Base", "base", "GUM", 13.58, 144.93, 5),
    ("Andøya Spaceport", "launch-site", "NOR", 69.11, 15.59, 5),
    ("Guiana Space Centre", "launch-site", "GUF", 5.24, -52.77, 8),
    ("Roosevelt Roads", "base", "PRI", 18.245, -65.64, 5),
    ("Scarborough Shoal", "reef", "", 15.17, 117.76, 8),
    ("Second Thomas Shoal", "reef", "", 9.75, 115.87, 8),
    ("Sea of Japan", "sea", "", 40.0, 135.0, 400),
    ("East Sea", "sea", "", 40.0, 135.0, 400),
    ("Barents Sea", "sea", "", 74.0, 38.0, 500),
    ("Gulf of Aden", "sea", "", 12.5, 48.0, 250),
    ("Korean DMZ", "border", "", 38.3, 127.4, 20),
    ("N\u2019Djamena", "town", "TCD", 12.11, 15.04, 10),
    ("Chad", "country", "TCD", 15.0, 19.0, 150),
    ("Georgia", "country", "GEO", 42.0, 43.5, 60),
    ("DPRK", "country", "PRK", 40.0, 127.0, 60),
    ("UK", "country", "GBR", 54.0, -2.0, 60),
    ("Курск", "town", "RUS", 51.73, 36.19, 10),
    ("평양", "town", "PRK", 39.03, 125.75, 12),
    ("Kyiv", "town", "UKR", 50.45, 30.52, 12),
    ("Kiev", "town", "UKR", 50.45, 30.52, 12),
]


@pytest.mark.parametrize(("name", "kind", "country", "lat", "lon", "within_km"), PLACES)
def test_a_named_place_is_the_right_feature(name, kind, country, lat, lon, within_km):
    place = geocode.search(name)[0].place
    assert (place.type, place.country) == (kind, country)
    assert geodesy.distance(place.lat, place.lon, lat, lon) <= within_km


def test_a_place_of_its_own_name_outranks_one_that_once_bore_it():
    # "Pokrovsk" is a former name of Engels, three times the size of the Ukrainian town.
    found = [match.place for match in geocode.search("Pokrovsk")]
    assert found[0].country == "UKR"
    before_engels = [place.name for place in found][: [place.name for place in found].index("Engels")]
    assert set(before_engels) == {"Pokrovsk"}


@pytest.mark.parametrize("name", ["Victoria", "Tripoli", "Alexandria", "Springfield"])
def test_an_ambiguous_name_offers_several_countries_or_divisions(name):
    found = geocode.search(name, limit=10)
    assert len({(match.place.country, match.place.admin1) for match in found}) >= 3


def test_a_beginning_finds_what_it_may_become():
    assert any(match.place.name == "Okushiri Island" for match in geocode.search("okushiri isl"))


def test_scores_fall_from_first_to_last():
    scores = [match.score for match in geocode.search("Kursk", limit=20)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_an_unknown_name_finds_nothing():
    assert geocode.search("Qwxzyplk") == ()


@pytest.mark.parametrize(
    "name", ["", "   ", "…", "😀", "\x01\x02", "\u202e\u200f", "\u0301", "x" * 201, "x" * 10_000]
)
def test_a_name_that_is_none_is_refused(name):
    with pytest.raises(PlaceError, match="give a place name"):
        geocode.search(name)


def test_a_limit_below_one_is_refused():
    with pytest.raises(PlaceError, match="at least one"):
        geocode.search("Kursk", limit=0)


def test_get_gives_the_place_with_its_outline():
    kursk = next(m.place for m in geocode.search("Kursk Oblast") if m.place.type == "admin1")
    whole = geocode.get(kursk.place_id)
    assert whole is not None
    assert whole.area is not None
    assert whole.area.is_valid
    assert whole.area.covers(shapely.Point(36.19, 51.73))


def test_get_knows_compass_parts():
    north = geocode.get("sitmap:area/donbas/north")
    whole = geocode.get("sitmap:area/donbas")
    assert north.area.area < whole.area.area
    assert north.lat > whole.lat


@pytest.mark.parametrize("place_id", ["", "geonames:0", "geonames:x", "nothing", "sitmap:area/donbas/up"])
def test_get_of_an_unknown_id_is_none(place_id):
    assert geocode.get(place_id) is None


def test_sites_are_where_things_are_launched_from():
    sites = geocode.sites()
    assert {site.type for site in sites} == {"launch-site", "range"}
    named = {site.name for site in sites}
    assert {"Sohae Satellite Launching Station", "Kapustin Yar", "Sunan launch area"} <= named
    assert "Punggye-ri Nuclear Test Site" not in named


@pytest.mark.parametrize(
    "name",
    [
        "a",
        "X",
        "Å",
        "א",
        "京",
        "\u202eKursk",
        "Kur\x00sk",
        "ِحمص",
        "😀 Kursk",
        "%",
        "\\",
        "x' OR 1",
        "a" * 200,
    ],
)
def test_odd_input_gives_ranked_places_or_an_error_of_ours(name):
    try:
        found = geocode.search(name)
    except PlaceError:
        return
    scores = [match.score for match in found]
    assert scores == sorted(scores, reverse=True)
    assert len({match.place.place_id for match in found}) == len(found)


@settings(deadline=None)
@given(name=st.text(max_size=40), limit=st.integers(1, 20))
def test_any_text_is_searched_or_refused(name, limit):
    try:
        found = geocode.search(name, limit=limit)
    except PlaceError:
        return
    assert len(found) <= limit


def test_a_letter_that_is_only_a_code_names_nothing():
    # "X" is a code of Los Lagos in Chile; who types one letter has not yet finished.
    assert {match.how for match in geocode.search("x")} == {"prefix"}


def test_a_name_with_an_elided_article_is_not_one_without():
    # The Slovak training area "Lešť" was taken for "L'Est", a name of Eastern Province.
    assert "Eastern Province" not in {match.place.name for match in geocode.search("Lešť")}
    assert not [
        t for t in geocode.toponyms("Troops trained at the Lešť training area.") if "Province" in t.place.name
    ]
    assert geocode.search("L'Aquila")[0].place.country == "ITA"


@pytest.mark.parametrize(
    ("city", "division"), [("Homs", "Homs"), ("Kharkov", "Kharkiv Oblast"), ("Busan", "Busan")]
)
def test_a_seat_comes_before_the_division_named_after_it(city, division):
    first, second, *_ = geocode.search(city)
    assert (first.place.type, second.place.type) == ("town", "admin1")
    assert second.place.name == division


@pytest.mark.parametrize(
    ("typed", "how"),
    [
        ("Kursk", "exact"),
        ("Kiev", "alias"),
        ("el Hasakah", "variant"),
        ("Okushiri Isla", "prefix"),
        ("Kurskk", "fuzzy"),
    ],
)
def test_a_match_says_why(typed, how):
    assert geocode.search(typed)[0].how == how


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Okushri", "Okushiri Island"),
        ("Petropavlosk", "Petropavlovsk-Kamchatsky"),
        ("Petropavlosk-K", "Petropavlovsk-Kamchatsky"),
        ("Khmeimin", "Khmeimim Air Base"),
        ("Pyongynag", "Pyongyang"),
        ("Sevastapol", "Sevastopol"),
        ("Vladiwostok", "Vladivostok"),
        ("ariupol", "Mariupol"),
        ("Nariupol", "Mariupol"),
        ("aMriupol", "Mariupol"),
        ("Курксая область", "Kursk Oblast"),
        ("Kapustn Yar", "Kapustin Yar"),
    ],
)
def test_a_typing_error_is_forgiven(typed, name):
    found = geocode.search(typed)
    assert name in {match.place.name for match in found}
    assert {match.how for match in found} == {"fuzzy"}
    assert max(match.score for match in found) < min(
        m.score for m in geocode.search(name) if m.how != "prefix"
    )


def test_a_short_name_allows_no_typing_error():
    assert all(match.how != "fuzzy" for match in geocode.search("Qzx"))


def test_what_is_typed_finds_the_most_prominent_of_thousands():
    # More than 9,000 names begin with "san".
    countries = {"Saudi Arabia", "San Marino", "Sao Tome and Principe"}
    assert countries & {match.place.name for match in geocode.search("sa")}
    assert "San Francisco" in {match.place.name for match in geocode.search("san f")}
