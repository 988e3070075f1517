"""A place and the area that a report puts it in: the whole line, with real places."""

import re

import pytest

from sitmap import zones
from sitmap.checks import run
from sitmap.pipeline import read_text


def judged(text):
    situation = read_text(text, published="2025-06-01")
    return [(f.verdict, f.explanation) for f in situation.findings if f.check == "containment"]


@pytest.mark.parametrize(
    ("text", "explanation"),
    [
        (
            "Russia fired a missile from Kapustin Yar in Astrakhan Oblast.",
            "Kapustin Yar lies in Astrakhan Oblast",
        ),
        ("A Russian drone hit Zolochiv, Kharkiv Oblast.", "Zolochiv lies in Kharkiv Oblast"),
        ("Part of an Iranian missile fell near Nablus, in the West Bank.", "Nablus lies in the West Bank"),
        ("Some 300 British soldiers are stationed at Tapa in Estonia.", "Tapa army base lies in Estonia"),
        ("A Russian missile hit Pokrovsk in the Donbas.", "Pokrovsk lies in the Donbas"),
    ],
)
def test_a_place_in_the_area_it_is_said_to_be_in(text, explanation):
    assert judged(text) == [("consistent", f"{explanation}, as said.")]


@pytest.mark.parametrize(
    ("text", "inside", "km"),
    [
        ("A Russian missile hit Mykolaiv in Poland.", "Poland", (650, 750)),
        ("Russia fired a missile from Kapustin Yar in Amur Oblast.", "Amur Oblast", (4500, 5500)),
        ("Some 500 North Korean troops are in Okinawa, North Korea.", "North Korea", (1000, 1400)),
    ],
)
def test_a_place_far_outside(text, inside, km):
    ((verdict, explanation),) = judged(text)
    assert verdict == "inconsistent"
    outside = float(re.search(r"lies ([\d,]+) km outside it", explanation)[1].replace(",", ""))
    assert f"said to be in {inside}, " in explanation
    assert km[0] < outside < km[1]


@pytest.mark.parametrize(
    "text",
    [
        "Russian missiles hit Sumy, Kharkiv and Donetsk.",
        "Two An-124 transports stood at Khmeimim, Russia's air base on the coast of Syria.",
        "Russian drones hit Odesa, Mykolaiv.",
        "A Russian drone hit Kharkiv near Poland.",
    ],
)
def test_a_list_an_owner_and_a_neighbour_are_no_area(text):
    assert judged(text) == []


@pytest.mark.parametrize(
    ("words", "inside"),
    [
        ("the Ain al-Asad air base in Iraq's Basra province", "Basra"),
        ("the Ain al-Asad air base in the Iraqi province of Basra", "Basra"),
        ("Kupiansk, a town in the Luhansk region", "Luhansk Oblast"),
        ("Engels, which lies in Volgograd Oblast", "Volgograd Oblast"),
        ("Volgograd Oblast's Engels", "Volgograd Oblast"),
        ("Izmail, a port city in northern Ukraine", "northern Ukraine"),
        ("Goma in South Kivu", "South Kivu"),
        ("Luninets in northern Ukraine", "northern Ukraine"),
    ],
)
def test_many_words_put_a_place_in_an_area(words: str, inside: str):
    ((verdict, explanation),) = judged(f"A drone hit {words} on Sunday.")
    assert verdict == "inconsistent"
    assert f"said to be in {inside}, lies " in explanation


@pytest.mark.parametrize(
    "words",
    [
        "Kyiv in Kyiv Oblast",
        "Moscow in the Moscow region",
        "Dnipro in central Ukraine",
        "Kryvyi Rih in southern Ukraine",
        "Erbil in northern Iraq",
        "Rzeszow in southeastern Poland",
        "Sevastopol, in Crimea",
    ],
)
def test_a_city_beside_its_own_division_and_usual_parts_of_a_state(words: str):
    assert [verdict for verdict, _ in judged(f"A drone hit {words} on Sunday.")] == ["consistent"]


@pytest.mark.parametrize(
    "words",
    [
        "Homs in central Syria",
        "Sirte in central Libya",
        "Ashkelon in southern Israel",
        "Sebha in southern Libya",
    ],
)
def test_where_a_part_of_a_state_ends_is_not_fixed(words: str):
    ((verdict, explanation),) = judged(f"A drone hit {words} on Sunday.")
    assert verdict == "undetermined"
    assert explanation.endswith("but where such an area ends is not fixed.")


@pytest.mark.parametrize(
    "words",
    ["Khmeimim, Russia's air base in Syria", "Kharkiv, Ukraine's second city", "Fort Stewart, Georgia"],
)
def test_an_owner_and_a_namesake_of_the_division_raise_no_doubt(words: str):
    assert not {v for v, _ in judged(f"A drone hit {words} on Sunday.")} & {"inconsistent", "marginal"}


@pytest.mark.parametrize("words", ["Nouakchott in the Sahel", "Irkutsk in East Asia"])
def test_a_place_somewhat_outside_a_large_area_is_no_error(words: str):
    assert {v for v, _ in judged(f"A drone hit {words} on Sunday.")} == {"undetermined"}


def test_land_that_both_claim_is_left_open():
    ((verdict, explanation),) = judged("Some 300 Russian soldiers are stationed at Simferopol in Russia.")
    assert (verdict, "claimed by both sides" in explanation) in {
        ("undetermined", True),
        ("consistent", False),
    }


def test_a_place_is_judged_once_for_each_report():
    text = (
        "A Russian drone hit Zolochiv, Kharkiv Oblast. Ukraine has 300 soldiers in Zolochiv, Kharkiv Oblast."
    )
    situation = read_text(text, published="2025-06-01")
    (finding,) = [f for f in situation.findings if f.check == "containment"]
    assert len(finding.claim_ids) == 2
    assert run(situation.claims, zones=zones.load())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Drones hit the Olenya base in the Arctic Ocean on Sunday.", "no sea"),
        ("Some 300 soldiers arrived in Boston in Bavaria on Monday.", "is meant"),
    ],
)
def test_an_odd_container_is_no_error_of_the_report(text: str, why: str):
    assert [(verdict, why in explanation) for verdict, explanation in judged(text)] == [
        ("undetermined", True)
    ]


def test_a_namesake_in_the_area_may_be_the_one_that_is_meant():
    ((verdict, explanation),) = judged(
        "Army rockets were moved to the coast near Pingtan, in Fujian province."
    )
    assert verdict == "undetermined"
    assert explanation.endswith("but another Pingtan lies there.")


def test_a_state_that_does_something_there_holds_nothing():
    assert judged("Romania. At Cincu, France exercises a brigade command post with 700 troops.") == []
