"""The worst verdict is the one that a reader must see."""

from dataclasses import replace

import pytest

import samples
from sitmap.layers.verdicts import verdicts

FINDING = samples.ZONE_FINDING


def finding(verdict, explanation="", claim_ids=("a",)):
    return replace(FINDING, verdict=verdict, explanation=explanation, claim_ids=claim_ids)


@pytest.mark.parametrize(
    ("given", "worst"),
    [
        (["consistent"], "consistent"),
        (["consistent", "undetermined"], "undetermined"),
        (["undetermined", "marginal", "consistent"], "marginal"),
        (["marginal", "inconsistent", "consistent"], "inconsistent"),
    ],
)
def test_worst_verdict(given, worst):
    assert verdicts(finding(verdict, verdict) for verdict in given)["a"][0] == worst


def test_explanations_stand_one_a_line_worst_first():
    found = verdicts(
        [
            finding("consistent", "fits"),
            finding("inconsistent", "does\nnot\u2028fit"),
            finding("consistent", "fits"),
        ]
    )
    assert found["a"][1] == "does not fit\nfits"


def test_a_finding_on_two_claims_is_said_of_both_once():
    found = verdicts([finding("marginal", "x", ("a", "b", "a"))])
    assert found == {"a": ("marginal", "x"), "b": ("marginal", "x")}
    assert verdicts([]) == {}
