"""Counts that a text tells of what was launched, shot down and lost, and by whose word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitmap.checks import salvos, tallies


def roles(text):
    return [(tally.role, tally.low, tally.high, tally.asset) for tally in tallies.tallies(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russia launched 62 attack drones. Air defences downed 40 of them and 25 were lost.",
            [("launched", 62, 62, "drone"), ("downed", 40, 40, ""), ("lost", 25, 25, "")],
        ),
        (
            "The rebels fired eleven ballistic missiles; nine were intercepted.",
            [("launched", 11, 11, "ballistic"), ("downed", 9, 9, "")],
        ),
        (
            "The frigate shot down three drones and two missiles.",
            [("downed", 3, 3, "drone"), ("downed", 2, 2, "missile")],
        ),
        ("It sent more than 1,200 drones.", [("launched", 1200, None, "drone")]),
        ("They launched up to 80 drones.", [("launched", None, 80, "drone")]),
        (
            "Iran launched thirty-six missiles, of which 30 were intercepted and six got through.",
            [("launched", 36, 36, "missile"), ("downed", 30, 30, ""), ("through", 6, 6, "")],
        ),
        # What stands for another day counts the same.
        (
            "They sent 30 attack drones on Monday and 45 on Tuesday.",
            [("launched", 30, 30, "drone"), ("launched", 45, 45, "drone")],
        ),
        (
            "They launched 20 drones on 4 May and 12 the next night.",
            [("launched", 20, 20, "drone"), ("launched", 12, 12, "drone")],
        ),
    ],
)
def test_what_became_of_weapons(text, expected):
    assert roles(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Since January 4,100 drones were shot down.",
        "Some 60 percent of 90 drones were downed.",
        "On 24 March drones were launched.",
        "The fire destroyed 36 houses and three shops.",
        "Brazil fired 3 ministers.",
        "He sent 12 letters and lost 2.",
        "The 2022 missile tests were launched from Sunan.",
        "A 600 km ballistic missile was launched.",
        # With a whole of its own, or of a longer span.
        "Of the 180 fired on the day before, 150 were intercepted and 30 got through.",
        "In the week before, 300 drones were shot down.",
    ],
)
def test_what_is_no_tally(text):
    assert roles(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army fired rockets at dusk. Ten, said Beirut. Amman saw four.", [("Beirut", 10), ("Amman", 4)]),
        (
            "Missiles flew over the strait. The Coast Guard Administration counted 16 missiles.",
            [("Coast Guard Administration", 16)],
        ),
        (
            "Hamas said on Friday that it had fired 62 rockets at Meron. Israeli military saw 40 rockets.",
            [("Hamas", 62), ("Israeli military", 40)],
        ),
        ("Six people were injured. Tehran spoke of 14 missiles and of a success.", [("Tehran", 14)]),
        ("Six drones came, the mayor said; Moscow put the number at about 30.", [("Moscow", 30)]),
    ],
)
def test_who_counts(text, expected):
    assert [(told.source, told.low) for told in salvos.told(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "A missile hit the market. Health officials said 40 people were killed; Kyiv says 35.",
        "The striker missed. Arsenal said 3.",
        "Drones crossed the border, and Warsaw said 19 years of peace were over.",
        "The missile crossed the coast. Seoul said 10 minutes later that it had fallen.",
    ],
)
def test_what_is_no_count_of_weapons(text):
    assert salvos.told(text) == ()


@given(st.text(alphabet="Kyiv said 99, drones were shot down.\n the 12 launched", max_size=300))
def test_any_text_gives_counts_in_order(text):
    starts = [tally.start for tally in tallies.tallies(text)]
    assert starts == sorted(starts)
    assert all(told.low is None or told.low > 0 for told in salvos.told(text))


def test_what_is_lost_besides_is_counted_by_its_own_verb():
    text = "Russia launched 84 drones. Air defence shot down 71 of them and 29 more were lost from radar."
    assert [(t.role, t.low) for t in tallies.tallies(text)] == [
        ("launched", 84),
        ("downed", 71),
        ("lost", 29),
    ]


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Kyiv said 117 drones had been launched.", [117]),
        ("Kyiv counted 117 drones.", [117]),
        ("Kyiv said 117 drones had been used.", []),
        ("Kyiv said 20 drones were shot down.", []),
        ("Kyiv said 20 had been stopped.", []),
    ],
)
def test_only_what_was_launched_counts_a_salvo(sentence, counts):
    assert [told.low for told in salvos.told(f"A salvo of drones crossed the line. {sentence}")] == counts
