"""Handling marks: the five of TLP 2.0, found as a person writes them, refused with what there is."""

import re

import pytest

from sitmap import handling, resources
from sitmap.errors import HandlingError
from sitmap.product import Cover


def test_the_marks_are_those_of_the_protocol_most_open_first():
    assert [mark.mark for mark in handling.marks()] == [
        "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED",
    ]  # fmt: skip


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("mark", handling.marks(), ids=lambda mark: mark.mark)
def test_a_mark_can_be_read_and_says_for_whom(mark):
    assert (luminance(mark.ink) + 0.05) / (luminance(mark.ground) + 0.05) >= 4.5
    assert mark.audience


@pytest.mark.parametrize("name", ["TLP:AMBER+STRICT", "tlp:amber+strict", " AMBER+STRICT ", "amber+strict"])
def test_a_mark_is_found_as_a_person_writes_it(name):
    assert handling.mark(name).mark == "TLP:AMBER+STRICT"


@pytest.mark.parametrize("name", ["", "TLP:", "WHITE", "TLP:AMBER STRICT", "secret", "TLP:TLP:RED"])
def test_another_mark_is_refused_with_those_there_are(name):
    with pytest.raises(HandlingError, match="TLP:CLEAR, TLP:GREEN, TLP:AMBER, ") as raised:
        handling.mark(name)
    assert repr(name) in str(raised.value)


def test_a_cover_takes_a_mark_as_it_is_written_and_no_other():
    assert Cover(handling="TLP:RED").handling == "TLP:RED"
    with pytest.raises(HandlingError, match=re.escape("write it 'TLP:RED'")):
        Cover(handling="red")
    with pytest.raises(HandlingError, match="no handling mark"):
        Cover(handling="SECRET")


@pytest.mark.parametrize("table", ["marks.csv", "release.csv"])
def test_every_row_has_its_source_and_every_mark_its_row(table):
    rows = resources.rows(resources.data("handling", table))
    assert [row["mark"] for row in rows] == [mark.mark for mark in handling.marks()]
    assert all(row["source"] for row in rows)
