"""Whose arms they are says nothing of where they are used; divisions go by the names of their seats."""

import pytest

from sitmap import geocode


def _countries(text):
    return {toponym.text: toponym.place.country for toponym in geocode.toponyms(text) if toponym.place}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A Russian missile hit Pokrovsk.", "Pokrovsk", "UKR"),
        ("Russian long-range attack drones struck Pokrovsk.", "Pokrovsk", "UKR"),
        ("Russian shelling went on near Pokrovsk.", "Pokrovsk", "UKR"),
    ],
)
def test_the_attackers_demonym_does_not_pull_the_target(text: str, name: str, country: str):
    assert _countries(text)[name] == country


def test_a_division_is_found_by_its_seat():
    (found,) = [t for t in geocode.toponyms("A convoy drove through Hasakah province.") if t.place]
    assert (found.place.type, found.place.country) == ("admin1", "SYR")


@pytest.mark.parametrize("text", ["They crossed the Danube.", "The bridge over the Euphrates is closed."])
def test_a_river_is_no_town_that_bears_its_name(text: str):
    assert not _countries(text)


@pytest.mark.parametrize(
    ("text", "name", "kinds"),
    [
        ("A missile struck Haifa on Saturday.", "Haifa", {"town", "admin1"}),
        ("A missile struck Eilat on Saturday.", "Eilat", {"town"}),
        ("Bombers took off from Engels.", "Engels", {"base"}),
    ],
)
def test_arms_mean_a_base_only_where_it_lies_beside_its_town(text: str, name: str, kinds: set[str]):
    (found,) = [t for t in geocode.toponyms(text) if t.place]
    assert (found.text, found.place.type in kinds) == (name, True)


@pytest.mark.parametrize(
    ("text", "name", "base"),
    [
        # The type number of an aircraft, with or without a word for it.
        ("Six B-52s were seen at Tindal, in Australia, on Monday.", "Tindal", "Tindal"),
        ("Five Tu-95MS have flown from Olenya to Ukrainka, Russia says.", "Ukrainka", "Ukrainka"),
        (
            "Between them stand two Il-76s; at Belaya, west of Irkutsk in Russia, four Tu-22M3.",
            "Belaya",
            "Belaya",
        ),
        # The one that lies in a state which the report is about.
        (
            "The camp near Baghdad is quiet. Iraq took over Taji in 2020. Iraqi guards stand there.",
            "Taji",
            "Taji",
        ),
    ],
)
def test_a_bare_name_is_a_base_where_aircraft_or_the_reports_states_ask_for_it(
    text: str, name: str, base: str
):
    (found,) = [t for t in geocode.toponyms(text) if t.text == name]
    assert found.place is not None
    assert (found.place.type, base in found.place.name) == ("base", True)


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Russia moved bombers from Engels to the Far East.", "Russian Far East"),
        ("Japan and South Korea are the allies on whom all rests in the Far East.", "East Asia"),
    ],
)
def test_the_far_east_is_that_of_the_states_in_the_report(text: str, area: str):
    (found,) = [t for t in geocode.toponyms(text) if "Far East" in t.text]
    assert found.place is not None
    assert found.place.name == area


@pytest.mark.parametrize("text", ["ODESA - Farmers put out a fire.", "Farmers put out a fire near Odesa."])
def test_a_word_that_was_once_a_towns_name_says_nothing_of_the_country(text: str):
    (found,) = [t for t in geocode.toponyms(text) if t.place]
    assert found.place is not None
    assert found.place.country == "UKR"
