"""A clause that names only a spot goes on about the place told of; one that names none does not."""

import pytest

GOES_ON = [
    ("Two missiles hit a pier in Odesa and a third fell in a residential street.", "impact", [2, 1]),
    ("Drone attacks on Sumy killed nine. One drone hit a hospital.", "impact", [1]),
    ("Two drones hit Sumy, and another crashed beside the central market.", "impact", [2, 1]),
    ("Guns over Sumy shot down five drones. A sixth got through and struck a school.", "impact", [1]),
    ("Niger's tanks are in Tapa. Some 50 French soldiers stood at the main gate.", "deployment", [None, 50]),
    ("Tapa was calm. Soldiers guarded the palace, ten tanks stood in the square.", "deployment", [None, 10]),
    ("Troops landed in Tapa. Seven patrol boats were counted nearby.", "deployment", [None, 7]),
]


@pytest.mark.parametrize(("text", "kind", "counts"), GOES_ON, ids=[text[:40] for text, _, _ in GOES_ON])
def test_a_spot_lies_where_the_report_is(read, text, kind, counts):
    told = read(text)
    assert [(c.kind, c.count_min) for c in told] == [(kind, count) for count in counts]
    town = next(name for name in ("Odesa", "Sumy", "Tapa") if name in text)
    assert {c.place_text for c in told} == {town}


STAYS_OUT = [
    # No spot is named, so nothing says that it was there.
    "Two missiles hit Odesa. Some 500 soldiers watched.",
    # A spot with a name of its own is a place that nobody knows.
    "A drone hit Sumy. A missile had struck the Malinovsky market.",
    # Two places leave open which is meant.
    "Two drones hit Odesa and Sumy. A third fell on a school.",
    # Parts of a whole that was told of are no more of it.
    "Two missiles hit Sumy. One fell on a car park by the school, the other on a street.",
    # So long ago that the report may be elsewhere.
    "A drone hit Sumy. Wheat rose. Barley fell. Oats held. Some 300 soldiers stood at the gate.",
]


@pytest.mark.parametrize("text", STAYS_OUT)
def test_no_place_is_guessed(read, text):
    assert all(c.count_min in {1, 2, None} and c.quote in text.split(".")[0] for c in read(text))


def test_a_text_may_start_with_its_place(read):
    assert read("in Russia missiles fired") is not None


def test_a_base_is_no_air_force(read):
    (claim,) = read("A further ten Typhoons are at RAF Akrotiri.")
    assert (claim.kind, claim.count_min, claim.place_text) == ("deployment", 10, "RAF Akrotiri")
