"""Who is on which side of a report: what names a state and yet says nothing of whose the forces are."""

from datetime import date

import pytest

from sitmap import extract
from sitmap.model import Report


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        # Under whose command they stand, and because of whom they came.
        (
            "Polish sappers came to Riga. A company of 90 soldiers will stay in Tapa, under Danish command.",
            "POL",
        ),
        ("Polish sappers came to Tapa. Two howitzers stand in Riga, because of the Houthis.", "POL"),
        ("Polish sappers came to Tapa. Instead of the Americans, 40 soldiers are based in Riga.", "POL"),
        ("Polish sappers came to Tapa. Two howitzers stand in Riga, despite the Russians.", "POL"),
        # Where they were before.
        ("Polish ships sailed home. The crew left Singapore. Three frigates are moored at Busan.", "POL"),
        # A news agency that learnt of it.
        ("Polish sappers came to Tapa. Two howitzers stand at Riga, Yonhap reported.", "POL"),
        ("Polish sappers came to Tapa. Tass saw ten ships. Two howitzers stand at Riga.", "POL"),
        # Of whom there are none.
        (
            "Polish pilots fly to Tapa. He sees no Russian or Chinese jets. Two fighters stand at Riga.",
            "POL",
        ),
        # Forces named beside them.
        ("Polish sappers came to Tapa. Two jets stand at Riga and four German fighters at Busan.", "POL"),
    ],
)
def test_a_state_spoken_of_beside_has_no_forces_there(read, text, actor):
    told = {claim.place_text: claim.actor for claim in read(text)}
    last = next(
        place for place in ("Riga", "Tapa", "Busan") if f"in {place}" in text or f"at {place}" in text
    )
    assert told[last] == actor


def test_the_guards_of_another_state_are_not_irans(read):
    (claim,) = read("The Royal Danish Life Guards have posted a platoon at Tapa.")
    assert claim.actor == "DNK"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Guards moved a battery to Tehran.", "IRN"),
        ("Iran's Guards moved a battery to Tehran.", "IRN"),
    ],
)
def test_the_guards_alone_are_irans(read, text, actor):
    assert {claim.actor for claim in read(text)} == {actor}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Sweden has few corvettes. On Sunday HMS Visby lay off Riga.", "SWE"),
        ("Britain has few frigates. On Sunday HMS Kent lay off Riga.", "GBR"),
        ("On Sunday HMS Kent lay off Riga.", "GBR"),
        ("Israel sends help. INS Magen is moored at Busan.", "ISR"),
        ("INS Kolkata is moored at Busan.", "IND"),
    ],
)
def test_a_prefix_of_two_navies_is_of_the_one_that_the_report_names(read, text, actor):
    assert {claim.actor for claim in read(text)} == {actor}


def test_a_heading_says_where_and_not_whose(read):
    text = (
        "FORCE TRACKER\n\nJAPAN\nUS fighters are based in Busan. US tankers stand at Riga.\n\n"
        "LATVIA\nAbout 2,500 marines are arriving in Riga this month."
    )
    assert read(text)[-1].actor == "USA"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("NATO keeps watch. The German-led battlegroup is in Riga.", "NATO"),
        ("NATO keeps watch. A multinational battlegroup is in Riga.", "NATO"),
        ("The German-led battlegroup is in Riga.", "DEU"),
        ("NATO keeps watch. A German-led brigade is in Riga.", "DEU"),
    ],
)
def test_a_battlegroup_of_several_states_is_of_their_league(read, text, actor):
    assert {claim.actor for claim in read(text)} == {actor}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "Kyiv and Moscow talked. Russia lost a ship, and Ukraine two. Drones hit a depot in Bryansk.",
            "UKR",
        ),
        ("Kyiv and Moscow talked. Russia lost a ship, and Ukraine two. Drones hit a depot in Odesa.", "RUS"),
        ("Kyiv and Moscow talked. Russia lost a ship, and Ukraine two. Drones hit a depot in Riga.", ""),
    ],
)
def test_of_two_at_war_the_other_one_strikes(read, text, actor):
    assert {claim.actor for claim in read(text)} == {actor}


def test_the_rebels_are_the_group_named_last(read):
    text = "South Africa, as Boko Haram knows, has sent men. M23 is strong. The rebels also hold Riga."
    assert read(text)[-1].actor == "M23"


def test_a_ministry_tells_of_its_own_forces_at_home(toponyms):
    text = (
        "Polish pilots, a Polish crew and Polish gunners came and went again.\n\n"
        "Some 60 soldiers are stationed in Riga."
    )
    report = Report(
        report_id="r", text=text, published=date(2025, 6, 10), publisher="Ministry of Defence (Latvia)"
    )
    (claim,) = extract.claims(report, toponyms(text))
    assert claim.actor == "LVA"
