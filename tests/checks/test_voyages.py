"""A ship that has reached one place before it had left the last."""

from dataclasses import replace

import pytest

import samples
from sitmap.checks import voyages
from sitmap.checks.case import open_case
from sitmap.model import Evidence, Report, Span

TEXT = "USS Halsey reached Subic Bay on 6 May. She had sailed from Pearl Harbor on 11 May."
SHIP = {
    "report_id": "r",
    "kind": "deployment",
    "designation": "USS Halsey",
    "date": "2024-05-06",
    "status": "arriving",
}


def claim(number, text, quote, day, **fields):
    start = text.index(quote)
    at = text.index(day) if day else 0
    evidence = (Evidence("date", Span(at, at + len(day))),) if day else ()
    told = {**SHIP, "quote": quote, "quote_start": start, "quote_end": start + len(quote), **fields}
    return replace(samples.LAUNCH, claim_id=f"c{number}", evidence=evidence, **told)


def judge(text=TEXT, left="2024-05-11", verb="had sailed", **fields):
    text = text.replace("had sailed", verb)
    first, second = text.split(". ")
    there = claim(1, text, first, "6 May")
    away = claim(2, text, second, "11 May", **{"date": left, "status": "withdrawn", **fields})
    return tuple(voyages.judge(open_case([there, away], None, [Report(report_id="r", text=text)])))


def test_a_ship_leaves_before_it_arrives():
    (found,) = judge()
    assert found.verdict == "inconsistent"
    assert found.margin == 5
    assert "had left" in found.explanation
    assert "on 11 May 2024, after it was in" in found.explanation


@pytest.mark.parametrize(
    "fields",
    [
        {"left": "2024-05-02"},
        {"left": "2024-05-07"},
        {"verb": "sailed"},
        {"designation": "USS Sterett"},
        {"status": "arriving"},
        {"left": ""},
    ],
)
def test_what_may_be_so_is_left(fields):
    assert judge(**fields) == ()
