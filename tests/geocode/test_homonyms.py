"""Which of several places a name means: by its article, demonym or owner, by what is spoken of."""

import pytest

from sitmap import geocode


def place(text, name):
    return next(t.place for t in geocode.toponyms(text) if t.text == name)


def names(text):
    return [t.text for t in geocode.toponyms(text)]


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("Two bombers were flown from Belaya to Ukrainka last week, Russia said.", "Ukrainka", "base", "RUS"),
        ("Most of the jets at Shaykovka had left Russia by noon.", "Shaykovka", "base", "RUS"),
        ("The frigates came back to the Baltic in the spring.", "Baltic", "sea", ""),
        ("She has sailed the Caspian since she was launched.", "Caspian", "sea", ""),
    ],
)
def test_arms_and_articles_say_what_kind_of_place_is_meant(text, name, kind, country):
    found = place(text, name)
    assert (found.type, found.country) == (kind, country)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Shells hit the Lebanese port of Tripoli.", "Tripoli", "LBN"),
        ("A convoy left the Spanish town of Toledo at noon.", "Toledo", "ESP"),
        ("It was built in Venezuela's Barcelona by a local yard.", "Barcelona", "VEN"),
        ("It was built in Chile's city of Santiago by a local yard.", "Santiago", "CHL"),
    ],
)
def test_the_demonym_or_the_owner_before_a_name_says_where(text, name, country):
    assert place(text, name).country == country


def test_two_places_of_one_name_lie_where_each_is_said_to():
    text = (
        "A drone struck a camp near Tripoli, in northern Lebanon, on Saturday. Turkey flew 150 soldiers to "
        "Tripoli in Libya, where they relieve a battalion at Mitiga air base."
    )
    assert [t.place.country for t in geocode.toponyms(text) if t.text == "Tripoli"] == ["LBN", "LBY"]


def test_a_name_said_once_with_its_province_means_the_same_later():
    text = "A fire broke out in London, Ontario. Most of London was without power."
    assert [t.place.country for t in geocode.toponyms(text) if t.text == "London"] == ["CAN", "CAN"]


@pytest.mark.parametrize(
    "text",
    [
        "Divers went aboard the Kursk, and the Kursk's reactor was cold.",
        "Six Tu-95 and four Tu-22M3 were counted.",
        "They moored at Natalia Island overnight.",
    ],
)
def test_ships_aircraft_and_islands_named_like_towns_are_not_the_towns(text):
    assert names(text) == []


def test_a_compass_word_is_no_given_name():
    assert "Queensland" in names("It was a quiet year in Far North Queensland.")


def test_a_dateline_is_no_persons_name():
    assert names("SYDNEY Julia Brown flew home.")[:1] == ["SYDNEY"]


@pytest.mark.parametrize(
    ("text", "name", "place_name"),
    [
        (
            "It was found in Prince George's County, Maryland.",
            "Prince George's County",
            "Prince George's County",
        ),
        ("Cocoa from C\u00f4te d\u2019Ivoire was held back.", "C\u00f4te d\u2019Ivoire", "Ivory Coast"),
        ("The People's Republic of China denied it.", "People's Republic of China", "China"),
        ("Most of Asia was calm.", "Asia", "Asia"),
    ],
)
def test_names_with_an_apostrophe_and_continents_are_whole(text, name, place_name):
    assert place(text, name).name == place_name


def test_at_a_place_south_of_another_is_at_the_first():
    text = "Four launchers stand at Gvardeyskoye, south of Dzhankoy, in Crimea."
    assert names(text)[:2] == ["Gvardeyskoye", "Dzhankoy"]
    assert place(text, "Gvardeyskoye").country == "UKR"


def test_a_name_with_one_far_candidate_is_less_sure_than_a_capital():
    text = "Guyana sent a boat to Stabroek and soldiers to Georgetown, Guyana."
    scores = {t.text: t.score for t in geocode.toponyms(text)}
    assert scores["Stabroek"] < 0.5
    assert scores["Guyana"] > 0.9


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        # The attacker's demonym says nothing of where the target lies.
        ("A Russian missile hit Pokrovsk.", "Pokrovsk", "town", "UKR"),
        # What kind of place it is stands in the name itself, and is no name.
        ("Basra International Airport was shelled.", "Basra International Airport", "airport", "IRQ"),
        ("Rockets fell on Ben Gurion Airport at dawn.", "Ben Gurion Airport", "airport", "ISR"),
        # A division by the name of its seat.
        ("Fires burned across Hasakah province.", "Hasakah province", "admin1", "SYR"),
        # A comma and a cedilla under a Romanian letter are one; what is asked for may have a longer name.
        ("The jets at Fetești were on alert.", "Fetești", "base", "ROU"),
    ],
)
def test_what_the_words_around_a_name_ask_for(text, name, kind, country):
    found = place(text, name)
    assert (found.type, found.country) == (kind, country)


@pytest.mark.parametrize(
    "text",
    ["Barges were moored along the Danube.", "They left Air Base 101 by noon.", "The Airport was closed."],
)
def test_rivers_and_kinds_of_place_are_no_towns(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        # A base known by a town's name, where the words put it and no town of the name lies.
        ("A Poseidon from Edinburgh in South Australia kept watch.", "Edinburgh", "base", "AUS"),
        ("A Merlin flew from Culdrose in Cornwall.", "Culdrose", "base", "GBR"),
        # Its own letters, which a town shares.
        ("Two German aircraft are at Mihail Kogălniceanu in Romania.", "Mihail Kogălniceanu", "base", "ROU"),
        # The article of an Arabic name in small letters.
        ("The RSF closed a ring of earth walls around al-Fashir.", "al-Fashir", "town", "SDN"),
        ("Shells fell on el-Obeid.", "el-Obeid", "town", "SDN"),
        ("Israeli troops hold nine outposts on Mount Hermon, in Syria.", "Mount Hermon", "mountains", ""),
    ],
)
def test_bases_mountains_and_arabic_names_are_read_as_reports_write_them(text, name, kind, country):
    found = place(text, name)
    assert (found.type, found.country) == (kind, country)


@pytest.mark.parametrize(
    "text",
    [
        "There was a boy, said Natalia, 51, who lives across the street.",
        "It was an attack on the Qal Mor gas field.",
    ],
)
def test_a_person_with_an_age_and_a_part_of_a_longer_name_are_no_towns(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the northern waters of the Yellow Sea", "Yellow Sea"),
        ("the northern part of the Yellow Sea", "Yellow Sea"),
        ("the northern Yellow Sea", "northern Yellow Sea"),
    ],
)
def test_a_side_named_before_an_area_is_that_side(words, name):
    assert place(f"The North fired rockets into {words}.", name).place_id.endswith("/north")
