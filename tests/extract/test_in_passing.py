"""What dense reports say in passing, and what only looks like a force at a place: sentences of our own."""

import pytest


def told(claims):
    return [(c.kind, c.asset, c.count_min, c.status, c.place_text) for c in claims]


@pytest.mark.parametrize(
    "text",
    [
        # Those who are dead, wrecked or only provided for are nowhere.
        "The bodies of 13 soldiers lay in a morgue in Kharkiv.",
        "In Bryansk, the wrecks of two Tu-95MS and three Tu-22M3 were cleared away.",
        "At Tapa, shelters for 24 fighters have stood since 2016.",
        # Of two nouns the second is who is there.
        "The brigade's commander was in Riga for a funeral.",
        "The brigade's commander, who was in Riga for a funeral, said so.",
        # Who is told to do something else goes nowhere.
        "In Riga, the president ordered the police to share less.",
        # Who speaks may sit elsewhere.
        "Ten soldiers fell ill, according to officials in Riga.",
        "Kyiv says that 500 soldiers sleep in the cellars of the plant.",
        # A tank of this kind has no crew.
        "A diesel tank burnt out in Odesa.",
    ],
)
def test_makes_no_claim(read, text):
    assert told(read(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Behind "where", whatever the verb.
        (
            "The course is held in Riga, where 25 Ukrainian soldiers are already at their desks.",
            [("deployment", "troops", 25, "present", "Riga")],
        ),
        (
            "She had come from Djibouti, where the British frigate had been hunting smugglers.",
            [("deployment", "ships", None, "present", "Djibouti")],
        ),
        # Those named with their place leave it.
        (
            "The hundred French soldiers at Tapa are to be pulled out before May.",
            [("deployment", "troops", 100, "withdrawn", "Tapa")],
        ),
        (
            "Three bombers used to stand at RAF Akrotiri.",
            [("deployment", "aircraft", 3, "withdrawn", "RAF Akrotiri")],
        ),
        # Smaller forces "from" several states: these are their homes.
        (
            "From Poland and Estonia, Estonian contingents will come to Riga in May.",
            [("deployment", "troops", None, "planned", "Riga")],
        ),
        # What somebody has left is there.
        (
            "Latvia has three frigates left in the Red Sea.",
            [("deployment", "ships", 3, "present", "Red Sea")],
        ),
        # Something fired, and what it did.
        ("Rockets whistled into a camp at Sumy on Monday.", [("impact", "rocket", None, "", "Sumy")]),
        ("A drone wounded four soldiers outside Kharkiv.", [("impact", "drone", 1, "", "Kharkiv")]),
        (
            "The hospital in Kharkiv suffered a hit from a cruise missile.",
            [("impact", "cruise", 1, "", "Kharkiv")],
        ),
        # The builder is not where it builds.
        ("Poland is building a runway at Tapa.", [("site", "base", None, "", "Tapa")]),
    ],
)
def test_in_passing(read, text, expected):
    assert told(read(text)) == expected
