"""Short reports of our own with one inconsistency each, beside twins without it: read from the text on."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

import sitmap


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


def _pairs():
    told = tomllib.loads(Path(__file__).with_name("findings.toml").read_text(encoding="utf-8"))["pair"]
    # The file's lines are no lines of the report.
    return [Pair(**row | {"text": row["text"].replace("\n", " ")}) for row in told]


PAIRS = _pairs()


def doubts(text, published):
    """Checks that find something inconsistent or too close to call."""
    findings = sitmap.read_text(text, published=published).findings
    return sorted({f.check for f in findings if f.verdict in {"inconsistent", "marginal"}})


def test_every_check_of_a_text_has_a_pair():
    assert sum(not pair.missed for pair in PAIRS) >= 20
    assert all(pair.text.count(pair.wrong) == 1 for pair in PAIRS)
    assert {pair.check for pair in PAIRS} == {
        *("calendar", "containment", "duration", "range", "reports", "sum", "surface", "trajectory", "zone")
    }


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.check} {pair.wrong}")
def test_the_inconsistency_is_found_and_nothing_else(pair):
    assert doubts(pair.text, pair.published) == ([] if pair.missed else [pair.check])


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.check} {pair.right}")
def test_the_twin_raises_no_doubt(pair):
    assert doubts(pair.twin, pair.published) == []
