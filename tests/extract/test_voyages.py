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
    assert [(c.designation, c.actor, c.count_min) for c in claims][:1] == [("A-50; Su-27", "RUS", 4)]


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


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Latvia protested against a patrol by two Russian Tu-95 bombers over the Sea of Japan.",
            "Sea of Japan",
        ),
        ("Tokyo spoke of the passage of two Russian corvettes through the Gulf of Aden.", "Gulf of Aden"),
        ("Tehran was angry about the transit of the Red Sea by two Polish frigates.", "Red Sea"),
    ],
)
def test_a_noun_may_tell_of_those_who_go_through_a_place(read, text, place):
    assert [(c.kind, c.status, c.place_text, c.count_min) for c in read(text)] == [
        ("deployment", "present", place, 2)
    ]


def test_a_flight_planned_is_none(read):
    assert read("A planned flight of two Polish F-16 jets over the Red Sea was called off.") == ()


def test_those_who_go_along_are_there_too(read):
    text = (
        "It saw a flight of two American B-52 bombers over the Sea of Japan, with Japanese F-15Js alongside."
    )
    assert [(c.actor, c.designation) for c in read(text)] == [("USA", "B-52"), ("JPN", "F-15J")]


@pytest.mark.parametrize("how", [", with 24 F-35Bs on board,", ", carrying 24 F-35Bs,"])
def test_what_a_ship_has_aboard_is_where_she_is(read, how):
    claims = read(f"HMS Prince of Wales{how} arrived in Aden on Monday.")
    assert [(c.asset, c.place_text, c.count_min) for c in claims] == [
        ("ships", "Aden", 1),
        ("aircraft", "Aden", 24),
    ]


def test_numbers_of_two_states_share_a_noun(read):
    claims = read("Five Russian and three Iranian bombers were over the Red Sea.")
    assert [(c.actor, c.asset, c.count_min) for c in claims] == [
        ("RUS", "aircraft", 5),
        ("IRN", "aircraft", 3),
    ]


def test_soldiers_of_two_states(read):
    claims = read("Soldiers of Poland and Latvia are at Tapa.")
    assert sorted(c.actor for c in claims) == ["LVA", "POL"]


def test_the_weapon_is_that_told_of(read):
    claims = read("North Korea tested a missile. The weapon was fired from a frigate in the Sea of Japan.")
    assert [(c.kind, c.place_text) for c in claims] == [("launch", "Sea of Japan")]


def test_the_weapon_of_nobody_is_none(read):
    assert read("The police said the weapon was fired from a car in Riga.") == ()


def test_a_zone_of_identification_is_of_its_state(read):
    claims = read("Two Russian bombers were in South Korea's air defense identification zone on Monday.")
    assert [(c.actor, c.place_text) for c in claims] == [("RUS", "South Korea")]


def test_what_an_exercise_imagines_is_no_impact(read):
    assert read("By the script of the drill, a ballistic missile had come down on Riga.") == ()


def test_a_part_of_a_number_is_told_by_itself(read):
    claims = read(
        "The navy's last count for Okushiri Island was 57 Russian ships, nine of them coast guard cutters."
    )
    assert [(c.place_text, c.count_min) for c in claims] == [("Okushiri Island", 57), ("Okushiri Island", 9)]


def test_types_of_two_states_are_two_forces(read):
    claims = read("Two Tu-95s and two H-6s flew over the Sea of Japan on Monday.")
    assert [(c.designation, c.actor) for c in claims] == [("Tu-95", "RUS"), ("H-6", "CHN")]


def test_who_goes_down_a_sea_is_in_it(read):
    (claim,) = read("Two Russian Tu-95s came down the Sea of Japan on Tuesday.")
    assert (claim.status, claim.place_text) == ("present", "Sea of Japan")


def test_a_carrier_that_was_flying_jets_off_was_there(read):
    (claim,) = read("On Tuesday the carrier Liaoning was flying off J-15s east of Okushiri Island.")
    assert (claim.status, claim.date) == ("present", "2024-10-29")


def test_marines_with_a_capital_are_american(read):
    claims = read("The Marines are back. About 200 Marines will cross to Djibouti in July.")
    assert [(c.actor, c.place_text) for c in claims] == [("USA", "Djibouti")]


def test_a_garrison_is_its_own_states(read):
    text = "China sent ten ships around Taiwan on Monday.\n\nThe garrison stays at Busan."
    assert [c.actor for c in read(text)] == ["CHN", "KOR"]


@pytest.mark.parametrize("waits", ["is being stacked in the assembly building", "waits on the pad"])
def test_a_rocket_made_ready_is_at_a_site(read, waits):
    claims = read(f"Launches of the week.\n\nBaikonur. The next Soyuz-2 {waits}.")
    assert [(c.kind, c.place_text) for c in claims] == [("site", "Baikonur")]


def test_who_passes_through_one_water_into_another_is_in_both(read):
    claims = read("Two Russian frigates passed through the Red Sea into the Gulf of Aden on Thursday.")
    assert [c.place_text for c in claims] == ["Gulf of Aden", "Red Sea"]


def test_waters_of_a_state_off_a_place_are_there(read):
    (claim,) = read("Four Chinese coast guard ships were in Japanese waters off Okushiri Island on Thursday.")
    assert claim.place_text == "Okushiri Island"


def test_who_leaves_for_an_errand_goes_there(read):
    claims = read("The carrier Fujian left Busan on Monday for sea trials in the Sea of Japan.")
    assert [(c.status, c.place_text) for c in claims] == [
        ("withdrawn", "Busan"),
        ("arriving", "Sea of Japan"),
    ]


def test_aircraft_that_fly_out_of_a_base_are_there(read):
    claims = read("Two C-130s of the Latvian air force have been flying out of Djibouti since April.")
    assert told(claims) == [("deployment", "present", "Djibouti", "LVA", "aircraft", 2)]


def test_a_squadron_of_a_type(read):
    claims = read("A squadron of American F-22s has landed at Tapa to fill the gap left by the F-15s.")
    assert [(c.status, c.designation, c.count_min) for c in claims] == [("arriving", "F-22", None)]


def test_a_ship_in_company_is_there_as_well(read):
    claims = read("BRP Cabra has been off Busan since May, with the BRP Malabrigo for company.")
    assert [c.designation for c in claims] == ["BRP Cabra; BRP Malabrigo"]


def test_ships_explained_by_their_classes_are_counted_once(read):
    claims = read("The Russian ships, two destroyers and an oiler, were off Busan at noon and heading south.")
    assert [(c.status, c.place_text, c.count_min) for c in claims] == [("present", "Busan", 3)]
