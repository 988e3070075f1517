"""Which reports carry one text."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitmap.checks import copies
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


def brute(reports):
    """Every text against every earlier original, the oldest first."""
    found, kept = {}, []
    for report in reports:
        runs = copies._runs(report.text)
        alike = [other for other, theirs in kept if len(runs & theirs) >= copies.ALIKE * len(runs | theirs)]
        if alike:
            found[report.report_id] = alike[0]
        else:
            kept.append((report.report_id, runs))
    return found


@given(st.lists(st.tuples(st.integers(0, 3), st.sets(st.integers(0, 39), max_size=3)), max_size=9))
def test_no_copy_is_missed_however_much_the_texts_share(texts):
    reports = []
    for at, (opening, changed) in enumerate(texts):
        words = [f"word{n}" for n in range(40)]
        words[: 10 * opening] = [f"other{opening}{n}" for n in range(10 * opening)]
        words = [f"new{at}{n}" if n in changed else word for n, word in enumerate(words)]
        reports.append(Report(report_id=f"r{at}", text=" ".join(words), published=date(2024, 5, 1 + at)))
    assert originals(reports) == brute(reports)
