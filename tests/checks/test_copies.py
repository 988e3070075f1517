"""Which reports carry one text."""

from dataclasses import replace
from datetime import date

import pytest

from sitmap.checks.copies import originals
from sitmap.model import Report

TEXT = (
    "The frigate left Sevastopol before dawn and turned south. Two tugs followed it as far as the boom, and "
    "a patrol boat kept watch at the entrance of the bay until the ship had passed the light at Khersones."
)
FIRST = Report(report_id="b", text=TEXT, published=date(2024, 5, 1))


def copy(text, **fields):
    return replace(FIRST, **{"report_id": "a", "text": text, "published": date(2024, 5, 2)} | fields)


@pytest.mark.parametrize(
    "text",
    [TEXT, TEXT.upper(), TEXT.replace("\u2019", "'"), f"(Agency) {TEXT}", TEXT.replace("dawn", "daybreak")],
)
def test_a_copy_is_known_by_its_words(text):
    assert originals([copy(text), FIRST]) == {"a": "b"}


@pytest.mark.parametrize(
    "text",
    ["", "The frigate left.", TEXT[:80], f"{TEXT} {' '.join(f'Berth {n} is empty.' for n in range(40))}"],
)
def test_what_is_a_text_of_its_own(text):
    assert originals([copy(text), FIRST]) == {}


def test_the_first_published_is_the_original_whatever_the_order():
    later = copy(TEXT, report_id="c", published=date(2024, 5, 3))
    undated = copy(TEXT, report_id="0", published=None)
    expected = {"a": "b", "c": "b", "0": "b"}
    reports = [undated, later, copy(TEXT), FIRST]
    assert originals(reports) == originals(reversed(reports)) == expected
