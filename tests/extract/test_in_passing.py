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
        # Rockets to space, whatever the verb, from a launch site.
        (
            "The crew rode a Soyuz-2.1a out of Baikonur on Monday.",
            [("launch", "satellite-launcher", 1, "", "Baikonur")],
        ),
        # Launch areas as a list.
        (
            "Russia fired 810 Shahed drones, launch areas: Bryansk, Tapa and Odesa.",
            [
                ("launch", "drone", 810, "", "Russia"),
                *(("launch", "drone", None, "", place) for place in ("Bryansk", "Tapa", "Odesa")),
            ],
        ),
        # Each since a day of its own.
        (
            "Russian soldiers have held Sumy since May and Kharkiv since June.",
            [("deployment", "troops", None, "present", place) for place in ("Sumy", "Kharkiv")],
        ),
        # Some of those named before.
        (
            "Some 450 Polish soldiers are in Odesa. A smaller group is cut off at Sumy.",
            [
                ("deployment", "troops", 450, "present", "Odesa"),
                ("deployment", "troops", None, "present", "Sumy"),
            ],
        ),
        ("Residents reported fighters in Kharkiv.", [("deployment", "troops", None, "present", "Kharkiv")]),
        # The name describes what was hit; where that is follows.
        ("A missile hit the Odesa reservoir near Kharkiv.", [("impact", "missile", 1, "", "Kharkiv")]),
        (
            "A firm is relaying the concrete under the launch mount at Tapa.",
            [("site", "base", None, "", "Tapa")],
        ),
        # The builder is not where it builds.
        ("Poland is building a runway at Tapa.", [("site", "base", None, "", "Tapa")]),
    ],
)
def test_in_passing(read, text, expected):
    assert told(read(text)) == expected
