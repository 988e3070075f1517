"""Launches and impacts: which clauses tell of one, from where and of what, and which do not."""

import pytest

import sitmap

FIRED = [
    # From where: a place behind "from near", a part of a place, a noun with its place, a list.
    ("A missile had been fired at about 6:20 a.m. from near Wonsan.", [("launch", "Wonsan")]),
    ("Two rockets were launched from the northern end of Guam.", [("launch", "Guam")]),
    # What is said opens with its pronoun; a verb of two words stands behind "that".
    ("Iran said it launched 20 missiles at Sumy.", [("launch", "Iran")]),
    ("Iran said it also launched 20 missiles at Sumy.", [("launch", "Iran")]),
    (
        "North Korea fired a missile that came down in the Red Sea.",
        [("launch", "North Korea"), ("impact", "Red Sea")],
    ),
    ("Poland accuses Russia of having launched drones, from a field near Bryansk.", [("launch", "Bryansk")]),
    ("Frigates in the Red Sea launched 12 missiles at targets in Iraq.", [("launch", "Red Sea")]),
    ("Russia fired three missiles at Odesa at noon.", [("launch", "Russia")]),
    ("In Sumy, rebels fired rockets at the airstrip.", []),
    ("North Korea fired what appeared to be a missile from Wonsan.", [("launch", "Wonsan")]),
    ("Iran launched what is now widely believed to be a rocket on Friday.", [("launch", "Iran")]),
    ("Missiles struck Odesa, a port city in western Ukraine, on Friday.", [("impact", "Odesa")]),
    ("Radar saw it: a missile, launched from Wonsan on Friday.", [("launch", "Wonsan")]),
    ("Rockets were fired from a lorry parked near Sumy, a guard said.", [("launch", "Sumy")]),
    ("The drones flew out of a barge moored off Busan.", [("launch", "Busan")]),
    ("Early on Sunday Russia launched 90 drones.", [("launch", "Russia")]),
    ("It fired short-range missiles, including two new ones, from Wonsan.", [("launch", "Wonsan")]),
    ("North Korea fired two rockets hours before talks in Busan.", [("launch", "North Korea")]),
    ("Iran has fired more than 300 missiles since May.", []),
    ("Ana Ruiz, 29, who came from Odesa, saw the rocket.", []),
    ("The H3 No. 7 lifted off from Baikonur.", [("launch", "Baikonur")]),
    ("The army chief, Abdel Fattah al-Sisi, launched a plan in Tehran.", []),
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


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("Ten Shahed drones were launched at Odesa. One fell near Sumy.", "Shahed", 1),
        ("India's LVM3 rocket rose from Cape Canaveral on Friday.", "LVM3", 1),
        ("India's LVM3 rockets rose from Cape Canaveral in May.", "LVM3", None),
    ],
)
def test_what_is_counted_without_its_noun_keeps_its_name(read, text, name, count):
    last = read(text)[-1]
    assert (last.designation, last.count_max) == (name, count)


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


def test_a_launch_to_come_is_told_with_its_place_and_day(read):
    found = read("Japan plans to launch an H3 rocket from Baikonur on 2 December.")
    assert [(c.kind, c.certainty, c.date) for c in found] == [("launch", "expected", "2024-12-02")]


def test_a_launch_told_again_from_a_closer_place_is_one(read):
    text = (
        "North Korea fired several ballistic missiles on Friday, Seoul said. "
        "The missiles were launched from Wonsan at 8:10 a.m., Japan's navy said."
    )
    (claim,) = read(text)
    assert (claim.kind, claim.place_text, claim.time, claim.source) == (
        "launch",
        "Wonsan",
        "08:10",
        "Japan's navy",
    )


def test_what_was_fired_besides_is_a_launch_of_its_own(read):
    found = read("Russia launched 90 drones, most of them at night, along with two missiles, Ukraine said.")
    assert [(c.kind, c.asset, c.count_max, c.actor) for c in found] == [
        ("launch", "drone", 90, "RUS"),
        ("launch", "missile", 2, "RUS"),
    ]


def test_a_town_that_a_radar_is_named_after_is_a_town_behind_its_state():
    found = sitmap.read_text("Two missiles were fired from Russia's Voronezh and Kursk regions.").claims
    assert [(c.kind, c.location.place.name) for c in found if c.location and c.location.place] == [
        ("launch", "Voronezh Oblast"),
        ("launch", "Kursk Oblast"),
    ]


OWNED = [
    ("Iran said that it had launched three missiles from Tehran.", True),
    ("Iran said it had fired a ballistic missile from Tehran.", True),
    # Told by nobody it is an earlier one; a drone is no missile; another day is another launch.
    ("Iran had launched three missiles from Tehran.", False),
    ("Iran said that it had launched three drones from Tehran.", False),
    ("Iran said that it had launched a missile from Tehran on Friday.", False),
]


@pytest.mark.parametrize(("text", "one"), OWNED)
def test_a_launch_owned_to_is_that_of_what_struck(text, one):
    claims = sitmap.read_text(f"Missiles struck Odesa on Monday. {text}", published="2024-05-14").claims
    events = {claim.kind: claim.event_id for claim in claims}
    assert (events["launch"] == events["impact"]) == one
