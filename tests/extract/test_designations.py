"""What weapons, vehicles, ships and units are called, also where no table has the name."""

import pytest


@pytest.mark.parametrize(
    ("text", "designations"),
    [
        pytest.param("Norway moved three Mi-171 helicopters to Tapa.", ["Mi-171"], id="letters and a number"),
        pytest.param("Italy has sent an Atlantique 2 patrol aircraft to Guam.", ["Atlantique 2"], id="name"),
        pytest.param("Three German Type 212 submarines are at Riga.", ["Type 212"], id="type and number"),
        pytest.param("Four Rafales are at Tapa.", ["Rafale"], id="of several, one's name"),
        pytest.param("Two Arleigh Burke-class destroyers are at Busan.", ["Arleigh Burke"], id="class"),
        pytest.param("Russia fired 40 Gerbera-type drones at Odesa.", ["Gerbera"], id="type"),
        pytest.param("Some 300 soldiers are in Tapa.", [""], id="a rough number is no name"),
        pytest.param("Two Air Force 1 jets are at Tapa.", [""], id="a service is no model"),
        pytest.param("The 8 soldiers are in Tapa.", [""], id="an article is no name"),
        pytest.param(
            "Sweden sent its 71st Battalion to Riga. Some 200 soldiers of the battalion live at Tapa.",
            ["71st Battalion", "71st Battalion"],
            id="soldiers of the battalion named before",
        ),
        pytest.param(
            "The 26th Marine Expeditionary Unit sails in May. A part of the unit is training on Guam.",
            ["26th Marine Expeditionary Unit"],
            id="a part of the unit named before",
        ),
        pytest.param(
            "Russia fired an Iskander-M ballistic missile and 12 drones. The missile hit a field near Sumy.",
            ["Iskander-M", "", "Iskander-M"],
            id="the missile is none of the drones",
        ),
    ],
)
def test_what_they_are_called(read, text, designations):
    assert [claim.designation for claim in read(text)] == designations


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Italy has sent an Atlantique 2 patrol aircraft to Guam.", 1),
        ("Three German Type 212 submarines are at Riga.", 3),
        ("On Monday 14 tanks were in Sumy.", 14),
        ("Sweden sent its 71st Battalion north. Some 200 soldiers of the battalion live at Tapa.", 200),
    ],
)
def test_the_number_of_a_name_counts_nothing(read, text, count):
    assert read(text)[-1].count_min == count
