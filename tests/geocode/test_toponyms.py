"""Place names in running text: found, resolved in context, and people left alone."""

import pytest

import samples
from sitmap import geocode
from sitmap.model import Span


def found(text):
    return [(t.text, t.place.name, t.place.type, t.place.country) for t in geocode.toponyms(text)]


def names(text):
    return [t.text for t in geocode.toponyms(text)]


@pytest.mark.parametrize(
    ("text", "words", "kind", "country"),
    [
        ("Troops arrived in the Kursk region on Monday.", "Kursk region", "admin1", "RUS"),
        ("Shelling was heard in Belgorod oblast overnight.", "Belgorod oblast", "admin1", "RUS"),
        ("Drones fell in Hiroshima prefecture.", "Hiroshima prefecture", "admin1", "JPN"),
        ("It fell 200 km west of Okushiri Island.", "Okushiri Island", "island", "JPN"),
        ("It left the Tel Nof air base at dawn.", "Tel Nof air base", "base", "ISR"),
        ("A rocket rose from the Plesetsk cosmodrome.", "Plesetsk cosmodrome", "launch-site", "RUS"),
        ("The jets landed at Laoag International Airport.", "Laoag International Airport", "airport", "PHL"),
        ("The fleet entered the Barents Sea.", "Barents Sea", "sea", ""),
        ("Missiles splashed into the East Sea.", "East Sea", "sea", ""),
        ("Fired from Musudan-ri at noon.", "Musudan-ri", "launch-site", "PRK"),
        ("Militants hold northern Mali.", "northern Mali", "area", "MLI"),
        ("Strikes hit southern Lebanon again.", "southern Lebanon", "area", "LBN"),
        ("Police went to N\u2019Djamena.", "N\u2019Djamena", "town", "TCD"),
        ("ADEN\nA ship was hit.", "ADEN", "town", "YEM"),
        ("LITHUANIA: a brigade is being built up.", "LITHUANIA", "country", "LTU"),
        ("Soldiers crossed the DMZ into South Korea.", "DMZ", "border", ""),
        ("The U.S. sent ships.", "U.S.", "country", "USA"),
        ("The UAE and the DPRK said nothing.", "UAE", "country", "ARE"),
    ],
)
def test_a_name_and_its_cue_are_one_mention(text, words, kind, country):
    first = next(t for t in geocode.toponyms(text) if t.text == words)
    assert (first.place.type, first.place.country) == (kind, country)


def test_a_list_of_oblasts_is_oblasts_throughout():
    text = "Explosions were reported in Kharkiv, Sumy, Odesa and Donetsk oblasts."
    assert [row[2:] for row in found(text)] == [("admin1", "UKR")] * 4


@pytest.mark.parametrize(
    ("text", "country", "admin1"),
    [
        ("A fire broke out in Springfield, Illinois.", "USA", "Illinois"),
        ("A fire broke out in Springfield, Missouri.", "USA", "Missouri"),
        ("One fell near Gedera, Israel.", "ISR", None),
        ("The base at Paris, Texas, is closed.", "USA", "Texas"),
        ("He was born in London, Ontario.", "CAN", "Ontario"),
    ],
)
def test_the_words_after_the_comma_say_where(text, country, admin1):
    place = geocode.toponyms(text)[0].place
    assert place.country == country
    assert admin1 is None or place.admin1 == admin1


def test_pokrovsk_in_a_report_on_ukraine_is_the_ukrainian_town():
    text = "Russian forces pressed towards Pokrovsk and Dobropillia in Donetsk Oblast, Ukraine."
    assert next(t.place for t in geocode.toponyms(text) if t.text == "Pokrovsk").country == "UKR"


def test_georgia_is_a_state_among_states_and_a_country_else():
    states = (
        "Cases were found in Alabama, Georgia, Florida, Tennessee and South Carolina in the United States."
    )
    country = "Russian troops crossed from South Ossetia into Georgia and neared Tbilisi and Gori."
    assert next(t.place for t in geocode.toponyms(states) if t.text == "Georgia").country == "USA"
    assert next(t.place for t in geocode.toponyms(country) if t.text == "Georgia").country == "GEO"


def test_tripoli_follows_the_countries_of_the_report():
    lebanon = "The army deployed in Tripoli after clashes in northern Lebanon, and in Beirut and Sidon."
    libya = "The militia left Tripoli for Benghazi and Misrata, Libya's government said."
    assert next(t.place for t in geocode.toponyms(lebanon) if t.text == "Tripoli").country == "LBN"
    assert next(t.place for t in geocode.toponyms(libya) if t.text == "Tripoli").country == "LBY"


@pytest.mark.parametrize(
    "text",
    [
        "Analyst Chad Murphy said so.",
        "Jordan Sato wrote the report.",
        "Coach Paris Jordan was pleased.",
        "The crew of Lewis B. Puller waved.",
        "Paris K. Hilton left, and Hilton came back.",
        "Florence M. Nightingale spoke.",
        "President Lincoln spoke.",
        "Mr Kent agreed.",
        "The Kursk Group denied it.",
        "Reading FC won on Saturday.",
        "The Washington Post reported it.",
        "It happened in May and March, on a Monday.",
        "North Korean and Russian soldiers met.",
        "USS Nevada left port.",
        "You'd say so, I've heard.",
        "Most soldiers left. Many stayed. Along came others.",
        "a nice reading of bath water, split in half",
    ],
)
def test_what_is_no_place_is_left_alone(text):
    assert names(text) == []


def test_a_surname_seen_with_its_first_name_is_no_place_later():
    assert names("Doug Logan spoke first. Logan then left.") == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Talks were held in Washington D. C. on Monday.", ["Washington"]),
        ("They left Washington D. C. Police said so.", ["Washington"]),
        ("He is in Kursk. A. Zelensky said so.", ["Kursk"]),
    ],
)
def test_a_capital_with_a_point_makes_no_person_of_a_city(text, kept):
    assert names(text) == kept


def test_a_possessive_is_not_part_of_the_name():
    assert names("Japan's coast guard and Kyiv\u2019s mayor met.") == ["Japan", "Kyiv"]


def test_given_spans_are_resolved_and_no_others():
    text = "Russian drones flew from Kursk to Kyiv."
    spans = [Span(0, 7), Span(25, 30)]
    got = geocode.toponyms(text, spans=spans)
    assert [t.span for t in got] == spans
    assert [t.place.country for t in got] == ["RUS", "RUS"]


def test_a_given_span_that_names_nothing_is_kept_without_a_place():
    text = "They met in Qwxzyplk."
    (toponym,) = geocode.toponyms(text, spans=[Span(12, 20)])
    assert toponym.place is None
    assert toponym.text == "Qwxzyplk"


def test_demonyms_are_countries_only_when_asked():
    text = "North Korean troops fought beside Russian ones."
    assert names(text) == []
    got = geocode.toponyms(text, demonyms=True)
    assert [(t.text, t.place.country) for t in got] == [("North Korean", "PRK"), ("Russian", "RUS")]


def test_the_founding_report_names_its_places():
    text = samples.FOUNDING.text
    places = {t.text: t.place for t in geocode.toponyms(text)}
    assert places["Kursk region"].type == "admin1"
    assert places["Okushiri Island"].type == "island"
    assert {"Russia", "North Korea", "Japan"} <= set(places)
    assert "Blinken" not in places
