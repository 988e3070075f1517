"""Shares that a text also tells as numbers."""

import pytest

from sitmap.checks import fractions


@pytest.mark.parametrize(
    ("text", "whole", "told", "expected"),
    [
        ("A third of the 12 missiles, or seven, fell.", 12, 7, 4),
        ("Iran fired 180 missiles. 90 per cent of them, or 120, struck.", 180, 120, 162),
        ("They sent 90 drones. Two thirds of them, 60, were brought down.", 90, 60, 60),
        ("Of 20 drones, half were shot down by mobile groups: 16 in all.", 20, 16, 10),
    ],
)
def test_a_share_and_its_number(text, whole, told, expected):
    ((roll, share),) = fractions.fractions(text)
    assert (roll.whole.least, roll.parts[0].least) == (whole, told)
    assert share == pytest.approx(expected)
    assert fractions.is_off(told, share, whole) == (told != expected)


@pytest.mark.parametrize(
    "text",
    [
        "Half of them were shot down.",
        "The others hit a works, half of which burned down, and 16 people were hurt by 12 drones.",
        "They sent 90 drones and 12 missiles. Half of them, 51, fell.",
    ],
)
def test_what_is_no_share_with_a_number(text):
    assert list(fractions.fractions(text)) == []
