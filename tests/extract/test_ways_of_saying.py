"""Ordinary verbs and turns for firing, coming down, coming, going and staying: sentences of our own."""

import pytest


def told(claims):
    return [(c.kind, c.status, c.place_text, c.count_min) for c in claims]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Soldiers let off two rockets from Musudan.", "Musudan"),
        ("The crew let fly a missile from Sohae.", "Sohae"),
        ("Crews rippled off six rockets from Wonsan.", "Wonsan"),
        ("A missile streaked out of Sunan at dawn.", "Sunan"),
        ("A Soyuz thundered off the pad at Baikonur on Thursday.", "Baikonur"),
        ("From Wonsan, across the bay, North Korean crews let off ten rockets.", "Wonsan"),
        ("Three rockets from Wonsan fell on Sunan.", "Wonsan"),
        ("HIMARS launchers of four nations fired in Sumy on Monday.", "Sumy"),
        # What is sent, flown or thrown up is fired.
        ("SpaceX sent a Falcon 9 up from Cape Canaveral.", "Cape Canaveral"),
        ("China flew a Kuaizhou rocket from Baikonur on 17 May.", "Baikonur"),
        ("Missiles thrown from Bryansk killed two people.", "Bryansk"),
    ],
)
def test_firing(read, text, place):
    assert ("launch", "", place) in [told_of[:3] for told_of in told(read(text))]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A drone clipped a chimney in Bryansk.", "Bryansk"),
        ("A rocket buried itself in a field near Riga.", "Riga"),
        ("Two Shahed drones found their mark in Odesa.", "Odesa"),
        ("A drone smacked into a tower block in Kharkiv.", "Kharkiv"),
        ("A missile gouged a hole beside the terminal in Sumy.", "Sumy"),
        ("The rocket broke up over the Sea of Japan.", "Sea of Japan"),
        ("A missile exploded above Sumy.", "Sumy"),
        # What is left of what was fired, and a part of it.
        ("A missile was fired at Odesa. Debris landed in Sumy.", "Sumy"),
        ("A Soyuz rocket lifted off from Baikonur. Its booster fell into the Sea of Japan.", "Sea of Japan"),
        ("Twelve drones were launched at night. The drones descended on Sumy.", "Sumy"),
    ],
)
def test_coming_down(read, text, place):
    assert ("impact", "", place) in [told_of[:3] for told_of in told(read(text))]


def test_a_part_that_breaks_up_nowhere_said_is_no_impact_at_the_pad(read):
    text = "Baikonur. A Soyuz rocket lifted off on Monday. The booster broke up over the steppe."
    assert {claim.kind for claim in read(text)} == {"launch"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six Polish ships filed through the Red Sea on Friday.", [("deployment", "present", "Red Sea", 6)]),
        ("A German battalion has its quarters at Tapa.", [("deployment", "present", "Tapa", None)]),
        (
            "China masses 900 men opposite Okushiri Island.",
            [("deployment", "present", "Okushiri Island", 900)],
        ),
        ("Some 80 Polish soldiers cordoned off Sumy.", [("deployment", "present", "Sumy", 80)]),
        ("Two more frigates were sent to Busan.", [("deployment", "arriving", "Busan", 2)]),
        ("A frigate is on her way from Busan.", [("deployment", "withdrawn", "Busan", 1)]),
        ("The last Polish soldiers marched out of Sumy.", [("deployment", "withdrawn", "Sumy", None)]),
        (
            "Two frigates are in Busan, bound for Guam.",
            [("deployment", "present", "Busan", 2), ("deployment", "planned", "Guam", 2)],
        ),
        (
            "Four Chinese ships entered Busan on Monday and left on Tuesday.",
            [("deployment", "arriving", "Busan", 4), ("deployment", "withdrawn", "Busan", 4)],
        ),
        # The closer of two places.
        ("Some 50 Polish soldiers rolled into Estonia at Tapa.", [("deployment", "arriving", "Tapa", 50)]),
        # Verbs that no table has, in the past.
        ("Two Polish frigates zigzagged off Busan.", [("deployment", "present", "Busan", 2)]),
        ("A Polish brigade inched out of Sumy on Monday.", [("deployment", "withdrawn", "Sumy", None)]),
        (
            "A Polish team of 40 soldiers was posted to guard a bridge in Sumy.",
            [("deployment", "present", "Sumy", 40)],
        ),
        ("Busan saw three Japanese warships in one week.", [("deployment", "present", "Busan", 3)]),
        ("Riga is now the den of two Dutch F-35s.", [("deployment", "present", "Riga", 2)]),
        ("Riga, near Tapa, once again houses Polish jets.", [("deployment", "present", "Riga", None)]),
        (
            "The F-16 squadron at Riga is to go to Tapa.",
            [("deployment", "planned", "Tapa", None), ("deployment", "withdrawn", "Riga", None)],
        ),
        (
            "Six Polish jets are in Riga. Pictures show two dozen more at Tapa.",
            [("deployment", "present", "Riga", 6), ("deployment", "present", "Tapa", 24)],
        ),
        ("Polish troops returned from Sumy to their garrisons.", [("deployment", "withdrawn", "Sumy", None)]),
        ("Six Polish jets came down in Riga.", [("deployment", "arriving", "Riga", 6)]),
        # Two states under one noun; a whole told by what it has grown to.
        (
            "Seven Chinese and four Russian warships cruised near Guam.",
            [("deployment", "present", "Guam", 7), ("deployment", "present", "Guam", 4)],
        ),
        (
            "Russia's build-up near Sumy has swollen to 9,000 troops.",
            [("deployment", "present", "Sumy", 9000)],
        ),
        # Shared out, mostly there, and told first.
        (
            "About 1,300 soldiers remain in two camps, one at Tapa and one at Riga.",
            [("deployment", "present", "Tapa", None), ("deployment", "present", "Riga", None)],
        ),
        (
            "Russia has 8,000 soldiers in Estonia, mostly around Tapa.",
            [("deployment", "present", "Estonia", 8000), ("deployment", "present", "Tapa", None)],
        ),
        ("From Riga six Spanish jets patrol the sky above Estonia.", [("deployment", "present", "Riga", 6)]),
        (
            "Most of the Polish soldiers have, the army says, gone to Sumy.",
            [("deployment", "arriving", "Sumy", None)],
        ),
        # Without a verb under the name of a place, or counted without saying where again.
        ("Djibouti. The exception: 1,500 men and a treaty.", [("deployment", "present", "Djibouti", 1500)]),
        (
            "Two Russian bombers are parked in Riga. On Monday we counted four Tu-22M3.",
            [("deployment", "present", "Riga", 2), ("deployment", "present", "Riga", 4)],
        ),
        ("Two HIMARS were flown to Guam in a transport plane.", [("deployment", "arriving", "Guam", 2)]),
        (
            "Riga. The base is old. It houses a brigade of Polish soldiers.",
            [("deployment", "present", "Riga", None)],
        ),
        # Both members of a list whose names have articles.
        (
            "The navy keeps two carriers in the Red Sea and the Gulf of Aden.",
            [("deployment", "present", "Red Sea", None), ("deployment", "present", "Gulf of Aden", None)],
        ),
    ],
)
def test_coming_going_and_staying(read, text, expected):
    assert told(read(text)) == expected


def test_wrecks_are_no_force(read):
    assert read("In Riga the wrecks of three Tu-95MS bombers have been cleared off the apron.") == ()


def test_whose_missiles_they_are_is_not_where_they_were_fired(read):
    assert [claim.kind for claim in read("Two ballistic missiles from Iran struck Sumy.")] == ["impact"]


@pytest.mark.parametrize(
    "text",
    [
        "A second runway is being dug at Riga.",
        "Blast walls are going up at Riga.",
        "Tunnel entrances and a rail spur at Riga are under construction.",
        "An old airfield near Riga is being turned into a garrison.",
    ],
)
def test_work_on_a_site(read, text):
    assert [(claim.kind, claim.place_text) for claim in read(text)] == [("site", "Riga")]


def test_the_number_of_a_pad_counts_nothing(read):
    text = "A Soyuz rocket lifted off from Baikonur. A platform under Pad 31 fell into the flame trench."
    assert [claim.kind for claim in read(text)] == ["launch"]


@pytest.mark.parametrize("text", ["runway", "old runway", "an old wide runway"])
def test_a_spot_may_open_a_text(read, text):
    assert read(text) == ()
