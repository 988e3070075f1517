"""Who follows and who is followed, told in one clause or over several sentences."""

import pytest


def told(claims, *fields):
    return [tuple(getattr(claim, field) for field in fields) for claim in claims]


FIELDS = ("actor", "asset", "designation", "place_text")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "HMS Kestrel trailed the Russian corvette Stoikiy in the Red Sea on Monday.",
            [("GBR", "ships", "HMS Kestrel", "Red Sea"), ("RUS", "ships", "Stoikiy", "Red Sea")],
        ),
        (
            "Two Polish F-16s intercepted a Russian Il-20 over the Sea of Japan.",
            [("POL", "aircraft", "F-16", "Sea of Japan"), ("RUS", "aircraft", "Il-20", "Sea of Japan")],
        ),
        (
            "Two Chinese frigates were met off Busan by a Japanese destroyer.",
            [("JPN", "ships", "", "Busan"), ("CHN", "ships", "", "Busan")],
        ),
        (
            "The Russian submarine Krasnodar surfaced off Busan. It was followed by a Japanese destroyer.",
            [("RUS", "submarines", "Krasnodar", "Busan"), ("JPN", "ships", "", "Busan")],
        ),
    ],
)
def test_both_who_meet_are_where_they_meet(read, text, expected):
    assert told(read(text), *FIELDS) == expected


def test_the_pair_is_those_who_were_followed(read):
    claims = read(
        "HMS Kestrel picked up the Russian submarine Krasnodar and the corvette Stoikiy off Aden on Tuesday. "
        "Two Danish frigates went along with the pair through the Red Sea."
    )
    there = [claim for claim in claims if claim.place_text == "Red Sea"]
    assert {(claim.actor, claim.designation) for claim in there} == {
        ("DNK", ""),
        ("RUS", "Krasnodar"),
        ("RUS", "Stoikiy"),
    }


def test_the_submarine_is_the_one_named_before_the_frigates(read):
    claims = read(
        "The Russian submarine Krasnodar lay off Aden on Monday. HMS Kestrel was there too. "
        "A Danish frigate shadowed the submarine in the Red Sea."
    )
    there = [claim for claim in claims if claim.place_text == "Red Sea"]
    assert {(claim.actor, claim.designation) for claim in there} == {("DNK", ""), ("RUS", "Krasnodar")}


@pytest.mark.parametrize(
    "text",
    [
        "Police in Riga met Latvian shopkeepers.",
        "The ministers watched a film about the frigate in Riga.",
        "Air defences intercepted 30 drones over Bryansk.",
    ],
)
def test_what_is_no_meeting_of_forces(read, text):
    assert read(text) == ()


def test_a_state_that_tracks_ships_through_a_strait_is_not_where_they_are(read):
    claims = read("Japan tracked three Chinese warships over the Sea of Japan.")
    assert told(claims, *FIELDS) == [("CHN", "ships", "", "Sea of Japan")]
