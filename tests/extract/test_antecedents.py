"""What a word that points back stands for, in sentences of our own."""

from dataclasses import replace

import pytest

from sitmap import extract
from sitmap.model import Report, Span


def anchors(read, text):
    """Words that the first anchor of each claim stands on."""
    return [text[c.anchors[0].start : c.anchors[0].end] for c in read(text)]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # What happens in "the country" happens where the places spoken of lie, whoever speaks or acts.
        ("Poland pulls 90 soldiers out of Iraq. Some 30 Polish soldiers will remain in the country.", "Iraq"),
        (
            "French troops patrol in Niger. Iran said that 40 Russian soldiers had arrived in the country.",
            "Niger",
        ),
        ("LATVIA. Two Danish frigates are at Riga. About 200 soldiers serve in the country.", "LATVIA"),
        # A comparison is no place spoken of.
        (
            "Troops are in the Kursk region, an area the size of Qatar. Some 500 soldiers are in the region.",
            "Kursk region",
        ),
        # The capital that speaks is no city of the story.
        ("A missile hit Sumy. Tehran protested. Two drones later struck the city.", "Sumy"),
        # Words that only describe it.
        ("A missile hit Kharkiv. Two drones later struck the battered northern city.", "Kharkiv"),
        # News names an unnamed base by the town beside it.
        ("Ten Polish tanks are at a base near Tapa. Some 40 soldiers are at the base.", "Tapa"),
    ],
)
def test_a_reference_points_to_what_was_spoken_of(read, text, last):
    assert anchors(read, text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "A missile hit Sumy. Two drones struck another city.",
        "Ten Polish tanks are at Tapa. Some 40 soldiers guard the nearby island.",
        "A missile fell in the Sea of Japan. It fell outside the country's economic zone, Tokyo said.",
        "Ten Polish tanks are at Tapa. Soldiers were shown on the state television.",
    ],
)
def test_another_place_is_not_the_one_spoken_of(read, text):
    assert len(read(text)) == 1


def test_the_side_of_the_country_is_the_one_named_before(toponyms):
    text = "Troops left eastern Ukraine for Poland. Latvia had 300 soldiers in the east of the country."
    east = "eastern Ukraine"
    whole = [replace(t, text=east, span=Span(12, 27)) if t.text == "Ukraine" else t for t in toponyms(text)]
    claims = extract.claims(Report(report_id="test", text=text), whole)
    assert [text[c.anchors[0].start : c.anchors[0].end] for c in claims if c.count_min == 300] == [east]


def test_the_coast_of_the_country_is_that_of_the_state_just_named(read):
    text = "Two ships are at Busan. Japan said that a missile had landed off the country's coast."
    assert anchors(read, text)[-1] == "Japan"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # The capital is that of the state that the report is about, not the last one named.
        (
            (
                "IRAN. Two Russian ships are off Iran. Ten soldiers guard Tehran. Another 600 train in Riga. "
                "Some 40 Russian soldiers are in the capital."
            ),
            "Tehran",
        ),
        # A town that only says where something else lies is not "the city" of the report.
        (
            (
                "Drones struck Sumy in Ukraine. Iran denied that they came from a base near Tapa. "
                "Some 40 soldiers are in the city."
            ),
            "Sumy",
        ),
        # A hangar is no island's: it stands at the place told before.
        (
            (
                "Two jets are at Sunan in North Korea. The strip in North Korea is clear and "
                "four Chinese jets stand behind the hangar."
            ),
            "Sunan",
        ),
        # The pad of a list's entry, not of another state's site above it.
        (
            (
                "Baikonur (Kazakhstan): two rockets were launched.\n\n"
                "Cape Canaveral (Florida): the ramp is repaired. A rocket fell beside the pad."
            ),
            "Cape Canaveral",
        ),
        # The coast of the state that acts, also where a town was named since.
        ("Two ships are at Busan. North Korea fired a missile from its east coast.", "North Korea"),
    ],
)
def test_a_definite_noun_means_what_the_report_is_about(read, text, last):
    assert anchors(read, text)[-1] == last


def test_the_capital_of_a_state_whose_capital_is_not_named_is_no_other_capital(read):
    text = (
        "Missiles hit Kharkiv and Odesa. A missile hit Sumy. Ten soldiers train in Riga. "
        "Some 40 Polish soldiers are in the capital."
    )
    assert anchors(read, text).count("Riga") == 1


def test_the_coast_of_a_state_that_is_only_an_adjective_is_no_other_states(read):
    text = (
        "A missile flew over Japan. The South Korean army fired two missiles from the country's east coast."
    )
    launch = next(claim for claim in read(text) if claim.kind == "launch")
    assert launch.actor == "KOR"
    assert not launch.anchors
