"""Countries that head a part of a report, and the places that stand under them."""

import pytest

from sitmap import geocode

# Report, name in it, and the country in which the place must lie.
HEADED = [
    ("AUSTRALIA\n- Bombers at Tindal.\n\nINDIA\n- Talks in Chennai, Mumbai and Delhi.", "Tindal", "AUS"),
    ("INDIA\n- Talks in Chennai, Mumbai and Delhi.\n\nAUSTRALIA\n- Bombers at Tindal.", "Tindal", "AUS"),
    ("POLAND. The Americans lead in Orzysz.\n\nBULGARIA. Italy leads at Novo Selo.", "Novo Selo", "BGR"),
    ("Lebanon: two companies near Tripoli.\n\nLibya: none.", "Tripoli", "LBN"),
    ("Libya - guards in Tripoli.\n\nLebanon - none.", "Tripoli", "LBY"),
]


@pytest.mark.parametrize(("text", "name", "country"), HEADED)
def test_a_place_under_a_heading_lies_in_its_country(text, name, country):
    found = next(t for t in geocode.toponyms(text) if t.text == name)
    assert found.place.country == country


def test_a_heading_holds_no_longer_than_its_part():
    text = "Georgia: talks went on in Batumi.\n\nIn other news, flights from Atlanta to Savannah resumed."
    found = {t.text: t.place.country for t in geocode.toponyms(text)}
    assert found["Atlanta"] == "USA"


def test_a_country_in_running_text_heads_nothing():
    text = "The flight left Spain. It came by way of Libya to Tripoli."
    assert next(t for t in geocode.toponyms(text) if t.text == "Tripoli").place.country == "LBY"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("In Somalia they stay at Bali Doogle.", "Bali"),
        ("It fell near the Bedouin village of Abu Qrenat in Israel.", "Abu"),
        ("It began at Ta Muen Thom, a temple in Thailand.", "Ta"),
    ],
)
def test_a_name_that_only_begins_a_longer_one_is_no_place(text, part):
    assert part not in {t.text for t in geocode.toponyms(text)}


def test_an_everyday_word_is_a_place_once_the_site_was_named_in_full():
    text = "They lay at Ream Naval Base in Cambodia. The report speaks of ships at Ream."
    assert [t.text for t in geocode.toponyms(text)] == ["Ream Naval Base", "Cambodia", "Ream"]
    assert "Ream" not in {t.text for t in geocode.toponyms("Ships in Cambodia carried Ream after ream.")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Troops at Taji left for Jordan. Others stay in Erbil, in Iraq.", "Camp Taji"),
        ("A Spanish battalion trains at Lest in Slovakia.", "Lešť training area"),
    ],
)
def test_forces_are_at_the_camp_that_no_town_is_called_like(text, name):
    assert next(iter(geocode.toponyms(text))).place.name == name
