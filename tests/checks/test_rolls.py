"""Lists that a text gives in full, and those that it does not."""

import pytest

from sitmap.checks import rolls

ROLL = "The whole force is {} men.\n\nITALY - 800 soldiers.\n\nSPAIN - 300 men.\n\nMALTA - 20 soldiers."


def test_the_paragraphs_of_a_roll_are_parts_of_the_whole_before_them():
    (found,) = rolls.rolls(ROLL.format("1,120"))
    assert (found.whole.least, [part.least for part in found.parts]) == (1120, [800, 300, 20])
    assert not found.is_complete


@pytest.mark.parametrize(
    ("text", "whole", "parts", "complete"),
    [
        (
            "The number of ships stood at nine: two cruisers, three frigates and four boats. That is all.",
            9,
            [2, 3, 4],
            True,
        ),
        ("It saw 31 aircraft. Twelve were fighters, nine bombers and ten drones.", 31, [12, 9, 10], False),
    ],
)
def test_a_list_is_read(text, whole, parts, complete):
    (found,) = rolls.rolls(text)
    assert (found.whole.least, [part.least for part in found.parts]) == (whole, parts)
    assert found.is_complete == complete


@pytest.mark.parametrize(
    "text",
    [
        "The number of ships stood at nine: two cruisers and three frigates. The others left.",
        "It saw 31 aircraft. Twelve were fighters, nine of them new, and ten drones came by.",
        "It saw 31 aircraft and 4 ships. Twelve were fighters, nine bombers and ten drones.",
    ],
)
def test_what_is_no_full_list(text):
    assert list(rolls.rolls(text)) == []
