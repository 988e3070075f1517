"""Ships and aircraft on their way: who leaves where it lay, what flies together, whose they are."""

import pytest


def told(claims):
    return [(c.kind, c.status, c.place_text, c.actor, c.asset, c.count_min) for c in claims]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Fired from Wonsan at dawn, the missile fell into the Sea of Japan, North Korea said.", "Wonsan"),
        (
            "The missile took the long way. Launched at dawn from Sohae, it fell into the Sea of Japan.",
            "Sohae",
        ),
        ("Fired from Sunan, in the west, a North Korean missile fell into the Sea of Japan.", "Sunan"),
    ],
)
def test_a_participle_that_opens_a_sentence_tells_of_its_subject(read, text, start):
    assert [(c.kind, c.place_text) for c in read(text)] == [("launch", start), ("impact", "Sea of Japan")]


@pytest.mark.parametrize("went", ["lifted anchor", "left", "set sail", "put to sea"])
def test_a_ship_leaves_where_it_lay(read, went):
    claims = read(f"The Polish frigate Orzel lay off Riga for a week. On Saturday she {went}.")
    assert [(c.status, c.place_text, c.designation) for c in claims] == [
        ("present", "Riga", "Orzel"),
        ("withdrawn", "Riga", "Orzel"),
    ]


def test_launchers_that_are_rolled_out_are_there(read):
    claims = read("Poland answered on Monday by rolling out Patriot launchers at Tapa.")
    assert told(claims) == [("deployment", "present", "Tapa", "POL", "air-defence", None)]


def test_troops_that_roll_out_leave(read):
    assert told(read("Polish troops rolled out of Tapa.")) == [
        ("deployment", "withdrawn", "Tapa", "POL", "troops", None)
    ]


def test_fighters_beside_aircraft_are_aircraft(read):
    claims = read("Two American B-1Bs flew with four Polish fighters over the Sea of Japan.")
    assert told(claims) == [
        ("deployment", "present", "Sea of Japan", "USA", "aircraft", 2),
        ("deployment", "present", "Sea of Japan", "POL", "aircraft", 4),
    ]


def test_fighters_of_an_armed_group_are_men(read):
    (claim,) = read("Hezbollah fighters are in Odesa, and Russian Su-34 jets fly overhead.")
    assert (claim.actor, claim.asset) == ("Hezbollah", "troops")


def test_a_type_joined_to_a_type_of_one_state_is_that_states(read):
    claims = read("An A-50 and three Su-27s patrolled over the Red Sea, as Romanian jets watched.")
    assert [(c.designation, c.actor) for c in claims][:2] == [("A-50", "RUS"), ("Su-27", "RUS")]


def test_a_territory_is_guarded_by_the_forces_of_its_state(read):
    claims = read("The THAAD battery is on Guam.")
    assert [c.actor for c in claims] == ["USA"]


def test_a_row_of_hull_numbers_names_the_ships(read):
    (claim,) = read(
        "Four Russian coast guard hulls, 1302, 2901 and 2502 and 4107, sailed around Taiwan on Monday."
    )
    assert (claim.designation, claim.count_min) == ("1302; 2901; 2502; 4107", 4)


def test_a_number_behind_a_ship_is_its_name(read):
    (claim,) = read("The Russian cutter 3305 was off Okushiri Island on Monday.")
    assert (claim.designation, claim.count_min) == ("3305", 1)


def test_a_tally_counts_each_service_by_itself(read):
    text = (
        "Latvia's defence ministry tallied 20 Russian jets, 9 naval ships and 3 coast guard ships off Riga."
    )
    assert [(c.asset, c.count_min) for c in read(text)] == [("aircraft", 20), ("ships", 9), ("ships", 3)]


def test_the_day_of_a_plan_is_not_that_of_what_was_before(read):
    text = "USS Milius will anchor off Busan from December 3 to 7. She was last reported in the Red Sea."
    assert [(c.place_text, c.date) for c in read(text)] == [("Busan", "2024-12-03"), ("Red Sea", "")]
