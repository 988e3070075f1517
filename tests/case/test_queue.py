"""Which claims a reader is to look at first."""

from dataclasses import replace
from typing import get_args

import pytest

import samples
from sitmap import case, schema
from sitmap.model import Certainty, Evidence, Location, Span

FIRM = replace(
    samples.TROOPS_KURSK,
    certainty="confirmed",
    location=replace(samples.TROOPS_KURSK.location, score=1.0),
    evidence=(Evidence("kind", Span(0, 4)),),
)


def _finding(verdict, *claims):
    return replace(samples.ZONE_FINDING, verdict=verdict, claim_ids=tuple(c.claim_id for c in claims))


def test_a_firm_claim_leaves_no_doubt():
    assert case.doubt(FIRM) == case.doubt(FIRM, "consistent") == 0


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (FIRM, replace(FIRM, location=replace(FIRM.location, score=0.7))),
        (replace(FIRM, location=replace(FIRM.location, score=0.3)), replace(FIRM, location=None)),
        (FIRM, replace(FIRM, certainty="stated")),
        (replace(FIRM, certainty="stated"), replace(FIRM, certainty="alleged")),
        (FIRM, replace(FIRM, evidence=(Evidence("place", Span(0, 4), "the place named before"),))),
        (
            replace(FIRM, evidence=(Evidence("date", Span(0, 4), "counted from the report's own date"),)),
            replace(FIRM, evidence=(Evidence("kind", Span(0, 4), "a learned decision"),)),
        ),
    ],
)
def test_what_is_less_sure_is_more_doubtful(less, more):
    assert 0 <= case.doubt(less) < case.doubt(more) < 1


def test_the_worse_the_verdict_the_greater_the_doubt():
    doubts = [case.doubt(FIRM, verdict) for verdict in schema.VERDICTS]
    assert doubts == sorted(doubts, reverse=True)
    assert len(set(doubts)) == len(doubts)


def test_shares_are_put_together_as_if_each_alone_could_be_wrong():
    made = replace(FIRM, location=replace(FIRM.location, score=0.8))
    assert case.doubt(made, "inconsistent") == pytest.approx(1 - 0.8 * 0.4)


@pytest.mark.parametrize("certainty", get_args(Certainty))
def test_every_certainty_has_its_share(certainty):
    assert 0 <= case.doubt(replace(FIRM, certainty=certainty)) < 1


def test_the_queue_has_what_nobody_has_reviewed_the_most_doubtful_first():
    firm, loose, lost = (
        replace(FIRM, claim_id="firm"),
        replace(FIRM, claim_id="loose", certainty="alleged"),
        replace(FIRM, claim_id="lost", location=Location(note="no such place")),
    )
    done = [replace(lost, claim_id=review, review=review) for review in ("accepted", "rejected", "corrected")]
    claims = (firm, *done, loose, lost)
    assert case.queue(claims, ()) == ("lost", "loose", "firm")
    found = (_finding("consistent", firm), _finding("inconsistent", firm, loose), _finding("marginal", firm))
    assert case.queue((firm, loose), found) == ("loose", "firm")
    assert case.queue((firm, replace(firm, claim_id="same")), ()) == ("firm", "same")


def test_a_finding_of_another_claim_counts_for_nothing():
    assert case.queue((FIRM,), (replace(samples.ZONE_FINDING, claim_ids=("another",)),)) == (FIRM.claim_id,)
