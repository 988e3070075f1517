"""Short reports of our own, read from the text on: what an analyst would note in them, and nothing else.

`findings/pairs.toml` has one contradiction a report, beside a twin without it; the other files follow public
events, half of them sound and only tempting.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

import sitmap

FOLDER = Path(__file__).with_name("findings")
KINDS = (
    "flights",
    "places",
    "counts",
    "tellings",
    "mornings",
    "briefs",
    "releases",
    "notices",
    "columns",
    "decoys",
    "desks",
    "asides",
    "evens",
)


@dataclass(frozen=True)
class Pair:
    """A report that contradicts itself in one check, and the words that set its twin right.

    `missed` says why the contradiction is not found, "" where it is.
    """

    check: str
    published: str
    text: str
    wrong: str
    right: str
    missed: str = ""

    @property
    def twin(self):
        return self.text.replace(self.wrong, self.right)


@dataclass(frozen=True)
class Told:
    """A report after a public event, and what is to be found in it: "check verdict", each once."""

    event: str
    published: str
    want: list[str]
    text: str
    missed: str = ""


def _rows(name, table):
    told = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))[table]
    # The file's lines are no lines of the report, but its paragraphs are.
    return [row | {"text": _paragraphs(row["text"])} for row in told]


def _paragraphs(text):
    return "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n"))


PAIRS = [Pair(**row) for row in _rows("pairs", "pair")]
TOLD = [Told(**row) for kind in KINDS for row in _rows(kind, "report")]


def doubted(text, published):
    """What is found inconsistent or too close to call, as "check verdict"."""
    findings = sitmap.read_text(text, published=published).findings
    return sorted({f"{f.check} {f.verdict}" for f in findings if f.verdict in {"inconsistent", "marginal"}})


def doubts(text, published):
    """Checks that find something inconsistent or too close to call."""
    return [found.split()[0] for found in doubted(text, published)]


def test_every_check_of_a_text_has_a_pair():
    assert sum(not pair.missed for pair in PAIRS) >= 20
    assert all(pair.text.count(pair.wrong) == 1 for pair in PAIRS)
    assert {pair.check for pair in PAIRS} == {
        *("calendar", "containment", "duration", "range", "reports", "sum", "surface", "trajectory", "zone")
    }


def test_reports_that_only_tempt_are_about_as_many_as_those_with_something_wrong():
    sound = sum(not told.want for told in TOLD)
    assert len(TOLD) >= 100
    assert 0.4 < sound / len(TOLD) < 0.7
    assert all(told.event for told in TOLD)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.check} {pair.wrong}")
def test_the_inconsistency_is_found_and_nothing_else(pair):
    assert doubts(pair.text, pair.published) == ([] if pair.missed else [pair.check])


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.check} {pair.right}")
def test_the_twin_raises_no_doubt(pair):
    assert doubts(pair.twin, pair.published) == []


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told.event)
def test_what_an_analyst_would_note_is_found_and_nothing_else(told):
    assert doubted(told.text, told.published) == ([] if told.missed else sorted(told.want))
