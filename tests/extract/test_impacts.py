"""Impacts told without a weapon, of several places, by what an attack was made with."""

import pytest

HITS = [
    # What was hit stands as the subject; the weapon was named a sentence before, or is a pronoun's.
    ("Two drones struck Odesa. A mill in Sumy was hit as well.", ["Odesa", "Sumy"]),
    ("Two drones struck Odesa. A school in Sumy suffered a direct hit.", ["Odesa", "Sumy"]),
    ("Jets burned at airfields in Sumy and Kharkiv after they were struck by drones.", ["Sumy", "Kharkiv"]),
    ("The mill in Sumy was hit hard by the drought.", []),
    ("Two drones struck Odesa. No house in Sumy was hit.", ["Odesa"]),
    ("The first raid, with six drones by the mayor's count, hit Odesa.", ["Odesa"]),
    ("The army delivered a pinpoint strike with a missile on an inn at Sumy.", ["Sumy"]),
    # A list goes on behind an aside; what only says where the last of it lies is no target.
    (
        "Drones hit the port of Odesa, 400 km from Bryansk, the rail yard in Sumy and the depot in Kharkiv.",
        ["Odesa", "Sumy", "Kharkiv"],
    ),
    ("Missiles struck Sumy, a town near Kharkiv.", ["Sumy"]),
    # "That" behind a weapon says which; behind a verb of saying it opens what is said.
    ("The missile that struck Odesa was fired from Sumy.", ["Odesa"]),
    ("Two drones were fired at night. Those that hit Odesa had come from Sumy.", ["Odesa"]),
    ("The army said that occupied Crimea was quiet.", []),
    # One of two fell here, the other there.
    ("Two missiles were fired. One fell near Sumy. The other came down near Odesa.", ["Sumy", "Odesa"]),
    # What falls, falls to the ground; a number that falls does not.
    ("A drone dropped to the ground near Sumy.", ["Sumy"]),
    ("The number of drones in Sumy fell to 40.", []),
    # All that a state has is the state, by its name or as its own.
    ("A drone fell on Latvia's territory.", ["Latvia"]),
    ("Latvia said that fragments of a drone had fallen on its territory.", ["its territory"]),
    ("Latvia said that a missile fired by Russia had crashed on its soil.", ["its soil"]),
]


@pytest.mark.parametrize(("text", "told"), HITS, ids=[text[:40] for text, _ in HITS])
def test_what_was_hit(read, text, told):
    assert [c.place_text for c in read(text) if c.kind == "impact"] == told


def test_some_of_an_uncounted_salvo_are_of_one_event(read):
    launch, impact = read("Latvia launched the missiles from Riga. Two of them fell near Odesa.")
    assert launch.event_id == impact.event_id
    assert (launch.count_max, impact.count_max) == (None, 2)


def test_what_was_sent_up_is_fired(read):
    told = read("A drone was found. The Houthis, who sent it up from Sumy, call it Yafa. It hit Odesa.")
    assert [(claim.kind, claim.place_text) for claim in told] == [("launch", "Sumy"), ("impact", "Odesa")]
    assert "launch" not in {claim.kind for claim in read("Men came. Latvia sent them up from Riga.")}


def test_how_far_off_a_launch_was_is_its_range(read):
    told = read("The missiles that hit Odesa were fired from Bryansk, some 700 km to the north.")
    assert {claim.range_km for claim in told} == {700.0}
    (launch,) = read("The missiles were fired from Bryansk, some 700 km to the north.")
    assert launch.range_km is None


def test_a_hit_with_no_weapon_named_is_one_of_the_attack_told_of(read):
    *_, claim = read("Three Russian missiles struck Odesa. A plant in Sumy took a hit, the mayor said.")
    assert (claim.asset, claim.actor, claim.count_min, claim.source) == ("missile", "RUS", None, "mayor")


ZONES = [
    # Whose zone: named, or whose ministry speaks; whose missile it was does not matter.
    ("Two missiles fell in the Sea of Japan, outside Japan's economic zone.", ["outside:JPN-EEZ"]),
    (
        "A North Korean missile splashed into the Sea of Japan. Tokyo said it fell outside its EEZ.",
        ["outside:JPN-EEZ"],
    ),
    (
        "A missile came down in the Sea of Japan. It did not fall inside Japan's EEZ.",
        ["outside:JPN-EEZ"],
    ),
    # Ships are in zones too; a zone goes on being spoken of.
    (
        "Two frigates and a cutter were off Okushiri Island, inside Japan's EEZ.",
        ["inside:JPN-EEZ"],
    ),
    (
        "A cruiser sailed off Okushiri Island, inside Japan's EEZ. A corvette was off Busan, within the EEZ.",
        ["inside:JPN-EEZ"] * 2,
    ),
    # What stays where it was is there; what enters a zone has left.
    (
        "A frigate was 60 km west of Okushiri Island. That is outside Japan's EEZ.",
        ["outside:JPN-EEZ"],
    ),
    (
        "A destroyer was confirmed sailing 60 km west of Okushiri Island. It remained outside Japan's EEZ.",
        ["outside:JPN-EEZ"],
    ),
    ("A frigate was 60 km west of Okushiri Island. It later entered Japan's EEZ.", [""]),
    ("Two frigates were off Busan. Neither came into territorial waters.", [""]),
    ("A missile fell in the Sea of Japan. It could have reached Japan's EEZ.", [""]),
]


@pytest.mark.parametrize(("text", "told"), ZONES, ids=[text[-40:] for text, _ in ZONES])
def test_in_which_zone(read, text, told):
    assert [c.zone_claim for c in read(text) if c.kind in {"impact", "deployment"}] == told


def test_two_states_on_one_impact_make_two_claims(read):
    text = (
        "A missile fell in the Sea of Japan, South Korea's army said. "
        "Japan's ministry said the missile came down outside its exclusive economic zone. "
        "It came down outside Japan's EEZ at noon, a minister said."
    )
    assert [(c.source, c.zone_claim) for c in read(text) if c.kind == "impact"] == [
        ("South Korea's army", ""),
        ("Japan's ministry", "outside:JPN-EEZ"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nearly all the drones were downed before reaching Kharkiv.",
        "Air defences shot down two missiles before they hit Odesa.",
        "Six rockets were intercepted before they reached Sumy, the army said.",
    ],
)
def test_what_is_stopped_before_it_arrives_hits_nothing(read, text):
    assert [c for c in read(text) if c.kind == "impact"] == []


def test_what_hits_before_something_else_hits(read):
    (claim,) = [c for c in read("Two missiles hit Odesa before the sirens sounded.") if c.kind == "impact"]
    assert claim.place_text == "Odesa"


@pytest.mark.parametrize(
    "text",
    [
        "The missile flew east, eventually landing in waters around 200 km west of Okushiri Island.",
    ],
)
def test_what_lands_in_water_comes_down(read, text):
    assert [claim.kind for claim in read(text) if claim.kind == "impact"] == ["impact"]
