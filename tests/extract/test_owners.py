"""Whose forces and weapons are, where no word beside them says it."""

import pytest


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        pytest.param(
            "A drone strike by night woke the town. Iranian missile attacks on the ports went on. "
            "Two drones hit a depot in Odesa.",
            ["IRN"],
            id="the one attacker that the report names",
        ),
        pytest.param(
            "Two drones hit a depot in Riga. Rescuers are at work.", [""], id="no attacker is named"
        ),
        pytest.param(
            "Latvian drone attacks have become frequent. Two drones hit a depot in Riga.",
            [""],
            id="no state is struck by its own",
        ),
        pytest.param(
            "Two drones hit a depot in Odesa. Rescuers are at work.",
            [""],
            id="a land at war: nobody said who",
        ),
        pytest.param(
            "The Houthis claimed the attack. A missile launched from Iran fell in Aden.",
            ["Houthis", "Houthis"],
            id="the one armed group, where the state does nothing",
        ),
        pytest.param(
            'A spokesman said that a "Palestine 2" missile hit a pier at Aden.',
            [""],
            id="a state in the name of a weapon",
        ),
        pytest.param(
            "The Estonian navy confirmed two Chinese vessels sailing near Busan.",
            ["CHN"],
            id="what is seen, and not who sees it",
        ),
        pytest.param(
            "North Korea opened a factory.\n\nSix howitzers are stationed in Busan.",
            ["KOR"],
            id="at home, where the state named far before has no forces in the report",
        ),
        pytest.param(
            "Seven rockets were fired from Syria.", [""], id="a rocket's place does not say whose it is"
        ),
        pytest.param(
            "A missile fired by Yemen's Houthi fighters hit a pier at Aden.",
            ["Houthis", "Houthis"],
            id="the doer",
        ),
        pytest.param(
            "Iran's defence ministry confirmed that its drones had hit a depot in Riga.",
            ["IRN"],
            id="its, of who says so",
        ),
        pytest.param(
            "Estonia pulled two of its batteries out of Poland, the Polish defence ministry said.",
            ["EST"],
            id="its, of the subject",
        ),
        pytest.param(
            "Polish soldiers watched the border. The Estonian army held a drill. "
            "The army has sent 90 soldiers to Riga.",
            ["EST"],
            id="an organ named before with its state",
        ),
    ],
)
def test_whose_they_are(read, text, actors):
    assert [claim.actor for claim in read(text)] == actors


@pytest.mark.parametrize(
    "between",
    [
        pytest.param("They were seen from the Taiwan Strait.", id="part of the name of a sea"),
        pytest.param("The group, which Tokyo calls Squadron 4, has grown.", id="who only names it"),
        pytest.param("Finland's defence ministry said that it was watching.", id="who speaks"),
        pytest.param("They passed the old German city at dusk.", id="whose town it was"),
        pytest.param("NATO met in the evening.", id="a league of states"),
    ],
)
def test_a_state_that_owns_nothing_here(read, between):
    claims = read(f"Turkish soldiers train at home. {between} About 300 soldiers are in Qatar.")
    assert [claim.actor for claim in claims if claim.place_text == "Qatar"] == ["TUR"]


def test_the_state_that_a_report_is_about(read):
    text = "Kenya buried its dead. Kenya mourned. Two battalions are in Somalia, an officer from Uganda said."
    assert [claim.actor for claim in read(text)] == ["KEN"]


def test_forces_of_others_are_not_the_states_that_a_report_is_about(read):
    text = "Kenya waits. Kenya votes. Foreign forces are in Somalia."
    assert [claim.actor for claim in read(text)] == [""]


def test_a_person_named_like_a_weapon(read):
    told = read("General Abdel Fattah al-Amin spoke at noon. A drone hit a house in Riga.")
    assert [(claim.actor, claim.designation) for claim in told] == [("", "")]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Latvia: a Canadian-led brigade in Riga.", "CAN"),
        ("A British-commanded battalion is in Tapa.", "GBR"),
        ("A U.S.-led battalion of 900 soldiers is in Riga.", "USA"),
    ],
)
def test_who_leads_a_force_has_it(read, text, actor):
    assert {claim.actor for claim in read(text)} == {actor}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        # A border or a town "in Latvia" makes a report no report about Latvia.
        ("The yard at Tapa lies near the Latvian border. Three drones stood at Tapa.", {"EST"}),
        ("Three drones stood at Tapa. In Riga, Latvia, nothing moved.", {"EST"}),
        # What defences are got past does not fire.
        ("A missile fired by the Houthis got past Polish defences and hit a quay in Odesa.", {"Houthis"}),
        # Who says it, under two names, does not fire either.
        (
            "Latvia's security service, LVS, says that a missile was launched from Wonsan at 7:40 a.m.",
            {"PRK"},
        ),
        ("Eight soldiers from Latvia landed in Tapa.", {"LVA"}),
    ],
)
def test_a_name_beside_is_no_owner(read, text, actors):
    assert {claim.actor for claim in read(text)} == actors
