"""Launches and impacts: which clauses tell of one, from where and of what, and which do not."""

import pytest

import sitmap

FIRED = [
    # From where: a place behind "from near", a part of a place, a noun with its place, a list.
    ("A missile had been fired at about 6:20 a.m. from near Wonsan.", [("launch", "Wonsan")]),
    ("Two rockets were launched from the northern end of Guam.", [("launch", "Guam")]),
    ("Poland accuses Russia of having launched drones, from a field near Bryansk.", [("launch", "Bryansk")]),
    ("Frigates in the Red Sea launched 12 missiles at targets in Iraq.", [("launch", "Red Sea")]),
    ("Russia fired three missiles at Odesa at noon.", [("launch", "Russia")]),
    ("In Sumy, rebels fired rockets at the airstrip.", []),
    ("Radar saw it: a missile, launched from Wonsan on Friday.", [("launch", "Wonsan")]),
    # What was hit: far from its verb, several targets, a place that is no place of the impact.
    ("Drones struck the old grain store and the airport of Odesa.", [("impact", "Odesa")]),
    (
        "Missiles hit the rail yard at Sumy and a workshop in Kharkiv.",
        [("impact", "Sumy"), ("impact", "Kharkiv")],
    ),
    ("A rocket fell in the Sea of Japan, outside Japan's economic zone.", [("impact", "Sea of Japan")]),
    (
        "The rocket rose from Sohae and splashed into the Red Sea.",
        [("launch", "Sohae"), ("impact", "Red Sea")],
    ),
    # In capitals; several of a name; what speaks, points or jokes does not fire.
    (
        "INCIDENT 40 NM EAST OF ADEN. A TANKER WAS STRUCK BY A DRONE ON ITS BOW AT 0700 UTC.",
        [("impact", "ADEN")],
    ),
    ("Two Iskanders and three Shaheds hit Sumy.", [("impact", "Sumy"), ("impact", "Sumy")]),
    ("The governor wrote of debris from drones at Sumy.", [("impact", "Sumy")]),
    ("Japan said the missile, fired at dawn, flew 300 km.", []),
    ("Drones are assembled in Iran; the envoy spoke of another shot in the foot.", []),
    # Nouns of attack, and attacks that did not come or name a state alone.
    ("A drone strike on the oil depot at Bryansk set a tank on fire.", [("impact", "Bryansk")]),
    ("Residents cleared up after a missile attack on Sumy.", [("impact", "Sumy")]),
    ("A raid with twelve drones on Odesa lasted an hour.", [("impact", "Odesa")]),
    ("Sirens warned of a drone attack on Odesa.", []),
    ("A missile strike on Ukraine is planned.", []),
    # Tables and headings.
    (
        "Date | Target | Weapon\n3 May | Rail yard, Sumy | 3 drones\n4 May | Mill, Odesa | 1 missile",
        [("impact", "Sumy"), ("impact", "Odesa")],
    ),
    ("Date | Port | Weapon\n3 May | Quay, Odesa | 3 drones", []),
    ("Sohae. A rocket lifted off at 7 a.m. on Friday.", [("launch", "Sohae")]),
    ("03 Jul 22:32 UTC Soyuz-2.1a Baikonur Progress MS-31", [("launch", "Baikonur")]),
    # Nothing fired, or nothing that claims have a kind for.
    ("The drone maker launched a new camera in Tehran.", []),
    ("Missile makers rose on news from Syria.", []),
    ("Mortar shells and a guided bomb hit Kharkiv.", []),
    ("A missile to be fired from Wonsan lies ready.", []),
]


@pytest.mark.parametrize(("text", "told"), FIRED, ids=[text[:40] for text, _ in FIRED])
def test_where_something_was_fired_or_fell(read, text, told):
    found = [(c.kind, c.place_text) for c in read(text) if c.kind in {"launch", "impact"}]
    assert found == told


@pytest.mark.parametrize(
    ("text", "asset"),
    [
        ("An Iskander hit Odesa.", "missile"),
        ("An Iskander-M ballistic missile hit Odesa.", "ballistic"),
        ("Kalibr cruise missiles stand at Sumy. A Kalibr hit Odesa.", "cruise"),
        ("A Geran-2 hit Odesa.", "drone"),
        ("One ballistic missile of ICBM class was launched from Sunan.", "icbm"),
    ],
)
def test_the_words_decide_what_was_fired(read, text, asset):
    found = [c for c in read(text) if c.kind in {"launch", "impact"}]
    assert [c.asset for c in found] == [asset]


def test_two_weapons_fired_together_are_two_launches(read):
    text = "South Korean forces fired a Hyunmoo-2 and an ATACMS from Busan into the Sea of Japan."
    found = [(c.kind, c.designation, c.count_max) for c in read(text)]
    assert sorted(found) == [
        ("impact", "ATACMS", 1),
        ("impact", "Hyunmoo-2", 1),
        ("launch", "ATACMS", 1),
        ("launch", "Hyunmoo-2", 1),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tehran fired 180 missiles.", "Tehran"),
        ("The Iranian army fired 180 missiles.", "Iranian"),
    ],
)
def test_a_state_that_fired_is_where_it_fired_from(text, words):

    (claim,) = sitmap.read_text(text, published="2024-10-02").claims
    assert claim.location is not None
    assert claim.location.place is not None
    assert (claim.kind, claim.place_text, claim.location.place.country) == ("launch", words, "IRN")


def test_an_entry_of_a_live_account_has_the_day_of_the_report(read):
    text = "14:20 - The carrier left Busan on Monday.\n\n11:48 - Two missiles struck Sumy."
    found = [c.date for c in read(text) if c.kind == "impact"]
    assert found == ["2024-11-01"]
